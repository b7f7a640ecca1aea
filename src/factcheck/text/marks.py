"""What is set before a line or a point and says nothing of it: list numbers, bullets, and the marks of Markdown.

A number that may as well be read with what follows (1、2月份, 一、二线城市, a line that ends a sentence with 12.) is that of a list only
where the one before or behind it stands there too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import numeric

from factcheck.model import Span
from factcheck.patterns import regex
from factcheck.records import NamedTuple
from factcheck.text.edits import Edit

__all__ = ["Mark", "apart", "emphasis", "marks"]

_DIGITS = "一二三四五六七八九十"
_SIGNS = "①-⑳⑴-⒛㈠-㈩㊀-㊉❶-❿➀-➓"
_BULLETS = "•●■□▪▫◆◇★☆▶►▷※✓✔➢➤◎‣⁃➜→"
_D = "(?:[1-9][0-9]{0,2}|0[1-9])"
_N = rf"{_D}|[{_DIGITS}]{{1,3}}"
_GAP = r"[ \t\u3000]*+"
_WORD = r"(?=[^\s|、，。；：！？,;:!?%)）\].…])"
_NUMBER = regex(
    rf"(?:(?P<sign>[{_SIGNS}]|[0-9]\u20e3|[Ⅰ-Ⅻ](?=[.．、 ][^Ⅰ-Ⅻ]))[.．、]?|[（(【［\[〔](?P<inner>(?P<a>{_N})[)）】］\]〕])、?|(?P<closed>(?P<b>{_N})[)）])"
    r"|(?P<section>[0-9]{1,2}(?:\.[0-9]{1,2}){0,2}\.(?P<e>[0-9]{1,2}))(?=[ \t\u3000]+[“《\u4e00-\u9fff0-9])(?![ \t\u3000]+[亿万千百])"
    rf"|(?P<dotted>(?P<c>{_D})[.、])"
    rf"|(?P<point>(?P<d>[{_DIGITS}]{{1,3}})[、.])){_GAP}{_WORD}"
)
"""The number of an item, before a word on its line."""
_BULLET = regex(
    rf"(?P<quote>>(?![0-9=])[> ]*+)|(?P<title>\#{{1,6}} )|(?:[-*+–—] (?:\[[ xX]\] )?|[{_BULLETS}]{{1,3}}+|[○◦·∙](?![0-9〇零])"
    rf"|——?(?=[0-9A-Za-z“《\u4e00-\u9fff])|-(?=[“《\u4e00-\u9fff])|[（(](?:[a-zA-Z]|[ivx]{{2,4}})[)）]|[a-z][)）](?=[^)）])"
    r"|(?:[A-Z]|[IVX]{2,4})[.、)）][ \t]*+(?=[“《\u4e00-\u9fff]|[0-9]{1,4}[年月]))[ \t\u3000]*+"
)
_OPENING = regex(rf"^{_GAP}(?=[0-9{_DIGITS}{_SIGNS}Ⅰ-Ⅻ（(【［\[〔a-zA-Z>#*+–—{_BULLETS}○◦·∙-])", re.MULTILINE)
_INNER = regex(rf"[（(0-9{_DIGITS}{_SIGNS}{_BULLETS}](?<![0-9][：:].)(?:(?<=[。；！？：;:，、].)|(?<=[.;:!?,，。] .)|(?<=[。；！？][”’」』）)].))")
_STOPPED = regex(r"[。；！？：;:”’」』）)]$|[\s。；！？：;:.!?”’\"」』）)]\n$")
_PAIRS = {
    style: regex(f"{numeral}{{1,2}}(?=[、月季产线级类审届期档流号日年岁楼组班和及至到-])") for style, numeral in (("dotted", "[0-9]"), ("point", f"[{_DIGITS}]"))
}
"""What a number may be paired with: 1、2月份, 一、二线城市."""
_DATED = regex(r"(?:19|20)[0-9]{2} ?[年—–~～-]|(?:1[0-2]|[1-9]) ?(?:[—–~～至到-] ?(?:1[0-2]|[1-9]) ?)?月")
"""A time, which no decimal point or 、 stands before: 1.2025年, 1、4月份."""
_TORN = regex(r"[A-Za-z0-9,，、]\n$")
_EMPHASIS = regex(r"(?<!\*)(?P<mark>\*{1,3}|(?<!\w)__|`)(?=[^\s*_`])[^\n*`]{0,199}[^\s*`](?P=mark)(?!\*)")
_EMPHATIC = ("*", "__", "`")
_DEEPEST = 5


_SURE, _LIKELY, _DOUBTFUL, _NONE = 2, 1, 0, -1


class Mark(NamedTuple):
    """A mark, where the words begin that it stands before, and for a number what it is, where it stands and how it is written.

    `trust`: how sure it is: 2 where nothing but a mark can stand there, 1 where a sentence may end with the number, 0 where it may be
    read with what follows, -1 where it must be. `opens`: it begins a line, which is no part of the one before; `heads`: its line is a
    heading, and no part of the next."""

    start: int
    end: int
    label: Span | None = None
    number: int = 0
    style: str = ""
    trust: int = _SURE
    opens: bool = False
    heads: bool = False


def marks(text: str, start: int) -> list[Mark]:
    """Every mark of a text from `start` on."""
    found = [mark for opening in _OPENING.finditer(text, start) for mark in _before_line(text, opening.end())]
    taken = {mark.start for mark in found}
    found += [mark for one in _INNER.finditer(text, start) if one.start() not in taken and (mark := _inner(text, one.start()))]
    return _in_order(sorted(found))


def _before_line(text: str, at: int) -> Iterator[Mark]:
    """The marks that a line begins with, one behind the other: `> 1. `. A row of a table has none."""
    end = text.find("\n", at)
    if "|" in text[at : end if end >= 0 else len(text)]:
        return
    for _ in range(_DEEPEST):
        mark = _bullet(text, at) or _numbered(text, at, within=False)
        if mark is None:
            return
        yield mark
        at = mark.end


def _inner(text: str, at: int) -> Mark | None:
    """The mark of a point that begins within a line, behind a stop."""
    mark = _bullet(text, at) if text[at] in _BULLETS else _numbered(text, at, within=True)
    return mark._replace(opens=False) if mark else None


def _bullet(text: str, at: int) -> Mark | None:
    found = _BULLET.match(text, at)
    if not found or text.startswith("\n", found.end()):
        return None
    return Mark(at, found.end(), opens=found["quote"] is None, heads=found["title"] is not None)


def _numbered(text: str, at: int, *, within: bool) -> Mark | None:
    found = _NUMBER.match(text, at)
    if not found or found.lastgroup is None:
        return None
    style = next(name for name in ("sign", "inner", "closed", "section", "dotted", "point") if found[name])
    word = next((found[name] for name in "abcde" if found[name]), found[style])
    start, end = found.span(style)
    trust = _trust(text, found, style, _value(word), within=within)
    manner = found[style].removesuffix(word) if style == "section" else style + found[style][-1]
    heads = not within and word[0] in _DIGITS and style != "closed" and not _ends_sentence(text, found.end())
    return Mark(at, found.end(), Span(start, end), _value(word), manner, trust, opens=not within, heads=heads)


def _trust(text: str, found: re.Match[str], style: str, number: int, *, within: bool) -> int:
    """Whether nothing but the number of an item can stand here."""
    if style == "sign":
        return _SURE
    before, behind = text[max(0, found.start() - 2) : found.start()], found.end(style)
    after_stop = _STOPPED.search(before) is not None
    if style == "section":
        return _SURE if found[style].count(".") > 1 or _DATED.match(text, found.end()) else _LIKELY
    if style == "dotted" and text[behind].isdigit() and not _DATED.match(text, behind):
        return _DOUBTFUL if after_stop and not within else _NONE
    pair = _PAIRS[style].match(text, behind) if style in _PAIRS else None
    if pair and number < _value(pair.group()) <= (number + 1 if style == "dotted" else number + 9):
        return _DOUBTFUL
    return _SURE if after_stop or not (within or (style != "inner" and _TORN.search(before))) else _LIKELY


def _ends_sentence(text: str, at: int) -> bool:
    end = text.find("\n", at)
    return text[at : end if end >= 0 else len(text)].rstrip().endswith(("。", "；", "！", "？", "：", "，", "、", ".", ";", ":", ","))


def _value(word: str) -> int:
    """The number of an item: 3, 三, 十二, ③, 3⃣."""
    if word[0].isascii():
        return int(word.rstrip("\u20e3"))
    if word[0] not in _DIGITS:
        return int(numeric(word))
    tens, ten, ones = word.partition("十")
    return (_DIGITS.find(tens or "一") + 1) * 10 * bool(ten) + (_DIGITS.find(ones if ten else tens) + 1 if (ones or not ten) else 0)


def _in_order(found: list[Mark]) -> list[Mark]:
    """The sure ones, and those that count on from one of them, or up to it; a 2 behind a 1 makes both sure. What stands right behind
    one that is none is part of the line."""
    sure, last = {mark.start for mark in found if mark.trust == _SURE}, dict[str, Mark]()
    for mark in found:
        before = last.get(mark.style)
        if before and (before.number, mark.number) == (1, 2) and before.trust > _DOUBTFUL and mark.trust > _DOUBTFUL:
            sure |= {before.start, mark.start}
        last[mark.style] = mark
    taken = _counted(_counted(frozenset(sure), found, 1), found[::-1], -1)
    left = {mark.end for mark in found if mark.start not in taken or mark.trust == _NONE}
    return [mark for mark in found if mark.start in taken and mark.trust > _NONE and mark.start not in left]


def _counted(taken: frozenset[int], found: list[Mark], step: int) -> frozenset[int]:
    """The marks taken, and each that goes on counting from one of them in its style."""
    more, last = set(taken), dict[str, Mark]()
    for mark in found:
        before = last.get(mark.style)
        if mark.label and before and before.start in more and before.number + step == mark.number:
            more.add(mark.start)
        last[mark.style] = mark
    return frozenset(more)


# --------------------------------------------------------------------------------------------- what they are read as

def apart(text: str, start: int, found: list[Mark]) -> list[Edit]:
    """Marks are left out. A line that had one keeps a blank before it, and so does the line below a heading: they are no line that goes on."""
    edits = []
    for mark in found:
        follows = mark.opens and mark.start > start and text[mark.start - 1] == "\n" and text[mark.start - 2 : mark.start - 1] not in {"\n", ""}
        edits.append(Edit(mark.start, mark.end, " " if follows else ""))
        below = text.find("\n", mark.end) + 1 if mark.heads else 0
        if below and below < len(text) and text[below] not in " \n|\u3000":
            edits.append(Edit(below, below, " "))
    return edits


def emphasis(text: str, start: int) -> list[Edit]:
    """The signs around **bold** and *slanted* words; a product of figures (5*3) has none."""
    if not any(sign in text for sign in _EMPHATIC):
        return []
    edits = []
    for found in _EMPHASIS.finditer(text, start):
        size = len(found["mark"])
        alone = size > 1 or found["mark"] == "`" or not (_latin(text, found.start() - 1) or _latin(text, found.end()))
        edits += [Edit(found.start(), found.start() + size), Edit(found.end() - size, found.end())] if alone else []
    return edits


def _latin(text: str, at: int) -> bool:
    return text[at : at + 1].isascii() and text[at : at + 1].isalnum()
