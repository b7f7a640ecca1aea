"""人均与总量不符 / A figure per head misses its total.

人均地区生产总值是总量除以人口；官方用年平均人口，与年末人口相差不到2%的不算。超过5%的必有一数有误。
Output per head is output over people. Official figures take the average population of the year, so that up to two percent off the
one at its end are nothing; beyond five percent one of the figures is wrong.

错：全市年末常住人口2396万人，地区生产总值24627亿元，人均地区生产总值12.08万元。
对：全市年末常住人口2396万人，地区生产总值24627亿元，人均地区生产总值10.31万元。
对：全市年末户籍人口1396万人，地区生产总值24627亿元，人均地区生产总值10.31万元。
wrong: In 2024, the permanent population was 20 million people. GDP was 2,000 billion yuan and per capita GDP was 120,000 yuan.
right: In 2024, the permanent population was 20 million people. GDP was 2,000 billion yuan and per capita GDP was 100,100 yuan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Problem, Text
from factcheck.rules._arithmetic import positive
from factcheck.rules._facts import is_level
from factcheck.rules._premises import given, same_owner, same_time
from factcheck.rules._repeats import in_unit
from factcheck.rules._say import misprints, written_as
from factcheck.rules._shares import whose

__all__ = ["check"]

RESTS_ON = ("definition", "same_owner", "same_time")

_SOFT, _HARD = Fraction(2, 100), Fraction(5, 100)


def check(facts: Facts) -> Iterator[Problem]:
    """Each output per head against the one output and the one resident population of its place and year."""
    named = {name: [claim for claim in facts.reading.claims if is_level(claim) and claim.indicator_id == name] for name in _NAMES}
    for each in named["gdp_per_head"]:
        total, people = (_only(named[name], each) for name in ("gdp", "resident_population"))
        found = _quotient(total, people) if total and people else None
        said = in_unit(each, "CNY")
        if total and people and found and said and not said.meets(_wide(found, _SOFT)):
            yield _problem(each, (total, people), found, said)


_NAMES = ("gdp_per_head", "gdp", "resident_population")


def _only(claims: Sequence[Claim], each: Claim) -> Claim | None:
    """The only value of the same place and year."""
    alike = [claim for claim in claims if whose(claim)[:3] == whose(each)[:3] and _year(claim) == _year(each) and claim.modality == each.modality]
    return alike[0] if len({claim.mention.value for claim in alike}) == 1 else None


def _year(claim: Claim) -> int | str | None:
    """The year, of a stock that of its end; what is only a part of one is itself."""
    period = claim.period.value
    return period.year if period and (len(period.text) == len("2025") or period.text.endswith("-end")) else period and period.text


def _quotient(total: Claim, people: Claim) -> Interval | None:
    money, heads = in_unit(total, "CNY"), in_unit(people, "person")
    return money.over(heads) if money and heads and positive(money) and positive(heads) else None


def _wide(found: Interval, by: Fraction) -> Interval:
    return found if found.low is None or found.high is None else Interval(found.low * (1 - by), found.high * (1 + by))


def _problem(each: Claim, figures: Sequence[Claim], found: Interval, said: Interval) -> Problem:
    total, people = (claim.mention.surface for claim in figures)
    ours = written_as(each.mention, found)
    zh = f"人均与总量不符：{total}除以{people}约为{ours}，文中为{each.mention.surface}"
    en = f"a figure per head misses its total: {total} over {people} is about {ours}, not {each.mention.surface}"
    slips = misprints((each.mention, _wide(found, _SOFT)))
    average = given("definition", "人口或取年平均数", "the population may be the average of the year", holds=not said.meets(_wide(found, _HARD)))
    premises = (average, same_owner(each, *figures), same_time(each, *figures))
    return Problem("error", each.span, Text(zh, en), tuple(claim.span for claim in figures), expected=ours, slips=slips, premises=premises)
