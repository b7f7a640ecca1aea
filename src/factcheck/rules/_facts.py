"""What several rules ask of an article: which figures stand together, whether they can be compared, what lies between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from factcheck.interval import Interval
from factcheck.model import Area, Assumed, Claim, Facts, Mention, Period, Slot, Span, Stated

__all__ = [
    "ends_with", "guaranteed", "is_level", "like", "mentions_in", "named_year", "paragraph", "published_year", "sentence_at",
    "sentences", "stripped",
]  # fmt: skip

_LEVELS = frozenset((None, "level", "increase_to", "decrease_to"))
_AMOUNTS = frozenset(("quantity", "money", "count"))


def sentences(facts: Facts) -> Iterator[tuple[Claim, ...]]:
    """The figures of each sentence that has any, in the order of the text."""
    for _, claims in groupby(facts.reading.claims, key=lambda claim: claim.sentence):
        yield tuple(claims)


def sentence_at(facts: Facts, offset: int) -> Span:
    """The sentence in which an offset lies; nothing at all where there is none."""
    found = (span for span in facts.reading.sentences if span.start <= offset < span.end)
    return next(found, Span(offset, offset))


def mentions_in(facts: Facts, span: Span) -> tuple[Mention, ...]:
    """Every numeral read within a stretch, times and ordinals too."""
    return tuple(mention for mention in facts.reading.mentions if span.start <= mention.span.start < span.end)


def paragraph(facts: Facts, offset: int) -> Span:
    """The line that an offset lies in; in an article as loaded that is a paragraph."""
    text = facts.reading.article.text
    end = text.find("\n", offset)
    return Span(text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end)


def guaranteed(mention: Mention) -> Interval | None:
    """What the wording guarantees (D), None for what is no amount."""
    if mention.guaranteed is None and mention.low is not None and mention.high is not None:
        return Interval(min(mention.low, mention.high), max(mention.low, mention.high))
    return mention.guaranteed


def like(one: Mention, other: Mention) -> bool:
    """Whether two figures count the same kind of thing in the same unit."""
    return (one.unit, one.classifier) == (other.unit, other.classifier) and one.kind in _AMOUNTS and other.kind in _AMOUNTS


def is_level(claim: Claim) -> bool:
    """Whether a figure is how much there is, and not by how much that changed."""
    return claim.statement == "level" and claim.change in _LEVELS


def published_year(facts: Facts) -> tuple[int | None, bool]:
    """The article's own year, and whether that is certain and not inferred."""
    published: Slot[Period] = facts.reading.context.published
    return (published.value.year if published.value else None), isinstance(published, Stated)


def named_year(mention: Mention) -> int | None:
    """The year of a time that lies within one."""
    return mention.period.year if mention.period else None


def ends_with(text: str, words: tuple[str, ...]) -> str:
    """The word that the text ends with, the longest if the words are sorted so; nothing if it ends with none."""
    return next((word for word in words if text.endswith(word)), "")


def stripped(text: str, words: tuple[str, ...]) -> str:
    """The text without any of the words, punctuation or blanks."""
    for word in words:
        text = text.replace(word, "")
    return "".join(char for char in text if char.isalnum())
