"""范围首尾颠倒 / A range runs backwards.

范围应从小到大写，颠倒的多半有一个数写错，或者两个数写反了。
A range is written from its lower to its upper end; one that runs backwards has a wrong digit, or its ends are swapped.

错：预计全年产量为30—20万吨。
错：招聘规模在500至300人之间。
错：公司预计全年净利润为4.1亿元至3.2亿元。
对：公司预计全年净利润为3.2亿元至4.1亿元，奖金5000元至3000元不等。
对：预计全年产量为20—30万吨，投资3—5亿元，月薪8000至1万元。
对：3-5月雨水偏多，净利润预计下降70%至50%。
wrong: Output is put at 30 to 20 tonnes a day.
right: Output is put at 20 to 30 tonnes a day.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.model import Claim, Facts, Problem, Span, Text
from factcheck.patterns import regex
from factcheck.rules._facts import is_level, like, plain
from factcheck.rules._premises import stated
from factcheck.rules._words import words

__all__ = ["check"]

RESTS_ON = ("wording",)

_FIRST = regex(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")
_ENDS = regex(r"(.{1,24}?)( ?(?:--|—|–|-|~|～|至|到|to) ?)(.{1,24})")
_JOINT = regex("--|—|–|-|~|～|至|到")
_ROUGH = regex("[^，。；\n]{0,3}不等")
_SAME_SCALE = 1000
"""8000至1万元 has a scale word on one side that is not shared; 30—20万吨 has one that is."""


def check(facts: Facts) -> Iterator[Problem]:
    """Every range of figures whose first end is the larger one, unless something falls there or is lost."""
    for claim in facts.reading.claims:
        low, high = claim.mention.low, claim.mention.high
        if claim.mention.kind == "range" and low is not None and high is not None and low > high and not _meant(facts, claim):
            yield _problem(claim)
    for first, last in pairwise(facts.reading.claims):
        if _spelled_out(facts, first, last) and not _meant(facts, first):
            yield _of_two(facts, Span(first.span.start, last.span.end), first, last)


def _spelled_out(facts: Facts, first: Claim, last: Claim) -> bool:
    """Whether two amounts of one name and unit are the ends of a range, the larger first: 4.1亿元至3.2亿元."""
    between = facts.text(Span(first.span.end, last.span.start)) if first.span.end < last.span.start else ""
    same = like(first.mention, last.mention) and first.indicator == last.indicator and is_level(first) and is_level(last)
    one, other = first.mention.value, last.mention.value
    falls = one is not None and other is not None and one > other
    return same and falls and _JOINT.fullmatch(between) is not None and not _ROUGH.match(facts.reading.article.text, last.span.end)


def _of_two(facts: Facts, span: Span, first: Claim, last: Claim) -> Problem:
    surface, joint = facts.text(span), facts.text(Span(first.span.end, last.span.start))
    zh, en = f"范围“{surface}”从大到小：两端写反了，或者有一个数写错了", f"the range {surface} runs from the larger to the smaller: swapped ends, or a wrong figure"
    return Problem("error", span, Text(zh, en), suggestion=f"{last.mention.surface}{joint}{first.mention.surface}", premises=(stated("wording"),))


def _meant(facts: Facts, claim: Claim) -> bool:
    """Whether it may be meant so: a fall, a loss, weather through the night, or two scales."""
    mention = claim.mention
    before = facts.text(Span(claim.clause.start, mention.span.start)).lower()
    falls = claim.direction == "down" or claim.change == "level_from" or any(word in before for word in words(_language(before)))
    first = _FIRST.match(plain(mention.surface))
    unscaled = Fraction(first.group()) if first else Fraction(0)
    mixed = bool(first) and unscaled <= (mention.high or 0) <= unscaled * _SAME_SCALE
    return falls or mixed or mention.kind == "temperature" or mention.unit in {"degC", "degF", "year"}


def _language(text: str) -> str:
    return "en/falling" if text.isascii() else "zh/falling"


def _problem(claim: Claim) -> Problem:
    surface = claim.mention.surface
    ends = _ENDS.fullmatch(surface)
    zh = f"范围“{surface}”从大到小：两端写反了，或者有一个数写错了"
    en = f"the range {surface} runs from the larger to the smaller: swapped ends, or a wrong figure"
    return Problem("error", claim.span, Text(zh, en), suggestion=_swapped(*ends.groups()) if ends else "", premises=(stated("wording"),))


def _swapped(first: str, joint: str, second: str) -> str:
    """30—20万吨 → 20—30万吨: the numbers change places, scale and unit stay."""
    left, right = _FIRST.match(plain(first)), _FIRST.match(plain(second))
    if not left or not right:
        return ""
    return second[: right.end()] + first[left.end() :] + joint + first[: left.end()] + second[right.end() :]
