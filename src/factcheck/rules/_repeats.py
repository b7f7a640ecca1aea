"""Which claims state one and the same fact: the same statistic, of the same subject, for the same time, said in the same manner."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import reduce

from factcheck.interval import Interval
from factcheck.model import Claim, Fact
from factcheck.names import fold_name
from factcheck.rules._facts import allowed
from factcheck.units import ratio

__all__ = ["facts_of", "in_unit"]

_TIMES = dict.fromkeys(map(ord, "0123456789年月末底-"))


def facts_of(claims: Sequence[Claim]) -> tuple[Fact, ...]:
    """The facts in the order in which they are first stated; a figure that is not bound states none."""
    found: dict[Hashable, list[Claim]] = {}
    for claim in claims:
        key = _key(claim)
        if key is not None:
            same = found.setdefault(key, [])
            if not same or in_unit(claim, same[0].mention.unit) is not None:
                same.append(claim)
    return tuple(Fact(tuple(same), _value(same)) for same in found.values())


def in_unit(claim: Claim, unit: str | None) -> Interval | None:
    """What a claim allows, in another unit; None where the units don't convert or it is no amount."""
    said, factor = allowed(claim.mention), ratio(claim.mention.unit, unit)
    if said is None or factor is None:
        return None
    return said if factor == 1 else said.scaled(factor)


def _key(claim: Claim) -> Hashable:
    """What makes two claims state one fact. The name is the indicator's id where it has one: GDP and 国内生产总值 are the same."""
    name = claim.indicator_id or fold_name(claim.indicator.value or "")
    if not name or claim.period.value is None or allowed(claim.mention) is None:
        return None
    area = claim.area.value
    place = (area.code or area.name) if area else None
    # a subject that is no area is a firm or a project; 全省 and 贵州省 are one
    whose = None if area and claim.subject.value == area.name else claim.subject.value
    manner = (claim.statement, _side(claim), claim.modality, claim.basis, claim.mention.classifier, claim.whole.value)
    return name, place, whose, claim.owner, claim.period.value.text, _column(claim), *manner


def _column(claim: Claim) -> str:
    """What heads the column of a figure besides a time: 东山县 has one figure under 城镇 and another under 乡村."""
    return claim.cell.column.translate(_TIMES).strip() if claim.cell else ""


def _side(claim: Claim) -> str | None:
    """Levels are one however they were reached; of changes, up and down are different facts."""
    return None if claim.statement == "level" else claim.change


def _value(same: Sequence[Claim]) -> Interval:
    """What all claims of a fact allow, in the unit of the first."""
    unit = same[0].mention.unit
    intervals = (in_unit(claim, unit) for claim in same)
    return reduce(Interval.meet, (interval for interval in intervals if interval is not None))
