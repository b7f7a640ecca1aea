"""几分之一与百分比不符 / A ratio contradicts its percentage.

三分之一约是33%，每4人中有1人是25%；括号里的百分比差得远，必有一数有误。
One in three is about 33 percent. A percentage in brackets behind it that is far from that leaves one of the two wrong.

错：有三分之一的企业（25%）裁员。
错：平均每4人中就有1人（占36%）患病。
对：有三分之一的企业（34%）裁员。
对：平均每4人中就有1人（占25.3%）患病，比上年减少（5%）。
wrong: One in three firms (25%) cut jobs.
right: One in three firms (34%) cut jobs.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Problem, Span, Text
from factcheck.patterns import regex
from factcheck.rules._facts import allowed, guaranteed
from factcheck.rules._premises import assumed
from factcheck.written import show

__all__ = ["check"]

RESTS_ON = ("same_whole",)

_BRACKET = regex(r"[^，。；、,;.\n()（）0-9]{0,16}[（(](?:占比|占|约|即|about |or )?")


def check(facts: Facts) -> Iterator[Problem]:
    """Each ratio with a percentage in the bracket right behind it."""
    for ratio, percentage in pairwise(facts.reading.claims):
        if ratio.mention.kind == "fraction" and not ratio.mention.parts and percentage.mention.unit == "percent":
            between = facts.text(Span(ratio.span.end, percentage.span.start)) if ratio.span.end <= percentage.span.start else ""
            found, said = guaranteed(ratio.mention), allowed(percentage.mention)
            if _BRACKET.fullmatch(between) and found and said and not found.scaled(100).meets(said):
                yield _problem(ratio, percentage, found.scaled(100))


def _problem(ratio: Claim, percentage: Claim, found: Interval) -> Problem:
    one, other = ratio.mention.surface, percentage.mention.surface
    zh = f"几分之一与百分比不符：“{one}”是{show(found)}%，括号里为{other}；必有一数有误"
    en = f"a ratio contradicts its percentage: {one} is {show(found)}%, the bracket has {other}; one of them is wrong"
    premises = (assumed("same_whole", "两数紧挨着", "the two stand side by side"),)
    return Problem("error", percentage.span, Text(zh, en), (ratio.span,), expected=f"{show(found)}%", premises=premises)
