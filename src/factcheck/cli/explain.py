"""`factcheck explain`: one rule, from what it says of itself."""

from collections.abc import Iterator
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import deliver
from factcheck.cli.settings import settings
from factcheck.config import Lang
from factcheck.report.words import say
from factcheck.rules import SAYS, Rule, all_rules, select

__all__ = ["explain"]

RuleId = Annotated[str, typer.Argument(metavar="RULE", help="规则名 · the rule's name (factcheck rules)")]
_RESTS_ON = {
    "zh": "依据（原文都写明才算错误，一项靠推断只算警告，两项靠推断不报）：",
    "en": "rests on (an error needs all of it stated in the text; with one assumed it is a warning, with two nothing is said):",
}
_LABELS = {"wrong": {"zh": "错", "en": "wrong"}, "right": {"zh": "对", "en": "right"}}


def explain(*, rule: RuleId, lang: options.LangOption = None) -> int:
    """Explain a rule: why it matters, what it finds and what it leaves alone."""
    words = settings(lang=lang).lang
    deliver("\n".join(_explained(select(all_rules(), [rule])[0], words)) + "\n", None)
    return 0


def _explained(rule: Rule, lang: Lang) -> Iterator[str]:
    doc = rule.doc
    yield from (f"{rule.id}: {say(doc.title, lang)}", "", say(doc.reason, lang), "")
    yield _RESTS_ON[lang]
    yield from (f"  {name}: {say(SAYS[name], lang)}" for name in rule.rests_on)
    yield ""
    for example in doc.examples:
        if example.lang == lang:
            options_said = " ".join(f"--{key} {value}" for key, value in example.options.items())
            text = example.text.replace("\n\n", "\n    ")
            yield f"  {_LABELS[example.verdict][lang]}: {text}" + (f"  ({options_said})" if options_said else "")
