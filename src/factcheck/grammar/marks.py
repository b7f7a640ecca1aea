"""Hedges around a numeral: which word, on which side, and where it stands."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.grammar.lexicon import words
from factcheck.model import Hedge, Span

__all__ = ["Marks", "hedges_around", "is_inside"]

_BREAKS = "，。；：、,;:!?！？\n"
_MOST_BRIDGES = 4
_STRENGTH = {"none": 0, "approx": 1, "near_below": 2, "ge": 3, "le": 3, "gt": 4, "lt": 4}


class Marks(NamedTuple):
    """The hedge that decides, and every hedge word found, with its side."""

    hedge: Hedge
    spans: tuple[Span, ...]


def is_inside(text: str, at: int) -> bool:
    """Whether 多, 余 or 来 stands at `at`."""
    return text[at : at + 1] in words("zh/hedges/inside").table


def hedges_around(text: str, start: int, end: int, *, bare: bool = False) -> Marks:
    """The hedges before `start` and behind `end`. `bare` numerals (百亿) take 上 as well: 上百亿.

    A hedge may be parted from its numeral by bridge words only: 不到全国2%. Of several the strictest decides.
    """
    found = [mark for mark in (_before(text, start, end, bare=bare), _after(text, end)) if mark]
    spans = tuple(span for _, span in found)
    hedge: Hedge = max((kind for kind, _ in found), key=_STRENGTH.__getitem__, default="none")
    return Marks(hedge, spans)


def _before(text: str, start: int, end: int, *, bare: bool) -> tuple[Hedge, Span] | None:
    latin = text[start - 1 : start] == " "
    hedges = words("en/hedges/before" if latin else "zh/hedges/before")
    at = start
    for _ in range(_MOST_BRIDGES):
        at -= latin and text[at - 1 : at] == " "
        word = _phrase(text, at, "before") if latin else _word_before(text, at, hedges.ending(text, at))
        if word and _allowed(text, word, end, bare=bare):
            kind: Hedge = hedges.table[word.lower()]  # type: ignore[assignment]
            return kind, Span(at - len(word), at)
        bridge = _phrase(text, at, "bridges") if latin else words("zh/hedges/bridges").ending(text, at)
        if not bridge:
            return None
        at -= len(bridge)
    return None


def _word_before(text: str, at: int, word: str | None) -> str | None:
    """Chinese hedges as they stand; 近 and 超 are no hedges inside 附近 or 赶超."""
    if word is None:
        return word
    before = text[at - len(word) - 1 : at - len(word)]
    if (word == "近" and before in {"附", "最", "邻", "远", "靠", "新"}) or (word == "上" and before in set("以网线路海马向早晚")):
        return None
    if word == "约" and before in {"节", "合", "公", "签", "条", "制", "预", "履", "简", "契"}:
        return None
    if word == "超" and before in {"赶", "反"}:
        return None
    return word


def _phrase(text: str, at: int, section: str) -> str | None:
    """The longest English phrase of a section that ends at `at` as whole words."""
    table = words(f"en/hedges/{section}")
    head = text[max(0, at - table.longest) : at]
    best = None
    for size in range(1, len(head) + 1):
        piece = head[-size:]
        before = text[at - size - 1 : at - size]
        if piece.lower() in table.table and not before.isalpha():
            best = piece
    return best


def _allowed(text: str, word: str, end: int, *, bare: bool) -> bool:
    """上 wants a bare scale word; 跃上, 迈上 want their 台阶; 突破 and the like want nothing."""
    if word in words("zh/hedges/bare_only").table:
        return bare
    if word in words("zh/hedges/needs_milestone").table:
        ahead = text[end : end + 8]
        stop = min((ahead.find(c) for c in _BREAKS if c in ahead), default=len(ahead))
        return any(mark in ahead[:stop] for mark in words("zh/hedges/milestone").table)
    return True


def _after(text: str, end: int) -> tuple[Hedge, Span] | None:
    table = words("zh/hedges/after")
    word = table.starting(text, end)
    if word:
        kind: Hedge = table.table[word]  # type: ignore[assignment]
        if word in {"多", "余"} and text[end + 1 : end + 2] not in set("的，。、；：,;: 前后了)）\n") | {""}:
            return ("gt", Span(end, end + 1)) if text[end + 1 : end + 2] else None
        return kind, Span(end, end + len(word))
    if text[end : end + 1] == " ":
        english = words("en/hedges/after")
        phrase = english.starting(text, end + 1)
        if phrase and not text[end + 1 + len(phrase) : end + 2 + len(phrase)].isalpha():
            kind = english.table[phrase]  # type: ignore[assignment]
            return kind, Span(end + 1, end + 1 + len(phrase))
    return None
