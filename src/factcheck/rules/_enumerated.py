"""Points told one by one behind their number: 五个方面的特点：一是…二是…"""

from __future__ import annotations

from factcheck.model import Facts, Mention, Span
from factcheck.patterns import regex
from factcheck.rules._facts import mentions_in
from factcheck.rules._words import words

__all__ = ["enumerated"]

_AHEAD = regex("[^，。；：、！？\n]{0,12}[：:。，]")
_POINT = regex("(?:^|[，。；：！？、\n 　（])([一二三四五六七八九十])(?:是|要)")
_DIGITS = "一二三四五六七八九十"
_REACH, _FIRST_WITHIN = 8000, 40
_FEWEST = 2
_BACK = frozenset("这那述上些")
"""这两个问题 speaks of what was told before."""
_PARAGRAPHS_ON = regex(r"\n\s*[^\s一二三四五六七八九十]")


def enumerated(facts: Facts, mention: Mention) -> tuple[Span, int] | None:
    """Where the points behind a number stand, and how many there are. None where a point may have points of its own, or where the
    article ends with the last, so that more may have been cut off."""
    text = facts.reading.article.text
    ahead = _AHEAD.match(text, mention.span.end)
    if not ahead or text[mention.span.start - 1 : mention.span.start] in _BACK or not any(word in ahead.group() for word in words("zh/set_nouns")):
        return None
    points = [(found.start(1), _DIGITS.index(found.group(1)) + 1) for found in _POINT.finditer(text, ahead.end() - 1, mention.span.end + _REACH)]
    if not points or points[0][1] != 1 or points[0][0] - mention.span.end > _FIRST_WITHIN:
        return None
    if mentions_in(facts, Span(mention.span.end, points[0][0])):
        return None
    told = next((at for at, (_, number) in enumerate(points) if number != at + 1), len(points))
    again = any(number == told + 1 for _, number in points[told:])
    last = points[told - 1][0]
    if told < _FEWEST or again or not _PARAGRAPHS_ON.search(text, last):
        return None
    return Span(points[0][0], last), told
