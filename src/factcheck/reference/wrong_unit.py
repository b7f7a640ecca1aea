"""Figures that are right but for their unit: 亿千瓦 for 亿千瓦时, 美元 for 元, 增长5个百分点 for 增长5%.

Units of different dimensions are never compared. But where the same number would be right in the unit of the statistic, to the
digit, the unit is what is wrong.
"""

from __future__ import annotations

from factcheck.model import Claim, Compatible, Indicator, Match, Mention, Mismatch, Slip, Text
from factcheck.reference.changes import is_growth
from factcheck.reference.fit import said
from factcheck.reference.hold import dated, firm, verdict
from factcheck.reference.tracks import Question, Track, base_unit
from factcheck.reference.ways import track
from factcheck.reference.wording import agreed, fitted
from factcheck.typos import SCALE, precision, with_unit

__all__ = ["wrong_unit"]

_FEW = 3
"""Of a figure with fewer digits the same number may be right in another unit by chance."""
_POWER = {"kW", "kWh"}
"""An installed capacity in kWh is wrong, however few digits it has."""
_MONEY = {"CNY", "USD", "EUR", "HKD", "JPY"}


def wrong_unit(question: Question, indicator: Indicator) -> Mismatch | None:
    """The contradiction, if in the unit of the statistic the very same number is the official one."""
    claim = _in_its_unit(question.claim, indicator)
    if claim is None:
        return None
    other = question._replace(claim=claim)
    way, readings = track(other, indicator), said(claim)
    found, certain = dated(other, way, readings) if isinstance(way, Track) else (None, False)
    if not isinstance(way, Track) or found is None:
        return None
    fits = verdict(other, way, readings, found)
    if not isinstance(fits, Match | Compatible):
        return None
    return _mismatch(question, other, fits, certain)


def _mismatch(question: Question, other: Question, fits: Match | Compatible, certain: object) -> Mismatch:
    mention, evidence = question.claim.mention, fits.evidence
    slip = _slip(mention, other.claim.mention, evidence.value)
    # without a value, for the official figure can't be written in our unit
    why = agreed(fitted(mention._replace(value=None), evidence, said(other.claim)[0], "mismatch"), [slip.text])
    return Mismatch(evidence, why, bool(certain) and firm(other, evidence), (slip,))


def _in_its_unit(claim: Claim, indicator: Indicator) -> Claim | None:
    """The claim with the same number in the statistic's unit; None where that proves nothing."""
    mention, unit = claim.mention, base_unit(indicator)
    if mention.unit == "percentage_point":
        named = claim.indicator.value or ""
        of_a_rate = unit == "percent" and (not is_growth(indicator) or named.endswith(indicator.name.zh[-2:]))
        return None if of_a_rate else claim._replace(statement="growth", mention=mention._replace(unit="percent"))
    if not unit or mention.unit in {None, unit} or claim.statement != "level":
        return None
    if precision(mention) < _FEW and {mention.unit, unit} != _POWER:
        return None
    return claim._replace(mention=mention._replace(unit=unit))


def _slip(mention: Mention, other: Mention, official: str) -> Slip:
    if mention.unit == "percentage_point":
        text = Text("“个百分点”应为“%”", "percent, not percentage points")
        return Slip("percentage_point", text, with_unit(mention, "%"))
    word = SCALE.sub("", official.partition(" ")[2], count=1)
    name = "currency" if {mention.unit, other.unit} <= _MONEY else "unit"
    what = Text("币种", "currency") if name == "currency" else Text("单位", "unit")
    text = Text(f"{what.zh}疑误：数值以{word}计才相符", f"{what.en}: the number is right in {other.unit}")
    return Slip(name, text, with_unit(mention, word))
