"""Units: what a word for a unit means, and by which exact factor two units convert.

pint is the authority. Its definitions, and those of data/units.txt, are made once into a table {name: factor, dimension},
which is kept; no text from outside ever reaches pint, and a run that finds the table kept imports neither pint nor yaml.

unit       a name from that table (`kWh`, `CNY`, `jin`), a measure word (`辆`), or a rate of such (`CNY/jin`, `枚/day`)
dimension  what kind of thing it measures; two units convert if and only if theirs is the same. Each currency, people, trips,
           percentage points and each measure word are dimensions of their own
surface    a unit as written (公斤, tonnes), without the scale words 万 亿 million, which belong to the numeral
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache, lru_cache
from math import prod
from typing import Any, TypedDict, cast

from factcheck.records import NamedTuple
from factcheck.store import compiled, read_bytes

__all__ = [
    "Unit", "ambiguous", "classifiers", "denominators", "people", "prefixes", "ratio", "read_unit", "second_surfaces", "surfaces", "unit", "vague",
]  # fmt: skip

_FILES = ("units.txt", "zh/units.yaml", "en/units.yaml", "zh/classifiers.yaml")
_LONGEST = 60
_SCALES = {
    "十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "10,000 ": 10**4, "100 ": 100, "10 ": 10,
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip


class Unit(NamedTuple):
    """A unit, how many base units of its dimension it is, and that dimension."""

    name: str
    factor: Fraction
    dimension: str


class _Table(TypedDict):
    """What is kept. Factors are text (`1/10`), for JSON has no fractions; words stand under the factor that they share."""

    units: dict[str, tuple[str, str]]
    surfaces: dict[str, dict[str, str]]
    per: dict[str, dict[str, str]]
    second: dict[str, dict[str, str]]
    prefixes: dict[str, str]
    ambiguous: list[str]
    classifiers: list[str]
    people: list[str]
    index: list[str]
    vague: list[str]


@lru_cache(maxsize=4096)
def unit(name: str) -> Unit | None:
    """The unit of that name, simple or a rate `A/B`; None if there is none."""
    whole = _simple(name)
    if whole or "/" not in name or len(name) > _LONGEST:
        return whole
    parts = [part for part in map(_simple, name.split("/")) if part]
    if len(parts) <= name.count("/"):
        return None
    top, *below = parts
    factor = top.factor / prod(part.factor for part in below)
    return Unit(name, factor, "/".join([top.dimension, *sorted(part.dimension for part in below)]))


def ratio(source: str | None, target: str | None) -> Fraction | None:
    """What a figure in `source` is multiplied by to be in `target`; None if it cannot be. No unit at all is a plain count."""
    if source is None or target is None:
        return Fraction(1) if source is target else None
    old, new = unit(source), unit(target)
    return old.factor / new.factor if old and new and old.dimension == new.dimension else None


@cache
def surfaces() -> Mapping[str, tuple[Fraction, str]]:
    """Every written form of a unit → (factor, unit). English words are in small letters unless always capitals."""
    return dict(_scaled(_table()["surfaces"]))


@cache
def denominators() -> Mapping[str, tuple[Fraction, str]]:
    """What may follow `/`, 每 or per: the surfaces, and some that mean a unit only there (日, 百公里, capita)."""
    return {**surfaces(), **dict(_scaled(_table()["per"]))}


@cache
def second_surfaces() -> Mapping[str, tuple[tuple[Fraction, str], ...]]:
    """What a word may mean beside a unit of the same measure: the surfaces, and some that mean a unit only there (6ft 2in, 两小时三十分)."""
    table: dict[str, tuple[tuple[Fraction, str], ...]] = {word: (meaning,) for word, meaning in surfaces().items()}
    for word, meaning in _scaled(_table()["second"]):
        table[word] = (*table.get(word, ()), meaning)
    return table


def prefixes() -> Mapping[str, str]:
    """Signs of money that stand before the numeral → currency."""
    return _table()["prefixes"]


@cache
def ambiguous() -> frozenset[str]:
    """The surfaces that are as often no unit (分, 度, 里, m): to be read only where the sentence shows that they are."""
    return frozenset(_table()["ambiguous"])


@cache
def classifiers() -> frozenset[str]:
    """The measure words that make a count of things."""
    return frozenset(_table()["classifiers"])


@cache
def people() -> frozenset[str]:
    """The measure words that count people; as surfaces they mean `person`."""
    return frozenset(_table()["people"])


@cache
def vague() -> frozenset[str]:
    """The measure words with which 一 is no count (一个, 一位)."""
    return frozenset(_table()["vague"])


def read_unit(text: str) -> tuple[Fraction, str | None, str | None] | None:
    """A unit as a reference file writes it → (factor, unit, measure word): 亿元, 万吨标准煤, 万辆, 元/人, million tons.

    A figure without a unit has neither; an index has its word as the measure word. None if the text is no unit.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    return _one(text, surfaces()) or _rate(text)


def _rate(text: str) -> tuple[Fraction, str | None, str | None] | None:
    """`A/B`, `A每B` or `A per B`, each half with scale words of its own; the last stroke divides."""
    for stroke in ("/", "／", "每", " per "):
        above, _, below = text.rpartition(stroke)
        bottom = _one(below.strip(), denominators()) if above else None
        top = (
            read_unit(above) if bottom else None
        )  # in this order: a long row of strokes is left at the first that means nothing
        over, under = top and (top[1] or top[2]), bottom and (bottom[1] or bottom[2])
        if top and bottom and over and under and unit(f"{over}/{under}"):
            return top[0] / bottom[0], f"{over}/{under}", None
    return None


def _one(text: str, words: Mapping[str, tuple[Fraction, str]]) -> tuple[Fraction, str | None, str | None] | None:
    """A unit that is no rate: scale words, then the longest thing that is known."""
    scale, rest = Fraction(1), text
    while rest:
        found = words.get(rest) or words.get(rest.lower())
        if found:
            return scale * found[0], found[1], None
        if rest in classifiers() or rest in _table()["index"]:
            return scale, None, rest
        if rest in _table()["units"]:
            return scale, rest, None
        word = next((word for word in _SCALES if rest.lower().startswith(word)), None)
        if word is None:
            return None
        scale, rest = scale * _SCALES[word], rest[len(word) :].lstrip()
    return scale, None, None


def _simple(name: str) -> Unit | None:
    """A unit of the table or a measure word."""
    row = _table()["units"].get(name)
    if row:
        return Unit(name, Fraction(row[0]), row[1])
    return Unit(name, Fraction(1), f"count:{name}") if name in classifiers() else None


def _scaled(words: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, tuple[Fraction, str]]]:
    for text, names in words.items():
        factor = Fraction(text)
        yield from ((word, (factor, name)) for word, name in names.items())


# --------------------------------------------------------------------------------------------- the table


@cache
def _table() -> _Table:
    """The table as kept, or built now."""
    files = {name: _data(name) for name in _FILES}
    return compiled("units", files.items(), lambda: _build(files))


def _data(name: str) -> bytes:
    return read_bytes(os.path.join(os.path.dirname(__file__), "data", name), 2**20)


def _build(files: Mapping[str, bytes]) -> _Table:
    """Gather the words, then ask pint for the size of every unit that they or units.txt name."""
    zh, en, measures = (_page(name, files[name]) for name in _FILES[1:])
    definitions = files["units.txt"].decode()
    defined = [line.partition("=")[0].strip() for line in definitions.splitlines() if line[:1].isalpha()]
    per, prefixes, second = ({**zh.pop(section), **en.pop(section)} for section in ("per", "prefix", "second"))
    ambiguous = [*zh.pop("ambiguous"), *en.pop("ambiguous")]
    words = {word: value for section in (*zh.values(), *en.values()) for word, value in section.items()}
    codes = [name for name in defined if f"\n{name} = [currency_{name}]" in definitions and name not in words]
    words |= dict.fromkeys(measures["people"], "person") | dict(zip(codes, codes, strict=True))
    named = {part for value in (*words.values(), *per.values(), *second.values()) for part in value.rpartition(" ")[2].split("/")}
    return {
        "units": dict(_sizes(definitions, sorted({*named, *defined}))),
        "surfaces": _split(words),
        "per": _split(per),
        "second": _split(second),
        "prefixes": prefixes,
        "ambiguous": ambiguous + codes,  # a code without a line of its own: ALL, TOP and others are words
        "classifiers": measures["count"],
        "people": measures["people"],
        "index": measures["index"],
        "vague": measures["vague"],
    }


def _page(name: str, data: bytes) -> dict[str, Any]:
    from factcheck import strict_yaml

    return cast("dict[str, Any]", strict_yaml.plain(strict_yaml.load(name, data)))


def _split(words: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """`兆瓦: 1000 kW` → `1000: {兆瓦: kW}`; `千瓦: kW` → `1: {千瓦: kW}`."""
    split: dict[str, dict[str, str]] = {}
    for word, value in words.items():
        factor, _, name = value.rpartition(" ")
        split.setdefault(factor or "1", {})[word] = name
    return split


def _sizes(definitions: str, names: list[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each unit's factor to pint's base units, exact, and its dimension. What units.txt defines anew, it means to."""
    from pathlib import Path

    import pint

    registry: Any = pint.UnitRegistry(None, non_int_type=Fraction, on_redefinition="ignore")
    # pint's own file is read here, not by the registry, which would keep the sizes that units.txt means otherwise
    registry.load_definitions(Path(pint.__file__).with_name("default_en.txt"))
    registry.load_definitions(definitions.splitlines())
    registry.default_system = "mks"
    for name in names:
        factor, _ = registry.get_base_units(name)
        if not isinstance(factor, int | Fraction):
            raise TypeError(f"the unit {name} has no exact size: {factor!r}")
        powers = sorted(registry.get_dimensionality(name).items())
        dimension = "*".join(base if power == 1 else f"{base}^{power}" for base, power in powers) or "1"
        yield name, (str(Fraction(factor)), dimension)
