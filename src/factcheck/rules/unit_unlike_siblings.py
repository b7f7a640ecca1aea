"""单位与并列各项不符 / A unit unlike those of its siblings.

同类各项逐一列出，单位本应一致；一项漏写“亿”“万”，数量级就差出成千上万倍。
Things of one kind, listed one by one, are of one unit; where one lacks its scale word it is thousands of times too small.

错：其中，种植业增加值82.25元，林业增加值9.14亿元，牧业增加值33.65亿元，渔业增加值0.46亿元。
对：其中，种植业增加值82.25亿元，林业增加值9.14亿元，牧业增加值33.65亿元，渔业增加值4600万元。
对：全年财政支出9.14亿元，教育支出3.21亿元，卫生支出2.05亿元，人均医疗支出820元。
wrong: Revenue from wheat was 82.25 yuan, revenue from fruit 9.14 billion yuan, revenue from milk 33.65 billion yuan.
right: Net income was $266.8 million, or $1.83 a share, compared to net income of $249.7 million, or $1.71 a share, a year earlier.
right: Revenue from wheat was 82.25 billion yuan, revenue from fruit 9.14 billion yuan, revenue from milk 33.65 billion yuan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.model import Claim, Facts, Problem, Slip, Stated, Text
from factcheck.rules._facts import clause_words, is_level, is_of_each, sentences
from factcheck.rules._premises import given, stated
from factcheck.rules._words import words
from factcheck.written import Written, read_written

__all__ = ["check"]

RESTS_ON = ("wording", "same_thing")

_FEW = 3
_KIND = 2
_FAR, _NEAR = 1000, 200
"""Too small by so much beside every sibling; and no further from one of them with their scale."""


def check(facts: Facts) -> Iterator[Problem]:
    """The odd one among siblings of each sentence: figures of one unit whose names end alike."""
    for claims in sentences(facts):
        if len(claims) < _FEW:
            continue
        rows: dict[tuple[str, str | None, str | None, str], list[Claim]] = {}
        for claim in claims:
            if is_level(claim) and isinstance(claim.indicator, Stated) and claim.mention.value:
                rows.setdefault((_family(claim.indicator.value), claim.mention.unit, claim.mention.classifier, claim.mention.kind), []).append(claim)
        for row in rows.values():
            yield from (problem for problem in _odd(facts, row) if not any(_among_its_like(claims, claim) for claim in row if claim.span == problem.span))


def _family(name: str) -> str:
    """What siblings share of their names: the end (种植业增加值, 林业增加值), in English the beginning."""
    return (name.lower().split() or [""])[0] if name.isascii() else name[-_KIND:]


def _odd(facts: Facts, row: Sequence[Claim]) -> Iterator[Problem]:
    """The smallest of a row, where every other is far larger and all others are written alike."""
    least = min(row, key=lambda claim: claim.mention.value or 0)
    siblings = [other for other in row if (other.indicator.value or "").lower() != (least.indicator.value or "").lower()]
    if len(siblings) < _FEW - 1 or not _far(least, siblings):
        return
    own = read_written(least.mention)
    theirs = {(found.scale, found.unit().strip()) for other in siblings if (found := read_written(other.mention))}
    if own is None or len(theirs) != 1 or any(_apart(facts, one) for one in (least, *siblings)):
        return
    scale, after = theirs.pop()
    if own.scale == 1 < scale and _near(least, siblings, scale):
        yield _problem(least, siblings, own, after)


def _apart(facts: Facts, claim: Claim) -> bool:
    """Whether it is an average or a price among totals."""
    said = clause_words(facts, claim)
    return is_of_each(facts, claim) or any(word in said for word in (*words("zh/not_additive"), *words("zh/per_item")))


def _among_its_like(claims: Sequence[Claim], claim: Claim) -> bool:
    """Whether a figure of its size stands beside it, so that it is meant as it is: 由3000元提高至5000元."""
    beside = [other for other in claims if other.clause == claim.clause and other.span != claim.span and other.mention.unit == claim.mention.unit]
    return any(0 < (other.mention.value or 0) < (claim.mention.value or 0) * _FAR for other in beside)


def _far(claim: Claim, siblings: Sequence[Claim]) -> bool:
    """Whether it is far smaller than every sibling as it stands."""
    return all((claim.mention.value or 0) * _FAR < (other.mention.value or 0) for other in siblings)


def _near(claim: Claim, siblings: Sequence[Claim], scale: Fraction) -> bool:
    """Whether with the scale of its siblings it would be of the size of one of them."""
    value = (claim.mention.value or 0) * scale
    return any(other.mention.value and other.mention.value / _NEAR <= value <= other.mention.value * _NEAR for other in siblings)


def _problem(claim: Claim, siblings: Sequence[Claim], own: Written, after: str) -> Problem:
    fits = f"{own.before}{own.digits}{after}"
    zh = f"单位与并列各项不符：{claim.mention.surface}，并列的是{'、'.join(other.mention.surface for other in siblings)}；疑为{fits}"
    en = f"a unit unlike those of its siblings: {claim.mention.surface} beside {', '.join(other.mention.surface for other in siblings)}; {fits} may be meant"
    slip = Slip("scale_wan_yi", Text("数量级漏写或写错", "a scale word left out or wrong"), fits)
    spans = tuple(other.span for other in siblings)
    premises = (given("wording", "整数可能就是原意", "a whole number may be meant", holds="." in own.digits), stated("same_thing"))
    return Problem("error", claim.span, Text(zh, en), spans, suggestion=fits, slips=(slip,), premises=premises)
