"""Lists: 分别 gives the items of one list to the figures of the next in order, with the head that they share."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.grammar.areas import find_areas
from factcheck.grammar.binding.area import subject_of
from factcheck.grammar.binding.known import indicator_ids
from factcheck.grammar.binding.scene import Scene, plain_runs
from factcheck.grammar.phrases import phrase_of
from factcheck.model import Area, Claim, Span, Stated
from factcheck.patterns import regex
from factcheck.places import places

__all__ = ["respectively"]

_PARTS = regex(r"[、和与及]|以及| and |, ")
_SHARED = regex(
    "(?:产业|行业|业)?(?:增加值)?(?:占.*(?:比重|比例)|占比|比重|比例)$|(?:产业|行业|业)?增加值$|[产销总]量$|总产值$|投资$|收入$|支出$|税收$|[进出]口$|[存贷]款$|利润$|人口$|面积$|价格$|速度$"
)
_LINK = regex("[、和与及]|以及| and |, ")
_SHORT = regex("^第?([一二三])(?:[、和与及]?第?([一二三]))?(?:[、和与及]?第?([一二三]))?次?产业(.*)$")
_COMMAS = regex("、")
_SERIAL, _ENGLISH_LINK = regex(", and "), regex(",? and |, ")
_TOWARDS = regex("[对自向从]")
_MEASURED = regex("(?:[额量值率数税]|收入|支出|面积|人口|价格|投资|比重|占比|[进出]口|消费|存款|贷款|产能|里程|密度|规模|指数|水平|工资|利润|贸易)$")
_SHORT_ITEM = 3
_LEAST = 2


def respectively(scene: Scene, claims: list[Claim]) -> list[Claim]:
    """Pair the items of a coordinated subject with the figures behind 分别 or before `respectively`, and with those of the next list."""
    made = list(claims)
    paired: tuple[str, list[str]] = ("", [])
    for run in plain_runs(scene.text, [claim.span for claim in claims]):
        if len(run) < _LEAST:
            continue
        first = made[run[0]]
        name = first.indicator.value or ""
        if name and name == paired[0] and len(run) == len(paired[1]):
            made = _named(scene, made, run, paired[1])
        elif _said(scene, first):
            items = (_english_items(scene, first, len(run)) if scene.latin else []) or _items(name, len(run)) or _before(made, run)
            paired = (name, items)
            made = _named(scene, made, run, items) if items else _placed(scene, made, run)
            made = _dated(scene, made, run)
    return made


def _said(scene: Scene, first: Claim) -> bool:
    """Whether 分别 stands before the figures or `respectively` behind them."""
    head = scene.text[first.clause.start : first.span.start]
    return "分别" in head or "respectively" in scene.text[first.clause.start : scene.sentence.span.end]


def _english_items(scene: Scene, first: Claim, count: int) -> list[str]:
    """The items of a list that goes over several clauses, each with the head of the first: value added of mining, manufacturing and services."""
    nouns = [_noun_from(scene, start, first) for start in _starts(scene, first)]
    ways = [*((_SERIAL, noun) for noun in reversed(nouns)), *((_ENGLISH_LINK, noun) for noun in nouns)]
    split = ([part for part in link.split(noun) if part] for link, noun in ways)
    parts = next((parts for parts in split if len(parts) == count), [])
    head = parts[0][: parts[0].rfind(" of ") + len(" of ")] if parts and " of " in parts[0] else ""
    made = [part if " of " in part else head + part for part in parts]
    short = all(" " not in part.removeprefix(head).removeprefix("the ") for part in parts[:-1])
    shared = parts[-1].partition(" ")[2] if parts and short else ""
    return [f"{part} {shared}" for part in made[:-1]] + made[-1:] if shared else made


def _starts(scene: Scene, first: Claim) -> Iterator[int]:
    """Where the list may begin: with the figure's clause, or one before it in the run of clauses without a figure."""
    yield first.clause.start
    for clause in reversed([clause for clause in scene.clauses if clause.end <= first.clause.start]):
        if scene.text[clause.end] != "," or any(clause.start <= figure.span.start < clause.end for figure in scene.figures):
            return
        yield clause.start


def _noun_from(scene: Scene, start: int, first: Claim) -> str:
    offset = scene.sentence.span.start
    return phrase_of(scene.blanked[start - offset : first.span.start - offset], "en").noun


def _named(scene: Scene, claims: list[Claim], run: list[int], items: list[str]) -> list[Claim]:
    """The claims with an item each as indicator, all of them changed as the first is."""
    made, first = list(claims), claims[run[0]]
    for index, item in zip(run, items, strict=True):
        made[index] = _given(scene, made[index], first, item)
    return made


def _before(claims: list[Claim], run: list[int]) -> list[str]:
    """The names of as many figures right before, where the list has none of its own: 事故3起，死亡4人，分别下降50%、42.9%."""
    first = run[0]
    names = [claim.indicator.value or "" for claim in claims[max(0, first - len(run)) : first]]
    same = bool(names) and names[-1] == claims[first].indicator.value
    return names if same and len(set(names)) == len(run) and all(names) else []


def _placed(scene: Scene, claims: list[Claim], run: list[int]) -> list[Claim]:
    """The claims with a place each, where as many are named in one breath."""
    made, first = list(claims), claims[run[0]]
    places = _places(scene, first)
    if len(places) == len(run):
        for index, area in zip(run, places, strict=True):
            made[index] = made[index]._replace(area=area, subject=subject_of(area), change=first.change, direction=first.direction)
    return made


def _dated(scene: Scene, claims: list[Claim], run: list[int]) -> list[Claim]:
    """The claims with a time each, where as many are named in one breath: 一季度、二季度分别增长…"""
    made, first = list(claims), claims[run[0]]
    head = claims[run[0] - 1].span.end if run[0] else scene.sentence.span.start
    times = [time for time in scene.times if head <= time.span.start and time.span.end <= first.span.start][-len(run) :]
    linked = all(_LINK.fullmatch(scene.text[a.span.end : b.span.start]) for a, b in pairwise(times))
    if linked and len(times) == len(run):
        for index, time in zip(run, times, strict=True):
            made[index] = made[index]._replace(period=Stated(time.period, time.span))
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
    split = ([part for part in link.split(name) if part] for link in (_COMMAS, _PARTS))
    parts = next((parts for parts in split if len(parts) == count), [])
    if not parts:
        return []
    towards = _TOWARDS.match(parts[0])
    if towards:
        parts = [parts[0][1:], *parts[1:]]
    tail = _tail(parts)
    return [(towards.group() if towards else "") + (part if not tail or tail in part else _joined(part, tail)) for part in parts]


def _tail(parts: list[str]) -> str:
    """What the last item shares with the others: 常住居民人均收入 of 城镇、农村常住居民人均收入, 的价格 of 食品、衣着和烟酒的价格."""
    last, size = parts[-1], len(parts[0])
    if all(places(part) for part in parts[:-1]) and (hits := find_areas(last, 0, len(last))) and not hits[0].start:
        return last[hits[0].end :]
    if all(len(part) == size for part in parts[:-1]) and size <= _SHORT_ITEM and len(last) > size + 1 and _MEASURED.search(last, size):
        return last[size:]
    shared = _SHARED.search(last)
    if shared:
        return shared.group()
    owned = last.rfind("的")
    return last[owned:] if owned > 0 and not any("的" in part for part in parts[:-1]) else ""


def _joined(part: str, tail: str) -> str:
    """第一产业 + 产业增加值: what both have stands once."""
    overlap = next((size for size in range(len(tail), 0, -1) if part.endswith(tail[:size])), 0)
    return part + tail[overlap:]
