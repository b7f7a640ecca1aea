"""How newsrooms get a figure wrong: each maker looks at one confirmed claim and gives the edits that would be that slip."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from random import Random
from typing import NamedTuple

from factcheck.interval import Interval
from factcheck.model import Article, Checked, Claim, Compatible, Evidence, Judged, Match
from factcheck.reference import ReferenceSet
from factcheck.reference.fit import said
from factcheck.reference.vintage import stated

__all__ = [
    "Base", "Edit", "by", "currency", "direction", "dropped_or_added", "headline", "hedge", "near_rate", "other_area", "pair", "part", "points",
    "says", "scale", "shifted", "stale_year", "substituted", "times", "transposed", "unit",
]  # fmt: skip


class Edit(NamedTuple):
    """New words for a stretch of the text."""

    start: int
    end: int
    words: str


class Base(NamedTuple):
    """A clean article, as checked, with the claims that the reference set confirms."""

    name: str
    article: Article
    checked: Checked
    confirmed: tuple[Judged, ...]
    reference: ReferenceSet


def says(claim: Claim, found: Interval) -> bool:
    """Whether the claim can be right of this figure, at least as one that was rounded or cut short."""
    readings = said(claim)
    allowed = (interval for reading in readings for interval in (reading.guaranteed, reading.coarse, reading.cut) if interval)
    return any(interval.meets(found) for interval in allowed)


# --------------------------------------------------------------------------------------------- figures

_DIGITS = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_SCALES = (("万亿", "亿"), ("亿", "万"), ("万", "亿"), ("trillion", "billion"), ("billion", "million"), ("million", "billion"))


def _figure(one: Base, judged: Judged) -> tuple[int, str] | None:
    """Where the digits of a claim start, and which they are."""
    span = judged.claim.span
    found = list(_DIGITS.finditer(one.article.text, span.start, span.end))
    return (found[0].start(), found[0].group()) if len(found) == 1 else None


def _digits(one: Base, judged: Judged, variants: Callable[[str], Iterator[str]], rng: Random) -> Iterator[tuple[Edit, ...]]:
    """One of the variants of a figure's digits; thousands' commas are put back."""
    figure = _figure(one, judged)
    if figure is None:
        return
    start, digits = figure
    plain = digits.replace(",", "")
    found = sorted({v for v in variants(plain) if v != plain and not re.match(r"0[0-9]", v) and v.strip("0.") and "." not in v[:1] + v[-1:]})
    if found:
        chosen = rng.choice(found)
        whole, point, decimals = chosen.partition(".")
        words = f"{int(whole):,}{point}{decimals}" if "," in digits else chosen
        yield (Edit(start, start + len(digits), words),)


def substituted(digits: str) -> Iterator[str]:
    for i, own in enumerate(digits):
        if own != ".":
            yield from (digits[:i] + other + digits[i + 1 :] for other in "0123456789" if other != own)


def transposed(digits: str) -> Iterator[str]:
    for i in range(len(digits) - 1):
        if "." not in digits[i : i + 2]:
            yield digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]


def dropped_or_added(digits: str) -> Iterator[str]:
    for i, own in enumerate(digits):
        if own != ".":
            yield digits[:i] + digits[i + 1 :]
            yield digits[:i] + own + digits[i:]


def shifted(digits: str) -> Iterator[str]:
    whole, _, decimals = digits.partition(".")
    yield f"{whole}{decimals[0]}.{decimals[1:]}".rstrip(".") if decimals else f"{whole}0"
    if len(whole) > 1:
        yield f"{whole[:-1]}.{whole[-1]}{decimals}"


def _near(digits: str) -> Iterator[str]:
    places = len(digits.partition(".")[2])
    for ulps in (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5):
        value = Fraction(digits) + Fraction(ulps, 10**places)
        if value > 0:
            yield f"{float(value):.{places}f}"


def by(variants: Callable[[str], Iterator[str]]) -> Callable[[Base, Judged, Random], Iterator[tuple[Edit, ...]]]:
    return lambda one, judged, rng: _digits(one, judged, variants, rng)


def near_rate(one: Base, judged: Judged, rng: Random) -> Iterator[tuple[Edit, ...]]:
    if judged.claim.mention.unit in {"percent", "permille", "percentage_point"}:
        yield from _digits(one, judged, _near, rng)


def scale(one: Base, judged: Judged, _rng: Random) -> Iterator[tuple[Edit, ...]]:
    span = judged.claim.span
    for scale, other in _SCALES:
        at = one.article.text.find(scale, span.start, span.end)
        if at >= 0:
            yield (Edit(at, at + len(scale), other),)
            return


def times(one: Base, judged: Judged, rng: Random) -> Iterator[tuple[Edit, ...]]:
    if judged.claim.mention.unit == "times":
        yield from _digits(one, judged, lambda digits: iter((str(Fraction(digits) + 1),) if "." not in digits else (f"{float(digits) + 1:.1f}",)), rng)


# --------------------------------------------------------------------------------------------- words beside figures

_UNITS = {
    "亿斤": "亿吨", "万吨": "万斤", "亿吨": "亿斤", "万辆": "亿辆", "万千瓦": "万千瓦时", "亿千瓦": "亿千瓦时", "亿千瓦时": "亿千瓦",
    "万公里": "公里", "万公顷": "万亩", "万亩": "万公顷", "公里": "米", "kilowatts": "kilowatt-hours", "kilometers": "meters", "tonnes": "kilograms",
}  # fmt: skip
_MONEY = (("亿美元", "亿元"), ("万亿美元", "万亿元"), ("亿元", "亿美元"), ("yuan", "US dollars"), ("US dollars", "yuan"))
_TURNS = (
    ("增长", "下降"), ("下降", "增长"), ("上涨", "下降"), ("增加", "减少"), ("减少", "增加"), ("提高", "下降"), ("rose", "fell"), ("fell", "rose"),
    (" up ", " down "), ("increased", "decreased"), ("grew", "shrank"),
)  # fmt: skip
_HEDGES = (("超过", "近"), ("突破", "接近"), ("超", "近"), ("不到", "超过"), ("近", "超"), ("exceeded", "was nearly"), ("topped", "was nearly"))


def _replaced(one: Base, start: int, end: int, pairs: tuple[tuple[str, str], ...]) -> Iterator[tuple[Edit, ...]]:
    """The last of these words in a stretch becomes its other."""
    found = [(one.article.text.rfind(a, start, end), a, b) for a, b in pairs]
    at, a, b = max(found, default=(-1, "", ""), key=lambda row: (row[0] + len(row[1]) if row[0] >= 0 else -1, len(row[1])))
    if at >= 0:
        yield (Edit(at, at + len(a), b),)


def unit(one: Base, judged: Judged, _rng: Random) -> Iterator[tuple[Edit, ...]]:
    span = judged.claim.span
    surface = one.article.text[span.start : span.end]
    unit = max((u for u in _UNITS if surface.endswith(u)), key=len, default="")
    if unit:
        yield (Edit(span.end - len(unit), span.end, _UNITS[unit]),)


def currency(one: Base, judged: Judged, _rng: Random) -> Iterator[tuple[Edit, ...]]:
    span = judged.claim.span
    surface = one.article.text[span.start : span.end]
    found = next(((a, b) for a, b in _MONEY if surface.endswith(a)), None)
    if found and judged.claim.mention.kind == "money":
        yield (Edit(span.end - len(found[0]), span.end, found[1]),)


def direction(one: Base, judged: Judged, _rng: Random) -> Iterator[tuple[Edit, ...]]:
    claim = judged.claim
    if claim.statement in {"growth", "change"} and claim.direction:
        yield from _replaced(one, max(claim.clause.start, claim.span.start - 30), claim.span.start, _TURNS)


def points(one: Base, judged: Judged, _rng: Random) -> Iterator[tuple[Edit, ...]]:
    span, claim = judged.claim.span, judged.claim
    if claim.statement in {"growth", "change"}:
        yield from _replaced(one, span.start, span.end, (("个百分点", "%"), ("%", "个百分点"), (" percent", " percentage points")))


def hedge(one: Base, judged: Judged, _rng: Random) -> Iterator[tuple[Edit, ...]]:
    if judged.claim.mention.hedge in {"gt", "near_below", "lt"}:
        spans = judged.claim.mention.hedge_spans
        if spans and spans[0].end <= judged.claim.span.start:
            yield from _replaced(one, spans[0].start, spans[0].end, _HEDGES)


# --------------------------------------------------------------------------------------------- the figure of something else

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?=年)|(?<![0-9,.])20[0-9]{2}(?![0-9,%])")
_PROVINCES = "北京 上海 广东 江苏 山东 浙江 河南 四川 湖北 福建 湖南 安徽 河北 陕西 江西 辽宁 云南 广西 山西 贵州 新疆".split()
_ENGLISH = {"Guangdong": "Jiangsu", "Jiangsu": "Guangdong", "Shandong": "Zhejiang", "Zhejiang": "Shandong", "Sichuan": "Henan", "Henan": "Sichuan", "Beijing": "Shanghai"}


def stale_year(one: Base, judged: Judged, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """The year before the figure, in its sentence, becomes one next to it for which the set has another figure."""
    claim, evidence = judged.claim, _observed(judged)
    years = list(_YEAR.finditer(one.article.text, claim.sentence.start, claim.span.start))
    if evidence is None or not years or years[-1].group() != evidence.period[:4]:
        return
    offers = [year for shift in (-1, 1) if _other_period(one, judged, year := str(int(evidence.period[:4]) + shift))]
    if offers:
        yield (Edit(*years[-1].span(), rng.choice(offers)),)


def other_area(one: Base, judged: Judged, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """The province named last before the figure becomes another, which has another figure."""
    claim, evidence = judged.claim, _observed(judged)
    if evidence is None:
        return
    text = one.article.text
    names = {**{name: [other for other in _PROVINCES if other != name] for name in _PROVINCES}, **{a: [b] for a, b in _ENGLISH.items()}}
    found = max(((text.rfind(name, claim.sentence.start, claim.span.start), name) for name in names), default=(-1, ""))
    if found[0] < 0 or (not evidence.area.startswith(found[1]) and found[1].isascii() is False):
        return
    offers = [other for other in names[found[1]] if other.isascii() or _other_place(one, judged, other)]
    if offers:
        yield (Edit(found[0], found[0] + len(found[1]), rng.choice(offers)),)


def _observed(judged: Judged) -> Evidence | None:
    """The official figure itself, where nothing was computed."""
    verdict = judged.verdict
    return verdict.evidence if isinstance(verdict, Match | Compatible) and not verdict.evidence.formula else None


def _other_period(one: Base, judged: Judged, year: str) -> bool:
    evidence = _observed(judged)
    return bool(evidence) and _differs(one, judged.claim, evidence.id.partition("/")[0], evidence.area, year + evidence.period[4:])  # type: ignore[union-attr]  # bool() says so


def _other_place(one: Base, judged: Judged, name: str) -> bool:
    evidence = _observed(judged)
    if evidence is None:
        return False
    indicator = evidence.id.partition("/")[0]
    area = next((area for area in one.reference.areas(indicator) if area.startswith(name)), "")
    return _differs(one, judged.claim, indicator, area, evidence.period)


def _differs(one: Base, claim: Claim, indicator: str, area: str, period: str) -> bool:
    """Whether the set has figures for that area and period that were out by then, and the claim fits none of them."""
    published = one.checked.reading.context.published.value
    date = published.text if published else "9999"
    out = [o for o in one.reference.series(indicator, area) if o.period == period and o.published and o.published <= date]
    rows = [stated(o, claim.mention.unit) for o in out]
    found = [row[0] for row in rows if row]
    return bool(found) and not any(says(claim, interval) for interval in found)


def pair(one: Base, judged: Judged, _rng: Random) -> Iterator[tuple[Edit, ...]]:
    """Two confirmed figures of one sentence and unit trade places."""
    claim = judged.claim
    for other in one.confirmed:
        near = other.claim.sentence == claim.sentence and other.claim.span.start > claim.span.end
        if near and other.claim.mention.unit == claim.mention.unit and other.claim.mention.value != claim.mention.value:
            text = one.article.text
            ours, theirs = claim.span, other.claim.span
            yield Edit(*ours, text[theirs.start : theirs.end]), Edit(*theirs, text[ours.start : ours.end])
            return


def part(one: Base, judged: Judged, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """The whole and the first of its parts trade places."""
    between = one.article.text[judged.claim.span.end : judged.claim.sentence.end]
    if re.search("其中|including|分产业看|按.{1,8}分", between):
        yield from pair(one, judged, rng)


def headline(one: Base, judged: Judged, rng: Random) -> Iterator[tuple[Edit, ...]]:
    """A figure of the headline alone is wrong."""
    first = one.article.text.find("\n", one.article.body)
    if judged.claim.span.start < first:
        yield from _digits(one, judged, substituted, rng)
