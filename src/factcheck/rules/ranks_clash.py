"""位次互相矛盾 / Two ranks clash.

同一指标、同一范围、同一时期，两地不会都居第二；位次在前的，数值也不会比位次在后的小。并列的、各比各的（省与市）不算。
Of one statistic, in one field and for one time, two places aren't both second, and the one ahead has no smaller value than the one behind.
Ties and places of different kinds (a province and a city) are left alone.

错：2025年，广东冷库容量居全国第二，江苏冷库容量居全国第二。
错：2025年，广东冷库容量610万吨，居全国第一，江苏冷库容量790万吨，居全国第二。
对：2025年，广东冷库容量居全国第一，江苏冷库容量居全国第二。
对：2025年，广东冷库容量910万吨，居全国第一，江苏冷库容量590万吨，居全国第二。
对：2025年，贵阳冷库容量居全国省会城市第二，宁波冷库容量居全国计划单列市第二。
对：2025年，广东冷库容量居全国第二，江苏冷库容量并列全国第二。
wrong: In 2025, Guangdong ranked second nationwide in cold storage capacity, and Jiangsu also ranked second nationwide in cold storage capacity.
right: In 2025, Guangdong ranked first nationwide in cold storage capacity, and Jiangsu ranked second nationwide in cold storage capacity.
right: Guangdong ranked first in exports and Jiangsu second.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from itertools import combinations, groupby

from factcheck.model import Area, Claim, Facts, Problem, Span, Stated, Text
from factcheck.names import fold_name
from factcheck.records import NamedTuple
from factcheck.rules._facts import claims_in, guaranteed, is_level, like
from factcheck.rules._premises import assumed, stated
from factcheck.rules._words import words

__all__ = ["check"]

RESTS_ON = ("same_thing", "same_time")
_PREMISES = (assumed("same_thing", "名次所指的名称相同", "the ranks go by one name"), stated("same_time"))

_MUNICIPALITIES = frozenset(("11", "12", "31", "50", "71", "81", "82"))
"""Counted among provinces here and among cities there."""


class Place(NamedTuple):
    """Who holds a rank, and with which value where the sentence says so."""

    claim: Claim
    rank: int
    area: Area
    level: Claim | None


def check(facts: Facts) -> Iterator[Problem]:
    """Every two places of one field, against each other."""
    places = sorted(_places(facts), key=lambda pair: repr(pair[0]))
    for _, group in groupby(places, key=lambda pair: pair[0]):
        for one, other in combinations([place for _, place in group], 2):
            yield from _compared(*sorted((one, other), key=lambda place: place.claim.span))


def _places(facts: Facts) -> Iterator[tuple[Hashable, Place]]:
    """The ranks of named places, with what they are ranks in."""
    for claim in facts.reading.claims:
        area, whole = claim.area, claim.whole
        if claim.statement != "rank" or claim.rank is None or not isinstance(area, Stated) or whole.value is None or claim.owner:
            continue
        field = _field(facts, claim, whole.value)
        kind = _kind(area.value)
        if field is None or kind is None or claim.subject.value != area.value.name:
            continue
        name = claim.indicator_id or fold_name(claim.indicator.value or "")
        # without a period only figures of one sentence are surely of one time
        when = claim.period.value.text if claim.period.value else claim.sentence
        if name:
            yield (name, whole.value, field, kind, str(when), claim.modality), Place(claim, claim.rank, area.value, _level(facts, claim))


def _field(facts: Facts, claim: Claim, whole: Area) -> str | None:
    """What else narrows the field: 省会城市 of 居全国省会城市第二; None for a tie."""
    before = facts.text(Span(claim.clause.start, claim.span.start))
    if any(word in before + facts.text(Span(claim.span.end, claim.clause.end)) for word in words("zh/ties")):
        return None
    return before[before.rfind(whole.name) + len(whole.name) :] if whole.name in before else ""


def _kind(area: Area) -> str | None:
    """Provinces, cities and counties are ranked among their own kind; None for what is ranked among either."""
    code = area.code or ""
    if not code.isdigit() or code[:2] in _MUNICIPALITIES:
        return None
    return "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"


def _level(facts: Facts, claim: Claim) -> Claim | None:
    """The one value of the same statistic and place in the sentence."""
    near = claims_in(facts, claim.sentence)
    same = (claim.indicator, claim.area, claim.period)
    alike = [other for other in near if is_level(other) and (other.indicator, other.area, other.period) == same]
    return alike[0] if len(alike) == 1 else None


def _compared(one: Place, other: Place) -> Iterator[Problem]:
    if one.area == other.area:
        return
    if one.rank == other.rank:
        rank = other.claim.mention.surface
        zh = f"{one.area.name}与{other.area.name}同为{rank}：并列应当写明，否则必有一误"
        en = f"both {one.area.name} and {other.area.name} are {rank}: a tie, or one is wrong"
        yield Problem("warning", other.claim.span, Text(zh, en), (one.claim.span,), premises=_PREMISES)
        return
    ahead, behind = sorted((one, other), key=lambda place: place.rank)
    if ahead.level and behind.level and _smaller(ahead.level, behind.level):
        values = f"{ahead.area.name}{ahead.level.mention.surface}，{behind.area.name}{behind.level.mention.surface}"
        zh = f"位次与数值不符：{values}，{ahead.area.name}却在前"
        en = f"ranks and values disagree: {ahead.area.name} is ahead with {ahead.level.mention.surface}, behind it {behind.level.mention.surface}"
        yield Problem("warning", other.claim.span, Text(zh, en), (one.claim.span, ahead.level.span, behind.level.span), premises=_PREMISES)


def _smaller(one: Claim, other: Claim) -> bool:
    """Whether one value is surely less than the other."""
    high, low = guaranteed(one.mention), guaranteed(other.mention)
    comparable = like(one.mention, other.mention) and high is not None and low is not None
    return bool(comparable and high and low and high.high is not None and low.low is not None and high.high < low.low)
