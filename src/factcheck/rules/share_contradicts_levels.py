"""占比与数值不符 / A share contradicts its levels.

写了部分，写了整体，占比就定了；按三个数四舍五入的范围最宽地算仍对不上，必有一数有误。为凑足100%而进退一位的占比，不算错。
A part and its whole leave no choice for the share. Where no rounding makes the three agree, one is wrong. Shares that were padded
by one unit so that all come to a hundred are right.

错：全年出口5.2万亿元，占进出口总额8.1万亿元的54%。
错：全市生产总值1228亿元。第一产业增加值47.5亿元，第二产业增加值730.5亿元，第三产业增加值450亿元，三次产业比为8.9:59.5:31.6。
错：展会设展位1120个，其中本地企业714个，占展位数的67.35%；外地企业385个，占34.38%；外商企业21个，占1.88%。
对：全年出口5.2万亿元，占进出口总额8.1万亿元的64%。
对：全市固定资产投资247.4亿元，第一产业投资16.9亿元，第二产业投资191.3亿元，第三产业投资39.2亿元，三次产业投资比重为6.8：77.3：15.9。
错：全市生产总值300亿元，民营经济增加值180亿元，占生产总值的66%。
错：全年货物贸易进出口总值92亿元。民营企业进出口54亿元，增长3%，占进出口总值的65%。
对：全年货物贸易进出口总值92亿元。外资企业进出口18.4亿元，国有企业进出口9.2亿元，分别占进出口总值的20%和10%。
错：全年货物贸易进出口总值92亿元。外资企业进出口18.4亿元，国有企业进出口9.2亿元，分别占进出口总值的10%和20%。
错：公司员工2000人，其中研发人员500人，占35%。
对：公司营业收入90亿元，研发投入9亿元，占营业收入的10%，比上年同期的8%提高2个百分点。
对：老年人口20万人，占20%（其中，80岁以上人口4万人，占4%）。
错：年末常住人口80万人，其中城镇人口48万人，乡村人口32万人。常住人口城镇化率66%。
错：公司总资产80亿元，总负债20亿元，资产负债率35%。
对：公司总资产80亿元，总负债20亿元，资产负债率25%。
wrong: Exports were £5.2m of a total trade of £8.1m, or 54%.
right: Exports were £5.2m of a total trade of £8.1m, or 64%.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.interval import Interval
from factcheck.model import Facts, Portion, Premise, Problem, Text
from factcheck.rules._arithmetic import share
from factcheck.rules._premises import same_owner, same_time, stated
from factcheck.rules._repeats import in_unit
from factcheck.rules._say import misprints
from factcheck.written import show

__all__ = ["check"]

RESTS_ON = ("part_of", "same_whole", "same_owner", "same_time")


def check(facts: Facts) -> Iterator[Problem]:
    """Each share against its part and its whole."""
    for portion in facts.graph.portions:
        found = _found(portion)
        if found and not found.meets(portion.said):
            yield _problem(portion, found)


def _found(portion: Portion) -> Interval | None:
    unit = portion.whole.mention.unit
    part, whole = in_unit(portion.part, unit), in_unit(portion.whole, unit)
    return share(part, whole) if part and whole else None


def _problem(portion: Portion, found: Interval) -> Problem:
    said, part, whole = (claim.mention.surface for claim in (portion.share, portion.part, portion.whole))
    zh = f"占比与数值不符：{part}占{whole}的{show(found)}%，文中为{said}；必有一数有误"
    en = f"a share contradicts its levels: {part} of {whole} are {show(found)}%, not {said}; one of them is wrong"
    slips = misprints((portion.share.mention, found))
    expected = f"{show(found)}%"
    related = (portion.part.span, portion.whole.span)
    return Problem("error", portion.share.span, Text(zh, en), related, expected=expected, slips=slips, premises=_premises(portion))


def _premises(portion: Portion) -> tuple[Premise, ...]:
    return stated("part_of"), stated("same_whole"), same_owner(portion.part, portion.whole), same_time(portion.part, portion.whole)
