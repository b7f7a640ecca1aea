"""Amounts: a numeral with its unit and hedges, as a Mention with the intervals that the wording allows."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from factcheck import units
from factcheck.grammar.attached import Attached, attached, currency_before, in_money
from factcheck.grammar.compound import joined
from factcheck.grammar.ends import end_unit
from factcheck.grammar.english import read_english, with_english_scale
from factcheck.grammar.fold import Text2
from factcheck.grammar.implied import bare_count, bare_index, implied_unit, noun_counted
from factcheck.grammar.lexicon import words
from factcheck.grammar.marks import Figure, Marks, hedge_of, hedges_around
from factcheck.grammar.numerals import SCALES, Numeral, Rational, read_arabic, read_chinese, scale_of
from factcheck.grammar.rates import unit_in_place
from factcheck.grammar.signs import figure_ends, signed
from factcheck.grammar.unit_words import TIME_UNITS, UnitWord, rated
from factcheck.grammar.vague import read_vague
from factcheck.hedging import Bounds, bounds
from factcheck.interval import Interval
from factcheck.model import Kind, Mention, Span, Unread
from factcheck.patterns import regex

__all__ = ["MEAN_AGE", "Text2", "exact", "kind_of", "numeral_at", "read_compound", "read_quantity"]

_AND = regex(r" ?(?:[、和与及]|以及) ?| (?:and|or|to) |, (?=[0-9][0-9.]{0,8}(?:, |,? and )[0-9])|,? and |(?<=[0-9])/(?=[0-9]{1,6}\.)|(?<=[0-9.][0-9])×(?=[0-9])")
_POINTS = regex(r"个(?:(?:[、和与及]|以及)[0-9]{1,3}(?:\.[0-9]{1,3})?个){1,8}百分点")
"""A list of which only the last says what it counts: 0.9个、2.7个和4.1个百分点."""
_TABLE_UNIT = regex(r"\( ?(?:100 million|10[ ,]?000|1[ ,]?000|10{0,2} (?:million|thousand|billion)) ?[A-Za-z ]{2,24}\)")
_UPS = regex("[一二两三四五六七八九][升降涨跌平]$")
"""One of several that fell: 一降七升 counts no litres."""
_QUOTED = regex('[^"。，;\n]{1,9}"')
MEAN_AGE = regex("寿命|平均|中位|expectancy|average|median|mean", re.IGNORECASE)
"""Words before an age that make it a statistic and no person's."""
_NO_COUNT = frozenset({"双"})
"""Measure words of what comes in a pair by nature: 两双手 counts nothing."""
_WHICH = frozenset("的那这某哪")
"""Before 一年 or 一天 these make it a certain one, and no length of time."""
_SMALL = 10
_MODEL_DIGITS = 3
_COUNTED_DOWN = regex(r"(?:[比为增加少减至到了变动化量数差额是(:：，、/~ ]|^)$")
_CLASS_SCALE = 10**4
_MOST_IN_LIST = 12
_MOST_APART = 20


@lru_cache(maxsize=256)
def numeral_at(text: str, at: int) -> Numeral | None:
    """The numeral that begins at `at`, in whatever script."""
    first = text[at : at + 1]
    if "0" <= first <= "9":
        return _digits_at(text, at)
    if first == "半":
        return Numeral(at, at + 1, Fraction(1, 2), None, None, Fraction(1, 2), Fraction(1, 2), "half")
    if first.isascii():
        return (read_vague(text, at) or read_english(text, at)) if first.isalpha() else None
    vague = read_vague(text, at) if first in "数几好若" or "几" in text[at + 1 : at + 5] else None
    return vague or read_chinese(text, at)


def _digits_at(text: str, at: int) -> Numeral | None:
    numeral = read_arabic(text, at)
    if numeral is None:
        return None
    behind = text[numeral.end : numeral.end + 2]
    if behind[:1] == "几":
        return read_vague(text, at) or numeral
    if behind.isascii() and (behind[:1].isalpha() or (behind[1:].isalnum() and behind[:1] in " \n-")):
        return with_english_scale(text, numeral, money=currency_before(text, at - (text[at - 1 : at] in {"-", "+"})) is not None)
    return numeral


def read_quantity(source: Text2, at: int) -> Mention | Unread | None:
    """The amount that begins at `at`: a quantity with a unit, one that shares the unit of the next, or one that implies its own."""
    text = source.folded
    numeral = numeral_at(text, at)
    if numeral is None:
        return None
    below = numeral.value is None and text.startswith(("零下", "零上"), at - 2)
    start, sign = signed(source, at) if numeral.value is not None or below else (at, 1)
    money = currency_before(text, start)
    numeral, unit = joined(text, numeral, attached(text, numeral.end))
    unit = in_money(text, unit, money)
    if money and (unit is None or unit.word.unit is None):
        top = UnitWord(0, 1, money.unit, None)
        priced = rated(text, numeral.end, top)
        start, outer = signed(source, money.start)
        return _mention(source, numeral, Attached(priced, numeral.end + priced.length), start, sign * outer, "currency_prefix")
    if unit and unit.word.classifier == "个" and _POINTS.match(text, numeral.end):
        unit = unit._replace(word=UnitWord(1, 1, "percentage_point", None))
    if unit:
        if money and unit.word.unit == money.unit and (text[money.start].isascii() or money.unit != "CNY"):
            start, outer = signed(source, money.start)
            sign *= outer
        if sign < 0 and text[start] == "-" and unit.word.unit in TIME_UNITS:
            start, sign = at, 1  # 天风证券-25年
        if sign < 0 and _is_model(text, numeral, unit, start):
            return Mention(Span(start, numeral.end), source.plain[start : numeral.end], "id", via=("model",))
        return _with_unit(source, numeral, unit, start, sign)
    for via, word_of in _WITHOUT_UNIT:
        word = word_of(text, numeral)
        if word:
            return _mention(source, numeral, Attached(word, numeral.end + word.length), start, sign, via)
    return None


def _is_model(text: str, numeral: Numeral, unit: Attached, start: int) -> bool:
    """Whether a dash and a small count make the name of a thing: 歼-20首次参加, 施工项目-3标段. Behind a word that compares it is a minus."""
    small = unit.word.classifier is not None and text[start + 1 : numeral.end].isdigit() and len(text[start + 1 : numeral.end]) <= _MODEL_DIGITS
    return small and text[start] == "-" and _COUNTED_DOWN.search(text, max(0, start - 3), start) is None


def read_compound(source: Text2, at: int) -> Mention | Unread | None:
    """One amount in two units whose second is none of its own: 6ft 2in, 10st 5lb, 2h 30m."""
    numeral = numeral_at(source.folded, at)
    return read_quantity(source, at) if numeral and joined(source.folded, numeral, None)[1] else None


def _with_unit(source: Text2, numeral: Numeral, unit: Attached, start: int, sign: int) -> Mention | Unread | None:
    text = source.folded
    if text[start - 1 : start] == "(" and _TABLE_UNIT.match(text, start - 1) and not figure_ends(text, start - 1):
        return Unread(Span(start, unit.end), source.plain[start : unit.end], "table_unit")
    if numeral.script == "half" and not _half_counts(text, numeral, unit):
        return None
    return _mention(source, numeral, unit, start, sign, "unit")


def _half_counts(text: str, numeral: Numeral, unit: Attached) -> bool:
    """半年, 半个百分点 are amounts; 上半年, 半个多 and 半道 are none."""
    before = text[numeral.start - 1 : numeral.start]
    return unit.word.unit is not None and not (before and before in "上下前后大多小过一") and text[unit.end : unit.end + 1] not in {"报", "度"}


def _shared_unit(text: str, numeral: Numeral) -> UnitWord | None:
    """The unit of the last of a list, for an item without one: 0.9、5.9个百分点; 5亿和7.5亿元."""
    at = numeral.end
    for _ in range(_MOST_IN_LIST):
        link = _AND.match(text, at)
        first = link.end() + text.startswith("-", link.end()) if link else len(text)
        following = numeral_at(text, first) if first < len(text) else None
        if following is None or following.bare:
            return None
        unit = attached(text, following.end)
        if unit:
            word = unit.word
            lent = _lent_scale(text, numeral, following)
            return word._replace(length=0, factor=word.factor * lent) if word.unit and word.unit not in TIME_UNITS else None
        at = following.end
    return None


def _lent_scale(text: str, numeral: Numeral, last: Numeral) -> Rational:
    """The scale words that an item of a list has from the last: 0.5、2.9、3.6万亿元. What would be of another size has its own."""
    scale = scale_of(text, last)
    if scale == 1 or numeral.value is None or not last.value or not text[numeral.end - 1].isdigit():
        return 1
    lent, size = abs(Fraction(numeral.value) * Fraction(scale)), abs(Fraction(last.value))
    return scale if size <= _MOST_APART * lent <= _MOST_APART**2 * size else 1


_WITHOUT_UNIT = (
    ("shared_unit", _shared_unit), ("end_unit", end_unit), ("counted_noun", noun_counted), ("implied_unit", implied_unit), ("bare_count", bare_count),
    ("bare_index", bare_index),
)  # fmt: skip


# --------------------------------------------------------------------------------------------- the mention

def _mention(source: Text2, numeral: Numeral, unit: Attached, start: int, sign: int, via: str) -> Mention | Unread | None:
    """A quantity with everything resolved but its period and meaning."""
    text, end, word = source.folded, unit.end, unit.word
    inside = numeral.inside or unit.inside
    marks = hedges_around(text, start, end, Figure(numeral.bare, word.unit, word.classifier is not None))
    skipped = _skipped(source, numeral, word, marks, inside=inside, more=unit.more != 0)
    if skipped:
        return Unread(Span(start, end), source.plain[start:end], skipped)
    if _watchword(text, numeral, word, start, end):
        return Mention(Span(start, end), source.plain[start:end], "other", None if numeral.value is None else exact(numeral.value), via=("watchword",))
    name, factor = unit_in_place(text, start, end, marks, word)
    if unit.more and numeral.value is not None:
        numeral = numeral._replace(value=numeral.value + unit.more, ulp=unit.place, step=unit.place)
    stepwise = next((mark for mark in marks.words if mark in words("zh/hedges/stepwise").table), "") if marks.words else ""
    return _finished(source, numeral, Span(start, end), name, word, factor * sign, marks, inside or stepwise[:1], via)


def _skipped(source: Text2, numeral: Numeral, word: UnitWord, marks: Marks, *, inside: str, more: bool) -> str:
    """Why a numeral with a unit is no amount: 百亿级 without a hedge, and 一 that is an article (一位采购商)."""
    text = source.folded
    if numeral.bare and not (marks.spans or inside):
        return "bare_scale"
    if numeral.script == "english" and numeral.value == 1 and kind_of(word.unit, word) == "money":
        return "article"  # yuan to one US dollar
    if numeral.script != "chinese":
        return ""
    if word.classifier in _NO_COUNT:
        return "article"
    if numeral.value != 1 or inside or numeral.bare:
        return ""
    if word.unit == "times":
        return ""
    if word.unit in TIME_UNITS:
        return "article" if text[numeral.start - 1 : numeral.start] in _WHICH else ""
    measured = marks.spans or text[numeral.end : numeral.end + 1] in SCALES  # 一千瓦 measures, 最后一公里 does not
    return "article" if word.classifier is not None or word.unit == "person" or not (measured or more) else ""


def _watchword(text: str, numeral: Numeral, word: UnitWord, start: int, end: int) -> bool:
    """Whether a small number is part of a watchword or a programme's name: 四项基本原则, “三个有利于”, 三年行动计划, 百亿元级."""
    if text[end : end + 1] == "级" and (word.classifier or numeral.ulp >= _CLASS_SCALE):
        return True
    if numeral.script != "chinese" and word.unit not in TIME_UNITS:
        return False
    if word.unit in {"year", "month", "day"}:
        return words("zh/words/programmes").starting(text, end) is not None
    if text[end - 1] in "升降涨跌" and _UPS.search(text, max(0, start - 2), start):
        return True
    if word.classifier is None or numeral.value is None or numeral.value > _SMALL:
        return False
    if text[start - 1 : start] == '"' and _QUOTED.match(text, end):
        return True
    return words("zh/words/slogans").starting(text, end) is not None


def _finished(
    source: Text2, numeral: Numeral, span: Span, unit: str | None, word: UnitWord, factor: Rational, marks: Marks, inside: str, via: str
) -> Mention:
    hedge = hedge_of(marks, inside)
    ours = unit == "age" and not MEAN_AGE.search(source.folded, max(0, span.start - 40), span.start)
    kind: Kind = "other" if ours else kind_of(unit, word)
    if factor != 1:
        numeral = _in_unit(numeral, factor)
    value = None if numeral.value is None else exact(numeral.value)
    low = None if numeral.low is None else exact(numeral.low)
    high = None if numeral.high is None else exact(numeral.high)
    ulp, step = exact(numeral.ulp), exact(numeral.step)
    if value is None:
        guaranteed, typical = _of_range(numeral, low, high, step, continuous=word.classifier is None and unit not in {"person", None})
    elif numeral.bare and "上" in marks.words:
        guaranteed, typical = _from(value, 10 * value), _from(value, 2 * value)
    elif inside and hedge == "gt":
        guaranteed = typical = _from(value, value + step if value > 0 else value - step)._replace(low_open=True, high_open=True)
    else:
        guaranteed, typical = bounds(value, ulp, step, hedge)
    return Mention(
        span, source.plain[span.start : span.end], kind, value, low, high, ulp, step, unit,
        word.classifier, hedge, marks.spans, guaranteed, typical, via=(f"{numeral.script}_numeral", via),
    )  # fmt: skip


def _in_unit(numeral: Numeral, factor: Rational) -> Numeral:
    """The numeral times a factor; a negative one turns the sign of the value, but no place of a digit."""
    scaled = numeral.times(factor, numeral.end)
    return scaled if factor > 0 else scaled._replace(low=scaled.high, high=scaled.low, ulp=-scaled.ulp, step=-scaled.step)


def _from(value: Fraction, limit: Fraction) -> Interval:
    """From a figure on, away from zero, to a limit that is left out."""
    return Interval(value, limit, high_open=True) if value < limit else Interval(limit, value, low_open=True)


def exact(number: Rational) -> Fraction:
    """The same number as the nouns of the model want it."""
    return number if isinstance(number, Fraction) else _whole(number)


@lru_cache(maxsize=4096)
def _whole(number: int) -> Fraction:
    return Fraction(number)


def _of_range(numeral: Numeral, low: Fraction | None, high: Fraction | None, step: Fraction, *, continuous: bool) -> Bounds:
    """What 十几, 几百 and 七八十万 allow. Of what is measured, and not counted, 十几 reaches from 10 to 20."""
    open_above = numeral.script == "vague" and high is not None and high % 10 == 0
    typical = Interval(low, high, high_open=open_above)
    between = low is not None and high is not None and high - low == 8 * step
    if continuous and between and low is not None and high is not None:
        return Interval(low - step, high + step, low_open=True, high_open=True), typical
    return typical, typical


@lru_cache(maxsize=1024)
def _kind_of_unit(unit: str) -> Kind:
    if unit in {"percent", "permille"}:
        return "percent"
    if unit in {"percentage_point", "basis_point"}:
        return "percentage_point"
    if unit == "times":
        return "multiple"
    if unit in {"degC", "degF"}:
        return "temperature"
    if unit in TIME_UNITS:
        return "duration"
    known = units.unit(unit.split("/", maxsplit=1)[0])
    return "money" if known is not None and "currency" in known.dimension else "quantity"


def kind_of(unit: str | None, word: UnitWord) -> Kind:
    """What kind of figure a unit makes; a measure word makes a count, a rate of one as well."""
    return "count" if unit is None or word.classifier else _kind_of_unit(unit)
