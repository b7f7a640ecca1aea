"""占比的升降与增速相悖 / Shares move against growth.

增长最慢的部分占比应当下降，增长最快的应当上升。最慢的反而大升、最快的反而下降，除非价格大变或数据修订，多半有一数或一个方向写错。
What grows slowest loses share and what grows fastest gains. Where the slowest gains much and the fastest loses, only a great change
of prices or a revision could do that: more likely a figure or a direction is wrong.

错：全县生产总值增长13.1%。第一产业增长6.3%，第二产业增长9.5%，第三产业增长18.0%。第一产业比重上升3.8个百分点，第二产业比重回落2.2个百分点，第三产业比重回落1.6个百分点。
对：全县生产总值增长13.1%。第一产业增长6.3%，第二产业增长9.5%，第三产业增长18.0%。第一产业比重回落1.8个百分点，第二产业比重回落1.2个百分点，第三产业比重上升3.0个百分点。
wrong: Urban sales grew 12.4%; rural sales grew 2%. The share of urban sales fell 4.1 percentage points and the share of rural sales rose 4.1 percentage points.
right: Urban sales grew 12.4%; rural sales grew 2%. The share of urban sales rose 1.1 percentage points and the share of rural sales fell 1.1 percentage points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Problem, Span, Text
from factcheck.rules._facts import claims_in
from factcheck.rules._levels import signed as signed_rate
from factcheck.rules._partitions import Member, base, members
from factcheck.rules._premises import assumed, stated
from factcheck.rules._shares import part_of, whose
from factcheck.rules._shifts import signed

__all__ = ["check"]

RESTS_ON = ("all_parts", "same_basis")

_NEAR = 600
_MUCH, _APART = Fraction(3), Fraction(3)
"""Points of share, and of growth between the slowest and the fastest: less than that prices do by themselves."""


def check(facts: Facts) -> Iterator[Problem]:
    """Each set of changes of all shares with the growth of the same parts, told before."""
    for shift in facts.graph.shifts:
        rates = [_rate(facts, claim) for claim in shift.claims] if shift.whole is None else []
        told = [rate for rate in rates if rate]
        if len(told) == len(rates) > 1:
            yield from _against(facts, shift.claims, told)


def _against(facts: Facts, moved: Sequence[Claim], rates: Sequence[Claim]) -> Iterator[Problem]:
    grew = [_least(signed_rate(rate, "percent")) for rate in rates]
    slowest, fastest = grew.index(min(grew)), grew.index(max(grew))
    gained, lost = (_least(signed(facts.reading, moved[at])) for at in (slowest, fastest))
    if grew[fastest] - grew[slowest] >= _APART and gained >= _MUCH and lost < 0:
        yield _problem(moved[slowest], moved[fastest], rates[slowest], rates[fastest])


def _least(found: Interval | None) -> Fraction:
    return found.low if found and found.low is not None else Fraction(0)


def _rate(facts: Facts, moved: Claim) -> Claim | None:
    """The growth of the part whose share moved, told within a few sentences before."""
    of = {_key(member) for member in members(part_of(moved.indicator.value or ""))}
    before = [claim for claim in claims_in(facts, Span(moved.span.start - _NEAR, moved.span.start)) if claim.change == "growth_rate"]
    alike = [claim for claim in before if whose(claim) == whose(moved) and of & {_key(member) for member in members(claim.indicator.value or "")}]
    return alike[-1] if alike and signed_rate(alike[-1], "percent") else None


def _key(member: Member) -> tuple[str, int, str]:
    return member.partition.name, member.nth, base(part_of(member.rest))


def _problem(gained: Claim, lost: Claim, slowest: Claim, fastest: Claim) -> Problem:
    one, other, slow, fast = (claim.mention.surface for claim in (gained, lost, slowest, fastest))
    zh = f"占比的升降与增速相悖：增长最慢的（{slow}）占比反升{one}，增长最快的（{fast}）反降{other}；请核对方向和数字，或说明价格变动"
    en = f"shares move against growth: the slowest ({slow}) gains {one} and the fastest ({fast}) loses {other}; check figures and directions"
    premises = (stated("all_parts"), assumed("same_basis", "价格变动或能解释", "prices may explain it"))
    return Problem("error", gained.span, Text(zh, en), (lost.span, slowest.span, fastest.span), premises=premises)
