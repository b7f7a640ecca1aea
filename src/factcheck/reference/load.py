"""Reference files → one compiled set. A warm start reads and hashes the files, and parses none of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any, TypedDict

from factcheck import store
from factcheck.errors import Fault, Refused

__all__ = ["Compiled", "compiled", "digest", "files"]

MAX_BYTES = 16 * 2**20
_ENDINGS = (".yaml", ".yml")
Files = Sequence[tuple[str, bytes]]


class Compiled(TypedDict):
    """A whole set as JSON: nouns as lists of their fields, series as text that is decoded when it is asked for.

    A row of a series is `period value attributes [note]`, rows parted by `;`; the last two are places in the lists below.
    An item of `attributes` is [unit, status, published, place in `sources`, hedge, exact].
    """

    indicators: dict[str, list[Any]]
    names: dict[str, list[str]]
    series: dict[str, dict[str, str]]
    attributes: list[list[Any]]
    sources: list[list[str]]
    notes: list[str]
    events: list[list[Any]]
    areas: dict[str, list[str | None]]


# --------------------------------------------------------------------------------------------- reading

def files(paths: Iterable[str]) -> list[tuple[str, bytes]]:
    """Name and bytes of every file meant, each once, in the order of names. Refused names all that can't be read."""
    found: dict[str, tuple[str, bytes]] = {}
    faults: list[Fault] = []
    for path in sorted(_walked(paths, faults)):
        try:
            found.setdefault(os.path.realpath(path), (path, store.read_bytes(path, MAX_BYTES)))
        except OSError as error:
            faults.append(_unreadable(path, error))
    if faults:
        raise Refused(*sorted(faults))
    return list(found.values())


def digest(files: Files) -> str:
    """One SHA-256 for the content of all files, wherever they lie."""
    return sha256(b"".join(sorted(sha256(data).digest() for _, data in files))).hexdigest()


def _walked(paths: Iterable[str], faults: list[Fault]) -> Iterator[str]:
    """The files named, and those in the folders named. Links to folders are not followed, so there are no loops."""
    for path in paths:
        if not os.path.isdir(path):
            yield path
            continue
        inside = list(_inside(path, faults))
        if not inside:
            faults.append(Fault(path, "no reference file in this folder", hint="a reference file ends in .yaml", code="reference"))
        yield from inside


def _inside(folder: str, faults: list[Fault]) -> Iterator[str]:
    pending = [folder]
    while pending:
        try:
            with os.scandir(pending.pop()) as entries:
                for entry in entries:
                    if entry.name.startswith("."):  # drafts of editors, folders of git
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        pending.append(entry.path)
                    elif entry.name.lower().endswith(_ENDINGS) and not entry.is_dir():
                        yield entry.path
        except OSError as error:
            faults.append(_unreadable(error.filename or folder, error))


def _unreadable(path: str, error: OSError) -> Fault:
    return Fault(path, f"can't be read: {error.strerror or error}", code="unreadable")


# --------------------------------------------------------------------------------------------- compiling

def compiled(files: Files) -> Compiled:
    """The set in its compiled form, from the cache if the same files were compiled before. Refused names every fault."""
    return store.compiled("reference", [("files", digest(files).encode())], lambda: _compile(files))


def _compile(files: Files) -> Compiled:
    from factcheck.reference import assemble  # only when a file changed

    return assemble.assemble(files)
