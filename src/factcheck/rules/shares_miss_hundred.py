"""占比之和不是百分之百 / Shares do not come to a hundred.

三次产业比、城镇和乡村的占比、各产业的贡献率，合起来是整体的全部，四舍五入之外必为100%。
多选的调查、分属不同整体的占比、只列了一部分的占比，不查。
The shares of the three industries, or of town and country, are all of one whole and come to a hundred but for rounding. Shares
of several wholes, of a part of the list, or in a survey with several answers are left alone.

错：全市三次产业结构为11.1∶47.5∶42.4。
错：第一产业占比为6.6%，第二产业占比为45.8%，第三产业占比为57.6%。
错：三次产业对经济增长的贡献率分别为0.4%、52.8%和56.8%。
对：全市三次产业结构为11.1∶47.5∶41.4，男女性别比为105.2:100。
对：第一产业占比为6.6%，第二产业占比为45.8%，第三产业占比为47.7%。
对：城镇家庭有车的占62%，农村家庭有车的占41%。
对：全省在校生120.3万人，女生占50.9%。毕业生38万人，男生占49.6%，女生占50.5%。
对：在岗职工占从业人员的88.9%，其中男性占47.3%，女性占41.6%。
对：三个村按5:3:2的比例分红，股份构成为3:4:2。
错：0-14岁人口占18.2%，15-59岁人口占63.4%，60岁及以上人口占17.4%。
对：0-14岁人口占18.2%，15-59岁人口占63.4%，60岁及以上人口占18.4%，其中65岁及以上人口占13.1%。
错：最终消费支出贡献率为55.2%，资本形成总额贡献率为43.6%，货物和服务净出口贡献率为10.2%。
wrong: The primary industry accounted for 7.0 percent, the secondary industry accounted for 39.7 percent and the tertiary industry accounted for 58.3 percent of GDP.
right: The primary industry accounted for 7.0 percent, the secondary industry accounted for 39.7 percent and the tertiary industry accounted for 53.3 percent of GDP.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce

from factcheck.interval import Interval
from factcheck.model import Facts, Mix, Problem, Span, Text
from factcheck.rules._facts import claims_in
from factcheck.rules._premises import stated
from factcheck.rules._say import listed
from factcheck.rules._words import words
from factcheck.written import show

__all__ = ["check"]

RESTS_ON = ("all_parts", "same_whole")

_ALL = Interval.point(Fraction(100))


def check(facts: Facts) -> Iterator[Problem]:
    """Each mix against a hundred."""
    for mix in facts.graph.mixes:
        total = reduce(Interval.plus, mix.shares)
        if not total.meets(_ALL) and not _of_a_share(facts, mix):
            yield _problem(mix, total)


def _of_a_share(facts: Facts, mix: Mix) -> bool:
    """Whether the shares divide a share that stands before 其中: 从业人员占88.9%，其中男性占47.3%，女性占41.6%."""
    first = mix.claims[0]
    before = [claim for claim in claims_in(facts, Span(first.sentence.start, first.span.start)) if claim.mention.unit == "percent"]
    return bool(before) and any(word in facts.text(Span(before[-1].span.end, first.span.start)).lower() for word in (*words("zh/within"), *words("en/within")))


def _problem(mix: Mix, total: Interval) -> Problem:
    names, last = listed(mix.claims), mix.claims[-1]
    zh = f"占比之和不是100%：{names.zh}合计{show(total)}%；必有一数有误"
    en = f"shares do not come to a hundred: {names.en} come to {show(total)}%; one of them is wrong"
    premises = (stated("all_parts"), stated("same_whole"))
    return Problem("error", last.span, Text(zh, en), tuple(claim.span for claim in mix.claims[:-1]), premises=premises)
