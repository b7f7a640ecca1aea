"""Numerals that fit no way of writing one: with invisible characters inside, or begun in the middle of another."""

from __future__ import annotations

from factcheck.grammar.fold import Text2
from factcheck.model import Mention, Span, Unread
from factcheck.patterns import regex

__all__ = ["CHINESE", "read_broken", "read_commas", "read_middle", "read_mixed", "run_at"]

CHINESE = "零〇一二两三四五六七八九十百千万亿廿卅"
"""Characters of a Chinese numeral, but for the capitals."""
_HIDDEN = "\x00-\x08\x0e-\x1f\u00ad\u200b-\u200f\u2060-\u206f\ufeff\u0300-\u036f\u20d0-\u20ff\ufe00-\ufe0f\u202a-\u202e"
_THOUSANDS = 3
_BROKEN = regex(rf"[0-9.,]{{1,40}}(?:[{_HIDDEN}]{{1,40}}[0-9.,%]{{1,40}}){{1,20}}")
_RUN = regex(r"[0-9](?:(?![.,](?![0-9]))[0-9.,])*+")
"""Looks ahead before it takes: Python before 3.11.5 keeps what a possessive group took of a turn that then fails."""
_MIXED = regex("[一二两三四五六七八九十][百千万亿零〇一二两三四五六七八九十]{0,12}[十百千万亿零〇][0-9]{1,3}(?![0-9年月日时点:.])[百千万亿]{0,2}")
"""Digits of four places behind it may be a year, and those of a time stand by themselves."""
_CHINESE_RUN = regex(f"[{CHINESE}兆壹贰叁肆伍陆柒捌玖拾佰仟]++")


def read_broken(source: Text2, at: int) -> Unread | None:
    """Digits with invisible characters among them: what the eye sees is not what stands there."""
    found = _BROKEN.match(source.folded, at)
    return Unread(Span(at, found.end()), source.plain[at : found.end()], "malformed") if found else None


def read_middle(source: Text2, at: int) -> Unread | None:
    """The rest of 12,3456 and 1.2.3.4.5.6.7: a number that would begin in the middle of another."""
    run = _RUN.match(source.folded, at)
    if not run or ("," not in run.group() and source.folded[at - 1] == ","):
        return None
    return Unread(Span(at, run.end()), source.plain[at : run.end()], "malformed")


def read_commas(source: Text2, at: int) -> Unread | None:
    """168,47,455: groups of three among others are no list, and no number that anyone writes."""
    run = _RUN.match(source.folded, at)
    if not run or "," not in run.group() or not any(len(group) == _THOUSANDS for group in run.group().split(",")[1:]):
        return None
    return Unread(Span(at, run.end()), source.plain[at : run.end()], "malformed")


def read_mixed(source: Text2, at: int) -> Mention | None:
    """一百03户, 二十5名: a numeral that goes over from characters to digits in its middle counts something, but nobody knows how many."""
    found = _MIXED.match(source.folded, at)
    return Mention(Span(at, found.end()), source.plain[at : found.end()], "count", via=("malformed",)) if found else None


def run_at(text: str, at: int) -> int:
    """Where the whole run of digits or Chinese numerals ends that begins at `at`."""
    run = (_RUN if text[at].isascii() else _CHINESE_RUN).match(text, at)
    return run.end() if run else at + 1
