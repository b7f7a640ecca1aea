"""What surrounds a name in an English phrase: who says so, whose it is, what moves it, and what only explains it."""

from __future__ import annotations

import re
from functools import cache

from factcheck.grammar.lexicon import words
from factcheck.patterns import regex

__all__ = ["movers", "name_in", "owned", "reported"]

_PAST = ("ed", "rose", "fell", "grew", "shrank")


def name_in(noun: str) -> str:
    """The name alone: behind who says so, before a dash that explains it, behind one after a place in capitals (LONDON - Sales)."""
    before, dash, behind = _begins().split(noun)[-1].partition(" - ")
    return behind if dash and before.isupper() else before


@cache
def _begins() -> re.Pattern[str]:
    """What opens a name inside an English phrase: `the bureau said exports`, `cattle grew steadily and the grain output`."""
    openers = "|".join(words("en/clauses/begins").table)
    moved = "|".join(word for way in ("up", "down") for word in words(f"en/changes/{way}").table if word.endswith(_PAST))
    return regex(rf"(?<=\w )(?:(?:{openers})(?: that)?|(?:{moved})(?: [a-z]{{1,12}}ly)? and) (?:(?:a|an|the|its|their) )?", re.IGNORECASE)


@cache
def owned() -> re.Pattern[str]:
    """A verb whose subject owns what is named behind it: `private firms saw exports`."""
    return regex(rf"(?<=\w) (?:{'|'.join(words('en/clauses/owns').table)}) (?=[A-Za-z])", re.IGNORECASE)


@cache
def reported() -> re.Pattern[str]:
    """A verb at the end whose subject only says so: `the bureau released data showing that`, `the bureau announced today that`."""
    verbs = "|".join(word for word in words("en/clauses/begins").table if word not in words("en/clauses/owns").table)
    days = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    return regex(rf"(?<!\w)(?:{verbs})(?: (?:on|today|yesterday|{days}))*[ \0]{{0,40}}(?:that)?(?: the| its)?[ \0]{{0,40}}$", re.IGNORECASE)


@cache
def movers() -> re.Pattern[str]:
    """A verb with what it moves behind it: `The bank raised its key rate`."""
    verbs = "|".join(words("en/changes/movers").table)
    return regex(rf"(?<![\w-])({verbs}) (?:(?:the|its|their|his|our|a|key) ){{0,2}}(?!in |of |by |to |from |the |on |[a-z]{{1,12}}ly )(?=[A-Za-z])", re.IGNORECASE)
