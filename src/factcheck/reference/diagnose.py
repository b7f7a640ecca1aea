"""The slip that best explains a mismatch: of the pen, in a word or the unit, or the figure of something else.

A slip is only a suggestion; whatever it says, the figure differs from the official one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import chain

from factcheck.hedging import bounds
from factcheck.interval import Interval
from factcheck.model import Claim, Evidence, Hedge, Indicator, Mention, Slip, Statement, Text
from factcheck.period import Period
from factcheck.reference.fit import said
from factcheck.reference.miscounted import miscounted
from factcheck.reference.tracks import CONSTANT, Figure, Question, Track, area_asked, current, observed
from factcheck.reference.ways import track as way
from factcheck.typos import SCALE, TYPOS, corrected, precision, sized, typos, with_unit
from factcheck.units import ratio, read_unit

__all__ = ["diagnose", "telling"]

_MOST, _NEAR, _NEARBY = 3, 3, 5
_SOME_DIGITS, _MANY_DIGITS = 3, 4
"""Of a figure with fewer digits, some other would be near by chance: its neighbours prove nothing."""
_TELLING = {*TYPOS, "neighbouring_period"}
_DOLLAR = Fraction(6), Fraction(17, 2)
"""What a dollar has cost in yuan since 1994."""
_WRONG_SIDE: dict[Hedge, tuple[Hedge, str]] = {
    "gt": ("near_below", "近"), "ge": ("near_below", "近"), "near_below": ("gt", "超"), "lt": ("gt", "超"),
}  # fmt: skip


def diagnose(question: Question, track: Track, figure: Figure) -> tuple[Slip, ...]:
    """The slips that would explain why a claim is not the figure: those of the likeliest kind, several where they tie."""
    evidence, mention = figure.evidence, question.claim.mention
    right = evidence.found
    kinds: tuple[tuple[Callable[[], Iterator[Slip]], ...], ...] = (
        (lambda: _direction(question.claim, evidence), lambda: _hedge(mention, evidence)),
        (lambda: _unit(mention, evidence), lambda: miscounted(question, question.reference.indicator(track.about), evidence)),
        (
            lambda: typos(mention, right, ("scale_wan_yi", "decimal_shift")),
            lambda: _period(question, track, evidence),
            lambda: typos(mention, right, ("digits_swapped", "digit_dropped", "digit_doubled")),
        ),
        (lambda: _times(mention, evidence),),
        (lambda: _words(question, track, evidence), lambda: _sibling(question, track, evidence), lambda: _area(question, track, evidence)),
        (lambda: typos(mention, right, ("digit_changed",)),),
        (lambda: _last_place(mention, right), lambda: _dollars(mention, evidence)),
    )  # fmt: skip
    tied = (tuple(chain.from_iterable(find() for find in kind)) for kind in kinds)
    return next((slips[:_MOST] for slips in tied if slips), ())


def telling(mention: Mention, slips: tuple[Slip, ...]) -> bool:
    """Whether a slip explains so much that it can't be chance: a long figure, or the same size with the other sign."""
    names = {slip.name for slip in slips}
    long = precision(mention)
    return (
        "direction" in names
        or (long >= _SOME_DIGITS and "scale_wan_yi" in names)
        or (long >= _MANY_DIGITS and not names.isdisjoint(_TELLING))
    )


# --------------------------------------------------------------------------------------------- slips of words and units

def _direction(claim: Claim, evidence: Evidence) -> Iterator[Slip]:
    turned = evidence.found.negated()
    if claim.direction and any(turned.meets(reading.typical) for reading in said(claim)):
        fell = evidence.found.high is not None and evidence.found.high < 0
        yield Slip("direction", Text(f"方向相反：官方为{'下降' if fell else '上升'}", f"it went {'down' if fell else 'up'}"))


def _hedge(mention: Mention, evidence: Evidence) -> Iterator[Slip]:
    """超 n for a figure just below n, 近 n for one just above."""
    other = _WRONG_SIDE.get(mention.hedge)
    if other is None or mention.value is None:
        return
    hedge, word = other
    if bounds(mention.value, mention.ulp, mention.step, hedge)[1].meets(sized(evidence.found)):
        yield Slip("hedge_side", Text(f"应为“{word}”", "on the other side of the figure"), f"{word}{mention.surface}")


def _words(question: Question, track: Track, evidence: Evidence) -> Iterator[Slip]:
    """增长了 for 增长到, 百分之 for 百分点: the figure is right, but of another kind."""
    claim, mention = question.claim, question.claim.mention
    to, by = Text("“增加了”应为“增加到”", "increased to, not by"), Text("“增加到”应为“增加了”", "increased by, not to")
    points = Text("“%”应为“个百分点”", "percentage points, not percent")
    percent = Text("“个百分点”应为“%”", "percent, not percentage points")
    kinds: list[tuple[str, Text, Claim]] = []
    if claim.statement == "change":
        kinds.append(("increase_to_by", to, claim._replace(statement="level")))
    elif claim.change in {"increase_to", "decrease_to"}:
        kinds.append(("increase_to_by", by, claim._replace(statement="change", basis=("year_on_year",))))
    if claim.statement in {"growth", "change"} and mention.unit in {"percent", "percentage_point"}:
        unit, text = ("percentage_point", points) if mention.unit == "percent" else ("percent", percent)
        statement: Statement = "change" if unit == "percentage_point" else "growth"
        kinds.append(("percentage_point", text, claim._replace(statement=statement, mention=mention._replace(unit=unit))))
    indicator = question.reference.indicator(track.about)
    for name, text, other in kinds:
        found = way(question._replace(claim=other), indicator) if indicator else None
        if isinstance(found, Track) and _fits(other, found, evidence.period):
            yield Slip(name, text)


def _times(mention: Mention, evidence: Evidence) -> Iterator[Slip]:
    """Three times as much is two times more."""
    typical = mention.typical
    if mention.unit != "times" or typical is None:
        return
    one = Interval.point(Fraction(1))
    if evidence.found.meets(typical.minus(one)) or evidence.found.meets(typical.plus(one)):
        text = Text("疑把“是几倍”与“增长几倍”混淆，差1倍", "times as much and times more differ by one")
        yield Slip("times_more", text, corrected(mention, evidence.found))


def _fits(claim: Claim, track: Track, period: str) -> bool:
    figure = current(track.at(_parsed(period)))
    return bool(figure and _says(claim, figure))


def _says(claim: Claim, figure: Figure) -> bool:
    """Whether the claim would be right of this figure."""
    return any(figure.evidence.found.meets(reading.typical) for reading in said(claim))


def _unit(mention: Mention, evidence: Evidence) -> Iterator[Slip]:
    """The same number in the unit of the statistic: 亿斤 for 亿吨."""
    written_unit = evidence.value.partition(" ")[2]
    official = read_unit(written_unit)
    factor = ratio(official[1], mention.unit) if official and official[1] and mention.unit and not evidence.formula else None
    if factor and factor != 1 and mention.typical and mention.typical.scaled(factor).meets(sized(evidence.found)):
        word = SCALE.sub("", written_unit, count=1)
        text = Text(f"单位疑误：数值以{word}计才相符", "unit: the number is right in that of the official figure")
        yield Slip("unit", text, with_unit(mention, word))


def _dollars(mention: Mention, evidence: Evidence) -> Iterator[Slip]:
    typical = mention.typical
    if mention.unit == "CNY" and typical and typical.low and typical.high:
        in_dollars = Interval(typical.low * _DOLLAR[0], typical.high * _DOLLAR[1])
        if in_dollars.meets(evidence.found):
            text = Text("币种疑误：数值以美元计才相当", "currency: it would be about right in US dollars")
            yield Slip("currency", text, corrected(mention, evidence.found))


def _last_place(mention: Mention, right: Interval) -> Iterator[Slip]:
    """Off by little in the last digit: misread, or rounded twice."""
    low, high, value = right.low, right.high, mention.value
    if mention.hedge != "none" or low is None or high is None or value is None:
        return
    off = abs(abs(value) - abs((low + high) / 2)) / mention.ulp
    if off <= _NEARBY + 1:
        yield Slip("last_digit", Text("末位有出入，疑为四舍五入或誊写之误", "off in the last digit: rounded wrongly, or miscopied"), corrected(mention, right))


# --------------------------------------------------------------------------------------------- the figure of something else

def _period(question: Question, track: Track, evidence: Evidence) -> Iterator[Slip]:
    """The figure of the period before or after; if it has many digits, also of one further off, or before it was revised."""
    own = track.find(_parsed(evidence.period))
    if own is None:
        return
    alike = [period for period in track.periods if period.is_year == own.is_year]
    at, many = alike.index(own), precision(question.claim.mention) >= _MANY_DIGITS
    reach = _NEAR if many else 1
    for near in (*reversed(alike[max(0, at - reach) : at]), *alike[at + 1 : at + 1 + reach]):
        if any(_says(question.claim, figure) for figure in track.figures(near) if many or figure.standing == "current"):
            text = Text(f"与{near}年的官方数一致" if near.is_year else f"与{near}的官方数一致", f"it is the figure of {near}")
            yield Slip("neighbouring_period", text, corrected(question.claim.mention, evidence.found), near.text)


def _sibling(question: Question, track: Track, evidence: Evidence) -> Iterator[Slip]:
    """The figure of a statistic with nearly the same name: 出口 for 进口."""
    own = question.reference.indicator(track.about)
    if own is None or evidence.formula or precision(question.claim.mention) < _SOME_DIGITS:
        return
    area = area_asked(question)
    for other in question.reference.indicators():
        if other.id != own.id and other.unit == own.unit and _alike(own, other) and _is_of(question, other, area, evidence):
            text = Text(f"与“{other.name.zh}”一致", f"it is the figure of {other.name.en}")
            yield Slip("sibling_indicator", text, corrected(question.claim.mention, evidence.found))


def _area(question: Question, track: Track, evidence: Evidence) -> Iterator[Slip]:
    """The figure of another area."""
    own = question.reference.indicator(track.about)
    if own is None or evidence.formula or precision(question.claim.mention) < _MANY_DIGITS:
        return
    for area in question.reference.areas(own.id):
        if area != evidence.area and _is_of(question, own, area, evidence):
            text = Text(f"与{area}的官方数一致", f"it is the figure of {area}")
            yield Slip("other_area", text, corrected(question.claim.mention, evidence.found), area)


def _is_of(question: Question, indicator: Indicator, area: str, evidence: Evidence) -> bool:
    found = observed(question, indicator, area, question.claim.mention.unit)
    return found is not None and _fits(question.claim, found, evidence.period)


def _alike(one: Indicator, other: Indicator) -> bool:
    """Names that differ in few characters."""
    a, b = set(one.name.zh), set(other.name.zh)
    return len(a & b) * 5 >= len(a | b) * 3


def _parsed(period: str) -> Period:
    return CONSTANT if period == "constant" else Period.parse(period)
