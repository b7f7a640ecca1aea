"""周年算错 / An anniversary is miscounted.

成立于1993年，2026年就是33周年：年份相减，多一年少一年都是错。起点取自句中的年份，或事件表里的日期。
What began in 1993 has its 33rd anniversary in 2026: one year less the other, and not one more. The beginning is a year of the
same sentence, or a date from the table of events.

错：今年是香港回归祖国30周年。〔published=2026-07-01〕
错：该厂创立于1993年，2026年迎来成立34周年。
错：2026年是“十五五”开局之年，也是红军长征胜利91周年。
错：今年是龙舟赛举办12周年。首届龙舟赛于2016年举办。〔published=2026-06-18〕
对：今年是龙舟赛举办10周年。首届龙舟赛于2016年举办。〔published=2026-06-18〕
对：今年是新中国成立77周年。〔published=2026-06-18〕
对：该厂创立于1993年，2026年迎来成立33周年，上市10周年。
对：去年工作回顾：隆重庆祝新中国成立76周年。〔published=2026-01-20〕
对：明年将迎来新中国成立78周年。〔published=2026-06-18〕
wrong: Founded in 1993, the firm celebrates its 34th anniversary in 2026.
wrong: This year marks the 31st anniversary of the return of Hong Kong. 〔published=2026-07-01〕
right: Founded in 1993, the firm celebrates its 33rd anniversary in 2026.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.model import Facts, Mention, Problem, Span, Text
from factcheck.patterns import regex
from factcheck.records import NamedTuple
from factcheck.rules._beginnings import Beginning, beginning, clause_head, first_word, said_before
from factcheck.rules._facts import mentions_in, named_year, plain, published_year, sentence_at, stripped
from factcheck.rules._premises import given
from factcheck.rules._words import words

__all__ = ["check"]

RESTS_ON = ("start_known", "year_known")

_NEXT = 24
_NTH = " anniversary"
_BEHIND = regex(f"{_NTH}(?: in| on|,)? ")
_YEAR = regex("[0-9]{4}|[〇零一二三四五六七八九]{4}")
_STOPS = regex("[，。；、,.;\n]")
_GOES_ON = ("也是", "又是", "还是", "更是", "是", "正值", "恰逢", "迎来")
_IS = ("是", "既是", "不仅是", "正值", "恰逢", "迎来")


class Now(NamedTuple):
    """The years that the anniversary may be celebrated in. `tied`: the text says that it is that year's; `certain`: which it is."""

    years: tuple[int, ...]
    tied: bool = False
    certain: bool = False


def check(facts: Facts) -> Iterator[Problem]:
    """Every anniversary whose beginning and whose year are both known."""
    for mention in _anniversaries(facts):
        began = beginning(facts, mention)
        now = _now(facts, mention, began) if began else None
        if began and now and _is_wrong(facts, mention, began, now):
            yield _problem(mention, began, now)


def _is_wrong(facts: Facts, mention: Mention, began: Beginning, now: Now) -> bool:
    """Whether no year fits. Of an occasion that may be long past, or an aim far ahead, only a count that is off by one is odd."""
    rights = [Fraction(year - began.year) for year in now.years]
    if mention.value is None or mention.value in rights:
        return False
    return (now.tied and not _is_remembered(facts, mention)) or mention.value == max(rights) + 1


def _is_remembered(facts: Facts, mention: Mention) -> bool:
    """25周年大会, 100周年讲话, and what stands in a title."""
    behind = facts.reading.article.text[mention.span.end : mention.span.end + 8]
    return any(word in _STOPS.split(behind)[0] for word in (*words("zh/remembered"), "》"))


def _anniversaries(facts: Facts) -> Iterator[Mention]:
    """33周年, and the ordinal of `33rd anniversary`."""
    text = facts.reading.article.text
    for claim in facts.reading.claims:
        if claim.statement == "anniversary" and claim.mention.hedge == "none":
            yield claim.mention
    for mention in facts.reading.mentions:
        if mention.kind == "ordinal" and mention.value and text.startswith(_NTH, mention.span.end):
            yield mention


def _now(facts: Facts, mention: Mention, began: Beginning) -> Now | None:
    """The year that the sentence names for it; without one the article's own, or the year before, which a report looks back on."""
    times = [time for time in _times(facts, mention) if time.span.end <= mention.span.start and named_year(time) != began.year]
    named = _named_behind(facts, mention) or (times[-1] if times else None)
    soon = any(word in clause_head(facts, mention) for word in words("zh/soon"))
    own, certain = published_year(facts)
    year = named_year(named) if named else None
    if named is None or year is None:
        return None if own is None else Now((own, own - 1, own + 1) if soon else (own, own - 1))
    if named.span.start > mention.span.start or _speaks_of(facts, mention, named, began):
        return Now((year,), tied=True, certain=certain or bool(_YEAR.search(plain(named.surface))))
    return Now((year, year + 1) if soon else (year,))


def _times(facts: Facts, mention: Mention) -> Iterator[Mention]:
    """The years and dates of the sentence, up to the next one behind, that are no beginnings."""
    around = Span(said_before(facts, mention).start, min(mention.span.end + _NEXT, sentence_at(facts, mention.span.start).end))
    for time in mentions_in(facts, around):
        if time.kind in {"year", "date"} and named_year(time) and not _began_then(facts, time, mention):
            yield time


def _began_then(facts: Facts, time: Mention, mention: Mention) -> bool:
    """Whether a year is that of a beginning: 2001年成立, but not 2026年成立25周年."""
    word = first_word(facts.reading.article.text, time)
    return bool(word) and facts.text(Span(time.span.end, mention.span.start)) != word


def _named_behind(facts: Facts, mention: Mention) -> Mention | None:
    """`34th anniversary in 2026`."""
    behind = (time for time in _times(facts, mention) if time.span.start > mention.span.end)
    return next((time for time in behind if _BEHIND.fullmatch(facts.text(Span(mention.span.end, time.span.start)))), None)


def _speaks_of(facts: Facts, mention: Mention, named: Mention, began: Beginning) -> bool:
    """Whether the year is that of the anniversary: nothing else is said between, or 2026年是……，也是……90周年."""
    between = facts.text(Span(named.span.end, mention.span.start))
    neutral = (began.words, *words("zh/founded"), *words("zh/greeting"), *words("zh/soon"), *words("en/greeting"))
    goes_on = clause_head(facts, mention).startswith(_GOES_ON) and between.startswith(_IS) and "。" not in between
    return goes_on or not stripped(between, neutral)


def _problem(mention: Mention, began: Beginning, now: Now) -> Problem:
    """Says both years: either may be the wrong one. An error only if both are certain."""
    year, right = now.years[0], now.years[0] - began.year
    unit = "周年" if "周年" in mention.surface else ""
    what, of = began.name.zh or "起点", began.name.en or "it began"
    zh = f"{what}在{began.year}年，到{year}年是{right}周年，文中为“{mention.surface}”：年份与周年数必有一误"
    en = f"{of}: {began.year}; in {year} that is {right} years, not {mention.surface}: a year or the count is wrong"
    premises = (
        given("start_known", "文中只在别处提到起点", "the beginning is only named elsewhere", holds=began.hard),
        given("year_known", "年份由上下文推得", "the year follows from the context", holds=now.certain),
    )
    return Problem("error", mention.span, Text(zh, en), (began.span,) if began.span else (), expected=f"{right}{unit}", premises=premises)
