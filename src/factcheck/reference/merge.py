"""Many reference files → one set, with what they say held against each other."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from factcheck.errors import Fault, Refused
from factcheck.model import Event, Indicator, Observation
from factcheck.records import NamedTuple
from factcheck.reference.schema import Found, Parsed, parse
from factcheck.reference.values import nearest

__all__ = ["Merged", "gather", "in_order", "merge"]

T = TypeVar("T")


class Merged(NamedTuple):
    """A set in which every id that is used is defined, and nothing is said twice; each thing with the place where it stands."""

    indicators: list[Found[Indicator]]
    observations: list[Found[Observation]]
    areas: list[Found[tuple[str, dict[str, str]]]]
    events: list[Found[Event]]


def merge(files: Sequence[tuple[str, bytes]]) -> Merged:
    """Read all files. Refused names every fault of all of them, in the order of path and line."""
    merged, faults = gather(files)
    if faults:
        raise Refused(*faults)
    return merged


def gather(files: Sequence[tuple[str, bytes]]) -> tuple[Merged, list[Fault]]:
    """What can be read of all files, and every fault of theirs; a value with a fault is a blank one."""
    parsed, faults = _parsed(files)
    indicators = _unique("indicator", (entry for file in parsed for entry in file.indicators), lambda one: one.id)
    if len(parsed) == len(files):  # what is missing may stand in a file that can't be read
        _check_mentions(parsed, indicators)
    observations = _unique("value", _with_units(parsed, indicators), _said_of)
    areas = _unique("area", (entry for file in parsed for entry in file.areas), lambda one: one[0])
    events = _unique("event", (entry for file in parsed for entry in file.events), lambda one: one.id)
    faults += [fault for file in parsed for fault in file.page.faults]
    merged = Merged(list(indicators.values()), list(observations.values()), list(areas.values()), list(events.values()))
    return merged, in_order(faults)


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """By path, line and column."""
    return sorted(faults, key=lambda fault: (fault.path, fault.line, fault.column))


def _parsed(files: Sequence[tuple[str, bytes]]) -> tuple[list[Parsed], list[Fault]]:
    parsed: list[Parsed] = []
    faults: list[Fault] = []
    for path, data in files:
        try:
            parsed.append(parse(path, data))
        except Refused as error:
            faults += error.faults
    return parsed, faults


def _unique(what: str, entries: Iterable[Found[T]], key: Callable[[T], Hashable]) -> dict[Hashable, Found[T]]:
    """The entries by key; to say one thing a second time is a fault."""
    first: dict[Hashable, Found[T]] = {}
    for entry in entries:
        known = first.setdefault(key(entry.value), entry)
        if known is not entry:
            message = f"this {what} stands in {known.page.path}:{known.line} already"
            entry.page.fault(entry.line, entry.column, message, "keep one of the two")
    return first


def _said_of(observation: Observation) -> tuple[str, ...]:
    return observation.indicator, observation.area, observation.period, observation.published, observation.unit


def _with_units(parsed: Iterable[Parsed], indicators: Mapping[Hashable, Found[Indicator]]) -> Iterator[Found[Observation]]:
    """All observations whose key could be read; those that name no unit are in their indicator's."""
    for found in (found for file in parsed for found in file.observations):
        observation = found.value
        indicator = indicators.get(observation.indicator)
        if not (observation.area and observation.period):
            continue
        if indicator and not observation.unit:
            yield found._replace(value=observation._replace(unit=indicator.value.unit))
        else:
            yield found


def _check_mentions(parsed: Iterable[Parsed], indicators: Mapping[Hashable, Found[Indicator]]) -> None:
    """Whoever speaks of an indicator that no file defines is told so."""
    for mention in (mention for file in parsed for mention in file.mentions):
        if mention.value not in indicators:
            hint = nearest(mention.value, map(str, indicators))
            mention.page.fault(mention.line, mention.column, f"no file defines the indicator {mention.value!r}", hint)
