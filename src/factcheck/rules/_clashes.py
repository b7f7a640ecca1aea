"""Two claims of one fact that no number fits, where they are surely of one fact: nothing around them tells them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from factcheck.model import Claim, Fact, Facts, Span, Stated
from factcheck.patterns import regex
from factcheck.records import NamedTuple
from factcheck.rules._facts import clause_words, cut_off, is_level, line_start
from factcheck.rules._headline import headlines
from factcheck.rules._repeats import in_unit
from factcheck.rules._words import words

__all__ = ["Clash", "clashes"]

_MANY = 8
_COUNTED_BY = regex("(?:根?据)([^，。；：、0-9\n]{2,24}?)(?:统计|数据|显示|报告|测算|估算|预测|调查|介绍)")
"""Whose count it is: 另据某某咨询数据."""
_SPEAKER = regex("^[\\s>#*·•■]{0,4}([^，。；：、“”（）0-9\n]{2,10})[：:]")
"""Whose news a line is, before a colon: 东山股份：上半年净利润3.48亿元."""
_NAME = 6
"""Characters of a body's name that tell it from others."""
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
    titles = [*headlines(facts)]
    claims = [claim for claim in fact.claims[:_MANY] if _plain(facts, claim) and not any(title.start <= claim.span.start < title.end for title in titles)]
    for one, other in combinations(claims, 2):
        mine, theirs = in_unit(one, one.mention.unit), in_unit(other, one.mention.unit)
        apart = one.sentence != other.sentence and _told_apart(facts, one) == _told_apart(facts, other)
        if apart and mine and theirs and not (mine.meets(theirs) or _cut(one, other)) and _same_owner(facts, one, other):
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
    pointing = any(word in (claim.indicator.value or "").lower() for word in (*words("zh/pointing"), *words("en/pointing")))
    return is_level(claim) and named and not (partial or pointing) and claim.change != "level_from" and _in_a_sentence(facts, claim)


def _in_a_sentence(facts: Facts, claim: Claim) -> bool:
    """Whether words stand on its line beside it, and no bar of a table."""
    line = facts.text(Span(line_start(facts, claim.span.start), claim.span.end))
    return "|" not in line and "\t" not in line and sum(char.isalpha() for char in line) > 2 * _SHORT


def _told_apart(facts: Facts, claim: Claim) -> frozenset[str]:
    """The words of its sentence before it that name another scope of the same name: 常住, 户籍; 累计."""
    before = facts.text(Span(claim.sentence.start, claim.span.start))
    return frozenset(word for word in words("zh/scopes") if word in before)


@cache
def _body() -> re.Pattern[str]:
    heads = sorted((*words("zh/bodies"), *words("en/bodies")), key=len, reverse=True)
    return regex("([^，。；：、“”《》（）0-9\n ]{1,6}|[A-Z][a-z]+ )(?:" + "|".join(heads) + ")")


def _bodies(facts: Facts, claim: Claim) -> frozenset[str]:
    """The bodies that a sentence names before a figure: 复旦大学."""
    said = facts.text(Span(claim.sentence.start, claim.span.start))
    named = [found.group() for found in _body().finditer(said)]
    named += [found[1] for pattern in (_SPEAKER, _COUNTED_BY) if (found := pattern.search(said))]
    return frozenset(name[-_NAME:] for name in named)


def _same_owner(facts: Facts, one: Claim, other: Claim) -> bool:
    """Whether both are of one place and owner, and no sentence names a body that the other does not."""
    alike = (one.area.value, one.owner, one.modality) == (other.area.value, other.owner, other.modality)
    return alike and len({_bodies(facts, claim) for claim in (one, other)} - {frozenset()}) < 2


def _stated(claim: Claim) -> bool:
    return isinstance(claim.period, Stated) and isinstance(claim.area, Stated)
