"""平均数乘数目不等于总数 / An average times its number misses the total.

日均乘天数、亩产乘面积、户均乘户数，就是总数；按各数四舍五入的范围最宽地算仍对不上，必有一数有误。
So many a day for so many days make the total. Where no rounding makes the three agree, one of them is wrong.

错：春运40天，全市铁路发送旅客953万人次，日均发送28.3万人次。
错：全县种植水稻11万亩，平均亩产500公斤，总产量达7.5万吨。
错：节日三天，全县接待游客12.6万人次，日均4.2万人次，实现旅游收入7560万元，人均消费60元。
对：节日三天，全县接待游客12.6万人次，日均4.2万人次，实现旅游收入7560万元，人均消费600元。
对：春运40天，全市铁路发送旅客953万人次，日均发送23.8万人次。
对：全县种植水稻11万亩，平均亩产500公斤，总产量达5.5万吨。
对：展会8天，接待观众12万人次，成交额3.6亿元，日均上网1.2亿次。
对：银行共发放农业贷款2.4亿元，带动5.5万户农民增收，户均增收300元。
wrong: The ferry carried 953 tonnes in 40 days, or 28.3 tonnes a day.
right: The ferry carried 953 tonnes in 40 days, or 23.8 tonnes a day.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.interval import Interval
from factcheck.model import Average, Facts, Premise, Problem, Text
from factcheck.rules._arithmetic import positive
from factcheck.rules._averages import total_named
from factcheck.rules._facts import allowed, guaranteed
from factcheck.rules._premises import given, same_owner, same_time
from factcheck.rules._repeats import in_unit
from factcheck.rules._say import misprints, written_as
from factcheck.units import ratio

__all__ = ["check"]

RESTS_ON = ("same_thing", "same_owner", "same_time")


def check(facts: Facts) -> Iterator[Problem]:
    """Each average against its total and number."""
    for average in facts.graph.averages:
        found, said = _each(average), allowed(average.each.mention)
        if found and said and not found.meets(said):
            yield _problem(average, found)


def _each(average: Average) -> Interval | None:
    """The average that total and number leave, in its own unit."""
    unit = (average.each.mention.unit or "").partition("/")[0]
    total, count, factor = in_unit(average.total, average.total.mention.unit), guaranteed(average.number.mention), ratio(average.total.mention.unit, unit)
    if not total or not count or not factor or not positive(total) or not positive(count):
        return None
    return total.scaled(factor).over(count)


def _problem(average: Average, found: Interval) -> Problem:
    total, count, each = (claim.mention.surface for claim in (average.total, average.number, average.each))
    ours = written_as(average.each.mention, found)
    zh = f"平均数乘数目不等于总数：{total}除以{count}为{ours}，文中为{each}；必有一数有误"
    en = f"an average times its number misses the total: {total} over {count} make {ours}, not {each}; one of them is wrong"
    slips = misprints((average.each.mention, found))
    return Problem("error", average.each.span, Text(zh, en), (average.total.span, average.number.span), expected=ours, slips=slips, premises=_premises(average))


def _premises(average: Average) -> tuple[Premise, ...]:
    named = total_named(average.total, average.each)
    thing = given("same_thing", "只凭“共”“合计”等字", "by words such as in total only", holds=named)
    return thing, same_owner(average.total, average.each), same_time(average.total, average.each)
