"""The words of both languages, from the YAML files under `data`, as frozen tables."""

from __future__ import annotations

import os
import re
from functools import cache
from typing import Any

from factcheck import store
from factcheck.patterns import regex
from factcheck.records import NamedTuple

__all__ = ["Words", "any_of", "words"]

_LIMIT = 2**22
_FILES = ("hedges", "changes", "clauses", "words", "calendar", "milestones")


class Words(NamedTuple):
    """A section of the lexicon: surface → meaning, the length of the longest surface, and where surfaces begin and end."""

    table: dict[str, str]
    longest: int
    firsts: frozenset[str]
    lasts: frozenset[str]

    def ending(self, text: str, end: int, start: int = 0) -> str | None:
        """The longest word that ends at `end` and does not begin before `start`."""
        if end < 1 or text[end - 1] not in self.lasts:
            return None
        for size in range(min(self.longest, end - start), 0, -1):
            if text[end - size : end] in self.table:
                return text[end - size : end]
        return None

    def starting(self, text: str, start: int, end: int | None = None) -> str | None:
        """The longest word that begins at `start` and does not reach beyond `end`."""
        if text[start : start + 1] not in self.firsts:
            return None
        room = (len(text) if end is None else end) - start
        for size in range(min(self.longest, room), 0, -1):
            if text[start : start + size] in self.table:
                return text[start : start + size]
        return None


@cache
def any_of(path: str) -> re.Pattern[str]:
    """A pattern for any word of a section, in English for whole words between blanks."""
    pattern = "|".join(map(re.escape, words(path).table)) or "(?!)"
    return regex(f" (?:{pattern}) " if path.startswith("en/") else pattern)


def _files() -> list[tuple[str, bytes]]:
    """Every file of words, in a fixed order, as (name, bytes)."""
    root = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")
    names = [f"{language}/{name}" for language in ("zh", "en") for name in _FILES]
    paths = [(name, os.path.join(root, f"{name}.yaml")) for name in names]
    return [(name, store.read_bytes(path, _LIMIT)) for name, path in paths if os.path.exists(path)]


@cache
def _tables() -> dict[str, Any]:
    """The plain content of every file, compiled once."""
    parts = _files()

    def build() -> dict[str, Any]:
        from factcheck import strict_yaml  # only when a word changed

        return {name: strict_yaml.plain(strict_yaml.load(name, data)) for name, data in parts}

    tables: dict[str, Any] = store.compiled("lexicon", parts, build)
    return tables


@cache
def words(path: str) -> Words:
    """One section, for instance `zh/hedges/before`; a list means words that need no meaning."""
    *file, section = path.split("/")
    content = _tables().get("/".join(file), {}).get(section, {})
    table = dict.fromkeys(content, "") if isinstance(content, list) else dict(content)
    firsts, lasts = frozenset(word[0] for word in table), frozenset(word[-1] for word in table)
    return Words(table, max(map(len, table), default=0), firsts, lasts)
