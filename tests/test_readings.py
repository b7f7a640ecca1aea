"""How sentences are read: what each figure measures, whose it is, when, and how it changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.grammar import read
from factcheck.grammar.binding.known import indicator_ids
from factcheck.model import Article, Claim, Missing, Reading, Vocabulary
from factcheck.period import Period
from factcheck.pipeline import extract
from factcheck.reference import ReferenceSet
from factcheck.text import view

HERE = Path(__file__).parent / "readings"
_OPTIONS = re.compile(r"\s*\[([^\]]*)\]$")


class Case(NamedTuple):
    """A sentence with its options and what each of its figures is."""

    place: str
    text: str
    options: dict[str, str]
    figures: tuple[tuple[str, ...], ...]


def _cases() -> Iterator[Case]:
    for path in sorted(HERE.glob("*.txt")):
        blocks = re.split(r"(?m)^(?=> )", path.read_text(encoding="utf-8"))
        line = blocks[0].count("\n") + 1
        for block in blocks[1:]:
            head, *rows = block.strip().split("\n")
            found = _OPTIONS.search(head)
            options = dict(part.split("=") for part in found.group(1).split()) if found else {}
            figures = tuple(tuple(field.strip() for field in row.split("|")) for row in rows if row.strip() and not row.startswith("#"))
            yield Case(f"{path.name}:{line}", _OPTIONS.sub("", head[2:]), options, figures)
            line += block.count("\n")


def _read(case: Case) -> Reading:
    published = case.options.get("published")
    vocabulary = Vocabulary({"地区生产总值": ("gdp",), "经济总量": ("gdp",), "gdp": ("gdp",), "国土面积": ("land",), "人口": ("population",)})
    seen = view(Article.of("case", case.text))
    return seen.put_back(read(seen.read, vocabulary, Period.parse(published) if published else None, case.options.get("region")))


def _fields(claim: Claim) -> tuple[str, ...]:
    area = claim.area.value.name if not isinstance(claim.area, Missing) else "-"
    return (
        claim.mention.surface,
        claim.indicator.value or "-",
        area,
        claim.period.value.text if claim.period.value else "-",
        " ".join(filter(None, (claim.change, claim.direction))),
        claim.base.value.text if claim.base.value else "-",
    )


@pytest.mark.parametrize("case", list(_cases()), ids=lambda case: case.place)
def test_a_sentence_is_bound_as_an_editor_would_bind_it(case: Case) -> None:
    """Each figure of the case has the indicator, area, period, change and base that the line under the sentence says."""
    claims = [_fields(claim) for claim in _read(case).claims]
    for wanted in case.figures:
        same = [claim for claim in claims if claim[0] == wanted[0]]
        assert same, f"{case.place}: {wanted[0]} was not read; read were {[claim[0] for claim in claims]}"
        padded = (*wanted, *[""] * (6 - len(wanted)))
        fits = [claim for claim in same if all(not want or want == got for want, got in zip(padded, claim, strict=True))]
        assert fits, f"{case.place}: wanted {wanted}, read {same}"


def test_a_slot_that_the_text_does_not_state_says_why() -> None:
    """What is carried on or missing has a reason in both languages, so that trace can show it."""
    reading = read(Article.of("case", "全市粮食产量12万吨，增长3%。产值9亿元。预计达80亿元。"), Vocabulary())
    for claim in reading.claims:
        for slot in (claim.indicator, claim.area, claim.period):
            why = getattr(slot, "why", None)
            assert why is None or (why.zh and why.en)


def test_the_year_is_inferred_from_the_plan_and_said_to_be() -> None:
    """“十五五”开局之年 makes the article one of 2026 without any clock, and the slot says that it was inferred."""
    published = read(Article.of("case", "这是“十五五”开局之年。6月16日，代表团抵达。"), Vocabulary()).context.published
    assert published.value == Period.of_year(2026)
    assert "推定" in published.why.zh  # type: ignore[union-attr]


def test_without_a_year_in_the_text_none_is_guessed() -> None:
    """A day without a year keeps its month and day only."""
    mention = read(Article.of("case", "8月13日，大坝合龙。"), Vocabulary()).mentions[0]
    assert mention.period is not None
    assert mention.period.text == "--08-13"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("标题\n\n本报讯 记者 余算 2026年3月12日\n\n今年增产。", "2026-03-12"),
        ("标题\n发布时间：2025-12-31 10:00\n", "2025-12-31"),
        ("标题\n(2023年5月7日)\n正文。", "2023-05-07"),
    ],
)
def test_the_dateline_is_read_to_its_last_digit(text: str, date: str) -> None:
    """A dateline in the head of an article is its own date, days of two digits included."""
    assert read(Article.of("case", text), Vocabulary()).context.published.value == Period.parse(date)


@pytest.mark.parametrize(
    "text",
    ["The port grew by 4 percent.\n\nMAIN TARGETS FOR 2018\n- Freight growth of 6.5 percent\n- Exports of $3 billion\n\nFreight was 5 million tons.",
     "全港增长4%。\n\n2018年主要目标\n——货运量增长6.5%\n——出口30亿元\n\n货运量500万吨。"],
)  # fmt: skip
def test_a_heading_of_targets_holds_for_its_list_and_no_further(text: str) -> None:
    """What stands in the list is a target of the heading's year; what comes before or behind is none."""
    claims = read(Article.of("case", text), Vocabulary(), Period.parse("2018-03-05")).claims
    assert [claim.modality for claim in claims] == ["actual", "target", "target", "actual"]
    assert [claim.period.value for claim in claims[1:3]] == [Period.of_year(2018)] * 2


@pytest.mark.parametrize(
    "name",
    ["grain output", "output of grain", "The country's total grain output", "national grain output", "production of grain", "grain production",
     "yield of grain", "grain output (preliminary)"],
)  # fmt: skip
def test_an_english_name_is_known_however_it_is_turned(name: str) -> None:
    """The words of a name may stand the other way round, with words before it that add nothing."""
    assert indicator_ids(Vocabulary({"grainoutput": ("grain",)}), name) == ("grain",)


@pytest.mark.parametrize("name", ["added value of the secondary industry", "value added in the secondary industry", "secondary sector value added"])
def test_value_added_has_many_names(name: str) -> None:
    """Value added of, in and by an industry, or added value, are one."""
    assert indicator_ids(Vocabulary({"valueaddedofthesecondaryindustry": ("secondary",)}), name) == ("secondary",)


def test_a_name_with_more_in_it_is_another() -> None:
    """Per-unit output and the output of summer grain are not grain output."""
    known = Vocabulary({"grainoutput": ("grain",), "gdppercapita": ("head",)})
    assert [indicator_ids(known, name) for name in ("output of summer grain", "per-unit grain output", "per capita GDP")] == [(), (), ("head",)]


def test_rows_of_a_table_may_be_parted_by_single_blanks() -> None:
    """A row a line, under a heading that gives each column its unit; prose with as many blanks is no table."""
    table = "某县2019年生产总值\n指标 绝对值(万元) 比上年增长(%)\n农林牧渔业 41200 3.1\n工业 9260 -12.4\n批发和零售业 6710 5.0\n"
    claims = read(Article.of("case", table), Vocabulary()).claims
    assert [(c.indicator.value, c.mention.value, c.change, c.direction) for c in claims[2:4]] == [
        ("工业", 92600000, "level", None),
        ("工业", Fraction("-12.4"), "growth_rate", "down"),
    ]
    prose = read(Article.of("case", "全县 共有 12 个乡镇 面积 1300 平方公里 人口 41 万人。"), Vocabulary())
    assert [claim.mention.unit for claim in prose.claims] == [None, "km2", "person"]


def test_a_year_report_that_has_lost_its_title_is_of_the_year_before() -> None:
    """Its sections (一、综合) and 全年 show what it is, whatever it calls 今年, and 较上半年 in its preface names no frame."""
    text = "今年以来，全县稳中求进，增幅较上半年有所回落。\n一、综合\n全年完成生产总值88亿元。\n人均生产总值2.2万元。"
    claims = read(Article.of("case", text), Vocabulary(), Period.parse("2018-03-20")).claims
    assert [claim.period.value.text if claim.period.value else "" for claim in claims] == ["2017", "2017"]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Acme & Sons on Tuesday reported sales of $3 billion.", ["Acme & Sons"]),
        ("Bolt's net profit rose 4 percent. The company sold 3 million bolts. Revenue was $2 billion.", ["Bolt"] * 3),
        ("Nord Steel said it earned $5 million. Brazil's steel output fell 2 percent.", ["Nord Steel", "巴西"]),
        ("The Bureau of Statistics reported growth of 4 percent.", [None]),
        ("Monday's sales rose 4 percent.", [None]),
    ],
)
def test_an_english_figure_of_no_place_is_of_the_firm_that_is_spoken_of(text: str, whose: list[str | None]) -> None:
    """A firm that owns a figure or does the earning is its subject, and so in sentences that go on about it; a day is none, a place outranks it."""
    assert [claim.subject.value for claim in read(Article.of("case", text), Vocabulary()).claims] == whose


def test_the_day_of_a_dateline_is_not_what_last_year_is_counted_from() -> None:
    """A report of 2017 that came out in 2018 means 2016 by 上年."""
    text = "某县2017年统计公报\n(2018年2月28日)\n三次产业结构由上年的24.8:41.7:33.5调整为22.7:42.8:34.5。"
    periods = [claim.period.value for claim in read(Article.of("case", text), Vocabulary()).claims]
    assert periods == [Period.of_year(2016), Period.of_year(2017)]


def test_the_last_of_the_places_in_a_headline_is_what_the_article_is_about() -> None:
    """A town that no list has, behind the city that it lies in, is whose figures 全市 gives."""
    text = "烟台市莱东市2009年统计公报\n\n全年全市出口总值21万美元，增长5%。"
    assert {claim.area.value.name for claim in read(Article.of("case", text), Vocabulary()).claims if claim.area.value} == {"莱东市"}


def test_what_was_expected_is_no_outcome() -> None:
    """A figure before `forecast` or `consensus` is what others thought, not what came."""
    text = "Factory output rose 6.4 percent in March 2025, well above the 5.1 percent yearly consensus."
    claims = read(Article.of("case", text), Vocabulary(), Period.parse("2025-04-16")).claims
    assert [claim.modality for claim in claims] == ["actual", "forecast"]


@pytest.mark.parametrize(
    ("heading", "modality"),
    [
        ("“十五五”时期主要目标任务", "target"), ("二、2027年工作安排", "target"), ("2026年重点工作部署", "target"),
        ("2025年工作回顾", "actual"), ("2025年重点工作", "actual"), ("超额完成全年任务", "actual"),
    ],
)  # fmt: skip
def test_a_part_of_a_report_on_times_to_come_tells_targets(heading: str, modality: str) -> None:
    """What stands in the part on the plan's tasks is to come, to the next part that looks back; that on the year before is done."""
    text = f"某市政府工作报告\n\n{heading}\n\n主要做好以下几方面。\n\n地区生产总值增长5%左右。\n\n三、2025年工作回顾\n\n地区生产总值增长5.2%。"
    claims = read(Article.of("case", text), Vocabulary(), Period.parse("2026-02-05")).claims
    assert [claim.modality for claim in claims] == [modality, "actual"]


def test_an_item_whose_mark_is_not_read_belongs_to_its_heading() -> None:
    """The article as the command reads it: list marks are gone, and items are still under their heading of targets."""
    text = "2026年主要目标\n\n■ 地区生产总值增长5%左右\n\n■ 城镇新增就业12万人\n\n去年，城镇新增就业11万人。\n"
    empty = ReferenceSet.empty()
    found = {claim.mention.surface: claim.modality for claim in extract(Article.of("case", text), empty, Period.parse("2026-02-05")).claims}
    assert found == {"5%": "target", "12万人": "target", "11万人": "actual"}
