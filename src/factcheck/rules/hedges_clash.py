"""约数词互相矛盾 / Hedges that contradict each other.

“近”是不到，“余”“多”“以上”是超过，“左右”是上下都可：一个数前后说两样，读者不知道究竟多少。
“约”加概数（约四五百人）是规范的说法；规模以上、限额以上是术语。
Nearly means less, over means more: a figure that is both is neither. At least … or more says the same thing twice.

错：近400余人参加了活动。
错：不足300人左右报名。
错：项目超过四五百个。
错：至少50人以上报名。
对：约四五百人参加了活动，规模以上工业企业近400家，近10余年来游客超过5000人次。
wrong: Nearly over 400 people took part.
right: Nearly 400 people took part, and over 300 stayed.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Claim, Facts, Problem, Severity, Span, Text
from factcheck.rules._premises import assumed
from factcheck.rules._words import table

__all__ = ["check"]

RESTS_ON = ("wording",)

_TIMES = frozenset(("year", "month", "day", "week", "hour", "age"))
_INNER = "余多"
_FAR = 16
_WAYS: dict[tuple[str, str], Severity] = {
    ("below", "above"): "warning", ("above", "below"): "warning", ("below", "about"): "warning", ("above", "about"): "warning",
    ("above", "several"): "warning", ("above", "above"): "note", ("least", "above"): "note", ("least", "about"): "warning",
}  # fmt: skip


def check(facts: Facts) -> Iterator[Problem]:
    """Each figure with hedges that don't go together."""
    for claim in facts.reading.claims:
        if claim.mention.hedge_spans and claim.mention.unit not in _TIMES:
            said = tuple(_hedges(facts, claim))
            severity = _WAYS.get((said[0][1], said[-1][1])) if len(said) > 1 else None
            severity = "note" if severity and claim.mention.surface.isascii() else severity  # over and under are prepositions too
            if severity:
                yield _problem(facts, claim, [span for span, _ in said], severity)


def _hedges(facts: Facts, claim: Claim) -> Iterator[tuple[Span, str]]:
    """The hedges of a figure in the order of the text, each with the side that it is on."""
    mention = claim.mention
    spans = sorted(mention.hedge_spans)
    for span in (*_ahead(facts, spans[0].start), *(span for span in spans if span.end <= mention.span.start)):
        yield from _sided(facts, span)
    at = next((at for at, char in enumerate(mention.surface) if char in _INNER), None)
    if at is not None:
        yield Span(mention.span.start + at, mention.span.start + at + 1), "above"
    elif mention.value is None and mention.via[0] == "chinese_numeral":
        yield mention.span, "several"
    for span in (span for span in spans if span.start >= mention.span.end):
        yield from _sided(facts, span)


def _ahead(facts: Facts, start: int) -> tuple[Span, ...]:
    """An English hedge right before another: nearly over. (In Chinese the sign before may be the end of a word, as in 最近.)"""
    before = facts.reading.article.text[max(0, start - _FAR) : start].lower().rstrip(" ")
    word = next((word for word in table("en/hedge_sides") if f" {before}".endswith(f" {word}")), "")
    at = start - 1 - len(word)
    return (Span(at, at + len(word)),) if word else ()


def _sided(facts: Facts, span: Span) -> Iterator[tuple[Span, str]]:
    word = facts.text(span).lower()
    side = (table("en/hedge_sides") if word.isascii() else table("zh/hedge_sides")).get(word)
    if side:
        yield span, side


def _problem(facts: Facts, claim: Claim, spans: list[Span], severity: Severity) -> Problem:
    whole = Span(min(claim.span.start, spans[0].start), max(claim.span.end, spans[-1].end))
    said = [facts.text(span) for span in spans]
    same = severity == "note"
    zh = f"“{facts.text(whole)}”：{'、'.join(f'“{word}”' for word in said)}{'意思重复' if same else '互相矛盾'}，只能留一个"
    en = f"{facts.text(whole)}: {' and '.join(said)} {'say the same twice' if same else 'contradict each other'}; keep one"
    return Problem(severity, whole, Text(zh, en), premises=(assumed("wording", "习惯用法", "usage differs"),))
