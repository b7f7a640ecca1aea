"""What opening a reference set costs, cold and warm, and whether looking up grows with it. Run by hand: python tests/bench_reference.py."""

from __future__ import annotations

import gc
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from factcheck.reference import ReferenceSet, default_paths

OBSERVATIONS = (7_000, 100_000)
SERIES = (1_000, 10_000, 100_000)
AREAS, YEARS = 31, 25
LOOKUPS = 2_000
HEAD = "source: {title: made up, publisher: nobody, published: 2026-02-28}\n"


def written(size: int, *, compact: bool, years: int = YEARS) -> Iterator[str]:
    """Files of at most 25 indicators with `size` values in all, as lists or as one line a value."""
    indicators = -(-size // (AREAS * years))
    for first in range(0, indicators, 25):
        some = range(first, min(first + 25, indicators))
        names = "".join(f"  i{i}: {{name: {{zh: 指标{i}}}, unit: 亿元, kind: flow, aliases: {{zh: [别名{i}]}}}}\n" for i in some)
        rows = (_series(i, a, years) if compact else _lines(i, a, years) for i in some for a in range(AREAS))
        yield f"{HEAD}indicators:\n{names}{'series' if compact else 'observations'}:\n{''.join(rows)}"


def _series(indicator: int, area: int, years: int) -> str:
    values = ", ".join(f"{2000 + year}: {indicator}{area}{year}.5" for year in range(years))
    return f"  - {{indicator: i{indicator}, area: 省{area}, status: final, values: {{{values}}}}}\n".replace(": 0", ": 1")


def _lines(indicator: int, area: int, years: int) -> str:
    place = f"indicator: i{indicator}, area: 省{area}"
    return "".join(f"  - {{{place}, period: {2000 + y}, value: 1{area}{y}.5, status: final}}\n" for y in range(years))


def timed(call: Callable[[], object], rounds: int) -> float:
    """The shortest of a few rounds, in seconds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - start)
    return best


def lay(folder: str, texts: Iterator[str]) -> None:
    """The files in a folder, with a cache of their own."""
    for number, text in enumerate(texts):
        Path(folder, f"{number:04}.yaml").write_text(text, encoding="utf-8")
    os.environ["FACTCHECK_CACHE_DIR"] = str(Path(folder, ".cache"))


def look_up(reference: ReferenceSet) -> float:
    """Seconds for one series by name and area that nobody asked for before, and one that there is not."""
    ids = list(reference.vocabulary.indicators.values())
    chosen = random.Random(1).choices(ids, k=LOOKUPS)
    start = time.perf_counter()
    for number, (indicator,) in enumerate(chosen):
        reference.series(indicator, f"省{number % AREAS}")
        reference.series(indicator, "火星")
    return (time.perf_counter() - start) / LOOKUPS


def main() -> None:
    """Print a line for each size and form."""
    gc.set_threshold(50_000)  # as the command does
    start = timed(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), 10)
    print(f"python -c pass: {start * 1000:.1f} ms = 1")
    ReferenceSet.open(default_paths())
    print(f"the shipped set, warm: {timed(lambda: ReferenceSet.open(default_paths()), 20) * 1000:.1f} ms")
    for size in OBSERVATIONS:
        for compact in (True, False):
            with tempfile.TemporaryDirectory() as folder:
                lay(folder, written(size, compact=compact))
                cold, warm = timed(lambda: ReferenceSet.open([folder]), 1), timed(lambda: ReferenceSet.open([folder]), 10)
            form = "series" if compact else "observations"
            print(f"{size:7} as {form:12}  cold {cold:6.2f} s = {cold / start:6.1f}   warm {warm * 1000:6.1f} ms = {warm / start:.2f}")
    for size in SERIES:
        with tempfile.TemporaryDirectory() as folder:
            lay(folder, written(size, compact=True, years=1))
            print(f"{size:7} series, look-up: {look_up(ReferenceSet.open([folder])) * 1e6:.1f} µs")


if __name__ == "__main__":
    main()
