"""每股红利与派发总额不符 / Dividends a share miss what is paid out.

每10股派几元、以多少股为基数，共派发多少就定了。按各数四舍五入的范围算仍对不上，必有一数有误。
So much a share on so many shares leaves no choice for what is paid out in all.

错：公司拟每10股派发现金红利1.5元（含税），以总股本8.4亿股为基数，共派发12.6亿元。
对：公司拟每10股派发现金红利1.5元（含税），以总股本8.4亿股为基数，共派发1.26亿元。
对：公司拟每10股转增3股，每10股派1.5元（含税），共派发1.26亿元。
wrong: The board proposed 1.50 yuan for every 10 shares on 840 million shares, 12.6 million yuan in total.
right: The board proposed 1.50 yuan for every 10 shares on 840 million shares, 126 million yuan in total.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Problem, Span, Text
from factcheck.patterns import regex
from factcheck.rules._facts import allowed, sentences
from factcheck.rules._premises import same_owner, stated
from factcheck.rules._say import misprints, written_as

__all__ = ["check"]

RESTS_ON = ("counted", "same_owner")

_FIGURES = 4
_EACH = regex("每$|every $|per $")
_PAID = regex("派|红利|分红|现金|dividend| for ")
_TOTAL = regex("(?:共|合计|总额|总计)[^，。；]{0,12}$|in total|in all")
_SHARES = frozenset(("股", "shares"))


def check(facts: Facts) -> Iterator[Problem]:
    """Every four figures in a row that tell so much money for so many shares, on how many, and in all."""
    for claims in sentences(facts):
        for at in range(len(claims) - _FIGURES + 1):
            per, paid, number, total = _in_order(claims[at : at + _FIGURES])
            found = _all(per, paid, number) if _told(facts, per, paid, number, total) else None
            said = allowed(total.mention)
            if found and said and not found.meets(said):
                yield _problem((per, paid, number), total, found)


def _in_order(figures: Sequence[Claim]) -> Sequence[Claim]:
    """English has the money before its shares."""
    first, second, *rest = figures
    return (second, first, *rest) if first.mention.kind == "money" and second.mention.classifier in _SHARES else figures


def _told(facts: Facts, per: Claim, paid: Claim, number: Claim, total: Claim) -> bool:
    money = paid.mention.unit == total.mention.unit and paid.mention.kind == total.mention.kind == "money"
    shares = {per.mention.classifier, number.mention.classifier} <= _SHARES and all(claim.mention.hedge == "none" for claim in (per, paid, number, total))
    text = facts.reading.article.text
    first, last = min(per.span, paid.span), total.span
    head = text[max(per.clause.start, per.span.start - 8) : per.span.start].lower()
    around = facts.text(Span(first.start, last.start))
    summed = _TOTAL.search(text[number.span.end : total.clause.end].lower()) or _TOTAL.search(text[number.span.end : total.span.start])
    return money and shares and bool(_EACH.search(head) and _PAID.search(around) and summed)


def _all(per: Claim, paid: Claim, number: Claim) -> Interval | None:
    """What is paid on all the shares."""
    many, each, shares = (allowed(claim.mention) for claim in (per, paid, number))
    if not many or not each or not shares or not per.mention.value:
        return None
    return shares.by(each).scaled(1 / per.mention.value)


def _problem(told: Sequence[Claim], total: Claim, found: Interval) -> Problem:
    per, paid, number = (claim.mention.surface for claim in told)
    ours = written_as(total.mention, found)
    zh = f"每股红利与派发总额不符：每{per}派{paid}，{number}共派{ours}，文中为{total.mention.surface}；必有一数有误"
    en = f"dividends a share miss what is paid out: {paid} for {per} on {number} make {ours}, not {total.mention.surface}; one of them is wrong"
    related = tuple(claim.span for claim in told)
    premises = (stated("counted"), same_owner(*told, total))
    return Problem("error", total.span, Text(zh, en), related, expected=ours, slips=misprints((total.mention, found)), premises=premises)
