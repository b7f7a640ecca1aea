"""Steps that things pass one after another (签约, 开工): which figures of a sentence count them at which step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.model import Claim, Facts
from factcheck.rules._facts import clause_words, is_level, like, stripped
from factcheck.rules._words import table, words

__all__ = ["Step", "steps"]


class Step(NamedTuple):
    """A figure at a step. `bare` is set where its clause names nothing else: 开工217个, but not 省重点项目开工217个."""

    claim: Claim
    chain: str
    order: int
    bare: bool

    def bounds(self, later: Step) -> bool:
        """Whether a later step can't hold more than this one: same chain, same period, the same thing counted."""
        same = self.chain == later.chain and self.order < later.order
        named = self.claim.mention.kind != "money" or self.claim.indicator.value == later.claim.indicator.value
        return same and named and self.claim.period == later.claim.period and like(self.claim.mention, later.claim.mention)


def steps(facts: Facts, claims: Sequence[Claim]) -> tuple[Step, ...]:
    """The figures of a sentence that count things at a step. An amount of money behind such a count is of the same step."""
    return tuple(_steps(facts, claims))


def _steps(facts: Facts, claims: Sequence[Claim]) -> Iterator[Step]:
    text = facts.text(claims[0].sentence)
    if len(claims) < 2 or not any(word in text for word in table("zh/stages")):
        return
    last: Step | None = None
    seen = ""
    for claim in (claim for claim in claims if is_level(claim)):
        said = clause_words(facts, claim)
        word = _stage(said)
        if word:
            chain, order = table("zh/stages")[word].split(" ")
            last = Step(claim, chain, int(order), _is_bare(said.replace(word, "", 1), seen))
            yield last
        elif last and claim.mention.kind == "money" and last.claim.mention.kind != "money":
            yield last._replace(claim=claim)
        else:
            last = None
        seen += said


def _stage(said: str) -> str:
    """The one stage that a clause names; of 签约开工 neither, for it is both."""
    found = [word for word in table("zh/stages") if word in said]
    longest = [word for word in found if not any(word != other and word in other for other in found)]
    return longest[0] if len(longest) == 1 else ""


def _is_bare(rest: str, seen: str) -> bool:
    """Whether what is left names no other set than the clauses before did: 开工项目217个 behind 签约项目335个."""
    left = stripped(rest, words("zh/stage_fillers"))
    return not left or left in seen
