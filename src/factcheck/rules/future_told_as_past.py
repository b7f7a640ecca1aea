"""未到的日子写成已发生 / A day to come is told as past.

稿件6月18日发表，6月20日的事还没有发生，不会“已经”怎样：日期、月份或时态必有一误。只查写明了发稿日期的稿件。
On 18 June nothing has happened on 20 June yet: the date, the month or the tense is wrong. Only articles with a date of their own are
judged.

错：6月20日，展会已经落下帷幕。〔published=2026-06-18〕
错：2026年9月3日，二期工程已全部完工。〔published=2026-06-18〕
对：6月16日，展会已经落下帷幕。〔published=2026-06-18〕
对：6月20日开幕的展会已有300家企业报名。〔published=2026-06-18〕
对：展会定于6月20日开幕，已有300家企业报名。〔published=2026-06-18〕
对：截至6月20日前，票已售罄的场次不再加座。〔published=2026-06-18〕
wrong: On 20 June 2026 the fair closed after three days. 〔published=2026-06-18〕
right: On 16 June 2026 the fair closed after three days. 〔published=2026-06-18〕
right: On 20 June 2026 the fair will open for three days. 〔published=2026-06-18〕
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Facts, Mention, Problem, Stated, Text
from factcheck.patterns import regex
from factcheck.period import Day
from factcheck.rules._premises import assumed, stated

__all__ = ["check"]

RESTS_ON = ("article_date", "wording")

_DONE = regex(r"[，,]?[^，,。；的将拟定前起至后\n]{0,8}已(?!定|于|近|经近)经?[^，。；\n]")
_EN_DONE = regex(r",? (?:the|a|an|its|their) [a-z]+ (?:opened|closed|ended|began|started|finished|killed|won|lost|signed|launched|took place)\b")
_AHEAD = ("定于", "将于", "计划于", "拟于", "预计", "截至", "截止", "到", "至", "by ", "until ", "before ", "from ", "through ")
_REACH = 8
_FULL = 10


def check(facts: Facts) -> Iterator[Problem]:
    """Every day after the article's own that the words behind it tell as done."""
    published = facts.reading.context.published
    own = published.value.first if isinstance(published, Stated) and published.value and len(published.value.text) == _FULL else None
    for mention in facts.reading.mentions if own else ():
        day = _day(mention)
        if own and day and day > own and _told_as_done(facts, mention):
            yield _problem(mention, day, own)


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


def _problem(mention: Mention, day: Day, own: Day) -> Problem:
    zh = f"{day}在稿件日期{own}之后，文中却写成已经发生：日期或时态必有一误"
    en = f"{day} is after the article's own date, {own}, yet it is told as past: the date or the tense is wrong"
    premises = (stated("article_date"), assumed("wording", "“已”等字表示已经发生", "by the tense of the words behind it"))
    return Problem("error", mention.span, Text(zh, en), premises=premises)
