"""未到的日子写成已发生 / A day to come is told as past.

稿件6月18日发表，6月20日的事还没有发生，不会“已经”怎样，11月份也不会有同比增速：日期、月份或时态必有一误。只查写明了发稿日期的稿件。
On 18 June nothing has happened on 20 June yet, and nothing has grown in November: the date, the month or the tense is wrong. Only articles
with a date of their own are judged.

错：6月20日，展会已经落下帷幕。〔published=2026-06-18〕
错：2026年9月3日，二期工程已全部完工。〔published=2026-06-18〕
错：今年11月份，全市用电量同比下降2.4%。〔published=2026-06-18〕
对：6月16日，展会已经落下帷幕。〔published=2026-06-18〕
对：6月20日开幕的展会已有300家企业报名。〔published=2026-06-18〕
对：展会定于6月20日开幕，已有300家企业报名。〔published=2026-06-18〕
对：截至6月20日前，票已售罄的场次不再加座。〔published=2026-06-18〕
对：预计今年11月份，全市用电量同比下降2.4%。〔published=2026-06-18〕
对：去年11月份，全市用电量同比下降2.4%；今年11月起电价下调2.4%。〔published=2026-06-18〕
wrong: On 20 June 2026 the fair closed after three days. 〔published=2026-06-18〕
wrong: In October 2026, output fell 2.4 percent from a year earlier. 〔published=2026-06-18〕
right: On 16 June 2026 the fair closed after three days. 〔published=2026-06-18〕
right: On 20 June 2026 the fair will open for three days. 〔published=2026-06-18〕
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Claim, Facts, Mention, Problem, Span, Stated, Text
from factcheck.patterns import regex
from factcheck.period import Day, Period
from factcheck.rules._premises import assumed, stated
from factcheck.rules._words import words

__all__ = ["check"]

RESTS_ON = ("article_date", "wording")

_DONE = regex(r"[，,]?[^，,。；的将拟定前起至后预订票\n]{0,8}已(?!经?(?:[定于近是订]|售罄|约满|满房))[^，。；\n]")
_EN_DONE = regex(r",? (?:the|a|an|its|their) [a-z]+ (?:opened|closed|ended|began|started|finished|killed|won|lost|signed|launched|took place)\b")
_AHEAD = ("定于", "将于", "计划于", "拟于", "预计", "截至", "截止", "到", "至", "by ", "until ", "before ", "from ", "through ")
_UNTIL = regex("(?:份|底|末|初|[上中下]旬)?(?:起|前|之前|以前|后|以后|到期|开始|止|为止)")
"""Behind a time: what is said is not of that time."""
_NAMES_YEAR = regex("今年|本年|[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3}")
_HAN = regex("[\u4e00-\u9fff]")
_REACH = 8
_FULL = 10


def check(facts: Facts) -> Iterator[Problem]:
    """Every day after the article's own that the words behind it tell as done, and every month or quarter that something is told to have
    grown in."""
    published = facts.reading.context.published
    own = published.value.first if isinstance(published, Stated) and published.value and len(published.value.text) == _FULL else None
    if own is None:
        return
    for mention in facts.reading.mentions:
        day = _day(mention)
        if day and day > own and _told_as_done(facts, mention):
            yield _problem(mention.span, str(day), own)
    told: set[Span] = set()
    for claim in facts.reading.claims:
        slot = claim.period
        if isinstance(slot, Stated) and slot.span and slot.span not in told and _grown_to_come(facts, claim, slot.value, slot.span, own):
            told.add(slot.span)
            yield _problem(slot.span, slot.value.text, own)


def _grown_to_come(facts: Facts, claim: Claim, period: Period, span: Span, own: Day) -> bool:
    """Whether a figure says by how much something grew in a stretch of time that the text names with its year and that has not begun."""
    begun = period.first is None or period.first <= own or period.is_year or period.year is None or period.stock
    rise = claim.direction is not None and (claim.statement == "growth" or (claim.statement == "change" and "year_on_year" in claim.basis))
    if begun or not rise or claim.mention.hedge != "none" or claim.modality == "target" or not _NAMES_YEAR.search(facts.text(span)):
        return False
    sentence = facts.text(claim.sentence).lower()
    ahead = words("zh/ahead") if _HAN.search(sentence) else words("en/ahead")
    before = facts.text(Span(max(0, span.start - _REACH), span.start)).lower()
    return not (before.endswith(_AHEAD) or _UNTIL.match(facts.reading.article.text, span.end) or any(word in sentence for word in ahead))


def _day(mention: Mention) -> Day | None:
    """The one day that a date means."""
    one = mention.kind == "date" and mention.period and len(mention.period.text) == _FULL
    return mention.period.first if one and mention.period else None


def _told_as_done(facts: Facts, mention: Mention) -> bool:
    text = facts.reading.article.text
    before = text[max(0, mention.span.start - _REACH) : mention.span.start].lower()
    if before.endswith(_AHEAD):
        return False
    return bool(_DONE.match(text, mention.span.end) or (before.endswith("on ") and _EN_DONE.match(text, mention.span.end)))


def _problem(span: Span, time: str, own: Day) -> Problem:
    zh = f"{time}在稿件日期{own}之后，文中却写成已经发生：日期或时态必有一误"
    en = f"{time} is after the article's own date, {own}, yet it is told as past: the date or the tense is wrong"
    premises = (stated("article_date"), assumed("wording", "从字面看是已经发生", "by the tense of the words behind it"))
    return Problem("error", span, Text(zh, en), premises=premises)
