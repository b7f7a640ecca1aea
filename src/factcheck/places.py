"""Names of places: what each may stand for, and the words that stand for a place that only the context knows."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from factcheck import store
from factcheck.records import NamedTuple

__all__ = ["Place", "anaphora", "place_names", "places"]

_PATH = os.path.join(os.path.dirname(__file__), "data", "areas.yaml")
_LIMIT = 2**22


class Place(NamedTuple):
    """A place that a name may stand for: official name, code, level (nation, province, city, county, country, group …)."""

    name: str
    code: str | None
    level: str


def place_names() -> Iterable[str]:
    """Every name of a place."""
    names: dict[str, object] = _table()["names"]
    return names


@lru_cache(maxsize=4096)
def places(name: str) -> tuple[Place, ...]:
    """The places that a name may stand for; an article names few of the thousand."""
    return tuple(Place(*row) for row in _table()["names"].get(name, ()))


@cache
def anaphora() -> dict[str, str]:
    """Words that stand for a place that only the context knows (全省, 我市) → the level meant."""
    return dict(_table()["anaphora"])


@cache
def _table() -> dict[str, Any]:
    """The plain content of the file, compiled once."""
    parts = [("places", store.read_bytes(_PATH, _LIMIT))]

    def build() -> dict[str, Any]:
        from factcheck import strict_yaml  # only when a place changed

        content: Any = strict_yaml.plain(strict_yaml.load("areas", parts[0][1]))
        return _by_surface(content)

    table: dict[str, Any] = store.compiled("places", parts, build)
    return table


def _by_surface(content: dict[str, Any]) -> dict[str, Any]:
    """Names of places by surface. Single-character abbreviations are left out: alone they are no names."""
    names: dict[str, list[list[str | None]]] = {}
    for name, entry in content.get("areas", {}).items():
        row = [entry.get("name", name), entry.get("code"), entry.get("level", "")]
        for surface in [row[0], *entry.get("short", []), *entry.get("en", [])]:
            if len(surface) > 1 and row not in names.setdefault(surface, []):
                names[surface].append(row)
    for name, entry in content.get("groups", {}).items():
        for surface in [name, *entry.get("names", []), *entry.get("en", [])]:
            names.setdefault(surface, []).append([name, None, "group"])
    return {"names": names, "anaphora": content.get("anaphora", {})}
