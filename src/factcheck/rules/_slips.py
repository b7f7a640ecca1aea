"""Which slip of the pen in one of the figures of a relation would explain why it fails. Which figure is wrong is not guessed."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from factcheck.interval import Interval
from factcheck.model import Claim, Slip, Text
from factcheck.typos import typos

__all__ = ["slips"]

_KINDS = ("scale_wan_yi", "decimal_shift", "digits_swapped", "digit_dropped", "digit_doubled")
_MOST = 3


def slips(wanted: Iterable[tuple[Claim, Interval]]) -> tuple[Slip, ...]:
    """Up to three slips, each in one of the figures; `wanted` says what each would have to be if the others are right."""
    found = ((claim, slip) for claim, right in wanted if _positive(right) for slip in typos(claim.mention, right, _KINDS))
    return tuple(islice((_named(claim, slip) for claim, slip in found), _MOST))


def _positive(right: Interval) -> bool:
    return right.low is not None and right.low > 0


def _named(claim: Claim, slip: Slip) -> Slip:
    """The slip with the figure that it would be in."""
    surface = claim.mention.surface
    return slip._replace(text=Text(f"{surface}：{slip.text.zh}", f"{surface}: {slip.text.en}"))
