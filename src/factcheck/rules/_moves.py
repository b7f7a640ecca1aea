"""How figures move: 由A增至B, 增加C, 增长p%; 2015年A, 2024年B. Which figures of a passage tell of one movement of one statistic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from factcheck.model import Claim, Move, Reading, Stated
from factcheck.names import fold_name
from factcheck.patterns import regex
from factcheck.period import Period
from factcheck.rules._comparators import comparator, compatible
from factcheck.rules._facts import is_level, like, year_of
from factcheck.rules._partitions import base, members
from factcheck.rules._words import words

__all__ = ["is_start", "levels_of", "moves_of", "parts_of"]

_BY = {"increase_by", "decrease_by"}
_RATES = {"growth_rate", "times"}
_POINTS, _YEARLY, _EACH_YEAR = "percentage_point", "percent/year", "annual_average"
_FROM = regex(
    "(?:[由从][^，,。;；：:、由从0-9]{1,12}|(?:比|较|相比|相较于?)[^，,。;；：:、比增升降减多少高低]{2,20})的$"
    "|(?:上年|去年)(?:同期|同月|同季|同日)?(?:仅?为|是|的?则为)$"
)
_HELD_TO = regex("(?:比|较|相比|相较于?)[^，,。;；：:、比较重例率增升降减多少]{2,20}$")
_MOVED = regex("(?:的)?(?:又|还|也|已|将|大幅|小幅|明显|同比|净|共|再|略有?|累计)*(?:增|升|涨|提高|提升|扩大|上|多|高出|降|减|跌|下|回落|缩|少|低)")
"""较去年最高负荷1937万千瓦增长157.9万千瓦: what stands between 较 and a change is what it is compared with."""
_FAR_BACK = 24
"""More characters than the words have that lead to where a movement starts."""
_EACH = regex("每|平均|every |each ")
_OF_ALL = regex("[，,](?:高出|高于|快于|低于|慢于)(?:同期|我国|全国|全省|全市)?(?:外贸|进出口)?(?:整体|总体)(?:外贸|进出口)?增速")
_UNLIKE = regex("[，,（(] ?(?:比|较)[^，,。；;（）()%％\n]{2,30}")
_BY_SO_MUCH = regex("[^，,。；;、0-9\n]{1,8}")
"""占14.14%，比上年同期的13.02%提高1.12个百分点: what stands between the two shares, and before the points."""
_PARTITIVE = regex(r"[0-9a-zA-Z%] of (?:the |its |their |our |[A-Z][a-z]+['’]s )?(?:total |about |some |roughly )?[$£€¥]?$")
_LEADS_TO = regex(r"(?<![A-Za-z])(?<!compared )(?:to|until)(?![A-Za-z])|[至到增升涨降减跌]")
_ARRIVES = regex(r"(?<![A-Za-z])to (?:[a-z]{1,12} ){0,2}[$£€¥]?$|[至到]了?[约近超]?$")
_ANOTHER = regex(r", (?:(?:of )?which|while|whereas) ")
_FROM_EN = regex(r"(?<![A-Za-z])from (?:[a-z]{1,12} ){0,3}[$£€¥]?$", re.IGNORECASE)
_AGAIN = regex(r"\w ?[(（]$")
_ASIDE = regex("[^0-9%％元人次吨家个件户名台辆亿万千百）)] ?[(（]$")
_ELSEWHERE = {"cumulative", "other_base", "period_on_period"}
"""A change against another base than the one named is no part of the movement."""


def moves_of(reading: Reading) -> tuple[Move, ...]:
    """The movements, in the order of the text. A change belongs to the level that it stands beside, within one sentence; the
    level of an earlier year may stand in the sentence before."""
    found = [move for move in _moves(reading) if _says_twice(move) and not _shared_out(reading, move)]
    told = {claim.span for move in found if move.base for claim in parts_of(move)}
    return (*found, *(move for move in (*_compared(reading), *_overall(reading)) if move.now and move.now.span not in told))


def parts_of(move: Move) -> tuple[Claim, ...]:
    """Its figures in the order of the text."""
    every = (move.base, move.now, move.by, move.points, *move.rates)
    return tuple(sorted((claim for claim in every if claim), key=lambda claim: claim.span))


def levels_of(move: Move) -> tuple[Claim, ...]:
    """Its levels, or the one that there is and what was added to it."""
    return tuple(claim for claim in (move.base or move.by, move.now or move.by) if claim)


def _compared(reading: Reading) -> Iterator[Move]:
    """Each rate or share that is compared in so many words with another one, with the points between them told right behind it."""
    text, claims = reading.article.text, reading.claims
    for now, other, change in zip(claims, claims[1:], claims[2:], strict=False):
        if not (now.mention.unit == other.mention.unit == "percent") or now.sentence != change.sentence or "down" in {now.direction, other.direction}:
            continue
        joints = _UNLIKE.fullmatch(text, now.span.end, other.span.start), _BY_SO_MUCH.fullmatch(text, other.span.end, change.span.start)
        if all(joints) and change.change in _BY and change.mention.unit == _POINTS:
            yield Move(now, other, points=change, led=True)
        elif all(joints) and change.change == "growth_rate" and change.mention.unit == "percent":
            yield Move(now, other, rates=(change,), led=True)


def _moves(reading: Reading) -> Iterator[Move]:
    last: Claim | None = None
    for _, group in groupby(reading.claims, key=lambda claim: claim.sentence):
        claims = [_as_start(reading, claim) for claim in group if not (claim.cell or _lasts(reading, claim) or _said_again(reading, claim))]
        if not claims:
            continue
        if last and _apart(reading, last, claims[0]):
            last = None
        for move in _in_sentence(reading, claims, last):
            yield move
            last = move.now or last


def _as_start(reading: Reading, claim: Claim) -> Claim:
    """The level where a change starts, where words stand between: 由开通当年的537人次，增长到; 比2010年普查时的1.34亿人增加;
    上年同期为537人次."""
    return claim._replace(change="level_from") if is_level(claim) and is_start(reading, claim) else claim


def is_start(reading: Reading, claim: Claim) -> bool:
    """Whether the words before a figure make it what another is compared with."""
    text, start = reading.article.text, max(claim.clause.start, claim.span.start - _FAR_BACK)
    held = _HELD_TO.search(text, start, claim.span.start) and _MOVED.match(text, claim.span.end, claim.clause.end)
    return bool(held) or _FROM.search(text, start, claim.span.start) is not None


def _lasts(reading: Reading, claim: Claim) -> bool:
    """Whether a figure only says how long a movement took (四年翻了一番); 平均两年翻一番 tells of another one."""
    return claim.mention.kind == "duration" and not _EACH.search(reading.article.text, claim.clause.start, claim.span.start)


def _said_again(reading: Reading, claim: Claim) -> bool:
    """Whether a figure in brackets says the one before it again, in another unit: 141178万人(14.1178亿人)."""
    text, start = reading.article.text, claim.span.start
    bracketed = _AGAIN.search(text, max(0, start - 3), start) and text[claim.span.end : claim.span.end + 1] in {")", "）"}
    return bool(bracketed) and is_level(claim) and claim.mention.unit != "percent"


def _apart(reading: Reading, last: Claim, claim: Claim) -> bool:
    """Whether another sentence or the end of a paragraph lies between two figures."""
    between = reading.article.text[last.sentence.end : claim.sentence.start]
    return bool(between.strip()) or "\n" in between


def _in_sentence(reading: Reading, claims: Sequence[Claim], last: Claim | None) -> Iterator[Move]:
    """Collect figures of one name into a movement until another level begins the next, or the same level is compared with something
    else; that level's own past may be the one before."""
    move, against, end = Move(None), "", claims[0].sentence.start
    for claim in claims:
        own, change = comparator(reading, claim, end), _is_change(claim)
        end = claim.span.end
        if _is_rate(claim) and (_at_each(reading, claim) or (move.by and _new_ones(reading, move.by))):
            continue
        if _is_whole(reading, claim):
            continue
        apart = change and (_of_another_time(move, claim) or _behind_another(reading, move, claim))
        if apart or _turns(reading, move, claim) or _begins_anew(reading, move, claim, claims):
            yield move
            move, against = Move(None), ""
        elif ((change or (claim.change == "level_from" and move.rates)) and not compatible(own, against)) or (
            change and _differs_in_english(move, claim, own, against)
        ):
            yield move
            move, against = Move(move.now), ""
        elif not _joins(move, claim) or (is_level(claim) and not _leads(reading, move, claim)):
            yield move
            again = _compared_again(move, claim)
            last, move, against = move.now or last, Move(move.now if again else None), ""
        against = own or against
        move = _with(move, claim)
        if move.now is claim and move.base is None and last and _earlier(last, claim):
            move = move._replace(base=last, years=_years(last, claim))
    yield move


def _turns(reading: Reading, move: Move, claim: Claim) -> bool:
    """Whether English turns to another thing before a figure: keeps a rating on the stock, which is 5% higher; …, while the other index fell."""
    last = parts_of(move)
    return bool(last) and _ANOTHER.search(reading.article.text, last[-1].span.end, claim.span.start) is not None


def _is_whole(reading: Reading, claim: Claim) -> bool:
    """Whether a figure is what the one before it is a part of, in English: 121GW of India's 411GW."""
    return is_level(claim) and _PARTITIVE.search(reading.article.text, max(0, claim.span.start - _FAR_BACK - _FAR_BACK), claim.span.start) is not None


def _begins_anew(reading: Reading, move: Move, claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a start has an end of its own behind it, and so is not that of the level before: reached $476bn; …, from $536bn to $427bn."""
    if claim.change != "level_from" or move.now is None or move.base is not None:
        return False
    following = [other for other in claims if other.span > claim.span and is_level(other)][:2]
    return any(_like(claim, other) and _ARRIVES.search(reading.article.text, claim.span.end, other.span.start) for other in following)


def _leads(reading: Reading, move: Move, claim: Claim) -> bool:
    """Whether a level behind a start in English is where that led: only `to` says so (down from 48% in 2018 and 57% in 2015)."""
    text, base = reading.article.text, move.base
    if base is None or base.span > claim.span or not _FROM_EN.search(text, max(0, base.span.start - 40), base.span.start):
        return True
    return _LEADS_TO.search(text, base.span.end, claim.span.start) is not None


def _compared_again(move: Move, claim: Claim) -> bool:
    """Whether the level told first is compared with a second one: 78美元，相比3月的63美元上涨，较去年同期的66美元上涨18.4%."""
    first = move.now is not None and move.base is not None and move.now.span < move.base.span
    return first and claim.change == "level_from" and move.now is not None and _same_thing(move.now, claim) and _like(move.now, claim)


def _is_rate(claim: Claim) -> bool:
    return claim.change in _RATES and claim.mention.unit != _POINTS


def _of_another_time(move: Move, claim: Claim) -> bool:
    """Whether a change is of a time that its own words name and that is not that of the change before: 而2023年比2022年减少了3个."""
    before = [other for other in (*move.rates, move.by, move.points) if other]
    if not before or not isinstance(claim.period, Stated) or claim.period.span is None:
        return False
    return claim.period.span.start >= before[-1].span.end and before[-1].period.value != claim.period.value


def _differs_in_english(move: Move, claim: Claim, own: str, against: str) -> bool:
    """Rose 5 cents to $25.59, and are up 2.5 percent over the past year: what the first is against goes without saying, and is not that."""
    return bool(own) and not against and move.by is not None and claim.mention.surface.isascii() and move.by.mention.surface.isascii() and own != "unsaid"


def _at_each(reading: Reading, claim: Claim) -> bool:
    """Whether a multiple is that of every so many years: 平均两年翻一番."""
    return claim.change == "times" and _EACH.search(reading.article.text, claim.clause.start, claim.span.start) is not None


def _new_ones(reading: Reading, by: Claim) -> bool:
    """Whether an increase is itself what a rate is told of: 新增5.14万家，同比增长42.84%."""
    said = reading.article.text[by.clause.start : by.span.start]
    return any(word in said for word in words("zh/new_ones"))


def _is_change(claim: Claim) -> bool:
    return claim.change in _BY or claim.change in _RATES


def _behind_another(reading: Reading, move: Move, claim: Claim) -> bool:
    """Whether a change stands in brackets behind a noun of its own: 存储（+150%）、代工（+90%）."""
    return bool(parts_of(move)) and _ASIDE.search(reading.article.text, max(0, claim.span.start - 3), claim.span.start) is not None


def _with(move: Move, claim: Claim) -> Move:
    """The movement with one figure more; as it was, where the figure tells of something else."""
    if claim.change == "level_from":
        return move._replace(base=claim, years=_years(claim, move.now))
    if is_level(claim):
        return move._replace(now=claim, years=_years(move.base, claim))
    ring = move.base is None and set(claim.basis) == {"period_on_period"}
    if set(claim.basis) & _ELSEWHERE and not (ring or _since_base(move, claim)):
        return move
    if claim.change in _BY and _EACH_YEAR in claim.basis:
        return move._replace(rates=(*move.rates, claim))
    if claim.change in _BY and claim.mention.unit == _POINTS:
        return move._replace(points=claim)
    if claim.change in _RATES or claim.mention.unit == _YEARLY:
        return move._replace(rates=(*move.rates, claim))
    return move._replace(by=claim) if claim.change in _BY else move


def _overall(reading: Reading) -> Iterator[Move]:
    """Growth that is held against that of all: 对沿线国家进出口增长9.8%，高出整体增速7.7个百分点."""
    text, claims = reading.article.text, reading.claims
    for at, (now, change) in enumerate(pairwise(claims)):
        between = now.sentence == change.sentence and _OF_ALL.fullmatch(text, now.span.end, change.span.start)
        if not between or now.change != "growth_rate" or now.direction != "up" or change.mention.unit != _POINTS:
            continue
        alike = [claim for claim in claims[:at] if _grew(claim) and claim.period.value and _when_and_whose(claim) == _when_and_whose(now)]
        longest = max((shared for claim in alike if (shared := _shared_end(now, claim))), default=0)
        whole = [claim for claim in alike if longest and _shared_end(now, claim) == longest]
        if len({claim.mention.value for claim in whole}) == 1:
            yield Move(now, whole[0], points=change, led=True)


def _when_and_whose(claim: Claim) -> tuple[Period | None, str | None]:
    return claim.period.value, claim.area.value.name if claim.area.value else claim.subject.value


def _grew(claim: Claim) -> bool:
    return claim.change == "growth_rate" and claim.direction == "up" and claim.mention.unit == "percent" and set(claim.basis) <= {"year_on_year"}


def _shared_end(claim: Claim, all_of_it: Claim) -> int:
    """How much of its name a statistic of a part has from that of all: 进出口 of 沿线国家进出口 and 贸易进出口; nothing where it is the very same."""
    own, name = (base(fold_name(one.indicator.value or "")) for one in (claim, all_of_it))
    for word in words("zh/carried"):
        name = name.replace(word, "")
    # exports are no more than a part of trade, though 进出口 ends in their name
    return len(name) if own.endswith(name) and own != name and not members(all_of_it.indicator.value or "") else 0


def _since_base(move: Move, claim: Claim) -> bool:
    """Whether a change against another base than last year is against that of the movement: 由2020年的136家增加到204家，是2020年的1.5倍."""
    start = move.base.period.value if move.base else None
    return start is not None and start == claim.base.value


def _joins(move: Move, claim: Claim) -> bool:
    """Whether a figure goes on with the movement: the same statistic of the same subject, and no second level of its kind."""
    every = (move.base, move.now, move.by, move.points, *move.rates[-1:])
    last = max((part for part in every if part), key=lambda part: part.span, default=None)
    if last is None:
        return True
    if not _same_thing(last, claim):
        return False
    if claim.change == "level_from":
        return move.base is None and (move.now is None or _like(move.now, claim))
    if is_level(claim):
        return move.now is None and (move.base is None or _like(move.base, claim))
    if claim.mention.unit == _POINTS and _EACH_YEAR not in claim.basis:
        return move.points is None
    return claim.change not in _BY or claim.mention.unit == _YEARLY or _EACH_YEAR in claim.basis or move.by is None


def _same_thing(one: Claim, other: Claim) -> bool:
    """Whether two figures are of one statistic and subject; `400 pupils` names what `the number of pupils` counts."""
    mine, theirs = ((c.subject.value, c.owner, c.modality) for c in (one, other))
    name, counted = one.indicator.value, other.indicator.value
    named = name == counted or bool(name and counted and counted == other.mention.classifier and name.endswith(f" {counted}"))
    return mine == theirs and named


def _like(one: Claim, other: Claim) -> bool:
    """Whether two levels are of one kind and unit; rates are levels too."""
    return like(one.mention, other.mention) or one.mention.unit == other.mention.unit == "percent"


def _earlier(one: Claim, other: Claim) -> bool:
    """Whether two levels are of one statistic in two years, the first of them earlier, as the text says of both."""
    dated = isinstance(one.period, Stated) and isinstance(other.period, Stated)
    return dated and _same_thing(one, other) and _like(one, other) and (_years(one, other) or 0) > 0


def _years(base: Claim | None, now: Claim | None) -> int | None:
    """How many years lie between two levels, where the text says of both which year they are of."""
    first, last = (year_of(claim) if claim else None for claim in (base, now))
    return last - first if first is not None and last is not None else None


def _shared_out(reading: Reading, move: Move) -> bool:
    """Whether 分别 shares the figures out among several things."""
    parts = parts_of(move)
    said = reading.article.text[min(part.clause.start for part in parts) : parts[-1].span.end].lower()
    return any(word in said for word in (*words("zh/respectively"), *words("en/respectively")))


def _says_twice(move: Move) -> bool:
    """Whether a movement tells more than it needs, so that it can contradict itself: two levels have a direction already."""
    changes = (move.by, move.points, *move.rates)
    levels = sum(claim is not None for claim in (move.base, move.now))
    return levels == 2 or (levels == 1 and move.by is not None and len([claim for claim in changes if claim]) > 1)
