"""升降与数值相反 / Up or down, but the levels say otherwise.

说由高降到低、由低升到高，两个数的大小就定了；写反了，不是词错就是数错。同比下降，也就谈不上创新高。
What fell must have been higher before, and what rose lower; otherwise the word or one of the figures is wrong. And what is lower
than a year ago is no record high.

错：全市单位能耗由9.4吨降至9.8吨。
错：2025年，全市货物吞吐量8.8亿吨，同比下降5%，创历史新高。
错：全县城乡居民收入比由上年的1.86:1缩小为1.92:1。
错：全县城乡居民收入比持续扩大，由上年的1.92:1下降为1.86:1。
对：全县城乡居民收入比持续缩小，由上年的1.92:1下降为1.86:1。
对：全市单位能耗由9.8吨降至9.4吨。
对：2025年，全市货物吞吐量8.8亿吨，同比增长5%，创历史新高。
对：该市城市排名由第9位升至第5位，人民币汇率由7.2升至7.1。
wrong: Passenger numbers fell from 9.4 million to 9.8 million.
wrong: The surplus in services increased to £6.4 billion, down from £6.3 billion in May.
right: The surplus in services increased to £6.4 billion, up from £6.3 billion in May.
right: Jobless claims rose to 6.4 million, down from 7.3 million a year earlier.
right: Passenger numbers fell from 9.8 million to 9.4 million.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.model import Claim, Direction, Facts, Move, Problem, Span, Text
from factcheck.patterns import regex
from factcheck.rules._facts import clause_words, ends_with
from factcheck.rules._levels import their
from factcheck.rules._moves import levels_of
from factcheck.rules._premises import assumed, same_owner, same_thing, stated
from factcheck.rules._words import table, words

__all__ = ["check"]

RESTS_ON = ("same_thing", "same_owner", "from_to")

_UP_TO, _NEAR, _PAIR = 24, 12, 2
_AGAINST = regex(",? (?:up|down) from ")
_YEAR_BEFORE = regex(" last year|[^.;]{0,20} (?:a|the) year (?:ago|earlier|before)")
"""What rose since the month before may be down from a year ago."""
_RECORD = regex("(?:[，,、]|，?(?:但)?仍?)?(?:再次|再|又|一举|也)?(?:创下了?|创出?了?|刷新)(?:[^，。；;,增减升降]{0,12})")


def check(facts: Facts) -> Iterator[Problem]:
    """Two levels of a movement against the word between them, and records behind a fall."""
    for move in facts.graph.moves:
        told = _told(facts, move)
        if told and not _graded(facts, move) and _went(move) not in {told, None}:
            yield _problem(move, told)
        elif move.base and move.now and _both_ways(facts, move.now, move.base) and not _reached(facts, move.now):
            yield _turned(move.now, move.base)
    for before, now in pairwise(facts.reading.claims):
        if before.sentence == now.sentence and _led(before, now):
            yield from _ratios(facts, before, now)
    for claim in facts.reading.claims:
        if claim.statement == "growth" and claim.direction == "down":
            yield from _record(facts, claim)


def _told(facts: Facts, move: Move) -> Direction | None:
    """Which way the words say that it went, where the text leads from the one level to the other. What was merely reached went nowhere."""
    if not move.base or not move.now or move.base.change != "level_from" or move.now.mention.value is None:
        return None
    behind = move.now.direction if move.now.change in {"increase_to", "decrease_to"} and not _reached(facts, move.now) else None
    told = move.base.direction or behind
    return None if told and _says_other_way_too(facts, levels_of(move)[0], told) else told


def _says_other_way_too(facts: Facts, first: Claim, told: Direction) -> bool:
    """Whether the words before say both ways: lowered the pace of gains from 9 to 8; a decrease in the surplus, which had risen."""
    said = facts.text(Span(first.clause.start, first.span.start)).lower().split()
    ways = {table("en/ways").get(word) for word in (*said, *(first.indicator.value or "").lower().split())}
    return ("down" if told == "up" else "up") in ways or "either" in ways


def _reached(facts: Facts, now: Claim) -> bool:
    """Whether a figure is only said to have been reached: 达到, stood at."""
    said = facts.text(Span(now.clause.start, now.span.start)).rstrip().lower()
    return bool(ends_with(said, (*words("zh/reached"), *words("en/reached"))))


def _went(move: Move) -> Direction | None:
    """Which way the levels say that it went; None where they leave both."""
    found = their(move)
    if not found:
        return None
    before, now = found
    if before.high is not None and now.low is not None and now.low > before.high:
        return "up"
    return "down" if before.low is not None and now.high is not None and now.high < before.low else None


def _led(before: Claim, now: Claim) -> bool:
    """Whether one a:b led to another, of the same things."""
    ratios = before.mention.unit == now.mention.unit == "ratio" and len(before.mention.parts) == len(now.mention.parts) == _PAIR
    return ratios and before.change == "level_from" and now.change in {"increase_to", "decrease_to"} and before.indicator == now.indicator


def _ratios(facts: Facts, before: Claim, now: Claim) -> Iterator[Problem]:
    """城乡收入比由2.10:1缩小到2.05:1; and what is said before it, 差距扩大, has to be the same way."""
    (first, per), (last, each) = before.mention.parts, now.mention.parts
    went, told = last * per - first * each, -1 if now.change == "decrease_to" else 1
    if per == each == 1 and first > 1 and last > 1 and went * told < 0:
        yield _problem(Move(now, before), "up" if told > 0 else "down")
        return
    said = facts.text(Span(before.clause.start - _NEAR, before.span.start))
    ways = {way for way, word in ((1, "扩大"), (-1, "缩小")) if word in said}
    if per == each == 1 and first > 1 and last > 1 and len(ways) == 1 and went * next(iter(ways)) < 0:
        yield _problem(Move(now, before), "up" if ways == {1} else "down")


def _graded(facts: Facts, move: Move) -> bool:
    """Whether up means better here, as of a rank."""
    named = " ".join(clause_words(facts, claim) + (claim.indicator.value or "") for claim in levels_of(move)).lower()
    return any(word in named for word in (*words("zh/better_downwards"), *words("en/better_downwards")))


def _problem(move: Move, told: Direction) -> Problem:
    before, now = (claim.mention.surface for claim in levels_of(move))
    zh = f"升降与数值相反：文中说{'上升' if told == 'up' else '下降'}，而{before}到{now}是{'下降' if told == 'up' else '上升'}；词或数有误"
    en = f"said to go {told}, but from {before} to {now} it goes {'down' if told == 'up' else 'up'}; the word or a figure is wrong"
    first, last = (claim.span for claim in levels_of(move))
    premises = (*(same(*levels_of(move)) for same in (same_thing, same_owner)), stated("from_to"))
    return Problem("error", max(first, last), Text(zh, en), (min(first, last),), premises=premises)


def _both_ways(facts: Facts, now: Claim, base: Claim) -> bool:
    """Whether one figure is said to have risen and to be down from the next: increased to 6.4 million, down from 6.3 million."""
    between, text = facts.text(Span(now.span.end, base.span.start)), facts.reading.article.text
    moved = now.change in {"increase_to", "decrease_to"} and bool(now.direction and base.direction) and now.direction != base.direction
    return moved and bool(_AGAINST.fullmatch(between)) and not _YEAR_BEFORE.match(text, base.span.end)


def _turned(now: Claim, base: Claim) -> Problem:
    ours, theirs = now.mention.surface, base.mention.surface
    zh = f"升降自相矛盾：{ours}前面说{'上升' if now.direction == 'up' else '下降'}，与{theirs}相比又说{'上升' if base.direction == 'up' else '下降'}"
    en = f"{ours} is said to have gone {now.direction}, and to be {base.direction} from {theirs}: one of the words is wrong"
    premises = (same_thing(now, base), same_owner(now, base), assumed("from_to", "两处或与不同时候相比", "each may be against another time"))
    return Problem("error", Span(now.span.end, base.span.start), Text(zh, en), (now.span, base.span), premises=premises)


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
    premises = (assumed("same_thing", "纪录或指另一项", "the record may be of something else"), stated("same_owner"), stated("from_to"))
    yield Problem("error", Span(at, at + len(word)), Text(zh, en), (claim.span,), premises=premises)
