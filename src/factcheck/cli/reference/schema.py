"""`factcheck reference schema`: the JSON Schema by which an editor completes and checks reference files."""

from factcheck.cli import options
from factcheck.cli.output import deliver
from factcheck.reference.json_schema import json_schema

__all__ = ["schema"]


def schema(*, output: options.Output = None) -> int:
    """Print the JSON Schema. A file whose first line is `# yaml-language-server: $schema=schema.json` is held to it."""
    deliver(json_schema(), output, encoding="utf-8")
    return 0
