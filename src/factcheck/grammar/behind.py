"""What stands behind a figure: the noun that it counts, or the noun that says how it moves (a 3.8 percent increase in exports)."""

from __future__ import annotations

import re
from functools import cache

from factcheck.grammar.lexicon import words
from factcheck.model import Direction
from factcheck.patterns import regex
from factcheck.records import NamedTuple

__all__ = ["Behind", "motion_behind", "right_noun"]

_RIGHT_STOP = regex(r"[，。；：、！？!?;:,\n\0\"”“（）()|]|[在为是和与及于已将被由从向到至等均都也并比占达超增减共]")
_RIGHT_LIMIT = 24
_EN_STOP = regex(
    r'[,.;:()\n"|\0]| (?:in|on|at|by|from|to|with|and|or|for|over|than|as|was|were|is|are|has|have|had|that|which|who|will|last|this|'
    r"during|into|through|since|until|after|before|among|across|while|when|where|whose|but|so|if|expected|compared|"
    r"continue|continued|said|reported|reports|per|a|the)(?![A-Za-z])"
)


_NO_NAME = frozenset("of in the a and or to for on at by from with was were is are has have as than that which its their up down target".split())
_COMPARATIVE = regex(
    r" (?:points )?(higher|greater|more|up|above|better|faster|quicker|stronger|wider|lower|less|fewer|down|below|worse|slower|weaker|narrower)"
    r"(?= than | from | on | at |[ ,.;\0]|$)"
)
_MORE = frozenset({"higher", "more", "greater", "up", "above", "better", "faster", "quicker", "stronger", "wider"})


class Behind(NamedTuple):
    """A noun of motion behind a figure and what moves, if it says so: a 3.8 percent `increase` in `exports of goods`.

    `compared`: a comparative instead (5 points `lower than` in May)."""

    direction: Direction
    noun: str
    compared: bool = False


def right_noun(text: str, start: int, end: int, language: str) -> str:
    """The noun behind a count: 36家合作企业坐落…; `3.2 million new jobs created`. Empty where a clause ends."""
    piece = text[start : min(end, start + 80)]
    if language == "en":
        stop = _EN_STOP.search(piece)
        words_ = piece[: stop.start() if stop else len(piece)].split()
        return " ".join(words_[:8])
    stop = _RIGHT_STOP.search(piece)
    return piece[: stop.start() if stop else _RIGHT_LIMIT][:_RIGHT_LIMIT]


@cache
def _behind() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("en/changes/nouns").table, key=len, reverse=True))
    how = "(?:year-on-year |year-over-year |year on year |year over year |annual |average |further |month-on-month )?"
    return regex(rf"[ -]{how}((?:[A-Za-z-]{{2,16}} ){{0,2}}?)({nouns})s?(?![A-Za-z-])(?: (?:in|of) (?:the )?)?", re.IGNORECASE)


def motion_behind(blanked: str, start: int, end: int) -> Behind | None:
    """The noun of motion right behind a figure, in a text whose times and places are blanked out."""
    found = _behind().match(blanked, start, end)
    if not found:
        than = _COMPARATIVE.match(blanked, start, end)
        return Behind("up" if than.group(1) in _MORE else "down", "", compared=True) if than else None
    own, word = found.group(1).strip(), found.group(2).lower()
    if any(part in _NO_NAME for part in own.lower().split()):
        return None
    noun = own or (right_noun(blanked, found.end(), end, "en") if found.group()[-1] == " " else "")
    return Behind("up" if words("en/changes/nouns").table[word] == "up" else "down", noun)
