"""Untrusted text for a screen: control, bidirectional and invisible characters are spelt out, and widths known."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

__all__ = ["blanks", "cells", "is_wide", "joined", "visible"]


def visible(text: str) -> str:
    """The text with every character that a screen would obey or hide written as an escape; blanks of any width as a blank."""
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(char: str) -> str:
    if char.isprintable() or char == "\u3000":
        return char
    if char == "\t" or (char.isspace() and char not in "\r\n\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"):
        return " "
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def is_wide(char: str) -> bool:
    """Whether a terminal gives the character two cells."""
    return east_asian_width(char) in "WF"


def cells(text: str) -> int:
    """How many cells of a terminal a visible text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 2 if is_wide(char) else 1 for char in text)


def joined(text: str) -> str:
    """Words of an article on one line: broken lines are joined, in Chinese without a blank."""
    return (" " if text.isascii() else "").join(text.split())


def blanks(text: str) -> str:
    """Blanks as wide as the text: a full-width one under a full-width character, for fonts where it is not quite two cells."""
    return "".join("\u3000" if is_wide(char) else " " for char in text if not combining(char))
