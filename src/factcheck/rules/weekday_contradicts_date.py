"""星期与日期不合 / The day of the week does not fit the date.

2026年6月16日是星期二，不会是星期三。日期和星期总有一个写错了，是哪一个要问作者，所以两种改法都列出。文中没有写年份的，
按稿件自己的日期取最近的那一天；稿件没有日期的，不查。
16 June 2026 is a Tuesday and no Wednesday. Either may be the slip, so both corrections are shown. A date without a year is the one
nearest to the article's own date; where the article has none, nothing is said.

错：定于2026年6月16日（星期三）上午9时召开。
错：6月16日（周三），首届茶产业大会开幕。〔published=2026-06-18〕
错：大会将于2026年6月16日至17日（周三至周四）举行。
对：定于2026年6月16日（星期二）上午9时召开。
对：12月31日（周三），跨年活动举行。〔published=2026-01-05〕
对：6月16日（周三），首届茶产业大会开幕。
对：大会将于2026年6月16日至17日（周二至周三）举行。
wrong: The fair opens on Wednesday, 16 June 2026.
wrong: The fair opened on June 16 (Monday). 〔published=2026-06-18〕
right: The next meeting will be held on Tuesday-Wednesday, January 29-30, 2008, and the fair from Monday to Thursday (13 to 16 October 2025).
right: The fair opens on Tuesday, 16 June 2026.
right: The fair opens on Wednesday, 16 June.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Facts, Mention, Problem, Severity, Span, Stated, Text
from factcheck.patterns import regex
from factcheck.period import Day, Period, days_in, weekday
from factcheck.records import NamedTuple
from factcheck.rules._premises import given, stated
from factcheck.rules._words import table

__all__ = ["check"]

RESTS_ON = ("calendar", "year_known")

_NAME = "((?:星期|礼拜|周)[一二三四五六日天])"
_BEHIND = regex(rf" ?(?:[（(] ?{_NAME}(?: ?(?:至|到|—|-|~) ?{_NAME})? ?[）)]|{_NAME}(?=[上下晚早凌，,）)]))")
_BEFORE = regex(rf"{_NAME}[（(]$")
_EN_BEHIND = regex(r" \(([A-Z][a-z]{2,6}day)\)")
_EN_BEFORE = regex(r"\b([A-Z][a-z]{2,6}day)(?:,? | \()$")
_EN_JOINED = regex(r"\b([A-Z][a-z]{2,6}day) ?(?:[-–—/]| to | through | and | or |, ) ?$")
"""Tuesday-Wednesday, January 29-30: two days of the week before a date that reaches from one to the other."""
_REACH = 32
_YEAR = regex("[0-9]{4}")
_FULL = regex("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HALF_A_YEAR = 183
_NEAR_DAYS, _SOON, _YEARS_BACK, _SEVERAL = 60, 7, 3, 3
"""A day that is nearer to the article's own is of this year; a caption or a report of one further off may be of one of the years before."""

_CHOICE = regex(r" ?(?:或者?|、|及|和|与|/|or |and )(?:[0-9]{1,2}月)?[0-9]{1,2}[日号]?")
_CHOICE_BEFORE = regex("(?:或者?|、|和|与|or |and )(?:星期|礼拜|周)?[一二三四五六日天]?[A-Za-z]*[（(]?$")
"""周四或周五（2月9日或10日）: of several dates and days nobody knows which belong together."""


class Pair(NamedTuple):
    """A date of the text and the day of the week beside it."""

    mention: Mention
    day: Day
    said: int
    span: Span
    severity: Severity


def check(facts: Facts) -> Iterator[Problem]:
    """Each date with a day of the week right behind or before it, unless all that don't fit are of one earlier year."""
    dates = [mention for mention in facts.reading.mentions if mention.kind == "date" and mention.period]
    wrong = [pair for mention in dates for pair in _pairs(facts, mention) if weekday(pair.day) != pair.said]
    if not _all_of_an_earlier_year(wrong):
        yield from (_problem(pair) for pair in wrong if not _elsewhen(facts, pair))


def _all_of_an_earlier_year(wrong: Sequence[Pair]) -> bool:
    """Whether several days that leave out their year fit in one that has passed: the captions of an old gallery."""
    open_ = [pair for pair in wrong if not _YEAR.search(pair.mention.surface)]
    if len(open_) < _SEVERAL or len(open_) < len(wrong):
        return False
    return any(all(_fits(pair, back) for pair in open_) for back in range(1, _YEARS_BACK + 1))


def _fits(pair: Pair, back: int) -> bool:
    """Whether a day fits so many years back; one that is gone by within the article's own year, one year further."""
    leap = (pair.day.month, pair.day.day) == (2, 29)
    return not leap and pair.said in {weekday(pair.day._replace(year=pair.day.year - years)) for years in (back - 1, back, back + 1) if years}


def _pairs(facts: Facts, mention: Mention) -> Iterator[Pair]:
    """The first and the last day of a date with what is said of them."""
    ends = _days(facts, mention)
    sure = bool(_YEAR.search(mention.surface)) or isinstance(facts.reading.context.published, Stated)
    for day, (span, said) in zip(ends, _names(facts, mention), strict=False):
        yield Pair(mention, day, said, span, "error" if sure and "bare_day" not in mention.via else "warning")


def _elsewhen(facts: Facts, pair: Pair) -> bool:
    """Whether a date that leaves out its year, or its month, fits in another one: a caption of years ago, the day of this month."""
    published = facts.reading.context.published.value
    if _YEAR.search(pair.mention.surface) or published is None or published.first is None:
        return False
    day, own = pair.day, published.first
    if "bare_day" in pair.mention.via:
        return any(weekday(other) == pair.said for other in _of_months_about(own, day.day))
    apart = _days_apart(day, own)
    ahead = apart > _SOON and pair.mention.surface.isascii()  # the caption of an old picture, rather than an event to come
    if (-_NEAR_DAYS <= apart <= _NEAR_DAYS and not ahead) or (day.month, day.day) == (2, 29):
        return False
    return any(weekday(day._replace(year=day.year - back)) == pair.said for back in range(1, _YEARS_BACK + 1))


def _of_months_about(own: Day, number: int) -> Iterator[Day]:
    """A day of that number in the article's month, the one before and the one after."""
    for month in (own.month - 1, own.month, own.month + 1):
        year, place = own.year + (month - 1) // 12, (month - 1) % 12 + 1
        if number <= days_in(year, place):
            yield Day(year, place, number)


def _days_apart(one: Day, other: Day) -> int:
    return (one.year - other.year) * 365 + (one.month - other.month) * 30 + one.day - other.day


def _names(facts: Facts, mention: Mention) -> Iterator[tuple[Span, int]]:
    """Where days of the week are named beside a date, and which they are."""
    text = facts.reading.article.text
    head = text[max(0, mention.span.start - _REACH) : mention.span.start]
    offset = mention.span.start - len(head)
    if _CHOICE.match(text, mention.span.end) or _CHOICE_BEFORE.search(head):
        return
    behind = _BEHIND.match(text, mention.span.end) or _EN_BEHIND.match(text, mention.span.end)
    if behind:
        groups = [number for number in range(1, (behind.lastindex or 0) + 1) if behind.group(number)]
        yield from ((Span(*behind.span(group)), number) for group in groups if (number := _number(behind.group(group))))
        return
    before = _BEFORE.search(head) or _EN_BEFORE.search(head)
    number = _number(before.group(1)) if before else None
    joined = _EN_JOINED.search(head, 0, before.start(1)) if before else None
    if before and joined:
        first = _number(joined.group(1))
        if first and number and mention.period and mention.period.first != mention.period.last:
            yield Span(offset + joined.start(1), offset + joined.end(1)), first
            yield Span(offset + before.start(1), offset + before.end(1)), number
    elif before and number:
        yield Span(offset + before.start(1), offset + before.end(1)), number


def _number(name: str) -> int | None:
    """Monday is 1; None for what only looks like a day of the week."""
    found = table("zh/weekdays").get(name[-1]) or table("en/weekdays").get(name.lower())
    return int(found) if found else None


def _days(facts: Facts, mention: Mention) -> tuple[Day, ...]:
    """The first and last day of a date, in the year that the text gives, or else in the one nearest to the article's own date."""
    if mention.period is None or mention.period.first is None or mention.period.last is None:
        return ()
    first, last = mention.period.first, mention.period.last
    if not all(_FULL.fullmatch(part) for part in mention.period.text.split("..")):
        return ()
    shift = 0 if _YEAR.search(mention.surface) else _nearest(facts.reading.context.published.value, first)
    if shift is None:
        return ()
    days = (first,) if first == last else (first, last)
    return tuple(day._replace(year=day.year + shift) for day in days if day.day <= days_in(day.year + shift, day.month))


def _nearest(published: Period | None, day: Day) -> int | None:
    """How many years to move a day so that it lies within half a year of the article's date; 0 where that has only a year."""
    if published is None or published.first is None:
        return None
    if published.is_year:
        return published.first.year - day.year
    own = published.first
    distance = {year: abs((year - own.year) * 365 + (day.month - own.month) * 30 + day.day - own.day) for year in range(own.year - 1, own.year + 2)}
    best = min(distance, key=lambda year: distance[year])
    return best - day.year if distance[best] <= _HALF_A_YEAR else None


def _problem(pair: Pair) -> Problem:
    """Both ways to mend it: the day of the week of the date, and the date of that day of the week."""
    right, other = weekday(pair.day), _same_week(pair.day, pair.said)
    zh = f"{_written(pair.day)}是星期{_name(right, 'zh')}，星期{_name(pair.said, 'zh')}是{_written(other)}：日期与星期必有一误"
    en = f"{pair.day} is a {_name(right, 'en')}, {_name(pair.said, 'en')} is {other}: the date or the day of the week is wrong"
    expected = f"{_name(right, 'en')} / {other}" if pair.mention.surface.isascii() else f"星期{_name(right, 'zh')} / {other.month}月{other.day}日"
    year = given("year_known", "年份由上下文推得", "the year follows from the context", holds=pair.severity == "error")
    return Problem(pair.severity, pair.span, Text(zh, en), (pair.mention.span,), expected=expected, premises=(stated("calendar"), year))


def _written(day: Day) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _name(number: int, lang: str) -> str:
    """What a language calls a day of the week."""
    return next(name for name, value in table(f"{lang}/weekdays").items() if int(value) == number).capitalize()


def _same_week(day: Day, wanted: int) -> Day:
    """The day nearest to a date that has the wanted day of the week."""
    for step in (1, -1, 2, -2, 3, -3):
        moved = _moved(day, step)
        if weekday(moved) == wanted:
            return moved
    return day


def _moved(day: Day, step: int) -> Day:
    """A day some few days later or earlier."""
    at = day.day + step
    if at > days_in(day.year, day.month):
        year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
        return Day(year, month, at - days_in(day.year, day.month))
    if at < 1:
        year, month = (day.year - 1, 12) if day.month == 1 else (day.year, day.month - 1)
        return Day(year, month, at + days_in(year, month))
    return day._replace(day=at)
