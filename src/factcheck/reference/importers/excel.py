"""xlsx and xls: bytes → a sheet for each worksheet, by python-calamine, after the archive has been looked at for bombs."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from factcheck.errors import UsageError
from factcheck.patterns import regex
from factcheck.reference.importers.tables import MAX_CELLS, Sheet, no_table

__all__ = ["MAGIC", "sheets"]

MAGIC = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
MAX_INFLATED, MAX_RATIO, MAX_ENTRIES, MAX_SHEETS = 64 * 2**20, 200, 10_000, 64
_AT = regex(r"""\br=["']([A-Z]{0,3})([0-9]{1,9})["']""")
_CHUNK = 2**16


def sheets(path: str, data: bytes, only: str = "") -> Iterator[Sheet]:
    """The cells of every worksheet, or of the one named."""
    if data.startswith(b"PK"):
        _inspect(path, data)
    book = _opened(path, data)
    names = [name for name in book.sheet_names if not only or name == only]
    if only and not names:
        raise UsageError(f"--sheet: {path} has no sheet {only!r}; it has {', '.join(book.sheet_names[:MAX_SHEETS])}")
    if len(names) > MAX_SHEETS:
        raise no_table(path, f"more than {MAX_SHEETS} sheets", "name one with --sheet")
    for name in names:
        yield _sheet(f"{path}[{name}]", book.get_sheet_by_name(name))


def _opened(path: str, data: bytes) -> Any:  # noqa: ANN401
    try:
        import python_calamine
    except ImportError:
        raise UsageError(f"{path}: spreadsheets need the extra [excel]: pip install 'newsroom-factcheck[excel]'") from None
    try:
        return python_calamine.load_workbook(BytesIO(data))
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise no_table(path, f"no spreadsheet that can be read: {str(error)[:200]}", "save it anew as xlsx or CSV") from None


def _sheet(name: str, found: Any) -> Sheet:  # noqa: ANN401
    if found.total_height * found.total_width > MAX_CELLS:
        raise no_table(name, f"more than {MAX_CELLS} cells", "cut it into several files")
    rows = found.to_python(skip_empty_area=False)
    return Sheet(name, tuple(tuple(map(_text, row)) for row in rows))


def _text(cell: object) -> str:
    """A cell as a person sees it: a number with all the digits that it was stored with, and no others."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else format(Decimal(repr(cell)), "f")
    if isinstance(cell, date):  # a day, where a year or a month is meant as often as not: to be written as text
        return f"{cell.isoformat()[:10]} (date)"
    return str(cell).strip()


def _inspect(path: str, data: bytes) -> None:
    """Refuse an archive that is no workbook, inflates to much more than it is, or has a cell so far out that the sheet would fill memory."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MAX_ENTRIES:
                raise no_table(path, f"more than {MAX_ENTRIES} files inside")
            if "xl/workbook.xml" not in archive.namelist():
                raise no_table(path, "an archive that is no xlsx workbook", "unpack it, or save it as xlsx or CSV")
            inflated = sum(_inflated(path, archive, entry) for entry in entries)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise no_table(path, f"a damaged workbook: {str(error)[:200]}", "save it anew") from None
    if inflated > MAX_RATIO * len(data) and inflated > 2**20:
        raise no_table(path, f"it inflates to more than {MAX_RATIO} times its size")


def _inflated(path: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> int:
    """How large an entry really is, whatever the archive says; worksheets are looked through for their outermost cell."""
    size, tail, column, line = 0, "", 0, 0
    is_sheet = "/worksheets/" in entry.filename
    with archive.open(entry) as file:
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            if size > MAX_INFLATED:
                raise no_table(path, f"it inflates to more than {MAX_INFLATED // 2**20} MiB", "cut it into several files")
            if is_sheet:
                if b"\0" in chunk:
                    raise no_table(path, "a sheet that is not in UTF-8")
                text = tail + chunk.decode("latin-1")
                for letters, digits in _AT.findall(text):
                    column, line = max(column, _number(letters)), max(line, int(digits))
                tail = text[-32:]
    if column * line > MAX_CELLS * 4:
        raise no_table(path, f"a sheet of {line} lines and {column} columns", "delete what stands far outside the table")
    return size


def _number(letters: str) -> int:
    """AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
