"""Releases that the set does not hold: what an article quotes may be a figure that was official once, or is by now.

A figure is known from its first release on, and is revised. Where the set has only what came out after the article, or long after its time,
a misfit no larger than a revision contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.model import Claim, Evidence, Text
from factcheck.period import Period
from factcheck.reference.tracks import CONSTANT, Figure, Question, Track

__all__ = ["in_force", "moved", "out_of_reach", "unseen"]

_FAR = 2
"""How many times the official figure a misprint makes of it at most, but for a slip in its scale."""
_DRIFT = 1
"""By so many percentage points a census may move the growth of a year."""
_MONEY = {"CNY", "USD", "EUR", "HKD", "JPY", "GBP"}
_REVISED, _REVISED_MONEY = Fraction(2, 1000), Fraction(4, 100)
_LATER = Fraction(4, 100)
"""By how much of itself a figure may be revised after it first came out; and one that was not out yet may have been different."""
_MONTHS, _SOON = 10, 1
"""So many months after the end of its time a figure has come out for the first time; and so many after one article another may print it."""


def unseen(question: Question, figure: Figure, figures: Sequence[Figure]) -> Text | None:
    """Why the claim may quote a release that the set does not hold; another size altogether is no other release."""
    claim = question.claim
    if out_of_reach(claim, figure.evidence):
        return None
    if not (in_force(figure, figures) or _comes_soon(question, figure, figures) or _is_beyond(claim, figure)):
        return Text("但当时或现行的官方数未收录", "but the official figure of then or now is not in the set")
    if claim.mention.unit in _MONEY and _moves_on(question, figure) and _is_close(claim, figure.evidence):
        return Text("但此后可能已修订，修订数未收录", "but it may have been revised since, and that is not in the set")
    if _comes_late(figures) and _is_close(claim, figure.evidence):
        return Text("但最初发布的数未收录，也许是它", "but the figure as first published, which may be meant, is not in the set")
    return None


def _is_beyond(claim: Claim, figure: Figure) -> bool:
    """Whether a level is further from a release that came out later than that can have moved it; a census moves amounts of money further."""
    counted = claim.statement == "level" and claim.mention.unit not in _MONEY
    return counted and figure.standing == "later" and not _is_close(claim, figure.evidence, _LATER)


def in_force(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether the figure was the official one when the article appeared: what was superseded later, yes; by what the set has not, no."""
    known = figure.evidence.status != "superseded" or any(one.standing == "later" for one in figures)
    return known and figure.standing == "current"


def out_of_reach(claim: Claim, evidence: Evidence) -> bool:
    """Whether an amount is of another size altogether, so that no other release can be what was meant."""
    ours, low, high = claim.mention.value, evidence.found.low, evidence.found.high
    return bool(claim.statement == "level" and ours and low and high and not low / _FAR <= ours <= high * _FAR)


def moved(question: Question, track: Track, evidence: Evidence) -> Text | None:
    """That the level was revised after its growth came out, so that a rate not far from it may be the revised one."""
    claim, found, date = question.claim, evidence.found, question.date
    ours = claim.mention.value
    if claim.statement != "growth" or ours is None or found.low is None or found.high is None or not evidence.published:
        return None
    if not found.low - _DRIFT <= (-ours if claim.direction == "down" else ours) <= found.high + _DRIFT:
        return None
    known = date.last.year if date and date.last else 9999
    levels = (o for o in question.reference.series(track.about, evidence.area) if o.period == evidence.period)
    revised = any(o.published[:4] > evidence.published[:4] and int(o.published[:4]) <= known for o in levels if o.published)
    return Text("但水平数此后已修订，增速可能也已修订", "but the level was revised since, and the growth may have been with it") if revised else None


def _comes_soon(question: Question, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether it is the first release known and came out right after the article: where it was printed a little later than elsewhere."""
    date, out = question.date and question.date.last, figure.evidence.published
    first = Period.parse(out).first if out else None
    if figure is not figures[0] or figure.standing != "later" or date is None or first is None:
        return False
    return (first.year - date.year) * 12 + first.month - date.month <= _SOON


def _moves_on(question: Question, figure: Figure) -> bool:
    """Whether it is of a part of a year and some months old: such figures are revised, and few say so."""
    period, date = Period.parse(figure.evidence.period) if figure.evidence.period != CONSTANT.text else None, question.date and question.date.first
    out = Period.parse(figure.evidence.published).last if figure.evidence.published else None
    if period is None or period.stock or period.is_year or figure.evidence.formula or date is None or out is None:
        return False
    return (date.year - out.year) * 12 + date.month - out.month > _SOON


def _comes_late(figures: Sequence[Figure]) -> bool:
    """Whether the first release that the set knows may not be the first that there was."""
    published = [one.evidence for one in figures if one.evidence.formula is None and one.evidence.period != CONSTANT.text]
    return bool(published) and all(_is_late(evidence) for evidence in published)


def _is_late(evidence: Evidence) -> bool:
    """Whether it came out long after its time, or nobody knows when."""
    last = Period.parse(evidence.period).last
    out = Period.parse(evidence.published).first if evidence.published else None
    return last is not None and (out is None or (out.year - last.year) * 12 + out.month - last.month > _MONTHS)


def _is_close(claim: Claim, evidence: Evidence, reach: Fraction | None = None) -> bool:
    """Whether a revision may lie between them."""
    ours, low, high = claim.mention.value, evidence.found.low, evidence.found.high
    reach = reach or (_REVISED_MONEY if claim.mention.unit in _MONEY else _REVISED)
    return bool(ours and low and high and low * (1 - reach) <= ours <= high * (1 + reach))
