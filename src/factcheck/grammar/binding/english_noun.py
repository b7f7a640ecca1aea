"""What an English figure measures: the noun before it, behind `of`, or right behind what is counted."""

from __future__ import annotations

import re
from functools import cache

from factcheck.grammar.behind import right_noun
from factcheck.grammar.binding.ahead import noun_ahead
from factcheck.grammar.binding.scene import Place, Scene, of_place
from factcheck.grammar.lexicon import words
from factcheck.model import Mention
from factcheck.names import fold_name
from factcheck.patterns import regex

__all__ = ["english_noun"]

_SURFACE_NOUN = regex("(?<= )(?!(?:an?|and|half|of|quarter|dozen|hundred|thousand|million|billion|trillion)(?![a-z]))[a-z][a-z -]*$")
_YET_TO_COME = regex(r"(?<![a-z])(?:approv|build|built|plan|construct|order|sign|sold|sell|start|target|aim)[a-z]* [^.;]*$", re.IGNORECASE)
"""What was approved, sold or is being built is another statistic than how much there is."""
_HAVING = regex(r"(?<![a-z])(?:including|comprising|had|has|have|with) (?:[a-z]{2,10} ){0,2}$")
_OF_EACH = regex(r" of [^0-9,.;:]{2,40}(?:,|,? and|,? or)(?: [a-z]{2,10}){0,2} ")
_ALL = regex(r"(?:the )?(?:[a-z]+['’]s |world |global |national )?(?:total|output|production)", re.IGNORECASE)
"""A whole that has no noun of its own: 35 percent of the world total."""
_OF_NATION = regex(" of (?:the|its|this) (?:nation|country|state|province|city)['’]s ")
_MIX_OF = regex(
    r"(?:ratio|mix|structure|composition|breakdown|split) (?:of|between|among) (?:the )?([a-z][a-z ,-]{2,60}?)"
    r"(?= (?:was|were|is|are|stood|came|changed|shifted|moved|went|became) )"
)
"""Before a:b:c, of what it is the mix: the ratio of the three industries was."""
_FAR_BACK = 80
_RANKED_IN = regex(
    r"(?: (?:nationwide|worldwide|globally|in (?:the )?(?:country|nation|world|China)))? (?:in(?: terms of)?|by|for) (?:the )?"
    r"(?!(?:country|nation|world|China|1[0-9]|20)(?![a-z]))"
)
"""Behind an English rank, what it is held in: ranked second nationwide in exports."""
_ASIDE = regex("(?:made up|consisting|which|including|such as|known as|a gauge|a measure) ", re.IGNORECASE)
"""What is put in behind an English noun and names it only more closely."""
_SHARING = regex(
    r"(?:account(?:ing|ed|s)? for|claim(?:ed|ing)?|captur(?:e|ed|ing)|tak(?:e|ing)|took|command(?:ed|ing)?|representing|making up|made up)"
    r" (?:\w+ ){0,3}$",
    re.IGNORECASE,
)
_MERE = regex("(?:units|vehicles)(?: (?:shipped|sold|delivered))?(?: (?:worldwide|globally|nationwide))?")
"""What says no more of what is counted than its unit: 47 million units shipped worldwide."""
_BRACKET = regex(r" \([^()\n]{1,60}\)(?= of )")
"""The same in another currency: 2 trillion yuan (about $290 billion) of loans."""


def english_noun(scene: Scene, place: Place, at: int) -> tuple[str, bool]:
    """The noun phrase that names an English figure, and whether it stands behind it; `at`: where the figure and its hedge end."""
    figure, text = place.figure, scene.text
    at, limit = (bracket.end(), scene.sentence.span.end) if (bracket := _BRACKET.match(text, at)) else (at, place.limit)
    if place.moved_behind:
        return (place.moved_behind.noun, True) if place.moved_behind.noun else (place.phrase.noun, False)
    if told := _share_or_rank(scene, place, at):
        return told
    if "one_in" in figure.via:
        return right_noun(text, at, place.limit, scene.language), True
    if figure.kind in {"count", "quantity"} and (figure.classifier or figure.unit in {"person", None}):
        own = _SURFACE_NOUN.search(text[figure.span.start : figure.span.end])
        noun = right_noun(text, figure.span.start + own.start() if own else figure.span.end, place.limit, scene.language)
        if _MERE.fullmatch(noun) or (noun in words("en/clauses/mere_units").table and place.phrase.noun):
            return place.phrase.noun, False
        if noun and (own or len(place.phrase.noun) < len(noun)):
            return noun, True
    if text.startswith(" of ", at) and figure.unit in {"percent", "ratio"} and not place.phrase.noun and not _SHARING.search(place.phrase.head):
        noun = right_noun(text, at + 4, place.limit, scene.language)
        return ("" if _ALL.fullmatch(noun) else noun), True
    if figure.kind in {"money", "quantity", "count"} and text.startswith(" of ", at):
        return _of_what(scene, place, right_noun(text, at + 4, limit, scene.language))
    noun = "" if _ASIDE.match(place.phrase.noun) else place.phrase.noun
    return noun or noun_ahead(scene, place) or place.phrase.noun, False


def _share_or_rank(scene: Scene, place: Place, at: int) -> tuple[str, bool] | None:
    """What a share of somebody's, a mix or a rank is of."""
    figure, text = place.figure, scene.text
    if figure.unit in {"percent", "ratio"} and not place.phrase.motion.direction and (shared := _of_whole(scene, at)):
        return right_noun(text, shared, place.limit, scene.language), True
    if figure.parts and (mixed := [*_MIX_OF.finditer(text, scene.sentence.span.start, figure.span.start)]):
        return mixed[-1].group(1), False
    if figure.kind == "rank" and not place.phrase.noun and (ranked := _RANKED_IN.match(text, at)):
        return right_noun(text, ranked.end(), place.limit, scene.language), True
    return None


def _of_whole(scene: Scene, at: int) -> int | None:
    """Where the noun begins of which an English share is told, behind whose it is: 18 percent of the world's circuits."""
    if found := _OF_NATION.match(scene.text, at):
        return found.end()
    hit = of_place(scene, at)
    return hit.end + len("'s ") if hit and scene.text.startswith(("'s ", "’s "), hit.end) else None


def _of_what(scene: Scene, place: Place, noun: str) -> tuple[str, bool]:
    """The noun behind `of`, where the words before say how much there is of it, or where it is the name of a statistic; the
    noun before a figure in a row of such is that of the figure before it."""
    first = _first_of(scene, place.figure)
    before = scene.text[max(place.clause.start, first.span.start - _FAR_BACK) : first.span.start]
    if noun and (carried := _carrying().search(before)):
        return f"{noun} {carried.group(1)}", True
    if _HAVING.search(before) or (fold_name(noun) in scene.vocabulary.indicators and not _YET_TO_COME.search(before)):
        return noun, True
    return ("" if first is not place.figure else place.phrase.noun), False


@cache
def _carrying() -> re.Pattern[str]:
    """A verb right before a figure that says what was done with so much of a thing: railways carried 4 billion tons of freight."""
    verbs = "|".join(words("en/clauses/carries").table)
    filler = "|".join(words("en/clauses/fillers").table)
    return regex(rf"(?<![A-Za-z-])({verbs})(?: (?:{filler})){{0,6}} $", re.IGNORECASE)


def _first_of(scene: Scene, figure: Mention) -> Mention:
    """Where a row of figures begins that each have their noun behind them: 5 MW of wind power and 3 MW of solar power."""
    first = figure
    for before in reversed(scene.figures[: scene.figures.index(figure)]):
        if not _OF_EACH.fullmatch(scene.text, before.span.end, first.span.start):
            break
        first = before
    return first
