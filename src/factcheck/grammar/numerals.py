"""Numerals: Arabic, Chinese, mixed and English, to an exact value with the place of its last digit.

Scale words belong to the numeral unless the unit needs them: 1.1亿千瓦 is 1.1亿 of 千瓦, and of two readings
the one with the longer unit wins. All patterns are anchored where they start and bounded, so reading is linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from math import prod
from typing import NamedTuple

from factcheck.patterns import regex

__all__ = ["Numeral", "chinese_value", "read_arabic", "read_chinese", "read_english", "read_vague"]

UnitLength = Callable[[str, int], int]
"""How long a unit starts at an offset: 0 where none does."""

_SCALE = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12, "拾": 10, "佰": 100, "仟": 1000}
_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {c: i for i, c in enumerate("〇壹贰叁肆伍陆柒捌玖")} | {"两": 2}
_ARABIC = regex(r"(?:([0-9]{1,3}(?:,[0-9]{3}){1,12})(?![0-9])|([0-9]{1,40}))(?:\.([0-9]{1,30}))?(?!\.?[0-9])")
_SPACED = regex(r"[0-9](?: [0-9](?![0-9])){0,15}(?: ?\. ?[0-9](?: [0-9](?![0-9])){0,8})?(?![0-9])")
_SCALES = regex(r" ?[百千万亿]{1,3}")
_INSIDE = regex(r" ?[多余来](?=[百千万亿])")
_CHINESE = regex("[零〇一二两三四五六七八九十百千万亿兆廿卅壹贰叁肆伍陆柒捌玖拾佰仟]{1,40}")
_POINT = regex("点[零〇一二三四五六七八九]{1,12}")
_VAGUE = regex("(数|几|好几|若干)([十百千万亿]{1,4})|([二三四五六七八九]?)十几([百千万亿]{0,3})|([0-9]{1,3})几([百千万亿]{1,3})")


class Numeral(NamedTuple):
    """A numeral at [start, end): a value, or a range for 几百 and 七八十万. `ulp` and `step` as in `model.Mention`.

    `inside`: 多, 余 or 来 stood between digits and scale. `bare`: only scale words (百亿), which need a hedge to count."""

    start: int
    end: int
    value: Fraction | None
    low: Fraction | None = None
    high: Fraction | None = None
    ulp: Fraction = Fraction(1)
    step: Fraction = Fraction(1)
    inside: bool = False
    bare: bool = False
    script: str = "arabic"

    def times(self, factor: Fraction | int, end: int) -> Numeral:
        """The same numeral with a scale behind it."""
        return self._replace(
            end=end,
            value=None if self.value is None else self.value * factor,
            low=None if self.low is None else self.low * factor,
            high=None if self.high is None else self.high * factor,
            ulp=self.ulp * factor,
            step=self.step * factor,
        )


def _decimal(whole: str, part: str) -> tuple[Fraction, Fraction, Fraction]:
    """Value, ulp and step of a decimal numeral; trailing zeros count for the ulp, not for the step."""
    digits, ulp = whole + part, Fraction(1, 10 ** len(part))
    zeros = len(digits) - len(digits.rstrip("0"))
    number = int(digits)
    return number * ulp, ulp, ulp * 10**zeros if number else ulp


def read_arabic(text: str, start: int, unit_length: UnitLength) -> Numeral | None:
    """Read digits with thousands, decimals and Chinese scales: `1,158`, `1.1亿`, `300多万`, `3亿5千万`, `1 9 9 7`."""
    found = _ARABIC.match(text, start)
    spaced = _SPACED.match(text, start) if text[start + 1 : start + 2] == " " else None
    if spaced and " " in spaced.group().rstrip() and _spaced_number(text, spaced.end(), unit_length):
        whole, _, part = spaced.group().replace(" ", "").partition(".")
        found_end = spaced.end()
    elif found:
        whole, part = (found.group(1) or found.group(2)).replace(",", ""), found.group(3) or ""
        found_end = found.end()
    else:
        return None
    value, ulp, step = _decimal(whole, part)
    return _scaled(text, Numeral(start, found_end, value, ulp=ulp, step=step), unit_length)


def _spaced_number(text: str, end: int, unit_length: UnitLength) -> bool:
    """Whether digits parted by blanks are one number: a unit, a scale or a date word follows."""
    at = end + text.startswith(" ", end)
    return bool(_SCALES.match(text, end)) or unit_length(text, at) > 0 or text[at : at + 1] in {"年", "月", "日", "%", "‰"}


def _scaled(text: str, numeral: Numeral, unit_length: UnitLength) -> Numeral:
    """Take the scale words behind the digits, as many as leave the longest unit."""
    inside = _INSIDE.match(text, numeral.end)
    at = inside.end() if inside else numeral.end
    scales = _SCALES.match(text, at)
    if not scales:
        return numeral
    word = scales.group().strip()
    first = scales.end() - len(word)
    sizes = range(len(word), -1 if not inside else 0, -1)
    best = max(sizes, key=lambda size: (_unit_after(text, first + size, unit_length), size))
    if best == 0:
        return numeral
    scale = prod(_SCALE[c] for c in word[:best])
    scaled = numeral.times(scale, first + best)
    if inside:
        return scaled._replace(inside=True)
    rest = _compound(text, scaled, scale, unit_length)
    return rest or scaled


def _unit_after(text: str, at: int, unit_length: UnitLength) -> int:
    return unit_length(text, at + text.startswith(" ", at)) or (text[at : at + 1] in {"多", "余"} and unit_length(text, at + 1))


def _compound(text: str, head: Numeral, scale: int, unit_length: UnitLength) -> Numeral | None:
    """The smaller part of 3亿5千万 and 1亿3800万: digits directly behind a scale, with a smaller scale of their own."""
    found = _ARABIC.match(text, head.end)
    if not found or found.group(3):
        return None
    tail = read_arabic(text, head.end, unit_length)
    if tail is None or tail.value is None or head.value is None or tail.end == found.end() or tail.value >= scale:
        return None
    return tail._replace(start=head.start, value=head.value + tail.value)


def read_chinese(text: str, start: int, unit_length: UnitLength) -> Numeral | None:
    """Read 一万七千四百亿, 二千零十六, 一九九〇, 七八十万, 两百五, 三点五; the trailing 千 of 亿千瓦 is left to the unit."""
    found = _CHINESE.match(text, start)
    if not found:
        return None
    run = found.group()
    cuts = [k for k in range(min(3, len(run))) if all(c in _SCALE for c in run[len(run) - k :])]
    cut = max(cuts, key=lambda k: (_unit_after(text, start + len(run) - k, unit_length), -k))
    run = run[: len(run) - cut] if cut else run
    end = start + len(run)
    point = _POINT.match(text, end)
    if point:
        whole, part = chinese_value(run), "".join(str(_DIGIT[c]) for c in point.group()[1:])
        if whole is None:
            return None
        value, ulp, step = _decimal(str(whole), part)
        return _scaled(text, Numeral(start, point.end(), value, ulp=ulp, step=step, script="chinese"), unit_length)
    pair = _adjacent(run)
    if pair:
        low, high = pair
        return Numeral(start, end, None, Fraction(low), Fraction(high), script="chinese")
    number = chinese_value(run)
    if number is None:
        return None
    ulp = _last_place(number)
    bare = all(c in _SCALE for c in run)
    numeral = Numeral(start, end, Fraction(number), ulp=ulp, step=ulp, bare=bare, script="chinese")
    if text[end : end + 1] in {"多", "余", "来"} and _SCALES.match(text, end + 1):
        return _scaled(text, numeral, unit_length)
    return numeral


def _adjacent(run: str) -> tuple[int, int] | None:
    """Two neighbouring digits that mean a range: 七八十万 is 700000 to 800000, 十五六 15 to 16."""
    for i in range(len(run) - 1):
        a, b = _DIGIT.get(run[i]), _DIGIT.get(run[i + 1])
        if not a or not b:
            continue
        if b != a + 1 or (i and run[i - 1] not in _SCALE) or (i + 2 < len(run) and run[i + 2] not in _SCALE):
            return None
        low, high = chinese_value(run[: i + 1] + run[i + 2 :]), chinese_value(run[:i] + run[i + 1 :])
        return (low, high) if low is not None and high is not None else None
    return None


@cache
def chinese_value(run: str) -> int | None:
    """The value of a run of Chinese numerals, positional (二〇二五) or with scales; None where the order is impossible."""
    run = run.replace("廿", "二十").replace("卅", "三十")
    if len(run) > 1 and all(c in _DIGIT for c in run):
        return int("".join(str(_DIGIT[c]) for c in run))
    done = myriads = section = 0
    digit: int | None = None
    last, zero = 1, False
    for c in run:
        if c in _DIGIT:
            if digit not in (None, 0):
                return None
            digit, zero = _DIGIT[c], c in "零〇"
        elif _SCALE[c] < 10**4:
            section, digit, last = section + (digit or 1) * _SCALE[c], None, _SCALE[c]
        elif c == "万":
            myriads, section, digit, last = myriads + (section + (digit or 0) or 1) * 10**4, 0, None, 10**4
        else:
            done, myriads, section, digit, last = (done + myriads + section + (digit or 0) or 1) * _SCALE[c], 0, 0, None, _SCALE[c]
    if digit and last > 1 and len(run) > 1 and run[-2] in _SCALE and not zero:
        digit *= last // 10
    return done + myriads + section + (digit or 0)


def _last_place(number: int) -> Fraction:
    """The place of the last written digit: 一万七千四百亿 is exact to 百亿; a bare scale to itself."""
    if number == 0:
        return Fraction(1)
    place = 1
    while number % (place * 10) == 0:
        place *= 10
    return Fraction(place)


def read_vague(text: str, start: int, unit_length: UnitLength) -> Numeral | None:
    """Read 数百 [200, 1000), 几十 [20, 100), 十几 11–19, 三十几万; the ends are as checks on rounding need them."""
    found = _VAGUE.match(text, start)
    if not found:
        return None
    several, scales, tens, tail, digits, digits_scale = found.groups()
    end = found.end()
    word = scales or tail or digits_scale or ""
    sizes = [k for k in range(len(word), -1, -1) if not (several and k == 0)]
    size = max(sizes, key=lambda k: (unit_length(text, end - len(word) + k), k))
    end = end - len(word) + size
    scale = prod(_SCALE[c] for c in word[:size])
    if several:
        return Numeral(start, end, None, Fraction(2 * scale), Fraction(10 * scale), script="vague")
    base = int(digits) if digits else _DIGIT.get(tens, 1) * 10
    return Numeral(start, end, None, Fraction((base + 1) * scale), Fraction((base + 9) * scale), script="vague")


_ENGLISH_ONES = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ENGLISH_SCALE = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
                  "dozen": 12, "mn": 10**6, "bn": 10**9, "tn": 10**12, "trn": 10**12, "m": 10**6, "k": 1000, "b": 10**9}  # fmt: skip
_WORD = regex(r"[ -]?([A-Za-z]{1,9})(?![A-Za-z])")
_FIRST_WORD = regex(r"([A-Za-z]{1,9})(?![A-Za-z])")
_AND_HALF = regex(r" and a (half|quarter)(?![A-Za-z])", re.IGNORECASE)
_ARABIC_SCALE = regex(r"(?: |-)?(hundred|thousand|million|billion|trillion|mn|bn|tn|trn|m|k)(?![A-Za-z0-9])", re.IGNORECASE)


def read_english(text: str, start: int, numeral: Numeral | None = None) -> Numeral | None:
    """Read `2.4bn`, `91,928.1 billion`, `twenty-one`, `one and a half million`, `two hundred and six`; `numeral` is the digits."""
    if numeral is not None:
        found = _ARABIC_SCALE.match(text, numeral.end)
        return numeral.times(_ENGLISH_SCALE[found.group(1).lower()], found.end()) if found else numeral
    total, section, end, last = 0, 0, start, 0
    while word := (_WORD if last else _FIRST_WORD).match(text, end):
        name = word.group(1).lower()
        if name == "and" and _joins(text, word.end(), last):
            end = word.end()
            continue
        if _adds(name, section, last):
            section, last = section + _ENGLISH_ONES[name], 1
        elif last and len(name) > len("trn") and name in _ENGLISH_SCALE:
            last = _ENGLISH_SCALE[name]
            section, total = (section * last, total) if last <= 100 else (0, total + section * last)
        else:
            break
        end = word.end()
    return _with_half(text, start, end, Fraction(total + section)) if last else None


def _joins(text: str, at: int, last: int) -> bool:
    """Whether `and` stands inside a numeral: two hundred and six."""
    ahead = _WORD.match(text, at)
    return last == _ENGLISH_SCALE["hundred"] and ahead is not None and ahead.group(1).lower() in _ENGLISH_ONES


def _adds(name: str, section: int, last: int) -> bool:
    """Whether a small number word may follow what was read: six after twenty or two hundred, not after seven."""
    ones = _ENGLISH_ONES.get(name)
    if ones is None:
        return False
    tens = section % 100
    return not last or tens == 0 or (tens % 10 == 0 and 0 < ones < 10 < tens)


def _with_half(text: str, start: int, end: int, value: Fraction) -> Numeral:
    """What the words amount to, with `and a half` behind them and a scale behind that."""
    half = _AND_HALF.match(text, end)
    if not half:
        place = _last_place(int(value)) if value else Fraction(1)
        return Numeral(start, end, value, ulp=place, step=place, script="english")
    part = Fraction(1, 2) if half.group(1).lower() == "half" else Fraction(1, 4)
    numeral = Numeral(start, half.end(), value + part, ulp=part, step=part, script="english")
    found = _ARABIC_SCALE.match(text, half.end())
    return numeral.times(_ENGLISH_SCALE[found.group(1).lower()], found.end()) if found else numeral
