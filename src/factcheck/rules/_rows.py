"""Tables with a row of totals: which rows it sums up, column by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.model import Breakdown, Claim, Reading
from factcheck.names import fold_name
from factcheck.rules._facts import allowed, is_level
from factcheck.rules._parts import in_table
from factcheck.rules._words import words

__all__ = ["totals_of"]

_FEWEST = 2
Row = tuple[Claim, ...]


def totals_of(reading: Reading) -> tuple[Breakdown, ...]:
    """One breakdown for each column of amounts in a table with a row of totals."""
    rows = [tuple(group) for _, group in groupby(reading.claims, key=lambda claim: claim.sentence)]
    return tuple(found for at, row in enumerate(rows) if _is_total(row) for found in _columns(row, _summed(reading.article.text, rows, at)))


def _is_total(row: Row) -> bool:
    return fold_name(row[0].indicator.value or "") in {fold_name(word) for word in (*words("zh/totals"), *words("en/totals"))}


def _summed(text: str, rows: Sequence[Row], at: int) -> list[Row]:
    """The rows right above a row of totals, or else right below it; none where one of them is told as a part of another."""
    above = _run(text, rows, range(at - 1, -1, -1), rows[at])
    found = above or _run(text, rows, range(at + 1, len(rows)), rows[at])
    within = (*words("zh/within"), *words("en/within"), "#")
    return [] if any(word in text[row[0].sentence.start : row[0].span.start].lower() for row in found for word in within) else sorted(found, key=lambda row: row[0].span)


def _run(text: str, rows: Sequence[Row], places: range, total: Row) -> list[Row]:
    """The rows from there on that have the columns of the totals, as long as the table goes on."""
    found: list[Row] = []
    last = total
    for at in places:
        first, second = sorted((rows[at], last), key=lambda row: row[0].span)
        if _is_total(rows[at]) or _shape(rows[at]) != _shape(total) or not in_table(text, first[-1], second[0]):
            break
        found.append(rows[at])
        last = rows[at]
    return found


def _shape(row: Row) -> tuple[tuple[str | None, str | None], ...]:
    return tuple((claim.mention.unit, claim.mention.classifier) for claim in row)


def _columns(total: Row, rows: Sequence[Row]) -> Iterator[Breakdown]:
    """The columns that may be sums: their total is larger than each of the rows, as that of an average is not."""
    for at, whole in enumerate(total if len(rows) >= _FEWEST else ()):
        parts = tuple(row[at] for row in rows)
        most = allowed(whole.mention)
        ends = [end.high for part in parts if (end := allowed(part.mention)) and is_level(part)]
        if is_level(whole) and most and most.low is not None and len(ends) == len(parts) and all(end is not None and end < most.low for end in ends):
            yield Breakdown(whole, parts, likely=True)
