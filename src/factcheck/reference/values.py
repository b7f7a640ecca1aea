"""One value of a reference file: from its text to what it means, or ValueError(what is wrong, how to mend it)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Literal, TypeVar, get_args

from factcheck.model import Hedge, Status
from factcheck.patterns import regex
from factcheck.period import Period
from factcheck.units import read_unit

__all__ = [
    "CONSTANT", "basis", "date", "flag", "grade", "hedge", "identifier", "kind", "name", "nearest", "number", "period", "prose",
    "status", "unit", "url",
]  # fmt: skip

T = TypeVar("T")
Kind = Literal["flow", "stock", "rate", "index", "rank", "event"]
Basis = Literal["real", "nominal", "none"]
Grade = Literal["A", "A-", "B+", "B", "B-", "C+", "C", "C-"]
MAX_DIGITS, MAX_NAME, MAX_PROSE = 40, 256, 2000
CONSTANT = "constant"
"""The period of what does not change, as a land area."""

NUMBER = r"[+-]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"
DATE = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
IDENTIFIER = r"[a-z][a-z0-9_]*"
URL = r"https?://[^\s<>\"']+"
PERIOD = rf"{DATE}(?:-end|\.\.|\.\.{DATE})?|[0-9]{{4}}(?:H[12]|Q[1-4](?:-Q[1-4])?)"
"""The form of a period, for who can't parse it."""

_NUMBER = regex(NUMBER)
_NOT_NUMBERS = (
    (regex(r"[+-]?[0-9]{1,3}(?:[,_， ][0-9]{3})+(?:\.[0-9]+)?"), "write the digits without separators"),
    (regex(r"[+-]?0[0-9]+(?:\.[0-9]+)?"), "write it without the leading zero"),
    (regex(r"[+-]?[0-9.]+[eE][+-]?[0-9]+"), "write the number out, without an exponent"),
    (regex(r"[+-]?\.[0-9]+"), "write a 0 before the point"),
    (regex(r"[+-]?[0-9]+\."), "leave the point out, or write the digits after it"),
    (regex(r"[+-]?[0-9.]+\s*[%％‰]"), 'the sign belongs to the unit: unit: "%"'),
    (regex(r"[+-]?[0-9.]+\s*[十百千万亿].*"), "scale words belong to the unit: unit: 万亿元"),
    (regex(r"[^A-Za-z]*[０-９．－＋][^A-Za-z]*"), "write half-width digits"),
)  # fmt: skip
_DATE, _IDENTIFIER, _URL = regex(DATE), regex(IDENTIFIER), regex(URL)


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint at the known word that is most like this one; "" if none is."""
    from difflib import get_close_matches  # only when something is wrong

    found = get_close_matches(word[:MAX_NAME], list(known), n=1)
    return f"did you mean {found[0]}?" if found else ""


def number(text: str) -> str:
    """The decimal number as written: trailing zeros say how exact it is."""
    if not _NUMBER.fullmatch(text):
        hint = next((hint for pattern, hint in _NOT_NUMBERS if pattern.fullmatch(text)), "write 12345.67")
        raise ValueError(f"no number: {_shown(text)}", hint)
    if sum(map(str.isdigit, text)) > MAX_DIGITS:
        raise ValueError(f"more than {MAX_DIGITS} digits", "choose a larger unit")
    return text


@lru_cache(4096)
def period(text: str) -> str:
    """A period in the contract's notation, of a known year, or `constant`."""
    if text != CONSTANT and Period.parse(text).first is None:
        raise ValueError(f"a period without a year: {_shown(text)}", "write the year as well")
    return text


def date(text: str) -> str:
    """A year, a month or a day."""
    if not _DATE.fullmatch(text):
        raise ValueError(f"no date: {_shown(text)}", "write 2026, 2026-02 or 2026-02-28")
    return str(Period.parse(text))


def name(text: str) -> str:
    """A name in one line."""
    return _words(text, MAX_NAME)


def prose(text: str) -> str:
    """A title or a note."""
    return _words(text, MAX_PROSE)


def unit(text: str) -> str:
    """A unit that the table of units can read."""
    if read_unit(text) is None:
        raise ValueError(f"no unit that is known: {_shown(text)}", "the words of units stand in data/zh and data/en, units.yaml")
    return text


def url(text: str) -> str:
    """An address that a browser may open: nothing but http and https."""
    if len(text) > MAX_PROSE or not _URL.fullmatch(text):
        raise ValueError(f"no address: {_shown(text)}", "write https://…")
    return text


def identifier(text: str) -> str:
    """The id of an indicator or event."""
    if len(text) > MAX_NAME or not _IDENTIFIER.fullmatch(text):
        raise ValueError(f"no id: {_shown(text)}", "an id is a-z, 0-9 and _, and begins with a letter")
    return text


def _choice(what: str, words: tuple[T, ...]) -> Callable[[str], T]:
    """A reader of one of a few words."""
    known = {str(word): word for word in words}

    def choose(text: str) -> T:
        if text not in known:
            raise ValueError(f"no {what}: {_shown(text)}", nearest(text, known) or "write " + ", ".join(known))
        return known[text]

    return choose


status: Callable[[str], Status] = _choice("status", get_args(Status))
hedge: Callable[[str], Hedge] = _choice("hedge", get_args(Hedge))
kind: Callable[[str], Kind] = _choice("kind", get_args(Kind))
basis: Callable[[str], Basis] = _choice("growth basis", get_args(Basis))
grade: Callable[[str], Grade] = _choice("grade", get_args(Grade))


def flag(text: str) -> bool:
    """Nothing but `true` and `false`."""
    return _truth(text) == "true"


_truth: Callable[[str], Literal["true", "false"]] = _choice("flag", ("true", "false"))


def _words(text: str, limit: int) -> str:
    if not text.strip():
        raise ValueError("nothing is written here", "leave the key out, or write what it says")
    if text != text.strip() or "\n" in text:
        raise ValueError("blanks or line ends around or in a text", "write it in one line")
    if len(text) > limit:
        raise ValueError(f"longer than {limit} characters")
    return text


def _shown(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:60] + "…")
