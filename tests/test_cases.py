"""Articles with all that should be found in them, and nothing else: `cases/*.md`.

A case is a heading that says what it shows, the article in a quotation, options of the command line where it needs any, and the
list of its findings: rule, severity and the words at fault. `- nothing` says that there are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.model import Article
from factcheck.period import Period
from factcheck.pipeline import check
from factcheck.reference import ReferenceSet, default_paths
from factcheck.rules import all_rules

FOLDER = Path(__file__).parent / "cases"
FINDING = re.compile(r"- ([a-z-]+) (error|warning|note) `(.+)`")


class Case(NamedTuple):
    """What an article is about, its text, its options, and the findings as (rule, severity, words)."""

    title: str
    text: str
    options: dict[str, str]
    findings: list[tuple[str, str, str]]


def cases() -> Iterator[Case]:
    """Every case of every file."""
    for path in sorted(FOLDER.glob("*.md")):
        for part in path.read_text(encoding="utf-8").split("\n## ")[1:]:
            title, *lines = part.split("\n")
            yield case(f"{path.stem}: {title}", lines)


def case(title: str, lines: list[str]) -> Case:
    """One case from its lines; AssertionError where a line is none of the form."""
    text = "\n".join(line[2:] for line in lines if line.startswith(">"))
    options = dict(pair.split("=") for line in lines if line.startswith("options: ") for pair in line.split()[1:])
    listed = [line for line in lines if line.startswith("- ")]
    assert text, title
    assert listed, title
    found = [match.groups() for line in listed if (match := FINDING.fullmatch(line))]
    assert len(found) == len(listed) or listed == ["- nothing"], title
    return Case(title, text, options, [(rule, severity, words) for rule, severity, words in found])


@cache
def reference() -> ReferenceSet:
    """The shipped set."""
    return ReferenceSet.open(default_paths())


@pytest.mark.parametrize("example", list(cases()), ids=lambda example: example.title)
def test_findings_are_exactly_these(example: Case) -> None:
    """An article has the findings listed, in the order of the text, and no others."""
    published = example.options.get("published")
    article = Article.of("case.txt", example.text)
    result = check(article, reference(), all_rules(), Period.parse(published) if published else None, example.options.get("region"))
    found = [(f.rule, f.problem.severity, article.text[f.problem.span.start : f.problem.span.end]) for f in result.findings]
    assert found == example.findings


def test_there_are_enough_cases() -> None:
    """No file is read as empty, and cases that must stay silent are no less looked after than the others."""
    silent = [example for example in cases() if not example.findings]
    assert len(list(cases())) >= 60
    assert len(silent) >= 30
