"""年均增长与数值不符 / An average annual growth contradicts its levels.

某年多少、另一年多少，两年之间的年均增速就定了：逐年相乘，乘的次数是两年之差。按各数四舍五入的范围算仍对不上，多半是年数多算
或少算了一年，或者把总增幅当成了年均。
Levels of two years leave no choice for the average annual growth between them: compounded as many times as there are years
from the one to the other. Where it does not fit, a year too many or too few was counted, or the total growth was meant.

错：园区产值从2015年的712亿元增长到2024年的5367亿元，年均增长22%。
错：2016年末，全县医院床位1200张；2021年末达到1500张，年均增加100张。
错：全县病床由2019年的1200张增加到2024年的1500张，累计增加300张，平均每年增加75张。
错：2024年，全县工业产值186亿元，比2020年增长46.4%，年均增长12%。
对：2024年，全县工业产值186亿元，比2020年增长46.4%，年均增长10%。
对：全县病床由2019年的1200张增加到2024年的1500张，累计增加300张，平均每年增加60张。
对：园区产值从2015年的712亿元增长到2024年的5367亿元，年均增长25.2%。
对：全市地区生产总值从2015年的712亿元增长到2024年的5367亿元，年均增长22%。
wrong: Exports rose from 712 million tonnes in 2015 to 5,367 million tonnes in 2024, up 22% a year.
right: Exports rose from 712 million tonnes in 2015 to 5,367 million tonnes in 2024, up 25.2% a year.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Move, Problem, Slip, Stated, Text
from factcheck.patterns import regex
from factcheck.rules._arithmetic import power, root
from factcheck.rules._facts import year_of
from factcheck.rules._levels import RATES, difference_of, growth_of, multiple_of, nominal, premises_of, signed, spelled_out
from factcheck.rules._moves import levels_of
from factcheck.rules._premises import given, same_owner, same_thing, stated
from factcheck.rules._say import listed, misprints, written_as
from factcheck.units import ratio
from factcheck.written import show

__all__ = ["check"]

RESTS_ON = ("same_thing", "same_owner", "from_to", "same_basis")

_LONGEST = 60
_YEARLY = "annual_average"
_PERCENT = frozenset(("percent", "percent/year"))
_BY = frozenset(("increase_by", "decrease_by"))
_BEHIND = regex("[，,](?:年均|平均每年|每年平均|年平均|年均复合)[^，,。；;0-9]{0,6}")


def check(facts: Facts) -> Iterator[Problem]:
    """Each average annual rate or amount against the levels of the two years."""
    for move in facts.graph.moves:
        if not move.years or not 1 < move.years < _LONGEST or move.now is None or move.now.mention.unit in RATES:
            continue
        for rate in move.rates:
            if _YEARLY in rate.basis and rate.mention.unit in _PERCENT and nominal(facts, rate):
                yield from _rate(move, rate, move.years)
            elif _YEARLY in rate.basis and rate.change in _BY:
                yield from _amount(move, rate, move.years)
    yield from _of_totals(facts)


def _rate(move: Move, rate: Claim, years: int) -> Iterator[Problem]:
    found, said = multiple_of(move), signed(rate, rate.mention.unit)
    needed = power(said, years) if said else None
    if not found or not said or not needed or found.meets(needed):
        return
    right = root(found, years)
    if right:
        turned = right.negated() if rate.direction == "down" else right
        slips = _miscounted(found, growth_of(move), said, years) or misprints((rate.mention, turned))
        yield _problem(move, rate, f"{show(turned)}%", slips)


def _amount(move: Move, by: Claim, years: int) -> Iterator[Problem]:
    found, said = difference_of(move), signed(by, by.mention.unit)
    factor = ratio(move.now.mention.unit if move.now else None, by.mention.unit)
    if found and said and factor:
        right = found.scaled(factor * Fraction(1, years))
        if not right.meets(said):
            turned = right.negated() if by.direction == "down" else right
            yield _problem(move, by, written_as(by.mention, turned), misprints((by.mention, turned)))


def _of_totals(facts: Facts) -> Iterator[Problem]:
    """比1978年增长32.6%，平均每年增长7.3%: the growth over all the years with that of each right behind it."""
    for total, each in pairwise(facts.reading.claims):
        since, until = total.base.value, year_of(total)
        growths = total.change == each.change == "growth_rate" and total.mention.unit == each.mention.unit == "percent"
        if not growths or not since or not since.is_year or until is None or total.period != each.period or _YEARLY not in each.basis:
            continue
        years, found, said = until - (since.year or until), signed(total, "percent"), signed(each, "percent")
        behind = total.sentence == each.sentence and _BEHIND.fullmatch(facts.reading.article.text, total.span.end, each.span.start)
        needed = power(said, years) if behind and said and 1 < years < _LONGEST else None
        whole = power(found, 1) if found else None
        if said and needed and whole and not needed.meets(whole):
            yield _of_total(total, each, root(whole, years), years, _miscounted(whole, found, said, years))


def _of_total(total: Claim, each: Claim, right: Interval | None, years: int, slips: tuple[Slip, ...]) -> Problem:
    """An error where the text says of which year it tells; the average may reach back a year further."""
    fits = f"{show(right.negated() if each.direction == 'down' else right)}%" if right else ""
    zh = f"年均增长与总增幅不符：{years}年共{total.mention.surface}，年均应为{fits}，文中为{each.mention.surface}；必有一数有误"
    en = f"an average annual growth contradicts the growth over all the years: {total.mention.surface} in {years} years make it {fits}, not {each.mention.surface}"
    sure = isinstance(total.period, Stated) and not any(slip.name == "years_miscounted" for slip in slips)
    slips = slips or (misprints((each.mention, right)) if right else ())
    basis = given("same_basis", "年均增长可能多算一年", "the average may reach back a year further", holds=sure)
    premises = (same_thing(total, each), same_owner(total, each), stated("from_to"), basis)
    return Problem("error", each.span, Text(zh, en), (total.span,), expected=fits, slips=slips, premises=premises)


def _miscounted(found: Interval, total: Interval | None, said: Interval, years: int) -> tuple[Slip, ...]:
    """A year too many or too few, or the whole growth for that of a year."""
    if total and total.meets(said):
        return (Slip("total_growth", Text("这是总增幅，不是年均", "that is the growth over all the years")),)
    for other in (years + 1, years - 1):
        needed = power(said, other)
        if needed and found.meets(needed):
            return (Slip("years_miscounted", Text(f"像是按{other}年算的，实为{years}年", f"as if over {other} years, and they are {years}")),)
    return ()


def _problem(move: Move, said: Claim, fits: str, slips: tuple[Slip, ...]) -> Problem:
    """An error where the text says that the statistic moved from the one level to the other; of two levels that are only named,
    the average may reach back a year further than both."""
    figures = levels_of(move)
    by = listed(figures)
    zh = f"年均增长与数值不符：{by.zh}相隔{move.years}年，年均应为{fits}，文中为{said.mention.surface}；必有一数有误"
    en = f"an average annual growth contradicts its levels: {by.en}, {move.years} years apart, make it {fits}, not {said.mention.surface}"
    related = tuple(claim.span for claim in figures)
    off_by_one = not spelled_out(move) and any(slip.name == "years_miscounted" for slip in slips)
    basis = given("same_basis", "年均增长可能多算一年", "the average may reach back a year further", holds=not off_by_one)
    premises = (*premises_of(move, said)[:-1], basis)
    return Problem("error", said.span, Text(zh, en), related, expected=fits, slips=slips, premises=premises)
