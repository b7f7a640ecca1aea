"""分项之和与总数不符 / The parts miss their total.

三次产业加起来就是生产总值，出口加进口就是进出口；按各数四舍五入的范围最宽地算，和仍对不上总数，必有一数有误。
按分类必然没有剩余的分项，多少都查；“其中”只列了一部分的，合计超过总数才查。
The three industries are the whole of output, exports and imports the whole of trade. Where no rounding makes the parts add up
to their total, one of the figures is wrong. Parts that leave nothing over by their nature have to come to it; of others, told behind
`including`, only those are doubtful that together exceed it.

错：全市地区生产总值7200亿元。其中，第一产业增加值500亿元，第二产业增加值2900亿元，第三产业增加值3655亿元。
错：全年粮食总产量46695吨。其中，夏粮产量7327吨，秋粮产量37368吨，早稻产量1234吨。
错：年末全县户籍人口12.5万人。其中，城镇人口5.5万人，乡村人口7.0万人；男性人口6.5万人，女性人口5.0万人。
错：收盘上证指数报3120点，成交额3012.5亿元；深证成指报9871点，成交额4105.2亿元。沪深两市合计成交7171.7亿元。
对：收盘上证指数报3120点，成交额3012.5亿元；深证成指报9871点，成交额4105.2亿元；创业板指报1981点，成交额1210.4亿元。沪深两市合计成交7117.7亿元。
对：全市地区生产总值7200亿元。其中，第一产业增加值500.4亿元，第二产业增加值2900亿元，第三产业增加值3799.9亿元。
对：全市固定资产投资120亿元，房地产投资60亿元。其中，第一产业投资10亿元，第二产业投资50亿元。
错：全市共有民营医院120家：三级医院20家、二级医院50家、一级医院40家。
对：全市共有民营医院120家：三级医院20家、二级医院50家等。活动收到作品1200件：初选入围300件、决赛入围60件。
错：年末户籍人口12.5万人，其中0-17岁人口2.2万人，18-59岁人口7.1万人，60岁及以上人口4.2万人。
对：年末户籍人口12.5万人，其中0-17岁人口2.2万人，18-59岁人口7.1万人，60岁及以上人口3.2万人（65岁及以上人口2.1万人）。
错：全国铁路、公路、水路、民航共发送旅客125.6万人次，其中铁路发送旅客31.2万人次，公路发送旅客81.3万人次，水路发送旅客4.2万人次，民航发送旅客5.9万人次。
对：当日发送旅客125.6万人次，其中铁路发送旅客31.2万人次，公路发送旅客81.3万人次，水路发送旅客4.2万人次，民航发送旅客5.9万人次。
错：居民人均可支配收入30125元，其中工资性收入18210元，经营净收入6315元，财产净收入1120元，转移净收入4180元。
错：全市工业总产值46.2亿元，其中轻工业产值20.1亿元，重工业产值25.1亿元。
错：县区 | 企业（家） | 产值（亿元）
 东山县 | 120 | 35.2
 西河县 | 80 | 20.1
 合计 | 200 | 56.3
对：县区 | 企业（家） | 产值（亿元）
 东山县 | 120 | 35.2
 西河县 | 80 | 20.1
 合计 | 200 | 55.3
错：全县完成投资80亿元，其中工业投资45亿元、农业投资20亿元、交通投资25亿元。
对：全县完成投资80亿元，其中工业投资45亿元、农业投资20亿元。全市企业80家，其中规上企业50家、高新企业40家。
错：甲、乙、丙三县产值分别为157.6亿元、127.5亿元和101.6亿元，合计368.7亿元。
对：甲、乙、丙三县产值分别为157.6亿元、127.5亿元和101.6亿元，合计386.7亿元。
对：展会设展位1120个，其中本地企业714个，占展位数的63.75%；外地企业385个，占34.38%；外商企业21个，占1.88%。
对：展会设展位1120个，其中本地企业714个，占展位数的63.75%；外地企业285个，占25.45%。
错：会议签约项目79个、金额332亿元，其中工业项目39个、金额163.8亿元，农业项目40个、金额195.2亿元。
对：会议签约项目79个、金额332亿元，其中工业项目39个、金额136.8亿元，农业项目40个、金额195.2亿元。
对：会议签约项目79个、金额332亿元，其中工业项目39个、金额136.8亿元，农业项目30个、金额165.2亿元。
错：全县3120名选手报名，其中男选手2013名，女选手1127名。
对：全县居民人均可支配收入3.2万元，城镇居民人均可支配收入4.5万元，农村居民人均可支配收入2.1万元。
wrong: Foreign trade was 8.1 trillion yuan. Exports were 5.2 trillion yuan and imports were 2.4 trillion yuan.
wrong: The shop has 120 workers: 70 men and 60 women.
wrong: The county has 120 clinics, including 60 clinics in towns and 75 clinics in villages.
right: The county has 120 clinics, including 60 clinics in towns and 45 clinics in villages.
right: The shop has 130 workers: 70 men and 60 women.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce

from factcheck.interval import Interval
from factcheck.model import Breakdown, Claim, Facts, Mention, Premise, Problem, Text
from factcheck.rules._premises import given, same_owner, same_time
from factcheck.rules._repeats import in_unit
from factcheck.rules._say import listed, misprints, written_as
from factcheck.units import ratio

__all__ = ["check"]

RESTS_ON = ("all_parts", "same_owner", "same_time")

_ROUGH = Fraction(2, 100)


def check(facts: Facts) -> Iterator[Problem]:
    """Each whole against the sum of its parts."""
    for breakdown in facts.graph.breakdowns:
        total = _sum(breakdown)
        if total and not any(_fits(breakdown, whole, total) for whole in (breakdown.whole, *breakdown.others)):
            yield _problem(breakdown, total)


def _fits(breakdown: Breakdown, whole: Claim, total: Interval) -> bool:
    """Whether the parts come to a whole: to the nearest one, or to another that may be meant and is not the same said loosely."""
    said, nearest = (in_unit(claim, breakdown.whole.mention.unit) for claim in (whole, breakdown.whole))
    if said is None or nearest is None:
        return True
    if breakdown.open:
        return total.low is None or said.high is None or total.low <= said.high
    again = whole is not breakdown.whole and said.meets(nearest)
    return not again and total.meets(_wide(said) if breakdown.rough else said)


def _wide(said: Interval) -> Interval:
    """A whole that its parts need only come near to."""
    return said if said.low is None or said.high is None else Interval(said.low * (1 - _ROUGH), said.high * (1 + _ROUGH))


def _sum(breakdown: Breakdown) -> Interval | None:
    parts = [in_unit(part, breakdown.whole.mention.unit) for part in breakdown.parts]
    known = [part for part in parts if part]
    return reduce(Interval.plus, known) if len(known) == len(parts) else None


def _wanted(breakdown: Breakdown, total: Interval) -> Iterator[tuple[Mention, Interval]]:
    """What each figure would have to be if all the others are right, in its own unit."""
    whole = breakdown.whole
    yield whole.mention, total
    for part in breakdown.parts:
        own = in_unit(part, whole.mention.unit)
        rest = in_unit(whole, whole.mention.unit)
        others = _sum(breakdown._replace(parts=tuple(other for other in breakdown.parts if other is not part)))
        factor = ratio(whole.mention.unit, part.mention.unit)
        if own and rest and others and factor:
            yield part.mention, rest.minus(others).scaled(factor)


def _problem(breakdown: Breakdown, total: Interval) -> Problem:
    whole, names, found = breakdown.whole, listed(breakdown.parts), written_as(breakdown.whole.mention, total)
    zh = f"分项之和与总数不符：{names.zh}合计{found}，文中总数为{whole.mention.surface}；必有一数有误"
    en = f"the parts miss their total: {names.en} come to {found}, not {whole.mention.surface}; one of them is wrong"
    related = tuple(part.span for part in breakdown.parts)
    if breakdown.open:
        zh = f"“其中”各项之和超过总数：{names.zh}合计{found}，文中总数为{whole.mention.surface}；各项若互不包含，必有一数有误"
        en = f"some of the parts exceed their total: {names.en} come to {found}, more than {whole.mention.surface}; if no part holds another's, one is wrong"
        found = f"≥ {found}"
    slips = misprints(*_wanted(breakdown, total))
    return Problem("error", whole.span, Text(zh, en), related, expected=found, slips=slips, premises=_premises(breakdown))


def _premises(breakdown: Breakdown) -> tuple[Premise, ...]:
    every = (breakdown.whole, *breakdown.parts)
    complete = not (breakdown.open or breakdown.likely)
    return given("all_parts", "各项或有重叠，或不全", "the parts may overlap or be incomplete", holds=complete), same_owner(*every), same_time(*every)
