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
from factcheck.model import Claim, Facts, Mention, Premise, Problem, Span, Text, Unread
from factcheck.names import fold_name
from factcheck.patterns import regex
from factcheck.rules._facts import clause_words, is_level, sentences
from factcheck.rules._premises import given, refuted, same_owner, same_time, stated
from factcheck.rules._say import at_least, at_most
from factcheck.rules._stages import Step, steps
from factcheck.rules._within import any_whole, is_part, within
from factcheck.rules._words import words

__all__ = ["check"]

RESTS_ON = ("part_of", "same_owner", "same_time")

_OF = regex(r" (?:out )?of (?:the |its |their |our )?")
_PAIR, _FAR = 2, 100
"""Times as much as the whole: more than a slip of the pen makes, but for a scale word."""
_BARE = regex(r"[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9}")


def check(facts: Facts) -> Iterator[Problem]:
    """Parts behind 其中, steps behind one another, and `231 of the 184`."""
    for claims in sentences(facts):
        yield from _within(facts, claims)
        yield from _later(facts, steps(facts, claims))
    yield from _bare(facts)


# --------------------------------------------------------------------------------------------- 其中

def _within(facts: Facts, claims: Sequence[Claim]) -> Iterator[Problem]:
    """Each part behind 其中 against the figures before it: it has to exceed every one of them, for any may be its whole."""
    for group in within(facts, claims):
        for part in group.listed:
            wholes = group.wholes(part)
            if _among_several(facts, group.before, wholes):
                continue
            if wholes and is_part(facts, part, wholes[-1]) and all(_exceeds(part.mention, w.mention) for w in any_whole(facts, wholes, part)):
                yield _problem(part, wholes[-1], _belongs(part, wholes[-1], group.listed))


def _among_several(facts: Facts, before: Sequence[Claim], wholes: Sequence[Claim]) -> bool:
    """Whether what stands before 其中 is a list (7人重伤、16人轻伤), of which the part is one of all, or the last figure there is of another kind."""
    levels = [claim for claim in before if is_level(claim)]
    if not wholes or not levels:
        return False
    if levels[-1] is not wholes[-1]:
        return levels[-1].clause != wholes[-1].clause
    if min(len(levels), len(wholes)) < _PAIR or levels[-2] is not wholes[-2]:
        return False
    between = facts.text(Span(levels[-2].span.end, levels[-1].span.start))
    return "、" in between and "，" not in between


def _belongs(part: Claim, whole: Claim, listed: Sequence[Claim]) -> Premise:
    """Whether the names leave no doubt: things counted alike are told apart by 其中 alone, amounts need a word in common; what is the
    least that is taken is exceeded by nature, and beside parts that fit, one that is far too large may be of another kind."""
    ours, theirs = (fold_name(claim.indicator.value or "") for claim in (part, whole))
    if part.modality != whole.modality:
        return refuted("part_of", "一个是目标或预测", "one of them is a target or a forecast")
    if theirs.endswith(words("zh/least")):
        return refuted("part_of", "前一个数是起点，不是总数", "the first figure is a lower limit and no total")
    counted = part.mention.kind == "count" or part.mention.unit == "person"
    if counted and part.sentence != whole.sentence and ours and theirs and ours[-1] != theirs[-1]:
        return refuted("part_of", "两句数的不是一种东西", "the two sentences count different things")
    alike = counted or not ours or not theirs or bool(set(ours) & set(theirs))
    far = (part.mention.value or 0) > _FAR * (whole.mention.value or 0) and any(not _exceeds(other.mention, whole.mention) for other in listed)
    return given("part_of", "名称不同，或者另有所指", "the names differ, or it is of another kind", holds=alike and not far)


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
            of = given("part_of", "两步或各有范围", "each step may have its own range", holds=sure)
            yield _problem(later.claim, earlier[-1].claim, of)


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
                yield _problem(whole._replace(mention=part), whole, stated("part_of"))


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


def _problem(part: Claim, whole: Claim, of: Premise) -> Problem:
    """Says both figures, with what they guarantee where that is not what they say."""
    least, most = at_least(part.mention), at_most(whole.mention)
    ours = Text(*(_with(part.mention.surface, least, words_) for words_ in ("至少", "at least")))
    theirs = Text(*(_with(whole.mention.surface, most, words_) for words_ in ("至多", "at most")))
    zh = f"部分大于整体：{ours.zh}，多于{theirs.zh}；两数必有一误"
    en = f"a part exceeds its whole: {ours.en} of {theirs.en}; one of the two is wrong"
    premises = (of, same_owner(part, whole), same_time(part, whole))
    return Problem("error", part.span, Text(zh, en), (whole.span,), expected=f"≤ {most}", premises=premises)


def _with(surface: str, bound: str, words_: str) -> str:
    """`1000多万元（至少1000万元）`, but `231个` alone."""
    if surface == bound:
        return surface
    return f"{surface} ({words_} {bound})" if words_.isascii() else f"{surface}（{words_}{bound}）"
