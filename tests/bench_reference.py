"""What opening a reference set costs, cold and warm, in starts of Python. Run by hand: python tests/bench_reference.py."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from factcheck.reference import ReferenceSet

SIZES = (7_000, 100_000)
AREAS, YEARS = 31, 25
HEAD = "source: {title: made up, publisher: nobody, published: 2026-02-28}\n"


def written(size: int, *, compact: bool) -> Iterator[str]:
    """Files of at most 25 indicators with `size` values in all, as lists or as one line a value."""
    indicators = -(-size // (AREAS * YEARS))
    for first in range(0, indicators, 25):
        some = range(first, min(first + 25, indicators))
        names = "".join(f"  i{i}: {{name: {{zh: 指标{i}}}, unit: 亿元, kind: flow, aliases: {{zh: [别名{i}]}}}}\n" for i in some)
        rows = (_series(i, a) if compact else _lines(i, a) for i in some for a in range(AREAS))
        yield f"{HEAD}indicators:\n{names}{'series' if compact else 'observations'}:\n{''.join(rows)}"


def _series(indicator: int, area: int) -> str:
    values = ", ".join(f"{2000 + year}: {indicator}{area}{year}.5" for year in range(YEARS))
    return f"  - {{indicator: i{indicator}, area: 省{area}, status: final, values: {{{values}}}}}\n".replace(": 0", ": 1")


def _lines(indicator: int, area: int) -> str:
    place = f"indicator: i{indicator}, area: 省{area}"
    return "".join(f"  - {{{place}, period: {2000 + y}, value: 1{area}{y}.5, status: final}}\n" for y in range(YEARS))


def timed(call: Callable[[], object], rounds: int) -> float:
    """The shortest of a few rounds, in seconds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Print a line for each size and form."""
    start = timed(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), 10)
    print(f"python -c pass: {start * 1000:.1f} ms = 1")
    for size in SIZES:
        for compact in (True, False):
            with tempfile.TemporaryDirectory() as folder:
                for number, text in enumerate(written(size, compact=compact)):
                    Path(folder, f"{number:03}.yaml").write_text(text, encoding="utf-8")
                os.environ["FACTCHECK_CACHE_DIR"] = str(Path(folder, ".cache"))
                cold, warm = timed(lambda: ReferenceSet.open([folder]), 1), timed(lambda: ReferenceSet.open([folder]), 10)
            form = "series" if compact else "observations"
            print(f"{size:7} as {form:12}  cold {cold:6.2f} s = {cold / start:6.1f}   warm {warm * 1000:6.1f} ms = {warm / start:.2f}")


if __name__ == "__main__":
    main()
