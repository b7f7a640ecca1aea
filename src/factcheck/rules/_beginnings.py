"""Beginnings: the year from which an anniversary counts, from the table of events or from the same sentence."""

from __future__ import annotations

import re

from factcheck.model import Facts, Mention, Span, Text
from factcheck.patterns import regex
from factcheck.records import NamedTuple
from factcheck.rules._facts import ends_with, mentions_in, named_year, sentence_at, stripped
from factcheck.rules._words import words

__all__ = ["Beginning", "beginning", "clause_head", "first_word", "said_before"]

_OF = regex(r" anniversary of (?:the |China's )?")
_FOUNDED_IN = regex(r"(?:于|在|in)? ?$", re.IGNORECASE)
_FIRST = regex(r"[。；，]\s?首[届次][^，。；0-9\n]{0,12}([0-9]{4})年[^，。；0-9\n]{0,6}(?:举办|举行|开赛|开幕)")
_HELD = ("举办", "举行", "创办")
_IS = regex("^.*(?:是|迎来)")
_QUOTES = '“”"‘’《》「」 \u3000的'
_LONG, _NEAR = 400, 16
_CLAUSE = regex("[，,；;：:。—、]")


class Beginning(NamedTuple):
    """A year in which something began: where the text says so, or the event that the table has. `words` name it in the text."""

    year: int
    words: str
    span: Span | None = None
    name: Text = Text("", "")
    hard: bool = True


def beginning(facts: Facts, mention: Mention) -> Beginning | None:
    """The event that is named right before it, or the year in which the sentence says that its subject began."""
    return _event(facts, mention) or _founding(facts, mention) or _first_held(facts, mention)


def _event(facts: Facts, mention: Mention) -> Beginning | None:
    """The longest name of the table that is all that the anniversary is of; None if several events may be meant."""
    dated = (event for event in facts.events if event.date[:4].isdigit())
    names = ((name, event) for event in dated for name in (*event.name, *event.aliases) if name)
    hits = [(name, event) for name, event in names if _is_of(facts, mention, name)]
    longest = max((len(name) for name, _ in hits), default=0)
    found = [(name, event) for name, event in hits if len(name) == longest]
    if len({event.date[:4] for _, event in found}) != 1:
        return None
    name, event = found[0]
    return Beginning(int(event.date[:4]), name, None, event.name, event.source.hard)


def _is_of(facts: Facts, mention: Mention, name: str) -> bool:
    """Whether the name stands right before 90周年 with nothing before it, or behind `90th anniversary of the`."""
    text = facts.reading.article.text
    if name.isascii():
        of = _OF.match(text, mention.span.end)
        return of is not None and text[of.end() : of.end() + len(name)].lower() == name.lower()
    head = clause_head(facts, mention).rstrip(_QUOTES)
    if not head.endswith(name):
        return False
    before = head.removesuffix(name).rstrip(_QUOTES)
    return not before or not before[-1].isalnum() or bool(ends_with(before, words("zh/greeting"))) or _ends_in_time(facts, mention, before)


def _ends_in_time(facts: Facts, mention: Mention, before: str) -> bool:
    """今年红军长征胜利90周年: only a time stands before the name."""
    start = mention.span.start - len(clause_head(facts, mention))
    return any(m.span.end == start + len(before) and m.kind in {"year", "date"} for m in mentions_in(facts, Span(start, mention.span.start)))


def clause_head(facts: Facts, mention: Mention) -> str:
    """The words of the clause before the figure."""
    before = facts.text(Span(said_before(facts, mention).start, mention.span.start))
    return _CLAUSE.split(before)[-1]


def said_before(facts: Facts, mention: Mention) -> Span:
    """The sentence up to a figure; of a sentence without end the last part."""
    start = mention.span.start
    return Span(max(sentence_at(facts, start).start, start - _LONG), start)


def _founding(facts: Facts, mention: Mention) -> Beginning | None:
    """A year of the same sentence in which the subject of the anniversary is said to have begun, by the same kind of word."""
    before, text = said_before(facts, mention), facts.reading.article.text
    for time in mentions_in(facts, before):
        year = named_year(time)
        if year is None or time.kind not in {"year", "date"}:
            continue
        word = first_word(text, time)
        if word and _same_beginning(facts, mention, word, Span(before.start, time.span.start)):
            return Beginning(year, word, time.span)
    return None


def _first_held(facts: Facts, mention: Mention) -> Beginning | None:
    """The year in which the words right behind say that it was first held: 今年是赛事举办10周年。首届于2014年举办."""
    head, found = clause_head(facts, mention), _FIRST.match(facts.reading.article.text, mention.span.end)
    if not found or not head.endswith(_HELD):
        return None
    return Beginning(int(found.group(1)), _IS.sub("", head), Span(*found.span(1)))


def first_word(text: str, time: Mention) -> str:
    """The word of beginning beside a year: 创立于1993年, 1993年成立, founded in 1993."""
    before = _FOUNDED_IN.sub("", text[max(0, time.span.start - _NEAR) : time.span.start]).rstrip().lower()
    beginnings = (*words("zh/founded"), *words("zh/first_day"), *words("en/founded"))
    behind = text[time.span.end : time.span.end + 4]
    return ends_with(before, beginnings) or next((word for word in beginnings if behind.startswith(word)), "")


def _same_beginning(facts: Facts, mention: Mention, word: str, subject: Span) -> bool:
    """Whether the anniversary is of that beginning, and its clause names nobody else."""
    if word.isascii():
        return facts.text(Span(mention.span.start - 4, mention.span.start)).lower() == "its "
    head = clause_head(facts, mention)
    own = ends_with(head, (*words("zh/founded"), *words("zh/first_day")))
    same = own == word or (own in words("zh/founded") and word in words("zh/founded"))
    if not own or not same:
        return False
    for time in mentions_in(facts, Span(mention.span.start - len(head), mention.span.start)):
        head = head.replace(time.surface, "")
    left = stripped(head.removesuffix(own), (*words("zh/greeting"), *words("zh/soon"), "公司", "其", "该", "到", "至"))
    return not left or left in facts.text(subject)
