"""Areas that make up others: the provinces that are ranked against each other, and groups whose figures are sums of theirs."""

from __future__ import annotations

import os
from functools import cache
from typing import Any, TypedDict, cast

from factcheck.model import Area
from factcheck.store import compiled

__all__ = ["NATION", "WORLD", "area_name", "members", "provinces"]

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


@cache
def _table() -> _Table:
    path = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "areas.yaml")
    with open(path, "rb") as file:
        data = file.read()

    def build() -> _Table:
        from factcheck import strict_yaml

        plain = cast("dict[str, Any]", strict_yaml.plain(strict_yaml.load("areas.yaml", data)))
        level = {name: row for name, row in plain["areas"].items() if row.get("level") == "province"}
        return {
            "provinces": [name for name, row in level.items() if row["code"][:2] not in _APART],
            "groups": {name: row["members"] for name, row in plain["groups"].items()},
        }

    return compiled("groups", [("areas.yaml", data)], build)
