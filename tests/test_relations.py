"""What the figures of real documents have to do with each other: relations that hold are left alone, those that don't are found."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from factcheck.model import Article, Checked
from factcheck.period import Period
from factcheck.pipeline import check
from factcheck.reference import ReferenceSet, default_paths
from factcheck.rules import all_rules

DEV = Path(__file__).parents[2] / "shared" / "corpus" / "dev"
HOLD = {"holds", "holds_rounding", "trap_ok"}
FOUND = {"page_liupanshui_2016_communique#r07": "error", "page_qiandongnan_county_2015_communique#r08": "warning"}
"""Relations that don't hold, and how bad the rules find them."""
MUTABLE = {"sum", "share", "share_changes_sum_zero", "contributions_sum_to_growth", "natural_growth_rate"}

pytestmark = pytest.mark.skipif(not (DEV / "relations.jsonl").exists(), reason="the annotated documents are not part of the project: ../shared is absent")


@cache
def reference() -> ReferenceSet:
    """The shipped set."""
    return ReferenceSet.open(default_paths())


def relations() -> list[dict[str, Any]]:
    """The annotated relations, none where the documents are absent."""
    path = DEV / "relations.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


@cache
def text_of(doc: str) -> str:
    """A document as it stands."""
    return (DEV / "texts" / f"{doc}.txt").read_text(encoding="utf-8")


def looked_at(doc: str, text: str) -> Checked:
    """What all rules say of a text in the place of a document."""
    meta = json.loads((DEV / "gold" / f"{doc}.jsonl").read_text(encoding="utf-8").split("\n", 1)[0])
    return check(Article.of(doc, text), reference(), all_rules(), Period.parse(meta["published"]), meta["home"])


@cache
def accused(doc: str, severity: str = "error") -> frozenset[str]:
    """The words of every figure that an error (or what else) accuses or rests on."""
    result = looked_at(doc, text_of(doc))
    problems = [finding.problem for finding in result.findings if finding.problem.severity == severity]
    return frozenset(text_of(doc)[span.start : span.end] for problem in problems for span in (problem.span, *problem.related))


def test_relations_that_hold_are_left_alone() -> None:
    """No error rests on the figures of a relation that holds, but where another relation of theirs is found to be wrong."""
    wrong = {surface for one in relations() if one["id"] in FOUND for surface in one["surfaces"]}
    for one in relations():
        if one["verdict"] in HOLD and not wrong & set(one["surfaces"]):
            assert not accused(one["doc"]) & set(one["surfaces"]), one["id"]


@pytest.mark.parametrize("name", sorted(FOUND))
def test_relations_that_fail_are_found(name: str) -> None:
    """A relation that doesn't hold is told, by what rests on its figures."""
    (one,) = (one for one in relations() if one["id"] == name)
    assert set(one["surfaces"]) & accused(one["doc"], FOUND[name])


def bumped(surface: str) -> str:
    """The figure with its first digit changed by one."""
    at = next(index for index, char in enumerate(surface) if char.isascii() and char.isdigit())
    digit = int(surface[at])
    return surface[:at] + str(digit + 1 if digit < 9 else 8) + surface[at + 1 :]


def test_a_wrong_digit_is_seen_where_the_text_says_more_than_once() -> None:
    """Of the figures that a relation which holds binds, each with one digit changed, nine in ten are found by one rule or another."""
    seen, told = 0, 0
    for one in relations():
        figures = [surface for surface in one["surfaces"] if one["doc"] in DOCUMENTS and text_of(one["doc"]).count(surface) == 1]
        for surface in figures if one["type"] in MUTABLE and one["verdict"] in HOLD else ():
            result = looked_at(one["doc"], text_of(one["doc"]).replace(surface, bumped(surface)))
            told += 1
            seen += any(finding.problem.severity != "note" for finding in result.findings)
    assert seen >= 0.9 * told


DOCUMENTS = frozenset(("page_guizhou_2022_communique", "page_hongtong_2019_communique", "page_qiandongnan_county_2015_communique"))
"""Some are enough: every figure is a whole check."""
