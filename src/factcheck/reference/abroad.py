"""Other countries, and other currencies: the same statistic as international sources count it.

It confirms; but sources abroad differ in definition and in when they are revised, so it contradicts only what is far from it,
and that is never more than a warning.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.model import Indicator, Mismatch, Text, Unchecked, Verdict
from factcheck.reference.tracks import Question, Track
from factcheck.reference.ways import track

__all__ = ["softened", "way"]

_NEAR = Fraction(1, 10)
"""What one source gives lies within about this much of what another does."""


def way(question: Question, indicator: Indicator) -> Track | Unchecked:
    """The figures of the indicator itself; where it has none of this area and unit, those of its counterpart abroad."""
    own = track(question, indicator)
    if isinstance(own, Track):
        return own
    found = (track(question, one) for one in question.reference.related(indicator.id, "abroad_of"))
    return next((one for one in found if isinstance(one, Track)), own)


def softened(question: Question, track: Track, verdict: Verdict) -> Verdict:
    """The verdict as it is against the indicator itself; against a counterpart abroad, without its teeth."""
    measured = question.reference.indicator(track.about)
    if not isinstance(verdict, Mismatch) or measured is None or measured.abroad_of is None:
        return verdict
    if not _near(question.claim.mention.value, verdict):
        return verdict._replace(firm=False)
    zh, en = "各机构的数略有出入，不判真伪", "sources differ by so much"
    return Unchecked("not_comparable", Text(f"{verdict.why.zh}；{zh}", f"{verdict.why.en}; {en}"), verdict.evidence)


def _near(value: Fraction | None, verdict: Mismatch) -> bool:
    low, high = verdict.evidence.found.low, verdict.evidence.found.high
    if value is None or low is None or high is None:
        return False
    return low * (1 - _NEAR) <= value <= high * (1 + _NEAR)
