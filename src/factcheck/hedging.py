"""What a figure as written says, as two intervals: D, what its wording guarantees, and P, what a reader takes from it.

The comparison is that of XBRL Calculations 1.1. `ulp` is the place of the last written digit, `step` that of the last digit
that is not zero: 3000 has ulp 1 and step 1000. A number with step > ulp is round.
"""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from factcheck.interval import Interval
from factcheck.model import Hedge

__all__ = ["Bounds", "bounds", "coarse", "places"]

Bounds = tuple[Interval, Interval]
"""D and P."""

_COARSE_CAP = Fraction(5, 100)
_APPROX_ROUND, _APPROX_PRECISE, _APPROX_CAP = Fraction(5, 100), Fraction(2, 100), Fraction(10, 100)
_NEAR_GUARANTEED, _NEAR_TYPICAL = Fraction(10, 100), Fraction(5, 100)


def bounds(value: Fraction, ulp: Fraction, step: Fraction, hedge: Hedge) -> Bounds:
    """D and P of a figure under its hedge, in the figure's own unit."""
    match hedge:
        case "none":
            return _same(_rounded(value, ulp))
        case "approx":
            reach = _approx_reach(abs(value), ulp, step)
            return Interval.around(value, reach), Interval.around(value, reach / 2)
        case "gt":
            return Interval(value, None, low_open=True), Interval(value, value + step, high_open=True)
        case "ge":
            return _same(Interval(value, None))
        case "lt":
            typical = Interval(value - _step_below(value, step), value, high_open=True)
            return Interval(_floor(value), value, high_open=True), typical
        case "le":
            return _same(Interval(_floor(value), value))
        case "near_below":
            reach = min(abs(value) * _NEAR_TYPICAL, _step_below(value, step))
            guaranteed = Interval(value - abs(value) * _NEAR_GUARANTEED, value)
            return guaranteed, Interval(value - reach, value, high_open=True)
        case _:
            assert_never(hedge)


def _rounded(value: Fraction, ulp: Fraction) -> Interval:
    """Half an ulp to either side, in two divisions instead of three operations on fractions: most figures of a text have no hedge."""
    above, below, part, parts = value.numerator, value.denominator, ulp.numerator, ulp.denominator
    middle, reach, whole = 2 * above * parts, part * below, 2 * below * parts
    return Interval(Fraction(middle - reach, whole), Fraction(middle + reach, whole))


def places(digits: str) -> tuple[Fraction, Fraction, Fraction]:
    """Value, ulp and step of a decimal as written, without thousands' commas: 145.80 has ulp 1/100 and step 1/10."""
    whole, _, decimals = digits.lstrip("+-").partition(".")
    ulp = Fraction(1, 10 ** len(decimals))
    zeros = len(whole + decimals) - len((whole + decimals).rstrip("0"))
    value = Fraction(digits)
    return value, ulp, ulp * 10**zeros if value else ulp


def coarse(value: Fraction, step: Fraction) -> Interval:
    """What a bare round figure may stand for: half a step either way, but at most 5 percent (80亿 is 76亿 to 84亿)."""
    return Interval.around(value, min(step / 2, abs(value) * _COARSE_CAP))


def _same(interval: Interval) -> Bounds:
    """D and P are the same where the wording leaves nothing to take."""
    return interval, interval


def _approx_reach(size: Fraction, ulp: Fraction, step: Fraction) -> Fraction:
    """How far 约 reaches: about a round number further than about a precise one, and never further than a tenth of it: 约1万 is no 1.4万."""
    reach = max(step / 2, size * _APPROX_ROUND) if step > ulp else max(ulp, size * _APPROX_PRECISE)
    return min(reach, size * _APPROX_CAP) if size else reach


def _step_below(value: Fraction, step: Fraction) -> Fraction:
    """The step on the way down: below 1000 the next figure that one would name is 900, not 0."""
    return step / 10 if abs(value) == step else step


def _floor(value: Fraction) -> Fraction | None:
    """不到 n starts at nothing; below a figure under zero there is no such floor."""
    return Fraction(0) if value > 0 else None
