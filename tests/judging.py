"""What the tests of judging share: a small set of invented statistics, and claims as the grammar would bind them."""

from __future__ import annotations

import json
import re
from fractions import Fraction

from factcheck.hedging import bounds, places
from factcheck.interval import Interval
from factcheck.model import (
    Area,
    Assumed,
    Basis,
    Change,
    Claim,
    Context,
    Direction,
    Hedge,
    Mention,
    Missing,
    Modality,
    Slot,
    Span,
    Stated,
    Statement,
    Text,
    Verdict,
)  # fmt: skip
from factcheck.period import Period
from factcheck.reference import ReferenceSet, judge, load
from factcheck.units import read_unit

HEAD = """\
source: {title: 公报, publisher: 试验统计局, published: 2026-02-28, grade: A}
sources:
  press: {title: 报道, publisher: 某报, published: 2026-03-01, grade: C}
indicators:
  output: {name: {zh: 总产出, en: output}, unit: 亿元, kind: flow, additive: true, growth_basis: real}
  output_growth: {name: {zh: 总产出增长, en: output growth}, unit: "%", kind: rate, growth_of: output}
  output_index: {name: {zh: 总产出指数, en: index of output}, unit: 指数, kind: index, growth_basis: real, index_of: output}
  output_share: {name: {zh: 总产出占全国比重, en: share of output}, unit: "%", kind: rate, share_of: output, whole: 全国}
  output_lead: {name: {zh: 总产出连续居首年数, en: years in the lead}, unit: 年, kind: event, streak_of: output}
  output_per_head: {name: {zh: 人均产出, en: output per head}, unit: 元, kind: flow, per_head_of: output, denominator: people}
  sales: {name: {zh: 销售额, en: sales}, unit: 亿元, kind: flow, additive: true, growth_basis: nominal}
  exports: {name: {zh: 货物出口总额, en: exports}, unit: 亿元, kind: flow}
  imports: {name: {zh: 货物进口总额, en: imports}, unit: 亿元, kind: flow}
  people: {name: {zh: 总人数, en: people}, aliases: {zh: [人数]}, unit: 万人, kind: stock, additive: true}
  residents: {name: {zh: 常住人数, en: residents}, aliases: {zh: [人数]}, unit: 万人, kind: stock, additive: true}
  land: {name: {zh: 面积, en: land}, unit: 万平方公里, kind: stock, additive: true}
  fields: {name: {zh: 耕地, en: fields}, unit: 万亩, kind: stock}
  urban: {name: {zh: 城镇化率, en: urban share}, unit: "%", kind: rate}
  cars: {name: {zh: 汽车产量, en: cars}, unit: 万辆, kind: flow}
observations:
"""


def reference(rows: str, head: str = HEAD) -> ReferenceSet:
    """The set of these rows: `output 甲省 2025 1234.5 final 2026-02-28`, then any further `key: value`."""
    lines = [line.split(maxsplit=6) for line in rows.strip().splitlines()]
    text = "".join(
        f"  - {{indicator: {indicator}, area: {area}, period: {period}, value: {value}, status: {status}, published: {published}"
        + (f", {rest[0]}}}\n" if rest else "}\n")
        for indicator, area, period, value, status, published, *rest in lines
    )
    compiled = load._compile([("set.yaml", (head + text).encode())])
    return ReferenceSet(json.loads(json.dumps(compiled)), "")


def mention(figure: str, hedge: Hedge = "none") -> Mention:
    """A figure in digits with its unit, or `1/10`."""
    found = re.match(r"(-?[0-9.]+)(.*)", figure)
    assert found
    word = (Span(0, 1),) if hedge != "none" else ()
    if figure.startswith("1/"):
        n = int(figure[2:])
        whole = Interval((Fraction(1, n) + Fraction(1, n + 1)) / 2, (Fraction(1, n) + Fraction(1, n - 1)) / 2)
        return Mention(Span(1, 5), figure, "fraction", Fraction(1, n), unit="ratio", guaranteed=whole, typical=whole)
    factor, unit, classifier = read_unit(found[2]) or (Fraction(1), None, None)
    value, ulp, step = (x * factor for x in places(found[1]))
    guaranteed, typical = bounds(value, ulp, step, hedge)
    return Mention(
        Span(1, 1 + len(figure)), figure, "quantity", value, None, None, ulp, step, unit, classifier, hedge, word, guaranteed, typical
    )


def claim(
    figure: str,
    name: str = "output",
    *,
    area: str | None = "甲省",
    period: str | None = "2025",
    assumed: bool = False,
    hedge: Hedge = "none",
    statement: Statement = "level",
    whole: str | None = None,
    change: Change | None = None,
    direction: Direction | None = None,
    basis: tuple[Basis, ...] = (),
    rank: int | None = None,
    modality: Modality = "actual",
    base: str | None = None,
) -> Claim:
    """A claim as the grammar would bind it. `name` is the ids that the indicator's name has, parted by commas."""
    none = Missing(Text("", ""))
    when: Slot[Period] = Stated(Period.parse(period)) if period else none
    if assumed and period:
        when = Assumed(Period.parse(period), Text("承前", "carried on"))
    ids = tuple(name.split(",")) if name else ()
    return Claim(
        mention(figure, hedge), Span(0, 9), Span(0, 9), statement, Stated("某指标"), none, Stated(Area(area, None if area.endswith("地区") else "000000")) if area else none, when,
        Stated(Area(whole)) if whole else none, change, direction, modality, ids, rank, basis,
        base=Stated(Period.parse(base)) if base else none,
    )  # fmt: skip


def judged(one: Claim, known: ReferenceSet, date: str | None = "2026-06-18") -> Verdict:
    """The verdict on a claim in an article of that date."""
    none = Missing(Text("", ""))
    return judge(one, known, Context(Stated(Period.parse(date)) if date else none, none))


def said(verdict: Verdict) -> str:
    """The kind of verdict in one word; of what is unchecked the reason."""
    return getattr(verdict, "reason", type(verdict).__name__.lower())
