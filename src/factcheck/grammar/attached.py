"""What is attached to a numeral: the currency before it, the unit behind it, and what stands between them."""

from __future__ import annotations

from fractions import Fraction
from functools import cache, lru_cache

from factcheck import units
from factcheck.grammar.lexicon import Words, words
from factcheck.grammar.numerals import DIGITS
from factcheck.grammar.unit_words import TIME_UNITS, UnitWord, unit_at
from factcheck.patterns import regex
from factcheck.records import NamedTuple

__all__ = ["Attached", "Currency", "attached", "currency_before", "in_money"]

_HALF = Fraction(1, 2)
_TENTHS = regex("([1-9一二三四五六七八九])([分角两尺寸])(?![之别钟布析])")
_TENTHS_OF = {"亩": "分", "元": "角", "斤": "两", "丈": "尺", "尺": "寸"}
_HALF_WORDS = frozenset("导岛年径数程成决天月夜山路球个小公里以多")


class Attached(NamedTuple):
    """The unit behind a numeral, where it ends, the 多, 余 or 来 between (40多年, 两个多月), and what it is more by (两年半, 二亩五分)."""

    word: UnitWord
    end: int
    inside: str = ""
    more: Fraction = Fraction(0)
    place: Fraction = Fraction(1)
    """The place of the last digit of what it is more by."""


class Currency(NamedTuple):
    """The sign of money before a numeral, and where it starts: `US$5`, `RMB 20 million`, ￥300."""

    unit: str
    start: int


@lru_cache(maxsize=64)
def attached(text: str, at: int) -> Attached | None:
    """The unit behind a numeral that ends at `at`, over one blank or a hyphen and an inner 多."""
    first = text[at : at + 1]
    inside = first if first and first in words("zh/hedges/inside").table else ""
    start = at + len(inside)
    word = unit_at(text, start)
    if word is None and text[start : start + 1] == " ":
        start += 1
        word = unit_at(text, start)
    elif word is None and first == "-":
        start += 1
        word = unit_at(text, start) if text[start : start + 1].isalpha() else None
        word = None if word and (word.unit in TIME_UNITS or not text[start].isascii()) else word
    if word is None:
        return None
    return (_split(text, start) if word.classifier == "个" else None) or _halved(text, word, start + word.length, inside)


def _split(text: str, start: int) -> Attached | None:
    """两个多月, 一个半小时: 多 or 半 inside a unit that begins with 个."""
    between = text[start + 1 : start + 2]
    if not between or between not in "多余来半":
        return None
    word = unit_at("个" + text[start + 2 : start + 8], 0)
    if word is None or word.unit is None:
        return None
    end = start + 1 + word.length
    return Attached(word, end, "", _HALF, _HALF) if between == "半" else Attached(word, end, between)


def _halved(text: str, word: UnitWord, end: int, inside: str) -> Attached:
    """两年半, 三倍半, 五斤半: half a unit more, unless 半 opens a word of its own."""
    if inside or word.unit in {"percent", None}:
        return Attached(word, end, inside)
    if text[end : end + 1] != "半" or text[end + 1 : end + 2] in _HALF_WORDS:
        return _with_tenths(text, word, end)
    return Attached(word, end + 1, "", _HALF, _HALF)


def _with_tenths(text: str, word: UnitWord, end: int) -> Attached:
    """二亩五分, 三元六角: tenths in the next smaller unit."""
    tenths = _TENTHS.match(text, end) if text[end - 1 : end] in _TENTHS_OF else None
    if not tenths or tenths.group(2) != _TENTHS_OF[text[end - 1]]:
        return Attached(word, end)
    digit = tenths.group(1)
    return Attached(word, tenths.end(), "", Fraction(int(digit) if digit.isascii() else DIGITS[digit], 10), Fraction(1, 10))


@cache
def _currencies() -> Words:
    table = dict(units.prefixes())
    return Words(table, max(map(len, table)), frozenset(word[0] for word in table), frozenset(word[-1] for word in table))


def currency_before(text: str, at: int) -> Currency | None:
    """The currency before a numeral, over one blank. A word in letters must be whole; 美元 behind a number is that number's."""
    end = at - 1 if text[at - 1 : at] == " " else at
    table = _currencies()
    word = table.ending(text, end)
    if not word:
        return None
    start = end - len(word)
    before = text[start - 1 : start]
    if word[0].isalpha() and before and (before.isascii() and before.isalnum() if word[0].isascii() else before in _NO_CURRENCY_BEHIND):
        return None
    return Currency(table.table[word], start)


_NO_CURRENCY_BEHIND = frozenset("0123456789零〇一二两三四五六七八九十百千万亿多余来几兑对换比每/ ")
"""What shows that the name of a currency before a figure is the unit of another one, or the other side of a rate (人民币兑美元6.8元)."""


def in_money(text: str, unit: Attached | None, money: Currency | None) -> Attached | None:
    """The unit in the currency that stands before the figure, where it is but 元: 美元3亿元 is so many dollars."""
    if unit is None or money is None or money.unit == "CNY" or text[unit.end - unit.word.length] != "元":
        return unit
    name, stroke, over = (unit.word.unit or "").partition("/")
    return unit._replace(word=unit.word._replace(unit=money.unit + stroke + over)) if name == "CNY" else unit

