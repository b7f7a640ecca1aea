"""Numbers spelled out, for the tests: what a reader of numerals must read back."""

from __future__ import annotations

__all__ = ["say", "say_in_english"]

_DIGITS = "零一二三四五六七八九"
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
).split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()


def say(number: int) -> str:
    """A number up to 10^16 in Chinese as it is read aloud: 20105 is 二万零一百零五."""
    if number == 0:
        return "零"
    words = _section(number)
    return words.removeprefix("一") if words.startswith("一十") else words


def _section(number: int) -> str:
    for scale, name in ((10**8, "亿"), (10**4, "万")):
        if number >= scale:
            above, below = divmod(number, scale)
            gap = "零" if 0 < below < scale // 10 else ""
            return _section(above) + name + gap + (_section(below) if below else "")
    return _below_ten_thousand(number)


def _below_ten_thousand(number: int) -> str:
    words, gap = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            words += ("零" if gap and words else "") + _DIGITS[digit] + name
        gap = digit == 0
    return words


def say_in_english(number: int) -> str:
    """A number up to 10^15 in English: 2106 is two thousand one hundred and six."""
    for scale, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            above, below = divmod(number, scale)
            return f"{say_in_english(above)} {name}" + (f" {say_in_english(below)}" if below else "")
    if number >= 100:
        return f"{_ONES[number // 100]} hundred" + (f" and {say_in_english(number % 100)}" if number % 100 else "")
    if number >= 20:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    return _ONES[number]
