"""What the rules cost: `python tests/bench_rules.py [FILE …]`. No test: pytest does not collect it.

For each text: the time of reading it, of judging it and of all rules, as ratios to the reading in the same run, the dearest rules, and how
much longer a text of eight times the length takes (8 is linear).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from bench_extract import COMMUNIQUE, ENGLISH, REPORT, filled
from factcheck.grammar import read
from factcheck.model import Article, Facts, Judged, Reading
from factcheck.period import Period
from factcheck.reference import ReferenceSet, default_paths, judge
from factcheck.rules import all_rules, graph

SIZE = 20_000
PUBLISHED = Period.parse("2026-03-18")
STAGES = "两市签约项目{0}{1}个，开工{1}{2}个，投产{2}{3}个，连续{4}年增长，居全省第{1}，由{2}.{3}亿元增至{6}.{8}亿元，增长{2}%，其中民营{1}.{3}亿元。\n"
CELLS = "地区 产值 增速\n甲县 {0}{1} {2}.{3}\n乙县 {5} {3}.{1}\n合计 {9} {2}.{8}\n"


def timed(job: Callable[[], object]) -> float:
    """The best of three runs in seconds."""
    best = float("inf")
    for _ in range(3):
        start = perf_counter()
        job()
        best = min(best, perf_counter() - start)
    return best


def facts_of(text: str, official: ReferenceSet) -> tuple[Reading, Callable[[], tuple[Judged, ...]], Facts]:
    """A reading, how to judge it, and what the rules look at."""
    reading = read(Article.of("text", text), official.vocabulary, PUBLISHED, "贵州省")

    def judged() -> tuple[Judged, ...]:
        return tuple(Judged(claim, judge(claim, official, reading.context)) for claim in reading.claims)

    ids = {claim.indicator_id for claim in reading.claims if claim.indicator_id}
    indicators = {name: found for name in ids if (found := official.indicator(name))}
    return reading, judged, Facts(reading, judged(), official.events, graph(reading), indicators)


def rows(text: str, official: ReferenceSet) -> Iterator[tuple[str, float]]:
    """Seconds of each stage, then of each rule."""
    yield "read", timed(lambda: read(Article.of("text", text), official.vocabulary, PUBLISHED, "贵州省"))
    reading, judged, facts = facts_of(text, official)
    yield "judge", timed(judged)
    yield "graph", timed(lambda: graph(reading))
    for rule in all_rules():
        yield rule.id, timed(lambda rule=rule: list(rule.check(facts)))  # type: ignore[misc]


def main() -> None:
    """One line for each text."""
    official = ReferenceSet.open(default_paths())
    files = {Path(name).stem: Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]}
    made = {name: filled(template, SIZE) for name, template in (("report", REPORT), ("communiqué", COMMUNIQUE), ("English", ENGLISH), ("stages", STAGES), ("cells", CELLS))}
    for name, text in (files or made).items():
        small, large = dict(rows(text, official)), dict(rows(text * 8, official))
        rules = {key: seconds for key, seconds in small.items() if key not in {"read", "judge", "graph"}}
        total = sum(rules.values()) + small["graph"]
        total8 = sum(seconds for key, seconds in large.items() if key not in {"read", "judge"})
        dear = sorted(rules, key=lambda key: -rules[key])[:3]
        steep = sorted((key for key in large if large[key] > 0.005), key=lambda key: -large[key] / small[key])[:2]
        print(f"{name}: read 1 ({small['read'] * 1000:.1f} ms), judge {small['judge'] / small['read']:.2f}, rules {total / small['read']:.2f} (graph {small['graph'] / small['read']:.2f});"
              f" 8 times the length: read ×{large['read'] / small['read']:.1f}, judge ×{large['judge'] / small['judge']:.1f}, rules ×{total8 / total:.1f}")
        print("   dearest: " + ", ".join(f"{key} {rules[key] / small['read']:.2f}" for key in dear) + "; steepest: " + ", ".join(f"{key} ×{large[key] / small[key]:.0f}" for key in steep))


if __name__ == "__main__":
    main()
