"""Which unit stands at an offset: the longest surface of the lexicon, a rate put together of two, or a classifier."""

from __future__ import annotations

from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck import units

__all__ = ["UnitWord", "per_word", "unit_at", "unit_length"]


class UnitWord(NamedTuple):
    """A unit as written: its length, a factor to the named unit, and the unit's name or the classifier."""

    length: int
    factor: Fraction
    unit: str | None
    classifier: str | None


_NOT_HERE: dict[str, str] = {
    # unit: characters which, standing behind it, show that it is none
    "成": "立为员本果功长就熟交分品套",
    "分": "之别布析类工散享配支公钟局期红",
    "点": "钟半",
    "级": "别",
    "度": "假过",
    "里": "程面",
    "项": "目",
    "年": "代级龄",
    "天": "然气线",
    "斤": "",
    "方": "面案式向法便",
    "门": "户店槛",
    "位": "数置于居",
    "名": "列单称",
    "口": "岸径号",
    "期": "间货",
    "类": "似",
    "批": "发",
    "头": "部号",
    "人": "民均才类口次工力",
    "家": "庭乡里长电具居",
    "个": "别性",
    "本": "科地",
    "道": "路",
    "股": "份票东市",
    "所": "有以",
    "次": "日年",
    "月": "",
    "场": "所馆",
    "场次": "",
    "元": "素旦宵首",
    "号": "",
    "集": "团群中成",
    "层": "次面",
    "版": "图权块",
    "篇": "章",
    "句": "",
}
_LONGEST_LATIN = 32
_LICENSED = frozenset({"成", "周", "立方", "担", "人民币", "载", "seconds", "mu", "jin", "pounds", "yards"})
"""Words that are units often enough to be read without more; the rest of `units.ambiguous()` wants a scale word or a hint."""
_HINTS = {"度": "电", "桶": "油", "方": "水库土气木", "里": "路程", "级": "", "won": "", "points": ""}
_NEVER_SCALED = frozenset({"日", "月", "月份", "点", "分", "折", "级", "m", "t", "x", "second", "quarter"})


_Entry = tuple[str, Fraction, str | None, str | None]


@cache
def _index() -> dict[str, tuple[_Entry, ...]]:
    """Every surface and classifier by its first character, longest first: (word, factor, unit, classifier)."""
    rows: list[_Entry] = [(word, Fraction(1), None, word) for word in units.classifiers()]
    rows += [(word, factor, name, None) for word, (factor, name) in units.surfaces().items()]
    table: dict[str, list[_Entry]] = {}
    for row in sorted(rows, key=lambda row: (-len(row[0]), row[2] is None)):
        table.setdefault(row[0][0], []).append(row)
    return {first: tuple(rows) for first, rows in table.items()}


@lru_cache(maxsize=64)
def unit_at(text: str, at: int) -> UnitWord | None:
    """The unit that begins at `at`, if any; Latin units end at a word's end and are tried in small letters too."""
    found = _simple(text, at)
    if not found:
        return None
    after = at + found.length
    if text[after : after + 1] in {"/", "每"} or text.startswith(" per ", after):
        over = per_word(text, after + (5 if text[after] == " " else 1))
        top = found.unit or found.classifier
        if over and top:
            length = after + (5 if text[after] == " " else 1) + over.length - at
            return UnitWord(length, found.factor / over.factor, f"{top}/{over.unit}", None)
    return found


def per_word(text: str, at: int) -> UnitWord | None:
    """What may stand behind `/`, 每 or per."""
    denominators = units.denominators()
    for size in range(min(8, len(text) - at), 0, -1):
        word = text[at : at + size]
        entry = denominators.get(word) or (denominators.get(word.lower()) if word.isascii() else None)
        if entry and not (word.isascii() and text[at + size : at + size + 1].isascii() and text[at + size : at + size + 1].isalpha()):
            return UnitWord(size, entry[0], entry[1], None)
    return None


def _simple(text: str, at: int) -> UnitWord | None:
    first = text[at : at + 1]
    index = _index()
    for word, factor, name, classifier in index.get(first, ()):
        if text.startswith(word, at) and _stands(text, at, word, len(word)) and _licensed(text, at, word):
            return UnitWord(len(word), factor, name, classifier)
    if first.isascii() and first.isupper():
        low = text[at : at + _LONGEST_LATIN].lower()
        for word, factor, name, classifier in index.get(low[0], ()):
            if low.startswith(word) and _stands(text, at, word, len(word)) and _licensed(text, at, word):
                return UnitWord(len(word), factor, name, classifier)
    return None


def _licensed(text: str, at: int, word: str) -> bool:
    """Whether an ambiguous word is a unit here: behind a scale word (3亿度), or beside a hint (用电500度)."""
    if word not in units.ambiguous() or word in _LICENSED:
        return True
    if word not in _NEVER_SCALED and text[at - 1 : at] in {"万", "亿", "百", "千"}:
        return True
    around = text[max(0, at - 16) : at + len(word) + 3]
    return any(hint in around for hint in _HINTS.get(word, ""))


def _stands(text: str, at: int, word: str, size: int) -> bool:
    """Whether the word is whole here, and no other word begins with it (5成 but not 5成员)."""
    after = text[at + size : at + size + 1]
    if word[-1].isascii() and word[-1].isalpha() and after.isascii() and after.isalnum():
        return False
    return not (after and after in _NOT_HERE.get(word, ""))


def unit_length(text: str, at: int) -> int:
    """The length of the unit at `at`, 0 if there is none: what the numerals ask."""
    found = unit_at(text, at)
    return found.length if found else 0
