"""For each kind of statement, the ways to an official figure: published ones first, then computed ones.

A way ends in a track, or in the reason why there is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fractions import Fraction

from factcheck.interval import ANYTHING, Interval
from factcheck.model import Area, Evidence, Indicator, Reason, Text, Unchecked
from factcheck.period import Period
from factcheck.reference import derive
from factcheck.reference.areas import NATION, area_name, provinces
from factcheck.reference.tracks import (
    Figure, Question, Track, base_unit, current, joined, level, made, namesakes, observed, pairs, summed,
)  # fmt: skip
from factcheck.reference.vintage import Standing, conversion
from factcheck.units import ratio

__all__ = ["track"]

_YEAR = re.compile("[0-9]{4}")
_SOFT = Fraction(1, 100)
"""Per-head figures go by the year's average population, which a year-end figure meets to about this much."""
_SETTLED = {"final", "revised", "census"}
Figures = Callable[[Period], tuple[Figure, ...]]


def track(question: Question, indicator: Indicator) -> Track | Unchecked:
    """The figures to hold a claim against, if it is about this indicator."""
    claim = question.claim
    match claim.statement:
        case "share":
            return _share(question, indicator)
        case "level" if indicator.whole and claim.whole.value:
            return _share(question, indicator)
        case "growth" if claim.mention.unit != "percentage_point":
            return _growth(question, indicator)
        case "growth" | "change":
            return _change(question, indicator)
        case "ratio":
            return _multiple(question, indicator)
        case "rank" if indicator.kind != "rank":
            return _rank(question, indicator)
        case "streak":
            return _streak(question, indicator)
        case "anniversary":
            return Unchecked("not_a_statistic", Text("周年不由统计数据核对", "an anniversary is no statistic"))
        case _:
            return _level(question, indicator)


def _area(question: Question) -> str:
    area = question.claim.area.value
    return area_name(area) if area else ""


def _without(question: Question, indicator: Indicator, *tracks: Track | None) -> Unchecked:
    """Nothing to compare with: no figure for the area, or none in the claim's unit."""
    area, mention = _area(question), question.claim.mention
    if any(tracks) or not question.reference.series(indicator.id, area):
        zh = f"参考库没有{area}“{indicator.name.zh}”的可比数"
        return Unchecked("no_reference", Text(zh, f"the reference set has no comparable {indicator.name.en} of {area}"))
    unit = mention.classifier or mention.unit
    zh = f"单位不可比：文中为{unit or '无单位的数'}，“{indicator.name.zh}”以{indicator.unit}计"
    return Unchecked("not_comparable", Text(zh, f"units differ: {unit or 'none'} here, {indicator.unit} there"))


def _overlap(above: Track, below: Track, figures: Figures) -> Track | None:
    """A track for the periods that both have."""
    periods = tuple(p for p in above.periods if below.find(p))
    return above._replace(periods=periods, figures=figures) if periods else None


# --------------------------------------------------------------------------------------------- level, per head

def _level(question: Question, indicator: Indicator) -> Track | Unchecked:
    found = level(question, indicator, _area(question), question.claim.mention.unit)
    if found is None and indicator.per_head_of:
        found = _per_head(question, indicator)
    return found or _without(question, indicator)


def _per_head(question: Question, indicator: Indicator) -> Track | None:
    """Total ÷ year-end population: strictly, and within what the average population may differ."""
    whole = question.reference.indicator(indicator.per_head_of or "")
    people = question.reference.indicator(indicator.denominator or "")
    unit = question.claim.mention.unit
    factor = conversion(indicator.unit, unit)
    if not whole or not people or not factor:
        return None
    above = level(question, whole, _area(question), unit)
    below = _first(level(question, same, _area(question), "person") for same in namesakes(question.reference, people))
    if not above or not below:
        return None
    scale = derive.Scale(indicator.unit, factor)

    def figures(period: Period) -> tuple[Figure, ...]:
        found = [(derive.per_head(a, b, scale), standing) for a, b, standing in pairs(above.at(period), below.at(period))]
        return tuple(figure for strict, standing in found for figure in _twice(strict, standing))

    overlap = _overlap(above, below, figures)
    return overlap and overlap._replace(about=indicator.id, name=indicator.name, kind=indicator.kind)


def _twice(strict: Evidence, standing: Standing) -> tuple[Figure, Figure]:
    """A per-head figure as computed, and within its soft band, where it is compatible at best."""
    low, high = strict.found.low or Fraction(0), strict.found.high or Fraction(0)
    soft = strict._replace(found=Interval(low * (1 - _SOFT), high * (1 + _SOFT)))
    return Figure(strict, strict.found, standing), Figure(soft, ANYTHING, standing)


def _first(tracks: Iterable[Track | None]) -> Track | None:
    return next((found for found in tracks if found), None)


# --------------------------------------------------------------------------------------------- share, multiple

def _share(question: Question, indicator: Indicator) -> Track | Unchecked:
    """A published share of the same whole, a quotient of levels, or both."""
    base = question.reference.indicator(indicator.share_of or "") or indicator
    published = _published_shares(question, indicator, base)
    whole = question.claim.whole.value
    name = area_name(whole) if whole else None
    unit = question.claim.mention.unit
    found = [observed(question, s, _area(question), unit) for s in published if name is None or _whole_of(s) == name]
    factor = ratio("ratio", unit)
    if name and factor and base not in published:
        found.append(_quotients(question, base, name, derive.share, factor))
    tracks = [each for each in found if each]
    if tracks:
        # without a whole in the text, a misfit may only mean that another whole is meant
        sure = name is not None or all(s.whole is None for s in published)
        return joined(tracks)._replace(about=base.id, sure=sure)
    other = _first(observed(question, s, _area(question), unit) for s in published)
    return _other_whole(question, published, other) if other and name else _without(question, base, other)


def _published_shares(question: Question, indicator: Indicator, base: Indicator) -> tuple[Indicator, ...]:
    """An indicator in percent is a share itself; of any other the set may know one."""
    if base is indicator and base_unit(indicator) == "percent":
        return (indicator,)
    return question.reference.related(base.id, "share_of") or (indicator,) * (base is not indicator)


def _whole_of(indicator: Indicator) -> str | None:
    return area_name(Area(indicator.whole)) if indicator.whole else None


def _other_whole(question: Question, published: tuple[Indicator, ...], other: Track) -> Unchecked:
    """Official figures are there, but of another whole: shown, never compared."""
    nearest = other.figures(other.periods[-1])[-1].evidence
    theirs = next((s.whole for s in published if s.id == other.about and s.whole), "")
    ours = question.claim.whole.value
    where = f"{nearest.period}，{nearest.source.publisher}"
    zh = f"官方{nearest.value}为占{theirs or '另一总体'}比重（{where}），文中为占{ours.name if ours else ''}比重，不可比"
    en = f"the official {nearest.value} is a share of {theirs or 'another whole'} ({where}); the text speaks of another"
    return Unchecked("not_comparable", Text(zh, en), nearest)


def _quotients(
    question: Question, base: Indicator, whole: str, make: Callable[[Evidence, Evidence, Fraction], Evidence], factor: Fraction
) -> Track | None:
    """Level of the area ÷ level of the whole, by period."""
    unit, area = base_unit(base), _area(question)
    above = level(question, base, area, unit)
    if above is None or area == whole:
        return None
    named = (question.reference.indicator(i or "") for i in (*question.claim.indicator_ids, base.denominator))
    candidates = dict.fromkeys(i for i in (*namesakes(question.reference, base), *named) if i)
    belows = [below for i in candidates if (below := level(question, i, whole, unit)) and _overlap(above, below, above.figures)][:1]
    if belows and whole == NATION and not question.reference.series(base.id, area):
        # a group's official share is often of the sum of the provinces, not of the nation's own figure
        everyone = summed(question, base, "31省（区、市）", provinces(), unit)
        belows += [everyone] * (everyone is not None)

    def figures(period: Period) -> tuple[Figure, ...]:
        found = [(make(a, b, factor), s) for below in belows for a, b, s in pairs(above.at(period), below.at(period))]
        return tuple(Figure(evidence, evidence.found, standing) for evidence, standing in found)

    return _overlap(above, belows[0], figures) if belows else None


def _multiple(question: Question, indicator: Indicator) -> Track | Unchecked:
    """How many times another area's figure."""
    other, unit = question.claim.whole.value, question.claim.mention.unit
    if other is None:
        return Unchecked("unbound", Text("未说明与什么相比", "nothing says against what"))
    factor = Fraction(1) if unit == "times" else ratio("ratio", unit)
    found = _quotients(question, indicator, area_name(other), derive.multiple, factor) if factor else None
    return found or _without(question, indicator)


# --------------------------------------------------------------------------------------------- growth, change

def _growth(question: Question, indicator: Indicator) -> Track | Unchecked:
    """A published rate of growth; one computed from levels only where the official one is at current prices too."""
    published = (indicator,) if indicator.growth_of else question.reference.related(indicator.id, "growth_of")
    unit = question.claim.mention.unit
    found = [observed(question, rate, _area(question), unit) for rate in published]
    factor = ratio("ratio", unit)
    if factor and indicator.growth_basis == "nominal" and not indicator.growth_of:
        found.append(_compared(question, indicator, base_unit(indicator), lambda a, b: derive.growth(a, b, factor)))
    tracks = [each for each in found if each]
    if tracks:
        return joined(tracks)._replace(about=indicator.growth_of or indicator.id)
    if indicator.growth_basis == "real" and question.reference.series(indicator.id, _area(question)):
        zh = f"参考库没有{_area(question)}“{indicator.name.zh}”的公布增速；官方增速按不变价计算，不能由现价数推算"
        en = f"no published growth of {indicator.name.en} of {_area(question)}; official growth is at constant prices"
        return Unchecked("not_comparable", Text(zh, en))
    return _without(question, indicator, *found, None)


def _change(question: Question, indicator: Indicator) -> Track | Unchecked:
    """The level less that of the year before; of two percentages it is in percentage points."""
    unit = question.claim.mention.unit
    of = "percent" if unit == "percentage_point" else unit
    factor = conversion(indicator.unit, of)
    if factor is None or unit == "percent":
        return _without(question, indicator)
    scale = derive.Scale("个百分点" if of != unit else indicator.unit, factor)
    found = _compared(question, indicator, of, lambda a, b: derive.difference(a, b, scale))
    # the text may count the change from another year than the one before
    return found._replace(sure=False) if found else _without(question, indicator)


def _compared(
    question: Question, indicator: Indicator, unit: str | None, make: Callable[[Evidence, Evidence], Evidence]
) -> Track | None:
    """A figure made of each period and the same a year before."""
    found = level(question, indicator, _area(question), unit)
    if found is None:
        return None
    dated = {period: _year_before(period) for period in found.periods if period.last}
    periods = [period.text for period, before in dated.items() if found.find(before)]

    def figures(period: Period) -> tuple[Figure, ...]:
        made_of = pairs(found.at(period), found.at(dated[period]))
        return tuple(Figure(evidence, evidence.found, s) for a, b, s in made_of for evidence in (make(a, b),))

    return made(indicator, periods, figures)


def _year_before(period: Period) -> Period:
    return Period.parse(_YEAR.sub(lambda year: f"{int(year[0]) - 1:04}", period.text))


# --------------------------------------------------------------------------------------------- rank, streak

def _rank(question: Question, indicator: Indicator) -> Track | Unchecked:
    """The place among the 31 provinces, for the periods for which all of them have a figure of the same standing."""
    whole = question.claim.whole.value
    if _area(question) not in provinces() or (whole and area_name(whole) != NATION):
        zh = "只核对省份在全国的位次"
        return Unchecked("no_reference", Text(zh, "only the rank of a province in the nation is checked"))
    return _ranks(question, indicator) or _without(question, indicator)


def _ranks(question: Question, indicator: Indicator) -> Track | None:
    area, unit = _area(question), base_unit(indicator)
    if area not in provinces():
        return None
    tracks = [found for name in provinces() if (found := observed(question, indicator, name, unit))]
    own = observed(question, indicator, area, unit)
    if own is None or len(tracks) < len(provinces()):
        return None

    def figures(period: Period) -> tuple[Figure, ...]:
        found = [figure.evidence for each in tracks if (figure := current(each.at(period)))]
        if len(found) < len(tracks) or len({evidence.status in _SETTLED for evidence in found}) > 1:
            return ()
        evidence = derive.rank(area, found)
        return (Figure(evidence, evidence.found, "current"),)

    shared = (p.text for p in own.periods if all(each.find(p) for each in tracks))
    return made(indicator, shared, figures)


def _streak(question: Question, indicator: Indicator) -> Track | Unchecked:
    """Years in a row at the top: official statements, carried on as far as the levels show the same."""
    claim, unit = question.claim, question.claim.mention.unit
    statements = (indicator,) if indicator.streak_of else question.reference.related(indicator.id, "streak_of")
    official = _first(observed(question, each, _area(question), unit) for each in statements)
    if official is None or claim.rank not in {None, 1}:
        return _without(question, statements[0] if statements else indicator, official)
    base = question.reference.indicator(indicator.streak_of or indicator.id)
    years = _years(question, official, _ranks(question, base) if base else None)

    def figures(period: Period) -> tuple[Figure, ...]:
        return years.get(period.text, ())

    found = made(indicator, years, figures)
    return found._replace(about=base.id if base else indicator.id, memory=1) if found else _without(question, indicator)


def _years(question: Question, official: Track, ranks: Track | None) -> dict[str, tuple[Figure, ...]]:
    """For each year of the streak how long it was by then. The last one also has what it is if it went on unseen."""
    known = [figure for period in official.periods if (figure := current(official.figures(period)))]
    if not known:
        return {}
    last = known[-1].evidence
    length, until = int(last.found.low or 0), int(last.period[:4])
    years: dict[str, tuple[Figure, ...]] = {}
    for year in range(until - length + 1, until):
        years[str(year)] = (_counted(last, length - (until - year), ()),)
    years[str(until)] = (known[-1],)
    proofs: list[Evidence] = []
    limit = question.date.first.year - 1 if question.date and question.date.first else until + 1
    for year in range(until + 1, limit + 1):
        proof = current(ranks.at(Period.of_year(year))) if ranks else None
        if proof and proof.evidence.found != Interval.point(Fraction(1)):
            return years
        if not proof:
            unseen = _counted(last, length + year - until, proofs)._replace(typical=ANYTHING)
            years[str(until + len(proofs))] += (unseen,)
            continue
        proofs.append(proof.evidence)
        years[str(year)] = (_counted(last, length + year - until, proofs),)
    return years


def _counted(official: Evidence, years: int, proofs: Iterable[Evidence]) -> Figure:
    evidence = derive.streak(official, years, tuple(proofs))
    return Figure(evidence, evidence.found, "current")
