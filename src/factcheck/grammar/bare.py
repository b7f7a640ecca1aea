"""The text without the sound behind characters and line ends inside wrapped prose, for the scan alone."""

from __future__ import annotations

from factcheck.grammar.calendar import Shape
from factcheck.grammar.dispatch import Token
from factcheck.grammar.fold import Text2
from factcheck.grammar.glosses import glosses
from factcheck.grammar.wraps import wraps
from factcheck.model import Span, Unread
from factcheck.records import NamedTuple

__all__ = ["Bare", "bare"]


class Bare(NamedTuple):
    """A text without what is read over, the text as it stands, and where in it each character of the first stands."""

    text: Text2
    plain: str
    origin: tuple[int, ...]

    def put_back(self, token: Token) -> Token:
        """The same token at its place in the text itself, with what was read over inside it in its surface."""
        if isinstance(token, Shape):
            start, end = self._span(Span(token.start, token.end))
            return token._replace(start=start, end=end)
        span = self._span(token.span)
        surface = self.plain[span.start : span.end]
        if isinstance(token, Unread):
            return Unread(span, surface, token.reason)
        return token._replace(span=span, surface=surface, hedge_spans=tuple(map(self._span, token.hedge_spans)))

    def _span(self, span: Span) -> Span:
        return Span(self.origin[span.start], self.origin[span.end - 1] + 1)


def bare(source: Text2) -> Bare | None:
    """The text without glosses and wraps; None where it has none of them."""
    gaps = sorted([*glosses(source.folded), *wraps(source.folded)])
    return _without(source, gaps) if gaps else None


def _without(source: Text2, gaps: list[Span]) -> Bare:
    starts = [0, *(gap.end for gap in gaps)]
    ends = [*(gap.start for gap in gaps), len(source.plain)]
    kept = [range(start, end) for start, end in zip(starts, ends, strict=True)]
    text = Text2(*("".join(text[part.start : part.stop] for part in kept) for text in source))
    return Bare(text, source.plain, tuple(at for part in kept for at in part))
