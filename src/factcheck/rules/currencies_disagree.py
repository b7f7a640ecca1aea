"""两种货币对不上 / Two currencies disagree.

同一笔钱用人民币和美元两种写法，相除就是汇率；这个汇率当年从未出现过，就有一数写错，或者用了别的年份的汇率。
The same money in yuan and in dollars gives a rate of exchange. Where the rate never was what it would have to be, a figure is
wrong, or the rate of another year was used.

错：2018年，全县人均生产总值19763元，按年平均汇率计算为2865美元。
错：2019年，全县人均生产总值72154元，比上年增长4.8%，按年平均汇率折算，人均生产总值约合14059美元。
对：2019年，全县人均生产总值72154元，比上年增长4.8%，按年平均汇率折算，人均生产总值约合10459美元。
错：2025年，公司出口额1158亿元（约合15亿美元）。
对：2018年，全县人均生产总值19763元，按年平均汇率计算为2987美元。
对：2025年，公司出口额1158亿元（约合162亿美元）。
wrong: In 2025 the firm exported goods worth 115.8 billion yuan (about $1.5 billion).
right: In 2025 the firm exported goods worth 115.8 billion yuan (about $16.2 billion).
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.interval import Interval
from factcheck.model import Claim, Equal, Facts, Problem, Slip, Span, Text
from factcheck.rules._arithmetic import positive
from factcheck.rules._facts import allowed, mentions_in, named_year, published_year
from factcheck.rules._premises import assumed, stated
from factcheck.rules._rates import yuan_per_dollar
from factcheck.rules._say import misprints, spanned
from factcheck.written import show

__all__ = ["check"]

RESTS_ON = ("one_amount", "year_known")

_FIRST = 1994
_AVERAGE = ("平均汇率", "average exchange rate", "average rate")


def check(facts: Facts) -> Iterator[Problem]:
    """Each amount in yuan that is told in dollars too, or the reverse."""
    for equal in facts.graph.equals:
        if {equal.first.mention.unit, equal.second.mention.unit} == {"CNY", "USD"} and not _may_be_yen(facts, equal):
            yield from _held(facts, equal)


def _may_be_yen(facts: Facts, equal: Equal) -> bool:
    """Whether ¥ stands in English text, where it is as often the yen as the yuan."""
    yen = any(claim.mention.surface.startswith(("¥", "￥")) and not claim.mention.surface.endswith("元") for claim in equal)
    return yen and not any("一" <= char <= "鿿" for char in facts.text(equal.first.sentence))


def _held(facts: Facts, equal: Equal) -> Iterator[Problem]:
    between = facts.text(Span(equal.first.span.end, equal.second.span.start))
    average = any(word in between for word in _AVERAGE)
    years = _years(facts, equal, average=average)
    rate, first, second = yuan_per_dollar(years, average=average), allowed(equal.first.mention), allowed(equal.second.mention)
    if not rate or not first or not second or not positive(first):
        return
    right = first.over(rate) if equal.first.mention.unit == "CNY" else first.by(rate)
    if not right.meets(second):
        yield _problem(equal, right, rate, _of_another_year(equal, years) if average else ())


def _years(facts: Facts, equal: Equal, *, average: bool) -> range:
    """The years whose rates may have been used: the one that is named beside the rate, else from that of the figures to the
    article's own; all of them where neither is known."""
    named = [named_year(time) for time in mentions_in(facts, Span(equal.first.span.end, equal.second.span.start))]
    own, written = _year(equal.first), published_year(facts)[0]
    if named and named[-1]:
        return range(named[-1], named[-1] + 1)
    if own and average:
        return range(own, own + 1)
    if own or written:
        return range(min(own or written or 0, written or own or 0) - 1, max(own or 0, written or 0) + 1)
    return range(_FIRST, _FIRST + 100)


def _year(claim: Claim) -> int | None:
    return claim.period.value.year if claim.period.value else None


def _of_another_year(equal: Equal, years: range) -> tuple[Slip, ...]:
    """The rate of the year after or before, where that fits."""
    first, second = allowed(equal.first.mention), allowed(equal.second.mention)
    for year in (years[0] + 1, years[0] - 1):
        rate = yuan_per_dollar(range(year, year + 1), average=True)
        if rate and first and second and (first.over(rate) if equal.first.mention.unit == "CNY" else first.by(rate)).meets(second):
            return (Slip("other_years_rate", Text(f"像是用了{year}年的汇率", f"as if at the rate of {year}")),)
    return ()


def _problem(equal: Equal, right: Interval, rate: Interval, slips: tuple[Slip, ...]) -> Problem:
    first, second = equal.first.mention, equal.second.mention
    fits = spanned(second, right)
    zh = f"两种货币对不上：1美元合{show(rate)}元，{first.surface}应合{fits}，文中为{second.surface}"
    en = f"two currencies disagree: at {show(rate)} yuan to the dollar {first.surface} come to {fits}, not {second.surface}"
    premises = (stated("one_amount"), assumed("year_known", "按这几年的汇率", "at the rates of those years"))
    return Problem("error", second.span, Text(zh, en), (first.span,), expected=fits, slips=slips or misprints((second, right)), premises=premises)
