"""What a reference file may say: text becomes indicators, observations, areas and events, or faults with their places.

A reader of one value is a function from its text that raises ValueError(message, hint). Nothing is guessed: a number is
`[+-]digits[.digits]`, a flag `true` or `false`, and a key that nobody asks for is a fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, NamedTuple, TypeVar, cast, get_args

from factcheck.model import Event, Hedge, Indicator, Observation, Source, Status, Text
from factcheck.reference import values
from factcheck.reference.fields import Fields, nearest
from factcheck.reference.names import fold_name
from factcheck.strict_yaml import Mapping, Node, Page, Scalar, load

__all__ = ["Found", "KnownArea", "Parsed", "parse"]

T = TypeVar("T")
Sources = dict[str, Source]
_ABOUT = ("growth_of", "share_of", "streak_of", "per_head_of")
_DEFAULT = ""  # the key of a file's own source among its sources


class KnownArea(NamedTuple):
    """An area that a file lists, beside those of the lexicon."""

    name: str
    code: str | None
    part_of: str | None
    level: str | None


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
    areas: list[Found[KnownArea]]
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
    """The source that an entry names, else its file's own, with a grade of the entry's own if it has one."""
    key = fields.get("source", values.name, _DEFAULT)
    source = sources.get(key)
    if source is None:
        message = f"no source {key!r} in this file" if key else "no source: neither here nor for the whole file"
        fields.fault("source", message, nearest(key, sources) if key else "write source: {title: …, publisher: …} at the top")
        return Source("", "")
    return source._replace(grade=fields.get("grade", values.grade, source.grade))


# --------------------------------------------------------------------------------------------- indicators, areas, events

def _indicator(key: Scalar, node: Node, parsed: Parsed) -> Indicator:
    page = parsed.page
    fields = Fields(node, page, "an indicator")
    name, aliases = _names(fields)
    about = {relation: fields.get(relation, values.identifier, None) for relation in _ABOUT}
    for relation, other in about.items():
        mention = fields.node(relation)
        if other and mention:
            parsed.mentions.append(_found(other, page, mention))
        if other == key.text:
            fields.fault(relation, "an indicator can't be about itself")
    indicator = Indicator(
        id=page_value(page, key, values.identifier, key.text),
        name=name,
        unit=fields.need("unit", values.unit, ""),
        kind=fields.need("kind", values.kind, "flow"),
        aliases=aliases,
        additive=fields.get("additive", values.flag, False),
        growth_basis=fields.get("growth_basis", values.basis, "none"),
        whole=fields.get("whole", values.name, None),
        denominator=fields.get("denominator", values.name, None),
        bounds=_bounds(fields),
        **about,
    )
    fields.done()
    return indicator
