"""标题与正文不符 / The headline contradicts the body.

标题里的数，正文里应当找得到，而且对得上：标题“超50亿”，正文是48.6亿元；标题“增长近三倍”，正文是增长195.2%——都是标题错。
A figure of the headline is one of the body, rounded perhaps, but on the same side: what is over 5 billion in the headline is no
4.86 billion below, and what grew by nearly three times did not grow by 195%.

错：年货节全市销售额超50亿元

 1月28日，记者从市商务局获悉，年货节期间全市实现销售额48.6亿元，同比增长12.5%。
错：全县茶叶出口额增长近三倍

 上半年，全县茶叶出口额1.86亿元，同比增长195.2%。
错：青禾种业上半年净利润增长32.6%

 8月20日，青禾种业披露半年报。上半年，公司实现归母净利润1.5亿元，同比增长36.2%。〔published=2025-08-21〕
错：上半年全市进出口29.1亿元

 上半年，全市进出口总值28.1亿元，同比增长3%，首次突破25亿元。〔published=2025-08-21〕
对：上半年全市进出口28.1亿元

 上半年，全市进出口总值突破25亿元。〔published=2025-08-21〕
错：全市茶叶产量接近6万吨

 2024年，全市茶叶产量6.13万吨，茶叶产量连续三年突破6万吨。
对：青禾种业上半年净利润增长36%

 8月20日，青禾种业披露半年报。上半年，公司实现归母净利润1.5亿元，同比增长36.2%，环比下降1.5%。〔published=2025-08-21〕
对：青禾种业上半年净利润增长32.6%

 8月20日，青禾种业披露半年报。上半年，公司种子业务净利润1.5亿元，同比增长36.2%。〔published=2025-08-21〕
对：年货节全市销售额近50亿元

 1月28日，记者从市商务局获悉，年货节期间全市实现销售额48.6亿元，同比增长12.5%。
对：全县茶叶出口额增长近两倍

 上半年，全县茶叶出口额1.86亿元，同比增长195.2%。
wrong: Amberley first-half profit rises 32 percent

 Amberley said on Tuesday its first-half pre-tax profit rose 23 percent to 96 million pounds. 〔published=2025-08-21〕
wrong: Festival sales exceed 5 billion yuan

 The city said on Tuesday that festival sales reached 4.86 billion yuan, up 12.5% from a year earlier.
right: Festival sales near 5 billion yuan

 The city said on Tuesday that festival sales reached 4.86 billion yuan, up 12.5% from a year earlier.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import reduce

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Premise, Problem, Slip, Span, Stated, Text
from factcheck.names import fold_name
from factcheck.rules._facts import allowed, cut_off, is_level, stripped
from factcheck.rules._headline import headlines
from factcheck.rules._premises import given, same_owner, same_time, stated
from factcheck.rules._repeats import in_unit
from factcheck.rules._say import hedged, misprints
from factcheck.rules._words import words

__all__ = ["check"]

RESTS_ON = ("in_body", "same_owner", "same_time")

_GROWN = frozenset(("growth_rate", "times"))
_ONCE = Interval.point(Fraction(1))
_ELSEWHERE = frozenset(("period_on_period", "cumulative", "other_base", "annual_average"))
"""Bases that a headline would have named."""
_NEAR = Fraction(15, 100)
_PAIR = 2


def check(facts: Facts) -> Iterator[Problem]:
    """Each figure of a headline against the figures of the body that share words with it."""
    claims = facts.reading.claims
    for headline in headlines(facts):
        body = [claim for claim in claims if claim.span.start >= headline.end]
        for claim in claims:
            if headline.start <= claim.span.start < headline.end and claim.mention.kind in {"money", "quantity", "percent", "multiple", "count"}:
                yield from _held(facts, claim, body)


def _held(facts: Facts, claim: Claim, body: Sequence[Claim]) -> Iterator[Problem]:
    alike = [(other, found) for other in body if _same_kind(claim, other) and (found := _in_its_words(claim, other))]
    said = allowed(claim.mention)
    if said is None or claim.mention.value is None or _stands_there(claim, body):
        return
    if any(_bears_out(claim, other, found) or cut_off(claim.mention, found) for other, found in alike):
        return
    same = [(other, found) for other, found in alike if _one_name(claim, other) and not _only_some(facts, other)]
    near = [(other, found) for other, found in same if _is_near(found, claim) or _confused(claim, other)]
    known = [(other, found) for other, found in alike if _known(claim, other) and not found.meets(said)]
    if near and _one_value([found for _, found in near]):
        yield _problem(claim, *near[0], sure=claim.mention.kind != "count" and _all_of(near, same))
    elif near and _one_sided([found for _, found in near], said):
        yield _problem(claim, *near[0], sure=False)
    elif known and not near:
        yield _problem(claim, *known[0], sure=False)


def _stands_there(claim: Claim, body: Sequence[Claim]) -> bool:
    """Whether the very figure stands in the body, whatever it is there: an increase, an end of a range, a rate that fell."""
    mine = claim.mention
    return any(
        {abs(end) for end in (mine.value, mine.low, mine.high) if end is not None} <= {abs(end) for end in (his.value, his.low, his.high) if end is not None}
        for his in (other.mention for other in body)
        if mine.unit == his.unit and (mine.classifier == his.classifier or mine.kind == his.kind == "count")
        if mine.hedge == his.hedge or "none" in {mine.hedge, his.hedge}
    )


def _bears_out(claim: Claim, other: Claim, found: Interval) -> bool:
    """Whether a figure of the body may be the headline's: a mark that was passed (突破20万亿) is not 21 trillion."""
    said = allowed(claim.mention)
    vague = found.high is None and claim.mention.hedge == "none" and other.mention.value != claim.mention.value
    return said is not None and found.meets(said) and not vague


def _same_kind(one: Claim, other: Claim) -> bool:
    """Whether both are levels, or both tell how something grew; what grew the other way is another thing."""
    if one.change in _GROWN or other.change in _GROWN:
        return one.change in _GROWN and other.change in _GROWN and one.direction == other.direction
    return is_level(one) == is_level(other) and one.mention.classifier == other.mention.classifier


def _in_its_words(claim: Claim, other: Claim) -> Interval | None:
    """What a figure of the body comes to in the words of the headline: growth by 195% is growth by 1.95 times."""
    if claim.change == "times" and other.change == "growth_rate":
        found = in_unit(other, "percent")
        return found and found.scaled(Fraction(1, 100))
    if claim.change == "growth_rate" and other.change == "times":
        found = in_unit(other, "times")
        return found and found.scaled(100)
    return in_unit(other, claim.mention.unit)


def _is_near(found: Interval, claim: Claim) -> bool:
    """Whether the figures are so close that one and the same must be meant."""
    value = abs(claim.mention.value or Fraction(0))
    if not value or found.low is None or found.high is None:
        return False
    return value * (1 - _NEAR) <= found.high and found.low <= value * (1 + _NEAR) and claim.mention.unit not in {"percent", "percentage_point"}


def _one_value(found: Sequence[Interval]) -> bool:
    """Whether figures of the body may all be one and the same: 20.1万亿 and 突破20万亿."""
    return not reduce(Interval.meet, found).empty()


def _one_sided(found: Sequence[Interval], said: Interval) -> bool:
    """Whether the headline's figure is too small, or too large, whichever of the figures it may be of."""
    below, above = ([one.minus(said) for one in found], [said.minus(one) for one in found])
    return any(all(gap.low is not None and gap.low >= 0 for gap in gaps) for gaps in (below, above))


def _known(claim: Claim, other: Claim) -> bool:
    """Whether both are one statistic that is known by name, of one place and time as far as the headline says."""
    known = claim.indicator_id is not None and claim.indicator_id == other.indicator_id and claim.owner == other.owner
    known = known or (claim.change in _GROWN and _namesakes(claim, other))
    dated = not isinstance(claim.period, Stated) or claim.period.value == other.period.value
    placed = not isinstance(claim.area, Stated) or claim.area.value == other.area.value
    return known and dated and placed and (claim.basis == other.basis or (not claim.basis and not set(other.basis) & _ELSEWHERE))


def _namesakes(claim: Claim, other: Claim) -> bool:
    """Whether both have one name, but for what a headline leaves out, of one place, and of nobody else: 净利润 and 公司归母净利润."""
    mine, theirs = (_headed(one) for one in (claim, other))
    ours = claim.area.value == other.area.value and (not claim.owner or not other.owner or claim.owner == other.owner)
    return bool(mine) and mine == theirs and ours and claim.indicator_id == other.indicator_id


def _confused(claim: Claim, other: Claim) -> bool:
    """Whether 增长n倍 is said of what is n times as much."""
    found, said = _in_its_words(claim, other), allowed(claim.mention)
    return bool(claim.change == "times" and other.change == "growth_rate" and found and said and found.plus(_ONCE).meets(said))


def _one_name(claim: Claim, other: Claim) -> bool:
    """Whether both figures go by one name, but for what a headline leaves out: 进出口 and 进出口总值."""
    short, long = sorted((_headed(one) for one in (claim, other)), key=len)
    known = {claim.indicator_id, other.indicator_id} - {None}
    if len(known) > 1 or len(short) < _PAIR:
        return False
    return long.startswith(short) or (len(short) > _PAIR and (long.endswith(short) or (long[-_PAIR:] == short[-_PAIR:] and _leaves_out(short, long))))


def _headed(claim: Claim) -> str:
    """The name of a figure without the place and the words that a headline leaves out."""
    place = (fold_name(claim.area.value.name),) if claim.area.value else ()
    return stripped(fold_name(claim.indicator.value or ""), (*place, *words("zh/headline_drops"), *words("en/headline_drops")))


def _leaves_out(short: str, long: str) -> bool:
    """Whether a name is another one with some of its characters left out, in their order: 灯会门票收入 of 灯会期间门票收入."""
    rest = iter(long)
    return all(char in rest for char in short)


def _all_of(near: Sequence[tuple[Claim, Interval]], same: Sequence[tuple[Claim, Interval]]) -> bool:
    """Whether no other figure of that name stands in the body, but for marks that were passed (突破25亿元)."""
    exact = [other for other, _ in same if other.mention.hedge == "none"]
    return all(any(other is one for one, _ in near) for other in exact)


def _only_some(facts: Facts, other: Claim) -> bool:
    """Whether a count of the body is of some things only: 披露数据的11家银行中, 其余8家."""
    before = facts.text(Span(other.clause.start, other.span.start))
    behind = facts.text(Span(other.span.end, other.clause.end)).rstrip("，,")
    return other.mention.kind == "count" and (before.endswith(("的", "余", "另", "另有", "前", "中有")) or behind.endswith(("中", "里", "之中")))


def _whose_and_when(claim: Claim, other: Claim) -> tuple[Premise, ...]:
    """A headline leaves out what the body says: whose the figures are, and of when."""
    named = isinstance(claim.area, Stated)
    owners = same_owner(claim, other._replace(owner=claim.owner)) if named else stated("same_owner")
    times = same_time(claim, other) if isinstance(claim.period, Stated) and isinstance(other.period, Stated) else stated("same_time")
    return owners, times


def _problem(claim: Claim, other: Claim, found: Interval, *, sure: bool) -> Problem:
    mine, theirs = claim.mention.surface, other.mention.surface
    zh = f"标题与正文不符：标题为{hedged(claim.mention)}，正文为{theirs}"
    en = f"the headline contradicts the body: {mine} ({claim.mention.hedge}) above, {theirs} below"
    slips: tuple[Slip, ...] = misprints((claim.mention, found))
    if _confused(claim, other):
        zh += f"，是原来的{mine}，不是增长{mine}"
        slips = (Slip("times_for_more", Text(f"增长{theirs}，是原来的近{mine}", f"{theirs} more is nearly {mine} as much")),)
    body = given("in_body", "正文中有几个可能的数", "several figures of the body may be meant", holds=sure)
    return Problem("error", claim.span, Text(zh, en), (other.span,), slips=slips, premises=(body, *_whose_and_when(claim, other)))
