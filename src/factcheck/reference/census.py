"""A census counts people on its own day: what fits its figure is no misfit of the year's end, and the other way round.

人口普查以11月1日零时为准，与年末数不同. Where the text names the one and gives the other, that is said, and is no error.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Evidence, Indicator, Match, Mismatch, Text, Unchecked, Verdict, Weak
from factcheck.reference.fit import fit, said
from factcheck.reference.tracks import Figure, Question, Track, area_asked, current, namesakes, observed
from factcheck.reference.wording import agreed, fitted

__all__ = ["counted"]

_DAYS = {"not_comparable", "no_reference", "no_period", "ambiguous"}


def counted(question: Question, indicator: Indicator, verdict: Verdict) -> Verdict:
    """The verdict on a population, in the light of the census of its year; on that of a census, in the light of the year's end."""
    claim = question.claim
    unsettled = isinstance(verdict, Mismatch) or (isinstance(verdict, Unchecked) and verdict.reason in _DAYS)
    if claim.statement != "level" or not unsettled:
        return verdict
    total = question.reference.indicator(indicator.census_of) if indicator.census_of else indicator
    totals = namesakes(question.reference, total) if total else ()
    censuses = [one for each in totals for one in question.reference.related(each.id, "census_of")]
    by_census, at_the_end = _fitting(question, censuses), _fitting(question, totals)
    named = bool(indicator.census_of) or _is_its_day(question, censuses)
    if by_census:
        return _by_census(question, by_census, named=named)
    return _at_the_end(question, at_the_end) if at_the_end and named else verdict


def _by_census(question: Question, census: Evidence, *, named: bool) -> Verdict:
    """What a population of that year is by its census. 年末 is another day, and so said."""
    period = question.claim.period.value
    why = _agreeing(question, census)
    if named or period is None or not period.stock:
        return Match(census, agreed(why, [Text("为普查时点数", "as counted by the census")]))
    note = Text("但这是普查时点数，文中说的是年末", "but that is of the census day, and the text speaks of the year's end")
    return Weak(census, agreed(why, [note]))


def _at_the_end(question: Question, total: Evidence) -> Verdict:
    note = Text("但这是年末数，文中说的是普查", "but that is of the year's end, and the text speaks of the census")
    return Weak(total, agreed(_agreeing(question, total), [note]))


def _agreeing(question: Question, evidence: Evidence) -> Text:
    return fitted(question.claim.mention, evidence, said(question.claim)[0], "match")


def _fitting(question: Question, indicators: Sequence[Indicator]) -> Evidence | None:
    """The official figure of the claim's year that it matches."""
    readings, unit = said(question.claim), question.claim.mention.unit
    tracks = (observed(question, one, area_asked(question), unit) for one in indicators)
    figures = (figure for track in tracks if track and readings and (figure := _of_year(question, track)))
    return next((one.evidence for one in figures if fit(readings, one.evidence.found, one.typical) == "match"), None)


def _of_year(question: Question, track: Track) -> Figure | None:
    period = question.claim.period.value
    year = period.year if period else None
    found = (track.at(own) for own in track.periods if year and own.year == year)
    return next((current(figures) or figures[-1] for figures in found if figures), None)


def _is_its_day(question: Question, censuses: Sequence[Indicator]) -> bool:
    """Whether the text names the day of a census."""
    period, unit = question.claim.period.value, question.claim.mention.unit
    tracks = (observed(question, one, area_asked(question), unit) for one in censuses)
    return any(period in track.periods for track in tracks if track)
