"""Edits of a text, and where each character of the edited text stands in the one before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from factcheck.model import Span
from factcheck.records import NamedTuple

__all__ = ["Edit", "Origin", "edited"]


class Edit(NamedTuple):
    """What stands at [start, end) is read as `new`."""

    start: int
    end: int
    new: str = ""


class Origin(NamedTuple):
    """Where the runs of a text begin, where in the text before it they come from, and whether they are new."""

    starts: tuple[int, ...]
    sources: tuple[int, ...]
    new: tuple[bool, ...]

    def of(self, offset: int) -> int:
        """Where the character at an offset stands in the text before."""
        run = bisect_right(self.starts, offset) - 1
        return self.sources[run] + (0 if self.new[run] else offset - self.starts[run])

    def back(self, span: Span) -> Span:
        """A stretch in the text before: from its first character to its last, with what was read over between them. An empty one is
        what was read over there."""
        if span.start < span.end:
            return Span(self.of(span.start), self.of(span.end - 1) + 1)
        return Span(self.of(span.start - 1) + 1 if span.start else 0, self.of(span.start))

    def ahead(self, offset: int) -> int:
        """Where what stands at an offset of the text before is in this one, or what comes next where it was left out."""
        run = bisect_right(self.sources, offset) - 1
        end = self.starts[run + 1] if run + 1 < len(self.starts) else None
        moved = self.starts[run] + (0 if self.new[run] else offset - self.sources[run])
        return moved if end is None else min(moved, end)


def edited(text: str, edits: Iterable[Edit]) -> tuple[str, Origin]:
    """The text with all edits made, which must not overlap, and its origin."""
    pieces: list[str] = []
    rows: list[tuple[int, int, bool]] = []
    at = size = 0
    for start, end, new in (*edits, Edit(len(text), len(text))):
        for piece, source, fresh in ((text[at:start], at, False), (new, start, True)):
            if piece:
                rows.append((size, source, fresh))
                pieces.append(piece)
                size += len(piece)
        at = end
    rows.append((size, len(text), True))
    return "".join(pieces), Origin(*zip(*rows, strict=True))
