"""Figures that official sources contradict each other in, from the material shared by all (`../shared`): each is right when it was
published, and once it has been replaced both values and their dates are named."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck import pipeline
from factcheck.model import Article, Mismatch, Verdict, Weak
from factcheck.period import Period
from test_round_trip import GROWTH, reference, when

FOLDER = Path(__file__).parents[1].parent / "shared" / "statistics"
VALUE = re.compile(r"(-?[\d.]+)([^@\d][^@]*)@([^\[]*)\[(\w+)/([^\]]+)\]#(F\d+)")
HEDGED = re.compile("超|近|约|突破|左右|以上|预计|余|多")
NOW = Period.parse("2026-08-13")
needs_shared = pytest.mark.skipif(not FOLDER.is_dir(), reason="needs ../shared/statistics")


class Quoted(NamedTuple):
    """One of several official values of the same thing, as a sentence; `last` if none replaced it since."""

    text: str
    published: Period
    status: str
    last: bool


def quoted() -> Iterator[Quoted]:
    """Every value that the shipped set has, with its source, and without a hedge."""
    with (FOLDER / "facts-china.csv").open(encoding="utf-8") as file:
        notes = {row["id"]: row["note"] for row in csv.DictReader(file)}
    with (FOLDER / "contradictions.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "auto"]
    for row in rows:
        values = VALUE.findall(row["values"])
        for value, unit, vintage, status, grade, fact in values:
            opening = when(row["period"], 0)
            dated = re.fullmatch(r"\d{4}(-\d\d){0,2}", vintage)
            if opening is not None and dated and status != "unverified" and grade[0] in "AB" and not HEDGED.search(notes.get(fact, "")):
                text = said(opening, row["region"], row["indicator_zh"], value, unit)
                yield Quoted(text, Period.parse(vintage), status, fact == values[-1][-1])


def said(opening: str, area: str, name: str, value: str, unit: str) -> str:
    """The value in a sentence."""
    if not GROWTH.search(name):
        return f"{opening}{area}{name}{value}{unit}。"
    moved = "下降" if value.startswith("-") else "增长"
    return f"{opening}{area}{GROWTH.sub('', name)}比上年{moved}{value.lstrip('-')}{unit}。"


def verdict(text: str, date: Period) -> Verdict:
    """On the figure of the sentence."""
    (judged,) = pipeline.check(Article.of("x", text), reference(), (), date).judged
    return judged.verdict


@needs_shared
def test_every_value_was_right_when_it_was_published() -> None:
    """None is contradicted in an article of the month in which it came out, and hardly any is called replaced."""
    count: Counter[str] = Counter()
    for one in quoted():
        found = verdict(one.text, one.published)
        assert not isinstance(found, Mismatch), one.text
        count[type(found).__name__] += 1
    assert count.total() > 1500
    assert count["Match"] > 0.98 * count.total(), count


@needs_shared
def test_what_was_replaced_is_said_to_be() -> None:
    """In an article of now a value that was replaced is neither right nor wrong: both values stand in the reason."""
    count: Counter[str] = Counter()
    for one in quoted():
        found = verdict(one.text, NOW)
        assert not isinstance(found, Mismatch), one.text
        if one.status in {"superseded", "preliminary"} and not one.last:
            count[type(found).__name__] += 1
            assert not isinstance(found, Weak) or "现为" in found.why.zh, one.text
    assert count.total() > 1000
    assert count["Weak"] > 0.99 * count.total(), count


@needs_shared
def test_the_last_release_stands() -> None:
    """What nothing has replaced is confirmed."""
    found = Counter(type(verdict(one.text, NOW)).__name__ for one in quoted() if one.last)
    assert found.total() > 500
    assert found["Match"] + found["Compatible"] + found["Coarse"] > 0.99 * found.total(), found
