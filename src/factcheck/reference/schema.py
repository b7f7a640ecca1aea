"""What a reference file may say: text becomes indicators, observations, areas and events, or faults with their places.

A reader of one value is a function from its text that raises ValueError(message, hint). Nothing is guessed: a number is
`[+-]digits[.digits]`, a flag `true` or `false`, and a key that nobody asks for is a fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Generic, TypeVar

from factcheck.model import Event, Indicator, Observation, Source, Text
from factcheck.names import fold_name
from factcheck.records import NamedTuple
from factcheck.reference import values
from factcheck.reference.fields import Fields, value
from factcheck.strict_yaml import Node, Page, Scalar, load

__all__ = ["Found", "Parsed", "parse"]

T = TypeVar("T")
Sources = dict[str, Source]
_DEFAULT = ""  # the key of a file's own source among its sources


class Found(NamedTuple, Generic[T]):
    """Something read, and where."""

    value: T
    page: Page
    line: int
    column: int


class Parsed(NamedTuple):
    """All of one file. `mentions` are the ids by which it speaks of indicators, its own or another file's."""

    page: Page
    indicators: list[Found[Indicator]]
    observations: list[Found[Observation]]
    areas: list[Found[tuple[str, dict[str, str]]]]
    events: list[Found[Event]]
    mentions: list[Found[str]]


def parse(path: str, data: bytes) -> Parsed:
    """Read one file; what is wrong with it is in `page.faults`. Refused only where it is no strict YAML at all."""
    root = load(path, data)
    page = Page(path, data.decode().removeprefix("\ufeff"), "reference")
    parsed = Parsed(page, [], [], [], [], [])
    top = Fields(root, page, "a reference file")
    sources = _sources(top)
    for key, node in top.pairs("indicators"):
        parsed.indicators.append(_found(_indicator(key, node, parsed), page, key))
    for key, node in top.pairs("areas"):
        parsed.areas.append(_found(_area(key, node, page), page, key))
    for key, node in top.pairs("events"):
        parsed.events.append(_found(_event(key, node, page, sources), page, key))
    for item in top.items("observations"):
        parsed.observations.append(_observation(item, parsed, sources))
    for item in top.items("series"):
        parsed.observations.extend(_series(item, parsed, sources))
    top.done()
    return parsed


def _found(value: T, page: Page, node: Node) -> Found[T]:
    return Found(value, page, node.line, node.column)


# --------------------------------------------------------------------------------------------- sources

def _sources(top: Fields) -> Sources:
    """The named sources of a file, and its own one under no name."""
    named = {key.text: _source(node, top.page) for key, node in top.pairs("sources")}
    own = top.node("source")
    return {**named, _DEFAULT: _source(own, top.page)} if own else named


def _source(node: Node, page: Page) -> Source:
    fields = Fields(node, page, "a source")
    source = Source(
        fields.need("title", values.prose, ""),
        fields.need("publisher", values.prose, ""),
        fields.get("published", values.date, ""),
        fields.get("url", values.url, ""),
        fields.get("grade", values.grade, "A"),
    )
    fields.done()
    return source


def _picked(fields: Fields, sources: Sources) -> Source:
    """The source that an entry names, else its file's own; with a grade of the entry's own if it has one."""
    key = fields.get("source", values.name, _DEFAULT)
    grade = fields.get("grade", values.grade, None)
    source = sources.get(key)
    if source is None and key:
        fields.fault("source", f"no source {key!r} in this file", values.nearest(key, sources))
    elif source is None:
        fields.fault("source", "no source, neither here nor for the whole file", "write source: {title: …, publisher: …}")
    source = source or Source("", "")
    return source._replace(grade=grade) if grade else source


# --------------------------------------------------------------------------------------------- indicators, areas, events

def _indicator(key: Scalar, node: Node, parsed: Parsed) -> Indicator:
    fields = Fields(node, parsed.page, "an indicator")
    name, aliases = _names(fields)
    indicator = Indicator(
        value(parsed.page, key, values.identifier, key.text),
        name,
        fields.need("unit", values.unit, ""),
        fields.need("kind", values.kind, "flow"),
        aliases,
        fields.get("additive", values.flag, otherwise=False),
        fields.get("growth_basis", values.basis, "none"),
        _other(fields, "growth_of", key, parsed),
        _other(fields, "share_of", key, parsed),
        _other(fields, "streak_of", key, parsed),
        _other(fields, "per_head_of", key, parsed),
        fields.get("whole", values.name, None),
        fields.get("denominator", values.name, None),
        _bounds(fields),
        _other(fields, "abroad_of", key, parsed),
        _other(fields, "index_of", key, parsed),
        _other(fields, "census_of", key, parsed),
        _others(fields, "parts", key, parsed),
        _balance(fields, key, parsed),
    )
    fields.done()
    return indicator


def _other(fields: Fields, relation: str, key: Scalar, parsed: Parsed) -> str | None:
    """The other indicator that this one is about."""
    other = fields.get(relation, values.identifier, None)
    node = fields.node(relation)
    if other and node:
        parsed.mentions.append(_found(other, parsed.page, node))
    if other == key.text:
        fields.fault(relation, "an indicator can't be about itself")
    return other


def _others(fields: Fields, relation: str, key: Scalar, parsed: Parsed) -> tuple[str, ...]:
    """The other indicators that make this one up; two at least."""
    if fields.node(relation) is None:
        return ()
    found = [(item, value(parsed.page, item, values.identifier, "")) for item in fields.items(relation)]
    parsed.mentions.extend(_found(other, parsed.page, item) for item, other in found if other)
    ids = tuple(other for _, other in found)
    if len(ids) < 2 or key.text in ids:
        fields.fault(relation, f"{relation} are two other indicators or more", f"{relation}: [goods_exports, goods_imports]")
        return ()
    return ids


def _balance(fields: Fields, key: Scalar, parsed: Parsed) -> tuple[str, str] | None:
    """What comes in and what goes out."""
    ids = _others(fields, "balance", key, parsed)
    if len(ids) > 2:
        fields.fault("balance", "a balance has two sides, the first less the second", "balance: [goods_exports, goods_imports]")
    return (ids[0], ids[1]) if len(ids) == 2 else None


def _bounds(fields: Fields) -> tuple[str, str] | None:
    """The plausible range, both ends included."""
    if fields.node("bounds") is None:
        return None
    ends = [value(fields.page, item, values.number, "0") for item in fields.items("bounds")]
    if len(ends) != 2 or Fraction(ends[0]) > Fraction(ends[1]):
        fields.fault("bounds", "bounds are two numbers, the lower first", "bounds: [0, 100]")
        return None
    return ends[0], ends[1]


def _names(fields: Fields) -> tuple[Text, tuple[str, ...]]:
    """Name and aliases in both languages. One language may do for the name; in one language no name stands twice."""
    named = fields.inner("name", "a name")
    aliased = fields.inner("aliases", "aliases")
    names: dict[str, str] = {}
    aliases: list[str] = []
    for language in ("zh", "en"):
        names[language] = named.get(language, values.name, "")
        taken = {fold_name(names[language])}
        for item in aliased.items(language):
            alias = value(fields.page, item, values.name, "")
            if alias and fold_name(alias) in taken:
                fields.page.fault(item.line, item.column, f"a name of this entry already: {alias!r}", "leave it out")
            taken.add(fold_name(alias))
            aliases.append(alias)
    named.done()
    aliased.done()
    if not any(names.values()):
        fields.fault("name", "name is missing", "name: {zh: 国内生产总值, en: gross domestic product}")
    return Text(names["zh"] or names["en"], names["en"] or names["zh"]), tuple(dict.fromkeys(aliases))


def _area(key: Scalar, node: Node, page: Page) -> tuple[str, dict[str, str]]:
    """The name of an area with what is said of it: code, part_of, level."""
    fields = Fields(node, page, "an area")
    said = {about: fields.get(about, values.name, "") for about in ("code", "part_of", "level")}
    fields.done()
    return value(page, key, values.name, ""), {about: words for about, words in said.items() if words}


def _event(key: Scalar, node: Node, page: Page, sources: Sources) -> Event:
    fields = Fields(node, page, "an event")
    name, aliases = _names(fields)
    date, source = fields.need("date", values.date, ""), _picked(fields, sources)
    event = Event(value(page, key, values.identifier, key.text), name, date, aliases, source)
    fields.done()
    return event


# --------------------------------------------------------------------------------------------- observations

def _observation(node: Node, parsed: Parsed, sources: Sources) -> Found[Observation]:
    """One value in one line."""
    fields = Fields(node, parsed.page, "an observation")
    period, number = fields.need("period", values.period, ""), fields.need("value", values.number, "0")
    observation = _common(fields, parsed, sources)._replace(period=period, value=number)
    fields.done()
    return _found(observation, parsed.page, node)


def _series(node: Node, parsed: Parsed, sources: Sources) -> Iterator[Found[Observation]]:
    """Many values of one indicator and area, which have all else in common."""
    fields = Fields(node, parsed.page, "a series")
    common = _common(fields, parsed, sources)
    entries = fields.pairs("values")
    if not entries:
        fields.fault("values", "a series needs values", "values: {2023: 41610.9, 2024: 49843.1}")
    fields.done()
    for key, content in entries:
        period = value(parsed.page, key, values.period, "")
        number = value(parsed.page, content, values.number, "0")
        yield _found(common._replace(period=period, value=number), parsed.page, key)


def _common(fields: Fields, parsed: Parsed, sources: Sources) -> Observation:
    """All of an observation but its period and value. The unit is empty where it is the indicator's."""
    indicator = fields.need("indicator", values.identifier, "")
    mention = fields.node("indicator")
    if indicator and mention:
        parsed.mentions.append(_found(indicator, parsed.page, mention))
    source = _picked(fields, sources)
    return Observation(
        indicator,
        fields.need("area", values.name, ""),
        period="",
        value="",
        unit=fields.get("unit", values.unit, ""),
        status=fields.need("status", values.status, "final"),
        published=fields.get("published", values.date, source.published),
        source=source,
        hedge=fields.get("hedge", values.hedge, "none"),
        exact=fields.get("exact", values.flag, otherwise=False),
        note=fields.get("note", values.prose, ""),
    )
