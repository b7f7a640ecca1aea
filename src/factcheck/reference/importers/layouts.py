"""How a table lies on its sheet: one value a line, periods across, or two dimensions crossed; lines before and after it.

The same three hold for a plain CSV, the exports of the NBS (数据库：… above, 注：… below), the World Bank's WDI (country and
indicator in a line, years across), SDMX-CSV and JSON-stat (one observation a line).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.names import fold_name
from factcheck.records import NamedTuple
from factcheck.reference.importers.periods import read_period
from factcheck.reference.importers.tables import Given, Imported, Row, Sheet, Skipped, no_table, role, words
from factcheck.units import read_unit

__all__ = ["rows", "split_unit"]

_DIMENSIONS = ("indicator", "area", "period")
_COLONS = ":："
_SEARCHED = 40
"""A table begins within as many lines."""


class _Table(NamedTuple):
    """A sheet with its heading found. `said` is what stands above it: of all values alike."""

    sheet: Sheet
    head: int
    said: dict[str, str]
    roles: tuple[str, ...]
    across: tuple[int, ...]
    """The columns with one value each, where a line has several."""
    other: str
    """The dimension that the headings of those columns name."""

    @property
    def heading(self) -> tuple[str, ...]:
        return self.sheet.cells[self.head]


def rows(sheet: Sheet, given: Given) -> Imported:
    """Every value of a sheet. Refused where no heading can be made out."""
    table = _found(sheet)
    if table is None:
        hint = "a heading names its columns: indicator, area, period, value, unit; or 指标, 地区, 时间 and periods across"
        raise no_table(sheet.name, "no table whose heading is known", hint)
    taken: list[Row] = []
    skipped: list[Skipped] = []
    about = {**_about(table.said), **sheet.about}
    for at in range(table.head + 1, len(sheet.cells)):
        cells = [*sheet.cells[at], *("",) * (len(table.heading) - len(sheet.cells[at]))]
        if sum(map(bool, cells)) < 2 and cells[:1] != [""]:
            about |= _footer(cells[0])
            continue
        for one in _values(table, at, cells, given):
            (taken if isinstance(one, Row) else skipped).append(one)  # type: ignore[arg-type]
    return Imported(tuple(taken), tuple(skipped), about)


# --------------------------------------------------------------------------------------------- the heading

def _found(sheet: Sheet) -> _Table | None:
    """The first line that heads a table, with what the lines before it say."""
    said: dict[str, str] = {}
    for head, cells in enumerate(sheet.cells[:_SEARCHED]):
        table = _headed(sheet, head, said)
        if table:
            return table
        _note(said, [cell for cell in cells if cell])
    return None


def _headed(sheet: Sheet, head: int, said: dict[str, str]) -> _Table | None:
    heading = sheet.cells[head]
    roles = tuple(role("columns", cell) for cell in heading)
    if len([cell for cell in heading if cell]) < 2:
        return None
    periods = tuple(i for i, cell in enumerate(heading) if not roles[i] and read_period(cell))
    if "value" in roles:
        return _Table(sheet, head, said, roles, (), "")
    if periods and any(roles):
        return _Table(sheet, head, said, roles, periods, "period")
    if roles[0] in _DIMENSIONS and not any(roles[1:]):
        others = [one for one in _DIMENSIONS if one != roles[0] and not _says(said, one)]
        if len(others) == 1:
            return _Table(sheet, head, said, roles, tuple(i for i, cell in enumerate(heading) if i and cell), others[0])
    return None


def _says(said: dict[str, str], dimension: str) -> bool:
    """Whether the lines above settle a dimension; those of time that name a span (最近10年) do not."""
    text = said.get(dimension, "")
    return bool(text) and (dimension != "period" or read_period(text) is not None)


def _note(said: dict[str, str], cells: Sequence[str]) -> None:
    """What a line above the table says: KEY：content, KEY and content in two cells, or a title."""
    if len(cells) == 1:
        key, content = _parted(cells[0])
        if name := role("preface", key):
            said[name] = content
            if name == "database" and fold_name(content) in words()["national"]:
                said.setdefault("area", "全国")
        elif "title" not in said and not content:
            said["title"] = cells[0]
    elif len(cells) == 2 and (name := role("preface", cells[0])):
        said[name] = cells[1]


def _parted(text: str) -> tuple[str, str]:
    at = min((i for sign in _COLONS if (i := text.find(sign)) > 0), default=-1)
    return (text[:at].strip(), text[at + 1 :].strip()) if at > 0 else (text, "")


def _about(said: dict[str, str]) -> dict[str, str]:
    database, indicator = said.get("database", ""), said.get("indicator", "")
    title = said.get("title") or "：".join(part for part in (database, indicator) if part)
    about = {"title": title, "published": said.get("updated", "")}
    return {key: text for key, text in about.items() if text}


def _footer(text: str) -> dict[str, str]:
    key, content = _parted(text)
    return {"publisher": content} if role("footer", key) == "publisher" and content else {}


# --------------------------------------------------------------------------------------------- the values

def _values(table: _Table, at: int, cells: Sequence[str], given: Given) -> Iterator[Row | Skipped]:
    """The values of one line."""
    parted = _parts(table, cells, given)
    columns = table.across or (table.roles.index("value"),)
    for column in columns:
        place, value = table.sheet.place(at, column), cells[column]
        row = _row(table, cells, column, given)
        what = ", ".join(part for part in (row.indicator, row.area, row.period) if part)
        if fold_name(value) in words()["missing"]:
            yield Skipped(place, what, "no value in the cell · 单元格没有数值")
        elif parted:
            yield Skipped(place, what, parted)
        else:
            yield row._replace(value=value, place=place)


def _parts(table: _Table, cells: Sequence[str], given: Given) -> str:
    """Why a line is not of the whole: a column that we don't know holds something other than “all”."""
    dropped = {fold_name(name) for name in given.dropped}
    for i, heading in enumerate(table.heading):
        if table.roles[i] or i in table.across or not cells[i] or not heading:
            continue
        if fold_name(heading) in dropped | words()["apart"] or any(fold_name(part) in words()["whole"] for part in (cells[i], cells[i].partition(":")[0])):
            continue
        return f"of a part only: {heading} is {cells[i][:60]} (if that parts nothing: --drop {heading})"
    return ""


def _row(table: _Table, cells: Sequence[str], column: int, given: Given) -> Row:
    """All but the value: from the line, else from the heading of its column, else from above the table, else as given."""
    of_line = {name: _joined(cells[i] for i, one in enumerate(table.roles) if one == name) for name in (*_DIMENSIONS, "unit", "note")}
    if table.other:
        of_line[table.other] = table.heading[column]
    for name in _DIMENSIONS:
        of_line[name] = of_line[name] or (table.said.get(name, "") if _says(table.said, name) else "") or str(getattr(given, name))
    split = [split_unit(part) for part in of_line["indicator"].split(": ")]
    indicator, unit = ": ".join(name for name, _ in split), next((unit for _, unit in split if unit), "")
    unit = _scaled(table, cells, of_line["unit"]) or unit or table.said.get("unit", "") or given.unit
    return Row(indicator, of_line["area"], of_line["period"], "", unit, "", of_line["note"])


def _joined(cells: Iterable[str]) -> str:
    """Code and name of the same thing as SDMX writes them."""
    return ": ".join(dict.fromkeys(cell for cell in cells if cell))


def _scaled(table: _Table, cells: Sequence[str], unit: str) -> str:
    """The unit as we read it, with the power of ten that a column of its own gives."""
    tables = words()
    known = next((tables["units"][part] for part in map(fold_name, (unit, unit.partition(": ")[0])) if part in tables["units"]), "")
    name = known or next((part for part in (unit, *unit.split(": ")) if read_unit(part)), unit)
    power = _joined(cells[i] for i, one in enumerate(table.roles) if one == "multiplier").partition(":")[0]
    scale = tables["multipliers"].get(power, f"10^{power}") if power else ""
    return f"{scale} {name}".strip() if name else ""


def split_unit(name: str) -> tuple[str, str]:
    """国内生产总值(亿元) → its name and unit; GDP growth (annual %) too. What stands in brackets and is no unit is a part of the name."""
    for opening, closing in ("()", "（）"):
        head, found, tail = name.rpartition(opening)
        if found and tail.endswith(closing):
            inside = tail[:-1].strip()
            units = [inside] if read_unit(inside) else [word for word in inside.split() if not word.isdecimal() and read_unit(word)]
            if len(units) == 1:
                return head.strip() if units == [inside] else name, units[0]
    return name, ""
