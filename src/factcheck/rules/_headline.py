"""The headline of an article: its first lines, before the first that ends as a sentence does; or what Markdown marks as one."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Facts, Span
from factcheck.rules._facts import sentence_at

__all__ = ["headlines"]

_LONGEST = 60
_MOST = 3
_LONG_LATIN = 140
_STOPS = tuple("。！？；：.!?;:，,")


def headlines(facts: Facts) -> Iterator[Span]:
    """The lines of the headline, at most a few; none where the article opens with running text, whose sentence goes on in the next line."""
    article = facts.reading.article
    yield from article.titles
    first = next((index for index, start in enumerate(article.lines) if start >= article.body and _line(facts, index)), None)
    if first is None:
        return
    for index in range(first, min(first + _MOST, len(article.lines))):
        line = _line(facts, index)
        if not line:
            continue
        if line.endswith(_STOPS) or "|" in line or len(line) > (_LONG_LATIN if line.isascii() else _LONGEST) or "。" in line:
            return
        start = article.lines[index]
        end = start + len(article.line(index + 1).rstrip())
        if sentence_at(facts, end - 1).end > end + 1:
            return
        yield Span(start, end)


def _line(facts: Facts, index: int) -> str:
    return facts.reading.article.line(index + 1).strip().lstrip("# ")
