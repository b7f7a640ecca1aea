"""Slips put into clean articles on purpose: the operators of the newsroom error literature, with their weights.

`leaves` says by the intervals alone whether a change is an error: whether the official figure lies outside of what the changed text
says. A change that stays inside (140.2 for 140.19) is none, and nobody should be told of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import slips
from factcheck.loaders import load
from factcheck.model import Article, Checked, Compatible, Judged, Match, Span
from factcheck.pipeline import check
from factcheck.reference import ReferenceSet
from factcheck.rules import all_rules
from slips import Base, Edit, says

__all__ = ["ARTICLES", "OPERATORS", "Base", "Edit", "Mutation", "Operator", "applied", "base", "edited", "leaves", "mutations", "sentences"]

ARTICLES = Path(__file__).parent / "mutations" / "articles"


class Mutation(NamedTuple):
    """A slip: its operator, where, and the claim that it makes wrong."""

    operator: str
    edits: tuple[Edit, ...]
    judged: Judged | None
    leaves: bool | None = None
    """Known to the operator, where the figure itself is not what changed; else the intervals decide."""


class Operator(NamedTuple):
    """How often newsrooms make this slip, how to make it, and what a diagnosis may call it."""

    weight: int
    make: Callable[[Base, Judged, Random], Iterator[tuple[Edit, ...]]]
    slips: frozenset[str]


def base(path: Path, reference: ReferenceSet) -> Base:
    """An article and what is said of it as it stands."""
    article = load(str(path), path.read_bytes())
    checked = check(article, reference, all_rules())
    return Base(path.stem, article, checked, tuple(j for j in checked.judged if isinstance(j.verdict, Match | Compatible)), reference)


def edited(article: Article, edits: tuple[Edit, ...]) -> Article:
    """The article with other words in places."""
    text = article.text
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return load(article.path, text.encode())


def applied(one: Base, mutation: Mutation) -> Checked:
    """What is said of the article with the slip in it."""
    return check(edited(one.article, mutation.edits), one.reference, all_rules())


OPERATORS: dict[str, Operator] = {
    "digit substituted": Operator(13, slips.by(slips.substituted), frozenset({"digit_changed"})),
    "stale year": Operator(10, slips.stale_year, frozenset({"neighbouring_period"})),
    "wan for yi": Operator(8, slips.scale, frozenset({"scale_wan_yi"})),
    "digits transposed": Operator(7, slips.by(slips.transposed), frozenset({"digits_swapped"})),
    "digit dropped or added": Operator(7, slips.by(slips.dropped_or_added), frozenset({"digit_dropped", "digit_doubled"})),
    "decimal shift": Operator(6, slips.by(slips.shifted), frozenset({"decimal_shift"})),
    "swapped pair": Operator(6, slips.pair, frozenset({"sibling_indicator", "other_area", "neighbouring_period", "figures_swapped"})),
    "direction": Operator(6, slips.direction, frozenset({"direction"})),
    "wrong area": Operator(5, slips.other_area, frozenset({"other_area"})),
    "percent for points": Operator(5, slips.points, frozenset({"percentage_point"})),
    "times": Operator(4, slips.times, frozenset({"times_more", "digit_changed"})),
    "unit": Operator(4, slips.unit, frozenset({"unit", "scale_wan_yi"})),
    "part for total": Operator(4, slips.part, frozenset({"sibling_indicator", "figures_swapped", "part_for_total"})),
    "share or growth by 1-5 ulp": Operator(4, slips.near_rate, frozenset({"digit_changed", "last_digit"})),
    "calendar": Operator(4, lambda _one, _judged, _rng: iter(()), frozenset()),
    "headline only": Operator(3, slips.headline, frozenset({"digit_changed"})),
    "hedge flipped": Operator(3, slips.hedge, frozenset({"hedge_side"})),
    "currency": Operator(1, slips.currency, frozenset({"currency"})),
}
"""By their weights in the literature on newsroom errors; the sum is 100."""

_WEEKDAYS = "一二三四五六日"
_ENGLISH_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_CALENDAR = (
    (re.compile("星期([一二三四五六日])"), lambda found, rng: f"星期{rng.choice([day for day in _WEEKDAYS if day != found[1]])}"),
    (re.compile("|".join(_ENGLISH_DAYS)), lambda found, rng: rng.choice([day for day in _ENGLISH_DAYS if day != found[0]])),
    (re.compile("([0-9]+)周年"), lambda found, rng: f"{int(found[1]) + rng.choice((-1, 1))}周年"),
    (re.compile("20[0-9]{2}(?=年是“十.五”)"), lambda found, rng: str(int(found[0]) + rng.choice((-1, 1)))),
    (re.compile("开局之年|收官之年"), lambda found, _rng: {"开局之年": "收官之年", "收官之年": "开局之年"}[found[0]]),
    (re.compile("(?<=[期共])([0-9])天"), lambda found, _rng: f"{int(found[1]) + 3}天"),
)


def mutations(one: Base, rng: Random) -> Iterator[Mutation]:
    """Every slip that the operators can put into an article, each with one variant chosen by `rng`."""
    for name, operator in OPERATORS.items():
        for judged in one.confirmed:
            # where the figure stays, the operator has looked up that another is official there
            known = True if operator.make in {slips.stale_year, slips.other_area, slips.points, slips.direction} else None
            yield from (Mutation(name, edits, judged, known) for edits in operator.make(one, judged, rng))
    for pattern, other in _CALENDAR:
        for found in pattern.finditer(one.article.text, one.article.body):
            yield Mutation("calendar", (Edit(*found.span(), other(found, rng)),), None, leaves=True)


def leaves(mutation: Mutation, checked: Checked) -> bool:
    """Whether the official figure lies outside of what the changed text says; a figure that can't be read says nothing of it."""
    judged = mutation.judged
    if mutation.leaves is not None or judged is None:
        return bool(mutation.leaves)
    evidence = judged.verdict.evidence if isinstance(judged.verdict, Match | Compatible) else None
    at = min(judged.claim.span.start, mutation.edits[0].start)
    mention = next((m for m in checked.reading.mentions if m.span.start <= at < m.span.end or m.span.start == judged.claim.span.start), None)
    if evidence is None or mention is None or mention.unit != judged.claim.mention.unit:
        return True
    return not says(judged.claim._replace(mention=mention), evidence.found)


def sentences(checked: Checked, edits: tuple[Edit, ...]) -> tuple[Span, ...]:
    """The sentences of the changed text in which something was changed."""
    places, moved = [], 0
    for edit in sorted(edits):
        places.append(edit.start + moved)
        moved += len(edit.words) - (edit.end - edit.start)
    return tuple(s for s in checked.reading.sentences if any(s.start <= at < s.end for at in places))
