"""A mapping of a reference file, asked key by key. What is missing, of the wrong form or never asked for is a fault."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from factcheck.reference.values import nearest
from factcheck.strict_yaml import Mapping, Node, Page, Scalar, Sequence

__all__ = ["Fields", "value"]

T = TypeVar("T")


def value(page: Page, node: Node, reader: Callable[[str], T], otherwise: T) -> T:
    """What `reader` makes of a scalar; after a fault `otherwise`, which no one will see."""
    if not isinstance(node, Scalar):
        page.fault(node.line, node.column, "one value belongs here, not a list or mapping")
        return otherwise
    try:
        return reader(node.text)
    except ValueError as error:
        page.fault(node.line, node.column, *map(str, error.args))
        return otherwise


class Fields:
    """The keys of one mapping. `done` refuses the keys that were not asked for, so ask for all first."""

    def __init__(self, node: Node, page: Page, what: str) -> None:
        self.page, self._at = page, node
        self._entries: dict[str, tuple[Scalar, Node]] = {}
        self._asked: list[str] = []
        if isinstance(node, Mapping):
            self._entries = {key.text: (key, content) for key, content in node.entries}
        else:
            page.fault(node.line, node.column, f"{what} is written as key: value")

    def node(self, key: str) -> Node | None:
        """What stands under a key."""
        self._asked.append(key)
        entry = self._entries.get(key)
        return entry[1] if entry else None

    def get(self, key: str, reader: Callable[[str], T], otherwise: T) -> T:
        """The value of a key that may be left out."""
        node = self.node(key)
        return otherwise if node is None else value(self.page, node, reader, otherwise)

    def need(self, key: str, reader: Callable[[str], T], blank: T) -> T:
        """The value of a key that must be there."""
        if key not in self._entries and isinstance(self._at, Mapping):
            self.fault(key, f"{key} is missing")
        return self.get(key, reader, blank)

    def inner(self, key: str, what: str) -> Fields:
        """The mapping under a key, empty if it is left out."""
        node = self.node(key)
        return Fields(Mapping((), self._at.line, self._at.column) if node is None else node, self.page, what)

    def pairs(self, key: str) -> tuple[tuple[Scalar, Node], ...]:
        """The entries of a mapping under a key; none if it is left out."""
        node = self.node(key)
        if isinstance(node, Mapping):
            return node.entries
        if node is not None:
            self.fault(key, f"{key} is written as name: content")
        return ()

    def items(self, key: str) -> tuple[Node, ...]:
        """The items of a list under a key; none if it is left out."""
        node = self.node(key)
        if isinstance(node, Sequence):
            return node.items
        if node is not None:
            self.fault(key, f"{key} is a list", "write each item in a line of its own after -, or all in [ ]")
        return ()

    def fault(self, key: str, message: str, hint: str = "") -> None:
        """Something wrong with the value of a key, or with the mapping where it has none."""
        node = self._entries[key][1] if key in self._entries else self._at
        self.page.fault(node.line, node.column, message, hint)

    def done(self) -> None:
        """Refuse what nobody asked for."""
        for text, (key, _) in self._entries.items():
            if text not in self._asked:
                hint = "a blank is missing after the colon" if ":" in text else nearest(text, self._asked)
                self.page.fault(key.line, key.column, f"unknown key: {text[:60]!r}", hint)
