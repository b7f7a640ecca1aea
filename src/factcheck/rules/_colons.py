"""Lists behind a colon that tell all there is: 民营医院120家：三级医院20家、二级医院50家、一级医院50家."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from factcheck.model import Breakdown, Claim, Reading
from factcheck.patterns import regex
from factcheck.rules._facts import is_level, like
from factcheck.rules._words import table, words

__all__ = ["lists_of", "sums_of"]

_COLON = regex(r"[^，。；、：:,;.\n0-9]{0,12}[：:]\s*[^，。；：:,;.\n0-9]{0,16}")
_JOINT = regex(r"(?:、|和|以及|及|, | and |, and )[^，。；：、:,;\n0-9]{0,16}")
_AND = regex("、|和|以及|及|与")
_SUM = regex("[，,](?:三者|两者|二者|三市|两市|三县|两县)?(?:合计|共计|总计|总和)(?:为|达到|达|是)?")
_END = regex(r"[^，；、,;0-9]{0,12}[。.！!]?\s*")


def lists_of(reading: Reading) -> tuple[Breakdown, ...]:
    """Every count with nothing but a list of counts of the same kind behind its colon, up to the end of the sentence."""
    groups = (tuple(group) for _, group in groupby(reading.claims, key=lambda claim: claim.sentence))
    return tuple(found for claims in groups if len(claims) > 2 for found in _lists(reading.article.text, claims))


def _lists(text: str, claims: Sequence[Claim]) -> Iterator[Breakdown]:
    for at, whole in enumerate(claims[:-2]):
        parts = claims[at + 1 :]
        if _counted(whole) and _COLON.fullmatch(text[whole.span.end : parts[0].span.start]) and _is_closed(text, whole, parts):
            yield Breakdown(whole, tuple(parts))


def sums_of(reading: Reading) -> tuple[Breakdown, ...]:
    """Every list of amounts with its total right behind: 分别为157.6亿元、127.5亿元、101.6亿元，合计386.7亿元."""
    groups = (tuple(group) for _, group in groupby(reading.claims, key=lambda claim: claim.sentence))
    return tuple(found for claims in groups if len(claims) > 2 for found in _sums(reading.article.text, claims))


def _sums(text: str, claims: Sequence[Claim]) -> Iterator[Breakdown]:
    for at, whole in enumerate(claims):
        if at > 1 and _SUM.fullmatch(text, claims[at - 1].span.end, whole.span.start) and is_level(whole):
            parts = _listed(text, claims[:at])
            if len(parts) > 1 and all(is_level(part) and part.change != "level_from" and like(part.mention, whole.mention) for part in parts):
                yield Breakdown(whole, parts)


def _listed(text: str, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The figures that 、 joins to the last one, where no word leaves them open and 分别 or nothing else of their kind begins them."""
    first = len(claims) - 1
    while first and _AND.fullmatch(text, claims[first - 1].span.end, claims[first].span.start):
        first -= 1
    head = text[claims[first].clause.start : claims[first].span.start]
    return tuple(claims[first:]) if any(word in head for word in words("zh/respectively")) else ()


def _counted(claim: Claim) -> bool:
    """Whether a figure is an exact number of people or things."""
    counted = claim.mention.kind == "count" or claim.mention.unit == "person"
    return counted and is_level(claim) and claim.mention.hedge == "none" and claim.mention.ulp == 1


def _is_closed(text: str, whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether all that stands there are counts of one kind, one behind the other, and no word leaves the list open."""
    said = text[whole.span.end : whole.sentence.end].lower()
    joined = all(_JOINT.fullmatch(text[one.span.end : other.span.start]) for one, other in pairwise(parts))
    alike = all(_counted(part) and like(part.mention, whole.mention) for part in parts)
    ended = _END.fullmatch(text[parts[-1].span.end : whole.sentence.end])
    more = (*words("zh/leaves_open"), *words("en/leaves_open"), *table("zh/stages"))
    return joined and alike and bool(ended) and not any(word in said for word in more)
