"""Rows in a file's own words → observations of the reference set. Names are matched exactly; what does not fit is left out, with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from factcheck.model import Indicator, Observation, Source, Status
from factcheck.names import fold_name
from factcheck.patterns import regex
from factcheck.records import NamedTuple
from factcheck.reference import values
from factcheck.reference.areas import named
from factcheck.reference.importers import Row, Skipped
from factcheck.reference.importers.periods import read_period
from factcheck.reference.lookup import ReferenceSet
from factcheck.reference.vintage import agree, conversion, fineness
from factcheck.units import read_unit

__all__ = ["Mapped", "mapped", "one_each"]

_GROUPED = regex(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_EXPONENT = regex(r"[+-]?[0-9.]+[eE][+-]?[0-9]+")
_HALF = str.maketrans("０１２３４５６７８９．－＋，−", "0123456789.-+,-")


class Mapped(NamedTuple):
    """An observation that a row makes, and where in its file it stands."""

    observation: Observation
    place: str


class _Unfit(ValueError):
    """Why a row makes no observation."""


def mapped(rows: Iterable[Row], known: ReferenceSet, source: Source, status: Status) -> tuple[list[Mapped], list[Skipped]]:
    """The observations of all rows, and the rows that make none."""
    found: list[Mapped] = []
    skipped: list[Skipped] = []
    for row in rows:
        try:
            found.append(Mapped(_observation(row, known, source, status), row.place))
        except _Unfit as error:
            skipped.append(Skipped(row.place, _named(row), str(error)))
    taken, twice = one_each(found)
    return taken, [*skipped, *twice]


def one_each(found: Iterable[Mapped]) -> tuple[list[Mapped], list[Skipped]]:
    """One observation for each indicator, area and period, the finest; where they contradict each other, none."""
    groups: dict[tuple[str, str, str], list[Mapped]] = {}
    for one in found:
        groups.setdefault(one.observation[:3], []).append(one)
    taken: list[Mapped] = []
    skipped: list[Skipped] = []
    for group in groups.values():
        finest = max(group, key=lambda one: fineness(one.observation))
        if all(agree(finest.observation, one.observation) for one in group):
            taken.append(finest)
            continue
        skipped += [Skipped(one.place, f"{one.observation.id}: {one.observation.value} {one.observation.unit}", _SEVERAL) for one in group]
    return taken, skipped


_SEVERAL = "several values for one indicator, area and period · 同一指标、地区、时期有几个数值"


def _named(row: Row) -> str:
    return ", ".join(part for part in (row.indicator, row.area, row.period, row.value) if part)


def _observation(row: Row, known: ReferenceSet, source: Source, status: Status) -> Observation:
    indicator = _indicator(row, known)
    value, percent = _value(row.value)
    unit = _unit(row.unit or percent, indicator)
    note = row.note if row.note and len(row.note) <= values.MAX_PROSE and "\n" not in row.note else ""
    return Observation(indicator.id, _area(row.area), _period(row.period), value, unit, status, source.published, source, note=note)


def _spellings(name: str) -> tuple[str, ...]:
    """A name, and the code and label that it may be made of."""
    return (name, *(part for part in name.split(": ") if part and part != name))


def _indicator(row: Row, known: ReferenceSet) -> Indicator:
    for name in _spellings(row.indicator):
        ids = (name,) if known.indicator(name) else known.vocabulary.indicators.get(fold_name(name), ())
        if len(ids) > 1:
            raise _Unfit(f"{name} is the name of several indicators · 几个指标同名: {', '.join(ids)} (--indicator)")
        if ids and (found := known.indicator(ids[0])):
            return found
    if not row.indicator:
        raise _Unfit("no indicator is named · 没有指标名称 (--indicator)")
    raise _Unfit(f"no indicator of exactly this name · 没有这个名称的指标: {row.indicator}")


def _area(name: str) -> str:
    if not name:
        raise _Unfit("no area is named · 没有地区 (--area)")
    for spelling in _spellings(name):
        areas = named(spelling)
        if len(areas) > 1:
            raise _Unfit(f"{spelling} is the name of several areas · 几个地区同名: {'、'.join(areas)}")
        if areas:
            return areas[0]
    raise _Unfit(f"no area of exactly this name · 没有这个名称的地区: {name}")


def _period(text: str) -> str:
    if not text:
        raise _Unfit("no period is named · 没有时期 (--period)")
    for spelling in _spellings(text):
        period = read_period(spelling)
        if period:
            return period
    raise _Unfit(f"no period · 不是时期: {text}")


def _value(text: str) -> tuple[str, str]:
    """The number in our notation, and the sign of percent if it has one."""
    plain = text.translate(_HALF).strip()
    number = plain.rstrip("%％").rstrip()
    if _EXPONENT.fullmatch(number):
        raise _Unfit(f"digits lost to an exponent; export it with all of them · 科学记数法丢了数位: {text}")
    number = number.replace(",", "") if _GROUPED.fullmatch(number) else number
    try:
        return values.number(number.removeprefix("+")), "%" if plain != plain.rstrip("%％") else ""
    except ValueError:
        raise _Unfit(f"no number · 不是数字: {text[:60]}") from None


def _unit(text: str, indicator: Indicator) -> str:
    """The indicator's own unit if it is the same, else one that converts to it."""
    if not text:
        raise _Unfit(f"no unit is given, and {indicator.id} is in {indicator.unit} · 没有单位 (--unit)")
    read, own = read_unit(text), read_unit(indicator.unit)
    if read is None or own is None:
        raise _Unfit(f"no unit that is known · 不认识的单位: {text[:60]}")
    if read == own:
        return indicator.unit
    if conversion(text, own[1]) is None or read[2] != own[2] or Fraction(read[0]) <= 0:
        raise _Unfit(f"{text} is of another kind than {indicator.unit} of {indicator.id} · 单位不同类")
    return text
