"""百分点与前后占比不符 / Points contradict the shares before and after.

结构由5.7:49.3:45.0变为6.6:45.8:47.6，第三产业占比就提高了2.6个百分点；四舍五入之外对不上，必有一数有误。
Where the shares before and after are told, the points between them leave no choice but for rounding.

错：三次产业占比由2018年的5.7:49.3:45.0调整为6.6:45.8:47.6，第三产业占比提高了3.6个百分点。
对：三次产业占比由2018年的5.7:49.3:45.0调整为6.6:45.8:47.6，第三产业占比提高了2.6个百分点。
对：三次产业占比由2018年的5.7:49.3:45.0调整为6.6:45.8:47.6，第三产业占比比2010年提高了9.6个百分点。
wrong: The ratio of the three industries changed from 5.7:49.3:45.0 to 6.6:45.8:47.6, with the share of the tertiary industry up 3.6 percentage points.
right: The ratio of the three industries changed from 5.7:49.3:45.0 to 6.6:45.8:47.6, with the share of the tertiary industry up 2.6 percentage points.
right: The ratio of the three industries changed from 5.7:49.3:45.0 to 6.6:45.8:47.6.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Mix, Problem, Span, Text
from factcheck.rules._facts import claims_in, mentions_in
from factcheck.rules._partitions import members
from factcheck.rules._premises import same_owner, stated
from factcheck.rules._say import misprints
from factcheck.rules._shares import part_of
from factcheck.rules._shifts import signed
from factcheck.written import show

__all__ = ["check"]

RESTS_ON = ("same_thing", "same_owner", "from_to")

_TIMES = frozenset(("year", "date", "period"))


def check(facts: Facts) -> Iterator[Problem]:
    """Every two mixes of one partition that a sentence leads from one to the other, with the points told behind them."""
    for before, after in pairwise([mix for mix in facts.graph.mixes if len(mix.claims) == 1 and mix.partition]):
        first, second = before.claims[0], after.claims[0]
        if first.sentence == second.sentence and before.partition == after.partition and first.change == "level_from":
            behind = claims_in(facts, Span(second.span.end, second.sentence.end))
            for claim, nth in _moved(facts, behind, after):
                found, said = after.shares[nth].minus(before.shares[nth]), signed(facts.reading, claim)
                if not found.meets(said):
                    yield _problem(claim, (first, second), found)


def _moved(facts: Facts, claims: Sequence[Claim], mix: Mix) -> Iterator[tuple[Claim, int]]:
    """The changes in points of one part's share, against the same year as the mix before."""
    for claim in claims:
        parts = [member.nth for member in members(part_of(claim.indicator.value or "")) if member.partition.name == mix.partition]
        dated = any(mention.kind in _TIMES for mention in mentions_in(facts, Span(mix.claims[0].span.end, claim.span.start)))
        if claim.mention.unit == "percentage_point" and claim.change in {"increase_by", "decrease_by"} and len(parts) == 1 and not dated:
            yield claim, parts[0]


def _problem(claim: Claim, shares: Sequence[Claim], found: Interval) -> Problem:
    before, after = (share.mention.surface for share in shares)
    ours = show(found.negated() if claim.direction == "down" else found)
    zh = f"百分点与前后占比不符：由{before}到{after}应为{ours}个百分点，文中为{claim.mention.surface}；必有一数有误"
    en = f"points contradict the shares before and after: from {before} to {after} are {ours} points, not {claim.mention.surface}"
    slips = misprints((claim.mention, found))
    premises = (stated("same_thing"), same_owner(*shares), stated("from_to"))
    return Problem("error", claim.span, Text(zh, en), tuple(share.span for share in shares), expected=ours, slips=slips, premises=premises)
