"""Which productions are asked what begins at an offset: by the character that it starts with and the one behind the numeral.

So most numerals meet one production or two. A production that reads anything takes the numeral; the order is that of the lists.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from factcheck.grammar.attached import attached
from factcheck.grammar.calendar import Shape, longest, read_bare_day, read_calendar
from factcheck.grammar.clock import read_clock, read_english_clock, read_hours, read_position, read_score
from factcheck.grammar.english_calendar import read_digits_time, read_word_time
from factcheck.grammar.fold import Text2
from factcheck.grammar.identifiers import (
    in_token,
    read_address,
    read_code,
    read_number,
    read_serial,
    read_standard,
    read_token,
    read_word,
)
from factcheck.grammar.labels import (
    read_age,
    read_caption,
    read_congress,
    read_english_ordinal,
    read_enumeration,
    read_grade,
    read_item,
    read_nth,
    read_phase,
    read_set,
    read_slogan,
    read_top,
    read_weekday,
)
from factcheck.grammar.malformed import CHINESE, read_broken, read_commas, read_middle, read_mixed
from factcheck.grammar.numerals import Numeral
from factcheck.grammar.quantities import numeral_at, read_compound, read_quantity
from factcheck.grammar.ranges import read_range
from factcheck.grammar.ratios import (
    read_against,
    read_colons,
    read_english_ratio,
    read_every,
    read_parts_of,
    read_per_heads,
    read_slash,
)
from factcheck.grammar.shares import read_discount, read_doubling, read_half, read_in_hundred, read_multiplied, read_tenths
from factcheck.grammar.sport import read_event, read_result, read_round
from factcheck.model import Mention, Unread

__all__ = ["NUMERAL_FIRST", "Reader", "Token", "readers"]

Token = Mention | Shape | Unread
Reader = Callable[[Text2, int], Token | list[Mention] | None]
NUMERAL_FIRST = frozenset(f"0123456789{CHINESE}壹贰叁肆伍陆柒捌玖几数")
"""What a numeral may begin with, but for English words."""


def readers(text: str, at: int) -> list[Reader]:
    """The productions for what begins at `at`, in their order."""
    first = text[at]
    numeral = numeral_at(text, at) if first in NUMERAL_FIRST else None
    if numeral is None:
        return [*_BY_FIRST.get(first, () if first.isdigit() else _ENGLISH_WORD if first.isascii() else _CHINESE_WORD)]
    mark = text[numeral.end : numeral.end + 1]
    if mark == " ":
        mark = text[numeral.end + 1 : numeral.end + 2]
    found: list[Reader] = [read_in_hundred, read_parts_of] if mark == "分" else []  # 十分之一, before the word 十分
    found += _of_digits(text, at, numeral, mark) if "0" <= first <= "9" else _of_chinese(text, at, numeral, mark)
    found += _BY_MARK.get(mark, ())
    if mark.isascii() and mark.isalpha():
        found.append(read_english_ratio)
    found += (read_range, read_quantity, read_code) if mark in _RANGE_MARKS else _FIGURES
    return found


def _of_digits(text: str, at: int, numeral: Numeral, mark: str) -> list[Reader]:
    """What digits may be by what touches them: part of a token, a caption, a year in English, a code."""
    found: list[Reader] = []
    before = text[at - 1 : at]
    if before in _WATCHED:
        found += _of_neighbours(text, at, before)
    if mark == "," and text[numeral.end + 1 : numeral.end + 2].isdigit():
        found.append(read_commas)
    size = numeral.end - at
    if mark.isascii():
        if mark.isalpha() or mark in _TIME_SIGNS or (size == _YEAR_DIGITS and mark != "%"):
            found += _TIMES_IN_DIGITS
        if mark in _ORDINAL_ENDS:
            found.append(read_english_ordinal)
        if mark and ord(mark) < _FIRST_VISIBLE:
            found.append(read_broken)
    elif mark in _HIDDEN:
        found.append(read_broken)
    if in_token(text, at, numeral.end) and not (before == "-" and mark in {"%", "℃"}):
        found.append(read_token)
    if size >= _LONG or mark in {".", "-"} or before in {"〔", "["}:
        found.append(read_number)
    return found


def _of_neighbours(text: str, at: int, before: str) -> list[Reader]:
    """What the character before digits may make of them."""
    found: list[Reader] = []
    if before in ",." and (text[at - 2 : at - 1].isdigit() or (before == "." and not text[at - 2 : at - 1].strip())):
        found.append(read_middle)
    if before in _CAPTIONS:
        found.append(read_caption)
    if before in " -/" or before.isupper():
        found.append(read_standard)
    return found


def _of_chinese(text: str, at: int, numeral: Numeral, mark: str) -> list[Reader]:
    """What a Chinese numeral may be apart from a figure: part of a word, a plan, a day of the week, a point of a list."""
    found: list[Reader] = [_below_zero, read_word] if text[at] == "零" else [read_word]
    if text[numeral.end - 1] == "五" or mark == "五":
        found.append(_plan)
    if text[at - 1 : at] in _WEEK:
        found.append(read_weekday)
    if mark in _POINTS:
        found.append(read_enumeration)
    if mark.isascii() and mark.isdigit():
        found.append(read_mixed)
    if numeral.end == at + 1:
        found.append(read_slogan)
    return found


def _figure(source: Text2, at: int) -> Mention | Unread | None:
    """A range where something that may join two numerals stands behind the unit, and else an amount."""
    numeral = numeral_at(source.folded, at)
    unit = attached(source.folded, numeral.end) if numeral else None
    joined = unit is not None and source.folded[unit.end : unit.end + 1] in _RANGE_MARKS
    return (read_range(source, at) if joined else None) or read_quantity(source, at)


def _digits_time(source: Text2, at: int) -> Shape | None:
    """A time that begins with digits, in either language; the longer."""
    both = (read_digits_time(source.folded, at), read_calendar(source.folded, at, "-"))
    return longest(shape for shape in both if shape)


def _word_time(source: Text2, at: int) -> Shape | None:
    return read_word_time(source.folded, at)


def _time(mark: str) -> Reader:
    """Times whose first numeral has this character behind it."""
    return lambda source, at: read_calendar(source.folded, at, mark)


_plan = _time("")


def _bare_day(source: Text2, at: int) -> Shape | None:
    return read_bare_day(source.folded, at)


def _below_zero(source: Text2, at: int) -> Mention | Unread | None:
    """零下30℃: the sign comes before the numeral that carries it."""
    if not source.folded.startswith(("零下", "零上"), at) or at + 2 >= len(source.folded):
        return None
    return read_range(source, at + 2) or read_quantity(source, at + 2)


_CAPTIONS = frozenset("图表件栏注例式格 e.tr")
_WATCHED = _CAPTIONS | frozenset(",-/ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_TIME_SIGNS = frozenset("-/.:'")
_ORDINAL_ENDS = frozenset("snrt")
_HIDDEN = frozenset(map(chr, [0xAD, *range(0x200B, 0x2010), *range(0x2060, 0x2070), 0xFEFF, *range(0x300, 0x370), *range(0x20D0, 0x2100)]))
_RANGE_MARKS = frozenset("-至到ta ")
_WEEK = frozenset("期拜周")
_POINTS = frozenset("是要则看抓靠")
_YEAR_DIGITS, _LONG, _FIRST_VISIBLE = 4, 7, 0x20
_FIGURES: tuple[Reader, ...] = (_figure, read_code)
_TIMES_IN_DIGITS: tuple[Reader, ...] = (read_compound, _digits_time, read_english_clock)
_BY_FIRST: Mapping[str, tuple[Reader, ...]] = (
    {"第": (_time(""), read_nth), "每": (read_every,), "半": (read_word, read_half, read_quantity), "翻": (read_doubling,), '"': (_time(""),)}
    | {"h": (read_address, _word_time, read_english_ratio, read_multiplied, read_quantity), "w": (read_address,)}
    | dict.fromkeys("今去明前后头同当上本次下", (_time(""),))
)
_ENGLISH_WORD: tuple[Reader, ...] = (
    _word_time, read_english_ordinal, read_english_ratio, read_multiplied, read_range, read_quantity, read_token,
)  # fmt: skip
_CHINESE_WORD: tuple[Reader, ...] = (read_word, _plan, read_weekday)
_BY_MARK: Mapping[str, tuple[Reader, ...]] = {
    "年": (_time("年"),),
    "月": (_time("月"),),
    "季": (_time("季"),),
    "世": (_time("世"),),
    "财": (_time("财"),),
    "日": (_bare_day,),
    "号": (read_serial,),
    "成": (read_tenths,),
    "番": (read_doubling,),
    "折": (read_discount,),
    "半": (read_half,),
    "比": (read_score, read_against),
    "时": (read_clock,),
    "点": (read_clock,),
    ":": (read_score, read_clock, read_colons),
    "/": (read_per_heads, read_round, read_slash),
    "米": (read_event, read_result),
    "秒": (read_result,),
    "分": (read_result,),
    "小": (read_result,),
    "公": (read_event,),
    "期": (read_phase,),
    "-": (read_score, read_hours, _time("-")),
    "度": (read_position,),
    "°": (read_position,),
    "大": (read_congress, read_set),
    "届": (read_congress,),
    "中": (read_congress,),
    "次": (read_congress, read_serial),
    "位": (read_top, read_set),
    "楼": (read_set,),
    "岁": (read_age,),
    "周": (read_age,),
    "级": (read_grade,),
    ")": (read_item,),
    "]": (read_item,),
    "、": (_time("、"),),
    "至": (read_hours, _time("至"), read_tenths, read_age),
    "到": (read_hours, _time("到"), read_tenths),
    "个": (read_top,),
} | dict.fromkeys("名强家席甲", (read_top,)) | dict.fromkeys("版路国省县室幢单厂团师旅军", (read_serial,))
