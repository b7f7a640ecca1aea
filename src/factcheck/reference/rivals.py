"""Whether a misfit was understood: what the other figures of its sentence say of that.

比2024年的1256万人多11万人: to find out what a figure is of is harder than to compare it. No writer says the same fact twice in a
sentence with different values; and where a sentence speaks of 2023 and 2022, a rate that is that of 2023 was meant so.
A misfit that such a neighbour explains is unchecked, unless its own clause says of which time it is.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import Claim, Compatible, Judged, Match, Mismatch, Stated, Text, Unchecked
from factcheck.reference.wording import agreed

__all__ = ["reconciled"]

_SAME_FACT = {"scale_wan_yi", "decimal_shift"}
"""1401879亿元（14.02万亿元）: such a misfit is the same fact, said again with a slip."""
_BESIDE = Text("但同一句中另一个数与之相符，这个数说的可能是别的", "but another figure of the sentence fits; this one may be of something else")
_OF_THAT = Text("但同一句也说到那一时期或地区，可能说的是它", "but the sentence speaks of that too, and may mean it")


def reconciled(judged: Iterable[Judged]) -> tuple[Judged, ...]:
    """The verdicts, where a misfit that a confirmed figure of its sentence explains is unchecked."""
    found = tuple(judged)
    if not any(isinstance(one.verdict, Mismatch) for one in found):
        return found
    right = [one for one in found if isinstance(one.verdict, Match | Compatible)]
    return tuple(_reconciled(one, [other for other in right if other.claim.sentence == one.claim.sentence]) for one in found)


def _reconciled(one: Judged, right: list[Judged]) -> Judged:
    verdict, claim = one.verdict, one.claim
    if not isinstance(verdict, Mismatch) or claim.mention.hedge != "none" or _timed(claim):
        return one
    if any(slip.name in _SAME_FACT for slip in verdict.slips):
        return one
    note = None
    if any(_official(other) == _official(one) and _apart(other.claim, claim) for other in right):
        note = _BESIDE
    elif any(slip.of and slip.of in _place(other.claim) for other in right for slip in verdict.slips):
        note = _OF_THAT
    return Judged(claim, Unchecked("ambiguous", agreed(verdict.why, [note]), verdict.evidence)) if note else one


def _timed(claim: Claim) -> bool:
    """Whether the figure's own clause says of which time it is."""
    period = claim.period
    span = period.span if isinstance(period, Stated) else None
    return bool(span and claim.clause.start <= span.start < claim.span.start)


def _official(one: Judged) -> str:
    """Which official figure a claim was held against: indicator, area and period, of whichever vintage."""
    return "" if isinstance(one.verdict, Unchecked) else one.verdict.evidence.id.partition("@")[0]


def _apart(one: Claim, other: Claim) -> bool:
    """Whether the two can't be one figure: 超过100万亿元 and 101.4万亿元 can."""
    ours, theirs = one.mention.guaranteed, other.mention.guaranteed
    return bool(ours and theirs and not ours.meets(theirs))


def _place(claim: Claim) -> tuple[str, str]:
    """Where and when: 2025-end is 2025."""
    period, area = claim.period.value, claim.area.value
    return area.name if area else "", period.text.removesuffix("-end") if period else ""
