"""`factcheck reference harvest`: what an official text says of its own place becomes drafts with their sentences, and nothing else does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conftest import Run
from factcheck import pipeline
from factcheck.harvest import Gleaned, Left, harvest
from factcheck.model import Article, Source
from factcheck.period import Period
from factcheck.reference import ReferenceSet, default_paths

SOURCE = Source("2026年上半年经济运行情况", "贵州省统计局", "2026-07-20", "https://example.org/2026")


def gleaned(text: str, home: str = "贵州省", published: str = "2026-07-20") -> tuple[list[Gleaned], list[Left]]:
    """The drafts of a text by the authority of a place, read against the shipped set's names."""
    known = ReferenceSet.open(default_paths())
    reading = pipeline.extract(Article.of("x.txt", text), known, Period.parse(published), home)
    return harvest(reading, known, SOURCE._replace(published=published), home, "official_statement")


def drafts(text: str, **options: str) -> list[str]:
    """Indicator, area, period, hedge, value, unit and status of each draft."""
    return [" ".join(part for part in (*o[:3], o.hedge.replace("none", ""), o.value, o.unit, o.status) if part) for o, _, _ in gleaned(text, **options)[0]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("上半年全省地区生产总值11500.5亿元。", ["gdp 贵州省 2026H1 11500.5 亿元 official_statement"]),
        ("初步核算，上半年全省地区生产总值11500.5亿元。", ["gdp 贵州省 2026H1 11500.5 亿元 preliminary"]),
        ("上半年全省地区生产总值1.15万亿元。", ["gdp 贵州省 2026H1 1.15 万亿元 official_statement"]),
        ("2025年末全省常住人口超过3850万人。", ["resident_population 贵州省 2025-end gt 3850 万人 official_statement"]),
        (
            "2025年全省地区生产总值23890.10亿元，比上年下降0.3%。",
            ["gdp 贵州省 2025 23890.10 亿元 official_statement", "gdp_growth 贵州省 2025 -0.3 % official_statement"],
        ),
        (
            "快报显示，2025年全省出生人口39.1万人。死亡人口29.3万人。\n2025年末全省常住人口3855万人。",
            [
                "births 贵州省 2025 39.1 万人 preliminary", "deaths 贵州省 2025 29.3 万人 preliminary",
                "resident_population 贵州省 2025-end 3855 万人 official_statement",
            ],
        ),
        ("2025年末全省常住人口3855万人。\n注：本公报均为初步统计数。", ["resident_population 贵州省 2025-end 3855 万人 preliminary"]),
    ],
)  # fmt: skip
def test_what_is_taken(text: str, found: list[str]) -> None:
    """Digits and unit as they stand, a hedge as a bound, down as a minus, the status by the words that qualify it."""
    assert drafts(text) == found


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("预计2025年全省地区生产总值23000亿元。", "forecast or target"),
        ("2026年全省地区生产总值24000亿元。", "not over"),
        ("2025年全国国内生产总值1401879亿元。", "of another place"),
        ("2025年贵阳市地区生产总值5900亿元。", "of another place"),
        ("2025年全省地区生产总值净增800亿元。", "computed from other figures"),
        ("2025年全省短尾矮袋鼠存栏12.5万只。", "no indicator of this name"),
        ("2025年全省死亡人口比上年增长2.1%。", "no indicator of its own"),
        ("会议通过12项决定。", "."),
    ],
)
def test_what_is_left(text: str, why: str) -> None:
    """Forecasts, targets, other places, what is computed and what the set has no name for: none is taken, and each is named."""
    taken, left = gleaned(text)
    assert taken == []
    assert any(re.search(why, one.why) for one in left)
    assert all(one.place.startswith("x.txt:") and one.what for one in left)


def test_a_place_that_comes_up_in_between() -> None:
    """After another place's figure, only what surely is the own place's again is taken."""
    found = drafts("2025年，全省常住人口3855万人，其中贵阳市670万人。广东省常住人口12859万人。")
    assert [draft for draft in found if "670" in draft or "12859" in draft] == []


def test_what_was_inferred_is_said() -> None:
    """A slot that the text does not fill at the figure itself stands behind its sentence, with the reason."""
    (first, second), _ = gleaned("2025年全省出生人口39.1万人。死亡人口29.3万人。")
    assert "推断" not in first.sentence
    assert "推断 inferred" in second.sentence


OWN = """\
source: {title: 旧公报, publisher: 动物统计局, published: 2026-01-05, url: "https://example.org/2025"}
indicators:
  quokkas: {name: {zh: 短尾矮袋鼠存栏}, unit: 万只, kind: stock}
  quokka_growth: {name: {zh: 短尾矮袋鼠存栏增速}, unit: "%", kind: rate, growth_of: quokkas}
  wombats: {name: {zh: 袋熊存栏}, unit: 万只, kind: stock}
observations:
  - {indicator: quokkas, area: 贵州省, period: 2025, value: 12.5, status: final}
  - {indicator: wombats, area: 贵州省, period: 2025, value: 3.0, status: final}
"""
TEXT = "2025年末贵州省短尾矮袋鼠存栏12.5万只，比上年增长4.0%。2025年末贵州省袋熊存栏3.3万只。2025年末贵州省针鼹存栏0.7万只。\n"
FLAGS = ("--source-title", "公报", "--publisher", "动物统计局", "--published", "2026-03-01", "--url", "https://example.org/2026")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a reference file of its own and a communiqué."""
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "own.yaml").write_text(OWN, encoding="utf-8")
    (tmp_path / "factcheck.toml").write_text('reference = "claims"\n')
    (tmp_path / "gongbao.txt").write_text(TEXT, encoding="gb18030")
    return tmp_path


def test_the_command(run: Run, project: Path) -> None:
    """A dry run shows what is new and what it would supersede; written, each value stands under its sentence, unknown names in comments."""
    arguments = ("reference", "harvest", "gongbao.txt", "--region", "贵州省", *FLAGS)
    dry = run(*arguments)
    assert dry.returncode == 0
    assert re.search(r"~ wombats  贵州省  \S+  3.0 万只 \(2026-01-05, claims/own.yaml:8\) → 3.3 万只  gongbao.txt:1:\d+", dry.stdout)
    assert sorted(path.name for path in (project / "claims").iterdir()) == ["own.yaml"]
    done = run(*arguments, "--write", "claims/2026.yaml")
    assert done.returncode == 0, done.stderr
    text = (project / "claims" / "2026.yaml").read_text()
    assert text.startswith("# 待审 · TO REVIEW: drafted from gongbao.txt, figures of 贵州省")
    assert "  # 待审 gongbao.txt:1:29 2025年末贵州省短尾矮袋鼠存栏12.5万只，比上年增长4.0%。" in text
    assert "quokka_growth, area: 贵州省, period: 2025-end, value: 4.0" in text
    assert re.search(r"^# \{name: \{zh: 针鼹存栏\}, unit: 万只\}$", text, re.MULTILINE)
    assert re.search(r'^#   - \{indicator: "\?", area: 贵州省, period: \S+, value: 0.7, unit: 万只', text, re.MULTILINE)
    assert "value: 3.0, status: superseded" in (project / "claims" / "own.yaml").read_text()
    valid = run("reference", "validate", "claims")
    assert (valid.returncode, "claims/2026.yaml: 2 个数值待审" in valid.stderr) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("gongbao.txt", "--region", "贵州省"), "give --source-title, --publisher, --published, --url"),
        (("plain.txt", *FLAGS), "whose figures are these?"),
        (("missing.txt", "--region", "贵州省", *FLAGS), "missing.txt"),
        (("gongbao.txt", "--region", "贵州省", *FLAGS, "--status", "x"), "--status: no status"),
    ],
)
def test_refused(run: Run, project: Path, arguments: tuple[str, ...], message: str) -> None:
    """Without a source, a place or a text there is nothing to harvest: exit code 2."""
    (project / "plain.txt").write_text("会议在室内举行。\n")
    done = run("reference", "harvest", *arguments)
    assert (done.returncode, message in done.stderr) == (2, True), done.stderr
