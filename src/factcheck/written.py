"""A figure as it stands in the text, and how another would stand in its place: same scale word, same digits."""

from __future__ import annotations

from fractions import Fraction

from factcheck.hedging import places
from factcheck.interval import Interval
from factcheck.model import Mention
from factcheck.patterns import regex
from factcheck.records import NamedTuple
from factcheck.text import plain

__all__ = ["Written", "decimal", "read_written", "short", "show", "significant"]

_NUMERAL = regex(r"(?<![0-9.])[0-9]{1,40}(?:[,，][0-9]{3}){0,12}(?:\.[0-9]{1,40})?")
_INNER = str.maketrans("", "", "多余来几")


class Written(NamedTuple):
    """The parts of `1,284.5亿元`: digits without commas, what stands around them, and how much one of the numeral is."""

    before: str
    digits: str
    after: str
    scale: Fraction
    grouped: bool

    def place(self, value: Fraction) -> str:
        """`value`, in the mention's unit, written the way this figure is; nothing where its digits would all be noughts."""
        number = self.number(value)
        return self.before + number + self.after if number.strip("0.") else ""

    def unit(self) -> str:
        """What stands behind the digits, without a hedge inside: 万元 of 300多万元."""
        return self.after.translate(_INNER)

    def number(self, value: Fraction) -> str:
        """The digits alone."""
        number = decimal(value / self.scale, len(self.digits.partition(".")[2]))
        return f"{_grouped(number)}" if self.grouped else number


def read_written(mention: Mention) -> Written | None:
    """The parts of a figure in digits; None for one in words, or of several numbers."""
    surface = plain(mention.surface)
    found = list(_NUMERAL.finditer(surface))
    if len(found) != 1 or not mention.value:
        return None
    digits = found[0].group().replace(",", "").replace("，", "")
    value = places(digits)[0]
    if not value:
        return None
    start, end = found[0].span()
    return Written(surface[:start], digits, surface[end:], abs(mention.value) / value, digits != found[0].group())


def decimal(value: Fraction, decimals: int) -> str:
    """`value` rounded to that many decimals (none if negative), in digits."""
    scaled = round(value * Fraction(10) ** decimals)
    if decimals <= 0:
        return str(scaled * 10**-decimals)
    digits = str(abs(scaled)).rjust(decimals + 1, "0")
    return f"{'-' if scaled < 0 else ''}{digits[:-decimals]}.{digits[-decimals:]}"


def significant(value: Fraction, digits: int) -> str:
    """`value` rounded to that many significant digits; a whole part is never cut."""
    size = abs(value)
    exponent = len(str(int(size))) - 1
    while size and size < 1:
        size, exponent = size * 10, exponent - 1
    return decimal(value, max(0, digits - 1 - exponent))


def short(value: Fraction, digits: int) -> str:
    """The same without noughts at the end of its decimals, for people."""
    text = significant(value, digits)
    return text.rstrip("0").rstrip(".") if "." in text else text


def show(found: Interval) -> str:
    """A computed figure with as many digits as both its ends agree on, two to four of them."""
    if found.low is None or found.high is None:
        return "…" if found.low is None and found.high is None else _open_end(found)
    for digits in (4, 3, 2):
        if significant(found.low, digits) == significant(found.high, digits):
            return significant(found.low, digits)
    return f"{significant(found.low, 3)}～{significant(found.high, 3)}"


def _open_end(found: Interval) -> str:
    return f">{significant(found.low, 4)}" if found.low is not None else f"<{significant(found.high or Fraction(0), 4)}"


def _grouped(number: str) -> str:
    """With commas between thousands."""
    whole, point, decimals = number.partition(".")
    return f"{int(whole):,}{point}{decimals}"
