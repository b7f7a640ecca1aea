"""Numerals that name things: products, standards, telephone numbers, documents, addresses; and words with a numeral inside."""

from __future__ import annotations

import re
from functools import cache

from factcheck.grammar.attached import Attached, attached, currency_before
from factcheck.grammar.fold import Text2
from factcheck.grammar.lexicon import words
from factcheck.grammar.quantities import numeral_at
from factcheck.grammar.unit_words import unit_at
from factcheck.model import Mention, Span, Unread
from factcheck.patterns import regex
from factcheck.places import place_names

__all__ = ["in_token", "named", "read_address", "read_code", "read_number", "read_serial", "read_standard", "read_token", "read_word"]

_NUMERALS = frozenset("零〇一二两三四五六七八九十百千万亿几数半")
_URL = regex(r"(?:https?://|www\.)[^\s，。;)\u4e00-\u9fff]{1,400}")
_MAIL = regex(r"[A-Za-z0-9._-]{1,64}@[A-Za-z0-9.-]{1,64}")
_TOKEN = regex(r"[A-Za-z0-9]{1,40}(?:[-./·_][A-Za-z0-9]{1,20}){0,3}")
_JOINTS = frozenset("-./·_")
_LONGEST_HEAD = 20
_STANDARD_HEAD = regex(r"(?:GB|ISO|IEC|IEEE|DB[0-9]{0,2}|JT|YY|NY|SL|HJ|DL|QB|ASTM|EN|RFC)(?:/[A-Z])?[ -]?$")
_STANDARD_TAIL = regex(r"[0-9]{1,6}(?:[.-][0-9]{1,6}){0,3}(?![0-9])")
_SERIAL = regex(
    "号(?!召|称)(?:线|文|令|院|楼|公告|文件|站|门|库|口|矿|井|机组|车|馆|厅|仓|岛)?|"
    "版(?![权图块本式])|路公交|次列车|国道|省道|县道|室|幢|单元|厂房|团|师|旅|军(?![人工舰])"
)


@cache
def _phone() -> re.Pattern[str]:
    return regex(r"(?:1[3-9][0-9]{9}|0[0-9]{2,3}-[0-9]{7,8}|[48]00-[0-9]{3,4}-[0-9]{3,4}|86[ -]?1[3-9][0-9]{9})(?![0-9])")


@cache
def _dotted() -> re.Pattern[str]:
    return regex(r"[0-9]{1,4}(?:\.[0-9]{1,6}){2,5}(?![0-9])")


@cache
def _document() -> re.Pattern[str]:
    """The year in the brackets of a document's number, and what follows: 〔2024〕5号."""
    return regex(r"(?:19|20)[0-9]{2}[〕\])](?:第)?[0-9]{1,5}号")


def named(source: Text2, start: int, end: int, via: str) -> Mention:
    """A numeral that is a name."""
    return Mention(Span(start, end), source.plain[start:end], "id", via=(via,))


# --------------------------------------------------------------------------------------------- words

_Row = tuple[str, int, str]


@cache
def _numeric_words() -> tuple[dict[str, list[_Row]], dict[str, list[_Row]]]:
    """Words with a numeral inside, as (word, where in it the numeral stands, why skipped): by the numeral and the character
    behind it, and, where it is the last, by the character before it and the numeral."""
    ahead: dict[str, list[_Row]] = {}
    behind: dict[str, list[_Row]] = {}
    sources = [(word, "idiom") for word in words("zh/words/idioms").table]
    sources += [(word, "word") for word in words("zh/words/words").table]
    sources += [(name, "place_name") for name in place_names() if not _NUMERALS.isdisjoint(name)]
    for word, reason in sorted(sources, key=lambda row: -len(row[0])):
        for index, char in enumerate(word):
            if char in _NUMERALS and index + 1 < len(word):
                ahead.setdefault(word[index : index + 2], []).append((word, index, reason))
            elif char in _NUMERALS and index:
                behind.setdefault(word[index - 1 : index + 1], []).append((word, index, reason))
    return ahead, behind


def read_word(source: Text2, at: int) -> Unread | None:
    """The idiom, word or place name that the numeral at `at` is a part of; the longest."""
    text = source.folded
    ahead, behind = _numeric_words()
    best: Unread | None = None
    for rows in (ahead.get(text[at : at + 2], ()), behind.get(text[at - 1 : at + 1], ())):
        for word, index, reason in rows:
            start = at - index
            longer = start >= 0 and text.startswith(word, start) and (best is None or len(word) > len(best.surface))
            if longer and not _unit_reaches(text, at, start + len(word)):
                best = Unread(Span(start, start + len(word)), source.plain[start : start + len(word)], reason)
    return best


def _unit_reaches(text: str, at: int, end: int) -> bool:
    """Whether the numeral's own unit goes on where the word ends: 四周年 is not 四周."""
    unit = unit_at(text, at + 1)
    return unit is not None and at + 1 < end < at + 1 + unit.length


# --------------------------------------------------------------------------------------------- letters and digits

def read_address(source: Text2, at: int) -> Mention | None:
    """A link, taken whole so that the digits in it are none."""
    found = _URL.match(source.folded, at)
    return named(source, at, found.end(), "address") if found else None


def read_token(source: Text2, at: int) -> Mention | None:
    """Z9GT, 5G, PM2.5, COVID-19: letters and digits in one token, unless the letters are a unit or an acronym before a figure."""
    text = source.folded
    if currency_before(text, at):
        return None
    start = _token_start(text, at)
    found = _TOKEN.match(text, start)
    if not found or found.end() <= at or not any(c.isalpha() for c in found.group()) or (found.group().isalpha()):
        return None
    numeral = numeral_at(text, at)
    unit = attached(text, numeral.end) if numeral else None
    if numeral and (unit or numeral.ulp > 1) and _last_end(text, unit.end if unit else numeral.end, unit) >= found.end():
        head = text[start:at]
        yearly = unit is not None and unit.word.unit == "year"  # PM2.5年均浓度
        if not head or (head.isalpha() and len(head) > 1 and not yearly and (head.isupper() or numeral.ulp > 1 or (unit and unit.word.unit))):
            return None
    mail = _MAIL.match(text, start)
    return named(source, start, max(found.end(), mail.end() if mail else 0), "token")


def _last_end(text: str, end: int, unit: Attached | None) -> int:
    """Where a figure ends, and the second of the same unit that a dash joins to it: 20km-30km."""
    letter = unit is not None and not text[end - 2 : end].isalpha()  # 3m-5m are as often millions
    second = numeral_at(text, end + 1) if unit and not letter and text[end : end + 1] == "-" else None
    other = attached(text, second.end) if second else None
    return other.end if other and unit and other.word.unit == unit.word.unit else end


def _token_start(text: str, at: int) -> int:
    """Where the token begins that the digit at `at` stands in."""
    start = at
    while start and at - start < _LONGEST_HEAD and text[start - 1].isascii() and (text[start - 1].isalnum() or text[start - 1] in _JOINTS):
        start -= 1
    while start < at and not text[start].isalnum():
        start += 1
    return start


def in_token(text: str, at: int, end: int) -> bool:
    """Whether letters touch the digits at [at, end), directly or over a joint."""
    before, behind = text[at - 1 : at], text[end : end + 1]
    if before.isascii() and (before.isalpha() or (before in _JOINTS and text[at - 2 : at - 1].isascii() and text[at - 2 : at - 1].isalnum())):
        return True
    if behind == "-":
        behind = text[end + 1 : end + 2]
    return behind.isascii() and behind.isalpha()


# --------------------------------------------------------------------------------------------- numbers that name

def read_standard(source: Text2, at: int) -> Mention | None:
    """GB/T 4754-2017, with the letters before it."""
    head = None if currency_before(source.folded, at) else _STANDARD_HEAD.search(source.folded, max(0, at - 10), at)
    tail = _STANDARD_TAIL.match(source.folded, at) if head else None
    return named(source, head.start(), tail.end(), "standard") if head and tail else None


def read_number(source: Text2, at: int) -> Mention | None:
    """Telephone numbers, versions, addresses of machines, and a document's year and number."""
    text = source.folded
    for pattern, via in ((_phone, "telephone"), (_dotted, "version")):
        found = pattern().match(text, at)
        if found:
            return named(source, at, found.end(), via)
    found = _document().match(text, at) if text[at - 1 : at] in {"〔", "[", "("} else None
    return named(source, at, found.end(), "document") if found else None


def read_serial(source: Text2, at: int) -> Mention | None:
    """12号线, 101室, 107国道, 嫦娥六号."""
    numeral = numeral_at(source.folded, at)
    counts = numeral is None or numeral.value is None or source.folded[numeral.end - 1] in "万亿"  # 220万幢房屋
    found = None if counts or numeral is None else _SERIAL.match(source.folded, numeral.end)
    return named(source, at, found.end(), "serial") if found else None


_CODE = regex(r"[0-9]{1,40}(?:[- ][0-9]{1,20}){0,4}[Xx]?")
_LONG_CODE = regex("[0-9]{11,40}")


def read_code(source: Text2, at: int) -> Mention | None:
    """A number behind 电话, 邮编 and the like, or one of eleven digits and more: what is left when it has no unit."""
    text = source.folded
    if not "0" <= text[at] <= "9":
        return None
    found = _CODE.match(text, at)
    head = text[max(0, at - 12) : at].rstrip("：: 为是号")
    if found and words("zh/words/codes").ending(head, len(head)):
        return named(source, at, found.end(), "code")
    digits = _LONG_CODE.match(text, at)
    return named(source, at, digits.end(), "code") if digits else None
