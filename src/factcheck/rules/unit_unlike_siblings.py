"""单位与并列各项不符 / A unit unlike those of its siblings.

同类各项逐一列出，单位本应一致；一项漏写“亿”“万”，数量级就差出成千上万倍。
Things of one kind, listed one by one, are of one unit; where one lacks its scale word it is thousands of times too small.

错：其中，种植业增加值82.25元，林业增加值9.14亿元，牧业增加值33.65亿元，渔业增加值0.46亿元。
对：其中，种植业增加值82.25亿元，林业增加值9.14亿元，牧业增加值33.65亿元，渔业增加值4600万元。
对：全年财政支出9.14亿元，教育支出3.21亿元，卫生支出2.05亿元，人均医疗支出820元。
wrong: Revenue from wheat was 82.25 yuan, revenue from fruit 9.14 billion yuan, revenue from milk 33.65 billion yuan.
right: Revenue from wheat was 82.25 billion yuan, revenue from fruit 9.14 billion yuan, revenue from milk 33.65 billion yuan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.model import Claim, Facts, Problem, Slip, Stated, Text
from factcheck.rules._facts import clause_words, is_level, sentences
from factcheck.rules._words import words
from factcheck.written import Written, read_written

__all__ = ["check"]

_FEW = 3
_KIND = 2
_FAR, _NEAR = 1000, 200
"""Too small by so much beside every sibling; and no further from one of them with their scale."""


def check(facts: Facts) -> Iterator[Problem]:
    """The odd one among siblings of each sentence."""
    for claims in sentences(facts):
        levels = [claim for claim in claims if is_level(claim) and isinstance(claim.indicator, Stated) and claim.mention.value]
        yield from _odd(facts, levels)


def _odd(facts: Facts, levels: Sequence[Claim]) -> Iterator[Problem]:
    for claim in levels:
        siblings = [other for other in levels if other is not claim and _siblings(claim, other)]
        own = read_written(claim.mention)
        theirs = {(found.scale, found.unit().strip()) for other in siblings if (found := read_written(other.mention))}
        if own is None or len(siblings) < _FEW - 1 or len(theirs) != 1 or any(_apart(facts, one) for one in (claim, *siblings)):
            continue
        scale, after = theirs.pop()
        if own.scale == 1 < scale and _slipped(claim, siblings, scale / own.scale):
            yield _problem(claim, siblings, own, after)


def _siblings(one: Claim, other: Claim) -> bool:
    """Whether two figures are of one unit and of names that end alike (种植业增加值, 林业增加值), or in English begin alike."""
    mine, theirs = ((claim.indicator.value or "").lower() for claim in (one, other))
    alike = mine.split()[:1] == theirs.split()[:1] if mine.isascii() else mine[-_KIND:] == theirs[-_KIND:]
    return alike and mine != theirs and (one.mention.unit, one.mention.kind) == (other.mention.unit, other.mention.kind)


def _apart(facts: Facts, claim: Claim) -> bool:
    """Whether it is an average or a price among totals."""
    return any(word in clause_words(facts, claim) for word in words("zh/not_additive"))


def _slipped(claim: Claim, siblings: Sequence[Claim], factor: Fraction) -> bool:
    """Whether it is far from every sibling as it stands, and near one of them with their scale."""
    value = claim.mention.value or Fraction(0)
    others = [other.mention.value for other in siblings if other.mention.value]
    far = all(value * _FAR < other for other in others)
    return far and any(other / _NEAR <= value * factor <= other * _NEAR for other in others)


def _problem(claim: Claim, siblings: Sequence[Claim], own: Written, after: str) -> Problem:
    fits = f"{own.before}{own.digits}{after}"
    zh = f"单位与并列各项不符：{claim.mention.surface}，并列的是{'、'.join(other.mention.surface for other in siblings)}；疑为{fits}"
    en = f"a unit unlike those of its siblings: {claim.mention.surface} beside {', '.join(other.mention.surface for other in siblings)}; {fits} may be meant"
    slip = Slip("scale_wan_yi", Text("数量级漏写或写错", "a scale word left out or wrong"), fits)
    spans = tuple(other.span for other in siblings)
    return Problem("error" if "." in own.digits else "warning", claim.span, Text(zh, en), spans, suggestion=fits, slips=(slip,))
