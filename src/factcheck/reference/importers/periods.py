"""A period as statistics write it (2023年1-6月, 2024-Q1, 2020M05) → the contract's notation."""

from __future__ import annotations

from factcheck.patterns import regex
from factcheck.period import Period

__all__ = ["read_period"]

_YEAR = r"([12][0-9]{3})"
_QUARTERS = {"1": "1", "2": "2", "3": "3", "4": "4", "一": "1", "二": "2", "三": "3", "四": "4"}
_CUMULATED = {"3": "Q1", "6": "H1", "9": "Q1-Q3", "12": ""}
_PLAIN = regex(rf"{_YEAR}年?度?(?:\.0)?")
_WORLD_BANK = regex(rf"{_YEAR} ?\[YR[0-9]{{4}}\]")
_MONTH = regex(rf"{_YEAR}(?:年|[-/.])?[M]?(0?[1-9]|1[0-2])月?(?:份)?")
_MONTHS = regex(rf"{_YEAR}年?(?:0?1)[-—–~～至]([0-9]{{1,2}})月(?:份)?(?:累计)?")
_QUARTER = regex(rf"{_YEAR}[-年 ]?(?:Q|第)?([1-4一二三四])(?:季度|季)?")
_HALF = regex(rf"{_YEAR}-?[HS]([12])")
_HALVES = {"上半年": "H1", "下半年": "H2", "前三季度": "Q1-Q3", "前两季度": "H1", "末": "-end", "底": "-end", "年末": "-end", "年底": "-end", "全年": ""}
_WORDS = regex(rf"{_YEAR}年?(上半年|下半年|前三季度|前两季度|年末|年底|末|底|全年)")


def read_period(text: str) -> str | None:
    """The period that a heading or cell names for sure; None for anything else."""
    text = text.strip()
    found = _read(text)
    if found is None or len(found) > 40:
        return None
    try:
        return found if found == "constant" or Period.parse(found).first else None
    except ValueError:
        return None


def _read(text: str) -> str | None:
    if match := _PLAIN.fullmatch(text) or _WORLD_BANK.fullmatch(text):
        return match[1]
    if match := _WORDS.fullmatch(text):
        return match[1] + _HALVES[match[2]]
    if match := _HALF.fullmatch(text):
        return f"{match[1]}H{match[2]}"
    if match := _MONTHS.fullmatch(text):
        last = match[2].lstrip("0")
        return match[1] + _CUMULATED[last] if last in _CUMULATED else f"{match[1]}-01..{match[1]}-{int(last):02}"
    if (match := _QUARTER.fullmatch(text)) and ("Q" in text or "季" in text):
        return f"{match[1]}Q{_QUARTERS[match[2]]}"
    if (match := _MONTH.fullmatch(text)) and (len(text) > 6 or not text.isdecimal()):
        return f"{match[1]}-{int(match[2]):02}"
    return text
