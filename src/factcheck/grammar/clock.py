"""Times of day, scores and positions on the globe: numerals that are read so that nothing else is made of them."""

from __future__ import annotations

import re
from functools import cache

from factcheck.grammar.attached import currency_before
from factcheck.grammar.fold import Text2
from factcheck.grammar.ratios import is_ratio
from factcheck.grammar.unit_words import UnitWord, unit_at
from factcheck.model import Mention, Span
from factcheck.patterns import regex
from factcheck.places import places

__all__ = ["read_clock", "read_english_clock", "read_hours", "read_position", "read_score"]

_HOUR = regex(
    r"([01]?[0-9]|2[0-4]|[一二三四五六七八九十]{1,3}) ?(?:时(?![代期间候效速空段任值装尚刻差针])|点)"
    r"(?:(?:[0-5]?[0-9]|[一二三四五六七八九十]{1,3})分(?:[0-5]?[0-9]秒)?|半|整|钟|许)?"
)
_HOURS = regex("(?:[01]?[0-9]|2[0-4]) ?(?:至|到|-) ?(?:[01]?[0-9]|2[0-4]) ?(时(?![代期间候效速空段任值装尚刻差针])|点(?!钟|[0-9]))")
_COLON = regex(r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?: ?[ap]\.?m\.?)?(?![0-9:])", re.IGNORECASE)
_PART_OF_DAY = regex("(?:上午|下午|晚上?|凌晨|早上?|中午|傍晚|清晨|夜间?|深夜|当日|当天|[日号天]|时间|至|到|-|于) ?$")
_TAILS = ("分", "秒", "半", "整", "钟", "许")


@cache
def _english() -> re.Pattern[str]:
    return regex(r"(?:1[0-2]|[1-9])(?::[0-5][0-9])?(?: ?[ap]\.?m\.?| o'clock)(?![A-Za-z0-9])|[0-2][0-9]{3} (?:GMT|UTC|hrs|hours)(?![A-Za-z])", re.IGNORECASE)


@cache
def _score() -> re.Pattern[str]:
    return regex("(0|[1-9][0-9]{0,2})[:比-](0|[1-9][0-9]{0,2})(?![0-9%.])(?! ?(?:[万亿]|(?:m|b|tr)illion|thousand|[mb]n(?![a-z])))")


_SCORE_HINT = regex(
    "比分|战胜|击败|险胜|不敌|负于|战平|逆转|大胜|完胜|力克|憾负|获胜|取胜|拿下|扳平|"
    "(?<![A-Za-z])(?:beat|defeat|victor|win|won|los[est]|losing|draw|drew|match|rout|final)"
)
_TEAM = regex("[^，。、；：,.;:!?\\s0-9]{0,8}?队(?![伍列员长])")
_NAME_ENDS = regex("[A-Za-z\u4e00-\u9fff)] ?$")
_LONGEST_PLACE = 8
_NIL = regex("[0-9]{1,2}-0(?![0-9.%])")
_GLOBE = regex("(?:东经|西经|北纬|南纬|经度|纬度)[^，。;\n]{0,6}$")
_POSITION = regex("[0-9]{1,3}(?:\\.[0-9]{1,6})?(?:度|°)(?:[0-9]{1,2}(?:\\.[0-9]{1,6})?[分′'])?(?:[0-9]{1,2}(?:\\.[0-9]{1,6})?[秒″\"])?")


def _other(source: Text2, start: int, end: int, via: str) -> Mention:
    return Mention(Span(start, end), source.plain[start:end], "other", via=(via,))


def read_clock(source: Text2, at: int) -> Mention | None:
    """8时30分, 20时, 下午3点, 8点半, 10:30. 点 and a Chinese hour need a word for the part of the day, or minutes."""
    text = source.folded
    colon = _COLON.match(text, at)
    if colon:
        return None if is_ratio(text, at) else _other(source, at, colon.end(), "clock")
    found = _HOUR.match(text, at)
    if not found:
        return None
    sure = found.group().endswith(_TAILS) or bool(_PART_OF_DAY.search(text, max(0, at - 4), at))
    plain = found.group(1).isascii() and "时" in found.group()
    return _other(source, at, found.end(), "clock") if sure or plain else None


def read_hours(source: Text2, at: int) -> Mention | None:
    """凌晨4至5时, 9-11时: a stretch of hours."""
    found = _HOURS.match(source.folded, at)
    sure = found and (found.group(1) == "时" or _PART_OF_DAY.search(source.folded, max(0, at - 4), at))
    return _other(source, at, found.end(), "clock") if found and sure else None


def read_english_clock(source: Text2, at: int) -> Mention | None:
    """8 a.m., 8:30pm, 1200 GMT."""
    found = _english().match(source.folded, at)
    return _other(source, at, found.end(), "clock") if found else None


def read_score(source: Text2, at: int) -> Mention | None:
    """3:1, 21比18 where the words around speak of a game; 蓝队4-2克罗地亚队; and 2-0 anywhere, for no range runs down to nought."""
    text = source.folded
    found = _score().match(text, at)
    if not found or currency_before(text, at):
        return None
    unit = unit_at(text, found.end())
    hinted = unit is None and _SCORE_HINT.search(text[max(0, at - 30) : found.end() + 40])
    told = hinted or _NIL.match(text, at) or _between_teams(text, found, unit)
    return _other(source, at, found.end(), "score") if told else None


def _between_teams(text: str, found: re.Match[str], unit: UnitWord | None) -> bool:
    """Whether two numbers stand between the names of those who play: a name before them, a team or a place behind. What looks like
    a unit may open its name; then the numbers must fall, or a place be named."""
    at, end = found.span()
    if not _NAME_ENDS.search(text, max(0, at - 2), at):
        return False
    falls, place = int(found.group(1)) > int(found.group(2)), _starts_place(text, end, unit.length if unit else 0)
    return (falls and place) or ((falls or place or unit is None) and _TEAM.match(text, end) is not None)


def _starts_place(text: str, at: int, least: int) -> bool:
    """Whether the name of a place begins here that is longer than `least`."""
    return any(places(text[at : at + size]) for size in range(_LONGEST_PLACE, least, -1))


def read_position(source: Text2, at: int) -> Mention | None:
    """北纬39.9度: a place on the globe."""
    text = source.folded
    found = _POSITION.match(text, at) if _GLOBE.search(text, max(0, at - 10), at) else None
    return _other(source, at, found.end(), "position") if found else None
