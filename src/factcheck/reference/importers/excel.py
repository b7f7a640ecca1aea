"""xlsx and xls: bytes → a sheet for each worksheet, by python-calamine, after the archive has been looked at for bombs."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from factcheck.errors import UsageError
from factcheck.patterns import regex
from factcheck.reference.importers import workbook
from factcheck.reference.importers.tables import MAX_CELLS, Sheet, no_table

__all__ = ["MAGIC", "sheets"]

MAGIC = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
MAX_INFLATED, MAX_RATIO, MAX_ENTRIES = 64 * 2**20, 200, 10_000
_AT = regex(r"""\br=["']([A-Z]{0,3})([0-9]{1,9})["']""")
_DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, ValueError, KeyError, EOFError, OSError)
"""What zipfile lets out of a damaged archive."""
_CHUNK, _SECONDS, _SHOWN = 2**16, 60, 20


def sheets(path: str, data: bytes, only: str = "") -> Iterator[Sheet]:
    """The cells of every worksheet, or of the one named."""
    if data.startswith(b"PK"):
        _inspect(path, data)
    found = _parsed(path, data, only)
    if "fault" in found:
        raise no_table(path, found["fault"], "name one sheet with --sheet, or cut it into several files")
    if only and not found["sheets"]:
        raise UsageError(f"--sheet: {path} has no sheet {only!r}; it has {', '.join(found['names'][:_SHOWN])}")
    for name, cells in found["sheets"]:
        yield Sheet(f"{path}[{name}]", tuple(map(tuple, cells)))


def _parsed(path: str, data: bytes, only: str) -> dict[str, Any]:
    """What a process of its own makes of it; one that is killed, or takes too long, could make nothing of it."""
    command = [sys.executable, "-P", workbook.__file__, only]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise no_table(path, f"not read within {_SECONDS} seconds", "save it as CSV") from None
    if done.returncode == workbook.MISSING:
        raise UsageError(f"{path}: spreadsheets need the extra [excel]: pip install 'newsroom-factcheck[excel]'")
    if done.returncode:
        raise no_table(path, "no spreadsheet that can be read", "save it anew as xlsx or CSV")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


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
    except _DAMAGED as error:
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
