"""与官方数据不符 / A figure differs from the official one.

文中的数与官方统计数据对不上：数值、地区、时期、单位，至少有一样不对。说法不够准、用了已修订的旧数，则是警告。
Text and official statistics can't both be right: the figure, its area, its period or its unit is wrong. A figure that has been
revised since, or that is only true to the letter, is a warning.

错：2025年，全国国内生产总值1401897亿元。〔published=2026-06-18〕
错：2023年，全国国内生产总值1249990亿元。〔published=2026-06-18〕
错：2022年，全国年末总人口连续61年增长。〔published=2023-06-18〕
错：2025年，全国国内生产总值连续5年超过120万亿元。〔published=2026-06-18〕
对：2025年，全国国内生产总值超过140万亿元。〔published=2026-06-18〕
对：2025年，全国国内生产总值连续4年超过120万亿元，连续30年增长。〔published=2026-06-18〕
对：预计2026年全国国内生产总值达到190万亿元。〔published=2026-06-18〕
wrong: The GDP of China reached 149.08 trillion yuan in 2024. 〔published=2026-06-18〕
right: The GDP of China reached 134.8 trillion yuan in 2024. 〔published=2026-06-18〕
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator

from factcheck.model import Assumed, Claim, Facts, Match, Mismatch, Missing, Premise, Problem, Severity, Stated, Weak
from factcheck.rules._premises import given, slot, stated
from factcheck.typos import precision

__all__ = ["check"]

RESTS_ON = ("named", "placed", "dated", "official")
_DIGITS, _SEVERAL = 3, 3
"""How precise figures are that bear an assumption out, and how many of them."""


def check(facts: Facts) -> Iterator[Problem]:
    """A problem for each contradiction, and for each figure that only its letter saves, unless years in a row were beyond it or it is
    said to be the first and is not."""
    marks = {milestone.claim.span for milestone, verdict in facts.reached if milestone.years or isinstance(verdict, Mismatch)}
    borne_out = _borne_out(facts) if any(isinstance(verdict, Mismatch) for _, verdict in facts.judged) else frozenset()
    for claim, verdict in facts.judged:
        match verdict:
            case Mismatch():
                yield _mismatch(facts, claim, verdict, borne_out)
            case Weak(_, why) if claim.span not in marks or claim.mention.kind == "duration":
                yield Problem(_weight(facts, claim, verdict), claim.span, why, premises=(*_slots(facts, claim, borne_out), stated("official")))
            case _:
                pass


def _borne_out(facts: Facts) -> frozenset[Hashable]:
    """The places and times that the article only implies, and that other figures confirm as soon as they are taken for theirs: in one
    sentence a precise figure or two rough ones, for the whole article several precise ones."""
    right = [claim for claim, verdict in facts.judged if isinstance(verdict, Match)]
    implied = [(claim, slot.value) for claim in right for slot in (claim.area, claim.period) if isinstance(slot, Assumed)]
    precise = [(claim.sentence, value) for claim, value in implied if precision(claim.mention) >= _DIGITS]
    told = Counter((claim.sentence, value) for claim, value in implied)
    seen = Counter(value for _, value in precise)
    return frozenset((*precise, *(key for key, count in told.items() if count > 1), *(value for value, count in seen.items() if count >= _SEVERAL)))


def _weight(facts: Facts, claim: Claim, verdict: Weak) -> Severity:
    """A warning where an old figure is told for a new one; a note where a bound holds (不到1% of 0.6%), which is a matter of style, and
    where the article, which has no date, may be older than the revision."""
    old_enough = verdict.now is not None and facts.reading.context.published.value is None
    return "note" if claim.mention.hedge != "none" or old_enough else "warning"


def _mismatch(facts: Facts, claim: Claim, verdict: Mismatch, borne_out: frozenset[Hashable]) -> Problem:
    """What the figure is, where and when, as the text says, and whether the official figure is beyond doubt. A slip that explains it
    says what may have been meant."""
    slots = _slots(facts, claim, borne_out)
    sure = verdict.firm or any(premise.standing == "assumed" for premise in slots)
    official = given("official", "来源或口径尚有疑问", "its source or definition leaves a doubt", holds=sure)
    corrected = next((slip.corrected for slip in verdict.slips if slip.corrected), "")
    return Problem(
        "error", claim.span, verdict.why, expected=verdict.evidence.value, suggestion=corrected, slips=verdict.slips,
        premises=(*slots, official),
    )  # fmt: skip


def _slots(facts: Facts, claim: Claim, borne_out: frozenset[Hashable]) -> tuple[Premise, ...]:
    """What it is, where and when. A figure without a time is held against all recent years, so that none is assumed."""
    timeless = isinstance(claim.period, Missing) and isinstance(facts.reading.context.published, Stated)
    placed, dated = (
        stated(name) if found.value in borne_out or (claim.sentence, found.value) in borne_out else slot(name, found)
        for name, found in (("placed", claim.area), ("dated", claim.period))
    )
    return slot("named", claim.indicator), placed, stated("dated") if timeless else dated
