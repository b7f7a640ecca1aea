"""The commands, put together. Plain help and no pretty exceptions, so that rich is not loaded for them."""

from importlib import import_module
from typing import Annotated

import typer

from factcheck import __version__
from factcheck.cli.options import typed
from factcheck.cli.output import deliver

__all__ = ["COMMANDS", "build"]

COMMANDS = {
    "check": "核对文章（默认命令）· check articles; the default",
    "extract": "只列出读到的数字 · list every figure with what it measures",
    "trace": "一句话是怎样读的 · how a sentence was read",
    "rules": "列出规则 · list the rules",
    "explain": "解释一条规则 · explain a rule",
    "reference": "参照数据 · the reference set",
}
"""Each is a module of this package, with a function or a group of that name."""

_HELP = """新闻数字校对：逐一核对文章中的数字 · The numeric proofreader for newsrooms.

factcheck article.txt … 即 factcheck check article.txt … · `factcheck FILE` is short for `factcheck check FILE`.
"""


def build(name: str | None) -> typer.Typer:
    """The command line with the one command that is called, or with all of them for help: what is not built costs nothing."""
    app = typer.Typer(
        help=_HELP, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None, no_args_is_help=True
    )
    app.callback()(_root)
    for command in [name] if name in COMMANDS else COMMANDS:
        found = getattr(import_module(f"factcheck.cli.{command}"), command)
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=command, help=COMMANDS[command])
        else:
            app.command(command, help=COMMANDS[command])(typed(found))
    return app


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        deliver(f"factcheck {__version__}\n", None)
        raise typer.Exit


def _root(
    *, version: Annotated[bool, typer.Option("--version", help="版本 · the version", callback=_version, is_eager=True)] = False
) -> None:
    """Options that belong to no command."""
