"""Standard error: what is said beside the data, with untrusted text spelt out. And standard output given up."""

from __future__ import annotations

import os
import sys

from factcheck.visible import visible

__all__ = ["BUG", "abandon", "bug", "complain"]

BUG = 70
"""The exit code of an internal error."""


def complain(message: str) -> None:
    """Say something on standard error, line by line; where there is none, or it is full, nothing: the exit code says the rest."""
    if sys.stderr is None:
        return
    first, *rest = message.split("\n")
    try:
        for line in (f"factcheck: {first}", *rest):
            print(visible(line), file=sys.stderr, flush=True)  # noqa: T201 - here and nowhere else
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def bug(error: Exception, path: str = "") -> str:
    """Report an internal error, with its traceback for who asks for it; what was said of it."""
    if os.environ.get("FACTCHECK_DEBUG"):
        import traceback

        complain("".join(traceback.format_exception(error)).rstrip())
    why = f"internal error, please report it: {type(error).__name__}: {error}"
    complain((f"{path}: " if path else "") + why + "\n    hint: FACTCHECK_DEBUG=1 shows where it happened")
    return why


def abandon() -> None:
    """Point standard output at nothing: what could not be written must not be tried again when the interpreter ends."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
