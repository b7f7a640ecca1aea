"""不同地方同一个数 / One figure for two places.

两个地方的同一指标，数字精确到一模一样，多半是改稿时复制了上一处、忘了改数。也可能真的相同，请核对。
The very same precise figure for two places is mostly a sentence that was copied and not filled in. It may be true; look it up.

错：2025年，石桥县粮食总产量41.54万吨。

 2025年，清河县粮食总产量41.54万吨。
对：2025年，石桥县粮食总产量41.54万吨。

 2025年，清河县粮食总产量45.14万吨，桃源县粮食总产量45万吨，云山县粮食总产量45万吨。
wrong: In 2025, grain output in Henan was 41.54 million tonnes.

 In 2025, grain output in Sichuan was 41.54 million tonnes.
right: In 2025, grain output in Henan was 41.54 million tonnes.

 In 2025, grain output in Sichuan was 35.14 million tonnes.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from factcheck.model import Claim, Facts, Problem, Stated, Text
from factcheck.names import fold_name
from factcheck.rules._facts import is_level
from factcheck.rules._premises import assumed
from factcheck.typos import precision

__all__ = ["check"]

RESTS_ON = ("same_thing",)

_DIGITS = 4
_SHORT = 3
_KINDS = frozenset(("money", "quantity"))


def check(facts: Facts) -> Iterator[Problem]:
    """Each precise level that another place had before it."""
    first: dict[Hashable, Claim] = {}
    for claim in facts.reading.claims:
        if _precise(claim):
            named = fold_name(claim.indicator.value or "")
            period = claim.period.value.text if claim.period.value else None
            before = first.setdefault((named, claim.mention.value, claim.mention.unit, period), claim)
            if _another_place(before, claim):
                yield _problem(before, claim)


def _precise(claim: Claim) -> bool:
    """Whether it is a figure of running text with so many digits that it is no one else's by chance."""
    named = isinstance(claim.indicator, Stated) and len(claim.indicator.value) >= _SHORT and isinstance(claim.area, Stated)
    return named and is_level(claim) and claim.mention.kind in _KINDS and claim.mention.hedge == "none" and precision(claim.mention) >= _DIGITS


def _another_place(one: Claim, other: Claim) -> bool:
    mine, theirs = one.area.value, other.area.value
    return one.sentence != other.sentence and bool(mine and theirs) and mine != theirs and one.owner == other.owner


def _problem(before: Claim, claim: Claim) -> Problem:
    names = [one.area.value.name if one.area.value else "" for one in (before, claim)]
    surface = claim.mention.surface
    zh = f"不同地方同一个数：{names[0]}和{names[1]}都是{surface}，请核对是否复制后未改"
    en = f"one figure for two places: {surface} both times; was the second copied and not filled in?"
    premises = (assumed("same_thing", "两处名称相同", "both have one name"),)
    return Problem("note", claim.span, Text(zh, en), (before.span,), premises=premises)
