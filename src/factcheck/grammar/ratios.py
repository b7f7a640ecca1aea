"""Parts of a whole: 三分之二, 1/10, 3∶2, 每3部就有1部, one in three, two-thirds of."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from factcheck.grammar.english import part_of_unit
from factcheck.grammar.fold import Text2
from factcheck.grammar.marks import hedges_around
from factcheck.grammar.numerals import Numeral, read_arabic, read_chinese
from factcheck.grammar.quantities import exact, numeral_at
from factcheck.grammar.signs import signed
from factcheck.grammar.unit_words import unit_at
from factcheck.hedging import bounds
from factcheck.interval import Interval
from factcheck.model import Mention, Span
from factcheck.patterns import regex

__all__ = ["read_against", "read_colons", "read_english_ratio", "read_every", "read_parts_of", "read_per_heads", "read_slash"]

_SLASH = regex(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})(?![0-9/年月页版期集号日A-Za-z])")
_HEADS = regex("/ ?(?:10 ?万|十万|100,?000)(?![0-9元亩公平])")
_PER_HEADS = 10**5
_YEARS = range(1900, 2100)
"""He was 5 in 2020."""
_DENOMINATORS = frozenset({12, 15, 16, 20, 25, 30, 50, 100, 1000})
_COLONS = regex(r"[0-9]{1,6}(?:\.[0-9]{1,6})?(?: ?: ?-?[0-9]{1,6}(?:\.[0-9]{1,6})?){1,6}(?![0-9.:]{0,40}[0-9])")
_YEARLIKE = regex(": ?(?:19|20)[0-9]{2}$")
_RATIO_HEAD = regex("[比率例构占]为?(?:由|从)?[^，。]{0,8}$")
_RATIO_BEFORE = regex("[0-9]:[0-9.]{1,5}:[0-9.]{1,5}[^，。0-9]{1,8}为$")
_AGAINST_HINT = regex("比例|比率|之比|比为|比值|配比|汇率|兑|配置")
_NO_NUMERAL = r"[^，。、;!?\n\d零〇一二两三四五六七八九十百千万亿廿卅]"
_EVERY = regex(f"每(?![天日月年周])(?:(?!有){_NO_NUMERAL}){{0,6}}")
_EVERY_NOUN = regex(f"{_NO_NUMERAL}{{1,8}}、")
_EVERY_ONE = regex(r"[^，。;!?\n、0-9]{0,8}[，]?(?:中|里|当中)?[，]?就?[会能约]?有(?:约|近|超过|超|不到)?")
_MOST_EVERY = 4
_EN_ONES = {word: value for value, word in enumerate("zero one two three four five six seven eight nine ten".split())} | {"a": 1, "an": 1}
_EN_PARTS = {word: value for value, word in enumerate("half third quarter fifth sixth seventh eighth ninth tenth".split(), 2)}
_EN_PARTS |= {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "half": 2}


def read_parts_of(source: Text2, at: int) -> Mention | None:
    """三分之二, 10分之1."""
    text = source.folded
    below = _whole(text, at)
    if below is None or not below.value or not text.startswith("分之", below.end):
        return None
    above = _whole(text, below.end + 2)
    if above is None or above.value is None:
        return None
    return _part(source, Span(at, above.end), Fraction(above.value) / below.value, "parts_of")


def _whole(text: str, at: int) -> Numeral | None:
    return read_arabic(text, at) if "0" <= text[at : at + 1] <= "9" else read_chinese(text, at)


def read_slash(source: Text2, at: int) -> Mention | None:
    """1/10, 2/3; a day of a month (9/11) is none."""
    text = source.folded
    found = _SLASH.match(text, at)
    if not found or (at and text[at - 1] in "0123456789/.-"):
        return None
    above, below = int(found.group(1)), int(found.group(2))
    if above >= below or not (above == 1 or below <= 10 or below in _DENOMINATORS):
        return None
    return _part(source, Span(at, found.end()), Fraction(above, below), "slash")


def read_per_heads(source: Text2, at: int) -> Mention | None:
    """19.6/10万, 15.1/100,000: how many in so many people, to the last written digit."""
    text = source.folded
    above = read_arabic(text, at)
    found = _HEADS.match(text, above.end) if above else None
    if above is None or found is None or above.value is None:
        return None
    value, ulp = (Fraction(number) / _PER_HEADS for number in (above.value, above.ulp))
    marks = hedges_around(text, at, found.end())
    guaranteed, typical = bounds(value, ulp, Fraction(above.step) * ulp / above.ulp, marks.hedge)
    return Mention(
        Span(at, found.end()), source.plain[at : found.end()], "fraction", value, ulp=ulp, step=ulp, unit="ratio", hedge=marks.hedge,
        hedge_spans=marks.spans, guaranteed=guaranteed, typical=typical, via=("per_heads",),
    )  # fmt: skip


def read_colons(source: Text2, at: int) -> Mention | None:
    """5.7:49.3:45.0, -1.6:8.0:93.6; a time of day or a score is none."""
    text = source.folded
    found = _COLONS.match(text, at)
    if not found or (at and text[at - 1] in ".:") or (_YEARLIKE.search(found.group()) and text[found.end() : found.end() + 1] in {"-", "年"}):
        return None
    first, *others = (Fraction(part) for part in found.group().replace(" ", "").split(":"))
    start, sign = signed(source, at)
    return _colons(source, Span(start, found.end()), (first * sign, *others), "colons")


def read_against(source: Text2, at: int) -> Mention | None:
    """男女比例为105.7比100: two figures with 比 between, where the words around say that it is a ratio."""
    text = source.folded
    first = _whole(text, at)
    second = _whole(text, first.end + 1) if first and text[first.end : first.end + 1] == "比" else None
    if first is None or second is None or first.value is None or not second.value:
        return None
    if not _AGAINST_HINT.search(text[max(0, at - 16) : at] + text[second.end : second.end + 5]):
        return None
    return _colons(source, Span(at, second.end), (exact(first.value), exact(second.value)), "against")


def is_ratio(text: str, at: int) -> bool:
    """Whether the words before a colon pair say that it is a ratio, or that it follows one (由9:55:36演进为9:51:40)."""
    return bool(_RATIO_HEAD.search(text[max(0, at - 20) : at]) or _RATIO_BEFORE.search(text[max(0, at - 24) : at]))


def _colons(source: Text2, span: Span, parts: tuple[Fraction, ...], via: str) -> Mention:
    value = parts[0] / parts[1] if len(parts) == 2 and parts[1] else None
    whole = Interval.point(value) if value is not None else None
    return Mention(
        span, source.plain[span.start : span.end], "fraction", value, unit="ratio", parts=parts, guaranteed=whole, typical=whole, via=(via,)
    )


def read_every(source: Text2, at: int) -> list[Mention]:
    """每卖出3部手机就有1部 is 1/3; 每生产2台彩电、3台空调，就有1台 is 1/2 of the one and 1/3 of the other."""
    text = source.folded
    opening = _EVERY.match(text, at)
    items = _every_items(text, opening.end()) if opening and opening.end() < len(text) else []
    link = _EVERY_ONE.match(text, items[-1][1]) if items else None
    share = numeral_at(text, link.end()) if link and link.end() < len(text) else None
    if share is None or not share.value or share.value > (items[-1][0].value or 0):
        return []
    unit = unit_at(text, share.end)
    counted = text[share.end : share.end + (unit.length if unit else 0)]
    if any(text[numeral.end : end] != counted for numeral, end in items):
        return []  # 每篇1000多字的文章，能有300元 is no part of anything
    stops = [end for _, end in items[:-1]] + [share.end + (unit.length if unit else 0)]
    return [
        _part(source, Span(numeral.start, stop), Fraction(share.value) / (numeral.value or 1), "every_n")
        for (numeral, _), stop in zip(items, stops, strict=True)
    ]


def _every_items(text: str, at: int) -> list[tuple[Numeral, int]]:
    """The figures that share one 就有1台, each with where its unit ends."""
    items: list[tuple[Numeral, int]] = []
    while len(items) < _MOST_EVERY:
        numeral = numeral_at(text, at) if at < len(text) else None
        if numeral is None or not numeral.value or numeral.bare:
            return []
        unit = unit_at(text, numeral.end)
        items.append((numeral, numeral.end + (unit.length if unit else 0)))
        noun = _EVERY_NOUN.match(text, items[-1][1])
        if not noun:
            break
        at = noun.end()
    return items


@cache
def _one_in() -> re.Pattern[str]:
    ones = "|".join(word for word in _EN_ONES if len(word) > 2 and word not in {"zero", "ten"})
    return regex(rf"({ones}|[1-9][0-9]?)[ -](?:in|out of)[ -](?:every )?({ones}|ten|[1-9][0-9]{{0,3}})(?![0-9A-Za-z,.%])(?! (?:years|months|days|weeks))", re.IGNORECASE)


@cache
def _english_fraction() -> re.Pattern[str]:
    parts = "|".join(_EN_PARTS)
    counts = "an?|one|two|three|four|five|six|seven|eight|nine"
    ends = " of | the | more | less | in | to | on | from | since | over | by | are | were | is | was | have | has |[ -]majority| ?[,.;()]|$"
    return regex(rf"(?:({counts})[ -])?({parts})(s)?(?={ends})(?! of the year)", re.IGNORECASE)


_FRACTION_HEAD = regex(r"(?:by|about|nearly|almost|over|than|roughly|around|up|down|rose|fell|some|to|least|least a|under|only|another) $", re.IGNORECASE)


def read_english_ratio(source: Text2, at: int) -> Mention | None:
    """One in three, 2 out of 5, two-thirds of, by a quarter, half the."""
    text = source.folded
    found = _one_in().match(text, at)
    if found:
        above, below = (_EN_ONES.get(word.lower()) or int(word) for word in found.groups())
        return _part(source, Span(at, found.end()), Fraction(above, below), "one_in") if above < below and (above == 1 or below not in _YEARS) else None
    found = None if text[at].isdigit() else _english_fraction().match(text, at)
    if not found or part_of_unit(text, at):
        return None
    above, below = _EN_ONES[(found.group(1) or "a").lower()], _EN_PARTS[found.group(2).lower()]
    of = text.startswith((" of ", "-majority", " majority"), found.end()) or (below == 2 and text.startswith(" the ", found.end()))
    if above >= below or (found.group(1) is None and below != 2) or not (of or above > 1 or (found.group(1) and _FRACTION_HEAD.search(text[max(0, at - 10) : at]))):
        return None
    return _part(source, Span(at, found.end()), Fraction(above, below), "english_fraction")


def _part(source: Text2, span: Span, value: Fraction, via: str) -> Mention:
    """A part with its intervals: of a fraction 1/n those that lie nearer to it than to 1/(n±1)."""
    marks = hedges_around(source.folded, span.start, span.end)
    guaranteed = typical = _between(value)
    if marks.hedge != "none":
        guaranteed, typical = bounds(value, value / 100, value / 10, marks.hedge)
    return Mention(
        span, source.plain[span.start : span.end], "fraction", value, unit="ratio", hedge=marks.hedge, hedge_spans=marks.spans,
        guaranteed=guaranteed, typical=typical, via=(via,),
    )  # fmt: skip


def _between(value: Fraction) -> Interval:
    """What rounds to this fraction: from midway to the next smaller to midway to the next larger of its kind."""
    over, below = value.numerator, value.denominator
    smaller = Fraction(over, below + 1)
    larger = Fraction(over, below - 1) if below > 1 else value
    return Interval((value + smaller) / 2, min((value + larger) / 2, Fraction(1)) if value <= 1 else (value + larger) / 2)
