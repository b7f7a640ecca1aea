"""Rows in columns that stay aligned under full-width text, and a series of figures as a line of blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.report.lines import Line, Piece, line
from factcheck.visible import cells, visible

__all__ = ["aligned", "spark"]

_BLOCKS, _LEVELS = "▁▂▃▄▅▆▇█", ".:-=+*#@"
_WIDEST = 40


def aligned(rows: Sequence[Sequence[str]], styles: Sequence[str] = (), right: Sequence[int] = (), indent: int = 2) -> Iterator[Line]:
    """The rows with each column as wide as its widest cell; the last one is left as it is. `right`: columns set to the right."""
    if not rows:
        return
    widths = [min(_WIDEST, max(cells(visible(row[i])) for row in rows)) for i in range(len(rows[0]) - 1)]
    for row in rows:
        pieces = [Piece(" " * indent)]
        for i, cell in enumerate(row):
            style = styles[i] if i < len(styles) else ""
            pad = " " * max(0, widths[i] - cells(visible(cell))) if i < len(widths) else ""
            pieces += [Piece(pad), Piece(cell, style)] if i in right else [Piece(cell, style), Piece(pad)]
            pieces.append(Piece("  "))
        yield line(*pieces)


def spark(values: Sequence[Fraction | None], *, ascii_only: bool = False) -> str:
    """Each figure as a block between the lowest and the highest, a gap as a blank."""
    found = [value for value in values if value is not None]
    if not found:
        return ""
    low, high, blocks = min(found), max(found), _LEVELS if ascii_only else _BLOCKS
    steps = len(blocks) - 1
    return "".join(
        " " if value is None else blocks[round((value - low) / (high - low) * steps) if high > low else steps // 2] for value in values
    )
