"""Areas: those that make up others, as the provinces that are ranked and the groups that are sums; and what each is called."""

from __future__ import annotations

import os
from functools import cache
from typing import Any, TypedDict, cast

from factcheck.model import Area
from factcheck.names import fold_name
from factcheck.store import compiled, read_bytes

__all__ = ["NATION", "WORLD", "area_name", "is_group", "known_areas", "members", "named", "provinces"]

NATION, WORLD = "全国", "世界"
_BY_CODE = {"156": NATION, "CHN": NATION, "WLD": WORLD}
_SYNONYMS = {"中国": NATION, "我国": NATION, "全球": WORLD, "全世界": WORLD}
_APART = ("71", "81", "82")
"""Codes of the provinces whose statistics are kept apart, so that national ranks leave them out."""


class _Table(TypedDict):
    provinces: list[str]
    groups: dict[str, list[str]]


def area_name(area: Area) -> str:
    """The name under which reference files keep an area."""
    return _BY_CODE.get(area.code or "", _SYNONYMS.get(area.name, area.name))


def provinces() -> tuple[str, ...]:
    """The 31 provinces, municipalities and autonomous regions of national statistics."""
    return tuple(_table()["provinces"])


def members(group: str) -> tuple[str, ...]:
    """The areas that a group is made of; none where it is no group, or one that takes in parts of areas."""
    return tuple(_table()["groups"].get(group, ()))


def is_group(name: str) -> bool:
    """Whether it stands for several areas (东部地区, 欧盟)."""
    return name in _table()["groups"]


def named(name: str) -> tuple[str, ...]:
    """The areas, as reference files keep them, of exactly this name, short name, English name or code; several may share it."""
    return tuple(_names().get(fold_name(name), ()))


@cache
def known_areas() -> frozenset[str]:
    """The names under which reference files keep the areas that the program knows."""
    return frozenset(area for areas in _names().values() for area in areas)


@cache
def _names() -> dict[str, list[str]]:
    data = _data()

    def build() -> dict[str, list[str]]:
        plain, names = _plain(data), dict[str, list[str]]()
        for key, row in plain["areas"].items():
            own = row.get("name", key)
            for name in {own, key, row.get("code", own), *row.get("short", ()), *row.get("en", ())}:
                _add(names, name, _BY_CODE.get(row.get("code", ""), own))
        for key, row in plain["groups"].items():
            for name in {key, *row.get("names", ()), *row.get("en", ())}:
                _add(names, name, key)
        for code, own in _BY_CODE.items():
            _add(names, code, own)
        return names

    return compiled("area-names", [("areas.yaml", data)], build)


def _add(names: dict[str, list[str]], name: str, area: str) -> None:
    known = names.setdefault(fold_name(name), [])
    if area not in known:
        known.append(area)


@cache
def _table() -> _Table:
    data = _data()

    def build() -> _Table:
        plain = _plain(data)
        level = {name: row for name, row in plain["areas"].items() if row.get("level") == "province"}
        return {
            "provinces": [name for name, row in level.items() if row["code"][:2] not in _APART],
            "groups": {name: row["members"] for name, row in plain["groups"].items()},
        }

    return compiled("groups", [("areas.yaml", data)], build)


def _data() -> bytes:
    return read_bytes(os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "areas.yaml"), 2**22)


def _plain(data: bytes) -> dict[str, Any]:
    from factcheck import strict_yaml  # only when a place changed

    return cast("dict[str, Any]", strict_yaml.plain(strict_yaml.load("areas.yaml", data)))
