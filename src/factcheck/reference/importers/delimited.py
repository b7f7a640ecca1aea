"""CSV: bytes → a sheet. UTF-8 with or without its mark, UTF-16 with one, else GB18030; nothing that might turn one digit into another."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from factcheck.errors import Refused
from factcheck.reference.importers.tables import MAX_CELLS, Sheet, no_table
from factcheck.strict_yaml import Page

__all__ = ["decoded", "sheet"]

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DELIMITERS = ",\t;|"
_HEAD = 20


def sheet(path: str, data: bytes, encoding: str = "", delimiter: str = "") -> Sheet:
    """The cells of a CSV file. Refused where it is no text, or no table."""
    text = decoded(path, data, encoding)
    rows = tuple(_rows(path, text, delimiter if delimiter and delimiter in _DELIMITERS else _delimiter(text)))
    if not any(len(row) > 1 for row in rows):
        raise no_table(path, "no table: there is but one column", "columns are parted by commas, tabs or semicolons")
    return Sheet(path, rows)


def decoded(path: str, data: bytes, encoding: str = "") -> str:
    """The text in the one encoding that fits."""
    mark, named = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", ""))
    tries = (encoding,) if encoding else (named,) if named else ("utf-8", "gb18030")
    for name in tries:
        try:
            text = data[len(mark) :].decode(name)
        except UnicodeError:  # not every codec says where
            continue
        except (LookupError, ValueError):
            raise no_table(path, f"there is no encoding {name!r}") from None
        if "\0" in text or any("\ue000" <= char <= "\uf8ff" for char in text):
            raise no_table(path, "no text: it has characters that no text has", "is it a spreadsheet, or in another encoding (--encoding)?")
        return text
    raise no_table(path, "neither UTF-8 nor GB18030", "name the encoding with --encoding")


def _delimiter(text: str) -> str:
    """The one that stands most often in the lines at the top."""
    head = text.split("\n", _HEAD)[:_HEAD]
    return max(_DELIMITERS, key=lambda sign: sum(line.count(sign) for line in head))


def _rows(path: str, text: str, delimiter: str) -> Iterator[tuple[str, ...]]:
    """Line by line, so that a cell's place is true; a cell that runs over a line's end would be a quote that is not closed."""
    page, cells = Page(path, text, "import"), 0
    lines = StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    before = 0
    try:
        for row in reader:
            yield from ((),) * (reader.line_num - before - 1)
            before = reader.line_num
            cells += len(row)
            if cells > MAX_CELLS:
                raise no_table(path, f"more than {MAX_CELLS} cells", "cut it into several files")
            yield tuple(cell.strip() for cell in row)
    except csv.Error as error:
        page.fault(before + 1, 1, f"no CSV: {error}", "is a quotation mark not closed?")
        raise Refused(*page.faults) from None
