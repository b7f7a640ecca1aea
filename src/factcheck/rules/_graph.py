"""The graph of an article: its facts and the relations between its figures, found once for all rules."""

from __future__ import annotations

from factcheck.model import Graph, Reading
from factcheck.rules._averages import averages_of
from factcheck.rules._balances import balances_of
from factcheck.rules._bands import bands_of, mixes_of_bands
from factcheck.rules._colons import lists_of, sums_of
from factcheck.rules._columns import columns_of, portions_in_columns
from factcheck.rules._equals import equals_of
from factcheck.rules._markets import turnover_of
from factcheck.rules._moves import moves_of
from factcheck.rules._parts import breakdowns_of
from factcheck.rules._portions import portions_of
from factcheck.rules._repeats import facts_of
from factcheck.rules._rows import totals_of
from factcheck.rules._shares import mixes_of
from factcheck.rules._shifts import shifts_of
from factcheck.rules._tables import moves_in_tables, portions_in_tables, sums_of_rows
from factcheck.rules._within import open_lists_of

__all__ = ["graph"]


def graph(reading: Reading) -> Graph:
    """The graph of a reading. Each relation is found by a file of its own, by what the text says and never by what would add up."""
    breakdowns, mixes = (*breakdowns_of(reading), *bands_of(reading)), (*mixes_of(reading), *mixes_of_bands(reading))
    closed = (*breakdowns, *lists_of(reading), *sums_of(reading), *turnover_of(reading), *totals_of(reading), *sums_of_rows(reading), *columns_of(reading))
    portions = portions_of(reading, breakdowns, mixes)
    held = {portion.share.span for portion in portions}
    in_columns = (portion for portion in portions_in_columns(reading) if portion.share.span not in held)
    return Graph(
        facts_of(reading.claims),
        (*moves_of(reading), *moves_in_tables(reading)),
        (*closed, *open_lists_of(reading, closed)),
        mixes,
        (*portions, *in_columns, *portions_in_tables(reading)),
        shifts_of(reading),
        balances_of(reading),
        averages_of(reading),
        equals_of(reading),
    )
