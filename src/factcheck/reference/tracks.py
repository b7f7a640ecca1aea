"""What a claim can be held against: by period, the official figures of its kind of statement, published or computed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import cache, lru_cache
from typing import Literal

from factcheck.interval import Interval
from factcheck.model import Claim, Evidence, Indicator, Observation, Text, Unchecked
from factcheck.names import fold_name
from factcheck.period import Period
from factcheck.records import NamedTuple
from factcheck.reference.areas import area_name, members
from factcheck.reference.derive import Scale, total
from factcheck.reference.lookup import ReferenceSet
from factcheck.reference.vintage import Standing, conversion, releases
from factcheck.units import read_unit

__all__ = [
    "CONSTANT", "Doubt", "Figure", "Figures", "Question", "Track", "area_asked", "base_unit", "current", "first", "joined", "level",
    "made", "namesakes", "observed", "overlap", "pairs", "same_period", "summed", "without",
]  # fmt: skip

CONSTANT = Period("constant", None, None)
"""The period of what does not change, a province's area for instance."""

_SYMBOLS = {"none": "", "approx": "≈", "gt": ">", "ge": "≥", "lt": "<", "le": "≤", "near_below": "≲"}


class Question(NamedTuple):
    """A claim, the set it is held against, and the date up to which the author could know."""

    claim: Claim
    reference: ReferenceSet
    date: Period | None
    strict: bool = False


class Doubt(NamedTuple):
    """Why a figure may not be what was meant: a misfit `within` an interval contradicts nothing, and one beyond it not surely."""

    within: Interval
    why: Text


class Figure(NamedTuple):
    """An official or computed value in the claim's unit; `typical` is its own P, `evidence.found` its D."""

    evidence: Evidence
    typical: Interval
    standing: Standing
    doubt: Doubt | None = None


Figures = Callable[[Period], tuple[Figure, ...]]


class Track(NamedTuple):
    """The figures of one kind over time, periods in order. `about` is the same for all names of what is measured.

    A claim without a period may mean any of the latest `memory` years. Only where it is `sure` does a misfit contradict it.
    """

    about: str
    name: Text
    kind: Literal["flow", "stock", "rate", "index", "rank", "event"]
    periods: tuple[Period, ...]
    figures: Figures
    memory: int = 3
    sure: bool = True
    doubt: Text = Text("但文中没有说明与什么相比", "but the text does not say against what")
    """Why it is not, where it is not."""

    def find(self, period: Period) -> Period | None:
        """The same time among the track's periods, however either side writes it."""
        ending = (own for own in self.periods if own.last == period.last)  # the same time ends on the same day, and few do
        return next((own for own in ending if same_period(self.kind, own, period)), None)

    def at(self, period: Period) -> tuple[Figure, ...]:
        """The figures for a period; none if there is no such."""
        found = self.find(period)
        return self.figures(found) if found else ()


def level(question: Question, indicator: Indicator, area: str, unit: str | None) -> Track | None:
    """Published values and, where the area is a group of areas and the indicator additive, the sums of theirs."""
    own = observed(question, indicator, area, unit)
    asked = question.claim.area.value
    # a group of areas has no code; looking up what it is made of means reading a file
    grouped = indicator.additive and asked is not None and asked.code is None and area == area_asked(question)
    parts = members(area) if grouped else ()
    found = [way for way in (own, summed(question, indicator, area, parts, unit) if parts else None) if way]
    return joined(found) if found else None


def observed(question: Question, indicator: Indicator, area: str, unit: str | None) -> Track | None:
    """The published values of an indicator for an area; None if there are none in such a unit."""
    return _observed(question.reference, question.date, indicator, area, unit)


@lru_cache(maxsize=4096)
def _observed(reference: ReferenceSet, date: Period | None, indicator: Indicator, area: str, unit: str | None) -> Track | None:
    """The same for all claims and articles of a date: many of them speak of the same statistics."""
    by_period: dict[str, list[Observation]] = {}
    for observation in reference.series(indicator.id, area):
        if observation.status != "target" and conversion(observation.unit, unit) is not None:
            by_period.setdefault(observation.period, []).append(observation)

    @cache
    def figures(period: Period) -> tuple[Figure, ...]:
        found = releases(by_period[period.text], unit, date)
        return tuple(Figure(_evidence(r.observation, r.bounds[0]), r.bounds[1], r.standing) for r in found)

    return made(indicator, by_period, figures)


def made(indicator: Indicator, periods: Iterable[str], figures: Figures) -> Track | None:
    """A track of an indicator's; None if it has no period."""
    found = tuple(sorted(map(_period, periods), key=_when))
    memory = 1 if found == (CONSTANT,) else 3
    return Track(indicator.id, indicator.name, indicator.kind, found, figures, memory) if found else None


def summed(question: Question, indicator: Indicator, area: str, parts: tuple[str, ...], unit: str | None) -> Track | None:
    """Sums over `parts`, together called `area`, for the periods that all of them have."""
    tracks = [track for part in parts if (track := observed(question, indicator, part, unit))]
    if len(tracks) != len(parts):
        return None
    scale = Scale(indicator.unit, conversion(indicator.unit, unit) or Fraction(1))

    def figures(period: Period) -> tuple[Figure, ...]:
        found = [current(track.at(period)) for track in tracks]
        if not all(found):
            return ()
        evidence = total([figure.evidence for figure in found if figure], area, scale)
        return (Figure(evidence, evidence.found, "current"),)

    shared = (p.text for p in tracks[0].periods if all(track.find(p) for track in tracks))
    return made(indicator, shared, figures)


def current(figures: tuple[Figure, ...]) -> Figure | None:
    """The newest figure that the author could know."""
    return next((figure for figure in reversed(figures) if figure.standing == "current"), None)


def pairs(one: tuple[Figure, ...], other: tuple[Figure, ...]) -> Iterator[tuple[Evidence, Evidence, Standing]]:
    """Figures to compute with: each with each, but vintages are not mixed unless both stood at the same time; what was not revised since
    stands beside what was."""
    for a in one:
        for b in other:
            standing = _together(a, b, one, other)
            if standing and _positive(a.evidence.found) and _positive(b.evidence.found):
                yield a.evidence, b.evidence, standing


def _together(a: Figure, b: Figure, one: tuple[Figure, ...], other: tuple[Figure, ...]) -> Standing | None:
    """How two figures stood, if they stood at the same time."""
    if a.standing == b.standing:
        return a.standing
    newer, rest = (a, other) if a.standing == "later" else (b, one)
    alone = {a.standing, b.standing} == {"current", "later"} and not any(figure.standing == "later" for figure in rest)
    return newer.standing if alone else None


def joined(tracks: list[Track]) -> Track:
    """Several ways to the same figure as one track; the first is the one to quote."""
    first = tracks[0]
    if len(tracks) == 1:
        return first
    periods: dict[Period, None] = {}
    for track in tracks:
        periods.update((p, None) for p in track.periods if not any(same_period(first.kind, p, q) for q in periods))

    def figures(period: Period) -> tuple[Figure, ...]:
        return tuple(figure for track in tracks for figure in track.at(period))

    return first._replace(periods=tuple(sorted(periods, key=_when)), figures=figures)


def namesakes(reference: ReferenceSet, indicator: Indicator) -> tuple[Indicator, ...]:
    """The indicator, then those that share a name: 人口 is the nation's total and the provinces' resident population."""
    names = (indicator.name.zh, *indicator.aliases)
    ids = {i: None for name in names for i in reference.vocabulary.indicators.get(fold_name(name), ()) if i != indicator.id}
    return (indicator, *(found for i in ids if (found := reference.indicator(i))))


def area_asked(question: Question) -> str:
    """The area of the claim, as reference files call it."""
    area = question.claim.area.value
    return area_name(area) if area else ""


def first(tracks: Iterable[Track | None]) -> Track | None:
    """The first that there is."""
    return next((found for found in tracks if found), None)


def overlap(above: Track, below: Track, figures: Figures) -> Track | None:
    """A track for the periods that both have."""
    periods = tuple(p for p in above.periods if below.find(p))
    return above._replace(periods=periods, figures=figures) if periods else None


def without(question: Question, indicator: Indicator) -> Unchecked:
    """Nothing to compare with: no figure for the area, or none in the claim's unit."""
    area, mention = area_asked(question), question.claim.mention
    observations = question.reference.series(indicator.id, area)
    if not observations or any(conversion(observation.unit, mention.unit) is not None for observation in observations):
        zh = f"参考库没有{area}“{indicator.name.zh}”的可比数"
        return Unchecked("no_reference", Text(zh, f"the reference set has no comparable {indicator.name.en} of {area}"))
    unit = mention.classifier or mention.unit
    zh = f"单位不可比：文中为{unit or '无单位的数'}，“{indicator.name.zh}”以{indicator.unit}计"
    return Unchecked("not_comparable", Text(zh, f"units differ: {unit or 'none'} here, {indicator.unit} there"))


def base_unit(indicator: Indicator) -> str | None:
    """The unit to compute in, without scale words."""
    read = read_unit(indicator.unit)
    return read[1] if read else None


def same_period(kind: str, one: Period, other: Period) -> bool:
    """Whether both mean the same time. A stock is what it is on the last day; a flow is of a whole stretch."""
    if one.last is None or other.last is None:
        return one.text == other.text
    if kind == "stock" and not _long(one) and not _long(other):
        return one.last == other.last
    if kind not in {"flow", "stock"} and one.stock != other.stock:
        return one.last == other.last
    return (one.first, one.last) == (other.first, other.last)


def _long(period: Period) -> bool:
    """A span of several years."""
    return period.year is None


def _positive(interval: Interval) -> bool:
    """With both its ends: what is computed from a mere bound (超过9万亿元) says next to nothing."""
    return interval.low is not None and interval.low > 0 and interval.high is not None


def _evidence(observation: Observation, found: Interval) -> Evidence:
    value = f"{_SYMBOLS[observation.hedge]}{observation.value} {observation.unit}"
    return Evidence(
        id=observation.id,
        value=value.replace(" %", "%"),
        found=found,
        area=observation.area,
        period=observation.period,
        status=observation.status,
        published=observation.published,
        source=observation.source,
        note=observation.note,
    )


@lru_cache(maxsize=4096)
def _period(text: str) -> Period:
    return CONSTANT if text == "constant" else Period.parse(text)


def _when(period: Period) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return tuple(period.last or ()), tuple(period.first or ())
