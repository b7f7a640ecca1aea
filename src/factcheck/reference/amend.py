"""A value of the user's own that another takes the place of is marked as superseded, in its own line of its own file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.model import Observation
from factcheck.records import NamedTuple
from factcheck.reference.drafts import flow
from factcheck.reference.schema import Found
from factcheck.strict_yaml import Mapping as Keys
from factcheck.strict_yaml import Node, Scalar, Sequence, load, plain

__all__ = ["superseded"]


class _Item(NamedTuple):
    """An item of `observations` or `series`: its mapping, and the lines that it takes, from 0, the last one not included."""

    node: Keys
    start: int
    end: int


def superseded(path: str, data: bytes, entries: Iterable[Found[Observation]]) -> tuple[bytes, list[Found[Observation]]]:
    """The file with these values marked, a series parted where only some of it are; and those that it could not mark."""
    lines = data.decode().splitlines(keepends=True)
    items = _items(load(path, data), len(lines))
    places: dict[int, list[Found[Observation]]] = {}
    left: list[Found[Observation]] = []
    for entry in entries:
        number = next((i for i, item in enumerate(items) if item.start < entry.line <= item.end), None)
        if number is None or not lines[items[number].start].lstrip().startswith("- "):
            left.append(entry)
        else:
            places.setdefault(number, []).append(entry)
    for number in sorted(places, reverse=True):
        item = items[number]
        end = _last(lines, item)
        indent, _, rest = lines[item.start].partition("- ")
        after = rest[rest.rfind("}") + 1 :] if end == item.start + 1 else "\n"
        marked = _marked(item.node, {entry.value.period for entry in places[number]})
        lines[item.start : end] = [f"{indent}- {line}{after}" for line in marked]
    return "".join(lines).encode(), left


def _last(lines: list[str], item: _Item) -> int:
    """Where an item ends: comments and empty lines after it are not its own."""
    end = item.end
    while end - 1 > item.start and lines[end - 1].strip()[:1] in {"", "#"}:
        end -= 1
    return end


def _items(root: Node, length: int) -> list[_Item]:
    """All items whose lines are their own."""
    if not isinstance(root, Keys):
        return []
    sections = [key.line - 1 for key, _ in root.entries] + [length]
    items: list[_Item] = []
    for key, content in root.entries:
        if key.text not in {"observations", "series"} or not isinstance(content, Sequence):
            continue
        starts = [item.line - 1 for item in content.items]
        last = min((line for line in sections if line >= key.line), default=length)
        ends = [*starts[1:], last]
        items += [_Item(item, a, b) for item, a, b in zip(content.items, starts, ends, strict=True) if isinstance(item, Keys) and a < b and starts.count(a) == 1]
    return items


def _marked(node: Keys, periods: set[str]) -> list[str]:
    """The lines that take an item's place."""
    entries: dict[str, object] = dict(_content(node))
    values = entries.get("values")
    if not isinstance(values, Mapping):
        return [flow({**entries, "status": "superseded"})]
    kept = {period: value for period, value in values.items() if period not in periods}
    gone = {period: value for period, value in values.items() if period in periods}
    return ([flow({**entries, "values": kept})] if kept else []) + [flow({**entries, "status": "superseded", "values": gone})]


def _content(node: Keys) -> Iterable[tuple[str, object]]:
    return ((key.text, value.text if isinstance(value, Scalar) else plain(value)) for key, value in node.entries)
