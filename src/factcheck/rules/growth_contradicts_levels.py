"""增速与数值不符 / A growth rate contradicts its levels.

写了原来多少、现在多少，增长率就定了；写了现在多少、增加多少，也一样。按各数四舍五入的范围算仍对不上，必有一数有误。
官方增速按不变价计算的指标（如地区生产总值），不能拿现价数值去推算，不查。
Two levels leave no choice for the growth between them, and neither do a level and its increase. Where no rounding of the figures
makes them agree, one is wrong. Growth at constant prices (as of GDP) is not judged by levels at current ones.

错：全市货物进出口额由8.1亿元增至9.4亿元，增长12%。
错：全年接待游客1500万人次，比上年增加400万人次，增长26.7%。
对：全市货物进出口额由8.1亿元增至9.4亿元，增长16%。
对：全年接待游客1500万人次，比上年增加400万人次，增长36.4%。
对：全市地区生产总值由810亿元增至940亿元，增长5.6%。
对：全市货物进出口额由2015年的8.1亿元增至2024年的19.4亿元，同比增长3.5%。
wrong: Sales rose 12% from 8.1 million to 9.4 million.
right: Sales rose 16% from 8.1 million to 9.4 million.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Move, Problem, Text
from factcheck.rules._arithmetic import growth
from factcheck.rules._facts import clause_words
from factcheck.rules._repeats import in_unit
from factcheck.rules._words import words
from factcheck.written import show

__all__ = ["check"]

_NO_LEVELS = frozenset(("percent", "permille", "percentage_point"))
_OTHER = frozenset(("annual_average", "real"))


def check(facts: Facts) -> Iterator[Problem]:
    """Each rate of a movement against the growth that its other figures leave."""
    for move in facts.graph.moves:
        found = _growth(move)
        for rate in move.rates:
            said = _signed(rate)
            if found and said and _comparable(facts, move, rate) and not found.meets(said):
                yield _problem(move, rate, found)


def _growth(move: Move) -> Interval | None:
    """The growth in percent, by both levels or by a level and its increase."""
    if move.now is None or move.now.mention.unit in _NO_LEVELS:
        return None
    now = in_unit(move.now, move.now.mention.unit)
    base = _base(move, now)
    return growth(now, base) if now and base else None


def _base(move: Move, now: Interval | None) -> Interval | None:
    """The level before, as named, or by the increase since."""
    if move.now is None or now is None:
        return None
    if move.base:
        return in_unit(move.base, move.now.mention.unit)
    by = in_unit(move.by, move.now.mention.unit) if move.by else None
    return by and (now.minus(by) if move.by and move.by.direction != "down" else now.plus(by))


def _signed(rate: Claim) -> Interval | None:
    """The rate as said, negative for a fall; None for one in times, or of unknown direction."""
    said = in_unit(rate, "percent") if rate.change == "growth_rate" else None
    return said and {"up": said, "down": said.negated()}.get(rate.direction or "")


def _comparable(facts: Facts, move: Move, rate: Claim) -> bool:
    """Whether the rate is over the very stretch between the levels, and at the prices that they are in."""
    known = facts.indicators.get(rate.indicator_id or "")
    named = (rate.indicator.value or "").lower()
    real = bool(known and known.growth_basis == "real") or any(word in named for word in (*words("zh/constant_prices"), *words("en/constant_prices")))
    said_real = any(word in clause_words(facts, rate).lower() for word in (*words("zh/real_terms"), *words("en/real_terms")))
    yearly = "year_on_year" in rate.basis and (move.years or 1) != 1
    return not (real or said_real or yearly or _OTHER & set(rate.basis))


def _problem(move: Move, rate: Claim, found: Interval) -> Problem:
    figures = tuple(claim for claim in (move.base or move.by, move.now) if claim)
    by = "、".join(claim.mention.surface for claim in figures)
    low = found.negated() if rate.direction == "down" else found
    zh = f"增速与数值不符：按{by}计算应为{show(low)}%，文中为{rate.mention.surface}；必有一数有误"
    en = f"a growth rate contradicts its levels: {by} make it {show(low)}%, not {rate.mention.surface}; one of them is wrong"
    return Problem("error", rate.span, Text(zh, en), tuple(claim.span for claim in figures), expected=f"{show(low)}%")
