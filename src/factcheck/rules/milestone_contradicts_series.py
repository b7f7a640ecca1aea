"""纪录与历年数据不符 / A record or a first time is none.

说创历史新高、首次突破，而官方数据里此前某年更高、早已突破，就不是新高、不是首次；“连续第几年”，也要年年都够。
A record high with a higher year before it is none, and a mark that was passed earlier is not passed for the first time. What the official
figures of the years before leave open is not said to be wrong.

错：2022年，全国年末总人口141175万人，创历史新高。〔published=2023-06-18〕
错：2023年，全国国内生产总值首次突破120万亿元。〔published=2026-06-18〕
对：2021年，全国年末总人口141260万人，创历史新高。〔published=2022-06-18〕
对：2024年，全国国内生产总值首次突破134万亿元。〔published=2026-06-18〕
对：2021年，全国年末总人口连续50年增长。〔published=2022-06-18〕
wrong: China's GDP topped 120 trillion yuan for the first time in 2023. 〔published=2026-06-18〕
right: China's GDP topped 134 trillion yuan for the first time in 2024. 〔published=2026-06-18〕
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Facts, Mismatch, Problem, Weak
from factcheck.rules._premises import given, stated

__all__ = ["check"]

RESTS_ON = ("official",)


def check(facts: Facts) -> Iterator[Problem]:
    """A problem for each milestone that the official figures of the years contradict, but where the number of years is a claim itself."""
    for milestone, verdict in facts.reached:
        related = (milestone.claim.span,)
        if milestone.counted:
            continue
        match verdict:
            case Mismatch():
                firm = given("official", "指标、地区或时间是推得的", "the statistic, area or time was assumed", holds=verdict.firm)
                yield Problem("error", milestone.span, verdict.why, related, premises=(firm,))
            case Weak(_, why):
                yield Problem("warning", milestone.span, why, related, premises=(stated("official"),))
            case _:
                pass
