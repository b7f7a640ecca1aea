"""A process of its own: a workbook on standard input → JSON on standard output, each sheet with its cells as a person sees them.

What parses spreadsheets is native code that may panic, or ask for more memory than there is, and takes its process along.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

MAX_MEMORY, MAX_SHEETS, MAX_CELLS = 2**30, 64, 2_000_000
MISSING = 3
"""The exit code where python-calamine is not installed."""


def main() -> int:
    """The sheets, or one of them by name, as `{"names": […], "sheets": [[name, cells], …]}`; `{"fault": …}` beyond the limits."""
    _limit()
    try:
        import python_calamine
    except ImportError:
        return MISSING
    only = sys.argv[1]
    book = python_calamine.load_workbook(BytesIO(sys.stdin.buffer.read()))
    chosen = [name for name in book.sheet_names if not only or name == only]
    found: dict[str, Any] = {"names": book.sheet_names}
    if len(chosen) > MAX_SHEETS:
        found["fault"] = f"more than {MAX_SHEETS} sheets"
    else:
        found |= _sheets(book, chosen)
    sys.stdout.buffer.write(json.dumps(found).encode())
    return 0


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _sheets(book: Any, names: list[str]) -> dict[str, Any]:  # noqa: ANN401
    sheets = []
    for name in names:
        sheet = book.get_sheet_by_name(name)
        if sheet.total_height * sheet.total_width > MAX_CELLS:
            return {"fault": f"more than {MAX_CELLS} cells in the sheet {name}"}
        sheets.append([name, list(_rows(sheet))])
    return {"sheets": sheets}


def _rows(sheet: Any) -> Iterator[list[str]]:  # noqa: ANN401
    for row in sheet.to_python(skip_empty_area=False):
        yield [_text(cell) for cell in row]


def _text(cell: object) -> str:
    """A number with all the digits that it was stored with, and no others."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else format(Decimal(repr(cell)), "f")
    if isinstance(cell, date):  # a day, where a year or a month is meant as often as not: to be written as text
        return f"{cell.isoformat()[:10]} (date)"
    return str(cell).strip()


if __name__ == "__main__":
    sys.exit(main())
