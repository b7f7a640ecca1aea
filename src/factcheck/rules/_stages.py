"""Steps that things pass one after another (签约, 开工): which figures of a sentence count them at which step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Facts, Span
from factcheck.records import NamedTuple
from factcheck.rules._facts import is_level, like, stripped
from factcheck.rules._words import table, words

__all__ = ["Step", "steps"]


class Step(NamedTuple):
    """A figure at a step. `own` are the words of its clause that name another set of things than the clauses before did:
    nothing in 开工184个, 项目 in 开工项目184个, 省重点项目 in 省重点项目开工184个."""

    claim: Claim
    chain: str
    order: int
    own: str

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
    end = claims[0].sentence.start
    for claim in (claim for claim in claims if is_level(claim)):
        said = _around(facts, claim, end)
        word, end = _stage(said), claim.span.end
        if word:
            chain, order = table("zh/stages")[word].split(" ")
            last = Step(claim, chain, int(order), stripped(said.replace(word, "", 1), words("zh/stage_fillers")))
            yield last
        elif last and claim.mention.kind == "money" and last.claim.mention.kind != "money":
            yield last._replace(claim=claim)
        else:
            last = None


def _around(facts: Facts, claim: Claim, end: int) -> str:
    """The words of a figure's own item: back to the figure before, on to the next 、, within the clause."""
    behind = facts.text(Span(claim.span.end, claim.clause.end)).split("、")[0]
    return facts.text(Span(max(claim.clause.start, end), claim.span.start)) + behind


def _stage(said: str) -> str:
    """The one stage that a clause names; of 签约开工 neither, for it is both."""
    found = [word for word in table("zh/stages") if word in said]
    longest = [word for word in found if not any(word != other and word in other for other in found)]
    return longest[0] if len(longest) == 1 else ""
