"""How figures move: 由A增至B, 增加C, 增长p%. Which figures of a passage tell of one movement of one statistic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.model import Claim, Move
from factcheck.rules._facts import is_level, like

__all__ = ["moves_of"]

_BY = {"increase_by", "decrease_by"}
_RATES = {"growth_rate", "times"}
_ELSEWHERE = {"other_base", "period_on_period"}
"""A change against another base than the one named is no part of the movement."""


def moves_of(claims: Sequence[Claim]) -> tuple[Move, ...]:
    """The movements, in the order of the text. A change belongs to the level that it stands beside, within one sentence."""
    sentences = (tuple(group) for _, group in groupby(claims, key=lambda claim: claim.sentence))
    return tuple(move for sentence in sentences for move in _in_sentence(sentence) if _says_twice(move))


def _in_sentence(claims: Sequence[Claim]) -> Iterator[Move]:
    """Collect figures of one name into a movement until another level begins the next."""
    move = Move(None)
    for claim in claims:
        if not _joins(move, claim):
            yield move
            move = Move(None)
        move = _with(move, claim)
    yield move


def _with(move: Move, claim: Claim) -> Move:
    """The movement with one figure more; as it was, where the figure tells of something else."""
    if claim.change == "level_from":
        return move._replace(base=claim)
    if is_level(claim):
        return move._replace(now=claim, years=_years(move.base, claim))
    if set(claim.basis) & _ELSEWHERE:
        return move
    if claim.change in _BY:
        return move._replace(by=claim)
    return move._replace(rates=(*move.rates, claim)) if claim.change in _RATES else move


def _joins(move: Move, claim: Claim) -> bool:
    """Whether a figure goes on with the movement: the same statistic of the same subject, and no second level of its kind."""
    known = [part for part in (move.base, move.now, move.by, *move.rates) if part]
    if not known:
        return True
    last = known[-1]
    if (last.indicator.value, last.subject.value, last.owner, last.modality) != (claim.indicator.value, claim.subject.value, claim.owner, claim.modality):
        return False
    if claim.change == "level_from":
        return move.base is None and move.now is None
    if is_level(claim):
        return move.now is None and (move.base is None or like(move.base.mention, claim.mention))
    return claim.change not in _BY or move.by is None


def _years(base: Claim | None, now: Claim) -> int | None:
    """How many years lie between two levels, where the text says of both which year they are of."""
    if base is None or base.period.value is None or now.period.value is None:
        return None
    first, last = base.period.value.year, now.period.value.year
    return last - first if first is not None and last is not None else None


def _says_twice(move: Move) -> bool:
    """Whether a movement tells more than it needs, so that it can contradict itself."""
    return sum((move.base is not None, move.now is not None, move.by is not None, bool(move.rates))) > 2
