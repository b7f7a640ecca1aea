"""Shares: which of them are all the shares of one whole, and what their names say that they are of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from re import Pattern

from factcheck.interval import Interval
from factcheck.model import Claim, Mix, Reading
from factcheck.names import fold_name
from factcheck.patterns import regex
from factcheck.rules._facts import plain
from factcheck.rules._partitions import Member, Partition, base, members, partitions
from factcheck.rules._parts import in_table
from factcheck.rules._repeats import in_unit
from factcheck.rules._words import words

__all__ = ["mixes_of", "part_of", "whose", "within_one"]

_FAR = 4
_OF_PART = regex(r" of (?:the |all |these |those |its |their )?[a-z]")
_NUMBER = regex(r"[0-9]{1,3}(?:\.[0-9]{1,4})?")
_NEAR_ALL = range(80, 121)
"""What three numbers come to that are percentages, one of them perhaps wrong; 5:3:2 are none."""


# --------------------------------------------------------------------------------------------- all the shares of one whole

def mixes_of(reading: Reading) -> tuple[Mix, ...]:
    """Shares that come to a hundred, in the order of the text: a:b:c, and one share for each part of a partition."""
    ratios = (mix for claim in reading.claims if claim.mention.parts and (mix := _ratio(claim)))
    return tuple(sorted((*ratios, *_told(reading)), key=lambda mix: mix.claims[0].span))


def _ratio(claim: Claim) -> Mix | None:
    """三次产业结构6.6:61.8:31.6, where the name says of what the numbers are shares."""
    numbers = _NUMBER.findall(plain(claim.mention.surface))
    name = fold_name(claim.indicator.value or "")
    if len(numbers) != len(claim.mention.parts) or round(sum(map(Fraction, numbers))) not in _NEAR_ALL:
        return None
    partition = _partition_of(name, len(numbers))
    if partition is None and not ("." in claim.mention.surface and any(word in name for word in words("zh/composition"))):
        return None
    shares = tuple(_around(number) for number in numbers)
    return Mix((claim,), shares, partition.name, _kind(name, partition), _contributes(claim)) if partition else Mix((claim,), shares)


def _around(number: str) -> Interval:
    ulp = Fraction(1, 10 ** len(number.partition(".")[2]))
    return Interval.around(Fraction(number), ulp / 2)


def _partition_of(name: str, size: int) -> Partition | None:
    """The partition whose name stands there (三次产业), or all of whose parts are named in their order (油与非油经济)."""
    named = members(name)
    for partition in partitions():
        order = [member.nth for member in named if member.partition is partition]
        if len(partition.parts) == size and (fold_name(partition.name) in name or order == list(range(size))):
            return partition
    return None


def _kind(name: str, partition: Partition) -> str:
    """Of what the shares are, beyond the partition: 三次产业投资比重 are of 投资."""
    for word in (fold_name(partition.name), *sorted((part for parts in partition.parts for part in parts), key=len, reverse=True)):
        name = name.replace(word, "")
    return _of_what(name.removesuffix("比"))


def _told(reading: Reading) -> Iterator[Mix]:
    """One share for each part: 第一产业占6.6%，第二产业占61.8%，第三产业占31.6%."""
    told: dict[Hashable, dict[int, tuple[int, Claim]]] = defaultdict(dict)
    claims, sentence, number = reading.claims, None, -1
    for at, claim in enumerate(claims):
        sentence, number = claim.sentence, number + (claim.sentence != sentence)
        for key, member in _shares(reading, at):
            parts, near = told[key], 0 if _of_people(member.partition) else 1
            if member.nth in parts or any(number - before > near and not in_table(reading.article.text, other, claim) for before, other in parts.values()):
                parts.clear()
            parts[member.nth] = (number, claim)
            if len(parts) == len(member.partition.parts):
                yield _mix([claim for _, (_, claim) in sorted(parts.items())], member)
                parts.clear()


def _mix(claims: Sequence[Claim], member: Member) -> Mix:
    shares = tuple(share for claim in claims if (share := in_unit(claim, "percent")))
    return Mix(tuple(claims), shares, member.partition.name, member.rest, _contributes(claims[0]))


def _contributes(claim: Claim) -> bool:
    return any(word in (claim.indicator.value or "") for word in words("zh/contributing"))


def _within_each(text: str, claim: Claim) -> bool:
    """Whether a percentage is of the people of one part in English: 38% of men, 30% of women."""
    return _OF_PART.match(text, claim.span.end) is not None


def _shares(reading: Reading, at: int) -> Iterator[tuple[Hashable, Member]]:
    """The parts of which a figure is the share, each with all that has to be one among the shares of a mix."""
    claims = reading.claims
    claim = claims[at]
    name = fold_name(claim.indicator.value or "")
    part = part_of(name)
    if _within_each(reading.article.text, claim):
        return
    if claim.mention.unit != "percent" or claim.statement not in {"share", "level"} or (claim.statement == "level" and part == name):
        return
    for member in (*members(part), *_listed(claims, at, name)):
        kind = _of_what(member.rest)
        if not member.partition.of and in_unit(claim, "percent") and (not _of_people(member.partition) or kind in _holders()):
            yield (member.partition, kind, _contributes(claim), whose(claim)), member._replace(rest=kind)


def _listed(claims: Sequence[Claim], at: int, name: str) -> Iterator[Member]:
    """三次产业贡献率分别为0.4%、52.8%和46.8%: as many figures of one name as there are parts, in their order."""
    alike = [other for other in claims[max(0, at - _FAR) : at + _FAR] if other.sentence == claims[at].sentence and other.indicator == claims[at].indicator]
    for partition in partitions():
        if fold_name(partition.name) in name and len(alike) == len(partition.parts):
            yield Member(partition, alike.index(claims[at]), "")


def _of_people(partition: Partition) -> bool:
    """Whether the parts may have shares of something within each of them: 城镇家庭中有车的占60%."""
    return partition.name in words("zh/of_people")


@cache
def _holders() -> frozenset[str]:
    return frozenset(("", *map(base, words("zh/share_holders"))))


def whose(claim: Claim) -> tuple[Hashable, ...]:
    """Whose figure it is and of when: figures that differ in it have nothing to do with each other."""
    area = claim.area.value
    period = claim.period.value.text.removesuffix("-end") if claim.period.value else None
    return (area.code or area.name) if area else None, claim.subject.value, claim.owner, period, claim.modality, claim.change == "level_from"


# --------------------------------------------------------------------------------------------- names of shares

def part_of(name: str) -> str:
    """The name of the part in that of its share: 第一产业增加值 of 第一产业增加值占地区生产总值的比重."""
    part, found, _ = name.partition("占")
    return part if found else _sharing().sub("", name) or name


def _of_what(name: str) -> str:
    return base(_sharing().sub("", name))


@cache
def _sharing() -> Pattern[str]:
    """What only says that a figure is a share."""
    return regex("(?:" + "|".join((*words("zh/sharing"), *words("zh/composition"))) + ").*$")


def within_one(share: Interval) -> Interval:
    """A figure that may be off by one in its last digit: shares are rounded so that all come to a hundred."""
    if share.low is None or share.high is None:
        return share
    reach = (share.high - share.low) / 2
    return Interval(share.low - reach, share.high + reach)
