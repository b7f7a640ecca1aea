"""Tables with headings: rows with a total, growth beside two levels, shares beside what they are of.

The headings say what a column is. Whether it is reckoned on the very columns beside it, only its other rows can say: where too
few of them bear that out, the table is left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import reduce
from itertools import groupby
from typing import TypeVar

from factcheck.interval import Interval
from factcheck.model import Breakdown, Claim, Move, Portion, Reading
from factcheck.names import fold_name
from factcheck.rules._arithmetic import share
from factcheck.rules._facts import is_level, like
from factcheck.rules._levels import difference_of, growth_of, signed
from factcheck.rules._repeats import in_unit
from factcheck.rules._shares import within_one
from factcheck.rules._words import words

__all__ = ["Row", "heading", "is_total", "is_within", "label", "moves_in_tables", "portions_in_tables", "sums_of_rows"]

_FEWEST = 2
_TITLE = 120
_ALL = Fraction(100)
Row = tuple[Claim, ...]
Related = TypeVar("Related", Breakdown, Move, Portion)


def tables_of(reading: Reading) -> Iterator[tuple[Row, ...]]:
    """The tables, each as its rows of figures that have a unit."""
    cells = (claim for claim in reading.claims if claim.cell)
    for _, table in groupby(cells, key=lambda claim: claim.cell and claim.cell.table):
        yield tuple(tuple(row) for _, row in groupby(table, key=lambda claim: claim.sentence))


def is_total(name: str) -> bool:
    """Whether a row or a column of this name sums up the others: 合计, 全县合计, Total."""
    folded = fold_name(name)
    totals = (fold_name(word) for word in (*words("zh/totals"), *words("en/totals")))
    return any(folded.endswith(word) and folded.removesuffix(word) in {"", *words("zh/carried")} for word in totals)


def is_within(name: str) -> bool:
    """Whether a row or a column is but a part of another: 其中：女性."""
    return "#" in name or any(word in name.lower() for word in (*words("zh/within"), *words("en/within")))


def heading(claim: Claim) -> str:
    """What heads the column of a figure."""
    return claim.cell.column if claim.cell else ""


def label(row: Row) -> str:
    """What heads a row."""
    return row[0].cell.row if row[0].cell else row[0].indicator.value or ""


def _borne_out(found: Sequence[Related], fits: Callable[[Related], bool]) -> Sequence[Related]:
    """The relations of one column, if every third row bears them out, which chance hardly does; one mistake may spoil its row and the totals."""
    return found if 3 * sum(map(fits, found)) >= len(found) else ()


# --------------------------------------------------------------------------------------------- a column of totals

def sums_of_rows(reading: Reading) -> tuple[Breakdown, ...]:
    """One breakdown for each row of a table with a column of totals."""
    found = ((sum_ for row in table for sum_ in _sums(row)) for table in tables_of(reading))
    return tuple(one for sums in found for one in _borne_out(tuple(sums), _adds_up))


def _sums(row: Row) -> Iterator[Breakdown]:
    """Each total with the columns between it and the next: those behind it where the first column is one, else those before it."""
    totals = [at for at, claim in enumerate(row) if is_total(heading(claim).split(" ")[-1])]
    ahead = bool(totals) and totals[0] == 0
    for nth, at in enumerate(totals):
        ends = (at + 1, totals[nth + 1] if nth + 1 < len(totals) else len(row)) if ahead else (totals[nth - 1] + 1 if nth else 0, at)
        parts = row[slice(*ends)]
        if len(parts) >= _FEWEST and all(is_level(claim) and like(claim.mention, row[at].mention) and not is_within(heading(claim)) for claim in parts):
            yield Breakdown(row[at], parts)


def _adds_up(one: Breakdown) -> bool:
    parts, whole = [in_unit(part, one.whole.mention.unit) for part in one.parts], in_unit(one.whole, one.whole.mention.unit)
    known = [part for part in parts if part]
    return bool(whole) and len(known) == len(parts) and reduce(Interval.plus, known).meets(whole or known[0])


# --------------------------------------------------------------------------------------------- growth beside its levels

def moves_in_tables(reading: Reading) -> tuple[Move, ...]:
    """The movements that rows tell: this year, last year, the increase and the growth, as far as there are columns for them."""
    tables = (table for table in tables_of(reading) if not _at_other_prices(reading, table))
    found = ([move for row in table for move in _moves(row)] for table in tables)
    return tuple(move for moves in found for move in _borne_out(moves, _moves_so))


def _at_other_prices(reading: Reading, table: Sequence[Row]) -> bool:
    """Whether a table's growth may be at other prices or on another base than its levels."""
    start = table[0][0].cell.table if table[0][0].cell else 0
    title = reading.article.text[max(0, start - _TITLE) : table[0][0].sentence.start].lower()
    heads = " ".join({heading(claim) for claim in table[0]}).lower()
    names = " ".join(label(row) for row in table).lower()
    prices = (*words("zh/constant_prices"), *words("en/constant_prices"), *words("zh/real_terms"), *words("en/real_terms"))
    others = (*words("zh/restated"), *words("en/restated"))
    return any(word in title + heads + names for word in prices) or any(word in title + heads for word in others)


def _moves(row: Row) -> Iterator[Move]:
    """One movement for each run of levels with the changes behind it."""
    levels: list[Claim] = []
    for rises, run in groupby(row, key=lambda claim: not is_level(claim) and claim.statement in {"growth", "change"}):
        claims = list(run)
        if not rises:
            levels = claims
            continue
        found = _moved(levels, claims)
        if found:
            yield found


def _moved(levels: Sequence[Claim], changes: Sequence[Claim]) -> Move | None:
    """The movement between the two last levels, or up to the only one; None where the headings don't say which is which."""
    rates = tuple(claim for claim in changes if claim.change == "growth_rate" and not _on_another_base(claim))
    by = tuple(claim for claim in changes if levels and claim.statement == "change" and like(claim.mention, levels[-1].mention))
    if not levels or len(rates) > 1 or len(by) > 1:
        return None
    added = by[0] if by else None
    pair = _ordered(*levels[-_FEWEST:]) if len(levels) >= _FEWEST else None
    if pair:
        return Move(pair[1], pair[0], added, rates, years=_years(*pair), led=True)
    return Move(levels[0], None, added, rates, led=True) if added and rates and len(levels) == 1 else None


def _on_another_base(claim: Claim) -> bool:
    return any(word in heading(claim).lower() for word in (*words("zh/other_bases"), *words("en/other_bases")))


def _ordered(one: Claim, other: Claim) -> tuple[Claim, Claim] | None:
    """Two levels, the earlier first, where their headings name two years, or this time and the last."""
    if not like(one.mention, other.mention):
        return None
    years = _years(one, other)
    late = [_is_last(claim) for claim in (one, other)]
    if late[0] != late[1]:
        return (one, other) if late[0] else (other, one)
    return ((one, other) if years > 0 else (other, one)) if years else None


def _is_last(claim: Claim) -> bool:
    """Whether a column is of the time before: 上年同期."""
    return any(word in heading(claim).lower() for word in (*words("zh/last_time"), *words("en/last_time")))


def _years(one: Claim, other: Claim) -> int | None:
    years = [claim.period.value.year if claim.period.value else None for claim in (one, other)]
    return years[1] - years[0] if years[0] and years[1] else None


def _moves_so(move: Move) -> bool:
    found, rate = growth_of(move), signed(move.rates[0], "percent") if move.rates else None
    added, by = difference_of(move), signed(move.by, move.now.mention.unit) if move.by and move.now else None
    return (found.meets(rate) if found and rate else True) and (added.meets(by) if added and by else True)


# --------------------------------------------------------------------------------------------- shares beside what they are of

def portions_in_tables(reading: Reading) -> tuple[Portion, ...]:
    """Each share in a column of shares whose total is a hundred, with the level before it and the total of those levels."""
    return tuple(portion for table in tables_of(reading) for portion in _portions(table))


def _portions(table: Sequence[Row]) -> Iterator[Portion]:
    totals = [row for row in table if is_total(label(row))]
    if len(totals) != 1:
        return
    for at, all_ in enumerate(totals[0]):
        said = in_unit(all_, "percent")
        level = next((claim for claim in reversed(totals[0][:at]) if is_level(claim)), None)
        if all_.statement == "share" and said and level and said.meets(Interval.point(_ALL)):
            rows = [{heading(claim): claim for claim in row} for row in table if row is not totals[0]]
            found = [one for row in rows if (one := _portion(row.get(heading(all_)), row.get(heading(level)), level))]
            yield from _borne_out(found, _is_so)


def _portion(of: Claim | None, part: Claim | None, whole: Claim) -> Portion | None:
    said = in_unit(of, "percent") if of else None
    return Portion(of, part, whole, within_one(said)) if of and part and said and is_level(part) else None


def _is_so(portion: Portion) -> bool:
    part, whole = (in_unit(claim, portion.whole.mention.unit) for claim in (portion.part, portion.whole))
    found = share(part, whole) if part and whole else None
    return found is None or found.meets(portion.said)
