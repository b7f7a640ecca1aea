"""Growth over several years against the set: from a named year, over a span, and on average a year."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.interval import Interval
from factcheck.model import Claim, Compatible, Match, Mismatch, Slip, Unchecked
from judging import claim, judged, reference, said

ROWS = """
sales 甲省 2015 80.0 final 2026-02
sales 甲省 2019 95.0 final 2026-02
sales 甲省 2020 100.0 final 2026-02
sales 甲省 2025 161.1 final 2026-02
sales 乙省 2020 100.0 final 2021-02
sales 乙省 2025 161.1 final 2026-02
sales 丁省 2020 100.0 final 2024-02
sales 丁省 2025 161.1 final 2026-02
people 甲省 2020 500.0 final 2026-02
people 甲省 2025 525.0 final 2026-02
urban 甲省 2020 60.0 final 2026-02
urban 甲省 2025 65.0 final 2026-02
exports 甲省 2020 50.0 final 2026-02
exports 甲省 2025 100.0 final 2026-02
output 甲省 2020 1000.0 final 2026-02
output 甲省 2025 1800.0 final 2026-02
output 丙省 2020 1000.0 final 2026-02
output 丙省 2025 1800.0 final 2026-02
output_growth 甲省 2021 8.0 final 2026-02
output_growth 甲省 2022 3.0 final 2026-02
output_growth 甲省 2023 5.0 final 2026-02
output_growth 甲省 2024 5.0 final 2026-02
output_growth 甲省 2025 -1.0 final 2026-02
output_index 乙省 2010 200.0 final 2026-02
output_index 乙省 2020 400.0 final 2026-02
output_growth 乙省 2021 10.0 final 2026-02
"""
KNOWN = reference(ROWS)
UP: dict[str, Any] = {"statement": "growth", "direction": "up"}
YEARLY: dict[str, Any] = {**UP, "basis": ("annual_average",)}
SALES: dict[str, Any] = {"name": "sales", **UP}


def case(figure: str, expected: str, *more: dict[str, Any], **last: Any) -> Any:
    """One row of a table."""
    named = {key: value for part in (*more, last) for key, value in part.items()}
    return pytest.param(figure, expected, named, id=f"{figure} {' '.join(f'{k}={v}' for k, v in named.items())}: {expected}")


@pytest.mark.parametrize(
    ("figure", "expected", "more"),
    [
        # since a named year, by levels
        case("61%", "match", SALES, base="2020"),
        case("101.4%", "compatible", SALES, base="2015"),
        case("69.6%", "mismatch", SALES, base="2020"),
        case("61%", "match", SALES, base="2020", period=None),
        case("95.3%", "no_period", SALES, base="2020", period=None),
        case("61.1%", "no_reference", SALES, base="2018"),
        case("61.1%", "no_reference", SALES, base="2020", basis=("real",)),
        case("61.1%", "not_comparable", SALES, base="2020", basis=("year_on_year",)),
        case("61%", "match", SALES, base="2020", area="乙省"),
        case("62.5%", "not_comparable", SALES, base="2020", area="乙省"),
        case("69.6%", "mismatch", SALES, base="2020", area="乙省"),
        case("62.5%", "mismatch", SALES, base="2020", area="丁省"),
        case("61%", "match", SALES, base="2020-end"),
        case("61%", "not_comparable", SALES, base="2020-06"),
        # over a span of years, from its first or from the one before
        case("61%", "match", SALES, period="2021..2025"),
        case("61%", "match", SALES, period="2020..2025"),
        case("70%", "compatible", SALES, period="2020..2025"),
        case("69.6%", "mismatch", SALES, period="2020..2025", base="2020"),
        case("75.0%", "mismatch", SALES, period="2020..2025"),
        # on average a year
        case("10.0%", "match", YEARLY, name="sales", base="2020"),
        case("10.0%", "match", YEARLY, name="sales", period="2021..2025"),
        case("9.2%", "match", YEARLY, name="sales", period="2020..2025"),
        case("9.2%", "mismatch", YEARLY, name="sales", period="2020..2025", base="2020"),
        case("12.2%", "mismatch", YEARLY, name="sales", period="2020..2025"),
        case("10.0%", "match", YEARLY, name="sales", period="2021.."),
        case("12.2%", "not_comparable", YEARLY, name="sales", period="2021.."),
        case("12.2%", "not_comparable", YEARLY, name="sales", period="2021..2025", assumed=True),
        case("10.0%", "not_comparable", YEARLY, name="sales"),
        # by how much, in all and a year
        case("25万人", "match", name="people", statement="change", direction="up", base="2020"),
        case("5万人", "match", YEARLY, name="people", statement="change", base="2020"),
        case("52万人", "mismatch", name="people", statement="change", direction="up", base="2020"),
        case("5个百分点", "match", name="urban", statement="change", direction="up", base="2020"),
        case("1个百分点", "match", YEARLY, name="urban", statement="change", period="2021..2025"),
        case("5个百分点", "match", name="urban", statement="change", direction="up", period="2021..2025"),
        case("9个百分点", "mismatch", name="urban", statement="change", direction="up", base="2020"),
        # in times
        case("1.61倍", "match", name="sales", statement="change", change="times", base="2020"),
        case("1.16倍", "mismatch", name="sales", statement="change", change="times", base="2020"),
        case("0.61倍", "match", SALES, statement="change", change="times", base="2020"),
        case("0.61倍", "not_comparable", name="sales", statement="change", change="times", direction="down", base="2020"),
        # money without a basis may have grown at other prices: it confirms, and contradicts nothing
        case("61%", "match", SALES, period="2021..2025", basis=("cumulative",)),
        case("61%", "not_comparable", SALES, basis=("cumulative",)),
        case("61%", "not_comparable", SALES, period="2021..2025", basis=("other_base",)),
        case("100%", "match", UP, name="exports", base="2020"),
        case("150%", "not_comparable", UP, name="exports", base="2020"),
        # what grows at constant prices is held against levels where the text says so; where it does not they are compatible at best
        case("80%", "compatible", UP, base="2020"),
        case("90%", "mismatch", UP, base="2020"),
        case("80%", "mismatch", UP, base="2020", basis=("real",)),
        case("80%", "match", UP, base="2020", basis=("nominal",)),
        case("80%", "compatible", UP, area="丙省", base="2020"),
        case("90%", "not_comparable", UP, area="丙省", base="2020"),
        case("80%", "no_reference", UP, area="丙省", base="2020", basis=("real",)),
        case("1.8倍", "match", statement="change", change="times", base="2020"),
        case("2.1倍", "not_comparable", statement="change", change="times", base="2020"),
        # by the growth of each year: 1.08 × 1.03 × 1.05 × 1.05 × 0.99 = 1.2142
        case("21.4%", "compatible", UP, base="2020"),
        case("23.5%", "not_comparable", UP, base="2020"),
        case("29.5%", "mismatch", UP, base="2020"),
        case("4.0%", "compatible", YEARLY, period="2021..2025"),
        case("4.8%", "not_comparable", YEARLY, period="2021..2025"),
        case("5.4%", "mismatch", YEARLY, period="2021..2025"),
        case("4.0%", "no_reference", YEARLY, period="2019..2024", base="2018"),
        # by an index, and on from its end by the growth of each year
        case("100%", "match", UP, area="乙省", period="2020", base="2010"),
        case("120%", "match", UP, area="乙省", period="2021", base="2010"),
        case("160%", "mismatch", UP, area="乙省", period="2021", base="2010"),
        case("7.2%", "match", YEARLY, area="乙省", period="2011..2020", base="2010"),
    ],
)
def test_growth_over_several_years(figure: str, expected: str, more: dict[str, Any]) -> None:
    """What the years between come to, by levels, by an index or by the growth of each year; and where nothing may be said."""
    assert said(judged(claim(figure, **more), KNOWN)) == expected


@pytest.mark.parametrize(
    ("figure", "more", "formula"),
    [
        ("61.1%", {**SALES, "base": "2020"}, "161.1（2025年）÷100.0（2020年）−1=61%"),
        ("10.0%", {**YEARLY, "name": "sales", "period": "2021..2025"}, "[161.1（2025年）÷100.0（2020年）]^(1/5)−1=9.99～10.0%"),
        ("5万人", {**YEARLY, "name": "people", "statement": "change", "base": "2020"}, "(525.0万人−500.0万人)÷5=5万人"),
        ("21.4%", {**UP, "base": "2020"}, "(1+8.0%)×(1+3.0%)×(1+5.0%)×(1+5.0%)×(1−1.0%)（2021～2025年增速）−1=21.1～21.7%"),
        ("120%", {**UP, "area": "乙省", "period": "2021", "base": "2010"}, "400.0（2020年）÷200.0（2010年）×(1+10.0%)（2021年增速）−1=120%"),
    ],
)
def test_what_is_reckoned_over_years_says_how(figure: str, more: dict[str, Any], formula: str) -> None:
    """Both years, or every rate, stand in the formula, and all figures that went into it in the evidence."""
    verdict = judged(claim(figure, **more), KNOWN)
    assert isinstance(verdict, Match | Compatible)
    assert verdict.evidence.formula
    assert verdict.evidence.formula.zh == formula
    assert len(verdict.evidence.inputs) > 1


def test_neither_year_that_a_span_may_count_from_fits() -> None:
    """2020—2025年 may count from 2019 or from 2020: the editor sees what it is from either."""
    why = mismatch(claim("12.2%", "sales", **YEARLY, period="2020..2025")).why
    assert "（2019年）" in why.zh
    assert "2020..2025为9.99～10.0%" in why.zh
    assert "9.99～10.0% in 2020..2025" in why.en


def mismatch(one: Claim) -> Mismatch:
    """The contradiction that there must be."""
    verdict = judged(one, KNOWN)
    assert isinstance(verdict, Mismatch)
    return verdict


@pytest.mark.parametrize(
    ("figure", "more", "slip", "right"),
    [
        ("61.1%", {**YEARLY, "period": "2021..2025"}, "total_growth", "10.0%"),
        ("12.7%", {**YEARLY, "period": "2021..2025", "base": "2020"}, "years_miscounted", "10.0%"),
        ("8.3%", {**YEARLY, "period": "2021..2025", "base": "2020"}, "years_miscounted", "10.0%"),
        ("10.0%", {**UP, "base": "2020"}, "average_growth", "61.1%"),
        ("69.6%", {**UP, "base": "2020"}, "neighbouring_period", "61.1%"),
        ("1.61倍", {**UP, "statement": "change", "change": "times", "base": "2020"}, "times_more", "0.61倍"),
    ],
)
def test_a_miscount_of_years_is_named(figure: str, more: dict[str, Any], slip: str, right: str) -> None:
    """The total for the average, a year too many or too few, another year to count from: named, with the figure that is right."""
    found = mismatch(claim(figure, "sales", **more)).slips[0]
    assert isinstance(found, Slip)
    assert (found.name, found.corrected) == (slip, right)


def test_only_levels_of_one_release_contradict_surely() -> None:
    """Levels of two releases, and rates that may have been revised, make a warning at most; so does an average over a span."""
    assert mismatch(claim("69.6%", **SALES, base="2020")).firm
    assert not mismatch(claim("69.6%", **SALES, base="2020", area="乙省")).firm
    assert not mismatch(claim("62.5%", **SALES, base="2020", area="丁省")).firm
    assert not mismatch(claim("29.5%", **UP, base="2020")).firm
    assert not mismatch(claim("12.2%", "sales", **YEARLY, period="2021..2025")).firm


def test_what_may_have_been_revised_is_shown_and_said() -> None:
    """Near the product of the yearly rates nothing is contradicted, and the editor sees what it comes to."""
    verdict = judged(claim("4.8%", **YEARLY, period="2021..2025"), KNOWN)
    assert isinstance(verdict, Unchecked)
    assert verdict.nearest
    assert verdict.nearest.period == "2020..2025"
    assert "可能已修订" in verdict.why.zh


@given(st.fractions(min_value=Fraction(1, 1000), max_value=1000), st.fractions(min_value=0, max_value=10), st.integers(1, 60))
def test_a_root_holds_whatever_has_such_a_power(low: Fraction, width: Fraction, degree: int) -> None:
    """The root of an interval, raised again, holds the interval, and is at most two billionths wider than need be."""
    interval = Interval(low, low + width)
    root = interval.root(degree)
    assert interval.within(root.power(degree))
    assert root.low is not None
    assert root.high is not None
    step = Fraction(1, 10**9)
    assert (root.low + step) ** degree > low
    assert (root.high - step) ** degree < low + width
