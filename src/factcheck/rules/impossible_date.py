"""没有这一天 / There is no such day.

公历的二月没有30日，四、六、九、十一月没有31日，平年的二月没有29日。农历的日子不查。
February has no 30th day, April, June, September and November have no 31st, and only leap years have 29 February.

错：招生工作于4月31日截止。
错：2026年2月29日，项目开工。
对：招生工作于4月30日截止。
对：2024年2月29日，项目开工。
对：去年2月29日前后，当地下了一场雪。
wrong: The fair closed on 31 June.
wrong: The bridge opened on February 29, 2025.
right: The fair closed on 30 June.
right: The bridge opened on February 29, 2024.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Facts, Mention, Problem, Span, Text
from factcheck.patterns import regex
from factcheck.period import days_in
from factcheck.records import NamedTuple
from factcheck.rules._facts import plain
from factcheck.rules._premises import stated
from factcheck.rules._words import table

__all__ = ["check"]

RESTS_ON = ("calendar",)

_DAY = regex(r"(?:([12][0-9]{3})年 ?)?(1[0-2]|[1-9])月 ?([0-9]{1,2})[日号]")
_EN_DAY = regex(r"(?:([0-9]{1,2})(?:st|nd|rd|th)? )?([A-Z][a-z]+)\.? (?:([0-9]{1,2})(?:st|nd|rd|th)?)?(?:,? ?([12][0-9]{3}))?")
_LEAP = 2024


class Named(NamedTuple):
    """A day as named, which may not exist."""

    year: int | None
    month: int
    day: int
    span: Span

    @property
    def last(self) -> int:
        """The last day of the month; in a year that nobody names February may have 29."""
        return days_in(self.year or _LEAP, self.month)


def check(facts: Facts) -> Iterator[Problem]:
    """Every date that the calendar doesn't have."""
    for mention in facts.reading.mentions:
        if mention.kind == "date":
            yield from (_problem(facts, day) for day in _days(mention) if not 1 <= day.day <= day.last)


def _days(mention: Mention) -> Iterator[Named]:
    surface, start = plain(mention.surface), mention.span.start
    for found in _DAY.finditer(surface):
        year, month, day = found.groups()
        yield Named(int(year) if year else None, int(month), int(day), Span(start + found.start(), start + found.end()))
    english = _EN_DAY.fullmatch(surface + " " if surface[-1:].isalpha() else surface)
    if english:
        first, name, second, year = english.groups()
        month = table("en/months").get(name[:3].lower())
        if month and (first or second):
            yield Named(int(year) if year else None, int(month), int(first or second), mention.span)


def _problem(facts: Facts, day: Named) -> Problem:
    surface = facts.text(day.span)
    when = f"{day.year}年{day.month}月" if day.year else f"{day.month}月"
    en_when = f"month {day.month} of {day.year}" if day.year else f"month {day.month}"
    said = Text(f"没有{surface}这一天：{when}只有{day.last}天", f"there is no {surface}: {en_when} has {day.last} days")
    return Problem("error", day.span, said, premises=(stated("calendar"),))
