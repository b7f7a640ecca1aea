"""Dates, parts of years, plans and relative years, as shapes whose year is filled in later against the article's own date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from factcheck.grammar.lexicon import words
from factcheck.grammar.year_parts import DAY, MONTH, TO, YEAR, mark_behind, parts_at, small_number
from factcheck.model import Kind
from factcheck.patterns import regex
from factcheck.period import Period
from factcheck.records import NamedTuple

__all__ = ["Shape", "longest", "read_bare_day", "read_calendar"]


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
        if "{m}" in self.template or ("{y}" in self.template and year is None and not self.template.startswith("{y}-")):
            return None
        return Period.possible(self.template.replace("{y}", "-" if year is None else f"{year:04}"))


def longest(shapes: Iterable[Shape]) -> Shape | None:
    """The longest of several readings, the first of them that are as long."""
    best: Shape | None = None
    for shape in shapes:
        if best is None or shape.end > best.end:
            best = shape
    return best


_YEAR = regex(rf"({YEAR}) ?年(?!代|龄|[多余]|历史)度?")
_YEARS = regex(rf"({YEAR})(?: ?年)?{TO}({YEAR})( ?年|(?![0-9%-]|\.[0-9]))")
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_BARE_DAY = regex(rf"({DAY})(?:[日号])?(?:{TO}({DAY}))?([日号])(?!期|游|元|线|楼|院|令|文|均|本|前)")
_SPAN_HEAD = regex("(?:为期|历时|连续|用时|耗时|前后|共|近|约|第|每|过|这|满|前|后|上|次|同|[0-9年])$")


def read_calendar(text: str, start: int, mark: str) -> Shape | None:
    """The longest time that begins at `start`, or None. `mark` is the character behind the first numeral."""
    return longest(_readings(text, start, mark))


def _readings(text: str, start: int, mark: str) -> Iterator[Shape]:
    first = text[start]
    if first in '"第十一二三四五六七八九':
        yield from _plan(text, start)
    if first in "12一二" and mark in "年-至到 ":
        yield from _with_year(text, start)
    if first in "今去明前后同当上本次":
        yield from _relative(text, start)
    if mark == "财":
        yield from _fiscal(text, start)
    if mark in "世年":
        yield from _ages(text, start)
        yield from _eras(text, start)
    yield from _parts(text, start, start, mark, named=False)
    if mark in "月日":
        yield from _lunar(text, start)


# --------------------------------------------------------------------------------------------- years

def _with_year(text: str, start: int) -> Iterator[Shape]:
    """2025年, 2025年上半年, 2021—2025年."""
    found = _YEARS.match(text, start)
    if found:
        first, last = small_number(found.group(1)), small_number(found.group(2))
        if _FIRST_YEAR <= first < last <= _LAST_YEAR and (found.group(3) or first >= 1900):
            yield Shape(start, found.end(), "range", f"{{y}}..{last}", first, via="years")
    found = _YEAR.match(text, start)
    year = small_number(found.group(1)) if found else 0
    if not found or not (_FIRST_YEAR <= year <= _LAST_YEAR or text[max(0, start - 2) : start] == "公元"):
        return
    at = found.start(1) + text[found.start(1) : found.end()].rindex("年") + 1
    yield from (shape._replace(year=year) for shape in _parts(text, start, at, mark_behind(text, at), named=True))
    yield Shape(start, found.end(), "year", "{y}", year, via="year")


def _parts(text: str, start: int, at: int, mark: str, *, named: bool) -> Iterator[Shape]:
    """The parts of a year that stand at `at`, in a time that begins at `start`."""
    for via, end, kind, template in parts_at(text, at, mark, named=named):
        yield Shape(start, end, kind, template, via=via)


def _relative(text: str, start: int) -> Iterator[Shape]:
    """今年, 去年5月, 上年末, 同年."""
    relative = words("zh/calendar/relative")
    word = relative.starting(text, start)
    if not word or (word[0] == "本" and text[start - 1 : start] == "日"):  # 日本年中 speaks of Japan
        return
    relation, at = relative.table[word], start + len(word)
    yield from (shape._replace(relation=relation) for shape in _parts(text, start, at, mark_behind(text, at), named=True))
    yield Shape(start, at, "year", "{y}", None, relation, via="relative_year")


# --------------------------------------------------------------------------------------------- plans and ages

@cache
def _plan_pattern() -> re.Pattern[str]:
    return regex(
        '(?:(")?(十[一二三四五六]五|[一二三四五六七八九十]五)(?(1)")|第([一二三四五六七八九十]{1,3})个五年(?=规划|计划))'
        "(?:规划|计划)?(?:期间|时期|期末|末|初期|以来)?"
    )


_TO_ROLE = regex("(?:实施|执行)?的?")
_PLAN_NAMES = ["一五", "二五", "三五", "四五", "五五", "六五", "七五", "八五", "九五", "十五", "十一五", "十二五", "十三五", "十四五", "十五五", "十六五"]


def _plan(text: str, start: int) -> Iterator[Shape]:
    """“十四五”期间, “十五五”开局之年: spans of five years and their first, middle and last years."""
    found = _plan_pattern().match(text, start)
    if not found:
        return
    quoted, name, nth = found.groups()
    number = _PLAN_NAMES.index(name) + 1 if name in _PLAN_NAMES else small_number(nth) if nth else 0
    tail = text[found.end(2 if name else 3) + bool(quoted) : found.end()]
    to_role = _TO_ROLE.match(text, found.end())
    role_at = to_role.end() if to_role else found.end()
    roles = words("zh/calendar/plan_roles")
    role = roles.starting(text, role_at)
    if not 1 <= number <= len(_PLAN_NAMES) or not (nth or quoted or tail or role or len(name) == 3):
        return
    first = 1948 + 5 * number if number < 3 else 1951 + 5 * number
    if role:
        yield Shape(start, role_at + len(role), "year", "{y}", first + int(roles.table[role]) - 1, via="plan_year")
    elif tail.endswith("末"):
        yield Shape(start, found.end(), "year", "{y}-end", first + 4, via="plan_end")
    else:
        yield Shape(start, found.end(), "period", f"{{y}}..{first + 4}", first, via="plan")


@cache
def _age_pattern() -> re.Pattern[str]:
    return regex(
        "(?:(1[5-9]|2[01]|十[五六七八九]|二十一?)世纪(?:末|初|中叶)?)?(?:([1-9]0|[一二三四五六七八九]十)年代(?:末|初|中期|后期)?)?"
    )


def _ages(text: str, start: int) -> Iterator[Shape]:
    """20世纪90年代 is 1990 to 1999; 90年代 alone and 19世纪末 name no exact years."""
    found = _age_pattern().match(text, start)
    if not found or found.end() == start:
        return
    century, decade = found.groups()
    exact = found.group()[-1] in "代纪"
    if century and exact:
        first = (small_number(century) - 1) * 100 + (small_number(decade) if decade else 1)
        yield Shape(start, found.end(), "period", f"{{y}}..{first + (9 if decade else 99)}", first, via="decade" if decade else "century")
    else:
        yield Shape(start, found.end(), "period", "", via="decade" if decade else "century")


_DECADE = regex(rf"({YEAR})年代")
_ERA_YEAR = regex("(?:元|[0-9]{1,4}|[零〇一二三四五六七八九十百]{1,5})年")
_SHORT_YEAR = regex("(?:0[0-9]|[零〇][一二三四五六七八九])年(?!代|[多余])")


def _eras(text: str, start: int) -> Iterator[Shape]:
    """1980年代; 公元前221年 and 民国二十六年, of no year of our count; 08年 and 零六年, which can be of this century only."""
    found = _DECADE.match(text, start)
    if found and small_number(found.group(1)) % 10 == 0:
        first = small_number(found.group(1))
        yield Shape(start, found.end(), "period", f"{{y}}..{first + 9}", first, via="decade")
    found = _ERA_YEAR.match(text, start)
    if found and words("zh/calendar/eras").ending(text, start):
        yield Shape(start, found.end(), "year", "", via="era")
    found = None if text[start - 1 : start].isdigit() else _SHORT_YEAR.match(text, start)
    if found:
        yield Shape(start, found.end(), "year", "{y}", 2000 + small_number(found.group()[1]), via="short_year")


_FISCAL = regex(rf"{YEAR}财年(?:第?[一二三四1-4]季度|[上下]半年)?")


def _fiscal(text: str, start: int) -> Iterator[Shape]:
    """2025财年: a time, but which months it has no text says."""
    found = _FISCAL.match(text, start)
    if found:
        yield Shape(start, found.end(), "period", "", via="fiscal_year")


_LUNAR_DAY = regex(rf"{MONTH}月(?:初?{DAY}日?)?")
_LUNAR_HEAD = regex("(?:农历|阴历|旧历|夏历)[^，。;0-9]{0,5}$")


def _lunar(text: str, start: int) -> Iterator[Shape]:
    """农历八月十五: a time, but of no solar date."""
    if _LUNAR_HEAD.search(text[max(0, start - 10) : start]):
        found = _LUNAR_DAY.match(text, start)
        if found:
            yield Shape(start, found.end(), "period", "", via="lunar")


def read_bare_day(text: str, start: int) -> Shape | None:
    """17日, 16日至17日 behind a date that names the month: `{m}` in the template stands for it."""
    found = _BARE_DAY.match(text, start)
    if not found or _SPAN_HEAD.search(text[max(0, start - 2) : start]):
        return None
    first, last, _ = found.groups()
    template = f"{{y}}-{{m}}-{small_number(first):02}" + (f"..{{y}}-{{m}}-{small_number(last):02}" if last else "")
    return Shape(start, found.end(), "date", template, via="bare_day")
