"""折合差错: how many errors an article counts by 《报纸编校差错率计算方法》 (2020), and whether it passes.

A wrong figure counts 1 whatever its digits, a factual or logical error 1; twice that in a headline, and for the date of an occasion that is
marked; the same error at most 3 times. An article passes with at most 3 in 10,000 characters. Only errors count: a warning is a question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction

from factcheck.headline import headline
from factcheck.model import Article, Checked, Finding
from factcheck.records import NamedTuple
from factcheck.report.lines import Line, Look, Piece, line
from factcheck.report.words import word
from factcheck.visible import joined
from factcheck.written import decimal

__all__ = ["LIMIT", "Row", "Score", "score", "score_lines"]

LIMIT = 3
"""Errors allowed in 10,000 characters."""
_PER = 10_000
_OFTEN = 3
_OCCASIONS = frozenset(("anniversary-miscounts", "plan-period-wrong"))
"""Rules about the dates of what a nation marks."""


class Row(NamedTuple):
    """One error and how much it counts: `weight` 1 or 2, nothing at all where the same stood three times before."""

    finding: Finding
    weight: int
    headline: bool


class Score(NamedTuple):
    """The errors of an article (or of several), and in how many characters they stand."""

    rows: tuple[Row, ...]
    characters: int

    @property
    def total(self) -> int:
        """What all errors count together."""
        return sum(row.weight for row in self.rows)

    @property
    def rate(self) -> Fraction:
        """Errors in 10,000 characters."""
        return Fraction(self.total * _PER, self.characters) if self.characters else Fraction(0)

    @property
    def passes(self) -> bool:
        """Whether the rate is within the limit."""
        return self.rate <= LIMIT


def score(articles: Iterable[Checked]) -> Score:
    """What the errors of these articles count."""
    listed = tuple(articles)
    rows = tuple(row for article in listed for row in _rows(article))
    return Score(rows, sum(_characters(article) for article in listed))


def _characters(article: Checked) -> int:
    """Characters without blanks and line ends, which nobody sets, of all that is read."""
    read = article.reading.article
    parts = (*(read.text[slice(*span)] for span in (*read.titles, *read.summaries)), read.text[read.body :])
    return sum(not char.isspace() for part in parts for char in part)


def _rows(checked: Checked) -> Iterator[Row]:
    article, seen = checked.reading.article, Counter[tuple[str, str]]()
    title = headline(article)
    for finding in checked.findings:
        if finding.problem.severity != "error":
            continue
        span = finding.problem.span
        above = title.start <= span.start < title.end
        key = (finding.rule, article.text[span.start : span.end])
        seen[key] += 1
        weight = 2 if above or finding.rule in _OCCASIONS else 1
        yield Row(finding, weight if seen[key] <= _OFTEN else 0, above)


def score_lines(article: Article, found: Score, look: Look) -> Iterator[Line]:
    """The table of an article: each error with its weight, the sum, and the rate against the limit."""
    yield line(Piece(word("score", look.lang), "heading"))
    for row in found.rows:
        span = row.finding.problem.span
        number, column = article.place(span.start)
        above = f"  {word('in_headline', look.lang)}" if row.headline else ""
        yield line(f"  {row.weight}  ", Piece(row.finding.rule, "rule"), f"  {number}:{column} {joined(article.text[span.start : span.end])}{above}")
    verdict = word("passes" if found.passes else "fails", look.lang)
    rate = f"{word('in_10000', look.lang)}{decimal(found.rate, 2)}"
    yield line(f"  {found.total} / {found.characters} {word('characters', look.lang)} = {rate}  ", Piece(verdict, "strong"))
    yield ()
