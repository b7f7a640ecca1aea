"""Shares and multiples: a published share of the same whole, or one area's level over another's."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import islice

from factcheck.model import Area, Evidence, Indicator, Text, Unchecked
from factcheck.period import Period
from factcheck.reference import derive
from factcheck.reference.areas import NATION, area_name, provinces
from factcheck.reference.changes import is_growth
from factcheck.reference.tracks import (
    Figure,
    Question,
    Track,
    area_asked,
    base_unit,
    first,
    joined,
    level,
    namesakes,
    observed,
    overlap,
    pairs,
    summed,
    without,
)  # fmt: skip
from factcheck.units import ratio

__all__ = ["multiple", "share"]


def share(question: Question, indicator: Indicator) -> Track | Unchecked:
    """A published share of the same whole, a quotient of levels, or both."""
    base = question.reference.indicator(indicator.share_of or "") or indicator
    published = _published_shares(question, indicator, base)
    whole = question.claim.whole.value
    # 全国第三产业占比: an industry's share of its own area's total
    name = area_name(whole) if whole and area_name(whole) != area_asked(question) else None
    unit = question.claim.mention.unit
    found = [observed(question, s, area_asked(question), unit) for s in published if name is None or _whole_of(s) == name]
    factor = ratio("ratio", unit)
    if name and factor and base not in published:
        found.append(_quotients(question, base, name, derive.share, factor))
    tracks = [each for each in found if each]
    if tracks:
        # without a whole in the text, a misfit may only mean that another whole is meant
        sure = name is not None or all(s.whole is None for s in published)
        return joined(tracks)._replace(about=base.id, sure=sure)
    other = first(observed(question, s, area_asked(question), unit) for s in published)
    return _other_whole(question, published, other) if other else _unknown(question, base, name)


def _published_shares(question: Question, indicator: Indicator, base: Indicator) -> tuple[Indicator, ...]:
    """An indicator in percent is a share itself, unless it is a growth; of any other the set may know one."""
    if base is indicator and base_unit(indicator) == "percent":
        return () if is_growth(indicator) else (indicator,)
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


def _unknown(question: Question, base: Indicator, whole: str | None) -> Unchecked:
    area, of = area_asked(question), whole or "总体"
    zh = f"参考库没有{area}“{base.name.zh}”占{of}的比重，也没有可以相除的数"
    return Unchecked("no_reference", Text(zh, f"the reference set has no share of {area} in {base.name.en} of {of}"))


def _quotients(
    question: Question, base: Indicator, whole: str, make: Callable[[Evidence, Evidence, Fraction], Evidence], factor: Fraction
) -> Track | None:
    """Level of the area ÷ level of the whole, by period."""
    unit, area = base_unit(base), area_asked(question)
    above = level(question, base, area, unit)
    if above is None or area == whole:
        return None
    named = (question.reference.indicator(i or "") for i in (*question.claim.indicator_ids, base.denominator))
    candidates = dict.fromkeys(i for i in (*namesakes(question.reference, base), *named) if i)
    found = (below for i in candidates if (below := level(question, i, whole, unit)) and overlap(above, below, above.figures))
    belows = list(islice(found, 1))
    asked = question.claim.area.value
    if belows and whole == NATION and asked is not None and asked.code is None:
        # a group's official share is often of the sum of the provinces, not of the nation's own figure
        everyone = summed(question, base, "31省（区、市）", provinces(), unit)
        belows += [everyone] if everyone else []

    def figures(period: Period) -> tuple[Figure, ...]:
        found = [(make(a, b, factor), s) for below in belows for a, b, s in pairs(above.at(period), below.at(period))]
        return tuple(Figure(evidence, evidence.found, standing) for evidence, standing in found)

    return overlap(above, belows[0], figures) if belows else None


def multiple(question: Question, indicator: Indicator) -> Track | Unchecked:
    """How many times another area's figure."""
    other, unit = question.claim.whole.value, question.claim.mention.unit
    if other is None:
        return Unchecked("unbound", Text("未说明与什么相比", "nothing says against what"))
    factor = Fraction(1) if unit == "times" else ratio("ratio", unit)
    found = _quotients(question, indicator, area_name(other), derive.multiple, factor) if factor else None
    return found or without(question, indicator)
