"""折合差错: what an article's errors count by the press's own measure, and where a headline stands."""

from __future__ import annotations

import json

import pytest

from factcheck.headline import headline
from factcheck.model import Article, Checked, Context, Finding, Missing, Problem, Reading, Report, Severity, Span, Text
from factcheck.report.as_json import check_json
from factcheck.report.layout import lines
from factcheck.report.lines import Look
from factcheck.report.plain import draw
from factcheck.report.score import score

BODY = "全市共有民营医院120家。" * 40
TEXT = "全市民营医院达135家\n\n" + BODY
SAID = Text("有误", "wrong")
UNKNOWN = Missing(SAID)


def checked(*findings: tuple[int, Severity, str], text: str = TEXT) -> Checked:
    """An article with findings, each of two characters at a place, of a severity and a rule."""
    reading = Reading(Article.of("a.txt", text), Context(UNKNOWN, UNKNOWN), (), (), (), ())
    found = (Finding(rule, Problem(severity, Span(at, at + 2), SAID)) for at, severity, rule in findings)
    return Checked(reading, (), tuple(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全市医院达135家\n\n正文在此，有句号。\n", "全市医院达135家"),
        ("引题一行\n主标题在此\n副题一行\n正文在此。", "引题一行\n主标题在此\n副题一行"),
        ("正文第一句就有句号。\n第二段。\n", ""),
        ("只有一行没有句号", ""),
        ("\n\n标题\n正文。", "标题"),
        ("A short headline\nThe text begins here, and ends.\n", "A short headline"),
    ],
)
def test_a_headline_is_the_short_lines_before_the_text(text: str, expected: str) -> None:
    """Up to three lines without a full stop, above something else."""
    span = headline(Article.of("a.txt", text))
    assert text[span.start : span.end] == expected


def test_an_error_counts_one_and_two_in_a_headline() -> None:
    """Weights of the measure: 1 in the text, 2 in the headline and for what a nation marks; warnings count nothing."""
    found = score([checked((5, "error", "r"), (30, "error", "r"), (40, "error", "anniversary-miscounts"), (50, "warning", "r"))])
    assert [row.weight for row in found.rows] == [2, 1, 2]
    assert found.total == 5


def test_the_same_error_counts_three_times_at_most() -> None:
    """One rule and the same two characters again and again count three, another error beside them counts."""
    at = [TEXT.index("120") + BODY.index("。", 1) * index + index for index in range(5)]
    assert {TEXT[start : start + 2] for start in at} == {"12"}
    found = score([checked(*((start, "error", "r") for start in at), (at[0], "error", "other"))])
    assert [row.weight for row in found.rows] == [1, 1, 1, 0, 0, 1]


def test_the_rate_is_per_ten_thousand_characters_that_are_set() -> None:
    """Blanks and line ends are no characters; three in ten thousand pass, more do not."""
    long = checked((30, "error", "r"), (44, "error", "s"), (60, "error", "t"), text="标题\n" + "字 " * 9998)
    assert score([long]).characters == 10_000
    assert score([long]).passes
    assert not score([checked((30, "error", "r"))]).passes


def test_reports_show_the_score() -> None:
    """The text has the table on request only; JSON always has the sum and each finding's weight."""
    report = Report((checked((5, "error", "r")),))
    assert "折合差错" not in draw(lines(report, Look()))
    drawn = draw(lines(report, Look(score=True)))
    assert "  2  r  1:6 院达  标题" in drawn
    assert "不合格" in drawn
    (article,) = json.loads(check_json(report, "zh"))["articles"]
    assert article["score"]["errors"] == 2
    assert [finding["score"] for finding in article["findings"]] == ["2"]
