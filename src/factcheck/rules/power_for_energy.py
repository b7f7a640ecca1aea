"""功率与电量的单位混淆 / Units of power for energy.

功率说千瓦，电量说千瓦时（度）：发电量以千瓦计、装机以千瓦时计，都是单位写错；储能的容量可以千瓦时计。
Power is in kilowatts, energy in kilowatt-hours: electricity generated is not in kilowatts, and what generates it has no capacity in
kilowatt-hours, unless it stores energy.

错：全年全市发电量50.2亿千瓦。
错：全市光伏发电装机容量达到320万千瓦时。
对：全年全市发电量50.2亿千瓦时，新型储能装机500万千瓦时，光伏发电装机容量320万千瓦。
wrong: Electricity output was 50.2 billion kilowatts in 2024.
right: Electricity output was 50.2 billion kilowatt-hours in 2024, and installed capacity 20 million kilowatts.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Claim, Facts, Problem, Stated, Text
from factcheck.patterns import regex
from factcheck.rules._facts import clause_words, ends_line
from factcheck.rules._premises import stated
from factcheck.rules._words import words
from factcheck.units import ratio

__all__ = ["check"]

RESTS_ON = ("definition", "same_thing")

_OF_POWER = regex("power|功率")
"""A power consumption of 1000 watts is a power, whatever the last word says."""
_ENERGY = Text("电量应以千瓦时（度）计", "energy is in kilowatt-hours")
_POWER = Text("功率、装机应以千瓦计", "power is in kilowatts")


def check(facts: Facts) -> Iterator[Problem]:
    """Energy in kilowatts, and power in kilowatt-hours, by what the figure is named."""
    for claim in facts.reading.claims:
        named = claim.mention.kind == "quantity" and isinstance(claim.indicator, Stated) and claim.statement in {"level", "change"}
        if named and not ends_line(facts, claim.span):
            yield from _held(facts, claim)


def _held(facts: Facts, claim: Claim) -> Iterator[Problem]:
    named, around = (claim.indicator.value or "").lower(), clause_words(facts, claim).lower()
    energy = named.endswith((*words("zh/energy"), *words("en/energy")))
    power = named.endswith((*words("zh/power"), *words("en/power")))
    stores = any(word in around for word in (*words("zh/stores"), *words("en/stores")))
    if energy and not power and not _OF_POWER.search(named) and ratio(claim.mention.unit, "kW"):
        yield _problem(claim, _ENERGY)
    elif power and not energy and not stores and ratio(claim.mention.unit, "kWh"):
        yield _problem(claim, _POWER)


def _problem(claim: Claim, why: Text) -> Problem:
    name, surface = claim.indicator.value or "", claim.mention.surface
    said = Text(f"单位写错：{name}{surface}，{why.zh}", f"a wrong unit: {name}, {surface}; {why.en}")
    return Problem("error", claim.span, said, premises=(stated("definition"), stated("same_thing")))
