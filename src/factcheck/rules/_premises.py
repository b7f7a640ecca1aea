"""What a rule establishes before it speaks. Each premise is stated in the text, assumed, or refuted by it; `weighed` draws the conclusion."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from factcheck.model import Assumed, Claim, Missing, Premise, Problem, Severity, Slot, Stated, Text
from factcheck.names import fold_name

__all__ = ["SAYS", "about", "assumed", "carried", "given", "one_passage", "refuted", "same_owner", "same_thing", "same_time", "slot", "stated", "weighed"]

SAYS: Mapping[str, Text] = MappingProxyType(
    {
        "same_thing": Text("说的是同一项", "the figures measure the same thing"),
        "same_owner": Text("属于同一地区或主体", "they are of the same place or body"),
        "same_time": Text("属于同一时间", "they are of the same time"),
        "same_basis": Text("比较基准和价格相同", "they have the same base and prices"),
        "same_whole": Text("是同一整体的占比", "the shares are of that very whole"),
        "same_person": Text("说的是同一个人", "both are said of the same person"),
        "from_to": Text("原文由此说到彼", "the text leads from the one to the other"),
        "one_amount": Text("是同一个数的两种写法", "one amount is given twice"),
        "part_of": Text("确为其中一部分", "the part belongs to that whole"),
        "all_parts": Text("列出了全部分项", "all the parts are listed"),
        "apart": Text("各项互不包含", "no part includes another"),
        "counted": Text("数的就是所列各项", "what is counted is what is listed"),
        "bounded": Text("这个量有上下限", "the quantity has these bounds"),
        "wording": Text("字面只有一种读法", "the words have one reading only"),
        "calendar": Text("由日历可知", "the calendar says so"),
        "year_known": Text("年份明确", "the year is known"),
        "article_date": Text("稿件日期明确", "the article's own date is known"),
        "start_known": Text("起点有据", "the beginning is known"),
        "in_body": Text("标题所说即正文此数", "the headline speaks of that figure of the body"),
        "definition": Text("由指标定义可知", "the definition of the statistic says so"),
        "named": Text("写明是哪项指标", "the text says which statistic it is"),
        "placed": Text("写明是哪里的", "the text says where"),
        "dated": Text("写明是何时的", "the text says when"),
        "official": Text("官方数可靠且可比", "the official figure is firm and comparable"),
    }
)
"""Every premise that a rule may rest on, by the name that JSON shows."""

_FEW, _GAP = 3, 2
"""How many sentences in a row are one passage, and the blanks between two of them."""
_SCALE: tuple[Severity, ...] = ("error", "warning", "note")


def stated(name: str) -> Premise:
    """A premise that the text itself states, or that follows from how it is put."""
    return Premise(name, "stated", SAYS[name])


def assumed(name: str, zh: str, en: str) -> Premise:
    """A premise that the text does not state, and what it was taken from."""
    return Premise(name, "assumed", SAYS[name], Text(zh, en))


def refuted(name: str, zh: str, en: str) -> Premise:
    """A premise that the text speaks against: the rule has nothing to say."""
    return Premise(name, "refuted", SAYS[name], Text(zh, en))


def given(name: str, zh: str, en: str, *, holds: bool) -> Premise:
    """Stated if it holds, else assumed for the reason given."""
    return stated(name) if holds else assumed(name, zh, en)


def weighed(problem: Problem) -> Problem | None:
    """The problem as severe as its premises allow: at most a warning with one of them assumed, nothing with two, or with one refuted."""
    standings = [premise.standing for premise in problem.premises]
    missing = standings.count("assumed")
    if "refuted" in standings or missing > 1:
        return None
    return problem._replace(severity=max(problem.severity, _SCALE[missing], key=_SCALE.index))


# --------------------------------------------------------------------------------------------- what several figures have in common

def slot(name: str, found: Slot[Any]) -> Premise:
    """That a slot of a claim is stated, here or by the passage; what is assumed or missing brings its reason."""
    return stated(name) if isinstance(found, Stated) or (isinstance(found, Assumed) and found.carried) else Premise(name, "assumed", SAYS[name], found.why)


def about(*claims: Claim) -> tuple[Premise, ...]:
    """That figures are of one thing, one owner and one time."""
    return same_thing(*claims), same_owner(*claims), same_time(*claims)


def same_thing(*claims: Claim) -> Premise:
    """Of one statistic by name. A name that is carried on is stated as long as the passage is one."""
    return _shared("same_thing", claims, [claim.indicator for claim in claims], [_name(claim) for claim in claims])


def same_time(*claims: Claim) -> Premise:
    """Of one period. Within one passage a period that is carried on, or that nobody states, is the same."""
    return _shared("same_time", claims, [claim.period for claim in claims], [_period(claim) for claim in claims])


def same_owner(*claims: Claim) -> Premise:
    """Of one place and one body. What names neither is of whatever the text speaks of; an owner that narrows a figure is always named."""
    known = [{part for part in parts if part} for parts in zip(*((_place(claim), _body(claim)) for claim in claims), strict=True)]
    one = all(len(parts) < 2 for parts in known) and len({claim.owner for claim in claims}) == 1
    return stated("same_owner") if one else refuted("same_owner", "各有所属", "they are of different ones")


def carried(name: str, claims: Sequence[Claim], slots: Sequence[Slot[Any]]) -> Premise:
    """What a relation has compared already: stated where every slot is, or where the figures stand in one passage."""
    if one_passage(claims) or all(isinstance(slot, Stated) for slot in slots):
        return stated(name)
    return Premise(name, "assumed", SAYS[name], next((slot.why for slot in slots if not isinstance(slot, Stated)), Text("", "")))


def _shared(name: str, claims: Sequence[Claim], slots: Sequence[Slot[Any]], keys: Sequence[Hashable]) -> Premise:
    """Different values refute; a value that is not stated is taken for that of the others."""
    known = {key for key, slot in zip(keys, slots, strict=True) if not isinstance(slot, Missing)}
    return refuted(name, "原文所说不同", "the text says that they differ") if len(known) > 1 else carried(name, claims, slots)


def one_passage(claims: Sequence[Claim]) -> bool:
    """Whether figures stand in one table, or in sentences that follow one another."""
    if all(claim.cell for claim in claims):
        return len({claim.cell.table for claim in claims if claim.cell}) == 1
    spans = sorted({claim.sentence for claim in claims})
    return len(spans) <= _FEW and all(other.start - one.end <= _GAP for one, other in pairwise(spans))


def _name(claim: Claim) -> Hashable:
    return claim.indicator_id or fold_name(claim.indicator.value or "")


def _place(claim: Claim) -> str:
    area = claim.area.value
    return (area.code or area.name) if area else ""


def _body(claim: Claim) -> str:
    """The firm or project that a figure is of; a place is no body."""
    area = claim.area.value
    subject = claim.subject.value or ""
    return "" if area and subject == area.name else subject


def _period(claim: Claim) -> Hashable:
    period = claim.period.value
    return period.text.removesuffix("-end") if period else None
