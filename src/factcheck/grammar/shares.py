"""Shares in tenths, hundredths and halves, and doublings: 百分之三, 四成五, 过半, 翻两番; and discounts, which are no figures."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.grammar.fold import Text2
from factcheck.grammar.lexicon import words
from factcheck.grammar.marks import Figure, hedges_around
from factcheck.grammar.numerals import DIGITS, Numeral, Rational, read_chinese
from factcheck.grammar.quantities import exact, numeral_at
from factcheck.hedging import bounds
from factcheck.interval import Interval
from factcheck.model import Kind, Mention, Span
from factcheck.patterns import regex

__all__ = ["read_discount", "read_doubling", "read_half", "read_in_hundred", "read_multiplied", "read_tenths"]

_OF = regex("([百千万])分之")
_OF_UNIT: dict[str, tuple[str, Rational]] = {"百": ("percent", 1), "千": ("permille", 1), "万": ("permille", Fraction(1, 10))}
_HALF = regex("一半|半数|半(?![年天月日径导岛夜数路场身成决途老公球边小个封职])")
_TENTHS = regex("成(?![立为员本果功长就熟交分品套都])([一二三四五六七八九半](?![成个家年月万亿千百大]))?")
_TO = regex("至|到|-")
_DISCOUNT = regex("折(?![旧合算价扣叠射腾损返磨])")
_DOUBLED = regex("翻(?:番|倍)(?!上涨)")
_TENTH = Fraction(10)


def read_in_hundred(source: Text2, at: int) -> Mention | None:
    """百分之五点二, 千分之三, 百分之十五到二十."""
    text = source.folded
    found = _OF.match(text, at)
    numeral = numeral_at(text, found.end()) if found and found.end() < len(text) else None
    if not found or numeral is None:
        return None
    unit, factor = _OF_UNIT[found.group(1)]
    link = _TO.match(text, numeral.end)
    second = numeral_at(text, link.end()) if link and link.end() < len(text) else None
    if second is not None and second.value is not None and numeral.value is not None and second.value > numeral.value:
        return _ranged(source, Span(at, second.end), (numeral.value * factor, second.value * factor), unit, second.ulp * factor)
    if numeral.bare:  # 百分之百
        numeral = numeral._replace(ulp=1, step=1)
    if numeral.value is None:
        return _ranged(source, Span(at, numeral.end), ((numeral.low or 0) * factor, (numeral.high or 0) * factor), unit, numeral.ulp * factor)
    inside = text[numeral.end : numeral.end + 1]
    end = numeral.end + (inside in words("zh/hedges/inside").table)
    mention = _share(source, Span(at, end), numeral.value * factor, unit, numeral.ulp * factor, "in_hundred")
    return _up_to_next(mention, exact(numeral.step * factor)) if end > numeral.end else mention


def read_tenths(source: Text2, at: int) -> Mention | None:
    """四成, 七成多, 三成五, 三四成, 三到五成: each reaches five points to both sides."""
    text = source.folded
    numeral = numeral_at(text, at)
    link = _TO.match(text, numeral.end) if numeral else None
    if numeral is None:
        return None
    if link and numeral.value is not None:
        second = numeral_at(text, link.end())
        found = _TENTHS.match(text, second.end) if second else None
        if second is None or found is None or second.value is None or not numeral.value < second.value <= _TENTH:
            return None
        return _tenths_range(source, Span(at, found.end()), numeral.value, second.value)
    found = _TENTHS.match(text, numeral.end)
    if not found:
        return None
    if numeral.value is None:
        return _tenths_range(source, Span(at, found.end()), numeral.low or 0, numeral.high or 0)
    return _tenths(source, at, found, numeral) if numeral.value <= _TENTH and not numeral.inside else None


def _tenths(source: Text2, at: int, found: re.Match[str], numeral: Numeral) -> Mention:
    tail = found.group(1)
    value = (numeral.value or 0) * 10 + (5 if tail == "半" else DIGITS[tail] if tail else 0)
    inside = source.folded[found.end() : found.end() + 1] in {"多", "余"}
    ulp = 1 if tail and tail != "半" else 10
    mention = _share(source, Span(at, found.end() + inside), value, "percent", ulp, "tenths")
    return _up_to_next(mention, _TENTH - value % 10) if inside or mention.hedge == "gt" else mention


def _up_to_next(mention: Mention, step: Fraction) -> Mention:
    """七成多 and 超七成 reach to eight tenths."""
    value = mention.value or Fraction(0)
    above = Interval(value, value + step, low_open=mention.surface[-1:] in "多余", high_open=True)
    return mention._replace(hedge="gt", guaranteed=above, typical=above)


def _tenths_range(source: Text2, span: Span, low: Rational, high: Rational) -> Mention:
    reach = Interval(exact(low * 10 - 5), exact(high * 10 + 5))
    return _ranged(source, span, (low * 10, high * 10), "percent", 10)._replace(via=("tenths", "range"), guaranteed=reach, typical=reach)


def read_half(source: Text2, at: int) -> Mention | None:
    """一半, 半数, 过半, 近半: more than half, or a twentieth below it."""
    text = source.folded
    found = _HALF.match(text, at)
    before = text[at - 1 : at]
    if not found or (found.group() == "半" and before not in {"过", "近", "超", "逾"}):
        return None
    span = Span(at, found.end())
    value = Fraction(1, 2)
    marks = hedges_around(text, at, found.end())
    guaranteed, typical = bounds(value, Fraction(1, 10), Fraction(1, 10), marks.hedge)
    mention = _plain(source, span, value, "ratio", "half")._replace(hedge=marks.hedge, hedge_spans=marks.spans, guaranteed=guaranteed, typical=typical)
    if before in {"过", "超", "逾"} and found.group() != "一半":
        above = Interval(value, Fraction(1), low_open=True)
        return mention._replace(hedge="gt", hedge_spans=(Span(at - 1, at),), guaranteed=above, typical=above)
    if before == "近" and found.group() != "一半":
        below = Interval(Fraction(45, 100), value, high_open=True)
        return mention._replace(hedge="near_below", hedge_spans=(Span(at - 1, at),), guaranteed=below, typical=below)
    return mention


def read_doubling(source: Text2, at: int) -> Mention | None:
    """翻两番 is four times: each 番 doubles; 翻番 and 翻倍 are twice."""
    text = source.folded
    doubled = _DOUBLED.match(text, at)
    if doubled:
        return _times(source, at, Span(at, doubled.end()), Fraction(2))
    numeral = read_chinese(text, at) or numeral_at(text, at)
    if numeral is None or not numeral.value or text[numeral.end : numeral.end + 1] != "番" or "翻" not in text[max(0, at - 6) : at]:
        return None
    if numeral.value > 9 or numeral.value.denominator != 1:
        return None
    return _times(source, at, Span(at, numeral.end + 1), Fraction(2) ** int(numeral.value))


_MULTIPLIED = regex("(doubl|tripl|trebl|quadrupl|halv)(?:ed|ing)(?![A-Za-z-]| down| over)", re.IGNORECASE)
_TIMES = {"doubl": Fraction(2), "tripl": Fraction(3), "trebl": Fraction(3), "quadrupl": Fraction(4), "halv": Fraction(1, 2)}


def read_multiplied(source: Text2, at: int) -> Mention | None:
    """Doubled, tripled, halved: how many times as much."""
    found = _MULTIPLIED.match(source.folded, at)
    return _times(source, at, Span(at, found.end()), _TIMES[found.group(1).lower()]) if found else None


def _times(source: Text2, start: int, span: Span, times: Fraction) -> Mention:
    head = start - 1 if source.folded[start - 1 : start] == "翻" else start
    marks = hedges_around(source.folded, head, span.end)
    guaranteed, typical = bounds(times, Fraction(1), times, marks.hedge)
    return _plain(source, span, times, "times", "doubling")._replace(
        kind="multiple", hedge=marks.hedge, hedge_spans=marks.spans, guaranteed=guaranteed, typical=typical
    )


def read_discount(source: Text2, at: int) -> Mention | None:
    """八折 is a price tag, no figure of anything."""
    numeral = numeral_at(source.folded, at)
    if numeral is None or not _DISCOUNT.match(source.folded, numeral.end):
        return None
    span = Span(at, numeral.end + 1)
    return Mention(span, source.plain[span.start : span.end], "other", None, via=("discount",))


# --------------------------------------------------------------------------------------------- the mentions

def _share(source: Text2, span: Span, value: Rational, unit: str, ulp: Rational, via: str) -> Mention:
    marks = hedges_around(source.folded, span.start, span.end, Figure(unit="tenths"))
    size = exact(ulp)
    guaranteed, typical = bounds(exact(value), size, size, marks.hedge)
    return _plain(source, span, exact(value), unit, via)._replace(
        ulp=size, step=size, hedge=marks.hedge, hedge_spans=marks.spans, guaranteed=guaranteed, typical=typical
    )


def _plain(source: Text2, span: Span, value: Fraction, unit: str, via: str) -> Mention:
    kind: Kind = "fraction" if unit == "ratio" else "percent"
    return Mention(span, source.plain[span.start : span.end], kind, value, unit=unit, via=(via,))


def _ranged(source: Text2, span: Span, ends: tuple[Rational, Rational], unit: str, ulp: Rational) -> Mention:
    low, high, size = exact(ends[0]), exact(ends[1]), exact(ulp)
    reach = Interval(low - size / 2, high + size / 2)
    return Mention(
        span, source.plain[span.start : span.end], "range", low=low, high=high, ulp=size, step=size, unit=unit,
        guaranteed=reach, typical=reach, via=("in_hundred", "range"),
    )  # fmt: skip
