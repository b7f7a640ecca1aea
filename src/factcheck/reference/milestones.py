"""The verdict on a milestone: what the official figures of all the years say of a record, a first time, years in a row.

One year that surely breaks it refutes it. Only an unbroken series confirms it: of the years in a row themselves, and of a record or a first
time as many years before as make it one. What lies between is unchecked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck.interval import Interval
from factcheck.model import (
    Context,
    Evidence,
    Indicator,
    Match,
    Milestone,
    Mismatch,
    Reason,
    Stated,
    Text,
    Unchecked,
    Verdict,
    Weak,
)
from factcheck.period import Period
from factcheck.reference.changes import growth, is_growth
from factcheck.reference.hold import firm
from factcheck.reference.lookup import ReferenceSet
from factcheck.reference.series import Year, Yearly, yearly
from factcheck.reference.tracks import Question, Track, area_asked, base_unit, level
from factcheck.reference.ways import track
from factcheck.reference.wording import when

__all__ = ["milestone_verdict"]

_ENOUGH = 10
"""So many years without a gap make a record one, as far as a set can tell."""
_NEAR = Fraction(3, 2)
"""How far beyond a mark an earlier year may lie where the set does not know the year that is said to be the first."""
_LABELS = {
    "high": Text("创新高", "a record high"),
    "low": Text("创新低", "a record low"),
    "above": Text("首次超过{mark}", "above {mark} for the first time"),
    "below": Text("首次低于{mark}", "below {mark} for the first time"),
    "years_above": Text("连续{years}年在{mark}以上", "above {mark} for {years} years in a row"),
    "years_below": Text("连续{years}年在{mark}以下", "below {mark} for {years} years in a row"),
    "years_up": Text("连续{years}年增长", "{years} years of growth in a row"),
    "years_down": Text("连续{years}年下降", "{years} years of decline in a row"),
}
_UPWARDS = {"high", "above", "years_above", "years_up"}

Held = Callable[[int], bool | None]
"""Whether a year surely bears it out, or surely not."""


class Told(NamedTuple):
    """A milestone of one statistic: its year, and the statistic year by year."""

    milestone: Milestone
    question: Question
    indicator: Indicator
    year: int
    series: Yearly


def milestone_verdict(milestone: Milestone, own: Verdict, reference: ReferenceSet, context: Context) -> Verdict:
    """Hold a milestone against the set; `own` is the verdict on the figure itself, whose misfit leaves nothing to be said."""
    claim, period = milestone.claim, milestone.claim.period.value
    if claim.modality != "actual":
        return _unchecked("forecast", "预测或目标，不判真伪", "a forecast or target is neither true nor false")
    if not claim.indicator_ids or claim.area.value is None:
        return _unchecked("unbound", "看不出说的是什么、哪里", "nothing says of what or where")
    if period is None or period.last is None:
        return _unchecked("no_period", "看不出是哪一年", "nothing says of which year")
    if isinstance(own, Mismatch) or (isinstance(own, Weak) and milestone.feat in {"high", "low"}):
        return _unchecked("not_comparable", "这个数本身与官方数不符", "the figure itself does not fit")
    question = Question(claim, reference, context.published.value)
    found = [told for name in claim.indicator_ids if (one := reference.indicator(name)) and (told := _told(milestone, question, one, period))]
    if len(found) != 1:
        return _unchecked("no_reference", "参考库没有逐年的数", "the set has no figures year by year") if not found else _AMBIGUOUS
    return _row(found[0]) if milestone.years else _ever(found[0])


def _unchecked(reason: Reason, zh: str, en: str) -> Unchecked:
    return Unchecked(reason, Text(zh, en))


_AMBIGUOUS = _unchecked("ambiguous", "指标有歧义", "the name may mean several statistics")


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
    if claim.statement in {"level", "share"} and claim.mention.kind != "duration":
        return track(question, indicator)
    return level(question, indicator, area_asked(question), base_unit(indicator))


# --------------------------------------------------------------------------------------------- a record, a first time

def _ever(told: Told) -> Verdict:
    """No year before may be beyond it."""
    milestone, own = told.milestone, told.series.get(told.year)
    bar = _bar(told, own)
    if bar is None:
        return _unchecked("no_reference", f"参考库没有{told.year}年的数", f"the set has no figure of {told.year}")
    upwards = milestone.feat in _UPWARDS
    earlier = [year for year in sorted(told.series, reverse=True) if (milestone.since or 0) < year < told.year]
    beyond = [year for year in earlier if _beyond(told.series[year], bar, upwards=upwards)]
    if beyond and (milestone.feat in {"high", "low"} or _is_near(told, own or told.series[beyond[0]])):
        return _refuted(told, told.series[_utmost(told, beyond)], own)
    known = _unbroken(earlier, told.year, [year for year in earlier if _beyond(told.series[year], bar, upwards=not upwards)])
    whole = milestone.since is not None and milestone.since >= told.year - 1 - known
    if own is None or not (known >= _ENOUGH or whole) or _undecided(told, own):
        first = min(earlier, default=told.year)
        return _unchecked("no_reference", f"参考库自{first}年起的数不足以证明", f"the figures that the set has since {first} don't prove it")
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


# --------------------------------------------------------------------------------------------- years in a row

def _row(told: Told) -> Verdict:
    """Up to its year, or to the one before where the text does not say or the figure is not out: only where neither will do is it wrong."""
    held = _moved(told) if told.milestone.feat in {"years_up", "years_down"} else _stayed(told)
    certain = isinstance(told.milestone.claim.period, Stated) and told.year in told.series
    ends = (told.year,) if certain else (told.year, told.year - 1)
    states = [[held(year) for year in range(end - told.milestone.years + 1, end + 1)] for end in ends]
    for end, state in zip(ends, states, strict=True):
        if all(state):
            return _in_a_row(told, held, end)
    if all(False in state for state in states):
        return _broken(told, held, ends[0])
    missing = [str(year) for year, state in zip(range(ends[0] - told.milestone.years + 1, ends[0] + 1), states[0], strict=True) if state is None]
    listed = "、".join(missing[:4])
    return _unchecked("no_reference", f"参考库没有其中几年的可比数：{listed}等", f"the set has no comparable figure of some of the years: {', '.join(missing[:4])}")


def _stayed(told: Told) -> Held:
    """Beyond the mark or not."""
    value = told.milestone.claim.mention.value or Fraction(0)
    upwards = told.milestone.feat == "years_above"

    def held(year: int) -> bool | None:
        one = told.series.get(year)
        if one is None:
            return None
        low, high = one.found.low, one.found.high
        if upwards:
            return True if low is not None and low >= value else False if high is not None and high < value else None
        return True if high is not None and high <= value else False if low is not None and low > value else None

    return held


def _moved(told: Told) -> Held:
    """Up or down from the year before: by the published rate, or by levels where growth is not reckoned at constant prices."""
    upwards, rates = told.milestone.feat == "years_up", _rates(told)
    by_levels = _by_levels(told)

    def held(year: int) -> bool | None:
        rate, one, before = rates.get(year), told.series.get(year), told.series.get(year - 1)
        signs = {_sign(rate.found)} if rate else set()
        if by_levels and one and before:
            signs.add(1 if one.above(before.found) else -1 if one.below(before.found) else 0)
        return None if len(signs) != 1 or 0 in signs else (signs == {1}) == upwards

    return held


def _by_levels(told: Told) -> bool:
    return told.indicator.growth_basis != "real" or is_growth(told.indicator)


def _rates(told: Told) -> Yearly:
    """Published or computed growth by year."""
    claim = told.question.claim
    asked = told.question._replace(claim=claim._replace(statement="growth", basis=(), mention=claim.mention._replace(unit="percent")))
    found = None if is_growth(told.indicator) else growth(asked, told.indicator)
    return yearly(found, Period.of_year(told.year)) if isinstance(found, Track) else {}


def _sign(found: Interval) -> int:
    if found.low is not None and found.low > 0:
        return 1
    return -1 if found.high is not None and found.high < 0 else 0


def _length(held: Held, end: int) -> int:
    """How many years up to `end` surely bear it out."""
    return next(back for back in range(end) if not held(end - back))


def _in_a_row(told: Told, held: Held, end: int) -> Verdict:
    """Right; and too few, where the row surely began earlier and the text says of which year it is."""
    years, length = told.milestone.years, _length(held, end)
    shown = _counted(told, end, years)
    label = _label(told)
    if length > years and told.milestone.feat in {"years_above", "years_below"} and held(end - length) is False:
        zh, en = f"{label.zh}：按官方数已连续{length}年（截至{end}年）", f"{label.en}: by official figures it is {length} years up to {end}"
        return Weak(_counted(told, end, length), Text(zh, en))
    return Match(shown, Text(f"{label.zh}：{end - years + 1}—{end}年逐年相符", f"{label.en}: so it was in each year from {end - years + 1} to {end}"))


def _broken(told: Told, held: Held, end: int) -> Verdict:
    year = next(back for back in range(end, end - told.milestone.years, -1) if held(back) is False)
    moved, before = told.milestone.feat in {"years_up", "years_down"}, told.series.get(year - 1)
    rate = _rates(told).get(year) if moved and not (_by_levels(told) and before) else None
    shown = rate or told.series.get(year) or _rates(told)[year]
    label, length = _label(told), _length(held, end)
    zh, en = f"{label.zh}：官方{when(shown.evidence).zh}为{_value(shown)}", f"{label.en}: official {shown.evidence.value} in {when(shown.evidence).en}"
    if moved and rate is None and before:
        zh, en = f"{zh}，上年为{_value(before)}", f"{en}, {before.evidence.value} the year before"
    evidence = _counted(told, end, length) if length else shown.evidence
    return Mismatch(evidence, Text(f"{zh}（{shown.evidence.source.publisher}）", f"{en} ({shown.evidence.source.publisher})"), _firm(told, shown.evidence))


def _counted(told: Told, end: int, years: int) -> Evidence:
    """So many years up to one, as a figure computed from the official ones."""
    inputs = tuple(found.evidence for year in _years(end, years) if (found := told.series.get(year)))
    last = inputs[-1] if inputs else next(iter(told.series.values())).evidence
    return last._replace(
        id=f"{told.milestone.feat}({last.id})", value=f"{years} 年", found=Interval.point(Fraction(years)), period=str(end),
        status="derived", formula=Text(f"{end - years + 1}—{end}年逐年相比", f"{end - years + 1} to {end}, year by year"), inputs=inputs,
    )  # fmt: skip


def _years(end: int, years: int) -> Iterator[int]:
    yield from range(end - years + 1, end + 1)


# --------------------------------------------------------------------------------------------- what is said of it

def _label(told: Told) -> Text:
    words, milestone = _LABELS[told.milestone.feat], told.milestone
    mark = milestone.claim.mention.surface
    return Text(*(word.format(mark=mark, years=milestone.years) for word in words))


def _refuted(told: Told, year: Year, own: Year | None) -> Verdict:
    label, evidence = _label(told), year.evidence
    zh, en = f"{label.zh}：官方{when(evidence).zh}为{_value(year)}", f"{label.en}: official {evidence.value} in {when(evidence).en}"
    if own:
        higher = told.milestone.feat in _UPWARDS
        zh = f"{zh}，{told.year}年为{_value(own)}" if told.milestone.feat not in {"high", "low"} else f"{zh}，{'高' if higher else '低'}于{told.year}年的{_value(own)}"
        en = f"{en}, {own.evidence.value} in {told.year}"
    return Mismatch(evidence, Text(f"{zh}（{evidence.source.publisher}）", f"{en} ({evidence.source.publisher})"), own is not None and _firm(told, evidence))


def _confirmed(told: Told, own: Year, zh: str, en: str) -> Verdict:
    label = _label(told)
    return Match(own.evidence, Text(f"{label.zh}：官方{told.year}年为{_value(own)}，{zh}", f"{label.en}: official {own.evidence.value} in {told.year}, {en}"))


def _value(year: Year) -> str:
    return year.evidence.value.replace(" ", "")


def _firm(told: Told, evidence: Evidence) -> bool:
    return isinstance(told.milestone.claim.period, Stated) and firm(told.question, evidence)
