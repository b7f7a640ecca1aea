"""The unit that one end of a change leaves to the other: 由20亿元增至35亿, 从8000万到1.2亿元, up to 35 million yuan from 20 million."""

from __future__ import annotations

from factcheck.grammar.attached import attached, currency_before
from factcheck.grammar.english import with_english_scale
from factcheck.grammar.numerals import Numeral, read_arabic
from factcheck.grammar.unit_words import TIME_UNITS, UnitWord
from factcheck.patterns import regex

__all__ = ["end_unit"]

_TIME = "(?:[0-9]{4}年[^，。；、0-9]{0,6}?|今年|去年|上年|目前)?的?"
_HEDGE = "(?:约|近|超过?|逾)?"
_MOVES = "(?:[增升提涨扩跃猛攀降减跌缩回落滑调压变][\\u4e00-\\u9fff]{0,3}?)?[至到为]"
_TO = regex(f"{_MOVES}{_TIME}{_HEDGE}(?=[0-9])")
_EN_FROM = ",? (?:in [0-9]{4},? )?(?:(?:up|down) )?(?:from|to|versus|against|compared with) (?:(?:about|around|nearly|almost|over|some|just|only) )?"
_FROM_END = regex(f"(?:{_MOVES}{_TIME}{_HEDGE}|{_EN_FROM})$")
_NUMERAL = regex("[0-9][0-9.,]{0,15}")
_FREE = regex(r"[，,.。;；、)]|\s(?![a-z]+s\b|people|percent|per cent)|$|左右|以上|多|余")
_SCALED = frozenset("百千万亿")
_FAR = 40
_LEAST = 1000
_NO_AMOUNTS = TIME_UNITS | {"percent", "permille", "percentage_point", "basis_point", "times", "ratio"}
"""What a rise is told in (up 12% from 8.1 million) and no amount itself."""


def end_unit(text: str, numeral: Numeral) -> UnitWord | None:
    """The unit of the other end, for a figure with a scale word and no unit."""
    if numeral.script != "arabic" or numeral.bare or (text[numeral.end - 1] not in _SCALED and numeral.ulp < _LEAST):
        return None
    word = _ahead(text, numeral.end) or _behind(text, numeral)
    return word._replace(length=0) if word and (word.unit or word.classifier) and word.unit not in _NO_AMOUNTS else None


def _ahead(text: str, at: int) -> UnitWord | None:
    """The unit of the figure that a change from this one leads to."""
    link = _TO.match(text, at)
    other = read_arabic(text, link.end()) if link else None
    unit = attached(text, other.end) if other else None
    return unit.word if unit else None


def _behind(text: str, numeral: Numeral) -> UnitWord | None:
    """The unit of the figure from which a change led to this one, where nothing else follows that this one might count."""
    first = max(0, numeral.start - _FAR)
    link = _FROM_END.search(text, first, numeral.start) if _FREE.match(text, numeral.end) else None
    for found in reversed(list(_NUMERAL.finditer(text, first, link.start()))) if link else ():
        other = _figure(text, found.start())
        unit = attached(text, other.end) if other else None
        if link and unit and unit.end == link.start():
            return unit.word
        money = currency_before(text, found.start())
        if link and money and other and other.end == link.start():
            return UnitWord(0, 1, money.unit, None)
    return None


def _figure(text: str, at: int) -> Numeral | None:
    """Digits with their scale, in either language."""
    numeral = read_arabic(text, at)
    return with_english_scale(text, numeral, money=currency_before(text, at) is not None) if numeral else None
