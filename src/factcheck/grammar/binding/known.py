"""By which names the reference set may know what a text measures: without brackets and spare words, and in English turned round."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.model import Vocabulary
from factcheck.names import fold_name
from factcheck.patterns import regex

__all__ = ["indicator_ids"]

_BRACKETS = regex(r"[（(][^（）()]{0,200}[）)]")
_OF_AREA = regex("占(?:比|的?比重|的?比例|的?份额)?$")
_SPARE = regex("全社会|全年|同比|年末|规模$")
_LATIN = regex("[a-z]{2}")
_NATIONAL = regex(r"(?:(?:the|whole|country's|nation's|national|nationwide|country-wide|overall|annual|total) ){1,4}| (?:of|in) the (?:country|nation)$|^s ")
_OUTPUT_OF = regex(r"(?:output|yield|production|harvest) of (?:the )?(.{2,60})")
_PRODUCTION = regex(r"(.{2,60}) (?:production|harvest|yield)")
_PER_CAPITA = regex(r"per capita (.{2,60})")
_VALUE_ADDED = regex(r"(?:added value|value[- ]added) (?:of|in|for|from|by) (?:the )?(.{2,60})|(?:the )?(.{2,60}?)(?:'s)? (?:added value|value[- ]added)")
_SECTOR = regex(r"(primary|secondary|tertiary) (?:sector|industries|sector of the economy|industry sector)")
_SAME = (("jobless rate", "unemployment rate"), ("import and export", "imports and exports"), ("value of imports and exports", "imports and exports"))


def indicator_ids(vocabulary: Vocabulary, name: str) -> tuple[str, ...]:
    """The indicators that the reference set knows by exactly this name, with or without its brackets and spare words."""
    if not name or not vocabulary.indicators:
        return ()
    return next((ids for key in _keys(name) if (ids := vocabulary.indicators.get(key))), ())


@lru_cache(maxsize=4096)
def _keys(name: str) -> tuple[str, ...]:
    """What a name may be known by, the fullest first, each once."""
    key = fold_name(name)
    plain = _BRACKETS.sub("", key)
    keys = (key, plain, plain.replace("的", ""), _OF_AREA.sub("", plain), _SPARE.sub("", plain))
    english = map(fold_name, _english(_BRACKETS.sub("", name.lower()).strip())) if _LATIN.match(key) else ()
    return tuple(dict.fromkeys((*keys, *english)))


def _english(name: str) -> Iterator[str]:
    """`the country's total yield of corn` is `corn output`; the added value of a sector is its value added."""
    for spare, usual in _SAME:
        name = name.replace(spare, usual)
    name = _SECTOR.sub(r"\1 industry", " ".join(name.split()))
    for form in dict.fromkeys((name, _NATIONAL.sub("", name))):
        yield form
        if (found := _OUTPUT_OF.fullmatch(form)) or (found := _PRODUCTION.fullmatch(form)):
            yield f"{found.group(1)} output"
        elif found := _PER_CAPITA.fullmatch(form):
            yield f"{found.group(1)} per capita"
        elif found := _VALUE_ADDED.fullmatch(form):
            yield f"value added of the {found.group(1) or found.group(2)}"
            yield f"value added of {found.group(1) or found.group(2)}"
