"""What the words around a figure make of its unit: a rate (每斤50元, 亩产500公斤), an ounce of gold."""

from __future__ import annotations

from fractions import Fraction

from factcheck import units
from factcheck.grammar.lexicon import any_of
from factcheck.grammar.marks import Marks
from factcheck.grammar.numerals import Rational
from factcheck.grammar.unit_words import TIME_UNITS, UnitWord, per_word
from factcheck.patterns import regex

__all__ = ["unit_in_place"]

_FILLER = regex("(?:地|能|可|的|就|挣|卖到|收入|售价|价格|为|在|约|达到?|上|赚|要|需|增收|补贴|奖励){0,12}")
_PER_MU = regex("(?:亩产|单产)[^，。;0-9]{0,6}$")
_SENTENCE_END = regex("[。;!?\n]|[.] ")
_FAR = 80
_NO_RATE = frozenset({"percent", "percentage_point", "permille", "times", "age", "flops"})


def unit_in_place(text: str, start: int, end: int, marks: Marks, word: UnitWord) -> tuple[str | None, Rational]:
    """The unit of the figure at [start, end) and the factor to it: a rate where 每斤 or 一亩地 stands before it in the clause
    (CNY/jin, 枚/day), and troy ounces where precious metal is spoken of."""
    name, factor = _rate(text, start, marks, word)
    if name and "oz" in name.split("/") and _of_metal(text, start, end):
        name = "/".join("troy_ounce" if part == "oz" else part for part in name.split("/"))
    return name, factor


def _of_metal(text: str, start: int, end: int) -> bool:
    """Whether the sentence of a figure names gold or another precious metal."""
    before, behind = text[max(0, start - _FAR) : start], text[end : end + _FAR]
    sentence = _SENTENCE_END.split(before)[-1] + " " + _SENTENCE_END.split(behind)[0]
    return any_of("zh/words/precious").search(sentence) is not None


def _rate(text: str, start: int, marks: Marks, word: UnitWord) -> tuple[str | None, Rational]:
    top = word.unit or word.classifier
    if top is None or "/" in top or word.unit in _NO_RATE or word.unit in TIME_UNITS:
        return word.unit, word.factor
    head = text[max(0, start - 14) : start]
    if word.unit and "产" in head and _PER_MU.search(head) and units.ratio(word.unit, "kg"):
        return f"{word.unit}/mu", word.factor
    if word.unit == "km" and "时速" in head:
        return "km/hour", word.factor
    if "每" not in head and "一" not in head:
        return word.unit, word.factor
    over = _per_before(text, min([start, *(span.start for span in marks.spans if span.start < start)]), start - 14)
    return (f"{top}/{over.unit}", Fraction(word.factor) / over.factor) if over else (word.unit, word.factor)


def _per_before(text: str, stop: int, first: int) -> UnitWord | None:
    """What a figure at `stop` is per: 每斤50元, 一亩地能挣上万元."""
    for opener in range(stop - 1, max(-1, first), -1):
        if text[opener] in "，。;:!?、\n":
            return None
        over = per_word(text, opener + 1) if text[opener] in "每一" else None
        rest = text[opener + 1 + over.length : stop] if over else ""
        if over and _FILLER.fullmatch(rest) and not (text[opener] == "一" and over.unit in TIME_UNITS):
            return over
    return None
