"""占比有升有降却不相抵 / The changes of all shares do not cancel out.

整体的各部分占比此消彼长：一部分提高多少个百分点，其余部分就合计下降多少；四舍五入之外不相抵，必有一数或一个方向有误。
What some parts of a whole gain in points the others lose. Where gains and losses do not cancel out but for rounding, one of the
figures or directions is wrong.

错：第一产业比重上升3.8个百分点，第二产业比重回落2.2个百分点，第三产业比重回落2.6个百分点。
错：全年第一产业增加值占GDP的比重为4.1%，与上年持平；第二产业增加值比重为52.3%，下降0.7个百分点；第三产业增加值比重为43.6%，上升0.2个百分点。
对：全年第一产业增加值占GDP的比重为4.1%，与上年持平；第二产业增加值比重为52.3%，下降0.7个百分点；第三产业增加值比重为43.6%，上升0.8个百分点。
对：第一产业比重上升3.8个百分点，第二产业比重回落2.2个百分点，第三产业比重回落1.7个百分点。
对：第一产业比重上升3.8个百分点，第二产业比重回落2.2个百分点。
wrong: The share of men rose 0.2 percentage points and the share of women rose 0.5 percentage points.
right: The share of men fell 0.5 percentage points and the share of women rose 0.5 percentage points.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce

from factcheck.interval import Interval
from factcheck.model import Facts, Problem, Shift, Text
from factcheck.rules._premises import same_owner, same_time, stated
from factcheck.rules._say import listed
from factcheck.rules._shifts import signed
from factcheck.written import show

__all__ = ["check"]

RESTS_ON = ("all_parts", "same_owner", "same_time")

_NOUGHT = Interval.point(Fraction(0))


def check(facts: Facts) -> Iterator[Problem]:
    """Each set of changes of all shares of one whole."""
    for shift in facts.graph.shifts:
        moved = [signed(facts.reading, claim) for claim in shift.claims if shift.whole is None]
        total = reduce(Interval.plus, moved) if moved else _NOUGHT
        if not total.meets(Interval(-shift.slack, shift.slack)):
            yield _problem(shift, total)


def _problem(shift: Shift, total: Interval) -> Problem:
    names, first = listed(shift.claims), shift.claims[0]
    zh = f"占比有升有降却不相抵：{names.zh}相加为{show(total)}个百分点；必有一数或一个方向有误"
    en = f"the changes of all shares do not cancel out: {names.en} come to {show(total)} points; a figure or a direction is wrong"
    premises = (stated("all_parts"), same_owner(*shift.claims), same_time(*shift.claims))
    return Problem("error", first.span, Text(zh, en), tuple(claim.span for claim in shift.claims[1:]), premises=premises)
