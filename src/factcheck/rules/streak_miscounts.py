"""连续年数算错 / A streak is miscounted.

自1995年起至2025年，算上首年是31年，不算是30年；别的数都不对。
From 1995 to 2025 are 31 years with the first one and 30 without it; no other number is right.

错：自1995年起至2025年，该市连续28年居全省首位。
错：2016—2025年，粮食产量连续12年稳定增长。
错：该厂自2010年以来连续19年盈利。〔published=2026-03-01〕
对：自1995年起至2025年，该市连续31年居全省首位。
对：2016—2025年，粮食产量连续9年增长。
对：自2015年以来，该县曾连续5年获奖。〔published=2026-03-01〕
wrong: The province led for 45 straight years from 1995 to 2025.
right: The province led for 31 straight years from 1995 to 2025.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.model import Facts, Mention, Problem, Span, Text
from factcheck.patterns import regex
from factcheck.rules._facts import mentions_in, named_year, published_year, sentence_at

__all__ = ["check"]

_TO = regex(r"(?:年)?(?:起|开始|以来)?(?: ?(?:至|到|—|–|-|through|to) ?)")
_SINCE = regex(r"(?:起|开始|以来)")
_FROM = regex(r"(?:自|从|since|from) ?$", re.IGNORECASE)
_IN_A_ROW = regex(r"straight|consecutive|in a row|running", re.IGNORECASE)
_WITHIN = regex("曾|其中|先后|一度|再次|又|最近|近|年间|年中|once")
_STOPS = regex("[。；;\n]")
_NEAR = 24


class Stretch(NamedTuple):
    """The years that a streak is said to cover; `open` where the text names no last year, and then the streak may be a part."""

    span: Span
    first: int
    last: int
    open: bool = False


def check(facts: Facts) -> Iterator[Problem]:
    """Every streak of years whose first year its own sentence names."""
    for mention in facts.reading.mentions:
        if mention.value and mention.hedge == "none" and mention.kind in {"duration", "count"} and _is_streak(facts, mention):
            stretch = _stretch(facts, mention)
            if stretch and _is_wrong(int(mention.value), stretch):
                yield _problem(mention, stretch)


def _is_streak(facts: Facts, mention: Mention) -> bool:
    """连续37年, 37 straight years, 37 years in a row."""
    text, span = facts.reading.article.text, mention.span
    years = mention.unit == "year" or mention.classifier in {"year", "years"}
    around = mention.surface + text[span.end : span.end + 10]
    return years and (text.endswith("连续", 0, span.start) or bool(_IN_A_ROW.search(around)))


def _stretch(facts: Facts, mention: Mention) -> Stretch | None:
    """The years beside a streak: a range, two years, or one with 以来."""
    times = [m for m in mentions_in(facts, sentence_at(facts, mention.span.start)) if m.kind in {"year", "range"} and m.period]
    found = [*_ranges(times), *_pairs(facts, times), *_open(facts, times)]
    near = [stretch for stretch in found if _is_near(facts, stretch.span, mention.span)]
    return near[0] if len(near) == 1 else None


def _ranges(times: Sequence[Mention]) -> Iterator[Stretch]:
    for time in times:
        if "years" in time.via and time.period and time.period.first and time.period.last:
            yield Stretch(time.span, time.period.first.year, time.period.last.year)


def _pairs(facts: Facts, times: Sequence[Mention]) -> Iterator[Stretch]:
    for one, other in pairwise(times):
        first, last = named_year(one), named_year(other)
        joined = _TO.fullmatch(facts.text(Span(one.span.end, other.span.start)))
        if joined and first and last and first < last:
            yield Stretch(Span(one.span.start, other.span.end), first, last)


def _open(facts: Facts, times: Sequence[Mention]) -> Iterator[Stretch]:
    """自2010年以来, up to the article's own year, where that is certain."""
    own, certain = published_year(facts)
    text = facts.reading.article.text
    for time in times:
        first = named_year(time)
        behind = _SINCE.match(text, time.span.end)
        paired = behind and _TO.match(text, time.span.end)
        if own and certain and first and behind and not paired and _FROM.search(text[max(0, time.span.start - 6) : time.span.start]):
            yield Stretch(time.span, first, own, open=True)


def _is_near(facts: Facts, stretch: Span, streak: Span) -> bool:
    """Whether only a subject lies between the years and the streak, and no word that makes it a part of them."""
    left, right = sorted((stretch, streak))
    between = facts.text(Span(left.end, right.start))
    others = any(mention.kind == "duration" for mention in mentions_in(facts, Span(left.end, right.start)))
    return len(between) <= _NEAR and not others and not _WITHIN.search(between) and not _STOPS.search(between)


def _is_wrong(years: int, stretch: Stretch) -> bool:
    """Neither with the first year nor without it; a streak within open years may be shorter."""
    full = stretch.last - stretch.first + 1
    return years > full if stretch.open else years not in {full, full - 1}


def _problem(mention: Mention, stretch: Stretch) -> Problem:
    full = stretch.last - stretch.first + 1
    zh = f"{stretch.first}年到{stretch.last}年，算上首年{full}年，不算首年{full - 1}年，文中为“{mention.surface}”：年份与年数必有一误"
    en = f"{stretch.first} to {stretch.last} are {full} years with the first, {full - 1} without, not {mention.surface}: one is wrong"
    return Problem("warning", mention.span, Text(zh, en), (stretch.span,), expected=f"{full}年" if "年" in mention.surface else str(full))
