"""数字或名称中夹有看不见的字符 / An invisible character inside a figure or a name.

零宽空格、软连字符等看不见，多是从网页或排版文件带来的；夹在数字、指标名、地名或时间中，检索、核对和排版都会出错。
Zero-width spaces, soft hyphens and the like come along from web pages and layout files; inside a figure, the name of a statistic or place,
or a time, they break searching, checking and typesetting.

错：全市去年粮食产量1462\u200b5吨。
错：全市去年社会消费\u2060品零售总额同比增长5.1%。
错：2024\ufeff年，全市财政收入稳步增长，达到83亿元。
对：全市去年粮食产量14625吨，\u200b社会消费品零售总额同比增长5.1%。
对：\ufeff全市去年粮食产量１４６２５吨，比上年增长\u00a05.1%。
wrong: The port handled 14,6\u200b25 tonnes last year.
wrong: Retail sales in Gui\u200bzhou rose 5.1 percent.
right: The port handled 14,625 tonnes last year.\u200b The govern\u00adment welcomed a re\u00adtail sales rise of\u00a05.1 percent.
right: The \U0001f468\u200d\U0001f469 families are 3 households.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.model import Facts, Hidden, Problem, Span, Stated, Text
from factcheck.patterns import regex
from factcheck.rules._premises import assumed
from factcheck.rules._words import table

__all__ = ["check"]

RESTS_ON = ("wording",)

_WORD = regex("[0-9A-Za-zÀ-ɏ\u4e00-\u9fff.,，%‰℃°$￥€£+-]{2}")
_HYPHEN = "\u00ad"
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))


def check(facts: Facts) -> Iterator[Problem]:
    """One problem for the whole article: the first word that is torn so, and the others."""
    if not facts.hidden:
        return
    words = sorted({*_figures(facts), *_names(facts)})
    torn = [(word, hidden) for hidden in facts.hidden if _within_word(facts, hidden) for word in words if word.start < hidden.at < word.end]
    if torn:
        yield _problem(facts, torn)


def _figures(facts: Facts) -> Iterator[Span]:
    """Every numeral, read or not."""
    yield from (mention.span for mention in facts.reading.mentions)
    yield from (numeral.span for numeral in facts.reading.unread)


def _names(facts: Facts) -> Iterator[Span]:
    """What figures measure, and the places and times of which they are, where the text names them."""
    for claim in facts.reading.claims:
        for slot in (claim.indicator, claim.area, claim.period):
            if isinstance(slot, Stated) and slot.span:
                yield slot.span


def _within_word(facts: Facts, hidden: Hidden) -> bool:
    """Whether what is not seen stands within a word: not in an emoji or a script that joins its letters, where a Latin word may be
    parted, or behind a character whose variant it selects."""
    around = facts.reading.article.text[max(0, hidden.at - 1) : hidden.at + 1]
    parted = _HYPHEN in hidden.chars and around.isascii() and around.isalpha()
    return _WORD.fullmatch(around) is not None and not parted and not _SELECTORS.issuperset(hidden.chars)


def _problem(facts: Facts, torn: list[tuple[Span, Hidden]]) -> Problem:
    """Told at the invisible characters themselves, which stand between two that are seen."""
    word, first = torn[0]
    places = tuple(dict.fromkeys(Span(hidden.at, hidden.at) for _, hidden in torn))
    shown = f"{facts.text(Span(word.start, first.at))}〔{_codes(first)}〕{facts.text(Span(first.at, word.end))}"
    called = Text(_called(first, table("zh/unseen")), _called(first, table("en/unseen")))
    zh = f"“{shown}”中夹有看不见的字符（{called.zh}）" + (f"，另有{len(places) - 1}处" if places[1:] else "") + "；请删去后再核对一遍"
    en = f"{shown}: an invisible character inside ({called.en})" + (f", and {len(places) - 1} more" if places[1:] else "") + "; delete it and check again"
    why = assumed("wording", "也可能是为排版有意加入", "it may be there for the layout")
    return Problem("warning", places[0], Text(zh, en), places[1:], suggestion=facts.text(word), premises=(why,))


def _codes(hidden: Hidden) -> str:
    return " ".join(f"U+{ord(char):04X}" for char in hidden.chars)


def _called(hidden: Hidden, names: Mapping[str, str]) -> str:
    return names.get(f"U+{ord(hidden.chars[0]):04X}", names["other"])
