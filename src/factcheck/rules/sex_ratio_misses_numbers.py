"""性别比与男女人数不符 / A sex ratio misses the numbers of men and women.

性别比是每100个女性对应多少男性；男女人数都写了，比就定了。按各数四舍五入的范围算仍对不上，必有一数有误。出生人口性别比说的是另一些人，不查。
A sex ratio is how many men there are for every hundred women; where both are told, it is told too. The ratio at birth is another one.

错：年末户籍男性人口57712人，女性人口54846人，男女性别比为102.53:100。
错：男性人口为3420万人，女性人口为3180万人，总人口性别比（以女性为100）为105.7。
对：年末户籍男性人口57712人，女性人口54846人，男女性别比为105.23:100。
对：男性人口为3420万人，女性人口为3180万人，总人口性别比（以女性为100）为107.5。
对：男性人口为3420万人，女性人口为3180万人，出生人口性别比为111.3。
wrong: There were 3,420 men and 3,180 women, a sex ratio of 105.7:100.
right: There were 3,420 men and 3,180 women, a sex ratio of 107.5:100.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Problem, Text
from factcheck.names import fold_name
from factcheck.rules._arithmetic import share
from factcheck.rules._facts import allowed, clause_words, is_level, plain
from factcheck.rules._partitions import members
from factcheck.rules._premises import same_owner, same_time, stated
from factcheck.written import show

__all__ = ["check"]

RESTS_ON = ("definition", "same_owner", "same_time")

_NEAR, _MEN, _WOMEN = 8, 0, 1
_NAMES, _OTHERS = ("性别比", "sex ratio"), ("出生", "at birth", "女男")
_PARTITIONS = frozenset(("男女", "men and women"))
_RATIO, _HUNDRED = "ratio", Fraction(100)
_PLAUSIBLE = range(50, 200)


def check(facts: Facts) -> Iterator[Problem]:
    """Each sex ratio against the men and women told right before it."""
    for at, claim in enumerate(facts.reading.claims):
        said = _said(facts, claim)
        men, women = (_people(facts.reading.claims[max(0, at - _NEAR) : at], claim, nth) for nth in (_MEN, _WOMEN)) if said else (None, None)
        found = _ratio(men, women) if men and women else None
        if said and men and women and found and not found.meets(said):
            yield _problem(claim, men, women, found)


def _said(facts: Facts, claim: Claim) -> Interval | None:
    """The men to a hundred women, as told."""
    named = fold_name(claim.indicator.value or "") + clause_words(facts, claim).lower()
    value = claim.mention.parts[0] if claim.mention.parts and claim.mention.parts[1:] == (_HUNDRED,) else claim.mention.value
    bare = claim.mention.unit in {None, _RATIO} and not claim.mention.classifier and claim.statement in {"level", _RATIO}
    if value is None or not bare or int(value) not in _PLAUSIBLE or claim.mention.hedge != "none":
        return None
    if not any(name in named for name in _NAMES) or any(other in named for other in _OTHERS):
        return None
    digits = len(plain(claim.mention.surface).partition(":")[0].partition("：")[0].partition(".")[2])
    return Interval.around(value, Fraction(1, 2 * 10**digits))


def _people(claims: Sequence[Claim], ratio: Claim, nth: int) -> Claim | None:
    """The one number of men or women before the ratio, in its paragraph."""
    levels = [claim for claim in claims if is_level(claim) and (claim.mention.unit == "person" or claim.mention.kind == "count")]
    found = [claim for claim in levels if _is(claim, nth) and claim.area.value == ratio.area.value]
    return found[0] if len(found) == 1 else None


def _is(claim: Claim, nth: int) -> bool:
    """Whether it is of all men, or of all women."""
    named = [member for member in members(claim.indicator.value or "") if member.partition.name in _PARTITIONS]
    return len(named) == 1 and named[0].nth == nth


def _ratio(men: Claim, women: Claim) -> Interval | None:
    ours, theirs = allowed(men.mention), allowed(women.mention)
    return share(ours, theirs) if ours and theirs and (men.period, men.mention.unit) == (women.period, women.mention.unit) else None


def _problem(claim: Claim, men: Claim, women: Claim, found: Interval) -> Problem:
    one, other, right = men.mention.surface, women.mention.surface, show(found)
    zh = f"性别比与男女人数不符：{one}比{other}为{right}，文中为{claim.mention.surface}；必有一数有误"
    en = f"a sex ratio misses the numbers of men and women: {one} to {other} is {right}, not {claim.mention.surface}; one of them is wrong"
    premises = (stated("definition"), same_owner(men, women), same_time(men, women))
    return Problem("error", claim.span, Text(zh, en), (men.span, women.span), expected=right, premises=premises)
