"""Periods of time in the notation of the contract, from `2025` to `2026-06-16..2026-06-17`."""

from __future__ import annotations

from factcheck.patterns import regex
from factcheck.records import NamedTuple

__all__ = ["Day", "Period", "days_in", "weekday"]

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in(year: int, month: int) -> int:
    """How many days a month has. (The standard library's calendar would import datetime and locale: a quarter of Python's start.)"""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _DAYS[month - 1]


def weekday(day: Day) -> int:
    """The day of the week, Monday 1 to Sunday 7, by counting days since the Gregorian calendar's year 1, which began on a Monday."""
    before = day.year - 1
    elapsed = before * 365 + before // 4 - before // 100 + before // 400
    elapsed += sum(days_in(day.year, month) for month in range(1, day.month)) + day.day
    return (elapsed - 1) % 7 + 1


_DAY = regex(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NO_PERIOD = "no period: {!r} (write 2025, 2025H1, 2025Q1-Q3, 2025-04, 2025-04-15, 2022-end, 2021..2025)"


class Day(NamedTuple):
    """A day of the Gregorian calendar."""

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    @classmethod
    def parse(cls, text: str) -> Day:
        """Read `2026-06-18`; ValueError if there is no such day."""
        found = _DAY.fullmatch(text)
        if not found:
            raise ValueError(f"no date: {text!r} (write 2026-06-18)")
        day = cls(*map(int, found.groups()))
        if not (1 <= day.month <= 12 and 1 <= day.day <= days_in(day.year, day.month)):
            raise ValueError(f"there is no such day: {text}")
        return day


_PART = r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?"
_FORMS = (
    ("end", regex(_PART + "-end")),
    ("half", regex(r"([0-9]{4})H([12])")),
    ("quarters", regex(r"([0-9]{4})Q([1-4])(?:-Q([1-4]))?")),
    ("since", regex(_PART + r"\.\.")),
    ("span", regex(_PART + r"\.\." + _PART)),
    ("part", regex(_PART)),
    ("yearless", regex(r"--([0-9]{2})(?:-([0-9]{2}))?(?:-end)?")),
)


class Period(NamedTuple):
    """A stretch of time: its notation, its first and last day, and whether a stock is meant (`…-end`).

    `last` is None for an open period (`2025..`); both are None where the text gives no year (`--08-13`, `--01-end`).
    """

    text: str
    first: Day | None
    last: Day | None
    stock: bool = False

    def __str__(self) -> str:
        return self.text

    @property
    def year(self) -> int | None:
        """The one year in which all of it lies, if there is one."""
        if self.first and self.last and self.first.year == self.last.year:
            return self.first.year
        return None

    @property
    def is_year(self) -> bool:
        """Whether it is one whole calendar year."""
        return len(self.text) == 4

    def onwards(self) -> Period:
        """From its first day with no end: 2025 is `2025..`, 2025H2 is `2025-07..`. One without a year stays as it is."""
        if self.first is None:
            return self
        plain = not set("HQ") & set(self.text)
        return Period.parse(f"{self.text}.." if plain else f"{self.first.year:04}-{self.first.month:02}..")

    def in_year(self, year: int) -> Period | None:
        """The same part of another year, none where that has no such day."""
        return Period.possible("..".join(f"{year:04}{part[4:]}" for part in self.text.split("..")))

    @classmethod
    def of_year(cls, year: int) -> Period:
        """The calendar year."""
        return cls(f"{year:04}", Day(year, 1, 1), Day(year, 12, 31))

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read the contract's notation; ValueError where it is none or names no possible time."""
        for form, pattern in _FORMS:
            found = pattern.fullmatch(text)
            if found:
                first, last = _ends(form, [int(g) if g else None for g in found.groups()])
                if first and last and first > last:
                    raise ValueError(f"the period ends before it starts: {text}")
                return cls(text, first, last, text.endswith("-end"))
        raise ValueError(_NO_PERIOD.format(text))

    @classmethod
    def possible(cls, text: str) -> Period | None:
        """Of a notation that was put together or counted: None where there is no such time, as 29 February of most years or a year before 1."""
        try:
            return cls.parse(text)
        except ValueError:
            return None


def _ends(form: str, parts: list[int | None]) -> tuple[Day | None, Day | None]:
    """First and last day of a form's parts."""
    year = parts[0] or 0
    if form == "yearless":
        return None, None
    if form == "half":
        return (_first(year, 1), _last(year, 6)) if parts[1] == 1 else (_first(year, 7), _last(year, 12))
    if form == "quarters":
        first, last = parts[1] or 1, parts[2] or parts[1] or 1
        if first > last:
            raise ValueError(f"quarters in the wrong order: {first} to {last}")
        return _first(year, 3 * first - 2), _last(year, 3 * last)
    if form == "span":
        return _first(*parts[:3]), _last(*parts[3:])
    if form == "since":
        return _first(*parts), None
    if form == "end":
        return _last(*parts), _last(*parts)
    return _first(*parts), _last(*parts)


def _first(year: int | None, month: int | None = None, day: int | None = None) -> Day:
    return _valid(year or 0, month or 1, day or 1)


def _last(year: int | None, month: int | None = None, day: int | None = None) -> Day:
    if day:
        return _valid(year or 0, month or 1, day)
    _valid(year or 0, month or 12, 1)
    return Day(year or 0, month or 12, days_in(year or 1, month or 12))


def _valid(year: int, month: int, day: int) -> Day:
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= days_in(year, month)):
        raise ValueError(f"there is no such day: {year:04}-{month:02}-{day:02}")
    return Day(year, month, day)
