"""What several rules ask of an article: which figures stand together, whether they can be compared, what lies between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import groupby

from factcheck.hedging import coarse
from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Mention, Span, Stated
from factcheck.patterns import regex

__all__ = [
    "allowed", "claims_in", "clause_words", "cut_off", "ends_line", "ends_with", "guaranteed", "is_level", "is_of_each", "like", "line_start",
    "mentions_in", "named_year", "plain", "published_year", "sentence_at", "sentences", "stripped", "year_of",
]  # fmt: skip

_OF_EACH = regex(" (?:an?|per|each|every) [a-z]")
_LEVELS = frozenset((None, "level", "increase_to", "decrease_to"))
_AMOUNTS = frozenset(("quantity", "money", "count"))
_LONG = 2000
_PLAIN = str.maketrans("０１２３４５６７８９．％～－", "0123456789.%~-")


def sentences(facts: Facts) -> Iterator[tuple[Claim, ...]]:
    """The figures of each sentence that has any, in the order of the text."""
    for _, claims in groupby(facts.reading.claims, key=lambda claim: claim.sentence):
        yield tuple(claims)


def sentence_at(facts: Facts, offset: int) -> Span:
    """The sentence in which an offset lies; nothing at all where there is none."""
    spans = facts.reading.sentences
    index = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[index] if index >= 0 and offset < spans[index].end else Span(offset, offset)


def mentions_in(facts: Facts, span: Span) -> tuple[Mention, ...]:
    """Every numeral read within a stretch, times and ordinals too."""
    every = facts.reading.mentions
    return every[bisect_left(every, span.start, key=_start) : bisect_left(every, span.end, key=_start)]


def claims_in(facts: Facts, span: Span) -> tuple[Claim, ...]:
    """Every figure within a stretch."""
    every = facts.reading.claims
    return every[bisect_left(every, span.start, key=_start) : bisect_left(every, span.end, key=_start)]


def _start(figure: Mention | Claim) -> int:
    return figure.span.start


def line_start(facts: Facts, offset: int) -> int:
    """Where the line of an offset begins, which in an article as loaded is a paragraph; never further back than a long one."""
    furthest = max(0, offset - _LONG)
    return max(facts.reading.article.text.rfind("\n", furthest, offset) + 1, furthest)


def guaranteed(mention: Mention) -> Interval | None:
    """What the wording guarantees (D), None for what is no amount."""
    if mention.guaranteed is None and mention.low is not None and mention.high is not None:
        return Interval(min(mention.low, mention.high), max(mention.low, mention.high))
    return mention.guaranteed


def cut_off(mention: Mention, found: Interval) -> bool:
    """Whether a figure is what is left of another, given in its unit, when the last digits are dropped: 489亿 of 489.9亿."""
    value, low, high = mention.value, found.low, found.high
    return mention.hedge == "none" and value is not None and low is not None and high is not None and value <= low and high < value + mention.ulp


def allowed(mention: Mention) -> Interval | None:
    """All that a figure may stand for: what its wording guarantees, and for a bare one of a single digit (80亿, 3000), in which
    nobody would look for more, what it may be rounded from. 1200 and 45亿 are taken at their word, and so are 8.0亿 and what a
    table says."""
    said = guaranteed(mention)
    if said is None or mention.hedge != "none" or mention.value is None or abs(mention.value) >= 10 * mention.step or mention.step <= mention.ulp:
        return said
    exact = "." in plain(mention.surface) or mention.via == ("table_cell",)
    return said if exact else said.hull(coarse(mention.value, mention.step))


def like(one: Mention, other: Mention) -> bool:
    """Whether two figures count the same kind of thing in the same unit."""
    return (one.unit, one.classifier) == (other.unit, other.classifier) and one.kind in _AMOUNTS and other.kind in _AMOUNTS


def is_level(claim: Claim) -> bool:
    """Whether a figure is how much there is, and not by how much that changed, or how long that took."""
    return claim.statement == "level" and claim.change in _LEVELS and claim.mention.kind != "duration"


def is_of_each(facts: Facts, claim: Claim) -> bool:
    """Whether an English figure is told for each of something: $1.83 a share, 4 litres per head."""
    return _OF_EACH.match(facts.reading.article.text, claim.span.end) is not None


def ends_line(facts: Facts, span: Span) -> bool:
    """Whether a line ends with the figure, so that more of its unit may stand elsewhere."""
    return facts.reading.article.text[span.end : span.end + 1] in {"\n", "\r", ""}


def clause_words(facts: Facts, claim: Claim) -> str:
    """The clause of a figure without the figure."""
    return facts.text(Span(claim.clause.start, claim.span.start)) + facts.text(Span(claim.span.end, claim.clause.end))


def published_year(facts: Facts) -> tuple[int | None, bool]:
    """The article's own year, and whether that is certain and not inferred."""
    published = facts.reading.context.published
    return (published.value.year if published.value else None), isinstance(published, Stated)


def named_year(mention: Mention) -> int | None:
    """The year of a time that lies within one."""
    return mention.period.year if mention.period else None


def year_of(claim: Claim) -> int | None:
    """The whole year that a figure is of, or at whose end it was taken."""
    period = claim.period.value
    return period.year if period and (period.is_year or period.text.endswith(("-end", "-12-31"))) else None


def ends_with(text: str, words: tuple[str, ...]) -> str:
    """The word that the text ends with, the longest if the words are sorted so; nothing if it ends with none."""
    return next((word for word in words if text.endswith(word)), "")


def plain(text: str) -> str:
    """The text with ASCII digits and dashes in place of full-width ones, character for character."""
    return text.translate(_PLAIN)


def stripped(text: str, words: tuple[str, ...]) -> str:
    """The text without any of the words, punctuation or blanks."""
    for word in words:
        text = text.replace(word, "")
    return "".join(char for char in text if char.isalnum())
