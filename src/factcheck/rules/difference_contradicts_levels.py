"""增减量与数值不符 / An increase contradicts its levels.

写了原来多少、现在多少，增加或减少了多少就定了；比率的升降以百分点计。按各数四舍五入的范围算仍对不上，必有一数有误。
Two levels leave no choice for the difference between them; rates differ by percentage points. Where no rounding of the figures
makes them agree, one is wrong.

错：全市在校学生由1200人增至1500人，增加400人。
错：城镇登记失业率由3.4%降至3.1%，下降0.5个百分点。
错：2025年，全市粮食产量35.6万吨，比2024年的34.2万吨增加2.4万吨。
错：研发投入占营业收入的7.4%，比上年同期的6.1%提高2.3个百分点。
错：2025年，全市货物贸易进出口总值同比增长2.4%。对沿线国家进出口增长9.1%，高出整体增速7.6个百分点。
对：2025年，全市货物贸易进出口总值同比增长2.4%。对沿线国家进出口增长9.1%，高出整体增速6.7个百分点。
对：研发投入占营业收入的7.4%，比上年同期的6.1%提高1.3个百分点。
对：全市在校学生由1200人增至1500人，增加300人。
对：城镇登记失业率由3.4%降至3.1%，下降0.3个百分点。
对：全市在校学生由2015年的1200人增至2025年的1500人，比上年增加40人。
wrong: The number of pupils rose from 1,200 to 1,500, an increase of 400 pupils.
wrong: The rate fell from 3.4% to 3.1%, down 0.5 percentage points.
right: The number of pupils rose from 1,200 to 1,500, an increase of 300 pupils.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Move, Problem, Text
from factcheck.rules._levels import RATES, difference_of, growth_of, premises_of, signed
from factcheck.rules._moves import levels_of
from factcheck.rules._repeats import in_unit
from factcheck.rules._say import listed, misprints, written_as
from factcheck.units import ratio

__all__ = ["check"]

RESTS_ON = ("same_thing", "same_owner", "from_to", "same_basis")


def check(facts: Facts) -> Iterator[Problem]:
    """Each amount by which a movement is said to go up or down against the difference between its levels."""
    for move in facts.graph.moves:
        found, change = difference_of(move), _change(move)
        if found and change and _whole_way(move, change):
            right = _in_its_unit(move, change, found)
            said = signed(change, change.mention.unit)
            if right and said and not right.meets(said) and not _relative(move, change):
                yield _problem(move, change, right.negated() if change.direction == "down" else right)


def _change(move: Move) -> Claim | None:
    """The amount of the change: points where the levels are rates."""
    return move.points if move.now and move.now.mention.unit in RATES else move.by


def _in_its_unit(move: Move, change: Claim, found: Interval) -> Interval | None:
    """The difference in the unit of the stated change."""
    unit = move.now.mention.unit if move.now else None
    factor = ratio("percent" if change is move.points else change.mention.unit, unit)
    return found.scaled(1 / factor) if factor else None


def _whole_way(move: Move, change: Claim) -> bool:
    """Whether the change is that between the levels, and not one of a year among several, or of each year."""
    return not set(change.basis) & {"annual_average"} and ("year_on_year" not in change.basis or (move.years or 1) == 1)


def _relative(move: Move, change: Claim) -> bool:
    """Whether points are said where percent would be right: another slip."""
    found = growth_of(move) if change is move.points else None
    said = in_unit(change, "percentage_point")
    return bool(found and said and (found.meets(said) or found.meets(said.negated())))


def _problem(move: Move, change: Claim, right: Interval) -> Problem:
    figures = levels_of(move)
    by, fits = listed(figures), written_as(change.mention, right)
    zh = f"增减量与数值不符：按{by.zh}计算应为{fits}，文中为{change.mention.surface}；必有一数有误"
    en = f"an increase contradicts its levels: {by.en} make it {fits}, not {change.mention.surface}; one of them is wrong"
    slips = misprints((change.mention, right))
    return Problem("error", change.span, Text(zh, en), tuple(claim.span for claim in figures), expected=fits, slips=slips, premises=premises_of(move, change))
