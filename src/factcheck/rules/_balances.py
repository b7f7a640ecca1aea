"""What is left of one figure when another is taken away: a surplus of exports over imports, natural growth of births over deaths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.model import Balance, Claim, Reading
from factcheck.names import fold_name
from factcheck.records import NamedTuple
from factcheck.rules._facts import allowed
from factcheck.rules._partitions import base
from factcheck.rules._shares import whose
from factcheck.rules._words import table

__all__ = ["balances_of"]

_NEXT = 2
_NEAR = 10
"""How many figures before it a balance may go back to."""


class _Kind(NamedTuple):
    gains: frozenset[str]
    losses: frozenset[str]


def balances_of(reading: Reading) -> tuple[Balance, ...]:
    """Every balance whose two sides are told shortly before it or behind it, of the same place and time."""
    return tuple(_balances(reading.claims))


def _balances(claims: Sequence[Claim]) -> Iterator[Balance]:
    for at, claim in enumerate(claims):
        kind = _kinds().get(_name(claim))
        # by how much a balance moved is no balance; people are told to have grown by what was born less what died
        moved = claim.mention.kind == "duration" or (claim.statement != "level" and claim.mention.unit != "person")
        if kind is None or moved or allowed(claim.mention) is None:
            continue
        before, behind = claims[max(0, at - _NEAR) : at], claims[at + 1 : at + 1 + _NEAR]
        gain, loss = (_last(before, claim, names) for names in kind)
        if not gain and not loss:
            gain, loss = (_last(behind, claim, names) for names in kind)
        gain, loss = (gain, loss) if gain or loss else (_last(before, claim, names, of_rate=True) for names in kind)
        if gain and loss:
            yield Balance(claim, gain, loss)


def _last(claims: Sequence[Claim], balance: Claim, names: frozenset[str], *, of_rate: bool = False) -> Claim | None:
    """The nearest level of one of the names, where no other value of it is about; of a rate, the people that it is reckoned from."""
    levels = [claim for claim in claims if claim.statement == "level" and claim.change != "level_from"]
    unit = "person" if of_rate else balance.mention.unit
    alike = [claim for claim in levels if claim.mention.unit == unit and _name(claim) in names]
    return alike[-1] if len(alike) == 1 and whose(_dated(alike[0], balance)) == whose(balance) else None


def _dated(side: Claim, balance: Claim) -> Claim:
    """A side told right behind its balance without a time of its own is of the same: The deficit was … in May. Imports rose to …"""
    near = balance.sentence.end <= side.sentence.start <= balance.sentence.end + _NEXT
    return side._replace(period=balance.period) if near and side.period.value is None else side


def _name(claim: Claim) -> str:
    return base(fold_name(claim.indicator.value or "")).removeprefix("公司") if claim.statement in {"level", "change"} else ""


@cache
def _kinds() -> dict[str, _Kind]:
    found = {}
    for results, sides in (*table("zh/balances").items(), *table("en/balances").items()):
        gains, losses = (frozenset(map(_base, side.split("|"))) for side in sides.split(" - "))
        found.update({_base(result): _Kind(gains, losses) for result in results.split("|")})
    return found


def _base(name: str) -> str:
    return base(fold_name(name))
