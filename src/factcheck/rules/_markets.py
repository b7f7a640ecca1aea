"""Turnover of the two exchanges and of both together: 上证指数…成交额2695亿元；深证成指…成交额3664亿元。沪深两市合计成交6360亿元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.model import Breakdown, Claim, Reading
from factcheck.patterns import regex
from factcheck.rules._facts import allowed, is_level
from factcheck.rules._words import table

__all__ = ["turnover_of"]

_TURNOVER, _BOTH = regex("成交额?(?:为|达|约|报)?$"), regex("(?:沪深)?两市(?:合计|共|全天|当日|全日)?(?:合计|共)?成交额?(?:合计|共)?(?:为|达)?$")
_EXCHANGES = ("shanghai", "shenzhen")
_NEAR = 2
"""How many sentences before the total the two may stand."""


def turnover_of(reading: Reading) -> tuple[Breakdown, ...]:
    """The turnover of both exchanges with that of each, told right before it in one paragraph."""
    if "两市" not in reading.article.text:
        return ()
    sentences = [tuple(group) for _, group in groupby(reading.claims, key=lambda claim: claim.sentence)]
    return tuple(_turnovers(reading.article.text, sentences))


def _turnovers(text: str, sentences: Sequence[tuple[Claim, ...]]) -> Iterator[Breakdown]:
    for at, claims in enumerate(sentences):
        whole = next((claim for claim in claims if _money(claim) and _BOTH.search(text, claim.clause.start, claim.span.start)), None)
        if whole:
            before = [claim for group in sentences[max(0, at - _NEAR) : at + 1] for claim in group if claim.span < whole.span]
            near = [claim for claim in before if "\n" not in text[claim.span.end : whole.span.start] and _money(claim)]
            told = [[claim for claim in near if _exchange(text, claim) == nth] for nth in _EXCHANGES]
            if all(len(each) == 1 for each in told):
                yield Breakdown(whole, (told[0][0], told[1][0]), likely=True)


def _money(claim: Claim) -> bool:
    return is_level(claim) and claim.mention.unit == "CNY" and claim.mention.hedge == "none" and allowed(claim.mention) is not None


def _exchange(text: str, claim: Claim) -> str:
    """Which exchange's turnover a figure is, by the index named last before it in its sentence; nothing where it is none."""
    if not _TURNOVER.search(text, claim.clause.start, claim.span.start):
        return ""
    start, end = claim.sentence.start, claim.span.start
    return max(((text.rfind(name, start, end), len(name), exchange) for name, exchange in table("zh/indices").items()), default=(0, 0, ""))[2]
