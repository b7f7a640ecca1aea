"""Rows of a table whose cells only single blanks part: a row a line, or all rows run into one line (粮食 49000 万吨 5.0 油料 2200 万吨 -1.7)."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Span
from factcheck.patterns import regex
from factcheck.records import NamedTuple

__all__ = ["Rows", "rows_run_in"]

_NUMBER = r"[-+]?[0-9]{1,9}(?:\.[0-9]{1,4})?"
_OWN = "(?:[百千万亿]{1,2}[\u4e00-\u9fff]{1,3}|[吨元人台辆米头只])"
_ROW = regex(
    r"(?<![^\s])(?:其中: ?|#|[0-9]{1,2}[、.] ?)?([\u4e00-\u9fff][^\s0-9，。；:|]{1,22})"
    rf"((?: {_NUMBER}(?: {_OWN}(?= [-+0-9]))?){{1,6}})(?![^\s])"
)
_CELL = regex(rf" ({_NUMBER}(?: {_OWN}(?= [-+0-9]))?)")
_BETWEEN = regex(r" |\n{1,2}")
_LEAST = 3
_HEAD = 100


class Rows(NamedTuple):
    """Rows that follow each other, each as its label and its numbers (with a unit of their own behind some), and the cells before the first."""

    labels: tuple[Span, ...]
    numbers: tuple[tuple[Span, ...], ...]
    heads: tuple[Span, ...]


def rows_run_in(text: str) -> Iterator[Rows]:
    """Every run of rows with as many numbers each."""
    run: list[tuple[int, Span, tuple[Span, ...]]] = []
    end = 0
    for found in _ROW.finditer(text):
        numbers = tuple(Span(*cell.span(1)) for cell in _CELL.finditer(text, *found.span(2)))
        follows = run and _BETWEEN.fullmatch(text, end, found.start()) and len(numbers) == len(run[-1][2])
        if not follows:
            yield from _made(text, run)
            run = []
        run.append((found.start(), Span(*found.span(1)), numbers))
        end = found.end()
    yield from _made(text, run)


def _made(text: str, run: list[tuple[int, Span, tuple[Span, ...]]]) -> Iterator[Rows]:
    if len(run) >= _LEAST:
        yield Rows(tuple(row[1] for row in run), tuple(row[2] for row in run), tuple(_heads(text, run[0][0])))


def _heads(text: str, start: int) -> Iterator[Span]:
    """The cells of the line that the first row stands in, or of the line before it where it opens one."""
    stop = len(text[:start].rstrip(" \n"))
    first = max(text.rfind("\n", 0, stop) + 1, stop - _HEAD)
    first = max(first, *(text.rfind(mark, first, stop) + 1 for mark in "。；！？"))
    at = first
    for word in text[first:stop].split(" "):
        if word:
            yield Span(at, at + len(word))
        at += len(word) + 1
