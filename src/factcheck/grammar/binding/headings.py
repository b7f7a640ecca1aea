"""What a heading says of every item of the list below it: that they are targets, and of when (`Main targets for 2018`)."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.grammar.binding.scene import Times
from factcheck.grammar.lexicon import any_of
from factcheck.grammar.phrases import is_latin
from factcheck.grammar.sentences import Sentence
from factcheck.patterns import regex
from factcheck.period import Period
from factcheck.records import NamedTuple

__all__ = ["Heading", "heading_over"]

_ITEM = regex(r"\s{0,20}(?:[-*•■●▪·◆]|[(][a-z0-9]{1,2}[)]|[0-9]{1,2}[.)](?![0-9]))")
_LONGEST = 160


class Heading(NamedTuple):
    """A heading that speaks of targets, and the time that it names."""

    period: Period | None


def heading_over(text: str, sentence: Sentence, before: Heading | None, times: Sequence[Times], *, figures: bool) -> Heading | None:
    """The heading that holds for a sentence, given the one that held before it: an item of the list leaves it, what else comes ends it."""
    span = sentence.span
    if _ITEM.match(text, span.start):
        return before
    said = text[span.start : span.end]
    if figures or len(said) > _LONGEST or not (sentence.tailless or said.endswith((":", "："))):
        return None
    latin = is_latin(text, *span)
    aims = any_of("en/clauses/aim").search(f" {said.lower().rstrip(':')} ") if latin else any_of("zh/clauses/aim").search(said)
    return Heading(times[-1].period if times else None) if aims else None
