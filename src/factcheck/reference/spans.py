"""Growth over several years: since a named year, over a plan, or on average a year.

From when to when it counts the text says, or leaves open: 2021—2025年 may count from 2020 or from 2021, and either may confirm it. What
the years between come to is asked of `rises`.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.interval import ANYTHING
from factcheck.model import Claim, Evidence, Indicator, Stated, Text, Unchecked
from factcheck.period import Period
from factcheck.reference import derive
from factcheck.reference.derive import Rise
from factcheck.reference.fit import said
from factcheck.reference.rises import REVISED, Stretch, both, one_release, ways, years_of
from factcheck.reference.tracks import Doubt, Figure, Question, Track, area_asked, level, pairs, without
from factcheck.reference.vintage import conversion
from factcheck.units import ratio

__all__ = ["over", "spanning"]

_NO_BASES = {
    "annual_average": Text("文中为多年平均，不可比", "the text gives an average of several years"),
    "cumulative": Text("文中为累计增幅，未说明自何时起", "the text gives the growth of several years, and not since when"),
    "foreign_currency": Text("文中是按外币计算的增速，官方按人民币计算，不可比", "the text's growth is in another currency than the official one"),
    "other_base": Text("文中与另一基期或另一对象相比，不可比", "the text compares with another year or another thing"),
}
_LONGEST = 80
_RECENT = 3
_RATES = {"percent", "percent/year"}
_WHEN = Text("文中没有说明止于哪一年", "the text does not say up to when")


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

def _stretches(question: Question, period: Period) -> tuple[Stretch, ...]:
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
        start = period.in_year(base) if base and named and _part(named) in {"", _part(period)} else None
        found = [(start, period)] if start else []
    return tuple((start, end) for start, end in found if _least(claim) <= years_of(start, end) <= _LONGEST)


def _least(claim: Claim) -> int:
    return 2 if "annual_average" in claim.basis else 1


def _is_span(period: Period | None) -> bool:
    """Whether it is several whole years, or all since one."""
    if period is None or period.first is None or ".." not in period.text:
        return False
    return all(part == "" or len(part) == len("2025") for part in period.text.split("..")) and period.year is None


def _part(period: Period) -> str:
    """Which part of its year: H1 of 2025H1, nothing of a year and its end."""
    return period.text[4:].removesuffix("-end")


def _recent(question: Question) -> tuple[Period, ...]:
    """The years up to the article, where the text does not say up to when."""
    date = question.date
    return tuple(Period.of_year(date.last.year - back) for back in range(_RECENT + 1)) if date and date.last else ()


# --------------------------------------------------------------------------------------------- what grew by how much

def _growths(question: Question, indicator: Indicator, stretch: Stretch) -> Iterator[Figure]:
    """In percent or in times, each way with its doubt."""
    claim, years = question.claim, years_of(*stretch)
    yearly = "annual_average" in claim.basis
    factor = ratio("ratio", "percent") if claim.mention.unit in _RATES else Fraction(1)
    as_much = claim.mention.unit == "times" and (claim.direction is None or claim.mention.surface.endswith("番") or "doubling" in claim.mention.via)

    def shaped(rise: Rise) -> Evidence:
        if as_much:
            return derive.times(rise)
        return derive.averaged(rise, years, factor or Fraction(1)) if yearly else derive.grown(rise, factor or Fraction(1))

    found = ways(question, indicator, stretch)
    for way in found:
        evidence = _spoken(claim, shaped(way.rise), stretch)
        wide = way.wide if way.wide in {None, ANYTHING} else shaped(way.rise._replace(found=way.wide)).found
        if not way.spare or len(found) == 1 or any(evidence.found.meets(reading.typical) for reading in said(claim)):
            yield Figure(evidence, ANYTHING if way.spare else evidence.found, way.standing, Doubt(wide, way.why) if wide else None)


def _spoken(claim: Claim, evidence: Evidence, stretch: Stretch) -> Evidence:
    """An average, and what grew over a span, is of all its years."""
    if "annual_average" not in claim.basis and not _is_span(claim.period.value):
        return evidence
    return evidence._replace(period=f"{stretch[0].text[:4]}..{stretch[1].text[:4]}")


# --------------------------------------------------------------------------------------------- what is more by how much

def _differences(question: Question, indicator: Indicator, stretch: Stretch) -> Iterator[Figure]:
    """In the unit of the level, of percentages in points."""
    claim = question.claim
    unit = "percent" if claim.mention.unit == "percentage_point" else claim.mention.unit
    factor = conversion(indicator.unit, unit)
    found = level(question, indicator, area_asked(question), unit) if factor else None
    if factor is None or found is None:
        return
    scale = derive.Scale("个百分点" if unit != claim.mention.unit else indicator.unit, factor)
    years = years_of(*stretch) if "annual_average" in claim.basis else 1
    for later, earlier, standing in pairs(found.at(stretch[1]), found.at(stretch[0])):
        evidence = _spoken(claim, derive.difference(later, earlier, scale, years), stretch)
        above, below = both(later, earlier, unit)
        wide = above.minus(below).scaled(Fraction(1, years))
        yield Figure(evidence, evidence.found, standing, None if one_release(later, earlier) else Doubt(wide, REVISED))
