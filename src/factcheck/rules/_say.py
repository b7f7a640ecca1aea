"""Figures in a rule's message, in the unit in which the article writes them: 1105亿元, 335个."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from math import ceil, floor

from factcheck.model import Mention
from factcheck.patterns import regex

__all__ = ["at_least", "at_most", "number"]

_DIGITS = regex(r"[0-9０-９][0-9０-９,，.．]{0,63}")
_PLAIN = str.maketrans("０１２３４５６７８９．", "0123456789.", ",，")
_INNER = str.maketrans("", "", "多余来几")


def number(value: Fraction, digits: int = 12) -> str:
    """A decimal of so many significant digits at most, without an exponent."""
    found = Context(prec=digits).divide(Decimal(value.numerator), Decimal(value.denominator))
    text = f"{found:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


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
    found = _DIGITS.search(mention.surface)
    digits = Fraction(found.group().translate(_PLAIN).rstrip(".")) if found else Fraction(0)
    if not found or not digits or not mention.value:
        return number(value) + (mention.classifier or mention.unit or "")
    before, after = mention.surface[: found.start()], mention.surface[found.end() :].translate(_INNER)
    return f"{before}{number(value * digits / mention.value)}{after}"
