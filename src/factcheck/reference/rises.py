"""How many times as much something became from one time to another, by every way that the set has.

By levels where these are what grows; where official growth is at constant prices, by an index at constant prices and by the growth of each
year, multiplied. Levels of different releases and yearly rates may have been revised since, and so a way may have its doubt.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.interval import ANYTHING, Interval
from factcheck.model import Evidence, Indicator, Text
from factcheck.period import Period
from factcheck.records import NamedTuple
from factcheck.reference import derive
from factcheck.reference.changes import REVISED, clash, is_growth, one_release, prices
from factcheck.reference.derive import Rise
from factcheck.reference.tracks import Question, area_asked, base_unit, current, level, observed, pairs
from factcheck.reference.vintage import Standing

__all__ = ["REVISED", "Stretch", "Way", "both", "one_release", "ways", "years_of"]

_MONEY = {"CNY", "USD", "EUR", "HKD", "JPY", "GBP"}
_HUNDREDTH, _SOME_POINTS = Fraction(1, 100), Fraction(3, 10)
"""By how much of itself a level may be revised, and a share by how many points."""
_LONG = 3
"""A level that came out more years before the other may have been revised by then."""
_BY_INDEX, _BY_RATES = Fraction(1, 200), Fraction(1, 100)
"""By how much a census may move the growth of a year, on average: by the final index less than by rates as first published."""
_MOVED = Text("但各年增速可能已修订", "but the growth of some year may have been revised")
_AT_WHAT_PRICES = Text("但按现价计算，文中未说明价格", "but that is at current prices, and the text does not say at which")

Stretch = tuple[Period, Period]
"""The times that a growth leads from and to."""


class Way(NamedTuple):
    """One way to a figure, and what it may be once its inputs are revised; no `wide` where nothing is in doubt. `spare`: it may confirm a
    figure, and where there is another way says nothing against it."""

    rise: Rise
    standing: Standing
    wide: Interval | None = None
    why: Text = REVISED
    spare: bool = False


def years_of(start: Period, end: Period) -> int:
    """How many years lie between the ends of two periods."""
    return end.last.year - start.last.year if end.last and start.last else 0


def ways(question: Question, indicator: Indicator, stretch: Stretch) -> list[Way]:
    """Every way to the growth, the one to quote last."""
    claim, itself = question.claim, is_growth(indicator)
    grows = question.reference.indicator(indicator.growth_of or "") or indicator
    published = (indicator,) if itself else question.reference.related(indicator.id, "growth_of")
    rates = [rate for rate in published if not clash(prices(rate, indicator), claim.basis)]
    found: list[Way] = []
    if stretch[0].is_year and stretch[1].is_year:
        found += [way for rate in rates for way in _by_rates(question, rate, stretch)]
        indices = question.reference.related(grows.id, "index_of") if "nominal" not in claim.basis else ()
        found += [way for index in indices for way in _by_index(question, index, rates, stretch)]
    levels = list(_by_levels(question, grows, stretch)) if "real" not in claim.basis else []
    return levels + found if levels and levels[0].spare else found + levels


def _by_levels(question: Question, indicator: Indicator, stretch: Stretch) -> Iterator[Way]:
    unit = base_unit(indicator)
    found = level(question, indicator, area_asked(question), unit) if unit != "percent" else None
    if found is None:
        return
    plain = "nominal" in question.claim.basis or indicator.growth_basis == "nominal" or (indicator.growth_basis == "none" and unit not in _MONEY)
    spare = indicator.growth_basis == "real" and not plain and question.claim.direction is not None
    for later, earlier, standing in pairs(found.at(stretch[1]), found.at(stretch[0])):
        rise = derive.quotient(later, earlier)
        if not plain:
            at_prices = Text(f"现价{rise.steps.zh}", f"at current prices {rise.steps.en}")
            yield Way(rise._replace(steps=at_prices), standing, ANYTHING, _AT_WHAT_PRICES, spare)
        elif one_release(later, earlier):
            yield Way(rise, standing)
        else:
            above, below = both(later, earlier, unit)
            yield Way(rise, standing, above.over(below))


def _by_index(question: Question, index: Indicator, rates: list[Indicator], stretch: Stretch) -> Iterator[Way]:
    """As far as the index goes, and from there by the growth of each year."""
    found, (start, end) = observed(question, index, area_asked(question), base_unit(index)), stretch
    known = [p for p in found.periods if p.is_year and start.text < p.text <= end.text] if found and found.find(start) else []
    if not found or not known:
        return
    last = known[-1]
    for later, earlier, standing in pairs(found.at(last), found.at(start)):
        rise = derive.quotient(later, earlier)
        if last.text == end.text:
            yield Way(rise, standing, _drifted(rise, stretch, _BY_INDEX), _MOVED)
        for rate in rates if last.text < end.text else ():
            rest, newest = _yearly(question, rate, (last, end))
            if rest:
                whole = derive.chained(rest, rise)
                yield Way(whole, newest if standing == "current" else standing, _drifted(whole, stretch, _BY_RATES), _MOVED)


def _by_rates(question: Question, rate: Indicator, stretch: Stretch) -> Iterator[Way]:
    rates, standing = _yearly(question, rate, stretch)
    if rates:
        rise = derive.chained(rates)
        yield Way(rise, standing, _drifted(rise, stretch, _BY_RATES), _MOVED)


def _yearly(question: Question, rate: Indicator, stretch: Stretch) -> tuple[list[Evidence], Standing]:
    """The growth of each year after the first, if the set has them all; and whether all of them were out."""
    found = observed(question, rate, area_asked(question), "percent")
    first = stretch[0].year or 0
    years = [found.at(Period.of_year(first + i)) for i in range(1, years_of(*stretch) + 1)] if found else []
    if not years or not all(years):
        return [], "current"
    newest = [current(figures) or figures[-1] for figures in years]
    bounded = all(one.evidence.found.low is not None and one.evidence.found.high is not None for one in newest)
    return [one.evidence for one in newest] if bounded else [], "current" if all(one.standing == "current" for one in newest) else "later"


def _drifted(rise: Rise, stretch: Stretch, reach: Fraction) -> Interval:
    """What the growth may be when that of each year is off by as much on average."""
    years = years_of(*stretch)
    yearly = rise.found.root(years)
    return yearly.plus(Interval(max(-reach, -(yearly.low or Fraction(0))), reach)).power(years)


def both(later: Evidence, earlier: Evidence, unit: str | None) -> tuple[Interval, Interval]:
    """Two levels of different releases, with what a revision may change of them where the one came out long before the other."""
    published = [int(one.published[:4]) if one.published else 0 for one in (later, earlier)]
    if abs(published[0] - published[1]) <= _LONG:
        return later.found, earlier.found
    return _widened(later, unit), _widened(earlier, unit)


def _widened(figure: Evidence, unit: str | None) -> Interval:
    low, high = figure.found.low or Fraction(0), figure.found.high or Fraction(0)
    if unit == "percent":
        return Interval(low - _SOME_POINTS, high + _SOME_POINTS)
    return Interval(low * (1 - _HUNDREDTH), high * (1 + _HUNDREDTH))
