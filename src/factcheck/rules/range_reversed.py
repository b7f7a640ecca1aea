"""范围首尾颠倒 / A range runs backwards.

范围应从小到大写，颠倒的多半有一个数写错，或者两个数写反了。
A range is written from its lower to its upper end; one that runs backwards has a wrong digit, or its ends are swapped.

错：预计全年产量为30—20万吨。
错：招聘规模在500至300人之间。
错：公司预计全年净利润为4.1亿元至3.2亿元。
对：公司预计全年净利润为3.2亿元至4.1亿元，奖金5000元至3000元不等。
对：预计全年产量为20—30万吨，投资3—5亿元，月薪8000至1万元。
对：3-5月雨水偏多，净利润预计下降70%至50%；拟以2亿-3亿元回购；产线覆盖28-14纳米；汇率在6.82-6.79元之间震荡；蓝队4-2克罗地亚队。
wrong: Output is put at 30 to 20 tonnes a day.
right: Output is put at 20 to 30 tonnes a day. The lead is 41% to 35%, and borrowing £28bn - £3.5bn less than feared.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.model import Claim, Facts, Premise, Problem, Span, Text
from factcheck.patterns import regex
from factcheck.rules._facts import is_level, like, plain, sentence_at
from factcheck.rules._premises import given, refuted
from factcheck.rules._words import words

__all__ = ["check"]

RESTS_ON = ("wording",)

_FIRST = regex(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")
_ENDS = regex(r"(.{1,24}?)( ?(?:--|—|–|-|~|～|至|到|to) ?)(.{1,24})")
_JOINT = regex("--|—|–|-|~|～|至|到")
_ROUGH = regex("[^，。；\n]{0,3}不等")
_MARKS = frozenset("—~～至到o")
"""Signs and last letters of words that between two numerals of one unit say nothing but from … to. A short dash joins much else."""
_BETWEEN = regex("[^，。；\n]{0,6}之间")
_FEW = 100
_SAME_SCALE = 1000
"""8000至1万元 has a scale word on one side that is not shared; 30—20万吨 has one that is."""


def check(facts: Facts) -> Iterator[Problem]:
    """Every range of figures whose first end is the larger one, unless something falls there or is lost."""
    for claim in facts.reading.claims:
        low, high = claim.mention.low, claim.mention.high
        if claim.mention.kind == "range" and low is not None and high is not None and low > high >= 0 and not _meant(facts, claim):
            yield _problem(facts, claim)
    for first, last in pairwise(facts.reading.claims):
        if _spelled_out(facts, first, last) and not _meant(facts, first):
            yield _of_two(facts, Span(first.span.start, last.span.end), first, last)


def _spelled_out(facts: Facts, first: Claim, last: Claim) -> bool:
    """Whether two amounts of one name and unit are the ends of a range, the larger first: 4.1亿元至3.2亿元."""
    between = facts.text(Span(first.span.end, last.span.start)) if first.span.end < last.span.start else ""
    same = like(first.mention, last.mention) and first.indicator == last.indicator and is_level(first) and is_level(last)
    one, other = first.mention.value, last.mention.value
    falls = one is not None and other is not None and one > other >= 0
    return same and falls and _JOINT.fullmatch(between) is not None and not _ROUGH.match(facts.reading.article.text, last.span.end)


def _of_two(facts: Facts, span: Span, first: Claim, last: Claim) -> Problem:
    surface, joint = facts.text(span), facts.text(Span(first.span.end, last.span.start))
    alike = first.mention.ulp == last.mention.ulp
    return _told(span, surface, f"{last.mention.surface}{joint}{first.mention.surface}", _is_range(facts, span, joint, alike=alike))


def _meant(facts: Facts, claim: Claim) -> bool:
    """Whether it may be meant so: a fall, a loss, what is told from the top down, weather through the night, two scales, a label."""
    mention = claim.mention
    clause = " " + facts.text(claim.clause).lower()
    told = any(word in clause for word in _downwards(latin=clause.isascii()))
    falls = claim.direction == "down" or claim.change == "level_from" or told
    first = _FIRST.match(plain(mention.surface))
    unscaled = Fraction(first.group()) if first else Fraction(0)
    mixed = bool(first) and unscaled <= (mention.high or 0) <= unscaled * _SAME_SCALE
    label = mention.kind == "range" and mention.classifier is not None and (mention.low or 0) < _FEW and _joint(mention.surface) in {"-", "–"}
    rough = _ROUGH.match(facts.reading.article.text, mention.span.end) is not None
    return falls or mixed or label or rough or mention.kind == "temperature" or mention.unit in {"degC", "degF", "year", "nm", "um"}


def _downwards(*, latin: bool) -> Iterator[str]:
    """Words beside which a range may run down; of English ones the beginnings."""
    if latin:
        return (f" {word}" for word in (*words("en/falling"), *words("en/downwards")))
    return iter((*words("zh/falling"), *words("zh/downwards")))


def _joint(surface: str) -> str:
    ends = _ENDS.fullmatch(surface)
    return ends.group(2).strip() if ends else ""


def _is_range(facts: Facts, span: Span, joint: str, *, alike: bool = True) -> Premise:
    """That it is a range: a word or a long dash between its ends, or 之间 behind them; a short dash may be a minus, a score, a name. Ends
    in different detail may be two figures."""
    text = facts.reading.article.text
    if joint.strip() not in {"to", "and"} and not any("一" <= char <= "鿿" for char in facts.text(sentence_at(facts, span.start))):
        return refuted("wording", "英文里的连字符和破折号多不表示范围", "in English a dash is a score, a vote or an aside more often than a range")
    between = _BETWEEN.match(text, span.end) is not None or "etween " in text[max(0, span.start - _FEW) : span.start]
    holds = alike and (between or joint.strip()[-1:] in _MARKS)
    return given("wording", "也可能不是一个范围", "it may be no range", holds=holds)


def _problem(facts: Facts, claim: Claim) -> Problem:
    surface = claim.mention.surface
    ends = _ENDS.fullmatch(surface)
    return _told(claim.span, surface, _swapped(*ends.groups()) if ends else "", _is_range(facts, claim.span, _joint(surface)))


def _told(span: Span, surface: str, suggestion: str, premise: Premise) -> Problem:
    zh = f"范围“{surface}”从大到小：两端写反了，或者有一个数写错了"
    en = f"the range {surface} runs from the larger to the smaller: swapped ends, or a wrong figure"
    return Problem("error", span, Text(zh, en), suggestion=suggestion, premises=(premise,))


def _swapped(first: str, joint: str, second: str) -> str:
    """30—20万吨 → 20—30万吨: the numbers change places, scale and unit stay."""
    left, right = _FIRST.match(plain(first)), _FIRST.match(plain(second))
    if not left or not right:
        return ""
    return second[: right.end()] + first[left.end() :] + joint + first[: left.end()] + second[right.end() :]
