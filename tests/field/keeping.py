"""What is kept of the rounds, outside the repository: every run of a source for ever, and the judgements of its readers."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from items import Item

STORE = Path(os.environ.get("FACTCHECK_FIELD") or Path(__file__).parents[3] / "field")
VERDICTS = ("true", "false", "debatable", "unknown")


class Run(NamedTuple):
    """One run over a source. The first one is the only one on text that nobody has seen."""

    source: str
    kind: str
    number: int
    date: str
    commit: str
    command: str
    reference: str
    counts: dict[str, Any]
    faults: list[str]
    texts: list[str]
    items: list[Item]

    @property
    def first(self) -> bool:
        """Whether the source had not been run before."""
        return self.number == 1


class Judgement(NamedTuple):
    """What a reader says of one fingerprint."""

    fingerprint: str
    verdict: str
    rule: str
    severity: str
    reason: str


def sources(store: Path) -> list[str]:
    """The sources that have been run."""
    return sorted(path.name for path in (store / "runs").glob("*"))


def paths(store: Path, source: str) -> list[Path]:
    """The runs of a source, the first one first."""
    return sorted((store / "runs" / source).glob("*.json"))


def load(path: Path) -> Run:
    """Read a run."""
    data = json.loads(path.read_text(encoding="utf-8"))
    items = [Item(**{**one, "elsewhere": tuple(one["elsewhere"])}) for one in data.pop("items")]
    return Run(**data, items=items)


def runs(store: Path, source: str) -> list[Run]:
    """All runs of a source, the first one first."""
    return [load(path) for path in paths(store, source)]


def keep(store: Path, run: Run) -> Path:
    """Write a run; never over another one."""
    path = store / "runs" / run.source / f"{run.number:04}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    data = {**run._asdict(), "items": [one._asdict() for one in run.items]}
    with path.open("x", encoding="utf-8") as file:
        json.dump(data, file, ensure_ascii=False, indent=1)
    return path


def judgements(store: Path, source: str) -> dict[str, Judgement]:
    """The judgements of a source by fingerprint; of two the later one holds."""
    path = store / "judgements" / f"{source}.tsv"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    rows = [Judgement(*line.split("\t")) for line in lines if line]
    return {row.fingerprint: row for row in rows}


def record(store: Path, source: str, rows: list[Judgement]) -> None:
    """Add judgements to those of a source."""
    path = store / "judgements" / f"{source}.tsv"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ["\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows]
    with path.open("a", encoding="utf-8") as file:
        file.write("".join(lines))
