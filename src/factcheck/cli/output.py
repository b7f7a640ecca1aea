"""Where data goes: standard output, or a file that appears whole or not at all. Everything else goes to standard error."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterable, Iterator

from factcheck.cli.complain import abandon
from factcheck.config import Lang
from factcheck.report.lines import Look

__all__ = ["deliver", "is_terminal", "look"]

_PIPED, _NARROW, _WIDE = 100, 40, 120
_PIECE = 2**20


def is_terminal(output: str | None) -> bool:
    """Whether a person watches in colour: standard output is a terminal, and NO_COLOR is not set."""
    return output is None and sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def look(lang: Lang, output: str | None, *, quiet: bool = False, score: bool = False, explain: bool = False) -> Look:
    """How wide a report is drawn, in which language and with which marks."""
    watched = output is None and sys.stdout is not None and sys.stdout.isatty()
    width = _columns() if watched else _PIPED
    encoding = "utf-8" if output else (getattr(sys.stdout, "encoding", None) or "ascii")
    return Look(lang, min(max(width, _NARROW), _WIDE), ascii=not _holds_marks(encoding), quiet=quiet, score=score, explain=explain)


def _columns() -> int:
    """The terminal's width; shutil's answer without shutil, which would import five compressors."""
    said = os.environ.get("COLUMNS", "")
    try:
        return int(said) if said.isdecimal() and int(said) else os.get_terminal_size().columns
    except (ValueError, OSError):
        return _PIPED


def _holds_marks(encoding: str) -> bool:
    try:
        "✗✓·".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def deliver(text: str, output: str | None, *, encoding: str | None = None) -> None:
    """Write all of `text`, or OSError. What the output's encoding lacks is written as its escape."""
    if output is not None:
        _whole(_encoded(text, "utf-8"), output)
    elif sys.stdout is None:
        raise OSError("standard output is closed")
    else:
        _print(_encoded(text, encoding or sys.stdout.encoding or "utf-8"))


def _encoded(text: str, encoding: str) -> Iterator[bytes]:
    """In pieces, so that a long report is not in memory twice."""
    pieces = (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
    return codecs.iterencode(pieces, encoding, "backslashreplace")


def _print(data: Iterable[bytes]) -> None:
    """A reader that went away is no error."""
    try:
        sys.stdout.buffer.writelines(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        abandon()
        if not isinstance(error, BrokenPipeError):
            raise


def _whole(data: Iterable[bytes], path: str) -> None:
    """By way of a neighbour that takes the name at the end, so that nobody sees half of it; a device is written as it is."""
    target = os.path.realpath(path)
    if os.path.exists(target) and not os.path.isfile(target):
        with open(target, "wb") as device:
            device.writelines(data)
        return
    beside = f"{target}.{os.getpid()}.tmp"
    try:
        with open(beside, "xb") as file:
            file.writelines(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, target)
    finally:
        if os.path.lexists(beside):
            os.unlink(beside)
