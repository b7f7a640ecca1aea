"""YAML read strictly: every scalar stays the text it is, with its place; what YAML would guess, hide or multiply is refused.

Refused are anchors, aliases, tags, merge keys, duplicate and complex keys, several documents, depth beyond 16, more than a
million nodes, files beyond 16 MiB, bytes that are not UTF-8, and characters that cannot be seen. libyaml's parser is asked
for its events one at a time, so that nothing here recurses and hostile nesting ends at its 17th bracket.
"""

from __future__ import annotations

import re
from typing import Any

from factcheck.errors import Fault, Refused
from factcheck.patterns import regex
from factcheck.records import NamedTuple

__all__ = ["Mapping", "Node", "Page", "Plain", "Scalar", "Sequence", "load", "plain"]

MAX_BYTES = 16 * 2**20
MAX_DEPTH = 16
MAX_NODES = 1_000_000
MAX_FAULTS = 50
_WIDEST_EXCERPT, _BEFORE = 120, 60


class Scalar(NamedTuple):
    """A text, as written but for quotes and escapes. Places count from 1, columns in characters."""

    text: str
    line: int
    column: int
    quoted: bool = False


class Sequence(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


class Mapping(NamedTuple):
    """Keys with their values, in the order of the file; no key twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int


Node = Scalar | Sequence | Mapping
Plain = str | list[Any] | dict[str, Any]


def load(path: str, data: bytes) -> Node:
    """The one document in `data`. Refused names every fault that can be found at once; `path` is only for its words."""
    page = Page(path, _decoded(path, data), "yaml")
    _refuse_unseen(page)
    root = _root(page)
    if root is None and not page.faults:
        page.fault(1, 1, "there is nothing in this file")
    page.close()
    assert root is not None
    return root


def plain(node: Node) -> Plain:
    """The same as text, lists and dicts, without places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}


# --------------------------------------------------------------------------------------------- faults

_LINE_END = regex(r"\r\n|\r|\n")
_UNSEEN = regex(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls but tab and line ends
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f"  # no width, other line ends, text turned around
    "\ud800-\udfff\ufeff\ufffe\uffff]"  # halves of a pair, byte order marks, no characters
)


class Page:
    """A file's text while it is read, and what was found wrong in it."""

    def __init__(self, path: str, text: str, code: str = "invalid") -> None:
        self.path, self.text, self.code = path, text, code
        self.faults: list[Fault] = []
        self._lines: list[str] = []

    def fault(self, line: int, column: int, message: str, hint: str = "") -> None:
        """Note a fault with its line."""
        cut = max(0, column - 1 - _BEFORE) if column > _WIDEST_EXCERPT else 0
        self.faults.append(Fault(self.path, message, line, column, self._excerpt(line, cut), hint, self.code, cut))

    def close(self) -> None:
        """Raise what was noted, in the order of the file."""
        if self.faults:
            raise Refused(*sorted(self.faults, key=lambda fault: (fault.line, fault.column)))

    def line(self, number: int) -> str:
        """A line's text; none beyond the end, where a parser misses something."""
        self._lines = self._lines or _LINE_END.split(self.text)
        return self._lines[number - 1] if 1 <= number <= len(self._lines) else ""

    def _excerpt(self, line: int, cut: int) -> str:
        """As much of the line as fits, every odd character replaced one for one."""
        return _UNSEEN.sub("\ufffd", self.line(line)[cut : cut + _WIDEST_EXCERPT].replace("\t", " "))


def _place(text: str, offset: int) -> tuple[int, int]:
    before = _LINE_END.split(text[:offset])
    return len(before), len(before[-1]) + 1


def _decoded(path: str, data: bytes) -> str:
    """The text of UTF-8 bytes; a mark at the start, as some editors write it, is taken off."""
    if len(data) > MAX_BYTES:
        raise Refused(Fault(path, f"larger than {MAX_BYTES // 2**20} MiB", hint="cut it into several files", code="yaml"))
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        page = Page(path, data.decode("utf-8", "replace"), "yaml")
        line, column = _place(data[: error.start].decode("utf-8"), error.start)
        page.fault(line, column, f"not UTF-8: byte 0x{data[error.start]:02X}", "save the file as UTF-8")
        raise Refused(*page.faults) from error


def _refuse_unseen(page: Page) -> None:
    for found in _UNSEEN.finditer(page.text):
        page.fault(*_place(page.text, found.start()), f"a character that cannot be seen: U+{ord(found[0]):04X}", "delete it")
        if len(page.faults) >= MAX_FAULTS:
            break
    page.close()


# --------------------------------------------------------------------------------------------- events to nodes

class _Open(NamedTuple):
    """A list or mapping whose end has not come yet. A mapping's children are key, value, key, value, and so on."""

    children: list[Node]
    line: int
    column: int
    is_mapping: bool


def _root(page: Page) -> Node | None:
    """Build the nodes. A fault in a node is noted and reading goes on; after one in the syntax nothing more can be said."""
    import yaml  # 3 ms that a warm start does without

    parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(page.text)
    stack, count, is_scalar = [_Open([], 1, 1, is_mapping=False)], 0, yaml.ScalarEvent
    try:
        while (event := parser.get_event()) is not None:
            if type(event) is is_scalar:  # nine events in ten
                stack[-1].children.append(_scalar(event, page))
                count += 1
            else:
                count += _take(type(event).__name__.removesuffix("Event"), event, page, stack)
            if len(page.faults) >= MAX_FAULTS:  # then the file is of another kind
                page.close()
            if count > MAX_NODES:
                _stop(event, page, f"more than {MAX_NODES} values", "cut it into several files")
    except yaml.MarkedYAMLError as error:
        _syntax(error, page)
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # so the parsers let out escapes of what is no character
        page.fault(1, 1, f"not YAML: {error}")
    return stack[0].children[0] if stack[0].children else None


def _take(kind: str, event: Any, page: Page, stack: list[_Open]) -> bool:  # noqa: ANN401
    """Add what an event brings to what is open; whether that is something new."""
    match kind:
        case "MappingStart" | "SequenceStart":
            stack.append(_opened(event, page, len(stack), is_mapping=kind == "MappingStart"))
        case "MappingEnd" | "SequenceEnd":
            closed = _closed(stack.pop(), page)
            stack[-1].children.append(closed)
            return False
        case "Alias":
            stack[-1].children.append(_alias(event, page))
        case "DocumentStart":
            _check_document(event, page, stack[0].children)
        case _:
            pass
    return True


def _mark(event: Any) -> tuple[int, int]:  # noqa: ANN401  (yaml is imported late; any of its events)
    return event.start_mark.line + 1, event.start_mark.column + 1


def _stop(event: Any, page: Page, message: str, hint: str = "") -> None:  # noqa: ANN401
    """A fault after which reading on would only cost time."""
    page.fault(*_mark(event), message, hint)
    page.close()


def _check_document(event: Any, page: Page, before: list[Node]) -> None:  # noqa: ANN401
    if event.tags:
        page.fault(*_mark(event), "a %TAG directive", "leave it out")
    if before:
        _stop(event, page, "a second document", "one document a file: take out the line ---")


def _check(event: Any, page: Page) -> None:  # noqa: ANN401
    """Refuse what multiplies values or gives them other types."""
    if event.tag is not None:
        page.fault(*_mark(event), f"a tag: {event.tag[:40]!r}", "leave it out; if a text begins with !, quote it")
    if event.anchor is not None:
        page.fault(*_mark(event), f"an anchor: &{event.anchor[:40]}", "leave it out; if a text begins with &, quote it")


def _alias(event: Any, page: Page) -> Scalar:  # noqa: ANN401
    line, column = _mark(event)
    page.fault(line, column, f"an alias: *{event.anchor[:40]}", "write the value out; if a text begins with *, quote it")
    return Scalar("", line, column)


def _scalar(event: Any, page: Page) -> Scalar:  # noqa: ANN401
    mark, style = event.start_mark, event.style
    if event.anchor is not None or event.tag is not None:
        _check(event, page)
    if style == '"' and (unseen := _UNSEEN.search(event.value)):
        page.fault(*_mark(event), f"an escape of a character that cannot be seen: U+{ord(unseen[0]):04X}")
    return Scalar(event.value, mark.line + 1, mark.column + 1, bool(style))


def _opened(event: Any, page: Page, depth: int, *, is_mapping: bool) -> _Open:  # noqa: ANN401
    _check(event, page)
    if depth > MAX_DEPTH:
        _stop(event, page, f"nested deeper than {MAX_DEPTH} levels")
    return _Open([], *_mark(event), is_mapping)


def _closed(done: _Open, page: Page) -> Node:
    if not done.is_mapping:
        return Sequence(tuple(done.children), done.line, done.column)
    entries: dict[str, tuple[Scalar, Node]] = {}
    for key, value in zip(done.children[::2], done.children[1::2], strict=True):
        if not isinstance(key, Scalar):
            page.fault(key.line, key.column, "a key that is a list or mapping", "quote the key if it begins with a bracket")
        elif key.text == "<<" and not key.quoted:
            page.fault(key.line, key.column, "a merge key: <<", "write the keys out where they are needed")
        elif key.text in entries:
            first = entries[key.text][0]
            page.fault(key.line, key.column, f"the key {key.text[:40]!r} stands here twice", f"first in line {first.line}")
        else:
            entries[key.text] = key, value
    return Mapping(tuple(entries.values()), done.line, done.column)


# --------------------------------------------------------------------------------------------- hints

_CONFLICT = regex(r"^(<<<<<<<|=======|>>>>>>>)", re.MULTILINE)
_KEY_BEFORE = regex(r"([^\s{},\[\]][^{},\[\]]*:\s+|-\s+)$")
_HINTS = (
    ("incompatible YAML", "leave the %YAML line out"),
    ("mapping values", "a text with a colon and a blank in it is quoted; keys of one block begin in one column"),
    ("expected ',' or", "close the bracket; quote a text that has , [ ] { or } in it"),
    ("expected ':'", "write key: value, with a blank after the colon"),
    ("did not find expected key", "keys of one block begin in one column; what follows a closing quote is quoted as well"),
    ("node content", "a value is missing, or a bracket is not closed"),
    ("'-' indicator", "a block is a list (- value) or keys (key: value), not both"),
    ("sequence entries", "a list begins in a line of its own; quote a text that begins with - and a blank"),
    ("end of stream", "close the quote or bracket"),
    ("unknown escape", "use single quotes, in which a backslash is only that"),
)


def _syntax(error: Any, page: Page) -> None:  # noqa: ANN401  (a MarkedYAMLError; yaml is imported late)
    """The parser's own words, the place, and what usually mends it."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    begun = error.context_mark.line + 1 if error.context_mark else line
    message = f"not YAML: {error.problem or error.context}" + (f" ({error.context} from line {begun})" if begun != line else "")
    page.fault(line, column, message, _hint(page, line, column, message))


def _hint(page: Page, line: int, column: int, message: str) -> str:
    text = page.line(line)
    start = column - 1 - (text[column - 2 : column - 1] in tuple("*&"))
    before, after = text[:start], text[start:]
    if _CONFLICT.search(page.text):
        return "a merge conflict was left in the file"
    if after.startswith("\t") or before.endswith("\t"):
        return "indent with blanks; YAML knows no tabs there"
    if "cannot start any token" in message or "did not find expected alphabetic" in message:
        key = _KEY_BEFORE.search(before)
        value = re.split(r"[,}\]#]", after, maxsplit=1)[0].strip()
        return f'in YAML no text begins with {value[:1]}; quote it: {key[1] if key else ""}"{value}"'
    if "：" in page.line(line) + page.line(line - 1):
        return "write the colon as : and a blank, not as ："
    return next((hint for words, hint in _HINTS if words in message), "")
