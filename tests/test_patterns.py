"""Kept patterns are the very ones that `re.compile` makes, and never an error."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck import patterns, store

CASES = [
    ("[0-9]{1,3}(?:,[0-9]{3})*", 0, "人口1,158万"),
    ("(?P<y>[12][0-9]{3})年(?:(?P<m>1[0-2]|[1-9])月)?", 0, "自2025年4月以来"),
    ("quarter|(?<![a-z])half", re.IGNORECASE, "first HALF"),
    (r"^\s*[(]?[一二三]、$", re.MULTILINE, "x\n 一、\ny"),
]


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path))
    patterns._kept.cache_clear()
    patterns._new.clear()


@pytest.mark.parametrize(("source", "flags", "text"), CASES)
def test_a_revived_pattern_finds_what_a_fresh_one_finds(source: str, flags: int, text: str) -> None:
    """Flags, groups, names and every match are equal after a round through the cache."""
    patterns.regex(source, flags)
    patterns.keep()
    patterns._kept.cache_clear()
    revived, fresh = patterns.regex(source, flags), re.compile(source, flags)
    assert not patterns._new
    assert (revived.flags, revived.groups, dict(revived.groupindex)) == (fresh.flags, fresh.groups, dict(fresh.groupindex))
    assert [(m.span(), m.groups(), m.groupdict()) for m in revived.finditer(text)] == [
        (m.span(), m.groups(), m.groupdict()) for m in fresh.finditer(text)
    ]


@pytest.mark.parametrize("entry", [[], "x", [0, [1, 2, 3], 0, {}, [None]], [0, ["a"], 0, {}, []], None])
def test_garbage_in_the_cache_is_compiled_anew(entry: object) -> None:
    """Code that the engine refuses, or an entry of another shape, costs a compilation and nothing else."""
    store.remember("patterns", patterns._PARTS, {"0:[0-9]+": entry})  # type: ignore[dict-item]
    assert patterns.regex("[0-9]+").findall("a12b") == ["12"]


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    """A run that compiled nothing leaves the cache alone."""
    patterns.keep()
    assert not list(tmp_path.iterdir())
