"""One amount told twice: in a row, in brackets or behind 折合, 约合, 即, in another unit or currency; or under one name in two currencies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.model import Claim, Equal, Reading
from factcheck.patterns import regex
from factcheck.rules._facts import is_level

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
_CHANGED = regex("折合|约?合|折算|汇率")
_MANY = 6
_CLOSES = regex("(?:左右|多|余|以上)?[）)]")


def equals_of(reading: Reading) -> tuple[Equal, ...]:
    """The amounts told twice, in the order of the text."""
    return (*_equals(reading), *_by_name(reading))


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


def _by_name(reading: Reading) -> Iterator[Equal]:
    """One statistic in yuan and, its growth told between, in dollars: 人均生产总值7.2万元，比上年增长5%，按平均汇率折合10059美元."""
    text = reading.article.text
    for at, claim in enumerate(reading.claims[2:], 2):
        if claim.mention.unit == "USD" and is_level(claim) and _CHANGED.search(text, claim.clause.start, claim.span.start):
            before = [other for other in reading.claims[max(0, at - _MANY) : at] if other.sentence == claim.sentence and _one_name(other, claim)]
            if len(before) == 1 and before[0] is not reading.claims[at - 1]:
                yield Equal(before[0], claim)


def _one_name(yuan: Claim, dollars: Claim) -> bool:
    """Whether an amount in yuan is of the statistic and time of one in dollars, which may leave out what the first said (户籍人均生产总值)."""
    name, named = (claim.indicator.value or "" for claim in (dollars, yuan))
    return bool(name) and named.endswith(name) and yuan.mention.unit == "CNY" and is_level(yuan) and yuan.period.value == dollars.period.value


def _may_be(one: Claim, other: Claim) -> bool:
    first, second = one.mention, other.mention
    return first.kind == second.kind and first.kind in _AMOUNTS and first.unit != second.unit and None not in {first.unit, second.unit}
