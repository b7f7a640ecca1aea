"""百分点与百分之混淆 / Percent for percentage points.

比率由25%提高到30%，是提高5个百分点，也就是提高20%；“提高5%”就错了。反过来，数值的增长说百分之，不说百分点。
A rate that goes from 25% to 30% rises by 5 percentage points, or by 20%, but not by 5%. And an amount grows by percent, not by points.

错：全市森林覆盖率由25%提高到30%，提高5%。
错：全市货物进出口额由8.1亿元增至9.4亿元，增长16个百分点。
错：研发投入占营业收入的7.4%，比上年同期的6.1%提高1.3%。
对：全市森林覆盖率由25%提高到30%，提高5个百分点。
对：全市森林覆盖率由25%提高到30%，提高20%。
wrong: The unemployment rate rose 5% from 25% to 30%.
right: The unemployment rate rose 5 percentage points from 25% to 30%.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Move, Problem, Slip, Text
from factcheck.rules._levels import RATES, difference_of, growth_of, premises_of, signed
from factcheck.rules._moves import levels_of
from factcheck.rules._say import listed
from factcheck.written import show

__all__ = ["check"]

RESTS_ON = ("same_thing", "same_owner", "from_to", "same_basis")


def check(facts: Facts) -> Iterator[Problem]:
    """Percent that fits as points and not as percent, and points that fit as percent and not as points."""
    for move in facts.graph.moves:
        if move.base is None or move.now is None:
            continue
        points, percent = difference_of(move) if move.now.mention.unit in RATES else None, growth_of(move)
        for rate in move.rates:
            if points and rate.mention.unit == "percent" and _fits(rate, points) and not (percent and _fits(rate, percent)):
                yield _problem(move, rate, points, Text("个百分点", " percentage points"))
        if move.points and percent and _fits(move.points, percent) and not (points and _fits(move.points, points)):
            yield _problem(move, move.points, percent, Text("%", "%"))


def _fits(change: Claim, found: Interval) -> bool:
    """Whether the bare number would be right."""
    said = signed(change, change.mention.unit)
    return said is not None and said.meets(found)


def _problem(move: Move, change: Claim, found: Interval, unit: Text) -> Problem:
    figures = levels_of(move)
    right = found.negated() if change.direction == "down" else found
    number = show(right)
    by, zh, en = listed(figures), f"{number}{unit.zh}", f"{number}{unit.en}"
    said = Text(
        f"百分点与百分之混淆：{by.zh}之间相差{zh}，不是{change.mention.surface}",
        f"percent and points confused: {by.en} are {en} apart, not {change.mention.surface}",
    )
    slip = Slip("percent_for_points", Text("“%”与“个百分点”混淆", "percent for percentage points, or the reverse"))
    return Problem("error", change.span, said, tuple(claim.span for claim in figures), expected=zh, slips=(slip,), premises=premises_of(move, change))
