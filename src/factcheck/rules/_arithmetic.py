"""What figures come to: sums, growth and shares of intervals. None where a figure has no bounds to reckon with."""

from __future__ import annotations

from fractions import Fraction

from factcheck.interval import Interval

__all__ = ["growth", "middle", "positive", "power", "root", "share", "times"]

_HUNDRED = 100
_ONCE = Interval.point(Fraction(1))


def positive(interval: Interval | None) -> bool:
    """Whether it is an amount above nought with both ends, as a quotient needs."""
    return bool(interval and interval.low is not None and interval.low > 0 and interval.high is not None)


def times(now: Interval, base: Interval) -> Interval | None:
    """How many times the base."""
    return now.over(base) if positive(now) and positive(base) else None


def share(part: Interval, whole: Interval) -> Interval | None:
    """A part in percent of its whole."""
    found = times(part, whole)
    return found and found.scaled(_HUNDRED)


def growth(now: Interval, base: Interval) -> Interval | None:
    """The growth from a base in percent, negative where it fell."""
    found = share(now, base)
    return found and found.minus(Interval.point(Fraction(_HUNDRED)))


def middle(interval: Interval) -> Fraction | None:
    """The number in the middle."""
    return (interval.low + interval.high) / 2 if interval.low is not None and interval.high is not None else None


def power(rate: Interval, years: int) -> Interval | None:
    """How many times the base there is after so many years at a yearly rate in percent."""
    if rate.low is None or rate.high is None or rate.low <= -_HUNDRED:
        return None
    return rate.scaled(Fraction(1, _HUNDRED)).plus(_ONCE).power(years)


def root(ratio: Interval, years: int) -> Interval | None:
    """The yearly rate in percent that makes the base so many times as large: for showing."""
    return ratio.root(years).minus(_ONCE).scaled(_HUNDRED) if positive(ratio) else None
