"""How many yuan a US dollar was in which year, from `data/rates.yaml`."""

from __future__ import annotations

import os
from fractions import Fraction
from functools import cache
from typing import Any

from factcheck import store
from factcheck.interval import Interval

__all__ = ["yuan_per_dollar"]

_FILE = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "rates.yaml")
_LIMIT = 2**16
_AVERAGE, _ANY_DAY = Fraction(1, 100), Fraction(6, 100)
"""How far the official average may lie from ours, and any day's rate from the year's average."""


def yuan_per_dollar(years: range, *, average: bool) -> Interval | None:
    """What a dollar may have cost in these years: on the average of one of them, or on any day; None where no year is known."""
    table = _table()
    known = [table[year] for year in years if year in table]
    if not known:
        return None
    reach = _AVERAGE if average else _ANY_DAY
    return Interval(min(known) * (1 - reach), max(known) * (1 + reach))


@cache
def _table() -> dict[int, Fraction]:
    data = store.read_bytes(_FILE, _LIMIT)

    def build() -> Any:  # noqa: ANN401  (the file as it stands)
        from factcheck import strict_yaml  # only when the file changed

        return strict_yaml.plain(strict_yaml.load("rates.yaml", data))

    found = store.compiled("rates", [("rates", data)], build)["yuan_per_dollar"]
    return {int(year): Fraction(rate) for year, rate in found.items()}
