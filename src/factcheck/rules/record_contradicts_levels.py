"""纪录与文中历年数矛盾 / A record, yet an earlier figure of the text is beyond it.

文中自己写了此前某年更高，后一年就谈不上创历史新高；此前已超过的关口，也不会再“首次突破”；“连续三年超过”，三年里就没有不到的。
Where the text itself has a higher figure of an earlier year, the later one is no record high; a mark that was passed is not passed for
the first time again; and of years in a row beyond a mark none lies below it.

错：2023年，全县茶叶产量5.6万吨。2025年，全县茶叶产量5.2万吨，创历史新高。
错：2023年，全县茶叶产量5.6万吨。2025年，全县茶叶产量首次突破5万吨。
错：2024年，全县茶叶产量4.6万吨。2025年，全县茶叶产量连续3年超过5万吨。
对：2023年，全县茶叶产量5.1万吨。2025年，全县茶叶产量5.2万吨，创历史新高。
对：2023年，全县茶叶产量5.6万吨。2025年，全县茶叶产量5.2万吨，创近两年新低。
对：2023年，全县茶叶产量4.6万吨。2025年，全县茶叶产量首次突破5万吨，连续2年增长。
对：2023年，全县茶叶产量4.6万吨。2025年，全县茶叶产量连续2年超过5万吨。
wrong: Tea output in Guangdong was 5.6 million tonnes in 2023. Tea output in Guangdong was 5.2 million tonnes in 2025, a record high.
right: Tea output in Guangdong was 5.1 million tonnes in 2023. Tea output in Guangdong was 5.2 million tonnes in 2025, a record high.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Milestone, Problem, Stated, Text
from factcheck.names import fold_name
from factcheck.rules._facts import is_level, year_of
from factcheck.rules._premises import given, same_owner, same_thing
from factcheck.rules._repeats import in_unit

__all__ = ["check"]

RESTS_ON = ("same_thing", "same_owner", "year_known")

_HIGHER = frozenset(("high", "above", "years_below"))
"""Milestones that a higher figure of another year refutes."""


def check(facts: Facts) -> Iterator[Problem]:
    """Each milestone of a level against the levels of the same statistic in the years that it speaks of."""
    milestones = [one for one in facts.reading.milestones if is_level(one.claim) and one.feat not in {"years_up", "years_down"}]
    if not milestones:
        return
    levels = [claim for claim in facts.reading.claims if is_level(claim) and claim.modality == "actual"]
    for milestone in milestones:
        yield from _refuting(milestone, levels)


def _refuting(milestone: Milestone, levels: list[Claim]) -> Iterator[Problem]:
    claim, year = milestone.claim, year_of(milestone.claim)
    if year is None or claim.modality != "actual":
        return
    bar = _bar(milestone)
    others = (other for other in levels if other.span != claim.span and _same(other) == _same(claim) and not _its_own(claim, other))
    others = (other for other in others if _counts(milestone, year_of(other), year))
    beyond = next((other for other in others if bar and _beyond(milestone, in_unit(other, claim.mention.unit), bar)), None)
    if beyond:
        yield _problem(milestone, beyond)


def _its_own(claim: Claim, other: Claim) -> bool:
    """Whether a figure of the sentence is the one that passed the mark: fell to 2.9%, below 3% for the first time."""
    return other.sentence == claim.sentence and other.change in {"increase_to", "decrease_to"}


def _bar(milestone: Milestone) -> Interval | None:
    """What no figure of those years may be beyond: the mark, or the record."""
    mention = milestone.claim.mention
    marked = milestone.feat not in {"high", "low"} and mention.hedge != "none" and mention.value is not None
    return Interval.point(mention.value or Fraction(0)) if marked else in_unit(milestone.claim, mention.unit)


def _same(claim: Claim) -> Hashable:
    """What makes two figures ones of the same statistic; nothing does without a name or a place."""
    name = claim.indicator_id or fold_name(claim.indicator.value or "")
    area = claim.area.value
    if not name or (area is None and claim.subject.value is None):
        return claim.span
    return name, area, claim.subject.value, claim.owner, claim.mention.classifier, claim.whole.value, claim.statement, claim.cell and claim.cell.column


def _counts(milestone: Milestone, other: int | None, year: int) -> bool:
    """Whether the other figure is of a year that the milestone speaks of."""
    if other is None:
        return False
    first = year - milestone.years + 1 if milestone.years else milestone.since or 0
    return first <= other < year


def _beyond(milestone: Milestone, other: Interval | None, bar: Interval) -> bool:
    """Whether a figure surely lies on the wrong side."""
    if other is None:
        return False
    if milestone.feat in _HIGHER:
        return other.low is not None and bar.high is not None and other.low > bar.high
    return other.high is not None and bar.low is not None and other.high < bar.low


def _problem(milestone: Milestone, other: Claim) -> Problem:
    claim, when = milestone.claim, str(other.period.value)
    what = f"连续{milestone.years}年" if milestone.years else f"{claim.mention.surface}为纪录或首次"
    zh = f"{what}，与文中{when}年的{other.mention.surface}矛盾"
    en = f"contradicts {other.mention.surface} of {when} in the text: no record, no first time, no row of years"
    dated = given("year_known", "年份承前", "a year is carried on", holds=isinstance(claim.period, Stated) and isinstance(other.period, Stated))
    premises = (same_thing(claim, other), same_owner(claim, other), dated)
    return Problem("error", milestone.span, Text(zh, en), (claim.span, other.span), premises=premises)
