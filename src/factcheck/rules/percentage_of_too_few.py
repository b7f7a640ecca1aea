"""几家的百分比凑不出 / A percentage that no number of so few can make.

50家企业的占比只能是2%的倍数，33%不对应任何整数家：不是基数就是百分比写错了。
Of 50 firms each is 2 percent, so that no number of them is 33: the number or the percentage is wrong.

错：受访的50家企业中，33%表示订单增加。
对：受访的50家企业中，34%表示订单增加。
对：受访的53家企业中，约33%表示订单增加；全市5000家企业中，33%表示订单增加。
wrong: Of the 50 firms, 33% said orders rose.
right: Of the 50 firms, 34% said orders rose.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import floor

from factcheck.model import Claim, Facts, Mention, Problem, Span, Text
from factcheck.patterns import regex
from factcheck.rules._facts import ends_with
from factcheck.rules._premises import assumed
from factcheck.rules._words import words
from factcheck.written import short

__all__ = ["check"]

RESTS_ON = ("same_whole",)

_HUNDRED, _FEW = 100, 5
_WITHIN = regex(r"[^，。；、,;.\n0-9]{0,8}中[，,]?有?")
_COMMA = regex(", ")


def check(facts: Facts) -> Iterator[Problem]:
    """Each percentage right behind the number of things that it is of."""
    for number, share in pairwise(facts.reading.claims):
        if _counts(number.mention) and _exact(share.mention) and _is_of(facts, number, share) and not _possible(number.mention, share.mention):
            yield _problem(number, share)


def _counts(mention: Mention) -> bool:
    whole = mention.kind == "count" or mention.unit == "person"
    return whole and mention.hedge == "none" and mention.value is not None and mention.value.denominator == 1 and mention.ulp == 1 and mention.value >= _FEW


def _exact(mention: Mention) -> bool:
    return mention.unit == "percent" and mention.hedge == "none" and mention.value is not None and mention.kind == "percent"


def _is_of(facts: Facts, number: Claim, share: Claim) -> bool:
    if number.sentence != share.sentence or number.span.end > share.span.start or share.statement not in {"share", "level"}:
        return False
    between = facts.text(Span(number.span.end, share.span.start))
    head = facts.text(Span(number.sentence.start, number.span.start)).lower()
    return bool(_WITHIN.fullmatch(between)) or bool(_COMMA.fullmatch(between) and ends_with(head, words("en/out_of")))


def _possible(number: Mention, share: Mention) -> bool:
    """Whether some whole number of them rounds to the percentage, up or down."""
    of, said, ulp = number.value or Fraction(1), share.value or Fraction(0), share.ulp
    nearest = round(said * of / _HUNDRED)
    return any(abs(_HUNDRED * (nearest + step) / of - said) <= ulp / 2 for step in (-1, 0, 1))


def _problem(counted: Claim, share: Claim) -> Problem:
    few, said = counted.mention, share.mention
    near = (said.value or Fraction(0)) * (few.value or 1) / _HUNDRED
    one = _HUNDRED / (few.value or Fraction(1))
    around = "、".join(f"{short(one * number, 4)}%" for number in (floor(near), floor(near) + 1))
    zh = f"几家的百分比凑不出：{few.surface}中没有哪个整数是{said.surface}，相邻的是{around}；两数必有一误"
    en = f"no number of {few.surface} is {said.surface}; the nearest are {around}: the number or the percentage is wrong"
    premises = (assumed("same_whole", "百分比紧跟在数目之后", "the percentage stands right behind the number"),)
    return Problem("error", share.span, Text(zh, en), (counted.span,), expected=around, premises=premises)
