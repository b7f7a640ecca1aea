"""The outermost handler: every way to end, as the exit code that stands for it. Nothing of weight is imported outside of it.

0 clean; 1 findings; 2 usage, configuration or reference refused; 3 some input was not checked; 4 output could not be written;
70 a bug; 130 and 143 interrupted and terminated. A crash is never 1.
"""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Container, Sequence
from typing import NoReturn

from factcheck import patterns
from factcheck.cli.complain import BUG, abandon, bug, complain
from factcheck.cli.plainly import plainly
from factcheck.errors import Refused, UsageError

__all__ = ["main", "run", "with_command"]


COMMANDS = ("check", "extract", "trace", "rules", "explain", "reference")
_OBJECTS_PER_COLLECTION = 50_000  # at the usual 700, a twentieth of a run goes into collecting what is still in use


class _Terminated(BaseException):
    """SIGTERM: unwinds as an interrupt does, so that nothing half-written stays behind."""


def main() -> None:
    """Run the command line and exit."""
    code = run(sys.argv[1:])
    gc.freeze()  # what is in use to the end is not searched for garbage then: a tenth of a run
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run the command line `arguments`; the exit code."""
    signal.signal(signal.SIGTERM, _terminate)
    gc.set_threshold(_OBJECTS_PER_COLLECTION)
    try:
        code = _command(arguments)
        patterns.keep()
    except KeyboardInterrupt:
        return 130
    except _Terminated:
        return 143
    except (UsageError, Refused) as error:
        complain(str(error))
        return 2
    except OSError as error:  # whoever reads a file handles its errors, so this one is of writing
        complain(f"the output can't be written: {error}")
        abandon()
        return 4
    except Exception as error:  # noqa: BLE001 - where a bug ends that no single article has caused
        bug(error)
        return BUG
    else:
        return code


def with_command(arguments: Sequence[str], commands: Container[str]) -> tuple[str | None, list[str]]:
    """The command that is meant, and the arguments with it: `check`, unless they name another or only ask for help or version."""
    first = next((word for word in arguments if word == "-" or not word.startswith("-")), None)
    if first in commands:
        return first, list(arguments)
    if first is None and (not arguments or {"--help", "--version"} & set(arguments)):
        return None, list(arguments) or ["--help"]
    return "check", ["check", *arguments]


def _command(arguments: Sequence[str]) -> int:
    plain = plainly(arguments, COMMANDS)
    if plain is not None:
        from factcheck.cli.check import check

        return check(**plain)
    return _by_typer(arguments)


def _by_typer(arguments: Sequence[str]) -> int:
    import typer

    from factcheck.cli.app import build

    name, words = with_command(arguments, COMMANDS)
    if sys.stdout is None and "--help" in words:
        raise OSError("standard output is closed")
    try:
        code: int = build(name)(words, prog_name="factcheck", standalone_mode=False)
    except typer.TyperException as error:
        complain(f"{error.format_message()}\n    hint: factcheck --help, or factcheck COMMAND --help")
        return error.exit_code
    except typer.Abort:
        return 130
    except SystemExit:  # typer's answer to a reader that went away while help was printed
        return 0
    return code if arguments else 2


def _terminate(_signal: int, _frame: object) -> NoReturn:
    raise _Terminated

