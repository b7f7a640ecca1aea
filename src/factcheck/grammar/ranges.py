"""Ranges: two numerals with a dash, 至, 到 or `to` between: 5-20%, 3至5亿元, 5%—7%, between $5bn and $7bn."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.grammar.attached import Attached, Currency, attached, currency_before, in_money
from factcheck.grammar.behind import motion_behind
from factcheck.grammar.fold import Text2
from factcheck.grammar.implied import noun_counted
from factcheck.grammar.lexicon import words
from factcheck.grammar.marks import hedges_around
from factcheck.grammar.numerals import Numeral, Rational, scale_of
from factcheck.grammar.quantities import exact, numeral_at
from factcheck.grammar.signs import signed
from factcheck.grammar.unit_words import TIME_UNITS, UnitWord, rated
from factcheck.interval import Interval
from factcheck.model import Mention, Span
from factcheck.patterns import regex
from factcheck.records import NamedTuple

__all__ = ["read_range"]

_TO = regex(r" ?(?:-{1,2}|至|到| to ) ?(?:零上|零下)?")
_AND = regex(" and ")
_BETWEEN = regex("between (?:US|HK|RMB )?[$£€¥￥]?$", re.IGNORECASE)
_OUT_OF = "(?:(?<![理自缘经事])由(?!于)|从(?![业事而严属众容])|(?<![各独亲来])自(?![己动主治来行由然身营产用有建费驾贸助]))"
"""由, 从 and 自 where they are words of their own."""
_FROM = regex(f"{_OUT_OF}[^，。;]{{0,40}}$")
_EN_OUT_OF = r"(?<!ing )(?<!range )(?<!ranges )(?<!ranged )from (?:[A-Za-z']{1,12} ){0,3}(?:[A-Z]{0,3}[$£€¥￥])?"
_FROM_NEAR = regex(f"(?:{_OUT_OF}(?:[^，。;]{{0,3}}|[^，。;]{{0,6}}[的年月日末底初期约近])|{_EN_OUT_OF})$", re.IGNORECASE)
_LED_ON = regex("[增升提涨扩降减跌缩回下上调][\u4e00-\u9fff]{0,3}?[至到为] ?[0-9]")
"""Behind a second figure this says that both are where a change starts: 从340亿至390亿欧元上调至360亿至400亿欧元."""
_FRACTION = regex("/[0-9]")
_APPROX = Fraction(5, 100)
_LONG = frozenset("—―")
_BEHIND = 40
_FIRST_YEAR = 1800


class _Joint(NamedTuple):
    """What joins two ends and where it ends; `apart`: a dash that may as well part them, an aside (£28bn - £3.5bn less than):
    one between blanks, or a long one, which in Chinese is two characters."""

    word: str
    end: int
    apart: bool


class _End(NamedTuple):
    numeral: Numeral
    sign: int
    unit: Attached | None
    currency: str | None
    start: int


def read_range(source: Text2, at: int) -> Mention | None:
    """The range that begins at `at`. From 由, 从 or `from` to a second figure it is a change, and so two figures."""
    text = source.folded
    first = _end(source, at)
    if first is None:
        return None
    stop = first.unit.end if first.unit else first.numeral.end
    link = _TO.match(text, stop) or _TO.match(text, first.numeral.end)
    if not link:
        link = _AND.match(text, stop) if _BETWEEN.search(text, max(0, first.start - 14), first.start) else None
    if not link or link.end() >= len(text):
        return None
    joint = _joint(source, first, link)
    second = _end(source, _numeral_start(text, joint.end), joint.end)
    if _is_change(text, first, link.group().strip()) and not (second and second.unit and _LED_ON.match(text, second.unit.end)):
        return None
    if second and first.currency:
        second = second._replace(unit=in_money(text, second.unit, Currency(first.currency, first.start)))
    return _joined(source, first, second, joint) if second else None


def _joint(source: Text2, first: _End, link: re.Match[str]) -> _Joint:
    """What joins two ends. Of two dashes side by side the second is the sign of what follows (-8%--5%), unless both are one long dash."""
    word, end = link.group(), link.end()
    at = link.start() + word.find("--")
    if "--" in word and (first.sign < 0 or source.plain[at] != source.plain[at + 1]):
        word, end = word.replace("--", "-").rstrip(), at + 1
    spaced = word[:1] == " " and word[-1:] == " "
    latin = source.folded[max(0, first.start - 2) : first.start].isascii()
    long = sum(written in _LONG for written in source.plain[link.start() : end])
    return _Joint(word, end, "-" in word and (spaced or long > (0 if latin else 1)))


def _end(source: Text2, at: int, first: int | None = None) -> _End | None:
    """One end of a range; `first` is where its sign may stand at the earliest."""
    numeral = numeral_at(source.folded, at) if at < len(source.folded) else None
    if numeral is None or numeral.value is None or numeral.inside or numeral.bare or _FRACTION.match(source.folded, numeral.end):
        return None
    start, sign = signed(source, at, first)
    money = currency_before(source.folded, start)
    unit = in_money(source.folded, attached(source.folded, numeral.end), money)
    if money and (source.folded[money.start].isascii() or unit is None or unit.word.unit != money.unit):
        start, outer = signed(source, money.start, first)
        sign *= outer
    return _End(numeral, sign, unit, money.unit if money else None, start)


def _numeral_start(text: str, at: int) -> int:
    """Where the second numeral starts, behind its sign or currency."""
    while at < len(text) and text[at] in "-+$£€¥￥USHKRMB":
        at += 1
    return at


def _is_change(text: str, first: _End, link: str) -> bool:
    """由3万增至5万, from 5 to 7 percent; and 增加3万人至15万人, rose $2 to $70: an amount and where it led."""
    start = first.start
    if "到" in link and _FROM.search(text[max(0, start - 42) : start]):
        return True
    if link not in {"至", "到", "to"}:
        return False
    if _FROM_NEAR.search(text[max(0, start - 40) : start]):
        return True
    percent = first.unit is not None and first.unit.word.unit == "percent" and link != "to"
    return (first.unit is not None or first.currency is not None) and not percent and _moves(text, start)


def _moves(text: str, start: int) -> bool:
    """Whether a word of change stands right before a figure."""
    if text[start - 1 : start] != " ":
        return any(words(f"zh/changes/{way}").ending(text, start) for way in ("up", "down"))
    word = text[max(0, start - 16) : start - 1].rpartition(" ")[2].lower()
    return any(word in words(f"en/changes/{way}").table for way in ("up", "down"))


def _joined(source: Text2, first: _End, second: _End, joint: _Joint) -> Mention | None:
    """The range of two ends, if they have one unit between them and are no two things side by side."""
    own = _word(first)
    unit, end = _unit_of(source.folded, first, second, dashed="-" in joint.word)
    mixed = (first.numeral.script, second.numeral.script) == ("arabic", "chinese")  # 涨破7.25至一周新高
    if unit is None or mixed or (own and not _same(own, unit)) or _is_code(first, second, unit):
        return None
    low: Rational = first.numeral.value * unit.factor * first.sign if first.numeral.value is not None else 0
    high: Rational = second.numeral.value * unit.factor * second.sign if second.numeral.value is not None else 0
    if not own or first.unit is None:
        lent = low * scale_of(source.folded, second.numeral)
        lends = first.numeral.ulp <= 1 < second.numeral.ulp and lent < 10 * high
        low = lent if lends else low  # 8000至1万元 says both in full; 30至20万吨 runs backwards
    if first.unit is None and source.folded.startswith("零下", first.start) and "零" not in joint.word:
        low, high = sorted((low, -high))  # 零下5至10℃ is below zero at both ends
    if (first.unit or (first.currency and (second.currency or joint.apart))) and _are_two(source.folded, joint, unit, end, falls=low >= high):
        return None
    if low >= high and (_goes_to(first, second, joint) or _is_million(first, second)):
        return None
    place = second.numeral.ulp
    said = low == (first.numeral.value or 0) * unit.factor * first.sign
    return _mention(source, Span(first.start, end), (low, high), unit, (min(first.numeral.ulp, place) if said else place, place))


def _is_code(first: _End, second: _End, unit: UnitWord) -> bool:
    """Whether no time is meant: one below nought, or a number before a year of the calendar (某公司-600085-2025年报)."""
    return unit.unit in TIME_UNITS and (first.sign < 0 or (unit.unit == "year" and (second.numeral.value or 0) >= _FIRST_YEAR))


def _goes_to(first: _End, second: _End, joint: _Joint) -> bool:
    """Whether money went to so many: lent $700bn to 150 countries."""
    return bool(first.currency) and not second.currency and joint.word == " to "


def _is_million(first: _End, second: _End) -> bool:
    """Whether the m of the second end is no metre: between 500,000 and 1m people."""
    return first.unit is None and second.unit is not None and second.unit.word.unit == "m" and first.numeral.ulp == 1


def _same(own: UnitWord, last: UnitWord) -> bool:
    """Whether the unit of the first end is that of the last, which may say what both are per: 5元-8元/斤, $5-10 a barrel."""
    return (own.unit or own.classifier or "") in {last.unit or last.classifier, (last.unit or "").partition("/")[0]}


def _are_two(text: str, joint: _Joint, unit: UnitWord, end: int, *, falls: bool) -> bool:
    """Whether two figures that each have their unit are no range: they run downwards, or a dash parts them and the second is a difference."""
    if falls:
        return joint.apart or unit.unit != "percent" or joint.word == " to "
    than = motion_behind(text, end, min(len(text), end + _BEHIND)) if joint.apart else None
    return than is not None and than.compared


def _word(end: _End) -> UnitWord | None:
    if end.unit and (end.unit.word.unit or end.unit.word.classifier):
        return end.unit.word
    return UnitWord(0, 1, end.currency, None) if end.currency else None


def _unit_of(text: str, first: _End, second: _End, *, dashed: bool) -> tuple[UnitWord | None, int]:
    """The unit of a range and where it ends: that of the second figure, else (5%-7) a percentage before."""
    if second.unit:
        return second.unit.word, second.unit.end
    stop = second.numeral.end
    currency = second.currency or first.currency
    if currency:
        word = rated(text, stop, UnitWord(0, 1, currency, None))
        return word, stop + word.length
    if counted := noun_counted(text, second.numeral):
        return counted, stop + counted.length
    own = first.unit.word if first.unit else None
    return (own, stop) if own and own.unit == "percent" and dashed else (None, stop)


def _mention(source: Text2, span: Span, ends: tuple[Rational, Rational], word: UnitWord, ulps: tuple[Rational, Rational]) -> Mention:
    low, high = map(exact, ends)
    below, place = (exact(ulp * word.factor) for ulp in ulps)
    typical = Interval(low - below / 2, high + place / 2) if low <= high else Interval(high - place / 2, low + place / 2)
    marks = hedges_around(source.folded, span.start, span.end)
    widened = Interval(min(low, high) - abs(low) * _APPROX, max(low, high) + abs(high) * _APPROX).hull(typical)
    return Mention(
        span, source.plain[span.start : span.end], "range", low=low, high=high, ulp=place, step=place, unit=word.unit,
        classifier=word.classifier, hedge=marks.hedge, hedge_spans=marks.spans, guaranteed=widened if marks.hedge == "approx" else typical,
        typical=typical, via=("range",),
    )  # fmt: skip
