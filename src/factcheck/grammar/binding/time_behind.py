"""Times that stand right at or behind an English figure: 5 million in May, 371 million tonnes of cargo last year."""

from __future__ import annotations

from factcheck.grammar.binding.scene import NO_PERIOD, Place, Scene, Times
from factcheck.model import Slot, Span, Stated
from factcheck.patterns import regex
from factcheck.period import Period

__all__ = ["leads_to", "loosely", "of_other", "touching"]

_ATTACHED = regex(r"(?: year-on-year| year on year)?(?: billion| million)? (?:in|of|for|during) (?:the )?")
_LOOSE = regex(r"(?: \([^()\n]{1,60}\)|\))?[^,;:()0-9]{0,60} (?:in|of|for|during|over(?= the)|throughout|by|as of|at) (?:the )?")
_RANGING = regex(r"(?: \([^()\n]{1,60}\)|\))?[^,;:()0-9]{0,60} (?:between|from|over|during|in) (?:the )?")
_TO = regex("[^,;:()0-9]{0,30} to (?:[a-z]+ ){0,2}")
_LOOSE_BARE = regex(r"[^,;:()0-9]{0,60} ")
_BARE = regex("(?:this|last|next) ")
_ELSEWHEN = regex(r"(?:than|from|since|compared|versus|against|previous|earlier|ago|last year|same (?:period|month|quarter)|to)(?![A-Za-z])")
_SAME = regex("same (?:period|month|quarter|time)|a year (?:ago|earlier)")
_CLOSE = 40


def touching(scene: Scene, span: Span, after: Times | None) -> Times | None:
    """The time right at a figure: 5 million in May, October's 11.6 percent."""
    if after and _ATTACHED.fullmatch(scene.text[span.end : after.span.start]):
        return after
    return next((time for time in scene.times if scene.text[time.span.end : span.start] == "'s "), None)


def loosely(scene: Scene, end: int, time: Times) -> bool:
    """Whether a time further behind an English figure dates it: 371 million tonnes of cargo in May, 49 million last year, 5 percent from 2015
    to 2020, not 5 percent from 2020."""
    text, start = scene.text, time.span.start
    if time.kind == "range" and _RANGING.fullmatch(text, end, start):
        return True
    pattern = _LOOSE_BARE if _BARE.match(text, start) else _LOOSE
    return pattern.fullmatch(text, end, start) is not None and not _ELSEWHEN.search(text, end, start)


def leads_to(scene: Scene, place: Place, after: Times) -> bool:
    """Whether a figure says by how much, the next to what, and a time stands behind that: rose 4 percent to $200 billion in May."""
    end = place.figure.span.end
    other = next((figure for figure in scene.figures if end <= figure.span.start < after.span.start), None)
    if other is None or not _TO.fullmatch(scene.text, end, other.span.start):
        return False
    return bool(_ATTACHED.fullmatch(scene.text, other.span.end, after.span.start)) or loosely(scene, other.span.end, after)


def of_other(scene: Scene, place: Place, after: Times | None) -> Slot[Period]:
    """When what a figure is compared with was: the time behind it, and never the time of the figure itself."""
    between = scene.text[place.figure.span.end : after.span.start] if after else ""
    return Stated(after.period, after.span) if after and len(between) < _CLOSE and not _SAME.search(between) else NO_PERIOD
