"""The way a number takes: Article → Reading → verdicts → problems → findings. Each step is a pure function."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.grammar import read
from factcheck.model import Article, Checked, Facts, Finding, Indicator, Judged, Reached, Reading, Unchecked
from factcheck.period import Period
from factcheck.reference import ReferenceSet, judge, milestone_verdict, reconciled
from factcheck.rules import Rule, graph, settled, weighed
from factcheck.text import view

__all__ = ["check", "extract"]


def extract(article: Article, reference: ReferenceSet, published: Period | None = None, region: str | None = None) -> Reading:
    """Only what was read: every numeral as a claim, a mention or with the reason why it is none."""
    seen = view(article)
    return seen.put_back(read(seen.read, reference.vocabulary, published, region))


def check(
    article: Article,
    reference: ReferenceSet,
    rules: Iterable[Rule],
    published: Period | None = None,
    region: str | None = None,
    *,
    strict: bool = False,
) -> Checked:
    """Read the article, hold every claim against the reference set, and let each rule look at the outcome.

    `strict`: a round number is taken at its word, not as a coarse one (80亿 for 78.6亿).
    """
    seen = view(article)
    reading = read(seen.read, reference.vocabulary, published, region)
    judged = reconciled(Judged(claim, judge(claim, reference, reading.context, strict=strict)) for claim in reading.claims)
    reached = tuple(_reached(reading, judged, reference))
    judged = _with_rows(judged, reached)
    facts = Facts(reading, judged, reference.events, graph(reading), _indicators(reading, reference), reached, seen.hidden)
    return seen.put_back(Checked(reading, judged, settled(sorted(_found(rules, facts), key=_order)), reached))


def _reached(reading: Reading, judged: tuple[Judged, ...], reference: ReferenceSet) -> Iterator[Reached]:
    """The verdict on each milestone, in the light of that on its figure."""
    if reading.milestones:
        verdicts = {one.claim.span: one.verdict for one in judged}
        for one in reading.milestones:
            yield Reached(one, milestone_verdict(one, verdicts[one.claim.span], reference, reading.context))


def _with_rows(judged: tuple[Judged, ...], reached: tuple[Reached, ...]) -> tuple[Judged, ...]:
    """The number of years in 连续11年 is judged by them."""
    rows = {one.milestone.counted.span: one.verdict for one in reached if one.milestone.counted}
    if not rows:
        return judged
    return tuple(
        one._replace(verdict=rows[one.claim.span]) if one.claim.span in rows and isinstance(one.verdict, Unchecked) else one for one in judged
    )


def _indicators(reading: Reading, reference: ReferenceSet) -> dict[str, Indicator]:
    """What is known of the statistics that the article speaks of."""
    ids = {claim.indicator_id for claim in reading.claims if claim.indicator_id}
    return {name: found for name in sorted(ids) if (found := reference.indicator(name))}


def _found(rules: Iterable[Rule], facts: Facts) -> Iterator[Finding]:
    """Sign each problem that its premises bear out with the name of the rule that found it; how severe the newsroom takes it to be
    comes before the rule's own word."""
    for rule in rules:
        for found in rule.check(facts):
            problem = weighed(found)
            if problem:
                yield Finding(rule.id, problem._replace(severity=rule.severity) if rule.severity else problem)


def _order(finding: Finding) -> tuple[int, int, str]:
    return finding.problem.span.start, finding.problem.span.end, finding.rule
