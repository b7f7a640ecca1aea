"""起止日期颠倒 / Dates run backwards.

“6月17日至16日”先写了后一天：两端写反了，或者有一个日期写错了。可能跨到下个月的（“28日至3日”）只作警告，跨年的月份
（“12月30日至1月2日”）不算错。
From the 17th to the 16th is the wrong way round, or one of the dates is a slip. What may run into the next month is only a warning,
and months that may run into the next year are left alone.

错：大会于6月17日至16日举行。
错：展期为2026年6月20日至2026年6月18日。
错：培训班自2023年6月17日至2022年6月16日举办。
对：大会于6月16日至17日举行。
对：展期为12月30日至1月2日。
对：展期为2025年12月30日至2026年1月2日。
wrong: The talks lasted from 17 June 2026 to 16 June 2026.
right: The talks lasted from 16 June 2026 to 17 June 2026.
right: The office is shut from December 30 to January 2.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.model import Facts, Mention, Problem, Severity, Span, Text
from factcheck.patterns import regex
from factcheck.rules._facts import plain
from factcheck.rules._premises import given, stated

__all__ = ["check"]

RESTS_ON = ("wording", "calendar")

_DAYS = regex(
    r"(?:([12][0-9]{3})年 ?)?(?:(1[0-2]|[1-9])月 ?)?([0-9]{1,2})[日号]? ?(?:至|到|—+|–|-|~) ?(?:([12][0-9]{3})年 ?)?(?:(1[0-2]|[1-9])月 ?)?([0-9]{1,2})[日号]"
)
_JOINTS = frozenset((" to ", " through ", " until ", " till ", "至", "到", "—", "——", "-", "–", "起至"))
_YEAR = regex("[12][0-9]{3}")
_LATE, _EARLY = 20, 10
"""28日至3日 runs into the next month."""


def check(facts: Facts) -> Iterator[Problem]:
    """Both ends within one mention, and two full dates joined by a word."""
    dates = [mention for mention in facts.reading.mentions if mention.kind == "date"]
    for mention in dates:
        severity = _backwards(mention) if mention.period is None else None
        if severity:
            yield _problem(severity, mention.span, mention.surface, ())
    for first, second in pairwise(dates):
        if facts.text(Span(first.span.end, second.span.start)) in _JOINTS and _later(first, second):
            yield _problem("error", second.span, second.surface, (first.span,))


def _backwards(mention: Mention) -> Severity | None:
    """How bad it is that a stretch of days within one mention ends before it starts; None where it may not."""
    found = _DAYS.fullmatch(plain(mention.surface))
    if not found:
        return None
    year, month, day, until_year, until_month, until_day = (int(part) if part else None for part in found.groups())
    if day is None or until_day is None:
        return None
    if until_year and year:
        return "error" if (until_year, until_month or month or 0, until_day) < (year, month or 0, day) else None
    if (until_month or month) != month or until_day >= day:
        return None
    return "warning" if month is None or (day >= _LATE and until_day <= _EARLY) else "error"


def _later(first: Mention, second: Mention) -> bool:
    """Whether two dates that both name their year run backwards."""
    named = _YEAR.search(first.surface) and _YEAR.search(second.surface)
    return bool(named and first.period and second.period and first.period.first and second.period.last and first.period.first > second.period.last)


def _problem(severity: Severity, span: Span, surface: str, related: tuple[Span, ...]) -> Problem:
    zh = f"“{surface}”从后往前：起止写反了，或者有一个日期写错了"
    en = f"{surface} runs backwards: swapped ends, or a wrong date"
    wording = given("wording", "或者跨到下一个月", "it may run into the next month", holds=severity == "error")
    return Problem("error", span, Text(zh, en), related, premises=(wording, stated("calendar")))
