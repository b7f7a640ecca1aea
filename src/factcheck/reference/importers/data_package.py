"""A Frictionless data package: the CSV files that a datapackage.json describes, which lie beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.reference.importers.delimited import sheet
from factcheck.reference.importers.tables import Sheet, no_table, role
from factcheck.store import read_bytes

__all__ = ["is_package", "sheets"]

_LIMIT = 16 * 2**20


def is_package(document: object) -> bool:
    """Whether it describes a data package."""
    return isinstance(document, dict) and isinstance(document.get("resources"), list)


def sheets(path: str, package: Mapping[str, Any]) -> Iterator[Sheet]:
    """A sheet for each of its resources, under the titles of its fields."""
    about = _about(package)
    for resource in package["resources"]:
        if not isinstance(resource, dict) or not isinstance(resource.get("path"), str):
            raise no_table(path, "a resource without one file of its own", "each resource has a path to a CSV file beside the package")
        yield _sheet(path, resource, about)


def _sheet(path: str, resource: Mapping[str, Any], about: Mapping[str, str]) -> Sheet:
    file = _inside(path, resource["path"])
    try:
        data = read_bytes(file, _LIMIT)
    except OSError as error:
        raise no_table(path, f"{resource['path']} can't be read: {error.strerror or error}") from None
    dialect = resource.get("dialect")
    delimiter = dialect.get("delimiter", "") if isinstance(dialect, dict) else ""
    found = sheet(file, data, str(resource.get("encoding", "")), str(delimiter)[:1])
    return found._replace(cells=(_titled(found.cells[0], resource), *found.cells[1:]), about={**about, **_about(resource)})


def _inside(path: str, name: str) -> str:
    """A file below the package; a package reaches neither out of its folder nor into the network."""
    folder = os.path.realpath(os.path.dirname(path) or ".")
    file = os.path.realpath(os.path.join(folder, name.replace("\0", "")))
    if "://" in name or "\0" in name or os.path.commonpath([file, folder]) != folder:
        raise no_table(path, f"{name[:200]!r} lies outside the package", "put it beside datapackage.json")
    return os.path.relpath(file)


def _titled(header: tuple[str, ...], resource: Mapping[str, Any]) -> tuple[str, ...]:
    """A heading that says nothing to us is replaced by its field's title, if that does."""
    schema = resource.get("schema")
    fields = schema.get("fields", ()) if isinstance(schema, dict) else ()
    titles = {str(field.get("name")): str(field.get("title", "")) for field in fields if isinstance(field, dict)}
    return tuple(titles[name] if not role("columns", name) and role("columns", titles.get(name, "")) else name for name in header)


def _about(package: Mapping[str, Any]) -> dict[str, str]:
    """Title, first source and its publisher; a package's own date is not that of its figures."""
    sources = package.get("sources")
    first = sources[0] if isinstance(sources, list) and sources and isinstance(sources[0], dict) else {}
    contributors = package.get("contributors")
    people = [one for one in contributors if isinstance(one, dict)] if isinstance(contributors, list) else []
    publisher = next((one.get("title") for one in people if one.get("role") == "publisher"), None)
    about = {"title": package.get("title"), "publisher": publisher or first.get("title"), "url": first.get("path")}
    return {key: text.strip() for key, text in about.items() if isinstance(text, str) and text.strip()}
