"""The line of a figure, cut to what fits, with carets under the figure that stay aligned under full-width text."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import Article, Span
from factcheck.records import NamedTuple
from factcheck.visible import blanks, cells, visible

__all__ = ["Excerpt", "excerpt"]

_CUT = "..."  # three ASCII dots: the width of one … is the terminal's choice


class Excerpt(NamedTuple):
    """A line in three parts, and the blanks that stand before the carets."""

    before: str
    marked: str
    after: str
    pad: str
    carets: str


def excerpt(article: Article, span: Span, width: int = 76) -> Excerpt:
    """The line on which `span` starts, at most `width` cells of it."""
    line, column = article.place(span.start)
    text, start = article.line(line), column - 1
    end = max(min(start + span.end - span.start, len(text)), start + 1)
    marked = _after(text[:end], start, width * 2 // 3)
    room = width - cells(marked)
    before = _before(text, start, max(room // 2, room - cells(_after(text, end, room))))
    after = _after(text, end, room - cells(before))
    return Excerpt(before, marked, after, blanks(before), "^" * max(1, cells(marked)))


def _before(text: str, end: int, room: int) -> str:
    """What stands before `end`, the start of it cut to fit."""
    near = text[max(0, end - room - 1) : end]
    if len(near) == end and cells(visible(near)) <= room:
        return visible(near)
    return _CUT + visible(near[len(near) - _fit(reversed(near), room - len(_CUT)) :])


def _after(text: str, start: int, room: int) -> str:
    """What stands from `start` on, the end of it cut to fit."""
    near = text[start : start + room + 1]
    if start + len(near) >= len(text) and cells(visible(near)) <= room:
        return visible(near)
    return visible(near[: _fit(near, room - len(_CUT))]) + _CUT


def _fit(text: Iterable[str], room: int) -> int:
    """How many characters fit."""
    taken = 0
    for char in text:
        room -= cells(visible(char))
        if room < 0:
            break
        taken += 1
    return taken

