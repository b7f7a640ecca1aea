"""Milestones: what is said of a figure besides its amount. 创历史新高, 首次突破, 连续11年稳定在…以上, a record high, for the first time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeVar

from factcheck.grammar.milestones.chinese import chinese
from factcheck.grammar.milestones.english import english
from factcheck.grammar.milestones.here import Here
from factcheck.model import Claim, Mention, Milestone, Span
from factcheck.patterns import regex

__all__ = ["milestones_of"]

T = TypeVar("T", Claim, Mention)
_ANY = regex("[新最][高低]|最好水平|新[纪记]录|首次|首度|第一次|连续|record|time|ever|history|since|straight|consecutive|successive|in a row|running", re.IGNORECASE)


def milestones_of(text: str, claims: Sequence[Claim], mentions: Sequence[Mention]) -> Iterator[Milestone]:
    """Every milestone of a folded text, in its order."""
    for span in dict.fromkeys(claim.sentence for claim in claims):
        if _ANY.search(text, *span):
            here = Here(text, span, _within(span, claims), _within(span, mentions))
            yield from sorted([*chinese(here), *english(here)], key=lambda one: one.span)


def _within(span: Span, every: Sequence[T]) -> Sequence[T]:
    return every[bisect_left(every, span.start, key=_start) : bisect_left(every, span.end, key=_start)]


def _start(figure: Claim | Mention) -> int:
    return figure.span.start
