"""Firms and others that English sentences name as the owner of their figures: Acme's profit, Acme reported sales of, Acme said it earned."""

from __future__ import annotations

import re
from functools import cache

from factcheck.grammar.areas import find_areas
from factcheck.grammar.lexicon import words
from factcheck.model import Assumed, Slot, Span, Stated, Text
from factcheck.patterns import regex

__all__ = ["firm_of"]

_NAME = r"[A-Z][A-Za-z0-9&-]{1,24}(?:\.com)?(?:,? (?:& |of |and )?[A-Z][A-Za-z0-9&-]{0,24}\.?){0,5}"
_DAY = "(?: on [A-Z][a-z]+day)?"


@cache
def _owning() -> re.Pattern[str]:
    verbs = "|".join(sorted(words("en/clauses/firm_verbs").table, key=len, reverse=True))
    return regex(rf"(?<![\w.-])({_NAME})(?:'s? (?=[a-z])|{_DAY} (?:{verbs})(?![a-z])|{_DAY} (?:said|says) (?=its? ))")


@cache
def _speaking_on() -> re.Pattern[str]:
    nouns = "|".join(words("en/clauses/firm_nouns").table)
    return regex(rf"\W*(?:{nouns})(?![a-z])|(?:^|\W)(?:its?|the (?:company|firm|group|[a-z]*maker|bank|retailer|airline))(?:'s)?(?!\w)", re.IGNORECASE)


def firm_of(text: str, sentence: Span, figure: int, before: Slot[str] | None) -> Slot[str] | None:
    """Whose figures a sentence gives from `figure` on: the last owner that it names before, or, where it goes on about it, that of a sentence before."""
    named = _named(text, Span(sentence.start, figure))
    if named or before is None or before.value is None:
        return named
    if any(not hit.setting for hit in find_areas(text, sentence.start, figure)) or not _speaking_on().search(text[sentence.start : figure]):
        return None
    return Assumed(before.value, Text(f"承前：{before.value}", f"carried on: {before.value}"))


def _named(text: str, head: Span) -> Stated[str] | None:
    """The last owner in a stretch of text that is no place and no day."""
    last = None
    for found in _owning().finditer(text, *head):
        first, name = found.start(1), found.group(1)
        opener, _, rest = name.partition(" ")
        if opener.lower() in words("en/clauses/openers").table:
            first, name = first + len(opener) + 1, rest
        end = first + len(name)
        placed = any(hit.start <= first and end <= hit.end + len(" province") for hit in find_areas(text, first, end))
        if name and not placed and not words("en/clauses/no_firms").table.keys() & set(name.lower().split()):
            last = Stated(name, Span(first, end))
    return last
