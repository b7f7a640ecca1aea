"""The shipped set as its own oracle: written out as a sentence, every official value is right, and with a wrong digit none is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from factcheck import pipeline
from factcheck.model import Article, Indicator, Match, Mismatch, Observation
from factcheck.period import Period
from factcheck.reference import ReferenceSet, default_paths

FORMS = (
    (r"(\d{4})", "{}年，"), (r"(\d{4})-end", "{}年末，"), (r"(\d{4})H1", "{}年上半年，"), (r"(\d{4})Q1", "{}年一季度，"),
    (r"(\d{4})Q1-Q3", "{}年前三季度，"), (r"(\d{4})-(\d\d)", "{}年{}月，"), ("constant", ""),
)  # fmt: skip
GROWTH = re.compile("比上年(?:增长|涨跌|增减)?$|(?:增长|增速)$|比上年(?=增长)")


class Said(NamedTuple):
    """An official value as an article of the day of its release would give it."""

    text: str
    published: Period | None


def sentence(indicator: Indicator, observation: Observation, value: str) -> str | None:
    """A sentence that says so; None for a time that has no plain name."""
    when = next(
        (form.format(*found.groups()) for pattern, form in FORMS if (found := re.fullmatch(pattern, observation.period))), None
    )
    if when is None:
        return None
    name, digits = indicator.name.zh, value.lstrip("-")
    if GROWTH.search(name):
        moved = "下降" if value.startswith("-") else "增长"
        return f"{when}{observation.area}{GROWTH.sub('', name)}比上年{moved}{digits}{observation.unit}。"
    return f"{when}{observation.area}{name}{value}{observation.unit}。"


def miswritten(value: str) -> str:
    """The same with another last digit."""
    return value[:-1] + str((int(value[-1]) + 3) % 10)


@cache
def reference() -> ReferenceSet:
    return ReferenceSet.open(default_paths())


def written(*, wrong: bool) -> Iterator[Said]:
    """Every value without a hedge of its own that is no aim."""
    for indicator in reference().indicators():
        for area in reference().areas(indicator.id):
            for one in reference().series(indicator.id, area):
                text = (
                    sentence(indicator, one, miswritten(one.value) if wrong else one.value)
                    if one.hedge == "none" and one.status != "target"
                    else None
                )
                if text:
                    known = re.fullmatch(r"\d{4}(-\d\d){0,2}", one.published or "")
                    yield Said(text, Period.parse(one.published) if known else None)


def verdicts(*, wrong: bool, every: int = 1) -> tuple[Counter[str], dict[str, str]]:
    """How many verdicts of each kind, and the last sentence of each kind."""
    count: Counter[str] = Counter()
    example: dict[str, str] = {}
    for said in islice(written(wrong=wrong), 0, None, every):
        for judged in pipeline.check(Article.of("x", said.text), reference(), (), said.published).judged:
            name = type(judged.verdict).__name__
            count[name] += 1
            example[name] = said.text
    return count, example


def test_what_is_official_is_right() -> None:
    """No official value is held against another statistic, area or period: nothing is contradicted, and nearly all is found."""
    count, example = verdicts(wrong=False)
    assert count[Mismatch.__name__] == 0, example[Mismatch.__name__]
    assert count.total() > 5000
    assert count[Match.__name__] > 0.95 * count.total(), count


def test_a_wrong_digit_is_never_right() -> None:
    """With another last digit hardly any is confirmed (two releases may differ by just that), and most of what is current is contradicted."""
    count, example = verdicts(wrong=True, every=5)  # to find the likely slip takes milliseconds
    assert count.total() > 1000
    assert count[Match.__name__] < 0.005 * count.total(), example[Match.__name__]
    assert count[Mismatch.__name__] > 0.5 * count.total(), count
