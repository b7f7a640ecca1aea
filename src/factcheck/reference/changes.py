"""Growth and change: a published rate, or a level held against that of the year before."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Evidence, Indicator, Text, Unchecked
from factcheck.patterns import regex
from factcheck.period import Period
from factcheck.reference import derive
from factcheck.reference.tracks import (
    Doubt,
    Figure,
    Question,
    Track,
    area_asked,
    base_unit,
    joined,
    level,
    made,
    observed,
    pairs,
    without,
)  # fmt: skip
from factcheck.reference.vintage import Standing, conversion
from factcheck.units import ratio

__all__ = ["REVISED", "change", "clash", "growth", "is_growth", "one_release", "prices"]

_YEAR = regex("[0-9]{4}")
_GROWTH = ("增长", "增速", "涨跌", "涨幅", "变化")
"""How the name of an indicator ends that is itself a rate of growth, though the set has no levels of it."""
_CHANGE, _ADDED = ("变化", "增减", "增加"), ("新增", "净增")
"""How the name of an indicator ends that is itself a change of level, and what stands in that of one that counts additions."""
_OTHER_BASE = Unchecked("not_comparable", Text("文中为环比，参考库为同比，不可比", "compared with the period before, not the year before"))


REVISED = Text("但两年的数不出自同一次发布，其间可能修订", "but the two levels are of different releases, and may have been revised between them")
_REVISION, _POINTS = Fraction(15, 1000), Fraction(3, 10)
"""By how much of itself the level of the year before may have been revised when the next came out, and a rate by how many points."""


def is_growth(indicator: Indicator) -> bool:
    """Whether the statistic is itself a rate of growth."""
    return bool(indicator.growth_of) or indicator.name.zh.endswith(_GROWTH)


def growth(question: Question, indicator: Indicator) -> Track | Unchecked:
    """A published rate of growth, or what an index at constant prices gives; computed from levels only where current prices are meant."""
    if "period_on_period" in question.claim.basis:
        return _OTHER_BASE
    itself = is_growth(indicator)
    published = (indicator,) if itself else question.reference.related(indicator.id, "growth_of")
    unit, basis = question.claim.mention.unit, question.claim.basis
    rates = [rate for rate in published if not clash(prices(rate, indicator), basis)]
    found = [observed(question, rate, area_asked(question), unit) for rate in rates]
    factor = ratio("ratio", unit)
    nominal = "nominal" in basis or (indicator.growth_basis == "nominal" and "real" not in basis)
    if factor and nominal and not itself:
        found.append(_compared(question, indicator, base_unit(indicator), lambda a, b: derive.growth(a, b, factor)))
    if factor and "nominal" not in basis:
        indices = question.reference.related(indicator.growth_of or indicator.id, "index_of")
        found += [_compared(question, index, base_unit(index), lambda a, b: derive.growth(a, b, factor)) for index in indices]
    tracks = [each for each in found if each]
    return joined(tracks)._replace(about=indicator.growth_of or indicator.id) if tracks else _no_growth(question, indicator)


def change(question: Question, indicator: Indicator) -> Track | Unchecked:
    """The level less that of the year before; of two percentages it is in percentage points."""
    if "period_on_period" in question.claim.basis:
        return _OTHER_BASE
    unit = question.claim.mention.unit
    added = any(word in indicator.name.zh for word in _ADDED) and "year_on_year" not in question.claim.basis
    if added or indicator.name.zh.endswith(_CHANGE):
        # 城镇新增就业1256万人 is the statistic itself; 比上年增加12万人 would be the change of that
        return level(question, indicator, area_asked(question), unit) or without(question, indicator)
    of = "percent" if unit == "percentage_point" else unit
    factor = conversion(indicator.unit, of)
    if factor is None:
        return without(question, indicator)
    scale = derive.Scale("个百分点" if of != unit else indicator.unit, factor)
    found = _compared(question, indicator, of, lambda a, b: derive.difference(a, b, scale))
    # a bare 增加 may count from another year than the one before
    return found._replace(sure="year_on_year" in question.claim.basis) if found else without(question, indicator)


def prices(rate: Indicator, indicator: Indicator) -> str:
    """At which prices a published rate is."""
    return rate.growth_basis if rate.growth_basis != "none" else indicator.growth_basis


def clash(prices: str, basis: tuple[str, ...]) -> bool:
    """Whether the text says that its growth is at other prices than those; never to be compared."""
    return (prices == "real" and "nominal" in basis) or (prices == "nominal" and "real" in basis)


def _no_growth(question: Question, indicator: Indicator) -> Unchecked:
    area = area_asked(question)
    zh, en = f"参考库没有{area}“{indicator.name.zh}”的可比增速", f"no comparable growth of {indicator.name.en} of {area}"
    if indicator.growth_basis == "real" and question.reference.series(indicator.id, area):
        zh += "；官方增速按不变价计算，不能由现价数推算"
        en += "; official growth is at constant prices, not computed from levels"
    return Unchecked("no_reference", Text(zh, en))


def _compared(
    question: Question, indicator: Indicator, unit: str | None, make: Callable[[Evidence, Evidence], Evidence]
) -> Track | None:
    """Make a figure of each period and the same a year before."""
    found = level(question, indicator, area_asked(question), unit)
    if found is None:
        return None
    before = {period: earlier for period in found.periods if period.last and (earlier := _year_before(period))}
    periods = [period.text for period, earlier in before.items() if found.find(earlier)]

    def figures(period: Period) -> tuple[Figure, ...]:
        return tuple(_figure((a, b), standing, indicator.kind, unit, make) for a, b, standing in pairs(found.at(period), found.at(before[period])))

    return made(indicator, periods, figures)


def _figure(levels: tuple[Evidence, Evidence], standing: Standing, kind: str, unit: str | None, make: Callable[[Evidence, Evidence], Evidence]) -> Figure:
    """With its doubt where the two levels were not published together: official growth is from the level before as revised by then."""
    later, earlier = levels
    evidence = make(later, earlier)
    low, high = earlier.found.low, earlier.found.high
    if kind == "stock" or one_release(later, earlier) or low is None or high is None:
        return Figure(evidence, evidence.found, standing)
    base = Interval(low - _POINTS, high + _POINTS) if unit == "percent" else Interval(low * (1 - _REVISION), high * (1 + _REVISION))
    return Figure(evidence, evidence.found, standing, Doubt(make(later, earlier._replace(found=base)).found, REVISED))


def one_release(later: Evidence, earlier: Evidence) -> bool:
    """Whether both levels stand in one publication, so that no revision lies between them."""
    return (later.source, later.published) == (earlier.source, earlier.published)


def _year_before(period: Period) -> Period | None:
    return Period.possible(_YEAR.sub(lambda year: f"{int(year[0]) - 1:04}", period.text))
