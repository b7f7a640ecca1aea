"""约数与实数相反 / A hedge contradicts the exact figure.

说“超400亿元”，实数就该大于400亿元；说“近400亿元”，实数就该略小。前后文里的实数在另一边，约数词就用错了。
What is over 400 is no 392, and what is nearly 400 is no 408. Where the article itself has the exact figure on the other side, the
hedge is the wrong one.

错：2025年，全县财政总收入超400亿元。

 会议透露，2025年全县财政总收入392.3亿元，增长8%。
对：2025年，全县财政总收入近400亿元。

 会议透露，2025年全县财政总收入392.3亿元，增长8%。
wrong: In 2025, grain output in Guangdong exceeded 40 million tonnes.

 Farmers had a good year. In 2025, grain output in Guangdong was 39.23 million tonnes.
right: In 2025, grain output in Guangdong was nearly 40 million tonnes.

 Farmers had a good year. In 2025, grain output in Guangdong was 39.23 million tonnes.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.model import Claim, Facts, Problem, Text
from factcheck.rules._clashes import clashes
from factcheck.rules._premises import about
from factcheck.rules._say import hedged
from factcheck.units import ratio

__all__ = ["check"]

RESTS_ON = ("same_thing", "same_owner", "same_time")

_NEAR = Fraction(1, 10)


def check(facts: Facts) -> Iterator[Problem]:
    """Each fact told once with a hedge and once exactly, with the exact figure near, but on the other side."""
    for clash in clashes(facts):
        told, exact = clash.first, clash.second
        if exact.mention.hedge != "none":
            told, exact = exact, told
        if told.mention.hedge not in {"none", "approx"} and exact.mention.hedge == "none" and _near(told, exact):
            yield _problem(told, exact)


def _near(told: Claim, exact: Claim) -> bool:
    factor, said, value = ratio(exact.mention.unit, told.mention.unit), told.mention.value, exact.mention.value
    return bool(factor and said and value) and abs(value * factor / said - 1) <= _NEAR  # type: ignore[operator]  # bool() says so


def _problem(told: Claim, exact: Claim) -> Problem:
    zh = f"约数与实数相反：一处是{hedged(told.mention)}，一处是{exact.mention.surface}；约数词或数字有误"
    en = f"a hedge contradicts the exact figure: {told.mention.surface} ({told.mention.hedge}) against {exact.mention.surface}"
    return Problem("error", told.span, Text(zh, en), (exact.span,), premises=about(told, exact))
