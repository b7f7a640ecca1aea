"""What is wrong with a reference set whose files are each well written: values that can't be, and values that contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from factcheck.errors import Fault
from factcheck.model import Indicator, Observation
from factcheck.period import Period
from factcheck.reference.areas import known_areas, named
from factcheck.reference.merge import Merged, in_order
from factcheck.reference.schema import Found
from factcheck.reference.values import CONSTANT, nearest
from factcheck.reference.vintage import agree, conversion
from factcheck.units import read_unit

__all__ = ["audit"]

_AHEAD = {"target", "official_statement", "derived", "secondary"}
"""What may speak of a period that is not over: an aim, or words of a speech."""


def audit(merged: Merged) -> list[Fault]:
    """Every fault of the set; where a line has a fault already, what else it says is left alone."""
    indicators = {found.value.id: found.value for found in merged.indicators}
    own = {found.value[0] for found in merged.areas}
    sound = [found for found in merged.observations if found.value.indicator in indicators and not _faulty(found)]
    for found in sound:
        _check_area(found, own)
        _check_bounds(found, indicators[found.value.indicator])
        _check_date(found)
    for group in _releases(sound):
        _check_vintages(group)
    pages = {id(found.page): found.page for found in merged.observations}
    return in_order(fault for page in pages.values() for fault in page.faults)


def _faulty(found: Found[Observation]) -> bool:
    return any(fault.line == found.line for fault in found.page.faults)


def _fault(found: Found[Observation], message: str, hint: str) -> None:
    found.page.fault(found.line, found.column, message, hint)


def _check_area(found: Found[Observation], own: set[str]) -> None:
    area = found.value.area
    if area in own or area in known_areas():
        return
    meant = named(area)
    hint = f"write {' or '.join(meant)}" if meant else nearest(area, [*known_areas(), *own]) or "define it under areas:"
    _fault(found, f"an area that is not known: {area}", hint)


def _check_bounds(found: Found[Observation], indicator: Indicator) -> None:
    """Within the indicator's bounds, where it has any and the unit converts."""
    one, base = found.value, read_unit(indicator.unit)
    factor = conversion(one.unit, base[1]) if base else None
    if indicator.bounds is None or base is None or factor is None:
        return
    low, high = map(Fraction, indicator.bounds)
    if not low <= Fraction(one.value) * factor / base[0] <= high:
        bounds = f"[{indicator.bounds[0]}, {indicator.bounds[1]}]"
        _fault(found, f"{one.value} {one.unit} is outside the bounds {bounds} of {indicator.id}", "mend the value, or widen the bounds")


def _check_date(found: Found[Observation]) -> None:
    """What is a result can't have come out before its period began."""
    one = found.value
    if not one.published or one.period == CONSTANT or one.status in _AHEAD:
        return
    period, published = Period.parse(one.period), Period.parse(one.published)
    if period.first and published.last and published.last < period.first:
        _fault(found, f"published {one.published}, before {one.period} began", "a value ahead of its time is a target")


def _releases(observations: Iterable[Found[Observation]]) -> Iterator[list[Found[Observation]]]:
    """The values of one indicator, area and period, where there are several."""
    groups: dict[tuple[str, str, str], list[Found[Observation]]] = {}
    for found in observations:
        groups.setdefault((found.value.indicator, found.value.area, found.value.period), []).append(found)
    return (group for group in groups.values() if len(group) > 1)


def _check_vintages(group: list[Found[Observation]]) -> None:
    """One publication says one thing; and what is superseded gave way to something."""
    by_date: dict[str, Found[Observation]] = {}
    for found in group:
        first = by_date.setdefault(found.value.published, found)
        if found is not first and agree(first.value, found.value) is False:
            where = f"{first.page.path}:{first.line}"
            _fault(found, f"{found.value.value} {found.value.unit}, but {where} has {first.value.value} {first.value.unit}", _SAME_DAY)


_SAME_DAY = "both are of one date: give the later one its own date in published"
