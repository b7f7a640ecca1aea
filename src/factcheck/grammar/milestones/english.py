"""Milestones in English: a record 714 million tonnes, the highest since 2015, topped 5 trillion yuan for the first time, for the fifth straight year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.grammar.lexicon import words
from factcheck.grammar.milestones.here import Here, beyond, either, end_of, told_of
from factcheck.model import Claim, Feat, Milestone, Span
from factcheck.patterns import regex

__all__ = ["english"]

_WORDS = "en/milestones/"
_FIRST = regex(r"(?:for )?the (?:very )?first time(?! since)", re.IGNORECASE)
_ROW = regex(
    r"(?:for )?(?:the |an? )?\b(?P<number>[0-9]{1,2}(?=st|nd|rd|th| )|[a-z]+)(?:st|nd|rd|th)?"
    r"(?: (?:straight|consecutive|successive) years?| years? (?:in a row|running))\b", re.IGNORECASE
)  # fmt: skip
_MARK = regex(r"(?: (?:mark|threshold|level|barrier))?(?:,? in [12][0-9]{3}|,? last year|,? this year)?,? ?", re.IGNORECASE)
_UP_TO = 40


def english(here: Here) -> Iterator[Milestone]:
    """All of a sentence."""
    yield from _records(here)
    yield from _firsts(here)
    yield from _rows(here)


@cache
def _record() -> re.Pattern[str]:
    which = f"(?:(?P<high>{either(_WORDS + 'high')})|(?P<low>{either(_WORDS + 'low')}))"
    since = r"(?P<ends>highest|lowest)(?: level| figure| reading)? since (?P<since>[12][0-9]{3})"
    return regex(rf"\b(?:(?:an?|the|another|its|their)(?: new)? )(?:{since}|{which})\b(?: of)?(?= ?[0-9$€£¥]|[,.;)]|$| in | for | last )", re.IGNORECASE)


def _records(here: Here) -> Iterator[Milestone]:
    for found in _record().finditer(here.text, *here.span):
        span = Span(*found.span())
        coming = here.next(span.end)
        right_behind = coming and not here.text[span.end : coming.span.start].strip(" $€£¥")
        claim = coming if right_behind else told_of(here, span, "en")
        low = found["low"] or (found["ends"] or "").lower() == "lowest"
        if claim and claim.statement in {"level", "share", "growth", "change"}:
            yield Milestone("low" if low else "high", span, claim, since=int(found["since"]) if found["since"] else None)


def _firsts(here: Here) -> Iterator[Milestone]:
    for found in _FIRST.finditer(here.text, *here.span):
        mark = _mark_before(here, found.start()) or _mark_behind(here, found.end())
        feat = mark and beyond(mark)
        if mark and feat:
            yield Milestone(feat, Span(min(mark.span.start, found.start()), max(end_of(mark), found.end())), mark)


def _mark_before(here: Here, at: int) -> Claim | None:
    """The figure before, with nothing but its time in between: topped 5 trillion yuan in 2024 for the first time."""
    claim = here.last(at)
    return claim if claim and _MARK.fullmatch(here.text, end_of(claim), at) and claim.statement in {"level", "share"} else None


def _mark_behind(here: Here, at: int) -> Claim | None:
    """For the first time exports topped 5 trillion yuan."""
    claim = here.next(at)
    near = claim and claim.span.start - at <= _UP_TO and "," not in here.text[at + 1 : claim.span.start]
    return claim if claim and near and claim.statement in {"level", "share"} else None


def _rows(here: Here) -> Iterator[Milestone]:
    for found in _ROW.finditer(here.text, *here.span):
        years = _number(found["number"])
        counted = next((claim for claim in here.claims if found.start() <= claim.span.start < found.end()), None)
        mark = _mark_before(here, found.start())
        side = mark and beyond(mark)
        if years and mark and side:
            feat: Feat = "years_above" if side == "above" else "years_below"
            yield Milestone(feat, Span(mark.span.start, found.end()), mark, years, counted=counted)
        elif years:
            yield from _moved(here, Span(*found.span()), years, counted)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else int(words(_WORDS + "numbers").table.get(word.lower(), 0))


def _moved(here: Here, span: Span, years: int, counted: Claim | None) -> Iterator[Milestone]:
    """Rose 3.2 percent for the fifth straight year."""
    claim = here.last(span.start)
    if claim and claim.statement == "growth" and claim.direction and _MARK.fullmatch(here.text, end_of(claim), span.start):
        yield Milestone("years_up" if claim.direction == "up" else "years_down", span, claim, years, counted=counted)
