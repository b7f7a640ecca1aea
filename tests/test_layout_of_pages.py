"""Pages that come apart: lines broken anywhere and paragraphs out of order bring no new error, for no rule fires across a wrong join."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest

from factcheck.loaders import load
from factcheck.model import Checked
from factcheck.pipeline import check
from factcheck.reference import ReferenceSet, default_paths
from factcheck.rules import all_rules

FOLDER = Path(__file__).parent / "mutations" / "articles"
ARTICLES = sorted(FOLDER.glob("zh-*.txt"))


@cache
def reference() -> ReferenceSet:
    """The shipped set."""
    return ReferenceSet.open(default_paths())


def errors(text: str) -> list[str]:
    """The words of each error in an article."""
    result: Checked = check(load("article.txt", text.encode()), reference(), all_rules())
    found = (finding.problem for finding in result.findings if finding.problem.severity == "error")
    return [f"{problem.message.zh}: {text[problem.span.start : problem.span.end]}" for problem in found]


def parts(path: Path) -> tuple[str, list[str]]:
    """The front matter of an article, and its paragraphs."""
    text = path.read_text(encoding="utf-8")
    fence = text.index("---", 3) + 4
    return text[:fence], [part for part in text[fence:].split("\n") if part.strip()]


def set_in(paragraph: str, cells: int) -> Iterator[str]:
    """A paragraph in lines of so many cells, of which a Chinese character takes two."""
    line, room = "", cells
    for char in paragraph:
        size = 1 + (not char.isascii())
        if size > room:
            yield line
            line, room = "", cells
        line, room = line + char, room - size
    yield line


@pytest.mark.parametrize("width", [14, 37])
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_lines_broken_anywhere_bring_no_error(path: Path, width: int) -> None:
    """A column so narrow that figures and sentences break across lines is read as the article that it is."""
    head, paragraphs = parts(path)
    if any("|" in part or "  " in part for part in paragraphs):
        pytest.skip("the article has a table, whose lines are its cells")
    assert errors(head + "\n\n".join("\n".join(set_in(part, width)) for part in paragraphs)) == []


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_paragraphs_out_of_order_bring_no_error(path: Path, seed: int) -> None:
    """Whichever paragraph comes first, none of them is held against a neighbour that it does not belong to."""
    head, paragraphs = parts(path)
    Random(seed).shuffle(paragraphs)
    assert errors(head + "\n\n".join(paragraphs)) == []


@pytest.mark.parametrize("cut", [0.35, 0.5])
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_columns_in_the_wrong_order_bring_no_error(path: Path, cut: float) -> None:
    """A page whose second column was read before its first has a torn sentence at either end, and no ground for an error."""
    head, paragraphs = parts(path)
    lines = [line for part in paragraphs for line in set_in(part, 32)]
    half = int(len(lines) * cut)
    assert errors(head + "\n".join([*lines[half:], *lines[:half]])) == []
