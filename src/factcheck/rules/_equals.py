"""One amount told twice in a row: in brackets, or behind 折合, 约合, 即, in another unit or currency."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.model import Claim, Equal, Reading
from factcheck.patterns import regex

__all__ = ["equals_of"]

_AMOUNTS = frozenset(("quantity", "money"))
_FAR = 40
_BETWEEN = regex(
    r"[（(](?:约?合|折合|约?折合|约|即|也就是|相当于|约?等于)?(?:约|为)?|"
    r"[（(，,、]?\s?(?:约?合|约?折合|折算[成为]?|换算[成为]|约?等于|相当于)(?:约|为)?|"
    r"[（(，,]\s?(?:若|如)?按[^，。；;（）()0-9]{0,12}(?:[0-9]{4}年)?[^，。；;（）()0-9]{0,12}汇率[^，。；;（）()0-9]{0,6}|"
    r" ?\((?:or |about |around |some |roughly |approximately |equal to |equivalent to |nearly |over ){0,2}|"
    r",? (?:or|equivalent to|equal to|equivalent of) (?:about |around |some |roughly |approximately )?"
)
_CLOSES = regex("(?:左右|多|余|以上)?[）)]")


def equals_of(reading: Reading) -> tuple[Equal, ...]:
    """The amounts told twice, in the order of the text."""
    return tuple(_equals(reading))


def _equals(reading: Reading) -> Iterator[Equal]:
    text = reading.article.text
    for one, other in pairwise(reading.claims):
        start, end = one.span.end, other.span.start
        if not _may_be(one, other) or not start <= end <= start + _FAR:
            continue
        joint = _BETWEEN.fullmatch(text, start, end)
        # what a bracket opens, it has to close behind the second figure alone: （10亩，全部种稻） tells something else
        bracketed = joint and joint.group().lstrip().startswith(("（", "("))
        if joint and (not bracketed or _CLOSES.match(text, other.span.end)):
            yield Equal(one, other)


def _may_be(one: Claim, other: Claim) -> bool:
    first, second = one.mention, other.mention
    return first.kind == second.kind and first.kind in _AMOUNTS and first.unit != second.unit and None not in {first.unit, second.unit}
