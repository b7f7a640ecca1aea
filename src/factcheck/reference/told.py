"""A milestone of one statistic, with the statistic year by year, and what is said of it in either language."""

from __future__ import annotations

from factcheck.model import Indicator, Milestone, Reason, Stated, Text, Unchecked
from factcheck.records import NamedTuple
from factcheck.reference.hold import firm
from factcheck.reference.series import Year, Yearly
from factcheck.reference.tracks import Question

__all__ = ["Told", "is_firm", "label", "unchecked", "value_of"]

_LABELS = {
    "high": Text("创新高", "a record high"),
    "low": Text("创新低", "a record low"),
    "above": Text("首次超过{mark}", "above {mark} for the first time"),
    "below": Text("首次低于{mark}", "below {mark} for the first time"),
    "years_above": Text("连续{years}年在{mark}以上", "above {mark} for {years} years in a row"),
    "years_below": Text("连续{years}年在{mark}以下", "below {mark} for {years} years in a row"),
    "years_up": Text("连续{years}年增长", "{years} years of growth in a row"),
    "years_down": Text("连续{years}年下降", "{years} years of decline in a row"),
    "years_ranked": Text("连续{years}年居第{rank}位", "number {rank} for {years} years in a row"),
}


class Told(NamedTuple):
    """A milestone of one statistic: its year, and the statistic year by year."""

    milestone: Milestone
    question: Question
    indicator: Indicator
    year: int
    series: Yearly


def unchecked(reason: Reason, zh: str, en: str) -> Unchecked:
    """Nothing to be said of it, and why."""
    return Unchecked(reason, Text(zh, en))


def label(told: Told) -> Text:
    """What the text says, in a few words."""
    words, milestone = _LABELS[told.milestone.feat], told.milestone
    mark = milestone.claim.mention.surface
    return Text(*(word.format(mark=mark, years=milestone.years, rank=milestone.claim.rank) for word in words))


def value_of(year: Year) -> str:
    """A year's figure for an editor; of a rank, the figures that make it one."""
    evidence = year.evidence
    return evidence.formula.zh if evidence.formula and evidence.id.startswith("rank(") else evidence.value.replace(" ", "")


def is_firm(told: Told, year: Year) -> bool:
    """Whether a contradiction may be an error: the text itself says of which year it is, and all else is sure as well."""
    return isinstance(told.milestone.claim.period, Stated) and year.known and firm(told.question, year.evidence)
