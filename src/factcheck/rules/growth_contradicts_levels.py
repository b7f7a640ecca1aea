"""增速与数值不符 / A growth rate contradicts its levels.

写了原来多少、现在多少，增长率就定了；写了现在多少、增加多少，也一样。按各数四舍五入的范围算仍对不上，必有一数有误。
官方增速按不变价计算的指标（如地区生产总值），不能拿现价数值去推算，不查。
Two levels leave no choice for the growth between them, and neither do a level and its increase. Where no rounding of the figures
makes them agree, one is wrong. Growth at constant prices (as of GDP) is not judged by levels at current ones.

错：全市货物进出口额由8.1亿元增至9.4亿元，增长12%。
错：全年接待游客1500万人次，比上年增加400万人次，增长26.7%。
对：全市货物进出口额由8.1亿元增至9.4亿元，增长16%。
对：全年接待游客1500万人次，比上年增加400万人次，增长36.4%。
对：全市地区生产总值由810亿元增至940亿元，增长5.6%。
错：2025年，全市货物进出口额9.4亿元，比2024年的8.1亿元增长12%。
对：全市货物进出口额由2015年的8.1亿元增至2024年的19.4亿元，同比增长3.5%。
错：2025年公司营业收入92亿元，上年同期为81亿元，同比增长18%；净利润9亿元。
对：2025年公司营业收入92亿元，上年同期为81亿元，同比增长13.6%；净利润9.3亿元，上年同期为6.2亿元，同比增长50%。
对：2023年，全市货物进出口额8.1亿元，增长5%；2024年9.4亿元，增长16%。
wrong: Sales rose 12% from 8.1 million to 9.4 million.
right: Sales rose 16% from 8.1 million to 9.4 million.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Move, Problem, Text
from factcheck.rules._levels import RATES, comparable, fitting, growth_of, premises_of, signed
from factcheck.rules._moves import levels_of
from factcheck.rules._say import listed, misprints
from factcheck.written import show

__all__ = ["check"]

RESTS_ON = ("same_thing", "same_owner", "from_to", "same_basis")


def check(facts: Facts) -> Iterator[Problem]:
    """Each rate of a movement against the growth that its other figures leave."""
    for move in facts.graph.moves:
        level = move.now or move.base
        found = growth_of(move) if level and level.mention.unit not in RATES else None
        for rate in move.rates:
            said = signed(rate, "percent") if rate.change == "growth_rate" else None
            if found and said and comparable(facts, move, rate) and not found.meets(said):
                yield _problem(move, rate, found)


def _problem(move: Move, rate: Claim, found: Interval) -> Problem:
    figures = levels_of(move)
    right = found.negated() if rate.direction == "down" else found
    by, ought = listed(figures), show(right)
    zh = f"增速与数值不符：按{by.zh}计算应为{ought}%，文中为{rate.mention.surface}；必有一数有误"
    en = f"a growth rate contradicts its levels: {by.en} make it {ought}%, not {rate.mention.surface}; one of them is wrong"
    slips = misprints((rate.mention, right), *fitting(move, signed(rate, "percent")))
    return Problem("error", rate.span, Text(zh, en), tuple(claim.span for claim in figures), expected=f"{ought}%", slips=slips, premises=premises_of(move, rate))
