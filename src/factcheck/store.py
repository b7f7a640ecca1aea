"""Files of the program's own: a cache that is never wrong, and reading that never hangs.

A cache entry is one file, `NAME-KEY.json`: a line with its SHA-256, then JSON. Whatever is odd about the cache (unreadable,
garbled, of another key, not writable) is a miss; it is never an error and never a wrong value.
"""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from typing import TypeVar

from factcheck import __version__

__all__ = ["JSON", "compiled", "lies_inside", "read_bytes", "recalled", "remember", "stays_inside"]

JSON = str | int | bool | None | Sequence["JSON"] | Mapping[str, "JSON"]
_KEPT = 8  # entries of one name: a few reference sets in turn, and a few versions of the program
T = TypeVar("T")


def compiled(name: str, parts: Iterable[tuple[str, bytes]], build: Callable[[], T]) -> T:
    """What `build` makes of the named `parts`, built once for one content of them and of the code that builds.

    The value is of JSON's own types (a tuple comes back as a list), the same one whether it was built or found.
    """
    key = _key(name, parts, build)
    found = _found(name, key)
    if found is None:
        found = _packed(build())
        _keep(name, key, found)
    value: T = json.loads(found)
    return value


def recalled(name: str, parts: Iterable[tuple[str, bytes]]) -> JSON:
    """What was last remembered under a name and these parts; None if nothing was."""
    found = _found(name, _key(name, parts, None))
    value: JSON = None if found is None else json.loads(found)
    return value


def remember(name: str, parts: Iterable[tuple[str, bytes]], value: JSON) -> None:
    """Keep a value for later runs to recall."""
    _keep(name, _key(name, parts, None), _packed(value))


def _packed(value: object) -> bytes:
    """As JSON; Chinese as it is, which is read faster than its escapes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _found(name: str, key: str) -> bytes | None:
    folder = _folder()
    return _read(os.path.join(folder, f"{name}-{key}.json"), key) if folder else None


def _keep(name: str, key: str, found: bytes) -> None:
    folder = _folder()
    if folder:
        _write(os.path.join(folder, f"{name}-{key}.json"), _signature(key, found) + b"\n" + found)
        _prune(folder, name)


def lies_inside(root: str, path: str) -> bool:
    """Whether a path, with all its links followed, lies in a folder."""
    top = os.path.realpath(root)
    return os.path.commonpath([top, os.path.realpath(path)]) == top


def stays_inside(root: str, link: str, endings: tuple[str, ...]) -> bool:
    """Whether a link leads to a file that would be read in the same folder without it: what it leads to may be shown then."""
    return lies_inside(root, link) and os.path.realpath(link).lower().endswith(endings)


def read_bytes(path: str, limit: int) -> bytes:
    """All bytes of a regular file. OSError for anything else (a FIFO blocks, a device may never end) and beyond `limit`."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(handle, "rb", buffering=0) as file:
        status = os.fstat(handle)
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "not a regular file", path)
        data = file.read(min(status.st_size, limit) + 1)
        while len(data) <= limit and (more := file.read(2**16)):  # its size was a lie, as under /proc
            data += more
    if len(data) > limit:
        raise OSError(errno.EFBIG, f"larger than {limit} bytes", path)
    return data


def _key(name: str, parts: Iterable[tuple[str, bytes]], build: Callable[[], object] | None) -> str:
    """One digest over everything that the value depends on; lengths keep the pieces apart."""
    digest = sha256()
    for piece in (__version__.encode(), _source(build), name.encode()):
        digest.update(b"%d:" % len(piece) + piece)
    for part, data in parts:
        label = os.fsencode(part)
        digest.update(b"%d:%d:" % (len(label), len(data)) + label)
        digest.update(data)
    return digest.hexdigest()


def _source(build: Callable[[], object] | None) -> bytes:
    """The module that builds, so that a change to it counts at once; the version alone where there is no source."""
    code = getattr(build, "__code__", None)
    try:
        return read_bytes(code.co_filename, 2**20) if code else b""
    except OSError:
        return b""


def _folder() -> str:
    """Where entries lie: FACTCHECK_CACHE_DIR (empty: nowhere), else the user's cache directory; "" is nowhere."""
    own = os.environ.get("FACTCHECK_CACHE_DIR")
    if own is not None:
        return own
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "factcheck") if os.path.isabs(base) else ""


def _signature(key: str, value: bytes) -> bytes:
    return sha256(key.encode() + value).hexdigest().encode()


def _read(entry: str, key: str) -> bytes | None:
    """The bytes of an entry that is whole and belongs to this key."""
    try:
        signature, _, value = read_bytes(entry, 2**30).partition(b"\n")
    except OSError:
        return None
    return value if signature == _signature(key, value) else None


def _write(entry: str, content: bytes) -> None:
    """All of it or nothing: a neighbour that is moved over the entry. A disk that won't have it is no error."""
    draft = f"{entry}.{os.getpid()}-{os.urandom(4).hex()}"
    with suppress(OSError):
        os.makedirs(os.path.dirname(entry), mode=0o700, exist_ok=True)
        try:
            with open(draft, "xb") as file:
                file.write(content)
            os.replace(draft, entry)
        finally:  # whether the disk is full or the user interrupts
            _remove(draft)


def _prune(folder: str, name: str) -> None:
    """Keep the newest entries of a name. Drafts that a killed process left count as entries, and so go as well."""
    with suppress(OSError), os.scandir(folder) as found:
        entries = sorted((-file.stat().st_mtime_ns, file.path) for file in found if _is_of(name, file.name))
        for _, path in entries[_KEPT:]:
            _remove(path)


def _is_of(name: str, file: str) -> bool:
    """Whether a file is an entry of this name, and not of one that only begins like it."""
    return file.startswith(name + "-") and file[len(name) + 1 :].partition(".")[0].isalnum()


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)
