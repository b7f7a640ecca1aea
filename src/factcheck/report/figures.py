"""Figures for people and programs: exact decimals, intervals, and the official figure in the unit in which ours is written."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from typing import NamedTuple

from factcheck.config import Lang
from factcheck.interval import Interval
from factcheck.model import Evidence, Mention, Text
from factcheck.patterns import regex
from factcheck.report.words import say

__all__ = ["Difference", "difference", "exact", "exact_or_none", "in_our_unit", "official", "rounded", "shown"]

_DIGITS = regex(r"[0-9０-９][0-9０-９,，.．]{0,63}")
_PLAIN = str.maketrans("０１２３４５６７８９．", "0123456789.", ",，")
_DIGITS_SHOWN = 4
_INNER = regex(r"[多余来几]")
_UNITS = {
    "CNY": Text("元", "yuan"), "USD": Text("美元", "US dollars"), "person": Text("人", "people"),
    "kW": Text("千瓦", "kW"), "kWh": Text("千瓦时", "kWh"), "t": Text("吨", "t"), "km2": Text("平方公里", "km²"),
    "percent": Text("%", "%"), "permille": Text("‰", "‰"), "percentage_point": Text("个百分点", " percentage points"),
    "times": Text("倍", " times"), "year": Text("年", " years"), "hectare": Text("公顷", " hectares"), "mu": Text("亩", " mu"),
}  # fmt: skip


class Difference(NamedTuple):
    """Ours less the official figure, in our unit; `percent` of the official one, None where that is zero."""

    value: Fraction
    percent: Fraction | None


def exact(value: Fraction) -> str:
    """An exact decimal without exponent, `a/b` where there is none."""
    places, rest = _places(value.denominator)
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    digits = str(abs(value.numerator) * 10**places // value.denominator).zfill(places + 1)
    sign = "-" if value < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def exact_or_none(value: Fraction | None) -> str | None:
    """The same for a value that may not be there."""
    return None if value is None else exact(value)


def _places(denominator: int) -> tuple[int, int]:
    """How many decimal places a denominator needs, and what of it is neither twos nor fives."""
    counts = []
    for prime in (2, 5):
        count = 0
        while denominator % prime == 0:
            denominator //= prime
            count += 1
        counts.append(count)
    return max(counts), denominator


def rounded(value: Fraction, digits: int) -> str:
    """A decimal of so many significant digits, for people."""
    found = Context(prec=digits).divide(Decimal(value.numerator), Decimal(value.denominator))
    text = f"{found:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown(interval: Interval) -> str:
    """An interval for people: one number to the digits that both ends share, else both ends, or the one that there is."""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "?"
    if low is None:
        return f"{'<' if interval.high_open else '≤'} {rounded(high or Fraction(0), 8)}"
    if high is None:
        return f"{'>' if interval.low_open else '≥'} {rounded(low, 8)}"
    whole = len(str(abs(int(high))))
    shared = next(
        (
            digits
            for digits in range(max(5, whole), max(_DIGITS_SHOWN, whole) - 1, -1)
            if rounded(low, digits) == rounded(high, digits)
        ),
        0,
    )
    if shared:
        return rounded(low, shared)
    return "～".join(rounded(end, max(_DIGITS_SHOWN, whole)) for end in (low, high))


def official(mention: Mention, evidence: Evidence, lang: Lang) -> str:
    """The official figure in the unit in which ours is written: 140.19万亿元 is answered by 140.1879万亿元."""
    written = _as_written(mention)
    if written:
        before, factor, after = written
        return f"{before}{_reading(evidence, Fraction(1) / factor)}{after}"
    if mention.unit in {None, "ratio"} and mention.kind == "fraction":
        return f"{_reading(evidence, Fraction(100))}%"
    unit = _UNITS.get(mention.unit or "")
    return f"{_reading(evidence, Fraction(1))}{say(unit, lang) if unit else ' ' + (mention.unit or mention.classifier or '')}".rstrip()


def in_our_unit(mention: Mention, gap: Fraction, lang: Lang) -> str:
    """A difference in the unit in which ours is written; that of two percentages is one of percentage points."""
    written = _as_written(mention)
    if mention.unit == "percent":
        return f"{rounded(gap, _digits(gap))}{say(_UNITS['percentage_point'], lang)}"
    if written:
        return f"{rounded(gap / written[1], _digits(gap / written[1]))}{written[2]}"
    unit = _UNITS.get(mention.unit or "")
    return f"{rounded(gap, _digits(gap))} {say(unit, lang) if unit else mention.unit or mention.classifier or ''}".rstrip()


def _reading(evidence: Evidence, factor: Fraction) -> str:
    """A published figure to its last digit, a computed one as the interval that it is."""
    found = evidence.found.scaled(factor)
    if evidence.formula is None and found.low is not None and found.high is not None:
        middle = exact((found.low + found.high) / 2)
        if len(middle) <= 18 and "/" not in middle:
            return middle
    return shown(found)


def _as_written(mention: Mention) -> tuple[str, Fraction, str] | None:
    """What stands before and after the one run of digits, and what a 1 there amounts to; None where that is not so simple."""
    runs = list(_DIGITS.finditer(mention.surface))
    if len(runs) != 1 or mention.value is None:
        return None
    digits = runs[0][0].translate(_PLAIN).rstrip(".")
    if digits.count(".") > 1:
        return None
    factor = mention.ulp * 10 ** len(digits.partition(".")[2])
    if not factor or Fraction(digits) * factor != abs(mention.value):
        return None
    before, after = mention.surface[: runs[0].start()], mention.surface[runs[0].start() + len(runs[0][0].rstrip(",，.．")) :]
    return before.rstrip("-−－"), factor, _INNER.sub("", after)


def _digits(value: Fraction) -> int:
    """Four, and every digit of a whole number: the difference of two figures must add up with them."""
    return max(_DIGITS_SHOWN, len(str(abs(int(value)))))


def difference(mention: Mention, evidence: Evidence) -> Difference | None:
    """How far ours is from the middle of the official figure; None for a range or a bound."""
    low, high = evidence.found.low, evidence.found.high
    if mention.value is None or low is None or high is None:
        return None
    middle = (low + high) / 2
    gap = mention.value - middle
    return Difference(gap, gap / abs(middle) * 100 if middle else None)
