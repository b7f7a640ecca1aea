"""What an article says does not hang on odd characters, list numbers or marks: every figure is read and judged as without them."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from pathlib import Path
from unicodedata import normalize

import pytest

from factcheck.loaders import load
from factcheck.model import Checked, Mention
from factcheck.period import Period
from factcheck.pipeline import check
from factcheck.reference import ReferenceSet, default_paths
from factcheck.rules import all_rules
from rewrites import CHARACTERS, HIDDEN, MARKS
from test_cases import cases

ROOT = Path(__file__).parents[1]
ARTICLES = sorted((*ROOT.glob("claims/articles/*.txt"), *ROOT.glob("tests/mutations/articles/*.txt")))
REWRITES = {**MARKS, **CHARACTERS}
OF_EACH = 7
"""Rewrites tried on each article; between them the articles see all of them several times."""
UNSEEN = str.maketrans("", "", "".join(HIDDEN.values()) + "*")


@cache
def reference() -> ReferenceSet:
    """The shipped set."""
    return ReferenceSet.open(default_paths())


def checked(text: str, options: dict[str, str]) -> Checked:
    """What is said of a text."""
    published = options.get("published")
    return check(load("article.txt", text.encode()), reference(), all_rules(), Period.parse(published) if published else None, options.get("region"))


def plain(words: str) -> str:
    """Words as they are without what a rewrite adds."""
    return re.sub(r"\s", "", normalize("NFKC", words.translate(UNSEEN)))


def meant(mention: Mention) -> tuple[object, ...]:
    """A figure apart from where it stands."""
    return plain(mention.surface), mention.value, mention.low, mention.high, mention.unit, mention.classifier, mention.hedge


def said(result: Checked) -> tuple[list[object], list[object]]:
    """All that a report says, apart from places and of invisible characters."""
    claims: list[object] = []
    for judged in result.judged:
        claim = judged.claim
        slots = (plain(claim.indicator.value or ""), claim.area.value, claim.period.value, claim.change, claim.modality, claim.owner)
        claims.append((meant(claim.mention), slots, type(judged.verdict).__name__))
    text = result.reading.article.text
    found = [finding for finding in result.findings if not finding.rule.startswith("invisible")]
    return claims, [(f.rule, f.problem.severity, plain(text[f.problem.span.start : f.problem.span.end])) for f in found]


TEXTS: list[tuple[str, str, dict[str, str]]] = [
    *((path.stem, path.read_text(encoding="utf-8"), {}) for path in ARTICLES),
    *((case.title, case.text, case.options) for case in cases()),
]
TRIALS = [
    pytest.param(text, options, name, id=f"{title[:40]}: {name}")
    for index, (title, text, options) in enumerate(TEXTS)
    for name in islice((list(REWRITES) * 2)[index * OF_EACH % len(REWRITES) :], OF_EACH)
]


@pytest.mark.parametrize(("text", "options", "name"), TRIALS)
def test_nothing_changes(text: str, options: dict[str, str], name: str) -> None:
    """Claims with their verdicts and findings are those of the article as it was."""
    rewritten = REWRITES[name](text)
    if rewritten == text:
        return
    result = checked(rewritten, options)
    assert said(result) == said(checked(text, options))
    for mention in result.reading.mentions:
        assert result.reading.article.text[mention.span.start : mention.span.end] == mention.surface
    spans = [*(one.span for one in result.reading.mentions), *(one.span for one in result.reading.unread)]
    assert all(0 <= span.start < span.end <= len(rewritten) for span in spans)


@pytest.mark.parametrize("number", ["1. ", "1、", "1．", "①", "（2）", "一、", "（一）", "2) ", "- ", "• ", "■", "—", "1️⃣ ", "## ", "> ", "**1.** ", "1.1 ", "[3] ", "A. "])
def test_a_list_number_is_a_label(number: str) -> None:
    """A number before the sentence is an ordinal or nothing, and what follows is checked as without it."""
    result = checked(f"{number}4月份全国居民消费价格同比上涨1.2%", {"published": "2026-05-12"})
    assert [type(judged.verdict).__name__ for judged in result.judged] == ["Match"]
    labels = [mention for mention in result.reading.mentions if mention.via == ("list_number",)]
    assert len(labels) == any(map(str.isnumeric, number))
    assert {label.kind for label in labels} <= {"ordinal"}


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("1、2月份，全市进出口总额增长3%。", ["1、2月份"]),
        ("一、二线城市房价上涨3%。", ["一", "二线"]),
        ("三、四线城市房价上涨3%。", ["三", "四"]),
        ("3.5亿元资金到位。", ["3.5亿元"]),
        ("比分为31:41。10家企业参加。", ["10家"]),
        ("-2.3%的降幅收窄。", ["-2.3%"]),
    ],
)
def test_a_number_that_is_read_with_what_follows_is_no_list_number(text: str, surfaces: list[str]) -> None:
    """Months, ranks and decimals that begin a line are left whole."""
    result = checked(text, {"published": "2026-06-18"})
    read = {*(one.surface for one in result.reading.mentions), *(one.surface for one in result.reading.unread)}
    assert set(surfaces) <= read
    assert not [mention for mention in result.reading.mentions if mention.via == ("list_number",)]
