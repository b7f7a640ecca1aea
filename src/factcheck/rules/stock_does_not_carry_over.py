"""年初数加减增减不等于年末数 / What came in and went out does not lead from the first figure to the last.

年初有的，加上进来的，减去出去的，就是年末有的。一句里四样都说全、又没有别的数时才算；进出只说了一样的，还会有没说的另一样，不算。
What there was at first, with all that came in and without all that went out, is what there is at last. Reckoned only where a sentence
tells all four and nothing else; where only one of in and out is told, there may be more of the other.

错：年初库存粮食3.2万吨，当年收购5.6万吨，销售4.9万吨，年末库存4.9万吨。
错：年初全市有规模以上企业1200家，当年新增150家，退出90家，年末达到1280家。
错：上年结转资金1.2亿元，本年收入3.4亿元，本年支出3.1亿元，年终结余1.9亿元。
对：年初库存粮食3.2万吨，当年收购5.6万吨，销售4.9万吨，年末库存3.9万吨。
对：年初全市有规模以上企业1200家，当年新增150家，退出90家，年末达到1260家。
对：年初全市有规模以上企业1200家，当年新增150家，年末达到1310家。
对：上年结转资金1.2亿元，本年收入3.4亿元，上级补助2.0亿元，本年支出3.1亿元，年终结余3.5亿元。
wrong: The fund opened the year with 1.2 billion yuan, took in 3.4 billion yuan, paid out 3.1 billion yuan, and closed with 1.9 billion yuan.
right: The fund opened the year with 1.2 billion yuan, took in 3.4 billion yuan, paid out 3.1 billion yuan, and closed with 1.5 billion yuan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Problem, Span, Text
from factcheck.rules._facts import allowed, like, sentences
from factcheck.rules._premises import stated
from factcheck.rules._say import misprints, written_as
from factcheck.rules._words import words

__all__ = ["check"]

RESTS_ON = ("same_thing", "all_parts")

_FEWEST = 4


def check(facts: Facts) -> Iterator[Problem]:
    """Every sentence that tells of a stock from its beginning to its end."""
    for claims in sentences(facts):
        if len(claims) >= _FEWEST and all(like(claims[0].mention, claim.mention) for claim in claims):
            roles = _roles(facts, claims)
            if roles[0] == "opening" and roles[-1] == "closing" and set(roles[1:-1]) == {"coming_in", "going_out"}:
                found = _carried_over(claims, roles)
                said = allowed(claims[-1].mention)
                if found and said and not found.meets(said):
                    yield _problem(claims, found)


def _roles(facts: Facts, claims: Sequence[Claim]) -> list[str]:
    """What each figure is to the stock, by the words that lead to it; "" where they say nothing or more than one thing."""
    ends = (claims[0].sentence.start, *(claim.span.end for claim in claims))
    heads = (facts.text(Span(end, claim.span.start)).lower() for end, claim in zip(ends, claims, strict=False))
    return [_role(head) for head in heads]


def _role(head: str) -> str:
    """The first two go before: 上年末 is an opening, 年末增加到 a closing."""
    found = [role for role, listed in _roles_of_words().items() if any(word in head for word in listed)]
    return found[0] if len(found) == 1 or found[:1] in (["opening"], ["closing"]) else ""


@cache
def _roles_of_words() -> dict[str, tuple[str, ...]]:
    return {
        "opening": words("zh/opening") + words("en/opening"),
        "closing": words("zh/closing") + words("en/closing"),
        "coming_in": words("zh/coming_in") + words("en/coming_in"),
        "going_out": words("zh/going_out") + words("en/going_out"),
    }


def _carried_over(claims: Sequence[Claim], roles: Sequence[str]) -> Interval | None:
    """The first figure with all that came in and without all that went out."""
    total = allowed(claims[0].mention)
    for claim, role in zip(claims[1:-1], roles[1:-1], strict=True):
        moved = allowed(claim.mention)
        if total is None or moved is None or claim.modality != "actual":
            return None
        total = total.plus(moved) if role == "coming_in" else total.minus(moved)
    return total


def _problem(claims: Sequence[Claim], found: Interval) -> Problem:
    last, ours = claims[-1], written_as(claims[-1].mention, found)
    zh = f"年初数加减增减不等于年末数：从{claims[0].mention.surface}算起应为{ours}，文中为{last.mention.surface}；必有一数有误"
    en = f"what came in and went out leads from {claims[0].mention.surface} to {ours}, not to {last.mention.surface}; one figure is wrong"
    related, premises = tuple(claim.span for claim in claims[:-1]), (stated("same_thing"), stated("all_parts"))
    return Problem("error", last.span, Text(zh, en), related, expected=ours, slips=misprints((last.mention, found)), premises=premises)
