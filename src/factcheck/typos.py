"""Slips of the pen: a figure in digits that would be right with another scale word, decimal point or digit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import islice

from factcheck.hedging import bounds, places
from factcheck.interval import Interval
from factcheck.model import Mention, Slip, Text
from factcheck.patterns import regex
from factcheck.records import NamedTuple
from factcheck.written import Written, read_written

__all__ = ["SCALE", "TYPOS", "corrected", "precision", "sized", "typos", "with_unit"]

_FEW = 2
"""Of a figure with fewer digits some variant would be right by chance."""
_NEAR = Fraction(11, 10)
_SCALES = {"": 0, "十": 1, "百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "百亿": 10, "千亿": 11, "万亿": 12}
SCALE = regex("(?:[十百千]?(?:万亿|[万亿])|[十百]|千(?![瓦米克卡焦]))?")
"""A scale word before a unit; the 千 of 千瓦 is a part of that."""
_ENGLISH = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_ENGLISH_SCALE = regex(" ?(thousand|million|billion|trillion)(?![a-z])")


class Trial(NamedTuple):
    """A figure as written, how it is hedged, and what it ought to be, without its sign."""

    written: Written
    mention: Mention
    right: Interval

    def scaled(self, factor: Fraction) -> bool:
        """Whether the figure times `factor` would be right."""
        typical = self.mention.typical
        return bool(typical and self._explains(_closed(typical).scaled(factor)))

    def slip(self, name: str, text: Text, digits: str) -> Iterator[Slip]:
        """A slip, if with these digits the figure would be right, and they are no more than either side has."""
        if self._far(digits):
            return
        value, ulp, step = places(digits)
        finer = ulp * self.written.scale < min(self.mention.ulp, _width(self.right) or self.mention.ulp)
        typical = bounds(value, ulp, step, self.mention.hedge)[1].scaled(self.written.scale)
        if not finer and self._explains(_closed(typical)):
            yield Slip(name, text, f"{self.written.before}{digits}{self.written.after}")

    def _far(self, digits: str) -> bool:
        """Whether a plain figure with these digits is surely not the right one: most variants are not, and whole numbers tell it cheaply."""
        low, high = self.right.low, self.right.high
        if self.mention.hedge != "none" or low is None or high is None:
            return False
        whole, _, decimals = digits.partition(".")
        size, scale = int(whole + decimals), self.written.scale
        up, down = int(10 ** len(decimals)) * scale.denominator, scale.numerator
        above = (size - 1) * down * high.denominator > high.numerator * up
        return above or (size + 1) * down * low.denominator < low.numerator * up

    def _explains(self, interval: Interval) -> bool:
        """Whether it is the right figure: what only touches it at an end is another one."""
        inner = self.right if self.mention.hedge != "none" or not _width(self.right) else self.right._replace(low_open=True, high_open=True)
        return interval.meets(inner)

    def point(self, digits: str) -> str:
        """Other digits with the decimal point where it is."""
        at = self.written.digits.find(".")
        return digits if at < 0 else f"{digits[:at]}.{digits[at:]}"


def _width(interval: Interval) -> Fraction | None:
    return None if interval.low is None or interval.high is None else interval.high - interval.low


def _closed(interval: Interval) -> Interval:
    """An interval without an end as what it is said of: 1.4亿以上 explains 1.45亿, and not every larger figure."""
    low, high = interval.low, interval.high
    if high is None and low is not None and low > 0:
        return interval._replace(high=low * _NEAR)
    return interval._replace(low=high / _NEAR) if low is None and high is not None and high > 0 else interval


def typos(mention: Mention, right: Interval, kinds: Iterable[str]) -> Iterator[Slip]:
    """The first slip of each kind that would explain why a figure is not what it ought to be, both in the figure's unit."""
    written = read_written(mention)
    if written is None or precision(mention) < _FEW:
        return
    trial = Trial(written, mention, sized(right))
    for kind in kinds:
        yield from islice(TYPOS[kind](trial), 1)


def precision(mention: Mention) -> int:
    """How many digits are written, noughts at the ends aside."""
    written = read_written(mention)
    return len(written.digits.replace(".", "").strip("0")) if written else 0


def sized(found: Interval) -> Interval:
    """A figure without its sign: words say which way it went."""
    return found.negated() if found.high is not None and found.high < 0 else found


def corrected(mention: Mention, right: Interval) -> str:
    """The figure that ought to stand there, with our scale word and digits."""
    written, found = read_written(mention), sized(right)
    return written.place((found.low + found.high) / 2) if written and found.low is not None and found.high is not None else ""


def with_unit(mention: Mention, word: str) -> str:
    """Our digits and scale word with another unit; nothing for a figure in words or in English."""
    written = read_written(mention)
    if written is None or mention.surface.isascii():
        return ""
    scale = SCALE.match(written.after)
    return f"{written.before}{written.digits}{scale.group() if scale else ''}{word}"


def _scale(trial: Trial) -> Iterator[Slip]:
    """万 for 亿, 亿 for 万亿, million for billion: the scale word would have to be another."""
    before, digits, after = trial.written.before, trial.written.digits, trial.written.after
    if english := _ENGLISH_SCALE.match(after):
        yield from _english_scale(trial, english.group(1))
        return
    found = SCALE.match(after)
    word = found.group() if found else ""
    for other, power in _SCALES.items():
        step = power - _SCALES.get(word, power)
        if step and step % 4 == 0 and trial.scaled(Fraction(10) ** step):
            zh = f"数量级写错：“{word or '无'}”应为“{other or '无'}”"
            text = Text(zh, f"scale word: {word or 'none'} for {other or 'none'}")
            yield Slip("scale_wan_yi", text, f"{before}{digits}{other}{after[len(word) :]}")


def _english_scale(trial: Trial, word: str) -> Iterator[Slip]:
    before, digits, after = trial.written.before, trial.written.digits, trial.written.after
    for other, power in _ENGLISH.items():
        if other != word and trial.scaled(Fraction(10) ** (power - _ENGLISH[word])):
            text = Text(f"数量级写错：“{word}”应为“{other}”", f"scale word: {word} for {other}")
            yield Slip("scale_wan_yi", text, f"{before}{digits}{after.replace(word, other, 1)}")


def _shift(trial: Trial) -> Iterator[Slip]:
    """A decimal point in the wrong place, a nought too many or too few."""
    low, high = trial.right.low, trial.right.high
    right = (low + high) / 2 if low is not None and high is not None else None
    for power in (1, -1, 2, -2, 3, -3):
        if right is not None and trial.scaled(Fraction(10) ** power):
            zh = f"小数点错{abs(power)}位，或{'少' if power > 0 else '多'}{abs(power)}个0"
            text = Text(zh, f"the decimal point is {abs(power)} off, or noughts are")
            yield Slip("decimal_shift", text, trial.written.place(right))


def _swapped(trial: Trial) -> Iterator[Slip]:
    digits = trial.written.digits.replace(".", "")
    for i in range(len(digits) - 1):
        if digits[i] != digits[i + 1]:
            variant = digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
            yield from trial.slip("digits_swapped", Text("两位数字颠倒", "two digits swapped"), trial.point(variant))


def _dropped(trial: Trial) -> Iterator[Slip]:
    digits = trial.written.digits
    for i in range(len(digits) + 1):
        for digit in "0123456789":
            if i or digit != "0":
                text = Text("漏写一位数字", "a digit left out")
                yield from trial.slip("digit_dropped", text, digits[:i] + digit + digits[i:])


def _doubled(trial: Trial) -> Iterator[Slip]:
    digits = trial.written.digits
    for i in range(1, len(digits)):
        if digits[i] == digits[i - 1]:
            yield from trial.slip("digit_doubled", Text("多写一位数字", "a digit written twice"), digits[:i] + digits[i + 1 :])


def _changed(trial: Trial) -> Iterator[Slip]:
    digits = trial.written.digits.replace(".", "")
    for i, own in enumerate(digits):
        for digit in "0123456789":
            if digit != own and (i or digit != "0"):
                text = Text(f"一位数字写错（{own}应为{digit}）", f"one digit wrong ({own} for {digit})")
                yield from trial.slip("digit_changed", text, trial.point(digits[:i] + digit + digits[i + 1 :]))


TYPOS: dict[str, Callable[[Trial], Iterator[Slip]]] = {
    "scale_wan_yi": _scale, "decimal_shift": _shift, "digits_swapped": _swapped, "digit_dropped": _dropped,
    "digit_doubled": _doubled, "digit_changed": _changed,
}  # fmt: skip
