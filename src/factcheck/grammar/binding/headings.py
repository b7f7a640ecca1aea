"""What a heading says of all below it: that the items of its list, or a whole part of it, are targets, and of when (`Main targets for 2018`)."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.grammar.binding.scene import Times
from factcheck.grammar.lexicon import any_of
from factcheck.grammar.phrases import is_latin
from factcheck.grammar.sentences import Sentence
from factcheck.patterns import regex
from factcheck.period import Day, Period
from factcheck.records import NamedTuple

__all__ = ["Heading", "heading_over"]

_ITEM = regex(r"\s{0,20}(?:[-*•■●▪·◆]|[(][a-z0-9]{1,2}[)]|[0-9]{1,2}[.)](?![0-9]))")
_GOES_ON = regex("(?:其中|包括|具体(?:是|为|包括))")
_ENDS_IN_AIM = regex("目标(?:任务)?[。.]?$")
"""A sentence that ends in targets names none itself: the figures are in the next one, behind 其中."""
_LONGEST, _SHORT = 160, 60


class Heading(NamedTuple):
    """A heading that speaks of targets, and the time that it names. `part`: it heads a part, to the next that looks back."""

    period: Period | None
    part: bool = False


def heading_over(text: str, sentence: Sentence, before: Heading | None, times: Sequence[Times], now: Day | None, *, figures: bool, item: bool = False) -> Heading | None:
    """The heading that holds for a sentence, given the one that held before it: an item of the list leaves it, what else comes ends it."""
    span = sentence.span
    said = text[span.start : span.end]
    if sentence.tailless and sentence.paragraph and not item and len(said) <= _SHORT and not figures:
        if any_of("zh/clauses/parts_past").search(said):
            return None
        if any_of("zh/clauses/parts_ahead").search(said) and any(_is_to_come(time.period, now) for time in times):
            return Heading(None, part=True)
    goes_on = sentence.tailless and said.startswith(("及", "和", "与"))
    if item or goes_on or _ITEM.match(text, span.start) or (before and (before.part or _GOES_ON.match(said))):
        return before
    if figures or len(said) > _LONGEST or not (sentence.tailless or said.endswith((":", "：")) or _ENDS_IN_AIM.search(said)):
        return None
    latin = is_latin(text, *span)
    aims = any_of("en/clauses/aim").search(f" {said.lower().rstrip(':')} ") if latin else any_of("zh/clauses/aim").search(said)
    return Heading(times[-1].period if times else None) if aims else None


def _is_to_come(period: Period, now: Day | None) -> bool:
    """Whether a time was not over when the article appeared."""
    return bool(now and period.last and period.last > now)
