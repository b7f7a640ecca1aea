"""连续年数算错 / A streak is miscounted.

自1995年起至2025年，算上首年是31年，不算是30年；别的数都不对。增长要有上年可比，可以不算首年；说“自某年起”居首、获奖的，首年也算。
From 1995 to 2025 are 31 years with the first one and 30 without it; no other number is right. What grew may leave out its first
year, with which it is compared; what held `since` a year held in that year too.

错：自1995年起至2025年，该市连续28年居全省首位。
错：自1995年起至2025年，该市连续30年居全省首位。
错：2016—2025年，粮食产量连续12年稳定增长。
错：该厂自2010年以来连续19年盈利。〔published=2026-03-01〕
对：自1995年起至2025年，该市连续31年居全省首位。
对：2016—2025年，粮食产量连续9年增长。
对：自1995年起至2025年，该市粮食产量连续30年增长。
对：2010年至2025年，产值从5亿元增至20亿元，连续6年两位数增长。
对：自2015年以来，该县曾连续5年获奖。〔published=2026-03-01〕
wrong: The province led for 45 straight years from 1995 to 2025.
wrong: Exports rose for the 20th consecutive year since 2015. 〔published=2026-03-01〕
right: Exports rose for the tenth consecutive year since 2015. 〔published=2026-03-01〕
right: The province led for 31 straight years from 1995 to 2025.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.model import Facts, Mention, Problem, Span, Text
from factcheck.patterns import regex
from factcheck.records import NamedTuple
from factcheck.rules._facts import mentions_in, named_year, published_year, sentence_at
from factcheck.rules._premises import assumed, stated
from factcheck.rules._words import words

__all__ = ["check"]

RESTS_ON = ("year_known", "same_thing")

_TO = regex(r"(?:年)?(?:起|开始|以来)?(?: ?(?:至|到|—|–|-|through|to) ?)")
_SINCE = regex(r"(?:起|开始|以来)")
_ALL_SINCE = "以来"
_FROM = regex(r"(?:自|从|since|from) ?$", re.IGNORECASE)
_SINCE_EN = regex(r"since (?:the year )?$", re.IGNORECASE)
_FROM_ITS_FIRST = regex(r"[自从][^，。；]{0,12}起")
_CHANGES = regex("增|升|涨|降|减|跌|缩|提高|扩大|回落|下滑|改善|gr[eo]w|ris|rose|increas|expan|declin|fell|fall|dropp|shr[aiu]nk", re.IGNORECASE)
_IN_A_ROW = regex(r"straight|consecutive|in a row|running", re.IGNORECASE)
_NTH_YEAR = regex(r" (?:straight|consecutive) year| year (?:in a row|running)", re.IGNORECASE)
_WITHIN = regex("曾|其中|先后|一度|再次|又|最近|近|年间|年中|once")
_STOPS = regex("[。；;\n]")
_NEAR = 24
_IN_TITLE = regex("[）)]?》")


class Stretch(NamedTuple):
    """The years that a streak is said to cover; `open` where the text names no last year, and then the streak may be a part, `whole`
    where it surely holds for the first year too."""

    span: Span
    first: int
    last: int
    open: bool = False
    whole: bool = False


def check(facts: Facts) -> Iterator[Problem]:
    """Every streak of years whose first year its own sentence names."""
    for mention in facts.reading.mentions:
        if mention.value and mention.hedge == "none" and mention.kind in {"duration", "count", "ordinal"} and _is_streak(facts, mention):
            stretch = _stretch(facts, mention)
            if stretch and _is_wrong(int(mention.value), stretch):
                yield _problem(mention, stretch)


def _is_streak(facts: Facts, mention: Mention) -> bool:
    """连续37年, 连续第37年, 37 straight years, 37 years in a row, the 37th straight year."""
    text, span = facts.reading.article.text, mention.span
    if mention.kind == "ordinal":
        return (text.endswith("连续", 0, span.start) and text.startswith("年", span.end)) or bool(_NTH_YEAR.match(text, span.end))
    years = mention.unit == "year" or mention.classifier in {"year", "years"}
    around = mention.surface + text[span.end : span.end + 10]
    return years and (text.endswith("连续", 0, span.start) or bool(_IN_A_ROW.search(around)))


def _stretch(facts: Facts, mention: Mention) -> Stretch | None:
    """The years beside a streak: a range, two years, or one with 以来."""
    times = [m for m in mentions_in(facts, sentence_at(facts, mention.span.start)) if m.kind in {"year", "range"} and m.period]
    found = [*_ranges(facts, times), *_pairs(facts, times), *_open(facts, times)]
    near = [stretch for stretch in found if _is_near(facts, stretch.span, mention.span)]
    return near[0]._replace(whole=_holds_at_first(facts, near[0], mention)) if len(near) == 1 else None


def _holds_at_first(facts: Facts, stretch: Stretch, mention: Mention) -> bool:
    """Whether 自1995年起 counts the first year: what is told is no change, for which it would be but the base."""
    start = max(stretch.span.start - 1, sentence_at(facts, stretch.span.start).start)
    said = facts.text(Span(start, mention.span.end + _NEAR))
    return bool(_FROM_ITS_FIRST.match(said)) and not _CHANGES.search(_STOPS.split(said)[0])


def _ranges(facts: Facts, times: Sequence[Mention]) -> Iterator[Stretch]:
    """Spans of years, but those that belong to the title of a plan: 《规划纲要（2022—2035年）》."""
    for time in times:
        if "years" in time.via and not _IN_TITLE.match(facts.reading.article.text, time.span.end) and time.period and time.period.first and time.period.last:
            yield Stretch(time.span, time.period.first.year, time.period.last.year)


def _pairs(facts: Facts, times: Sequence[Mention]) -> Iterator[Stretch]:
    for one, other in pairwise(times):
        first, last = named_year(one), named_year(other)
        joined = _TO.fullmatch(facts.text(Span(one.span.end, other.span.start)))
        if joined and first and last and first < last:
            yield Stretch(Span(one.span.start, other.span.end), first, last)


def _open(facts: Facts, times: Sequence[Mention]) -> Iterator[Stretch]:
    """自2010年以来, since 2010, up to the article's own year, where that is certain."""
    own, certain = published_year(facts)
    text = facts.reading.article.text
    for time in times:
        first = named_year(time)
        behind = _SINCE.match(text, time.span.end)
        paired = behind and _TO.match(text, time.span.end)
        before = text[max(0, time.span.start - 16) : time.span.start]
        named = behind and (_FROM.search(before) or behind.group() == _ALL_SINCE)
        planned = any(word in text[max(0, time.span.start - _NEAR) : time.span.start] for word in words("zh/planned"))
        if own and certain and first and first < own and not paired and not planned and (named or _SINCE_EN.search(before)):
            yield Stretch(time.span, first, own, open=True)


def _is_near(facts: Facts, stretch: Span, streak: Span) -> bool:
    """Whether only a subject lies between the years and the streak, and no word that makes it a part of them."""
    left, right = sorted((stretch, streak))
    between = facts.text(Span(left.end, right.start))
    others = mentions_in(facts, Span(left.end, right.start))
    later = streak.start < stretch.start and "，" in between  # 连续12年…，2017年以来 tells another thing
    return len(between) <= _NEAR and not others and not later and not _WITHIN.search(between) and not _STOPS.search(between)


def _is_wrong(years: int, stretch: Stretch) -> bool:
    """Neither with the first year nor without it; a streak within open years may be shorter."""
    full = stretch.last - stretch.first + 1
    if stretch.open:
        return years > full
    return years != full and (stretch.whole or years != full - 1)


def _problem(mention: Mention, stretch: Stretch) -> Problem:
    full = stretch.last - stretch.first + 1
    zh = f"{stretch.first}年到{stretch.last}年，算上首年{full}年，不算首年{full - 1}年，文中为“{mention.surface}”：年份与年数必有一误"
    en = f"{stretch.first} to {stretch.last} are {full} years with the first, {full - 1} without, not {mention.surface}: one is wrong"
    premises = (stated("year_known"), assumed("same_thing", "年份与年数挨着", "the years stand beside the count"))
    expected = f"{full}年" if "年" in mention.surface else str(full)
    return Problem("error", mention.span, Text(zh, en), (stretch.span,), expected=expected, premises=premises)
