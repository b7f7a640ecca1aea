"""Dates, parts of years, plans and relative years, as shapes whose year is filled in later against the article's own date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.grammar.lexicon import words
from factcheck.model import Kind
from factcheck.patterns import regex
from factcheck.period import Period

__all__ = ["Shape", "read_calendar"]


class Shape(NamedTuple):
    """A time as written. `template` is the contract's notation with {y} for the year; `year` is stated, or `relation` says
    how to find it: a number of years from the article's own, `same` or `next` as the year last named, None for nothing said."""

    start: int
    end: int
    kind: Kind
    template: str
    year: int | None = None
    relation: str | None = None
    via: str = ""

    def resolved(self, year: int | None) -> Period | None:
        """The period in a year; without one a day keeps its month (`--08-13`) and anything longer is unknown."""
        if "{y}" in self.template and year is None and not self.template.startswith("{y}-"):
            return None
        try:
            return Period.parse(self.template.replace("{y}", "-" if year is None else f"{year:04}"))
        except ValueError:
            return None


_CN = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_Y = r"(?:[12][0-9]{3}|[12] [0-9] [0-9] [0-9]|[一二][零〇一二三四五六七八九]{3})"
_M = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_D = r"(?:3[01]|[12][0-9]|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_YEAR = regex(rf"({_Y}) ?年(?!代|龄|[多余])")
_TO = r" ?(?:至|到|-{1,2}) ?"

_ISO = regex(r"((?:19|20)[0-9]{2})([-/.])(1[0-2]|0?[1-9])\2(3[01]|[12][0-9]|0?[1-9])(?![0-9])")
_YEARS = regex(rf"({_Y})年?{_TO}({_Y})(年)?(?![0-9.%-])")
_DECADE = regex(r"(?:(?:20|21|19)世纪)?[1-9]0年代|(?:20|21|19|18|17)世纪(?:末|初|中叶)?|[一二三四五六七八九]十年代")
_TAILS = (
    ("days", regex(rf"({_M})月({_D})[日号]?{_TO}(?:({_M})月)?({_D})[日号]")),
    ("day", regex(rf"({_M})月({_D})[日号]")),
    ("months", regex(rf"({_M})月?{_TO}({_M})月份?")),
    ("month_end", regex(rf"({_M})月[底末]")),
    ("month", regex(rf"({_M})月份?(?!球|台)")),
    ("first_months", regex(rf"前({_M})个?月")),
    ("quarters", regex(r"前([二两三23])个?季度?|([一1])(?:至|到|-)([二三四2-4])季度")),
    ("quarter", regex("第?([一二三四1-4])季度(?:末|底)?")),
    ("half", regex("([上下])半年")),
    ("end", regex("年?[末底]")),
    ("all", regex("全年")),
)
_TEMPLATES: dict[str, tuple[Kind, str]] = {
    "days": ("date", "{y}-{0:02}-{1:02}..{y}-{2:02}-{3:02}"),
    "day": ("date", "{y}-{0:02}-{1:02}"),
    "months": ("period", "{y}-{0:02}..{y}-{1:02}"),
    "month_end": ("date", "{y}-{0:02}-end"),
    "month": ("date", "{y}-{0:02}"),
    "first_months": ("period", "{y}-01..{y}-{0:02}"),
    "quarter": ("period", "{y}Q{0}"),
    "end": ("date", "{y}-end"),
    "all": ("year", "{y}"),
}
_PLANS = {name: 1953 + 5 * i for i, name in enumerate(["一五", "二五"])} | {
    name: 1966 + 5 * i
    for i, name in enumerate(
        ["三五", "四五", "五五", "六五", "七五", "八五", "九五", "十五", "十一五", "十二五", "十三五", "十四五", "十五五", "十六五"]
    )
}
_PLAN = regex('(")?(十[一二三四五六]五|[一二三四五六七八九十]五)(?(1)")(?:规划|计划)?(?:期间|时期|期末|末|初期|以来)?')
_QUOTE = '"'

_MONTHS = "january february march april may june july august september october november december".split()
_EN_MONTH = "(" + "|".join(f"{m.title()}|{m[:3].title()}\\.?" for m in _MONTHS) + ")"
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_EN = (
    ("day", regex(rf"{_EN_MONTH} (3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?:,? ((?:19|20)[0-9]{{2}}))?(?![0-9])")),
    ("month", regex(rf"{_EN_MONTH},? ((?:19|20)[0-9]{{2}})(?![0-9])")),
    ("quarter", regex(r"(first|second|third|fourth)[ -]quarter(?: of ((?:19|20)[0-9]{2}))?(?![A-Za-z])", re.IGNORECASE)),
    ("q", regex(r"Q([1-4])(?:[ /]((?:19|20)[0-9]{2}))?(?![0-9A-Za-z])")),
    ("quarters", regex(r"first (two|three) quarters(?: of ((?:19|20)[0-9]{2}))?", re.IGNORECASE)),
    ("half", regex(r"(first|second)[ -]half(?: of (?:the year|((?:19|20)[0-9]{2})))(?![A-Za-z])", re.IGNORECASE)),
    ("relative", regex(r"(this|last|next) year(?!-|')", re.IGNORECASE)),
)
_EN_DAY = regex(rf"(3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)? {_EN_MONTH}(?:,? ((?:19|20)[0-9]{{2}}))?(?![0-9A-Za-z])")
_EN_YEARS = regex(r"((?:19|20)[0-9]{2})(?:-| to |/)((?:19|20)?[0-9]{2})(?![0-9.%-])")
_EN_YEAR = regex(r"(?:19|20)[0-9]{2}(?![0-9%]|[,.:][0-9]|-[0-9]| ?[A-Za-z]*(?:yuan|tons|tonnes|million|billion|dollars|people))")
_FISCAL = regex(r"(?:FY|fiscal(?: year)? )((?:19|20)[0-9]{2})(?![0-9])")


def read_calendar(text: str, start: int) -> Shape | None:
    """The longest time that begins at `start`, or None."""
    shapes = [*_iso(text, start), *_plan(text, start), *_chinese(text, start), *_english(text, start)]
    return max(shapes, key=lambda shape: shape.end, default=None)


def _cn(word: str) -> int:
    """A small numeral of either script: 12, 十二, 一九九〇, `1 9 9 7`."""
    word = word.replace(" ", "")
    if word.isascii():
        return int(word)
    if "十" in word:
        tens, ones = word.split("十")
        return (_CN[tens] if tens else 1) * 10 + (_CN[ones] if ones else 0)
    return int("".join(str(_CN[c]) for c in word))


def _iso(text: str, start: int) -> Iterator[Shape]:
    if start and text[start - 1] in "0123456789/-.":
        return
    found = _ISO.match(text, start)
    if found:
        year, _, month, day = found.groups()
        yield Shape(start, found.end(), "date", f"{{y}}-{int(month):02}-{int(day):02}", int(year), via="iso_date")


def _plan(text: str, start: int) -> Iterator[Shape]:
    """“十四五”期间, “十五五”开局之年: spans of five years and their first, middle and last years."""
    found = _PLAN.match(text, start)
    if not found:
        return
    quoted, name = found.group(1), found.group(2)
    tail = text[found.end(2) + bool(quoted) : found.end()]
    first = _PLANS.get(name)
    role_at = found.end() + text.startswith("的", found.end())
    roles = words("zh/calendar/plan_roles")
    role = roles.starting(text, role_at)
    if first is None or not (quoted or tail or role or len(name) == 3):
        return
    if role:
        year = first + int(roles.table[role]) - 1
        yield Shape(start, role_at + len(role), "year", "{y}", year, via="plan_year")
    elif tail.endswith("末"):
        yield Shape(start, found.end(), "year", "{y}-end", first + 4, via="plan_end")
    else:
        yield Shape(start, found.end(), "period", f"{{y}}..{first + 4}", first, via="plan")


def _chinese(text: str, start: int) -> Iterator[Shape]:
    found = _YEARS.match(text, start)
    if found and (found.group(3) or _cn(found.group(1)) >= 1900) and _cn(found.group(1)) < _cn(found.group(2)):
        yield Shape(start, found.end(), "range", f"{{y}}..{_cn(found.group(2))}", _cn(found.group(1)), via="years")
    found = _DECADE.match(text, start)
    if found:
        yield Shape(start, found.end(), "period", "", via="decade")
    found = _YEAR.match(text, start)
    relative = words("zh/calendar/relative")
    word = None if found else relative.starting(text, start)
    year = _cn(found.group(1)) if found else None
    at = found.end() if found else start + len(word or "")
    relation = relative.table[word] if word else None
    named = bool(found or word)
    yield from (shape._replace(start=start, year=year, relation=relation) for shape in _tails(text, at, named=named))
    if found:
        yield Shape(start, at, "year", "{y}", year, via="year")
    elif word:
        yield Shape(start, at, "year", "{y}", None, relation, via="relative_year")


def _tails(text: str, at: int, *, named: bool) -> Iterator[Shape]:
    """What may stand behind a year, or alone: months, days, quarters, halves."""
    for name, pattern in _TAILS:
        found = pattern.match(text, at)
        if not found or (not named and name in {"end", "all"}):
            continue
        kind, template = _template(name, found)
        if template:
            yield Shape(at, found.end(), kind, template, via=name)


def _template(name: str, found: re.Match[str]) -> tuple[Kind, str]:
    """Kind and notation of a tail."""
    if name == "half":
        return "period", "{y}H1" if found.group(1) == "上" else "{y}H2"
    if name == "quarters":
        return "period", f"{{y}}Q1-Q{_cn(found.group(1) or found.group(3))}"
    kind, template = _TEMPLATES[name]
    n = [_cn(word) if word else 0 for word in found.groups()]
    if name == "days" and not n[2]:
        n[2] = n[0]
    if name == "months" and n[0] >= n[1]:
        return "period", ""
    return kind, template.format(*n, y="{y}")


def _english(text: str, start: int) -> Iterator[Shape]:
    before = text[start - 1 : start]
    if (before.isalnum() and before.isascii()) or before in {"$", "£", "€", ".", ","}:
        return
    for name, pattern in _EN:
        found = pattern.match(text, start)
        if found:
            yield _english_shape(name, found)
    found = _EN_DAY.match(text, start)
    if found:
        yield _day_shape(found, found.group(2), found.group(1), found.group(3))
    found = _FISCAL.match(text, start)
    if found:
        yield Shape(start, found.end(), "period", "", int(found.group(1)), via="fiscal_year")
    found = _EN_YEARS.match(text, start)
    if found:
        last = found.group(2) if len(found.group(2)) == 4 else found.group(1)[:2] + found.group(2)
        if int(last) > int(found.group(1)):
            yield Shape(start, found.end(), "range", f"{{y}}..{last}", int(found.group(1)), via="years")
    if (before in {" ", "(", ""} or not before.isalnum()) and _latin_around(text, start):
        found = _EN_YEAR.match(text, start)
        if found:
            yield Shape(start, found.end(), "year", "{y}", int(found.group()), via="bare_year")


def _latin_around(text: str, start: int) -> bool:
    """Whether a bare number stands in English words: a letter a blank before it."""
    head = text[max(0, start - 3) : start].strip(" (,")
    return bool(head) and head[-1].isascii() and head[-1].isalpha()


def _month(word: str) -> int:
    return next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def _day_shape(found: re.Match[str], month: str, day: str, year: str | None) -> Shape:
    template = f"{{y}}-{_month(month):02}-{int(day):02}"
    return Shape(found.start(), found.end(), "date", template, int(year) if year else None, via="en_day")


def _english_shape(name: str, found: re.Match[str]) -> Shape:
    start, end = found.span()
    g = found.groups()
    year = int(g[-1]) if g[-1] and g[-1].isdigit() else None
    match name:
        case "day":
            return _day_shape(found, g[0], g[1], g[2])
        case "month":
            return Shape(start, end, "date", f"{{y}}-{_month(g[0]):02}", year, via="en_month")
        case "quarter":
            return Shape(start, end, "period", f"{{y}}Q{_ORDINAL[g[0].lower()]}", year, via="en_quarter")
        case "q":
            return Shape(start, end, "period", f"{{y}}Q{g[0]}", year, via="en_quarter")
        case "quarters":
            return Shape(start, end, "period", f"{{y}}Q1-Q{2 if g[0].lower() == 'two' else 3}", year, via="en_quarters")
        case "half":
            return Shape(start, end, "period", f"{{y}}H{1 if g[0].lower() == 'first' else 2}", year, via="en_half")
        case _:
            relation = {"this": "0", "last": "-1", "next": "1"}[g[0].lower()]
            return Shape(start, end, "year", "{y}", None, relation, via="en_relative_year")
