"""Rewrites that change nothing: an article so rewritten must stay as silent as it was.

They are the other half of the mutations: the same figure in another unit or rounded, hedges that are true, lines broken
elsewhere, columns in another order, growth at constant prices beside levels at current ones, old values in articles of their time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from random import Random
from typing import NamedTuple

from factcheck.model import Article, Checked, Judged
from factcheck.period import Period
from factcheck.pipeline import check
from factcheck.reference import ReferenceSet
from factcheck.reference.vintage import releases
from factcheck.rules import all_rules
from factcheck.units import read_unit
from factcheck.written import decimal, read_written
from mutating import Base, Edit, edited

__all__ = ["Control", "controls"]

_MOST = 80
"""Of each kind at most so many."""


class Control(NamedTuple):
    """A rewrite, and what was said of the article before and after it."""

    kind: str
    name: str
    words: str
    before: Checked
    checked: Checked


def controls(bases: list[Base], rng: Random) -> Iterator[Control]:
    """All of them."""
    for kind, make in _FIGURES.items():
        rows = [(one, judged, words) for one in bases for judged in one.confirmed if (words := make(one, judged))]
        for one, judged, words in rng.sample(rows, min(_MOST, len(rows))):
            span = judged.claim.span
            edit = Edit(span.start - len(_hedge(one, judged)), span.end, words)
            yield _rewritten(kind, one, edited(one.article, (edit,)), f"{one.article.text[span.start : span.end]} → {words}")
    for one in bases:
        yield _rewritten("lines broken elsewhere", one, _broken(one), "")
        yield _rewritten("columns shuffled", one, _shuffled(one, rng), "")
    yield from _written("old values in their time", _of_their_time(bases[0].reference, rng), bases[0].reference)
    yield from _written("real against nominal growth", _REAL, bases[0].reference)


def _rewritten(kind: str, one: Base, article: Article, words: str) -> Control:
    return Control(kind, one.name, words, one.checked, check(article, one.reference, all_rules()))


def _written(kind: str, texts: Iterator[tuple[str, str]] | tuple[tuple[str, str], ...], reference: ReferenceSet) -> Iterator[Control]:
    for date, text in texts:
        empty = check(Article.of("empty.txt", ""), reference, all_rules())
        yield Control(kind, date, text, empty, check(Article.of("control.txt", text), reference, all_rules(), Period.parse(date)))


# --------------------------------------------------------------------------------------------- one figure

_LADDER = ("", "万", "亿", "万亿")


def _scale(one: Base, judged: Judged) -> tuple[Fraction, str, str] | None:
    """The number as written, its scale word and unit; None for what is not plain digits with a Chinese unit."""
    written = read_written(judged.claim.mention)
    mention = judged.claim.mention
    if not written or written.before or mention.hedge != "none" or not mention.value:
        return None
    found = re.fullmatch("(万亿|亿|万|)(元|人|千瓦|千瓦时|吨|辆|件|公里|台|美元|斤)", written.after)
    return (Fraction(written.digits), found[1], found[2]) if found and one.name.startswith("zh") else None


def _hedge(_one: Base, _judged: Judged) -> str:
    return ""


def _other_unit(one: Base, judged: Judged) -> str:
    """1401879亿元 as 140.1879万亿元."""
    found = _scale(one, judged)
    if not found or found[1] == "万亿" or found[0] < 10000:
        return ""
    number, scale, unit = found
    digits = decimal(number / 10000, 4 + _places(judged))
    return f"{digits}{_LADDER[_LADDER.index(scale) + 1]}{unit}"


def _rounded(one: Base, judged: Judged) -> str:
    """1401879亿元 as 140.19万亿元; only where rounding leaves three digits or more."""
    found = _scale(one, judged)
    if not found or found[0] < 10000 or found[1] == "万亿":
        return ""
    return f"{decimal(found[0] / 10000, 2)}{_LADDER[_LADDER.index(found[1]) + 1]}{found[2]}"


def _over(one: Base, judged: Judged) -> str:
    found = _scale(one, judged)
    if not found or found[0] < 100:
        return ""
    step = 10 ** (len(str(int(found[0]))) - 2)
    below = int(found[0] / step) * step
    return f"超过{below}{found[1]}{found[2]}" if below < found[0] else ""


def _nearly(one: Base, judged: Judged) -> str:
    found = _scale(one, judged)
    if not found or found[0] < 100:
        return ""
    step = 10 ** (len(str(int(found[0]))) - 2)
    return f"近{(int(found[0] / step) + 1) * step}{found[1]}{found[2]}"


def _about(one: Base, judged: Judged) -> str:
    found = _scale(one, judged)
    if not found or found[0] < 100:
        return ""
    step = 10 ** (len(str(int(found[0]))) - 2)
    return f"约{round(found[0] / step) * step}{found[1]}{found[2]}"


def _places(judged: Judged) -> int:
    written = read_written(judged.claim.mention)
    return len(written.digits.partition(".")[2]) if written else 0


_FIGURES: dict[str, Callable[[Base, Judged], str]] = {
    "another unit": _other_unit, "rounded": _rounded, "true 超过": _over, "true 近": _nearly, "true 约": _about,
}  # fmt: skip


# --------------------------------------------------------------------------------------------- the whole article

def _broken(one: Base) -> Article:
    """Every line broken after each 18 characters, but not inside a figure or a word of letters."""
    text, body = one.article.text, one.article.body
    pieces, width = [text[:body]], 0
    for i, char in enumerate(text[body:], body):
        pieces.append(char)
        width = 0 if char == "\n" else width + 1
        following = text[i + 1 : i + 2]
        if width >= 18 and char in "，；、 " and following not in ("", "\n") and "|" not in text[max(0, i - 30) : i + 30]:
            pieces[-1] = char.rstrip(" ") + "\n"
            width = 0
    return edited(one.article, (Edit(0, len(text), "".join(pieces)),))


def _shuffled(one: Base, rng: Random) -> Article:
    """The paragraphs of the body in another order, as a bad reading order of columns gives them; the headline stays."""
    text, body = one.article.text, one.article.body
    head, *rest = text[body:].strip().split("\n\n")
    rng.shuffle(rest)
    return edited(one.article, (Edit(body, len(text), "\n\n".join([head, *rest]) + "\n"),))


# --------------------------------------------------------------------------------------------- short articles

def _of_their_time(reference: ReferenceSet, rng: Random) -> Iterator[tuple[str, str]]:
    """Values that were revised later, each in a sentence written in the month after it came out."""
    rows = []
    for indicator in reference.indicators():
        for area in reference.areas(indicator.id):
            series = reference.series(indicator.id, area)
            for period in {o.period for o in series if len(o.period) == 4}:
                every = [o for o in series if o.period == period and o.hedge == "none" and read_unit(o.unit)]
                groups = releases(every, (read_unit(every[0].unit) or (0, None))[1], None) if every else ()
                first = groups[0].observation if len(groups) > 1 else None
                if first and len(first.published) >= 7 and first.status != "target" and indicator.unit in {"亿元", "万人", "%"}:
                    rows.append((first, indicator))
    for first, indicator in rng.sample(rows, min(_MOST, len(rows))):
        year, month = int(first.published[:4]), int(first.published[5:7])
        date = f"{year + month // 12}-{month % 12 + 1:02}-{min(28, int(first.published[8:10] or 28)):02}"
        if first.period < date[:4]:
            value = f"{first.value}{first.unit}"
            yield date, f"{first.period}年，{first.area}{indicator.name.zh}{value.replace('-', '下降') if indicator.unit == '%' else value}。"


_REAL = (
    ("2026-03-02", "2025年，国内生产总值1401879亿元，上年为1348066亿元，按不变价格计算增长5.0%。"),
    ("2026-03-02", "全国国内生产总值由2024年的1348066亿元增加到2025年的1401879亿元，实际增长5.0%。"),
    ("2025-02-01", "2024年，全国居民人均可支配收入41314元，比上年名义增长5.3%，扣除价格因素实际增长5.1%。"),
    ("2026-03-02", "2025年，第一产业增加值93347亿元，比上年增长3.9%；2024年为91413.9亿元。"),
    ("2026-03-02", "2025年全国国内生产总值比2023年的1294272亿元多出107607亿元，两年间按不变价格每年增长约5%。"),
    ("2024-02-01", "2023年全国国内生产总值1260582亿元，2022年1210207亿元，同比增长5.2%。"),
    ("2026-03-02", "China's gross domestic product was 140.1879 trillion yuan in 2025, up 5 percent in real terms; in 2024, it was 134.8066 trillion yuan."),
    ("2026-04-02", "2024年，江苏地区生产总值136696.9亿元，2023年为130924.3亿元，按不变价格计算增长5.8%。"),
)
"""Growth at constant prices beside levels at current prices: their quotients differ, and rightly so."""
