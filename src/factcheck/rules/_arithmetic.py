"""What figures come to: sums, growth and shares of intervals. None where a figure has no bounds to reckon with."""

from __future__ import annotations

from fractions import Fraction

from factcheck.interval import Interval

__all__ = ["growth", "positive", "share"]

_HUNDRED = 100


def positive(interval: Interval | None) -> bool:
    """Whether it is an amount above nought with both ends, as a quotient needs."""
    return bool(interval and interval.low is not None and interval.low > 0 and interval.high is not None)


def share(part: Interval, whole: Interval) -> Interval | None:
    """A part in percent of its whole."""
    return part.over(whole).scaled(_HUNDRED) if positive(part) and positive(whole) else None


def growth(now: Interval, base: Interval) -> Interval | None:
    """The growth from a base in percent, negative where it fell."""
    found = share(now, base)
    return found and found.minus(Interval.point(Fraction(_HUNDRED)))
