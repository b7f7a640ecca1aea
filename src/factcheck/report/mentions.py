"""`extract`: every mention with what it is bound to, in the contract's fields; on request the numerals that are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from factcheck.config import Lang
from factcheck.interval import Interval
from factcheck.model import Area, Article, Assumed, Claim, Mention, Reading, Slot, Span, Unread
from factcheck.report.figures import exact, exact_or_none
from factcheck.report.lines import Line, Look, Piece, line
from factcheck.report.words import say, word

__all__ = ["lines", "record", "records"]

Record = dict[str, Any]
_SLOTS = ("indicator", "subject", "area", "period", "whole", "base")


def records(reading: Reading, lang: Lang, *, skipped: bool = False) -> Iterator[Record]:
    """A record for each mention, and where `skipped` for each numeral that is none, in the order of the text."""
    article, claims = reading.article, {claim.mention.span: claim for claim in reading.claims}
    found = [(mention.span, record(article, mention, claims.get(mention.span), lang)) for mention in reading.mentions]
    if skipped:
        found += [(unread.span, _skipped(article, unread)) for unread in reading.unread]
    return (item for _, item in sorted(found, key=lambda pair: pair[0]))


def record(article: Article, mention: Mention, claim: Claim | None, lang: Lang) -> Record:
    """The fields of one mention; what only a claim has is null without one."""
    fields = _where(article, mention.span) | {
        "surface": mention.surface,
        "kind": mention.kind,
        "value": exact_or_none(mention.value),
        "low": exact_or_none(mention.low),
        "high": exact_or_none(mention.high),
        "bounds": _bounds(mention),
        "unit": mention.unit,
        "classifier": mention.classifier,
        "hedge": mention.hedge,
    }
    fields |= _bound(claim) if claim else dict.fromkeys(_BOUND) | {"period": _text(mention.period), "modality": "actual"}
    fields["via"] = list(mention.via)
    if mention.parts:
        fields["parts"] = [exact(part) for part in mention.parts]
    if claim and claim.base.value:
        fields["base"] = _text(claim.base.value)
    assumed = _assumed(claim, lang) if claim else {}
    return fields | ({"assumed": assumed} if assumed else {})


_BOUND = (
    "change", "direction", "indicator", "subject", "area", "period", "indicator_id", "area_code", "modality", "statement",
)  # fmt: skip


def _bound(claim: Claim) -> Record:
    """What a claim is bound to, in the order of `_BOUND`."""
    area = claim.area.value
    return {
        "change": claim.change,
        "direction": claim.direction,
        "indicator": claim.indicator.value,
        "subject": claim.subject.value,
        "area": area.name if area else None,
        "period": _text(claim.period.value),
        "indicator_id": claim.indicator_id,
        "area_code": area.code if area else None,
        "modality": claim.modality,
        "statement": claim.statement,
    }


def _assumed(claim: Claim, lang: Lang) -> Mapping[str, str]:
    """Why a slot that the text does not fill was filled."""
    slots: dict[str, Slot[str] | Slot[Area] | Slot[Any]] = {name: getattr(claim, name) for name in _SLOTS}
    return {name: say(slot.why, lang) for name, slot in slots.items() if isinstance(slot, Assumed)}


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _where(article: Article, span: Span) -> Record:
    line_number, column = article.place(span.start)
    return {"path": article.path, "start": span.start, "end": span.end, "line": line_number, "column": column}


def _skipped(article: Article, unread: Unread) -> Record:
    return _where(article, unread.span) | {"surface": unread.surface, "skipped": unread.reason}


def _bounds(mention: Mention) -> Record | None:
    """What the wording guarantees, and what it suggests."""
    if mention.guaranteed is None:
        return None
    return _ends(mention.guaranteed) | {"typical": _ends(mention.typical) if mention.typical else None}


def _ends(interval: Interval) -> Record:
    ends: dict[str, Fraction | None] = {"low": interval.low, "high": interval.high}
    return {key: exact_or_none(end) for key, end in ends.items()} | {
        "low_open": interval.low_open,
        "high_open": interval.high_open,
    }


def lines(reading: Reading, look: Look, *, skipped: bool = False) -> Iterator[Line]:
    """The same for people: a line for each mention."""
    for item in records(reading, look.lang, skipped=skipped):
        place = Piece(f"{item['path']}:{item['line']}:{item['column']}", "path")
        if "skipped" in item:
            yield line(place, f"  {item['surface']}  ", Piece(f"{word('skipped', look.lang)} {item['skipped']}", "faint"))
        else:
            yield line(
                place,
                "  ",
                Piece(item["surface"], "figure"),
                f"  {item['kind']}  {_amount(item)}  ",
                Piece(_bound_to(item), "faint"),
            )


def _amount(item: Record) -> str:
    value = item["value"] or (f"{item['low']}～{item['high']}" if item["low"] or item["high"] else item["period"] or "")
    hedge = "" if item["hedge"] == "none" else f" ({item['hedge']})"
    return f"{value} {item['unit'] or item['classifier'] or ''}".rstrip() + hedge


def _bound_to(item: Record) -> str:
    names = dict.fromkeys(item[key] for key in ("indicator", "subject", "area", "period") if item[key])
    return " · ".join(names)
