"""New observations against the set: which are new, which it has, which take the place of another, and which contradict it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from factcheck.model import Observation
from factcheck.period import Period
from factcheck.records import NamedTuple
from factcheck.reference.mapping import Mapped
from factcheck.reference.merge import Merged
from factcheck.reference.schema import Found
from factcheck.reference.tracks import same_period
from factcheck.reference.values import CONSTANT
from factcheck.reference.vintage import agree, fineness

__all__ = ["KINDS", "Compared", "Kind", "compared"]

Kind = Literal["new", "changed", "finer", "older", "same", "conflict"]
KINDS: tuple[Kind, ...] = ("conflict", "changed", "new", "finer", "older", "same")
"""`changed`: another value, published later, so that the one of the set is superseded. `finer`: the same with more digits.
`older`: another value, published before the one of the set. `conflict`: another value of the same date, or of none."""


class Compared(NamedTuple):
    """A new observation, what it is to the set, and the one of the set that this rests on."""

    kind: Kind
    observation: Observation
    place: str
    known: Found[Observation] | None = None


def compared(found: Iterable[Mapped], merged: Merged) -> list[Compared]:
    """Each observation held against those of the set for the same indicator, area and time."""
    kinds = {entry.value.id: entry.value.kind for entry in merged.indicators}
    known: dict[tuple[str, str], list[Found[Observation]]] = {}
    for entry in merged.observations:
        if entry.value.status != "target":
            known.setdefault(entry.value[:2], []).append(entry)
    return [_one(each, _at(each.observation, kinds, known)) for each in found]


def _at(one: Observation, kinds: Mapping[str, str], known: Mapping[tuple[str, str], list[Found[Observation]]]) -> list[Found[Observation]]:
    """What the set has for the same time, however it writes that: a stock of 2022 is that of 2022-end."""
    if one.period == CONSTANT:
        return [entry for entry in known.get(one[:2], ()) if entry.value.period == CONSTANT]
    own, kind = Period.parse(one.period), kinds.get(one.indicator, "")
    entries = (entry for entry in known.get(one[:2], ()) if entry.value.period != CONSTANT)
    return [entry for entry in entries if same_period(kind, own, Period.parse(entry.value.period))]


def _one(new: Mapped, known: list[Found[Observation]]) -> Compared:
    one, place = new
    alike = [entry for entry in known if agree(entry.value, one)]
    if alike:
        finest = max(alike, key=lambda entry: fineness(entry.value))
        same_key = any(entry.value.published == one.published and entry.value.unit == one.unit for entry in alike)
        finer = fineness(one) > fineness(finest.value) and not same_key
        return Compared("finer" if finer else "same", one, place, finest)
    live = [entry for entry in known if entry.value.status != "superseded"] or known
    if not live:
        return Compared("new", one, place)
    latest = max(live, key=lambda entry: entry.value.published)
    dated = [entry for entry in known if not _apart(entry.value.published, one.published)]
    if dated:
        return Compared("conflict", one, place, dated[0])
    if one.published > latest.value.published:
        return Compared("changed", one, place, latest)
    return Compared("older", one._replace(status="superseded"), place, latest)


def _apart(one: str, other: str) -> bool:
    """Whether one was surely published before the other."""
    if not one or not other:
        return False
    a, b = Period.parse(one), Period.parse(other)
    return bool(a.last and b.first and a.last < b.first) or bool(b.last and a.first and b.last < a.first)
