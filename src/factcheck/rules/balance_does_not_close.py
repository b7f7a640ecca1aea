"""差额与两数不符 / A balance does not close.

顺差是出口减进口，自然增长率是出生率减死亡率；按各数四舍五入的范围算仍对不上，必有一数有误。
常住人口的增减还有迁入迁出，不拿出生减死亡去推算。
A surplus is exports less imports, natural growth births less deaths. Where no rounding makes them agree, one is wrong. How a population
grew is not reckoned from births and deaths, for people move.

错：全年货物出口额5.2万亿元，进口额2.9万亿元，贸易顺差3.2万亿元。
错：人口出生率为8.56‰，死亡率为5.91‰，自然增长率为3.65‰。
错：全年财政收入118.0亿元，财政支出113.8亿元，收大于支2.4亿元。
对：全年财政收入118.0亿元，财政支出113.8亿元，收大于支4.2亿元。
错：全年出生人口580人，死亡人口942人，人口自然增长率为3.2‰。
对：全年出生人口580人，死亡人口942人，人口自然增长率为-3.2‰。
对：全年货物出口额5.2万亿元，进口额2.9万亿元，贸易顺差2.3万亿元。
对：年末常住人口3856万人，比上年末增加4万人；全年出生人口42.5万人，死亡人口28.2万人。
错：公司总资产8.6亿元，总负债2.1亿元，净资产5.6亿元。
wrong: The goods and services deficit was $44.3 billion in May 2016. Exports were $180.7 billion in May 2016. Imports were $235.0 billion in May 2016.
right: The goods and services deficit was $44.3 billion in May 2016. Exports were $190.7 billion in May 2016. Imports were $235.0 billion in May 2016.
wrong: The U.S. trade deficit widened 15 percent in May to $50.2 billion. Imports increased to $251.1 billion, while exports fell to $174.9 billion.
right: The U.S. trade deficit widened 15 percent in May to $50.2 billion. Imports increased to $225.1 billion, while exports fell to $174.9 billion.
wrong: The U.S. Mint and the U.S. Board of Trade said today that the trade deficit was $44.3 billion in June. June exports were $180.7 billion and imports $235.0 billion.
wrong: Exports were 5.2 trillion yuan and imports were 2.9 trillion yuan. The trade surplus was 3.2 trillion yuan.
right: Exports were 5.2 trillion yuan and imports were 2.9 trillion yuan. The trade surplus was 2.3 trillion yuan.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.interval import Interval
from factcheck.model import Balance, Facts, Premise, Problem, Text
from factcheck.rules._facts import allowed
from factcheck.rules._premises import same_owner, same_time, stated
from factcheck.rules._repeats import in_unit
from factcheck.rules._say import misprints, written_as

__all__ = ["check"]

RESTS_ON = ("definition", "same_owner", "same_time")


def check(facts: Facts) -> Iterator[Problem]:
    """Each balance against its two sides."""
    for balance in facts.graph.balances:
        unit = balance.result.mention.unit
        result, gain, loss = (in_unit(claim, unit) for claim in (balance.result, balance.gain, balance.loss))
        if result and gain and loss and not gain.minus(loss).meets(result):
            yield _problem(balance, gain.minus(loss))
        elif not gain and _against(balance):
            yield _turned(balance)


def _against(balance: Balance) -> bool:
    """Whether a rate is above nought and what it is the rate of below, or the reverse."""
    rate, gain, loss = (allowed(claim.mention) for claim in (balance.result, balance.gain, balance.loss))
    left = gain.minus(loss) if gain and loss and balance.gain.mention.unit == balance.loss.mention.unit else None
    return bool(left and rate) and (_above(left, rate) or _above(rate, left))


def _above(one: Interval | None, other: Interval | None) -> bool:
    return bool(one and other and one.low is not None and one.low > 0 and other.high is not None and other.high < 0)


def _turned(balance: Balance) -> Problem:
    said, gain, loss = (claim.mention.surface for claim in (balance.result, balance.gain, balance.loss))
    zh = f"差额与两数不符：{gain}减{loss}，正负与{said}相反；必有一数有误"
    en = f"a balance does not close: {gain} less {loss} is on the other side of nought than {said}; one of them is wrong"
    return Problem("error", balance.result.span, Text(zh, en), (balance.gain.span, balance.loss.span), premises=_premises(balance))


def _problem(balance: Balance, found: Interval) -> Problem:
    said, gain, loss = (claim.mention.surface for claim in (balance.result, balance.gain, balance.loss))
    ours = written_as(balance.result.mention, found)
    zh = f"差额与两数不符：{gain}减{loss}为{ours}，文中为{said}；必有一数有误"
    en = f"a balance does not close: {gain} less {loss} is {ours}, not {said}; one of them is wrong"
    slips = misprints((balance.result.mention, found))
    return Problem("error", balance.result.span, Text(zh, en), (balance.gain.span, balance.loss.span), expected=ours, slips=slips, premises=_premises(balance))


def _premises(balance: Balance) -> tuple[Premise, ...]:
    return stated("definition"), same_owner(*balance), same_time(*balance)
