"""Lists: 分别 gives the items of one list to the figures of the next in order, with the head that they share."""

from __future__ import annotations

import re

from factcheck.grammar.binding.indicator import indicator_ids
from factcheck.grammar.binding.scene import Scene, plain_runs
from factcheck.model import Claim, Stated

__all__ = ["respectively"]

_PARTS = re.compile(r"[、和与及]|以及| and |, ")
_SHARED = re.compile(
    "(?:产业|业|行业)?(?:增加值)?(?:占.*(?:比重|比例))$|增加值$|[产销总]量$|比重$|占比$|总产值$|投资$|收入$|面积$|价格$|速度$"
)
_SHORT = re.compile("^([一二三])([一二三])?([一二三])?产业(.*)$")
_LEAST = 2


def respectively(scene: Scene, claims: list[Claim]) -> list[Claim]:
    """Pair the items of a coordinated subject with the figures behind 分别 or before `respectively`."""
    made = list(claims)
    for run in plain_runs(scene.text, [claim.span for claim in claims]):
        first = made[run[0]]
        name = first.indicator.value
        head = scene.text[first.clause.start : first.span.start]
        said = "分别" in head or "respectively" in scene.text[first.clause.start : scene.sentence.span.end]
        items = _items(name, len(run)) if name and said and len(run) >= _LEAST else []
        for index, item in zip(run, items, strict=False):
            made[index] = _given(scene, made[index], first, item)
    return made


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
    return [part if not tail or tail in part else part + tail for part in parts]
