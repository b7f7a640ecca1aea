"""Figures computed from official ones, each with its formula: share, multiple, sum, difference, growth, per head, rank, streak.

Inputs come with their intervals in one base unit; what is computed is an interval again, so a rounded input never makes an
exact result. `factor` turns the result into the claim's unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Evidence, Text
from factcheck.records import NamedTuple
from factcheck.written import decimal, show

__all__ = [
    "Rise", "Scale", "averaged", "chained", "combination", "difference", "grown", "growth", "multiple", "per_head", "quotient", "rank", "share",
    "streak", "times", "total",
]  # fmt: skip

_ONE = Interval.point(Fraction(1))
_SHOWN = 6
"""How many factors of a long product are shown."""


class Scale(NamedTuple):
    """A unit as reference files write it (亿元), and how much one of it is in the unit of the intervals."""

    unit: str
    factor: Fraction

    def write(self, found: Interval) -> str:
        """The middle of an interval, for an editor."""
        if found.low is None or found.high is None:
            return f"{show(found.scaled(1 / self.factor))} {self.unit}"
        middle = decimal((found.low + found.high) / 2 / self.factor, 2)
        return f"{middle.rstrip('0').rstrip('.')} {self.unit}"


def share(part: Evidence, whole: Evidence, factor: Fraction) -> Evidence:
    """Part ÷ whole. Both ends of both count: [A₋/T₊, A₊/T₋]."""
    found = part.found.over(whole.found)
    value = f"{show(found.scaled(100))}%"
    return _derived("share", value, found.scaled(factor), (part, whole), _quotient(part, whole, value))


def multiple(part: Evidence, base: Evidence, factor: Fraction) -> Evidence:
    """How many times the base the part is."""
    found = part.found.over(base.found)
    value = show(found)
    return _derived("multiple", value, found.scaled(factor), (part, base), _quotient(part, base, value))


def per_head(sum_: Evidence, heads: Evidence, scale: Scale) -> Evidence:
    """Total ÷ people; `scale` is the unit of the result."""
    found = sum_.found.over(heads.found)
    value = scale.write(found)
    return _derived("per_head", value, found, (sum_, heads), _quotient(sum_, heads, value))


def total(parts: Sequence[Evidence], area: str, scale: Scale) -> Evidence:
    """The sum of an additive indicator over the areas of a group."""
    found = parts[0].found
    for part in parts[1:]:
        found = found.plus(part.found)
    value = scale.write(found)
    zh = f"{'、'.join(part.area for part in parts)}合计{value.replace(' ', '')}"
    return _derived("sum", value, found, parts, Text(zh, f"sum of {len(parts)} areas = {value}"))._replace(area=area)


def difference(later: Evidence, earlier: Evidence, scale: Scale, years: int = 1) -> Evidence:
    """Later − earlier, negative for a decrease; spread over so many years."""
    found = later.found.minus(earlier.found).scaled(Fraction(1, years))
    value = scale.write(found)
    steps = f"{_tight(later)}−{_tight(earlier)}"
    return _derived("difference", value, found, (later, earlier), _formula(_same(steps if years == 1 else f"({steps})÷{years}"), "", value))


def combination(terms: Sequence[tuple[int, Evidence]], period: str, scale: Scale) -> Evidence:
    """A sum of figures, each with its sign: exports + imports, exports − imports, the first half less the first quarter."""
    found = Interval.point(Fraction(0))
    for sign, figure in terms:
        found = found.plus(figure.found) if sign > 0 else found.minus(figure.found)
    value = scale.write(found)
    steps = "".join(f"{'+' if sign > 0 else '−'}{_tight(figure)}" for sign, figure in terms).removeprefix("+")
    figures = [figure for _, figure in terms]
    return _derived("combination", value, found, figures, _formula(_same(steps), "", value))._replace(period=period)


def growth(later: Evidence, earlier: Evidence, factor: Fraction) -> Evidence:
    """Later ÷ earlier − 1: growth at current prices, for statistics whose official growth is that."""
    found = later.found.over(earlier.found).minus(_ONE)
    value = f"{show(found.scaled(100))}%"
    steps = f"{_number(later, earlier)}÷{_number(earlier, later)}"
    return _derived("growth", value, found.scaled(factor), (later, earlier), _formula(_same(steps), "−1", value))


class Rise(NamedTuple):
    """How many times as much a later figure is, with the steps that lead there; the latest of the inputs comes first."""

    found: Interval
    steps: Text
    inputs: tuple[Evidence, ...]


def quotient(later: Evidence, earlier: Evidence) -> Rise:
    """Later ÷ earlier, each with its period."""
    after, before = _number(later, earlier), _number(earlier, later)
    zh = f"{after}（{_year(later)}）÷{before}（{_year(earlier)}）"
    return Rise(later.found.over(earlier.found), Text(zh, f"{after} ({later.period})÷{before} ({earlier.period})"), (later, earlier))


def chained(rates: Sequence[Evidence], rise: Rise | None = None) -> Rise:
    """What the growth of each year makes together, rates in percent and in order; behind a `rise` up to the year before them."""
    found, steps = rise.found if rise else _ONE, [rise.steps] if rise else []
    for rate in rates:
        found = found.by(rate.found.scaled(Fraction(1, 100)).plus(_ONE))
    factors = [f"(1{'' if rate.value.startswith('-') else '+'}{rate.value})".replace("-", "−") for rate in rates]
    shown = factors if len(factors) <= _SHOWN else [factors[0], "…", factors[-1]]
    when = "～".join(dict.fromkeys((rates[0].period, rates[-1].period)))
    steps.append(Text(f"{'×'.join(shown)}（{when}年增速）", f"{'×'.join(shown)} (growth in {when})"))
    together = Text("×".join(step.zh for step in steps), "×".join(step.en for step in steps))
    return Rise(found, together, (*reversed(rates), *(rise.inputs if rise else ())))


def grown(rise: Rise, factor: Fraction) -> Evidence:
    """The growth from the earlier to the later."""
    found = rise.found.minus(_ONE)
    value = f"{show(found.scaled(100))}%"
    return _derived("growth", value, found.scaled(factor), rise.inputs, _formula(rise.steps, "−1", value))


def averaged(rise: Rise, years: int, factor: Fraction) -> Evidence:
    """The growth that makes as much of it when compounded over so many years."""
    found = rise.found.root(years).minus(_ONE)
    value = f"{show(found.scaled(100))}%"
    steps = Text(f"[{rise.steps.zh}]", f"[{rise.steps.en}]")
    return _derived("average_growth", value, found.scaled(factor), rise.inputs, _formula(steps, f"^(1/{years})−1", value))


def times(rise: Rise) -> Evidence:
    """How many times as much."""
    value = show(rise.found)
    return _derived("times", value, rise.found, rise.inputs, _formula(rise.steps, "", value))


def rank(area: str, figures: Iterable[Evidence]) -> Evidence:
    """The place of an area among all; a range of places where the intervals of two areas meet."""
    everyone = sorted(figures, key=_middle, reverse=True)
    own = next(figure for figure in everyone if figure.area == area)
    rest = [figure for figure in everyone if figure.area != area]
    first = 1 + sum(_above(other.found, own.found) for other in rest)
    last = 1 + sum(not _above(own.found, other.found) for other in rest)
    at = everyone.index(own)
    neighbours = everyone[max(0, at - 1) : at] + everyone[at + 1 : at + 2]
    value = str(first) if first == last else f"{first}～{last}"
    others = [f"{other.area}{_tight(other)}" for other in neighbours]
    formula = Text(
        f"{own.area}{_tight(own)}居第{value}位（前后：{'、'.join(others)}）",
        f"{own.area} {own.value} is number {value} (next to it: {', '.join(others)})",
    )
    found = Interval(Fraction(first), Fraction(last))
    return _derived("rank", value, found, (own, *neighbours), formula)


def streak(official: Evidence, years: int, proofs: Sequence[Evidence]) -> Evidence:
    """`years` in a row: an official statement, carried on by each later year in which the place was held (`proofs`)."""
    since = int(official.period[:4]) - _whole(official) + 1
    until = since + years - 1
    zh = f"官方：截至{official.period[:4]}年连续{_whole(official)}年⇒自{since}年起"
    en = f"official: {_whole(official)} years up to {official.period[:4]}, so since {since}"
    if proofs and proofs[-1].formula:
        zh += f"；{proofs[-1].period}年{proofs[-1].formula.zh}"
        en += f"; {proofs[-1].period}: {proofs[-1].formula.en}"
    if years != _whole(official):
        zh, en = f"{zh}⇒截至{until}年{years}年", f"{en}; so {years} up to {until}"
    found = Interval.point(Fraction(years))
    return _derived("streak", f"{years} 年", found, (official, *proofs), Text(zh, en))._replace(period=str(until))


def _derived(name: str, value: str, found: Interval, inputs: Sequence[Evidence], formula: Text) -> Evidence:
    """The source is the softest of the inputs', for a computed figure is no harder than that; a note tells mixed vintages."""
    statuses = dict.fromkeys(figure.status for figure in inputs)
    softest = next((figure for figure in inputs if not figure.source.hard), inputs[0])
    return Evidence(
        id=f"{name}({', '.join(figure.id for figure in inputs)})",
        value=value,
        found=found,
        area=inputs[0].area,
        period=inputs[0].period,
        status="derived",
        published=max(figure.published for figure in inputs),
        source=softest.source,
        formula=formula,
        inputs=tuple(inputs),
        note=" / ".join(statuses) if len(statuses) > 1 else "",
    )


def _quotient(above: Evidence, below: Evidence, value: str) -> Text:
    return _formula(_same(f"{_number(above, below)}÷{_number(below, above)}"), "", value)


def _formula(steps: Text, last: str, value: str) -> Text:
    """The steps, the last of them, and what they come to."""
    return Text(f"{steps.zh}{last}={value.replace(' ', '')}", f"{steps.en}{last} = {value}")


def _same(steps: str) -> Text:
    return Text(steps, steps)


def _year(figure: Evidence) -> str:
    return f"{figure.period}年" if len(figure.period) == len("2025") else figure.period


def _number(figure: Evidence, other: Evidence) -> str:
    """A value without its unit where both have the same."""
    number, _, unit = figure.value.partition(" ")
    return number if unit == other.value.partition(" ")[2] else _tight(figure)


def _tight(figure: Evidence) -> str:
    return figure.value.replace(" ", "")


def _middle(figure: Evidence) -> Fraction:
    low, high = figure.found.low, figure.found.high
    return ((low or Fraction(0)) + (high if high is not None else low or Fraction(0))) / 2


def _above(one: Interval, other: Interval) -> bool:
    """Whether one lies wholly above the other."""
    return one.low is not None and other.high is not None and one.low > other.high


def _whole(official: Evidence) -> int:
    """The years of an official statement."""
    return int(official.value.partition(" ")[0])
