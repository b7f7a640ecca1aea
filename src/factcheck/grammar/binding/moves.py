"""How a figure changes: a level, from, to or by, a growth rate, a share, by the words around it and by the figure before it."""

from __future__ import annotations

import re
from functools import cache

from factcheck.grammar.binding.ahead import motion_ahead
from factcheck.grammar.binding.indicator import EACH, GROWTH
from factcheck.grammar.binding.scene import Bound, Place, Scene
from factcheck.grammar.lexicon import words
from factcheck.grammar.phrases import Motion
from factcheck.grammar.signs import MINUSES
from factcheck.model import Change, Direction, Mention
from factcheck.patterns import regex

__all__ = ["listed_start", "moved"]

Moved = tuple[Change | None, Direction | None]

_SIGNS = MINUSES | frozenset("+＋—")
_SINCE = regex("[同环]比|上年|去年|上月")
_SHRUNK = frozenset({"下降", "降幅", "跌幅", "负增长"})
_PLAIN = frozenset({"quantity", "money", "count"})
_MEASURED_TIMES = frozenset({"hour", "minute"})
"""How long something runs or waits moves (利用小时比上年同期减少32小时). Years and days behind a word of motion mostly say for how long."""
_RATES = frozenset({"percent", "permille"})
_BY = frozenset({"growth_rate", "increase_by", "decrease_by", "times"})
_NEXT = regex(",|;| and ")
_EITHER = regex(r",? or (?:(?:about|nearly|almost|around|some|over|more than) )?")
_GROWTH_OF = regex("(?:(?:real|nominal|annual|average|actual|overall|combined) )*(growth|increase|rise|decline|decrease|drop)(?: rate)? (?:of|in|for) ")
_IN_OTHER_MONEY = regex(r" ?[(](?:(?:or|about|around|approximately|roughly|some|nearly|over|equivalent to|equal to) ){0,2}[$£€¥]?")
_COMPARED = regex(r"(?<![A-Za-z])(?:compared (?:with|to)|versus|against|than(?! (?:doubl|tripl|halv|quadrupl)))(?![A-Za-z])", re.IGNORECASE)


@cache
def _reaching() -> frozenset[str]:
    return frozenset([*words("zh/changes/reach").table, *words("en/changes/reach").table])


def moved(scene: Scene, place: Place, noun: str, bound: Bound, *, share: bool) -> Moved:
    """How the figure changes, by the words before it and by the figure before it in a list or a change."""
    figure = place.figure
    if figure.kind == "rank" or (figure.kind == "duration" and not (figure.unit in _MEASURED_TIMES and place.phrase.motion.direction)):
        return None, None
    if "doubling" in figure.via and scene.latin:
        return "times", "down" if figure.value is not None and figure.value < 1 else "up"
    before = scene.text[place.start : figure.span.start]
    grown = _growth(scene, figure, before) if figure.unit == "percent" else None
    if grown:
        return grown
    motion = _motion(scene, place)
    pulls = figure.unit == "percentage_point" and any(word in place.phrase.head for word in words("zh/changes/contribution").table)
    change, direction = _below_nought(figure, motion, _change_of(figure.unit, figure.kind, motion, noun, contribution=pulls, share=share))
    if scene.latin and (moved := _english(scene, place, noun, bound, change)):
        return moved
    last = bound.claim
    same = last and last.mention.unit == figure.unit and last.change != "level_from" and figure.unit in {"percent", "percentage_point"}
    if listed_start(place, bound) and change in {"level", "share_of"}:
        return "level_from", None
    still = (change in {"level", "increase_by"} or (change == "share_of" and place.listed)) and not (motion.direction or motion.arrives or motion.reached)
    if last and not noun and still and (same or place.listed) and last.mention.unit == figure.unit:
        return last.change, _turned(last.mention, figure, last.direction)
    went_by = last is not None and last.change in {"increase_by", "decrease_by"}
    leads = (bound.starts and not _another_member(scene, place, noun, bound)) or (before in {"至", "到"} and went_by)
    if last and leads and change in {"level", "increase_by", "decrease_by"}:
        return _arrival(last.mention, figure, motion.direction if bound.starts else last.direction)
    only_reached = change == "increase_to" and motion.reached and not motion.direction  # 新增人口达79万 is no population
    return ("increase_by", "up") if (change == "level" or only_reached) and _new_by_nature(scene, place, before) else (change, direction)


def _another_member(scene: Scene, place: Place, noun: str, bound: Bound) -> bool:
    """Whether an English figure has a name of its own behind a comma, and so ends nothing that started before: $40 from $37, and X to $34."""
    last = bound.claim
    return last is not None and scene.latin and bool(noun) and _NEXT.search(scene.text, last.mention.span.end, place.figure.span.start) is not None


def _motion(scene: Scene, place: Place) -> Motion:
    """How the figure moves by its own words, with what its hedge says (突破) and where the clause before says how its noun moved."""
    figure, motion = place.figure, place.phrase.motion
    if figure.hedge_spans and any(scene.text[first:last].lower() in _reaching() for first, last in figure.hedge_spans if first < figure.span.start):
        motion = motion._replace(reached=True)
    if motion.arrives and not motion.direction and (ahead := motion_ahead(scene, place)):
        motion = motion._replace(direction=ahead.direction)
    if motion.starts and not motion.direction and _other_kind(scene, place):
        motion = motion._replace(starts=False)
    return motion


def listed_start(place: Place, last: Bound) -> bool:
    """Whether a figure goes on with where changes start: 由2019年的14.2%和17.6%, 较二季度的4564亿元和0.94%."""
    still = not (place.phrase.motion.direction or place.phrase.motion.arrives or place.phrase.motion.reached)
    return place.listed and still and last.claim is not None and last.claim.change == "level_from"


def _other_kind(scene: Scene, place: Place) -> bool:
    """Whether the next figure of the clause measures something else, so that 从 says where it comes from: 从20户人家流转来75亩."""
    figure = place.figure
    following = next((f for f in scene.figures if figure.span.end <= f.span.start < place.clause.end), None)
    return following is not None and {figure.kind, following.kind} <= _PLAIN and figure.kind != following.kind


def _new_by_nature(scene: Scene, place: Place, before: str) -> bool:
    """Whether an amount is an increase even as a noun: 新增装机3.7亿千瓦."""
    if place.figure.unit == "percent" or "就业" in before:
        return False
    head = scene.text[max(place.start, place.phrase.start - 3) : place.figure.span.start]
    return any(word in head for word in words("zh/changes/by_nature").table)


def _below_nought(figure: Mention, motion: Motion, said: Moved) -> Moved:
    """增速为-6.5% is a fall: the noun says up, the sign says down."""
    falls = said[0] == "growth_rate" and motion.noun and figure.value is not None and figure.value < 0
    return (said[0], "down") if falls else said


def _turned(last: Mention, figure: Mention, direction: Direction | None) -> Direction | None:
    """The direction of the figure before in a list, or the other one where the sign differs: 增速分别为-6.5%和7.5%."""
    if last.value is None or figure.value is None or direction is None or (last.value < 0) == (figure.value < 0):
        return direction
    return "up" if direction == "down" else "down"


def _growth(scene: Scene, figure: Mention, before: str) -> Moved | None:
    """What says outright that a percentage is a growth: 7%的增长, 同比+7%."""
    grown = GROWTH.match(scene.text, figure.span.end)
    if grown:
        return "growth_rate", "down" if grown.group(1) in _SHRUNK or grown.group().startswith("的负") else "up"
    if figure.surface[0] in _SIGNS and _SINCE.search(before):
        return "growth_rate", "up" if figure.surface[0] in "+＋" else "down"
    return None


def _english(scene: Scene, place: Place, noun: str, bound: Bound, change: Change | None) -> Moved | None:
    """What only English says: by the noun behind the figure, and by the figure before it in the sentence."""
    figure, last = place.figure, bound.claim
    percent = figure.unit in {"percent", "permille"}
    if place.moved_behind and not (place.moved_behind.compared and place.phrase.motion.direction):
        way = place.moved_behind.direction
        return ("growth_rate" if percent else "increase_by" if way == "up" else "decrease_by"), way
    if percent and change == "level" and (growth := _GROWTH_OF.match(noun)):
        return "growth_rate", "down" if words("en/changes/nouns").table[growth.group(1)] == "down" else "up"
    if last is None:
        return None
    between = scene.text[last.mention.span.end : figure.span.start]
    each = figure.kind == last.mention.kind == "money" and EACH.match(scene.text, figure.span.end)
    if _EITHER.fullmatch(between) and each:
        return last.change, last.direction
    if _EITHER.fullmatch(between) and last.direction and (last.mention.unit in _RATES) != percent:
        return ("growth_rate" if percent else "increase_by" if last.direction == "up" else "decrease_by"), last.direction
    if _IN_OTHER_MONEY.fullmatch(between) and figure.kind == last.mention.kind == "money":
        return last.change, last.direction
    if noun:
        before = scene.text[place.start : figure.span.start]
        return (last.change, last.direction) if before.endswith(" by ") and change == "level" and last.mention.unit == figure.unit else None
    motion = place.phrase.motion
    if (motion.arrives or motion.reached) and not motion.direction and last.direction and last.change in _BY:
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
    """What kind of statement a figure makes, by its unit and how it moves. A start keeps the way that the verb says
    (`fell from 9 to 8`), not that of its noun (增速由9%降至8%)."""
    if unit in {"percentage_point", "basis_point"}:
        return ("contribution", motion.direction or "up") if contribution else _to_or_by(motion, "by")
    if motion.arrives and motion.direction:
        return _to_or_by(motion, "to")
    if motion.starts:
        return "level_from", None if motion.noun else motion.direction
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
