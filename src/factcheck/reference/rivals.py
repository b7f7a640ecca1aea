"""What the other figures of its sentence say of a misfit: that it was not understood, or that two have changed places.

比2024年的1256万人多11万人: to find out what a figure is of is harder than to compare it. No writer says the same fact twice in a
sentence with different values; and where a sentence speaks of 2023 and 2022, a rate that is that of 2023 was meant so.
A misfit that such a neighbour explains is unchecked, unless a time or place is named for it alone. Two misfits of which each
is the other's official figure have changed places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from factcheck.model import (
    Assumed,
    Claim,
    Compatible,
    Evidence,
    Judged,
    Match,
    Mismatch,
    Slip,
    Slot,
    Span,
    Stated,
    Text,
    Unchecked,
)
from factcheck.patterns import regex
from factcheck.reference.wording import agreed
from factcheck.units import ratio

__all__ = ["reconciled"]

_SAME_FACT = {"scale_wan_yi", "decimal_shift"}
"""1401879亿元（14.02万亿元）: such a misfit is the same fact, said again with a slip."""
_BESIDE = Text("但同一句中另一个数与之相符，这个数说的可能是别的", "but another figure of the sentence fits; this one may be of something else")
_OF_THAT = Text("但同一句也说到那一时期或地区，可能说的是它", "but the sentence speaks of that too, and may mean it")
_SMALLER = Text("但同句另一个数远非这一地区的，说的可能是别处", "but another figure of the sentence is far from that of this area; it may be of another")
_FAR = 10
_VINTAGE = regex("@[0-9-]*")
_PRECISE = 1000
"""With so many steps in its value a figure is another's by chance once in as many times."""


def reconciled(judged: Iterable[Judged]) -> tuple[Judged, ...]:
    """The verdicts, seen by sentence."""
    found = tuple(judged)
    if not any(_misfit(one) for one in found):
        return found
    sentences: dict[Span, list[Judged]] = {}
    for one in found:
        sentences.setdefault(one.claim.sentence, []).append(one)
    seen = (one for sentence in sentences.values() for one in _seen(sentence))
    return tuple(sorted(seen, key=lambda one: one.claim.span))


def _seen(sentence: list[Judged]) -> Iterator[Judged]:
    if not any(_misfit(one) for one in sentence):
        yield from sentence
        return
    swapped = dict(_swapped(sentence))
    for at, one in enumerate(sentence):
        yield swapped[at] if at in swapped else _explained(one, sentence)


def _misfit(one: Judged) -> Evidence | None:
    """The official figure that a claim is not."""
    match one.verdict:
        case Mismatch(evidence):
            return evidence
        case Unchecked("ambiguous", _, nearest) if nearest and one.claim.mention.value and one.claim.mention.value >= _PRECISE * one.claim.mention.ulp:
            return nearest
        case _:
            return None


# --------------------------------------------------------------------------------------------- two that changed places

def _swapped(sentence: Sequence[Judged]) -> Iterator[tuple[int, Judged]]:
    wrong = [(at, one, evidence) for at, one in enumerate(sentence) if (evidence := _misfit(one))]
    for (at, one, ours), (other_at, other, theirs) in combinations(wrong, 2):
        crossed = _is(one.claim, theirs) and _is(other.claim, ours)
        if crossed and one.claim.mention.unit == other.claim.mention.unit and not _is(one.claim, ours):
            yield at, _changed_places(one, ours, other.claim.mention.surface)
            yield other_at, _changed_places(other, theirs, one.claim.mention.surface)


def _is(claim: Claim, evidence: Evidence) -> bool:
    said = claim.mention.guaranteed
    return bool(said and (said.meets(evidence.found) or said.negated().meets(evidence.found)))


def _changed_places(one: Judged, evidence: Evidence, other: str) -> Judged:
    slip = Slip("figures_swapped", Text(f"与同句的{other}对调了", f"has changed places with {other}"), other)
    firm = isinstance(one.verdict, Mismatch) and one.verdict.firm
    return Judged(one.claim, Mismatch(evidence, one.verdict.why, firm, (slip,)))


# --------------------------------------------------------------------------------------------- one that was not understood

def _explained(one: Judged, sentence: Sequence[Judged]) -> Judged:
    """The misfit as unchecked, if another figure of the sentence is what makes it one."""
    verdict, claim = one.verdict, one.claim
    if not isinstance(verdict, Mismatch) or claim.mention.hedge != "none":
        return one
    if any(slip.name in _SAME_FACT for slip in verdict.slips):
        return one
    right = [other for other in sentence if isinstance(other.verdict, Match | Compatible)]
    if isinstance(claim.area, Assumed) and any(other is not one and _far_off(other) and other.claim.area == claim.area for other in sentence):
        return Judged(claim, Unchecked("ambiguous", agreed(verdict.why, [_SMALLER]), verdict.evidence))
    if _named(claim, right, sentence):
        return one
    note = None
    if any(_official(other) == _official(one) and _apart(other.claim, claim) for other in right):
        note = _BESIDE
    elif any(slip.of and slip.of in _place(other.claim) for other in right for slip in verdict.slips):
        note = _OF_THAT
    return Judged(claim, Unchecked("ambiguous", agreed(verdict.why, [note]), verdict.evidence)) if note else one


def _far_off(one: Judged) -> bool:
    """Whether a figure is of another size altogether than the official one of the area that it is taken to be of."""
    evidence = one.verdict.nearest if isinstance(one.verdict, Unchecked) else one.verdict.evidence
    value, scale = one.claim.mention.value, isinstance(one.verdict, Mismatch) and any(slip.name in _SAME_FACT for slip in one.verdict.slips)
    if evidence is None or not value or scale or one.claim.statement != "level" or one.claim.mention.hedge != "none":
        return False
    low, high = evidence.found.low, evidence.found.high
    return bool(low and high and not low / _FAR <= value <= high * _FAR)


def _named(claim: Claim, right: Sequence[Judged], sentence: Sequence[Judged]) -> bool:
    """Whether a time or place is named for this figure alone: no other stands between, and no figure that fits goes by it."""
    shared = {slot.span for other in right for slot in _slots(other.claim) if isinstance(slot, Stated)}
    return any(isinstance(slot, Stated) and slot.span not in shared and _beside(slot, claim, sentence) for slot in _slots(claim))


def _slots(claim: Claim) -> tuple[Slot[Any], Slot[Any]]:
    return claim.period, claim.area


def _beside(slot: Stated[Any], claim: Claim, sentence: Sequence[Judged]) -> bool:
    if slot.span is None or slot.span.start >= claim.clause.end:
        return False
    start, end = sorted((slot.span.start, claim.span.start))
    return not any(start < other.claim.span.start < end for other in sentence)


def _official(one: Judged) -> str:
    """Which official figure a claim was held against: indicator, area and period, of whichever vintage."""
    return "" if isinstance(one.verdict, Unchecked) else _VINTAGE.sub("", one.verdict.evidence.id)


def _apart(one: Claim, other: Claim) -> bool:
    """Whether the two can't be one figure: 超过100万亿元 and 101.4万亿元 can."""
    ours, theirs = one.mention.guaranteed, other.mention.guaranteed
    factor = ratio(other.mention.unit, one.mention.unit)
    return bool(ours and theirs and not ours.meets(theirs.scaled(factor) if factor else theirs))


def _place(claim: Claim) -> tuple[str, str]:
    """Where and when: 2025-end is 2025."""
    period, area = claim.period.value, claim.area.value
    return area.name if area else "", period.text.removesuffix("-end") if period else ""
