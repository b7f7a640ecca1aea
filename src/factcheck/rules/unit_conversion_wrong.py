"""单位换算错误 / A unit is converted wrongly.

同一个量用两个单位写，换算关系是定的：1公顷等于15亩，1公里等于1000米。换算后对不上，两数必有一误。
One amount in two units leaves no choice: a hectare is 15 mu, a kilometre 1000 metres. Where the second is not what the first
comes to, one of the two is wrong.

错：年末果园面积1.39万公顷（10.84万亩）。
错：全线长12.5公里，折合1250米。
对：年末果园面积1.39万公顷（20.85万亩），苗圃约2000公顷（3万亩）。
对：全市森林面积3000公顷（其中竹林4万亩）。
对：他身高6英尺2英寸（1.88米），官方黄金储备7500万盎司（约2332.76吨）。
wrong: The orchards cover 13,900 hectares (10,840 square kilometres).
wrong: The limit is 30 km/h (34 mph).
right: The orchards cover 13,900 hectares (139 square kilometres), and the road is 30 miles (48 km) long.
right: The limit is 60 mph (100 km/h). It costs £5.99 per month or £60 per year. The tank holds 100 gallons (455 litres).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.hedging import coarse
from factcheck.interval import Interval
from factcheck.model import Equal, Facts, Mention, Premise, Problem, Text
from factcheck.rules._facts import allowed
from factcheck.rules._premises import given
from factcheck.rules._say import misprints, written_as
from factcheck.rules._words import table
from factcheck.units import ratio

__all__ = ["check"]

RESTS_ON = ("one_amount",)

_TEMPERATURES = frozenset(("degC", "degF", "kelvin"))
_SIMPLE = 10**8
_SLACK = Fraction(3, 100)
"""A factor that is no whole number is often rounded by hand: a mile is 1.6 km to many."""
_NEAR = Fraction(1, 4)
_OR = " or "


def check(facts: Facts) -> Iterator[Problem]:
    """Each amount told in two units that convert."""
    for equal in facts.graph.equals:
        right = _right(equal)
        if right and not _fits(equal) and not _alternatives(facts, equal, right):
            yield _problem(equal, right, _one_amount(facts, equal))


def _right(equal: Equal) -> Interval | None:
    """What the first comes to in the unit of the second; None where they do not convert."""
    return _in(equal, equal.first.mention.unit, equal.second.mention.unit)


def _in(equal: Equal, unit: str | None, other: str | None) -> Interval | None:
    factor = ratio(unit, other)
    said = _said(equal.first.mention, factor or Fraction(1))
    if factor is None or said is None or factor == 1 or {unit, other} & _TEMPERATURES:
        return None
    right = said.scaled(factor)
    if _exact(factor) or right.low is None or right.high is None:
        return right
    return right._replace(low=right.low * (1 - _SLACK), high=right.high * (1 + _SLACK))


def _bare(mention: Mention) -> Interval | None:
    """What a figure may be rounded from without its hedge, which holds for both: at least 25.1 inches (63.7 cm)."""
    if mention.value is None or mention.hedge in {"none", "approx"}:
        return allowed(mention)
    return allowed(mention._replace(hedge="none", guaranteed=Interval.around(mention.value, mention.ulp / 2)))


def _said(mention: Mention, factor: Fraction) -> Interval | None:
    """What an amount may stand for. One that is converted by an odd factor is rounded to what reads well: 60 mph is 100 km/h."""
    said = _bare(mention)
    return said if said is None or mention.value is None or _exact(factor) else said.hull(coarse(mention.value, mention.step))


def _exact(factor: Fraction) -> bool:
    """Whether people convert by this factor in their heads: 15, 1000, 1/2."""
    return factor.numerator * factor.denominator < _SIMPLE and min(factor, 1 / factor).numerator == 1


def _fits(equal: Equal) -> bool:
    """Whether the second is what the first comes to, in any of the sizes that their units may have: a gallon is one of two."""
    return any(_meets(equal, one, other) for one in _sizes(equal.first.mention) for other in _sizes(equal.second.mention))


def _meets(equal: Equal, unit: str, other: str) -> bool:
    """Whether two amounts meet."""
    factor = ratio(unit, other)
    right, said = _in(equal, unit, other), _said(equal.second.mention, factor or Fraction(1))
    return right.meets(said) if right and said else factor == 1 or said is None


def _sizes(mention: Mention) -> Iterator[str]:
    """The units that one name may mean; a metric tonne is only one."""
    unit = mention.unit or ""
    yield unit
    top, *rest = unit.split("/")
    tonne = top == "t" and not mention.surface.endswith(("ton", "tons"))
    for other in "" if tonne else table("en/sizes").get(top, "").split():
        yield "/".join((other, *rest))


def _alternatives(facts: Facts, equal: Equal, right: Interval) -> bool:
    """Whether `or` offers a choice: two prices, two distances that are far apart."""
    if _between(facts, equal) != _OR:
        return False
    second = equal.second.mention
    near = second.value is not None and Interval.around(second.value, abs(second.value) * _NEAR).meets(right)
    return second.kind == "money" or not near


def _between(facts: Facts, equal: Equal) -> str:
    return facts.reading.article.text[equal.first.span.end : equal.second.span.start]


def _one_amount(facts: Facts, equal: Equal) -> Premise:
    """In brackets or behind 折合 it is one amount; `or` may offer another."""
    return given("one_amount", "“或”可能另指一数", "`or` may offer another amount", holds=_between(facts, equal) != _OR)


def _problem(equal: Equal, right: Interval, premise: Premise) -> Problem:
    first, second = equal.first.mention, equal.second.mention
    fits = written_as(second, right)
    zh = f"单位换算错误：{first.surface}应合{fits}，文中为{second.surface}；两数必有一误"
    en = f"a unit is converted wrongly: {first.surface} come to {fits}, not {second.surface}; one of the two is wrong"
    return Problem("error", second.span, Text(zh, en), (first.span,), expected=fits, slips=misprints((second, right)), premises=(premise,))
