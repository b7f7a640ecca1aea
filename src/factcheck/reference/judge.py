"""The verdict on a claim: what the reference set says of it, or why it says nothing."""

from __future__ import annotations

from factcheck.model import (
    Claim,
    Coarse,
    Compatible,
    Context,
    Evidence,
    Indicator,
    Match,
    Mismatch,
    Missing,
    Text,
    Unchecked,
    Verdict,
    Weak,
)
from factcheck.period import Period
from factcheck.reference.abroad import softened, way
from factcheck.reference.fit import said
from factcheck.reference.hold import dated, verdict
from factcheck.reference.lookup import ReferenceSet
from factcheck.reference.tracks import Question, Track, base_unit, current
from factcheck.reference.undated import assumed, undated
from factcheck.reference.wording import agreed

__all__ = ["judge"]

_FORECAST = Unchecked("forecast", Text("预测或目标，不判真伪", "a forecast or target is neither true nor false"))
_UNFINISHED = Unchecked("forecast", Text("到发稿时这一时期尚未结束", "the period was not over when the article appeared"))
_DURATION = Unchecked("not_a_statistic", Text("时长不由统计数据核对", "a duration is no statistic"))
_UNBOUND = Unchecked("unbound", Text("看不出这个数说的是什么", "nothing says what this figure measures"))
_NOWHERE = Unchecked("unbound", Text("看不出这个数说的是哪里", "nothing says of which area this figure is"))
_ANNIVERSARY = Unchecked("not_a_statistic", Text("周年不由统计数据核对", "an anniversary is no statistic"))
_MEAN = Unchecked("not_comparable", Text("文中为一段时间的平均数，不可比", "a mean of so much a day or a year is no figure of the year"))
_SUPPOSED = Unchecked("not_comparable", Text("文中只是假设，不判真伪", "what is only supposed is neither true nor false"))
_SAMPLE = Text("但文中说的是抽样推算，口径不同", "but the text speaks of an estimate from a sample")
_NO_FIGURE = Unchecked("not_comparable", Text("没有可比的数值", "there is no figure to compare"))
_PEOPLE, _COUNTS = "person", {"quantity", "count"}
_NEAR = 5
_PRECISE = 1000
"""A figure written to four digits is another statistic's by chance once in thousands of times."""
_PERHAPS_ANOTHER_UNIT = {"not_comparable", "no_reference"}
_MISWRITTEN = {"scale_wan_yi", "decimal_shift", "digits_swapped", "digit_dropped", "digit_doubled"}
_ORDER = ("not_comparable", "unbound", "no_reference")
"""Of several reasons why there is nothing to compare with, the most telling first."""


def judge(claim: Claim, reference: ReferenceSet, context: Context, *, strict: bool = False) -> Verdict:
    """Hold a claim against the set. Never guesses: what is not surely comparable is unchecked, with the reason.

    `strict`: a round number that is right only as such is a mismatch.
    """
    claim = _placed(claim)
    refused = _refused(claim)
    if refused:
        return refused
    verdict = _judged(claim, reference, context, strict=strict)
    if "sample" in claim.scope and isinstance(verdict, Mismatch | Weak | Compatible | Coarse):
        return Unchecked("not_comparable", agreed(verdict.why, [_SAMPLE]), verdict.evidence)
    return verdict


def _judged(claim: Claim, reference: ReferenceSet, context: Context, *, strict: bool) -> Verdict:
    """The verdict on a claim that may be compared."""
    measured = [one for name in claim.indicator_ids if (one := reference.indicator(name))]
    question = Question(_counted(claim, measured), reference, context.published.value, strict)
    verdict = _against(question, [way(question, one) for one in measured])
    if people := [one for one in measured if one.kind == "stock" and base_unit(one) == _PEOPLE]:
        from factcheck.reference.census import counted  # few articles speak of a population

        verdict = counted(question, people[0], verdict)
    if not question.claim.mention.unit or not _unexplained(verdict):
        return verdict
    from factcheck.reference.wrong_unit import wrong_unit  # only where nothing like it could be compared

    return next((wrong for one in measured if (wrong := wrong_unit(question, one))), verdict)


def _unexplained(verdict: Verdict) -> bool:
    """Whether the figure may be one in another unit."""
    if isinstance(verdict, Unchecked):
        return verdict.reason in _PERHAPS_ANOTHER_UNIT
    return isinstance(verdict, Mismatch) and not verdict.firm and not verdict.slips


def _against(question: Question, found: list[Track | Unchecked]) -> Verdict:
    """Against each statistic that the name may mean."""
    claim = question.claim
    tracks = {one.about: one for one in found if isinstance(one, Track)}
    if not tracks:
        if _lasts(claim):
            return _DURATION
        reasons = [one for one in found if isinstance(one, Unchecked)] or [_unknown(claim)]
        return min(reasons, key=lambda one: _ORDER.index(one.reason))
    if _running(question) and not any(_is_out(question, one) for one in tracks.values()):
        return _UNFINISHED
    verdicts = [softened(question, one, _held(question, one)) for one in tracks.values()]
    return verdicts[0] if len(verdicts) == 1 else _several(claim, list(tracks.values()), verdicts)


def _placed(claim: Claim) -> Claim:
    """全国第三产业占国内生产总值比重: the only area named is where the share is, not what it is of."""
    if claim.statement == "share" and claim.area.value is None and claim.whole.value is not None:
        return claim._replace(area=claim.whole, whole=claim.area)
    return claim


def _counted(claim: Claim, measured: list[Indicator]) -> Claim:
    """A population of 1.4 billion, 12.67 million new jobs: people, though the text does not say so."""
    mention = claim.mention
    if mention.kind not in _COUNTS or mention.unit is not None or any(base_unit(one) != _PEOPLE for one in measured):
        return claim
    what = mention.classifier
    named = not what or any(what in one.name.en or what in one.aliases for one in measured)
    return claim._replace(mention=mention._replace(unit=_PEOPLE)) if measured and named else claim


def _refused(claim: Claim) -> Unchecked | None:
    """What is not compared at all; this is all that most figures of an article cost."""
    if claim.modality != "actual":
        return _FORECAST
    if _lasts(claim) and not claim.indicator_ids:
        return _DURATION
    if claim.statement == "anniversary":
        return _ANNIVERSARY
    if claim.indicator.value is None:
        return _UNBOUND
    if not claim.indicator_ids:
        return _unknown(claim)
    if "supposed" in claim.scope:
        return _SUPPOSED
    if "mean" in claim.scope:
        return _MEAN
    return _NOWHERE if claim.area.value is None else None


def _lasts(claim: Claim) -> bool:
    """Whether it says how long something takes: no statistic but where one is counted in hours or years."""
    return claim.mention.kind == "duration" and claim.statement == "level"


def _running(question: Question) -> bool:
    """Whether the claim's period was not over when the article appeared: what it says of it is an aim or an estimate."""
    period, date = question.claim.period.value, question.date
    return bool(date and date.last and period and period.last and period.last > date.last)


def _is_out(question: Question, way: Track) -> bool:
    """Whether the official figure for the claim's period was out by then all the same, as that of a harvest is."""
    period = question.claim.period.value
    return period is not None and current(way.at(period)) is not None


def _unknown(claim: Claim) -> Unchecked:
    name = claim.indicator.value
    return Unchecked("no_reference", Text(f"参考库没有“{name}”", f"the reference set does not know {name}"))


def _several(claim: Claim, tracks: list[Track], verdicts: list[Verdict]) -> Verdict:
    """One name for several statistics: a figure that fits, or contradicts, whichever is meant needs no choice between them."""
    first = verdicts[0]
    if all(isinstance(verdict, Match | Compatible) for verdict in verdicts):
        return first
    matches = [verdict for verdict in verdicts if isinstance(verdict, Match)]
    unknown = sum(isinstance(verdict, Unchecked) and verdict.nearest is None for verdict in verdicts)
    if len(matches) == 1 and unknown == len(verdicts) - 1 and _is_precise(claim):
        return matches[0]  # digit by digit the one that has a figure: the others contradict nothing
    miswritten = [verdict for verdict in verdicts if isinstance(verdict, Mismatch) and {slip.name for slip in verdict.slips} & _MISWRITTEN]
    if len(miswritten) == 1 and unknown == len(verdicts) - 1 and _is_precise(claim):
        return miswritten[0]._replace(firm=False)
    if isinstance(first, Mismatch) and all(isinstance(verdict, Mismatch) for verdict in verdicts):
        return first._replace(firm=False)
    zh, en = "、".join(way.name.zh for way in tracks), ", ".join(way.name.en for way in tracks)
    name = claim.indicator.value
    return Unchecked("ambiguous", Text(f"“{name}”可指{zh}", f"{name} may be {en}"))


def _is_precise(claim: Claim) -> bool:
    mention = claim.mention
    return mention.hedge == "none" and mention.value is not None and abs(mention.value) >= _PRECISE * mention.ulp


def _held(question: Question, way: Track) -> Verdict:
    """Against the figure of its period; without a period, against what may be meant."""
    readings = said(question.claim)
    if not readings:
        return _NO_FIGURE
    slot = question.claim.period
    if isinstance(slot, Missing) and slot.named and way.memory > 1:
        return Unchecked("no_period", slot.why)
    own, certain = dated(question, way, readings)
    if own and (certain or own.fit != "mismatch"):
        return verdict(question, way, readings, own)
    if own:
        return assumed(question, way, readings, own)
    # what is taken to be of a time that the set has not is no figure of another
    timeless = question.claim.period.value is None or question.claim.statement == "streak"
    return undated(question, way, readings) if timeless else _no_figure(question, way)


def _no_figure(question: Question, way: Track) -> Unchecked:
    """The text names a period that the set has not; cumulative and annual figures are never held against each other."""
    period, area = question.claim.period.value, question.claim.area.value
    others = [one for one in way.periods if _same_year(one, period) and not (period and way.find(period) == one)]
    where = f"{area.name if area else ''}“{way.name.zh}”"
    if others:
        forms = "、".join(one.text for one in others[:4])
        zh, en = f"文中时期为{period}，{where}只有{forms}的数，不可比", f"the text speaks of {period}; the set has {forms}"
        return Unchecked("not_comparable", Text(zh, en))
    zh, en = f"参考库没有{where}{period}的数", f"the reference set has no {way.name.en} for {period}"
    return Unchecked("no_reference", Text(zh, en), _neighbour(way, period))


def _neighbour(way: Track, period: Period | None) -> Evidence | None:
    """The figure of the nearest whole year, none that lies far off."""
    if period is None or not period.is_year or not period.year:
        return None
    apart = {abs(one.year - period.year): one for one in way.periods if one.is_year and one.year}
    figures = way.figures(apart[min(apart)]) if apart and min(apart) <= _NEAR else ()
    return figures[-1].evidence if figures else None


def _same_year(one: Period, other: Period | None) -> bool:
    return bool(other and other.first and one.first and one.first.year == other.first.year)
