"""同一事实两个数 / One fact with two values.

同一地方、同一时期的同一个数，前文和后文写得不一样，必有一处有误；哪一处对，要查原始材料。
One statistic of one place and time is told twice, and differently: one of the two is wrong. Which one, only the source can tell.

错：2025年，全县粮食总产量41.54万吨，比上年增产。

 今年以来，各项措施落实到位。2025年，全县粮食总产量45.14万吨，实现丰收。
对：2025年，全县粮食总产量41.54万吨，比上年增产。

 今年以来，各项措施落实到位。2025年，全县粮食总产量超过41万吨，2024年全县粮食总产量40.14万吨。
wrong: In 2025, grain output in Guangdong was 41.54 million tonnes.

 Farmers had a good year. In 2025, grain output in Guangdong was 45.14 million tonnes.
right: In 2025, grain output in Guangdong was 41.54 million tonnes.

 Farmers had a good year. In 2025, grain output in Guangdong was more than 41 million tonnes.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Facts, Problem, Text
from factcheck.rules._clashes import Clash, clashes
from factcheck.rules._premises import about, assumed, stated
from factcheck.rules._repeats import in_unit
from factcheck.rules._say import misprints
from factcheck.typos import precision

__all__ = ["check"]

RESTS_ON = ("same_thing", "same_owner", "same_time")
_PREMISES = (stated("same_thing"), stated("same_owner"), assumed("same_time", "时间或地区承前", "the time or the place is carried on"))

_DIGITS = 3


def check(facts: Facts) -> Iterator[Problem]:
    """Each fact with two bare values, where a slip explains the two or the text says all of both."""
    for clash in clashes(facts):
        first, second = clash.first.mention, clash.second.mention
        if first.hedge == second.hedge == "none" and min(precision(first), precision(second)) >= _DIGITS:
            yield from _problem(clash)


def _problem(clash: Clash) -> Iterator[Problem]:
    first, second = clash.first.mention, clash.second.mention
    slips = misprints((second, in_unit(clash.first, second.unit)))
    if not slips and not clash.sure:
        return
    zh = f"同一事实两个数：前文为{first.surface}，后文为{second.surface}；必有一数有误"
    en = f"one fact with two values: {first.surface}, and later {second.surface}; one of the two is wrong"
    premises = about(clash.first, clash.second) if clash.sure else _PREMISES
    yield Problem("error" if slips else "warning", clash.second.span, Text(zh, en), (clash.first.span,), slips=slips, premises=premises)
