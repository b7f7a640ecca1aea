"""Regular expressions that are not compiled anew in every run.

CPython compiles them in Python, 0.2 ms each: a quarter of what one article takes. What comes out is a list of numbers, which is
kept as everything compiled is (`store`), by the interpreter's own version, and which the interpreter checks before it runs it.
Where anything about that is not as expected, `re.compile` does it as ever.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import Any

from factcheck import store

__all__ = ["keep", "regex"]

_PARTS = (("python", sys.version.encode()),)
_new: dict[str, tuple[str, int]] = {}
"""What this run had to compile, by key."""


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """The same as `re.compile(source, flags)`, from what an earlier run kept if there is such."""
    key = f"{int(flags)}:{source}"
    entry = _kept().get(key)
    if entry is not None:
        try:
            return _revived(source, entry)
        except (AttributeError, ImportError, RuntimeError, TypeError, ValueError, OverflowError):
            pass  # kept by an interpreter that differs in more than its version
    _new[key] = (source, int(flags))
    return re.compile(source, flags)


def keep() -> None:
    """Remember what this run had to compile, for the next ones."""
    if not _new:
        return
    try:
        made = {key: _code(source, flags) for key, (source, flags) in _new.items()}
    except (AttributeError, ImportError, TypeError):
        return
    store.remember("patterns", _PARTS, {**_kept(), **made})
    _new.clear()


@cache
def _kept() -> dict[str, Any]:
    found = store.recalled("patterns", _PARTS)
    return found if isinstance(found, dict) else {}


def _revived(source: str, entry: Any) -> re.Pattern[str]:  # noqa: ANN401  JSON of our own
    import _sre  # type: ignore[import-not-found]

    flags, code, groups, names, order = entry
    made: re.Pattern[str] = _sre.compile(source, flags, memoryview(bytes.fromhex(code)).cast("I").tolist(), groups, names, tuple(order))
    return made


def _code(source: str, flags: int) -> Any:  # noqa: ANN401  JSON of our own
    """What `re` itself hands to its engine: flags, code, number of groups, and their names."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(source, flags)
    code = b"".join(word.to_bytes(4, sys.byteorder) for word in _compiler._code(parsed, flags))  # noqa: SLF001  there is no public way
    names = parsed.state.groupdict
    order: list[str | None] = [None] * parsed.state.groups
    for name, index in names.items():
        order[index] = name
    return [flags | parsed.state.flags, code.hex(), parsed.state.groups - 1, dict(names), order]
