"""An official text → drafts of observations, each with its sentence. Only what surely is a figure of the publisher's own place is taken.

Not taken are forecasts and targets, other places' figures and those of a part, what is bound to no indicator, area or period, and
what is computed from other figures: shares of one statistic in another, differences, multiples, ranks.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Any, cast

from factcheck.model import Area, Assumed, Claim, Indicator, Observation, Reading, Source, Stated, Status
from factcheck.names import fold_name
from factcheck.period import Period
from factcheck.records import NamedTuple
from factcheck.reference import ReferenceSet
from factcheck.reference.areas import area_name, named
from factcheck.store import read_bytes
from factcheck.units import ratio, read_unit
from factcheck.visible import joined, visible
from factcheck.written import read_written

__all__ = ["Gleaned", "Left", "harvest"]

_LONGEST = 160
_KINDS = {"quantity", "money", "percent", "percentage_point", "count", "temperature", "other"}
_LEVELS = {None, "level", "increase_to", "decrease_to"}
_STRANGE_BASES = {"period_on_period", "annual_average", "cumulative", "other_base", "nominal"}


class Gleaned(NamedTuple):
    """A draft, where its figure stands, and the sentence that says so."""

    observation: Observation
    place: str
    sentence: str


class Left(NamedTuple):
    """A figure that was not taken, and why. `draft` is what it would be if the set had an indicator of its `name`."""

    place: str
    what: str
    why: str
    name: str = ""
    draft: Observation | None = None


class _Unfit(ValueError):
    """Why a claim makes no observation."""


def harvest(reading: Reading, reference: ReferenceSet, source: Source, home: str, otherwise: Status) -> tuple[list[Gleaned], list[Left]]:
    """The drafts of a text by the authority of `home`, and what was left. `otherwise`: the status of what the text does not qualify."""
    whole = next(_statuses("all", reading.article.text), otherwise)
    taken: list[Gleaned] = []
    left: list[Left] = []
    for claim in reading.claims:
        place, sentence = _place(reading, claim), _sentence(reading, claim)
        found = _draft(claim, reference, _blank(home, source, next(_said(reading, claim), whole)))
        if isinstance(found, Observation):
            taken.append(Gleaned(found, place, sentence + _inferred(claim)))
        else:
            left.append(found._replace(place=place, what=f"{claim.mention.surface}: {sentence}"))
    return taken, left


def _blank(home: str, source: Source, status: Status) -> Observation:
    return Observation("", home, "", "", "", status, source.published, source)


def _draft(claim: Claim, reference: ReferenceSet, blank: Observation) -> Observation | Left:
    """What a claim makes, or why it makes nothing."""
    try:
        filled = _filled(claim, blank)
        indicator = _indicator(claim, reference)
        if indicator is None:
            name = claim.indicator.value or ""
            return Left("", "", _unknown(claim, name), name, filled)
        return _fitted(filled, indicator, claim)
    except _Unfit as error:
        return Left("", "", str(error))


def _unknown(claim: Claim, name: str) -> str:
    if claim.statement == "growth":
        return f"the growth of this has no indicator of its own · 没有这个指标的增速指标: {name}"
    return f"no indicator of this name · 没有这个名称的指标: {name}"


# --------------------------------------------------------------------------------------------- one claim

def _filled(claim: Claim, blank: Observation) -> Observation:
    """All of an observation but its indicator; the figure in the unit in which it is written."""
    mention, period = claim.mention, claim.period.value
    if claim.modality != "actual":
        raise _Unfit("a forecast or target · 预测或目标")
    if mention.kind not in _KINDS or mention.value is None:
        raise _Unfit("no single figure of a statistic · 不是单个统计数值")
    _check_statement(claim)
    if not isinstance(claim.indicator, Stated):
        raise _Unfit("nothing says what it measures · 看不出说的是什么")
    _check_place(claim, blank.area)
    if period is None or period.first is None or period.last is None:
        raise _Unfit("nothing says when · 看不出时期")
    if period.last > (Period.parse(blank.published).last or period.last):
        raise _Unfit("of a period that was not over · 发布时这一时期尚未结束")
    value, unit = _written(claim)
    return blank._replace(period=period.text, value=value, unit=unit, hedge=mention.hedge)


def _check_statement(claim: Claim) -> None:
    """Levels and growth over the year before are statistics; all else is computed from some."""
    if claim.statement == "level" and claim.change in _LEVELS:
        return
    yearly = claim.period.value is not None and claim.period.value.is_year
    if claim.statement == "growth" and not _STRANGE_BASES & set(claim.basis) and claim.mention.unit == "percent":
        if "year_on_year" in claim.basis or yearly:
            return
        raise _Unfit("nothing says against what it grew · 没有说明与什么相比")
    if claim.statement == "share" and claim.mention.unit == "percent":
        return
    raise _Unfit("computed from other figures, not a statistic of its own · 由其他数值算出，不单独收录")


def _check_place(claim: Claim, home: str) -> None:
    area: Area | None = claim.area.value
    if area is None:
        raise _Unfit("nothing says where · 看不出地区")
    if area_name(area) != home:
        raise _Unfit(f"of another place · 是别处的: {area.name}")
    if claim.owner:
        raise _Unfit(f"of a part only · 只是一部分的: {claim.owner}")
    subject = claim.subject.value
    if isinstance(claim.subject, Stated) and subject and home not in (subject, *named(subject)):
        raise _Unfit(f"of another · 是别人的: {subject}")


def _written(claim: Claim) -> tuple[str, str]:
    """Digits and unit as they stand, with a minus where the text says down."""
    mention = claim.mention
    written = read_written(mention)
    if written is None or mention.value is None:
        raise _Unfit("not written in digits · 不是用数字写的")
    down = claim.statement == "growth" and claim.direction == "down"
    sign = "-" if (mention.value < 0) != down else ""
    unit = written.unit().strip() or (mention.unit or mention.classifier or "")
    read = read_unit(unit)
    if read is None or read[0] != written.scale or read[1:] != (mention.unit, mention.classifier):
        unit = ""
    return sign + written.digits, unit


def _indicator(claim: Claim, reference: ReferenceSet) -> Indicator | None:
    """The one indicator that is meant; None if the set has none."""
    if len(claim.indicator_ids) > 1:
        raise _Unfit(f"the name of several indicators · 几个指标同名: {claim.indicator.value}")
    found = reference.indicator(claim.indicator_id or "")
    if found is None:
        return None
    if claim.statement == "share":
        if found.kind != "rate" or not _is_name(claim, found):
            raise _Unfit("a share, computed from other figures · 占比由其他数值算出")
        return found
    if claim.statement == "growth" and not found.growth_of:
        related = reference.related(found.id, "growth_of")
        if len(related) > 1:
            raise _Unfit(f"its growth is the name of several indicators · 增速有几个指标: {claim.indicator.value}")
        return related[0] if related else None
    return found


def _is_name(claim: Claim, indicator: Indicator) -> bool:
    """Whether the share as it is named is the indicator, and not a share of it."""
    return fold_name(claim.indicator.value or "") in map(fold_name, (*indicator.name, *indicator.aliases))


def _fitted(filled: Observation, indicator: Indicator, claim: Claim) -> Observation:
    """In the indicator's own unit where the digits stay the same."""
    mention, own, written = claim.mention, read_unit(indicator.unit), read_written(claim.mention)
    if own is None or written is None or ratio(mention.unit, own[1]) is None or (own[2] or mention.classifier or "") not in {mention.classifier, ""}:
        raise _Unfit(f"its unit is of another kind than {indicator.unit} of {indicator.id} · 单位不同类")
    unit = indicator.unit if (own[0], own[1]) == (written.scale, mention.unit) else filled.unit
    if not unit:
        raise _Unfit("its unit can't be written as it stands · 单位无法照写")
    return filled._replace(indicator=indicator.id, unit=unit)


# --------------------------------------------------------------------------------------------- words

def _place(reading: Reading, claim: Claim) -> str:
    line, column = reading.article.place(claim.span.start)
    return f"{reading.article.path}:{line}:{column}"


def _sentence(reading: Reading, claim: Claim) -> str:
    """The sentence on one line; of a long one what stands around the figure."""
    start, end = claim.sentence
    near = max(start, claim.span.start - _LONGEST // 2)
    text = reading.article.text[near : min(end, near + _LONGEST)]
    return ("…" if near > start else "") + visible(joined(text)) + ("…" if near + _LONGEST < end else "")


def _inferred(claim: Claim) -> str:
    """What the text does not say at the figure itself, with why it is taken to be so: that is what a reviewer looks at first."""
    slots = (("地区 area", claim.area), ("时期 period", claim.period))
    found = [f"{label}: {slot.why.zh}" for label, slot in slots if isinstance(slot, Assumed)]
    return f" （推断 inferred {'；'.join(found)}）" if found else ""


def _said(reading: Reading, claim: Claim) -> Iterator[Status]:
    """What the text says of a figure's status: in its sentence, or before it in its line."""
    text, (start, end) = reading.article.text, claim.sentence
    before = text[text.rfind("\n", 0, claim.span.start) + 1 : claim.span.start]
    return chain(_statuses("sentence", text[start:end]), _statuses("onwards", before))


def _statuses(section: str, text: str) -> Iterator[Status]:
    """What the words of a text say of its figures, the most telling first."""
    lower = text.lower()
    return (cast("Status", status) for status, words in _words()[section].items() if any(word.lower() in lower for word in words))


@cache
def _words() -> Mapping[str, Mapping[str, list[str]]]:
    from factcheck import strict_yaml

    path = os.path.join(os.path.dirname(__file__), "data", "status.yaml")
    return cast("dict[str, Any]", strict_yaml.plain(strict_yaml.load("status.yaml", read_bytes(path, 2**20))))
