"""指数与涨幅不符 / A price index contradicts its change.

以上年为100的价格指数，减去100就是涨幅：指数102.1，就是上涨2.1%。
A price index with last year as 100 leaves no choice for the change: at 102.1 prices rose by 2.1%.

错：全年全市居民消费价格总指数为102.1，同比上涨1.2%。
错：12月工业生产者出厂价格指数为98.6，同比上涨1.4%。
对：全年全市居民消费价格总指数为102.1，同比上涨2.1%。
对：制造业采购经理指数为50.2，同比上涨0.3%；12月工业生产者出厂价格指数为98.6，同比下降1.4%。
wrong: The consumer price index was 102.1, up 1.2% from a year earlier.
right: The consumer price index was 102.1, up 2.1% from a year earlier.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.hedging import places
from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Premise, Problem, Span, Stated, Text
from factcheck.patterns import regex
from factcheck.rules._arithmetic import middle
from factcheck.rules._facts import claims_in
from factcheck.rules._levels import signed
from factcheck.rules._premises import given, refuted, stated
from factcheck.written import decimal

__all__ = ["check"]

RESTS_ON = ("definition", "same_basis")

_INDEX = regex(
    r"(?:价格(?:总)?(?:水平)?指数|CPI|PPI|price index|Price Index)(?:（[^（）]{1,8}）| \([A-Z]{2,4}\))?(?:（?以?上年(?:同期|同月)?(?:为|=)100）?，?)?"
    r" ?(?:为|是|达到?|was|stood at|is) ?([0-9]{2,3}\.[0-9]{1,2})(?![0-9%％]|个)"
)
_JOINT = regex(r"[，,] ?(?:即|也就是)?(?:同比|比上年(?:同期|同月)?|较上年(?:同期|同月)?)?(?:上涨|上升|下降|下跌|回落|up |down |rising |falling )(?:了|by )?")
_LAST_YEAR = Interval.point(Fraction(100))
_NEAR = Interval(Fraction(70), Fraction(140))
"""A price index on last year's prices lies near 100; one on an old base need not."""
_FAR = 30


def check(facts: Facts) -> Iterator[Problem]:
    """Each price index against the change that is told right behind it."""
    text = facts.reading.article.text
    for found in _INDEX.finditer(text):
        value, ulp, _ = places(found.group(1))
        rate = next(iter(claims_in(facts, Span(found.end(), found.end() + _FAR))), None)
        if rate is None or not _JOINT.fullmatch(text, found.end(), rate.span.start):
            continue
        change = Interval.around(value, ulp / 2).minus(_LAST_YEAR)
        said = signed(rate, "percent")
        if said and not change.meets(said) and _NEAR.meets(Interval.point(value)) and "period_on_period" not in rate.basis:
            yield _problem(rate, Span(*found.span(1)), change, found.group(1), _on_last_year(found.group(), rate))


def _on_last_year(said: str, rate: Claim) -> Premise:
    """Whether last year is the base of the index: as the text says, or as is the custom in China; abroad the base is some old year."""
    area = rate.area.value
    if area is not None and area.code is not None and not area.code[:1].isdigit():
        return refuted("same_basis", "国外指数多以某一年为100", "abroad an index counts from some old year")
    known = "上年" in said or isinstance(rate.area, Stated)
    return given("same_basis", "国内价格指数通常以上年为100", "in China a price index counts from last year as a rule", holds=known)


def _problem(rate: Claim, index: Span, change: Interval, written: str, basis: Premise) -> Problem:
    right = middle(change) or Fraction(0)
    fits = f"{decimal(abs(right), len(written.partition('.')[2]))}%"
    zh = f"指数与涨幅不符：指数{written}即{'上涨' if right >= 0 else '下降'}{fits}，文中为{rate.mention.surface}；必有一数有误"
    en = f"a price index contradicts its change: {written} is a {'rise' if right >= 0 else 'fall'} of {fits}, not {rate.mention.surface}"
    return Problem("error", rate.span, Text(zh, en), (index,), expected=fits, premises=(stated("definition"), basis))
