"""天数与日期不合 / The number of days does not fit the dates.

5月8日至9日，含首尾是2天，不含首日是1天，两种算法都不能是3天；2015年至2025年是11年或10年。
From 8 to 9 May are two days with both ends and one without the first; by no count are they three. From 2015
to 2025 are eleven years or ten.

错：展会6月16日至18日举行，为期5天。
错：5月8日至9日，市经贸代表团赴外地洽谈。
 5天时间，市经贸代表团走访了三座城市。
错：展览6月16日开幕，至6月20日结束，为期7天。
错：为期三天的论坛于6月16日至17日举行。
错：公司2015年至2025年十五年间投资50亿元。
对：公司2015年至2025年十年间投资50亿元，2010年至2025年的三年规划期内新建厂房。
对：6月16日至17日，代表团结束了为期3天的访问后抵达省城。
错：5月8日至9日，检查组用5天时间走访了三个县。
对：展会6月16日至18日举行，为期3天。
对：论坛12月30日至1月2日举行，历时四天。
对：6月16日至20日，全市有3天降雨。
对：外长6月16日至20日访问首都，随后对邻国进行为期两天的访问。
wrong: The fair ran from June 3 to June 5 and lasted six days.
right: The fair ran from June 3 to June 5 and lasted three days.
wrong: The fair, held on June 16-17, lasted three days. 〔published=2026-06-18〕
wrong: The exhibition runs for ten days from May 1 to May 5.
wrong: The trial lasted four years, from 2020 to 2022.
right: The exhibition runs for five days from May 1 to May 5.
right: From June 3 to June 9 it rained on three days.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.model import Claim, Facts, Mention, Problem, Severity, Span, Text
from factcheck.patterns import regex
from factcheck.period import days_in
from factcheck.records import NamedTuple
from factcheck.rules._facts import ends_with, mentions_in, plain, sentence_at
from factcheck.rules._premises import given, stated
from factcheck.rules._words import words

__all__ = ["check"]

RESTS_ON = ("calendar", "same_thing")

_DAYS = regex(r"(?:([12][0-9]{3})年)?(1[0-2]|[1-9])月([0-9]{1,2})[日号]? ?[至到—–~～-]{1,2} ?(?:(1[0-2]|[1-9])月)?([0-9]{1,2})[日号]")
_TWO_DAYS = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\.\.[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY = regex(r"(?:([0-9]{4})|-)-([0-9]{2})-([0-9]{2})")
_JOINTS = frozenset((" to ", " through ", " until ", " till ", "-", "–", " – "))
_UNTIL = regex("(?:[^，。；：、0-9]{1,3}[，,]?[^，。；：、0-9]{0,4})?[至到]")
"""开幕，至; 打到."""
_THING = regex("的[^，。；：、0-9]{1,20}(?:将|定|拟)?[于在自从]$")
_HELD = regex("[，,]?(?:在[^，。；]{1,12})?(?:举行|召开|举办|进行|开展|开幕)")
_SPAN_OF = frozenset(("", "的", "这", "的这", "，"))
_DURING = ("间", "时间", "里", "来")
_FROM = frozenset((" from ", ", from ", " (", ", ", ", between "))
_UNITS = {"day": ("天", "首日", "days"), "year": ("年", "首年", "years")}
_TIME = "时间"
_COMMON = 4
"""Two sentences speak of the same thing if they share a run of so many characters."""
_NEAR = 40
_LEAP = 2024


_FISCAL = regex(r"(?:19|20)[0-9]{2}[-–/][0-9]{1,2}")
"""2021-22 is one fiscal year, or one season."""


class Stretch(NamedTuple):
    """Where two dates or years stand, and how many days or years they are with both ends; two numbers where 29 February may count."""

    span: Span
    lengths: tuple[int, ...]
    unit: str = "day"


def check(facts: Facts) -> Iterator[Problem]:
    """Durations of the same sentence, and `3天时间` of the article's one trip."""
    stretches = sorted(_stretches(facts))
    for claim in facts.reading.claims if stretches else ():
        said = claim.mention
        if said.kind != "duration" or said.unit not in _UNITS or said.hedge != "none" or said.value is None or said.value.denominator != 1:
            continue
        near = [stretch for stretch in _inside(stretches, claim.sentence) if stretch.unit == said.unit]
        if len(near) == 1 and _tied(facts, near[0], claim):
            yield from _compared(claim, near[0], "error" if said.unit == "day" else "warning", facts)
        elif len(near) == 1 and _told_before(facts, near[0], claim):
            yield from _compared(claim, near[0], "warning", facts)
        elif not near and len(stretches) == 1 and stretches[0].unit == said.unit and _of_the_trip(facts, stretches[0], claim):
            yield from _compared(claim, stretches[0], "warning", facts)


def _stretches(facts: Facts) -> Iterator[Stretch]:
    """Each pair of dates: one mention of two days, or two that `to` joins; each span of years."""
    dates = [mention for mention in facts.reading.mentions if mention.kind == "date"]
    for mention in dates:
        found = _DAYS.fullmatch(plain(mention.surface))
        if found:
            year, month, first, until, last = (int(part) if part else None for part in found.groups())
            yield Stretch(mention.span, _count((year, month or 1, first or 1), (None, until or month or 1, last or 1)))
        elif mention.period and _TWO_DAYS.fullmatch(mention.period.text) and mention.period.first and mention.period.last:
            yield Stretch(mention.span, _count(mention.period.first, mention.period.last))
    for left, right in pairwise(dates):
        one, other = _day(left), _day(right)
        between = facts.text(Span(left.span.end, right.span.start))
        if one and other and (between in _JOINTS or _UNTIL.fullmatch(between)):
            yield Stretch(Span(left.span.start, right.span.end), _count(one, other))
    for mention in facts.reading.mentions:
        if "years" in mention.via and not _FISCAL.fullmatch(mention.surface) and mention.period and mention.period.first and mention.period.last:
            yield Stretch(mention.span, (mention.period.last.year - mention.period.first.year + 1,), "year")


Date = tuple[int | None, int, int]


def _day(mention: Mention) -> Date | None:
    found = _DAY.fullmatch(mention.period.text) if mention.period else None
    return (int(found[1]) if found[1] else None, int(found[2]), int(found[3])) if found else None


def _count(first: Date, last: Date) -> tuple[int, ...]:
    """Days from one date to the other with both ends; in a year that nobody names February may have 28 or 29."""
    year = first[0] or last[0]
    return tuple(sorted({_days(first, last, year or assumed) for assumed in (_LEAP - 1, _LEAP)}))


def _days(first: Date, last: Date, year: int) -> int:
    """A last date that lies before the first one is of the next year."""
    start, end = _of_year(first, year), _of_year(last, year)
    length = 366 if days_in(year, 2) == 29 else 365
    return end - start + 1 + (length if end < start else 0)


def _of_year(date: Date, year: int) -> int:
    return sum(days_in(year, month) for month in range(1, date[1])) + date[2]


def _inside(stretches: Sequence[Stretch], sentence: Span) -> Sequence[Stretch]:
    """The dates of a sentence."""
    first, last = (bisect_left(stretches, offset, key=lambda stretch: stretch.span.start) for offset in sentence)
    return stretches[first:last]


def _tied(facts: Facts, stretch: Stretch, claim: Claim) -> bool:
    """Whether the days are how long the thing of those dates lasted: no other time and no other thing stands between."""
    if claim.span.start < stretch.span.end:
        return False
    between = Span(stretch.span.end, claim.span.start)
    if any(mention.kind in {"date", "year", "period", "duration"} for mention in mentions_in(facts, between)):
        return False
    before = facts.text(between)
    if len(before) > _NEAR or any(word in before for word in (*words("zh/turning"), *words("en/turning"))):
        return False
    lasting = ends_with(before.rstrip().lower(), (*words("zh/lasting"), *words("en/lasting")))
    of_another = claim.mention.unit == "year" and facts.reading.article.text.startswith("的", claim.span.end)
    return (bool(lasting) and not of_another) or _opens(facts, claim) or _spent(facts, before, claim) or _during(facts, before, claim)


def _told_before(facts: Facts, stretch: Stretch, claim: Claim) -> bool:
    """为期三天的论坛于6月16日至18日举行; it lasted four years, from 2020 to 2023: the duration stands first."""
    if claim.span.end > stretch.span.start:
        return False
    before = facts.text(Span(claim.clause.start, claim.span.start)).rstrip().lower()
    between = facts.text(Span(claim.span.end, stretch.span.start))
    if not ends_with(before, (*words("zh/lasting"), *words("en/lasting"))):
        return False
    held = _HELD.match(facts.reading.article.text, stretch.span.end)
    return between.lower() in _FROM or bool(held and _THING.fullmatch(between))


def _during(facts: Facts, before: str, claim: Claim) -> bool:
    """2015年至2025年十年间."""
    return claim.mention.unit == "year" and before in _SPAN_OF and facts.reading.article.text.startswith(_DURING, claim.span.end)


def _opens(facts: Facts, claim: Claim) -> bool:
    """3天时间，… at the head of its clause."""
    text = facts.reading.article.text
    return claim.clause.start == claim.span.start and text.startswith(_TIME, claim.span.end)


def _spent(facts: Facts, before: str, claim: Claim) -> bool:
    """用3天时间."""
    return bool(ends_with(before, words("zh/spending"))) and facts.reading.article.text.startswith(_TIME, claim.span.end)


def _of_the_trip(facts: Facts, stretch: Stretch, claim: Claim) -> bool:
    """Whether a sentence that opens with 3天时间 speaks of what the sentence with the dates speaks of."""
    if claim.sentence.start != claim.span.start or not _opens(facts, claim):
        return False
    ours = facts.text(Span(claim.span.end, claim.sentence.end))
    theirs = facts.text(sentence_at(facts, stretch.span.start))
    runs = (ours[at : at + _COMMON] for at in range(len(ours) - _COMMON + 1))
    return any(run in theirs for run in runs if run.isalpha())


def _compared(claim: Claim, stretch: Stretch, severity: Severity, facts: Facts) -> Iterator[Problem]:
    """A problem if neither way of counting gives the stated number."""
    value, last = claim.mention.value, stretch.lengths[-1]
    if value is None or any(value in (length, length - 1) for length in stretch.lengths):
        return
    dates, (zh_unit, first, en_unit) = facts.text(stretch.span), _UNITS[stretch.unit]
    zh = f"“{dates}”含首尾{last}{zh_unit}、不含{first}{last - 1}{zh_unit}，文中为{claim.mention.surface}：起止与时长必有一误"
    en = f"{dates} are {last} {en_unit} with both ends, {last - 1} without the first, not {claim.mention.surface}: one of the two is wrong"
    thing = given("same_thing", "起止与时长之间隔着别的话", "other words stand between the dates and the duration", holds=severity == "error")
    expected = f"{last}{zh_unit}" if zh_unit in claim.mention.surface else str(last)
    yield Problem("error", claim.span, Text(zh, en), (stretch.span,), expected=expected, premises=(stated("calendar"), thing))
