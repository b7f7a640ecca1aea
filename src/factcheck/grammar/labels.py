"""Numerals that order or label and measure nothing: 第三, 图1, (二), 六大产业, 二十大, 0~14岁, 八级大风, 前十名."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.grammar.attached import attached
from factcheck.grammar.fold import Text2
from factcheck.grammar.lexicon import words
from factcheck.grammar.numerals import chinese_value
from factcheck.grammar.quantities import MEAN_AGE, numeral_at
from factcheck.grammar.unit_words import unit_at
from factcheck.model import Kind, Mention, Span, Unread
from factcheck.patterns import regex

__all__ = [
    "read_age", "read_caption", "read_congress", "read_english_ordinal", "read_enumeration", "read_grade", "read_item", "read_nth",
    "read_phase", "read_set", "read_slogan", "read_top", "read_weekday",
]  # fmt: skip

_CN = "零〇一二两三四五六七八九十百千万亿"
_N = rf"(?:[0-9]{{1,4}}|[{_CN}]{{1,6}})"
_NTH = regex(rf"第 ?({_N})(产业)?(?(2)|([-至到]{_N}(?=[^0-9.%年月日季]))?)")
_RANK_HEAD = regex("(?:居|列|位居|位列|排名|排|位|名列|全国|全省|全球|世界|国内|行业|跃居|上升到|升至|保持)(?:在|为|到|至)?$")
_CONGRESS = regex(
    r"(?:第?([一二三四五六七八九十]{1,3})届[一二三四五六七八九十]{1,2}(?:、[一二三四五六七八九十]{1,2}){0,4}(?:中全会|次|中)|"
    r"(二十[一二]?|十[一二三四五六七八九])大(?=[精报以召提代和开，、。” 的胜]))"
)
_TERMS_COUNTED = regex("(?:连续|举办|举行|历经|经过|共|已|办了|近|前|过去)了?$")
_CAPTION_HEAD = regex(
    r"(?:(?<![\u4e00-\u9fff])[图表注例]|[见如附由从按据及和][图表]|附件|专栏|图表|案例|公式"
    r"|Table|Figure|Fig\.?|Chart|Annex|Note|Box|Appendix|Chapter|Section|Article|Page|Exhibit|No\.?|Number) ?$",
    re.IGNORECASE,
)
_NO_CAPTION_BEHIND = frozenset(".%年月个亿万")
_ITEM = regex(r"[0-9]{1,2} ?[)](?![0-9])|[一二三四五六七八九十]{1,3}[)]")
_FOOTNOTE = regex(r"[0-9]{1,3}\]")
_SET = regex("(?:大类|大)(?![中小型学于约概洋多量])")
_ENGLISH_ORDINAL = regex(r"(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[0-9]{1,3}(?:st|nd|rd|th))(?![A-Za-z0-9])", re.IGNORECASE)
_RANKED = regex("(?:ranks?|ranked|ranking) (?:in )?(?:the )?$", re.IGNORECASE)
_ORDINALS = {word: value for value, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)}
_NO_ORDINAL_BEHIND = (" quarter", "-quarter", " half", "-half", " of ", "s ")
_AGES = regex(r"(?: ?(?:-|至|到) ?([0-9]{1,3}|[一二三四五六七八九十]{1,3}))?周?岁(?:及?以[上下])?")
_CLAUSE_START = regex(r"[,，。;:!?\n]")
_FAR_BACK = 40
_MEASURED_GRADE = regex("地震|震级|里氏|风力|阵风|余震|[东南西北]风")
_GRADE = regex("级(?!别)")
_PHASE = regex("期(?:工程|项目|建设|扩建|技改|基金|厂房|临床)")
_SLOGAN = regex(
    "[一二两三四五六七八九十][^，。;、:!?\n年月日0-9一二两三四五六七八九十百千万亿到至比点分多余来几半]{1,2}"
    "[一二两三四五六七八九十多][^，。;、:!?\n0-9一二三四五六七八九十百千万亿]"
)
_TOP = regex("(?:名|位|强|家|席|甲|大|个(?!月|季|工作日|小时))")
_ENUMERATED = regex("[一二三四五六七八九十]{1,2}(?:是|要|则是|看|抓|靠)(?!求)")
_ENUMERATION_HEAD = frozenset('。;:，、!?\n "(')


def _label(source: Text2, start: int, end: int, kind: Kind, via: str, value: int | None = None) -> Mention:
    return Mention(Span(start, end), source.plain[start:end], kind, None if value is None else Fraction(value), via=(via,))


def _number(word: str | None) -> int | None:
    if not word:
        return None
    return int(word) if word.isascii() and word.isdigit() else chinese_value(word)


# --------------------------------------------------------------------------------------------- order

def read_nth(source: Text2, at: int) -> Mention | None:
    """第三, 第二产业, 第十二条, 第3-5节; behind 位居 and the like it is a rank."""
    text = source.folded
    found = _NTH.match(text, at)
    if not found:
        return None
    rank = not (found.group(2) or found.group(3)) and _RANK_HEAD.search(text[max(0, at - 6) : at])
    unit = None if found.group(2) else unit_at(text, found.end())
    end = found.end() + (unit.length if unit and unit.classifier else 0)
    return _label(source, at, end, "rank" if rank else "ordinal", "ordinal", _number(found.group(1)))


def read_english_ordinal(source: Text2, at: int) -> Mention | None:
    """First, 21st, ranked second; a quarter, a half and a fraction are read elsewhere."""
    text = source.folded
    found = _ENGLISH_ORDINAL.match(text, at)
    if not found or text[at - 1 : at].isalnum() or text.startswith(_NO_ORDINAL_BEHIND, found.end()):
        return None
    word = found.group(1).lower()
    kind: Kind = "rank" if _RANKED.search(text, max(0, at - 24), at) else "ordinal"
    return _label(source, at, found.end(), kind, kind, _ORDINALS.get(word) or int(word[:-2]))


def read_congress(source: Text2, at: int) -> Mention | None:
    """二十大, 十三届八次, 二十届三中, 九届全国人大一次会议; 连续三届 is a count."""
    text = source.folded
    found = _CONGRESS.match(text, at)
    if found:
        return _label(source, at, found.end(), "ordinal", "congress", _number(found.group(1) or found.group(2)))
    numeral = numeral_at(text, at)
    if numeral is None or numeral.value is None:
        return None
    term = text.startswith("届", numeral.end) and not _TERMS_COUNTED.search(text, max(0, at - 4), at)
    session = text.startswith(("次会议", "次全会", "次全体会议"), numeral.end) and "届" in text[max(0, at - 10) : at]
    return _label(source, at, numeral.end + 1, "ordinal", "congress", int(numeral.value)) if term or session else None


def read_item(source: Text2, at: int) -> Mention | None:
    """A number in brackets, (3), as an item has within a line, and a footnote's mark [7]. Those before lines are no part of the text
    that is read (`text.marks`)."""
    text = source.folded
    if text[at - 1 : at] == "[":
        mark = _FOOTNOTE.match(text, at)
        return _label(source, at, mark.end() - 1, "ordinal", "footnote", int(mark.group()[:-1])) if mark else None
    found = _ITEM.match(text, at) if text[at - 1 : at] == "(" else None
    return _label(source, at, found.end(), "ordinal", "list_number", _number(found.group().rstrip(") "))) if found else None


def read_enumeration(source: Text2, at: int) -> Mention | None:
    """一是 …, 二是 …: the points of a speech."""
    text = source.folded
    found = _ENUMERATED.match(text, at)
    if not found or (at and text[at - 1] not in _ENUMERATION_HEAD):
        return None
    numeral = numeral_at(text, at)
    return _label(source, at, numeral.end, "ordinal", "enumeration", int(numeral.value)) if numeral and numeral.value else None


def read_caption(source: Text2, at: int) -> Mention | None:
    """图1, Table 3: the number in a caption; 病例35例 and 代表300名 are counted."""
    text = source.folded
    numeral = numeral_at(text, at)
    if numeral is None or not _CAPTION_HEAD.search(text, max(0, at - 10), at) or numeral.value is None or numeral.value.denominator != 1:
        return None
    behind, unit = text[numeral.end : numeral.end + 1], unit_at(text, numeral.end)
    if unit and unit.classifier:
        return None
    if numeral.value > 999 or (behind and behind in _NO_CAPTION_BEHIND) or (numeral.ulp > 1 and numeral.value % 10):
        return None
    return _label(source, at, numeral.end, "ordinal", "caption", int(numeral.value))


def read_phase(source: Text2, at: int) -> Mention | None:
    """二期工程: the second stage of a work; 分三期 counts stages."""
    text = source.folded
    numeral = numeral_at(text, at)
    if numeral is None or numeral.value is None or numeral.value > 9 or text[at - 1 : at] == "分" or not _PHASE.match(text, numeral.end):
        return None
    return _label(source, at, numeral.end + 1, "ordinal", "phase", int(numeral.value))


# --------------------------------------------------------------------------------------------- labels

def read_set(source: Text2, at: int) -> Mention | None:
    """六大产业, 两位数, 一楼: a named set, a size in words, a floor."""
    text = source.folded
    numeral = numeral_at(text, at)
    if numeral is None or numeral.value is None or numeral.value > 99:
        return None
    found = _SET.match(text, numeral.end)
    if found and numeral.value > 1:
        return _label(source, at, found.end(), "other", "set", int(numeral.value))
    if text.startswith("位数", numeral.end):
        return _label(source, at, numeral.end + 2, "other", "digits", int(numeral.value))
    if text.startswith("楼", numeral.end) and not text.startswith(("楼盘", "楼宇"), numeral.end):
        return _label(source, at, numeral.end + 1, "ordinal", "floor", int(numeral.value))
    return None


def read_top(source: Text2, at: int) -> Mention | None:
    """前十名, 前三强: the head of a list."""
    text = source.folded
    numeral = numeral_at(text, at)
    found = _TOP.match(text, numeral.end) if numeral and text[at - 1 : at] == "前" else None
    return _label(source, at, found.end(), "other", "top_n") if found else None


def read_age(source: Text2, at: int) -> Mention | None:
    """An age is a label (0~14岁), an age limit or a person's: no statistic, unless it is a mean. A range keeps its ends."""
    text = source.folded
    numeral = numeral_at(text, at)
    found = _AGES.match(text, numeral.end) if numeral and numeral.value is not None else None
    if numeral is None or found is None or _is_mean(text, at):
        return None
    span = Span(at, found.end())
    low, high = Fraction(numeral.value or 0), _number(found.group(1))
    if high:
        return Mention(span, source.plain[at : span.end], "range", low=low, high=Fraction(high), unit="age", via=("age_range",))
    return Mention(span, source.plain[at : span.end], "other", low, unit="age", via=("age",))


def _is_mean(text: str, at: int) -> bool:
    """Whether the clause before an age says that it is a mean: 人均预期寿命由2017年的76.7岁提高到77岁."""
    return MEAN_AGE.search(_CLAUSE_START.split(text[max(0, at - _FAR_BACK) : at])[-1]) is not None


def read_grade(source: Text2, at: int) -> Mention | None:
    """5A级, 三级医院, 二级以上: a grade; that of an earthquake or of the wind is measured."""
    text = source.folded
    numeral = numeral_at(text, at)
    if numeral is None or numeral.value is None or not _GRADE.match(text, numeral.end):
        return None
    if _MEASURED_GRADE.search(text[max(0, at - 12) : numeral.end + 5]):
        return None
    return _label(source, at, numeral.end + 1, "other", "grade")


def read_slogan(source: Text2, at: int) -> Unread | None:
    """八增长两收窄, 四升三降, 一区两园: digits in step, each with a word, count nothing that a table would hold."""
    text = source.folded
    found = _SLOGAN.match(text, at)
    if not found:
        return None
    numeral = numeral_at(text, at)
    unit = attached(text, numeral.end) if numeral else None
    if numeral is None or (unit and (unit.more or unit.word.classifier or unit.word.unit not in {"L", "jin", "liang", "li", "mu", "km"})):
        return None
    return Unread(Span(at, numeral.end), source.plain[at : numeral.end], "slogan")


def read_weekday(source: Text2, at: int) -> Unread | None:
    """星期三, 周一至周五."""
    text = source.folded
    head = text[max(0, at - 2) : at]
    word = words("zh/words/weekdays").ending(head, len(head))
    if not word or text[at] not in "一二三四五六" or unit_at(text, at + 1):
        return None
    return Unread(Span(at - len(word), at + 1), source.plain[at - len(word) : at + 1], "weekday")

