"""Numerals: Arabic and Chinese, to an exact value with the place of its last digit.

Scale words belong to the numeral unless the unit needs them: 1.1亿千瓦 is 1.1亿 of 千瓦, and of two readings
the one with the longer unit wins. All patterns are anchored where they start and bounded, so reading is linear.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache, lru_cache
from math import prod

from factcheck.grammar.unit_words import unit_length
from factcheck.patterns import regex
from factcheck.records import NamedTuple

__all__ = ["DIGITS", "MOST", "SCALES", "Numeral", "Rational", "chinese_value", "last_place", "power", "read_arabic", "read_chinese", "scale_of"]

Rational = int | Fraction
"""An exact number: an int as long as it is whole, which is most of the time and much faster."""

SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12, "拾": 10, "佰": 100, "仟": 1000}
DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {c: i for i, c in enumerate("〇壹贰叁肆伍陆柒捌玖")} | {"两": 2}
_ARABIC = regex(r"([0-9]{1,3}(?:,[0-9]{3}){1,12}(?![0-9])|[0-9]{1,2}(?:,[0-9]{2}){1,6},[0-9]{3}(?![0-9])|[0-9]{1,41})(?:\.([0-9]{1,41}))?")
_SPACED = regex(r"[0-9](?: [0-9](?![0-9])){0,15}(?: ?\. ?[0-9](?: [0-9](?![0-9])){0,8})?(?![0-9.])")
_LOOSE = regex(r"[0-9]{1,3}(?:, [0-9]{3}(?![0-9])){1,5}\. ?[0-9]{1,3}(?![0-9])")
_PARTED = regex(r"[0-9]{1,6}(?: \. ?|\. )[0-9]{1,4}(?![0-9.])")
"""35. 6万 behind a Chinese character: the point of a decimal, a blank beside it."""
_GROUPED = regex(r"[0-9]{1,3}(?: [0-9]{3}(?![0-9])){1,6}(?:\.[0-9]{1,6})?")
_SCALE_RUN = regex(r" ?(?:百(?!姓)|[千万亿]){1,3}|兆(?=[日美港台新韩欧]?[元圆币])")
_INSIDE = "多余来"
_BARE = regex("[百千]?(?:万亿|万|亿)?")
_CHINESE = regex("(?:百(?!姓)|[零〇一二两三四五六七八九十千万亿兆廿卅壹贰叁肆伍陆柒捌玖拾佰仟]){1,41}")
_POINT = regex("点([零〇一二三四五六七八九]{1,12})(?![十分刻])")
_PAIRS = {(3, 5), (2, 1)}
"""Two digits side by side that mean from one to the other though they are no neighbours: 三五个, 三两天."""
_MOST_DIGITS = 40
MOST = 10**_MOST_DIGITS
"""Beyond any number that is read."""


class Numeral(NamedTuple):
    """A numeral at [start, end): a value, or a range for 几百 and 七八十万. `ulp` and `step` as in `model.Mention`.

    `inside`: the 多, 余 or 来 between digits and scale. `bare`: only scale words (百亿), which need a hedge to count.
    `script`: arabic, chinese, english, vague (数百: open above) or half (半)."""

    start: int
    end: int
    value: Rational | None
    low: Rational | None = None
    high: Rational | None = None
    ulp: Rational = 1
    step: Rational = 1
    script: str = "arabic"
    inside: str = ""
    bare: bool = False

    def times(self, factor: Rational, end: int) -> Numeral:
        """The same numeral with a scale behind it."""
        return Numeral(
            self.start,
            end,
            None if self.value is None else self.value * factor,
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
            self.ulp * factor,
            self.step * factor,
            self.script,
            self.inside,
            self.bare,
        )


@lru_cache(maxsize=256)
def power(exponent: int) -> Rational:
    """Ten to the power of `exponent`."""
    return 10**exponent if exponent >= 0 else Fraction(1, 10**-exponent)


# --------------------------------------------------------------------------------------------- Arabic digits

def read_arabic(text: str, start: int, below: int | None = None) -> Numeral | None:
    """Read digits with thousands, decimals and Chinese scales: `1,158`, `1.1亿`, `300多万`, `3亿5千万`, `1 9 9 7`.

    `below`: the scale of the part before it, which a part with a smaller one may follow; so no number has more parts than there are scales."""
    found = _ARABIC.match(text, start)
    if not found:
        return None
    whole, part = found.groups()
    end = found.end()
    if (text[end : end + 1] == " " and text[end + 1 : end + 2] in _SPACED_ON) or text.startswith((", ", ". "), end):
        spaced = _spaced(text, start)
        if spaced:
            end, (whole, _, part) = spaced.end(), spaced.group().replace(" ", "").partition(".")
    whole = whole.replace(",", "")
    if len(whole) + len(part or "") > _MOST_DIGITS:
        return None
    return _scaled(text, start, end, whole, part or "", below=below)


def _spaced(text: str, start: int) -> re.Match[str] | None:
    """Digits parted by blanks, if they are one number: a unit, a scale or a word for time follows, or, of many, any word."""
    loose = _LOOSE.match(text, start)
    if loose:  # 28, 499. 7 billion
        return loose
    for pattern in (_SPACED, _GROUPED, _PARTED) if text[start - 1 : start] > "\u2fff" else (_SPACED, _GROUPED):
        found = pattern.match(text, start)
        if not found or " " not in found.group():
            continue
        at = found.end() + text.startswith(" ", found.end())
        behind = text[at : at + 1]
        if behind in _AFTER_SPACED or unit_length(text, at) or (found.group().count(" ") > 1 and behind > "\u2fff"):
            return found
    return None


_SPACED_ON = frozenset("0123456789.")
_AFTER_SPACED = frozenset("年月日%‰百千万亿多余")


def _scaled(text: str, start: int, end: int, whole: str, part: str, script: str = "arabic", below: int | None = None) -> Numeral:
    """Digits with the scale words behind them, as many as leave the longest unit."""
    digits, decimals = int(whole + part), len(part)
    zeros = len(whole) + decimals - len((whole + part).rstrip("0")) if digits else 0
    behind = text[end : end + 2]
    inside = behind[:1] if behind[:1] in _INSIDE else ""
    scale, stop = _scale_behind(text, end + len(inside), least=1 if inside else 0) if behind[:1] in _INSIDE_OR_SCALE else (1, end)
    if scale > 1:
        numeral = _decimal(start, stop, digits, decimals, zeros, scale, script)
        if inside:
            return numeral._replace(inside=inside)
        if below is not None and scale >= below:
            return numeral
        return _compound(text, numeral, scale) or _scaled_again(text, numeral) or _and_half(text, numeral, scale)
    return _decimal(start, end, digits, decimals, zeros, 1, script)


_INSIDE_OR_SCALE = frozenset("多余来百千万亿兆 ")


def _scaled_again(text: str, numeral: Numeral) -> Numeral | None:
    """3千多万, 1.5万余亿: a second scale behind the 多."""
    inside = text[numeral.end : numeral.end + 1]
    if not inside or inside not in _INSIDE:
        return None
    scale, stop = _scale_behind(text, numeral.end + 1, least=0)
    return numeral.times(scale, stop)._replace(inside=inside) if scale > 1 else None


def _decimal(start: int, end: int, digits: int, decimals: int, zeros: int, scale: int, script: str) -> Numeral:
    """Digits / 10^decimals · scale, in ints wherever that is whole; trailing zeros count for the ulp, not for the step."""
    value: Rational = digits * scale
    ulp: Rational = scale
    if decimals:
        shared = 10**decimals
        value = Fraction(value, shared) if value % shared else value // shared
        ulp = power(-decimals) if scale == 1 else Fraction(scale, shared) if scale < shared else scale // shared
    return Numeral(start, end, value, None, None, ulp, ulp * 10**zeros if zeros else ulp, script)


def _scale_behind(text: str, at: int, *, least: int) -> tuple[int, int]:
    """The scale words at `at`, perhaps over a blank, that are the numeral's own: their product, 1 if there are none, and their end."""
    found = _SCALE_RUN.match(text, at)
    if not found:
        return 1, at
    word = found.group().lstrip()
    first = found.end() - len(word)
    size = _own_scales(text, first, word, least)
    return prod(SCALES[c] for c in word[:size]), first + size


def _own_scales(text: str, first: int, word: str, least: int) -> int:
    """How many of the scale words at `first` are the numeral's own: 亿 of 亿千瓦, both of 万亿元, neither of 百帕."""
    best, longest = len(word), _unit_after(text, first + len(word))
    for size in range(len(word) - 1, least - 1, -1):
        length = _unit_after(text, first + size)
        if length > longest and length > len(word) - size:
            best, longest = size, length
    return best


def _unit_after(text: str, at: int) -> int:
    """The length of the unit behind a numeral, over a blank or an inner 多."""
    return unit_length(text, at + (text[at : at + 1] in _OVER))


_OVER = frozenset(" 多余来")


def _compound(text: str, head: Numeral, scale: int) -> Numeral | None:
    """The smaller part of 3亿5千万, 1亿3800万 and 1万2800: digits behind a scale, with a smaller one of their own or all its places."""
    at = head.end + text.startswith("零", head.end)
    if not text[at : at + 1].isdigit() or head.value is None:
        return None
    tail = read_arabic(text, at, scale)
    if tail is None or tail.value is None or tail.value >= scale:
        return None
    scaled = text[tail.end - 1] in SCALES
    if not scaled and not (tail.ulp == 1 and (at > head.end or 10 ** (tail.end - at) == scale)):
        return None
    return tail._replace(start=head.start, value=head.value + tail.value)


def _and_half(text: str, numeral: Numeral, scale: int) -> Numeral:
    """两亿半: half of the last scale more; 半 that opens a word of its own (半导体) is left alone."""
    if text[numeral.end : numeral.end + 1] != "半" or scale < SCALES["万"] or numeral.value is None:
        return numeral
    if text[numeral.end + 1 : numeral.end + 2] in _HALF_WORDS or text[numeral.end - 1] not in SCALES:
        return numeral
    half = scale // 2
    return numeral._replace(end=numeral.end + 1, value=numeral.value + half, ulp=half, step=half)


_HALF_WORDS = frozenset("导岛年径数程成决天月夜山路球个小公里")


# --------------------------------------------------------------------------------------------- Chinese numerals

def read_chinese(text: str, start: int) -> Numeral | None:
    """Read 一万七千四百亿, 二千零十六, 一九九〇, 七八十万, 两百五, 三点五; the trailing 千 of 亿千瓦 is left to the unit."""
    found = _CHINESE.match(text, start)
    if not found or found.end() - start > _MOST_DIGITS:
        return None
    run = found.group()
    if len(run) > 1 and run[-1] in SCALES:
        tail = len(run) - len(run.rstrip("百千万亿兆"))
        first = len(run) - min(tail, 3)
        run = run[: first + _own_scales(text, start + first, run[first:], least=0 if first else 1)]
    end = start + len(run)
    if text[end : end + 1] == "点":
        point = _POINT.match(text, end)
        whole = chinese_value(run) if point else None
        if point and whole is not None:
            part = "".join(str(DIGITS[c]) for c in point.group(1))
            return _scaled(text, start, point.end(), str(whole), part, "chinese")
    return _range_of(run, start, end) or _whole(text, run, start, end)


def _range_of(run: str, start: int, end: int) -> Numeral | None:
    pair = _adjacent(run)
    return Numeral(start, end, None, min(pair), max(pair), script="chinese") if pair else None


def _whole(text: str, run: str, start: int, end: int) -> Numeral | None:
    number = chinese_value(run)
    if number is None and run[-1] in "百千":  # 五万千升: 50,000 of a thousand
        number = (chinese_value(run[:-1]) or 0) * SCALES[run[-1]] or None
    if number is None:
        return None
    bare = run[0] in "百千万亿兆" and all(c in SCALES for c in run)
    ulp = prod(SCALES[c] for c in run[len(run.rstrip("万亿兆")) :])
    numeral = Numeral(start, end, number, None, None, number if bare else ulp, last_place(number), "chinese", "", bare)
    behind = text[end : end + 1]
    if behind and behind in _INSIDE:
        scale, stop = _scale_behind(text, end + 1, least=0)
        if scale > 1:
            return _with_last_scale(numeral, run, text[end + 1 : stop].strip())._replace(end=stop, inside=behind)
    return _and_half(text, numeral, SCALES[run[-1]]) if behind == "半" and run[-1] in SCALES else numeral


def _with_last_scale(numeral: Numeral, run: str, scale: str) -> Numeral:
    """十六亿七千七百 with the 万 behind its 多: the scale is that of the last section alone, where a larger one went before."""
    factor = prod(SCALES[c] for c in scale)
    larger = any(SCALES.get(c, 0) > factor for c in run)
    whole = chinese_value(run + scale) if larger else None
    if whole is None:
        return numeral.times(factor, numeral.end)
    return numeral._replace(value=whole, ulp=factor, step=last_place(whole))


def _adjacent(run: str) -> tuple[int, int] | None:
    """Two neighbouring digits that mean a range: 七八十万 is 700000 to 800000, 十五六 15 to 16, 三五百 300 to 500."""
    for i in range(len(run) - 1):
        a, b = DIGITS.get(run[i]), DIGITS.get(run[i + 1])
        if not a or not b:
            continue
        if (b != a + 1 and (a, b) not in _PAIRS) or (i and run[i - 1] not in SCALES) or (i + 2 < len(run) and run[i + 2] not in SCALES):
            return None
        low, high = chinese_value(run[: i + 1] + run[i + 2 :]), chinese_value(run[:i] + run[i + 1 :])
        return (low, high) if low is not None and high is not None else None
    return None


@cache
def chinese_value(run: str) -> int | None:
    """The value of a run of Chinese numerals, positional (二〇二五) or with scales; None where it is no one number."""
    run = run.replace("廿", "二十").replace("卅", "三十").replace("万万", "亿")
    if all(c in DIGITS for c in run):
        return int("".join(str(DIGITS[c]) for c in run)) if len(run) in {1, 4} or "〇" in run or "零" in run else None
    if run[0] in "百千万亿" and all(c in SCALES for c in run):
        return prod(SCALES[c] for c in run) if _BARE.fullmatch(run) else None
    value = _with_scales(run)
    return value if value is None or value < MOST else None


def _with_scales(run: str) -> int | None:
    """Digits and scales in their order: a scale below 万 must be smaller than the one before it in its section."""
    done = myriads = section = 0
    digit: int | None = None
    last, below, zero = 1, SCALES["万"], False
    for c in run:
        scale = SCALES.get(c)
        if scale is None:
            if digit not in {None, 0}:
                return None
            digit, zero = DIGITS[c], c in "零〇"
        elif scale < SCALES["万"]:
            if scale >= below or (digit is None and scale > 10 and (section or myriads or done)):
                return None
            section, digit, last, below = section + (digit or 1) * scale, None, scale, scale
        elif c == "万":
            if myriads:
                return None
            myriads, section, digit, last, below = (section + (digit or 0) or 1) * scale, 0, None, scale, scale
        else:
            here = myriads + section + (digit or 0)
            done = done + here * scale if done and here else (done or here or 1) * scale  # 一万亿零一亿, but 百亿亿
            myriads, section, digit, last, below = 0, 0, None, scale, SCALES["万"]
    if digit and last > 1 and len(run) > 1 and run[-2] in SCALES and not zero:
        digit *= last // 10
    return done + myriads + section + (digit or 0)


def last_place(number: int) -> int:
    """The place of the last digit that is not zero: 一万七千四百亿 is exact to 百亿, two million to a million."""
    place = 1
    while number and number % (place * 10) == 0:
        place *= 10
    return place


_WRITTEN = regex(r"[0-9,]{1,60}(?:\.([0-9]{1,40}))?")


def scale_of(text: str, numeral: Numeral) -> Rational:
    """The scale words behind the digits of a numeral: 3—5亿元 means 3亿 to 5亿."""
    digits = _WRITTEN.match(text, numeral.start)
    if not digits:
        written = text[numeral.start : numeral.end]
        return prod(SCALES[c] for c in written[len(written.rstrip("百千万亿")) :])
    return numeral.ulp * power(len(digits.group(1) or ""))
