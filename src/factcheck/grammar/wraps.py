"""Line ends inside figures: prose that a page breaks at a fixed width, so that 95380 ends a line and 万人 begins the next."""

from __future__ import annotations

from factcheck.model import Span
from factcheck.patterns import regex

__all__ = ["wraps"]

_SPLIT = regex(r"\n(?<=[0-9.零〇一二两三四五六七八九十百千万亿]\n)(?=[0-9.%‰\u4e00-\u9fff℃])")
"""A line end behind a numeral that what follows may belong to."""
_TORN = regex(r"[\u4e00-\u9fff][0-9.]{1,9}(\n)(?=[万亿][人元吨亩斤户]|[%‰℃])")
"""One that nothing else can be: the unit begins a line behind words and the number."""
_HAN = regex("[\u4e00-\u9fff]")
_NARROWEST = 10
"""Cells of a line; below that it is a table's cell."""
_RAGGED = 1


def wraps(text: str) -> list[Span]:
    """Where such line ends stand in a folded text. But for a unit that is torn off its number, only in blocks whose lines are all equally long
    but the last, which is shorter."""
    if not _SPLIT.search(text):
        return []
    found, start = [Span(*torn.span(1)) for torn in _TORN.finditer(text)], 0
    for block in text.split("\n\n"):
        if _is_wrapped(block.strip("\n")):
            found += [Span(*split.span()) for split in _SPLIT.finditer(text, start, start + len(block))]
        start += len(block) + len("\n\n")
    return sorted(set(found))


def _is_wrapped(block: str) -> bool:
    """Whether a block of lines is one paragraph set in lines of one width: Chinese, for elsewhere lines end between words."""
    lines = block.split("\n")
    widths = [_cells(line) for line in lines]
    full, last = widths[:-1], widths[-1]
    if not full:
        return False
    even = max(full) - min(full) <= _RAGGED and last <= max(full) and min(full) >= _NARROWEST
    return even and all(map(_HAN.search, lines[:-1])) and "|" not in block


def _cells(line: str) -> int:
    """How wide a line is: a Chinese character is as wide as two digits."""
    return len(line) + sum(not char.isascii() for char in line)
