"""Read what a source was told and judge it: python tests/field/judge.py NAME, then judge.py NAME --mark 3=false:why 4,7-9=true.

An item keeps its number for good: later runs only add to the list.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from items import SEVERITIES, Item
from keeping import STORE, VERDICTS, Judgement, Run, judgements, record, runs

MARK = re.compile(r"(?P<numbers>[\d,\-]+)=(?P<verdict>[a-z]+)(?:[:：](?P<reason>.*))?")


class Numbered(NamedTuple):
    """An item with its number and how often the last run that has it tells it."""

    number: int
    item: Item
    times: int


def numbered(every: list[Run]) -> list[Numbered]:
    """The items of all runs, each fingerprint once, by when it was first told."""
    latest: dict[str, tuple[Item, int]] = {}
    for run in every:
        times = Counter(item.fingerprint for item in run.items)
        latest |= {item.fingerprint: (item, times[item.fingerprint]) for item in run.items}
    return [Numbered(number, *one) for number, one in enumerate(latest.values(), 1)]


def chosen(rows: list[Numbered], rules: list[str], severities: list[str]) -> list[Numbered]:
    """The items of these rules and severities, the worst first and those of a rule together."""
    fit = [row for row in rows if row.item.rule in (rules or [row.item.rule]) and row.item.severity in severities]
    return sorted(fit, key=lambda row: (SEVERITIES.index(row.item.severity), row.item.rule, row.number))


def block(row: Numbered, judgement: Judgement | None) -> str:
    """An item as it is read."""
    item = row.item
    times = f" ×{row.times}" if row.times > 1 else ""
    lines = [f"[{row.number}] {item.severity} {item.rule}{times} · {item.published or 'no date'} · {item.file} · {item.title}"]
    lines += [f"    {item.message}", f"    | {item.context}", *(f"    + {words}" for words in item.elsewhere)]
    lines += [f"    = {judgement.verdict}: {judgement.reason}"] if judgement else []
    return "\n".join(lines)


def numbers(words: str) -> list[int]:
    """`4,7-9` is 4, 7, 8, 9."""
    ends = [part.split("-") for part in words.split(",")]
    return [number for part in ends for number in range(int(part[0]), int(part[-1]) + 1)]


def marked(mark: str, rows: list[Numbered]) -> list[Judgement]:
    """The judgements that a mark such as `4,7-9=false:a range` gives. A verdict may be cut short: f for false."""
    found = MARK.fullmatch(mark.strip())
    verdict = next((verdict for verdict in VERDICTS if found and verdict.startswith(found["verdict"])), None)
    if not found or not verdict:
        raise SystemExit(f"not a mark: {mark}")
    by_number = {row.number: row.item for row in rows}
    unknown = [number for number in numbers(found["numbers"]) if number not in by_number]
    if unknown:
        raise SystemExit(f"no such number: {unknown}")
    items = [by_number[number] for number in numbers(found["numbers"])]
    return [Judgement(item.fingerprint, verdict, item.rule, item.severity, found["reason"] or "") for item in items]


def arguments() -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source")
    parser.add_argument("--store", type=Path, default=STORE)
    parser.add_argument(
        "--rule", action="append", default=[], help="only this one; of confirmations the rule is “confirmation”"
    )
    parser.add_argument("--severity", action="append", choices=SEVERITIES, help="only this one")
    parser.add_argument("--all", action="store_true", help="the judged ones too")
    parser.add_argument("--page", type=int, default=1)
    parser.add_argument("--per", type=int, default=40, help="how many a page has")
    parser.add_argument("--mark", nargs="+", default=[], metavar="3=false:why", help="true, false, debatable or unknown")
    parser.add_argument("--from", dest="file", type=Path, help="a file of marks, one a line")
    return parser.parse_args()


def main() -> None:
    """Take the marks, or print a page of what is to be judged."""
    options = arguments()
    rows, known = numbered(runs(options.store, options.source)), judgements(options.store, options.source)
    lines = options.file.read_text(encoding="utf-8").splitlines() if options.file else []
    marks = [*options.mark, *(line for line in lines if line.strip() and not line.startswith("#"))]
    if marks:
        taken = [judgement for mark in marks for judgement in marked(mark, rows)]
        record(options.store, options.source, taken)
        print(f"{len(taken)} judged")
        return
    open_ones = [row for row in rows if options.all or row.item.fingerprint not in known]
    fit = chosen(open_ones, options.rule, options.severity or list(SEVERITIES))
    pages = -(-len(fit) // options.per)
    for row in fit[(options.page - 1) * options.per : options.page * options.per]:
        print(block(row, known.get(row.item.fingerprint)))
    print(f"page {options.page} of {pages}; {len(fit)} of {len(rows)} items")


if __name__ == "__main__":
    main()
