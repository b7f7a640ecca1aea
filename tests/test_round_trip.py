"""The shipped set as its own oracle: written out as a sentence, every official value is right, and with a wrong digit none is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from itertools import islice
from typing import NamedTuple

from factcheck import pipeline
from factcheck.model import Article, Indicator, Match, Mismatch, Observation
from factcheck.period import Period
from factcheck.places import place_names, places
from factcheck.reference import ReferenceSet, default_paths

TIMES = (
    (r"(\d{4})", "{}年，", "In {}, "), (r"(\d{4})-end", "{}年末，", "At the end of {}, "), (r"(\d{4})H1", "{}年上半年，", "In the first half of {}, "),
    (r"(\d{4})Q1", "{}年一季度，", "In the first quarter of {}, "), (r"(\d{4})Q2", "{}年二季度，", "In the second quarter of {}, "),
    (r"(\d{4})Q3", "{}年三季度，", "In the third quarter of {}, "), (r"(\d{4})Q4", "{}年四季度，", "In the fourth quarter of {}, "),
    (r"(\d{4})Q1-Q3", "{}年前三季度，", None), (r"(\d{4})-(\d\d)", "{}年{}月，", None), (r"(\d{4})-(\d\d)-(\d\d)", "{}年{}月{}日，", None),
    (r"(\d{4})-01\.\.\d{4}-(\d\d)", "{}年1—{}月，", None), ("constant", "", ""),
)  # fmt: skip
GROWTH = re.compile("比上年(?:增长|涨跌|增减|变化)?$|(?:增长|增速)$|比上年(?=增长)")
ENGLISH = {
    "亿元": ("0.1", "{} billion yuan"), "亿美元": ("0.1", "${} billion"), "元": ("1", "{} yuan"), "美元": ("1", "${}"), "%": ("1", "{}%"),
    "万人": ("0.01", "{} million people"), "万吨": ("0.01", "{} million tonnes"), "亿千瓦时": ("0.1", "{} billion kWh"),
    "万千瓦": ("0.01", "{} million kW"), "万辆": ("0.01", "{} million vehicles"),
}  # fmt: skip


MONTHS = 10


class Said(NamedTuple):
    """An official value as an article of the day of its release would give it."""

    text: str
    published: Period | None


Sentence = Callable[[Indicator, Observation, str], str | None]


def when(period: str, language: int) -> str | None:
    """How a sentence opens with it; None for a time that has no plain name."""
    forms = ((form, found) for pattern, *form in TIMES if (found := re.fullmatch(pattern, period)))
    form, found = next(forms, (None, None))
    opening = form[language] if form else None
    return opening.format(*found.groups()) if opening is not None and found else None


def chinese(indicator: Indicator, observation: Observation, value: str) -> str | None:
    """A sentence that says so."""
    opening, name, digits = when(observation.period, 0), indicator.name.zh, value.lstrip("-")
    if opening is None:
        return None
    if GROWTH.search(name):
        moved = "下降" if value.startswith("-") else "增长"
        return f"{opening}{observation.area}{GROWTH.sub('', name)}比上年{moved}{digits}{observation.unit}。"
    fell = value.startswith("-") and name.endswith("增加")
    named = name.replace("增加", "减少") + digits if fell else name + value
    return f"{opening}{observation.area}{named}{observation.unit}。"


def english(indicator: Indicator, observation: Observation, value: str) -> str | None:
    """The same in English, for the units that have a plain English form and the places that have an English name."""
    opening, name, area = when(observation.period, 1), indicator.name.en, english_name(observation.area)
    factor, unit = ENGLISH.get(observation.unit, ("", ""))
    if opening is None or area is None or not unit or value.startswith("-") or not name.isascii() or "growth" in name or "change" in name:
        return None
    return f"{opening}the {name} of {area} was {unit.format(format(Decimal(value) * Decimal(factor), 'f'))}."


@cache
def english_name(area: str) -> str | None:
    """The first English name of a place."""
    return next((name for name in place_names() if name.isascii() and places(name)[0].name == area), None)


def miswritten(value: str) -> str:
    """The same with another last digit."""
    return value[:-1] + str((int(value[-1]) + 3) % 10)


@cache
def reference() -> ReferenceSet:
    return ReferenceSet.open(default_paths())


def is_abroad(indicator: Indicator) -> bool:
    """Whether it is of other countries, as international sources count it."""
    return indicator.abroad_of is not None


def is_late(one: Observation) -> bool:
    """Whether it came out so long after its time that another may have come out before."""
    last = None if one.period == "constant" else Period.parse(one.period).last
    out = Period.parse(one.published).first if one.published else None
    return last is None or out is None or (out.year - last.year) * 12 + out.month - last.month > MONTHS


def written(sentence: Sentence, *, abroad: bool = False, wrong: bool = False) -> Iterator[Said]:
    """Every value without a hedge of its own that is no aim; a `wrong` one of those that came out in their time."""
    for indicator in reference().indicators():
        if is_abroad(indicator) != abroad:
            continue
        for area in reference().areas(indicator.id):
            for one in reference().series(indicator.id, area):
                if one.hedge == "none" and one.status != "target" and not (wrong and not abroad and is_late(one)):
                    text = sentence(indicator, one, miswritten(one.value) if wrong else one.value)
                    known = re.fullmatch(r"\d{4}(-\d\d){0,2}", one.published or "")
                    if text:
                        yield Said(text, Period.parse(one.published) if known else None)


def verdicts(sentences: Iterator[Said], every: int = 1) -> tuple[Counter[str], dict[str, str]]:
    """How many verdicts of each kind, and the last sentence of each kind."""
    count: Counter[str] = Counter()
    example: dict[str, str] = {}
    for said in islice(sentences, 0, None, every):
        for judged in pipeline.check(Article.of("x", said.text), reference(), (), said.published).judged:
            name = type(judged.verdict).__name__
            count[name] += 1
            example[name] = said.text
    return count, example


def test_what_is_official_is_right() -> None:
    """No official value is held against another statistic, area or period: nothing is contradicted, and nearly all is found."""
    count, example = verdicts(written(chinese))
    assert count[Mismatch.__name__] == 0, example[Mismatch.__name__]
    assert count.total() > 8000
    assert count[Match.__name__] > 0.97 * count.total(), count


def test_what_is_official_abroad_is_right() -> None:
    """The same of other countries; every seventh value, for there are many and they are alike."""
    count, example = verdicts(written(chinese, abroad=True), every=7)
    assert count[Mismatch.__name__] == 0, example[Mismatch.__name__]
    assert count[Match.__name__] > 0.97 * count.total() > 1000, count


def test_what_is_official_is_right_in_english() -> None:
    """The same in English, of both kinds."""
    count, example = verdicts(written(english))
    assert count[Mismatch.__name__] == 0, example[Mismatch.__name__]
    assert count[Match.__name__] > 0.9 * count.total() > 4000, count
    count, example = verdicts(written(english, abroad=True), every=7)
    assert count[Mismatch.__name__] == 0, example[Mismatch.__name__]
    assert count[Match.__name__] > 0.9 * count.total() > 1000, count


def test_a_wrong_digit_is_never_right() -> None:
    """With another last digit hardly any is confirmed (two releases may differ by just that), and most of what came out in its time is
    contradicted; where a figure came out long after, another release may be meant."""
    count, example = verdicts(written(chinese, wrong=True))
    assert count.total() > 1000
    assert count[Match.__name__] < 0.005 * count.total(), example[Match.__name__]
    assert count[Mismatch.__name__] > 0.8 * count.total(), count


def test_a_wrong_digit_abroad_is_no_error() -> None:
    """Sources abroad differ, so a figure near the one in the set is neither confirmed nor contradicted."""
    count, example = verdicts(written(chinese, abroad=True, wrong=True), every=29)
    assert count.total() > 200
    assert count[Match.__name__] < 0.01 * count.total(), example[Match.__name__]
