"""One statistic of one area, year by year: all that was ever published of each year, so that no release can contradict what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce

from factcheck.interval import Interval
from factcheck.model import Evidence
from factcheck.period import Period
from factcheck.records import NamedTuple
from factcheck.reference.tracks import Track, current

__all__ = ["Year", "Yearly", "yearly"]


_OLD_MAKINGS = ("前口径", "发布时口径")
"""In the note of a figure: others of the series were made anew since."""


class Year(NamedTuple):
    """What the releases of a year allow all together, the one to quote, and whether any of them was out when the article appeared."""

    found: Interval
    evidence: Evidence
    known: bool = True

    def above(self, other: Interval) -> bool:
        """Whether it surely lies above, whichever release is taken."""
        low, high = self.found.low, other.high
        return low is not None and high is not None and (low > high or (low == high and (self.found.low_open or other.high_open)))

    def below(self, other: Interval) -> bool:
        """Whether it surely lies below."""
        return Year(other, self.evidence).above(self.found)

    def like(self, other: Year) -> bool:
        """Whether both are of one making: 四经普前口径 says that a census has changed the figures since."""
        return _making(self) == _making(other)


def _making(year: Year) -> str:
    return year.evidence.note if any(word in year.evidence.note for word in _OLD_MAKINGS) else ""


Yearly = Mapping[int, Year]


def yearly(track: Track, like: Period) -> Yearly:
    """The same part of every year as `like`: half years with half years, and of stocks what they were on that day."""
    same = (period for period in track.periods if period.year and _part(track, period) == _part(track, like))
    return {period.year: year for period in same if period.year and (year := _year(track, period))}


def _part(track: Track, period: Period) -> tuple[object, ...]:
    """Which part of its year it is. A rate of the end of a year is that of the year."""
    first, last = period.first, period.last
    ends = (last and last.month, last and last.day)
    if track.kind == "stock":
        return ends
    return (1, 1, *ends) if period.stock else (first and first.month, first and first.day, *ends)


def _year(track: Track, period: Period) -> Year | None:
    figures = track.figures(period)
    if not figures:
        return None
    shown = current(figures) or figures[-1]
    known = any(figure.standing != "later" for figure in figures)
    return Year(reduce(Interval.hull, (figure.evidence.found for figure in figures)), shown.evidence, known)
