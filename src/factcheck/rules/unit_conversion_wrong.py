"""单位换算错误 / A unit is converted wrongly.

同一个量用两个单位写，换算关系是定的：1公顷等于15亩，1公里等于1000米。换算后对不上，两数必有一误。
One amount in two units leaves no choice: a hectare is 15 mu, a kilometre 1000 metres. Where the second is not what the first
comes to, one of the two is wrong.

错：年末果园面积1.39万公顷（10.84万亩）。
错：全线长12.5公里，折合1250米。
对：年末果园面积1.39万公顷（20.85万亩），苗圃约2000公顷（3万亩）。
对：全市森林面积3000公顷（其中竹林4万亩）。
wrong: The orchards cover 13,900 hectares (10,840 square kilometres).
right: The orchards cover 13,900 hectares (139 square kilometres), and the road is 30 miles (48 km) long.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Equal, Facts, Problem, Text
from factcheck.rules._facts import allowed
from factcheck.rules._premises import stated
from factcheck.rules._say import misprints, written_as
from factcheck.units import ratio

__all__ = ["check"]

RESTS_ON = ("one_amount",)

_TEMPERATURES = frozenset(("degC", "degF", "kelvin"))
_SIMPLE = 10**8
_SLACK = Fraction(3, 100)
"""A factor that is no whole number is often rounded by hand: a mile is 1.6 km to many."""


def check(facts: Facts) -> Iterator[Problem]:
    """Each amount told in two units that convert."""
    for equal in facts.graph.equals:
        right = _right(equal)
        said = allowed(equal.second.mention)
        if right and said and not right.meets(said):
            yield _problem(equal, right)


def _right(equal: Equal) -> Interval | None:
    """What the first comes to in the unit of the second; None where it can't be known (tons are of three kinds)."""
    unit, other = equal.first.mention.unit, equal.second.mention.unit
    factor, said = ratio(unit, other), allowed(equal.first.mention)
    if factor is None or said is None or factor == 1 or {unit, other} & _TEMPERATURES:
        return None
    right = said.scaled(factor)
    simple = factor.numerator * factor.denominator < _SIMPLE and min(factor, 1 / factor).numerator == 1
    if simple or right.low is None or right.high is None:
        return right
    return right._replace(low=right.low * (1 - _SLACK), high=right.high * (1 + _SLACK))


def _problem(equal: Equal, right: Interval) -> Problem:
    first, second = equal.first.mention, equal.second.mention
    fits = written_as(second, right)
    zh = f"单位换算错误：{first.surface}应合{fits}，文中为{second.surface}；两数必有一误"
    en = f"a unit is converted wrongly: {first.surface} come to {fits}, not {second.surface}; one of the two is wrong"
    return Problem("error", second.span, Text(zh, en), (first.span,), expected=fits, slips=misprints((second, right)), premises=(stated("one_amount"),))
