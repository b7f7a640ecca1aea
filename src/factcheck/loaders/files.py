"""Files: which ones the arguments mean, and their bytes."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator

from factcheck.errors import Unreadable
from factcheck.loaders.reasons import unreadable
from factcheck.records import NamedTuple
from factcheck.store import stays_inside

__all__ = ["LIMIT", "Excluded", "Found", "read", "walk"]

LIMIT = 16 * 2**20
SUFFIXES = (".txt", ".md")
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # a system has the one or the other
_DESCRIPTORS = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")  # what a shell's <(…) names


class Found(NamedTuple):
    """A file to read."""

    path: str


class Excluded(NamedTuple):
    """A file in a folder that is left out, by the rule that `code` names in `REASONS`."""

    path: str
    code: str


Entry = Found | Excluded | Unreadable


def walk(paths: Iterable[str], excluded: Callable[[str], bool]) -> list[Entry]:
    """What `paths` mean, each once, in the order of the paths' bytes: a file itself, a folder its .txt and .md files.

    Hidden names are passed over in a folder, links to folders are not followed, links out of it are not read.
    """
    entries = {_path(entry): entry for path in dict.fromkeys(paths) for entry in _entries(path, excluded)}
    return [entries[path] for path in sorted(entries, key=os.fsencode)]


def read(path: str) -> bytes:
    """The bytes of a file, or of standard input for `-`. Raises Unreadable; never waits for a named pipe."""
    try:
        if path == "-":
            return _capped("-", _standard_input())
        with open(os.open(path, _FLAGS), "rb") as file:
            return _capped(path, _bytes(path, file.fileno(), file.read))
    except (OSError, ValueError) as error:
        raise unreadable(path, _code(error)) from None


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise unreadable("-", "no_input")
    return sys.stdin.buffer.read(LIMIT + 1)


def _bytes(path: str, descriptor: int, take: Callable[[int], bytes]) -> bytes:
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode):
        if not path.startswith(_DESCRIPTORS):
            raise unreadable(path, "special")
        os.set_blocking(descriptor, True)
    elif found.st_size > LIMIT:
        raise unreadable(path, "too_big")
    return take(LIMIT + 1)


def _capped(path: str, data: bytes) -> bytes:
    if len(data) > LIMIT:
        raise unreadable(path, "too_big")
    return data


def _path(entry: Entry) -> str:
    return entry.faults[0].path if isinstance(entry, Unreadable) else entry.path


def _entries(path: str, excluded: Callable[[str], bool]) -> list[Entry]:
    if path == "-" or not os.path.isdir(path):
        return [Found(path)]
    entries = list(_folder(path, excluded))
    return entries if any(not isinstance(entry, Excluded) for entry in entries) else [*entries, unreadable(path, "no_articles")]


def _folder(root: str, excluded: Callable[[str], bool]) -> Iterator[Entry]:
    """All files below `root`, hidden ones apart. A list of folders to visit instead of recursion: depth has no limit."""
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as names:
                found = [name for name in names if not name.name.startswith(".")]
        except OSError as error:
            yield unreadable(folder, _code(error))
            continue
        folders += [name.path for name in found if name.is_dir(follow_symlinks=False)]
        yield from (_file(root, name, excluded) for name in found if not name.is_dir(follow_symlinks=False))


def _file(root: str, name: os.DirEntry[str], excluded: Callable[[str], bool]) -> Entry:
    if not name.name.lower().endswith(SUFFIXES):
        return Excluded(name.path, "other_format")
    if excluded(name.path):
        return Excluded(name.path, "pattern")
    try:
        mode = name.stat().st_mode
    except OSError as error:
        return unreadable(name.path, "dangling" if isinstance(error, FileNotFoundError) else _code(error))
    if not stat.S_ISREG(mode):
        return Excluded(name.path, "linked_folder" if stat.S_ISDIR(mode) else "special")
    if name.is_symlink() and not stays_inside(root, name.path, SUFFIXES):
        return Excluded(name.path, "outside")
    return Found(name.path)


def _code(error: OSError | ValueError) -> str:
    """The word in `REASONS` for what the system says; a ValueError is a NUL in the name."""
    match error:
        case FileNotFoundError() | NotADirectoryError() | ValueError():
            return "missing"
        case PermissionError():
            return "denied"
        case IsADirectoryError():
            return "special"
        case _:
            return "loop" if error.errno == errno.ELOOP else "failed"
