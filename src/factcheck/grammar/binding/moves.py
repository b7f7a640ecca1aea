"""How a figure changes: a level, from, to or by, a growth rate, a share, by the words around it and by the figure before it."""

from __future__ import annotations

import re
from functools import cache

from factcheck.grammar.binding.indicator import GROWTH
from factcheck.grammar.binding.scene import Bound, Place, Scene
from factcheck.grammar.lexicon import words
from factcheck.grammar.phrases import Motion
from factcheck.model import Change, Direction, Mention
from factcheck.patterns import regex

__all__ = ["moved"]

Moved = tuple[Change | None, Direction | None]

_SHRUNK = frozenset({"下降", "降幅", "跌幅", "负增长"})
_RATES = frozenset({"percent", "permille"})
_BY = frozenset({"growth_rate", "increase_by", "decrease_by", "times"})
_EITHER = regex(r",? or (?:(?:about|nearly|almost|around|some|over|more than) )?")
_IN_OTHER_MONEY = regex(r" ?[(](?:(?:or|about|around|approximately|some|nearly|over|equivalent to|equal to) ){0,2}[$£€¥]?")
_COMPARED = regex(r"(?<![A-Za-z])(?:compared (?:with|to)|versus|against|than)(?![A-Za-z])", re.IGNORECASE)


@cache
def _reaching() -> frozenset[str]:
    return frozenset([*words("zh/changes/reach").table, *words("en/changes/reach").table])


def moved(scene: Scene, place: Place, noun: str, bound: Bound, *, share: bool) -> Moved:
    """How the figure changes, by the words before it and by the figure before it in a list or a change."""
    figure, motion = place.figure, place.phrase.motion
    if figure.kind in {"duration", "rank"}:
        return None, None
    before = scene.text[place.start : figure.span.start]
    grown = GROWTH.match(scene.text, figure.span.end) if figure.unit == "percent" else None
    if grown:
        return "growth_rate", "down" if grown.group(1) in _SHRUNK or grown.group().startswith("的负") else "up"
    if figure.hedge_spans and any(scene.text[first:last].lower() in _reaching() for first, last in figure.hedge_spans if first < figure.span.start):
        motion = motion._replace(reached=True)
    pulls = figure.unit == "percentage_point" and any(word in place.phrase.head for word in words("zh/changes/contribution").table)
    change, direction = _change_of(figure.unit, figure.kind, motion, noun, contribution=pulls, share=share)
    if scene.latin and (moved := _english(scene, place, noun, bound, change)):
        return moved
    last = bound.claim
    same = last and last.mention.unit == figure.unit and last.change != "level_from" and figure.unit in {"percent", "percentage_point"}
    still = change in {"level", "increase_by"} and not (motion.direction or motion.arrives or motion.reached)
    if last and not noun and still and (same or place.listed) and last.mention.unit == figure.unit:
        return last.change, last.direction
    if bound.starts and last and change in {"level", "increase_by", "decrease_by"}:
        return _arrival(last.mention, figure, motion.direction)
    if change == "level" and figure.unit != "percent" and "就业" not in before:
        head = scene.text[max(place.start, place.phrase.start - 3) : figure.span.start]
        if any(word in head for word in words("zh/changes/by_nature").table):
            return "increase_by", "up"
    return change, direction


def _english(scene: Scene, place: Place, noun: str, bound: Bound, change: Change | None) -> Moved | None:
    """What only English says: by the noun behind the figure, and by the figure before it in the sentence."""
    figure, last = place.figure, bound.claim
    percent = figure.unit in {"percent", "permille"}
    if place.moved_behind:
        way = place.moved_behind.direction
        return ("growth_rate" if percent else "increase_by" if way == "up" else "decrease_by"), way
    if last is None:
        return None
    between = scene.text[last.mention.span.end : figure.span.start]
    if _EITHER.fullmatch(between) and last.direction and (last.mention.unit in _RATES) != percent:
        return ("growth_rate" if percent else "increase_by" if last.direction == "up" else "decrease_by"), last.direction
    if _IN_OTHER_MONEY.fullmatch(between) and figure.kind == last.mention.kind == "money":
        return last.change, last.direction
    if noun:
        before = scene.text[place.start : figure.span.start]
        return (last.change, last.direction) if before.endswith(" by ") and change == "level" and last.mention.unit == figure.unit else None
    if place.phrase.motion.arrives and change in {"level", "share_of"} and last.direction and last.change in _BY:
        return ("increase_to" if last.direction == "up" else "decrease_to"), last.direction
    if _COMPARED.search(place.phrase.head):
        return (last.change, last.direction) if percent and last.change == "growth_rate" else ("level", None)
    return None



def _arrival(last: Mention, figure: Mention, direction: Direction | None) -> Moved:
    """The end point of 由A到B: up or down by the word of motion, else by comparing the two."""
    if direction is None and last.value is not None and figure.value is not None:
        direction = "down" if figure.value < last.value else "up"
    return ("decrease_to", "down") if direction == "down" else ("increase_to", "up")


def _change_of(
    unit: str | None, kind: str, motion: Motion, noun: str, *, contribution: bool, share: bool
) -> tuple[Change | None, Direction | None]:
    """What kind of statement a figure makes, by its unit and how it moves."""
    if unit in {"percentage_point", "basis_point"}:
        return ("contribution", motion.direction or "up") if contribution else _to_or_by(motion, "by")
    if motion.arrives and motion.direction:
        return _to_or_by(motion, "to")
    if motion.starts:
        return "level_from", None
    if unit in {"percent", "permille"}:
        return _percent(motion, noun, share=share or contribution)
    if unit == "times":
        return "times", motion.direction
    if kind == "fraction" and share:
        return "share_of", None
    if motion.direction:
        return _to_or_by(motion, "by")
    return ("increase_to", "up") if motion.reached else ("level", None)


def _to_or_by(motion: Motion, how: str) -> tuple[Change, Direction]:
    down = motion.direction == "down"
    if how == "to":
        return ("decrease_to", "down") if down else ("increase_to", "up")
    return ("decrease_by", "down") if down else ("increase_by", "up")


def _percent(motion: Motion, noun: str, *, share: bool) -> tuple[Change, Direction | None]:
    """A percentage is a growth rate behind a word of motion, else a share or a level."""
    if motion.direction and not (motion.noun and "贡献" in noun):
        return "growth_rate", motion.direction
    if share:
        return "share_of", None
    return ("increase_to", "up") if motion.reached else ("level", None)
