"""Times in English: June 30, Q1 2025, the first nine months, end of March, FY2025, the 12 months to June, 2021-2025."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.grammar.calendar import Shape, longest
from factcheck.model import Kind
from factcheck.patterns import regex

__all__ = ["read_digits_time", "read_word_time"]

_MONTHS = "january february march april may june july august september october november december".split()
_YEAR = "((?:19|20)[0-9]{2})"
_OF_YEAR = r"(?:,? (?:of |in )?((?:19|20)[0-9]{2}(?![0-9])|(?:this|last|next|the) year(?!-|'|[a-z])))?"
_RELATIVE = {"this": "0", "last": "-1", "next": "1"}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_COUNTS = {word: value for value, word in enumerate("zero one two three four five six seven eight nine ten eleven".split())}
_AFTER_HALF = "from|compared|versus|against|and|to|up|down|after|as|with|while"
_PREPOSITION = regex(r"(?:in|of|by|since|until|to|from|late|early|mid|last|this|during) $", re.IGNORECASE)
_END_OF = regex(r"(?:end of|end-|year-end|the close of)(?: the)? ?$", re.IGNORECASE)
_NO_YEAR_BEHIND = regex(r"[0-9%]|[,.:][0-9]|-[0-9]| ?[A-Za-z]{0,12}(?:yuan|tons|tonnes|million|billion|dollars|people|percent)|-(?!end)[a-z]")


@cache
def _month_pattern() -> str:
    return "(" + "|".join(f"{month.title()}|{month[:3].title()}\\.?" for month in _MONTHS if month != "may") + r"|May|Sept\.?)"


def _month_ended(month: str) -> str:
    """The month in which a stretch ends, with or without its last day: to June, to 31 March, ended March 31."""
    return rf"(?:3[01] |2[89] )?{month}(?: 3[01](?![0-9])| 2[89](?![0-9]))?"


@cache
def _word_patterns() -> dict[str, re.Pattern[str]]:
    """By name, the times that begin with a word."""
    month = _month_pattern()
    ending = _month_ended(month)
    return {
        "en_months": regex(rf"{month}(?:-| to | through | and ){month}{_OF_YEAR}(?![A-Za-z])"),
        "en_day": regex(rf"{month} (3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?:(?:-| to | and )(3[01]|[12][0-9]|[1-9]))?(?:,? {_YEAR})?(?![0-9])"),
        "en_month": regex(rf"{month}{_OF_YEAR}(?![A-Za-z])"),
        "en_quarter": regex(rf"(first|second|third|fourth|final|last)[ -]quarter{_OF_YEAR}(?![A-Za-z])", re.IGNORECASE),
        "en_quarters": regex(rf"first (two|three) quarters{_OF_YEAR}", re.IGNORECASE),
        "en_first_months": regex(rf"first (two|three|four|five|six|seven|eight|nine|ten|eleven|[2-9]|1[01]) months{_OF_YEAR}", re.IGNORECASE),
        "en_half": regex(
            rf"(first|second)(?:-half|[ -]half year(?![a-z-])|[ -]half(?:{_OF_YEAR[:-1]}|(?= ?(?:[,.;)]|$| (?:{_AFTER_HALF}) ))))(?![A-Za-z])",
            re.IGNORECASE,
        ),
        "en_numbered": regex(rf"quarter ([1-4])(?: \({month}(?:-| to ){month}\))?{_OF_YEAR}(?![A-Za-z0-9])", re.IGNORECASE),
        "en_rolling": regex(rf"({'|'.join(_COUNTS)}|twelve) months (?:to|through|ended|ending|up to)(?: the end of)? {ending}{_OF_YEAR}(?![A-Za-z])", re.IGNORECASE),
        "en_letter": regex(rf"([QH])([1-4])(?:-Q([2-4]))?(?:[ /]?(?:of )?{_YEAR}|['’]([0-9]{{2}}))?(?![0-9A-Za-z])"),
        "fiscal_year": regex(rf"(?:FY|fiscal(?: year)?) ?'?(?:{_YEAR}|[0-9]{{2}})(?:[/-][0-9]{{2,4}})?(?![0-9])", re.IGNORECASE),
        "fiscal_part": regex(
            r"(?:fiscal (?:first|second|third|fourth)|(?:first|second|third|fourth) fiscal)[ -](?:quarter|half)(?: (?:of (?:fiscal )?)?(?:19|20)[0-9]{2})?(?![0-9])"
            r"|[QH][1-4] ?(?:of )?FY ?'?(?:20)?[0-9]{2}(?![0-9])",
            re.IGNORECASE,
        ),
        "en_relative_year": regex(r"(this|last|next) (year|month)(?!-|'|[a-z])", re.IGNORECASE),
    }


@cache
def _digit_patterns() -> dict[str, re.Pattern[str]]:
    """By name, the times that begin with a digit."""
    month = _month_pattern()
    return {
        "en_day": regex(rf"(?:([12]?[0-9]|3[01])(?:-| to | and ))?(3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?: of)? {month}(?:,? {_YEAR})?(?![0-9A-Za-z])"),
        "iso_date": regex(r"((?:19|20)[0-9]{2})([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12][0-9]|3[01])(?![0-9])"),
        "en_quarter": regex(rf"(?:{_YEAR}[ -]?([QH])([1-4])(?:-Q([2-4]))?|([1-4])([QH]) ?(?:{_YEAR}|'?([0-9]{{2}})))(?![0-9A-Za-z])"),
        "years": regex(rf"{_YEAR}(?:-| to |/|(?<=[Bb]etween [0-9]{{4}}) and )((?:19|20)?[0-9]{{2}})(?![0-9%-]|\.[0-9])"),
        "en_decade": regex(rf"{_YEAR}'?s(?![A-Za-z])"),
        "en_rolling": regex(rf"(1?[0-9]) months (?:to|through|ended|ending|up to)(?: the end of)? {_month_ended(month)}{_OF_YEAR}(?![A-Za-z])"),
        "nth_quarter": regex(rf"([1-4])(?:st|nd|rd|th)[ -]quarter{_OF_YEAR}"),
        "bare_year": regex(_YEAR),
    }


def read_word_time(text: str, start: int) -> Shape | None:
    """The longest time that begins with the word at `start`."""
    before = text[start - 1 : start]
    if before.isascii() and before.isalnum():
        return None
    return longest(_word_shapes(text, start))


def _word_shapes(text: str, start: int) -> Iterator[Shape]:
    for name, pattern in _word_patterns().items():
        found = pattern.match(text, start)
        if found:
            shape = _word_shape(name, found, [group.lower() if group else None for group in found.groups()])
            if shape:
                yield shape


def _word_shape(name: str, found: re.Match[str], groups: list[str | None]) -> Shape | None:
    """What the words of one pattern mean; its last group is the year, if it has one."""
    start, end = found.span()
    if not groups:
        return Shape(start, end, "period", "", via="fiscal_year")
    head, tail = groups[0] or "", groups[-1]
    if name == "en_day":
        return _day(found, head, groups[1] or "", groups[2], groups[3])
    if name == "en_letter":
        return _letter(start, end, head, groups[1:4], tail)
    if name == "en_rolling":
        return _rolling(start, end, _COUNTS.get(head, 12), groups[1] or "", tail)
    if name == "en_relative_year":
        return Shape(start, end, "year", "{y}", None, _RELATIVE[head], via=name) if tail == "year" else _relative_month(start, end, head)
    template = _template(name, found, head, groups)
    kind: Kind = "date" if name == "en_month" else "period"
    return None if template is None else Shape(start, end, kind, template, *_year_said(tail), via=name)


def _year_said(tail: str | None) -> tuple[int | None, str | None]:
    """The year behind a part of one, or how far the year said (of last year) is from the article's own."""
    if tail and tail.isdigit():
        return int(tail), None
    return None, _RELATIVE.get(tail.split(" ")[0]) if tail else None


def _relative_month(start: int, end: int, word: str) -> Shape:
    return Shape(start, end, "date", "{y}-{m}", None, _RELATIVE[word] + "m", via="relative_month")


def _template(name: str, found: re.Match[str], head: str, groups: list[str | None]) -> str | None:
    """The notation of a month, a quarter or a half."""
    match name:
        case "en_months":
            first, last = _month(head), _month(groups[1] or "")
            return f"{{y}}-{first:02}..{{y}}-{last:02}" if first < last else None
        case "en_month":
            if head == "may" and not groups[-1] and not _month_like(found.string, found.start()):
                return None
            return f"{{y}}-{_month(head):02}" + ("-end" if _END_OF.search(found.string, max(0, found.start() - 16), found.start()) else "")
        case "en_numbered":
            return f"{{y}}Q{head}"
        case "en_quarter":
            return f"{{y}}Q{_ORDINALS.get(head, 4)}" if head != "last" else None
        case "en_quarters":
            return f"{{y}}Q1-Q{2 if head == 'two' else 3}"
        case "en_first_months":
            return f"{{y}}-01..{{y}}-{_COUNTS.get(head) or int(head):02}"
        case "en_half":
            return f"{{y}}H{1 if head == 'first' else 2}"
        case _:
            return ""


def _month_like(text: str, start: int) -> bool:
    """Whether `May` or `March` stands where a month does, and is no verb."""
    return bool(_PREPOSITION.search(text[max(0, start - 8) : start]))


def _letter(start: int, end: int, letter: str, groups: list[str | None], short: str | None) -> Shape | None:
    """Q1, Q1-Q3 2025, H1 2025, Q1'25."""
    number, last, year = groups
    if letter == "h" and (number not in {"1", "2"} or last):
        return None
    full = int(year) if year else 2000 + int(short) if short else None
    return Shape(start, end, "period", f"{{y}}{letter.upper()}{number}" + (f"-Q{last}" if last else ""), full, via="en_quarter")


def _month(word: str) -> int:
    return next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(word.rstrip(".")[:3]))


def _day(found: re.Match[str], month: str, day: str, last: str | None, year: str | None) -> Shape:
    number = _month(month)
    template = f"{{y}}-{number:02}-{int(day):02}" + (f"..{{y}}-{number:02}-{int(last):02}" if last and int(last) > int(day) else "")
    return Shape(found.start(), found.end(), "date", template, int(year) if year else None, via="en_day")


# --------------------------------------------------------------------------------------------- times that begin with a digit

def read_digits_time(text: str, start: int) -> Shape | None:
    """2025-06-18, 5 July 2025, 2025Q1, 1H25, 2021-2025, the 1990s, 12 months to June, and a bare year in English words."""
    before = text[start - 1 : start]
    if before and ((before.isascii() and before.isalnum()) or before in "$£€¥.,/"):
        return None
    return longest(_digit_shapes(text, start))


def _digit_shapes(text: str, start: int) -> Iterator[Shape]:
    for name, pattern in _digit_patterns().items():
        found = pattern.match(text, start)
        shape = _digit_shape(name, found) if found else None
        if shape:
            yield shape


def _digit_shape(name: str, found: re.Match[str]) -> Shape | None:
    start, end = found.span()
    groups = found.groups()
    match name:
        case "en_day":
            first, last = (groups[0], groups[1]) if groups[0] else (groups[1], None)
            return _day(found, groups[2].lower(), first, last, groups[3])
        case "iso_date":
            return Shape(start, end, "date", f"{{y}}-{int(groups[2]):02}-{int(groups[3]):02}", int(groups[0]), via=name)
        case "en_quarter":
            year, letter, number = groups[0] or groups[6], groups[1] or groups[5], groups[2] or groups[4]
            return _letter(start, end, letter.lower(), [number, groups[3], year], groups[7])
        case "years":
            last = groups[1] if len(groups[1]) == 4 else groups[0][:2] + groups[1]
            return Shape(start, end, "range", f"{{y}}..{last}", int(groups[0]), via=name) if int(last) > int(groups[0]) else None
        case "en_decade":
            first = int(groups[0])
            return Shape(start, end, "period", f"{{y}}..{first + 9}", first, via="decade") if first % 10 == 0 else None
        case "nth_quarter":
            return Shape(start, end, "period", f"{{y}}Q{groups[0]}", *_year_said(groups[1]), via="en_quarter")
        case "en_rolling":
            return _rolling(start, end, int(groups[0]), groups[1].lower(), groups[2])
        case _:
            return _bare_year(found.string, start, end)


def _rolling(start: int, end: int, months: int, month: str, year: str | None) -> Shape:
    """The 12 months to June 2025 are 2024-07 to 2025-06. Without a year those within one are as good as any part of a year."""
    stated, relation = _year_said(year)
    if stated is None and months > _month(month):
        return Shape(start, end, "period", "", via="en_rolling")
    last = (stated or 0) * 12 + _month(month) - 1
    first = last - months + 1
    over = f"{last // 12}" if stated else "{y}"
    return Shape(
        start, end, "period", f"{{y}}-{first % 12 + 1:02}..{over}-{last % 12 + 1:02}", first // 12 if stated else None, relation, via="en_rolling"
    )


def _bare_year(text: str, start: int, end: int) -> Shape | None:
    """2025 in English words: a letter stands a blank before it."""
    head = text[max(0, start - 3) : start].strip(" (,-")
    if not head or not (head[-1].isascii() and head[-1].isalpha()) or _NO_YEAR_BEHIND.match(text, end):
        return None
    ended = bool(_END_OF.search(text, max(0, start - 16), start))
    return Shape(start, end, "date" if ended else "year", "{y}-end" if ended else "{y}", int(text[start:end]), via="bare_year")
