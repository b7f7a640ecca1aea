"""Claims that do not say when: what they surely are of, and when none of the figures that may be meant will do.

A figure without a time is confirmed only by one that it can hardly be by chance: that of the last full year, or the latest count, before the
article; any where the article has no date and the figure is long and of no other time; or all recent years alike. Growth is never, but
for one since a named year: it is another for every month. What is merely taken to be of a time is never confirmed by the figure of another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.interval import Interval
from factcheck.model import Evidence, Text, Unchecked, Verdict, Weak
from factcheck.period import Day, Period
from factcheck.reference.fit import FITS, same_size
from factcheck.reference.hold import Outcome, Readings, is_hard, mismatch, outcome, verdict
from factcheck.reference.tracks import Question, Track
from factcheck.reference.wording import agreed, fitted, listed, mentioned, when

__all__ = ["assumed", "undated"]

_OLD = 3
"""Figures more than so many years older than the article contradict nothing."""
_LATELY = 13
"""A count that is not older than so many months is the latest there is, for whoever says no time."""
_FURTHER = 3
"""So many times as fast as it moved at most in the years known may a count move in the time that the set does not know."""
_FEW, _SOME, _MANY = 10, 100, 1000
"""So many steps in its value make a figure another's by chance once in as many times; a rate is much the same in another month."""
_SEASON = 9
"""The month after which figures of the year may be out before it is over, as those of a harvest are."""
_QUARTER = Fraction(1, 4)
_JUMP, _LONG = Fraction(1, 10), 5
"""By how much of itself a count may change in a year of which too few years are known to tell."""
_POINTS = {"stock", "event"}
_MOVES = {"growth", "change"}
_WHOLE = {"rank", "fraction"}
"""A place held, and 1/3 of all, have no digits to count."""
_FITTING = {"match", "compatible"}
_SCALES, _SLIPS = ("scale_wan_yi", "decimal_shift"), ("digits_swapped", "digit_dropped", "digit_doubled")


def undated(question: Question, track: Track, readings: Readings) -> Verdict:
    """Against what is surely meant; without such, a contradiction only where no figure of any time near could be meant."""
    if track.memory == 1:
        return _only(question, track, readings)
    found = _meant(question, track, readings)
    if found is None:
        return _misfit(question, track, readings)
    told = verdict(question, track, readings, found)
    period = when(found.evidence)
    note = Text(f"文中未写时期，与{period.zh}的数一致", f"no period is given; it is the figure of {period.en}")
    return told._replace(why=agreed(told.why, [note]))


def assumed(question: Question, track: Track, readings: Readings, own: Outcome) -> Verdict:
    """Where the figure does not fit the period that it is taken to be of: it may be of another, and is never surely wrong."""
    claim = question.claim
    why = fitted(claim.mention, own.evidence, readings[0], "mismatch")
    if claim.change == "level_from":
        note = Text(f"但时期只是推定为{claim.period.value}", f"but the period is only taken to be {claim.period.value}")
        return Unchecked("no_period", agreed(why, [note]), own.evidence)
    other = next((found for found in _others(question, track, readings) if found.evidence.period != own.evidence.period), None)
    if other is None:
        return mismatch(question, track, readings, own, sure=False)
    zh, en, value = when(other.evidence).zh, when(other.evidence).en, other.evidence.value
    note = Text(f"与{zh}的{value.replace(' ', '')}一致，疑为旧数", f"it fits {value} of {en}: an old figure?")
    told = agreed(why, [note])
    older = other.evidence.period[:4] < own.evidence.period[:4] and _digits(question) >= _MANY
    return Weak(other.evidence, told) if older else Unchecked("no_period", told, other.evidence)


def _others(question: Question, track: Track, readings: Readings) -> Iterator[Outcome]:
    """The figures of other times that the claim fits."""
    whole = _latest(question, track, readings, whole=True)
    parts = _latest(question, track, readings, whole=False)
    return (found for years in (whole, parts) for found in years if found.fit in _FITTING)


# --------------------------------------------------------------------------------------------- what is surely meant

def _meant(question: Question, track: Track, readings: Readings) -> Outcome | None:
    """The figure that the claim can hardly fit by chance."""
    claim = question.claim
    if claim.statement in _MOVES and claim.base.value is None:
        return None
    if question.date is None:
        return _unique(question, track, readings)
    if claim.change == "level_from":
        return None
    years = list(_latest(question, track, readings, whole=True))
    found = _implied(question, track, readings, years)
    # what has come to so much since January is less than the year's, so that all years fit it
    return found if found or track.kind == "flow" else _always(question, list(_latest(question, track, readings, whole=True, out=False)))


def _unique(question: Question, track: Track, readings: Readings) -> Outcome | None:
    """In an article without a date a long figure that is that of one time only."""
    if question.claim.mention.hedge != "none" or _digits(question) < _MANY:
        return None
    found = [one for period in track.periods if (one := outcome(readings, track, period)) and one.fit in _FITTING]
    return found[-1] if len({one.evidence.period[:4] for one in found}) == 1 else None


def _implied(question: Question, track: Track, readings: Readings, years: list[Outcome]) -> Outcome | None:
    """The last full year before the article, or the latest count; of a part of a year only a long figure."""
    date = question.date.last if question.date else None
    lately = [found for found in years if date and _is_late(track, found, date)]
    few = _FEW if track.kind == "flow" or question.claim.statement == "share" else _SOME
    enough = track.kind in _POINTS or question.claim.mention.kind in _WHOLE or _digits(question) >= few
    if lately and enough and _is(question, lately[0]):
        return lately[0]
    if _digits(question) < _MANY or question.claim.mention.hedge != "none":
        return None
    parts = [found for found in _latest(question, track, readings, whole=False) if date and _age(found, date) < _LATELY]
    return next((found for found in (*lately, *parts) if found.fit in _FITTING), None)


def _is_late(track: Track, found: Outcome, date: Day) -> bool:
    if track.kind in _POINTS:
        return _age(found, date) <= _LATELY
    year = int(found.evidence.period[:4])
    return year == date.year - 1 or (year == date.year and found.figure.standing == "current")


def _age(found: Outcome, date: Day) -> int:
    """How many months before the article the time of a figure ended."""
    last = Period.parse(found.evidence.period).last or date
    return (date.year - last.year) * 12 + date.month - last.month


def _is(question: Question, found: Outcome) -> bool:
    """Whether the claim is the figure, or a round figure of it; a bound (超过400亿元) only of its own size."""
    return FITS.index(found.fit) < FITS.index("weak") and same_size(question.claim, found.figure.typical)


def _always(question: Question, years: list[Outcome]) -> Outcome | None:
    """The newest of the years, where every one of them fits: whichever is meant, it is right (14亿多人口)."""
    close = bool(years) and _lag(question, years[0].evidence) <= _OLD
    fit = close and len(years) > 1 and all(found.fit in _FITTING for found in years)
    return years[0] if fit and question.claim.mention.hedge != "ge" else None


def _digits(question: Question) -> Fraction:
    """How many steps of its last digit make the figure; of a fraction, how many times what it leaves open."""
    mention = question.claim.mention
    if mention.value is None:
        return Fraction(0)
    said = mention.guaranteed if mention.kind == "fraction" else None
    step = said.high - said.low if said and said.high is not None and said.low is not None else mention.step
    return abs(mention.value) / step if step else Fraction(0)


def _latest(question: Question, track: Track, readings: Readings, *, whole: bool, out: bool = True) -> Iterator[Outcome]:
    """Outcomes for the latest years that were `out` by the article's date, newest first: `whole` years, or parts of these."""
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
        if found and ((not out and _is_over(question, period)) or any(figure.standing == "current" for figure in found.figures)):
            newest = newest or year
            yield found


def _is_over(question: Question, period: Period) -> bool:
    date = question.date
    return bool(date and date.last and period.last and period.last <= date.last)


def _begun(question: Question, period: Period) -> bool:
    """Whether the period had begun when the article appeared."""
    date = question.date
    return not (date and date.last and period.first and period.first > date.last)


# --------------------------------------------------------------------------------------------- what can't be meant

def _only(question: Question, track: Track, readings: Readings) -> Verdict:
    """Against what does not change, or stands but once."""
    found = next(_latest(question, track, readings, whole=True), None)
    if found is None:
        return _nothing()
    return mismatch(question, track, readings, found) if found.fit == "mismatch" else verdict(question, track, readings, found)


def _nothing() -> Unchecked:
    zh, en = "文中未说明时期；参考库没有近年的数", "no period is given; the reference set has no figure of late"
    return Unchecked("no_period", Text(zh, en))


def _misfit(question: Question, track: Track, readings: Readings) -> Verdict:
    """A slip of the pen in the newest figure is one whenever it was, and a count can't be far from the newest: a warning. All else may be
    of a time that the set has not."""
    years = list(_latest(question, track, readings, whole=True))
    if not years:
        return _nothing()
    newest = years[0]
    unchecked = Unchecked("no_period", _said(question, years), newest.evidence)
    if not track.sure or _silent(question, track, newest.evidence) or any(found.fit != "mismatch" for found in years):
        return unchecked
    slipped = next((found for found in years if _slipped(question, track, found)), None)
    if slipped or _beyond(question, track, readings, years):
        # a share that no year comes near is wrong whichever is meant
        sure = question.claim.statement == "share" and not _lag(question, newest.evidence)
        firmest = next((found for found in years if is_hard(found.evidence)), newest)  # it says so best
        return mismatch(question, track, readings, slipped or firmest, sure=sure)
    return unchecked


def _said(question: Question, years: Iterable[Outcome]) -> Text:
    ours, theirs = mentioned(question.claim.mention), listed([found.evidence for found in years])
    zh, en = f"{ours.zh}：文中未说明时期；官方近年：{theirs.zh}", f"{ours.en}: no period is given; official: {theirs.en}"
    return Text(zh, en)


def _silent(question: Question, track: Track, newest: Evidence) -> bool:
    """Where a misfit says nothing: growth differs with every period, a starting point lies in the past, data are old."""
    claim = question.claim
    return claim.statement in _MOVES or claim.change == "level_from" or track.kind == "event" or _lag(question, newest) > _OLD


def _beyond(question: Question, track: Track, readings: Readings, years: list[Outcome]) -> bool:
    """Whether a count, or a share, is further from the newest than it can have come since; a flow or a rate may be of any stretch of time."""
    date, slow = question.date.last if question.date else None, track.kind == "stock" or question.claim.statement == "share"
    speed = _speed(years) if date and slow else None
    if date is None or speed is None:
        return False
    since, near = max(Fraction(1), Fraction(_age(years[0], date), 12)), _hull(years)
    reach = max(_FURTHER * speed, (near.high or 0) * _JUMP if len(track.periods) < _LONG else Fraction(0)) * since
    around = Interval(None if near.low is None else near.low - reach, None if near.high is None else near.high + reach)
    return not any(around.meets(reading.guaranteed) for reading in readings)


def _hull(years: list[Outcome]) -> Interval:
    found = years[0].figure.typical
    for year in years[1:]:
        found = found.hull(year.figure.typical)
    return found


def _speed(years: list[Outcome]) -> Fraction | None:
    """By how much it moved in a year at most; None if there is but one figure, or one is without an end."""
    ends = [(_when(year), year.figure.typical) for year in years]
    points = [(at, (own.low + own.high) / 2) for at, own in ends if own.low is not None and own.high is not None]
    speeds = [abs(a - b) / (later - earlier) for (later, a), (earlier, b) in pairwise(points) if later - earlier >= _QUARTER]
    return max(speeds) if speeds and len(points) == len(years) else None


def _when(found: Outcome) -> Fraction:
    """The end of the time of a figure, in years."""
    last = Period.parse(found.evidence.period).last
    return last.year + Fraction(last.month, 12) if last else Fraction(0)


def _lag(question: Question, newest: Evidence) -> int:
    """By how many years the newest figure is behind the last full year before the article."""
    date = question.date
    return max(0, date.last.year - 1 - int(newest.period[:4])) if date and date.last else 0


def _slipped(question: Question, track: Track, found: Outcome) -> bool:
    """Whether one slip of the pen in a long figure explains the misfit. Another digit does only where no other time has nearly as much."""
    bounded = found.figure.typical.low is not None and found.evidence.found.high is not None
    if _digits(question) < _SOME or found.figure.standing != "current" or not bounded:
        return False
    from factcheck.typos import typos  # only where something does not fit

    long = (*_SCALES, *_SLIPS, "digit_changed") if _is_of_last_year(question, track, found) else (*_SCALES, *_SLIPS)
    return any(typos(question.claim.mention, found.evidence.found, long if _digits(question) >= _MANY else _SCALES))


def _is_of_last_year(question: Question, track: Track, found: Outcome) -> bool:
    """Whether a flow is that of the year that has just ended, as finely as the claim is written."""
    date, ours, own = question.date.last if question.date else None, question.claim.mention.guaranteed, found.evidence.found
    if date is None or track.kind != "flow" or found.evidence.period != str(date.year - 1) or date.month > _SEASON:
        return False
    ends = (own.low, own.high, ours.low if ours else None, ours.high if ours else None)
    return None not in ends and own.high - own.low <= ours.high - ours.low  # type: ignore[operator, union-attr]  # none is None
