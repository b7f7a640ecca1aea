"""The reference set as the rest of the program sees it: values by indicator and area, in constant time.

What is found by name is found exactly. Likeness is for suggestions alone: 就业率 and 失业率 are nearly the same to any measure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal

from factcheck.model import Event, Indicator, Observation, Source, Text, Vocabulary
from factcheck.names import fold_name
from factcheck.reference import load

__all__ = ["ReferenceSet", "Relation"]

Relation = Literal["growth_of", "share_of", "streak_of", "per_head_of", "abroad_of", "index_of", "census_of"]
_LONGEST_NAME = 256  # likeness costs the product of two lengths
_LIKE = 60  # of 100; less has as good as nothing in common


class ReferenceSet:
    """Official values with their indicators and events. Never changes; series are decoded when they are first asked for."""

    def __init__(self, compiled: load.Compiled, digest: str) -> None:
        self._data = compiled
        self._sources = [Source(*row) for row in compiled["sources"]]
        self._decoded: dict[tuple[str, str], tuple[Observation, ...]] = {}
        self.digest = digest
        """SHA-256 over the content of all files."""
        self.vocabulary = Vocabulary(MappingProxyType({name: tuple(ids) for name, ids in compiled["names"].items()}))
        self.events = tuple(_event(row) for row in compiled["events"])

    @classmethod
    def open(cls, paths: Sequence[str]) -> ReferenceSet:
        """The set of these files and folders. Refused names everything that is wrong in any of them."""
        files = load.files(paths)
        digest = load.digest(files)
        return cls(load.compiled(files, digest), digest)

    @classmethod
    def empty(cls) -> ReferenceSet:
        """A set that knows nothing."""
        return cls(load.EMPTY, load.digest(()))

    def indicator(self, indicator_id: str) -> Indicator | None:
        """The indicator of that id."""
        row = self._data["indicators"].get(indicator_id)
        return _indicator(row) if row else None

    def indicators(self) -> Iterator[Indicator]:
        """All indicators, by id."""
        return map(_indicator, self._data["indicators"].values())

    def related(self, indicator_id: str, relation: Relation) -> tuple[Indicator, ...]:
        """The indicators that are the growth (share, streak, value per head) of this one."""
        about = self._data["related"][relation].get(indicator_id, ())
        return tuple(_indicator(self._data["indicators"][one]) for one in about)

    def areas(self, indicator_id: str) -> tuple[str, ...]:
        """The names of the areas for which the indicator has values."""
        return tuple(self._data["series"].get(indicator_id, ()))

    def area(self, name: str) -> Mapping[str, str]:
        """What a file says of an area (code, part_of, level); nothing of those that only the lexicon knows."""
        return MappingProxyType(self._data["areas"].get(name, {}))

    def series(self, indicator_id: str, area: str) -> tuple[Observation, ...]:
        """All values of an indicator in an area, by period and date of publication."""
        key = indicator_id, area
        if key not in self._decoded:
            rows = self._data["series"].get(indicator_id, {}).get(area)
            self._decoded[key] = tuple(self._observation(*key, *row.split(" ")) for row in rows.split(";")) if rows else ()
        return self._decoded[key]

    def suggest(self, name: str, limit: int = 3) -> tuple[str, ...]:
        """Names of indicators that look like this one, the likest first. To show to a person, never to compare with."""
        from rapidfuzz import fuzz, process  # 2.8 times the start of Python, and only for a message

        names = {word: fold_name(word) for one in self.indicators() for word in (*one.name, *one.aliases)}
        asked = fold_name(name)[:_LONGEST_NAME]
        return tuple(word for _, _, word in process.extract(asked, names, scorer=fuzz.WRatio, limit=limit, score_cutoff=_LIKE))

    def _observation(self, indicator: str, area: str, period: str, value: str, place: str, note: str = "") -> Observation:
        unit, status, published, source, hedge, exact = self._data["attributes"][int(place)]
        words = self._data["notes"][int(note)] if note else ""
        origin = self._sources[source]
        return Observation(indicator, area, period, value, unit, status, published, origin, hedge, exact, words)


def _indicator(row: Sequence[Any]) -> Indicator:
    """A row as JSON gives it back, with its tuples."""
    one = Indicator(*row)
    bounds, balance = (pair and (pair[0], pair[1]) for pair in (one.bounds, one.balance))
    return one._replace(name=Text(*one.name), aliases=tuple(one.aliases), bounds=bounds, parts=tuple(one.parts), balance=balance)


def _event(row: Sequence[Any]) -> Event:
    event = Event(*row)
    return event._replace(name=Text(*event.name), aliases=tuple(event.aliases), source=Source(*event.source))
