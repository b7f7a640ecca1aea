"""Tables with a row of totals: which rows it sums up, column by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.model import Breakdown, Claim, Reading
from factcheck.names import fold_name
from factcheck.rules._facts import allowed, is_level
from factcheck.rules._parts import in_table
from factcheck.rules._tables import Row, heading, is_total, is_within, label
from factcheck.rules._words import words

__all__ = ["totals_of"]

_FEWEST = 2


def totals_of(reading: Reading) -> tuple[Breakdown, ...]:
    """One breakdown for each column of amounts, or of shares, in a table with a row of totals."""
    rows = [tuple(group) for _, group in groupby(reading.claims, key=lambda claim: claim.sentence)]
    return tuple(found for at, row in enumerate(rows) if is_total(label(row)) for found in _columns(row, _summed(reading.article.text, rows, at)))


def _summed(text: str, rows: Sequence[Row], at: int) -> list[Row]:
    """The rows right above a row of totals, or else right below it, or of them the subtotals; none where one is told as a part of another."""
    above = _run(text, rows, range(at - 1, -1, -1), rows[at])
    found = above or _run(text, rows, range(at + 1, len(rows)), rows[at])
    if any(is_within(text[row[0].sentence.start : row[0].span.start]) for row in found):
        return []
    subtotals = [row for row in found if _is_subtotal(row)]
    if subtotals and not (above and subtotals[0] is above[0]):
        return []
    return sorted(subtotals or found, key=lambda row: row[0].span)


def _is_subtotal(row: Row) -> bool:
    return fold_name(label(row)).endswith((*words("zh/subtotals"), *words("en/subtotals")))


def _run(text: str, rows: Sequence[Row], places: range, total: Row) -> list[Row]:
    """The rows from there on, as long as the table goes on; none where one of a table without headings has other columns."""
    found: list[Row] = []
    last = total
    for at in places:
        first, second = sorted((rows[at], last), key=lambda row: row[0].span)
        if is_total(label(rows[at])) or _table(rows[at]) != _table(total) or not in_table(text, first[-1], second[0]):
            break
        if _table(total) is None and _shape(rows[at]) != _shape(total):
            return []
        found.append(rows[at])
        last = rows[at]
    return found


def _table(row: Row) -> int | None:
    return row[0].cell.table if row[0].cell else None


def _shape(row: Row) -> tuple[tuple[str | None, str | None], ...]:
    return tuple((claim.mention.unit, claim.mention.classifier) for claim in row)


def _columns(total: Row, rows: Sequence[Row]) -> Iterator[Breakdown]:
    """The columns that may be sums: their total is larger than each of the rows, as that of an average is not."""
    for at, whole in enumerate(total if len(rows) >= _FEWEST else ()):
        parts = tuple(part for row in rows if (part := _beside(row, total, at)))
        most = allowed(whole.mention)
        ends = [end.high for part in parts if (end := allowed(part.mention)) and _adds(part)]
        if _adds(whole) and most and most.low is not None and len(ends) == len(rows) and all(end is not None and end < most.low for end in ends):
            yield Breakdown(whole, parts, likely=True)


def _beside(row: Row, total: Row, at: int) -> Claim | None:
    """The figure of a row in a column of the totals: by its heading where the columns have different ones, else by its place."""
    heads = [heading(claim) for claim in total]
    if all(heads) and len(set(heads)) == len(heads):
        return next((claim for claim in row if heading(claim) == heads[at]), None)
    return row[at] if _shape(row) == _shape(total) else None


def _adds(claim: Claim) -> bool:
    return is_level(claim) or claim.statement == "share"
