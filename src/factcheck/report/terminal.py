"""The terminal: the same lines in colour. Markup, highlighting and emoji are off, for the text is not ours."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.text import Text

from factcheck.report.lines import Line
from factcheck.report.visible import visible

__all__ = ["STYLES", "paint"]

STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "note": "bold cyan",
    "ok": "green",
    "unchecked": "dim",
    "path": "bold",
    "place": "dim",
    "rule": "cyan",
    "figure": "bold",
    "strong": "bold",
    "label": "dim",
    "heading": "bold underline",
    "faint": "dim",
}


def paint(lines: Iterable[Line], stream: TextIO) -> None:
    """Draw the lines on a terminal, line by line; long ones are left to the terminal to wrap, so that no figure is torn."""
    console = Console(file=stream, force_terminal=True, markup=False, highlight=False, emoji=False, legacy_windows=False)
    for line in lines:
        console.print(Text.assemble(*((visible(piece.text), STYLES.get(piece.style, "")) for piece in line)), soft_wrap=True)
