"""Numerals that name only an order of size: 数百, 几十万, 三十几, 20几, hundreds of thousands, dozens."""

from __future__ import annotations

import re
from math import prod

from factcheck.grammar.numerals import DIGITS, SCALES, Numeral, chinese_value
from factcheck.grammar.unit_words import unit_length
from factcheck.patterns import regex

__all__ = ["read_vague"]

_SEVERAL = regex("(?:数|几|好几|若干)([十百千万亿]{1,4})")
_TEENS = regex("([二三四五六七八九]?)十几([百千万亿]{0,3})|([1-9]?0)几([百千万亿]{0,3})")
_TAIL = regex("([一二两三四五六七八九]千[一二两三四五六七八九]百|[一二两三四五六七八九][百千])几([十百])([百千万亿]{0,3})")
_ENGLISH = regex(
    r"(?:(dozens|scores|hundreds|thousands|tens|millions|billions)(?: of (dozens|hundreds|thousands|millions|billions))?"
    r"(?: of (thousands|millions|billions))?|(?:a few|several) (dozen|hundred|thousand|million|billion))(?![A-Za-z])",
    re.IGNORECASE,
)
_PLURALS = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 10**3, "millions": 10**6, "billions": 10**9}


def read_vague(text: str, start: int) -> Numeral | None:
    """Read 数百 as [200, 1000), 几十 as [20, 100), 十几 as 11 to 19, tens of millions as [20, 100) million."""
    first = text[start]
    if first.isascii() and first.isalpha():
        return _english(text, start)
    return _several(text, start) if first in "数几好若" else _teens(text, start)


def _several(text: str, start: int) -> Numeral | None:
    found = _SEVERAL.match(text, start)
    if not found:
        return None
    end, scale = _scale(text, found.start(1), found.group(1), least=1)
    return Numeral(start, end, None, 2 * scale, 10 * scale, scale, scale, "vague")


def _teens(text: str, start: int) -> Numeral | None:
    found = _TEENS.match(text, start)
    if not found:
        return _hundreds(text, start)
    tens, tail, digits, digits_tail = found.groups()
    base = int(digits) if digits else DIGITS.get(tens, 1) * 10
    word = digits_tail if digits else tail
    end, scale = _scale(text, found.end() - len(word), word, least=0)
    return Numeral(start, end, None, (base + 1) * scale, (base + 9) * scale, scale, scale, "chinese")


def _hundreds(text: str, start: int) -> Numeral | None:
    """六百几十万: from 620 to 700, of the scale behind."""
    found = _TAIL.match(text, start)
    if not found:
        return None
    head, place, word = found.groups()
    base, step = chinese_value(head), SCALES[place]
    if base is None or base % (10 * step):
        return None
    end, scale = _scale(text, found.end() - len(word), word, least=0)
    return Numeral(start, end, None, (base + 2 * step) * scale, (base + 10 * step) * scale, step * scale, step * scale, "vague")


def _scale(text: str, first: int, word: str, least: int) -> tuple[int, int]:
    """Where the scale words end, and their product: as many as leave the longest unit (数千瓦 is read as 数 of 千瓦 by none)."""
    size = max(range(least, len(word) + 1), key=lambda size: (unit_length(text, first + size), size))
    return first + size, prod(SCALES[c] for c in word[:size])


def _english(text: str, start: int) -> Numeral | None:
    """`hundreds of thousands`, `several million`: from two to ten of the smallest count, so hundreds are 200 to 1,000."""
    found = _ENGLISH.match(text, start)
    if not found:
        return None
    words = [word.lower() for word in found.groups() if word]
    scale = prod(_PLURALS[word if word.endswith("s") else word + "s"] for word in words)
    end = found.end() + 3 * text.startswith(" of ", found.end())
    return Numeral(start, end, None, 2 * scale, 100 if words == ["dozens"] else 10 * scale, scale, scale, "vague")
