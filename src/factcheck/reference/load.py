"""Reference files → one compiled set. A warm start reads and hashes the files, and parses none of them."""

from __future__ import annotations

import os
from collections.abc import Hashable, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any, TypedDict

from factcheck import store
from factcheck.config import REFERENCE_ENDINGS
from factcheck.errors import Fault, Refused
from factcheck.model import Indicator
from factcheck.names import fold_name

__all__ = ["EMPTY", "Compiled", "compiled", "digest", "files"]

RELATIONS = tuple(field for field in Indicator._fields if field.endswith("_of"))
MAX_BYTES = 16 * 2**20
Files = Sequence[tuple[str, bytes]]


class Compiled(TypedDict):
    """A whole set as JSON: nouns as lists of their fields, series as text that is decoded when it is asked for.

    A row of a series is `period value attributes [note]`, rows parted by `;`; the last two are places in the lists below.
    An item of `attributes` is [unit, status, published, place in `sources`, hedge, exact].
    """

    indicators: dict[str, list[Any]]
    names: dict[str, list[str]]
    related: dict[str, dict[str, list[str]]]
    series: dict[str, dict[str, str]]
    attributes: list[list[Any]]
    sources: list[list[str]]
    notes: list[str]
    events: list[list[Any]]
    areas: dict[str, dict[str, str]]


EMPTY: Compiled = {
    "indicators": {}, "names": {}, "related": {relation: {} for relation in RELATIONS}, "series": {},
    "attributes": [], "sources": [], "notes": [], "events": [], "areas": {},
}  # fmt: skip


# --------------------------------------------------------------------------------------------- reading

def files(paths: Iterable[str]) -> list[tuple[str, bytes]]:
    """Name and bytes of every file meant, each once, in the order of names. Refused names all that can't be read."""
    found: dict[tuple[int, int], tuple[str, bytes]] = {}
    faults: list[Fault] = []
    for path in sorted(_walked(paths, faults)):
        try:
            found.setdefault(_identity(path), (path, store.read_bytes(path, MAX_BYTES)))
        except OSError as error:
            faults.append(_unreadable(path, error))
    if faults:
        raise Refused(*sorted(faults))
    return list(found.values())


def _identity(path: str) -> tuple[int, int]:
    """What two paths to the same file have in common."""
    status = os.stat(path)
    return status.st_dev, status.st_ino


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
            faults.append(Fault(path, "no reference file in this folder", hint="they end in .yaml", code="reference"))
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
                    elif entry.name.lower().endswith(REFERENCE_ENDINGS) and not entry.is_dir():
                        yield from _linked(folder, entry, faults)
        except OSError as error:
            faults.append(_unreadable(error.filename or folder, error))


def _linked(folder: str, entry: os.DirEntry[str], faults: list[Fault]) -> Iterator[str]:
    """The file, unless it is a link to anything but a reference file of the folder: of that nothing is read, so that no message can quote it."""
    if entry.is_symlink() and not store.stays_inside(folder, entry.path, REFERENCE_ENDINGS):
        faults.append(Fault(entry.path, "a link to no reference file of this folder", hint="copy the file, or name it with --reference", code="outside"))
    else:
        yield entry.path


def _unreadable(path: str, error: OSError) -> Fault:
    return Fault(path, f"can't be read: {error.strerror or error}", code="unreadable")


# --------------------------------------------------------------------------------------------- compiling

def compiled(files: Files, digest: str) -> Compiled:
    """The set in its compiled form, from the cache if files of this digest were compiled before. Refused names every fault."""
    return store.compiled("reference", [("files", digest.encode()), *_code()], lambda: _compile(files))


def _code() -> Iterator[tuple[str, bytes]]:
    """The modules that have a say in the outcome beside this one, so that an edit to them compiles anew."""
    folder = os.path.dirname(__file__)
    for name in ("fields.py", "merge.py", "names.py", "schema.py", "values.py"):
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            yield name, store.read_bytes(path, MAX_BYTES)


def _compile(files: Files) -> Compiled:
    from factcheck.reference.merge import merge  # only when a file changed

    merged = merge(files)
    indicators = sorted((found.value for found in merged.indicators), key=lambda one: one.id)
    events = sorted((found.value for found in merged.events), key=lambda one: one.id)
    observations = sorted((found.value for found in merged.observations), key=lambda o: (o.indicator, o.area, o.period, o.published, o.unit))
    attributes, sources, notes = _Table(), _Table(), _Table()
    series: dict[str, dict[str, list[str]]] = {}
    for o in observations:
        place = attributes.place((o.unit, o.status, o.published, sources.place(o.source), o.hedge, o.exact))
        note = f" {notes.place(o.note)}" if o.note else ""
        series.setdefault(o.indicator, {}).setdefault(o.area, []).append(f"{o.period} {o.value} {place}{note}")
    return {
        "indicators": {indicator.id: list(indicator) for indicator in indicators},
        "names": _names(indicators),
        "related": {relation: _related(indicators, relation) for relation in RELATIONS},
        "series": {key: {area: ";".join(rows) for area, rows in areas.items()} for key, areas in series.items()},
        "attributes": attributes.rows(),
        "sources": sources.rows(),
        "notes": notes.rows(),
        "events": [list(event) for event in events],
        "areas": dict(sorted(found.value for found in merged.areas)),
    }


class _Table:
    """Different rows, each once, in the order in which they came."""

    def __init__(self) -> None:
        self._places: dict[Any, int] = {}

    def place(self, row: Hashable) -> int:
        """Where this row stands."""
        return self._places.setdefault(row, len(self._places))

    def rows(self) -> list[Any]:
        """All rows."""
        return list(self._places)


def _names(indicators: Iterable[Indicator]) -> dict[str, list[str]]:
    """Every name of every indicator, folded → the ids of those that have it."""
    names: dict[str, list[str]] = {}
    for indicator in indicators:
        for name in {fold_name(name) for name in (*indicator.name, *indicator.aliases)}:
            names.setdefault(name, []).append(indicator.id)
    return {name: sorted(ids) for name, ids in sorted(names.items())}


def _related(indicators: Iterable[Indicator], relation: str) -> dict[str, list[str]]:
    """What an indicator is about → the ids of all that are about it in this way."""
    related: dict[str, list[str]] = {}
    for indicator in indicators:
        about = getattr(indicator, relation)
        if about:
            related.setdefault(about, []).append(indicator.id)
    return {about: sorted(ids) for about, ids in sorted(related.items())}
