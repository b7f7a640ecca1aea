"""占比超过百分之百 / A share of more than all.

入学率、合格率、覆盖率是整体中的一部分，不会超过100%；毛入学率、完成计划的百分比和增幅可以超过，不查。
A rate of attendance or of passes is of a whole and can't exceed it. What is reckoned on a plan, a target or last year may.

错：适龄儿童入学率达103%。
错：抽检产品合格率为101.2%。
对：小学毛入学率达103%，完成年度计划的101.2%，产销率为102%。
对：适龄儿童入学率达100%，产品合格率为99.8%。
wrong: The pass rate was 103%.
right: The pass rate was 100%. Sales were 103% of the target.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Claim, Facts, Problem, Text
from factcheck.names import fold_name
from factcheck.rules._facts import clause_words, guaranteed
from factcheck.rules._premises import stated
from factcheck.rules._words import words

__all__ = ["check"]

RESTS_ON = ("bounded",)

_ALL = 100


def check(facts: Facts) -> Iterator[Problem]:
    """Every rate of those that are shares by their nature."""
    for claim in facts.reading.claims:
        said = guaranteed(claim.mention) if claim.mention.unit == "percent" and claim.statement in {"level", "share"} else None
        if said and said.low is not None and said.low > _ALL and not _known(facts, claim) and _is_bounded(facts, claim):
            yield _problem(claim)


def _known(facts: Facts, claim: Claim) -> bool:
    """Whether the reference set itself says what the statistic can be."""
    known = facts.indicators.get(claim.indicator_id or "")
    return bool(known and known.bounds)


def _is_bounded(facts: Facts, claim: Claim) -> bool:
    name, clause = fold_name(claim.indicator.value or ""), clause_words(facts, claim).lower()
    bounded = name.endswith(tuple(map(fold_name, (*words("zh/bounded"), *words("en/bounded")))))
    return bounded and not any(word in clause for word in (*words("zh/unbounded"), *words("en/unbounded")))


def _problem(claim: Claim) -> Problem:
    surface, name = claim.mention.surface, claim.indicator.value or ""
    zh = f"占比超过百分之百：{name}不会超过100%，文中为{surface}"
    en = f"a share of more than all: {name} can't exceed 100%, but is {surface} here"
    return Problem("error", claim.span, Text(zh, en), expected="≤ 100%", premises=(stated("bounded"),))
