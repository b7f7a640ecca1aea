"""部分大于整体 / A part exceeds its whole.

“其中”的一项不会比总数还大，开工的项目不会比签约的还多；按各自的说法（约、超、多）最宽地算仍然超出，必有一数有误。
A part is no larger than its whole, and no more projects are begun than were signed. Where it is larger even by the widest
reading of both figures, one of them is wrong.

错：全市共有民营医院120家，其中三级医院135家。
错：今年以来，两市签约项目184个，开工231个。
错：引进签约项目80个，合同投资额510亿元，开工62个，合同投资额960亿元。
错：规模以上工业企业有86家，其中产值超过亿元的有97家。
对：规模以上工业企业有97家，其中产值超过亿元的有86家。
对：全市共有民营医院135家，其中三级医院20家。
对：今年以来，两市签约项目231个，合同投资额960亿元，开工184个，合同投资额510亿元。
对：全年居民人均可支配收入3.2万元，其中城镇居民4.5万元。
对：财政总收入20.1亿元，其中一般公共预算收入8.6亿元，其中税收收入17.3亿元。
wrong: The county has 120 clinics, including 135 clinics in villages.
wrong: By May, 231 of the 184 projects had been finished.
right: The county has 120 clinics, including 35 clinics in villages.
right: The net profit was 20 billion yuan, of which 25 billion yuan came from exports.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Claim, Facts, Mention, Problem, Span, Text, Unread
from factcheck.patterns import regex
from factcheck.rules._facts import (
    claims_in,
    clause_words,
    ends_with,
    is_level,
    like,
    line_start,
    mentions_in,
    sentences,
    stripped,
)
from factcheck.rules._say import at_least, at_most
from factcheck.rules._stages import Step, steps
from factcheck.rules._words import words

__all__ = ["check"]

_OF = regex(r" (?:out )?of (?:the |its |their |our )?")
_BARE = regex(r"[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9}")
_STOPS = regex("[，,；;]")
_LISTED = regex("[、和及与]|以及| and ")
_ITSELF_A_WHOLE = ("中", "里", "内")
"""其中，签约的112个项目中，已开工56个: 112 is no part, but what 56 are of."""
_ATTRIBUTE = regex("(?:以上|及以上|左右)?的(?:共?有|达到?|为|超过?)?$")
_LEFT_OUT = regex("的(?:共?有|达到?|为|超过?|共|就有)?$")
_COUNT = 12
_FAMILY = 2
"""Indicators that end in the same two characters (…收入) may be parts of one another."""


def check(facts: Facts) -> Iterator[Problem]:
    """Parts behind 其中, steps behind one another, and `231 of the 184`."""
    for claims in sentences(facts):
        yield from _within(facts, claims)
        yield from _later(facts, steps(facts, claims))
    yield from _bare(facts)


# --------------------------------------------------------------------------------------------- 其中

def _within(facts: Facts, claims: Sequence[Claim]) -> Iterator[Problem]:
    """Each part behind 其中 against the figures before it: it has to exceed every one of them, for any may be its whole."""
    text = facts.text(claims[0].sentence)
    for marker in sorted(_places(text, (*words("zh/within"), *words("en/within")))):
        at = claims[0].sentence.start + marker.start
        for part in _parts(facts, claims, claims[0].sentence.start + marker.end):
            wholes = [claim for claim in _before(facts, claims, at) if like(claim.mention, part.mention) and not _of_each(facts, claim)]
            if wholes and _is_part(facts, part, wholes[-1]) and all(_exceeds(part.mention, w.mention) for w in _any_whole(facts, wholes, part)):
                yield _problem(part, wholes[-1])


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


def _is_part(facts: Facts, part: Claim, whole: Claim) -> bool:
    """Whether both are amounts that add up, and of the same things: people and money are; what is counted must be named alike."""
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


def _any_whole(facts: Facts, wholes: list[Claim], part: Claim) -> list[Claim]:
    """The wholes, and what stood earlier in the paragraph under a like name: a row of a table may go back to any of them."""
    name = (part.indicator.value or "")[-_FAMILY:]
    earlier = claims_in(facts, Span(line_start(facts, part.span.start), wholes[0].sentence.start))
    family = [claim for claim in earlier if name and (claim.indicator.value or "").endswith(name) and like(claim.mention, part.mention)]
    return [*family, *wholes]


# --------------------------------------------------------------------------------------------- steps

def _later(facts: Facts, found: Sequence[Step]) -> Iterator[Problem]:
    """Each later step against the earlier ones of its chain. Sure only of what was signed, sent or applied for in the same
    breath; in a summary of the year (签约20个、开工35个) the later may have begun before."""
    for index, later in enumerate(found):
        earlier = [step for step in found[:index] if step.bounds(later)]
        if not earlier or not all(_exceeds(later.claim.mention, step.claim.mention) for step in earlier):
            continue
        between = facts.text(Span(earlier[-1].claim.span.start, later.claim.span.start))
        named = [clause_words(facts, step.claim) for step in (earlier[-1], later)]
        apart = later.own not in named[0] or any(word in text for text in named for word in words("zh/each_its_own"))
        if not apart:
            sure = earlier[-1].order == 1 and not later.own and "、" not in between
            yield _problem(later.claim, earlier[-1].claim)._replace(severity="error" if sure else "warning")


# --------------------------------------------------------------------------------------------- 231 of the 184

def _bare(facts: Facts) -> Iterator[Problem]:
    """`231 of the 184 projects`: a number alone before a count that it is part of."""
    counts = {claim.span.start: claim for claim in facts.reading.claims if claim.mention.kind in {"count", "quantity"}}
    text = facts.reading.article.text
    for unread in facts.reading.unread:
        of = _OF.match(text, unread.span.end)
        whole = counts.get(of.end()) if of else None
        if whole and _BARE.fullmatch(unread.surface):
            part = _numbered(unread, whole.mention)
            if _exceeds(part, whole.mention):
                yield _problem(whole._replace(mention=part), whole)


def _numbered(unread: Unread, whole: Mention) -> Mention:
    """A number alone, counted as the whole is."""
    value = Fraction(unread.surface.replace(",", ""))
    exact = Interval.around(value, Fraction(1, 2))
    return whole._replace(span=unread.span, surface=unread.surface, value=value, hedge="none", guaranteed=exact, typical=exact)


# --------------------------------------------------------------------------------------------- both

def _exceeds(part: Mention, whole: Mention) -> bool:
    """Whether the least that the part can be is more than the most that the whole can be."""
    if part.guaranteed is None or whole.guaranteed is None:
        return False
    low, high = part.guaranteed.low, whole.guaranteed.high
    return low is not None and high is not None and low > high


def _problem(part: Claim, whole: Claim) -> Problem:
    """Says both figures, with what they guarantee where that is not what they say."""
    least, most = at_least(part.mention), at_most(whole.mention)
    ours = Text(*(_with(part.mention.surface, least, words_) for words_ in ("至少", "at least")))
    theirs = Text(*(_with(whole.mention.surface, most, words_) for words_ in ("至多", "at most")))
    zh = f"部分大于整体：{ours.zh}，多于{theirs.zh}；两数必有一误"
    en = f"a part exceeds its whole: {ours.en} of {theirs.en}; one of the two is wrong"
    return Problem("error", part.span, Text(zh, en), (whole.span,), expected=f"≤ {most}")


def _with(surface: str, bound: str, words_: str) -> str:
    """`1000多万元（至少1000万元）`, but `231个` alone."""
    if surface == bound:
        return surface
    return f"{surface} ({words_} {bound})" if words_.isascii() else f"{surface}（{words_}{bound}）"
