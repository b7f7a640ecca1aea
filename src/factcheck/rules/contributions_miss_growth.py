"""各部分拉动之和与增速不符 / Contributions miss the growth.

各部分拉动整体增长的百分点合起来就是整体的增速；四舍五入之外对不上，必有一数有误。各数末位允许差一，因为贡献本身由已四舍五入的数算出。
The points that all the parts lend to the growth of a whole come to that growth. Where they do not but for rounding, one is wrong.
Each may be off by one in its last digit, for contributions are themselves reckoned from rounded figures.

错：全市生产总值增长1.5%。第一产业增长4.4%，拉动增长0.1个百分点；第二产业增长0.1%，拉动增长0.9个百分点；第三产业增长4.5%，拉动增长1.3个百分点。
错：全市地区生产总值比上年增长5.2%。三次产业分别拉动经济增长0.3、2.1、1.8个百分点。
对：全市地区生产总值比上年增长5.2%。三次产业分别拉动经济增长0.3、2.1、2.8个百分点。
对：全市生产总值增长1.5%。第一产业增长4.4%，拉动增长0.1个百分点；第二产业增长0.1%，拉动增长0.1个百分点；第三产业增长4.5%，拉动增长1.3个百分点。
对：全市生产总值增长1.5%。第二产业增长0.1%，拉动增长0.1个百分点；第三产业增长4.5%，拉动增长1.3个百分点。
wrong: Sales grew 1.5%. Urban sales grew 1.4%, contributing 0.9 percentage points; rural sales grew 2%, contributing 1.3 percentage points.
right: GDP grew 1.5%, to which services contributed 1.3 percentage points.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Premise, Problem, Shift, Text
from factcheck.rules._levels import signed as signed_rate
from factcheck.rules._premises import same_owner, same_time, stated
from factcheck.rules._say import listed
from factcheck.rules._shares import within_one
from factcheck.rules._shifts import signed
from factcheck.written import show

__all__ = ["check"]

RESTS_ON = ("all_parts", "same_owner", "same_time")


def check(facts: Facts) -> Iterator[Problem]:
    """Each set of contributions with the growth that they make up."""
    for shift in facts.graph.shifts:
        said = signed_rate(shift.whole, "percent") if shift.whole else None
        if shift.whole and said:
            total = reduce(Interval.plus, (within_one(signed(facts.reading, claim)) for claim in shift.claims))
            if not total.meets(within_one(said)):
                yield _problem(shift, shift.whole, total)


def _problem(shift: Shift, whole: Claim, total: Interval) -> Problem:
    names = listed(shift.claims)
    zh = f"各部分拉动之和与增速不符：{names.zh}合计{show(total)}个百分点，文中增速为{whole.mention.surface}；必有一数有误"
    en = f"contributions miss the growth: {names.en} come to {show(total)} points, not {whole.mention.surface}; one of them is wrong"
    return Problem("error", whole.span, Text(zh, en), tuple(claim.span for claim in shift.claims), expected=f"{show(total)}%", premises=_premises(shift, whole))


def _premises(shift: Shift, whole: Claim) -> tuple[Premise, ...]:
    return stated("all_parts"), same_owner(whole, *shift.claims), same_time(whole, *shift.claims)
