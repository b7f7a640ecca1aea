"""How a sentence was read, step by step: what each numeral amounts to, by which productions, and where each slot comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.interval import Interval
from factcheck.model import Assumed, Claim, Judged, Mention, Missing, Reading, Slot, Stated, Unread
from factcheck.report.evidence import evidence_rows
from factcheck.report.excerpt import excerpt
from factcheck.report.figures import exact
from factcheck.report.lines import Line, Look, Piece, bracketed, line, row, slot_text
from factcheck.report.words import say, word

__all__ = ["lines"]


def lines(reading: Reading, judged: tuple[Judged, ...], look: Look) -> Iterator[Line]:
    """What was read, in the order of the text."""
    yield row("published", slot_text(reading.context.published, look), look, 0)
    yield row("region", slot_text(reading.context.region, look), look, 0)
    verdicts = {one.claim.mention.span: one for one in judged}
    found: list[Mention | Unread] = sorted([*reading.mentions, *reading.unread], key=lambda one: one.span)
    for one in found:
        shown = excerpt(reading.article, one.span, look.width - 2)
        yield ()
        yield line("  ", shown.before, Piece(shown.marked, "figure"), shown.after)
        yield line("  ", shown.pad, Piece(shown.carets, "ok"))
        if isinstance(one, Unread):
            yield row("skipped", one.reason, look)
        else:
            yield from _mention(one, look)
            yield from _claim(reading, verdicts.get(one.span), look)


def _mention(mention: Mention, look: Look) -> Iterator[Line]:
    yield row("kind", mention.kind, look)
    if amount := _amount(mention):
        yield row("value", amount, look)
    if mention.hedge != "none":
        yield row("hedge", mention.hedge, look)
    if mention.guaranteed:
        yield row("guaranteed", _interval(mention.guaranteed), look)
    if mention.typical and mention.typical != mention.guaranteed:
        yield row("typical", _interval(mention.typical), look)
    yield row("via", " → ".join(mention.via), look)


def _amount(mention: Mention) -> str:
    unit = mention.unit or mention.classifier or ""
    if mention.value is not None:
        return f"{exact(mention.value)} {unit}".rstrip()
    if mention.low is not None and mention.high is not None:
        return f"{exact(mention.low)}～{exact(mention.high)} {unit}".rstrip()
    return ":".join(map(exact, mention.parts)) or (str(mention.period) if mention.period else "")


def _interval(interval: Interval) -> str:
    """In mathematics' own notation: [9/2, 11/2), (10, ∞)."""
    low = "(-∞" if interval.low is None else f"{'(' if interval.low_open else '['}{exact(interval.low)}"
    high = "∞)" if interval.high is None else f"{exact(interval.high)}{')' if interval.high_open else ']'}"
    return f"{low}, {high}"


def _claim(reading: Reading, judged: Judged | None, look: Look) -> Iterator[Line]:
    """Where each slot's value comes from, and what the reference set says of the claim."""
    if judged is None:
        return
    claim = judged.claim
    yield row("statement", " ".join(filter(None, (word(claim.statement, look.lang), claim.change, claim.direction))), look)
    for key, slot in _slots(claim).items():
        yield row(key, _slot(slot, reading.article.text, look), look)
    if claim.modality != "actual":
        yield row("modality", word(claim.modality, look.lang), look)
    yield from list(evidence_rows(reading.article, judged, look))[1:]  # the first repeats the figure


def _slots(claim: Claim) -> Mapping[str, Slot[Any]]:
    slots: dict[str, Slot[Any]] = {
        "indicator": claim.indicator, "subject": claim.subject, "area": claim.area, "period": claim.period,
    }  # fmt: skip
    rare = {"whole": claim.whole, "base": claim.base}
    return slots | {key: slot for key, slot in rare.items() if slot.value is not None}


def _slot(slot: Slot[Any], text: str, look: Look) -> str:
    match slot:
        case Stated(value, span):
            words = f" “{text[span.start : span.end]}”" if span else ""
            return bracketed(str(getattr(value, "name", value)), word("stated", look.lang) + words, look)
        case Assumed():
            return slot_text(slot, look)
        case Missing(why):
            return bracketed(word("missing", look.lang), say(why, look.lang), look)
