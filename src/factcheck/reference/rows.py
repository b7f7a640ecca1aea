"""Years in a row: beyond a mark, up or down, or at a place. Each year bears it out, or surely not, or is not known."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Evidence, Match, Mismatch, Stated, Text, Verdict, Weak
from factcheck.period import Period
from factcheck.reference.changes import growth, is_growth
from factcheck.reference.series import Year, Yearly, yearly
from factcheck.reference.told import Told, is_firm, label, unchecked, value_of
from factcheck.reference.tracks import Track
from factcheck.reference.wording import when

__all__ = ["in_a_row"]

Held = Callable[[int], bool | None]
"""Whether a year surely bears it out, or surely not."""


def in_a_row(told: Told) -> Verdict:
    """Up to its year, or to the one before where the text does not say or the figure is not out: only where neither will do is it wrong."""
    held = _held(told)
    certain = isinstance(told.milestone.claim.period, Stated) and told.year in told.series
    ends = (told.year,) if certain else (told.year, told.year - 1)
    states = [[held(year) for year in range(end - told.milestone.years + 1, end + 1)] for end in ends]
    for end, state in zip(ends, states, strict=True):
        if all(state):
            return _borne_out(told, held, end)
    if all(False in state for state in states):
        return _broken(told, held, ends[0])
    missing = [str(year) for year, state in zip(range(ends[0] - told.milestone.years + 1, ends[0] + 1), states[0], strict=True) if state is None]
    listed = "、".join(missing[:4])
    return unchecked("no_reference", f"参考库没有其中几年的可比数：{listed}等", f"the set has no comparable figure of some of the years: {', '.join(missing[:4])}")


def _held(told: Told) -> Held:
    match told.milestone.feat:
        case "years_up" | "years_down":
            return _moved(told)
        case "years_ranked":
            return _ranked(told)
        case _:
            return _stayed(told)


def _ranked(told: Told) -> Held:
    """At that place or not; None where two of about the same size may share it."""
    place = Interval.point(Fraction(told.milestone.claim.rank or 1))

    def held(year: int) -> bool | None:
        one = told.series.get(year)
        return None if one is None or (one.found != place and one.found.meets(place)) else one.found == place

    return held


def _stayed(told: Told) -> Held:
    """Beyond the mark or not."""
    value = told.milestone.claim.mention.value or Fraction(0)
    upwards = told.milestone.feat == "years_above"

    def held(year: int) -> bool | None:
        one = told.series.get(year)
        if one is None:
            return None
        low, high = (one.found.low, one.found.high) if upwards else (one.found.negated().low, one.found.negated().high)
        mark = value if upwards else -value
        if low is not None and low >= mark:
            return True
        return False if high is not None and high < mark and _as_now(told, one) else None

    return held


def _as_now(told: Told, one: Year) -> bool:
    """Whether a year is of the same making as the last; one whose making has changed since breaks no row."""
    own = told.series.get(told.year) or told.series[max(told.series)]
    return one.like(own)


def _moved(told: Told) -> Held:
    """Up or down from the year before: by the published rate, or by levels where growth is not reckoned at constant prices."""
    upwards, rates = told.milestone.feat == "years_up", _rates(told)
    by_levels = _by_levels(told)

    def held(year: int) -> bool | None:
        rate, one, before = rates.get(year), told.series.get(year), told.series.get(year - 1)
        signs = {_sign(rate.found)} if rate else set()
        if by_levels and one and before and one.like(before):
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


def _borne_out(told: Told, held: Held, end: int) -> Verdict:
    """Right; and too few, where the row surely began earlier and the text says of which year it is."""
    years, length = told.milestone.years, _length(held, end)
    shown = _counted(told, end, years)
    what = label(told)
    if length > years and told.milestone.feat in {"years_above", "years_below"} and held(end - length) is False:
        zh, en = f"{what.zh}：按官方数已连续{length}年（截至{end}年）", f"{what.en}: by official figures it is {length} years up to {end}"
        return Weak(_counted(told, end, length), Text(zh, en))
    return Match(shown, Text(f"{what.zh}：{end - years + 1}—{end}年逐年相符", f"{what.en}: so it was in each year from {end - years + 1} to {end}"))


def _broken(told: Told, held: Held, end: int) -> Verdict:
    year = next(back for back in range(end, end - told.milestone.years, -1) if held(back) is False)
    moved, before = told.milestone.feat in {"years_up", "years_down"}, told.series.get(year - 1)
    rate = _rates(told).get(year) if moved and not (_by_levels(told) and before) else None
    shown = rate or told.series.get(year) or _rates(told)[year]
    what, length = label(told), _length(held, end)
    zh, en = f"{what.zh}：官方{when(shown.evidence).zh}为{value_of(shown)}", f"{what.en}: official {shown.evidence.value} in {when(shown.evidence).en}"
    if moved and rate is None and before:
        zh, en = f"{zh}，上年为{value_of(before)}", f"{en}, {before.evidence.value} the year before"
    evidence = _counted(told, end, length) if length else shown.evidence
    return Mismatch(evidence, Text(f"{zh}（{shown.evidence.source.publisher}）", f"{en} ({shown.evidence.source.publisher})"), is_firm(told, shown))


def _counted(told: Told, end: int, years: int) -> Evidence:
    """So many years up to one, as a figure computed from the official ones."""
    inputs = tuple(found.evidence for year in range(end - years + 1, end + 1) if (found := told.series.get(year)))
    last = inputs[-1] if inputs else next(iter(told.series.values())).evidence
    return last._replace(
        id=f"{told.milestone.feat}({last.id})", value=f"{years} 年", found=Interval.point(Fraction(years)), period=str(end),
        status="derived", formula=Text(f"{end - years + 1}—{end}年逐年相比", f"{end - years + 1} to {end}, year by year"), inputs=inputs,
    )  # fmt: skip
