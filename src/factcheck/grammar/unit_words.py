"""Which unit stands at an offset: the longest surface of the lexicon, a rate put together of two, or a classifier."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache, lru_cache

from factcheck import units
from factcheck.grammar.fold import fold
from factcheck.grammar.lexicon import words
from factcheck.patterns import regex
from factcheck.records import NamedTuple

__all__ = ["TIME_UNITS", "UnitWord", "per_word", "rated", "unit_at", "unit_length"]

TIME_UNITS = frozenset({"year", "month", "quarter", "day", "hour", "minute", "second", "week", "decade"})


class UnitWord(NamedTuple):
    """A unit as written: its length, a factor to the named unit, and the unit's name or the classifier."""

    length: int
    factor: int | Fraction
    unit: str | None
    classifier: str | None


class _Entry(NamedTuple):
    """A word for a unit. `guard`: characters that, standing behind it, show that it is none, unless they begin a word of `lifted`;
    `hints`: words one of which must stand near it, unless it has a scale word before it and `scaled` allows that."""

    word: str
    meaning: UnitWord
    guard: str
    latin: bool
    hints: tuple[str, ...] | None
    scaled: bool
    lifted: tuple[str, ...]


_LONGEST = 32
_SCALES = frozenset("百千万亿")
_ENGLISH_SCALES = ("illion", "housand", "undred")


@cache
def _index() -> dict[str, list[str]]:
    """Every surface and measure word under its first two characters, or its one, as they stand in a folded text."""
    table: dict[str, list[str]] = {}
    for word in (*units.classifiers(), *units.surfaces()):
        table.setdefault(word[:2].replace("（", "("), []).append(word)
    return table


@lru_cache(maxsize=4096)
def _entries(head: str) -> tuple[_Entry, ...]:
    """The words that begin like that, the longest first."""
    ordered = sorted(_index().get(head, ()), key=lambda word: (-len(word), word))
    return tuple(entry for word in ordered for entry in (_entry(word), *_homonyms(word)))


def _exact(factor: Fraction) -> int | Fraction:
    return factor.numerator if factor.denominator == 1 else factor


def _entry(word: str) -> _Entry:
    """A word's meaning, and what the lexicon says of it if it may be no unit."""
    factor, name = units.surfaces().get(word, (Fraction(1), None))
    meaning = UnitWord(len(word), _exact(factor), name, None if name else word)
    ambiguous = word in units.ambiguous() and word not in words("zh/words/sure_units").table
    hints = tuple(words("zh/words/unit_hints").table.get(word, "").split()) if ambiguous else None
    latin = word[-1].isascii() and word[-1].isalpha()
    guard = words("zh/words/unit_guards").table.get(word, "")
    lifted = tuple(words("zh/words/guards_lifted").table.get(word, "").split())
    return _Entry(fold(word), meaning, guard, latin, hints, word not in words("zh/words/never_scaled").table, lifted)


def _homonyms(word: str) -> Iterator[_Entry]:
    """The second meaning of a word, where something near shows it: 气温35度 is no electricity."""
    named = words("zh/words/homonyms").table.get(word)
    if named:
        unit, *hints = named.split()
        yield _entry(word)._replace(meaning=UnitWord(len(word), 1, unit, None), hints=tuple(hints), scaled=False)


@lru_cache(maxsize=256)
def unit_at(text: str, at: int) -> UnitWord | None:
    """The unit that begins at `at`, if any; Latin units end at a word's end and are tried in small letters too."""
    found = _simple(text, at)
    if not found:
        return None
    after = at + found.length
    behind = text[after : after + 1]
    return _rate(text, at, found, after) if behind and behind in "/每 -" else found


def rated(text: str, at: int, top: UnitWord) -> UnitWord:
    """A unit that ends at `at` with what it is per, if anything: `$70 a barrel`."""
    behind = text[at : at + 1]
    return _rate(text, at, top, at) if behind and behind in "/每 -" else top


_PER = regex(r" ?/ ?|每|[ -]per[ -]| an? (?=[a-z])")
_AGO = regex(" (?:ago|earlier|before|later|after)(?![a-z])")


def _rate(text: str, at: int, top: UnitWord, after: int) -> UnitWord:
    """元/吨, 元每吨, yuan per ton, dollars a barrel; `a year earlier` divides nothing. `at` is where the unit begins."""
    stroke = _PER.match(text, after)
    over = per_word(text, stroke.end()) if stroke else None
    name = top.unit or top.classifier
    if not stroke or not over or not name or "/" in name:
        return top
    end = stroke.end() + over.length
    if " a" in stroke.group() and (_AGO.match(text, end) or name in TIME_UNITS or top.unit is None):
        return top
    return UnitWord(end - at, _exact(Fraction(top.factor) / over.factor), f"{name}/{over.unit}", None)


def per_word(text: str, at: int) -> UnitWord | None:
    """What may stand behind `/`, 每 or per."""
    denominators = units.denominators()
    for size in range(min(12, len(text) - at), 0, -1):
        word = text[at : at + size]
        entry = denominators.get(word) or (denominators.get(word.lower()) if word.isascii() else None)
        if entry and not (word.isascii() and text[at + size : at + size + 1].isascii() and text[at + size : at + size + 1].isalpha()):
            return UnitWord(size, entry[0], entry[1], None)
    return None


def _simple(text: str, at: int) -> UnitWord | None:
    found = _longest(text, at, text[at : at + 2])
    second = text[at + 1 : at + 2]
    if found or not text[at : at + 1].isupper() or not (second.isascii() and second.isalpha()):
        return found
    low = text[:at] + text[at : at + _LONGEST].lower() if at < _LONGEST else text[at - _LONGEST : at] + text[at : at + _LONGEST].lower()
    return _longest(low, min(at, _LONGEST), low[min(at, _LONGEST) :][:2])


def _longest(text: str, at: int, head: str) -> UnitWord | None:
    for key in (head, head[:1]) if len(head) > 1 else (head,):
        for entry in _entries(key):
            if text.startswith(entry.word, at) and _stands(text, at, entry):
                return entry.meaning
    return None


def _stands(text: str, at: int, entry: _Entry) -> bool:
    """Whether the word is whole here, no other word begins with it (5成 but not 5成员), and it is meant as a unit."""
    end = at + len(entry.word)
    after = text[end : end + 1]
    if after and ((entry.latin and after.isascii() and after.isalnum()) or (after in entry.guard and not text.startswith(entry.lifted, end))):
        return False
    return entry.hints is None or _meant(text, at, entry)


def _meant(text: str, at: int, entry: _Entry) -> bool:
    """Whether an ambiguous word is a unit here: behind a scale word (3亿度), or near a hint (用电500度)."""
    if entry.scaled and (text[at - 1 : at] in _SCALES or text[max(0, at - 8) : at - 1].endswith(_ENGLISH_SCALES)):
        return at > 0
    before, behind = (40, 12) if entry.latin else (16, 4)
    around = text[max(0, at - before) : at + len(entry.word) + behind]
    return any(hint in around for hint in entry.hints or ())


def unit_length(text: str, at: int) -> int:
    """The length of the unit at `at`, 0 if there is none: what the numerals ask."""
    found = unit_at(text, at)
    return found.length if found else 0
