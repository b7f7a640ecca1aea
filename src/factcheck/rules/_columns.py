"""Lists behind 其中 that tell several things of each part: 其中甲39个、136.82亿元，乙40个、195.18亿元. Where one column is known to be
complete, so is the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import reduce

from factcheck.interval import Interval
from factcheck.model import Breakdown, Claim, Facts, Portion, Reading
from factcheck.patterns import regex
from factcheck.records import NamedTuple
from factcheck.rules._facts import allowed, clause_words, is_level, sentences
from factcheck.rules._repeats import in_unit
from factcheck.rules._shares import within_one
from factcheck.rules._within import within
from factcheck.rules._words import words

__all__ = ["columns_of", "portions_in_columns"]

_ALL = Interval.point(Fraction(100))
_FEWEST = 2
_TELLING = 20
"""How many of its last digit a whole must have, so that parts do not come to it by chance."""
_TAKES = regex("[，,（(]?占(?:比(?:重)?(?:为|达)?|[^，,。；;0-9]{0,12}?的?(?:比重为|比重|比例为)?)")


class Column(NamedTuple):
    """What is told of each part, with the figure that it is of: None for shares."""

    parts: tuple[Claim, ...]
    whole: Claim | None


def columns_of(reading: Reading) -> tuple[Breakdown, ...]:
    """Each column of amounts whose parts are all there are, as another column of the same list says by closing."""
    return tuple(found for table in _tables(Facts(reading)) for found in _closed(table))


def portions_in_columns(reading: Reading) -> tuple[Portion, ...]:
    """Each share that stands right behind its part, in a list that tells one amount and one share of each."""
    text = reading.article.text
    return tuple(found for table in _tables(Facts(reading)) for found in _portions(text, table))


def _tables(facts: Facts) -> Iterator[tuple[Column, ...]]:
    for claims in sentences(facts):
        for group in within(facts, claims) if len(claims) >= _FEWEST * _FEWEST else ():
            behind = [claim for claim in claims if group.listed and claim.span >= group.listed[0].span and (is_level(claim) or _is_share(claim))]
            yield from _table([claim for claim in group.before if _adds(facts, claim)], behind)


def _table(before: Sequence[Claim], behind: Sequence[Claim]) -> Iterator[tuple[Column, ...]]:
    """The columns, where all figures behind 其中 repeat one row of kinds, and of each kind of amount one whole stands before it."""
    kinds = [_kind(claim) for claim in behind]
    width = next((at for at, kind in enumerate(kinds) if at and kind == kinds[0]), 0)
    if width < _FEWEST or len(set(kinds)) != width or kinds != kinds[:width] * (len(kinds) // width):
        return
    columns = tuple(Column(tuple(behind[at::width]), _whole(before, behind[at])) for at in range(width))
    if all(column.whole or _is_share(column.parts[0]) for column in columns):
        yield columns


def _whole(before: Sequence[Claim], part: Claim) -> Claim | None:
    """The whole before the list; of shares that of the whole itself, if it has one (占总股本2.5%)."""
    if _is_share(part):
        return next((claim for claim in reversed(before) if _is_share(claim) and _one_whole(claim, part)), None)
    alike = [claim for claim in before if is_level(claim) and _kind(claim) == _kind(part)]
    return alike[0] if len(alike) == 1 and alike[0].mention.hedge == "none" else None


def _one_whole(share: Claim, part: Claim) -> bool:
    """Whether the share of a part is of what that of all is of: a part that does not say keeps to it."""
    of, own = ((claim.indicator.value or "").partition("占")[2] for claim in (share, part))
    return own in {"", of}


def _adds(facts: Facts, claim: Claim) -> bool:
    """Whether a figure may be the sum of others: an average per household is none."""
    said = clause_words(facts, claim)
    return not any(word in said for word in (*words("zh/not_additive"), "每"))


def _kind(claim: Claim) -> tuple[str | None, str | None, bool]:
    return claim.mention.unit, claim.mention.classifier, _is_share(claim)


def _is_share(claim: Claim) -> bool:
    return claim.statement == "share" and claim.mention.unit == "percent"


def _closed(table: Sequence[Column]) -> Iterator[Breakdown]:
    for column in table:
        if column.whole and any(other is not column and _closes(other) for other in table):
            yield Breakdown(column.whole, column.parts, likely=True)


def _closes(column: Column) -> bool:
    """Whether the parts surely come to the whole: shares to a hundred, amounts to a figure that they would not meet by chance."""
    parts = [allowed(part.mention) for part in column.parts if part.mention.hedge == "none"]
    known = [part for part in parts if part]
    if len(known) != len(column.parts):
        return False
    total = reduce(Interval.plus, known)
    if column.whole is None:
        return total.meets(_ALL)
    said = allowed(column.whole.mention)
    value, ulp = column.whole.mention.value, column.whole.mention.ulp
    return said is not None and value is not None and value >= ulp * _TELLING and total.meets(said)


def _portions(text: str, table: Sequence[Column]) -> Iterator[Portion]:
    if len(table) != _FEWEST or table[0].whole is None or table[1].whole is not None:
        return
    amounts, shares = table
    for part, share in zip(amounts.parts, shares.parts, strict=True):
        said, whole = in_unit(share, "percent"), amounts.whole
        if whole and said and _TAKES.fullmatch(text, part.span.end, share.span.start) and _of_it(text, part, share, whole):
            yield Portion(share, part, whole, within_one(said))


def _of_it(text: str, part: Claim, share: Claim, whole: Claim) -> bool:
    """Whether what a share says that it is of is the whole before 其中, or nothing."""
    named = text[part.span.end : share.span.start].rpartition("占")[2].rstrip("的比重例为达")
    return not named or any(named[at : at + 2] in (whole.indicator.value or "") for at in range(len(named) - 1))
