"""What kind of statement a figure makes: how it changes, whether it is forecast, whether it is a share, a streak, an anniversary."""

from __future__ import annotations

import re
from functools import cache

from factcheck.grammar.binding.indicator import GROWTH
from factcheck.grammar.binding.scene import Bound, Place, Scene, Times
from factcheck.grammar.lexicon import any_of, words
from factcheck.grammar.phrases import change_of
from factcheck.model import Basis, Change, Direction, Mention, Modality, Slot, Span, Stated, Statement
from factcheck.names import fold_name
from factcheck.patterns import regex
from factcheck.period import Period

__all__ = ["Moved", "basis_of", "modality_of", "moved", "statement_of", "streak_topic"]

Moved = tuple[Change | None, Direction | None]

_STREAK = regex("连续$")
_BEFORE_STREAK = regex("(?:已|已经|也|均|都)?连续$")
_AGAINST = regex("(?:比|较|与|从|自|than|from|since|over) ?$")
_NOISE = regex('[\\s，、“”"]')
_LONGEST_NAME = 12
_TAIL, _ENGLISH_TAIL = 24, 60
_SHRUNK = frozenset({"下降", "降幅", "跌幅", "负增长"})
_STATEMENTS: dict[str | None, Statement] = {
    "growth_rate": "growth", "share_of": "share", "increase_by": "change", "decrease_by": "change", "times": "change", "contribution": "change",
}  # fmt: skip


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
    change, direction = change_of(figure.unit, figure.kind, motion, noun, contribution=pulls, share=share)
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


_RATES = frozenset({"percent", "permille"})
_BY = frozenset({"growth_rate", "increase_by", "decrease_by", "times"})
_EITHER = regex(r",? or (?:(?:about|nearly|almost|around|some|over|more than) )?")
_IN_OTHER_MONEY = regex(r" ?[(](?:(?:or|about|around|approximately|some|nearly|over|equivalent to|equal to) ){0,2}[$£€¥]?")
_COMPARED = regex(r"(?<![A-Za-z])(?:compared (?:with|to)|versus|against|than)(?![A-Za-z])", re.IGNORECASE)


def _arrival(last: Mention, figure: Mention, direction: Direction | None) -> Moved:
    """The end point of 由A到B: up or down by the word of motion, else by comparing the two."""
    if direction is None and last.value is not None and figure.value is not None:
        direction = "down" if figure.value < last.value else "up"
    return ("decrease_to", "down") if direction == "down" else ("increase_to", "up")


def basis_of(scene: Scene, place: Place, bound: Bound, change: Change | None, *, fresh: bool) -> tuple[Basis, ...]:
    """What a change is measured against and at which prices, by the words around it; a list keeps what its first item says."""
    if change not in {"growth_rate", "increase_by", "decrease_by", "times"}:
        return ()
    around = scene.text[place.start : min(place.limit, place.figure.span.end + _TAIL)]
    low = around.lower() if scene.latin else around
    table = words(f"{scene.language}/changes/basis").table
    found = tuple(dict.fromkeys(kind for word, kind in table.items() if word in low))
    if any(time.span.start >= place.start and _other_base(scene, place, time) for time in scene.times):
        found = (*found, "other_base")
    if not found and place.listed and not fresh and bound.claim:
        return bound.claim.basis
    return found  # type: ignore[return-value]


def _other_base(scene: Scene, place: Place, time: Times) -> bool:
    """Whether the change is measured against a named year other than the one before: 较2019年同期增长."""
    if time.span.end > place.figure.span.start or not _AGAINST.search(scene.text[max(0, time.span.start - 6) : time.span.start]):
        return False
    base, own = time.period.year, _frame_year(scene)
    return base is None or own is None or base != own - 1


def _frame_year(scene: Scene) -> int | None:
    """The year that the sentence's frame lies in."""
    return scene.frame.year if scene.frame else None


def modality_of(scene: Scene, place: Place, bound: Bound, period: Slot[Period], *, fresh: bool) -> Modality:
    """Forecast or target, by a word in the clause; carried on where the next clause names nothing new."""
    text, (start, end) = scene.text, place.figure.span
    if any_of("zh/clauses/aims_ahead").search(text, scene.sentence.span.start, start):
        return "target"
    head, tail = _said(text[place.clause.start : start], scene.language), text[end : min(place.clause.end, end + 8)]
    if any_of(f"{scene.language}/clauses/aim").search(head) or "的目标" in tail or "任务" in tail:
        return "target"
    if any_of(f"{scene.language}/clauses/expect").search(head) or (any_of(f"{scene.language}/clauses/will").search(head) and not _over(scene, period)):
        return "forecast"
    if not fresh and bound.claim and bound.forecast != "actual":
        return bound.forecast
    return "forecast" if _future(scene, place) else "actual"


def _said(head: str, language: str) -> str:
    """Words in which others are looked for: in English small and between blanks; without phrases that hold such a word."""
    if language == "en":
        return any_of("en/clauses/not_ahead").sub(" ", f" {head.lower()} ")
    return any_of("zh/clauses/not_ahead").sub("", head)


def _over(scene: Scene, period: Slot[Period]) -> bool:
    """Whether the period that the text states was over when the article appeared: `will exceed` of a year that has passed."""
    now = scene.context.published.value
    return bool(isinstance(period, Stated) and now and now.first and period.value.last and period.value.last < now.first)


def _future(scene: Scene, place: Place) -> bool:
    """Whether the clause speaks of a time after the article's own date."""
    now = scene.context.published.value
    times = [time for time in scene.times if place.clause.start <= time.span.start < place.figure.span.start]
    first = times[-1].period.first if times else None
    return bool(first and now and now.last and first > now.last)


def statement_of(scene: Scene, place: Place, change: Change | None) -> tuple[Statement, int | None]:
    """The kind of statement, and for a streak the place that is held."""
    figure = place.figure
    if figure.kind == "duration" and figure.surface.endswith(("周年", "anniversary")):
        return "anniversary", None
    if figure.kind == "duration" and _STREAK.search(scene.text[max(0, figure.span.start - 3) : figure.span.start]):
        behind = scene.text[figure.span.end : place.clause.end]
        held = words("zh/clauses/streak_words").table
        rank = next((int(rank) for word, rank in held.items() if word in behind), None)
        return ("streak", rank) if rank else ("level", None)
    if figure.kind == "rank":
        return "rank", int(figure.value) if figure.value is not None else None
    if figure.parts:
        return "ratio", None
    return _STATEMENTS.get(change, "level"), None


def streak_topic(scene: Scene, place: Place, indicator: Slot[str], ids: tuple[str, ...]) -> tuple[Slot[str], tuple[str, ...]]:
    """What a streak is held in: the noun before 连续, where the vocabulary knows it; 经济 is the economy as a whole."""
    head = _BEFORE_STREAK.sub("", _NOISE.sub("", scene.text[place.clause.start : place.figure.span.start]))
    known = scene.vocabulary.indicators
    span = Span(place.clause.start, place.figure.span.start)
    for size in range(min(_LONGEST_NAME, len(head)), 1, -1):
        name = head[-size:]
        found = known.get(fold_name(name)) or (known.get("gdp") if name in {"经济", "经济总量"} else None)
        if found:
            return Stated(name, span), found
    return indicator, ids
