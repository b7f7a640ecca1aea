"""What slips are found: clean articles of our own with one slip each. Run by hand: python tests/bench_mutations.py.

It prints the recall by operator, how often the right slip is named first, false alarms on the articles as they stand, alarms on
rewrites that change nothing, and why figures stay unchecked. `--show missed|wrong-diagnosis|false|stays` lists the cases.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from controls import controls
from factcheck.model import Checked, Finding, Unchecked
from factcheck.reference import ReferenceSet, default_paths
from factcheck.report.tally import verdict_name
from mutating import ARTICLES, OPERATORS, Base, Mutation, applied, base, leaves, mutations, sentences

SEED = 20260228
PER_WEIGHT = 15
"""How many slips for each percent of weight, where the articles have so many places for them."""
LOUD = ("error", "warning")


class Outcome(NamedTuple):
    """A slip in an article, what was said of it, and whether it should have been found."""

    base: Base
    mutation: Mutation
    due: bool
    found: tuple[Finding, ...]

    @property
    def slip(self) -> str | None:
        """The slip that is named first, where the figure was held against an official one."""
        named = [f.problem.slips[0].name if f.problem.slips else "" for f in self.found if f.rule == "differs-from-reference"]
        return named[0] if named else None

    @property
    def text(self) -> str:
        """The slip in its sentence, for a person."""
        text, edits = self.base.article.text, self.mutation.edits
        sentence = next((s for s in self.base.checked.reading.sentences if s.start <= edits[0].start < s.end), None)
        before = text[sentence.start if sentence else edits[0].start : edits[0].start][-60:].strip()
        changed = "; ".join(f"[{text[e.start : e.end]} → {e.words}]" for e in edits)
        return f"{self.base.name}: …{before}{changed}{text[edits[0].end : edits[0].end + 12]!r}"


def key(finding: Finding, checked: Checked) -> tuple[str, str, str]:
    """A finding wherever it stands."""
    span = finding.problem.span
    return finding.rule, checked.reading.article.text[span.start : span.end], finding.problem.message.zh


def new(checked: Checked, before: Checked) -> list[Finding]:
    """The findings that the article as it was did not have."""
    old = Counter(key(finding, before) for finding in before.findings)
    found = []
    for finding in checked.findings:
        if finding.problem.severity in LOUD:
            old[key(finding, checked)] -= 1
            found += [finding] if old[key(finding, checked)] < 0 else []
    return found


def tried(one: Base, mutation: Mutation) -> Outcome:
    """Check the article with the slip in it."""
    checked = applied(one, mutation)
    places = sentences(checked, mutation.edits)
    near = [f for f in new(checked, one.checked) if any(s.start < p.end and p.start < s.end for s in (f.problem.span, *f.problem.related) for p in places)]
    return Outcome(one, mutation, leaves(mutation, checked), tuple(near))


def sample(bases: list[Base], per_weight: int) -> Iterator[tuple[Base, Mutation]]:
    """Of each operator as many slips as its weight asks for, spread over the articles by the seed."""
    rng = Random(SEED)
    by_operator: dict[str, list[tuple[Base, Mutation]]] = defaultdict(list)
    for one in bases:
        for mutation in mutations(one, rng):
            by_operator[mutation.operator].append((one, mutation))
    for name, operator in OPERATORS.items():
        rows = by_operator[name]
        yield from rng.sample(rows, min(len(rows), operator.weight * per_weight))


def table(outcomes: list[Outcome]) -> None:
    """Recall and diagnosis by operator."""
    print(f"{'operator':28}{'slips':>7}{'leave':>7}{'found':>7}{'errors':>8}{'recall':>9}{'diagnosed':>11}")
    rows = [(name, [o for o in outcomes if o.mutation.operator == name]) for name in OPERATORS]
    for name, every in [*rows, ("all", outcomes)]:
        due = [o for o in every if o.due]
        found = [o for o in due if o.found]
        errors = sum(any(f.problem.severity == "error" for f in o.found) for o in found)
        asked = [o for o in found if o.slip is not None and OPERATORS[o.mutation.operator].slips]
        right = sum(o.slip in OPERATORS[o.mutation.operator].slips for o in asked)
        share = f"{len(found) / len(due):.1%}" if due else "-"
        print(f"{name:28}{len(every):>7}{len(due):>7}{len(found):>7}{errors:>8}{share:>9}{f'{right}/{len(asked)}':>8} {right / len(asked) if asked else 0:.0%}")


def clean(bases: list[Base]) -> list[str]:
    """What is said of articles in which nothing is wrong, and why figures stay unchecked."""
    claims = sum(len(one.checked.judged) for one in bases)
    found = [(one, f) for one in bases for f in one.checked.findings]
    for severity in ("error", "warning", "note"):
        count = sum(f.problem.severity == severity for _, f in found)
        print(f"false {severity}s on clean text: {count} in {claims} claims, {count * 1000 / claims:.1f} per 1,000")
    verdicts = Counter(verdict_name(j.verdict) for one in bases for j in one.checked.judged)
    reasons = Counter(j.verdict.reason for one in bases for j in one.checked.judged if isinstance(j.verdict, Unchecked))
    print("verdicts:", ", ".join(f"{name} {count}" for name, count in verdicts.most_common()))
    print(f"unchecked {verdicts['unchecked'] / claims:.0%}:", ", ".join(f"{name} {count} ({count / claims:.0%})" for name, count in reasons.most_common()))
    return [f"{one.name}: {f.problem.severity} {f.rule} {f.problem.message.zh}" for one, f in found]


def quiet(bases: list[Base]) -> list[str]:
    """Rewrites that change nothing: each that raises an alarm, as a line."""
    listed, counts, alarmed = [], Counter[str](), Counter[tuple[str, str]]()
    for control in controls(bases, Random(SEED)):
        counts[control.kind] += 1
        for finding in new(control.checked, control.before):
            alarmed[control.kind, finding.problem.severity] += 1
            listed.append(f"{control.kind}: {control.name}: {finding.problem.severity} {finding.rule} {finding.problem.message.zh} | {control.words}")
    for kind, count in counts.items():
        print(f"control {kind:30}{count:>5}, alarmed: {alarmed[kind, 'error']} errors, {alarmed[kind, 'warning']} warnings")
    return listed


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", choices=("missed", "wrong-diagnosis", "false", "stays", "warnings"))
    parser.add_argument("--operator", help="only this one")
    arguments = parser.parse_args()
    reference = ReferenceSet.open(default_paths())
    bases = [base(path, reference) for path in sorted(ARTICLES.glob("*.txt"))]
    print(f"{len(bases)} articles, {sum(len(one.confirmed) for one in bases)} claims confirmed")
    outcomes = [tried(*row) for row in sample(bases, PER_WEIGHT) if arguments.operator in {None, row[1].operator}]
    table(outcomes)
    false = clean(bases) + quiet(bases)
    wrong = [o for o in outcomes if o.due and o.slip is not None and OPERATORS[o.mutation.operator].slips and o.slip not in OPERATORS[o.mutation.operator].slips]
    shown = {
        "missed": [f"{o.mutation.operator}: {o.text}" for o in outcomes if o.due and not o.found],
        "wrong-diagnosis": [f"{o.mutation.operator}: {o.slip or 'nothing'} | {o.text}" for o in wrong],
        "stays": [f"{o.mutation.operator}: {o.text}" for o in outcomes if not o.due],
        "warnings": [f"{o.mutation.operator}: {o.text} | {o.found[0].problem.message.zh}" for o in outcomes if o.due and o.found and all(f.problem.severity == "warning" for f in o.found)],
        "false": false,
    }  # fmt: skip
    print(*shown.get(arguments.show or "", ()), sep="\n")


if __name__ == "__main__":
    main()
