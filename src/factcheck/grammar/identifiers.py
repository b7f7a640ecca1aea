"""Numerals that name or order things and measure nothing: products, standards, telephone numbers, ordinals, list numbers."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from factcheck.grammar.lexicon import places, words
from factcheck.grammar.numerals import chinese_value
from factcheck.grammar.quantities import Text2, numeral_at
from factcheck.grammar.unit_words import unit_at
from factcheck.model import Kind, Mention, Span, Unread
from factcheck.patterns import regex

__all__ = ["read_identifier", "read_word"]

_CN = "零〇一二两三四五六七八九十百千万亿"
_N = rf"(?:[0-9]{{1,4}}|[{_CN}]{{1,6}})"
_URL = regex(r"(?:https?://|www\.)[^\s，。；）\u4e00-\u9fff]{1,400}|[A-Za-z0-9._-]{1,64}@[A-Za-z0-9.-]{1,64}")
_PHONE = regex(r"(?:1[3-9][0-9]{9}|0[0-9]{2,3}-[0-9]{7,8}|[48]00-[0-9]{3,4}-[0-9]{3,4}|\+86[ -]?1[3-9][0-9]{9})(?![0-9])")
_STANDARD = regex(r"(?:GB|ISO|IEC|IEEE|DB|JT|YY|NY|SL|HJ|DL|QB|ASTM|EN)(?:/[A-Z])?[ -]?[0-9]{2,6}(?:[.-][0-9]{1,6}){0,3}(?![0-9])")
_DOTTED = regex(r"[0-9]{1,4}(?:\.[0-9]{1,6}){2,5}(?![0-9])")
_SERIAL = regex(rf"{_N}(?:号线|号文|号令|号院|号楼|号|路公交|次列车|国道|省道|县道)(?!召)")
_LONG = regex(r"[0-9]{41,}")
_TOKEN = regex(r"[A-Za-z0-9]{1,40}(?:[-./·][A-Za-z0-9]{1,20}){0,3}")
_DI = regex(rf"第({_N})(产业)?")
_RANK_HEAD = regex(r"(?:居|列|位居|位列|排名|排|位|名列|全国|全省|全球|世界|国内|行业|跃居|上升到|升至|保持)(?:在|为|到|至)?$")
_CONGRESS = regex(
    r"(?:第?([一二三四五六七八九十]{1,3})届[一二三四五六七八九十]{1,2}(?:、[一二三四五六七八九十]{1,2})*(?:中全会|次|中)|"
    r"(二十[一二]?|十[一二三四五六七八九])大(?=[精报以召提代和开，、。” 的胜]))"
)
_CAPTION = regex(r"(?:图|表|附件|附表|附图|专栏|注|例|Table|Figure|Fig\.?|Chart|Annex) ?([0-9]{1,3})(?![0-9.%年月个亿万])")
_LISTED = regex(r"(?:([0-9]{1,2}) ?(?:[.)](?![0-9])|、)|[(]([0-9]{1,2})[)]|([一二三四五六七八九十]{1,3})、|[(]([一二三四五六七八九十]{1,3})[)])")
_FLOOR = regex("([一二三四五六七八九十]{1,3}|[0-9]{1,3})楼")
_SET = regex(r"([二两三四五六七八九十]{1,3}|[0-9]{1,2})(大|大类)(?![中小型学于约概洋多部量])")
_DIGITS = regex("([一二两三四五六七八九])位数")
_AGES = regex(r"([0-9]{1,3})(?: ?(?:-|至|到) ?([0-9]{1,3}))?周?岁(?:及?以[上下])?")
_GRADES = regex(rf"({_N})级(?=地震|台风|大风|以上|联动|响应|公路|医院|标准|风)")
_ENGLISH_ORDINAL = regex(r"(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[0-9]{1,3}(?:st|nd|rd|th))(?![A-Za-z0-9])", re.IGNORECASE)
_SCORE = regex(r"[0-9]{1,3}[:-][0-9]{1,3}(?![0-9%.])")
_SCORE_HINT = regex("比分|战胜|击败|险胜|不敌|负于|战平|逆转")


@cache
def _numeric_words() -> tuple[dict[str, list[tuple[str, int, str]]], int]:
    """Words with a numeral inside, by that numeral's character: (word, where in it the numeral stands, why skipped)."""
    table: dict[str, list[tuple[str, int, str]]] = {}
    sources = [(word, "idiom") for word in words("zh/words/idioms").table]
    sources += [(word, "word") for word in words("zh/words/words").table]
    sources += [(name, "place_name") for name in places()]
    for word, reason in sources:
        for index, char in enumerate(word):
            if char in _CN + "几数半":
                table.setdefault(char, []).append((word, index, reason))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table, 0


def read_word(source: Text2, at: int) -> Unread | None:
    """The idiom, word or place name that the numeral at `at` is a part of; the longest."""
    table, _ = _numeric_words()
    for word, index, reason in table.get(source.folded[at], ()):
        start = at - index
        if start >= 0 and source.folded.startswith(word, start):
            return Unread(Span(start, start + len(word)), source.plain[start : start + len(word)], reason)
    return None


def read_identifier(source: Text2, at: int) -> Mention | Unread | None:
    """The name, ordinal or label that begins at or around `at`."""
    for reader in (_url, _fixed, _ordinal, _congress, _labels, _latin):
        found = reader(source, source.folded, at)
        if found:
            return found
    return None


def _named(source: Text2, start: int, end: int, kind: Kind, via: str, value: int | None = None) -> Mention:
    return Mention(Span(start, end), source.plain[start:end], kind, None if value is None else Fraction(value), via=(via,))


def _number(word: str | None) -> int | None:
    if not word:
        return None
    return int(word) if word.isascii() and word.isdigit() else chinese_value(word)


def _url(source: Text2, text: str, at: int) -> Mention | None:
    found = _URL.match(text, at)
    return _named(source, at, found.end(), "id", "address") if found else None


def _fixed(source: Text2, text: str, at: int) -> Mention | Unread | None:
    long = _LONG.match(text, at)
    if long:
        return Unread(Span(at, long.end()), source.plain[at : long.end()], "too_long")
    for pattern, via in ((_PHONE, "telephone"), (_STANDARD, "standard"), (_DOTTED, "version"), (_SERIAL, "serial")):
        found = pattern.match(text, at)
        if found:
            return _named(source, at, found.end(), "id", via)
    found = _SCORE.match(text, at)
    if found and _SCORE_HINT.search(text[max(0, at - 20) : found.end() + 8]):
        return _named(source, at, found.end(), "other", "score")
    return None


def _ordinal(source: Text2, text: str, at: int) -> Mention | None:
    found = _DI.match(text, at)
    if found:
        rank = not found.group(2) and _RANK_HEAD.search(text[max(0, at - 6) : at])
        unit = None if found.group(2) else unit_at(text, found.end())
        end = found.end() + (unit.length if unit and unit.classifier else 0)
        return _named(source, at, end, "rank" if rank else "ordinal", "ordinal", _number(found.group(1)))
    found = _ENGLISH_ORDINAL.match(text, at)
    if found and not text[at - 1 : at].isalnum() and not text[found.end() :].startswith((" quarter", "-quarter", " half", " of ")):
        words_ = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
        word = found.group(1).lower()
        value = words_.index(word) + 1 if word in words_ else int(re.sub("[a-z]", "", word))
        return _named(source, at, found.end(), "ordinal", "ordinal", value)
    return None


def _congress(source: Text2, text: str, at: int) -> Mention | None:
    found = _CONGRESS.match(text, at)
    if not found:
        return None
    return _named(source, at, found.end(), "ordinal", "congress", _number(found.group(1) or found.group(2)))


def _labels(source: Text2, text: str, at: int) -> Mention | None:
    line_start = not text[:at].rstrip(' \t#*"(').endswith(tuple("0123456789")) and text[max(0, at - 3) : at].strip(" \t#*(") in {"", "\n"}
    after_stop = bool(re.search(r"[。；：!?！？]\s{0,4}[(]?$|^\s*$|\n\s{0,4}[(]?$|[.] $", text[max(0, at - 6) : at]))
    found = _LISTED.match(text, at) or (_LISTED.match(text, at - 1) if at and text[at - 1] == "(" else None)
    if found and (line_start or after_stop or text[at - 1 : at] == "("):
        value = _number(next(group for group in found.groups() if group))
        return _named(source, max(found.start(), at), found.end(), "ordinal", "list_number", value)
    for pattern, via, kind in ((_DIGITS, "digits", "other"), (_FLOOR, "floor", "ordinal"), (_SET, "set", "other"), (_GRADES, "grade", "other")):
        found = pattern.match(text, at)
        if found:
            return _named(source, at, found.end(), kind, via, _number(found.group(1)))  # type: ignore[arg-type]
    found = _AGES.match(text, at)
    if found and not re.search("寿命|年龄[为是]|平均", text[max(0, at - 10) : at]):
        return _age(source, found)
    for back in (6, 5, 4, 3, 2, 1):
        found = _CAPTION.match(text, at - back) if at >= back else None
        if found and found.start(1) == at:
            return _named(source, at, found.end(), "ordinal", "caption", int(found.group(1)))
    return None


def _age(source: Text2, found: re.Match[str]) -> Mention:
    """An age is a label (0~14岁), an age limit or a person's: no statistic. A range keeps its ends."""
    span = Span(*found.span())
    surface = source.plain[span.start : span.end]
    low, high = found.groups()
    if high:
        return Mention(span, surface, "range", low=Fraction(low), high=Fraction(high), unit="age", via=("age_range",))
    return Mention(span, surface, "other", Fraction(low), unit="age", via=("age",))


def _latin(source: Text2, text: str, at: int) -> Mention | None:
    """Z9GT, 5G, PM2.5, COVID-19: letters and digits in one token, unless the letters are a unit or an acronym before a figure."""
    start = at
    while start and at - start < 20 and (text[start - 1].isascii() and (text[start - 1].isalnum() or text[start - 1] in "-.")):
        start -= 1
    while start < at and not text[start].isalnum():
        start += 1
    found = _TOKEN.match(text, start)
    if not found or found.end() <= at or not any(c.isalpha() for c in found.group()):
        return None
    if start == at or text[start:at].isdigit():
        numeral = numeral_at(text, at)
        if numeral is not None and unit_at(text, numeral.end):
            return None
        if numeral is not None and numeral.end >= found.end():
            return None
        return _named(source, start, found.end(), "id", "token")
    numeral = numeral_at(text, at)
    unit = unit_at(text, numeral.end + text.startswith(" ", numeral.end)) if numeral else None
    head = text[start:at]
    if numeral and head.isalpha() and (unit or numeral.ulp > 1) and (head.isupper() and len(head) > 1) and numeral.end >= found.end():
        return None
    return _named(source, start, found.end(), "id", "token")
