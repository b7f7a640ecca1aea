"""`factcheck rules`: the catalogue."""

from factcheck.cli import options
from factcheck.cli.output import deliver
from factcheck.cli.settings import settings
from factcheck.report.words import say
from factcheck.rules import all_rules

__all__ = ["rules"]


def rules(*, lang: options.LangOption = None) -> int:
    """List all rules."""
    words = settings(lang=lang).lang
    found = all_rules()
    width = max((len(rule.id) for rule in found), default=0)
    deliver("".join(f"{rule.id:{width}}  {say(rule.title, words)}\n" for rule in found), None)
    return 0
