"""Rewrites of an article that change nothing that it says: odd characters, list numbers, marks of Markdown. Each keeps the front matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

Rewrite = Callable[[str], str]

HIDDEN = {
    "zero-width space": "\u200b", "zero-width non-joiner": "\u200c", "zero-width joiner": "\u200d", "soft hyphen": "\u00ad",
    "byte-order mark": "\ufeff", "word joiner": "\u2060", "left-to-right mark": "\u200e", "isolate": "\u2068", "variant": "\ufe0f",
}  # fmt: skip
BLANKS = {"no-break": "\u00a0", "thin": "\u2009", "narrow": "\u202f", "ideographic": "\u3000", "figure": "\u2007"}
_ITEM = re.compile(r"[（(]?[0-9一二三四五六七八九十]{1,3}[、.）)．]|[①-⑳]|[-*•>#|]")
_INSIDE = re.compile(r"[\u4e00-\u9fff0-9](?=[\u4e00-\u9fff0-9%.])|[a-z](?=[a-z])")
_NAMES = re.compile(r"国内生产总值|居民消费价格|固定资产投资|进出口总额|增加值|人口|收入|GDP|exports|imports|population|output|sales")
_FIGURES = re.compile(r"(?<![\d.,%*A-Za-z-])(?:\d[\d.,]*\d|\d)(?:%|万|亿)?(?![\d.,A-Za-z*-])")
_STOPS = re.compile(r"。(?=[^\n”』」）)])|(?<=[a-z]{3}\.) (?=[A-Z])")


def body(text: str) -> int:
    """Where the text begins, behind any front matter."""
    return text.index("\n---\n", 3) + 5 if text.startswith("---\n") else 0


def paragraphs(text: str) -> Iterator[int]:
    """Where a paragraph begins that is no row of a table and no item already."""
    at, before = body(text), ""
    for line in text[at:].split("\n"):
        plain = line.strip() and line == line.lstrip() and "|" not in line and "  " not in line and not _ITEM.match(line)
        if plain and (not before.strip() or before.rstrip()[-1] in '。！？；：.!?:;”"'):
            yield at
        at, before = at + len(line) + 1, line


def sentences(text: str) -> Iterator[int]:
    """Where a sentence begins within a line."""
    return (stop.end() for stop in _STOPS.finditer(text, body(text)))


def before(places: Callable[[str], Iterator[int]], mark: Callable[[int], str]) -> Rewrite:
    """The n-th mark set before the n-th place."""

    def rewrite(text: str) -> str:
        pieces, last = [], 0
        for number, at in enumerate(places(text), 1):
            pieces += [text[last:at], mark(number)]
            last = at
        return "".join((*pieces, text[last:]))

    return rewrite


def replaced(pattern: str | re.Pattern[str], by: str | Callable[[re.Match[str]], str]) -> Rewrite:
    """Every match in the text proper replaced."""
    return lambda text: text[: body(text)] + re.sub(pattern, by, text[body(text) :])


def chinese(number: int) -> str:
    """A number below a hundred in Chinese: 七, 十二, 三十."""
    tens, ones = divmod(number, 10)
    digits = "〇一二三四五六七八九"
    return digits[ones] if not tens else (digits[tens] if tens > 1 else "") + "十" + (digits[ones] if ones else "")


def item(form: str) -> Callable[[int], str]:
    """The n-th number of a list: `{0}` in digits, `{1}` in Chinese, `{2}` in a ring."""
    return lambda n: form.format(n, chinese(n), chr(0x2460 + (n - 1) % 20))


_BESIDE = re.compile("(?<=[\u4e00-\u9fff])(?=[0-9])|(?<=[0-9%])(?=[\u4e00-\u9fff])")
_NO_PROSE = re.compile(r"[|\t]|  |[0-9%] [0-9]|[\u4e00-\u9fff] [0-9]|[0-9] [\u4e00-\u9fff]")


def set_off(text: str) -> str:
    """Every digit set off from the characters beside it, in lines of prose."""
    at = body(text)
    lines = text[at:].split("\n")
    return text[:at] + "\n".join(line if _NO_PROSE.search(line) or "。" not in line else _BESIDE.sub(" ", line) for line in lines)


LINES = ("{0}. ", "{0}、", "{2}", "（{0}）", "({0}) ", "{0}) ", "{1}、", "（{1}）", "- ", "* ", "• ", "■", "—", "## ", "> ", "> {0}. ", "【{0}】")
POINTS = ("{2}", "（{0}）", "({0}) ", "{0}. ", "• ")
MARKS: Mapping[str, Rewrite] = {
    **{f"paragraphs {item(form)(1)}": before(paragraphs, item(form)) for form in LINES},
    **{f"sentences {item(form)(1)}": before(sentences, item(form)) for form in POINTS},
    "bold figures": replaced(_FIGURES, r"**\g<0>**"),
    "bold names": replaced(_NAMES, r"**\g<0>**"),
}
CHARACTERS: Mapping[str, Rewrite] = {
    **{f"{name} behind stops": replaced("[。.]", rf"\g<0>{char}") for name, char in HIDDEN.items()},
    **{f"{name} inside words": replaced(_INSIDE, rf"\g<0>{char}") for name, char in HIDDEN.items()},
    **{f"{name} blanks": replaced(" ", char) for name, char in BLANKS.items()},
    "digits set off": set_off,
    "wide digits": replaced("[0-9]", lambda found: chr(ord(found.group()) + 0xFEE0)),
    "wide percent signs": replaced("%", "％"),
    "CR": lambda text: text.replace("\n", "\r"),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
}
