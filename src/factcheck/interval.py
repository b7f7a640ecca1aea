"""Exact intervals: what a number as written allows, closed or open at either end."""

from __future__ import annotations

from fractions import Fraction

from factcheck.records import NamedTuple

__all__ = ["ANYTHING", "Interval"]


class Interval(NamedTuple):
    """All numbers between two ends; `None` is an unbounded end.

    The comparison is that of XBRL Calculations 1.1: two figures conflict if and only if their intervals do not meet.
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: Fraction) -> Interval:
        """The interval that holds `value` alone."""
        return cls(value, value)

    @classmethod
    def around(cls, value: Fraction, reach: Fraction) -> Interval:
        """`value` ± `reach`, closed: half-up and half-to-even rounding both pass."""
        return cls(value - reach, value + reach)

    def empty(self) -> bool:
        """Whether no number lies between the ends."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def meet(self, other: Interval) -> Interval:
        """The numbers in both; may be empty."""
        low, low_open = max(
            (self.low, self.low_open), (other.low, other.low_open), key=lambda end: (end[0] is not None, end[0] or 0, end[1])
        )
        high, high_open = min(
            (self.high, self.high_open), (other.high, other.high_open), key=lambda end: (end[0] is None, end[0] or 0, not end[1])
        )
        return Interval(low, high, low_open, high_open)

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return not self.meet(other).empty()

    def overlaps(self, other: Interval) -> bool:
        """Whether they have more in common than an end at which they touch; a single number touches nothing, it lies in the other or not."""
        shared = self.meet(other)
        return not shared.empty() and (shared.low is None or shared.low != shared.high or shared in {self, other})

    def within(self, other: Interval) -> bool:
        """Whether every number here lies in `other` too."""
        return self.meet(other) == self

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        low, low_open = min(
            (self.low, self.low_open), (other.low, other.low_open), key=lambda end: (end[0] is not None, end[0] or 0, end[1])
        )
        high, high_open = max(
            (self.high, self.high_open), (other.high, other.high_open), key=lambda end: (end[0] is None, end[0] or 0, not end[1])
        )
        return Interval(low, high, low_open, high_open)

    def scaled(self, factor: Fraction | int) -> Interval:
        """Every number times a positive `factor`, as for a change of unit."""
        return self._replace(
            low=None if self.low is None else self.low * factor, high=None if self.high is None else self.high * factor
        )

    def plus(self, other: Interval) -> Interval:
        """Sums of a number of each."""
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def negated(self) -> Interval:
        """Every number with its sign turned."""
        return Interval(
            None if self.high is None else -self.high, None if self.low is None else -self.low, self.high_open, self.low_open
        )

    def minus(self, other: Interval) -> Interval:
        """Differences of a number of each."""
        return self.plus(other.negated())

    def by(self, other: Interval) -> Interval:
        """Products, for two intervals of numbers not below nought."""
        return Interval(
            None if self.low is None or other.low is None else self.low * other.low,
            None if self.high is None or other.high is None else self.high * other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def over(self, other: Interval) -> Interval:
        """Quotients, for two intervals of positive numbers: [low/high, high/low]."""
        if self.low is None or self.low < 0 or other.low is None or other.low <= 0:
            msg = "a quotient needs intervals of positive numbers"
            raise ValueError(msg)
        return Interval(
            Fraction(0) if other.high is None else self.low / other.high,
            None if self.high is None else self.high / other.low,
            self.low_open or other.high_open,
            self.high_open or other.low_open,
        )

    def power(self, exponent: int) -> Interval:
        """The `exponent`th powers, for an interval of numbers not below nought."""
        low, high = (None if end is None else end**exponent for end in (self.low, self.high))
        return Interval(low, high, self.low_open, self.high_open)

    def root(self, degree: int) -> Interval:
        """The smallest interval of billionths that holds every `degree`th root, for an interval of numbers not below nought."""
        low = None if self.low is None else _root(self.low, degree)
        high = None if self.high is None else _root(self.high, degree)
        if high is not None and high**degree != self.high:
            high += _FINE
        return Interval(low, high, self.low_open, self.high_open)


def _root(value: Fraction, degree: int) -> Fraction:
    """The root, rounded down to billionths: by halving, and in fractions, so that it is surely no more and surely near."""
    low, high = 0, _FINE.denominator
    target = value * _FINE.denominator**degree
    while high**degree <= target:
        high *= 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**degree <= target else (low, middle)
    return low * _FINE


_FINE = Fraction(1, 10**9)
ANYTHING = Interval(None, None, True, True)
