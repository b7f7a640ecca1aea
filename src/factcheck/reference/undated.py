"""Claims without a period of their own: which of the latest years they may mean, and when none of them will do."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.interval import Interval
from factcheck.model import Coarse, Compatible, Evidence, Match, Mismatch, Text, Unchecked, Verdict, Weak
from factcheck.period import Period
from factcheck.reference.fit import FITS
from factcheck.reference.hold import Outcome, Readings, is_hard, mismatch, outcome, verdict
from factcheck.reference.tracks import Question, Track
from factcheck.reference.wording import agreed, fitted, listed, mentioned, when

__all__ = ["assumed", "undated"]

_OLD = 3
"""Figures more than so many years older than the article contradict nothing."""
_PARTS_OF_A_YEAR = 12
_FURTHER = 3
"""So many times as far as the years known lie apart may one move that the set did not know then."""
_MANY_DIGITS = 4
"""With so many digits, a figure that is one slip of the pen from the official one is no other figure by chance."""
_POINTS = {"stock", "event"}
_MOVES = {"growth", "change"}


def undated(question: Question, track: Track, readings: Readings) -> Verdict:
    """The best of the latest years; the parts of those years only where none of them fits."""
    years = list(_latest(question, track, readings, whole=True))
    for candidates in (years, list(_latest(question, track, readings, whole=False))):
        fitting = [found for found in candidates if found.fit != "mismatch"]
        if fitting and question.claim.statement in _MOVES and all(found.fit == "weak" for found in fitting):
            return _misfit(question, track, readings, years)
        if fitting:
            return verdict(question, track, readings, min(fitting, key=lambda found: (found.stale, FITS.index(found.fit))))
    return _misfit(question, track, readings, years)


def assumed(question: Question, track: Track, readings: Readings, own: Outcome) -> Verdict:
    """Where the figure does not fit the period that it is taken to be of: it may be of another, and is never surely wrong."""
    claim = question.claim
    other = undated(question, track, readings)
    if claim.change == "level_from":
        return other
    match other:
        case Match(evidence) | Compatible(evidence) | Coarse(evidence) if evidence.period[:4] == own.evidence.period[:4]:
            return other
        case Match(evidence) | Compatible(evidence) if claim.statement not in _MOVES:
            why = fitted(claim.mention, own.evidence, readings[0], "mismatch")
            zh, en, value = when(evidence).zh, when(evidence).en, evidence.value
            note = Text(f"与{zh}的{value.replace(' ', '')}一致，疑为旧数", f"it fits {value} of {en}: an old figure?")
            return Weak(evidence, agreed(why, [note]))
    return mismatch(question, track, readings, own, sure=isinstance(other, Mismatch) and other.firm)


def _latest(question: Question, track: Track, readings: Readings, *, whole: bool) -> Iterator[Outcome]:
    """Outcomes for the latest years that were out by the article's date, newest first: `whole` years, or parts of these."""
    points = track.kind in _POINTS
    newest: int | None = None
    for period in reversed(track.periods):
        year = period.last.year if period.last else None
        if year is None or not _begun(question, period):
            continue
        if newest is not None and year <= newest - track.memory:
            return
        if whole != (points or period.is_year):
            continue
        found = outcome(readings, track, period)
        if found and any(figure.standing == "current" for figure in found.figures):
            newest = newest or year
            yield found


def _begun(question: Question, period: Period) -> bool:
    """Whether the period had begun when the article appeared."""
    date = question.date
    return not (date and date.last and period.first and period.first > date.last)


def _misfit(question: Question, track: Track, readings: Readings, years: list[Outcome]) -> Verdict:
    """No recent year fits. It is a contradiction only where no year near them could fit either."""
    if not years:
        asked = _asked(question)
        zh, en = f"{asked.zh}；参考库没有这一时期或近年的数", f"{asked.en}; the reference set has no figure of then or of late"
        return Unchecked("no_period", Text(zh, en))
    newest = years[0]
    if track.memory == 1:
        return mismatch(question, track, readings, newest)
    if question.date is None:
        return Unchecked("no_period", Text("文中没有时期，稿件也没有日期", "neither the figure nor the article has a date"), newest.evidence)
    ours, theirs = mentioned(question.claim.mention), listed([found.evidence for found in years])
    asked = _asked(question)
    why = Text(f"{ours.zh}：{asked.zh}；官方近年：{theirs.zh}", f"{ours.en}: {asked.en}; official: {theirs.en}")
    unchecked = Unchecked("no_period", why, newest.evidence)
    if not track.sure or _newer(question, newest) or _silent(question, track, newest.evidence):
        return unchecked
    if _slipped(question, newest):
        return mismatch(question, track, readings, newest, sure=False)
    return _between(question, track, readings, years, unchecked)


def _between(question: Question, track: Track, readings: Readings, years: list[Outcome], unchecked: Unchecked) -> Verdict:
    """Within the range of the recent years an old figure, near it perhaps that of a year not known, beyond it a contradiction."""
    newest, hull, step = years[0], _hull(years), _step(years)
    if step is None:
        return unchecked
    if any(hull.meets(reading.guaranteed) for reading in readings):
        note = Text("都不相符，疑为旧数或约数", "it fits none: an old or rounded figure?")
        return unchecked if _newer(question, newest) else Weak(newest.evidence, agreed(unchecked.why, [note]))
    if slipped := next((found for found in years if _slipped(question, found)), None):
        return mismatch(question, track, readings, slipped, sure=False)
    if any(_reach(question, track, years, hull, step).meets(reading.guaranteed) for reading in readings):
        return unchecked
    # all of them contradict the claim: the newest from a hard source says so most firmly
    firmest = next((found for found in years if is_hard(found.evidence)), newest)
    # of the last full year the set had no figure then: a census may have moved it further than the years before
    return mismatch(question, track, readings, firmest, sure=not _lag(question, newest.evidence))


def _reach(question: Question, track: Track, years: list[Outcome], hull: Interval, step: Fraction) -> Interval:
    """What a year that the set has not may come to, by a census too; a flow of part of a year is smaller than the year's."""
    reach = step * (1 + _FURTHER * _lag(question, years[0].evidence))
    low, high = (hull.low or Fraction(0)) - reach, None if hull.high is None else hull.high + reach
    return Interval(low / _PARTS_OF_A_YEAR if track.kind == "flow" and low > 0 else low, high)


def _newer(question: Question, newest: Outcome) -> bool:
    """Whether the figure is taken to be of a year later than any that the set knows: no old figure, then."""
    period, known = question.claim.period.value, newest.evidence.period[:4]
    return bool(period and period.year and known.isdigit() and period.year > int(known))


def _asked(question: Question) -> Text:
    """What the text says of the period."""
    period = question.claim.period.value
    if period is None:
        return Text("文中未说明时期", "no period is given")
    return Text(f"时期推定为{period}", f"the period is taken to be {period}")


def _silent(question: Question, track: Track, newest: Evidence) -> bool:
    """Where a misfit says nothing: growth differs with every period, a starting point lies in the past, data are old."""
    claim = question.claim
    return claim.statement in _MOVES or claim.change == "level_from" or track.kind == "event" or _lag(question, newest) > _OLD


def _lag(question: Question, newest: Evidence) -> int:
    """By how many years the newest figure is behind the last full year before the article."""
    date = question.date
    return max(0, date.last.year - 1 - int(newest.period[:4])) if date and date.last else 0


def _hull(years: list[Outcome]) -> Interval:
    found = years[0].figure.typical
    for year in years[1:]:
        found = found.hull(year.figure.typical)
    return found


def _step(years: list[Outcome]) -> Fraction | None:
    """The largest change from one year to the next; None if there is but one year, or a figure is without an end."""
    ends = [(int(year.evidence.period[:4]), year.figure.typical) for year in years]
    points = [(year, (own.low + own.high) / 2) for year, own in ends if own.low is not None and own.high is not None]
    steps = [abs(a - b) / (later - earlier) for (later, a), (earlier, b) in pairwise(points) if later > earlier]
    return max(steps) if steps and len(points) == len(years) else None


def _slipped(question: Question, found: Outcome) -> bool:
    """Whether one slip of the pen in a long figure explains the misfit."""
    if sum(char.isdigit() for char in question.claim.mention.surface) < _MANY_DIGITS or found.figure.standing != "current":
        return False
    from factcheck.typos import TYPOS, typos  # only where something does not fit

    return any(typos(question.claim.mention, found.evidence.found, TYPOS))
