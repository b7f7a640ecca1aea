"""Hedges around a numeral: which word, on which side, and where it stands."""

from __future__ import annotations

from factcheck.grammar.lexicon import words
from factcheck.model import Hedge, Span
from factcheck.records import NamedTuple

__all__ = ["Figure", "Marks", "hedge_of", "hedges_around"]

_BREAKS = "，。、,;:!?\n"
_STRENGTH: dict[Hedge, int] = {"none": 0, "approx": 1, "near_below": 2, "ge": 3, "le": 3, "gt": 4, "lt": 4}
_MOST_BRIDGES = 4
_SINCE_THEN = ("来", "以来", "间")
"""Behind a stretch of time these make 近 the recent: 近十年来."""
_WAYS = ("zh/changes/up", "zh/changes/down")
_Found = tuple[Hedge, Span, str]


class Marks(NamedTuple):
    """The hedge that decides, every hedge word found, and the words themselves."""

    hedge: Hedge
    spans: tuple[Span, ...]
    words: tuple[str, ...] = ()


class Figure(NamedTuple):
    """What the words around a numeral need to know of it: `bare` (only scale words), what its unit is, whether things are counted."""

    bare: bool = False
    unit: str | None = None
    counted: bool = False


_PLAIN = Figure()
_NONE = Marks("none", ())


def hedges_around(text: str, start: int, end: int, figure: Figure = _PLAIN) -> Marks:
    """The hedges before `start` and behind `end`. A bare numeral (百亿) takes 上 as well: 上百亿.

    A hedge may be parted from its numeral by bridge words only (不到全国2%), 约 by how it moves too (约减少了3亿元). Of several the
    strictest decides.
    """
    before = _english_before(text, start, figure) if text[start - 1 : start] == " " else _before(text, start, end, figure)
    after = _after(text, end)
    if not before and not after:
        return _NONE
    found = [mark for mark in (before, after) if mark and mark[0] != "none"]
    hedge: Hedge = max((kind for kind, _, _ in found), key=_STRENGTH.__getitem__, default="none")
    return Marks(hedge, tuple(span for _, span, _ in found), tuple(word for _, _, word in found))


def hedge_of(marks: Marks, inside: str) -> Hedge:
    """The hedge of a figure with 多, 余 or 来 inside: 近300多家 stays below, 约300多家 is above."""
    inner: Hedge = words("zh/hedges/inside").table.get(inside, "none")  # type: ignore[assignment]
    return marks.hedge if marks.hedge == "near_below" or _STRENGTH[marks.hedge] >= _STRENGTH[inner] else inner


def _before(text: str, start: int, end: int, figure: Figure) -> _Found | None:
    hedges, bridges = words("zh/hedges/before"), words("zh/hedges/bridges")
    at, moves = start, False
    for _ in range(_MOST_BRIDGES):
        word = hedges.ending(text, at)
        if word and _in_longer(text, word, at):
            return None
        if word and _allowed(text, word, end, figure) and not (at < start and word in words("zh/hedges/comparisons").table):
            kind: Hedge = hedges.table[word]  # type: ignore[assignment]
            return (kind, Span(at - len(word), at), word) if kind == "approx" or not moves else None
        bridge = bridges.ending(text, at)
        motion = "" if bridge or moves else next((word for way in _WAYS if (word := words(way).ending(text, at))), "")
        if not bridge and not motion:
            return None
        at, moves = at - len(bridge or motion), moves or bool(motion)
    return None


def _in_longer(text: str, word: str, at: int) -> bool:
    """Whether a hedge is but the end of another word: 附近, 节约 and 拿不到, not 春节约."""
    longer = words("zh/hedges/words_before").ending(text, at) or ""
    return len(longer) > len(word) and len(words("zh/hedges/parted_before").ending(text, at) or "") <= len(longer)


def _allowed(text: str, word: str, end: int, figure: Figure) -> bool:
    """上 wants a bare scale word; 跃上 its 台阶; 近 is none in 近十年来, 高于 none before a difference, 破 none before records."""
    if figure.unit in _DURATIONS and word in words("zh/hedges/recent").table and text.startswith(_SINCE_THEN, end):
        return False
    if word in words("zh/hedges/bare_only").table:
        return figure.bare or (figure.unit == "tenths" and word in words("zh/hedges/before_tenths").table)
    if word in words("zh/hedges/comparisons").table:
        return figure.unit != "percentage_point"
    if word in words("zh/hedges/no_counts").table:
        return not figure.counted
    if word in words("zh/hedges/needs_milestone").table:
        ahead = text[end : end + 8]
        stop = min((ahead.find(c) for c in _BREAKS if c in ahead), default=len(ahead))
        return any(mark in ahead[:stop] for mark in words("zh/hedges/milestone").table)
    return True


def _english_before(text: str, start: int, figure: Figure) -> _Found | None:
    """The longest phrase of whole words before a blank; over and under are none before a stretch of time (over five years)."""
    hedges, bridges = words("en/hedges/before"), words("en/hedges/bridges")
    at = start - 1
    if not text[at - 1 : at].isascii() or not text[at - 1 : at].isalpha():
        return None if text[at - 1 : at].isascii() else _before(text, at, start, figure)
    for _ in range(_MOST_BRIDGES):
        pieces = text[max(0, at - hedges.longest - 2) : at].rpartition("\n")[2].split(" ")[-4:]
        for size in range(len(pieces), 0, -1):
            phrase = " ".join(pieces[-size:]).lstrip("(\"'\n")
            kind = hedges.table.get(phrase.lower())
            if at < start - 1 and phrase.lower() in words("en/hedges/direct").table:
                return None
            if kind and not (figure.unit in _DURATIONS and phrase in words("en/hedges/not_of_time").table) and not _led_to(text, phrase, at):
                return kind, Span(at - len(phrase), at), phrase  # type: ignore[return-value]
        if pieces[-1].lower() not in bridges.table or at <= len(pieces[-1]):
            return None
        at -= len(pieces[-1]) + 1
    return None


def _led_to(text: str, phrase: str, at: int) -> bool:
    """Whether `up to` says where a change led: edged up to 5.1 percent."""
    if phrase.lower() != "up to":
        return False
    before = text[max(0, at - len(phrase) - 12) : at - len(phrase)].rstrip()
    return before.rpartition(" ")[2].lower() in words("en/hedges/no_bound").table


_DURATIONS = frozenset({"year", "month", "quarter", "day", "hour", "minute", "week", "decade"})


def _after(text: str, end: int) -> _Found | None:
    behind = text[end : end + 1]
    if behind == " ":
        return _english_after(text, end + 1)
    table = words("zh/hedges/after")
    word = table.starting(text, end)
    if word is None or (words("zh/hedges/words_behind").starting(text, end) and not words("zh/hedges/parted_behind").starting(text, end)):
        return None
    following = text[end + len(word) : end + len(word) + 1]
    if following and following in words("zh/hedges/after_guards").table.get(word, ""):
        return None
    return table.table[word], Span(end, end + len(word)), word  # type: ignore[return-value]


def _english_after(text: str, at: int) -> _Found | None:
    table = words("en/hedges/after")
    phrase = table.starting(text, at)
    if not phrase or text[at + len(phrase) : at + len(phrase) + 1].isalpha():
        return None
    return table.table[phrase], Span(at, at + len(phrase)), phrase  # type: ignore[return-value]
