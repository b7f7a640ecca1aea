"""A noun in the clause before: 货运量快速增长，首次突破1亿吨; 总产值，由1050亿元提高到1109亿元."""

from __future__ import annotations

from bisect import bisect_left

from factcheck.grammar.binding.scene import Place, Scene
from factcheck.grammar.phrases import Phrase, phrase_of
from factcheck.model import Span
from factcheck.patterns import regex

__all__ = ["noun_ahead"]

_RID = regex("(?:扣除|剔除).{0,4}因素后?$")


def noun_ahead(scene: Scene, place: Place) -> str:
    """The noun that the clause before names, if it gives no figure, says that the noun moves or is rid of price changes, or
    leaves all to this clause."""
    if scene.language != "zh" or place.start > place.clause.start:
        return ""
    index = bisect_left(scene.clauses, place.clause)
    before = scene.clauses[index - 1] if index else place.clause
    if before.end + 1 != place.clause.start or _has_figure(scene, before):
        return ""
    offset = scene.sentence.span.start
    phrase = phrase_of(scene.blanked[before.start - offset : before.end - offset], scene.language)
    return phrase.noun if _hands_on(phrase, place) or _RID.search(phrase.head) else ""


def _has_figure(scene: Scene, clause: Span) -> bool:
    first = bisect_left(scene.figures, clause.start, key=lambda figure: figure.span.start)
    return first < len(scene.figures) and scene.figures[first].span.start < clause.end


def _hands_on(phrase: Phrase, place: Place) -> bool:
    """Whether a clause without a figure ends in how its noun moves, or is a noun whose start comes next (，由…)."""
    moves = phrase.motion.direction is not None and not phrase.motion.noun
    return moves or (place.phrase.motion.starts and not place.phrase.noun)
