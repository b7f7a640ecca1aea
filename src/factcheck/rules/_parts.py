"""Wholes that fall into parts: which figures are all the parts of which other, by their names alone."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from functools import cache, lru_cache

from factcheck.model import Breakdown, Claim, Reading
from factcheck.names import fold_name
from factcheck.patterns import regex
from factcheck.records import NamedTuple
from factcheck.rules._facts import allowed, is_level
from factcheck.rules._partitions import Member, Partition, members, named_off, named_whole
from factcheck.rules._words import words

__all__ = ["Level", "Levels", "breakdowns_of", "in_table", "levels_of", "scope", "told_of", "torn"]

_TABLE = 800
_RATES = frozenset(("percent", "permille"))
"""Levels in percent are rates, which do not add up: the whole country's lies between those of town and country."""
_ROWS, _PROSE = regex(r"[|\n\t]"), regex("[，。；！？;]|,(?![0-9])")
"""Between the rows of a table, and never in it."""
_TORN = regex(r"[0-9.,]\n[0-9.,]")
_FAR, _EARLIER = 4, 12
"""How many sentences may lie between the first part and the last, and before the first part."""


class Level(NamedTuple):
    """An amount with the place of its sentence in the article, and of its column in a row with several of its name."""

    claim: Claim
    sentence: int
    column: int
    adds: bool = True
    """Whether its name leaves no doubt; a net income or an income per head adds up only where a partition names it."""

    def of(self, partition: Partition) -> bool:
        """Whether it may be a part or a whole of a partition."""
        return self.adds or bool(partition.of)


class Levels(NamedTuple):
    """The amounts of an article that may be parts or wholes, in the order of the text."""

    all: tuple[Level, ...]

    def before(self, level: Level, sentences: int) -> Iterator[Level]:
        """Those before one, the nearest first, no further back than so many sentences."""
        at = bisect_right(self.all, level.claim.span.start, key=lambda other: other.claim.span.start) - 2
        while at >= 0 and level.sentence - self.all[at].sentence <= sentences:
            yield self.all[at]
            at -= 1

    def behind(self, level: Level) -> Iterator[Level]:
        """Those behind one in its own sentence."""
        at = bisect_right(self.all, level.claim.span.start, key=lambda other: other.claim.span.start)
        while at < len(self.all) and self.all[at].sentence == level.sentence:
            yield self.all[at]
            at += 1


Part = tuple[Level, Member]


def breakdowns_of(reading: Reading) -> tuple[Breakdown, ...]:
    """Every whole that is told with all its parts, in the order of the parts."""
    levels = levels_of(reading)
    found = ((parts, _wholes(levels, parts) or _opened(reading.article.text, levels, parts)) for parts in _complete(reading.article.text, levels))
    return tuple(_finest([_breakdown(parts, wholes) for parts, wholes in found if wholes]))


def _finest(found: Sequence[Breakdown]) -> Iterator[Breakdown]:
    """Without those whose parts are only some of another's: summer and autumn grain where early rice is told as well."""
    told = {part.span: len(one.parts) for one in sorted(found, key=lambda one: len(one.parts)) for part in one.parts if not one.rough}
    for one in found:
        if one.rough or any(told[part.span] <= len(one.parts) for part in one.parts):
            yield one


def _breakdown(parts: Sequence[Part], wholes: Sequence[Claim]) -> Breakdown:
    _, member = parts[0]
    ordered = tuple(level.claim for level, _ in sorted(parts, key=lambda part: part[1].nth))
    return Breakdown(wholes[0], ordered, tuple(wholes[1:]), member.partition.rough, member.partition.name, member.rest)


def levels_of(reading: Reading) -> Levels:
    """The amounts among the figures: no rates, no averages, no balances, and nothing without a name."""
    found: list[Level] = []
    sentence, number, seen = None, -1, Counter[Hashable]()
    for claim in reading.claims:
        if claim.sentence != sentence:
            sentence, number, seen = claim.sentence, number + 1, Counter()
        if _is_amount(reading.article.text, claim):
            key = (claim.indicator.value, scope(claim))
            found.append(Level(claim, number, seen[key], _adds(_unpriced(fold_name(claim.indicator.value or "")))))
            seen[key] += 1
    return Levels(tuple(found))


def _is_amount(text: str, claim: Claim) -> bool:
    name, level = claim.indicator.value, is_level(claim) and claim.change != "level_from" and claim.mention.unit not in _RATES and claim.mention.value is not None
    return bool(name) and level and _adds(_unpriced(named_off(fold_name(name or "")))) and allowed(claim.mention) is not None and not torn(text, claim)


def torn(text: str, claim: Claim) -> bool:
    """Whether a line ends within the number or before its unit, so that only half of it was read."""
    start, end = claim.span
    if text[end : end + 1] == "\n" and claim.mention.surface[-1:].isdigit() and not claim.cell:
        return True
    return bool(_TORN.fullmatch(text[max(0, start - 2) : start + 1]) or _TORN.fullmatch(text[end - 1 : end + 2]))


def _unpriced(folded: str) -> str:
    """A folded name without the prices that its values are at."""
    for word in words("zh/at_prices"):
        folded = folded.replace(word, "")
    return folded


@lru_cache(maxsize=1024)
def _adds(folded: str) -> bool:
    return not any(word in folded for word in _not_additive())


@cache
def _not_additive() -> tuple[str, ...]:
    return tuple(fold_name(word) for word in (*words("zh/not_additive"), *words("en/not_additive")))


def scope(claim: Claim) -> tuple[Hashable, ...]:
    """Whose and when, and of what kind of unit: only figures of one scope are parts of each other.
    A stock of 年末 and its parts of that year are of one time."""
    area = claim.area.value
    place = (area.code or area.name) if area else None
    whose = None if area and claim.subject.value == area.name else claim.subject.value
    period = claim.period.value.text.removesuffix("-end") if claim.period.value else None
    counted = claim.mention.classifier
    counted = None if claim.mention.unit or (counted and members(counted)) else counted
    return place, whose, claim.owner, period, claim.modality, claim.mention.unit, counted


def told_of(whole: Claim, part: Claim) -> bool:
    """Whether a whole may be that of a part: of one scope, or the part is of nowhere in particular."""
    ours, theirs = scope(part), scope(whole)
    return ours == theirs or (ours[:2] == (None, None) and ours[2:] == theirs[2:])


def _complete(text: str, levels: Levels) -> Iterator[tuple[Part, ...]]:
    """All parts of a partition, as soon as the last of them is told."""
    told: dict[Hashable, dict[int, Part]] = defaultdict(dict)
    for level in levels.all:
        for member in members(level.claim.indicator.value or ""):
            if not level.of(member.partition) or any(word in member.rest for word in words("zh/left_over")):
                continue
            key = (member.partition, member.rest, scope(level.claim), level.column)
            parts = told[key]
            if member.nth in parts or any(level.sentence - other.sentence > _FAR and not in_table(text, other.claim, level.claim) for other, _ in parts.values()):
                parts.clear()
            parts[member.nth] = (level, member)
            if len(parts) == len(member.partition.parts):
                yield tuple(sorted(parts.values(), key=lambda part: part[0].claim.span))
                parts.clear()


def _wholes(levels: Levels, parts: Sequence[Part]) -> tuple[Claim, ...]:
    """The figures before the parts, the nearest first, and right behind them, that are named as their whole."""
    (first, member), (last, _) = parts[0], parts[-1]
    near = (*levels.before(first, _EARLIER), *levels.behind(last))
    found = (level for level in near if level.column == first.column and level.of(member.partition) and _falls_into(level.claim, first.claim, member))
    return tuple(level.claim for level in found if not _with_siblings(levels, level, first))


def _with_siblings(levels: Levels, whole: Level, first: Level) -> bool:
    """Whether another part of what a whole is itself a part of stands between: 中央收入…；地方收入…。税收收入… are no parts of the first."""
    own = [(member.partition.name, member.nth) for member in members(whole.claim.indicator.value or "")]
    if not own:
        return False
    between = (level for level in levels.before(first, _EARLIER) if level.claim.span > whole.claim.span)
    return any((member.partition.name, 1 - member.nth) in own for level in between for member in members(level.claim.indicator.value or ""))


def _opened(text: str, levels: Levels, parts: Sequence[Part]) -> tuple[Claim, ...]:
    """The figure before 其中 or a colon that opens the parts: 户籍人口12万人，其中男性7万人、女性5万人."""
    first, member = parts[0]
    near = (level for level in levels.before(first, _FAR) if level.column == first.column and level.adds and not members(level.claim.indicator.value or ""))
    known = member.partition.of or member.partition.name in words("zh/only_listed")
    whole = None if known else next(near, None)
    if whole is None or not _like(whole.claim, first.claim) or not _names(text, whole.claim, member.rest):
        return ()
    between = text[whole.claim.span.end : first.claim.span.start].lower()
    marked = first.sentence - whole.sentence <= 1 and any(mark in between for mark in _opening())
    return (whole.claim,) if marked or in_table(text, whole.claim, first.claim) else ()


def _names(text: str, whole: Claim, rest: str) -> bool:
    """Whether a whole is of that kind: 运动员人数1200人 by its name, or 1200名运动员参加 by what is counted."""
    return (whole.indicator.value or "").endswith(rest) or text.startswith(rest, whole.span.end)


def in_table(text: str, one: Claim, other: Claim) -> bool:
    """Whether two figures stand in rows of one table: lines or cells end between them, and no sentence does."""
    between = text[one.span.end : other.span.start]
    return len(between) < _TABLE and bool(_ROWS.search(between)) and not _PROSE.search(between)


def _like(whole: Claim, part: Claim) -> bool:
    """Whether two figures are of one scope; men and women are as good as whatever people are counted."""
    if scope(whole)[:-2] != scope(part)[:-2]:
        return False
    return scope(whole) == scope(part) or (scope(part)[-2:] == (None, None) and whole.mention.kind == "count")


@cache
def _opening() -> tuple[str, ...]:
    return (*words("zh/within"), *words("en/within"), "：", ":")


def _falls_into(whole: Claim, part: Claim, member: Member) -> bool:
    """Whether a figure is, by its name and scope, the whole of a part."""
    if not told_of(whole, part):
        return False
    rest = named_whole(whole.indicator.value or "", member.partition)
    return rest is not None and (rest == member.rest or (_of_one(member.partition) and not member.rest))


def _of_one(partition: Partition) -> bool:
    return bool(partition.of)
