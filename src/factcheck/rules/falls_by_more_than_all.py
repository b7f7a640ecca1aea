"""下降超过全部 / A fall by more than there was.

不会是负数的量，最多下降100%；“下降1倍”就降到了零，多半是想说“降到一半”。利润等可正可负的除外。
What can't be negative falls by 100% at most; a fall by one time would leave nothing, and usually a half is meant. Profits and the
like may fall further, into a loss.

错：采用新工艺后，单位成本下降1.5倍。
错：全年全市生猪出栏量下降120%。
对：采用新工艺后，单位成本下降一半；全年净利润下降120%。
对：全年全市生猪出栏量下降12%。
wrong: Output of the mine fell 120% in 2024.
right: Output of the mine fell 12% in 2024, and its profit fell 120%.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.model import Claim, Facts, Problem, Span, Text
from factcheck.rules._facts import ends_with
from factcheck.rules._premises import given, stated
from factcheck.rules._repeats import in_unit
from factcheck.rules._words import words
from factcheck.written import short

__all__ = ["check"]

RESTS_ON = ("wording", "bounded")

_ALL = Fraction(100)
_DIGITS, _NEAR = 4, 60
_ENDS = frozenset("，。；！？、,.;:：）)\n左以多之 ") | {""}
"""What may stand behind a multiple that nothing else is said of: 3倍做多 and 2倍杠杆 are names."""


def check(facts: Facts) -> Iterator[Problem]:
    """Each fall by more than 100%, or by once and more."""
    for claim in facts.reading.claims:
        if claim.direction == "down" and _beyond(facts, claim) and not _may_be_negative(facts, claim):
            yield _problem(claim)


def _beyond(facts: Facts, claim: Claim) -> bool:
    if claim.change == "times":
        return _falls_by(facts, claim) and (claim.mention.value or 0) >= 1
    said = in_unit(claim, "percent") if claim.change == "growth_rate" and not _is_mark(facts, claim) else None
    return bool(said and said.low is not None and said.low > _ALL)


def _falls_by(facts: Facts, claim: Claim) -> bool:
    """Whether a word of falling stands right before the multiple: 下降1倍, and not 降至1倍 or a fall by one of several times."""
    text = facts.reading.article.text
    before = text[claim.clause.start : claim.span.start].rstrip("了约近超过 ")
    return bool(ends_with(before, words("zh/lesser"))) and text[claim.span.end : claim.span.end + 1] in _ENDS


def _is_mark(facts: Facts, claim: Claim) -> bool:
    """Whether a percentage is a mark that something stays below or above: 不低于转股价的130%."""
    before = facts.text(Span(claim.clause.start, claim.span.start)).lower()
    return any(word in before for word in (*words("zh/marks"), *words("en/marks")))


def _may_be_negative(facts: Facts, claim: Claim) -> bool:
    """Whether it may fall below nought, by a word anywhere near before it; what nothing names may be anything."""
    near = Span(max(0, claim.sentence.start - _NEAR), claim.clause.end)
    said = ((claim.indicator.value or "") + facts.text(near)).lower()
    return not claim.indicator.value or any(word in said for word in (*words("zh/may_be_negative"), *words("en/may_be_negative")))


def _problem(claim: Claim) -> Problem:
    surface, value = claim.mention.surface, claim.mention.value or Fraction(0)
    zh = f"下降{surface}：不会是负数的量最多下降100%"
    if claim.change == "times":
        zh += f"；若指降到原来的1/{short(value, _DIGITS)}，应照此说" if value > 1 else "；若指减少一半，应照此说"
    wording = given("wording", "“下降n倍”常用来说降到几分之一", "a fall by n times is often said of a fall to one nth", holds=claim.change != "times")
    en = f"a fall by {surface}: what can't be negative falls by 100% at most"
    return Problem("error", claim.span, Text(zh, en), expected="≤ 100%", premises=(wording, stated("bounded")))
