"""句子被拆到两处 / A sentence is torn apart.

篇末一句没写完，停在一个年份上；而文中有一段没头没尾地以“预计达……”开头：多半是排版时两栏接错了，连起来读才成句。
The last sentence of the text stops at a year, and a paragraph further up begins without a subject: the columns were probably
joined in the wrong order, and the two belong together.

错：预计达30亿元，后年剑指50亿元。
 该公司负责人说，市场前景广阔。
 公司2025年实现产值18.6亿元，2026年
对：公司2025年实现产值18.6亿元，2026年预计达30亿元。
 该公司负责人说，市场前景广阔。
对：公司产值增长很快。
 预计达30亿元，后年剑指50亿元。
 该公司负责人说，市场前景广阔。
wrong: expected to reach 8 billion yuan, with 10 billion yuan the aim for 2027.
 The chairman is confident.
 The group had an output of 4.2 billion yuan in 2025, and in 2026
right: The plant made 120,000 cars in 2025. It is expected to make 200,000 in 2026.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Claim, Facts, Mention, Missing, Problem, Span, Text
from factcheck.patterns import regex
from factcheck.rules._facts import line_start, stripped
from factcheck.rules._premises import assumed
from factcheck.rules._words import words

__all__ = ["check"]

RESTS_ON = ("wording",)

_TIMES = frozenset(("year", "date", "period"))
_CUT = regex(r"[，,、](?: (?:and )?in )?$")


def check(facts: Facts) -> Iterator[Problem]:
    """A note at the clause without a head, if there is one such and the text breaks off at a time."""
    tail = _tail(facts)
    if tail is None:
        return
    orphans = [claim for claim in facts.reading.claims if _is_orphan(facts, claim) and claim.span.end < tail.span.start]
    if len(orphans) == 1:
        yield _note(facts, orphans[0], tail)


def _tail(facts: Facts) -> Mention | None:
    """The time at which the text breaks off, behind a comma."""
    text = facts.reading.article.text
    end = len(text.rstrip())
    last = facts.reading.mentions[-1] if facts.reading.mentions else None
    cut = last and last.kind in _TIMES and last.span.end == end and _CUT.search(text[max(0, last.span.start - 10) : last.span.start])
    return last if cut else None


def _is_orphan(facts: Facts, claim: Claim) -> bool:
    """Whether a claim opens a paragraph with nothing before it that could be its subject."""
    if not isinstance(claim.indicator, Missing):
        return False
    opening = facts.text(Span(line_start(facts, claim.span.start), claim.span.start)).lower()
    return bool(opening.strip()) and not stripped(opening, (*words("zh/expecting"), *words("en/expecting")))


def _note(facts: Facts, orphan: Claim, tail: Mention) -> Problem:
    opening = facts.text(Span(line_start(facts, orphan.span.start), orphan.span.end)).strip()
    stitched = tail.surface + (" " if opening.isascii() else "") + opening
    zh = f"段首“{opening}”没有主语，篇末“{tail.surface}”没有写完：可能排版错位，连起来是“{stitched}”"
    en = f"this paragraph begins without a subject, and the text breaks off at {tail.surface}: perhaps one sentence, torn apart"
    return Problem("note", orphan.span, Text(zh, en), (tail.span,), suggestion=stitched, premises=(assumed("wording", "由断句推得", "by where the sentences break"),))
