"""The words that rules look for, from `data/zh/rules.yaml` and `data/en/rules.yaml`."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

from factcheck import store

__all__ = ["table", "words"]

_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")
_LIMIT = 2**20
_LANGUAGES = ("zh", "en")


@cache
def words(path: str) -> tuple[str, ...]:
    """One list, for instance `zh/averages`, the longest word first."""
    return tuple(sorted(_section(path), key=lambda word: (-len(word), word)))


@cache
def table(path: str) -> dict[str, str]:
    """One section of words with a meaning each, for instance `zh/stages`."""
    return dict(_section(path))


def _section(path: str) -> Any:  # noqa: ANN401  (a list or a mapping, as the file has it)
    language, section = path.split("/")
    return _content()[language][section]


@cache
def _content() -> dict[str, Any]:
    parts = [(name, store.read_bytes(os.path.join(_DATA, name, "rules.yaml"), _LIMIT)) for name in _LANGUAGES]

    def build() -> dict[str, Any]:
        from factcheck import strict_yaml  # only when a word changed

        return {name: strict_yaml.plain(strict_yaml.load(f"{name}/rules.yaml", data)) for name, data in parts}

    return store.compiled("rules", parts, build)
