"""Plain text, for a pipe or a file: no colour, no markup, nothing that a terminal would obey."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.report.lines import Line
from factcheck.visible import visible

__all__ = ["draw"]


def draw(lines: Iterable[Line]) -> str:
    """The lines as text."""
    return "".join("".join(visible(piece.text) for piece in line).rstrip(" ") + "\n" for line in lines)
