"""A noun in the clause before: 货运量快速增长，首次突破1亿吨; 总产值，由1050亿元提高到1109亿元."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from factcheck.grammar.binding.scene import Place, Scene
from factcheck.grammar.phrases import Motion, Phrase, phrase_of
from factcheck.model import Span
from factcheck.patterns import regex

__all__ = ["motion_ahead", "noun_ahead"]

_RID = regex("(?:扣除|剔除).{0,4}因素后?$")
_SETS = regex(r"\s*(?:in|during|for|by|on|at|from|as|according|over|since|between|after|before|with|while|meanwhile) ", re.IGNORECASE)
"""What only says when or where in English opens no name."""
_RECORD = regex("(?:[也再又均都]|再次|双双|首次|继续)*(?:创下?|刷新|打破)了?(?:[^，。；]{0,14})(?:纪录|记录|新高|新低|之最|最高水平|最好水平)$")
"""What a noun did before its figure comes: 出口额再创历史新高，达3.2万亿元."""


def noun_ahead(scene: Scene, place: Place) -> str:
    """The noun that the clause before names, if it gives no figure, says that the noun moves or is rid of price changes, leaves
    all to this clause, or is a label (营业收入：120亿元)."""
    if place.start > place.clause.start:
        return ""
    index = bisect_left(scene.clauses, place.clause)
    before = scene.clauses[index - 1] if index else place.clause
    if scene.latin and place.phrase.motion.direction and scene.figures[0] == place.figure:
        return _subject(scene, scene.clauses[:index])
    parted = scene.text[before.end : place.clause.start]
    label = parted == ":"
    leads = label or (parted == "," and _goes_on(scene, place)) if scene.latin else before.end + 1 == place.clause.start
    if not leads or _has_figure(scene, before):
        return ""
    offset = scene.sentence.span.start
    words = scene.blanked[before.start - offset : before.end - offset]
    record = _RECORD.search(words)
    phrase = phrase_of(words[: record.start()] if record else words, scene.language)
    if record or label or scene.latin:
        return phrase.noun
    hands_on = _hands_on(phrase, place) or _listed(phrase, scene, place) or _RID.search(phrase.head)
    return phrase.noun if hands_on else ""


def motion_ahead(scene: Scene, place: Place) -> Motion | None:
    """How the noun of the clause before moves, where this clause says only to where: 利润率均有所下降，分别至1.4%、21.5%."""
    index = bisect_left(scene.clauses, place.clause)
    if scene.latin or not index or place.start > place.clause.start or _has_figure(scene, scene.clauses[index - 1]):
        return None
    before, offset = scene.clauses[index - 1], scene.sentence.span.start
    return phrase_of(scene.blanked[before.start - offset : before.end - offset], scene.language).motion


def _listed(phrase: Phrase, scene: Scene, place: Place) -> bool:
    """Whether a clause of several nouns hands them on to 分别: 其中教育、科技、卫生支出，分别增长…"""
    return "、" in phrase.noun and "分别" in scene.text[place.clause.start : place.figure.span.start] and not place.phrase.noun


def _subject(scene: Scene, before: Sequence[Span]) -> str:
    """The noun that an English sentence opens with, where something is put in before its verb: investment, a gauge of spending, grew by."""
    offset = scene.sentence.span.start
    heads = (scene.blanked[clause.start - offset : clause.end - offset] for clause in before)
    return next((noun for head in heads if not _SETS.match(head) and (noun := phrase_of(head, "en").noun)), "")


def _goes_on(scene: Scene, place: Place) -> bool:
    """Whether nothing but places stands between the comma and the figure, so that the noun goes on over it: investors from Hong Kong, Macao."""
    return any(place.clause.start <= hit.start and hit.end <= place.figure.span.start for hit in scene.hits) and not place.phrase.noun


def _has_figure(scene: Scene, clause: Span) -> bool:
    first = bisect_left(scene.figures, clause.start, key=lambda figure: figure.span.start)
    return first < len(scene.figures) and scene.figures[first].span.start < clause.end


def _hands_on(phrase: Phrase, place: Place) -> bool:
    """Whether a clause without a figure ends in how its noun moves, or is a noun whose start comes next (，由…)."""
    moves = phrase.motion.direction is not None and not phrase.motion.noun
    return moves or (place.phrase.motion.starts and not place.phrase.noun)
