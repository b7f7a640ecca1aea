"""Firms and others that sentences name as the owner of their figures: Acme's profit, Acme reported sales of, 重庆银行前三季度净利润."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factcheck.grammar.areas import find_areas
from factcheck.grammar.lexicon import words
from factcheck.model import Assumed, Claim, Slot, Span, Stated, Text
from factcheck.patterns import regex

__all__ = ["chinese_firms", "firm_of", "goes_on"]

_NAME = r"[A-Z][A-Za-z0-9&-]{1,24}(?:\.com)?(?:,? (?:& |of |and )?[A-Z][A-Za-z0-9&-]{0,24}\.?){0,5}"
_CLASS = regex(
    "[各该本某两数每全这那一二三四五六七八九十家并了的是在由与为及把将从对到被]"
    "|上市|商业|国有|股份制|^有限|大型|中小|外资|民营|国内|组成|成立|保险公司$|分公司$|子公司$"
)
"""What makes a name in 银行 or 公司 that of a class, of one named before, or more than a name."""
_CLAUSE = "(?:(?<=[，。；：\\n])|^)"
_DAY = "(?: on [A-Z][a-z]+day)?"


@cache
def _owning() -> re.Pattern[str]:
    verbs = "|".join(sorted(words("en/clauses/firm_verbs").table, key=len, reverse=True))
    nouns = "|".join(words("en/clauses/firm_nouns").table)
    put_in = "(?:, the [a-z][A-Za-z0-9' -]{4,60},)?"
    return regex(rf"(?<![\w.-])({_NAME})(?:'s? (?=[a-z])|{put_in}{_DAY} (?:{verbs})(?![a-z])|{_DAY} (?:said|says) (?=its? |(?:{nouns})(?![a-z])))")


@cache
def _speaking_on() -> re.Pattern[str]:
    nouns = "|".join(words("en/clauses/firm_nouns").table)
    return regex(rf"\W*(?:{nouns})(?![a-z])|(?:^|\W)(?:its?|the (?:company|firm|group|[a-z]*maker|bank|retailer|airline))(?:'s)?(?!\w)", re.IGNORECASE)


@cache
def _chinese(head: str) -> re.Pattern[str]:
    ends, told = ("|".join(words(f"zh/clauses/{section}").table) for section in ("firm_ends", "firm_tells"))
    return regex(rf"{head}([\u4e00-\u9fffA-Za-z]{{1,10}}?(?:{ends}))(?!{told}|[，：、的。]|{ends})")


def chinese_firms(text: str, sentence: Span, times: Sequence[Span]) -> list[Stated[str]]:
    """The firms that open clauses of a sentence, or stand behind the times that open them (2024年，重庆银行净利润), in order."""
    found = [*_chinese(_CLAUSE).finditer(text, *sentence), *(_chinese("").match(text, time.end, sentence.end) for time in times)]
    spans = sorted({Span(*firm.span(1)) for firm in found if firm and not _CLASS.search(firm.group(1))})
    return [Stated(text[span.start : span.end], span) for span in spans]


def goes_on(claim: Claim, firm: Stated[str]) -> bool:
    """Whether a figure behind a firm's name is the firm's: its clause names the firm, or names nothing new, or what firms have."""
    if firm.span is None or firm.span.start >= claim.clause.start:
        return True
    fresh = isinstance(claim.indicator, Stated) and claim.indicator.span is not None and claim.indicator.span.start >= claim.clause.start
    return not fresh or (claim.indicator.value or "").startswith(tuple(words("zh/clauses/firm_nouns").table))


def firm_of(text: str, sentence: Span, figure: int, before: Slot[str] | None) -> Slot[str] | None:
    """Whose figures a sentence gives from `figure` on: the last owner that it names before, or, where it goes on about it, that of a sentence before."""
    named = _named(text, Span(sentence.start, figure))
    if named or before is None or before.value is None:
        return named
    if any(not hit.setting for hit in find_areas(text, sentence.start, figure)) or not _speaking_on().search(text[sentence.start : figure]):
        return None
    return Assumed(before.value, Text(f"承前：{before.value}", f"carried on: {before.value}"), carried=True)


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
