"""年均增长与数值不符 / An average annual growth contradicts its levels.

某年多少、另一年多少，两年之间的年均增速就定了：逐年相乘，乘的次数是两年之差。按各数四舍五入的范围算仍对不上，多半是年数多算
或少算了一年，或者把总增幅当成了年均。
Levels of two years leave no choice for the average annual growth between them: compounded as many times as there are years
from the one to the other. Where it does not fit, a year too many or too few was counted, or the total growth was meant.

错：园区产值从2015年的712亿元增长到2024年的5367亿元，年均增长22%。
错：2016年末，全县医院床位1200张；2021年末达到1500张，年均增加100张。
对：园区产值从2015年的712亿元增长到2024年的5367亿元，年均增长25.2%。
对：全市地区生产总值从2015年的712亿元增长到2024年的5367亿元，年均增长22%。
wrong: Exports rose from 712 million tonnes in 2015 to 5,367 million tonnes in 2024, up 22% a year.
right: Exports rose from 712 million tonnes in 2015 to 5,367 million tonnes in 2024, up 25.2% a year.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Move, Problem, Slip, Text
from factcheck.rules._arithmetic import power, root
from factcheck.rules._levels import RATES, difference_of, growth_of, multiple_of, nominal, signed, spelled_out
from factcheck.rules._moves import levels_of
from factcheck.rules._say import listed, misprints, written_as
from factcheck.units import ratio
from factcheck.written import show

__all__ = ["check"]

_LONGEST = 60
_YEARLY = "annual_average"
_PERCENT = frozenset(("percent", "percent/year"))


def check(facts: Facts) -> Iterator[Problem]:
    """Each average annual rate or amount against the levels of the two years."""
    for move in facts.graph.moves:
        if not move.years or not 1 < move.years < _LONGEST or move.now is None or move.now.mention.unit in RATES:
            continue
        for rate in move.rates:
            if _YEARLY in rate.basis and rate.mention.unit in _PERCENT and nominal(facts, rate):
                yield from _rate(move, rate, move.years)
        if move.by and _YEARLY in move.by.basis:
            yield from _amount(move, move.by, move.years)


def _rate(move: Move, rate: Claim, years: int) -> Iterator[Problem]:
    found, said = multiple_of(move), signed(rate, rate.mention.unit)
    needed = power(said, years) if said else None
    if not found or not said or not needed or found.meets(needed):
        return
    right = root(found, years)
    if right:
        turned = right.negated() if rate.direction == "down" else right
        slips = _miscounted(move, said, years) or misprints((rate.mention, turned))
        yield _problem(move, rate, f"{show(turned)}%", slips)


def _amount(move: Move, by: Claim, years: int) -> Iterator[Problem]:
    found, said = difference_of(move), signed(by, by.mention.unit)
    factor = ratio(move.now.mention.unit if move.now else None, by.mention.unit)
    if found and said and factor:
        right = found.scaled(factor * Fraction(1, years))
        if not right.meets(said):
            turned = right.negated() if by.direction == "down" else right
            yield _problem(move, by, written_as(by.mention, turned), misprints((by.mention, turned)))


def _miscounted(move: Move, said: Interval, years: int) -> tuple[Slip, ...]:
    """A year too many or too few, or the whole growth for that of a year."""
    found, total = multiple_of(move), growth_of(move)
    if total and total.meets(said):
        return (Slip("total_growth", Text("这是总增幅，不是年均", "that is the growth over all the years")),)
    for other in (years + 1, years - 1):
        needed = power(said, other)
        if found and needed and found.meets(needed):
            return (Slip("years_miscounted", Text(f"像是按{other}年算的，实为{years}年", f"as if over {other} years, and they are {years}")),)
    return ()


def _problem(move: Move, said: Claim, fits: str, slips: tuple[Slip, ...]) -> Problem:
    """An error where the text says that the statistic moved from the one level to the other; of two levels that are only named,
    the average may reach back a year further than both."""
    figures = levels_of(move)
    by = listed(figures)
    zh = f"年均增长与数值不符：{by.zh}相隔{move.years}年，年均应为{fits}，文中为{said.mention.surface}；必有一数有误"
    en = f"an average annual growth contradicts its levels: {by.en}, {move.years} years apart, make it {fits}, not {said.mention.surface}"
    sure = spelled_out(move) or not any(slip.name == "years_miscounted" for slip in slips)
    related = tuple(claim.span for claim in figures)
    return Problem("error" if sure else "warning", said.span, Text(zh, en), related, expected=fits, slips=slips)
