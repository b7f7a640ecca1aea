"""A rule's docstring as data: its title and reason in both languages, and the examples that run as its tests.

    标题 / Title

    中文的理由。
    The reason in English.

    错：一句错的话。〔published=2026-06-18〕
    对：一句对的话。
    wrong: A sentence that is wrong. 〔region=Guangdong〕
    right: A sentence that is right.

A line that is indented further belongs to the example above it, as its next paragraph. Options stand in 〔 〕 at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal

from factcheck.model import Text
from factcheck.records import NamedTuple

__all__ = ["Doc", "Example", "read_doc", "read_options"]

Lang = Literal["zh", "en"]
_LABELS: Mapping[str, tuple[Lang, Literal["wrong", "right"]]] = MappingProxyType(
    {"错：": ("zh", "wrong"), "对：": ("zh", "right"), "wrong:": ("en", "wrong"), "right:": ("en", "right")}
)


class Example(NamedTuple):
    """A text that the rule must find wrong, or must leave alone. `options` are those of the command line (`published`, `region`)."""

    lang: Lang
    verdict: Literal["wrong", "right"]
    text: str
    options: Mapping[str, str] = MappingProxyType({})


class Doc(NamedTuple):
    """What a rule says of itself."""

    title: Text
    reason: Text
    examples: tuple[Example, ...]


def read_doc(docstring: str) -> Doc:
    """Read a rule's docstring; ValueError if it has no title in two languages."""
    first, *rest = docstring.strip("\n").split("\n")
    zh, slash, en = first.strip().rstrip(".").partition(" / ")
    if not slash:
        raise ValueError(f"a rule's title is `中文 / English`, not {first!r}")
    examples = _examples(rest)
    prose = [line for line in rest if line and not line.startswith(" ") and not _label(line)]
    chinese, english = ([line for line in prose if line.isascii() is ascii_] for ascii_ in (False, True))
    return Doc(Text(zh, en), Text("".join(chinese), " ".join(english)), examples)


def read_options(text: str) -> tuple[str, Mapping[str, str]]:
    """A text without the 〔published=… region=…〕 at its end, and what that says."""
    words, bracket, options = text.rstrip().removesuffix("〕").rpartition("〔")
    if not bracket:
        return text.rstrip(), MappingProxyType({})
    return words.rstrip(), MappingProxyType(dict(option.split("=", 1) for option in options.split()))


def _label(line: str) -> str | None:
    return next((label for label in _LABELS if line.startswith(label)), None)


def _examples(lines: Iterable[str]) -> tuple[Example, ...]:
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        label = _label(line)
        if label:
            found.append((label, [line.removeprefix(label).strip()]))
        elif line.startswith(" ") and found:
            found[-1][1].append(line.strip())
    return tuple(_example(label, "\n\n".join(paragraphs)) for label, paragraphs in found)


def _example(label: str, text: str) -> Example:
    words, options = read_options(text)
    return Example(*_LABELS[label], words, options)
