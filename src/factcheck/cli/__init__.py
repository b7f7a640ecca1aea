"""The command line. Only this package reads argv, prints and sets exit codes."""

from factcheck.cli.main import main

__all__ = ["main"]
