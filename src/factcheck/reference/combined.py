"""Figures that other official figures make up: a total from its parts, a balance from its two sides, a stretch of a year from others.

Only for a period for which nothing is published: what is published stands. The formula is the evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.model import Evidence, Indicator, Stated, Text
from factcheck.period import Day, Period, days_in
from factcheck.reference import derive
from factcheck.reference.tracks import Figure, Question, Track, area_asked, level, made
from factcheck.reference.vintage import Standing, conversion

__all__ = ["combined"]

Signed = tuple[int, Evidence]
Way = tuple[list[Signed], Standing]
_REVISED = Text("但这是由别的时段推算的，分段数据可能已修订", "but it is reckoned from other stretches of the year, which may have been revised")


def combined(question: Question, indicator: Indicator, unit: str | None, own: Track | None) -> Track | None:
    """The indicator in the period that the text states, made up of others; None where it is published, or can't be."""
    slot, factor = question.claim.period, conversion(indicator.unit, unit)
    if not isinstance(slot, Stated) or slot.value.last is None or factor is None or (own and own.find(slot.value)):
        return None
    scale = derive.Scale(indicator.unit, factor)
    if found := _made(indicator, slot.value, _of_others(question, indicator, unit, slot.value), scale):
        return found
    if own is None or not indicator.additive or indicator.kind != "flow":
        return None
    found = _made(indicator, slot.value, _of_stretches(own, slot.value), scale)
    return found and found._replace(sure=False, doubt=_REVISED)


def _made(indicator: Indicator, period: Period, ways: Iterable[Way], scale: derive.Scale) -> Track | None:
    figures = tuple(_figure(terms, standing, period, scale) for terms, standing in ways)
    return made(indicator, [period.text], lambda _: figures) if figures else None


def _figure(terms: Sequence[Signed], standing: Standing, period: Period, scale: derive.Scale) -> Figure:
    evidence = derive.combination(terms, period.text, scale)
    return Figure(evidence, evidence.found, standing)


def _of_others(question: Question, indicator: Indicator, unit: str | None, period: Period) -> Iterator[Way]:
    """货物进出口 = 出口 + 进口, 顺差 = 出口 − 进口, of one standing."""
    for ids, signs in ((indicator.parts, (1,) * len(indicator.parts)), (indicator.balance or (), (1, -1))):
        others = [other for one in ids if (other := question.reference.indicator(one))]
        tracks = [track for other in others if (track := level(question, other, area_asked(question), unit))]
        if ids and len(tracks) == len(ids):
            yield from _together([(sign, track.at(period)) for sign, track in zip(signs, tracks, strict=True)])


def _of_stretches(own: Track, period: Period) -> Iterator[Way]:
    """上半年 less 一季度 is 二季度; 前三季度 and 四季度 are the year. Only figures of one status, for a year is revised and its parts are not."""
    for pieces in _tilings(own.periods, period):
        for terms, standing in _together([(sign, own.figures(piece)) for sign, piece in pieces]):
            if len({evidence.status for _, evidence in terms}) == 1:
                yield terms, standing


def _together(columns: Sequence[tuple[int, tuple[Figure, ...]]]) -> Iterator[Way]:
    """The figures that stood at the same time, with both their ends."""
    standings: tuple[Standing, ...] = ("current", "later")
    for standing in standings:
        found = [(sign, figure.evidence) for sign, figures in columns for figure in figures[::-1] if figure.standing == standing]
        if len(found) == len(columns) and all(one.found.low is not None and one.found.high is not None for _, one in found):
            yield found, standing


def _tilings(known: Sequence[Period], asked: Period) -> Iterator[list[tuple[int, Period]]]:
    """The known stretches that make up another: one that is longer less one at either of its ends, or two that follow each other."""
    stretches = [period for period in known if period.first and period.last and not period.stock and period.year == asked.year is not None]
    for one in stretches:
        for other in stretches:
            if one.first == other.first and other.last and asked.first == _next(other.last) and one.last == asked.last:
                yield [(1, one), (-1, other)]
            if one.first == asked.first and one.last and other.first == _next(one.last) and other.last == asked.last:
                yield [(1, one), (1, other)]


def _next(day: Day) -> Day:
    """The day after the last of a month."""
    if day.day < days_in(day.year, day.month):
        return day._replace(day=day.day + 1)
    return Day(day.year + day.month // 12, day.month % 12 + 1, 1)
