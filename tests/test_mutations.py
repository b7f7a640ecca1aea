"""Slips put into clean articles: a small fixed sample of what `bench_mutations.py` measures, so that it can't rot."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest

from bench_mutations import SEED, tried
from controls import controls
from factcheck.reference import ReferenceSet, default_paths
from mutating import ARTICLES, OPERATORS, Base, base, mutations

SAMPLE = ("en-gdp-2023", "zh-gongbao-2025", "zh-shouru-2025", "zh-waimao-2025")


@cache
def bases() -> tuple[Base, ...]:
    """A few of the articles, checked as they stand."""
    reference = ReferenceSet.open(default_paths())
    return tuple(base(ARTICLES / f"{name}.txt", reference) for name in SAMPLE)


def test_clean_articles_are_silent() -> None:
    """Nothing is found in an article in which nothing is wrong, and most of the figures are confirmed."""
    assert not [finding for one in bases() for finding in one.checked.findings]
    assert 2 * sum(len(one.confirmed) for one in bases()) > sum(len(one.checked.judged) for one in bases())


@pytest.mark.parametrize("operator", ["digit substituted", "digits transposed", "wan for yi", "decimal shift"])
def test_slips_of_the_pen_are_found(operator: str) -> None:
    """Of the slips that leave what the text allows, at least nine in ten are found, and the first ones are called by their name."""
    rng = Random(SEED)
    rows = [(one, m) for one in bases() for m in mutations(one, rng) if m.operator == operator]
    outcomes = [outcome for one, m in rng.sample(rows, min(12, len(rows))) if (outcome := tried(one, m)).due]
    found = [outcome for outcome in outcomes if outcome.found]
    assert len(found) >= 0.9 * len(outcomes)
    named = [outcome for outcome in found if outcome.slip in OPERATORS[operator].slips]
    assert len(named) >= 0.6 * len(found)


def test_rewrites_that_change_nothing_are_no_errors() -> None:
    """A figure in another unit, rounded or truly hedged, lines broken elsewhere: no error is raised by any."""
    two = list(bases()[1:3])
    rows = [control for control in controls(two, Random(SEED)) if control.name in SAMPLE]
    assert len(rows) > 40
    loud = [(row.kind, row.words) for row in rows if any(f.problem.severity == "error" for f in row.checked.findings)]
    assert not loud


def test_there_are_enough_articles() -> None:
    """At least sixty articles, in both languages."""
    names = [path.name for path in ARTICLES.glob("*.txt")]
    assert len(names) >= 60
    assert sum(name.startswith("en") for name in names) >= 15
