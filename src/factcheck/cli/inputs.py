"""From arguments to articles: what can't be read is named on standard error, listed in the report, and does not stop the rest."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch

from factcheck.cli.complain import complain
from factcheck.config import Config, Lang
from factcheck.errors import Fault, Unreadable, UsageError
from factcheck.loaders import REASONS, Excluded, Found, load, read, walk
from factcheck.model import Article, NotChecked
from factcheck.records import NamedTuple
from factcheck.report.words import say

__all__ = ["Inputs", "articles"]


class Inputs(NamedTuple):
    """What to read, and how."""

    paths: Sequence[str]
    files_from: str | None
    encoding: str | None
    stdin_filename: str
    lang: Lang
    quiet: bool


def articles(inputs: Inputs, config: Config) -> Iterator[Article | NotChecked]:
    """Each input in the order of the paths' bytes, with progress on standard error where there are several."""
    _known(inputs.encoding)
    entries = walk(_paths(inputs), lambda path: _excluded(path, config))
    todo = [entry for entry in entries if not isinstance(entry, Excluded)]
    _name_excluded([entry for entry in entries if isinstance(entry, Excluded)], inputs)
    done = 0
    for done, entry in enumerate(todo, 1):
        _progress(done, len(todo), inputs)
        yield _article(entry, inputs)
    _progress(done, len(todo), inputs, last=True)


def _paths(inputs: Inputs) -> list[str]:
    paths = [*inputs.paths, *(_listed(inputs.files_from) if inputs.files_from else ())]
    if not paths:
        raise UsageError("nothing to read: name files, folders, or - for standard input (factcheck --help)")
    return paths


def _listed(path: str) -> list[str]:
    """The paths that a file lists, one a line."""
    try:
        return [os.fsdecode(line) for line in read(path).replace(b"\r\n", b"\n").split(b"\n") if line]
    except Unreadable as error:
        raise UsageError(f"--files-from {error}") from None


def _known(encoding: str | None) -> None:
    """Refuse what is no encoding of text. (An empty text would be decoded by anything.)"""
    try:
        b"5".decode(encoding or "utf-8")
    except UnicodeDecodeError:  # one byte is no text in UTF-16
        pass
    except (LookupError, ValueError):
        raise UsageError(f"--encoding: there is no text encoding {encoding!r}") from None


def _excluded(path: str, config: Config) -> bool:
    """Whether the configuration's patterns leave a file out; they are relative to it, with / on every system."""
    if not config.exclude or config.path is None:
        return False
    relative = os.path.relpath(path, os.path.dirname(config.path)).replace(os.sep, "/")
    return any(fnmatch(relative, pattern) for pattern in config.exclude)


def _article(entry: Found | Unreadable, inputs: Inputs) -> Article | NotChecked:
    if isinstance(entry, Unreadable):
        return _not_checked(entry, inputs)
    try:
        name = inputs.stdin_filename if entry.path == "-" else entry.path
        return load(name, read(entry.path), inputs.encoding)
    except Unreadable as error:
        return _not_checked(error, inputs)


def _not_checked(error: Unreadable, inputs: Inputs) -> NotChecked:
    fault = error.faults[0]
    why = _why(fault, inputs.lang)
    complain(f"{fault.path}: {why}")
    return NotChecked(fault.path, why)


def _why(fault: Fault, lang: Lang) -> str:
    words = say(REASONS[fault.code], lang)
    if not fault.line:
        return words
    return f"{words}（第 {fault.line} 行）" if lang == "zh" else f"{words} (line {fault.line})"


def _name_excluded(excluded: Sequence[Excluded], inputs: Inputs) -> None:
    """Say how many files of a folder were left out, and by which rule."""
    if inputs.quiet:
        return
    for code, count in sorted(Counter(entry.code for entry in excluded).items()):
        words = say(REASONS[code], inputs.lang)
        complain(f"略过 {count} 个文件：{words}" if inputs.lang == "zh" else f"left out {count} files: {words}")


def _progress(done: int, total: int, inputs: Inputs, *, last: bool = False) -> None:
    """A line that rewrites itself on a terminal; elsewhere one line at the end."""
    if total < 2 or inputs.quiet or sys.stderr is None:
        return
    counted = f"{done}/{total}"
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K" if last else f"\r{counted}")
        sys.stderr.flush()
    elif last:
        complain(f"已检查 {counted}" if inputs.lang == "zh" else f"checked {counted}")
