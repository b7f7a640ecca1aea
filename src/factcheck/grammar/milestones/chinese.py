"""Milestones in Chinese: 创历史新高, 为2015年以来最高, 首次突破1万亿元, 连续11年稳定在1.3万亿斤以上, 连续5年增长."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.grammar.milestones.here import Here, beyond, either, end_of, told_of
from factcheck.model import Claim, Feat, Mention, Milestone, Span
from factcheck.patterns import regex

__all__ = ["chinese"]

_IN_A_ROW = regex("连续(?=[第0-9零一二两三四五六七八九十])")
_YEARS = regex("年度?")
_OVER = regex("(?:及)?以上|(?:及)?以下")
_WORDS = "zh/milestones/"


def chinese(here: Here) -> Iterator[Milestone]:
    """All of a sentence."""
    yield from _records(here)
    yield from _firsts(here)
    yield from _rows(here)


@cache
def _record() -> re.Pattern[str]:
    """创(历史)新高, 为历史最高水平, 创2015年以来新高. 历史最高 alone may be a name (历史最高气温) or a base (比历史最高)."""
    sets, is_, ever = (either(_WORDS + name) for name in ("sets", "is", "ever"))
    which = f"(?:(?P<high>{either(_WORDS + 'high')})|(?P<low>{either(_WORDS + 'low')}))"
    since = "(?:(?:自|近)?(?P<since>[12][0-9]{3})年以来)"
    return regex(f"(?:{sets}|{is_}(?=自?{ever}|自?近?[12]))(?:{ever}|{since})?的?(?:同期)?的?{which}(?=[^\\w]|的|$)")


def _records(here: Here) -> Iterator[Milestone]:
    for found in _record().finditer(here.text, *here.span):
        span = Span(*found.span())
        claim = told_of(here, span, "zh")
        if claim:
            yield Milestone("high" if found["high"] else "low", span, claim, since=int(found["since"]) if found["since"] else None)


@cache
def _first() -> re.Pattern[str]:
    first, passes, drops = (either(_WORDS + name) for name in ("first", "passes", "drops"))
    return regex(f"{first}(?:实现|将|年)?(?:(?P<above>{passes})|{drops})[了至到]?")


def _firsts(here: Here) -> Iterator[Milestone]:
    for found in _first().finditer(here.text, *here.span):
        claim = here.next(found.end())
        if claim and claim.span.start == found.end() and claim.statement in {"level", "share"} and not _scoped(here, found.start()):
            yield Milestone("above" if found["above"] else "below", Span(found.start(), end_of(claim)), claim)


@cache
def _scope() -> re.Pattern[str]:
    return regex(either(_WORDS + "not_reached") + "[^，。；]{0,4}$")


def _scoped(here: Here, at: int) -> bool:
    """Whether a first time is one of months, or since some year only, or still to come."""
    return _scope().search(here.text, here.span.start, at) is not None


def _rows(here: Here) -> Iterator[Milestone]:
    for found in _IN_A_ROW.finditer(here.text, *here.span):
        number = next((one for one in here.mentions if one.span.start == found.end()), None)
        if number and number.value and number.kind in {"duration", "ordinal"} and number.hedge == "none":
            yield from _row(here, found.start(), number)


@cache
def _beyond_mark() -> re.Pattern[str]:
    return regex(f"{either(_WORDS + 'holds')}*")


@cache
def _movement() -> re.Pattern[str]:
    return regex(f"{either(_WORDS + 'keeps')}*(?:(?P<down>{either(_WORDS + 'down')})|(?P<up>{either(_WORDS + 'up')}))")


def _row(here: Here, at: int, number: Mention) -> Iterator[Milestone]:
    """So many years beyond the mark that follows, or of the movement that follows."""
    text, end = here.text, number.span.end
    year = _YEARS.match(text, end)
    if number.kind == "ordinal":
        end = year.end() if year else 0
    elif number.unit != "year":
        return
    if not end:
        return
    counted = next((claim for claim in here.claims if claim.span == number.span), None)
    if counted and counted.statement == "streak":
        yield Milestone("years_ranked", Span(at, end), counted, int(number.value or 0), counted=counted)
        return
    mark = here.next(end)
    held = _beyond_mark().match(text, end)
    side = beyond(mark) if mark and held and held.end() == mark.span.start else None
    if mark and side and mark.statement in {"level", "share"}:
        feat: Feat = "years_above" if side == "above" else "years_below"
        yield Milestone(feat, Span(at, end_of(mark)), mark, int(number.value or 0), counted=counted)
    elif moved := _movement().match(text, end):
        owner = counted or _grown(here, moved.end())
        if owner and not (mark and mark.span.start == moved.end() and beyond(mark)):  # 连续3年增长10%以上 says more
            yield Milestone("years_down" if moved["down"] else "years_up", Span(at, moved.end()), owner, int(number.value or 0), counted=counted)


def _grown(here: Here, at: int) -> Claim | None:
    """The growth that follows: 连续第5年增长，增幅为3.2%."""
    claim = here.next(at)
    return claim if claim and claim.statement == "growth" else None
