"""同一整体推出两个总数 / Two shares imply two wholes.

甲41.2万公里占世界的35%，世界就是约118万公里；乙8.6万公里占6%，世界又成了约143万公里：总数、数值或占比必有一误。
If 41.2 are 35 percent of the world's, the world has 118; if 8.6 are 6 percent of it, it has 143. One of the figures is wrong.

错：美国铁路里程41.2万公里，占世界的35%；中国铁路里程8.6万公里，占世界的6%。
对：美国铁路里程41.2万公里，占世界的29%；中国铁路里程8.6万公里，占世界的6%。
对：甲省生产了全国18%的集成电路、40%的工业机器人。
wrong: The United States has 412,000 kilometers of railway, or 35% of the world total; Brazil has 86,000 kilometers, or 6% of the world total.
right: The United States has 412,000 kilometers of railway, or 29% of the world total; Brazil has 86,000 kilometers, or 6% of the world total.
right: The province made 18% of the nation's circuits and 40% of its robots.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Problem, Text
from factcheck.records import NamedTuple
from factcheck.rules._arithmetic import positive
from factcheck.rules._facts import is_level
from factcheck.rules._premises import assumed, same_time
from factcheck.rules._repeats import in_unit
from factcheck.rules._say import written_as

__all__ = ["check"]

RESTS_ON = ("same_whole", "same_time")


class _Told(NamedTuple):
    level: Claim
    share: Claim
    whole: Interval


def check(facts: Facts) -> Iterator[Problem]:
    """Every two levels in a row that are told as shares of one and the same whole."""
    told = [found for level, share in pairwise(facts.reading.claims) if (found := _told(level, share))]
    for one, other in pairwise(told):
        if _same_whole(one, other) and not one.whole.meets(other.whole):
            yield _problem(one, other)


def _told(level: Claim, share: Claim) -> _Told | None:
    """A level with its share right behind it, and the whole that they imply."""
    alike = _of_it(level, share) and level.subject == share.subject and level.clause.end <= share.clause.start
    if not is_level(level) or share.statement != "share" or share.whole.value is None or not alike or level.sentence != share.sentence:
        return None
    part, percent = in_unit(level, level.mention.unit), in_unit(share, "percent")
    return _Told(level, share, part.over(percent).scaled(100)) if part and percent and positive(part) and positive(percent) else None


def _of_it(level: Claim, share: Claim) -> bool:
    """Whether a share is said of the level: 铁路里程, or 铁路里程占铁路总里程 where it names what it is a share of."""
    name, shared = level.indicator.value, share.indicator.value
    return name is not None and shared is not None and (shared == name or shared.startswith(f"{name}占"))


def _same_whole(one: _Told, other: _Told) -> bool:
    a, b = one.level, other.level
    named = other.share.indicator.value in {a.indicator.value, one.share.indicator.value}
    here = named and one.share.whole.value == other.share.whole.value and a.mention.unit == b.mention.unit
    return here and a.indicator.value == b.indicator.value and a.period.value == b.period.value and a.subject.value != b.subject.value


def _problem(one: _Told, other: _Told) -> Problem:
    first, second = (written_as(told.level.mention, told.whole) for told in (one, other))
    zh = (
        f"同一整体推出两个总数：{one.level.mention.surface}占{one.share.mention.surface}，总数应为{first}；"
        f"{other.level.mention.surface}占{other.share.mention.surface}，总数应为{second}"
    )
    en = (
        f"two shares imply two wholes: {one.level.mention.surface} as {one.share.mention.surface} make it {first}, "
        f"{other.level.mention.surface} as {other.share.mention.surface} make it {second}"
    )
    whole = assumed("same_whole", "两处的总数或不是一个口径", "the two wholes may be counted differently")
    premises = (whole, same_time(one.level, other.level))
    return Problem("error", other.share.span, Text(zh, en), (one.level.span, one.share.span, other.level.span), premises=premises)
