"""For each kind of statement, the ways to an official figure: published ones first, then computed ones.

A way ends in a track, or in the reason why there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Evidence, Indicator, Reason, Text, Unchecked
from factcheck.period import Period
from factcheck.reference import derive
from factcheck.reference.areas import NATION, area_name, provinces
from factcheck.reference.tracks import Figure, Question, Track, base_unit, current, joined, level, namesakes, observed, pairs
from factcheck.reference.vintage import conversion
from factcheck.units import ratio, read_unit

__all__ = ["track"]

_YEAR = re.compile("[0-9]{4}")
_SOFT = Fraction(1, 100)
"""Per-head figures go by the year's average population, which a year-end figure meets to about this much."""
_FIRST = {None, 1}


def track(question: Question, indicator: Indicator) -> Track | Unchecked:
    """The figures to hold a claim against, if it is about this indicator."""
    match question.claim.statement:
        case "share":
            return _share(question, indicator)
        case "growth":
            return _growth(question, indicator)
        case "change":
            return _change(question, indicator)
        case "ratio":
            return _ratio(question, indicator)
        case "rank" if indicator.kind != "rank":
            return _rank(question, indicator)
        case "streak":
            return _streak(question, indicator)
        case "level" | "rank":
            return _level(question, indicator)
        case "anniversary":
            return Unchecked("not_a_statistic", Text("周年不由统计数据核对", "an anniversary is no statistic"))


def _area(question: Question) -> str:
    area = question.claim.area.value
    return area_name(area) if area else ""


def _without(question: Question, indicator: Indicator, reason: Reason = "no_reference") -> Unchecked:
    """Nothing to compare with: no figure for the area, or none in the claim's unit."""
    area, mention = _area(question), question.claim.mention
    if reason == "no_reference" and question.reference.series(indicator.id, area):
        unit = mention.unit or mention.classifier or ""
        zh = f"单位不可比：文中{unit or '无单位'}，“{indicator.name.zh}”以{indicator.unit}计"
        return Unchecked("not_comparable", Text(zh, f"units differ: {unit or 'none'} here, {indicator.unit} there"))
    zh = f"参考库没有{area}“{indicator.name.zh}”的数"
    return Unchecked(reason, Text(zh, f"the reference set has no {indicator.name.en} of {area}"))


# --------------------------------------------------------------------------------------------- level, per head

def _level(question: Question, indicator: Indicator) -> Track | Unchecked:
    found = level(question, indicator, _area(question), question.claim.mention.unit)
    if found is None and indicator.per_head_of:
        found = _per_head(question, indicator)
    return found or _without(question, indicator)


def _per_head(question: Question, indicator: Indicator) -> Track | None:
    """Total ÷ year-end population, once strictly and once within what the average population may differ."""
    whole = question.reference.indicator(indicator.per_head_of or "")
    people = question.reference.indicator(indicator.denominator or "")
    unit = question.claim.mention.unit
    if not whole or not people or not (factor := conversion(indicator.unit, unit)):
        return None
    above = level(question, whole, _area(question), unit)
    below = _first(level(question, same, _area(question), "person") for same in namesakes(question.reference, people))
    if not above or not below:
        return None

    def figures(period: Period) -> tuple[Figure, ...]:
        found = []
        for total, heads, standing in pairs(above.at(period), below.at(period)):
            strict = derive.per_head(total, heads, derive.Scale(indicator.unit, factor))
            found += [Figure(strict, strict.found, standing), _soft(strict, standing)]
        return tuple(found)

    return _same_periods(above, below, figures)._replace(about=indicator.id, name=indicator.name, kind="rate")


def _soft(strict: Evidence, standing: str) -> Figure:
    """The same within 1 percent, never better than compatible."""
    low, high = strict.found.low or Fraction(0), strict.found.high or Fraction(0)
    found = Interval(low * (1 - _SOFT), high * (1 + _SOFT))
    return Figure(strict._replace(found=found), Interval(None, None), standing)  # type: ignore[arg-type]  # it comes from a figure
