"""A sentence with its figures, as milestones look at it, and the figure that one is told of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcheck.grammar.lexicon import words
from factcheck.model import Claim, Feat, Mention, Span, Stated
from factcheck.patterns import regex
from factcheck.records import NamedTuple

__all__ = ["Here", "beyond", "either", "told_of"]

_NOTHING = regex(r"[\s，、,：:“”\"()（）$]+")
_RATE = regex("增速|增幅|涨幅|降幅|升幅|跌幅|增长率|growth rate|pace", re.IGNORECASE)
_SIDES: dict[str, Feat] = {"gt": "above", "ge": "above", "lt": "below", "le": "below"}
_FAR_BACK = 12
_WHEN = regex(r"^,? (?:in|during) [12][0-9]{3}|^,? (?:last|this) year")
"""The time of a figure right behind it, in English."""


class Here(NamedTuple):
    """The text, the sentence's place in it, its figures, and its numerals of whatever kind."""

    text: str
    span: Span
    claims: Sequence[Claim]
    mentions: Sequence[Mention]

    def last(self, at: int) -> Claim | None:
        """The last figure that ends before an offset."""
        return next((claim for claim in reversed(self.claims) if claim.span.end <= at), None)

    def next(self, at: int) -> Claim | None:
        """The first figure that begins at an offset or behind it."""
        return next((claim for claim in self.claims if claim.span.start >= at), None)


@cache
def either(*paths: str) -> str:
    """A pattern for any word of some sections, the longest first."""
    every = {word for path in paths for word in words(path).table}
    return "(?:" + "|".join(re.escape(word) for word in sorted(every, key=lambda word: (-len(word), word))) + ")"


def beyond(claim: Claim) -> Feat | None:
    """On which side of a mark a figure is said to be."""
    return _SIDES.get(claim.mention.hedge)


def told_of(here: Here, span: Span, language: str) -> Claim | None:
    """The figure that a record at `span` is told of: the one behind it whose name stands before it (产量创新高，达到…), or the last one
    where nothing else is named in between. Of a growth it is what grew."""
    last, coming = here.last(span.start), here.next(span.end)
    first = end_of(last) if last else here.span.start
    if _only_not_yet(here, first, span, language):
        return None
    gap = here.text[first : span.start]
    if coming and coming.statement in {"level", "share"} and isinstance(coming.indicator, Stated) and coming.indicator.value in gap:
        return coming
    if last is None or not _empty(_WHEN.sub("", gap, 1), language) or last.statement not in {"level", "share", "growth", "change"}:
        return None
    rate = last.statement in {"growth", "change"} and _RATE.search(here.text, last.clause.start, last.span.start)
    return None if rate else last


def end_of(claim: Claim) -> int:
    """Where a figure ends with its hedges: 1.3万亿斤以上."""
    return max(span.end for span in (claim.span, *claim.mention.hedge_spans))


def _only_not_yet(here: Here, first: int, span: Span, language: str) -> bool:
    """Whether a word before it says that it is none yet, or none of the kind that the set could know."""
    before = here.text[max(first, span.start - _FAR_BACK) : span.start].lower()
    return _not_reached(language).search(before) is not None


@cache
def _not_reached(language: str) -> re.Pattern[str]:
    edge = r"\b" if language == "en" else ""
    return regex(edge + either(f"{language}/milestones/not_reached") + edge)


def _empty(gap: str, language: str) -> bool:
    """Whether nothing is named between a figure and what is told of it."""
    edge = r"\b" if language == "en" else ""
    return not _NOTHING.sub("", regex(edge + either(f"{language}/milestones/fillers") + edge).sub("", gap.lower()))
