"""English numerals: number words, and the scale words and letters behind digits (2.4bn, one and a half million)."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.grammar.numerals import MOST, Numeral, Rational, last_place
from factcheck.grammar.unit_words import unit_length
from factcheck.patterns import regex

__all__ = ["ONES", "part_of_unit", "read_english", "run_of_words", "scale_of", "with_english_scale"]

ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALE = {"hundred": 100, "dozen": 12, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
          "lakh": 10**5, "crore": 10**7, "lakh crore": 10**12, "hundred thousand": 10**5, "hundred million": 10**8}  # fmt: skip
_SHORT = {"mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12}
_LETTER = {"k": 1000, "m": 10**6, "b": 10**9, "t": 10**12}
_SCALES = {"": 1, **_SCALE, **_SHORT, **_LETTER}
_LEAST_PROSE = 20
_WORD = regex(r"[ -]?([A-Za-z]{2,9})(?![A-Za-z])")
_FIRST = regex(r"(?:([Aa])n? (half[ -])?)?([A-Za-z]{3,9})(?![A-Za-z])")
_HALF = regex(r" and a (half|quarter)(?![A-Za-z])", re.IGNORECASE)
_BEHIND_DIGITS = regex(
    r"[ \n-]?(hundred million|hundred thousand|hundred|thousand|million|billion|trillion|dozen|lakh crore|lakh|crore|"
    r"mn|mln|bn|bln|tn|trn|[kmbt](?! ?[0-9]))(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_BEHIND_LETTER = regex(r" (?:[a-z]{3,20} )?(?:[a-z]{2,20}s|people|women|men|children)(?![a-z'])|(?= [a-z]{3})")
_SECOND_LETTER = regex(r"(?: to | or |-)[0-9.,]{1,12}[mkb](?= )")
_IN_METRES = regex(r" (?:hurdles|races?|sprints?|runners|sprinters|swimmers|steps|stairs|dash|freestyle|butterfly|backstroke|relays?)")


def with_english_scale(text: str, numeral: Numeral, *, money: bool) -> Numeral:
    """Digits with the scale word behind them. A letter alone (5m, 10k) is one only of `money`, or before people and goods."""
    found = _BEHIND_DIGITS.match(text, numeral.end)
    if not found or (text[numeral.end] == "\n" and not _wrapped(text, numeral.start, found.group(1))):
        return _mixed(text, numeral)
    word = found.group(1).lower()
    scale = _SCALE.get(word) or _SHORT.get(word)
    if scale is None:
        glued = found.start(1) == numeral.end
        if not glued or not (money or (word != "t" and _goods(text, found.end()))):
            return numeral
        scale = _LETTER[word]
    return _with_smaller(text, numeral.times(scale, found.end()), scale)


_MIXED = regex(r"[ -]([1-9])/(2|3|4|5|6|8|10|16)(?=[ %-][^0-9])")


def _mixed(text: str, numeral: Numeral) -> Numeral:
    """4-1/2 percent, 2 3/4 inches: a whole and a part."""
    found = _MIXED.match(text, numeral.end)
    if not found or numeral.value is None or numeral.ulp != 1 or int(found.group(1)) >= int(found.group(2)):
        return numeral
    part = Fraction(1, int(found.group(2)))
    return numeral._replace(end=found.end(), value=numeral.value + int(found.group(1)) * part, ulp=part, step=part)


def _wrapped(text: str, start: int, scale: str) -> bool:
    """Whether a line of prose breaks between digits and their scale word; in a table the word below is the unit of a column."""
    return scale in _SCALE and start - text.rfind("\n", 0, start) > _LEAST_PROSE


_SMALLER = regex(r" ([0-9]{1,3}) (hundred million|billion|million|thousand)(?![A-Za-z])")


def _with_smaller(text: str, head: Numeral, scale: int) -> Numeral:
    """22 million 440 thousand: what follows with a smaller scale of its own is added."""
    found = _SMALLER.match(text, head.end)
    smaller = _SCALE[found.group(2)] if found else scale
    added = int(found.group(1)) * smaller if found else scale
    if head.value is None or found is None or added >= scale:
        return head
    return head._replace(end=found.end(), value=head.value + added, ulp=smaller, step=smaller)


def _goods(text: str, at: int) -> bool:
    """Whether a unit or a plural in words follows: `12m tonnes`, `2.4m people`, `3.2m shares`; a race of 100m has none."""
    second = _SECOND_LETTER.match(text, at)
    at = second.end() if second else at
    found = _BEHIND_LETTER.match(text, at)
    return found is not None and not _IN_METRES.match(text, at) and (found.end() > at or unit_length(text, at + 1) > 2)


def scale_of(word: str) -> int | None:
    """How many a scale word or letter alone stands for: 1000000 for `million`, `mn` and `m`."""
    return _SCALES.get(word.strip().lower())


def read_english(text: str, start: int) -> Numeral | None:
    """Read `twenty-one`, `two hundred and six`, `one and a half million`, `half a million`, `a dozen`."""
    first = _FIRST.match(text, start)
    if not first:
        return None
    if counted := part_of_unit(text, start):
        return counted
    if fold := _FOLD.match(text, start):
        return Numeral(start, fold.end(1), ONES[fold.group(1).lower()], None, None, 1, 1, "english")
    word = first.group(3).lower()
    one = first.group(1) and not first.group(2) and word in _SCALE and _ON.match(text, first.end())
    if first.group(1) and not one:
        return _counted(start, first, word)
    if word == "half":
        return _half_a(text, start, first.end())
    if word not in ONES and not one:
        return None
    value, end, last = _sum(text, first.start(3), 1, "one") if one else _sum(text, start)
    if value >= MOST:
        return None
    point = _POINT.match(text, end)
    if point:
        return _decimal(text, start, value, point)
    half = _HALF.match(text, end)
    if not half:
        return Numeral(start, end, value, None, None, _SCALE.get(last, 1), last_place(value), "english")
    part = Fraction(1, 2) if half.group(1).lower() == "half" else Fraction(1, 4)
    return _scaled(text, Numeral(start, half.end(), value + part, None, None, part, part, "english"))


_ON = regex(rf" (?:hundred|thousand|million|billion|trillion|lakh|crore|and (?:{'|'.join(ONES)}))(?![A-Za-z])", re.IGNORECASE)
"""What `a hundred` goes on with; a hundred one-day tickets are a hundred."""
_FOLD = regex(rf"({'|'.join(word for word, value in ONES.items() if 1 < value < 21)})(?=fold(?![a-z]))", re.IGNORECASE)
_PART_OF_UNIT = regex(r"(?:(an?|one|two|three)[ -])?(half|third|quarter|fifth|tenth)s? of an? (?=[a-z])", re.IGNORECASE)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}


def part_of_unit(text: str, start: int) -> Numeral | None:
    """`a quarter of a percentage point`, `three quarters of a mile`: a part of one of a unit."""
    found = _PART_OF_UNIT.match(text, start)
    if not found or not unit_length(text, found.end()):
        return None
    part = Fraction(1, _PARTS[found.group(2).lower()])
    count = ONES.get((found.group(1) or "a").lower(), 1)
    return Numeral(start, found.end() - 1, count * part, None, None, part, part, "english")


def _counted(start: int, first: re.Match[str], word: str) -> Numeral | None:
    """`a dozen`, `a hundred`, `a half million`: `a` is one where a scale word follows."""
    if word not in _SCALE:
        return None
    value: Rational = Fraction(_SCALE[word], 2) if first.group(2) else _SCALE[word]
    return Numeral(start, first.end(), value, None, None, value, value, "english")


_POINT = regex(rf" point((?: (?:{'|'.join(word for word, value in ONES.items() if value < 10)})){{1,8}})(?![A-Za-z])")


def _decimal(text: str, start: int, whole: int, point: re.Match[str]) -> Numeral:
    """`one point six trillion`: digits in words behind the point."""
    digits = [ONES[word] for word in point.group(1).split()]
    place = Fraction(1, 10 ** len(digits))
    value = whole + sum(digit * Fraction(1, 10**at) for at, digit in enumerate(digits, 1))
    return _scaled(text, Numeral(start, point.end(), value, None, None, place, place, "english"))


_HALF_A_UNIT = regex(r" an? (?=[a-z])")
_HALF_A = regex(r" a (dozen|hundred|thousand|million|billion|trillion)(?![A-Za-z])|[ -](million|billion|trillion)(?![A-Za-z])", re.IGNORECASE)


def _half_a(text: str, start: int, end: int) -> Numeral | None:
    """`half a million`, `half-million`, `half a percentage point`."""
    found = _HALF_A.match(text, end)
    if not found:
        of_unit = _HALF_A_UNIT.match(text, end)
        if not of_unit or not unit_length(text, of_unit.end()):
            return None
        half = Fraction(1, 2)
        return Numeral(start, of_unit.end() - 1, half, None, None, half, half, "english")
    value = _SCALE[(found.group(1) or found.group(2)).lower()] // 2
    return Numeral(start, found.end(), value, None, None, value, value, "english")


_RUN = regex(rf"(?:{'|'.join([*ONES, 'hundred', 'thousand', 'million', 'billion', 'trillion'])})(?:[ -](?:{'|'.join([*ONES, *_SCALE])}))*+", re.IGNORECASE)


def run_of_words(text: str, start: int) -> int:
    """Where a run of number words ends that is longer than any number; where it starts if there is none."""
    found = _RUN.match(text, start)
    return found.end() if found else start


def _sum(text: str, start: int, section: int = 0, last: str = "") -> tuple[int, int, str]:
    """The value of a run of number words, where it ends and its last word: hundreds are counted in a section, larger scales close it.

    A scale counts all before it that is less (ten thousand million), else what the scale right before it counted (two million million).
    `section` and `last`: the `a` that is one before it.
    """
    total = closed = 0
    end = start
    while total < MOST:
        found = _WORD.match(text, end)
        word = found.group(1).lower() if found else ""
        if found and word == "and" and last == "hundred":
            after = _WORD.match(text, found.end())
            if not after or after.group(1).lower() not in ONES:
                break
            end, last = found.end(), "and"
            continue
        if not found or not _fits(word, last, section):
            break
        if word in ONES:
            section += ONES[word]
        elif word in {"hundred", "dozen"}:
            section = (section or 1) * _SCALE[word]
        elif 0 < total + section < _SCALE[word]:
            total = closed = (total + section) * _SCALE[word]
            section = 0
        else:
            group = section or closed or 1
            total += group * _SCALE[word] - (0 if section else closed)
            closed, section = group * _SCALE[word], 0
        end, last = found.end(), word
    return total + section, end, last if last != "hundred" else ""


def _fits(word: str, last: str, section: int) -> bool:
    """Whether a number word may follow: ones after tens, anything after a scale, a scale after any number."""
    if word in ONES:
        return not last or last in _SCALE or last == "and" or (section % 100 >= 20 and section % 10 == 0 and 0 < ONES[word] < 10)
    return word in _SCALE and bool(last) and last not in {"and", "dozen", "zero"} and not (last in _SCALE and word == "hundred")


def _scaled(text: str, numeral: Numeral) -> Numeral:
    found = _WORD.match(text, numeral.end)
    scale = _SCALE.get(found.group(1).lower()) if found else None
    return numeral.times(scale, found.end()) if found and scale else numeral
