"""Days and periods: an independent calendar agrees."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from factcheck.period import Day, days_in, weekday


@given(st.dates())
def test_days_of_the_week_and_lengths_of_months_are_those_of_the_calendar(date: dt.date) -> None:
    """The standard library's calendar, which is not imported at run time, says the same of every day."""
    assert weekday(Day(date.year, date.month, date.day)) == date.isoweekday()
    assert date.day <= days_in(date.year, date.month)
    assert (date.month, days_in(date.year, date.month)) != (2, 30)
