"""Standard error: what is said beside the data, with untrusted text spelt out."""

from __future__ import annotations

import sys

from factcheck.report.visible import visible

__all__ = ["complain"]


def complain(message: str) -> None:
    """Say something on standard error, line by line; where there is none, nothing."""
    if sys.stderr is None:
        return
    first, *rest = message.split("\n")
    for line in (f"factcheck: {first}", *rest):
        print(visible(line), file=sys.stderr)  # noqa: T201 - here and nowhere else
