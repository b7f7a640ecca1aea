"""What a claim was held against, as an editor reads it: both figures in one unit, the computation, the source, the reason."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Article, Claim, Evidence, Judged, Mismatch, Stated, Unchecked
from factcheck.report.figures import difference, in_our_unit, in_unit, official
from factcheck.report.lines import Line, Look, Piece, bracketed, colon, line, listed, mark, row, slot_text, source_text
from factcheck.report.tally import evidence_of, verdict_name
from factcheck.report.words import say, word
from factcheck.visible import joined
from factcheck.written import short

__all__ = ["about", "evidence_line", "evidence_rows", "match_rows", "nearest_row", "place_text", "surface_text"]


def place_text(article: Article, offset: int) -> str:
    """`12:8`."""
    return "{}:{}".format(*article.place(offset))


def surface_text(article: Article, claim: Claim) -> str:
    """The figure with its hedges and what stands between them, lines joined."""
    spans = (claim.mention.span, *claim.mention.hedge_spans)
    text = article.text[min(span.start for span in spans) : max(span.end for span in spans)]
    return joined(text) if len(text) <= 40 and not text.isascii() else claim.mention.surface


def about(claim: Claim, look: Look) -> str:
    """What a claim speaks of: indicator, subject, area, period; what was assumed, with the reason."""
    area = claim.area
    subject = claim.subject if isinstance(claim.subject, Stated) and claim.subject.value != _area_name(claim) else None
    slots = [claim.indicator, subject, area, claim.period]
    said = [slot_text(slot, look) for slot in slots if slot is not None and slot.value is not None]
    statement = "" if claim.statement == "level" else word(claim.statement, look.lang)
    return " · ".join([*said, statement] if statement else said)


def _area_name(claim: Claim) -> str | None:
    return claim.area.value.name if claim.area.value else None


def evidence_rows(article: Article, judged: Judged, look: Look, said: str = "") -> Iterator[Line]:
    """The lines under a finding that show its evidence; a reason that is `said` above already is not said again."""
    claim, verdict = judged.claim, judged.verdict
    evidence = evidence_of(verdict)
    yield row("ours", bracketed(surface_text(article, claim), about(claim, look), look), look)
    if evidence:
        yield row(
            "nearest" if isinstance(verdict, Unchecked) else "official", Piece(_official(claim, evidence, look), "strong"), look
        )
        if isinstance(verdict, Mismatch) and (gap := _gap(claim, evidence, look)):
            yield row("difference", gap, look)
        yield from _grounds(evidence, look)
    verdict_word, why = word(verdict_name(verdict), look.lang), say(verdict.why, look.lang)
    yield row("verdict", verdict_word if why == said else f"{verdict_word}{colon(look)}{why}", look)


def _official(claim: Claim, evidence: Evidence, look: Look) -> str:
    figure = official(claim.mention, evidence, look.lang)
    original = "" if evidence.formula else evidence.value
    if _bare(original) == _bare(figure):  # in the same unit; the set's own wording may have an ≈
        figure, original = original.replace(" ", ""), ""
    period = word(evidence.period, look.lang)
    return bracketed(figure, listed((original, evidence.area, period, word(evidence.status, look.lang)), look), look)


def _bare(figure: str) -> str:
    return figure.replace(" ", "").removeprefix("≈")


def _gap(claim: Claim, evidence: Evidence, look: Look) -> str:
    """How far off in the unit in which ours is written, and in percent unless that is one."""
    gap = difference(claim.mention, evidence)
    if gap is None:
        return ""
    absolute = _signed(in_our_unit(claim.mention, gap.value, look.lang))
    if gap.percent is None or claim.mention.unit in {"percent", "percentage_point", "permille"}:
        return absolute
    return bracketed(absolute, f"{_signed(short(gap.percent, 3))}%", look)


def _signed(number: str) -> str:
    return number if number.startswith("-") else f"+{number}"


def _grounds(evidence: Evidence, look: Look) -> Iterator[Line]:
    """The computation with its inputs, or the one source."""
    if evidence.formula:
        yield row("computed", say(evidence.formula, look.lang), look)
    for part in evidence.inputs:
        value = bracketed(part.value, listed((part.area, part.period, word(part.status, look.lang)), look), look)
        yield row("from", f"{value} {source_text(part.source, look)}", look)
    if not evidence.inputs:
        yield row("source", source_text(evidence.source, look), look)
    if evidence.note:
        yield row("note", evidence.note, look)


def nearest_row(judged: Judged, look: Look, indent: int) -> Iterator[Line]:
    """What an unchecked claim came close to, with its source."""
    nearest = evidence_of(judged.verdict)
    if nearest:
        yield row("nearest", f"{_official(judged.claim, nearest, look)}  {'；'.join(_sources(nearest, look))}", look, indent)


def evidence_line(article: Article, judged: Judged, look: Look) -> Line:
    """A claim with its verdict and evidence in one line."""
    claim, verdict = judged.claim, judged.verdict
    evidence = evidence_of(verdict)
    name = verdict_name(verdict)
    sign = {"match": "ok", "compatible": "ok", "coarse": "ok", "mismatch": "error", "unchecked": "unchecked"}.get(
        name, "warning"
    )
    parts = [
        Piece(f"{place_text(article, claim.span.start)}  ", "place"),
        Piece(bracketed(surface_text(article, claim), about(claim, look), look)),
        Piece(f"  {word(name, look.lang)}  ", sign),
    ]
    if evidence:
        parts.append(Piece(_official(claim, evidence, look), "strong"))
        parts.append(Piece("  " + "；".join(_sources(evidence, look)), "faint"))
    return line("  ", mark(sign, look), " ", *parts)


def match_rows(judged: Judged, look: Look) -> Iterator[Line]:
    """The grounds of what is confirmed: both ranges in our unit, the computation, each source with its date, address and grade."""
    mention, evidence = judged.claim.mention, evidence_of(judged.verdict)
    if evidence is None:
        return
    ranges = (("ours", mention.guaranteed), ("official", evidence.found))
    shown = (bracketed(word(name, look.lang), in_unit(mention, found, look.lang), look) for name, found in ranges if found)
    yield row("ranges", listed(tuple(shown), look), look)
    yield from _grounds(evidence, look)
    sources = [part.source for part in evidence.inputs] or [evidence.source]
    yield row("grade", listed(tuple(dict.fromkeys(source.grade for source in sources)), look), look)
    yield row("verdict", say(judged.verdict.why, look.lang), look)


def _sources(evidence: Evidence, look: Look) -> list[str]:
    """The computation, and each source once."""
    computed = [say(evidence.formula, look.lang)] if evidence.formula else []
    sources = [part.source for part in evidence.inputs] or [evidence.source]
    return computed + list(dict.fromkeys(source_text(source, look) for source in sources))
