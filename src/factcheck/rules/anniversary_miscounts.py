"""周年算错 / An anniversary is miscounted.

成立于1993年，2026年就是33周年：年份相减，多一年少一年都是错。起点取自句中的年份，或事件表里的日期。
What began in 1993 has its 33rd anniversary in 2026: one year less the other, and not one more. The beginning is a year of the
same sentence, or a date from the table of events.

错：今年是香港回归祖国30周年。〔published=2026-07-01〕
错：该厂创立于1993年，2026年迎来成立34周年。
对：今年是红军长征胜利90周年。〔published=2026-06-18〕
对：该厂创立于1993年，2026年迎来成立33周年，上市10周年。
对：明年将迎来新中国成立78周年。〔published=2026-06-18〕
wrong: Founded in 1993, the firm celebrates its 34th anniversary in 2026.
wrong: This year marks the 31st anniversary of the return of Hong Kong. 〔published=2026-07-01〕
right: Founded in 1993, the firm celebrates its 33rd anniversary in 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from factcheck.model import Facts, Mention, Problem, Span, Text
from factcheck.rules._facts import ends_with, mentions_in, named_year, published_year, sentence_at, stripped
from factcheck.rules._words import words

__all__ = ["check"]

_NTH = " anniversary"
_OF = re.compile(r" anniversary of (?:the |China's )?")
_FOUNDED_IN = re.compile(r"(?:于|在|in)? ?$", re.IGNORECASE)
_QUOTES = "“”\"‘’《》「」 \u3000的"


class Beginning(NamedTuple):
    """A year in which something began: where the text says so, or the event that the table has."""

    year: int
    span: Span | None = None
    name: Text = Text("", "")
    hard: bool = True


class Now(NamedTuple):
    """The years that the anniversary may be celebrated in, and whether that is certain."""

    years: tuple[int, ...]
    certain: bool


def check(facts: Facts) -> Iterator[Problem]:
    """Every anniversary whose beginning and whose year are both known."""
    for mention in _anniversaries(facts):
        beginning, now = _beginning(facts, mention), _now(facts, mention)
        if beginning and now and mention.value not in {Fraction(year - beginning.year) for year in now.years}:
            yield _problem(mention, beginning, now)


def _anniversaries(facts: Facts) -> Iterator[Mention]:
    """33周年, and the ordinal of `33rd anniversary`."""
    text = facts.reading.article.text
    for claim in facts.reading.claims:
        if claim.statement == "anniversary" and claim.mention.hedge == "none":
            yield claim.mention
    for mention in facts.reading.mentions:
        if mention.kind == "ordinal" and mention.value and text.startswith(_NTH, mention.span.end):
            yield mention


# --------------------------------------------------------------------------------------------- when it began

def _beginning(facts: Facts, mention: Mention) -> Beginning | None:
    """The event that is named right before it, or the year in which the sentence says that its subject began."""
    return _event(facts, mention) or _founding(facts, mention)


def _event(facts: Facts, mention: Mention) -> Beginning | None:
    """The longest name of the table that is all that the anniversary is of; None if several events may be meant."""
    hits = []
    for event in facts.events:
        for name in (*event.name, *event.aliases):
            if name and event.date[:4].isdigit() and _is_of(facts, mention, name):
                hits.append((len(name), event))
    longest = [event for size, event in hits if size == max(hits, key=lambda hit: hit[0])[0]]
    years = {int(event.date[:4]) for event in longest}
    return Beginning(years.pop(), None, longest[0].name, longest[0].source.hard) if len(years) == 1 else None


def _is_of(facts: Facts, mention: Mention, name: str) -> bool:
    """Whether the name stands right before 90周年 with nothing before it, or behind `90th anniversary of the`."""
    text = facts.reading.article.text
    if name.isascii():
        of = _OF.match(text, mention.span.end)
        return bool(of) and text[of.end() : of.end() + len(name)].lower() == name.lower() if of else False
    head = _clause_head(facts, mention).rstrip(_QUOTES)
    if not head.endswith(name):
        return False
    before = head.removesuffix(name).rstrip(_QUOTES)
    return not before or not before[-1].isalnum() or bool(ends_with(before, words("zh/greeting"))) or _ends_in_time(facts, mention, before)


def _ends_in_time(facts: Facts, mention: Mention, before: str) -> bool:
    """今年红军长征胜利90周年: only a time stands before the name."""
    start = mention.span.start - len(_clause_head(facts, mention))
    return any(m.span.end == start + len(before) and m.kind in {"year", "date"} for m in mentions_in(facts, Span(start, mention.span.start)))


def _clause_head(facts: Facts, mention: Mention) -> str:
    """The words of the clause before the figure."""
    before = facts.text(Span(sentence_at(facts, mention.span.start).start, mention.span.start))
    return re.split("[，,；;：:。—、]", before)[-1]


def _founding(facts: Facts, mention: Mention) -> Beginning | None:
    """A year of the same sentence in which the subject of the anniversary is said to have begun, by the same kind of word."""
    sentence = sentence_at(facts, mention.span.start)
    text = facts.reading.article.text
    for time in mentions_in(facts, Span(sentence.start, mention.span.start)):
        year = named_year(time)
        if year is None or time.kind not in {"year", "date"}:
            continue
        word = _first_word(text, sentence, time)
        if word and _same_beginning(facts, mention, word, Span(sentence.start, time.span.start)):
            return Beginning(year, time.span)
    return None


def _first_word(text: str, sentence: Span, time: Mention) -> str:
    """The word of beginning beside a year: 创立于1993年, 1993年成立, founded in 1993."""
    before = _FOUNDED_IN.sub("", text[sentence.start : time.span.start]).rstrip().lower()
    beginnings = (*words("zh/founded"), *words("zh/first_day"), *words("en/founded"))
    behind = text[time.span.end : time.span.end + 4]
    return ends_with(before, beginnings) or next((word for word in beginnings if behind.startswith(word)), "")


def _same_beginning(facts: Facts, mention: Mention, word: str, subject: Span) -> bool:
    """Whether the anniversary is of that beginning, and its clause names nobody else."""
    if word.isascii():
        return facts.text(Span(mention.span.start - 4, mention.span.start)).lower() == "its "
    head = _clause_head(facts, mention)
    own = ends_with(head, (*words("zh/founded"), *words("zh/first_day")))
    same = own == word or (own in words("zh/founded") and word in words("zh/founded"))
    if not own or not same:
        return False
    for time in mentions_in(facts, Span(mention.span.start - len(head), mention.span.start)):
        head = head.replace(time.surface, "")
    left = stripped(head.removesuffix(own), (*words("zh/greeting"), *words("zh/soon"), "公司", "其", "该"))
    return not left or left in facts.text(subject)


# --------------------------------------------------------------------------------------------- and when it is

def _now(facts: Facts, mention: Mention) -> Now | None:
    """The year named nearest before it in the sentence, else behind it, else the article's own."""
    sentence = sentence_at(facts, mention.span.start)
    text = facts.reading.article.text
    own, certain = published_year(facts)
    times = [m for m in mentions_in(facts, sentence) if m.kind in {"year", "date"} and named_year(m) and not _first_word(text, sentence, m)]
    before = [time for time in times if time.span.end <= mention.span.start]
    named = before[-1:] or times[:1]
    if named:
        year = named_year(named[0])
        relative = not re.search("[0-9]{4}|[〇零一二三四五六七八九]{4}", named[0].surface)
        return Now((year,), certain or not relative) if year else None
    if own is None:
        return None
    soon = any(word in _clause_head(facts, mention) for word in words("zh/soon"))
    return Now((own, own + 1) if soon else (own,), certain)


def _problem(mention: Mention, beginning: Beginning, now: Now) -> Problem:
    """Says both years: either may be the wrong one."""
    right, year = now.years[0] - beginning.year, now.years[0]
    zh = f"{beginning.name.zh or '起点'}在{beginning.year}年，到{year}年是{right}周年，文中为“{mention.surface}”：年份与周年数必有一误"
    of = beginning.name.en or "it began"
    en = f"{of}: {beginning.year}; in {year} that is {right} years, not {mention.surface}: a year or the count is wrong"
    related = (beginning.span,) if beginning.span else ()
    severity = "error" if now.certain and beginning.hard else "warning"
    unit = "周年" if "周年" in mention.surface else ""
    return Problem(severity, mention.span, Text(zh, en), related, expected=f"{right}{unit}", suggestion=f"{right}{unit}" if unit else "")
