"""The JSON Schema for editors says what our loader says: of every shipped file, and of every way to write one wrong."""

from __future__ import annotations

import copy
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from factcheck.errors import Refused
from factcheck.reference import values
from factcheck.reference.json_schema import FILE, json_schema
from factcheck.reference.schema import parse
from factcheck.strict_yaml import Mapping, Node, Scalar, load

FOLDER = Path(__file__).parents[1] / "claims" / "reference"
FILES = sorted(FOLDER.rglob("*.yaml"))
CHECK = Draft202012Validator(json.loads(json_schema()))
Path_ = tuple[str | int, ...]

FULL = """\
source: {title: 公报, publisher: 统计局, published: 2026-02-28, url: "https://example.org/a", grade: A-}
sources: {old: {title: 年鉴, publisher: 统计局, published: 2025}}
indicators:
  gdp:
    name: {zh: 总值, en: product}
    aliases: {zh: [产值], en: [output]}
    unit: 亿元
    kind: flow
    additive: true
    growth_basis: real
    bounds: [0, 2000000]
  gdp_growth: {name: {zh: 总值增长}, unit: "%", kind: rate, growth_of: gdp, whole: 全国, denominator: gdp}
  lead: {name: {zh: 差额}, unit: 亿元, kind: flow, parts: [gdp, gdp_growth], balance: [gdp, gdp_growth]}
areas: {东城新区: {code: 440399, part_of: 深圳市, level: county}}
events: {founding: {name: {zh: 建校}, date: 1936-10, source: old, grade: B}}
observations:
  - {indicator: gdp, area: 全国, period: 2024Q1-Q3, value: 1.10, unit: 万亿元, status: final, published: 2025-01, source: old, grade: C, hedge: gt, exact: true, note: 见稿}
series:
  - {indicator: gdp, area: 北京市, status: revised, values: {2023: 41610.9, 2024-end: -5}}
"""


def as_an_editor_reads(node: Node) -> Any:
    """YAML 1.2's own types, which is what an editor checks."""
    if isinstance(node, Scalar):
        if node.quoted:
            return node.text
        if re.fullmatch(r"[-+]?[0-9]+", node.text):
            return int(node.text)
        if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", node.text):
            return float(node.text)
        return {"true": True, "false": False, "null": None, "~": None, "": None}.get(node.text, node.text)
    if isinstance(node, Mapping):
        return {key.text: as_an_editor_reads(value) for key, value in node.entries}
    return [as_an_editor_reads(item) for item in node.items]


def test_the_shipped_schema_is_the_one_that_is_made() -> None:
    """The file beside the reference set is what `reference schema` prints, and is itself a schema."""
    assert (FOLDER / FILE).read_text(encoding="utf-8") == json_schema()
    Draft202012Validator.check_schema(CHECK.schema)


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(FOLDER)) for path in FILES])
def test_shipped_files(path: Path) -> None:
    """Every one points to the schema in its first line, and holds to it."""
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema={os.path.relpath(FOLDER / FILE, path.parent)}"
    assert [error.message for error in CHECK.iter_errors(as_an_editor_reads(load(str(path), path.read_bytes())))] == []


def refused(document: Any) -> bool:
    """Whether our loader refuses a document."""
    try:
        return bool(parse("x.yaml", yaml.safe_dump(document, allow_unicode=True).encode()).page.faults)
    except Refused:
        return True


def slots(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Where something stands in a document."""
    yield path
    keys: Any = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield from slots(value[key], (*path, key))


def changed(document: Any, path: Path_, content: Any) -> Any:
    """The document with something else in one place."""
    if not path:
        return content
    whole = copy.deepcopy(document)
    inner = whole
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = content
    return whole


def without(document: Any, path: Path_) -> Any:
    """The document without what stands in one place."""
    whole = copy.deepcopy(document)
    inner = whole
    for key in path[:-1]:
        inner = inner[key]
    del inner[path[-1]]
    return whole


SAMPLE = as_an_editor_reads(load("full.yaml", FULL.encode()))
ONLY_OURS = {"unit", "source", "sources", "indicators"}
"""What only the loader can know: which words are units, which keys are sources, what is defined elsewhere."""


def test_the_sample_has_every_key() -> None:
    """What is mutated below is all that there is: every property of the schema but those of other relations."""
    said = set(re.findall(r"^ +\"(\w+)\": \{$", json_schema(), re.MULTILINE)) - {"properties", "items", "propertyNames", "additionalProperties"}
    assert said - {str(key) for path in slots(SAMPLE) for key in path} == {"share_of", "streak_of", "per_head_of", "abroad_of", "index_of", "census_of"}
    assert not refused(SAMPLE)
    assert CHECK.is_valid(SAMPLE)


@pytest.mark.parametrize("path", [path for path in slots(SAMPLE) if path], ids=lambda path: "-".join(map(str, path)))
def test_both_refuse_the_same(path: Path_) -> None:
    """Left out, of another form, of another type, or with an unknown key beside it: the loader and the schema agree."""
    used = path in {("sources",), ("sources", "old")}  # by a value below
    tries = [without(SAMPLE, path)] if path[-1] not in ONLY_OURS and not used else []
    tries += [changed(SAMPLE, path, content) for content in ([], ["x"], {"x": "y"}, [["x"]])]
    tries += [] if used else [changed(SAMPLE, path, {})]
    tries += [changed(SAMPLE, (*path[:-1], "unknown_key"), "x")] if isinstance(path[-1], str) and path[:-1] not in OPEN else []
    tries += [changed(SAMPLE, path, "no such ! word")] if path[-1] not in ONLY_OURS else []
    for document in tries:
        assert CHECK.is_valid(document) is not refused(document), document


OPEN = {("sources",), ("indicators",), ("areas",), ("events",), ("series", 0, "values")}
"""Mappings whose keys are names that the file gives."""


@pytest.mark.parametrize(
    ("period", "right"),
    [
        ("2024", True), ("2024H1", True), ("2024Q3", True), ("2024Q1-Q3", True), ("2024-05", True), ("2024-05-01", True),
        ("2022-end", True), ("2026-03-end", True), ("2021..2025", True), ("2026-01..2026-07", True), ("2025..", True), ("constant", True),
        ("2024Q5", False), ("2024M5", False), ("--08-13", False), ("2024年", False), ("24", False), ("2024-5", False), ("x2024", False),
    ],
)  # fmt: skip
def test_periods(period: str, right: bool) -> None:  # noqa: FBT001
    """The form of a period is the same to both."""
    document = changed(SAMPLE, ("observations", 0, "period"), period)
    assert CHECK.is_valid(document) is right
    assert refused(document) is not right


def test_patterns_match_whole_texts() -> None:
    """The patterns that both share have no alternative that escapes its anchors."""
    assert "|" not in values.NUMBER.replace("(?:0|[1-9][0-9]*)", "")
    assert CHECK.is_valid(changed(SAMPLE, ("observations", 0, "value"), "12 or so")) is False
