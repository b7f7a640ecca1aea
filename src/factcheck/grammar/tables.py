"""Tables inside a text: rows parted by bars, tabs or wide blanks, tables flattened to a cell a line, and tables run into lines.

A bare number in a cell has the unit of its column's heading, or of a line 单位：亿元 above the table, and measures what its row's label says.
A number whose column has no unit stays unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from factcheck import units
from factcheck.grammar.phrases import is_latin
from factcheck.grammar.run_in import rows_run_in
from factcheck.hedging import places
from factcheck.interval import Interval
from factcheck.model import Change, Direction, Kind, Mention, Span
from factcheck.patterns import regex

__all__ = ["Figure", "gloss_free", "read_tables"]

_NUMBER = regex(r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,10})?|[-+]?[0-9]{1,15}(?:\.[0-9]{1,10})?")
_CELL_BREAK = regex(r" \| ?|\| ?|\t\t*|   *")
_STOP = regex("[。；]")
_UNIT = regex(r"[(（]\s*(?:单位[:：])?([^()（）]{1,20}?)\s*[)）]\s*$|单位[:：]\s*([^\s，。|）)]{1,12})|([%‰])$")
_BASED = regex("(?:为|[=:]) ?100(?![0-9.])")
"""An index: 以上年价格为100, (上年=100)."""
_GLOSS = regex(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}\)")
_GROWTH = regex("增长|增速|增幅|涨幅|growth|change", re.IGNORECASE)
_SHARE = regex("比重|构成|占|份额|composition|share|proportion", re.IGNORECASE)
_STOCK = regex("年末|年底|期末")
_LONGEST_CELL, _LONGEST_ROW = 60, 400
_LEAST_ROWS = 2
_MOST_COLUMNS = 24


class _Cell(NamedTuple):
    start: int
    end: int
    text: str
    own: str = ""
    """A unit that stands behind the number itself."""

    @property
    def number(self) -> bool:
        return bool(_NUMBER.fullmatch(self.text))


class _Row(NamedTuple):
    label: _Cell
    numbers: tuple[_Cell, ...]


class Figure(NamedTuple):
    """A number in a table, with what its row and column say of it. `heading` is the column's span for a time in it."""

    mention: Mention
    label: str
    column: str
    heading: Span
    row: Span
    change: Change
    direction: Direction | None
    stock: bool
    table: int


class _Table(NamedTuple):
    start: int
    rows: tuple[_Row, ...]
    headings: tuple[tuple[_Cell, ...], ...]
    above: str


def gloss_free(text: str) -> str:
    """A label without the pinyin that some pages put behind characters: 產(chǎn)業(yè)."""
    return _GLOSS.sub("", text)


def read_tables(plain: str, text: str) -> list[Figure]:
    """Every number in a cell whose unit is known, in order."""
    found: list[Figure] = []
    for table in [*_barred(text), *_flattened(text), *_run_in(text)]:
        found += _figures(plain, table)
    return sorted(found, key=lambda figure: figure.mention.span)


# --------------------------------------------------------------------------------------------- finding tables

def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _cell(text: str, start: int, end: int) -> _Cell:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(" |#\t"))
    stripped = piece.strip(" |#\t")
    return _Cell(start, start + len(stripped), stripped)


def _cells(text: str, start: int, end: int) -> list[_Cell]:
    """The cells of one line, empty ones at the ends left out."""
    cells, at = [], start
    for stop in _CELL_BREAK.finditer(text, start, end):
        cells.append(_cell(text, at, stop.start()))
        at = stop.end()
    cells.append(_cell(text, at, end))
    while cells and not cells[-1].text:
        cells.pop()
    return cells[1:] if cells and not cells[0].text else cells


def _barred(text: str) -> Iterator[_Table]:
    """Tables of which each line is a row."""
    block: list[list[_Cell]] = []
    begin = 0
    for start, end in _lines(text):
        line = text[start:end]
        if not line.strip(" |:-"):
            continue
        cells = _cells(text, start, end) if len(line) <= _LONGEST_ROW and _CELL_BREAK.search(line) else []
        if len(cells) > 1 or (block and cells and "|" in line):
            begin = begin if block else start
            block.append(cells)
        elif block:
            yield from _made(text, begin, block)
            block = []
    yield from _made(text, begin, block)


def _made(text: str, begin: int, block: list[list[_Cell]]) -> Iterator[_Table]:
    rows = [_Row(cells[0], tuple(cells[1:])) for cells in block if len(cells) > 1 and not cells[0].number and any(c.number for c in cells[1:])]
    if len(rows) < _LEAST_ROWS:
        return
    first = rows[0].label.start
    heads = tuple(tuple(cells) for cells in block if cells and cells[0].start < first and not any(c.number for c in cells))
    yield _Table(begin, tuple(rows), heads, text[max(0, begin - 120) : begin])


def _flattened(text: str) -> Iterator[_Table]:
    """Tables with a cell a line: labels that are each followed by the same number of numbers."""
    cells: list[_Cell] = []
    for start, end in [*_lines(text), (len(text), len(text))]:
        cell = _cell(text, start, end)
        if cell.text and len(cell.text) <= _LONGEST_CELL and not _STOP.search(cell.text) and _alone(text, start, end):
            cells.append(cell)
        elif cells and (cell.text or start == len(text)):
            yield from _grouped(text, cells)
            cells = []


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a line is one cell."""
    return not _CELL_BREAK.search(text, start, end) or len(_cells(text, start, end)) == 1


def _grouped(text: str, cells: list[_Cell]) -> Iterator[_Table]:
    """Cut a run of short lines into label-and-numbers rows."""
    rows: list[_Row] = []
    index = 0
    while index < len(cells):
        numbers: list[_Cell] = []
        ahead = index + 1
        while ahead < len(cells) and cells[ahead].number and len(numbers) < _MOST_COLUMNS:
            numbers.append(cells[ahead])
            ahead += 1
        if numbers and not cells[index].number:
            rows.append(_Row(cells[index], tuple(numbers)))
        index = max(ahead, index + 1)
    width = max({len(row.numbers) for row in rows}, key=[len(row.numbers) for row in rows].count, default=0)
    rows = [row for row in rows if len(row.numbers) == width]
    if len(rows) < _LEAST_ROWS:
        return
    before = [cell for cell in cells if cell.end <= rows[0].label.start and not cell.number]
    heads = _heads(before[-3 * width :], width)
    start = before[0].start if before else rows[0].label.start
    yield _Table(start, tuple(rows), heads, text[max(0, start - 120) : start])


def _heads(cells: list[_Cell], width: int) -> tuple[tuple[_Cell, ...], ...]:
    """The heading rows above the columns: the last cells, and before them a row of fewer that each span several columns."""
    last = cells[-width:]
    if len(last) < width:
        return (tuple(cells),) if cells else ()
    above = [cell for cell in cells[:-width] if _UNIT.search(cell.text)]
    if above and width % len(above) == 0:
        spread = tuple(cell for cell in above for _ in range(width // len(above)))
        return spread, tuple(last)
    return (tuple(last),)


def _run_in(text: str) -> Iterator[_Table]:
    """Tables whose cells single blanks part."""
    for found in rows_run_in(text):
        rows = tuple(
            _Row(_Cell(*label, text[slice(*label)]), tuple(_Cell(*span, *text[slice(*span)].partition(" ")[::2]) for span in numbers))
            for label, numbers in zip(found.labels, found.numbers, strict=True)
        )
        heads = tuple(_Cell(*span, text[slice(*span)]) for span in found.heads)
        start = heads[0].start if heads else rows[0].label.start
        yield _Table(start, rows, (heads,), text[max(0, start - 120) : start])


# --------------------------------------------------------------------------------------------- reading them

def _figures(plain: str, table: _Table) -> Iterator[Figure]:
    common = _UNIT.search(table.above.rstrip().rsplit("\n", 1)[-1])
    default = common.group(2) if common and common.group(2) else None
    if default is None and any(_BASED.search(head.text) for heading in table.headings for head in heading):
        default = "%"
    stock = bool(_STOCK.search(gloss_free(table.above) + table.rows[0].label.text))
    for row in table.rows:
        for index, cell in enumerate(row.numbers):
            if not cell.number:
                continue
            heads = [heading[-len(row.numbers) :][index] for heading in table.headings if len(heading) >= len(row.numbers)]
            name = gloss_free(" ".join(head.text for head in heads))
            unit = _unit(f"({cell.own})") if cell.own else next((u for head in reversed(heads) if (u := _unit(gloss_free(head.text)))), None) or _unit(row.label.text)
            unit = unit or (_unit(f"({default})") if default else None)
            if unit is None:
                continue
            mention = _mention(plain, cell, unit)
            change, direction = _change(name, mention)
            span = Span(heads[-1].start, heads[-1].end) if heads else Span(cell.start, cell.start)
            line = Span(row.label.start, row.numbers[-1].end)
            yield Figure(mention, _label(row.label.text), _UNIT.sub("", name).strip(), span, line, change, direction, stock, table.start)


def _label(text: str) -> str:
    bare = _UNIT.sub("", gloss_free(text)).strip(" #*:：-")
    return (" " if is_latin(bare, 0, len(bare)) else "").join(bare.split())


def _unit(heading: str) -> tuple[Fraction, str | None, str | None] | None:
    found = _UNIT.search(heading)
    if not found:
        return None
    return units.read_unit(next(filter(None, found.groups())).strip())


def _mention(plain: str, cell: _Cell, unit: tuple[Fraction, str | None, str | None]) -> Mention:
    scale, name, classifier = unit
    value, ulp, step = places(cell.text.replace(",", "").lstrip("+"))
    value, ulp, step = value * scale, ulp * scale, abs(step * scale)
    around = Interval.around(value, ulp / 2)
    return Mention(
        Span(cell.start, cell.end), plain[cell.start : cell.end], _kind(name, classifier), value, ulp=ulp, step=step, unit=name,
        classifier=classifier, guaranteed=around, typical=around, via=("table_cell",),
    )  # fmt: skip


def _kind(name: str | None, classifier: str | None) -> Kind:
    if name in {"percent", "permille"}:
        return "percent"
    if name == "percentage_point":
        return "percentage_point"
    unit = units.unit(name) if name else None
    if unit and "currency" in unit.dimension:
        return "money"
    return "count" if classifier and not name else "quantity"


def _change(name: str, mention: Mention) -> tuple[Change, Direction | None]:
    if mention.kind == "percent" and _GROWTH.search(name):
        return "growth_rate", "down" if mention.value is not None and mention.value < 0 else "up"
    if mention.kind == "percent" and _SHARE.search(name):
        return "share_of", None
    return "level", None
