"""What a report on a screen is made of: lines of styled pieces. Plain text and the terminal draw the same ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.config import Lang
from factcheck.model import Assumed, Missing, Slot, Source, Stated
from factcheck.records import NamedTuple
from factcheck.report.words import MARKS, say, word
from factcheck.visible import cells

__all__ = ["Line", "Look", "Piece", "flowed", "line", "mark", "row", "slot_text", "source_text"]


class Piece(NamedTuple):
    """Some text, untrusted until it is drawn, and what it is: a key of the terminal's styles."""

    text: str
    style: str = ""


Line = tuple[Piece, ...]


class Look(NamedTuple):
    """How a report is to look. `ascii`: the output can't hold our marks; `quiet`: findings and sums only; `score`: 折合差错 too;
    `explain`: what is confirmed with all its evidence."""

    lang: Lang = "zh"
    width: int = 80
    ascii: bool = False
    quiet: bool = False
    score: bool = False
    explain: bool = False


def line(*parts: str | Piece) -> Line:
    """A line of pieces, plain ones as bare text."""
    return tuple(part if isinstance(part, Piece) else Piece(part) for part in parts)


def mark(key: str, look: Look) -> Piece:
    """The sign for a severity or a verdict."""
    return Piece(MARKS[key][look.ascii], key)


def row(key: str, text: str | Piece, look: Look, indent: int = 4) -> Line:
    """A labelled line: `    官方  140.1879万亿元`."""
    label = word(key, look.lang)
    return line(" " * indent, Piece(label + " " * max(2, 10 - cells(label)), "label"), text)


def flowed(items: Iterable[str], joint: str, look: Look, indent: int) -> Iterator[Line]:
    """Items joined into lines that break only between two of them."""
    current = ""
    for item in items:
        if current and indent + cells(current) + cells(joint + item) > look.width:
            yield line(" " * indent, current + joint.rstrip())
            current = item
        else:
            current = current + joint + item if current else item
    if current:
        yield line(" " * indent, current)


def slot_text(slot: Slot[Any], look: Look) -> str:
    """A slot's value, with the reason where the text itself does not say so."""
    match slot:
        case Stated(value):
            return _name(value)
        case Assumed(value, why):
            return bracketed(_name(value), f"{word('assumed', look.lang)}{colon(look)}{say(why, look.lang)}", look)
        case Missing(why):
            return bracketed(word("unknown", look.lang), say(why, look.lang), look)


def _name(value: object) -> str:
    return str(getattr(value, "name", value))


def colon(look: Look) -> str:
    """A colon as the language writes it."""
    return "：" if look.lang == "zh" else ": "


def bracketed(text: str, aside: str, look: Look) -> str:
    """Text with an aside in brackets as the language writes them."""
    if not aside:
        return text
    return f"{text}（{aside}）" if look.lang == "zh" else f"{text} ({aside})"


def listed(parts: Iterable[str], look: Look) -> str:
    """Parts in a row, empty ones left out."""
    return ("，" if look.lang == "zh" else ", ").join(part for part in parts if part)


def source_text(source: Source, look: Look) -> str:
    """Title, publisher, date and address; a secondary source is named as one."""
    title = f"《{source.title}》" if look.lang == "zh" and not source.title.startswith("《") else source.title
    grade = "" if source.hard else word("secondary", look.lang)
    return listed((title, source.publisher, source.published, source.url, grade), look)
