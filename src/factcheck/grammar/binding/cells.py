"""The numbers of tables as claims: the row's label names the indicator, a time in or above the heading dates it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.grammar.binding.area import subject_of
from factcheck.grammar.binding.known import indicator_ids
from factcheck.grammar.binding.scene import NO_PERIOD, Times
from factcheck.grammar.context import Frames
from factcheck.grammar.tables import Figure
from factcheck.model import Area, Assumed, Claim, Context, Slot, Stated, Statement, Text, Vocabulary
from factcheck.period import Period

__all__ = ["bind_cells"]

_ABOVE = 160
_REGION = Text("表格所在文章的地区", "the region of the table's article")


def bind_cells(
    figures: Sequence[Figure], times: Sequence[Times], context: Context, frames: Frames, vocabulary: Vocabulary
) -> Iterator[Claim]:
    """One claim for each number of a table."""
    for figure in figures:
        name = figure.label + figure.column if figure.change == "share_of" else figure.label
        region = context.region
        area: Slot[Area] = region if region.value is None else Assumed(region.value, _REGION)
        statement: Statement = "growth" if figure.change == "growth_rate" else "share" if figure.change == "share_of" else "level"
        yield Claim(
            figure.mention, figure.row, figure.row, statement, Stated(name, figure.row), subject_of(area), area,
            _period(figure, times, frames), change=figure.change, direction=figure.direction,
            indicator_ids=indicator_ids(vocabulary, figure.label),
        )  # fmt: skip


def _period(figure: Figure, times: Sequence[Times], frames: Frames) -> Slot[Period]:
    """The time in the column's heading, else the last above the table, else what the article is about."""
    inside = [time for time in times if figure.heading.start <= time.span.start < figure.heading.end]
    above = [time for time in times if figure.table - _ABOVE <= time.span.start < figure.row.start and time.kind != "range"]
    found = inside or above
    time = found[-1] if found else None
    period = time.period if time else frames.at(figure.row.start)
    if period is None:
        return NO_PERIOD
    if figure.stock and period.is_year:
        period = Period.parse(f"{period.text}-end")
    why = Text("表头或表题中的时间", "the time in the table's heading") if time else Text("按文章所述时间", "what the article is about")
    return Assumed(period, why)
