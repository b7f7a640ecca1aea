"""`factcheck reference search`: indicators by name; exact ones first, then those that contain it, then those that look like it."""

from collections.abc import Sequence
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import look
from factcheck.cli.reference.known import Entry, deliver_lines, entries
from factcheck.cli.reference.list import STYLES, row
from factcheck.cli.settings import settings
from factcheck.errors import UsageError
from factcheck.model import Text
from factcheck.names import fold_name
from factcheck.reference import ReferenceSet
from factcheck.report.grid import aligned
from factcheck.report.words import say

__all__ = ["matches", "search"]

Words = Annotated[list[str], typer.Argument(metavar="WORDS", help="指标名称的词 · words of an indicator's name")]
_LIKE = 5
_HOW = (Text("同名", "exact"), Text("含此词", "contains"), Text("相近", "like"))


def search(*, words: Words, files: options.References = None, lang: options.LangOption = None) -> int:
    """Find indicators by name. Likeness only suggests: 出口 and 进口 look alike, and are not the same."""
    chosen = settings(reference=files, lang=lang)
    found = matches(words, chosen.reference)
    if not found:
        raise UsageError(f"nothing is called like {' '.join(words)!r} (see factcheck reference list)")
    style = look(chosen.lang, None)
    rows = [(say(_HOW[how], style.lang), *row(entry, style)) for how, entry in found]
    deliver_lines(aligned(rows, ("faint", *STYLES), right=(4, 6), indent=0))
    return 0


def matches(words: Sequence[str], paths: Sequence[str]) -> list[tuple[int, Entry]]:
    """How each indicator was found, as a place in `_HOW`, and the indicator; the surest first."""
    known = entries(paths)
    whole, parts = fold_name("".join(words)), [fold_name(word) for word in words]
    found: dict[str, tuple[int, Entry]] = {}
    for entry in known:
        names = _names(entry)
        if whole in names:
            found[entry.indicator.id] = 0, entry
        elif any(all(part in name for part in parts) for name in names):
            found[entry.indicator.id] = 1, entry
    if not found:
        like = {fold_name(name): place for place, name in enumerate(ReferenceSet.open(paths).suggest(" ".join(words), _LIKE))}
        near = ((min((like[name] for name in _names(entry) if name in like), default=-1), entry) for entry in known)
        ranked = sorted(((place, entry) for place, entry in near if place >= 0), key=lambda pair: pair[0])
        found = {entry.indicator.id: (2, entry) for _, entry in ranked}
    # 进口 is more of 货物进口额 than of 中国自东盟货物进口额; what only looks alike keeps its order
    return sorted(found.values(), key=lambda pair: (pair[0], len(pair[1].indicator.name.zh) if pair[0] < len(_HOW) - 1 else 0))


def _names(entry: Entry) -> set[str]:
    one = entry.indicator
    return {fold_name(name) for name in (one.id, *one.name, *one.aliases)}
