"""What import and harvest have in common: where the values come from, what they are to the set, and writing them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Annotated

import typer

from factcheck.cli.complain import complain
from factcheck.cli.output import deliver
from factcheck.cli.reference.known import HEDGES
from factcheck.cli.settings import Settings
from factcheck.config import REFERENCE_ENDINGS
from factcheck.errors import Refused, UsageError
from factcheck.model import Observation, Source, Status, Text
from factcheck.records import NamedTuple
from factcheck.reference import ReferenceSet, load, values
from factcheck.reference.amend import superseded
from factcheck.reference.audit import audit
from factcheck.reference.comparison import KINDS, Compared
from factcheck.reference.drafts import draft
from factcheck.reference.importers import Skipped
from factcheck.reference.json_schema import FILE
from factcheck.reference.merge import Merged, gather, in_order, merge
from factcheck.reference.schema import Found
from factcheck.report.lines import Line, Look, Piece, line
from factcheck.report.words import say

__all__ = [
    "Draft", "Grade", "Growth", "Published", "Publisher", "Title", "Url", "Write", "finished", "growth", "proposed", "sourced", "status",
]  # fmt: skip

Title = Annotated[str | None, typer.Option("--source-title", metavar="TEXT", help="来源的标题 · the source's title")]
Publisher = Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="发布者 · who published it")]
Published = Annotated[str | None, typer.Option("--published", metavar="DATE", help="发布日期 · when it was published")]
Url = Annotated[str | None, typer.Option("--url", metavar="URL", help="网址 · its address")]
Grade = Annotated[
    str, typer.Option("--grade", metavar="GRADE", help="A 官方原件，B 注明官方来源的转录，C 转引 · A official, B a faithful transcription, C secondary")
]
Write = Annotated[
    str | None, typer.Option("--write", metavar="FILE", help="写入这个新的 YAML 文件；不写则只列出变化 · write this new YAML file; without, a dry run")
]
_READERS: dict[str, Callable[[str], str]] = {"title": values.prose, "publisher": values.prose, "published": values.date, "url": values.url}
_FLAGS = {"title": "--source-title", "publisher": "--publisher", "published": "--published", "url": "--url"}
_MARKS = {"conflict": ("!", "warning"), "changed": ("~", "rule"), "new": ("+", "ok"), "finer": ("+", "ok"), "older": ("+", "faint"), "same": ("=", "faint")}
_WORDS = {
    "conflict": Text("与库中同日数值矛盾，不写入", "contradict a value of the same date, not written"),
    "changed": Text("更新，库中旧值作为已被修订保留", "changed; the old value stays, as superseded"),
    "new": Text("新增", "new"),
    "finer": Text("更精确", "finer"),
    "older": Text("早于库中的数值，作为已被修订写入", "older than the set's, written as superseded"),
    "same": Text("库中已有", "in the set already"),
    "left": Text("没有采用", "not taken"),
}
_SHOWN = 20
"""Of what is as it was, and of what was left out for one reason, no more than so many are shown."""


class Draft(NamedTuple):
    """What a new file says beside its values; `said` stands above a value, `appendix` is what a person has to decide, as comments."""

    source: Source
    comment: str
    said: Mapping[Observation, str] = MappingProxyType({})
    appendix: str = ""


class Growth(NamedTuple):
    """The set as it is, with the place of each value."""

    known: ReferenceSet
    merged: Merged


def growth(chosen: Settings) -> Growth:
    """The set that the settings name."""
    return Growth(ReferenceSet.open(chosen.reference), merge(load.files(chosen.reference)))


def sourced(given: dict[str, str | None], about: dict[str, str], grade: str) -> Source:
    """The source from the command line, else from the file itself; UsageError names all that neither says. Nothing is invented."""
    found: dict[str, str] = {}
    for key, reader in _READERS.items():
        text = given.get(key) or about.get(key, "")
        try:
            found[key] = reader(text) if text else ""
        except ValueError as error:
            if given.get(key):
                raise UsageError(f"{_FLAGS[key]}: {error.args[0]}") from None
            found[key] = ""
    missing = [_FLAGS[key] for key in _READERS if not found[key]]
    if missing:
        raise UsageError(f"every value needs its source, and the file does not say all of it: give {', '.join(missing)}")
    try:
        return Source(found["title"], found["publisher"], found["published"], found["url"], values.grade(grade))
    except ValueError as error:
        raise UsageError(f"--grade: {error.args[0]}") from None


def status(text: str) -> Status:
    """The status named on the command line."""
    try:
        return values.status(text)
    except ValueError as error:
        raise UsageError(f"--status: {error.args[0]}; {error.args[1]}") from None


def proposed(found: Sequence[Compared], skipped: Sequence[Skipped], source: Source, style: Look) -> Iterator[Line]:
    """What would change, kind by kind, then what was not taken and why."""
    yield line("# ", Piece(f"{source.title} | {source.publisher} | {source.published} | {source.url} | {source.grade}", "faint"))
    for kind in KINDS:
        some = [one for one in found if one.kind == kind]
        if some:
            yield line(Piece(f"{say(_WORDS[kind], style.lang)} ({len(some)})", "heading"))
            shown = some if kind != "same" else some[:_SHOWN]
            yield from (_row(one) for one in shown)
            yield from _more(len(some) - len(shown))
    yield from _left(skipped, style)


def _row(one: Compared) -> Line:
    sign, style = _MARKS[one.kind]
    new, old = one.observation, one.known
    before = f"{_value(old.value)} ({old.value.published}, {_place(old)}) → " if old and one.kind != "same" else ""
    return line("  ", Piece(sign, style), f" {new.indicator}  {new.area}  {new.period}  {before}", Piece(_value(new), "figure"), "  ", Piece(one.place, "faint"))


def _value(one: Observation) -> str:
    return f"{HEDGES[one.hedge]}{one.value} {one.unit}".replace(" %", "%")


def _place(found: Found[Observation]) -> str:
    return f"{min(found.page.path, os.path.relpath(found.page.path), key=len)}:{found.line}"


def _more(count: int) -> Iterator[Line]:
    if count > 0:
        yield line(f"    … {count}")


def _left(skipped: Sequence[Skipped], style: Look) -> Iterator[Line]:
    """By reason, for a file may have a thousand countries that we do not."""
    reasons: dict[str, list[Skipped]] = {}
    for one in skipped:
        reasons.setdefault(one.why, []).append(one)
    if reasons:
        yield line(Piece(f"{say(_WORDS['left'], style.lang)} ({len(skipped)})", "heading"))
    for why, some in sorted(reasons.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        first = some[0]
        yield line("  ", Piece("-", "note"), f" {len(some)} × {why}  ", Piece(f"{first.place}  {first.what}", "faint"))


def finished(path: str | None, found: Sequence[Compared], new: Draft, grown: Growth, chosen: Settings, *, own: Sequence[str]) -> int:
    """Write what is new, or say that nothing was written; 3 where a contradiction was left out of what was written."""
    some = [one for one in found if one.kind not in {"same", "conflict"}]
    if path is None:
        complain(f"dry run: nothing was written; --write FILE writes {len(some)} values")
        return 0
    _check_target(path)
    if not some and not new.appendix:
        complain("nothing to write: the set has all of it")
        return 0
    text = _modeline(path) + draft([one.observation for one in some], new.source, grown.known, new.comment, new.said) + new.appendix
    _write(path, text, [one.known for one in some if one.kind == "changed" and one.known], own, chosen)
    return 3 if any(one.kind == "conflict" for one in found) else 0


def _check_target(path: str) -> None:
    if os.path.lexists(path):
        raise UsageError(f"--write: {path} exists; every release has a file of its own")
    if not path.endswith(REFERENCE_ENDINGS):
        raise UsageError(f"--write: {path} would not be found among reference files: they end in .yaml")


def _modeline(path: str) -> str:
    """The line that tells an editor where the schema is, if there is one beside the file or above it."""
    folder = os.path.dirname(path)
    for up in ("", "..", "../.."):
        if os.path.isfile(os.path.join(folder, up, FILE)):
            return f"# yaml-language-server: $schema={'/'.join(part for part in (up, FILE) if part)}\n"
    return ""


def _write(path: str, text: str, old: Sequence[Found[Observation]], own: Sequence[str], chosen: Settings) -> None:
    """The new file, and the user's own files with what it supersedes marked. Refused, with nothing written, where the set would be wrong."""
    files = dict(load.files(chosen.reference))
    changes = {path: text.encode(), **dict(_amended(old, files, own))}  # in this order: without the new value the old one still stands
    merged, faults = gather(list({**files, **changes}.items()))
    faults = in_order({*faults, *(fault for fault in audit(merged) if fault.path in changes)})
    if faults:
        raise Refused(*faults)
    for name, data in changes.items():
        deliver(data.decode(), name)
        complain(f"wrote {name}")
    if not any(_within(path, root) for root in chosen.reference):
        complain(f"add it to the set: reference = [{path!r}] in factcheck.toml, or --reference")


def _amended(old: Sequence[Found[Observation]], files: dict[str, bytes], own: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The user's own files with what is superseded marked; the shipped set is left alone, where the later date decides."""
    by_file: dict[str, list[Found[Observation]]] = {}
    for found in old:
        by_file.setdefault(found.page.path, []).append(found)
    for path, some in by_file.items():
        if not any(_within(path, root) for root in own):
            complain(f"{path} is not the project's own: its {len(some)} values stay as they are, and the later date decides")
            continue
        data, left = superseded(path, files[path], some)
        for found in left:
            complain(f"{path}:{found.line}: mark this value as superseded by hand: its line is not its own")
        yield path, data


def _within(path: str, root: str) -> bool:
    inside, outer = os.path.realpath(path), os.path.realpath(root)
    return inside == outer or inside.startswith(os.path.join(outer, ""))
