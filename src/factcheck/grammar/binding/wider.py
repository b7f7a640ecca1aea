"""Nouns made whole: what was taken for an opener, a place or a preposition may be a part of the name (出入境人员, 对日本货物出口额)."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.grammar.areas import Hit, find_areas
from factcheck.grammar.phrases import Phrase
from factcheck.model import Span, Vocabulary
from factcheck.names import fold_name
from factcheck.patterns import regex

__all__ = ["partner_before", "widened", "without_partner"]

_LONGEST = 24
_TOWARDS = regex("[对向从自与同和跟]$")
_LINK = regex("[、和与及]|以及")
_BETWEEN = regex("(?:等(?:国家?|地区?|经济体)?)?的?|(?:国家|地区|市场)的?")
_EN_TOWARDS = regex(" (?:to|with|from|into|between|and) (?:the )?")


def widened(vocabulary: Vocabulary, text: str, first: int, hits: Sequence[Hit], phrase: Phrase) -> Phrase:
    """The phrase with the longest name that the vocabulary knows at its end, from `first` on; else with the partner that it names.

    A partner makes it another statistic: 对日本出口额 is no 出口额, and exports to Japan are no exports.
    """
    for start in range(max(first, phrase.end - _LONGEST), phrase.start):
        whole = _opens_word(text, start) and fold_name(text[start : phrase.end]) in vocabulary.indicators
        if whole:
            return phrase._replace(noun=text[start : phrase.end], start=start)
    return _with_partner(text, first, hits, phrase) if hits and phrase.noun else phrase


def _opens_word(text: str, start: int) -> bool:
    return not text[start].isspace() and not (text[start].isascii() and text[start].isalnum() and text[start - 1 : start].isascii() and text[start - 1 : start].isalnum())


def partner_before(text: str, first: int, end: int, hits: Sequence[Hit]) -> Span | None:
    """The last place before `end` with those listed before it and the preposition that makes them the other side: 对日本、韩国."""
    before = [hit for hit in hits if first <= hit.start and hit.end <= end and not hit.whole]
    head = len(before) - 1
    while head > 0 and _LINK.fullmatch(text[before[head - 1].end : before[head].start]):
        head -= 1
    if head < 0 or before[head].start <= first or not _TOWARDS.search(text[before[head].start - 1 : before[head].start]):
        return None
    return Span(before[head].start - 1, before[-1].end)


def without_partner(name: str) -> str:
    """What is left of the name of a statistic with a partner: 出口额 of 对日本、韩国的出口额."""
    hits = find_areas(name, 1, len(name)) if _TOWARDS.search(name[:1]) else []
    between = _BETWEEN.match(name, hits[-1].end) if hits and hits[0].start == 1 else None
    return name[between.end() :] if between else name


def _with_partner(text: str, first: int, hits: Sequence[Hit], phrase: Phrase) -> Phrase:
    """对日本、韩国的出口额 with all before the noun; `exports to Japan` with the place behind it."""
    partner = partner_before(text, first, phrase.start, hits)
    if partner and _BETWEEN.fullmatch(text[partner.end : phrase.start].strip()):
        return phrase._replace(noun=text[partner.start : phrase.start] + phrase.noun, start=partner.start)
    behind = next((hit for hit in hits if hit.start >= phrase.end), None)
    if behind and _EN_TOWARDS.fullmatch(text[phrase.end : behind.start]):
        return phrase._replace(noun=phrase.noun + text[phrase.end : behind.end])
    return phrase
