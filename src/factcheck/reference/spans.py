"""Growth over several years: since a named year, over a plan, or on average a year.

It comes from levels where these are what grows; where official growth is at constant prices, from an index at constant prices and from
the growth of each year, multiplied. Levels of different releases and yearly rates may have been revised since: near them nothing is
contradicted (`Doubt`), and no contradiction is sure.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from factcheck.interval import ANYTHING, Interval
from factcheck.model import Claim, Evidence, Indicator, Stated, Text, Unchecked
from factcheck.period import Period
from factcheck.reference import derive
from factcheck.reference.changes import clash, is_growth, prices
from factcheck.reference.derive import Rise
from factcheck.reference.tracks import (
    Doubt,
    Figure,
    Question,
    Track,
    area_asked,
    base_unit,
    current,
    level,
    observed,
    pairs,
    without,
)  # fmt: skip
from factcheck.reference.vintage import Standing, conversion
from factcheck.units import ratio

__all__ = ["over", "spanning"]

_NO_BASES = {
    "annual_average": Text("文中为多年平均，不可比", "the text gives an average of several years"),
    "cumulative": Text("文中为累计增幅，未说明自何时起", "the text gives the growth of several years, and not since when"),
    "other_base": Text("文中与另一基期或另一对象相比，不可比", "the text compares with another year or another thing"),
}
_LONGEST = 80
_RECENT = 3
_RATES = {"percent", "percent/year"}
_MONEY = {"CNY", "USD", "EUR", "HKD", "JPY", "GBP"}
_HUNDREDTH, _SOME_POINTS = Fraction(1, 100), Fraction(3, 10)
"""By how much of itself a level may be revised, and a share by how many points."""
_BY_INDEX, _BY_RATES = Fraction(1, 200), Fraction(1, 100)
"""By how much a census may move the growth of a year, on average: by the final index less than by rates as first published."""
_REVISED = Text("但两年的数不出自同一次发布，其间可能修订", "but the two levels are of different releases, and may have been revised between them")
_MOVED = Text("但各年增速可能已修订", "but the growth of some year may have been revised")
_AT_WHAT_PRICES = Text("但按现价计算，文中未说明价格", "but that is at current prices, and the text does not say at which")
_WHEN = Text("文中没有说明止于哪一年", "the text does not say up to when")

_Stretch = tuple[Period, Period]
"""The times that a growth leads from and to."""


class _Way(NamedTuple):
    """One way to a figure, and what it may be once its inputs are revised; no `wide` where nothing is in doubt."""

    rise: Rise
    standing: Standing
    wide: Interval | None = None
    why: Text = _REVISED


def spanning(claim: Claim) -> bool:
    """Whether a claim is of a change over more than the year before."""
    if claim.statement not in {"growth", "change"} or "period_on_period" in claim.basis or claim.whole.value is not None:
        return False
    if claim.base.value or not set(_NO_BASES).isdisjoint(claim.basis):
        return True
    grown = claim.mention.unit in {*_RATES, "percentage_point"} or (claim.mention.unit == "times" and claim.direction == "up")
    return grown and _is_span(claim.period.value)


def over(question: Question, indicator: Indicator) -> Track | Unchecked:
    """What the change comes to over each stretch of time that the text may mean."""
    claim = question.claim
    periods = (claim.period.value,) if claim.period.value else _recent(question)
    if not any(_stretches(question, period) for period in periods) or _unclear(claim):
        return Unchecked("not_comparable", next((why for basis, why in _NO_BASES.items() if basis in claim.basis), _WHEN))
    make = _growths if claim.mention.unit in {*_RATES, "times"} else _differences
    certain = isinstance(claim.period, Stated) and claim.period.value.last is not None

    def figures(period: Period) -> tuple[Figure, ...]:
        found = (figure for stretch in _stretches(question, period) for figure in make(question, indicator, stretch))
        return tuple(found if certain else (figure._replace(doubt=Doubt(ANYTHING, _WHEN)) for figure in found))

    found = tuple(period for period in periods if figures(period))
    if not found:
        return _nothing(question, indicator)
    return Track(indicator.growth_of or indicator.id, indicator.name, indicator.kind, found, figures)


def _unclear(claim: Claim) -> bool:
    """Whether the words say two things, against the year before and another, or another than a year (高于全国), or so many times less."""
    other = "other_base" in claim.basis and claim.base.value is None
    return "year_on_year" in claim.basis or other or (claim.mention.unit == "times" and claim.direction == "down")


def _nothing(question: Question, indicator: Indicator) -> Unchecked:
    found = without(question, indicator)
    if found.reason == "not_comparable" and question.claim.mention.unit not in {*_RATES, "times", "percentage_point"}:
        return found
    area = area_asked(question)
    zh = f"参考库没有可推算{area}“{indicator.name.zh}”多年增幅的数"
    en = f"nothing gives the growth of {indicator.name.en} of {area} over those years"
    if indicator.growth_basis == "real" and question.reference.series(indicator.id, area):
        zh += "；官方增速按不变价计算，不能由现价数推算"
        en += "; official growth is at constant prices, not computed from levels"
    return Unchecked("no_reference", Text(zh, en))


# --------------------------------------------------------------------------------------------- from when to when

def _stretches(question: Question, period: Period) -> tuple[_Stretch, ...]:
    """2021—2025年 may count from 2020 or from 2021; 十四五 from 2020 only; since 2016, up to a year of late."""
    claim, first = question.claim, period.first
    named = claim.base.value
    base = named.first.year if named and named.first else None
    if first is None:
        return ()
    if _is_span(period):
        starts = (first.year, first.year - 1) if base is None else (base,)  # the last is the one to show
        ends = (period.last.year,) if period.last else tuple(one.first.year for one in _recent(question) if one.first)
        found = [(Period.of_year(start), Period.of_year(end)) for start in starts for end in ends]
    else:
        found = [(_in_year(period, base), period)] if base else []
    return tuple((start, end) for start, end in found if _least(claim) <= _years(start, end) <= _LONGEST)


def _least(claim: Claim) -> int:
    return 2 if "annual_average" in claim.basis else 1


def _is_span(period: Period | None) -> bool:
    """Whether it is several whole years, or all since one."""
    if period is None or period.first is None or ".." not in period.text:
        return False
    return all(part == "" or len(part) == len("2025") for part in period.text.split("..")) and period.year is None


def _in_year(period: Period, year: int) -> Period:
    """The same part of another year."""
    return Period.parse("..".join(f"{year:04}{part[4:]}" for part in period.text.split("..")))


def _years(start: Period, end: Period) -> int:
    return end.last.year - start.last.year if end.last and start.last else 0


def _recent(question: Question) -> tuple[Period, ...]:
    """The years up to the article, where the text does not say up to when."""
    date = question.date
    return tuple(Period.of_year(date.last.year - back) for back in range(_RECENT + 1)) if date and date.last else ()


# --------------------------------------------------------------------------------------------- what grew by how much

def _growths(question: Question, indicator: Indicator, stretch: _Stretch) -> Iterator[Figure]:
    """In percent or in times, each way with its doubt."""
    claim, years = question.claim, _years(*stretch)
    yearly = "annual_average" in claim.basis
    factor = ratio("ratio", "percent") if claim.mention.unit in _RATES else Fraction(1)
    as_much = claim.mention.unit == "times" and (claim.direction is None or claim.mention.surface.endswith("番") or "doubling" in claim.mention.via)

    def shaped(rise: Rise) -> Evidence:
        if as_much:
            return derive.times(rise)
        return derive.averaged(rise, years, factor or Fraction(1)) if yearly else derive.grown(rise, factor or Fraction(1))

    for way in _ways(question, indicator, stretch):
        evidence = _spoken(claim, shaped(way.rise), stretch)
        wide = way.wide if way.wide in {None, ANYTHING} else shaped(way.rise._replace(found=way.wide)).found
        yield Figure(evidence, evidence.found, way.standing, Doubt(wide, way.why) if wide else None)


def _spoken(claim: Claim, evidence: Evidence, stretch: _Stretch) -> Evidence:
    """An average, and what grew over a span, is of all its years."""
    if "annual_average" not in claim.basis and not _is_span(claim.period.value):
        return evidence
    return evidence._replace(period=f"{stretch[0].text[:4]}..{stretch[1].text[:4]}")


def _ways(question: Question, indicator: Indicator, stretch: _Stretch) -> list[_Way]:
    """Every way to the growth, the one to quote last; by levels at current prices only where there is no other, or they are meant."""
    claim, itself = question.claim, is_growth(indicator)
    grows = question.reference.indicator(indicator.growth_of or "") or indicator
    published = (indicator,) if itself else question.reference.related(indicator.id, "growth_of")
    rates = [rate for rate in published if not clash(prices(rate, indicator), claim.basis)]
    found: list[_Way] = []
    if stretch[0].is_year and stretch[1].is_year:
        found += [way for rate in rates for way in _by_rates(question, rate, stretch)]
        indices = question.reference.related(grows.id, "index_of") if "nominal" not in claim.basis else ()
        found += [way for index in indices for way in _by_index(question, index, rates, stretch)]
    by_levels = claim.mention.unit == "times" or grows.growth_basis != "real" or "nominal" in claim.basis or not found
    if "real" not in claim.basis and by_levels:
        found += _by_levels(question, grows, stretch)
    return found


def _by_levels(question: Question, indicator: Indicator, stretch: _Stretch) -> Iterator[_Way]:
    unit = base_unit(indicator)
    found = level(question, indicator, area_asked(question), unit) if unit != "percent" else None
    if found is None:
        return
    plain = "nominal" in question.claim.basis or indicator.growth_basis == "nominal" or (indicator.growth_basis == "none" and unit not in _MONEY)
    for later, earlier, standing in pairs(found.at(stretch[1]), found.at(stretch[0])):
        rise = derive.quotient(later, earlier)
        if not plain:
            yield _Way(rise, standing, ANYTHING, _AT_WHAT_PRICES)
        elif _one_release(later, earlier):
            yield _Way(rise, standing)
        else:
            yield _Way(rise, standing, _widened(later, unit).over(_widened(earlier, unit)))


def _by_index(question: Question, index: Indicator, rates: list[Indicator], stretch: _Stretch) -> Iterator[_Way]:
    """As far as the index goes, and from there by the growth of each year."""
    found, (start, end) = observed(question, index, area_asked(question), base_unit(index)), stretch
    known = [p for p in found.periods if p.is_year and start.text < p.text <= end.text] if found and found.find(start) else []
    if not found or not known:
        return
    last = known[-1]
    for later, earlier, standing in pairs(found.at(last), found.at(start)):
        rise = derive.quotient(later, earlier)
        if last.text == end.text:
            yield _Way(rise, standing, _drifted(rise, stretch, _BY_INDEX), _MOVED)
        for rate in rates if last.text < end.text else ():
            rest, newest = _yearly(question, rate, (last, end))
            if rest:
                whole = derive.chained(rest, rise)
                yield _Way(whole, newest if standing == "current" else standing, _drifted(whole, stretch, _BY_RATES), _MOVED)


def _by_rates(question: Question, rate: Indicator, stretch: _Stretch) -> Iterator[_Way]:
    rates, standing = _yearly(question, rate, stretch)
    if rates:
        rise = derive.chained(rates)
        yield _Way(rise, standing, _drifted(rise, stretch, _BY_RATES), _MOVED)


def _yearly(question: Question, rate: Indicator, stretch: _Stretch) -> tuple[list[Evidence], Standing]:
    """The growth of each year after the first, if the set has them all; and whether all of them were out."""
    found = observed(question, rate, area_asked(question), "percent")
    first = stretch[0].year or 0
    years = [found.at(Period.of_year(first + i)) for i in range(1, _years(*stretch) + 1)] if found else []
    if not years or not all(years):
        return [], "current"
    newest = [current(figures) or figures[-1] for figures in years]
    bounded = all(one.evidence.found.low is not None and one.evidence.found.high is not None for one in newest)
    return [one.evidence for one in newest] if bounded else [], "current" if all(one.standing == "current" for one in newest) else "later"


def _drifted(rise: Rise, stretch: _Stretch, reach: Fraction) -> Interval:
    """What the growth may be when that of each year is off by as much on average."""
    years = _years(*stretch)
    yearly = rise.found.root(years)
    return yearly.plus(Interval(max(-reach, -(yearly.low or Fraction(0))), reach)).power(years)


# --------------------------------------------------------------------------------------------- what is more by how much

def _differences(question: Question, indicator: Indicator, stretch: _Stretch) -> Iterator[Figure]:
    """In the unit of the level, of percentages in points."""
    claim = question.claim
    unit = "percent" if claim.mention.unit == "percentage_point" else claim.mention.unit
    factor = conversion(indicator.unit, unit)
    found = level(question, indicator, area_asked(question), unit) if factor else None
    if factor is None or found is None:
        return
    scale = derive.Scale("个百分点" if unit != claim.mention.unit else indicator.unit, factor)
    years = _years(*stretch) if "annual_average" in claim.basis else 1
    for later, earlier, standing in pairs(found.at(stretch[1]), found.at(stretch[0])):
        evidence = _spoken(claim, derive.difference(later, earlier, scale, years), stretch)
        wide = derive.difference(later._replace(found=_widened(later, unit)), earlier._replace(found=_widened(earlier, unit)), scale, years).found
        yield Figure(evidence, evidence.found, standing, None if _one_release(later, earlier) else Doubt(wide, _REVISED))


def _one_release(later: Evidence, earlier: Evidence) -> bool:
    return (later.source, later.published) == (earlier.source, earlier.published)


def _widened(figure: Evidence, unit: str | None) -> Interval:
    """A level with what a revision may change of it."""
    low, high = figure.found.low or Fraction(0), figure.found.high or Fraction(0)
    if unit == "percent":
        return Interval(low - _SOME_POINTS, high + _SOME_POINTS)
    return Interval(low * (1 - _HUNDREDTH), high * (1 + _HUNDREDTH))
