"""Renderers: snapshots of reports made by hand, carets that stay aligned, and nothing that a terminal would obey."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.interval import Interval
from factcheck.model import (
    Area,
    Article,
    Assumed,
    Checked,
    Claim,
    Context,
    Evidence,
    Finding,
    Judged,
    Match,
    Mention,
    Mismatch,
    Missing,
    NotChecked,
    Problem,
    Reading,
    Reason,
    Report,
    Slip,
    Slot,
    Source,
    Span,
    Stated,
    Statement,
    Status,
    Text,
    Unchecked,
    Unread,
    Verdict,
)
from factcheck.period import Period
from factcheck.report import as_json, layout, mentions, plain, terminal, trace
from factcheck.report.excerpt import excerpt
from factcheck.report.figures import exact, official, shown
from factcheck.report.lines import Look
from factcheck.report.tally import SEVERITIES, VERDICTS, tally
from factcheck.report.words import MARKS, WORDS, word
from factcheck.visible import cells, is_wide, visible

TEXT = "本省2025年生产总值14.85万亿元，\n人口1.2亿人，占全国的9%。新增工人3千名。"
BULLETIN = Source("统计公报", "统计局", "2026-02-28", "https://example.org/a")
YEARBOOK = Source("统计年鉴", "统计局", "2025-09")


def at(surface: str) -> Span:
    start = TEXT.index(surface)
    return Span(start, start + len(surface))


def claim(surface: str, value: Fraction, ulp: Fraction, unit: str, indicator: str, **slots: Any) -> Claim:
    mention = Mention(
        at(surface),
        surface,
        "percent" if unit == "percent" else "quantity",
        value,
        ulp=ulp,
        unit=unit,
        guaranteed=Interval.around(value, ulp / 2),
        via=("arabic_numeral", "unit"),
    )
    home: Slot[Area] = Assumed(Area("广东省", "440000"), Text("本省", "our province"))
    filled: dict[str, Any] = {
        "indicator": Stated(indicator),
        "subject": Missing(Text("未说明", "not said")),
        "area": home,
        "period": Stated(Period.parse("2025")),
        "statement": "level",
    }
    return Claim(mention, Span(0, len(TEXT)), Span(0, len(TEXT)), **filled | slots)


def evidence(value: str, low: Fraction, high: Fraction, **more: Any) -> Evidence:
    return Evidence(
        "gdp/广东省/2025@2026", value, Interval(low, high), "广东省", "2025", "preliminary", "2026", BULLETIN, **more
    )


GDP = claim("14.85万亿元", Fraction(14_850_000_000_000), Fraction(10_000_000_000), "CNY", "生产总值")
SHARE = claim("9%", Fraction(9), Fraction(1), "percent", "人口", statement="share", whole=Stated(Area("全国", "156")))
PEOPLE = claim("1.2亿人", Fraction(120_000_000), Fraction(10_000_000), "person", "人口")
WORKERS = claim("3千名", Fraction(3000), Fraction(1000), "person", "新增工人")

GDP_FOUND = evidence("145846.76 亿元", Fraction(14_584_675_500_000), Fraction(14_584_676_500_000))
INPUTS = (
    evidence("12859 万人", Fraction(12859), Fraction(12859)),
    evidence("140489 万人", Fraction(140489), Fraction(140489))._replace(source=YEARBOOK, area="全国"),
)
SHARE_FOUND = evidence(
    "9.153%",
    Fraction(91526, 10000),
    Fraction(91534, 10000),
    formula=Text("12859÷140489=9.153%", "12859/140489=9.153%"),
    inputs=INPUTS,
)


def reading(*claims: Claim, text: str = TEXT, path: str = "a.txt") -> Reading:
    context = Context(
        Assumed(Period.parse("2026"), Text("“今年”指2026", "“this year” is 2026")),
        Missing(Text("没有指明地区", "no region given")),
    )
    found = tuple(sorted((one.mention for one in claims), key=lambda mention: mention.span))
    unread = (Unread(at("2025"), "2025", "idiom"),) if text == TEXT else ()
    return Reading(Article.of(path, text), context, (Span(0, len(text)),), found, claims, unread)


def checked() -> Checked:
    slip = Slip("digit_changed", Text("一位数字写错", "a digit is wrong"), "14.58万亿元")
    problem = Problem(
        "error", GDP.span, Text("与官方数据不符", "differs from the official figure"), (SHARE.span,), "14.58万亿元", "", (slip,)
    )
    verdicts: list[tuple[Claim, Verdict]] = [
        (GDP, Mismatch(GDP_FOUND, Text("不在舍入范围内", "outside of rounding"), firm=True, slips=(slip,))),
        (PEOPLE, Unchecked("no_reference", Text("参考库没有“人口”", "no “population” in the set"))),
        (SHARE, Match(SHARE_FOUND, Text("相符", "fits"))),
        (WORKERS, Unchecked("not_comparable", Text("口径不同", "another scope"), GDP_FOUND._replace(value="3 千名"))),
    ]
    return Checked(
        reading(GDP, PEOPLE, SHARE, WORKERS),
        tuple(Judged(*pair) for pair in verdicts),
        (Finding("differs-from-reference", problem),),
    )


REPORT = Report((checked(), NotChecked("b.txt", "没有这个文件")), "d1g35t")


def text_of(report: Report, **look: Any) -> str:
    return plain.draw(layout.lines(report, Look(**look)))


def test_text_report() -> None:
    """The whole report of an article in Chinese: finding, evidence, what was confirmed, what was not compared, sums, and totals."""
    assert text_of(REPORT) == (
        "a.txt\n"
        "  文章日期  2026（推断：“今年”指2026）\n"
        "  本地      不详（没有指明地区）\n"
        "\n"
        "a.txt:1:12  ✗ 错误  differs-from-reference\n"
        "    本省2025年生产总值14.85万亿元，\n"
        "    　　    　　　　　^^^^^^^^^^^\n"
        "    与官方数据不符\n"
        "    文中      14.85万亿元（生产总值 · 广东省（推断：本省） · 2025）\n"
        "    官方      14.584676万亿元（145846.76 亿元，广东省，2025，初步数）\n"
        "    相差      +0.2653万亿元（+1.82%）\n"
        "    来源      《统计公报》，统计局，2026-02-28，https://example.org/a\n"
        "    核对      不符：不在舍入范围内\n"
        "    另见      2:13 9%\n"
        "    疑为      一位数字写错\n"
        "    应为      14.58万亿元\n"
        "\n"
        "有官方数据可对的：1\n"
        "  ✓ 2:13  9%（人口 · 广东省（推断：本省） · 2025 · 占比）  相符  9.153%（广东省，2025，初步数）"
        "  12859÷140489=9.153%；《统计公报》，统计局，2026-02-28，https://example.org/a；《统计年鉴》，统计局，2025-09\n"
        "\n"
        "没有核对的：2\n"
        "  · 没有参照数据 1：参考库没有“人口”\n"
        "      2:1.2亿人\n"
        "  · 口径不可比 1：口径不同\n"
        "      2:3千名\n"
        "        最近      14584676000千名（3 千名，广东省，2025，初步数）  《统计公报》，统计局，2026-02-28，https://example.org/a\n"
        "\n"
        "小结：错误 1，警告 0，提示 0；数字 4：相符 1，不符 1，未核对 2（没有参照数据 1，口径不可比 1）；不作数字读 1\n"
        "\n"
        "b.txt  ✗ 没有检查\n"
        "    没有这个文件\n"
        "\n"
        "合计：文章 1；错误 1，警告 0，提示 0；数字 4：相符 1，不符 1，未核对 2（没有参照数据 1，口径不可比 1）；不作数字读 1\n"
        "✗ 没有检查：1\n"
        "    b.txt：没有这个文件\n"
    )


def test_english_report_has_no_chinese_of_its_own() -> None:
    """With --lang en all words are English but for those of the article and of the sources."""
    report = text_of(REPORT, lang="en")
    assert "a.txt:1:12  ✗ error  differs-from-reference" in report
    assert "    why" not in report
    assert "    verdict   mismatch: outside of rounding\n" in report
    assert (
        "Summary: error 1, warning 0, note 0; figures 4: match 1, mismatch 1, unchecked 2 (no reference 1, not comparable 1)"
        in report
    )
    assert not [key for key in WORDS if word(key, "zh") in report and not word(key, "zh").isascii()]


def test_quiet_report_keeps_findings_and_sums() -> None:
    """--quiet leaves out what needs no action, and nothing else."""
    report = text_of(REPORT, quiet=True)
    assert "differs-from-reference" in report
    assert "小结" in report
    assert "有官方数据可对的" not in report
    clean = checked()._replace(findings=())
    assert text_of(Report((clean, clean)), quiet=True).startswith("合计：文章 2；错误 0")


def test_what_is_confirmed_shows_its_evidence_when_asked() -> None:
    """--explain-match: both ranges in one unit, the computation with each input and its source, the grade; without it one line."""
    report = text_of(REPORT, explain=True)
    assert "区间      文中（8.5～9.5%），官方（9.1526～9.1534%）" in report
    assert "取自      140489 万人（全国，2025，初步数） 《统计年鉴》，统计局，2025-09" in report
    assert "等级      A\n" in report
    assert "区间" not in text_of(REPORT)


def test_marks_fall_back_to_ascii() -> None:
    """On an output that can't hold them, marks and the carets' blanks are ASCII."""
    report = text_of(REPORT, ascii=True)
    assert "x 错误" in report
    assert not set("✗✓") & set(report)
    assert "\u3000" not in report


def test_json_report() -> None:
    """The contract's keys, exact values as strings, and sums that agree with what is listed."""
    report = json.loads(as_json.check_json(REPORT, "zh"))
    assert (report["schema"], report["reference"]) == (1, {"digest": "d1g35t"})
    first, second = report["articles"]
    assert second == {
        "path": "b.txt", "published": None, "characters": 0, "claims": [], "findings": [], "not_checked": "没有这个文件",
    }  # fmt: skip
    gdp, people, share, _ = first["claims"]
    assert (gdp["verdict"], gdp["value"], gdp["reference"]["source"]["publisher"]) == ("mismatch", "14850000000000", "统计局")
    assert gdp["difference"] == {"value": "265324000000", "percent": "1.819"}
    assert (people["verdict"], people["reason"], people["reference"]) == ("unchecked", "no_reference", None)
    assert [part["value"] for part in share["reference"]["computed_from"]] == ["12859 万人", "140489 万人"]
    (finding,) = first["findings"]
    assert finding["span"] == {"start": 11, "end": 19, "line": 1, "column": 12, "text": "14.85万亿元"}
    assert (finding["diagnosis"]["slip"], finding["score"], finding["related"][0]["text"]) == ("digit_changed", "1", "9%")
    assert report["summary"]["articles"] == 2
    assert sum(report["summary"]["verdicts"].values()) == report["summary"]["claims"] == len(first["claims"])


def test_jsonl_report_is_one_complete_line_an_article() -> None:
    """Each line says by itself which tool and which reference set it comes from."""
    rows = [json.loads(row) for row in as_json.check_jsonl(REPORT, "zh").splitlines()]
    assert [row["path"] for row in rows] == ["a.txt", "b.txt"]
    assert all(row["reference"]["digest"] == "d1g35t" for row in rows)


def test_extract_fields() -> None:
    """All fields of the contract's table, bounds with what is typical, and why a slot was assumed."""
    (item, *_), skipped = list(mentions.records(reading(GDP), "zh")), list(mentions.records(reading(), "zh", skipped=True))
    assert item == {
        "path": "a.txt", "start": 11, "end": 19, "line": 1, "column": 12, "surface": "14.85万亿元", "kind": "quantity",
        "value": "14850000000000", "low": None, "high": None,
        "bounds": {"low": "14845000000000", "high": "14855000000000", "low_open": False, "high_open": False, "typical": None},
        "unit": "CNY", "classifier": None, "hedge": "none", "change": None, "direction": None, "indicator": "生产总值", "subject": None,
        "area": "广东省", "period": "2025", "indicator_id": None, "area_code": "440000", "modality": "actual", "statement": "level",
        "via": ["arabic_numeral", "unit"], "assumed": {"area": "本省"},
    }  # fmt: skip
    assert [(one["surface"], one["skipped"]) for one in skipped] == [("2025", "idiom")]


def test_a_mention_without_claim_has_the_same_fields() -> None:
    """A reader of the lines need not ask which kind it is."""
    bound = next(mentions.records(reading(GDP), "zh"))
    loose = mentions.record(Article.of("a.txt", TEXT), GDP.mention, None, "zh")
    assert set(loose) == set(bound) - {"assumed"}


def test_trace() -> None:
    """Each slot says where it comes from, and the bounds stand in mathematics' own notation."""
    told = plain.draw(trace.lines(reading(GDP), checked().judged, Look()))
    assert "    保证      [14845000000000, 14855000000000]\n" in told
    assert "    地区      广东省（推断：本省）\n" in told
    assert "    不作数字读  idiom\n" in told
    assert "    核对      不符：不在舍入范围内\n" in told


def test_every_word_has_both_languages() -> None:
    """Every literal of the model that a report shows has a word in both languages."""
    shown_words = {*get_args(Reason), *get_args(Status), *get_args(Statement), *VERDICTS, *SEVERITIES}
    assert all(word(key, "zh") != key and word(key, "en") for key in shown_words)
    assert all(text.zh and text.en for text in WORDS.values())
    assert all(fallback.isascii() for _, fallback in MARKS.values())


def test_tally_conserves() -> None:
    """Listed = checked + not checked; claims = the sum of the verdicts; unchecked = the sum of the reasons."""
    counts = tally(REPORT.articles)
    assert counts.checked + counts.not_checked == len(REPORT.articles)
    assert sum(counts.verdicts.values()) == counts.claims == 4
    assert sum(counts.reasons.values()) == counts.verdicts["unchecked"] == 2


@given(st.fractions())
def test_exact_is_exact(value: Fraction) -> None:
    """What `exact` writes is the value, without exponent."""
    written = exact(value)
    assert Fraction(written) == value
    assert "e" not in written


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        ("9.1526", "9.1534", "9.153"),
        ("10.35", "10.45", "10.35～10.45"),
        ("389133", "389135", "389133～389135"),
        ("5", "5", "5"),
        (None, "2", "≤ 2"),
        ("2", None, "≥ 2"),
    ],
)
def test_intervals_for_people(low: str | None, high: str | None, text: str) -> None:
    """One number to the digits that both ends share, never with a digit before the point that is not known."""
    least, most = (None if end is None else Fraction(end) for end in (low, high))
    assert shown(Interval(least, most)) == text


@pytest.mark.parametrize(
    ("surface", "value", "ulp", "unit", "answer"),
    [
        ("140.19万亿元", 140_190_000_000_000, 10_000_000_000, "CNY", "140.1879万亿元"),
        ("1,401,800亿元", 140_180_000_000_000, 100_000_000, "CNY", "1401879亿元"),
        ("140多万亿元", 140_000_000_000_000, 1_000_000_000_000, "CNY", "140.1879万亿元"),
        ("一百四十万亿元", 140_000_000_000_000, 10_000_000_000_000, "CNY", "140187900000000元"),
    ],
)
def test_official_figure_in_our_unit(surface: str, value: int, ulp: int, unit: str, answer: str) -> None:
    """The official figure is shown in the unit in which the article writes its own; where that is not plain, in the base unit."""
    mention = Mention(Span(0, 1), surface, "money", Fraction(value), ulp=Fraction(ulp), unit=unit)
    found = Interval.around(Fraction(140_187_900_000_000), Fraction(50_000_000))
    assert official(mention, evidence("1401879 亿元", Fraction(1), Fraction(2))._replace(found=found), "zh") == answer


line_texts = st.text(st.sampled_from("数字ab1，。“”…①℃\t\u3000é\u0301\u200b\u202e\x1b𝟓（"), min_size=1, max_size=300)


@given(line_texts, st.data(), st.integers(30, 100))
def test_carets_stand_under_the_figure(text: str, data: st.DataObject, width: int) -> None:
    """However long the line and wide its characters: it fits, the figure is in it, and the blanks are as wide as what they stand under."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 12)))
    found = excerpt(Article.of("a.txt", text), Span(start, end), width)
    assert cells(found.before + found.marked + found.after) <= width
    assert cells(found.pad) == cells(found.before)
    assert len(found.carets) == max(1, cells(found.marked))
    assert not set(found.pad) - {" ", "\u3000"}
    if cells(visible(text[start:end])) <= width * 2 // 3:
        assert found.marked == visible(text[start:end])


def test_excerpt_shows_the_line_of_the_figure() -> None:
    """Of a sentence over several lines the one with the figure is shown; full-width blanks stand under full-width text."""
    found = excerpt(Article.of("a.txt", "第一行，\r\n超过 5%的\r\n第三行"), Span(9, 11))
    assert (found.before, found.marked, found.after, found.pad) == ("超过 ", "5%", "的", "\u3000\u3000 ")


HOSTILE = "\x1b[31m5%\x07\x9b2J \u202e\u2066\u200b\ufeff[red]5[/red] :smile: \r8% [link=x]y[/link]"


def lines_of_hostile() -> Iterator[Any]:
    span = Span(HOSTILE.index("5%"), HOSTILE.index("5%") + 2)
    mention = Mention(span, "5%", "percent", Fraction(5), unit="percent")
    one = GDP._replace(mention=mention)
    problem = Problem("error", span, Text(HOSTILE, HOSTILE), (), HOSTILE, HOSTILE)
    hostile = Evidence(
        HOSTILE,
        HOSTILE,
        Interval(Fraction(1), Fraction(2)),
        HOSTILE,
        HOSTILE,
        HOSTILE,
        HOSTILE,
        Source(HOSTILE, HOSTILE, url=HOSTILE),
    )
    judged = (Judged(one, Mismatch(hostile, Text(HOSTILE, HOSTILE), firm=True)),)
    found = Checked(reading(one, text=HOSTILE, path=HOSTILE), judged, (Finding(HOSTILE, problem),))
    return layout.lines(Report((found, NotChecked(HOSTILE, HOSTILE)), ""), Look())


def test_plain_text_obeys_nothing() -> None:
    """No control, bidirectional or invisible character of an article, a source or a name comes through; markup stays visible text."""
    drawn = plain.draw(lines_of_hostile())
    assert all(char.isprintable() or char in "\n\u3000" for char in drawn)
    assert "[red]5[/red] :smile:" in drawn


def test_terminal_obeys_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the only escapes are our own colours; markup is neither swallowed nor obeyed, and no line is wrapped."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.delenv("NO_COLOR", raising=False)
    drawn = terminal.paint(lines_of_hostile())
    bare = drawn
    while "\x1b[" in bare:
        before, _, after = bare.partition("\x1b[")
        code, _, rest = after.partition("m")
        assert all(char in "0123456789;" for char in code)
        bare = before + rest
    assert bare != drawn
    assert [row.rstrip() for row in bare.split("\n")] == plain.draw(lines_of_hostile()).split("\n")


def test_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR leaves no colour."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[31m" not in terminal.paint(layout.lines(REPORT, Look()))


@pytest.mark.parametrize(("char", "wide"), [("数", True), ("，", True), ("a", False), ("“", False), ("\u3000", True)])
def test_width(char: str, wide: bool) -> None:  # noqa: FBT001
    """Full-width characters take two cells."""
    assert is_wide(char) is wide
    assert cells(char) == 1 + wide
