"""`factcheck reference list`: the indicators of the set by subject or by publisher, with how much there is of each."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

import typer

from factcheck.cli import options
from factcheck.cli.output import look
from factcheck.cli.reference.known import Entry, deliver_lines, entries, publisher, span
from factcheck.cli.settings import settings
from factcheck.names import fold_name
from factcheck.report.grid import aligned
from factcheck.report.lines import Line, Look, Piece, line
from factcheck.report.words import say

__all__ = ["STYLES", "list_", "row"]

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="WORD…", show_default=False, help="只列名称、发布者或主题含这些词的 · only what contains these words"),
]
By = Annotated[Literal["subject", "publisher"], typer.Option("--by", help="按主题或发布者分组 · grouped by subject or publisher")]
Group = tuple[str, list[Entry]]

STYLES = ("rule", "figure")
"""Of the columns id and name."""


def list_(*, words: Words = None, by: By = "subject", files: options.References = None, lang: options.LangOption = None) -> int:
    """List the indicators: id, name, unit, areas, years and number of values, in groups."""
    chosen = settings(reference=files, lang=lang)
    found = [entry for entry in entries(chosen.reference) if all(_has(entry, word) for word in words or ())]
    deliver_lines(_lines(_grouped(found, by), look(chosen.lang, None)))
    return 0


def _has(entry: Entry, word: str) -> bool:
    one, asked = entry.indicator, fold_name(word)
    texts = (one.id, entry.subject, *one.name, *one.aliases, *{observation.source.publisher for observation in entry.observations})
    return any(asked in fold_name(text) for text in texts)


def _grouped(found: Iterable[Entry], by: str) -> list[Group]:
    """The entries under their headings; under a publisher only its own values."""
    groups: dict[str, list[Entry]] = {}
    for entry in found:
        if by == "subject":
            groups.setdefault(entry.subject, []).append(entry)
            continue
        for name in dict.fromkeys(map(publisher, entry.observations)):
            groups.setdefault(name, []).append(_of(entry, name))
    order = sorted if by == "subject" else _largest_first
    return list(order(groups.items()))


def _largest_first(groups: Iterable[Group]) -> list[Group]:
    return sorted(groups, key=lambda group: (-sum(len(entry.observations) for entry in group[1]), group[0]))


def _of(entry: Entry, name: str) -> Entry:
    kept = [i for i, one in enumerate(entry.observations) if publisher(one) == name]
    return entry._replace(observations=tuple(entry.observations[i] for i in kept), places=tuple(entry.places[i] for i in kept))


def _lines(groups: list[Group], style: Look) -> Iterator[Line]:
    for name, members in groups:
        values = sum(len(entry.observations) for entry in members)
        yield line(Piece(name, "heading"), "  ", Piece(_counted(len(members), values, style), "faint"))
        yield from aligned([row(entry, style) for entry in members], STYLES, right=(3, 5))
    everything = {entry.indicator.id: 0 for _, members in groups for entry in members}
    yield line(_counted(len(everything), sum(len(entry.observations) for _, members in groups for entry in members), style))


def _counted(indicators: int, values: int, style: Look) -> str:
    return f"{indicators} 个指标，{values} 个数值" if style.lang == "zh" else f"{indicators} indicators, {values} values"


def row(entry: Entry, style: Look) -> tuple[str, ...]:
    """Id, name, unit, areas, years, values."""
    one, areas = entry.indicator, entry.areas
    where = areas[0] if len(areas) == 1 else f"{len(areas)} 个地区" if style.lang == "zh" else f"{len(areas)} areas"
    return one.id, say(one.name, style.lang), one.unit, where if areas else "", span(entry.observations), str(len(entry.observations))
