"""Units that a text leaves out: people (常住人口766579), yuan (GDP突破10万亿), and what an English number counts (583 standards)."""

from __future__ import annotations

from factcheck.grammar.lexicon import Words, words
from factcheck.grammar.numerals import Numeral
from factcheck.grammar.unit_words import UnitWord
from factcheck.patterns import regex

__all__ = ["bare_count", "bare_index", "implied_unit", "noun_counted"]

_NOUN = regex(r"(?: [2-6]G)?(?: [A-Za-z][A-Za-z-]{1,20}){1,3}")
_WORDS = regex("[A-Za-z-]{1,64}")
_PLURAL = regex("children|people|women|men|[A-Za-z-]{2,30}[a-z](?<![sui])s")
_NO_NOUN = frozenset("of in the and to for on at by from with or was were is are has have as than that which per its this percent".split())
_NAMED_BY_NUMBER = regex(r"(?<=[a-z,] )(?!January|February|March|April|May|June|July|August|September|October|November|December)[A-Z][A-Za-z&]{1,20} $")
"""A name in the middle of a sentence right before a number: the Boeing 737 jets, an FTSE 100 company."""
_PRODUCT = regex(r"(?<![A-Za-z])(?:[A-Z]{3,8}|[a-z][A-Z][A-Za-z]{1,12}) $")
_MOST_NAMED = 1000
_ENDS = regex(r"[，,。;、)\s]|$|左右|以上|以下|上下|余|多|大关|台阶|的")
_NAMED = regex('[^，。、,;:!?0-9\n"()]{0,7}')
_LEAST_PEOPLE = 1000
_LEAST_MONEY = 10**8
_LEAST_NAMED = 10**4
_MOST_LINKS = 5


def noun_counted(text: str, numeral: Numeral) -> UnitWord | None:
    """What an English number counts, as a classifier: the plural within three words behind it (41 product standards)."""
    found = _NOUN.match(text, numeral.end)
    if not found or (numeral.value is not None and numeral.value < 2) or _names(text, numeral):
        return None
    plurals = [word for word in _WORDS.finditer(found.group()) if _PLURAL.fullmatch(word.group())]
    if not plurals or any(word in _NO_NOUN for word in found.group()[: plurals[0].end()].split()):
        return None
    if numeral.script == "english" and plurals[0].group()[0].isupper():
        return None  # Two Systems, Three Gorges
    return UnitWord(plurals[0].end(), 1, None, plurals[0].group())


def _names(text: str, numeral: Numeral) -> bool:
    """Whether a number is a part of a name: the Boeing 737 jets; FTSE 100 closes, iPhone 15 models."""
    head = max(0, numeral.start - 24)
    small = numeral.value is not None and numeral.value < _MOST_NAMED and numeral.script == "arabic"
    return bool(_NAMED_BY_NUMBER.search(text, head, numeral.start) or (small and _PRODUCT.search(text, head, numeral.start)))


def implied_unit(text: str, numeral: Numeral) -> UnitWord | None:
    """The unit that the words around a bare number leave no doubt of."""
    value = numeral.value if numeral.value is not None else numeral.low
    if value is None or value < _LEAST_PEOPLE:
        return None
    if text[numeral.end - 1] in "万亿" and not numeral.bare and _counts_people(text, numeral.end):
        return UnitWord(0, 1, "person", None)
    if not _ENDS.match(text, numeral.end) or (numeral.bare and not words("zh/hedges/before").ending(text, numeral.start)):
        return None
    unit = _headed(text[max(0, numeral.start - 16) : numeral.start], words("zh/words/implied_units"))
    return UnitWord(0, 1, unit, None) if unit and (unit != "CNY" or value >= _LEAST_MONEY) else None


_PLAIN = UnitWord(0, 1, None, None)
_INDEX = regex("(?:指数|系数|性别比|景气度|综合得分)[^，。；、:!?\n]{0,30}(?:为|是|达到?|[至到于报]|由|从|普查|年|月|季度|[^0-9.])$")
_BRACKETED = regex(r"\([^()]{0,40}\)")
_INDEX_BEHIND = regex("[，。,;；)]|$|\n|(?:上升|下降|提高|降低|升|降|增|减|回落|回升)")


def bare_index(text: str, numeral: Numeral) -> UnitWord | None:
    """A decimal that says how an index, a coefficient or a ratio of the sexes stands: 基尼系数为0.465."""
    if numeral.script != "arabic" or "." not in text[numeral.start : numeral.end] or not _INDEX_BEHIND.match(text, numeral.end):
        return None
    return _PLAIN if _INDEX.search(_BRACKETED.sub("", text[max(0, numeral.start - 60) : numeral.start])) else None
_PART_OF = regex(" (?:out )?of (?:the|its|their|our) ")
_PROSE_BEHIND = regex(r" {1,3}+(?![|$0-9 ]|-[0-9])|[,.;:)\"]|$|左右|以上|以下|上下|次?[，。、\n]")


def bare_count(text: str, numeral: Numeral) -> UnitWord | None:
    """A large figure of running text that names no unit: `685,000 in 2023`, 播放量超10亿. It counts, but not what."""
    written = text[numeral.start : numeral.end]
    scaled = not written[-1].isdigit() and (numeral.value or 0) >= _LEAST_PEOPLE
    if numeral.bare or numeral.script not in {"arabic", "english"} or not (scaled or "," in written):
        return None
    if _PART_OF.match(text, numeral.end) or not _PROSE_BEHIND.match(text, numeral.end):
        return None
    signed = text[numeral.start - 1 : numeral.start] in {"+", "-"} and text[numeral.start - 2 : numeral.start - 1] in {" ", "("}
    at = numeral.start - signed
    head = text[max(0, at - 2) : at]
    last = head.strip()[-1:]
    prose = last.isalpha() or last == "(" or (scaled and written[-1].isascii() and last in {",", ";"})
    return _PLAIN if prose and "\n" not in head else None


def _counts_people(text: str, end: int) -> bool:
    """Whether a noun for people follows within the phrase: 4386万异地务工人员."""
    named = _NAMED.match(text, end + (text[end : end + 1] in "多余"))
    nouns = words("zh/words/people_nouns")
    return bool(named) and any(_starts(nouns, text, at) for at in range(end, named.end() + 1 if named else end))


def _starts(table: Words, text: str, at: int) -> bool:
    return table.starting(text, at) is not None


def _headed(head: str, names: Words) -> str | None:
    """The meaning of the name that stands before a number with nothing but 达, 为, 突破 and the like between."""
    links, end = words("zh/words/implied_links"), len(head)
    for _ in range(_MOST_LINKS):
        name = names.ending(head, end)
        if name:
            return names.table[name]
        word = links.ending(head, end)
        if not word:
            return None
        end -= len(word)
    return None
