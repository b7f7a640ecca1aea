"""Characters that look like others or like nothing: full-width digits and letters, blanks of all kinds, line ends, what is not seen at all."""

from __future__ import annotations

import re
from unicodedata import normalize

from factcheck.patterns import regex
from factcheck.text.edits import Edit

__all__ = ["HIDDEN", "has_odd", "hidden", "like_others"]

HIDDEN = (
    "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001-\U000e01ef"
)
"""What takes no room of its own: soft hyphens, joiners, marks of direction, selectors of variants, tags. It stands in a text for its layout."""
_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3164"
_WIDE = "％＋－．／＄＆＝＜＞＊＃＠＇０-９Ａ-Ｚａ-ｚ"
_ALIKE = "\u2e80-\u2fd5\uf900-\ufaff\ufe50-\ufe6b\U0001d400-\U0001d7ff\U0002f800-\U0002fa1d"
"""Radicals that stand for characters, doubles, small forms and letters of formulas."""
_RADICALS = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳⺒⺩⺬⺮⺶⺻⺼⺽⻊",
        "母民虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟巳王示竹羊聿月臼足",
        strict=True,
    )
)
"""Those that Unicode gives no character for; files made for print have them."""
_SPELT_OUT = "\u3371-\u33df\ufb00-\ufb06"
"""㎏ and ﬁ: one character for several."""
_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_HIDDEN = regex(f"[{HIDDEN}]++")
_REPLACED = regex(f"[{_BLANKS}{_WIDE}{_ALIKE}{_ENDS}]++|(?<=\\S)\u3000++")
_LONGER = regex(f"[{_SPELT_OUT}]")
_ODD = regex(f"[{HIDDEN}{_BLANKS}{_WIDE}{_ALIKE}{_ENDS}{_SPELT_OUT}]")
_WIDE_BLANK = regex("(?<=\\S)\u3000")
"""At the head of a line it is how a paragraph begins."""
_THOUSANDS = regex("，(?<=[０-９]，)(?=[０-９]{3}(?![０-９]))")
_WIDE_LETTER, _HAN, _SIGNS = regex("[Ａ-Ｚａ-ｚ]"), regex("[\u4e00-\u9fff]"), regex("[，：；（）！？]")
_FORMS = regex(f"[{_WIDE}{_ALIKE}，：；（）！？]")
_LEFT_ALONE = "㎡㎥"
"""The lexicon has these as they are."""


def has_odd(text: str) -> bool:
    """Whether there is any such character: most texts have none."""
    return "\r" in text or (not text.isascii() and bool(_ODD.search(text) or _WIDE_BLANK.search(text)))


def like_others(text: str) -> str:
    """The text, as long as it was, with the usual character for each that looks like it, and one kind of line end."""
    text = text.replace("\r\n", " \n")
    if _WIDE_LETTER.search(text):
        text = "\n".join(map(_in_one_width, text.split("\n")))
    return _REPLACED.sub(_usual, _THOUSANDS.sub(",", text))


def _in_one_width(line: str) -> str:
    """A line in wide letters and no Chinese has the signs of a Latin text in the same width."""
    return line if _HAN.search(line) or not _WIDE_LETTER.search(line) else _SIGNS.sub(_usual, line)


def _usual(run: re.Match[str]) -> str:
    return "".join(map(_one, run.group()))


def _one(char: str) -> str:
    if char in "\r\x0b\x0c\x85\u2028\u2029":
        return "\n"
    if not _FORMS.match(char):
        return " "
    plain = normalize("NFKC", char)
    return _RADICALS.get(char, plain) if len(plain) == 1 else char


def hidden(text: str) -> list[Edit]:
    """What is not seen is left out, and what one character says for several is spelt out."""
    edits = [Edit(*run.span()) for run in _HIDDEN.finditer(text)]
    return edits + [Edit(*sign.span(), normalize("NFKC", sign.group())) for sign in _LONGER.finditer(text) if sign.group() not in _LEFT_ALONE]
