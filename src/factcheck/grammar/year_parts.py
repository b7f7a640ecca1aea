"""Parts of a year in Chinese: days, months, quarters and halves, each as kind and notation with {y} for the year."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from factcheck.model import Kind
from factcheck.patterns import regex
from factcheck.period import days_in

__all__ = ["CN_DIGITS", "DAY", "MONTH", "TO", "YEAR", "mark_behind", "parts_at", "small_number"]

_CN = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
CN_DIGITS = "零〇一二三四五六七八九"
YEAR = rf"(?:[12][0-9]{{3}}|[12] [0-9] [0-9] [0-9]|[12] ?[0-9]{{3}}|[一二][{CN_DIGITS}]{{3}})"
MONTH = r"(?:1 ?[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAY = r"(?:3 ?[01]|[12] ?[0-9]|0?[1-9]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
TO = r" ?(?:至|到|-{1,2}) ?"
_DAY = regex(rf"({MONTH}) ?月 ?({DAY}) ?[日号]?")
_DAYS = regex(rf"({MONTH}) ?月({DAY}) ?[日号]?{TO}(?:({YEAR})年)?(?:({MONTH})月)?({DAY}) ?[日号]")
_MONTHS = regex(rf"({MONTH})(?:月份?)?{TO}(?:({YEAR})年)?({MONTH}) ?月份?(?!{DAY} ?[日号])")
_MONTH_LIST = regex(rf"({MONTH})、({MONTH})月份?(?!{DAY} ?[日号])")
_MONTH = regex(rf"({MONTH}) ?月份?(?!球|台|嫂|子|薪)([底末]|[上中下]旬)?")
_QUARTERS = regex(r"([一1])(?:至|到|-{1,2})([二三四2-4])季度")
_QUARTER_LIST = regex(r"([一二三1-3])、([二三四2-4])季度")
_QUARTER = regex("第?([一二三四1-4])季度([末底])?")
_FIRST = regex(rf"[前头]({MONTH}|两)个?月|前([两二三2-3])个?季度?")
_HALF = regex("([上下])半年")
_END = regex("年?[末底]")
_LETTER = regex("(?:第)?([QH])([1-4])(?![0-9A-Za-z])")


def small_number(word: str) -> int:
    """A small numeral of either script: 12, 十二, 一九九〇, `1 9 9 7`."""
    word = word.replace(" ", "")
    if word.isascii():
        return int(word)
    word = word.replace("廿", "二十")
    if "十" in word:
        tens, ones = word.split("十")
        return (_CN[tens] if tens else 1) * 10 + (_CN[ones] if ones else 0)
    return int("".join(str(_CN[c]) for c in word))


_SMALL = regex(rf"[0-9] ?[0-9]?|[{CN_DIGITS}十廿]{{1,3}}")


def mark_behind(text: str, at: int) -> str:
    """The character behind the numeral at `at`."""
    found = _SMALL.match(text, at)
    end = found.end() if found else at
    return text[end : end + 1].strip() or text[end + 1 : end + 2]


# --------------------------------------------------------------------------------------------- parts of a year

_Made = tuple[int, Kind, str]
_Part = Callable[[str, int], _Made | None]


def parts_at(text: str, at: int, mark: str, *, named: bool) -> Iterator[tuple[str, int, Kind, str]]:
    """What may stand behind a year, or alone, each as name, end, kind and notation. `mark` is the character behind the numeral
    there; `named`: a year stands before it."""
    first = text[at : at + 1]
    parts = _BY_FIRST.get(first) or (_NAMED.get(first, ()) if named else ()) or (_BY_MARK.get(mark, ()) if first else ())
    for via, part in parts:
        made = part(text, at)
        if made:
            yield via, *made


def _days(text: str, at: int) -> _Made | None:
    found = _DAYS.match(text, at)
    if not found:
        return None
    month, day, year, last_month, last_day = found.groups()
    ends = f"{small_number(last_month or month):02}-{small_number(last_day):02}"
    return found.end(), "date", f"{{y}}-{small_number(month):02}-{small_number(day):02}..{small_number(year) if year else '{y}'}-{ends}"


def _day(text: str, at: int) -> _Made | None:
    found = _DAY.match(text, at)
    if not found or found.group()[-1] not in "日号":
        return None
    return found.end(), "date", f"{{y}}-{small_number(found.group(1)):02}-{small_number(found.group(2)):02}"


def _months(text: str, at: int) -> _Made | None:
    found = _MONTHS.match(text, at)
    if not found:
        return None
    first, year, last = found.groups()
    if not year and small_number(first) >= small_number(last):
        return None
    return found.end(), "period", f"{{y}}-{small_number(first):02}..{small_number(year) if year else '{y}'}-{small_number(last):02}"


def _month_list(text: str, at: int) -> _Made | None:
    """1、2月份: side by side, and so one stretch."""
    found = _MONTH_LIST.match(text, at)
    if not found or small_number(found.group(1)) + 1 != small_number(found.group(2)):
        return None
    return found.end(), "period", f"{{y}}-{small_number(found.group(1)):02}..{{y}}-{small_number(found.group(2)):02}"


_TENS = {"上": (1, 10), "中": (11, 20)}
_COMMON_YEAR = 2025


def _month(text: str, at: int) -> _Made | None:
    """3月, 3月底, 6月上旬."""
    found = _MONTH.match(text, at)
    if not found:
        return None
    month, tail = small_number(found.group(1)), found.group(2) or ""
    if tail in {"底", "末"}:
        return found.end(), "date", f"{{y}}-{month:02}-end"
    if tail:
        first, last = _TENS.get(tail[0]) or (21, days_in(_COMMON_YEAR, month))
        return found.end(), "period", f"{{y}}-{month:02}-{first:02}..{{y}}-{month:02}-{last:02}"
    return found.end(), "date", f"{{y}}-{month:02}"


def _quarters(text: str, at: int) -> _Made | None:
    found = _QUARTERS.match(text, at)
    return (found.end(), "period", f"{{y}}Q1-Q{small_number(found.group(2))}") if found else None


def _quarter_list(text: str, at: int) -> _Made | None:
    found = _QUARTER_LIST.match(text, at)
    if not found or small_number(found.group(1)) + 1 != small_number(found.group(2)):
        return None
    return found.end(), "period", f"{{y}}Q{small_number(found.group(1))}-Q{small_number(found.group(2))}"


def _quarter(text: str, at: int) -> _Made | None:
    found = _QUARTER.match(text, at)
    if not found:
        return None
    quarter = small_number(found.group(1))
    return (found.end(), "date", f"{{y}}-{3 * quarter:02}-end") if found.group(2) else (found.end(), "period", f"{{y}}Q{quarter}")


def _first_part(text: str, at: int) -> _Made | None:
    """前7个月, 前三季度."""
    found = _FIRST.match(text, at)
    if not found:
        return None
    months, quarters = found.groups()
    return found.end(), "period", f"{{y}}-01..{{y}}-{small_number(months):02}" if months else f"{{y}}Q1-Q{small_number(quarters)}"


def _half(text: str, at: int) -> _Made | None:
    found = _HALF.match(text, at)
    return (found.end(), "period", "{y}H1" if found.group(1) == "上" else "{y}H2") if found else None


def _end(text: str, at: int) -> _Made | None:
    found = _END.match(text, at)
    return (found.end(), "date", "{y}-end") if found else None


def _all(text: str, at: int) -> _Made | None:
    return (at + 2, "year", "{y}") if text.startswith("全年", at) else None


def _letter(text: str, at: int) -> _Made | None:
    """2025年Q1, 2025年H1."""
    found = _LETTER.match(text, at)
    return (found.end(), "period", f"{{y}}{found.group(1)}{found.group(2)}") if found and found.group() not in {"H3", "H4"} else None


_Table = Mapping[str, tuple[tuple[str, _Part], ...]]
_STRETCHES: tuple[tuple[str, _Part], ...] = (("months", _months), ("quarters", _quarters))
_YEAR_END: tuple[tuple[str, _Part], ...] = (("end", _end),)
_LETTERED: tuple[tuple[str, _Part], ...] = (("letter", _letter),)
_BY_MARK: _Table = {
    "月": (("days", _days), ("day", _day), ("months", _months), ("month_list", _month_list), ("month", _month)),
    "季": (("quarter_list", _quarter_list), ("quarter", _quarter)),
    "、": (("month_list", _month_list), ("quarter_list", _quarter_list)),
    "-": _STRETCHES,
    "至": _STRETCHES,
    "到": _STRETCHES,
}
_BY_FIRST: _Table = {
    "前": (("first_part", _first_part),),
    "头": (("first_part", _first_part),),
    "上": (("half", _half),),
    "下": (("half", _half),),
    "第": (("quarter", _quarter),),
}
_NAMED: _Table = {"年": _YEAR_END, "末": _YEAR_END, "底": _YEAR_END, "全": (("all", _all),), "Q": _LETTERED, "H": _LETTERED}
