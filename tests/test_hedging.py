"""Every hedge as two intervals: D, what the wording guarantees, and P, what a reader takes from it."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.hedging import bounds, coarse, places
from factcheck.interval import Interval
from factcheck.model import Hedge

HEDGES: tuple[Hedge, ...] = ("none", "approx", "gt", "ge", "lt", "le", "near_below")
DIGITS = st.from_regex(r"[1-9][0-9]{0,6}(\.[0-9]{1,3})?", fullmatch=True)


def interval(text: str) -> Interval:
    """Read `[79.5, 80.5)` or `(80, ∞)`."""
    found = re.fullmatch(r"([\[(])([\d.]+), ([\d.]+|∞)([\])])", text)
    assert found, text
    low, high = Fraction(found[2]), None if found[3] == "∞" else Fraction(found[3])
    return Interval(low, high, found[1] == "(", found[4] == ")" and high is not None)


@pytest.mark.parametrize(
    ("digits", "hedge", "guaranteed", "typical"),
    [
        ("80", "none", "[79.5, 80.5]", "[79.5, 80.5]"),
        ("80.0", "none", "[79.95, 80.05]", "[79.95, 80.05]"),
        ("3000", "none", "[2999.5, 3000.5]", "[2999.5, 3000.5]"),
        ("80", "gt", "(80, ∞)", "[80, 90)"),
        ("14.58", "gt", "(14.58, ∞)", "[14.58, 14.59)"),
        ("1", "gt", "(1, ∞)", "[1, 2)"),
        ("80", "ge", "[80, ∞)", "[80, ∞)"),
        ("80", "lt", "[0, 80)", "[70, 80)"),
        ("100", "lt", "[0, 100)", "[90, 100)"),
        ("2", "lt", "[0, 2)", "[1, 2)"),
        ("80", "le", "[0, 80]", "[0, 80]"),
        ("80", "near_below", "[72, 80]", "[76, 80)"),
        ("100", "near_below", "[90, 100]", "[95, 100)"),
        ("15", "near_below", "[13.5, 15]", "[14.25, 15)"),
        ("392", "near_below", "[352.8, 392]", "[391, 392)"),
        ("80", "approx", "[75, 85]", "[77.5, 82.5]"),
        ("20", "approx", "[18, 22]", "[19, 21]"),
        ("300", "approx", "[270, 330]", "[285, 315]"),
        ("33.3", "approx", "[32.634, 33.966]", "[32.967, 33.633]"),
        ("3", "approx", "[2.7, 3.3]", "[2.85, 3.15]"),
        ("1", "approx", "[0.9, 1.1]", "[0.95, 1.05]"),
        ("12", "approx", "[11, 13]", "[11.5, 12.5]"),
        ("1.2", "approx", "[1.1, 1.3]", "[1.15, 1.25]"),
    ],
)
def test_a_hedge_is_two_intervals(digits: str, hedge: Hedge, guaranteed: str, typical: str) -> None:
    """The table of the comparison rule, row by row; 1 as the first digit makes the step down a tenth."""
    assert bounds(*places(digits), hedge) == (interval(guaranteed), interval(typical))


@pytest.mark.parametrize(
    ("digits", "expected"), [("80", "[76, 84]"), ("3000", "[2850, 3150]"), ("1000", "[950, 1050]"), ("1230", "[1225, 1235]")]
)
def test_a_round_number_is_coarse(digits: str, expected: str) -> None:
    """Half a step either way, but never more than five percent."""
    value, _, step = places(digits)
    assert coarse(value, step) == interval(expected)


@pytest.mark.parametrize(
    ("digits", "ulp", "step"), [("80", "1", "10"), ("145.80", "1/100", "1/10"), ("3000", "1", "1000"), ("0.50", "1/100", "1/10"), ("0", "1", "1")]
)
def test_noughts_count(digits: str, ulp: str, step: str) -> None:
    """A nought behind the point is a place that was written; one before it only makes the number round."""
    assert places(digits) == (Fraction(digits), Fraction(ulp), Fraction(step))


@given(digits=DIGITS, hedge=st.sampled_from(HEDGES))
def test_a_reader_takes_no_more_than_is_guaranteed(digits: str, hedge: Hedge) -> None:
    """P lies in the closure of D, and neither is ever empty."""
    guaranteed, typical = bounds(*places(digits), hedge)
    assert not guaranteed.empty()
    assert not typical.empty()
    assert typical.within(guaranteed._replace(low_open=False))


@given(digits=DIGITS, hedge=st.sampled_from(HEDGES), factor=st.sampled_from([1, 10, 10**4, 10**8, 10**12]))
def test_a_scale_word_changes_nothing(digits: str, hedge: Hedge, factor: int) -> None:
    """Bounds of the scaled number are the scaled bounds: 14.58万亿 is no other figure than 145800亿 to its last digit."""
    value, ulp, step = places(digits)
    scaled = tuple(each.scaled(factor) for each in bounds(value, ulp, step, hedge))
    assert bounds(value * factor, ulp * factor, step * factor, hedge) == scaled


@given(digits=DIGITS)
def test_under_zero_below_has_no_floor(digits: str) -> None:
    """不到 n starts at nothing for amounts; a negative figure can always be lower."""
    value, ulp, step = places(digits)
    assert bounds(-value, ulp, step, "lt")[0] == Interval(None, -value, high_open=True)
    assert not bounds(-value, ulp, step, "near_below")[0].empty()


@given(digits=DIGITS)
def test_about_reaches_a_tenth_at_most(digits: str) -> None:
    """约 n is within ten percent of n, and reaches at least two; what a reader takes is half of that."""
    value, ulp, step = places(digits)
    guaranteed, typical = bounds(value, ulp, step, "approx")
    reach = (guaranteed.high or 0) - value
    assert value / 50 <= reach <= value / 10
    assert guaranteed == Interval.around(value, reach)
    assert typical == Interval.around(value, reach / 2)
    if step == ulp and ulp <= value / 50:
        assert reach == value / 50


@given(digits=DIGITS, hedge=st.sampled_from(HEDGES))
def test_the_table_row_by_row(digits: str, hedge: Hedge) -> None:
    """The rows of the comparison rule, written out once more from the table."""
    n, ulp, step = places(digits)
    down = step / 10 if n == step else step
    round_ = step > ulp
    about = min(max(step / 2, n / 20) if round_ else max(ulp, n / 50), n / 10)
    table = {
        "none": (Interval(n - ulp / 2, n + ulp / 2),) * 2,
        "gt": (Interval(n, None, low_open=True), Interval(n, n + step, high_open=True)),
        "ge": (Interval(n, None),) * 2,
        "le": (Interval(Fraction(0), n),) * 2,
        "near_below": (Interval(n * 9 / 10, n), Interval(max(n * 19 / 20, n - down), n, high_open=True)),
        "lt": (Interval(Fraction(0), n, high_open=True), Interval(n - down, n, high_open=True)),
        "approx": (Interval(n - about, n + about), Interval(n - about / 2, n + about / 2)),
    }
    assert bounds(n, ulp, step, hedge) == table[hedge]
