"""For each kind of statement, the way to an official figure: published ones first, then computed ones.

A way ends in a track, or in the reason why there is none.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.interval import ANYTHING, Interval
from factcheck.model import Evidence, Indicator, Text, Unchecked
from factcheck.period import Period
from factcheck.reference import derive
from factcheck.reference.changes import change, growth
from factcheck.reference.combined import combined
from factcheck.reference.places import rank, streak
from factcheck.reference.shares import multiple, share
from factcheck.reference.spans import over, spanning
from factcheck.reference.tracks import (
    Figure,
    Question,
    Track,
    area_asked,
    base_unit,
    first,
    level,
    namesakes,
    overlap,
    pairs,
    without,
)
from factcheck.reference.vintage import Standing, conversion

__all__ = ["track"]

_SOFT = Fraction(1, 100)
"""Per-head figures go by the year's average population, which a year-end figure meets to about this much."""
_NO_BASE = Unchecked("not_comparable", Text("贡献率、比例不由参考库核对", "contributions and proportions are not compared"))


def track(question: Question, indicator: Indicator) -> Track | Unchecked:
    """The figures to hold a claim against, if it is about this indicator."""
    claim = question.claim
    if claim.change == "contribution" or claim.mention.parts:
        return _NO_BASE
    return over(question, indicator) if spanning(claim) else _of_its_time(question, indicator)


def _of_its_time(question: Question, indicator: Indicator) -> Track | Unchecked:
    """Of the claim's own period, or of the change from the year before."""
    claim = question.claim
    if "times" in {claim.change, claim.mention.unit}:
        return _level(question, indicator) if base_unit(indicator) == "times" else multiple(question, indicator)
    match claim.statement:
        case "share":
            return share(question, indicator)
        case "level" if indicator.whole and claim.whole.value:
            return share(question, indicator)
        case "growth" if claim.mention.unit != "percentage_point":
            return growth(question, indicator)
        case "growth" | "change":
            return change(question, indicator)
        case "ratio":
            return multiple(question, indicator)
        case "rank" if indicator.kind != "rank":
            return rank(question, indicator)
        case "streak":
            return streak(question, indicator)
        case _:
            return _level(question, indicator)


def _level(question: Question, indicator: Indicator) -> Track | Unchecked:
    found = level(question, indicator, area_asked(question), question.claim.mention.unit)
    if found is None and indicator.per_head_of:
        found = _per_head(question, indicator)
    return combined(question, indicator, question.claim.mention.unit, found) or found or without(question, indicator)


def _per_head(question: Question, indicator: Indicator) -> Track | None:
    """Total ÷ year-end population: strictly, and within what the average population may differ."""
    whole = question.reference.indicator(indicator.per_head_of or "")
    people = question.reference.indicator(indicator.denominator or "")
    unit = question.claim.mention.unit
    factor = conversion(indicator.unit, unit)
    if not whole or not people or not factor:
        return None
    above = level(question, whole, area_asked(question), unit)
    below = first(level(question, same, area_asked(question), "person") for same in namesakes(question.reference, people))
    if not above or not below:
        return None
    scale = derive.Scale(indicator.unit, factor)

    def figures(period: Period) -> tuple[Figure, ...]:
        found = [(derive.per_head(a, b, scale), standing) for a, b, standing in pairs(above.at(period), below.at(period))]
        return tuple(figure for strict, standing in found for figure in _twice(strict, standing))

    both = overlap(above, below, figures)
    return both and both._replace(about=indicator.id, name=indicator.name, kind=indicator.kind)


def _twice(strict: Evidence, standing: Standing) -> tuple[Figure, Figure]:
    """A per-head figure as computed, and within its soft band, where it is compatible at best."""
    low, high = strict.found.low or Fraction(0), strict.found.high or Fraction(0)
    soft = strict._replace(found=Interval(low * (1 - _SOFT), high * (1 + _SOFT)))
    return Figure(strict, strict.found, standing), Figure(soft, ANYTHING, standing)
