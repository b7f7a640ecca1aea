"""Lists: 分别 gives the items of one list to the figures of the next in order, with the head that they share."""

from __future__ import annotations

from factcheck.grammar.binding.area import subject_of
from factcheck.grammar.binding.indicator import indicator_ids
from factcheck.grammar.binding.scene import Scene, plain_runs
from factcheck.model import Area, Claim, Span, Stated
from factcheck.patterns import regex

__all__ = ["respectively"]

_PARTS = regex(r"[、和与及]|以及| and |, ")
_SHARED = regex(
    "(?:产业|行业|业)?(?:增加值)?(?:占.*(?:比重|比例)|占比|比重|比例)$|(?:产业|行业|业)?增加值$|[产销总]量$|总产值$|投资$|收入$|面积$|价格$|速度$"
)
_LINK = regex("[、和与及]|以及| and |, ")
_SHORT = regex("^([一二三])([一二三])?([一二三])?产业(.*)$")
_LEAST = 2


def respectively(scene: Scene, claims: list[Claim]) -> list[Claim]:
    """Pair the items of a coordinated subject with the figures behind 分别 or before `respectively`."""
    made = list(claims)
    for run in plain_runs(scene.text, [claim.span for claim in claims]):
        if len(run) < _LEAST:
            continue
        first = made[run[0]]
        name = first.indicator.value
        head = scene.text[first.clause.start : first.span.start]
        said = "分别" in head or "respectively" in scene.text[first.clause.start : scene.sentence.span.end]
        items = _items(name, len(run)) if name and said else []
        for index, item in zip(run, items, strict=False):
            made[index] = _given(scene, made[index], first, item)
        places = _places(scene, first) if said and not items else []
        if len(places) == len(run):
            for index, area in zip(run, places, strict=True):
                made[index] = made[index]._replace(area=area, subject=subject_of(area), change=first.change, direction=first.direction)
    return made


def _places(scene: Scene, first: Claim) -> list[Stated[Area]]:
    """The places named in one breath before the figures: 广东、江苏经济总量分别为…"""
    hits = [hit for hit in scene.hits if hit.end <= first.span.start and len(hit.found) == 1 and not hit.whole]
    linked = [hit for i, hit in enumerate(hits) if not i or _LINK.fullmatch(scene.text[hits[i - 1].end : hit.start])]
    if len(linked) != len(hits):
        return []
    return [Stated(Area(hit.found[0].name, hit.found[0].code), Span(hit.start, hit.end)) for hit in hits]


def _given(scene: Scene, claim: Claim, first: Claim, item: str) -> Claim:
    span = first.indicator.span if isinstance(first.indicator, Stated) else None
    return claim._replace(
        indicator=Stated(item, span), change=first.change, direction=first.direction, statement=first.statement,
        indicator_ids=indicator_ids(scene.vocabulary, item),
    )  # fmt: skip


def _items(name: str, count: int) -> list[str]:
    """第一、第二产业占比 → 第一产业占比, 第二产业占比; 一三产业比重 → 第一产业比重, 第三产业比重."""
    short = _SHORT.match(name)
    if short and count == sum(bool(digit) for digit in short.groups()[:3]):
        return [f"第{digit}产业{short.group(4)}" for digit in short.groups()[:3] if digit]
    parts = [part for part in _PARTS.split(name) if part]
    if len(parts) != count:
        return []
    shared = _SHARED.search(parts[-1])
    tail = shared.group() if shared else ""
    return [part if not tail or tail in part else _joined(part, tail) for part in parts]


def _joined(part: str, tail: str) -> str:
    """第一产业 + 产业增加值: what both have stands once."""
    overlap = next((size for size in range(len(tail), 0, -1) if part.endswith(tail[:size])), 0)
    return part + tail[overlap:]
