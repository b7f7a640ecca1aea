"""数值不合情理 / A value that can't be.

参考库给指标定了可能的范围：全国人口不会是1.4万亿，森林覆盖率不会超过100%。超出范围的，多半是单位、小数点或者指标写错了。
没有当年的官方数，但与邻近年份正好相差万倍、亿倍的，也是如此：2.36万立方米，少了一个“亿”字。
The reference set knows within which bounds a statistic lies: no forest covers more than 100 percent of a country. What lies outside
has a wrong unit, decimal point or name; and so has what is ten thousand times more or less than the official figure of a year close by.

错：2025年，全县森林覆盖率达163.5%。
错：2025年，全县城镇化率达到615%。
错：2024年，全国天然气产量2464万立方米。
对：2024年，全国天然气产量2464亿立方米。
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
from factcheck.model import Claim, Evidence, Facts, Indicator, Premise, Problem, Stated, Text, Unchecked
from factcheck.rules._arithmetic import positive
from factcheck.rules._facts import guaranteed, is_level
from factcheck.rules._premises import assumed, given
from factcheck.rules._say import misprints
from factcheck.units import ratio, read_unit

__all__ = ["check"]

RESTS_ON = ("bounded", "same_thing")

_WORLD = "WLD"
_SCALES = (10**4, 10**8)
_ALIKE = Interval(Fraction(4, 5), Fraction(5, 4))
"""How far the figures of two years close by lie apart at most."""


def check(facts: Facts) -> Iterator[Problem]:
    """Every level of a statistic with known bounds that lies beyond them."""
    for claim in facts.reading.claims:
        known = facts.indicators.get(claim.indicator_id or "")
        said = guaranteed(claim.mention)
        if known and known.bounds and said and is_level(claim) and _is_bounded(known, claim):
            limits = _limits(known, claim)
            if limits and not said.meets(limits):
                yield _problem(claim, known, known.bounds)
    for claim, verdict in facts.judged:
        if isinstance(verdict, Unchecked) and verdict.reason == "no_reference" and verdict.nearest and is_level(claim) and not claim.owner:
            said, then = guaranteed(claim.mention), verdict.nearest.found
            if said and (_off_by_scale(said, then) or _off_by_scale(then, said)):
                yield _unlike(claim, verdict.nearest)


def _off_by_scale(more: Interval, less: Interval) -> bool:
    """Whether one is as much as the other but for a 万 or an 亿."""
    return positive(more) and positive(less) and any(more.over(less.scaled(scale)).meets(_ALIKE) for scale in _SCALES)


def _unlike(claim: Claim, nearest: Evidence) -> Problem:
    own = f"{nearest.period}年" if nearest.period.isdigit() else nearest.period
    zh = f"{claim.mention.surface}与邻近年份相差万倍：官方{own}为{nearest.value.replace(' ', '')}；多半错了“万”“亿”"
    en = f"{claim.mention.surface} is ten thousand times off a year close by: officially {nearest.value} in {nearest.period}; the scale is wrong"
    premises = (assumed("bounded", "由邻近年份推得", "by a year close by"), _named(claim))
    slips = misprints((claim.mention, nearest.found))
    return Problem("error", claim.span, Text(zh, en), expected=f"≈ {nearest.value}", slips=slips, premises=premises)


def _named(claim: Claim) -> Premise:
    return given("same_thing", "指标承前句", "the statistic is carried on", holds=isinstance(claim.indicator, Stated))


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
    premises = (assumed("bounded", "由历年数值推得", "by the values of all years"), _named(claim))
    return Problem("error", claim.span, Text(zh, en), expected=f"{low}～{high}{known.unit}", premises=premises)
