"""Figures behind 其中 and `including`: what they are parts of, and which of them make one list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Breakdown, Claim, Facts, Reading, Span
from factcheck.patterns import regex
from factcheck.records import NamedTuple
from factcheck.rules._facts import (
    claims_in,
    clause_words,
    ends_with,
    guaranteed,
    is_level,
    like,
    line_start,
    mentions_in,
    sentences,
    stripped,
)
from factcheck.rules._words import words

__all__ = ["any_whole", "is_part", "open_lists_of", "within"]

_STOPS = regex("[，,；;]")
_LISTED = regex("[、和及与]|以及| and ")
_ITSELF_A_WHOLE = ("中", "里", "内")
"""其中，签约的112个项目中，已开工56个: 112 is no part, but what 56 are of."""
_ATTRIBUTE = regex("(?:以上|及以上|左右)?的(?:共?有|达到?|为|超过?)?$")
_LEFT_OUT = regex("的(?:共?有|达到?|为|超过?|共|就有)?$")
_COUNT = 12
_ATTRIBUTIVE = regex("[0-9]-[a-z]")
"""A 12-inch figure is no part of anything."""
_FAMILY = 2
"""Indicators that end in the same two characters (…收入) may be parts of one another."""
_ITEM = regex(r"[^，。；：、,;:.\n0-9]{0,16}(?:[、，]|和|以及|及|与| and |, (?:and )?)[^，。；：、,;:.\n0-9]{0,16}")
_APART = regex("[，,]")
_FEWEST = 2


class Group(NamedTuple):
    """A marker's figures: those `before` it, of which some may be the whole, and behind it the parts `listed` in its own clause and
    the `series` of like parts that goes on over clauses."""

    before: tuple[Claim, ...]
    listed: tuple[Claim, ...]
    series: tuple[Claim, ...]

    def wholes(self, part: Claim) -> list[Claim]:
        """What may be the whole of a part, the nearest last."""
        return [claim for claim in self.before if like(claim.mention, part.mention)]


def within(facts: Facts, claims: Sequence[Claim]) -> Iterator[Group]:
    """Each marker in a sentence."""
    text = facts.text(claims[0].sentence)
    for marker in sorted(_places(text, (*words("zh/within"), *words("en/within")))):
        start, end = (claims[0].sentence.start + offset for offset in marker)
        before = tuple(claim for claim in _before(facts, claims, start) if not _of_each(facts, claim))
        listed = tuple(_parts(facts, claims, end))
        yield Group(before, listed, tuple(_series(facts, claims, listed[0])) if listed else ())


def open_lists_of(reading: Reading, closed: Sequence[Breakdown]) -> tuple[Breakdown, ...]:
    """Each list of like parts that may be only some of their whole, where no part can hold things of another one."""
    facts, told = Facts(reading), {part.span for one in closed for part in one.parts}
    groups = (group for claims in sentences(facts) if len(claims) > _FEWEST for group in within(facts, claims))
    series = (group for group in groups if len(group.series) >= _FEWEST and group.series[0].span not in told)
    return tuple(found for group in series for found in _open(facts, group))


def _open(facts: Facts, group: Group) -> Iterator[Breakdown]:
    wholes = group.wholes(group.series[0])
    if not wholes or any(_overlaps(part) for part in group.series):
        return
    whole = wholes[-1]
    if all(is_part(facts, part, whole) and _same_time(part, whole) and _smaller(part, whole) for part in group.series):
        yield Breakdown(whole, group.series, tuple(any_whole(facts, wholes, group.series[0])), open=True)


def _overlaps(part: Claim) -> bool:
    """Whether a part is told by what things of other parts may be as well: women, the young, listed firms."""
    return any(word in (part.indicator.value or "") for word in words("zh/overlapping"))


def _same_time(part: Claim, whole: Claim) -> bool:
    return (part.period.value, part.modality) == (whole.period.value, whole.modality)


def _smaller(part: Claim, whole: Claim) -> bool:
    """Whether a figure may be a part; one that is larger belongs to something else, or is a mistake of its own."""
    least, most = guaranteed(part.mention), guaranteed(whole.mention)
    return bool(least and most) and not (least and most and least.low is not None and most.high is not None and least.low > most.high)


def _series(facts: Facts, claims: Sequence[Claim], first: Claim) -> Iterator[Claim]:
    """The first part and the levels of a like name behind it; what is said of how a part grew is passed over."""
    yield first
    last, end = first, first.span.end
    for claim in (claim for claim in claims if claim.span.start > first.span.start):
        between = facts.text(Span(end, claim.span.start))
        end = claim.span.end
        if is_level(claim):
            goes_on = _ITEM.fullmatch(between) and not any(_places(between, (*words("zh/within"), *words("en/within"))))
            if not (goes_on and like(claim.mention, last.mention) and _like_named(claim, last)):
                return
            yield claim
            last = claim
        elif claim.indicator != last.indicator and _APART.search(between) is None:
            return


def _like_named(one: Claim, other: Claim) -> bool:
    """工业投资, 农业投资: two names with one ending. In English the counted noun is the unit."""
    left, right = ((claim.indicator.value or "") for claim in (one, other))
    ascii_ = bool(one.mention.classifier and one.mention.classifier.isascii())
    return ascii_ or (min(len(left), len(right)) >= _FAMILY and left != right and left[-_FAMILY:] == right[-_FAMILY:])


def _places(text: str, markers: Sequence[str]) -> Iterator[Span]:
    """Where the markers stand."""
    for word in markers:
        at = text.find(word)
        while at >= 0:
            yield Span(at, at + len(word))
            at = text.find(word, at + len(word))


def _parts(facts: Facts, claims: Sequence[Claim], at: int) -> Iterator[Claim]:
    """The figure in the clause that the marker opens, and those that are listed with it."""
    behind = [claim for claim in claims if claim.span.start >= at]
    if not behind or stripped(facts.text(Span(at, max(at, behind[0].clause.start))), ()):
        return
    last = at
    if len(behind) > 1 and _ATTRIBUTE.match(facts.text(Span(behind[0].span.end, behind[1].span.start))):
        yield behind[1]  # 产值超过亿元的有97家: what is counted are the 97
        return
    for claim in behind:
        between = facts.text(Span(last, claim.span.start))
        if last != at and not (_LISTED.match(between) and not _STOPS.search(between)):
            return
        if not facts.text(Span(claim.span.end, claim.clause.end)).endswith(_ITSELF_A_WHOLE):
            yield claim
        last = claim.span.end


def _before(facts: Facts, claims: Sequence[Claim], at: int) -> Sequence[Claim]:
    """The figures before the marker; those of the sentence before where the marker opens this one, unless that one is but a part (仅有2人)."""
    here = [claim for claim in claims if claim.span.end <= at]
    if here:
        return here
    start = claims[0].sentence.start
    earlier = claims_in(facts, Span(line_start(facts, start), start))
    last = [claim for claim in earlier if claim.sentence == earlier[-1].sentence]
    scant = last and ends_with(facts.text(Span(last[-1].clause.start, last[-1].span.start)).rstrip().lower(), (*words("zh/scant"), *words("en/scant")))
    return [] if scant else last


def _of_each(facts: Facts, claim: Claim) -> bool:
    """Whether a figure is the size of each of several things counted right before it (两台33万千瓦机组), and no whole."""
    start = claim.mention.span.start
    return any(mention.kind == "count" and mention.span.end == start for mention in mentions_in(facts, Span(start - _COUNT, start)))


def is_part(facts: Facts, part: Claim, whole: Claim) -> bool:
    """Whether both are amounts that add up, and of the same things: people and money are; what is counted must be named alike."""
    if _ATTRIBUTIVE.search(part.mention.surface) or _ATTRIBUTIVE.search(whole.mention.surface):
        return False
    named = [clause_words(facts, claim).lower() for claim in (whole, part)]
    adds = not any(word in name for name in named for word in (*words("zh/not_additive"), *words("en/not_additive")))
    here = whole.sentence == part.sentence
    alike = (here and (part.mention.kind != "count" or _nameless(facts, part))) or _named_alike(part, whole)
    return adds and alike and is_level(whole) and is_level(part) and "/" not in (part.mention.unit or "")


def _nameless(facts: Facts, part: Claim) -> bool:
    """其中产值超亿元的有97家: the noun that is left out is that of the whole."""
    return bool(_LEFT_OUT.search(facts.text(Span(part.clause.start, part.span.start))))


def _named_alike(one: Claim, other: Claim) -> bool:
    """Whether what two figures measure has a word in common: two characters of Chinese. In English the counted noun is the unit."""
    left, right = (claim.indicator.value or "" for claim in (one, other))
    if one.mention.classifier and one.mention.classifier.isascii():
        return True
    pairs = (left[at : at + _FAMILY] for at in range(len(left) - 1))
    return any(pair in right for pair in pairs)


def any_whole(facts: Facts, wholes: list[Claim], part: Claim) -> list[Claim]:
    """The wholes, and what stood earlier in the paragraph under a like name: a row of a table may go back to any of them."""
    name = (part.indicator.value or "")[-_FAMILY:]
    earlier = claims_in(facts, Span(line_start(facts, part.span.start), wholes[0].sentence.start))
    family = [claim for claim in earlier if name and (claim.indicator.value or "").endswith(name) and like(claim.mention, part.mention)]
    return [*family, *wholes]
