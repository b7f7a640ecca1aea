"""Pages that put the sound behind their characters, 萬(wàn)人(rén): read as if it were not there, with every span put back."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.grammar.calendar import Shape
from factcheck.grammar.dispatch import Token
from factcheck.grammar.fold import Text2
from factcheck.model import Span, Unread
from factcheck.patterns import regex

__all__ = ["Bare", "without_glosses"]

_GLOSS = regex(r"\((?<=[\u4e00-\u9fff)]\()[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,7}\)")
_LEAST = 5


class Bare(NamedTuple):
    """A text without its glosses, the text as it stands, and where in it each character of the first stands."""

    text: Text2
    plain: str
    origin: tuple[int, ...]

    def put_back(self, token: Token) -> Token:
        """The same token at its place in the text itself, with the glosses inside it in its surface."""
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


def without_glosses(source: Text2) -> Bare | None:
    """The text without its glosses, if it has enough of them to be such a page."""
    if "(" not in source.folded:
        return None
    glosses = [Span(*found.span()) for found in _GLOSS.finditer(source.folded)]
    return _bare(source, glosses) if len(glosses) >= _LEAST else None


def _bare(source: Text2, glosses: list[Span]) -> Bare:
    starts = [0, *(gloss.end for gloss in glosses)]
    ends = [*(gloss.start for gloss in glosses), len(source.plain)]
    kept = [range(start, end) for start, end in zip(starts, ends, strict=True)]
    text = Text2(*("".join(text[part.start : part.stop] for part in kept) for text in source))
    return Bare(text, source.plain, tuple(at for part in kept for at in part))
