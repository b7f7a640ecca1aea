"""Holding a claim against one track: which period, which release, and what follows from it."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from factcheck.model import (
    Area,
    Assumed,
    Claim,
    Coarse,
    Compatible,
    Evidence,
    Match,
    Mention,
    Mismatch,
    Slip,
    Slot,
    Stated,
    Text,
    Unchecked,
    Verdict,
    Weak,
)  # fmt: skip
from factcheck.period import Period
from factcheck.records import NamedTuple
from factcheck.reference.fit import FITS, Fit, Said, fit, same_size, touches
from factcheck.reference.tracks import CONSTANT, Figure, Question, Track
from factcheck.reference.unseen import in_force, moved, out_of_reach, unseen
from factcheck.reference.wording import agreed, fitted, released, replaced
from factcheck.units import read_unit
from factcheck.written import read_written

__all__ = ["Outcome", "Readings", "dated", "firm", "is_hard", "mismatch", "outcome", "verdict"]

Readings = tuple[Said, ...]

_NATION = "156"
_BETWEEN = "a clause between"
"""So begins the reason for an assumed indicator where something else was spoken of in between."""
_OTHERS = "of another place"
"""So ends it where places are named nearby that it may be of instead."""
_NAMED = "the sentence names"
"""So begins the reason for an assumed area where the sentence names but that one."""
_SCALES = {"scale_wan_yi", "decimal_shift"}
_PEN = {*_SCALES, "digits_swapped", "digit_dropped", "digit_doubled", "neighbouring_period"}
"""Slips that another release of a figure is none of: it may differ in a digit, but not so, and is not the long figure of another year."""
_OPEN = Text("但这样的界限说明不了什么", "but such a bound says nothing of it")
_VAGUE = Text("但这是概数，说的是什么也是推得的", "but it is a vague number, and of what it is, is assumed")
_EDGE = Text("只在舍入的边缘相接，不能印证也不能否定", "they only touch where rounding ends, which neither proves nor refutes it")
_UNDATED = Text("稿件没有日期，写于修订前便是对的", "the article has no date, and is right if it is older than the revision")


class Outcome(NamedTuple):
    """How a claim fits the figures of one period, and which of them it is held against."""

    fit: Fit
    figure: Figure
    figures: tuple[Figure, ...]

    @property
    def evidence(self) -> Evidence:
        """What an editor is shown."""
        return self.figure.evidence

    @property
    def stale(self) -> bool:
        """Whether it fits only what had been revised by the article's date."""
        return self.figure.standing == "replaced"


def outcome(readings: Readings, track: Track, period: Period) -> Outcome | None:
    """The best fit among the releases of a period: those the author could know, then later ones, then replaced ones."""
    figures = track.figures(period)
    fits = [(fit(readings, figure.evidence.found, figure.typical), figure) for figure in reversed(figures)]
    for standing in ("current", "later", "replaced"):
        rows = [row for row in fits if row[1].standing == standing]
        best = min(rows, key=lambda row: (FITS.index(row[0]), row[1].evidence.formula is not None), default=None)
        if best and best[0] != "mismatch":
            return Outcome(*best, figures)
    current = [figure for _, figure in fits if figure.standing == "current"]
    published = (figure for figure in current if figure.evidence.formula is None)
    shown = next(published, current[0] if current else figures[-1] if figures else None)
    return Outcome("mismatch", shown, figures) if shown else None


def dated(question: Question, track: Track, readings: Readings) -> tuple[Outcome | None, bool]:
    """The outcome for the claim's own period, if there is a figure for it, and whether the text is sure of that period."""
    if track.periods == (CONSTANT,):
        return outcome(readings, track, CONSTANT), True
    slot = question.claim.period
    period = _asked(question)
    own = track.find(period) if period and period.first else None
    return outcome(readings, track, own) if own else None, isinstance(slot, Stated)


def _asked(question: Question) -> Period | None:
    """The claim's period; a streak is what it is in its last year."""
    period = question.claim.period.value
    spans = period and period.last and ".." in period.text and question.claim.statement == "streak"
    return Period.of_year(period.last.year) if period and period.last and spans else period


def verdict(question: Question, track: Track, readings: Readings, found: Outcome) -> Verdict:
    """What an outcome for a period that is certain amounts to."""
    mention = question.claim.mention
    if found.fit == "mismatch" or (found.fit in {"coarse", "cut"} and question.strict):
        return mismatch(question, track, readings, found)
    if found.stale:
        newest = next(figure.evidence for figure in reversed(found.figures) if figure.standing != "replaced")
        why = replaced(mention, found.evidence, newest)
        return Weak(found.evidence, why if question.date else agreed(why, [_UNDATED]), newest)
    why = fitted(mention, found.evidence, readings[0], found.fit)
    if not same_size(question.claim, found.figure.typical):
        return Unchecked("not_comparable", agreed(why, [_OPEN]), found.evidence)
    why = agreed(why, [*_revised(readings, found), *_also(readings, found)])
    if found.fit == "weak" and _of_another_area(question.claim, found.evidence, ()):
        return _elsewhere(why, found.evidence)
    match found.fit:
        case "match": return Match(found.evidence, why)
        case "compatible": return Compatible(found.evidence, why)
        case "coarse" | "cut": return Coarse(found.evidence, why)
        case "weak": return Weak(found.evidence, why)
        case _: assert_never(found.fit)


def mismatch(question: Question, track: Track, readings: Readings, found: Outcome, *, sure: bool = True) -> Verdict:
    """A contradiction, unless the official figure of that time is not in the set, or the text may mean something else."""
    claim, evidence = question.claim, found.evidence
    why = agreed(fitted(claim.mention, evidence, readings[0], "mismatch"), _otherwise(found))
    from factcheck.reference.diagnose import diagnose, telling  # only where something is wrong

    slips = diagnose(question, track, found.figure)
    told = telling(claim.mention, slips)
    # what is published outright is in no doubt for what could be computed besides
    doubts = [figure.doubt for figure in found.figures if figure.doubt and evidence.formula]
    doubt = next((one for one in doubts if any(one.within.meets(reading.guaranteed) for reading in readings)), None)
    if doubt and not told:
        return Unchecked("not_comparable", agreed(why, [doubt.why]), evidence)
    if not track.sure and not told:
        return Unchecked("not_comparable", agreed(why, [track.doubt]), evidence)
    edge = touches(readings, evidence.found)
    if edge and not _alike(claim.mention, evidence):
        return Unchecked("not_comparable", agreed(why, [_EDGE]), evidence)
    miswritten = told and not _PEN.isdisjoint(slip.name for slip in slips)
    other = None if miswritten else unseen(question, found.figure, found.figures)
    if other := other or moved(question, track, evidence):
        return Unchecked("no_reference", agreed(why, [other]), evidence)
    if not told and _of_another_area(claim, evidence, slips):
        return _elsewhere(why, evidence)
    if not told and isinstance(claim.indicator, Assumed) and claim.indicator.why.en.startswith(_BETWEEN):
        note = Text(f"但指标是推得的：{claim.indicator.why.zh}", f"but what it measures is assumed: {claim.indicator.why.en}")
        return Unchecked("ambiguous", agreed(why, [note]), evidence)
    if claim.mention.value is None and not firm(question, evidence):
        return Unchecked("ambiguous", agreed(why, [_VAGUE]), evidence)
    sure = sure and track.sure and not (doubts or edge) and in_force(found.figure, found.figures)
    return Mismatch(evidence, why, sure and firm(question, evidence), slips)


def _alike(mention: Mention, evidence: Evidence) -> bool:
    """Whether both are written in one scale, so that the one was not rounded from the other: then 5.1% is a misquoted 5.0%. What is
    converted or computed may be rounded either way where it lies between two figures."""
    written, unit = read_written(mention), evidence.value.partition(" ")[2]
    official = read_unit(unit) if unit else (Fraction(1), None, None)
    return bool(is_hard(evidence) and evidence.formula is None and written and official and written.scale == official[0])


def _elsewhere(why: Text, evidence: Evidence) -> Unchecked:
    return Unchecked("ambiguous", agreed(why, [Text("但文中没有说明地区", "but the text does not say where")]), evidence)


def _of_another_area(claim: Claim, evidence: Evidence, slips: tuple[Slip, ...]) -> bool:
    """Whether an area that the text does not name may be the wrong one: the figure is another's, or of another size altogether."""
    if not isinstance(claim.area, Assumed) or _only_one(claim.area):
        return False
    names = {slip.name for slip in slips}
    if "other_area" in names or claim.area.why.en.endswith(_OTHERS):
        return True
    return not names & _SCALES and out_of_reach(claim, evidence)


def _otherwise(found: Outcome) -> list[Text]:
    """What it would be from another year on, where the text leaves open from which."""
    figures = [figure.evidence for figure in found.figures if figure.standing == found.figure.standing]
    others = {figure.period: figure for figure in figures if figure.formula and figure.period != found.evidence.period}
    return [Text(f"{other.period}为{other.value}", f"{other.value} in {other.period}") for other in others.values()]


def _revised(readings: Readings, found: Outcome) -> list[Text]:
    """Right when written, and revised since."""
    newest = found.figures[-1]
    if newest.standing != "later" or found.figure.standing == "later":
        return []
    if fit(readings, newest.evidence.found, newest.typical) != "mismatch":
        return []
    now = released(newest.evidence)
    return [Text(f"后修订为{now.zh}", f"revised since to {now.en}")]


def _also(readings: Readings, found: Outcome) -> list[Text]:
    """A computed figure that says the same as the published one."""
    others = (f for f in found.figures if f.standing == "current" and f.evidence.formula and f.evidence.id != found.evidence.id)
    fitting = [f.evidence.formula for f in others if fit(readings, f.evidence.found, f.typical) in {"match", "compatible"}]
    return [Text(f"另按水平数：{formula.zh}", f"also from levels: {formula.en}") for formula in fitting[:1] if formula]


def firm(question: Question, evidence: Evidence) -> bool:
    """Whether the contradiction may be an error: everything said by the text itself, and every source hard."""
    claim = question.claim
    area = isinstance(claim.area, Stated) or _only_one(claim.area)
    # 全国2%的国土面积、9%的人口: a province's share in a list is of the nation as the one before, for of what else
    whole = claim.whole.value is None or isinstance(claim.whole, Stated) or claim.whole.value.code == _NATION
    period = claim.period.value
    yearly = claim.statement != "growth" or period is None or period.is_year or "year_on_year" in claim.basis
    compared = claim.statement != "change" or (claim.change == "times" and claim.whole.value is not None)
    said = isinstance(claim.indicator, Stated) and not isinstance(claim.base, Assumed)
    return said and area and whole and yearly and compared and is_hard(evidence)


def _only_one(slot: Slot[Area]) -> bool:
    return isinstance(slot, Assumed) and slot.why.en.startswith(_NAMED)


def is_hard(evidence: Evidence) -> bool:
    """Whether it and all that it was computed from are of grades A to B-, and none was only said to be about so."""
    return evidence.source.hard and not evidence.value.startswith("≈") and all(map(is_hard, evidence.inputs))
