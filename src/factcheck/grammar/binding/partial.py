"""Names that only their whole completes: bare 出口 behind 货物进出口总额 is 货物出口, exports behind foreign trade are exports of goods.

The part keeps whatever narrows its whole: behind 民营企业进出口 it is 民营企业出口, and behind a trade that nobody knows it is nothing known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.grammar.binding.known import indicator_ids
from factcheck.grammar.lexicon import words
from factcheck.model import Claim, Vocabulary

__all__ = ["completed"]

_BOTH = "进出口"


def completed(claims: Sequence[Claim], whole: Claim | None, vocabulary: Vocabulary, language: str) -> tuple[list[Claim], Claim | None]:
    """The claims of a sentence, its parts named by the last whole of their paragraph; and the whole that holds from now on."""
    found = []
    for claim in claims:
        found.append(_completed(claim, whole, vocabulary, language))
        whole = claim if _is_whole(claim, language) else whole
    return found, whole


def _is_whole(claim: Claim, language: str) -> bool:
    name = (claim.indicator.value or "").lower()
    return _BOTH in name if language == "zh" else bool(claim.indicator_ids) and any(word in name for word in words("en/clauses/trades").table)


def _completed(claim: Claim, whole: Claim | None, vocabulary: Vocabulary, language: str) -> Claim:
    """A bare part of the same place and time as its whole, with what its full name may stand for."""
    part = words(f"{language}/clauses/parts_of_trade").table.get((claim.indicator.value or "").lower())
    if not part or not whole or claim.indicator_ids or claim.owner or whole.owner or not _together(claim, whole):
        return claim
    ids = next((ids for name in _names(part, whole, vocabulary, language) if (ids := indicator_ids(vocabulary, name))), ())
    return claim._replace(indicator_ids=ids)


def _together(claim: Claim, whole: Claim) -> bool:
    same_time = claim.period.value is None or claim.period.value == whole.period.value
    return claim.area.value is not None and claim.area.value == whole.area.value and same_time


def _names(part: str, whole: Claim, vocabulary: Vocabulary, language: str) -> Iterator[str]:
    """What the part is called in full."""
    name = whole.indicator.value or ""
    if language == "zh":
        yield name.replace(_BOTH, part)
    for kind in words("en/clauses/kinds_of_trade").table if language == "en" else ():
        if indicator_ids(vocabulary, f"{kind} trade") == whole.indicator_ids:
            yield f"{kind} {part}"
