"""No text stops the program: whatever words stand in whatever order, every report is drawn, and each figure is where it says.

`FACTCHECK_EXAMPLES=20000 pytest tests/test_any_text.py` looks longer than the suite has time for.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.grammar import lexicon, unit_words
from factcheck.harvest import harvest
from factcheck.model import Article, Checked, Report, Source
from factcheck.period import Period
from factcheck.pipeline import check, extract
from factcheck.reference import ReferenceSet, default_paths
from factcheck.report import layout, mentions, trace
from factcheck.report.as_json import check_json, check_jsonl, extract_jsonl
from factcheck.report.lines import Look
from factcheck.report.plain import draw
from factcheck.rules import all_rules

REFERENCE = ReferenceSet.open(default_paths())
SOURCE = Source("公报", "统计局", "2026-02-28", "https://example.org")
EXAMPLES = int(os.environ.get("FACTCHECK_EXAMPLES", "100"))


def reported(text: str, published: str | None = None) -> str:
    """The JSON of one article, which draws all of it."""
    result = check(Article.of("x.txt", text), REFERENCE, all_rules(), Period.parse(published) if published else None)
    return check_json(Report((result,)), "zh")


@pytest.mark.parametrize(
    "text",
    [
        "1" + "万2025" * 3000,
        "3亿" + "5千万" * 2000,
        "one" + " hundred" * 3000,
        "two" + " million million" * 2000 + " yuan",
        "twenty" + "-one thousand" * 2000,
        "半" * 5000,
        "百亿" * 3000,
        "1月" * 3000 + "末",
    ],
    ids=lambda text: text[:12],
)
def test_numerals_without_end_are_survived(text: str) -> None:
    """A number that goes on for thousands of words is read in part or not at all; it is never a crash, nor a number of thousands of digits."""
    read = json.loads(reported(text))["articles"][0]
    assert all(len(str(claim["value"])) < 100 for claim in read["claims"])


@pytest.mark.parametrize("text", ["two" + " million" * 2000 + " yuan", "Nine" + " hundred trillion-trillion" * 40 + " people", "六" + "亿" * 9 + "元"])
def test_a_number_beyond_40_digits_is_none_and_is_named(text: str) -> None:
    """It is listed as longer than any figure, as digits without end are."""
    reading = extract(Article.of("x.txt", text), REFERENCE)
    assert not reading.mentions
    assert reading.unread


@pytest.mark.parametrize(
    "text",
    ["1月融资余额下降近1000亿元。", "截至3月末，贷款余额2万亿元，比年初增加500亿元。", "12月31日存款余额3亿元。", "二季度末，用户数达到3亿户。"],
)
def test_a_stock_of_a_month_without_a_year(text: str) -> None:
    """A time whose year nobody knows is one without a year, at its end as well."""
    assert json.loads(reported(text))["articles"][0]["claims"]


@pytest.mark.parametrize("published", [None, "0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "text",
    [
        "贵州粮食产量2024年连续3000年居全国第一位。",
        "2024年2月29日，我国外汇储备32000亿美元，比2023年增长5%。",
        "Exports rose 5% last month and 6% next month. 上月出口增长5%，明年GDP增长3%。",
        "上月出口 last month 增长5%，30日增长6%。",
        "过去三千年间，2024年全国人口增长了5%。",
        "截至2024年2月29日，贷款余额5亿元，上年同期4亿元。",
    ],
)
def test_times_that_no_calendar_has(text: str, published: str | None) -> None:
    """A year before the first, beyond the last, or without its 29 February is no time, and no crash."""
    assert json.loads(reported(text, published))["articles"][0]["not_checked"] is None


@pytest.mark.parametrize("text", ["19.1 一、percent\nthe 1990s", "3.2 二、3亿元", "1. 2.1 三、四个", "十二、3.1 五五开"])
def test_no_figure_is_part_of_another(text: str) -> None:
    """Each character is of one figure at most, also where numbers of lists stand one behind the other."""
    ends = [0]
    for mention in extract(Article.of("x.txt", text), REFERENCE).mentions:
        assert ends[-1] <= mention.span.start < mention.span.end
        ends.append(mention.span.end)


# --------------------------------------------------------------------------------------------- any words in any order

def words_in(table: object) -> Iterator[str]:
    """All texts of the program's own lists of words."""
    if isinstance(table, str):
        yield table
    else:
        for item in [*table, *table.values()] if isinstance(table, dict) else table if isinstance(table, list) else ():
            yield from words_in(item)


UNITS = sorted({word for words in unit_words._index().values() for word in words})
TIMES = """1月 3月末 二季度末 上半年 年底 6月30日 2月30日 2024年2月29日 去年 上年同期 2025年 2024年末 前三季度 1-5月 本周 截至目前 十四五期间 2016—2020年 2012年以来 过去五年 三千年来
 0001年 9999年 0年 13月 20世纪80年代 当月 last_month in_2024 the_first_half since_1949 Q1 FY25 2019/20 24:61 农历正月 星期三""".split()
CHANGES = """同比 环比 比年初 比上年 比2020年末 比3000年前 较2月29日 年均 增长 下降 增至 由5%升至 从100亿元增长到 占全国的 居全国第 连续 首次突破 创历史新高，达 翻了 贡献率为 拉动经济增长 是2020年的
 rose fell from to by compared_with accounted_for doubled 分别 其中 人均 合计""".split()
FIGURES = """5% -3% −3.5% 2.41‰ 3个百分点 两倍 翻一番 三成 1/3 0/0 3:2 第二 十几 数百 百万 1.2万 3亿 6.5万人次 1401879亿元 0元 3000年 36000年 40位 2小时30分 6英尺2英寸 $5 £3bn 28-14 5.5.5 1,2,3
 half_a_million twenty-one three_million five_percent 123456789012345678901234567890 １２ ％ ① ² ٣ 〇 两""".split()
SIGNS = ["、", "，", "。", "；", "：", "（", "）", "“", "”", "\n", "\n\n", "# ", "| ", "> ", "1. ", "- ", "–", "—", "−", "~", "·", " ", "\u200b", "\u3000", "\ufeff", "\u202e", "\x85", "\u2028", "\r", "\ud800", "🙂", "---\n"]
NAMES = ["国内生产总值", "余额", "出口", "人口", "外汇储备", "全国", "全省", "贵州", "美国", "GDP", "exports", "China's", *sorted(REFERENCE.vocabulary.indicators)]
ANY = [word.replace("_", " ") for word in (*TIMES, *CHANGES, *FIGURES, *SIGNS, *NAMES[:12])]
DAYS = st.sampled_from([None, None, "2026-06-18", "2026", "2024-02-29", "0001-01-01", "9999-12-31"])
LISTED = sorted(set(words_in(lexicon._tables())))


def survived(text: str, published: str | None) -> None:
    """Check, draw in every way, and see that what was found is where it says."""
    result = check(Article.of("x.txt", text), REFERENCE, all_rules(), Period.parse(published) if published else None)
    for drawn in drawings(result):
        assert isinstance(drawn, str)
    end = 0
    for mention in result.reading.mentions:
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
    for finding in result.findings:
        assert all(0 <= span.start <= span.end <= len(text) for span in (finding.problem.span, *finding.problem.related))


def drawings(result: Checked) -> Iterator[Any]:
    """Everything that is drawn of an article."""
    report, look = Report((result,)), Look("en", 60, ascii=True, quiet=False, score=True, explain=True)
    assert json.loads(check_json(report, "zh"))["summary"]["checked"] == 1
    yield check_jsonl(report, "en")
    yield extract_jsonl([result.reading], "en", skipped=True)
    yield draw(layout.lines(report, look))
    yield draw(mentions.lines(result.reading, look, skipped=True))
    yield draw(trace.lines(result.reading, result.judged, look))
    harvest(result.reading, REFERENCE, SOURCE, "全国", "final")


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(ANY), st.sampled_from(ANY), st.sampled_from(LISTED), st.sampled_from(UNITS)), max_size=40), DAYS, st.sampled_from(["", "", " "]))
def test_words_in_any_order(words: list[str], published: str | None, between: str) -> None:
    """Times with and without a year, changes, hedges, units, signs, and every word that the program knows."""
    survived(between.join(words), published)


def one_of(words: list[str]) -> st.SearchStrategy[str]:
    """One of the words, or none."""
    return st.sampled_from(["", *(word.replace("_", " ") for word in words)])


SENTENCES = st.lists(
    st.tuples(one_of(TIMES), one_of(NAMES), one_of(TIMES), one_of(CHANGES), one_of(["约", "超过", "近", "不足", "nearly"]), st.sampled_from(FIGURES), one_of(UNITS), st.sampled_from("，、；。\n")),
    max_size=8,
)


@settings(max_examples=EXAMPLES, deadline=None)
@given(SENTENCES, DAYS)
def test_sentences_of_any_words(sentences: list[tuple[str, ...]], published: str | None) -> None:
    """What has the order of a sentence is bound, judged and told."""
    survived("".join(map("".join, sentences)), published)


@settings(max_examples=max(10, EXAMPLES // 10), deadline=None)
@given(st.lists(st.sampled_from([*ANY, *UNITS]), min_size=1, max_size=3), st.sampled_from(ANY), st.integers(10, 1000))
def test_the_same_words_over_and_over(words: list[str], last: str, times: int) -> None:
    """Some thousand characters of the same few words are no deeper than ten."""
    unit = "".join(words)
    survived(last + unit * min(times, 4000 // len(unit)) + last, None)


def test_every_unit_with_times_that_lack_a_year() -> None:
    """A month's stock, a quarter's growth and a day's level in each unit there is."""
    for shape in ("1月融资余额下降近5{}。", "二季度末，产量增至3亿{}；", "6月30日比年初多5{}，", "In March it fell 5 {}. "):
        survived("".join(shape.format(unit) for unit in UNITS), None)
