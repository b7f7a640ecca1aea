"""Totals told with a number of things and how much each has: 62天、9.53亿人次、日均1537万人次; 10万亩、亩产500公斤、总产5万吨."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.model import Average, Claim, Reading
from factcheck.names import fold_name
from factcheck.rules._facts import allowed
from factcheck.rules._words import table, words
from factcheck.units import ratio

__all__ = ["averages_of", "total_named"]

_LEVELS = frozenset(("level", "change"))
_RATES = frozenset(("percent", "permille", "percentage_point"))
"""What is told a year in these is a rate, and no part of a sum."""


def averages_of(reading: Reading) -> tuple[Average, ...]:
    """Every sentence that tells one total, one number of things and one average of them, and no more of their kinds."""
    groups = (tuple(group) for _, group in groupby(reading.claims, key=lambda claim: claim.sentence))
    return tuple(average for claims in groups if len(claims) > 2 for average in _averages(reading.article.text, claims))


def _averages(text: str, claims: Sequence[Claim]) -> Iterator[Average]:
    figures = [claim for claim in claims if claim.statement in _LEVELS and allowed(claim.mention)]
    means = [(claim, per) for claim in figures if (per := _per(text, claim))]
    for mean, per in means if len({per for _, per in means}) == len(means) else ():
        yield from _average(text, [claim for claim in figures if claim not in {mean for mean, _ in means}], mean, per)


def _average(text: str, others: Sequence[Claim], mean: Claim, per: str) -> Iterator[Average]:
    counts = [claim for claim in others if per in {claim.mention.unit, claim.mention.classifier} and (claim.mention.value or 0) > 1]
    totals = [claim for claim in others if _alike(claim, mean) and claim.statement == mean.statement and claim.change != "level_from"]
    if len(counts) == 1 and len(totals) == 1 and _bears(per, counts[0]) and _is_total(text, totals[0], mean):
        yield Average(totals[0], counts[0], mean)


def _per(text: str, claim: Claim) -> str:
    """The unit of what a figure is an average over: days of 日均."""
    own = (claim.mention.unit or "").partition("/")[2]
    said = fold_name(claim.indicator.value or "") + text[claim.clause.start : claim.span.start]
    before = text[claim.clause.start : claim.span.start]
    if sum(before.count(each) for each in "每均") > 1:
        return ""  # 每人每月 is spread over two things
    return own or next((unit for word, unit in table("zh/averages").items() if word in said), "")


def _bears(per: str, number: Claim) -> bool:
    """Whether a yield may be of that area: what was sown, not what was watered."""
    return per != "mu" or any(word in (number.indicator.value or "") for word in words("zh/sown"))


def _alike(total: Claim, mean: Claim) -> bool:
    """Whether a figure is of the unit that an average is of, per whatever."""
    unit = (mean.mention.unit or "").partition("/")[0]
    return bool(unit) and unit not in _RATES and ratio(total.mention.unit, unit) is not None and "/" not in (total.mention.unit or "")


def total_named(total: Claim, mean: Claim) -> bool:
    """Whether a total has a word of the name of what is averaged, so that both are surely of one thing."""
    named = _unaveraged(mean)
    own = fold_name(total.indicator.value or "")
    return any(named[at : at + 2] in own for at in range(len(named) - 1))


def _unaveraged(mean: Claim) -> str:
    """The name of an average without the words that say so."""
    named = fold_name(mean.indicator.value or "")
    for word in (*table("zh/averages"), *words("zh/mean")):
        named = named.replace(word, "")
    return named


def _is_total(text: str, total: Claim, mean: Claim) -> bool:
    """Whether the words say that it is the total of what the average is of: its very name, or 共 and no other name (共发放贷款
    2.4亿元 is no total of 户均增收300元)."""
    own = text[total.clause.start : total.span.start] + (total.indicator.value or "")
    named = _unaveraged(mean)
    summed = any(word in own for word in (*words("zh/in_total"), *words("en/in_total")))
    shared = any(named[at : at + 2] in own for at in range(len(named) - 1))
    spent = "消费" in (mean.indicator.value or "") and (total.indicator.value or "").endswith(words("zh/visitors_spend"))
    return spent or (summed and (not named or shared)) or (bool(named) and named in fold_name(total.indicator.value or ""))
