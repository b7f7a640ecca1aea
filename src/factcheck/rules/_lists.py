"""Plain lists: the items of words that are nothing but a list, surely whole and flat. Anything else is none.

A list is left alone where it is open (等, such as), where its items have parts, asides or numbers of their own, and where they are
told point by point.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.patterns import regex
from factcheck.places import places
from factcheck.records import NamedTuple
from factcheck.rules._words import words

__all__ = ["Items", "are_named", "chinese", "english", "english_names"]

_OPEN = regex(r"等|…|其[他它余]|[例比]如|包括|其中|不限于|之一|such as|including|etc|and so on|among|for example|for instance|notably")
_FEWEST = 3
_SPREAD = 1
_NESTED = regex(r"[，。：！？!?:,\n（）()|<>0-9０-９]|——|--")
_TOLD = regex(r"(?:^|[、；\s])(?:(?:第?[一二三四五六七八九十]{1,3}|其[一二三])(?:是|要|则|[、，；]|$)|首先|[①-⑳])")
_AND = regex("以及|[和与及]")
_JOINT = regex(", |; ")
_ENGLISH_AND = regex(" (?:and|or|&) ")
_LAST = ("and ", "or ")
_ENGLISH_NESTED = regex(r"[.:!?()\n|<>\"“”0-9]| [-–—] ?|—")
_ASIDE = regex(
    r"(?:^|\s)(?:which|who|whom|whose|where|when|while|that|with|but|not|as|than|plus|and|or|then|also|both|above|in|at|on|by|first|second|third"
    r"|firstly|secondly|one|another)(?:\s|$)"
)
"""What makes more of an item than an item, or is told beside the list."""
_ARTICLE = regex("(?:an?|the) ")
_NAME = regex(r"(?:[Tt]he )?[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|of|the|de|la|al|van|von)){0,5}")
_STEMS = frozenset("甲乙丙丁戊己庚辛壬癸ABCDEFGH")


class Items(NamedTuple):
    """The items of a list, the last one split at 和, which may stand within it, so that there are from `least` to `most`; and whether
    they are of one build, so that none has parts of its own: 稳就业、促消费、保供应, lower costs and keep jobs."""

    words: tuple[str, ...]
    least: int
    most: int
    alike: bool


def chinese(piece: str) -> Items | None:
    """甲、乙和丙, or 甲；乙；丙 without any list inside."""
    piece = piece.replace(";", "；").strip()
    if _NESTED.search(piece) or _OPEN.search(piece) or _TOLD.search(piece) or ("；" in piece and "、" in piece):
        return None
    items = tuple(piece.split("；" if "；" in piece else "、"))
    if len(items) < _FEWEST or not all(items) or any(_AND.search(item) for item in items[:-1]):
        return None
    parts = (*items[:-1], *_AND.split(items[-1]))
    return Items(parts, len(items), len(parts), "；" in piece or _alike(map(len, parts)))


def english(piece: str) -> Items | None:
    """a, b and c, or a; b; c: closed by a last `and`."""
    if _ENGLISH_NESTED.search(piece) or _OPEN.search(piece) or ("; " in piece and "," in piece):
        return None
    *head, last = _JOINT.split(piece)
    serial = last.startswith(_LAST)
    lasts = [last.split(" ", 1)[1]] if serial else _ENGLISH_AND.split(last)
    items = (*head, *lasts)
    closed = serial or len(lasts) > 1 or "; " in piece
    if not closed or len(items) < _FEWEST or any(_ASIDE.search(item) for item in items) or len({_ARTICLE.match(item) is None for item in items}) > 1:
        return None
    return Items(items, len(head) + 1, len(items), "; " in piece or _alike(len(item.split()) for item in items))


def are_named(items: Iterable[str], noun: str) -> bool:
    """Whether Chinese items surely are what a noun names: 东山镇 is a 镇, 甲公司 a 公司, and 云南 a 省份. Who acts (六部门：) has no such items."""
    every = list(items)
    if any(noun.endswith(word) for word in words("zh/place_nouns")) and all(map(places, every)):
        return True
    return all(item in _STEMS for item in every) or all(len(item) > 1 and item[-1] in noun[-2:] for item in every)


def english_names(items: Iterable[str]) -> bool:
    """Whether every item is a name in capitals, and all are of one level: Paris, France and Rome are two cities."""
    every = list(items)
    return all(map(_NAME.fullmatch, every)) and len(set(map(_holds_others, every))) == 1


def _holds_others(name: str) -> bool:
    """Whether it is a country or a state, which may stand behind a city to say where that lies."""
    return name in words("en/states") or any(place.level in {"country", "nation"} for place in places(name))


def _alike(sizes: Iterable[int]) -> bool:
    """Whether the items are about equally long and the first is not the longest: it may hold a verb that takes the others."""
    first, *others = sizes
    return max(first, *others) - min(first, *others) <= _SPREAD and first <= max(others)
