"""A noun in the clause before: 货运量快速增长，首次突破1亿吨; 总产值，由1050亿元提高到1109亿元."""

from __future__ import annotations

from factcheck.grammar.binding.scene import Place, Scene
from factcheck.grammar.phrases import Phrase, phrase_of

__all__ = ["noun_ahead"]


def noun_ahead(scene: Scene, place: Place) -> str:
    """The noun that the clause before names, if it gives no figure, says that the noun moves, or leaves all to this clause."""
    before = next((clause for clause in scene.clauses if clause.end + 1 == place.clause.start), None)
    if scene.language != "zh" or before is None or place.start > place.clause.start:
        return ""
    if any(before.start <= figure.span.start < before.end for figure in scene.figures):
        return ""
    offset = scene.sentence.span.start
    phrase = phrase_of(scene.blanked[before.start - offset : before.end - offset], scene.language)
    return phrase.noun if _hands_on(phrase, place) else ""


def _hands_on(phrase: Phrase, place: Place) -> bool:
    """Whether a clause without a figure ends in how its noun moves, or is a noun whose start comes next (，由…)."""
    moves = phrase.motion.direction is not None and not phrase.motion.noun
    return moves or (place.phrase.motion.starts and not place.phrase.noun)
