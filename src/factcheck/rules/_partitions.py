"""What falls into parts with nothing left over, by name: 第一、第二、第三产业; 城镇 and 乡村; exports and imports."""

from __future__ import annotations

from functools import cache
from re import Pattern

from factcheck.names import fold_name
from factcheck.patterns import regex
from factcheck.records import NamedTuple
from factcheck.rules._words import table, words

__all__ = ["Member", "Partition", "base", "members", "named_whole", "partitions"]


class Partition(NamedTuple):
    """The names of each part in order, and those of the one whole that falls into them, if it is only one."""

    name: str
    parts: tuple[tuple[str, ...], ...]
    of: tuple[str, ...] = ()
    rough: bool = False


class Member(NamedTuple):
    """Which part of which partition a name is of, and what else it says: 第一产业增加值 is part 0 and of no further kind."""

    partition: Partition
    nth: int
    rest: str


@cache
def partitions() -> tuple[Partition, ...]:
    """All that the words know."""
    anything = [_partition(name, parts, ()) for name, parts in (*table("zh/partitions").items(), *table("en/partitions").items())]
    one = (*table("zh/subdivisions").items(), *table("en/subdivisions").items())
    of_one = [_partition(name, parts, _names(name)) for name, parts in one]
    rough = [_partition(name, parts, _names(name))._replace(rough=True) for name, parts in table("zh/rough_subdivisions").items()]
    return (*anything, *of_one, *rough)


def _partition(name: str, parts: str, of: tuple[str, ...]) -> Partition:
    return Partition(name, tuple(_names(part) for part in parts.split("+")), of)


def _names(text: str) -> tuple[str, ...]:
    return tuple(fold_name(name) for name in text.split("|"))


@cache
def members(name: str) -> tuple[Member, ...]:
    """Every part that a name is of: of 城镇男性 two."""
    folded = fold_name(name)
    return tuple(
        Member(partition, index, base(folded[: found.start()] + folded[found.end() :]))
        for found in _pattern().finditer(folded)
        for partition, index in _index()[found.group()]
        if index is not None
    )


def named_off(folded: str) -> str:
    """A folded name without the parts and wholes that the words know by name for one statistic: 居民 of 居民人均可支配收入."""
    return _pattern().sub(lambda found: "" if any(partition.of for partition, _ in _index()[found.group()]) else found.group(), folded)


def named_whole(name: str, partition: Partition) -> str | None:
    """What else a name says that is a whole of the partition; None if it is a part of it, or another whole."""
    folded = fold_name(name)
    if not partition.of:
        named = [member for member in members(name) if member.partition is partition]
        if len(partition.parts) == len({member.nth for member in named}) > 2:
            return base(_without(folded, partition))
        return None if members(name) or partition.name in words("zh/only_listed") else base(folded)
    if any(member.partition is partition for member in members(name)):
        return None
    word = next((word for word in sorted(partition.of, key=len, reverse=True) if word in folded), None)
    return None if word is None else base(folded.replace(word, "", 1))


def _without(folded: str, partition: Partition) -> str:
    """A name that lists all the parts of a partition, without them and what sums them up."""
    for word in sorted((part for parts in partition.parts for part in parts), key=len, reverse=True):
        folded = folded.replace(word, "")
    return folded.replace("共", "")


@cache
def base(name: str) -> str:
    """A name without the words that only say that it is an amount: 社会消费品零售总额 and 零售额 are both of 零售."""
    for word in _quantity_words():
        name = name.replace(word, "")
    return "".join(char for char in name if char.isalpha())


@cache
def _quantity_words() -> tuple[str, ...]:
    folded = map(fold_name, (*words("zh/quantity_words"), *words("en/quantity_words")))
    return tuple(sorted(folded, key=lambda word: (-len(word), word)))


@cache
def _index() -> dict[str, list[tuple[Partition, int | None]]]:
    """From each name to the parts that it may be; a whole stands there without a number, so that 进出口 is not read as 出口."""
    found: dict[str, list[tuple[Partition, int | None]]] = {}
    for partition in partitions():
        for word in partition.of:
            found.setdefault(word, []).append((partition, None))
        for index, names in enumerate(partition.parts):
            for word in names:
                found.setdefault(word, []).append((partition, index))
    return found


@cache
def _pattern() -> Pattern[str]:
    return regex("|".join(sorted(_index(), key=lambda word: (-len(word), word))))
