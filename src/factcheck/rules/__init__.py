"""The rules. A rule is one file of this folder, named for what is wrong, with `check(facts)`; it is found by listing the folder.

Its docstring is all that is said of it anywhere: a title in both languages, why it matters, and examples that run as its tests.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType

from factcheck.errors import UsageError
from factcheck.model import Facts, Problem, Severity, Text
from factcheck.records import NamedTuple
from factcheck.rules._docs import Doc, Example, read_doc
from factcheck.rules._graph import graph
from factcheck.rules._premises import SAYS, weighed
from factcheck.rules._settle import settled

__all__ = ["SAYS", "Doc", "Example", "Rule", "all_rules", "graph", "select", "settled", "weighed"]


_AS_THEY_SAY: Mapping[str, Severity] = MappingProxyType({})


class Rule(NamedTuple):
    """A check, the name that its file gives it, and the file's own words about it."""

    id: str
    check: Callable[[Facts], Iterator[Problem]]
    words: str = ""
    severity: Severity | None = None
    """How severe a newsroom takes what it finds to be; None leaves that to the rule."""
    rests_on: tuple[str, ...] = ()
    """The names of the premises that it establishes before it speaks."""

    @property
    def doc(self) -> Doc:
        """Title, reason and examples, read from the rule's words when somebody asks."""
        return read_doc(self.words)

    @property
    def title(self) -> Text:
        """What is wrong, in a few words."""
        return self.doc.title

    @property
    def examples(self) -> tuple[Example, ...]:
        """What the rule must find, and what it must leave alone."""
        return self.doc.examples


def all_rules() -> tuple[Rule, ...]:
    """Every rule, by id."""
    names = (name for name in os.listdir(os.path.dirname(__file__)) if name.endswith(".py") and not name.startswith("_"))
    return tuple(_rule(name.removesuffix(".py")) for name in sorted(names))


def _rule(name: str) -> Rule:
    module = import_module(f"{__name__}.{name}")
    return Rule(name.replace("_", "-"), module.check, module.__doc__ or "", rests_on=module.RESTS_ON)


def select(
    rules: Sequence[Rule], only: Iterable[str] = (), ignore: Iterable[str] = (), severity: Mapping[str, Severity] = _AS_THEY_SAY
) -> tuple[Rule, ...]:
    """The rules of the ids `only` (all of them if there are none) but those of `ignore`, each with its `severity` where one is set.

    UsageError for an id that no rule has."""
    wanted, unwanted = set(only), set(ignore)
    known = {rule.id for rule in rules}
    unknown = sorted((wanted | unwanted | set(severity)) - known)
    if unknown:
        raise UsageError("; ".join(_unknown(name, known) for name in unknown))
    chosen = (rule for rule in rules if rule.id not in unwanted and (not wanted or rule.id in wanted))
    return tuple(rule._replace(severity=severity.get(rule.id)) for rule in chosen)


def _unknown(name: str, known: Iterable[str]) -> str:
    """What is wrong with an id, and which one may have been meant."""
    from difflib import get_close_matches  # only for a message

    like = get_close_matches(name.replace("_", "-").lower(), sorted(known), n=1)
    return f"there is no rule {name!r}" + (f"; did you mean {like[0]!r}?" if like else " (see factcheck rules)")
