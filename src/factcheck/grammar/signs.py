"""What a dash before a numeral is: a minus, or what joins or parts two things (2亿-3亿元, F-35, £28bn - £3.5bn less)."""

from __future__ import annotations

from functools import cache

from factcheck import units
from factcheck.grammar.fold import Text2
from factcheck.grammar.lexicon import Words
from factcheck.patterns import regex

__all__ = ["MINUSES", "figure_ends", "signed"]

MINUSES = frozenset("-−－﹣‑‐‒–")
"""The characters that a minus is written as. A longer dash is one only behind a word that leads to a figure."""
_ONLY_MINUS = "−"
_LEADS = regex(r"(?:[为是达至到由从在约近((:]|(?<![A-Za-z])(?:of|to|by|at|was|is|from|around|about)) ?$")
"""Words that lead to a figure, so that a dash behind them begins it."""
_JOINS = regex(r"[0-9A-Za-z%‰)\]机型-]")
"""Before a dash these show that it joins: F-35, 5-7, 运输机-20."""
_TIMES = frozenset("年月日季度")
_NO_MINUS = frozenset("正背担肩欠抱胜自身")
"""Before 负 these make it another word: 正负3%, 背负5条人命."""
_NO_TIME = regex(r"[0-9.,]{1,20} ?(?:[%‰℃万亿]|个百分点|per ?cent)")
_NUMERALS = frozenset("0123456789零〇一二两三四五六七八九十百千万亿半")
_OUTER = frozenset("0123456789万亿")
_MOST_UNITS = 3


def signed(source: Text2, start: int, first: int | None = None) -> tuple[int, int]:
    """Where a numeral (or the sign of money before it) starts with its sign, and the sign: a minus, 零下 or 负.

    `first` is where what joins it to another numeral ends: a dash right there is its sign, one before that is none.
    """
    text = source.folded
    before = text[start - 1 : start]
    if (before == "负" and text[start - 2 : start - 1] not in _NO_MINUS) or (before in {"下", "上"} and text[start - 2 : start - 1] == "零"):
        return start - (1 if before == "负" else 2), 1 if before == "上" else -1
    if before == " " and text[max(0, start - 9) : start].endswith(" minus ") and not text[max(0, start - 12) : start].endswith(" or minus "):
        return start - len("minus "), -1
    at = start - 1 - (before == " ")
    if at < (first or 0) or text[at] not in "+-" or not _is_sign(source, at, start, joined=at == first):
        return start, 1
    return at, -1 if text[at] == "-" else 1


def _is_sign(source: Text2, at: int, start: int, *, joined: bool) -> bool:
    """Whether the dash at `at`, or the plus, is the sign of the numeral at `start`."""
    text, written = source.folded, source.plain[at]
    touches = start == at + 1
    if joined:
        return touches
    if text[at] == "+":
        return touches and not _joins(text, at, start)
    if _LEADS.search(text, max(0, at - 8), at):
        return written not in "～〜∼~"
    if written == _ONLY_MINUS and not touches:
        return text[at - 1 : at] not in {"", " "} and not _joins(text, at, start)
    return touches and written in MINUSES and not _joins(text, at, start)


def _joins(text: str, at: int, start: int) -> bool:
    """Whether what stands before a dash shows that it joins: a letter, a digit, a whole figure (2亿元-). Behind a time a rate may
    follow in minus: 2025年-17.2%."""
    if not at:
        return False
    if _JOINS.match(text, at - 1):
        return True
    return figure_ends(text, at) and not (text[at - 1] in _TIMES and _NO_TIME.match(text, start) is not None)


def figure_ends(text: str, at: int) -> bool:
    """Whether a figure ends at `at`, with a scale or a unit: 2亿, 3.5 万元, 100元/吨."""
    end = at - (text[at - 1 : at] == " ")
    known: frozenset[str] = _OUTER
    for _ in range(_MOST_UNITS):
        if text[end - 1 : end] in known and end:
            return True
        word = _surfaces().ending(text, end)
        if not word:
            return False
        end -= len(word)
        end -= text[end - 1 : end] in {"/", "每", " "}
        known = _NUMERALS
    return text[end - 1 : end] in known and end > 0


@cache
def _surfaces() -> Words:
    """Every written form of a unit and every measure word."""
    table = dict.fromkeys((*units.surfaces(), *units.classifiers()), "")
    return Words(table, max(map(len, table)), frozenset(word[0] for word in table), frozenset(word[-1] for word in table))
