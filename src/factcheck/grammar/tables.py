"""Tables inside a text: rows parted by bars, tabs or wide blanks, tables flattened to a cell a line, and tables run into lines.

A bare number in a cell has the unit of its column's heading, or of a line 单位：亿元 above the table, and measures what its row's label says.
A number whose column has no unit stays unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck import units
from factcheck.grammar.english import scale_of
from factcheck.grammar.phrases import is_latin
from factcheck.grammar.run_in import rows_run_in
from factcheck.hedging import places
from factcheck.interval import Interval
from factcheck.model import Change, Direction, Kind, Mention, Span
from factcheck.patterns import regex
from factcheck.records import NamedTuple

__all__ = ["Figure", "gloss_free", "read_tables"]

_NUMBER = regex(r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,10})?|[-+]?[0-9]{1,15}(?:\.[0-9]{1,10})?")
_CELL_BREAK = regex(r" \| ?|\| ?|\t\t*|   *")
_STOP = regex("[。；]")
_UNIT = regex(r"[(（]\s*(?:单位[:：])?([^()（）]{1,20}?)\s*[)）]\s*$|单位[:：]\s*([^\s，。|）)]{1,12})|([%‰])$")
_BASED = regex("(?:为|[=:]) ?100(?![0-9.])")
"""An index: 以上年价格为100, (上年=100)."""
_COMMON = regex(r"[(（]\s*(?:单位|units?|in)\b[:：]?\s*([^()（）]{1,24}?)\s*[)）]\s*$|(?:单位|units?)[:：]\s*([^\n，。|）)]{1,24})", re.IGNORECASE)
_AND = regex(r"[、,，;；]|\band\b")
_SIGN = regex("[A-Z]{0,3}[$£€¥]")
_GLOSS = regex(r"(?<=[一-鿿])\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}\)")
_GROWTH = regex("增长|增速|增幅|涨幅|增减|growth|change", re.IGNORECASE)
_MORE = regex("增减|增加|增长额|增量|净增|increase|change", re.IGNORECASE)
_SHARE = regex("比重|构成|占|份额|composition|share|proportion", re.IGNORECASE)
_YEAR = regex(r"^(?:19|20)[0-9]{2}(?= ?[(（]|$)|(?<= )(?:19|20)[0-9]{2}$")
_STOCK = regex("年末|年底|期末")
_LONGEST_CELL, _LONGEST_ROW = 60, 400
_LEAST_ROWS = 2
_MOST_COLUMNS = 24
_PAIR = 2
_Unit = tuple[Fraction, str | None, str | None]


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
    """A number in a table, with what its row and column say of it. A time may stand in the `headings` of its column, or in
    those `beside` them."""

    mention: Mention
    label: str
    column: str
    headings: tuple[Span, ...]
    beside: tuple[Span, ...]
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


def read_tables(plain: str, text: str) -> tuple[list[Figure], frozenset[int]]:
    """Every number in a cell whose unit is known, in order; and where in a heading a year stands without 年."""
    tables = [*_barred(text), *_flattened(text), *_run_in(text)]
    figures = [figure for table in tables for figure in _figures(plain, table)]
    heads = (cell for table in tables for heading in table.headings for cell in heading)
    years = frozenset(cell.start + year.start() for cell in heads for year in [_YEAR.search(cell.text)] if year)
    return sorted(figures, key=lambda figure: figure.mention.span), years


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
    start += len(piece) - len(piece.lstrip(" |#*\t"))
    stripped = piece.strip(" |#*\t")
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
    years = block[:1] if _is_years(block) else []
    rows = [_Row(cells[0], tuple(cells[1:])) for cells in block[len(years) :] if len(cells) > 1 and not cells[0].number and any(c.number for c in cells[1:])]
    if len(rows) < _LEAST_ROWS:
        return
    first = rows[0].label.start
    heads = tuple(tuple(cells) for cells in block if cells and cells[0].start < first and (cells in years or not any(c.number for c in cells)))
    yield _Table(begin, tuple(rows), heads, text[max(0, begin - 120) : begin])


def _is_years(block: Sequence[Sequence[_Cell]]) -> bool:
    """Whether a table opens with a row of several years, which are its headings."""
    numbers = [cell.text for cell in block[0] if cell.number] if block else []
    return len(numbers) > 1 and len(set(numbers)) == len(numbers) and all(map(_YEAR.fullmatch, numbers))


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
    common = _common_units(table)
    stock = bool(_STOCK.search(gloss_free(table.above) + table.rows[0].label.text))
    for row in table.rows:
        line = Span(row.label.start, row.numbers[-1].end)
        headings = [heading[-len(row.numbers) :] for heading in table.headings if len(heading) >= len(row.numbers)]
        for index, cell in enumerate(row.numbers):
            heads = [heading[index] for heading in headings]
            name = gloss_free(" ".join(head.text for head in heads))
            named = next((u for head in reversed(heads) if (u := _unit(gloss_free(head.text)))), None)
            unit = _unit(f"({cell.own})") if cell.own else named or _unit(row.label.text) or _of_common(common, name)
            if unit is None or not cell.number:
                continue
            mention = _mention(plain, cell, unit)
            beside = tuple(span for heading in headings for span in _spans(heading) if span not in _spans(heads))
            column = _UNIT.sub("", name).strip()
            yield Figure(mention, _label(row.label.text), column, _spans(heads), beside, line, *_change(name, mention), stock, table.start)


def _common_units(table: _Table) -> tuple[_Unit, ...]:
    """The units that the line above a table, or its first heading, names for all of it: 单位：亿元、%."""
    first = table.headings[-1][0].text if table.headings and table.headings[-1] else ""
    found = _COMMON.search(table.above.rstrip().rsplit("\n", 1)[-1]) or _COMMON.search(first)
    said = (found.group(1) or found.group(2)) if found else ""
    if not said and any(_BASED.search(head.text) for heading in table.headings for head in heading):
        said = "%"
    return tuple(unit for word in _AND.split(said) if (unit := units.read_unit(word.strip())))


def _of_common(common: Sequence[_Unit], name: str) -> _Unit | None:
    """The one unit of the table; of two, one of which is percent, that for rates and shares and the other for what they are of."""
    if len(common) < _PAIR:
        return common[0] if common else None
    rates = bool(_GROWTH.search(name) or _SHARE.search(name))
    fitting = [unit for unit in common if (unit[1] == "percent") == rates]
    return fitting[0] if len(fitting) == 1 else None


def _spans(cells: Sequence[_Cell]) -> tuple[Span, ...]:
    return tuple(Span(cell.start, cell.end) for cell in cells)


def _label(text: str) -> str:
    bare = _UNIT.sub("", gloss_free(text)).strip(" #*:：-")
    return (" " if is_latin(bare, 0, len(bare)) else "").join(bare.split())


def _unit(heading: str) -> _Unit | None:
    found = _UNIT.search(heading)
    if not found:
        return None
    said = next(filter(None, found.groups())).strip()
    return units.read_unit(said) or _in_currency(said)


def _in_currency(said: str) -> _Unit | None:
    """$ million, £m: a sign of money before a scale."""
    sign = _SIGN.match(said)
    currency = units.prefixes().get(sign.group()) if sign else None
    scale = scale_of(said[sign.end() :]) if sign else None
    return (Fraction(scale), currency, None) if scale and currency else None


def _mention(plain: str, cell: _Cell, unit: _Unit) -> Mention:
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
    direction: Direction = "down" if mention.value is not None and mention.value < 0 else "up"
    if mention.kind == "percent" and _GROWTH.search(name):
        return "growth_rate", direction
    if mention.kind == "percent" and _SHARE.search(name):
        return "share_of", None
    if mention.kind != "percent" and _MORE.search(name):
        return "decrease_by" if direction == "down" else "increase_by", direction
    return "level", None
