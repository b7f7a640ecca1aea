"""The terminal: the same lines in colour. Markup, highlighting and emoji are off, for the text is not ours."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.text import Text

from factcheck.report.lines import Line
from factcheck.visible import visible

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


def paint(lines: Iterable[Line]) -> str:
    """The lines with the codes of a terminal; long ones are left to it to wrap, so that no figure is torn."""
    drawn = StringIO()
    console = Console(file=drawn, force_terminal=True, markup=False, highlight=False, emoji=False, legacy_windows=False)
    for line in lines:
        console.print(Text.assemble(*((visible(piece.text), STYLES.get(piece.style, "")) for piece in line)), soft_wrap=True)
    return drawn.getvalue()
