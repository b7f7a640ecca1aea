"""From a file's bytes to rows: which format it is, by its content and not by its name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from factcheck.reference.importers import layouts
from factcheck.reference.importers.tables import Given, Imported, Sheet, no_table

__all__ = ["MAX_BYTES", "read"]

MAX_BYTES = 16 * 2**20


def read(path: str, data: bytes, given: Given) -> Imported:
    """Every value of a file in its own words. Refused where it is no table that can be read."""
    sheets = list(_sheets(path, data, given))
    found = [layouts.rows(sheet, given) for sheet in sheets if any(any(row) for row in sheet.cells)]
    about = {key: text for one in reversed(found) for key, text in one.about.items()}
    imported = Imported(tuple(row for one in found for row in one.rows), tuple(skip for one in found for skip in one.skipped), about)
    if not imported.rows and not imported.skipped:
        raise no_table(path, "there is no value in this file")
    return imported


def _sheets(path: str, data: bytes, given: Given) -> Iterator[Sheet]:
    from factcheck.reference.importers import delimited, excel, sdmx_ml  # each only for who imports

    if data.startswith(excel.MAGIC):
        yield from excel.sheets(path, data, given.sheet)
    elif sdmx_ml.is_xml(data):
        yield from sdmx_ml.sheets(path, data)
    elif data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"{", b"["}:
        yield from _json(path, data, given)
    else:
        yield delimited.sheet(path, data, given.encoding)


def _json(path: str, data: bytes, given: Given) -> Iterator[Sheet]:
    from factcheck.reference.importers import data_package, delimited, json_stat

    document = _parsed(path, delimited.decoded(path, data, given.encoding))
    if data_package.is_package(document):
        yield from data_package.sheets(path, document)
    elif json_stat.is_dataset(document):
        yield json_stat.sheet(path, document)
    else:
        raise no_table(path, "JSON that is neither a JSON-stat dataset nor a data package")


def _parsed(path: str, text: str) -> Any:  # noqa: ANN401
    """Numbers stay the text that they are."""
    try:
        return json.loads(text, parse_float=str, parse_constant=_no_constant)
    except RecursionError:
        raise no_table(path, "nested too deeply") from None
    except ValueError as error:
        raise no_table(path, f"no JSON: {error}") from None


def _no_constant(text: str) -> None:
    raise ValueError(f"{text} is no number")
