"""Shares with the part and the whole that they are of, where the text tells both as levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.interval import Interval
from factcheck.model import Breakdown, Claim, Facts, Mix, Portion, Reading, Span
from factcheck.names import fold_name
from factcheck.patterns import regex
from factcheck.records import NamedTuple
from factcheck.rules._arithmetic import share as share_of
from factcheck.rules._facts import is_level, sentences
from factcheck.rules._moves import is_start
from factcheck.rules._partitions import base, members
from factcheck.rules._parts import torn
from factcheck.rules._repeats import in_unit
from factcheck.rules._shares import part_of, whose, within_one
from factcheck.rules._within import is_part, within
from factcheck.rules._words import table, words

__all__ = ["portions_of"]

_FAR, _EARLIER, _MANY = 4, 40, 120
"""How many sentences back the part may stand, and the whole; and how many levels are looked through."""
_OF = ("的", "的比重为", "的比例为", ", or", "or", ", about", "(")
_TAKES = ("占", "out of a", "of a", "of")
_SHORT = 24
_NATION = "156"


_OF_DOING = regex("(?:完成|整改|改造|办结|处置|落实|执行|兑现|销号)的?(?:比例|比率|率)[^，,。；;]{0,3}$")
"""How much of what was to be done has been done is no share of anything that is told beside it."""


def portions_of(reading: Reading, breakdowns: Sequence[Breakdown], mixes: Sequence[Mix]) -> tuple[Portion, ...]:
    """Shares that are told with the levels that they are of."""
    padded = frozenset(claim.span for mix in mixes for claim in mix.claims)
    mixed = tuple(_of_mixes(breakdowns, mixes))
    done = {portion.share.span for portion in mixed}
    named = (portion for portion in _by_name(reading, breakdowns, padded) if portion.share.span not in done)
    return (*mixed, *_in_words(reading), *named)


def _of_mixes(breakdowns: Sequence[Breakdown], mixes: Sequence[Mix]) -> Iterator[Portion]:
    """Each share of a mix with its part of the breakdown by the same partition, of the same statistic and time."""
    for mix in mixes:
        if mix.contributed:
            continue
        alike = [one for one in breakdowns if one.partition == mix.partition and one.kind == mix.kind and whose(one.whole) == whose(mix.claims[0])]
        for breakdown in alike[:1]:
            for at, share in enumerate(mix.shares):
                yield Portion(mix.claims[min(at, len(mix.claims) - 1)], breakdown.parts[at], breakdown.whole, within_one(share))


def _in_words(reading: Reading) -> Iterator[Portion]:
    """出口5.2万亿元，占进出口总额8.1万亿元的54%: the whole stands within the words that tell the share."""
    text = reading.article.text
    claims = reading.claims
    for at in range(2, len(claims)):
        part, whole, share = claims[at - 2 : at + 1]
        if share.mention.unit != "percent" or whole.sentence != share.sentence or part.sentence != share.sentence:
            continue
        if text[whole.span.end : share.span.start].strip() not in _OF:
            continue
        opened, said = text[part.span.end : whole.span.start].strip("，, "), in_unit(share, "percent")
        if said and opened.startswith(_TAKES) and len(opened) < _SHORT and "\n" not in opened:
            yield Portion(share, part, whole, said)


# --------------------------------------------------------------------------------------------- by name

class _Told(NamedTuple):
    """The levels before a share, each with the number of its sentence."""

    levels: list[tuple[int, Claim]]
    wholes: dict[Span, tuple[Claim, ...]]
    """Of each part, by where it stands, the figures that may be its whole by 其中 or by a partition."""
    closed: frozenset[Span]
    """The parts of partitions: of what they are parts is certain."""

    def near(self, share: Claim, number: int, sentences: int) -> list[Claim]:
        """Those of the same place and time, no further back than so many sentences."""
        return [level for before, level in self.levels[-_MANY:] if number - before <= sentences and whose(level) == whose(share)]


def _by_name(reading: Reading, breakdowns: Sequence[Breakdown], padded: frozenset[Span]) -> Iterator[Portion]:
    """Each share whose part is told before it, and whose whole stands before that: by its name, or as what the part is of.
    `padded`: shares that together come to a hundred, and may be off by one for it."""
    told = _Told([], _wholes_of(reading, breakdowns), frozenset(part.span for one in breakdowns for part in one.parts))
    sentence, number, last = None, -1, _NO_SHARE
    for claim in reading.claims:
        if claim.sentence != sentence:
            sentence, number, last = claim.sentence, number + 1, _NO_SHARE
        if torn(reading.article.text, claim):
            last = ()
        elif is_level(claim) and claim.change != "level_from" and claim.indicator.value and claim.mention.unit != "percent":
            told.levels.append((number, claim))
        elif claim.statement == "level":
            yield from _quotients(told, claim, number)
        elif _is_share(claim) and not is_start(reading, claim):
            parts = _parts(reading, told, claim, number)
            last = _wholes(told, claim, parts, number, last) if len(parts) == 1 else ()
            said = in_unit(claim, "percent")
            if parts and last and said and _said_of(reading.article.text, parts[0], claim):
                yield _portion(claim, parts[0], last, within_one(said) if claim.span in padded else said)


_NO_SHARE: tuple[Claim, ...] | None = None
"""No share before this one in the sentence; one of which nobody knows what it is of leaves ()."""


def _wholes(told: _Told, share: Claim, parts: Sequence[Claim], number: int, last: tuple[Claim, ...] | None) -> tuple[Claim, ...]:
    """What a share may be of: the levels of the name that it gives; else what its part is of, or what the share before is of. A
    part of a part has a share of either."""
    whole = _whole_name(share)
    if whole:
        return _named(told, parts[0], share, whole, number)
    within_ = told.wholes.get(parts[0].span, ())
    if last is None or parts[0].span in told.closed:
        return within_
    return (*last, *within_) if last else ()


def _quotients(told: _Told, rate: Claim, number: int) -> Iterator[Portion]:
    """A rate that is a quotient by its name (资产负债率), where both its levels are told shortly before it."""
    name, said = fold_name(rate.indicator.value or ""), in_unit(rate, "percent")
    for result, (part, whole) in _known().items():
        if name.endswith(result) and said and rate.statement == "level" and rate.mention.unit == "percent":
            near = [level for level in reversed(told.near(rate, number, 1)) if level.mention.hedge == "none"]
            parts, wholes = (tuple(level for level in near if fold_name(level.indicator.value or "").endswith(names)) for names in (part, whole))
            wholes = tuple(level for level in wholes if not members(level.indicator.value or ""))
            pairs = [(ours, theirs) for ours in parts for theirs in wholes if _comparable(ours, theirs)]
            if pairs and not any(_fits(*pair, said) for pair in pairs):
                yield Portion(rate, *pairs[0], said)
            return


@cache
def _known() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    found = {}
    for results, sides in table("zh/quotients").items():
        part, whole = (tuple(side.split("|")) for side in sides.split(" / "))
        found.update(dict.fromkeys(results.split("|"), (part, whole)))
    return dict(sorted(found.items(), key=lambda row: -len(row[0])))


def _portion(share: Claim, part: Claim, wholes: Sequence[Claim], said: Interval) -> Portion:
    """The share of the nearest whole, or of another one that may be meant and that it fits."""
    return Portion(share, part, next((whole for whole in wholes if _fits(part, whole, said)), wholes[0]), said)


def _said_of(text: str, part: Claim, share: Claim) -> bool:
    """Whether a share may be that of the part before it: 19家会议费占销售费用比重超50% says of those firms something else."""
    between = text[part.span.end : share.span.start]
    return "占" not in between or between.startswith("占") or any(stop in between for stop in "，,；;（(。")


def _fits(part: Claim, whole: Claim, said: Interval) -> bool:
    ours, theirs = in_unit(part, whole.mention.unit), in_unit(whole, whole.mention.unit)
    found = share_of(ours, theirs) if ours and theirs else None
    return found is None or found.meets(said)


def _is_share(claim: Claim) -> bool:
    """Whether a figure is a share in percent of something of the same place; what something lent to a growth is none."""
    alone = claim.whole.value in {None, claim.area.value}
    lent = any(word in (claim.indicator.value or "") for word in words("zh/contributing"))
    return claim.statement == "share" and claim.mention.unit == "percent" and alone and not lent and in_unit(claim, "percent") is not None


def _parts(reading: Reading, told: _Told, share: Claim, number: int) -> tuple[Claim, ...]:
    """The level that a share is of, by its own name, the nearest; of shares behind 分别 the one in its turn."""
    name = part_of(fold_name(share.indicator.value or ""))
    near = told.near(share, number, _FAR)
    if _OF_DOING.search(reading.article.text, share.clause.start, share.span.start):
        return ()
    if any(word in reading.article.text[share.clause.start : share.span.start] for word in words("zh/respectively")):
        return _in_turn(reading, near, share)
    alike = [level for level in near if name and _one_part(fold_name(level.indicator.value or ""), name)]
    return tuple(alike[-1:])


def _in_turn(reading: Reading, near: Sequence[Claim], share: Claim) -> tuple[Claim, ...]:
    """外商投资企业进出口6.16万亿元，国有企业进出口3.29万亿元，分别占30.7%和16.4%: as many levels as shares, and no more."""
    shares = [claim for claim in reading.claims if claim.clause == share.clause and claim.mention.unit == "percent"]
    levels = [level for level in near if level.sentence == share.sentence]
    return (levels[shares.index(share)],) if len(levels) == len(shares) and share in shares else ()


def _one_part(level: str, name: str) -> bool:
    """Whether a level is of what a share is of: the share may leave out that it is an amount (民营经济 of 民营经济增加值)."""
    return level == name or (level.startswith(name) and not base(level[len(name) :]))


def _named(told: _Told, part: Claim, share: Claim, whole: str, number: int) -> tuple[Claim, ...]:
    """The levels that have the name of the whole, the nearest first."""
    wanted = _bare(whole)
    near = reversed(told.near(share, number, _EARLIER))
    found = tuple(level for level in near if wanted and _bare(level.indicator.value or "") == wanted and level is not part and _comparable(part, level))
    return found or _of_the_nation(told, part, share, wanted, number)


def _of_the_nation(told: _Told, part: Claim, share: Claim, wanted: str, number: int) -> tuple[Claim, ...]:
    """The nation's total of which its trade with a partner is a share: 对东盟进出口3.08万亿元，占进出口总值的15.3%."""
    place, trade = share.area.value, fold_name(part.indicator.value or "")
    if not wanted or place is None or (place.code or "")[:1].isdigit() or not trade.endswith(wanted):
        return ()
    levels = [level for before, level in told.levels[-_MANY:] if number - before <= _EARLIER and _bare(level.indicator.value or "") == wanted]
    ours = [level for level in levels if level.area.value and level.area.value.code == _NATION and level.period.value == share.period.value]
    totals = [level for level in ours if _comparable(part, level) and level.modality == share.modality and level.mention.hedge == "none" and not level.owner]
    return tuple(totals[:1]) if len({level.mention.value for level in totals}) == 1 else ()


def _comparable(part: Claim, whole: Claim) -> bool:
    """Whether two figures are amounts of one unit."""
    return part.mention.unit == whole.mention.unit and part.mention.classifier == whole.mention.classifier


def _whole_name(share: Claim) -> str:
    """What a share says that it is of: GDP of 民营经济占GDP的比重, and nothing of 境外收入占比."""
    _, _, whole = fold_name(share.indicator.value or "").partition("占")
    return "" if whole == "比" else part_of(whole)


def _bare(name: str) -> str:
    """A name without the time, the place and the kind of amount that it may carry along; GDP by whatever name is gdp."""
    name = "".join(char for char in fold_name(name) if char.isalnum())
    if name.endswith(words("zh/output_names")):
        return "" if any(word in name for word in words("zh/not_additive")) else "gdp"
    name = base(name)
    for word in words("zh/carried"):
        name = name.replace(word, "")
    return name


def _wholes_of(reading: Reading, breakdowns: Sequence[Breakdown]) -> dict[Span, tuple[Claim, ...]]:
    """Of each part the figures that may be its whole: of a partition, or behind 其中."""
    found = {part.span: (one.whole, *one.others) for one in breakdowns for part in one.parts if not one.rough}
    facts = Facts(reading)
    for claims in sentences(facts):
        for group in within(facts, claims):
            for part in dict.fromkeys((*group.listed, *group.series)):
                wholes = [w for w in reversed(group.wholes(part)) if w.change != "level_from" and is_part(facts, part, w) and whose(w) == whose(part)]
                if wholes and part.span not in found:
                    found[part.span] = tuple(wholes)
    return found
