"""One pass over the text: at every numeral the productions are asked in order, and the first that reads it takes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.grammar.calendar import Shape, read_calendar
from factcheck.grammar.identifiers import read_identifier, read_word
from factcheck.grammar.quantities import Text2, numeral_at, read_quantity
from factcheck.grammar.ratios import read_ratio
from factcheck.model import Mention, Span, Unread
from factcheck.patterns import regex

__all__ = ["Token", "scan"]

Token = Mention | Shape | Unread

_EN_WORDS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|third|quarter|first|second|fourth|fifth|this|last|next|"
    "previous|preceding|January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|FY|fiscal|Q[1-4]"
)
_ANCHOR = regex(
    r"(?P<url>https?://|www\.)|[0-9]|[零〇一二两三四五六七八九十百千万亿廿卅]|第(?=[0-9一二三四五六七八九十])|[几数](?=[十百千万亿])|"
    r"每(?=[^，。；！？\n]{0,8}?[0-9一二两三四五六七八九十百千万])|[今去明前后同当上本次]年|[上下]半年|前[0-9一二两三]{1,2}个?[季月]|"
    r'"(?=[十一二三四五六七八九]{1,2}五")|[过近]半|半数|'
    rf"(?<![A-Za-z0-9])(?:{_EN_WORDS})(?![A-Za-z])",
    re.IGNORECASE,
)
_STANDARD_HEAD = regex(r"(?:GB|ISO|IEC|IEEE|DB|JT|YY|NY|SL|HJ|DL|QB)(?:/[A-Z])?[ -]?$")


def scan(source: Text2) -> list[Token]:
    """Every numeral of the text, read or not, in order and without overlap."""
    tokens: list[Token] = []
    at = 0
    while found := _ANCHOR.search(source.folded, at):
        read = list(_at(source, found.start(), at))
        tokens += read
        at = max([found.end(), *(_end(token) for token in read)])
    return tokens


def _end(token: Token) -> int:
    return token.end if isinstance(token, Shape) else token.span.end


def _start(token: Token) -> int:
    return token.start if isinstance(token, Shape) else token.span.start


def _at(source: Text2, at: int, free: int) -> Iterator[Token]:
    """What stands at one anchor; nothing may reach back before `free`, the end of what is taken already."""
    text = source.folded
    first = text[at]
    word = read_word(source, at)
    shape = read_calendar(text, at)
    if word and word.span.start >= free and (not shape or word.span.end > shape.end or word.reason == "idiom"):
        yield word
        return
    for token in _readings(source, at, shape):
        if _start(token) >= free:
            yield token
            return
    ratios = read_ratio(source, at + (first in "过近"))
    if ratios and ratios[0].span.start >= free:
        yield from ratios
        return
    quantity = read_quantity(source, at)
    if quantity and quantity.span.start >= free:
        yield quantity
        return
    yield from _left_over(source, at)


def _readings(source: Text2, at: int, shape: Shape | None) -> Iterator[Token]:
    """Identifiers and times, the longer first."""
    head = _STANDARD_HEAD.search(source.folded, max(0, at - 8), at)
    identifier = read_identifier(source, head.start() if head else at)
    if shape and (not identifier or shape.end >= identifier.span.end):
        yield shape
    if identifier:
        yield identifier


def _left_over(source: Text2, at: int) -> Iterator[Unread]:
    """A numeral that no production reads, so that it is not lost. Words that only may open a time are no numerals."""
    text = source.folded
    first = text[at]
    if first in '每第过近今去明前后同当上本次下"半' or (first.isascii() and first.isalpha()):
        numeral = numeral_at(text, at) if first.isascii() and first.isalpha() else None
        if numeral:
            yield Unread(Span(at, numeral.end), source.plain[at : numeral.end], "number_word")
        return
    numeral = numeral_at(text, at)
    end = numeral.end if numeral else at + 1
    if numeral is None and first.isascii():
        run = regex(r"[0-9][0-9.,]{0,80}").match(text, at)
        end = run.end() if run else end
    yield Unread(Span(at, end), source.plain[at:end], "no_unit")
