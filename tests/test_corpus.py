"""The corpus: every way of writing a figure that an editor has thought of, read as the one value that it means.

How a file under `tests/corpus` is written stands at the head of `corpus/zh-numerals.txt`. A failure names file and line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from factcheck import units
from factcheck.grammar import read
from factcheck.model import Article, Mention, Vocabulary
from factcheck.period import Period
from factcheck.pipeline import extract
from factcheck.reference import ReferenceSet

HERE = Path(__file__).parent / "corpus"
SHARED = Path(__file__).parents[2] / "shared" / "corpus" / "probes.jsonl"
FIGURES = {"quantity", "money", "percent", "percentage_point", "fraction", "multiple", "count", "range", "temperature", "duration"}
HEDGES = {"approx", "gt", "ge", "lt", "le", "near_below"}
NAMES = {"rank", "ordinal", "id", "other", "year", "date", "period"}
LEAST = {"zh": 500, "en": 200}


class Line(NamedTuple):
    """One surface and what the heading above it says that it means; `marked` is the part in 【】, if any."""

    place: str
    heading: str
    text: str
    marked: tuple[int, int] | None
    published: str


def lines(path: Path) -> Iterator[Line]:
    """The surfaces of one file: `=` opens what they mean, `!` what must be no figure, `@` the day the articles are of."""
    heading, published = "", ""
    for number, raw in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        line = raw.strip()
        if line.startswith(("=", "!")):
            heading = line
        elif line.startswith("@"):
            published = line[1:].strip()
        elif line and not line.startswith("#"):
            yield Line(f"{path.name}:{number}", heading, *_unmarked(line), published)


def _unmarked(line: str) -> tuple[str, tuple[int, int] | None]:
    text = line.replace("\\n", "\n")
    start, end = text.find("【"), text.find("】")
    return (text.replace("【", "").replace("】", ""), (start, end - 1)) if 0 <= start < end else (text, None)


CORPUS = [line for path in sorted(HERE.glob("*.txt")) for line in lines(path)]


def mentions_of(line: Line) -> list[Mention]:
    """What is read in a line, or in its marked part."""
    published = Period.parse(line.published) if line.published else None
    found = extract(Article.of(line.place, line.text), ReferenceSet.empty(), published).mentions
    start, end = line.marked or (0, len(line.text))
    return [mention for mention in found if mention.span.start < end and start < mention.span.end]


def meaning(mention: Mention) -> str:
    """A mention in the words of a heading."""
    if mention.kind in {"year", "date", "period"} or (mention.kind == "range" and mention.period):
        return mention.period.text if mention.period else f"{mention.kind} ?"
    if mention.kind in NAMES:
        value = "" if mention.value is None else f" {mention.value}"
        return f"{mention.kind}{value if mention.kind in {'rank', 'ordinal'} else ''}"
    if len(mention.parts) > 1:
        value = ":".join(map(number, mention.parts))
    elif mention.value is None:
        value = f"{number(mention.low)}..{number(mention.high)}"
    else:
        value = number(mention.value)
    words = [value, mention.unit or mention.classifier or "-", mention.hedge if mention.hedge != "none" else ""]
    return " ".join(filter(None, words))


def number(value: Fraction | None) -> str:
    """A number as a heading writes it."""
    return "?" if value is None else str(value)


def wanted(heading: str) -> str:
    """A heading with its numbers in the one form that `meaning` uses: `45.90 percent` is 459/10."""
    first, _, rest = heading[1:].strip().partition(" ")
    if not rest or first in NAMES:
        return heading[1:].strip()
    separator = ".." if ".." in first else ":"
    return " ".join([separator.join(str(Fraction(part)) for part in first.split(separator)), rest])


@pytest.mark.parametrize("line", [line for line in CORPUS if line.heading.startswith("=")], ids=lambda line: line.place)
def test_a_surface_means_what_its_heading_says(line: Line) -> None:
    """One mention in the line, of the value, unit and hedge, or of the period or kind, that the heading gives."""
    found = mentions_of(line)
    assert [meaning(mention) for mention in found] == [wanted(line.heading)], f"{line.place}: {line.text!r} {line.heading}"
    for mention in found:
        assert line.marked is None or (line.marked[0] <= mention.span.start and mention.span.end <= line.marked[1]), line.place


@pytest.mark.parametrize("line", [line for line in CORPUS if line.heading.startswith("!")], ids=lambda line: line.place)
def test_what_is_no_figure_is_not_read_as_one(line: Line) -> None:
    """Names, idioms, dates and labels under `!` make no mention of a kind that is compared with anything."""
    assert [mention for mention in mentions_of(line) if mention.kind in FIGURES] == [], f"{line.place}: {line.text!r}"


@pytest.mark.parametrize("language", sorted(LEAST))
def test_the_corpus_is_not_cut_down(language: str) -> None:
    """At least as many surfaces stand there as were promised, none twice under one heading."""
    mine = [line for line in CORPUS if line.place.startswith(language)]
    assert len(mine) >= LEAST[language]
    assert len({(line.heading, line.text, line.marked) for line in mine}) == len(mine)


def test_headings_name_units_that_exist() -> None:
    """A heading's unit is one of the table or a measure word: a slip of the pen can't make a case pass."""
    for line in CORPUS:
        value, _, rest = line.heading[1:].strip().partition(" ")
        unit, _, hedge = rest.partition(" ")
        if line.heading.startswith("=") and unit and value not in NAMES:
            plural = line.place.startswith("en") and unit.endswith(("s", "en", "people"))
            assert units.unit(unit) or unit in units.classifiers() or plural or unit == "-", line
            assert not hedge or hedge in HEDGES, line


# --------------------------------------------------------------------------------------------- constructions known to be hard

UNITS = {
    "%": "percent", "pp": "percentage_point", "元": "CNY", "人": "person", "kW": "kW", "kWh": "kWh", "t": "t", "斤": "jin", "m³": "m3",
    "℃": "degC", "年": "year", "ratio": "ratio", "倍(原来的)": "times", "家": "家",
}  # fmt: skip


def probes() -> list[dict[str, Any]]:
    """Hard constructions with the reading expected, where the folder that holds them lies beside the project."""
    return [json.loads(line) for line in SHARED.read_text(encoding="utf-8").splitlines()] if SHARED.is_file() else []


@pytest.mark.skipif(not SHARED.is_file(), reason="../shared/corpus is not there")
@pytest.mark.parametrize("probe", probes(), ids=lambda probe: str(probe["id"]))
def test_hard_constructions_are_read_as_expected(probe: dict[str, Any]) -> None:
    """Each figure that a probe expects is read with its value or ends and its unit; where it expects none, there is none."""
    found = read(Article.of(probe["id"], probe["text"]), Vocabulary(), Period.parse("2026-11-01")).mentions
    wanted = [figure for figure in probe["expected"] if not figure.get("optional")]
    if not probe["expected"]:
        assert not [mention for mention in found if mention.kind in FIGURES]
    for figure in wanted:
        start = probe["text"].index(figure["surface"])
        mention = next(m for m in found if m.span.start < start + len(figure["surface"]) and start < m.span.end)
        if figure["unit"] == "date":
            _same_time(mention, figure)
        else:
            _same_figure(mention, figure)


def _same_time(mention: Mention, figure: dict[str, Any]) -> None:
    assert mention.period
    assert str(mention.period.first) == figure["lo"]
    assert figure["hi"] in {"PUB", str(mention.period.last)}


def _same_figure(mention: Mention, figure: dict[str, Any]) -> None:
    unit = f"CNY/{UNITS.get(figure['per'], 'mu')}" if figure.get("per") else UNITS[figure["unit"]]
    percent = 100 if unit == "percent" and mention.unit == "ratio" else 1
    assert percent == 100 or unit in {mention.unit, mention.classifier}
    before = 1 if unit == "times" else 0  # what a probe writes is the multiple that is reached
    if figure["value"] is not None:
        assert mention.value is not None
        above, _, below = figure["value"].partition("/")
        assert abs(Fraction(above) / Fraction(below or 1)) == abs(mention.value * percent + before)
    for end, ours in (("lo", mention.guaranteed and mention.guaranteed.low), ("hi", mention.guaranteed and mention.guaranteed.high)):
        if end in figure and figure["value"] is None:
            said = mention.low if end == "lo" else mention.high
            assert Fraction(figure[end]) in {said, ours and ours * percent}
    if figure.get("lo_open"):
        assert mention.guaranteed
        assert mention.guaranteed.low_open
