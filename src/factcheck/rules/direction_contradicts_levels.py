"""升降与数值相反 / Up or down, but the levels say otherwise.

说由高降到低、由低升到高，两个数的大小就定了；写反了，不是词错就是数错。同比下降，也就谈不上创新高。
What fell must have been higher before, and what rose lower; otherwise the word or one of the figures is wrong. And what is lower
than a year ago is no record high.

错：全市单位能耗由9.4吨降至9.8吨。
错：2025年，全市货物吞吐量8.8亿吨，同比下降5%，创历史新高。
对：全市单位能耗由9.8吨降至9.4吨。
对：2025年，全市货物吞吐量8.8亿吨，同比增长5%，创历史新高。
对：该市城市排名由第9位升至第5位，人民币汇率由7.2升至7.1。
wrong: Passenger numbers fell from 9.4 million to 9.8 million.
right: Passenger numbers fell from 9.8 million to 9.4 million.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Claim, Direction, Facts, Move, Problem, Span, Text
from factcheck.patterns import regex
from factcheck.rules._facts import clause_words
from factcheck.rules._levels import their
from factcheck.rules._moves import levels_of
from factcheck.rules._words import words

__all__ = ["check"]

_UP_TO = 24
_RECORD = regex("(?:[，,、]|，?(?:但)?仍?)?(?:再次|再|又|一举|也)?(?:创下了?|创出?了?|刷新)(?:[^，。；;,增减升降]{0,12})")


def check(facts: Facts) -> Iterator[Problem]:
    """Two levels of a movement against the word between them, and records behind a fall."""
    for move in facts.graph.moves:
        told = _told(move)
        if told and not _graded(facts, move) and _went(move) not in {told, None}:
            yield _problem(move, told)
    for claim in facts.reading.claims:
        if claim.statement == "growth" and claim.direction == "down":
            yield from _record(facts, claim)


def _told(move: Move) -> Direction | None:
    """Which way the words say that it went, where the text leads from the one level to the other."""
    if not move.base or not move.now or move.base.change != "level_from":
        return None
    behind = move.now.direction if move.now.change in {"increase_to", "decrease_to"} else None
    return move.base.direction or behind


def _went(move: Move) -> Direction | None:
    """Which way the levels say that it went; None where they leave both."""
    found = their(move)
    if not found:
        return None
    before, now = found
    if before.high is not None and now.low is not None and now.low > before.high:
        return "up"
    return "down" if before.low is not None and now.high is not None and now.high < before.low else None


def _graded(facts: Facts, move: Move) -> bool:
    """Whether up means better here, as of a rank."""
    named = " ".join(clause_words(facts, claim) + (claim.indicator.value or "") for claim in levels_of(move)).lower()
    return any(word in named for word in (*words("zh/better_downwards"), *words("en/better_downwards")))


def _problem(move: Move, told: Direction) -> Problem:
    before, now = (claim.mention.surface for claim in levels_of(move))
    zh = f"升降与数值相反：文中说{'上升' if told == 'up' else '下降'}，而{before}到{now}是{'下降' if told == 'up' else '上升'}；词或数有误"
    en = f"said to go {told}, but from {before} to {now} it goes {'down' if told == 'up' else 'up'}; the word or a figure is wrong"
    first, last = (claim.span for claim in levels_of(move))
    return Problem("error", max(first, last), Text(zh, en), (min(first, last),))


def _record(facts: Facts, claim: Claim) -> Iterator[Problem]:
    """下降5%，创历史新高. A fall may be the steepest ever, but nobody calls that 新高 of the thing that fell."""
    text = facts.reading.article.text
    behind = text[claim.span.end : min(claim.sentence.end, claim.span.end + _UP_TO)]
    found = _RECORD.match(behind)
    word = next((word for word in words("zh/record_high") if word in behind[: found.end() + len(word)]), "") if found else ""
    if not word or any(word in (claim.indicator.value or "") for word in ("降幅", "跌幅")):
        return
    at = claim.span.end + behind.index(word)
    zh = f"前文说下降{claim.mention.surface}，后文说创{word}：两者不能都对"
    en = f"a fall of {claim.mention.surface} and a record high: both can't be right"
    yield Problem("warning", Span(at, at + len(word)), Text(zh, en), (claim.span,))
