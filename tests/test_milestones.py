"""Records, first times and years in a row: how they are read, and what the official figures of the years say of them."""

from __future__ import annotations

import pytest

from factcheck.grammar import read
from factcheck.model import (
    Article,
    Assumed,
    Claim,
    Context,
    Milestone,
    Mismatch,
    Missing,
    Span,
    Stated,
    Text,
    Unchecked,
    Vocabulary,
    Weak,
)
from factcheck.period import Period
from factcheck.reference import ReferenceSet, judge, milestone_verdict
from judging import claim, reference, said

READ = [
    ("2025年，全县茶叶产量5.2万吨，同比增长3%，再创历史新高。", "high 创历史新高 3%"),
    ("2025年，全县茶叶产量创历史新高，达到5.2万吨。", "high 创历史新高 5.2万吨"),
    ("2025年，全县新生儿0.5万人，为2015年以来最低。", "low 为2015年以来最低 0.5万人 since 2015"),
    ("2025年，全县茶叶产量首次突破5万吨大关。", "above 首次突破5万吨 5万吨"),
    ("2025年，全县煤炭消费量首次降至5万吨以下。", "below 首次降至5万吨以下 5万吨"),
    ("2025年，全县茶叶产量连续6年稳定在5万吨以上。", "years_above 连续6年稳定在5万吨以上 5万吨 6"),
    ("2025年，全县茶叶产量连续第六年超过5万吨。", "years_above 连续第六年超过5万吨 5万吨 6"),
    ("2025年，全县茶叶产量连续三年保持增长。", "years_up 连续三年保持增长 三年 3"),
    ("2025年，全县煤炭消费量连续5年下降。", "years_down 连续5年下降 5年 5"),
    ("Tea output reached a record high of 5.2 million tonnes in 2025.", "high a record high of 5.2 million tonnes"),
    ("Tea output was 5.2 million tonnes in 2025, a record high.", "high a record high 5.2 million tonnes"),
    ("Tea output was 5.2 million tonnes in 2025, the lowest since 2015.", "low the lowest since 2015 5.2 million tonnes since 2015"),
    ("Tea output topped 5 million tonnes for the first time in 2025.", "above 5 million tonnes for the first time 5 million tonnes"),
    ("Tea output stayed above 5 million tonnes for the 6th straight year.", "years_above 5 million tonnes for the 6th straight year 5 million tonnes 6"),
    ("Tea output rose 3.2 percent for the fifth consecutive year.", "years_up for the fifth consecutive year 3.2 percent 5"),
]  # fmt: skip
NOT_READ = [
    "2026年，全县茶叶产量有望创历史新高，达到5.6万吨。",
    "2025年，全县茶叶产量5.2万吨，茶叶均价创历史新高。",
    "2025年12月，全县单月茶叶产量首次突破1万吨。",
    "2025年，全县茶叶产量5.2万吨，增速3%，创三年来新高。",
    "2025年，全县茶叶产量5.2万吨，接近历史最高水平。",
    "该生连续3年获得一等奖学金5000元。",
    "全县茶叶产量连续3年增长10%以上。",
    "The singer sold 5.2 million records in 2025, and the athlete broke the record.",
]
RISING = "\n".join(f"output 甲省 {year} {100 + 10 * (year - 2013)} final {year + 1}-03" for year in range(2013, 2026))
DIPPED = RISING.replace("output 甲省 2022 190", "output 甲省 2022 175")


def told(text: str) -> list[str]:
    """What is read of a text, one line for each milestone."""
    article = Article.of("a.txt", text)
    found = read(article, Vocabulary(), Period.parse("2026-06-18"), "东山县").milestones
    return [_line(text, one) for one in found]


def _line(text: str, one: Milestone) -> str:
    words = [one.feat, text[one.span.start : one.span.end], one.claim.mention.surface]
    return " ".join([*words, *([str(one.years)] if one.years else []), *([f"since {one.since}"] if one.since else [])])


@pytest.mark.parametrize(("text", "line"), READ)
def test_milestones_are_read(text: str, line: str) -> None:
    """Each with the figure that it is told of, in both languages."""
    assert told(text) == [line]


@pytest.mark.parametrize("text", NOT_READ)
def test_what_is_no_milestone(text: str) -> None:
    """What is hoped for, told of something without a figure, of a month or some years only, or no statistic, is none."""
    assert told(text) == []


def verdict(one: Claim, rows: str, feat: str, *, years: int = 0, since: int | None = None) -> object:
    """The verdict on a milestone of a claim, in an article of June 2026."""
    known: ReferenceSet = reference(rows)
    context = Context(Stated(Period.parse("2026-06-18")), Missing(Text("", "")))
    milestone = Milestone(feat, Span(0, 5), one, years, since)  # type: ignore[arg-type]
    return milestone_verdict(milestone, judge(one, known, context), known, context)


def test_a_record_needs_every_year_before_below_it() -> None:
    """Twelve years without a gap confirm it; a higher year refutes it and is named."""
    assert said(verdict(claim("220亿元"), RISING, "high")) == "match"  # type: ignore[arg-type]
    found = verdict(claim("175亿元", period="2022"), DIPPED, "high")
    assert said(found) == "mismatch"  # type: ignore[arg-type]
    assert found.why.zh == "创新高：官方2021年为180亿元，高于2022年的175亿元（试验统计局）"  # type: ignore[attr-defined]


def test_a_short_series_confirms_no_record() -> None:
    """Three years before are no history, and a gap ends what is known; nothing is said to be wrong."""
    assert said(verdict(claim("220亿元"), "\n".join(RISING.splitlines()[-4:]), "high")) == "no_reference"  # type: ignore[arg-type]
    gap = "\n".join(line for line in RISING.splitlines() if "甲省 2020" not in line)
    assert said(verdict(claim("220亿元"), gap, "high")) == "no_reference"  # type: ignore[arg-type]


def test_a_record_since_a_year_is_confirmed_by_the_years_since() -> None:
    """And refuted only by one of them."""
    assert said(verdict(claim("220亿元"), "\n".join(RISING.splitlines()[-6:]), "high", since=2020)) == "match"  # type: ignore[arg-type]
    assert said(verdict(claim("175亿元", period="2022"), DIPPED, "high", since=2020)) == "mismatch"  # type: ignore[arg-type]


def test_a_release_that_was_not_higher_is_no_proof() -> None:
    """The year before was 191 at first and revised to 205: whoever wrote a record of 200 may have gone by the first."""
    rows = f"{RISING}\noutput 甲省 2022 205 revised 2026-01"
    assert said(verdict(claim("200亿元", period="2023"), rows, "high")) == "no_reference"  # type: ignore[arg-type]


def test_a_mark_that_was_passed_before_is_not_passed_for_the_first_time() -> None:
    """The first year beyond it is named; the year itself confirms with all years before below the mark."""
    found = verdict(claim("200亿元", hedge="gt", period="2025"), RISING, "above")
    assert said(found) == "mismatch"  # type: ignore[arg-type]
    assert "2024年为210亿元" in found.why.zh  # type: ignore[attr-defined]
    assert said(verdict(claim("215亿元", hedge="gt"), RISING, "above")) == "match"  # type: ignore[arg-type]


def test_a_mark_of_another_size_is_of_something_else() -> None:
    """单季首次突破50亿元: not of the year, whatever its period was taken to be."""
    assert said(verdict(claim("50亿元", hedge="gt"), RISING, "above")) == "no_reference"  # type: ignore[arg-type]


def test_years_in_a_row_beyond_a_mark() -> None:
    """Each of the years counts; the one that breaks the row is named, and a row that is longer is said to be."""
    mark = claim("185亿元", hedge="ge")
    assert said(verdict(mark, RISING, "years_above", years=4)) == "match"  # type: ignore[arg-type]
    found = verdict(mark, RISING, "years_above", years=5)
    assert said(found) == "mismatch"  # type: ignore[arg-type]
    assert "2021年为180亿元" in found.why.zh  # type: ignore[attr-defined]
    longer = verdict(mark, RISING, "years_above", years=3)
    assert isinstance(longer, Weak)
    assert "已连续4年" in longer.why.zh


def test_an_assumed_year_may_be_the_one_before() -> None:
    """A row that the text does not date is wrong only if it is wrong up to either year."""
    undated = claim("185亿元", hedge="ge")._replace(period=Assumed(Period.parse("2025"), Text("", "")))
    assert said(verdict(undated, RISING, "years_above", years=3)) in {"match", "weak"}  # type: ignore[arg-type]
    assert said(verdict(undated, RISING, "years_above", years=6)) == "mismatch"  # type: ignore[arg-type]


def test_years_of_growth_at_constant_prices_go_by_published_rates() -> None:
    """Levels at current prices say nothing of real growth; of sales they do."""
    assert said(verdict(claim("220亿元"), RISING, "years_up", years=3)) == "no_reference"  # type: ignore[arg-type]
    rates = "\n".join(f"output_growth 甲省 {year} {rate} final {year + 1}-03" for year, rate in ((2023, "3.1"), (2024, "-0.5"), (2025, "2.2")))
    found = verdict(claim("220亿元"), f"{RISING}\n{rates}", "years_up", years=3)
    assert said(found) == "mismatch"  # type: ignore[arg-type]
    assert "2024年为-0.5%" in found.why.zh  # type: ignore[attr-defined]
    sales = RISING.replace("output", "sales")
    assert said(verdict(claim("220亿元", "sales"), sales, "years_up", years=5)) == "match"  # type: ignore[arg-type]
    dipped = verdict(claim("220亿元", "sales"), DIPPED.replace("output", "sales"), "years_up", years=5)
    assert "2022年为175亿元，上年为180亿元" in dipped.why.zh  # type: ignore[attr-defined]


def test_nothing_is_said_of_a_figure_that_is_wrong_itself() -> None:
    """Its own finding says so."""
    found = verdict(claim("320亿元"), RISING, "high")
    assert isinstance(found, Unchecked)
    assert found.reason == "not_comparable"


def test_figures_made_anew_since_refute_nothing() -> None:
    """A year before that is higher as it was reckoned before a census says nothing of a record after it, nor breaks a row of years."""
    old = RISING.replace("output 甲省 2020 170 final 2021-03", "output 甲省 2020 230 final 2021-03 note: 四经普前口径")
    assert said(verdict(claim("220亿元"), old, "high")) == "no_reference"  # type: ignore[arg-type]
    low = RISING.replace("output 甲省 2023 200 final 2024-03", "output 甲省 2023 150 final 2024-03 note: 四经普前口径")
    assert said(verdict(claim("185亿元", hedge="ge"), low, "years_above", years=4)) == "no_reference"  # type: ignore[arg-type]


def test_what_came_out_later_refutes_softly() -> None:
    """Nobody could know when the article appeared, so it is a warning at most."""
    later = DIPPED.replace("output 甲省 2021 180 final 2022-03", "output 甲省 2021 180 final 2026-09")
    found = verdict(claim("175亿元", period="2022"), later, "high")
    assert isinstance(found, Mismatch)
    assert not found.firm
    certain = verdict(claim("175亿元", period="2022"), DIPPED, "high")
    assert isinstance(certain, Mismatch)
    assert certain.firm
