"""`factcheck reference show`: the official values of an indicator, a series as a line of blocks, and where each value came from."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import look
from factcheck.cli.reference.known import HEDGES, Entry, deliver_lines, entries, span
from factcheck.cli.reference.search import matches
from factcheck.cli.settings import settings
from factcheck.errors import UsageError
from factcheck.model import Observation, Source
from factcheck.names import fold_name
from factcheck.period import Period
from factcheck.reference.areas import named
from factcheck.reference.vintage import conversion
from factcheck.report.grid import aligned, spark
from factcheck.report.lines import Line, Look, Piece, line, row, source_text
from factcheck.report.words import say, word
from factcheck.units import read_unit

__all__ = ["show"]

Name = Annotated[str, typer.Argument(metavar="INDICATOR", help="指标的代号、名称或别名 · an indicator's id, name or alias")]
AreaName = Annotated[str | None, typer.Option("--area", metavar="NAME", help="只看一个地区 · one area only")]
PeriodText = Annotated[
    str | None, typer.Option("--period", metavar="PERIOD", help="只看一个时期，如 2024、2024Q1-Q3 · one period only; a year with its parts")
]
_FEW = 3
"""As many areas are shown value by value; of more, each in a line."""


def show(
    *,
    indicator: Name,
    area: AreaName = None,
    period: PeriodText = None,
    files: options.References = None,
    lang: options.LangOption = None,
) -> int:
    """Show an indicator with its values, each with its status, date of publication, grade, source, file and line."""
    chosen = settings(reference=files, lang=lang)
    style = look(chosen.lang, None)
    found = [_kept(entry, area, period) for entry in _named(indicator, chosen.reference)]
    if not any(entry.observations for entry in found) and (area or period):
        raise UsageError(f"no value of {indicator!r}" + "".join(f", {what}" for what in (area, period) if what))
    whole = area is None and period is None
    deliver_lines(piece for entry in found for piece in _shown(entry, style, whole=whole))
    return 0


def _named(name: str, paths: Sequence[str]) -> list[Entry]:
    """The indicators of that id or name; where there is none, a suggestion."""
    asked = fold_name(name)
    known = entries(paths)
    by_id = [entry for entry in known if entry.indicator.id == name]
    found = by_id or [entry for entry in known if asked in map(fold_name, (*entry.indicator.name, *entry.indicator.aliases))]
    if not found:
        near = ", ".join(f"{entry.indicator.id} ({entry.indicator.name.zh})" for _, entry in matches([name], paths)[:_FEW])
        raise UsageError(f"there is no indicator {name!r}" + (f"; did you mean {near}?" if near else " (see factcheck reference list)"))
    return found


def _kept(entry: Entry, area: str | None, period: str | None) -> Entry:
    """The values of one area or period: a year takes in its months and quarters."""
    areas = (area, *named(area)) if area else ()
    kept = [
        i
        for i, one in enumerate(entry.observations)
        if (not areas or one.area in areas) and (not period or one.period == period or (len(period) == 4 and one.period.startswith(period)))
    ]
    return entry._replace(observations=tuple(entry.observations[i] for i in kept), places=tuple(entry.places[i] for i in kept))


def _shown(entry: Entry, style: Look, *, whole: bool) -> Iterator[Line]:
    one = entry.indicator
    yield line(Piece(say(one.name, style.lang), "heading"), "  ", Piece(one.id, "rule"), f"  {one.unit}  {one.kind}  ", Piece(entry.subject, "faint"))
    if one.aliases:
        yield row("aliases", "、".join(one.aliases), style, 2)
    if whole and len(entry.areas) > _FEW:
        yield from aligned([_summary(entry, area, style) for area in entry.areas], ("figure",), right=(2, 4))
        return
    sources = list(dict.fromkeys(observation.source for observation in entry.observations))
    for area in entry.areas:
        yield from _area(entry, area, sources, style)
    for number, source in enumerate(sources, 1):
        yield line(f"  [{number}] {source.grade}  {source_text(source, style)}")


def _area(entry: Entry, area: str, sources: list[Source], style: Look) -> Iterator[Line]:
    chart = _chart(entry, area, style)
    yield line("  ", Piece(area, "strong"), "  ", Piece(span(_of(entry, area)), "faint"), "  ", chart)
    rows = sorted((i for i, one in enumerate(entry.observations) if one.area == area), key=lambda i: _order(entry.observations[i]))
    yield from aligned([_value(entry.observations[i], entry.places[i], sources, style) for i in rows], ("", "figure"), right=(1,), indent=4)


def _value(one: Observation, place: str, sources: list[Source], style: Look) -> tuple[str, ...]:
    """Period, value, status, vintage, source, place, note."""
    value = f"{HEDGES[one.hedge]}{one.value} {one.unit}".replace(" %", "%")
    return (
        word("constant", style.lang) if one.period == "constant" else one.period,
        value,
        word(one.status, style.lang),
        one.published,
        f"[{sources.index(one.source) + 1}]",
        place,
        one.note,
    )


def _summary(entry: Entry, area: str, style: Look) -> tuple[str, ...]:
    """Area, years, values, chart, latest value."""
    own = _of(entry, area)
    latest = max(own, key=_order)
    years = _live(own)
    if years:
        latest = years[max(years)]
    return (area, span(own), str(len(own)), _chart(entry, area, style), f"{latest.value} {latest.unit}".replace(" %", "%"), latest.period)


def _of(entry: Entry, area: str) -> list[Observation]:
    return [one for one in entry.observations if one.area == area]


def _order(one: Observation) -> tuple[str, str]:
    return one.period, one.published


def _chart(entry: Entry, area: str, style: Look) -> str:
    """The latest vintage of each year in one unit, a blank where a year is missing."""
    live = _live(_of(entry, area))
    if len(live) < _FEW:
        return ""
    base = read_unit(entry.indicator.unit)
    values = {year: _in(one, base[1] if base else None) for year, one in live.items()}
    return spark([values.get(year) for year in range(min(live), max(live) + 1)], ascii_only=style.ascii)


def _live(observations: list[Observation]) -> dict[int, Observation]:
    """For each year the value that stands: the last published, one that was not superseded before one that was."""
    live: dict[int, Observation] = {}
    for one in sorted(observations, key=lambda one: (one.status != "superseded", one.published)):
        period = None if one.period == "constant" else Period.parse(one.period)
        if period and period.year and one.status != "target" and (period.is_year or period.text == f"{period.year}-end"):
            live[period.year] = one
    return dict(sorted(live.items()))


def _in(one: Observation, unit: str | None) -> Fraction | None:
    factor = conversion(one.unit, unit)
    return None if factor is None else Fraction(one.value) * factor
