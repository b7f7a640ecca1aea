"""Numerals of sport: the length that names an event (1500米决赛), a result (9秒83, 19米69), the round of a cup (1/4决赛)."""

from __future__ import annotations

from fractions import Fraction

from factcheck.grammar.fold import Text2
from factcheck.grammar.lexicon import words
from factcheck.grammar.numerals import DIGITS
from factcheck.grammar.unit_words import unit_at
from factcheck.hedging import bounds
from factcheck.model import Mention, Span
from factcheck.patterns import regex

__all__ = ["read_event", "read_result", "read_round"]

_LENGTH = regex("[0-9]{1,5}(?:公斤级|公里|米)")
_HEAD = regex("(?:男子|女子|混合|男女|(?<![0-9])[48]×)$")
_NO_EVENT = regex("[以高深长宽左多余]")
_ROUND = regex("1/(?:2|4|8|16|32|64)(?=决赛)")
_TIME = regex("(?:(?:([0-9]{1,2})(?:小时|时))?([0-9]{1,2})分)?([0-9]{1,2})秒([0-9]{2})?(?![0-9])")
_TAKEN = regex("([0-9]{1,4})个?小时([0-9]{1,2})分钟?(?![0-9之])")
_THROW = regex("([1-3](?=米[0-9](?![0-9]))|[0-9]{1,2}(?=米[0-9]{2})|[一二三])米([0-9]{1,2}|[一二三四五六七八九]{1,2})(?![0-9./%十百千万亿多余])")
_PLACE = Fraction(1, 100)


def read_event(source: Text2, at: int) -> Mention | None:
    """男子100米, 1500米金牌, 57公斤级: the length or weight is a part of the event's name."""
    text = source.folded
    found = _LENGTH.match(text, at)
    if not found:
        return None
    end = found.end()
    named = found.group().endswith("级") or words("zh/words/events").starting(text, end)
    headed = _HEAD.search(text, max(0, at - 2), at) and not _NO_EVENT.match(text, end) and not text[end : end + 1].isdigit()
    return Mention(Span(at, end), source.plain[at:end], "other", via=("event",)) if named or headed else None


def read_round(source: Text2, at: int) -> Mention | None:
    """1/4决赛: a round, and no part of anything."""
    found = _ROUND.match(source.folded, at)
    return Mention(Span(at, found.end()), source.plain[at : found.end()], "other", via=("round",)) if found else None


def read_result(source: Text2, at: int) -> Mention | None:
    """8小时12分 in minutes, 9秒83, 8分03秒53 in seconds, 19米69 and 一米八 in metres: what stands behind the unit are its decimals."""
    text = source.folded
    if taken := _TAKEN.match(text, at):
        return _measured(source, Span(at, taken.end()), Fraction(60 * int(taken.group(1)) + int(taken.group(2))), "minute", Fraction(1))
    found = _TIME.match(text, at)
    if found:
        hours, minutes, seconds, hundredths = found.groups()
        if (minutes is None and hundredths is None) or (hundredths and _counted(text, found.end())):
            return None
        value = Fraction(3600 * int(hours or 0) + 60 * int(minutes or 0) + int(seconds)) + Fraction(int(hundredths or 0), 100)
        return _measured(source, Span(at, found.end()), value, "second", _PLACE if hundredths else Fraction(1))
    found = _THROW.match(text, at)
    if not found or _counted(text, found.end()) or found.group(1).isascii() != found.group(2).isascii():
        return None
    whole, part = (word if word.isascii() else "".join(str(DIGITS[char]) for char in word) for word in found.groups())
    place = Fraction(1, 10 ** len(part))
    return _measured(source, Span(at, found.end()), int(whole) + int(part) * place, "m", place)


def _counted(text: str, at: int) -> bool:
    """Whether the digits that end at `at` count something of their own (5米20个)."""
    return unit_at(text, at) is not None


def _measured(source: Text2, span: Span, value: Fraction, unit: str, ulp: Fraction) -> Mention:
    guaranteed, typical = bounds(value, ulp, ulp, "none")
    return Mention(
        span, source.plain[span.start : span.end], "duration" if unit in {"second", "minute"} else "quantity", value, ulp=ulp, step=ulp, unit=unit,
        guaranteed=guaranteed, typical=typical, via=("result",),
    )  # fmt: skip
