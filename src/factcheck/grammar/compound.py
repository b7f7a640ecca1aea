"""One amount in two units of one measure: 6英尺2英寸, 3公里500米, 10st 5lb, 2h 30m. The second adds less than one of the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

from factcheck import units
from factcheck.grammar.attached import Attached
from factcheck.grammar.english import read_english
from factcheck.grammar.lexicon import Words
from factcheck.grammar.numerals import Numeral, read_arabic, read_chinese
from factcheck.grammar.unit_words import UnitWord
from factcheck.patterns import regex
from factcheck.records import NamedTuple

__all__ = ["joined"]

_LINK = regex(r" ?[零又]?(?=[0-9一二三四五六七八九十])|(?:,? and |, |-| )(?=[0-9a-z])")
_NO_PART = regex("[制的]?工作制|制")
_NOT_JOINED = frozenset({"percent", "permille", "percentage_point", "basis_point", "times", "ratio", "quarter", "decade"})
_MOST_PARTS = 3
_TENS = frozenset({10, 100, 1000, 10000})
_SCALED = frozenset("百千万亿")
_GOES_ON = frozenset("0123456789一二三四五六七八九十零又 ,-")


class _Part(NamedTuple):
    """A unit behind a numeral: its name, how many of it the word means, and where the word ends."""

    unit: str
    factor: Fraction
    end: int


def joined(text: str, numeral: Numeral, unit: Attached | None) -> tuple[Numeral, Attached | None]:
    """A numeral and its unit with what follows in a smaller unit, if anything does: the sum, in that smaller unit."""
    if unit and text[unit.end : unit.end + 1] not in _GOES_ON and not text[numeral.end].isascii():
        return numeral, unit
    for _ in range(_MOST_PARTS):
        more = _with_next(text, numeral, unit)
        if more is None:
            break
        numeral, unit = more
    return numeral, unit


def _with_next(text: str, numeral: Numeral, unit: Attached | None) -> tuple[Numeral, Attached] | None:
    if numeral.value is None or numeral.ulp != 1 or numeral.inside or numeral.bare or text[numeral.end - 1] in _SCALED:
        return None
    for first in _firsts(text, numeral, unit):
        link = _LINK.match(text, first.end)
        second = _numeral(text, link.end()) if link else None
        if link is None or second is None or not second.value or second.inside or second.bare:
            continue
        for part in _parts(text, second.end):
            size = _times(first, part)
            if size and second.value < size and not (size in _TENS and len(link.group()) > 1):
                whole = numeral._replace(end=second.end, value=numeral.value * size + second.value, ulp=second.ulp, step=second.step)
                return whole, Attached(UnitWord(part.end - second.end, 1, part.unit, None), part.end)
    return None


def _times(first: _Part, part: _Part) -> int | None:
    """How many of the second unit one of the first is, if that is a whole number above one."""
    ratio = None if {first.unit, part.unit} & _NOT_JOINED or part.factor != 1 else units.ratio(first.unit, part.unit)
    size = ratio * first.factor if ratio else Fraction(0)
    return size.numerator if size.denominator == 1 and size > 1 else None


def _firsts(text: str, numeral: Numeral, unit: Attached | None) -> Iterator[_Part]:
    """What the word behind the first numeral may mean: its unit, or a letter that only a second one makes a unit (2h 30m)."""
    if unit and unit.word.unit and not (unit.inside or unit.more or unit.word.classifier or "/" in unit.word.unit):
        yield _Part(unit.word.unit, Fraction(unit.word.factor), unit.end)
    if not unit or text[numeral.end].isascii():
        yield from _parts(text, numeral.end)


def _numeral(text: str, at: int) -> Numeral | None:
    first = text[at : at + 1]
    if first.isascii():
        return read_arabic(text, at) if first.isdigit() else read_english(text, at)
    return read_chinese(text, at)


def _parts(text: str, at: int) -> Iterator[_Part]:
    """What the longest word at `at` may mean as one of two units, over a blank or a hyphen."""
    start = at + (text[at : at + 1] in {" ", "-"})
    word = _surfaces().starting(text, start)
    end = start + len(word or "")
    if word is None or (word[-1].isascii() and word[-1].isalpha() and text[end : end + 1].isalnum() and text[end : end + 1].isascii()):
        return
    if not _NO_PART.match(text, end):
        yield from (_Part(name, factor, end) for factor, name in _meanings(word))


def _meanings(word: str) -> Sequence[tuple[Fraction, str]]:
    """What a word may mean here. A character that is as often no unit (五月, 两分) means only what it means beside another."""
    meanings = units.second_surfaces()[word]
    return meanings if word.isascii() or word not in units.ambiguous() else meanings[1:]


@cache
def _surfaces() -> Words:
    table = dict.fromkeys(units.second_surfaces(), "")
    return Words(table, max(map(len, table)), frozenset(word[0] for word in table), frozenset(word[-1] for word in table))
