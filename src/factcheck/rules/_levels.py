"""What the levels of a movement leave for its change, and whether a stated change can be held against them."""

from __future__ import annotations

from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Mention, Move, Premise, Stated
from factcheck.patterns import regex
from factcheck.period import Period
from factcheck.rules._arithmetic import growth, positive, power, times
from factcheck.rules._facts import clause_words
from factcheck.rules._moves import levels_of
from factcheck.rules._premises import carried, given, refuted, same_owner, stated
from factcheck.rules._repeats import in_unit
from factcheck.rules._words import words
from factcheck.units import ratio

__all__ = ["RATES", "comparable", "difference_of", "fitting", "growth_of", "multiple_of", "nominal", "premises_of", "signed", "spelled_out", "their"]

RATES = frozenset(("percent", "permille", "percentage_point"))
"""Units of levels that are rates themselves: they change by points."""


def their(move: Move) -> tuple[Interval, Interval] | None:
    """What the levels before and now allow, in the unit of the later; the earlier as named, or by the increase since."""
    if move.now is None:
        return _by_change(move)
    unit = move.now.mention.unit
    now, named = in_unit(move.now, unit), move.base or move.by
    before = in_unit(named, unit) if named else None
    if now is None or before is None:
        return None
    if move.base is None and move.by:
        before = now.minus(before) if move.by.direction != "down" else now.plus(before)
    return before, now


def _by_change(move: Move) -> tuple[Interval, Interval] | None:
    """The earlier level with what was added to it: 较去年最高负荷1200万千瓦增长120万千瓦."""
    if not move.base or not move.by:
        return None
    before, moved = (in_unit(claim, move.base.mention.unit) for claim in (move.base, move.by))
    if before is None or moved is None:
        return None
    return before, before.minus(moved) if move.by.direction == "down" else before.plus(moved)


def growth_of(move: Move) -> Interval | None:
    """The growth in percent between the levels."""
    found = their(move)
    return growth(found[1], found[0]) if found else None


def multiple_of(move: Move) -> Interval | None:
    """How many times the earlier level the later one is."""
    found = their(move)
    return times(found[1], found[0]) if found else None


def difference_of(move: Move) -> Interval | None:
    """By how much the later level exceeds the earlier one, where both are named."""
    found = their(move) if move.base else None
    return found and found[1].minus(found[0])


def signed(claim: Claim, unit: str | None) -> Interval | None:
    """A change as said, negative for a fall; None where its direction is not known. In a table a fall has its own minus."""
    said = in_unit(claim, unit)
    if said and said.high is not None and said.high < 0:
        return said
    return said and {"up": said, "down": said.negated()}.get(claim.direction or "")


def fitting(move: Move, rate: Interval | None) -> tuple[tuple[Mention, Interval | None], ...]:
    """What each of two levels would have to be for a rate in percent to be right."""
    found = their(move)
    if not found or not move.base or not move.now or rate is None:
        return ()
    factor = power(rate, 1)
    if not factor or not positive(factor) or not all(map(positive, found)):
        return ()
    back = ratio(move.now.mention.unit, move.base.mention.unit) or Fraction(1)
    before, now = found
    return (move.base.mention, now.over(factor).scaled(back)), (move.now.mention, before.by(factor))


def spelled_out(move: Move) -> bool:
    """Whether the text itself says that the statistic moved from the one level to the other, and does not only name both."""
    return move.base is None or move.base.change == "level_from"


def nominal(facts: Facts, rate: Claim) -> bool:
    """Whether a rate is at the prices of the levels, and reckoned on them."""
    known = facts.indicators.get(rate.indicator_id or "")
    named = (rate.indicator.value or "").lower()
    real = bool(known and known.growth_basis == "real") or any(word in named for word in (*words("zh/constant_prices"), *words("en/constant_prices")))
    said_real = any(word in clause_words(facts, rate).lower() for word in (*words("zh/real_terms"), *words("en/real_terms")))
    return not (real or said_real or "real" in rate.basis)


def premises_of(move: Move, change: Claim) -> tuple[Premise, ...]:
    """What a contradiction between a change and its levels rests on."""
    figures = (*levels_of(move), change)
    thing = carried("same_thing", figures, [claim.indicator for claim in figures])
    led = move.led or spelled_out(move) or all(isinstance(claim.period, Stated) for claim in levels_of(move))
    from_to = given("from_to", "只是先后提到两个数", "the two levels are only named one after the other", holds=led)
    return thing, same_owner(*figures), from_to, _same_basis(move, change)


def _same_basis(move: Move, change: Claim) -> Premise:
    """Whether the change counts from the earlier of the levels: what is against another time is not of this movement."""
    start = move.base.period.value if move.base else None
    since = change.base.value
    if start is not None and since is not None and _year(start) != _year(since):
        return refuted("same_basis", f"与{since}相比，不是与{start}", f"against {since}, not against {start}")
    return stated("same_basis")


_CAGR = regex(r" (?:CAGR|compound annual|a year\b|per year|annually|per annum)")


def _year(period: Period) -> int | None:
    return period.last.year if period.last else None


def comparable(facts: Facts, move: Move, rate: Claim) -> bool:
    """Whether a rate is over the very stretch between the levels, and at their prices."""
    years = move.years or 1
    yearly = ("year_on_year" in rate.basis or not spelled_out(move)) and years != 1
    restated = not spelled_out(move) and any(word in (rate.indicator.value or "").lower() for word in (*words("zh/restated"), *words("en/restated")))
    each_year = "annual_average" in rate.basis or _CAGR.match(facts.reading.article.text, rate.span.end)
    return nominal(facts, rate) and not (yearly or restated or each_year)
