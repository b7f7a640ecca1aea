"""What the words around a figure say of how it was counted: a sample's estimate, a mean of so much a day, what would be if."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.grammar.binding.scene import Bound, Place, Scene
from factcheck.grammar.lexicon import any_of
from factcheck.model import Change, Scope, Span
from factcheck.patterns import regex

__all__ = ["sampled", "scope_of", "stretch_in"]

_MEAN = regex("[日天月周旬季]均|(?<![0-9全今去上当本])年均|平均每|每个?(?:小时|[天日周月年]|季度)(?!度)")
_EN_MEAN = regex("(?<![a-z])(?:(?:average|mean) (?:daily|weekly|monthly|annual|yearly)|(?:daily|weekly|monthly|annual|yearly) (?:average|mean))(?![a-z])")
_EN_EACH = regex(" (?:yuan |dollars |people |tonnes )?(?:a|an|per|each|every) (?:hour|day|week|month|year)(?![a-z-])")
_DAYS = regex(
    "当[日天](?=[，,的])|[\u4e00-\u9fff]档(?=[，,期的全总票电])"
    "|[0-9一二两三四五六七八九十]{1,2}天[里内间长]?(?=[，,])|前[0-9一二两三四五六七八九十]{1,2}天"
)
_EN_DAYS = regex("(?<![a-z])(?:[a-z]+|[0-9]+)-day (?=[a-z]+)|(?<![a-z])singles[’'] day")
_GOING_ON = frozenset(("期间", "年初至今", "年初以来"))
_HELD = regex("(?:比|较|与|同|和)[^，。；、]{0,4}$")
_LEVELS = frozenset((None, "level", "share_of", "level_from", "increase_to", "decrease_to", "increase_by"))


def scope_of(scene: Scene, place: Place, bound: Bound, change: Change | None, name: str) -> tuple[Scope, ...]:
    """All that is said of a figure that measures `name`, or of the figure before it in a list."""
    found = tuple(_scopes(scene, place, change, name))
    return found or (bound.claim.scope if bound.claim and place.listed else ())


def _scopes(scene: Scene, place: Place, change: Change | None, name: str) -> Iterator[Scope]:
    start, end = scene.sentence.span.start, place.figure.span.start
    if scene.sampled or sampled(scene.text, Span(start, end), scene.language):
        yield "sample"
    if change in _LEVELS and _is_mean(scene, place, name):
        yield "mean"
    if _said(scene, "supposed", start, end):
        yield "supposed"


def sampled(text: str, span: Span, language: str) -> bool:
    """Whether a stretch of text speaks of a sample; the official rate of those out of work is a survey's by name."""
    words = _plain(text, span, language).replace("surveyed", "").replace("survey-based", "")
    return any_of(f"{language}/clauses/surveys").search(words) is not None


def _is_mean(scene: Scene, place: Place, name: str) -> bool:
    """Whether it is so much a day or a year, unless the statistic is so by name."""
    if scene.latin:
        near = scene.text[place.start : place.figure.span.start].lower()
        return _EN_EACH.match(scene.text, place.figure.span.end) is not None or _EN_MEAN.search(near) is not None
    found = _MEAN.search(scene.text, place.start, place.figure.span.start)
    return found is not None and found.group() not in name


def _said(scene: Scene, section: str, start: int, end: int) -> bool:
    return any_of(f"{scene.language}/clauses/{section}").search(_plain(scene.text, Span(start, end), scene.language)) is not None


def _plain(text: str, span: Span, language: str) -> str:
    """Words in which those of a section are looked for: in English small and between blanks."""
    words = text[span.start : span.end]
    return words if language == "zh" else " " + "".join(char if char.isalnum() or char in "-'’" else " " for char in words.lower()) + " "


def stretch_in(scene: Scene, start: int, end: int) -> Span | None:
    """The last time within a year that stands there and is no month or quarter: a holiday, a weekend, three days, an event's 期间.

    What a figure is only compared with (比春节假期) is none, nor is the time of a plan (“十四五”期间)."""
    if scene.latin:
        return _english(scene, start, end)
    found = [*any_of("zh/clauses/stretches").finditer(scene.text, start, end), *_DAYS.finditer(scene.text, start, end)]
    own = [one for one in found if not _HELD.search(scene.text, start, one.start()) and not _of_known(scene, one.group(), one.start())]
    last = max(own, key=lambda one: one.end(), default=None)
    return Span(*last.span()) if last else None


def _of_known(scene: Scene, word: str, at: int) -> bool:
    """Whether a word only goes on with a time that is known: “十四五”期间, 2021年年初以来."""
    return word in _GOING_ON and any(at - 1 <= time.span.end <= at for time in scene.times)


def _english(scene: Scene, start: int, end: int) -> Span | None:
    words = _plain(scene.text, Span(start, end), "en")
    found = any_of("en/clauses/stretches").search(words) or _EN_DAYS.search(scene.text.lower(), start, end)
    return Span(start, end) if found else None
