"""JSON-stat 2.0: a dataset → a sheet with a column for each dimension."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod
from typing import Any

from factcheck.reference.importers.tables import MAX_CELLS, Sheet, no_table

__all__ = ["is_dataset", "sheet"]

_ROLES = {"time": "period", "geo": "area", "metric": "indicator"}
Dimension = tuple[str, list[str]]
"""A dimension's heading, and its categories as `CODE: label`."""


def is_dataset(document: object) -> bool:
    """Whether it is what JSON-stat calls a dataset."""
    return isinstance(document, dict) and "id" in document and "size" in document and "dimension" in document and "value" in document


def sheet(path: str, document: Mapping[str, Any]) -> Sheet:
    """The values with their categories. Refused where dimensions, sizes and values do not fit together."""
    try:
        dimensions, units = [_dimension(document, name) for name in document["id"]], _units(document)
        sizes = [len(categories) for _, categories in dimensions]
        fits = sizes == document["size"] and prod(sizes) <= MAX_CELLS // 8
        cells = tuple(_rows(dimensions, units, document["value"])) if fits else ()
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise no_table(path, f"no JSON-stat dataset: {type(error).__name__}: {str(error)[:200]}") from None
    if not fits:
        raise no_table(path, f"no JSON-stat dataset: {sizes} categories where size says {document['size']}"[:200])
    header = (*(heading for heading, _ in dimensions), "unit", "value")
    return Sheet(f"{path}[value]", (header, *cells), _about(document))


def _dimension(document: Mapping[str, Any], name: str) -> Dimension:
    found = document["dimension"][name]
    category, roles = found["category"], document.get("role", found.get("role", {}))
    labels = category.get("label", {})
    index = category.get("index", list(labels))
    codes = sorted(index, key=index.__getitem__) if isinstance(index, dict) else list(index)
    heading = next((_ROLES[role] for role in _ROLES if name in roles.get(role, ())), str(found.get("label", name)))
    return heading if heading in _ROLES.values() else name, [_named(str(code), str(labels.get(code, ""))) for code in codes]


def _named(code: str, label: str) -> str:
    return f"{code}: {label}" if label and label != code else code


def _units(document: Mapping[str, Any]) -> dict[str, str]:
    """Category → its unit, for those that say one."""
    found = [found["category"] for found in document["dimension"].values() if "unit" in found["category"]]
    return {code: str(unit.get("label", unit.get("symbol", ""))) for each in found for code, unit in each["unit"].items()}


def _rows(dimensions: Sequence[Dimension], units: Mapping[str, str], values: Any) -> Iterator[tuple[str, ...]]:  # noqa: ANN401
    for place, names in enumerate(product(*(categories for _, categories in dimensions))):
        value = values.get(str(place)) if isinstance(values, dict) else values[place]
        unit = next((units[code] for name in names if (code := name.partition(": ")[0]) in units), "")
        yield (*names, unit, "" if value is None else str(value))


def _about(document: Mapping[str, Any]) -> dict[str, str]:
    """Its label is the title, `source` who published it."""
    about = {"title": document.get("label"), "publisher": document.get("source"), "published": str(document.get("updated", ""))[:10]}
    return {key: text.strip() for key, text in {**about, "url": document.get("href")}.items() if isinstance(text, str) and text.strip()}
