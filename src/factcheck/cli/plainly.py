"""The main job as most people type it, read without an option parser: to build one costs as much as a third of the run.

Only paths, a few flags and options with one value each are read here. Whatever else stands in argv, and whatever is wrong with it,
is left to typer, which says what it means in full.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

__all__ = ["plainly"]

_OPTIONS = {"--published": "published", "--region": "region", "--format": "form", "--lang": "lang"}
_FLAGS = {"--exit-zero": "exit_zero", "--quiet": "quiet", "--score": "score", "--strict": "strict"}
_CHOICES = {"form": ("text", "json", "jsonl"), "lang": ("zh", "en")}


def plainly(arguments: Sequence[str], commands: Sequence[str]) -> dict[str, Any] | None:
    """What to call `check` with; None if it takes more than this to read the arguments."""
    words = list(arguments[1:] if arguments[:1] == ["check"] else arguments)
    found: dict[str, Any] = {"paths": []}
    if not words or words[0] in commands:
        return None
    while words:
        word = words.pop(0)
        if word in _FLAGS:
            found[_FLAGS[word]] = True
            continue
        option, given, value = word.partition("=")
        name = _OPTIONS.get(option)
        if name is None:
            if word.startswith("-") and word != "-":
                return None
            found["paths"].append(word)
            continue
        if not given:
            value = words.pop(0) if words else ""
        if not value or value.startswith("-") or name in found or value not in _CHOICES.get(name, (value,)):
            return None
        found[name] = value
    return found if found["paths"] else None
