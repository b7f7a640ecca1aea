"""The graph of an article's figures: which claims state one fact, which figures tell of one movement, and one finding for one cause."""

from __future__ import annotations

from factcheck.grammar import read
from factcheck.model import Article, Finding, Graph, Problem, Span, Text, Vocabulary
from factcheck.period import Period
from factcheck.rules import graph, settled

SAID = Text("", "")


def of(text: str) -> Graph:
    """The graph of a text of June 2026."""
    return graph(read(Article.of("text", text), Vocabulary({"gdp": ("gdp",), "国内生产总值": ("gdp",)}), Period.parse("2026-06-18")))


def test_one_fact_under_two_names() -> None:
    """Two names of one indicator, and a round figure beside a precise one, state one fact, which is what both allow."""
    found = of("2025年全国GDP超140万亿元。2025年，全国国内生产总值为140.2万亿元。2024年全国GDP为134.8万亿元。")
    assert [[claim.mention.surface for claim in fact.claims] for fact in found.facts] == [["140万亿元", "140.2万亿元"], ["134.8万亿元"]]
    assert not found.facts[0].value.empty()


def test_a_fact_with_two_values_is_empty() -> None:
    """Where no number fits both claims, nothing is left of the fact."""
    assert of("2025年全国GDP为140.2万亿元。2025年，全国国内生产总值为142.0万亿元。").facts[0].value.empty()


def test_another_owner_place_or_time_is_another_fact() -> None:
    """A firm's figure, another city's, and another year's are not one fact."""
    assert len(of("2025年甲市出口额50亿元。2025年甲市民营企业出口额30亿元。2024年甲市出口额40亿元。2025年乙县出口额5亿元。").facts) == 4


def test_a_movement_keeps_to_its_statistic() -> None:
    """From, to, by and rate of one thing are one movement; the next noun begins another."""
    move, *rest = of("旅客由1200万人增至1500万人，增加300万人，增长25%，收入80亿元。").moves
    assert [claim.mention.surface for claim in (move.base, move.now, move.by, *move.rates) if claim] == ["1200万人", "1500万人", "300万人", "25%"]
    assert not rest


def problem(at: int, *related: int, severity: str = "error") -> Finding:
    """A finding of a rule of that place, which accuses one figure and rests on others."""
    return Finding(f"rule-{at}", Problem(severity, Span(at, at + 1), SAID, tuple(Span(one, one + 1) for one in related)))  # type: ignore[arg-type]


def test_one_cause_gives_one_finding() -> None:
    """What fails over an accused figure is told with it; what only shares a witness, or is a note, is not."""
    kept = settled((problem(1, 2, 3), problem(2, 1), problem(5, 3), problem(6, 1, severity="note")))
    assert [finding.problem.span.start for finding in kept] == [1, 5, 6]
    assert len(kept[0].problem.also) == 1


def test_the_stronger_problem_speaks() -> None:
    """An error takes in a warning that stands before it, and what an official source says comes first of all."""
    kept = settled((problem(1, 4, severity="warning"), problem(4, 1)))
    assert [(finding.problem.span.start, finding.problem.severity) for finding in kept] == [(4, "error")]
    official = Finding("differs-from-reference", Problem("error", Span(9, 10), SAID))
    assert [finding.rule for finding in settled((problem(4, 9), official))] == ["differs-from-reference"]
