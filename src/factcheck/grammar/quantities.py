"""Amounts: a numeral with its unit, hedges and range, as a Mention with the intervals that the wording allows."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from factcheck import units
from factcheck.grammar.marks import Marks, hedges_around, is_inside
from factcheck.grammar.numerals import Numeral, read_arabic, read_chinese, read_english, read_vague
from factcheck.grammar.unit_words import UnitWord, per_word, unit_at, unit_length
from factcheck.hedging import bounds
from factcheck.interval import Interval
from factcheck.model import Kind, Mention, Span, Unread
from factcheck.patterns import regex

__all__ = ["Text2", "numeral_at", "read_quantity"]

_TO = regex(r" ?(?:-{1,2}|至|到| to ) ?")
_AND = regex(r" ?(?:[、和与及]|以及) ?")
_EN_AND = regex(r" (?:and|or|to) ")
_NEGATIVE = ("零下", "负")
_FILLER = regex("(?:地|能|可|的|就|挣|卖到|收入|售价|价格|为|在|约|达到?|上|赚|要|需|增收|补贴|奖励)*")
_TIME_UNITS = {"year", "month", "quarter", "day", "hour", "minute", "second", "week", "decade"}
_NOUN = regex(r"(?: [a-z][a-z-]{1,20}){1,3}")
_WORDS = regex("[a-z-]+")
_PLURAL = regex("children|people|women|men|[a-z-]{2,}(?<![sui])s")
_NO_NOUN = frozenset("of in the and to for on at by from with or was were is are has have as than that which per its this percent".split())
_TABLE_UNIT = regex(r"\( ?1[0 ]{0,6}(?: ?(?:million|thousand|billion))? ?[A-Za-z ]{2,20}\)")
_PEOPLE = regex("(?:人口|人数)(?:达到?|为|共|有)?$")
_LEAST_PEOPLE = 1000
_PER_MU = regex("(?:亩产|单产)[^，。；0-9]{0,6}$")
_NO_COUNT = frozenset({"双"})
"""Measure words of what comes in a pair by nature: 两双手 counts nothing."""


class Text2(NamedTuple):
    """The text as it stands and as the grammar reads it; one offset serves both."""

    plain: str
    folded: str


@lru_cache(maxsize=64)
def numeral_at(text: str, at: int) -> Numeral | None:
    """The numeral that begins at `at`, in whatever script."""
    first = text[at : at + 1]
    if first.isascii() and first.isdigit():
        numeral = read_arabic(text, at, unit_length)
        return read_english(text, at, numeral) if numeral else None
    if first.isascii():
        return read_english(text, at)
    return read_vague(text, at, unit_length) or read_chinese(text, at, unit_length)


def read_quantity(source: Text2, at: int) -> Mention | Unread | None:
    """The amount that begins at `at`: a range, a quantity with a unit, or one that shares the unit of the next."""
    text = source.folded
    numeral = numeral_at(text, at)
    if numeral is None:
        return None
    start = _sign(source, numeral.start)
    ranged = _range(source, numeral, start)
    if ranged:
        return ranged
    word, end = _unit_behind(text, numeral.end)
    if word is None:
        word, end = _shared_unit(text, numeral), numeral.end
    if word is None:
        word, end = _english_noun(text, numeral)
    if word is None:
        return _implied(source, numeral, start)
    if _TABLE_UNIT.match(text, start - 1):
        return Unread(Span(start, end), source.plain[start:end], "table_unit")
    return _mention(source, numeral, word, start, end)


def _unit_behind(text: str, at: int) -> tuple[UnitWord | None, int]:
    """The unit behind a numeral, over one blank and over an inner 多 or 余; and where it ends."""
    inner = 1 if is_inside(text, at) and unit_length(text, at + 1) else 0
    for gap in (0, 1):
        if gap and text[at + inner : at + inner + 1] != " ":
            break
        word = unit_at(text, at + inner + gap)
        if word:
            return word, at + inner + gap + word.length
    return None, at


def _english_noun(text: str, numeral: Numeral) -> tuple[UnitWord | None, int]:
    """What an English number counts, as a classifier: the plural within three words behind it (583 national standards)."""
    found = _NOUN.match(text, numeral.end)
    if not found or numeral.value is None or numeral.value < 2:
        return None, numeral.end
    plurals = [word for word in _WORDS.finditer(found.group()) if _PLURAL.fullmatch(word.group())]
    if not plurals or any(word in _NO_NOUN for word in found.group()[: plurals[0].start()].split()):
        return None, numeral.end
    last = plurals[0]
    return UnitWord(last.end(), Fraction(1), None, last.group()), numeral.end + last.end()


def _implied(source: Text2, numeral: Numeral, start: int) -> Mention | None:
    """People without a unit: 常住人口766579."""
    head = source.folded[max(0, start - 6) : start]
    if numeral.script != "arabic" or numeral.value is None or numeral.value < _LEAST_PEOPLE or not _PEOPLE.search(head):
        return None
    if not re.match(r"[，,。;；、\s]|$", source.folded[numeral.end : numeral.end + 1]):
        return None
    mention = _mention(source, numeral, UnitWord(0, Fraction(1), "person", None), start, numeral.end)
    return mention._replace(via=("arabic_numeral", "implied_unit")) if isinstance(mention, Mention) else None


def _shared_unit(text: str, numeral: Numeral) -> UnitWord | None:
    """The unit of the last of a list, for an item without one: 0.9、5.9个百分点; 5亿和7.5亿元."""
    at = numeral.end
    for _ in range(12):
        link = _AND.match(text, at) or _EN_AND.match(text, at)
        following = numeral_at(text, link.end()) if link and link.end() < len(text) else None
        if following is None or following.bare:
            return None
        word, _ = _unit_behind(text, following.end)
        if word:
            return word if word.unit and word.unit not in _TIME_UNITS else None
        at = following.end
    return None


def _sign(source: Text2, start: int) -> int:
    """Where the numeral starts with its sign: a minus that is no dash between things, or 零下 and 负."""
    for word in _NEGATIVE:
        if source.folded.endswith(word, 0, start):
            return start - len(word)
    before = source.folded[start - 2 : start]
    if before[-1:] in {"-", "+"} and source.plain[start - 1] in "-−－﹣+＋" and not re.match(r"[0-9A-Za-z%)）年月日号至到\-]", before[:-1]):
        return start - 1
    return start


def _range(source: Text2, first: Numeral, start: int) -> Mention | None:
    """Two numerals with a dash, 至 or 到 between: 5-20%, 3至5亿元. From 由 or 从 to 到 it is a change, no range."""
    text = source.folded
    word, end = _unit_behind(text, first.end)
    link = _TO.match(text, end if word else first.end)
    if not link or link.end() >= len(text) or first.value is None or first.inside:
        return None
    if "到" in link.group() and re.search("[由从自][^，。；]{0,40}$", text[max(0, start - 42) : start]):
        return None
    second = numeral_at(text, link.end())
    if second is None or second.value is None:
        return None
    unit, end = _unit_behind(text, second.end)
    if unit is None and not (word and word.unit == "percent"):
        return None
    unit = unit or word
    if unit is None or (word and (word.unit, word.classifier) != (unit.unit, unit.classifier)):
        return None
    low, high = first.value * unit.factor, second.value * unit.factor
    if not word and low < high and _lends_scale(first, second):
        lent = low * _scale_of(second, text)
        low = lent if lent < 10 * high else low  # 8000至1万元 says both in full; 30至20万吨 runs backwards
    if unit.unit == "percent" or low < high or word is None:
        return _ranged(source, Span(start, end), (low, high), unit, (min(first.ulp, second.ulp) if low == first.value else second.ulp, second.ulp))
    return None


def _lends_scale(first: Numeral, second: Numeral) -> bool:
    """3—5亿元 means 3亿 to 5亿: the first has no scale word and the second has one."""
    return first.ulp <= 1 < second.ulp


def _scale_of(numeral: Numeral, text: str) -> Fraction:
    digits = re.match(r"[0-9,]+(?:\.([0-9]+))?", text[numeral.start : numeral.end])
    written = Fraction(1, 10 ** len(digits.group(1) or "")) if digits else Fraction(1)
    return numeral.ulp / written if digits else Fraction(1)


def _ranged(source: Text2, span: Span, ends: tuple[Fraction, Fraction], word: UnitWord, ulps: tuple[Fraction, Fraction]) -> Mention:
    (low, high), ulp = ends, ulps[1]
    lowest, highest = low - ulps[0] / 2, high + ulp / 2
    allowed = Interval(lowest, highest) if low <= high else Interval(high - ulp / 2, low + ulp / 2)
    kind: Kind = "other" if word.unit == "age" else "range"
    return Mention(
        span, source.plain[span.start : span.end], kind, low=low, high=high, ulp=ulp, step=ulp, unit=word.unit,
        classifier=word.classifier, guaranteed=allowed, typical=allowed, via=("range",),
    )  # fmt: skip


def _mention(source: Text2, numeral: Numeral, word: UnitWord, start: int, end: int) -> Mention | Unread | None:
    """A quantity with everything resolved but its period and meaning."""
    text = source.folded
    inner = numeral.inside or is_inside(text, numeral.end)
    if word.unit == "year" and is_inside(text, end):
        inner, end = True, end + 1
    marks = hedges_around(text, start, end, bare=numeral.bare)
    if numeral.bare and not (marks.spans or inner):
        return Unread(Span(start, end), source.plain[start:end], "bare_scale")
    if _indefinite(numeral, word, text, marks, inner=inner):
        return Unread(Span(start, end), source.plain[start:end], "article")
    if not word.unit and not word.classifier:
        return None
    factor, unit = word.factor, word.unit
    unit, factor = _rate(text, start, marks, word, unit, factor)
    sign = -1 if start < numeral.start and source.folded[start] in {"-", "零", "负"} else 1
    return _finished(source, numeral, Span(start, end), unit, word, factor * sign, marks, inner=inner)


def _finished(
    source: Text2, numeral: Numeral, span: Span, unit: str | None, word: UnitWord, factor: Fraction, marks: Marks, *, inner: bool
) -> Mention:
    hedge = "gt" if inner and marks.hedge in {"none", "approx"} else marks.hedge
    if marks.hedge == "near_below":
        hedge = "near_below"
    size = abs(factor)
    value = None if numeral.value is None else numeral.value * factor
    ulp, step = numeral.ulp * size, numeral.step * size
    low, high = (None if x is None else x * factor for x in (numeral.low, numeral.high))
    if value is not None:
        guaranteed, typical = bounds(value, ulp, step, hedge)
        if inner and marks.hedge != "near_below":
            guaranteed = typical = Interval(value, value + step, low_open=True, high_open=True)
    else:
        guaranteed = typical = Interval(low, high, high_open=numeral.script == "vague" and high is not None and high % 10 == 0)
    return Mention(
        span, source.plain[span.start : span.end], _kind(unit, word), value, low, high, ulp, step, unit,
        word.classifier, hedge, marks.spans, guaranteed, typical, via=(f"{numeral.script}_numeral", "unit"),
    )  # fmt: skip


def _kind(unit: str | None, word: UnitWord) -> Kind:
    """What kind of figure a unit makes."""
    if unit is None:
        return "count"
    if unit in {"percent", "permille"}:
        return "percent"
    if unit in {"percentage_point", "basis_point"}:
        return "percentage_point"
    if unit == "times":
        return "multiple"
    if unit in {"degC", "degF"}:
        return "temperature"
    if unit == "age":
        return "other"
    if unit in _TIME_UNITS:
        return "duration"
    if _is_money(unit.split("/")[0]):
        return "money"
    return "count" if word.classifier else "quantity"


def _is_money(name: str) -> bool:
    unit = units.unit(name)
    return unit is not None and "currency" in unit.dimension


def _indefinite(numeral: Numeral, word: UnitWord, text: str, marks: Marks, *, inner: bool) -> bool:
    """一 before a classifier is an article (一位采购商), and so is the 两 of 两地."""
    if numeral.script == "chinese" and word.classifier in _NO_COUNT:
        return True
    if numeral.script != "chinese" or numeral.value != 1 or inner or numeral.bare:
        return False
    if word.unit in _TIME_UNITS:
        return text[numeral.start - 1 : numeral.start] == "的" and not marks.spans
    return not marks.spans or word.classifier is not None or word.unit == "person"


def _rate(
    text: str, start: int, marks: Marks, word: UnitWord, unit: str | None, factor: Fraction
) -> tuple[str | None, Fraction]:
    """Make it a rate where 每斤 or 一亩地 stands before it in the clause, or `a barrel` behind: CNY/jin, 枚/day."""
    top = unit or word.classifier
    if unit in {"percent", "percentage_point", "permille", "times"} or unit in _TIME_UNITS or top is None or "/" in top:
        return unit, factor
    if unit and _PER_MU.search(text[max(0, start - 10) : start]) and units.ratio(unit, "kg"):
        return f"{unit}/mu", factor
    stop = min([start, *(span.start for span in marks.spans if span.start < start)])
    for opener in range(stop - 1, max(-1, start - 14), -1):
        if text[opener] in "，。；：！？、\n":
            break
        if text[opener] not in "每一":
            continue
        over = per_word(text, opener + 1)
        rest = text[opener + 1 + over.length : stop] if over else ""
        if over and _FILLER.fullmatch(rest) and not (text[opener] == "一" and over.unit in _TIME_UNITS):
            return f"{top}/{over.unit}", factor / over.factor
    return unit, factor
