"""Figures in a rule's message, in the unit in which the article writes them: 1105亿元, 335个."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from factcheck.model import Mention
from factcheck.written import read_written, short

__all__ = ["at_least", "at_most"]

_DIGITS = 12


def at_least(mention: Mention) -> str:
    """The least that a figure guarantees: of whole things a whole number."""
    low = mention.guaranteed.low if mention.guaranteed else None
    return "" if low is None else _written(Fraction(ceil(low)) if _whole(mention) else low, mention)


def at_most(mention: Mention) -> str:
    """The most that a figure allows."""
    high = mention.guaranteed.high if mention.guaranteed else None
    return "" if high is None else _written(Fraction(floor(high)) if _whole(mention) else high, mention)


def _whole(mention: Mention) -> bool:
    return mention.kind == "count" or (mention.unit == "person" and mention.ulp == 1)


def _written(value: Fraction, mention: Mention) -> str:
    """A value with the scale and unit of the mention's own words."""
    own = read_written(mention)
    if own is None:
        return short(value, _DIGITS) + (mention.classifier or mention.unit or "")
    return f"{own.before}{short(value / own.scale, _DIGITS)}{own.unit()}"
