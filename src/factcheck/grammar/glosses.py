"""Pages that put the sound behind their characters: 萬(wàn)人(rén)."""

from __future__ import annotations

from factcheck.model import Span
from factcheck.patterns import regex

__all__ = ["glosses"]

_GLOSS = regex(r"\((?<=[\u4e00-\u9fff)]\()[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,7}\)")
_LEAST = 5


def glosses(text: str) -> list[Span]:
    """Where the sounds stand in a folded text, if it has enough of them to be such a page."""
    if "(" not in text:
        return []
    found = [Span(*gloss.span()) for gloss in _GLOSS.finditer(text)]
    return found if len(found) >= _LEAST else []
