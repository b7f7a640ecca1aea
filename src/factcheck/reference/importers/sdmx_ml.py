"""SDMX-ML by sdmx1, an extra: the observations of a data message → a sheet with a column for each dimension."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from typing import Any

from factcheck.errors import UsageError
from factcheck.reference.importers.tables import MAX_CELLS, Sheet, no_table

__all__ = ["is_xml", "sheets"]

_ATTRIBUTES = ("UNIT_MEASURE", "UNIT_MULT")


def is_xml(data: bytes) -> bool:
    """Whether it may be SDMX-ML."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<"


def sheets(path: str, data: bytes) -> Iterator[Sheet]:
    """A sheet for each data set of the message."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\0" in data:
        raise no_table(path, "XML with entities or in another encoding than UTF-8", "SDMX-ML needs neither")
    if b"sdmx" not in data.lower():
        raise no_table(path, "XML that is no SDMX-ML", "import CSV, xlsx, JSON-stat or SDMX instead")
    for number, found in enumerate(_message(path, data).data):
        rows = [_row(observation) for observation in found.obs]
        header = tuple(dict.fromkeys(key for row in rows for key in row))
        if len(header) * len(rows) > MAX_CELLS:
            raise no_table(path, f"more than {MAX_CELLS} cells", "cut it into several files")
        yield Sheet(f"{path}[{number}]", (header, *(tuple(row.get(key, "") for key in header) for row in rows)))


def _message(path: str, data: bytes) -> Any:  # noqa: ANN401
    try:
        sdmx = import_module("sdmx")  # 181 MiB with what it needs, and only for this
        logging.getLogger("sdmx").setLevel(logging.ERROR)
    except ImportError:
        raise UsageError(f"{path}: SDMX-ML needs the extra [sdmx]: pip install 'newsroom-factcheck[sdmx]'") from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            message = sdmx.read_sdmx(BytesIO(data))
    except Exception as error:  # noqa: BLE001 - it lets out whatever its parsers raise, and a file that it can't read is no bug of ours
        raise no_table(path, f"no SDMX-ML that can be read: {type(error).__name__}: {str(error)[:200]}") from None
    if not getattr(message, "data", None):
        raise no_table(path, "SDMX-ML without data", "a structure message has no values")
    return message


def _row(observation: Any) -> dict[str, str]:  # noqa: ANN401
    """Dimensions, the attributes that say the unit, and the value as written."""
    row = {str(key.id if hasattr(key, "id") else key): str(value.value) for key, value in observation.key.values.items()}
    attributes = {key: str(value.value) for key, value in observation.attrib.items() if key in _ATTRIBUTES}
    return {**row, **attributes, "OBS_VALUE": "" if observation.value is None else str(observation.value)}
