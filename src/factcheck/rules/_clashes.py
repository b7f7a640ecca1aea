"""Two claims of one fact that no number fits, where they are surely of one fact: nothing around them tells them apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from factcheck.model import Claim, Fact, Facts, Span, Stated
from factcheck.records import NamedTuple
from factcheck.rules._facts import clause_words, cut_off, is_level, line_start
from factcheck.rules._repeats import in_unit
from factcheck.rules._words import words

__all__ = ["Clash", "clashes"]

_MANY = 8
_SHORT = 3


class Clash(NamedTuple):
    """Two claims of one fact. `sure`: the text says of both what they measure, whose it is and when."""

    first: Claim
    second: Claim
    sure: bool


def clashes(facts: Facts) -> Iterator[Clash]:
    """For each fact that its claims contradict, the first two of another sentence that do."""
    for fact in facts.graph.facts:
        if fact.value.empty():
            found = next((pair for pair in _pairs(facts, fact)), None)
            if found:
                yield found


def _pairs(facts: Facts, fact: Fact) -> Iterator[Clash]:
    claims = [claim for claim in fact.claims[:_MANY] if _plain(facts, claim)]
    for one, other in combinations(claims, 2):
        mine, theirs = in_unit(one, one.mention.unit), in_unit(other, one.mention.unit)
        apart = one.sentence != other.sentence and _told_apart(facts, one) == _told_apart(facts, other)
        if apart and mine and theirs and not (mine.meets(theirs) or _cut(one, other)) and _same_owner(one, other):
            yield Clash(one, other, _stated(one) and _stated(other))


def _cut(one: Claim, other: Claim) -> bool:
    """Whether one of two is the other without its last digits."""
    mine, theirs = in_unit(one, other.mention.unit), in_unit(other, one.mention.unit)
    return bool(theirs and cut_off(one.mention, theirs)) or bool(mine and cut_off(other.mention, mine))


def _plain(facts: Facts, claim: Claim) -> bool:
    """Whether it is a figure of running text, named by its own words, that nothing marks as an earlier, later or partial one."""
    said = clause_words(facts, claim).lower()
    partial = any(word in said for word in (*words("zh/other_version"), *words("en/other_version")))
    named = isinstance(claim.indicator, Stated) and len(claim.indicator.value) >= _SHORT
    return is_level(claim) and named and not partial and claim.change != "level_from" and _in_a_sentence(facts, claim)


def _in_a_sentence(facts: Facts, claim: Claim) -> bool:
    """Whether words stand on its line beside it, and no bar of a table."""
    line = facts.text(Span(line_start(facts, claim.span.start), claim.span.end))
    return "|" not in line and "\t" not in line and sum(char.isalpha() for char in line) > 2 * _SHORT


def _told_apart(facts: Facts, claim: Claim) -> frozenset[str]:
    """The words of its sentence before it that name another scope of the same name: 常住, 户籍; 累计."""
    before = facts.text(Span(claim.sentence.start, claim.span.start))
    return frozenset(word for word in words("zh/scopes") if word in before)


def _same_owner(one: Claim, other: Claim) -> bool:
    return (one.area.value, one.owner, one.modality) == (other.area.value, other.owner, other.modality)


def _stated(claim: Claim) -> bool:
    return isinstance(claim.period, Stated) and isinstance(claim.area, Stated)
