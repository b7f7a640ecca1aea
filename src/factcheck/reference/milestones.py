"""The verdict on a milestone: what the official figures of all the years say of a record, a first time, years in a row.

One year that surely breaks it refutes it. Only an unbroken series confirms it: of the years in a row themselves, and of a record or a first
time as many years before as make it one. What lies between is unchecked.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import (
    Context,
    Indicator,
    Match,
    Milestone,
    Mismatch,
    Text,
    Unchecked,
    Verdict,
    Weak,
)
from factcheck.period import Period
from factcheck.reference.lookup import ReferenceSet
from factcheck.reference.places import rank
from factcheck.reference.rows import in_a_row
from factcheck.reference.series import Year, yearly
from factcheck.reference.told import Told, is_firm, label, unchecked, value_of
from factcheck.reference.tracks import Question, Track, area_asked, base_unit, level
from factcheck.reference.ways import track
from factcheck.reference.wording import when

__all__ = ["milestone_verdict"]

_ENOUGH = 10
"""So many years without a gap make a record one, as far as a set can tell."""
_NEAR = Fraction(3, 2)
"""How far beyond a mark an earlier year may lie where the set does not know the year that is said to be the first."""
_UPWARDS = {"high", "above", "years_above", "years_up"}

def milestone_verdict(milestone: Milestone, own: Verdict, reference: ReferenceSet, context: Context) -> Verdict:
    """Hold a milestone against the set; `own` is the verdict on the figure itself, whose misfit leaves nothing to be said."""
    claim, period = milestone.claim, milestone.claim.period.value
    if claim.modality != "actual":
        return unchecked("forecast", "预测或目标，不判真伪", "a forecast or target is neither true nor false")
    if not claim.indicator_ids or claim.area.value is None:
        return unchecked("unbound", "看不出说的是什么、哪里", "nothing says of what or where")
    if period is None or period.last is None:
        return unchecked("no_period", "看不出是哪一年", "nothing says of which year")
    if claim.statement == "streak" and not isinstance(own, Unchecked):
        return own  # an official count of the years has settled it
    if _is_moot(milestone, own):
        return unchecked("not_comparable", "这个数本身与官方数不符", "the figure itself does not fit")
    question = Question(claim, reference, context.published.value)
    found = [told for name in claim.indicator_ids if (one := reference.indicator(name)) and (told := _told(milestone, question, one, period))]
    if len(found) != 1:
        return unchecked("no_reference", "参考库没有逐年的数", "the set has no figures year by year") if not found else _AMBIGUOUS
    return in_a_row(found[0]) if milestone.years else _ever(found[0])


_AMBIGUOUS = unchecked("ambiguous", "指标有歧义", "the name may mean several statistics")


def _is_moot(milestone: Milestone, own: Verdict) -> bool:
    """Whether the figure is not the official one, so that what is said of it is not told of that."""
    other = isinstance(own, Mismatch) or (isinstance(own, Unchecked) and own.nearest is not None)
    return other or (isinstance(own, Weak) and (milestone.feat in {"high", "low"} or own.now is not None))


def _told(milestone: Milestone, question: Question, indicator: Indicator, period: Period) -> Told | None:
    """The series that a milestone speaks of; None without any."""
    of = _levels(question, indicator)
    if not isinstance(of, Track) or not period.last:
        return None
    asked = Period.of_year(period.last.year) if period.year is None else period
    series = yearly(of, asked)
    return Told(milestone, question, indicator, period.last.year, series) if series else None


def _levels(question: Question, indicator: Indicator) -> Track | Unchecked | None:
    claim = question.claim
    if claim.statement == "streak":
        # 以3.9%的增速连续37年领跑全国: whoever leads does so by size, whatever rate stands beside it
        return rank(question, indicator) if claim.whole.value and indicator.kind in {"flow", "stock"} else None
    if claim.statement in {"level", "share"} and claim.mention.kind != "duration":
        return track(question, indicator)
    return level(question, indicator, area_asked(question), base_unit(indicator))


# --------------------------------------------------------------------------------------------- a record, a first time

def _ever(told: Told) -> Verdict:
    """No year before may be beyond it."""
    milestone, own = told.milestone, told.series.get(told.year)
    bar = _bar(told, own)
    if bar is None:
        return unchecked("no_reference", f"参考库没有{told.year}年的数", f"the set has no figure of {told.year}")
    upwards = milestone.feat in _UPWARDS
    earlier = [year for year in sorted(told.series, reverse=True) if (milestone.since or 0) < year < told.year]
    beyond = [year for year in earlier if _beyond(told.series[year], bar, upwards=upwards) and (own is None or told.series[year].like(own))]
    if beyond and (milestone.feat in {"high", "low"} or _is_near(told, own or told.series[beyond[0]])):
        return _refuted(told, told.series[_utmost(told, beyond)], own)
    known = _unbroken(earlier, told.year, [year for year in earlier if _beyond(told.series[year], bar, upwards=not upwards)])
    whole = milestone.since is not None and milestone.since >= told.year - 1 - known
    if own is None or not (known >= _ENOUGH or whole) or _undecided(told, own):
        first = min(earlier, default=told.year)
        return unchecked("no_reference", f"参考库自{first}年起的数不足以证明", f"the figures that the set has since {first} don't prove it")
    return _confirmed(told, own, f"此前{known}年都{'低' if upwards else '高'}于它", f"all of {known} years before are {'below' if upwards else 'above'}")


def _bar(told: Told, own: Year | None) -> Interval | None:
    """What the years before are held against: a mark, or the official figure of the year."""
    mention = told.milestone.claim.mention
    if told.milestone.feat in {"high", "low"}:
        return own.found if own else None
    return mention.guaranteed if mention.hedge == "none" or mention.value is None else Interval.point(mention.value)


def _beyond(year: Year, bar: Interval, *, upwards: bool) -> bool:
    return year.above(bar) if upwards else year.below(bar)


def _is_near(told: Told, year: Year) -> bool:
    value, low, high = told.milestone.claim.mention.value, year.found.low, year.found.high
    return bool(value and low and high and value / _NEAR < low and high < value * _NEAR)


def _utmost(told: Told, years: Sequence[int]) -> int:
    """The year that shows it best: of a record the one furthest off, of a first time the first."""
    if told.milestone.feat in {"above", "below"}:
        return min(years)
    sign = 1 if told.milestone.feat == "high" else -1
    return max(years, key=lambda year: sign * (told.series[year].found.low or 0))


def _unbroken(earlier: Sequence[int], year: int, holding: Sequence[int]) -> int:
    """How many years right before it are known to lie on this side; none where any year known does not."""
    if len(holding) != len(earlier):
        return 0
    return next((back for back in range(len(earlier) + 1) if year - 1 - back not in holding), 0)


def _undecided(told: Told, own: Year) -> bool:
    """Whether the year itself may not be beyond the mark."""
    feat, value = told.milestone.feat, told.milestone.claim.mention.value
    if feat not in {"above", "below"} or value is None:
        return False
    return not (own.above if feat == "above" else own.below)(Interval.point(value))


def _refuted(told: Told, year: Year, own: Year | None) -> Verdict:
    what, evidence, publisher = label(told), year.evidence, year.evidence.source.publisher
    zh, en = f"{what.zh}：官方{when(evidence).zh}为{value_of(year)}", f"{what.en}: official {evidence.value} in {when(evidence).en}"
    if own:
        than = {"high": "高于", "low": "低于"}.get(told.milestone.feat, "")
        zh = f"{zh}，{than}{told.year}年的{value_of(own)}" if than else f"{zh}，{told.year}年为{value_of(own)}"
        en = f"{en}, {own.evidence.value} in {told.year}"
    return Mismatch(evidence, Text(f"{zh}（{publisher}）", f"{en} ({publisher})"), own is not None and is_firm(told, year))


def _confirmed(told: Told, own: Year, zh: str, en: str) -> Verdict:
    what = label(told)
    return Match(own.evidence, Text(f"{what.zh}：官方{told.year}年为{value_of(own)}，{zh}", f"{what.en}: official {own.evidence.value} in {told.year}, {en}"))
