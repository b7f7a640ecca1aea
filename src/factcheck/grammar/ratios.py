"""Parts of a whole in all their forms: 百分之三, 三分之二, 1/10, 四成, 过半, 3∶2, 每3部就有1部, one in three."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.grammar.marks import hedges_around, is_inside
from factcheck.grammar.numerals import Numeral, read_arabic, read_chinese
from factcheck.grammar.quantities import Text2, numeral_at
from factcheck.grammar.unit_words import unit_at, unit_length
from factcheck.hedging import bounds
from factcheck.interval import Interval
from factcheck.model import Kind, Mention, Span
from factcheck.patterns import regex

__all__ = ["read_ratio"]

_OF = regex("(百|千|万)分之")
_PARTS_IN = {"百": ("percent", Fraction(1)), "千": ("permille", Fraction(1)), "万": ("permille", Fraction(1, 10))}
_PARTS_OF = regex("分之")
_SLASH = regex(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})(?![0-9/年月])")
_COLONS = regex(r"(?<![0-9.:])[0-9]{1,6}(?:\.[0-9]{1,6})?(?: ?: ?[0-9]{1,6}(?:\.[0-9]{1,6})?){1,6}(?![0-9.:]*[0-9])")
_CLOCK = regex(r"([01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?$")
_YEARLIKE = regex(": ?(?:19|20)[0-9]{2}$")
_HALF = regex("一半|半数|(?<=[过近])半(?![年天月日径导岛夜])")
_TENTHS = regex("成(?![立为员本果功长就熟交分品套])(半)?")
_EVERY = regex(r"每[^，。；！？\n0-9一二两三四五六七八九十百千万]{0,6}")
_EVERY_ONE = regex(r"[^，。；！？\n、0-9]{0,8}[，]?(?:中|里|当中)?[，]?就?[会能约]?有(?:约|近|超过|超|不到)?")
_ONE_IN = regex(r"(one|two|three|four|five|six|seven|eight|nine|[1-9][0-9]?)(?: |-)(?:in|out of)(?: |-)(?:every )?"
                     r"(two|three|four|five|six|seven|eight|nine|ten|[1-9][0-9]{0,3})(?![0-9A-Za-z,.%])", re.IGNORECASE)  # fmt: skip
_EN_FRACTION = regex(r"(?:(a|one|two|three|four|five|six|seven|eight|nine)[ -])?(half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)(s)?"
                          r"(?= of )(?! of the year)", re.IGNORECASE)  # fmt: skip
_EN_PARTS = {w: i for i, w in enumerate("half third quarter fifth sixth seventh eighth ninth tenth".split(), 2)}
_EN_PARTS["quarter"], _EN_PARTS["third"] = 4, 3
_EN_ONES = {w: i for i, w in enumerate("zero one two three four five six seven eight nine ten".split())} | {"a": 1}
_RANGE = regex("(?:至|到|-)")


def read_ratio(source: Text2, at: int) -> list[Mention]:
    """The ratio that begins at `at`, as one mention, or one for each item that shares a `就有1台`; empty if none does."""
    text = source.folded
    for reader in (_doubling, _every, _in_hundred, _parts_of, _slash, _colons, _tenths, _half, _one_in, _english):
        found = reader(source, text, at)
        if found:
            return found
    return []


def _made(source: Text2, start: int, end: int, value: Fraction, unit: str, via: str, *, ulp: Fraction | None = None) -> Mention:
    """A share with its intervals: of a fraction 1/n those that lie nearer to it than to 1/(n±1)."""
    marks = hedges_around(source.folded, start, end)
    size = ulp if ulp is not None else Fraction(1)
    if unit == "ratio":
        exact = _between(value)
        guaranteed = typical = exact
        if marks.hedge != "none":
            guaranteed, typical = bounds(value, value / 100, value / 10, marks.hedge)
    else:
        guaranteed, typical = bounds(value, size, size, marks.hedge)
    kind: Kind = "fraction" if unit == "ratio" else "percent"
    return Mention(
        Span(start, end), source.plain[start:end], kind, value, ulp=size, step=size, unit=unit, hedge=marks.hedge,
        hedge_spans=marks.spans, guaranteed=guaranteed, typical=typical, via=(via,),
    )  # fmt: skip


def _between(value: Fraction) -> Interval:
    """What rounds to this fraction: from midway to the next smaller to midway to the next larger of its kind."""
    over, below = value.numerator, value.denominator
    smaller = Fraction(over, below + 1)
    larger = Fraction(over, below - 1) if below > 1 else value
    return Interval((value + smaller) / 2, min((value + larger) / 2, Fraction(1)) if value <= 1 else (value + larger) / 2)


def _doubling(source: Text2, text: str, at: int) -> list[Mention]:
    """翻两番 is four times: each 番 doubles."""
    numeral = _whole(text, at)
    if numeral is None or text[at - 1 : at] != "翻" or text[numeral.end : numeral.end + 1] != "番" or not numeral.value or numeral.value > 9:
        return []
    end = numeral.end + 1
    times = Fraction(2) ** int(numeral.value)
    marks = hedges_around(text, at - 1, end)
    guaranteed, typical = bounds(times, Fraction(1), times, marks.hedge)
    return [Mention(Span(at, end), source.plain[at:end], "multiple", times, unit="times", hedge=marks.hedge, hedge_spans=marks.spans,
                    guaranteed=guaranteed, typical=typical, via=("doubling",))]  # fmt: skip


def _in_hundred(source: Text2, text: str, at: int) -> list[Mention]:
    found = _OF.match(text, at)
    if not found:
        return []
    numeral = numeral_at(text, found.end()) if found.end() < len(text) else None
    if numeral is None or numeral.value is None:
        return []
    unit, factor = _PARTS_IN[found.group(1)]
    end = numeral.end + is_inside(text, numeral.end)
    return [_made(source, at, end, numeral.value * factor, unit, "in_hundred", ulp=numeral.ulp * factor)]


def _parts_of(source: Text2, text: str, at: int) -> list[Mention]:
    below = _whole(text, at)
    found = _PARTS_OF.match(text, below.end) if below else None
    if not below or not found or not below.value:
        return []
    above = _whole(text, found.end())
    if not above or above.value is None:
        return []
    return [_made(source, at, above.end, above.value / below.value, "ratio", "parts_of")]


def _whole(text: str, at: int) -> Numeral | None:
    if text[at : at + 1].isascii():
        return read_arabic(text, at, unit_length) if text[at : at + 1].isdigit() else None
    return read_chinese(text, at, unit_length)


def _slash(source: Text2, text: str, at: int) -> list[Mention]:
    found = _SLASH.match(text, at)
    if not found or text[at - 1 : at] in set("0123456789/.-") or text[found.end() : found.end() + 1] == "/":
        return []
    above, below = int(found.group(1)), int(found.group(2))
    return [_made(source, at, found.end(), Fraction(above, below), "ratio", "slash")] if above < below else []


def _colons(source: Text2, text: str, at: int) -> list[Mention]:
    found = _COLONS.match(text, at)
    if not found:
        return []
    parts = tuple(Fraction(part) for part in re.split(" ?: ?", found.group()))
    if _YEARLIKE.search(found.group()) and text[found.end() : found.end() + 1] in {"-", "年"}:
        return []
    if len(parts) < 4 and _CLOCK.match(found.group()) and not re.search("[比率例构]为?(?:由|从)?[^，。]{0,8}$", text[max(0, at - 20) : at]):
        return []
    value = parts[0] / parts[1] if len(parts) == 2 and parts[1] else None
    whole = Interval.point(value) if value is not None else None
    span, said = Span(at, found.end()), source.plain[at : found.end()]
    return [Mention(span, said, "fraction", value, unit="ratio", parts=parts, guaranteed=whole, typical=whole, via=("colons",))]


def _tenths(source: Text2, text: str, at: int) -> list[Mention]:
    numeral = numeral_at(text, at)
    if numeral is None:
        return []
    if numeral.value is not None and numeral.value <= 10:
        link = _RANGE.match(text, numeral.end)
        second = _whole(text, link.end()) if link else None
        if second and second.value is not None and _TENTHS.match(text, second.end) and second.value <= 10:
            low, high = numeral.value * 10, second.value * 10
            whole = Interval(low - 5, high + 5)
            end = second.end + 1
            return [Mention(Span(at, end), source.plain[at:end], "range", low=low, high=high, ulp=Fraction(10), step=Fraction(10),
                            unit="percent", guaranteed=whole, typical=whole, via=("tenths", "range"))]  # fmt: skip
    found = _TENTHS.match(text, numeral.end)
    if not found:
        return []
    end = found.end()
    inner = is_inside(text, end)
    if numeral.value is None:
        low, high = (numeral.low or Fraction(0)) * 10, (numeral.high or Fraction(0)) * 10
        whole = Interval(low - 5, high + 5)
        return [Mention(Span(at, end), source.plain[at:end], "range", low=low, high=high, ulp=Fraction(10), step=Fraction(10),
                        unit="percent", guaranteed=whole, typical=whole, via=("tenths",))]  # fmt: skip
    if numeral.value > 10:
        return []
    value = numeral.value * 10 + (5 if found.group(1) else 0)
    mention = _made(source, at, end + inner, value, "percent", "tenths", ulp=Fraction(10))
    if inner or mention.hedge == "gt":
        above = Interval(value, value + 10, low_open=inner, high_open=True)
        mention = mention._replace(hedge="gt", guaranteed=above, typical=above)
    return [mention]


def _half(source: Text2, text: str, at: int) -> list[Mention]:
    found = _HALF.match(text, at)
    if not found:
        return []
    mention = _made(source, at, found.end(), Fraction(1, 2), "ratio", "half")
    before = text[at - 1 : at]
    if found.group() == "半" and before in {"过", "近"}:
        span = Span(at - 1, at)
        above = Interval(Fraction(1, 2), Fraction(1), low_open=True)
        below = Interval(Fraction(45, 100), Fraction(1, 2), high_open=True)
        mention = mention._replace(
            hedge="gt" if before == "过" else "near_below", hedge_spans=(span,),
            guaranteed=above if before == "过" else below, typical=above if before == "过" else below,
        )  # fmt: skip
    return [mention]


def _every(source: Text2, text: str, at: int) -> list[Mention]:
    """每卖出3部手机就有1部 is 1/3; 每生产2台彩电、3台空调，就有1台 is 1/2 of the one and 1/3 of the other."""
    opening = _EVERY.match(text, at)
    if not opening or opening.end() >= len(text):
        return []
    items: list[tuple[Numeral, int]] = []
    here = opening.end()
    while len(items) < 4:
        numeral = numeral_at(text, here) if here < len(text) else None
        if numeral is None or not numeral.value or numeral.bare:
            return []
        unit = unit_at(text, numeral.end)
        end = numeral.end + (unit.length if unit else 0)
        items.append((numeral, end))
        noun = regex(r"[^，。；！？\n、0-9]{1,8}、").match(text, end)
        if not noun:
            break
        here = noun.end()
    link = _EVERY_ONE.match(text, items[-1][1])
    share = numeral_at(text, link.end()) if link and link.end() < len(text) else None
    if not link or share is None or not share.value:
        return []
    unit = unit_at(text, share.end)
    end = share.end + (unit.length if unit else 0)
    made = []
    for index, (numeral, item_end) in enumerate(items):
        stop = end if index == len(items) - 1 else item_end
        made.append(_made(source, numeral.start, stop, share.value / (numeral.value or 1), "ratio", "every_n"))
    return made


def _one_in(source: Text2, text: str, at: int) -> list[Mention]:
    found = _ONE_IN.match(text, at)
    if not found or text[at - 1 : at].isalnum():
        return []
    above, below = (_EN_ONES.get(word.lower()) or int(word) if not word.isalpha() or word.lower() in _EN_ONES else 0 for word in found.groups())
    if not below or above >= below:
        return []
    return [_made(source, at, found.end(), Fraction(above, below), "ratio", "one_in")]


def _english(source: Text2, text: str, at: int) -> list[Mention]:
    found = _EN_FRACTION.match(text, at)
    if not found or text[at - 1 : at].isalpha():
        return []
    above = _EN_ONES[(found.group(1) or "a").lower()]
    below = _EN_PARTS[found.group(2).lower()]
    return [_made(source, at, found.end(), Fraction(above, below), "ratio", "english_fraction")] if above < below else []
