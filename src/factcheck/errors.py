"""What can be wrong with what a user hands in.

FactcheckError
├── DataError        a file of the user's is refused: path, line, column, excerpt; many are reported together
│   ├── Unreadable   an article can't be read or decoded: it is listed as not checked (exit code 3)
│   └── Refused      a reference or configuration file is wrong: nothing is checked (exit code 2)
└── UsageError       the command line asks for what doesn't exist (exit code 2)

Anything else that is raised is a bug (exit code 70).
What is wrong with an *article's figures* is no exception but a Finding.
"""

from __future__ import annotations

from factcheck.records import NamedTuple
from factcheck.visible import blanks

__all__ = ["DataError", "FactcheckError", "Fault", "Refused", "Unreadable", "UsageError"]


class Fault(NamedTuple):
    """One thing wrong in one place of a file. `line` and `column` count from 1; 0 is the file as a whole.

    `excerpt` is the line, or a part of it from the character `cut` on.
    """

    path: str
    message: str
    line: int = 0
    column: int = 0
    excerpt: str = ""
    hint: str = ""
    code: str = "invalid"
    cut: int = 0

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        parts = [f"{place}: {self.message}"]
        if self.excerpt:
            parts.append(f"    {self.excerpt}")
        if self.excerpt and self.column:
            parts.append("    " + blanks(self.excerpt[: self.column - 1 - self.cut]) + "^")
        if self.hint:
            parts.append(f"    hint: {self.hint}")
        return "\n".join(parts)


class FactcheckError(Exception):
    """The root of the tree."""


class DataError(FactcheckError):
    """One or more faults in the user's files, reported together."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


class Unreadable(DataError):
    """An article can't be read or decoded."""


class Refused(DataError):
    """A reference or configuration file is wrong."""


class UsageError(FactcheckError):
    """The command line asks for what doesn't exist."""
