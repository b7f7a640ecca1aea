"""Judging: what fits, what contradicts, what is not compared; by period, by vintage, by unit, by whole."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.hedging import bounds, places
from factcheck.model import Assumed, Context, Hedge, Mismatch, Missing, Scope, Stated, Statement, Text, Unchecked, Weak
from factcheck.period import Period
from factcheck.reference import ReferenceSet, default_paths, judge
from factcheck.written import decimal
from judging import HEAD, claim, judged, mention, reference, said

ROWS = """
output 甲省 2022 1000.0 final 2024-01-10
output 甲省 2023 1100.0 final 2025-01-10
output 甲省 2024 1180.0 superseded 2025-02-28
output 甲省 2024 1200.0 revised 2025-12-20
output 甲省 2025 1284.5 final 2026-02-28
output 甲省 2025H1 610.0 final 2025-07-20
output 全国 2025 12000 final 2026-02-28
output 乙省 2025 2000 final 2026-03 source: press
output 丙省 2019 900 final 2020-02-28
output_growth 甲省 2024 -3.2 final 2025-02-28
output_growth 甲省 2025 5.2 final 2026-02-28
output_share 甲省 2024 18 final 2025-02-28
people 甲省 2023 4500 final 2024-02-28
people 甲省 2024 4550 final 2025-02-28
people 甲省 2025 4620 final 2026-02-28
people 甲省 2025-06 4580 final 2025-08
land 甲省 constant 17.97 final 2020 source: press
fields 甲省 2025 1500 final 2026-02-28
urban 甲省 2024 62.1 final 2025-02-28
urban 甲省 2025 63.4 final 2026-02-28
cars 甲省 2025 120.5 final 2026-02-28
people 丁省 2025 1 official_statement 2026-02-28 unit: 亿人, hedge: gt
"""


_STATEMENTS: dict[Statement, str] = {"growth": "growth_of", "share": "share_of", "streak": "streak_of"}


@cache
def known() -> ReferenceSet:
    """The set of these rows."""
    return reference(ROWS)


def case(figure: str, expected: str, **more: Any) -> Any:
    """One row of a table: the figure as written, what is expected, and how the claim is bound."""
    words = " ".join(f"{key}={value}" for key, value in more.items())
    return pytest.param(figure, expected, more, id=f"{figure} {words}: {expected}")


@pytest.mark.parametrize(
    ("figure", "expected", "more"),
    [
        case("1284.5亿元", "match"),
        case("1284亿元", "compatible"),
        case("1285亿元", "compatible"),
        case("0.13万亿元", "match"),
        case("1284.50亿元", "compatible"),
        case("1285.4亿元", "mismatch"),
        case("1248.5亿元", "mismatch"),
        case("1300亿元", "coarse"),
        case("1200亿元", "mismatch"),
        case("1250亿元", "weak", hedge="gt"),
        case("1280亿元", "match", hedge="gt"),
        case("1300亿元", "mismatch", hedge="gt"),
        case("1300亿元", "match", hedge="near_below"),
        case("1284.5亿元", "compatible", hedge="near_below"),
        case("1250亿元", "mismatch", hedge="near_below"),
        case("1300亿元", "match", hedge="lt"),
        case("1500亿元", "weak", hedge="lt"),
        case("1200亿元", "mismatch", hedge="lt"),
        case("1000亿元", "match", hedge="ge"),
        case("1300亿元", "match", hedge="approx"),
        case("5.2%", "match", statement="growth", direction="up"),
        case("5.2%", "match", statement="growth"),
        case("5%", "match", statement="growth", direction="up"),
        case("5.2%", "mismatch", statement="growth", direction="down"),
        case("3.2%", "match", statement="growth", direction="down", period="2024"),
        case("3.2%", "mismatch", statement="growth", direction="up", period="2024"),
        case("3.2%", "match", statement="growth", period="2024"),
        case("4620万人", "match", name="people", period="2025-end"),
        case("4620万人", "match", name="people", period="2025-12"),
        case("4580万人", "match", name="people", period="2025-06-end"),
        case("4580万人", "match", name="people", period="2025H1"),
        case("4620万人", "mismatch", name="people", period="2025-06-end"),
        case("610亿元", "match", period="2025Q1-Q2"),
        case("17.97万平方公里", "match", name="land", period="2011"),
        case("17.97万平方公里", "match", name="land", period=None),
        case("18.97万平方公里", "mismatch", name="land", period=None),
        case("1.1亿人", "compatible", name="people", area="丁省"),
        case("3.1亿人", "weak", name="people", area="丁省"),
        case("9000万人", "mismatch", name="people", area="丁省"),
    ],
)
def test_a_figure_fits_or_contradicts(figure: str, expected: str, more: dict[str, Any]) -> None:
    """Intervals alone decide: what is written, what its hedge allows, and how precise the official figure is."""
    assert said(judged(claim(figure, **more), known())) == expected


@pytest.mark.parametrize(
    ("figure", "expected", "more"),
    [
        case("9亿元", "forecast", modality="forecast"),
        case("9亿元", "forecast", modality="target"),
        case("9亿元", "no_reference", name=""),
        case("9亿元", "no_reference", name="retired"),
        case("9亿元", "unbound", area=None),
        case("9亿元", "no_reference", area="戊省"),
        case("9亿元", "no_reference", period="2021"),
        case("90周年", "not_a_statistic", statement="anniversary"),
        case("9万千瓦", "not_comparable"),
        case("9%", "not_comparable"),
        case("9亿美元", "not_comparable"),
        case("610亿元", "not_comparable", period="2025-end"),
        case("610亿元", "not_comparable", period="2025.."),
        case("1284.5亿元", "not_comparable", period="2025Q1-Q3"),
        case("1284.5亿元", "no_reference", period="2021..2025"),
        case("18%", "not_comparable", statement="share", whole="世界", period="2024"),
        case("18%", "not_comparable", statement="share", whole="世界", period=None),
        case("9%", "no_reference", statement="growth", area="乙省"),
        case("5.2%", "not_comparable", statement="growth", basis=("period_on_period",)),
        case("5.2%", "not_comparable", statement="growth", basis=("annual_average",)),
        case("5.2%", "not_comparable", statement="growth", basis=("other_base",)),
        case("5.2%", "no_reference", statement="growth", direction="up", basis=("nominal",), area="丙省", period="2019"),
        case("9倍", "unbound", change="times"),
        case("9%", "not_comparable", statement="change", change="contribution"),
    ],
)
def test_what_is_not_surely_comparable_is_unchecked(figure: str, expected: str, more: dict[str, Any]) -> None:
    """No verdict without the same statistic, area, time, unit, base and whole; and the reason is one word."""
    verdict = judged(claim(figure, **more), known())
    assert isinstance(verdict, Unchecked)
    assert verdict.reason == expected
    assert all(verdict.why)


def test_the_share_of_another_whole_is_shown_but_never_compared() -> None:
    """18% of the nation stands beside 18% of the world: the editor sees the official one and what it is of."""
    verdict = judged(claim("18%", statement="share", whole="世界", period=None), known())
    assert isinstance(verdict, Unchecked)
    assert verdict.nearest
    assert verdict.nearest.value == "18%"
    assert "全国" in verdict.why.zh
    assert "世界" in verdict.why.zh


@pytest.mark.parametrize(("figure", "verdict"), [("1284亿元", "coarse"), ("1285亿元", "match"), ("1283亿元", "mismatch"), ("0.12万亿元", "mismatch")])
def test_digits_that_are_cut_off_are_no_error(figure: str, verdict: str) -> None:
    """1284 for 1284.76 is neither exact nor wrong; two digits are too few to tell, and taken at its word it differs."""
    cut = reference("output 甲省 2025 1284.76 final 2026-02-28")
    assert said(judged(claim(figure), cut)) == verdict
    none = Missing(Text("", ""))
    context = Context(Stated(Period.parse("2026-06-18")), none)
    assert isinstance(judge(claim("1284亿元"), cut, context, strict=True), Mismatch)


# --------------------------------------------------------------------------------------------- vintages

@pytest.mark.parametrize(
    ("figure", "date", "expected"),
    [
        ("1180亿元", "2025-06-01", "match"),
        ("1200亿元", "2025-06-01", "coarse"),
        ("1180亿元", "2025-12-20", "match"),
        ("1200亿元", "2025-12-20", "match"),
        ("1180亿元", "2025-12-21", "weak"),
        ("1200亿元", "2025-12-21", "match"),
        ("1300.4亿元", "2025-12-21", "mismatch"),
        ("1180亿元", "2025", "match"),
        ("1180亿元", "2025-12", "match"),
        ("1180亿元", "2026", "weak"),
        ("1200亿元", None, "match"),
        ("1180亿元", None, "weak"),
        ("1180亿元", "2024-12-31", "match"),
        ("1300.4亿元", "2024-12-31", "no_reference"),
    ],
)
def test_a_figure_is_held_against_what_could_be_known(figure: str, date: str | None, expected: str) -> None:
    """Right when written is right; right only before a revision is weak; a coarse date of the article never alarms."""
    assert said(judged(claim(figure, period="2024"), known(), date)) == expected


def test_an_undated_article_may_be_older_than_a_revision() -> None:
    """It fits the first release, and hears both values with their dates; whether that is too late, nobody knows."""
    found = judged(claim("1180亿元", period="2024"), known(), None)
    assert isinstance(found, Weak)
    assert found.now
    assert found.now.value == "1200.0 亿元"
    assert found.why.zh.endswith("稿件没有日期，写于修订前便是对的")


CENSUS = HEAD.replace("observations:", "  counted: {name: {zh: 普查人数, en: people counted}, unit: 人, kind: stock, census_of: people}\nobservations:")
COUNTED = """\
people 甲省 2020 12624 final 2021-03
counted 甲省 2020-11-01 126012510 census 2021-05
"""


@pytest.mark.parametrize(
    ("figure", "period", "expected"),
    [
        ("12601万人", "2020", "match"), ("12601万人", "2020-end", "weak"), ("12601万人", "2020-11-01", "match"),
        ("12624万人", "2020", "match"), ("12624万人", "2020-end", "match"), ("12624万人", "2020-11-01", "weak"),
        ("12701万人", "2020", "mismatch"), ("12601万人", "2019", "no_reference"),
    ],
)  # fmt: skip
def test_a_census_is_not_the_end_of_its_year(figure: str, period: str, expected: str) -> None:
    """What fits the one matches where the text leaves the day open or names it, and is weak where it names the other."""
    assert said(judged(claim(figure, "people", period=period), reference(COUNTED, CENSUS))) == expected


def test_a_revision_is_told_either_way() -> None:
    """Who was right when writing hears of the revision, and who quotes the old figure hears both, with their dates."""
    then = judged(claim("1180亿元", period="2024"), known(), "2025-06-01")
    now = judged(claim("1180亿元", period="2024"), known(), "2026-06-01")
    assert isinstance(now, Weak)
    assert isinstance(then.why, Text)
    assert "后修订为1200.0亿元（2025-12-20发布）" in then.why.zh
    assert "原数1180.0亿元（2025-02-28发布）" in now.why.zh
    assert "现为1200.0亿元（2025-12-20发布）" in now.why.zh


@pytest.mark.parametrize(
    ("later", "date", "expected"),
    [
        ("output 甲省 2024 1200 final 2025", "2025-06-01", "match"),
        ("output 甲省 2024 1200 final 2025", "2026-01-01", "match"),
        ("output 甲省 2024 1200 final 2026", "2026-12-31", "match"),
        ("output 甲省 2024 1200 final 2026", "2027-01-01", "weak"),
        ("output 甲省 2024 1200 final 2025-05", "2025-05-20", "match"),
        ("output 甲省 2024 1200 final 2025-05", "2025-06-01", "weak"),
        ("output 甲省 2024 0.118 official_statement 2025-05 unit: 万亿元", "2025-06-01", "match"),
    ],
)
def test_a_coarse_date_of_publication_never_alarms(later: str, date: str, expected: str) -> None:
    """A release of 2025 may have come out on its last day; one that only restates the figure, rounded, revises nothing."""
    known = reference(f"output 甲省 2024 1180.0 preliminary 2025-02-28\n{later}")
    assert said(judged(claim("1180亿元", period="2024"), known, date)) == expected


def test_what_was_withdrawn_without_a_successor_contradicts_nothing() -> None:
    """Where the set has only a superseded figure, one that differs may be the new one."""
    known = reference("output 甲省 2010 500.0 superseded 2012")
    assert said(judged(claim("500亿元", period="2010"), known)) == "match"
    assert said(judged(claim("550亿元", period="2010"), known)) == "no_reference"


def test_an_old_figure_restated_by_its_publisher_is_no_old_figure() -> None:
    """Two official figures side by side: either is right until one of them is left behind."""
    rows = "output 甲省 2023 100 preliminary 2024-02\noutput 甲省 2023 120 revised 2025-01\noutput 甲省 2023 100 preliminary 2025-03"
    known = reference(rows + "\noutput 甲省 2023 120 revised 2026-03")
    assert [said(judged(claim("100亿元", period="2023"), known, date)) for date in ("2025-02-10", "2025-06-01", "2026-06-01")] == [
        "weak", "match", "weak",
    ]  # fmt: skip


def test_a_target_is_no_observation() -> None:
    """What somebody aims at in 2030 neither confirms nor contradicts."""
    known = reference("cars 甲省 2024 100 final 2025-02\ncars 甲省 2025 150 target 2025-02")
    assert said(judged(claim("150万辆", "cars"), known)) == "no_reference"


# --------------------------------------------------------------------------------------------- periods

@pytest.mark.parametrize(
    ("figure", "expected", "more"),
    [
        case("1284.5亿元", "match"),
        case("1284亿元", "compatible"),
        case("1300亿元", "coarse"),
        case("1250亿元", "no_period", hedge="gt"),
        case("1280亿元", "match", hedge="gt"),
        case("1000亿元", "no_period", hedge="gt"),
        case("1000亿元", "no_period", hedge="ge"),
        case("1200亿元", "no_period"),
        case("1100.0亿元", "no_period"),
        case("610.0亿元", "no_period"),
        case("1150亿元", "no_period"),
        case("900亿元", "no_period"),
        case("1500.4亿元", "no_period"),
        case("1000亿元", "no_period"),
        case("13万亿元", "no_period"),
        case("12.8万亿元", "mismatch"),
        case("1248.5亿元", "mismatch"),
        case("1294.5亿元", "mismatch"),
        case("4600万人", "coarse", name="people"),
        case("4605万人", "no_period", name="people"),
        case("6000.1万人", "mismatch", name="people"),
        case("5000万人", "no_period", name="people", change="level_from"),
        case("15%", "no_period", statement="growth", direction="up"),
        case("5.2%", "no_period", statement="growth", direction="up"),
        case("950.5亿元", "no_period", area="丙省"),
        case("900亿元", "no_period", area="丙省"),
        case("63.4%", "match", name="urban"),
        case("63%", "no_period", name="urban"),
        case("120.5万辆", "match", name="cars"),
        case("300万辆", "no_period", name="cars"),
    ],
)
def test_without_a_period_only_what_is_surely_meant(figure: str, expected: str, more: dict[str, Any]) -> None:
    """The last full year or the latest count confirms a figure of some digits; growth is another every month. A slip of the pen, and a count
    that is far off, contradict; all else may be of a time that the set has not."""
    assert said(judged(claim(figure, period=None, **more), known())) == expected


@pytest.mark.parametrize(
    ("figure", "expected", "more"),
    [
        case("1284.5亿元", "match"),
        case("1100.0亿元", "no_period"),
        case("610.4亿元", "no_period"),
        case("1284亿元", "compatible"),
        case("1300亿元", "no_period"),
        case("1284.5亿元", "no_period", hedge="approx"),
        case("5.2%", "no_period", statement="growth", direction="up"),
        case("1248.5亿元", "mismatch"),
        case("4580万人", "no_period", name="people"),
        case("4581万人", "no_period", name="people"),
    ],
)
def test_without_any_date_only_a_long_figure_of_one_time(figure: str, expected: str, more: dict[str, Any]) -> None:
    """Nobody knows when: four digits that are one year's and no other's, and what would be said so is said."""
    verdict = judged(claim(figure, period=None, **more), known(), None)
    assert said(verdict) == expected
    if expected in {"match", "compatible"}:
        assert "文中未写时期" in verdict.why.zh


def test_what_fits_whichever_year_is_meant_is_right() -> None:
    """4500 to 4620 are all more than 45 million people, and at most 50 million."""
    same = reference("people 甲省 2023 4510 final 2024-02\npeople 甲省 2024 4550 final 2025-02\npeople 甲省 2025 4590 final 2026-02")
    assert said(judged(claim("4500万人", "people", period=None, hedge="gt"), same)) == "match"
    assert said(judged(claim("2000万人", "people", period=None, hedge="ge"), same)) == "no_period"
    none = reference("cars 甲省 2023 110 final 2024-02\ncars 甲省 2024 115 final 2025-02")
    assert said(judged(claim("100万辆", "cars", period=None, hedge="gt"), none)) == "no_period"  # so many since January, perhaps


def test_the_latest_years_are_those_of_the_article() -> None:
    """An article of 2024 cannot mean 2025: for it 1284.5 is no figure of a known year; and 2022 is not its last."""
    assert said(judged(claim("1284.5亿元", period=None), known(), "2024-06-01")) == "no_period"
    assert said(judged(claim("1000.0亿元", period=None), known(), "2024-06-01")) == "no_period"
    assert said(judged(claim("1000.4亿元", period=None), known(), "2023-06-01")) == "no_period"


def test_what_has_no_time_is_never_surely_wrong() -> None:
    """No year known could be meant, but one that is not known might: a warning, from whatever source."""
    wrong = judged(claim("6000.1万人", "people", period=None), known())
    soft = judged(claim("18.97万平方公里", "land", period=None), known())
    assert isinstance(wrong, Mismatch)
    assert isinstance(soft, Mismatch)
    assert (wrong.firm, soft.firm) == (False, False)


@pytest.mark.parametrize(
    ("figure", "expected", "more"),
    [
        case("1284.5亿元", "match"),
        case("1201.3亿元", "mismatch"),
        case("1200亿元", "no_period"),
        case("1100.1亿元", "mismatch"),
        case("610亿元", "no_period"),
        case("1350亿元", "mismatch"),
        case("1350亿元", "no_period", change="level_from"),
        case("5.9%", "mismatch", statement="growth", direction="up"),
    ],
)
def test_an_assumed_period_is_never_surely_wrong(figure: str, expected: str, more: dict[str, Any]) -> None:
    """A period carried on from before may be another: a short figure that is that of another time says nothing, any other is a warning."""
    verdict = judged(claim(figure, assumed=True, **more), known())
    assert said(verdict) == expected
    assert not getattr(verdict, "firm", False)


# --------------------------------------------------------------------------------------------- firm, and several meanings

@pytest.mark.parametrize(
    ("area", "figure", "firm"), [("甲省", "1400.5亿元", True), ("乙省", "1400.5亿元", False)]
)
def test_an_error_needs_a_hard_source(area: str, figure: str, *, firm: bool) -> None:
    """A figure from the press is evidence for a warning, no more."""
    verdict = judged(claim(figure, area=area), known())
    assert isinstance(verdict, Mismatch)
    assert verdict.firm is firm


@pytest.mark.parametrize(("why", "firm"), [("the sentence names only this place", True), ("carried on: 甲省", False)])
def test_an_assumed_area_makes_an_error_only_where_no_other_is_named(why: str, *, firm: bool) -> None:
    """The one place of the sentence is as good as stated; one carried on from before is a warning."""
    one = claim("1400.5亿元")
    assert one.area.value
    verdict = judged(one._replace(area=Assumed(one.area.value, Text("", why))), known())
    assert isinstance(verdict, Mismatch)
    assert verdict.firm is firm


def test_one_name_for_several_statistics() -> None:
    """What fits or contradicts all of them is said; what fits one of them is ambiguous, with their names."""
    both = reference("people 甲省 2025 4620 final 2026-02\nresidents 甲省 2025 4700 final 2026-02")
    one = judged(claim("4620万人", "people,residents"), both)
    neither = judged(claim("9620万人", "people,residents"), both)
    assert said(one) == "ambiguous"
    assert "总人数、常住人数" in one.why.zh
    assert said(judged(claim("4000万人", "people,residents", hedge="ge"), both)) == "match"
    assert isinstance(neither, Mismatch)
    assert not neither.firm
    assert said(judged(claim("4620万人", "people,residents"), known())) == "match"


# --------------------------------------------------------------------------------------------- properties

@given(value=st.decimals(min_value="0.01", max_value="99999", places=4), places_=st.integers(0, 4), scale=st.sampled_from(["亿元", "万亿元"]))
def test_no_rounding_of_the_official_figure_contradicts_it(value: Any, places_: int, scale: str) -> None:
    """However an author rounds, and in whichever scale word, the verdict is never a mismatch."""
    set_ = reference(f"output 甲省 2025 {value} final 2026-02-28")
    number = Fraction(value) / (10**4 if scale == "万亿元" else 1)
    verdict = judged(claim(f"{decimal(number, places_)}{scale}"), set_)
    assert said(verdict) in {"match", "compatible"}


@given(
    tenths=st.integers(min_value=1, max_value=99999),
    hedge=st.sampled_from(["none", "approx", "gt", "ge", "lt", "le", "near_below"]),
)
def test_another_unit_gives_the_same_verdict(tenths: int, hedge: Hedge) -> None:
    """n万亩 and the same in hectares to as many digits: 15 mu are one hectare, exactly."""
    set_ = known()
    mu = mention(f"{tenths / 10}万亩", hedge)
    hectares = mu._replace(
        unit="hectare", value=mu.value and mu.value / 15, ulp=mu.ulp / 15, step=mu.step / 15,
        guaranteed=mu.guaranteed and mu.guaranteed.scaled(Fraction(1, 15)), typical=mu.typical and mu.typical.scaled(Fraction(1, 15)),
    )  # fmt: skip
    own = claim("1万亩", "fields")
    assert said(judged(own._replace(mention=mu), set_)) == said(judged(own._replace(mention=hectares), set_))


def test_the_shipped_set_never_contradicts_itself() -> None:
    """Whoever quotes a published value on the day of its publication is not told that it is wrong."""
    shipped = ReferenceSet.open(default_paths())
    wrong = []
    for indicator in shipped.indicators():
        statement: Statement = next((s for s, about in _STATEMENTS.items() if getattr(indicator, about)), "level")
        for o in (o for area in shipped.areas(indicator.id) for o in shipped.series(indicator.id, area) if o.status != "target"):
            period = None if o.period == "constant" else o.period
            whole = indicator.whole if statement == "share" else None
            figure = claim(
                f"{o.value}{o.unit}", indicator.id, area=o.area, period=period, hedge=o.hedge, statement=statement, whole=whole
            )
            if isinstance(judged(figure, shipped, o.published or None), Mismatch):
                wrong.append(o.id)
    assert not wrong


@given(digits=st.from_regex(r"[1-9][0-9]{0,4}(\.[0-9]{1,2})?", fullmatch=True), hedge=st.sampled_from(["none", "gt", "ge", "lt", "near_below"]))
def test_what_a_hedge_guarantees_is_never_a_mismatch(digits: str, hedge: Hedge) -> None:
    """For any hedged figure, an official value inside D is not contradicted, and one outside all of it is."""
    guaranteed = bounds(*places(digits), hedge)[0]
    official = Fraction("1284.5")
    fits = guaranteed.meets(guaranteed.around(official, Fraction(1, 20)))
    verdict = judged(claim(f"{digits}亿元", hedge=hedge), known())
    assert (said(verdict) == "mismatch") <= (not fits)
    assert fits <= (said(verdict) != "mismatch")


# --------------------------------------------------------------------------------------------- what is comparable

@pytest.mark.parametrize(
    ("scope", "figure", "expected"),
    [
        ("sample", "1284.5亿元", "match"), ("sample", "1300.5亿元", "not_comparable"), ("sample", "1284亿元", "not_comparable"),
        ("mean", "1284.5亿元", "not_comparable"), ("supposed", "1284.5亿元", "not_comparable"),
    ],
)  # fmt: skip
def test_what_is_counted_otherwise_is_not_compared(scope: Scope, figure: str, expected: str) -> None:
    """A sample's estimate differs, but may quote the official figure to the digit; a mean and a supposition are none."""
    assert said(judged(claim(figure)._replace(scope=(scope,)), known())) == expected


def test_a_time_that_is_named_and_not_known_is_none() -> None:
    """国庆假期 is not the year, whatever the figure; what does not change is the same then."""
    holiday = Missing(Text("某段时间", "some days"), named=True)
    assert said(judged(claim("1284.5亿元")._replace(period=holiday), known())) == "no_period"
    assert said(judged(claim("17.97万平方公里", "land")._replace(period=holiday), known())) == "match"


@pytest.mark.parametrize(
    ("figure", "date", "expected"),
    [
        ("1000.4亿元", "2022-06-01", "no_reference"),
        ("1020.4亿元", "2022-06-01", "no_reference"),
        ("1000.4亿元", "2024-06-01", "no_reference"),
        ("1060.4亿元", "2024-06-01", "mismatch"),
        ("9980.0亿元", "2022-06-01", "mismatch"),
    ],
)
def test_a_release_that_the_set_lacks_contradicts_nothing(figure: str, date: str, expected: str) -> None:
    """1000.0 came out two years after its year: what was printed before, and after, may be another release; another size is none."""
    late = reference("output 甲省 2021 1000.0 final 2023-06-01")
    assert said(judged(claim(figure, period="2021"), late, date)) == expected


def test_growth_from_two_releases_leaves_room_for_a_revision() -> None:
    """1100 over 1000 is 10 percent, and 9 or 11 if the base was revised; of one release it is 10."""
    rows = "sales 甲省 2023 1000 final 2024-02\nsales 甲省 2024 1100 final {}"
    for published, expected in (("2025-02", "not_comparable"), ("2024-02", "mismatch")):
        known = reference(rows.format(published))
        assert said(judged(claim("10.9%", "sales", statement="growth", direction="up", period="2024"), known)) == expected
        assert said(judged(claim("10.0%", "sales", statement="growth", direction="up", period="2024"), known)) in {"match", "compatible"}


@pytest.mark.parametrize(("figure", "expected", "firm"), [("5.3%", "mismatch", False), ("5.1%", "mismatch", False), ("5.4%", "mismatch", True), ("5.25%", "compatible", None), ("5.20%", "compatible", None)])
def test_a_last_digit_off_by_one_is_a_warning(figure: str, expected: str, *, firm: bool | None) -> None:
    """5.2% and 5.3% only touch, at 5.25%, which no one rounds both ways."""
    verdict = judged(claim(figure, statement="growth", direction="up"), known())
    assert said(verdict) == expected
    assert getattr(verdict, "firm", None) == firm


def test_what_only_touches_after_conversion_is_neither_right_nor_wrong() -> None:
    """4890 million and 48.91亿 share 4890.5 million, which may be rounded to either."""
    known = reference("people 甲省 2025 4890 final 2026-02 unit: 百万人")
    assert said(judged(claim("48.91亿人", "people"), known)) == "not_comparable"
    assert said(judged(claim("48.90亿人", "people"), known)) == "match"
    assert said(judged(claim("48.92亿人", "people"), known)) == "mismatch"


@pytest.mark.parametrize(("figure", "hedge", "expected"), [("100亿元", "ge", "not_comparable"), ("700亿元", "ge", "match"), ("20000亿元", "le", "not_comparable"), ("2000亿元", "le", "match")])
def test_a_bound_of_another_size_proves_nothing(figure: str, hedge: Hedge, expected: str) -> None:
    """1亿元以上 is true of every province's output."""
    assert said(judged(claim(figure, hedge=hedge), known())) == expected
