"""Which official value an article could know: the releases of one period, set against the article's own date.

A value that is only restated, however rounded, is the same release; one that no longer meets it replaces it. Dates of
publication may be a year or a month: a release counts as known as soon as it may have been out, and as replaced only when
the next one surely was. So a coarse date never makes an alarm.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from factcheck.hedging import Bounds, bounds, places
from factcheck.interval import Interval
from factcheck.model import Observation
from factcheck.period import Day, Period
from factcheck.records import NamedTuple
from factcheck.units import ratio, read_unit

__all__ = ["Release", "Standing", "agree", "conversion", "fineness", "releases", "stated"]

_ECHOES = {"superseded", "secondary", "derived"}
"""Whoever restates an old value in these ways does not make it official again."""
Standing = Literal["current", "replaced", "later"]
"""At the article's date: still the official value, replaced by then, or not yet out."""


class Release(NamedTuple):
    """An official value with its D and P in the unit asked for, and how it stood at the article's date."""

    observation: Observation
    bounds: Bounds
    standing: Standing


def releases(observations: Iterable[Observation], unit: str | None, date: Period | None) -> tuple[Release, ...]:
    """The releases of one period in the order of their publication. Observations that do not convert to `unit` are left out."""
    groups = _grouped((o, said) for o in observations if (said := stated(o, unit)))
    return tuple(Release(*_best(group), _standing(groups, i, date)) for i, group in enumerate(groups))


def stated(observation: Observation, unit: str | None) -> Bounds | None:
    """D and P of an observation in `unit`; None if it does not convert."""
    factor = conversion(observation.unit, unit)
    if factor is None:
        return None
    value, ulp, step = places(observation.value)
    exact = observation.exact and observation.hedge == "none"
    found = (Interval.point(value),) * 2 if exact else bounds(value, ulp, step, observation.hedge)
    return found[0].scaled(factor), found[1].scaled(factor)


def agree(one: Observation, other: Observation) -> bool | None:
    """Whether both may be of one value, rounded; None if their units do not convert."""
    read = read_unit(one.unit)
    a, b = (stated(each, read[1] if read else None) for each in (one, other))
    return _restates(a[0], b[0]) if a and b else None


def fineness(one: Observation) -> Fraction:
    """How fine it is written: minus the place of its last digit in the base unit; a bound is coarser than any figure."""
    read = read_unit(one.unit)
    place = (read[0] if read else Fraction(1)) / Fraction(10 ** len(one.value.partition(".")[2]))
    return -place if one.hedge == "none" else -place * Fraction(10**9)


@lru_cache(maxsize=1024)
def conversion(written: str, unit: str | None) -> Fraction | None:
    """The factor from a reference file's unit (亿元) to a claim's (CNY); measure words do not part counts from counts."""
    read = read_unit(written)
    if read is None:
        return None
    factor = ratio(read[1], unit)
    return None if factor is None else read[0] * factor


_Stated = tuple[Observation, Bounds]


def _grouped(rows: Iterable[_Stated]) -> list[list[_Stated]]:
    """Restatements together, in the order in which each value first came out."""
    groups: list[list[_Stated]] = []
    best: list[_Stated] = []
    for row in rows:
        home = next((at for at in reversed(range(len(best))) if _restates(best[at][1][0], row[1][0])), None)
        if home is None:
            groups.append([row])
            best.append(row)
        else:
            groups[home].append(row)
            best[home] = _best([best[home], row])
    return groups


def _restates(one: Interval, other: Interval) -> bool:
    """Whether two statements may be of one value, rounded; 2.68 and 2.69 only touch, at 2.685, and are two releases."""
    return one.overlaps(other)


def _best(group: list[_Stated]) -> _Stated:
    """The statement to quote: from a hard source if there is one, then the most precise."""
    return min(group, key=lambda row: (not row[0].source.hard, _width(row[1][0])))


def _width(interval: Interval) -> tuple[bool, Fraction]:
    """How precise; an interval without an end comes last."""
    if interval.low is None or interval.high is None:
        return True, Fraction(0)
    return False, interval.high - interval.low


def _standing(groups: list[list[_Stated]], i: int, date: Period | None) -> Standing:
    """How the `i`th release stood at `date`; without a date the last one that was not withdrawn is current."""
    if date is None or date.first is None or date.last is None:
        live = [j for j, group in enumerate(groups) if _live(group)] or [len(groups) - 1]
        return "current" if i == live[-1] else "replaced"
    if not any(_maybe_out(o, date.last) for o, _ in groups[i]):
        return "later"
    own = [o for o, _ in groups[i] if o.status not in _ECHOES and _maybe_out(o, date.last)] or [o for o, _ in groups[i]][:1]
    stands = _live(groups[i])
    for group in groups[:i] + groups[i + 1 :]:
        out = [o for o, _ in group if _surely_out(o, date.first)]
        later = any(all(_after(o, each) for each in own) for o in out)
        # what is marked as superseded was replaced by what stands, unless that surely came out before it
        withdrawn = not stands and _live(group) and any(not _after(each, o) for o in out for each in own)
        if withdrawn or (later and (_live(group) or not stands)):
            return "replaced"
    return "current"


def _after(one: Observation, other: Observation) -> bool:
    """Whether one surely came out after the other; of two on the same day or without a date, the set's order decides."""
    a, b = _ends(one.published), _ends(other.published)
    return a is not None and (b is None or a[0] > b[1])


def _live(group: list[_Stated]) -> bool:
    """Whether a release stands; that somebody still quotes what was replaced does not make it stand again."""
    statuses = {observation.status for observation, _ in group}
    return bool(statuses - ({"superseded", "official_statement"} if "superseded" in statuses else set()))


def _maybe_out(observation: Observation, day: Day) -> bool:
    ends = _ends(observation.published)
    return ends is None or ends[0] <= day


def _surely_out(observation: Observation, day: Day) -> bool:
    ends = _ends(observation.published)
    return ends is not None and ends[1] < day


@lru_cache(maxsize=1024)
def _ends(published: str) -> tuple[Day, Day] | None:
    """First and last day on which it may have come out."""
    period = Period.parse(published) if published else None
    return (period.first, period.last) if period and period.first and period.last else None
