"""What importers pass on: a sheet of cells as the file has it, then rows with one value each, still in the file's own words."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, cast

from factcheck.errors import Fault, Refused
from factcheck.names import fold_name
from factcheck.records import NamedTuple
from factcheck.store import read_bytes

__all__ = ["MAX_CELLS", "About", "Given", "Imported", "Row", "Sheet", "Skipped", "no_table", "role", "words"]

MAX_CELLS = 2_000_000
About = Mapping[str, str]
"""What a file says of its source: title, publisher, published, url."""


class Given(NamedTuple):
    """What the user says where the file does not: the same for all rows. `dropped` are columns that are to be left out."""

    indicator: str = ""
    area: str = ""
    period: str = ""
    unit: str = ""
    sheet: str = ""
    encoding: str = ""
    dropped: tuple[str, ...] = ()


class Sheet(NamedTuple):
    """Cells as text, line by line. `name` is the file or the sheet in it; `first` the number of its first line."""

    name: str
    cells: tuple[tuple[str, ...], ...]
    about: About = MappingProxyType({})
    first: int = 1

    def place(self, row: int, column: int = 0) -> str:
        """Where a cell stands, as a person finds it."""
        return f"{self.name}:{self.first + row}:{column + 1}"


class Row(NamedTuple):
    """One value in the file's words; an empty text where it has none. A name may be `CODE: label`."""

    indicator: str
    area: str
    period: str
    value: str
    unit: str
    place: str
    note: str = ""


class Skipped(NamedTuple):
    """A value that was not taken, and why."""

    place: str
    what: str
    why: str


class Imported(NamedTuple):
    """All of a file: rows, what was left out with the reason, and what it says of its source."""

    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...]
    about: About


def no_table(path: str, message: str, hint: str = "") -> Refused:
    """The file is no table that can be read."""
    return Refused(Fault(path, message, hint=hint, code="import"))


@cache
def words() -> Mapping[str, Any]:
    """The words of tables, folded, as sets; `columns`, `preface` and `footer` by role."""
    from factcheck import strict_yaml

    path = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(__file__))), "data", "columns.yaml")
    plain = cast("dict[str, Any]", strict_yaml.plain(strict_yaml.load("columns.yaml", read_bytes(path, 2**20))))
    return {key: _folded(content) for key, content in plain.items()}


def _folded(content: Any) -> Any:  # noqa: ANN401
    """Lists become sets of folded names, tables of one word each get folded keys."""
    if isinstance(content, list):
        return frozenset(map(fold_name, content))
    return {key if isinstance(names, list) else fold_name(key): _folded(names) if isinstance(names, list) else names for key, names in content.items()}


def role(section: str, text: str) -> str:
    """What a heading stands for; empty if it is none that is known."""
    folded = fold_name(text.strip())
    return next((key for key, names in words()[section].items() if folded in names), "")
