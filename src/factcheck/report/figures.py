"""Figures for people and programs: exact decimals, intervals, and the official figure in the unit in which ours is written."""

from __future__ import annotations

from fractions import Fraction

from factcheck.config import Lang
from factcheck.interval import Interval
from factcheck.model import Evidence, Mention, Text
from factcheck.records import NamedTuple
from factcheck.report.words import say
from factcheck.written import read_written, short

__all__ = ["Difference", "difference", "exact", "exact_or_none", "in_our_unit", "in_unit", "official", "shown"]

_DIGITS_SHOWN = 4
_MINUS = "-−－﹣‑‐‒–—"
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


def shown(interval: Interval) -> str:
    """An interval for people: one number to the digits that both ends share, else both ends, or the one that there is."""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "?"
    if low is None:
        return f"{'<' if interval.high_open else '≤'} {short(high or Fraction(0), 8)}"
    if high is None:
        return f"{'>' if interval.low_open else '≥'} {short(low, 8)}"
    whole = len(str(abs(int(high))))
    shared = next(
        (
            digits
            for digits in range(max(5, whole), max(_DIGITS_SHOWN, whole) - 1, -1)
            if short(low, digits) == short(high, digits)
        ),
        0,
    )
    if shared:
        return short(low, shared)
    return "～".join(short(end, max(_DIGITS_SHOWN, whole)) for end in (low, high))


def official(mention: Mention, evidence: Evidence, lang: Lang) -> str:
    """The official figure in the unit in which ours is written: 140.19万亿元 is answered by 140.1879万亿元."""
    written = read_written(mention)
    if written:
        return f"{written.before.rstrip(_MINUS)}{_reading(evidence, 1 / written.scale)}{written.unit()}"
    if mention.unit in {None, "ratio"} and mention.kind == "fraction":
        return f"{_reading(evidence, Fraction(100))}%"
    unit = _UNITS.get(mention.unit or "")
    return f"{_reading(evidence, Fraction(1))}{say(unit, lang) if unit else ' ' + (mention.unit or mention.classifier or '')}".rstrip()


def in_unit(mention: Mention, interval: Interval, lang: Lang) -> str:
    """A range to its ends, in the unit in which ours is written."""
    written = read_written(mention)
    scale = written.scale if written else Fraction(1, 100) if mention.unit == "ratio" else Fraction(1)
    unit = _UNITS.get(mention.unit or "")
    tail = written.unit() if written else "%" if mention.unit == "ratio" else say(unit, lang) if unit else mention.classifier or ""
    ends = [None if end is None else _end(end / scale) for end in (interval.low, interval.high)]
    if ends[0] is None or ends[1] is None:
        return shown(interval.scaled(1 / scale)) + tail
    return f"{ends[0]}～{ends[1]}{tail}" if ends[0] != ends[1] else f"{ends[0]}{tail}"


def _end(value: Fraction) -> str:
    """All digits of a decimal, eight of any other number."""
    digits = exact(value)
    return short(value, 8) if "/" in digits else digits


def in_our_unit(mention: Mention, gap: Fraction, lang: Lang) -> str:
    """A difference in the unit in which ours is written; that of two percentages is one of percentage points."""
    written = read_written(mention)
    if mention.unit == "percent":
        return f"{short(gap, _DIGITS_SHOWN)}{say(_UNITS['percentage_point'], lang)}"
    if written:
        return f"{short(gap / written.scale, _DIGITS_SHOWN)}{written.unit()}"
    unit = _UNITS.get(mention.unit or "")
    return f"{short(gap, _DIGITS_SHOWN)} {say(unit, lang) if unit else mention.unit or mention.classifier or ''}".rstrip()


def _reading(evidence: Evidence, factor: Fraction) -> str:
    """A published figure to its last digit, a computed one as the interval that it is."""
    found = evidence.found.scaled(factor)
    if evidence.formula is None and found.low is not None and found.high is not None:
        middle = exact((found.low + found.high) / 2)
        if len(middle) <= 18 and "/" not in middle:
            return middle
    return shown(found)


def difference(mention: Mention, evidence: Evidence) -> Difference | None:
    """How far ours is from the middle of the official figure; None for a range or a bound."""
    low, high = evidence.found.low, evidence.found.high
    if mention.value is None or low is None or high is None:
        return None
    middle = (low + high) / 2
    gap = mention.value - middle
    return Difference(gap, gap / abs(middle) * 100 if middle else None)
