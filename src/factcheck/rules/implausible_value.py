"""数值不合情理 / A value that can't be.

参考库给指标定了可能的范围：全国人口不会是1.4万亿，森林覆盖率不会超过100%。超出范围的，多半是单位、小数点或者指标写错了。
The reference set knows within which bounds a statistic lies: no forest covers more than 100 percent of a country. What lies outside
has a wrong unit, decimal point or name.

错：2025年，全县森林覆盖率达163.5%。
错：2025年，全县城镇化率达到615%。
对：2025年，全县森林覆盖率达63.5%。
对：2025年，全县城镇化率达到61.5%。
对：世界总人口80.6亿人。
wrong: In 2025, the forest coverage of Kenya was 163.5 percent.
right: In 2025, the forest coverage of Kenya was 8.8 percent.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Indicator, Problem, Text
from factcheck.rules._facts import guaranteed, is_level
from factcheck.units import ratio, read_unit

__all__ = ["check"]

_WORLD = "WLD"


def check(facts: Facts) -> Iterator[Problem]:
    """Every level of a statistic with known bounds that lies beyond them."""
    for claim in facts.reading.claims:
        known = facts.indicators.get(claim.indicator_id or "")
        said = guaranteed(claim.mention)
        if known and known.bounds and said and is_level(claim) and _is_bounded(known, claim):
            limits = _limits(known, claim)
            if limits and not said.meets(limits):
                yield _problem(claim, known, known.bounds)


def _is_bounded(known: Indicator, claim: Claim) -> bool:
    """Whether the bounds are of such a figure: what adds up is bounded for one country, what flows for one year."""
    area, period = claim.area.value, claim.period.value
    if known.additive and (area is None or area.code in {None, _WORLD}):
        return False
    return known.kind != "flow" or (period is not None and period.year is not None)


def _limits(known: Indicator, claim: Claim) -> Interval | None:
    """The indicator's bounds in the claim's unit; None where the units say that another statistic is meant."""
    unit = read_unit(known.unit)
    factor = ratio(unit[1], claim.mention.unit) if unit and known.bounds else None
    if unit is None or factor is None or known.bounds is None:
        return None
    low, high = (Fraction(bound) for bound in known.bounds)
    return Interval(low, high).scaled(unit[0] * factor)


def _problem(claim: Claim, known: Indicator, bounds: tuple[str, str]) -> Problem:
    low, high = bounds
    zh = f"{known.name.zh}不会是{claim.mention.surface}：可能的范围是{low}～{high}{known.unit}；单位、小数点或指标有误"
    en = f"{known.name.en} can't be {claim.mention.surface}: it lies between {low} and {high} {known.unit}; unit, point or name is wrong"
    return Problem("warning", claim.span, Text(zh, en), expected=f"{low}～{high}{known.unit}")
