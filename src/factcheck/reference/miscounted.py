"""Slips in growth over several years: a year too many or too few, the total for the average, another year to count from."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Basis, Claim, Evidence, Indicator, Slip, Stated, Text
from factcheck.period import Period
from factcheck.reference.fit import said
from factcheck.reference.spans import over, spanning
from factcheck.reference.tracks import Question, Track
from factcheck.typos import corrected

__all__ = ["miscounted"]

_YEARLY: Basis = "annual_average"
_ONE = Interval.point(Fraction(1))


def miscounted(question: Question, indicator: Indicator | None, evidence: Evidence) -> Iterator[Slip]:
    """What the figure would be right of, had it been reckoned so."""
    claim = question.claim
    if indicator is None or not spanning(claim):
        return
    right = corrected(claim.mention, evidence.found)
    if _YEARLY in claim.basis:
        total = claim._replace(basis=tuple(basis for basis in claim.basis if basis != _YEARLY))
        if _is_right(question, indicator, total):
            yield Slip("total_growth", Text("这是总增幅，不是年均", "that is the growth over all the years"), right)
        yield from _years(claim, evidence, right)
    elif _is_right(question, indicator, claim._replace(basis=(*claim.basis, _YEARLY))):
        yield Slip("average_growth", Text("这是年均增幅，不是总增幅", "that is the average of a year, not the growth over all of them"), right)
    base = claim.base.value
    for year in (base.year - 1, base.year + 1) if base and base.year else ():
        if _is_right(question, indicator, claim._replace(base=Stated(Period.of_year(year)))):
            yield Slip("neighbouring_period", Text(f"像是从{year}年算起", f"as if it were counted from {year}"), right, str(year))


def _years(claim: Claim, evidence: Evidence, right: str) -> Iterator[Slip]:
    """The right levels, and the root of another number of years."""
    first, _, last = evidence.period.partition("..")
    low = evidence.found.low
    if claim.mention.unit not in {"percent", "percent/year"} or not last or low is None or low < 0:
        return
    years = int(last) - int(first)
    rise = evidence.found.scaled(Fraction(1, 100)).plus(_ONE).power(years)
    for other in (years - 1, years + 1):
        found = rise.root(other).minus(_ONE).scaled(100)
        if any(found.meets(reading.typical) for reading in said(claim)):
            yield Slip("years_miscounted", Text(f"像是按{other}年算的，实为{years}年", f"as if over {other} years, and they are {years}"), right)


def _is_right(question: Question, indicator: Indicator, claim: Claim) -> bool:
    found, period = over(question._replace(claim=claim), indicator), claim.period.value
    figures = found.at(period) if isinstance(found, Track) and period else ()
    return any(figure.evidence.found.meets(reading.typical) for figure in figures for reading in said(claim))
