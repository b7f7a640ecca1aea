"""What is comparable: articles of a sentence or two with the one thing that must, or must not, be said of each, in `comparable.txt`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.model import Article, Checked
from factcheck.period import Period
from factcheck.pipeline import check
from factcheck.reference import ReferenceSet, default_paths
from factcheck.report.tally import verdict_name
from factcheck.rules import all_rules

FILE = Path(__file__).parent / "comparable.txt"
LOUD = {"error", "warning"}


class Case(NamedTuple):
    """An article, when and where it was printed, and what is wanted of it."""

    kind: str
    published: str
    region: str
    want: str
    text: str


def cases() -> Iterator[Case]:
    """Every line of the file that is a case."""
    kind = ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            kind = line[3:]
        elif line and not line.startswith("#"):
            published, region, want, text = (part.strip() for part in line.split("|", 3))
            yield Case(kind, "" if published == "-" else published, "" if region == "-" else region, want, text.replace("\\n", "\n"))


@cache
def reference() -> ReferenceSet:
    """The shipped set."""
    return ReferenceSet.open(default_paths())


def checked(case: Case) -> Checked:
    """What is said of a case."""
    date = Period.parse(case.published) if case.published else None
    return check(Article.of("case.txt", case.text), reference(), all_rules(), date, case.region or None)


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.kind}: {case.text}")
def test_it_is_said_or_not(case: Case) -> None:
    """Silence, a finding on some words, or a verdict on some figure."""
    result = checked(case)
    loud = [finding.problem for finding in result.findings if finding.problem.severity in LOUD]
    want, _, words = case.want.partition(" ")
    if want == "silent":
        assert not loud
        return
    start = case.text.index(words)
    end = start + len(words)
    if want == "found":
        assert any(one.span.start < end and start < one.span.end for one in loud)
        return
    own = [verdict_name(one.verdict) for one in result.judged if one.claim.span.start < end and start < one.claim.span.end]
    assert set(own) & set(want.split("/")), own


def test_there_are_several_of_each_kind() -> None:
    """No kind rests on one example."""
    kinds = [case.kind for case in cases()]
    assert len(kinds) > 100
    assert min(kinds.count(kind) for kind in kinds) >= 4
