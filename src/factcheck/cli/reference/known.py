"""The reference set with the place of everything in it: what the commands about it look at."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from factcheck.cli.output import deliver, is_terminal
from factcheck.model import Indicator, Observation
from factcheck.period import Period
from factcheck.records import NamedTuple
from factcheck.reference import load
from factcheck.reference.merge import merge
from factcheck.report.lines import Line

__all__ = ["HEDGES", "Entry", "deliver_lines", "entries", "publisher", "span"]


HEDGES = {"none": "", "approx": "≈", "gt": ">", "ge": "≥", "lt": "<", "le": "≤", "near_below": "≲"}
"""How a bound is shown before its figure."""


class Entry(NamedTuple):
    """An indicator with its values; `subject` is the file that defines it, `places` the file and line of each value."""

    indicator: Indicator
    subject: str
    observations: tuple[Observation, ...]
    places: tuple[str, ...]

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas that have values, each once, in the order of the files."""
        return tuple(dict.fromkeys(one.area for one in self.observations))


def entries(paths: Sequence[str]) -> list[Entry]:
    """Every indicator of these files and folders, by subject and in the order of the files."""
    merged = merge(load.files(paths))
    values: dict[str, list[tuple[Observation, str]]] = {}
    for found in merged.observations:
        values.setdefault(found.value.indicator, []).append((found.value, f"{_near(found.page.path)}:{found.line}"))
    return [_entry(one.value, _subject(one.page.path, paths), values.get(one.value.id, [])) for one in merged.indicators]


def _entry(indicator: Indicator, subject: str, values: list[tuple[Observation, str]]) -> Entry:
    return Entry(indicator, subject, tuple(one for one, _ in values), tuple(place for _, place in values))


def publisher(observation: Observation) -> str:
    """Who published it, without who passed it on: 国家统计局 of 国家统计局（《新闻联播》播报）."""
    name = observation.source.publisher
    return name.partition("（")[0] or name


def span(observations: Iterable[Observation]) -> str:
    """From the first year to the last that there is a value for."""
    years = [year for one in observations for year in _years(one.period)]
    if not years:
        return ""
    return f"{min(years)}" if min(years) == max(years) else f"{min(years)}-{max(years)}"


def _years(period: str) -> tuple[int, ...]:
    found = Period.parse(period) if period != "constant" else None
    return tuple(day.year for day in (found.first, found.last) if day) if found else ()


def _subject(path: str, roots: Sequence[str]) -> str:
    """The path from the folder that was named, without its ending."""
    inside = [os.path.relpath(path, root) for root in roots if os.path.isdir(root) and _within(path, root)]
    return os.path.splitext(min(inside, key=len) if inside else os.path.basename(path))[0].replace(os.sep, "/")


def _within(path: str, root: str) -> bool:
    return os.path.realpath(path).startswith(os.path.join(os.path.realpath(root), ""))


def _near(path: str) -> str:
    """A path as seen from here, if that is the shorter one."""
    return min(path, os.path.relpath(path), key=len)


def deliver_lines(lines: Iterable[Line]) -> None:
    """Print in colour for a person, plainly for a pipe."""
    if is_terminal(None):
        from factcheck.report.terminal import paint

        deliver(paint(lines), None)
        return
    from factcheck.report.plain import draw

    deliver(draw(lines), None)
