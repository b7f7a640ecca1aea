"""How a claim and an official figure lie to each other: the verdict's words, by intervals alone."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from factcheck.hedging import bounds, coarse
from factcheck.interval import Interval
from factcheck.model import Claim
from factcheck.records import NamedTuple

__all__ = ["FITS", "Fit", "Said", "fit", "said", "same_size", "touches"]

Fit = Literal["match", "compatible", "coarse", "cut", "weak", "mismatch"]
FITS: tuple[Fit, ...] = ("match", "compatible", "coarse", "cut", "weak", "mismatch")
"""From best to worst."""

_SIGNED = {"growth", "change"}
_LONG = 100
_FAR = 2
"""A bound that so many times less or more would hold as well says nothing."""
_RATES = {"percent", "permille", "percentage_point", "ratio", "times"}
_NOT_ROUND = {"fraction", "rank", "ordinal", "range"}


class Said(NamedTuple):
    """One reading of a claim: D, P, what it may stand for as a round figure, and as one whose last digits are cut off."""

    guaranteed: Interval
    typical: Interval
    coarse: Interval | None = None
    cut: Interval | None = None


def said(claim: Claim) -> tuple[Said, ...]:
    """The readings of a claim; none if it has no amount. Words give the sign (下降3.2% is -3.2), unless the figure has its own (增速为-3.2%);
    without any, both may hold."""
    plain = _plain(claim)
    if plain is None:
        return ()
    signed = claim.statement in _SIGNED or (claim.statement == "level" and claim.change == "growth_rate")
    if not signed or claim.direction == "up" or (plain.typical.low is not None and plain.typical.low < 0):
        return (plain,)
    turned = Said(*(interval and interval.negated() for interval in plain))  # type: ignore[arg-type]  # D and P are never None
    return (turned,) if claim.direction == "down" else (plain, turned)


def fit(readings: tuple[Said, ...], found: Interval, typical: Interval) -> Fit:
    """How a figure fits the best of a claim's readings; `found` and `typical` are the figure's own D and P."""
    return min((_fit(reading, found, typical) for reading in readings), key=FITS.index, default="mismatch")


def touches(readings: tuple[Said, ...], found: Interval) -> bool:
    """Whether a figure and a claim that do not fit have an end in common: by closed intervals that is no conflict, and no proof either."""
    return any(found.meets(reading.guaranteed) for reading in readings)


def same_size(claim: Claim, typical: Interval) -> bool:
    """Whether an open bound (1亿元以上) is of the size of the figure: what is true of nearly any figure says nothing of this one."""
    hedge, value = claim.mention.hedge, claim.mention.value
    if value is None or hedge not in {"ge", "le"}:
        return True
    size = abs(value)
    far = typical.low is not None and typical.low > _FAR * size if hedge == "ge" else typical.high is not None and typical.high < size / _FAR
    return not far


def _fit(reading: Said, found: Interval, typical: Interval) -> Fit:
    """Two figures of the same last digit that differ by one touch at the tie between them, which no one rounds both ways: 5.0% is not 5.1%."""
    if typical.within(reading.typical):
        return "match"
    if found.overlaps(reading.typical) and typical.overlaps(reading.typical):
        return "compatible"
    if reading.coarse and found.overlaps(reading.coarse):
        return "coarse"
    if reading.cut and found.within(reading.cut):
        return "cut"
    # an official 超143万 allows any larger figure, yet means none that is much larger
    return "weak" if found.overlaps(reading.guaranteed) else "mismatch"


def _plain(claim: Claim) -> Said | None:
    mention = claim.mention
    if mention.guaranteed and mention.typical:
        return Said(mention.guaranteed, mention.typical, _coarse(claim), _cut(claim))
    if mention.value is None:
        return None
    return Said(*bounds(mention.value, mention.ulp, mention.step, mention.hedge), _coarse(claim))


def _cut(claim: Claim) -> Interval | None:
    """145846亿 for 145846.76亿: what of a long amount is left when its last digits are dropped, not rounded."""
    mention = claim.mention
    value, ulp = mention.value, mention.ulp
    if mention.hedge != "none" or value is None or value < _LONG * ulp or claim.statement != "level" or mention.unit in _RATES:
        return None
    return Interval(value, value + ulp, high_open=True)


def _coarse(claim: Claim) -> Interval | None:
    """Only a bare round number is coarse: 80亿, 3000; a nought behind the point is meant (4.0)."""
    mention = claim.mention
    bare = mention.hedge == "none" and "." not in mention.surface and mention.kind not in _NOT_ROUND and mention.step > mention.ulp
    return coarse(mention.value or Fraction(0), mention.step) if bare and mention.value else None
