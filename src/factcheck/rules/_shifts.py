"""By how many points the shares of one whole moved, and how many points each part lent the growth of the whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from fractions import Fraction
from functools import cache

from factcheck.interval import ANYTHING, Interval
from factcheck.model import Claim, Reading, Shift
from factcheck.names import fold_name
from factcheck.patterns import regex
from factcheck.rules._facts import allowed
from factcheck.rules._partitions import Member, base, members, named_whole, partitions
from factcheck.rules._shares import part_of, whose
from factcheck.rules._words import words

__all__ = ["shifts_of", "signed"]

_FAR = 3
_YEARS = frozenset(("year_on_year", "real", "nominal"))
_STILL = regex("[，,]?(?:与|同|和)(?:上年|去年)(?:同期)?持平")


def shifts_of(reading: Reading) -> tuple[Shift, ...]:
    """Each set of points that is told of all parts of one whole."""
    return tuple(_shifts(reading))


def _shifts(reading: Reading) -> Iterator[Shift]:
    claims = reading.claims
    told: dict[Hashable, dict[int, tuple[int, int]]] = defaultdict(dict)
    sentence, number = None, -1
    for at, claim in enumerate(claims):
        sentence, number = claim.sentence, number + (claim.sentence != sentence)
        if claim.mention.unit != "percentage_point" and not _stood_still(reading, claim):
            continue
        for key, member in _moved(reading, at):
            parts = told[key]
            if member.nth in parts or any(number - before > 1 for before, _ in parts.values()):
                parts.clear()
            parts[member.nth] = (number, at)
            if len(parts) == len(member.partition.parts):
                places = [place for _, (_, place) in sorted(parts.items())]
                parts.clear()
                yield from _shift(claims, places, member)


def _shift(claims: Sequence[Claim], places: Sequence[int], member: Member) -> Iterator[Shift]:
    """Shares as they are; contributions only where the growth that they make up is told."""
    every = tuple(claims[at] for at in places)
    found = tuple(claim for claim in every if claim.mention.unit == "percentage_point")
    slack = sum((claim.mention.ulp for claim in every if claim not in found), Fraction(0))
    lent = _lent(every[0])
    whole = _grown(claims, min(places), member) if lent else None
    if len(found) > 1 and (whole or not lent):
        yield Shift(found, whole, slack)


def _moved(reading: Reading, at: int) -> Iterator[tuple[Hashable, Member]]:
    """Of which part's share a figure in points is the change, or which part lent it."""
    claims, claim = reading.claims, reading.claims[at]
    name = fold_name(claim.indicator.value or "")
    said = name + reading.article.text[claim.clause.start : claim.span.start]
    if _lent(claim):
        source = _lender(claims, at)
        for member in dict.fromkeys((*(members(source) if source else ()), *_in_turn(reading, at))):
            yield ("lent", member.partition, member.rest, whose(claim)), member
    elif (claim.change in {"increase_by", "decrease_by"} or claim.mention.unit == "percent") and any(word in said for word in _composition()):
        for member in members(part_of(name)):
            kind = base(part_of(member.rest))
            yield ("moved", member.partition, kind, whose(claim), _basis(claim)), member._replace(rest=kind)


def _stood_still(reading: Reading, claim: Claim) -> bool:
    """Whether a share is told to be what it was a year before: its last digit, and no more, may have moved."""
    return claim.statement == "share" and claim.mention.unit == "percent" and _STILL.match(reading.article.text, claim.span.end) is not None


def _lent(claim: Claim) -> bool:
    """Whether a figure in points is what something lent to a growth."""
    return claim.change == "contribution" or (claim.indicator.value or "").startswith(words("en/contributing"))


def _in_turn(reading: Reading, at: int) -> Iterator[Member]:
    """三次产业分别拉动增长0.2、1.6、2.9个百分点; or each part of a partition named before 分别, in its order, once: as many figures as parts."""
    claims, claim = reading.claims, reading.claims[at]
    row = [other for other in claims[max(0, at - _FAR) : at + _FAR] if other.clause == claim.clause and _lent(other)]
    head = reading.article.text[claim.sentence.start : row[0].span.start]
    if not any(word in head for word in words("zh/respectively")):
        return
    named = [member for member in members(head) if not member.partition.of]
    for partition in dict.fromkeys((*(member.partition for member in named), *partitions())):
        order = [member.nth for member in named if member.partition is partition]
        told = order == list(range(len(partition.parts))) or (not order and fold_name(partition.name) in fold_name(head))
        if told and not partition.of and len(row) == len(partition.parts):
            yield Member(partition, row.index(claim), "")


@cache
def _composition() -> tuple[str, ...]:
    return tuple(map(fold_name, (*words("zh/composition"), *words("en/composition"))))


def _basis(claim: Claim) -> Hashable:
    return frozenset(claim.basis) - {"year_on_year"}


def _lender(claims: Sequence[Claim], at: int) -> str:
    """The name of the level or growth before a contribution, in its own sentence: whatever grew lent it."""
    before = (claim for claim in reversed(claims[max(0, at - _FAR) : at]) if claim.sentence == claims[at].sentence)
    return next((claim.indicator.value or "" for claim in before if claim.statement in {"level", "growth"}), "")


def _grown(claims: Sequence[Claim], at: int, member: Member) -> Claim | None:
    """The growth of the whole, told before its parts."""
    for claim in reversed(claims[max(0, at - 4 * _FAR) : at]):
        if claim.change == "growth_rate" and _of_a_year(claim) and whose(claim) == whose(claims[at]):
            rest = named_whole(claim.indicator.value or "", member.partition)
            if rest is not None and rest == member.rest:
                return claim
    return None


def _of_a_year(claim: Claim) -> bool:
    """Whether a growth is that of its own year: 与2020年相比，两年平均增长2.5% is no growth to which three industries lent their points."""
    since, now = claim.base.value, claim.period.value
    named = since is None or (now is not None and now.year is not None and since.year == now.year - 1)
    return named and set(claim.basis) <= _YEARS


def signed(reading: Reading, claim: Claim) -> Interval:
    """A number of points as said, negative where something fell or was pulled down."""
    said = allowed(claim.mention) or ANYTHING
    clause = reading.article.text[claim.clause.start : claim.span.start]
    fell = claim.direction == "down" or any(word in clause for word in words("zh/pulling_down"))
    return said.negated() if fell and said.low is not None and said.low >= 0 else said
