"""The numbers of tables as claims: the row's label names the indicator, a time in or above the heading dates it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.grammar.binding.area import subject_of
from factcheck.grammar.binding.known import indicator_ids
from factcheck.grammar.binding.scene import NO_PERIOD, Times
from factcheck.grammar.context import Frames
from factcheck.grammar.tables import Figure
from factcheck.model import Area, Assumed, Cell, Change, Claim, Context, Slot, Span, Stated, Statement, Text, Vocabulary
from factcheck.period import Day, Period

__all__ = ["bind_cells"]

_ABOVE = 160
_STATEMENTS: dict[Change, Statement] = {"growth_rate": "growth", "share_of": "share", "increase_by": "change", "decrease_by": "change"}
_REGION = Text("表格所在文章的地区", "the region of the table's article")


def bind_cells(
    figures: Sequence[Figure], times: Sequence[Times], context: Context, frames: Frames, vocabulary: Vocabulary
) -> Iterator[Claim]:
    """One claim for each number of a table."""
    for figure in figures:
        name = figure.label + figure.column if figure.change == "share_of" else figure.label
        region = context.region
        area: Slot[Area] = region if region.value is None else Assumed(region.value, _REGION)
        yield Claim(
            figure.mention, figure.row, figure.row, _STATEMENTS.get(figure.change, "level"), Stated(name, figure.row), subject_of(area), area,
            _period(figure, times, frames), change=figure.change, direction=figure.direction,
            indicator_ids=indicator_ids(vocabulary, figure.label), cell=Cell(figure.table, figure.label, figure.column),
        )  # fmt: skip


def _period(figure: Figure, times: Sequence[Times], frames: Frames) -> Slot[Period]:
    """The time in the column's heading, or for a change the last of those in the headings beside it, else the last above the
    table, else what the article is about."""
    near = [time for time in times if figure.table - _ABOVE <= time.span.start < figure.row.start]
    inside = [time for time in near if _within(time, figure.headings)]
    beside = [time for time in near if _within(time, figure.beside)]
    above = [time for time in near if time.kind != "range" and time not in beside]
    time = inside[-1] if inside else max(beside, key=_end) if beside and figure.change != "level" else above[-1] if above else None
    period = time.period if time else frames.at(figure.row.start)
    if period is None:
        return NO_PERIOD
    if figure.stock and period.is_year:
        period = Period.parse(f"{period.text}-end")
    why = Text("表头或表题中的时间", "the time in the table's heading") if time else Text("按文章所述时间", "what the article is about")
    return Assumed(period, why, carried=True)


def _within(time: Times, headings: Sequence[Span]) -> bool:
    return any(heading.start <= time.span.start < heading.end for heading in headings)


def _end(time: Times) -> tuple[bool, Day]:
    return (True, time.period.last) if time.period.last else (False, Day(0, 1, 1))
