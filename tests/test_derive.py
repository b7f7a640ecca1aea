"""Computed figures: each from its inputs' intervals, with its formula, and how a claim is held against it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.interval import Interval
from factcheck.model import Evidence, Match, Mismatch, Source, Unchecked
from factcheck.reference import areas, derive, places, shares
from judging import HEAD, claim, judged, reference, said

SOURCE = Source("公报", "试验统计局", grade="A")
PROVINCES = ("甲省", "乙省", "丙省", "丁省")


def figure(value: str, reach: str = "0", *, unit: str = "亿元", area: str = "甲省", period: str = "2025", grade: str = "A") -> Evidence:
    """An official figure with its interval, in its own unit."""
    found = Interval.around(Fraction(value), Fraction(reach))
    return Evidence(f"x/{area}", f"{value} {unit}", found, area, period, "final", "2026", SOURCE._replace(grade=grade))


@pytest.fixture(autouse=True)
def _four_provinces(monkeypatch: pytest.MonkeyPatch) -> None:
    """An invented country: four provinces, two of which are a group."""
    for module in (areas, places, shares):
        monkeypatch.setattr(module, "provinces", lambda: PROVINCES)
    monkeypatch.setattr("factcheck.reference.tracks.members", lambda name: ("甲省", "乙省") if name == "两江地区" else ())


# --------------------------------------------------------------------------------------------- the functions

def test_a_share_takes_both_ends_of_both() -> None:
    """[A₋/T₊, A₊/T₋], in percent, with the formula in the inputs' own figures."""
    found = derive.share(figure("14.58", "0.005"), figure("140.19", "0.005", area="全国"), Fraction(100))
    assert found.found == Interval(Fraction("14.575") / Fraction("140.195") * 100, Fraction("14.585") / Fraction("140.185") * 100)
    assert found.value == "10.40%"
    assert found.formula
    assert found.formula.zh == "14.58÷140.19=10.40%"
    assert [each.area for each in found.inputs] == ["甲省", "全国"]


def test_a_sum_adds_the_reaches_too() -> None:
    """Each addend may be off by half its last digit, and so the sum by all of these together."""
    parts = [figure("1.5", "0.05"), figure("2.5", "0.05", area="乙省")]
    found = derive.total(parts, "两江地区", derive.Scale("亿元", Fraction(1)))
    assert found.found == Interval(Fraction("3.9"), Fraction("4.1"))
    assert (found.value, found.area) == ("4 亿元", "两江地区")


def test_a_difference_may_be_negative() -> None:
    """A decrease is below nothing, and written so."""
    found = derive.difference(figure("90", "0.5"), figure("100", "0.5"), derive.Scale("亿元", Fraction(1)))
    assert found.found == Interval(Fraction(-11), Fraction(-9))
    assert found.value == "-10 亿元"


def test_growth_is_a_quotient_less_one() -> None:
    """110 after 100 is 10 percent."""
    found = derive.growth(figure("110"), figure("100"), Fraction(100))
    assert found.found == Interval.point(Fraction(10))
    assert found.formula
    assert found.formula.en == "110÷100−1 = 10.00%"


def test_a_multiple_has_no_percent() -> None:
    """Three times as much is 3."""
    assert derive.multiple(figure("300"), figure("100"), Fraction(1)).value == "3.000"


def test_a_rank_is_a_range_where_figures_meet() -> None:
    """Two areas whose intervals overlap share two places; a third is surely behind both."""
    everyone = [figure("100", "1"), figure("101", "1", area="乙省"), figure("50", "1", area="丙省")]
    assert derive.rank("甲省", everyone).found == Interval(Fraction(1), Fraction(2))
    third = derive.rank("丙省", everyone)
    assert third.found == Interval.point(Fraction(3))
    assert third.formula
    assert "丙省50亿元居第3位（前后：甲省100亿元）" in third.formula.zh


def test_a_streak_is_carried_on_by_what_proves_it() -> None:
    """36 years up to 2024 began in 1989; with 2025 in the lead they are 37, and the proof stands in the formula."""
    proof = derive.rank("甲省", [figure("100"), figure("90", area="乙省")])
    found = derive.streak(figure("36", unit="年", period="2024"), 37, [proof])
    assert found.found == Interval.point(Fraction(37))
    assert found.formula
    assert found.formula.zh == (
        "官方：截至2024年连续36年⇒自1989年起；2025年甲省100亿元居第1位（前后：乙省90亿元）⇒截至2025年37年"
    )


def test_what_is_computed_is_as_soft_as_its_softest_input() -> None:
    """One figure from the press makes the quotient one from the press."""
    soft = derive.share(figure("1"), figure("10", grade="C"), Fraction(100))
    assert not soft.source.hard
    assert derive.share(figure("1"), figure("10"), Fraction(100)).source.hard


@given(st.lists(st.tuples(st.integers(1, 10**6), st.integers(0, 50)), min_size=2, max_size=2))
def test_a_share_holds_every_quotient_of_what_may_be_meant(rows: list[tuple[int, int]]) -> None:
    """Whatever the true inputs are within their intervals, their quotient lies in the share's."""
    (a, i), (b, j) = rows
    found = derive.share(figure(str(a + 50), str(i)), figure(str(b + 60), str(j)), Fraction(1)).found
    for part in (a + 50 - i, a + 50, a + 50 + i):
        for whole in (b + 60 - j, b + 60, b + 60 + j):
            assert Interval.point(Fraction(part, whole)).within(found)


def test_vintages_are_never_mixed_in_silence() -> None:
    """A preliminary figure over a final one says so."""
    mixed = derive.share(figure("1")._replace(status="preliminary"), figure("10"), Fraction(100))
    assert mixed.note == "preliminary / final"
    assert not derive.share(figure("1"), figure("10"), Fraction(100)).note


# --------------------------------------------------------------------------------------------- claims against them

ROWS = """
output 甲省 2024 1000.0 final 2025-02
output 乙省 2024 900.0 final 2025-02
output 丙省 2024 800.0 final 2025-02
output 丁省 2024 10.0 final 2025-02
output 甲省 2025 1100.0 preliminary 2026-02-28
output 乙省 2025 1050.0 preliminary 2026-02-28
output 丙省 2025 820.0 preliminary 2026-02-28
output 丁省 2025 11.0 preliminary 2026-02-28
output 全国 2024 2800.0 final 2025-02
output 全国 2025 3000.0 preliminary 2026-02-28
output_lead 甲省 2023 5 official_statement 2024-02 exact: true
output_lead 甲省 2024 6 official_statement 2025-02 exact: true
people 甲省 2024 500 final 2025-02
people 甲省 2025 520 final 2026-02
people 全国 2025 5200 final 2026-02
residents 乙省 2025 260 final 2026-02
sales 甲省 2024 200.0 final 2025-02
sales 甲省 2025 230.0 final 2026-02
urban 甲省 2024 62.1 final 2025-02
urban 甲省 2025 63.4 final 2026-02
land 甲省 constant 17.97 final 2020
land 全国 constant 960 final 2020
"""
KNOWN = reference(ROWS)


def case(figure_: str, expected: str, **more: Any) -> Any:
    """One row of a table."""
    return pytest.param(figure_, expected, more, id=f"{figure_} {' '.join(f'{k}={v}' for k, v in more.items())}: {expected}")


@pytest.mark.parametrize(
    ("figure_", "expected", "more"),
    [
        case("36.7%", "match", statement="share", whole="全国"),
        case("35.7%", "mismatch", statement="share", whole="全国", period="2025"),
        case("35.71%", "compatible", statement="share", whole="全国", period="2024"),
        case("37%", "match", statement="share", whole="全国", period=None),
        case("45.1%", "mismatch", statement="share", whole="全国", period=None),
        case("1/10", "match", name="people", statement="share", whole="全国"),
        case("1/12", "mismatch", name="people", statement="share", whole="全国"),
        case("5%", "match", name="people,residents", statement="share", whole="全国", area="乙省"),
        case("5%", "match", name="residents", statement="share", whole="全国", area="乙省"),
        case("2%", "match", name="land", statement="share", whole="全国", hedge="lt"),
        case("1.5%", "mismatch", name="land", statement="share", whole="全国", hedge="lt"),
        case("71.7%", "match", statement="share", whole="全国", area="两江地区"),
        case("72.1%", "match", statement="share", whole="全国", area="两江地区"),
        case("2150亿元", "match", area="两江地区"),
        case("2250.5亿元", "mismatch", area="两江地区"),
        case("60亿元", "no_reference", name="exports", area="两江地区"),
        case("100倍", "match", statement="ratio", whole="丁省"),
        case("50倍", "mismatch", statement="ratio", whole="丁省"),
        case("1", "match", statement="rank"),
        case("2", "match", statement="rank", area="乙省"),
        case("3", "mismatch", statement="rank", area="乙省"),
        case("3", "no_reference", statement="rank", area="全国"),
        case("3", "no_reference", statement="rank", area="乙省", whole="世界"),
        case("20万人", "compatible", name="people", statement="change", direction="up", basis=("year_on_year",)),
        case("20万人", "mismatch", name="people", statement="change", direction="down", basis=("year_on_year",)),
        case("90万人", "mismatch", name="people", statement="change", direction="up", basis=("year_on_year",)),
        case("90万人", "not_comparable", name="people", statement="change", direction="up"),
        case("20万人", "compatible", name="people", statement="change", direction="up"),
        case("1.3个百分点", "compatible", name="urban", statement="change", direction="up", basis=("year_on_year",)),
        case("2.3个百分点", "mismatch", name="urban", statement="change", direction="up", basis=("year_on_year",)),
        case("15%", "match", name="sales", statement="growth", direction="up"),
        case("25%", "mismatch", name="sales", statement="growth", direction="up"),
        case("15%", "no_reference", name="sales", statement="growth", direction="up", basis=("real",)),
        case("10%", "no_reference", statement="growth", direction="up"),
        case("10%", "match", statement="growth", direction="up", basis=("nominal",)),
        case("21154元", "compatible", name="output_per_head"),
        case("2.1万元", "match", name="output_per_head"),
        case("21300元", "compatible", name="output_per_head"),
        case("21900元", "mismatch", name="output_per_head"),
        case("3亿元", "no_reference", name="exports"),
    ],
)
def test_a_claim_is_held_against_what_can_be_computed(figure_: str, expected: str, more: dict[str, Any]) -> None:
    """Shares, sums, multiples, ranks, differences, nominal growth and values per head, and where none may be computed."""
    assert said(judged(claim(figure_, **more), KNOWN)) == expected


def test_what_is_computed_says_how() -> None:
    """The formula stands in the reason, the inputs in the evidence."""
    verdict = judged(claim("2%", "land", statement="share", whole="全国", hedge="lt"), KNOWN)
    assert isinstance(verdict, Match)
    assert "不到2%：官方17.97÷960=1.87%" in verdict.why.zh
    assert [each.value for each in verdict.evidence.inputs] == ["17.97 万平方公里", "960 万平方公里"]


def test_published_and_computed_are_both_named() -> None:
    """Where the set has the share and the levels, and they agree, the editor sees both."""
    known = reference(ROWS + "output_share 甲省 2025 36.7 final 2026-02-28")
    verdict = judged(claim("36.7%", statement="share", whole="全国"), known)
    assert isinstance(verdict, Match)
    assert verdict.evidence.value == "36.7%"
    assert "另按水平数：1100.0÷3000.0=36.7%" in verdict.why.zh


def test_a_share_of_the_sum_of_the_provinces_is_a_share_of_the_nation_too() -> None:
    """The provinces add up to 2981, the nation is 3000: a group's official share may be of either, a province's not."""
    assert said(judged(claim("72.12%", statement="share", whole="全国", area="两江地区"), KNOWN)) == "compatible"
    assert said(judged(claim("36.90%", statement="share", whole="全国"), KNOWN)) == "mismatch"


def test_a_rank_needs_every_province() -> None:
    """With one figure missing, or some revised and others not, there is no rank."""
    rows = "output 甲省 2025 30 final 2026\noutput 乙省 2025 20 final 2026\noutput 丙省 2025 10 final 2026"
    assert said(judged(claim("1", statement="rank"), reference(rows))) == "no_reference"
    mixed = reference(rows + "\noutput 丁省 2025 0.5 preliminary 2026")
    assert said(judged(claim("1", statement="rank"), mixed)) == "no_reference"
    whole = reference(rows + "\noutput 丁省 2025 0.5 final 2026")
    assert said(judged(claim("1", statement="rank"), whole)) == "match"


# --------------------------------------------------------------------------------------------- streaks

def streak(years: int, **more: Any) -> Any:
    """甲省 has been first for so many years."""
    return claim(f"{years}年", statement="streak", rank=more.pop("rank", 1), **{"period": None, **more})


@pytest.mark.parametrize(
    ("years", "date", "expected"),
    [
        (7, "2026-06-18", "match"),
        (6, "2026-06-18", "mismatch"),
        (8, "2026-06-18", "mismatch"),
        (6, "2025-06-18", "match"),
        (7, "2025-06-18", "mismatch"),
        (5, "2024-06-18", "match"),
        (6, "2026-01-10", "match"),
        (7, "2026-01-10", "compatible"),
        (8, "2026-01-10", "mismatch"),
        (7, None, "match"),
        (6, None, "mismatch"),
        (8, "2027-06-18", "compatible"),
        (9, "2028-06-18", "compatible"),
        (10, "2028-06-18", "mismatch"),
    ],
)
def test_a_streak_counts_to_the_latest_year_known(years: int, date: str | None, expected: str) -> None:
    """Official: 6 up to 2024. In mid-2026 the levels of 2025 make it 7; before they are out 6 is right and 7 compatible."""
    assert said(judged(streak(years), KNOWN, date)) == expected


def test_a_streak_of_a_stated_year() -> None:
    """Up to 2022 it was 4; a span ends in the year that counts; a place not held, or another place, is not judged."""
    assert said(judged(streak(4, period="2022"), KNOWN)) == "match"
    assert said(judged(streak(5, period="2022"), KNOWN)) == "mismatch"
    assert said(judged(streak(6, period="2019..2024", assumed=True), KNOWN)) == "match"
    assert said(judged(streak(6, rank=2), KNOWN)) == "no_reference"
    assert said(judged(streak(6, area="乙省"), KNOWN)) == "no_reference"


def test_a_broken_streak_goes_no_further() -> None:
    """Once another province has passed it, no year is added, and none is supposed."""
    known = reference(ROWS.replace("甲省 2025 1100.0", "甲省 2025 1000.0"))
    assert said(judged(streak(7), known)) == "mismatch"
    assert said(judged(streak(6), known)) == "match"


def test_what_contradicts_softly_is_no_error() -> None:
    """A mismatch with a figure of which one input is soft is a warning."""
    row = "output 全国 2025 3000.0 preliminary 2026-02-28"
    known = reference(ROWS.replace(row, f"{row} source: press"))
    soft = judged(claim("40%", statement="share", whole="全国"), known)
    hard = judged(claim("40%", statement="share", whole="全国"), KNOWN)
    assert isinstance(soft, Mismatch)
    assert isinstance(hard, Mismatch)
    assert (soft.firm, hard.firm) == (False, True)


def test_between_the_recent_years_nothing_is_told() -> None:
    """44, 43.5 and 33.3 percent do not make 40, which may be of a time between them: the editor sees all three, and no alarm."""
    known = reference(
        "output_share 甲省 2023 33.3 final 2024\noutput_share 甲省 2024 44 final 2025\noutput_share 甲省 2025 43.5 final 2026", HEAD
    )
    verdict = judged(claim("40%", statement="share", whole="全国", period=None), known)
    assert isinstance(verdict, Unchecked)
    assert "43.5%（2025年）、44%（2024年）、33.3%（2023年）" in verdict.why.zh


# --------------------------------------------------------------------------------------------- made up of others

TRADE = HEAD.replace("observations:", """\
  trade: {name: {zh: 进出口, en: trade}, unit: 亿元, kind: flow, additive: true, parts: [exports, imports]}
  surplus: {name: {zh: 顺差, en: surplus}, unit: 亿元, kind: flow, balance: [exports, imports]}
observations:""")
BOTH = """\
exports 甲省 2025 120 final 2026-02
imports 甲省 2025 100 final 2026-02
"""


def test_a_total_and_a_balance_come_from_the_two_sides() -> None:
    """Exports and imports add up to the trade, and their difference is the surplus; the formula is the evidence."""
    known = reference(BOTH, TRADE)
    assert said(judged(claim("220亿元", "trade"), known)) == "compatible"
    assert said(judged(claim("230亿元", "trade"), known)) == "mismatch"
    found = judged(claim("20亿元", "surplus"), known)
    assert said(found) == "compatible"
    assert "120亿元−100亿元=20亿元" in found.why.zh
    assert said(judged(claim("25亿元", "surplus"), known)) == "mismatch"


def test_what_is_published_stands() -> None:
    """A total that was published is not reckoned anew, whatever its parts add up to."""
    known = reference(f"{BOTH}trade 甲省 2025 221.3 final 2026-02", TRADE)
    assert said(judged(claim("221.3亿元", "trade"), known)) == "match"
    assert said(judged(claim("220.1亿元", "trade"), known)) == "mismatch"


def test_sides_of_different_standing_are_not_put_together() -> None:
    """Exports as revised less imports that were not yet out are no surplus of any day."""
    later = BOTH.replace("imports 甲省 2025 100 final 2026-02", "imports 甲省 2025 100 final 2026-09")
    assert said(judged(claim("20亿元", "surplus"), reference(later, TRADE))) == "no_reference"


STRETCHES = """\
sales 甲省 2025Q1 40 preliminary 2025-04
sales 甲省 2025-01..2025-06 100 preliminary 2025-07
sales 甲省 2025Q1-Q3 160 preliminary 2025-10
sales 甲省 2025-10..2025-11 30 preliminary 2025-12
sales 甲省 2025 410 final 2026-09
"""


@pytest.mark.parametrize(
    ("figure", "period", "expected"),
    [
        ("60亿元", "2025Q2", "compatible"),
        ("190亿元", "2025-01..2025-11", "compatible"),
        ("62亿元", "2025Q2", "not_comparable"),
        ("250亿元", "2025Q4", "not_comparable"),
    ],
)
def test_a_stretch_of_a_year_comes_from_others(figure: str, period: str, expected: str) -> None:
    """The first half less the first quarter, three quarters and the two months behind them. They confirm, and contradict nothing, for they
    are revised with the year; a final year and preliminary quarters are never taken together."""
    assert said(judged(claim(figure, "sales", period=period), reference(STRETCHES), "2026-12-01")) == expected
