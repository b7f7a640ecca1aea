"""五年规划的年份不对 / A five-year plan is given the wrong years.

“十四五”是2021—2025年，“十五五”是2026—2030年；开局是第一年，中期是第三年，收官是第五年。
The 14th Five-Year Plan runs from 2021 to 2025, the 15th from 2026 to 2030; a plan opens in its first year, is at its middle in
the third and closes in the fifth.

错：2026年是“十四五”规划收官之年。
错：“十四五”（2020—2025年）期间，累计投资600亿元。
错：2027年，“十五五”开局之年，项目陆续开工。
错：作为“十五五”开局之年，2025年意义重大。
错：“十二五”末的2016年，森林覆盖率达40%。
错：2022年，全县经济稳中向好，实现“十四五”良好开局。
对：2021年，全县经济稳中向好，实现“十四五”良好开局。2020年，扶贫任务完成，为“十四五”良好开局打下基础。
对：2026年，“十五五”开局之年，项目陆续开工。“十二五”末的2015年，森林覆盖率达40%。
对：2025年是“十四五”规划收官之年，2026年是“十五五”开局之年。
对：“十四五”以来（2021—2024年），累计投资500亿元。
wrong: The 14th Five-Year Plan (2020-2025) set the pace.
wrong: In short, 2026 is the final year of the 14th Five-Year Plan.
wrong: The year 2025 marks the start of China's 15th Five-Year Plan period.
wrong: As the final year of the 14th Five-Year Plan, 2026 is crucial.
wrong: Spending grew during the 14th Five-Year Plan period from 2020 to 2024.
right: As the final year of the 14th Five-Year Plan, 2025 is crucial.
right: The 14th Five-Year Plan (2021-2025) set the pace.
right: In short, 2026 is the first year of the 15th Five-Year Plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Facts, Mention, Premise, Problem, Severity, Span, Stated, Text
from factcheck.patterns import regex
from factcheck.period import Day
from factcheck.rules._facts import mentions_in, sentence_at
from factcheck.rules._premises import given, refuted, stated
from factcheck.rules._words import table, words

__all__ = ["check"]

RESTS_ON = ("definition", "year_known")

_IS = regex(r"(?:[既也正就]?是|为|系|作为)[^，。；：、！？\n]{0,20}")
_NOT_IS = regex(r"[前后迎]|[0-9]{4}年|次年|明年")
_BEHIND = frozenset("，。；、！？,.;：:”）)\n 和也")
_OPEN = regex(r"(?:规划|计划|时期|期间)?[（(]")
_PARTLY = regex("以来|[初末]")
_PLAN_EN = regex(r" Five-Year Plan(?: period)?", re.IGNORECASE)
_ROLE_EN = regex(r"([a-z]{3,12})( year)? of (?:the |China's |its )$", re.IGNORECASE)
_AS_EN = regex(r"(?:^|[^A-Za-z])as the $", re.IGNORECASE)
_YEAR_BEHIND_EN = regex(r", ((?:19|20)[0-9]{2}) (?:is|was|will|marks|marked|has|saw)(?![a-z])")
_AS = regex("作为[^，。；：、！？\n]{0,6}$")
_ACHIEVED = regex('实现了?[“"]?$')
_OUTCOME = regex('[”"]?(?:规划|时期)?的?(?:良好|精彩|圆满|顺利|高质量)?(开局|收官)(?=[，。；！])')
_APART, _AT_END = "，", "的"
_YEAR_EN = regex(r"(?<![0-9])((?:19|20)[0-9]{2}),? (?:is|was|marks|marked|will be|saw) (?:the |its )$")
_FIRST_PLAN, _SIXTH = 1953, 1981
_NATION = "156"


def check(facts: Facts) -> Iterator[Problem]:
    """Years of the role of a plan, and years in brackets behind its name."""
    mentions = facts.reading.mentions
    for index, mention in enumerate(mentions):
        if "plan_year" in mention.via and index:
            yield from _role(facts, mentions[index - 1], mention)
        if mention.via in {("plan_year",), ("plan_end",)} and index + 1 < len(mentions):
            yield from _role_before(facts, mention, mentions[index + 1])
        elif mention.via in {("plan",), ("ordinal",)} and index + 1 < len(mentions):
            yield from _years(facts, mention, mentions[index + 1 : index + 3])
        if mention.via == ("plan",):
            yield from _achieved(facts, mention)
        if mention.via == ("ordinal",):
            yield from _role_in_english(facts, mention)


# --------------------------------------------------------------------------------------------- 2026年是“十四五”收官之年

def _role(facts: Facts, named: Mention, plan: Mention) -> Iterator[Problem]:
    """`X年是`, or X年 and a comma, right before the year of a plan, which must be the same year."""
    between = facts.text(Span(named.span.end, plan.span.start))
    year = named.period.year if named.period and named.kind == "year" else None
    right = plan.period.year if plan.period else None
    if year is None or right is None or year == right or not (between == _APART or _IS.fullmatch(between)) or _NOT_IS.search(between):
        return
    behind = facts.reading.article.text[plan.span.end : plan.span.end + 1]
    if behind and behind not in _BEHIND:
        return
    relative = "relative_year" in named.via and not isinstance(facts.reading.context.published, Stated)
    yield _wrong_year("warning" if relative else "error", named, plan.span, plan.surface, right)


def _role_before(facts: Facts, plan: Mention, named: Mention) -> Iterator[Problem]:
    """作为“十五五”开局之年，2026年; “十二五”末的2015年."""
    year = named.period.year if named.period and named.kind == "year" else None
    right = plan.period.year if plan.period else None
    between, before = facts.text(Span(plan.span.end, named.span.start)), facts.text(Span(max(0, plan.span.start - 12), plan.span.start))
    joined = between == _AT_END if plan.via == ("plan_end",) else between == _APART and bool(_AS.search(before))
    if year and right and year != right and joined and "relative_year" not in named.via:
        yield _wrong_year("error", named, plan.span, plan.surface, right)


def _achieved(facts: Facts, plan: Mention) -> Iterator[Problem]:
    """2021年，……，实现“十四五”良好开局: the one time of the sentence, at its head, is when the plan began, or closed."""
    text, sentence = facts.reading.article.text, sentence_at(facts, plan.span.start)
    role = _OUTCOME.match(text, plan.span.end)
    times = [time for time in mentions_in(facts, Span(sentence.start, plan.span.start)) if time.period]
    first = _first_year(facts, plan)
    if not role or first is None or len(times) != 1 or not _ACHIEVED.search(text, sentence.start, plan.span.start):
        return
    named, right = times[0], first + (4 if role.group(1) == "收官" else 0)
    headed = not text[sentence.start : named.span.start].strip() and text.startswith("，", named.span.end)
    year = named.period.year if named.period and named.kind == "year" else None
    if headed and year and year != right and "relative_year" not in named.via:
        yield _wrong_year("warning", named, plan.span, plan.surface + role.group(1), right)


def _role_in_english(facts: Facts, nth: Mention) -> Iterator[Problem]:
    """`2026 is the final year of the 14th Five-Year Plan`."""
    text = facts.reading.article.text
    first = _first_year(facts, nth)
    head = text[max(0, nth.span.start - 60) : nth.span.start]
    role = _ROLE_EN.search(head)
    order = table("en/roles" if role.group(2) else "en/turns").get(role.group(1).lower()) if role else None
    if first is None or role is None or order is None:
        return
    start, what = nth.span.start - len(head), Span(nth.span.start - len(head) + role.start(), nth.span.end)
    named = _YEAR_EN.search(head[: role.start()])
    behind = _YEAR_BEHIND_EN.match(text, _plan_end(text, nth)) if _AS_EN.search(head[: role.start()]) else None
    if named or behind:
        year = Span(start + named.start(1), start + named.end(1)) if named else Span(*behind.span(1)) if behind else what
        right = first + int(order) - 1
        if int(facts.text(year)) != right:
            yield _wrong_year("error", Mention(year, facts.text(year), "year"), what, facts.text(what) + " Five-Year Plan", right)


def _plan_end(text: str, nth: Mention) -> int:
    name = _PLAN_EN.match(text, nth.span.end)
    return name.end() if name else nth.span.end


def _wrong_year(severity: Severity, named: Mention, plan: Span, role: str, right: int) -> Problem:
    ours = named.period.year if named.period else named.surface
    zh = f"“{role}”是{right}年，不是{ours}年：年份或规划名称必有一误"
    en = f"{role} is {right}, not {ours}: the year or the plan's name is wrong"
    expected = f"{right}年" if "年" in named.surface else str(right)
    year = given("year_known", "年份由上下文推得", "the year follows from the context", holds=severity == "error")
    return Problem("error", named.span, Text(zh, en), (plan,), expected=expected, premises=(stated("definition"), year))


# --------------------------------------------------------------------------------------------- “十四五”（2020—2025年）

def _years(facts: Facts, plan: Mention, following: tuple[Mention, ...]) -> Iterator[Problem]:
    """Years in brackets right behind a plan's name; a stretch within the plan is no mistake."""
    first = _first_year(facts, plan)
    named = next((mention for mention in following if "years" in mention.via), None)
    if first is None or named is None or named.period is None or not _in_brackets(facts, plan, named):
        return
    start, end = named.period.first, named.period.last
    if start and end and not _part(start, end, first):
        zh = f"“{plan.surface.strip('“”')}”是{first}—{first + 4}年，文中为“{named.surface}”"
        en = f"that plan runs from {first} to {first + 4}, not {named.surface}"
        premises = (_of_the_nation(facts, plan), stated("year_known"))
        yield Problem("error", named.span, Text(zh, en), (plan.span,), expected=f"{first}—{first + 4}", premises=premises)


def _of_the_nation(facts: Facts, plan: Mention) -> Premise:
    """Whether a plan that only has a number is one of the nation's: 香港第一个五年规划 is not."""
    if plan.via != ("ordinal",) and not plan.surface.startswith("第"):
        return stated("definition")
    sentence = sentence_at(facts, plan.span.start)
    said = facts.text(Span(sentence.start, plan.span.start))
    if said.endswith("的"):  # 法治宣传教育的第八个五年规划
        return refuted("definition", "不是国家的规划", "not a plan of the nation's")
    elsewhere = [claim.area.value for claim in facts.reading.claims if claim.sentence == sentence and claim.area.value]
    named = any(word in said for word in (*words("zh/nation"), *words("en/nation")))
    if any(area.code != _NATION for area in elsewhere) or any(word in said for word in (*words("zh/territories"), *words("en/territories"))):
        return refuted("definition", "不是国家的规划", "not a plan of the nation's")
    return given("definition", "只有序号的规划", "a plan that only has a number", holds=named)


def _part(start: Day, end: Day, first: int) -> bool:
    return first <= start.year and end.year <= first + 4


def _in_brackets(facts: Facts, plan: Mention, named: Mention) -> bool:
    """Whether only an opening bracket, or `from`, and the rest of the plan's name, lie between."""
    if _PARTLY.search(plan.surface):
        return False
    between = facts.text(Span(plan.span.end, named.span.start))
    name = _PLAN_EN.match(between)
    rest = between[name.end() :].strip() if name else between
    return bool(_OPEN.fullmatch(rest)) or bool(name and rest == "from")


def _first_year(facts: Facts, plan: Mention) -> int | None:
    """The first year of “十四五” or of `14th Five-Year Plan`. The sixth and all later ones began every five years."""
    if "plan" in plan.via:
        return plan.period.first.year if plan.period and plan.period.first else None
    if plan.value is None or not _PLAN_EN.match(facts.reading.article.text, plan.span.end):
        return None
    number = int(plan.value)
    return _SIXTH + 5 * (number - 6) if 6 <= number <= 30 else _FIRST_PLAN if number == 1 else None
