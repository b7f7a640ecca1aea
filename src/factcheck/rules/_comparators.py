"""What a change is compared with, by the words that lead to it: 同比, 环比, 比年初, 较2019年, than a year earlier."""

from __future__ import annotations

from functools import cache

from factcheck.model import Claim, Reading
from factcheck.patterns import regex
from factcheck.rules._words import table

__all__ = ["comparator", "compatible"]

_AGAINST = regex("(?:(?<![对之占无可])(?<!百分)比(?![重例率价值])|较(?![大小高低快慢多少好强弱长短为])|相比|相较于?)([^，,。；;：:（）()]{1,24})")
_LONGEST, _BEHIND = 60, 24
_YEAR = regex("(?:19|20)[0-9]{2}")


def comparator(reading: Reading, claim: Claim, start: int) -> str:
    """The class of what a figure is compared with, by the words from `start` on to it: "" where they name nothing.

    What names no known class is told apart by its own words."""
    text = reading.article.text
    said = text[max(start, claim.clause.start, claim.span.start - _LONGEST) : claim.span.start]
    if said.isascii() or not any("一" <= char <= "鿿" for char in said):
        said = (said + text[claim.span.end : min(claim.clause.end, claim.span.end + _BEHIND)]).lower()
    known = next((name for word, name in _classes() if word in said), "")
    if known:
        return known
    found = _AGAINST.search(said)
    year = _YEAR.search(found.group(1)) if found else None
    return year.group() if year else found.group(1)[:4] if found else ""


@cache
def _classes() -> tuple[tuple[str, str], ...]:
    every = {**table("zh/comparators"), **table("en/comparators")}
    return tuple(sorted(every.items(), key=lambda row: -len(row[0])))


def compatible(one: str, other: str) -> bool:
    """Whether two changes may be compared with the same thing: one of them says nothing, or both say the same. The year before may be
    named by its number."""
    if not one or not other or one == other:
        return True
    return "year_ago" in {one, other} and bool(_YEAR.fullmatch(one) or _YEAR.fullmatch(other))
