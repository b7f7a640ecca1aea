"""Whether reading takes time in proportion to the text: `python tests/bench_linear.py`. No test: pytest does not collect it.

Every family is a text that may be made as long as one likes. It is read and checked at two lengths, one eight times the other, in
the same run on one core; eight times the time is linear, sixty-four would be quadratic. Ends with 1 if any takes more than twelve.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from factcheck.grammar import read
from factcheck.model import Article, Reading, Vocabulary
from factcheck.pipeline import check
from factcheck.reference import ReferenceSet
from factcheck.rules import all_rules

LONGER, MOST = 8, 12
ENOUGH = 0.05  # seconds; less is noise
LENGTH, LONGEST = 2_000, 200_000  # characters of the shorter text

_REPEATED = {
    "claims": "增长5.2%，", "sentences": "地区生产总值2.3万亿元，同比增长5.2%。", "list": "5.2%、", "lines": "粮食产量1.2万吨\n",
    "sentences in English": "Exports rose 5.2% to $1.3 billion in 2025. ", "items": "(1)增长5.2%；", "table": "粮食\t12.5\t3.1\n",
    "cells": "粮食\n12.5\n3.1\n", "shares": "占全国5.2%，", "respectively": "第一、第二产业分别增长5%、6%，", "places": "贵州、广东、江苏，", "days": "3月5日，",
    "plans": "“十四五”", "years": "2025年", "ranges": "5至6", "spans": "1-2-", "against": "比上年", "quotes": "“", "brackets": "（", "closing": "）",
    "notes": "[7]", "digits": "9", "noughts": "0", "grouped": ",111", "pairs": "1,", "dotted": "1.", "dashes": "-", "ones": "一", "myriads": "万",
    "hundred millions": "亿", "nested": "一亿", "naughts": "零", "per hundred": "百分之", "blanks": "5 ", "hard blanks": "5\u00a0", "letters": "a",
    "words": "one hundred and ", "percents": "%", "units": "亿元", "counted": "5个", "capitals": "壹佰", "other digits": "٣", "circled": "①",
    "full-width": "５．２％，", "compounds": "3公里500米", "set off": "增长 5 个百分点，", "signs": "-5%至-3%，", "joints": "5亿-", "hidden": "1\u200d", "accents": "5\u0338", "codes": "A4-", "versions": "1.2.3.4 ", "times": "12:30 ", "stops": "5。",
}  # fmt: skip
_ENCLOSED = {
    "a long fraction": ("0.", "3", "%"), "noughts before a figure": ("", "0", "5.2%"), "dashes before a figure": ("", "-", "5%"),
    "blanks in a figure": ("5", " ", "%"), "blanks before a unit": ("5", "\u00a0", "亿元"), "a list before its noun": ("", "5.2%、", "增长"),
    "one long word": ("", "a", "5.2%"), "brackets around a figure": ("", "（", "5.2%）"), "units behind a figure": ("5", "亿元", ""),
    "a hedged list": ("分别超过", "5%、", "3%"), "ends": ("由20亿元", "增至3亿", ""), "no stop": ("2025年", "我们坚持稳中求进", "增长5.2%"), "a heading": ("单位：亿元\n", "粮食 5 6\n", ""),
}  # fmt: skip
Family = tuple[str, str, str]
FAMILIES: Mapping[str, Family] = {**{name: ("", piece, "") for name, piece in _REPEATED.items()}, **_ENCLOSED}
"""What a text begins with, what is repeated, and what it ends with."""
_NOTHING, _RULES = ReferenceSet.empty(), all_rules()


def reading(text: str) -> Reading:
    """Extraction: every figure read and bound."""
    return read(Article.of("text", text), Vocabulary())


def checking(text: str) -> object:
    """The whole check, but for a reference set."""
    return check(Article.of("text", text), _NOTHING, _RULES)


def written(family: Family, size: int) -> str:
    """A text of that family of about `size` characters."""
    head, piece, tail = family
    return head + piece * (size // len(piece)) + tail


def seconds(job: Callable[[str], object], text: str) -> float:
    """The best processor time of three runs."""
    times = []
    for _ in range(3):
        start = process_time()
        job(text)
        times.append(process_time() - start)
    return min(times)


def growth(job: Callable[[str], object], family: Family) -> tuple[int, float, float]:
    """A length that takes long enough to be measured, its time, and how many times that a text eight times as long takes."""
    size = LENGTH
    while (short := seconds(job, written(family, size))) < ENOUGH and size < LONGEST:
        size *= 2
    return size, short, seconds(job, written(family, LONGER * size)) / short


def main() -> int:
    """Print a row for each family; those that take too long are marked."""
    print("| family | characters | read, ms | ×8 | checked, ms | ×8 |\n|---|---|---|---|---|---|")
    slow = 0
    for name, family in FAMILIES.items():
        rows = [growth(job, family) for job in (reading, checking)]
        marked = ["{:.0f} | {:.1f}{}".format(short * 1000, ratio, " ✗" * (ratio > MOST)) for _, short, ratio in rows]
        slow += any(ratio > MOST for *_, ratio in rows)
        print(f"| {name} | {rows[0][0]:,} | {' | '.join(marked)} |", flush=True)
    return slow > 0


if __name__ == "__main__":
    sys.exit(main())
