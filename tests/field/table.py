"""How true the command was on each source: python tests/field/table.py [NAME…] [--write].

First runs stand apart, since only they were on text that nobody had seen. A rate that could still grow, because not all is judged, has a ≥.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from items import CONFIRMATION, SEVERITIES
from keeping import STORE, VERDICTS, Judgement, Run, judgements, load, paths, sources

RESULTS = Path(__file__).with_name("results.json")
OPEN = "unjudged"
MARKS = (*VERDICTS, OPEN)
HEAD = "source|kind|run|date|commit|articles|not checked|numerals|claims|with a verdict|errors per 1,000|warnings per 1,000|notes per 1,000"
HEAD += "|errors t·f·d·u·open|warnings t·f·d·u·open|notes t·f·d·u·open|false errors per 1,000|false warnings per 1,000|errors true|confirmations right"
Key = tuple[str, str, str]
"""A rule, a severity, and what readers said."""


class Row(NamedTuple):
    """The counts of a run, or of several together."""

    source: str
    kind: str
    run: int
    date: str
    commit: str
    counts: Counter[str]
    judged: Counter[Key]

    def of(self, severities: Iterable[str], mark: str, rule: str | None = None) -> int:
        """How many findings of these severities readers said this of."""
        return sum(
            self.judged[key] for key in self.judged if key[1] in severities and key[2] == mark and rule in {None, key[0]}
        )

    def marks(self, severities: Iterable[str], rule: str | None = None) -> list[int]:
        """How many were true, false, debatable, unknown and not yet judged."""
        return [self.of(tuple(severities), mark, rule) for mark in MARKS]

    def per_thousand(self, number: int) -> float:
        """A number per 1,000 claims."""
        return 1000 * number / max(1, self.counts["claims"])


def tally(run: Run, known: dict[str, Judgement]) -> Row:
    """The counts of a run with the judgements of today."""
    verdicts = {fingerprint: judgement.verdict for fingerprint, judgement in known.items()}
    judged = Counter((item.rule, item.severity, verdicts.get(item.fingerprint, OPEN)) for item in run.items)
    return Row(run.source, run.kind, run.number, run.date, run.commit, Counter(run.counts), judged)


def stored(store: Path) -> list[Row]:
    """The first and the last run of each source."""
    rows = []
    for source in sources(store):
        every, known = paths(store, source), judgements(store, source)
        rows += [tally(load(path), known) for path in dict.fromkeys((every[0], every[-1]))]
    return rows


def written(path: Path) -> list[Row]:
    """The rows of the results file."""
    rows = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    return [
        Row(**{**row, "counts": Counter(row["counts"]), "judged": Counter({(a, b, c): n for a, b, c, n in row["judged"]})})
        for row in rows
    ]


def together(old: list[Row], new: list[Row]) -> list[Row]:
    """The rows of both. A run in the file is counted again where it is the same run, and otherwise stays as it is."""
    rows = {(row.source, row.run): row for row in old}
    for row in new:
        kept = rows.setdefault((row.source, row.run), row)
        rows[row.source, row.run] = row if kept.date == row.date else kept
    return sorted(rows.values(), key=lambda row: (row.source, row.run))


def write(path: Path, rows: list[Row]) -> None:
    """Write the results file, a run a line: counts and no texts."""
    data = [{**row._asdict(), "judged": [[*key, n] for key, n in sorted(row.judged.items())]} for row in rows]
    path.write_text("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in data) + "\n]\n", encoding="utf-8")


def added(rows: list[Row], name: str, kind: str = "") -> Row:
    """Several rows as one."""
    counts, judged = Counter[str](), Counter[Key]()
    for row in rows:
        counts.update(row.counts)
        judged.update(row.judged)
    return Row(name, kind, 0, "", "", counts, judged)


def precision(marks: list[int]) -> str:
    """How many of those judged are true; what readers could not know is left out."""
    judged = sum(marks[:3])
    return f"{marks[0] / judged:.0%} of {judged}" if judged else "–"


def cells(row: Row) -> list[str]:
    """A row of the table of sources."""
    counts, told = row.counts, {severity: row.marks([severity]) for severity in SEVERITIES[:3]}
    false = [("≥" if marks[-1] else "") + f"{row.per_thousand(marks[1]):.3f}" for marks in (told["error"], told["warning"])]
    run = f"{row.run}{' (first)' if row.run == 1 else ''}" if row.run else ""
    share = sum(counts[f"verdicts.{key}"] for key in ("match", "compatible", "coarse", "weak", "mismatch")) / max(
        1, counts["claims"]
    )
    sizes = [str(counts[key]) for key in ("articles", "not_checked", "mentions", "claims")]
    rates = [f"{row.per_thousand(sum(marks)):.2f}" for marks in told.values()]
    dots = ["·".join(map(str, marks)) for marks in told.values()]
    right = [precision(told["error"]), precision(row.marks(SEVERITIES[3:], CONFIRMATION))]
    return [row.source, row.kind, run, row.date[:10], row.commit, *sizes, f"{share:.1%}", *rates, *dots, *false, *right]


def by_rule(whole: Row) -> list[list[str]]:
    """The table by rule: how often it spoke and how often it was right."""
    pairs = sorted({key[:2] for key in whole.judged}, key=lambda pair: (SEVERITIES.index(pair[1]), pair[0]))
    rows = [(rule, severity, whole.marks([severity], rule)) for rule, severity in pairs]
    return [[rule, severity, *map(str, [sum(marks), *marks]), precision(marks)] for rule, severity, marks in rows]


def markdown(head: list[str], rows: list[list[str]]) -> str:
    """A table."""
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *rows])


def unchecked(whole: Row) -> str:
    """What verdicts there were, and why there was none."""
    words = [f"{key.split('.')[1]} {n}" for key, n in sorted(whole.counts.items()) if key.startswith(("verdicts.", "reasons."))]
    return "verdicts and reasons: " + ", ".join(words)


def section(title: str, rows: list[Row]) -> str:
    """The tables of some runs: by source, by kind, all together, by rule."""
    kinds = sorted({row.kind for row in rows})
    by_kind = [added([row for row in rows if row.kind == kind], "all", kind) for kind in kinds if len(kinds) > 1]
    whole = added(rows, "total")
    table = markdown(HEAD.split("|"), [cells(row) for row in (*rows, *by_kind, whole)])
    rules = markdown(["rule", "severity", "told", *MARKS, "true"], by_rule(whole))
    return "\n\n".join([f"## {title}", table, unchecked(whole), rules])


def main() -> None:
    """Print the tables, and write the counts where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", nargs="*")
    parser.add_argument("--store", type=Path, default=STORE)
    parser.add_argument("--results", type=Path, default=RESULTS)
    parser.add_argument("--write", action="store_true", help="write the counts into the results file")
    options = parser.parse_args()
    rows = together(written(options.results), stored(options.store))
    if options.write:
        write(options.results, rows)
    rows = [row for row in rows if row.source in (options.sources or [row.source])]
    first = [row for row in rows if row.run == 1]
    last = list({row.source: row for row in rows}.values())
    print(section("First runs, on text that nobody had seen", first))
    if last != first:
        print("\n" + section("Last runs, on text that has been read since", last))


if __name__ == "__main__":
    main()
