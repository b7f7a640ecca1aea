"""Figures in a rule's message, in the unit in which the article writes them: 1105亿元, 335个."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import ceil, floor

from factcheck.interval import Interval
from factcheck.model import Claim, Mention, Slip, Text
from factcheck.rules._arithmetic import middle
from factcheck.written import read_written, short, show

__all__ = ["at_least", "at_most", "hedged", "listed", "misprints", "spanned", "written_as"]

_DIGITS = 12
_HEDGES = {"gt": "超过", "ge": "不少于", "lt": "不到", "le": "不超过", "near_below": "近", "approx": "约"}


def listed(claims: Iterable[Claim]) -> Text:
    """The figures as they stand in the text: 1200万人、1500万人."""
    surfaces = [claim.mention.surface for claim in claims]
    return Text("、".join(surfaces), " and ".join(surfaces))


def hedged(mention: Mention) -> str:
    """A figure with its hedge in a Chinese word, wherever and however the text says it."""
    return f"“{_HEDGES.get(mention.hedge, '')}{mention.surface}”"


def misprints(*figures: tuple[Mention, Interval | None]) -> tuple[Slip, ...]:
    """Each figure's slip of the pen that would explain why it is not what the others leave for it, told as one: which is wrong nobody knows."""
    from factcheck.typos import TYPOS, typos  # only where something is wrong

    found = [(mention, next(typos(mention, right, TYPOS), None)) for mention, right in figures if right is not None]
    slips = [_of(mention, slip) for mention, slip in found if slip]
    if not slips:
        return ()
    together = Text("；".join(slip.text.zh for slip in slips), "; ".join(slip.text.en for slip in slips))
    return (slips[0]._replace(text=together, corrected=slips[0].corrected if len(slips) == 1 else ""),)


def _of(mention: Mention, slip: Slip) -> Slip:
    """The slip with the figure that it is in."""
    zh = f"若{mention.surface}有误：{slip.text.zh}，应为{slip.corrected}"
    return slip._replace(text=Text(zh, f"if {mention.surface} is wrong: {slip.text.en}, read {slip.corrected}"))


def written_as(mention: Mention, found: Interval) -> str:
    """A computed figure with the scale and unit of the mention's own words: one number where its digits leave but one, else both ends."""
    low, high = (None if end is None else _written(end, mention) for end in (found.low, found.high))
    between = middle(found)
    own = read_written(mention)
    if between is None or own is None:
        return low if low == high and low else f"{low or '…'}～{high or '…'}"
    return f"{own.before}{own.number(between)}{own.unit()}"


def spanned(mention: Mention, found: Interval) -> str:
    """A computed figure with the scale and unit of the mention's own words, both ends of it: 159～164亿美元."""
    own = read_written(mention)
    return f"{own.before}{show(found.scaled(1 / own.scale))}{own.unit()}" if own else show(found)


def at_least(mention: Mention) -> str:
    """The least that a figure guarantees: of whole things a whole number."""
    low = mention.guaranteed.low if mention.guaranteed else None
    return "" if low is None else _written(Fraction(ceil(low)) if _whole(mention) else low, mention)


def at_most(mention: Mention) -> str:
    """The most that a figure allows."""
    high = mention.guaranteed.high if mention.guaranteed else None
    return "" if high is None else _written(Fraction(floor(high)) if _whole(mention) else high, mention)


def _whole(mention: Mention) -> bool:
    return mention.kind == "count" or (mention.unit == "person" and mention.ulp == 1)


def _written(value: Fraction, mention: Mention) -> str:
    """A value with the scale and unit of the mention's own words."""
    own = read_written(mention)
    if own is None:
        return short(value, _DIGITS) + (mention.classifier or mention.unit or "")
    return f"{own.before}{short(value / own.scale, _DIGITS)}{own.unit()}"
