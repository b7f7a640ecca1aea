"""累计数小于当期数 / A cumulative figure is below one of its parts.

累计包含当年（当月），不会比当年（当月）还小；两数必有一误，或者写颠倒了。
What has come together so far includes this year's, and can't be less. One of the two is wrong, or they are swapped.

错：项目当年完成投资50亿元，累计完成投资45.9亿元。
错：全县当月新建大棚120座，累计新建大棚96座。
对：项目当年完成投资45.9亿元，累计完成投资50亿元。
对：今年1至5月累计完成投资45.9亿元，去年全年完成投资50亿元。
wrong: The park took in 500 million yuan this year and 459 million yuan in total.
right: The park took in 50 million yuan this year and 459 million yuan in total.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.model import Claim, Facts, Premise, Problem, Span, Text
from factcheck.rules._facts import allowed, is_level, like
from factcheck.rules._premises import refuted, same_owner, stated
from factcheck.rules._words import words

__all__ = ["check"]

RESTS_ON = ("same_thing", "same_owner", "same_time")

_NEAR = 12
_CURRENT, _SO_FAR = ("zh/current", "en/current"), ("zh/so_far", "en/so_far")


def check(facts: Facts) -> Iterator[Problem]:
    """Every two levels of one statistic in one sentence, one said to be of the year or month, the other of all so far."""
    for one, other in pairwise([claim for claim in facts.reading.claims if is_level(claim)]):
        if one.sentence == other.sentence and _name(one) == _name(other) and one.subject == other.subject and like(one.mention, other.mention):
            part, so_far = (one, other) if _has(facts, one, _CURRENT) else (other, one)
            if _has(facts, part, _CURRENT) and _has(facts, so_far, _SO_FAR) and not _has(facts, so_far, _CURRENT) and _below(so_far, part):
                yield _problem(part, so_far)


def _has(facts: Facts, claim: Claim, section: tuple[str, str]) -> bool:
    said = facts.text(Span(claim.clause.start, claim.span.start))
    behind = facts.text(Span(claim.span.end, min(claim.clause.end, claim.span.end + _NEAR))).lower()
    return any(word in said for word in words(section[0])) or any(word in behind for word in words(section[1]))


def _name(claim: Claim) -> str:
    """What is measured, without the words that say until when."""
    name = claim.indicator.value or ""
    for word in (*words("zh/current"), *words("zh/so_far")):
        name = name.replace(word, "")
    return name


def _below(so_far: Claim, part: Claim) -> bool:
    most, least = allowed(so_far.mention), allowed(part.mention)
    return bool(most and least and most.high is not None and least.low is not None and most.high < least.low)


def _problem(part: Claim, so_far: Claim) -> Problem:
    ours, theirs = so_far.mention.surface, part.mention.surface
    zh = f"累计数小于当期数：累计{ours}，当期却有{theirs}；两数必有一误，或者写颠倒了"
    en = f"a cumulative figure is below one of its parts: {ours} so far, {theirs} in the period; one is wrong, or they are swapped"
    return Problem("error", so_far.span, Text(zh, en), (part.span,), expected=f"≥ {theirs}", premises=_premises(part, so_far))


def _within_one_year(part: Claim, so_far: Claim) -> Premise:
    """Whether the sum so far is of the year of its part: 去年同期累计 is of another."""
    years = {claim.period.value.year for claim in (part, so_far) if claim.period.value}
    return refuted("same_time", "两数属于不同年份", "the two are of different years") if len(years) > 1 else stated("same_time")


def _premises(part: Claim, so_far: Claim) -> tuple[Premise, ...]:
    return stated("same_thing"), same_owner(part, so_far), _within_one_year(part, so_far)
