"""JSON: the contract's shapes, the same bytes for the same input, reference and options."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from factcheck import __version__
from factcheck.config import Lang
from factcheck.model import (
    Article,
    Checked,
    Evidence,
    Finding,
    Judged,
    Mismatch,
    NotChecked,
    Premise,
    Reached,
    Reading,
    Report,
    Slip,
    Slot,
    Span,
    Unchecked,
    Weak,
)
from factcheck.patterns import regex
from factcheck.report.figures import difference, exact, exact_or_none
from factcheck.report.mentions import record, records
from factcheck.report.score import score
from factcheck.report.tally import evidence_of, tally, verdict_name
from factcheck.report.words import say
from factcheck.written import decimal, short

__all__ = ["check_json", "check_jsonl", "extract_json", "extract_jsonl"]

Record = dict[str, Any]
_HEAD: Record = {"schema": 1, "tool": {"name": "factcheck", "version": __version__}}


def check_json(report: Report, lang: Lang) -> str:
    """One object for all articles."""
    return _dump(
        _HEAD
        | {
            "reference": {"digest": report.digest},
            "articles": [_article(article, lang) for article in report.articles],
            "summary": _summary(report),
        },
        indent=2,
    )


def check_jsonl(report: Report, lang: Lang) -> str:
    """One line for each article, each complete in itself."""
    head = _HEAD | {"reference": {"digest": report.digest}}
    return "".join(_dump(head | _article(article, lang)) for article in report.articles)


def extract_json(readings: Iterable[Reading | NotChecked], lang: Lang, *, skipped: bool = False) -> str:
    """One object for all articles, with their mentions."""
    return _dump(_HEAD | {"articles": [_reading(reading, lang, skipped=skipped) for reading in readings]}, indent=2)


def extract_jsonl(readings: Iterable[Reading | NotChecked], lang: Lang, *, skipped: bool = False) -> str:
    """One line for each mention; what could not be read has none."""
    read = (reading for reading in readings if isinstance(reading, Reading))
    return "".join(_dump(item) for reading in read for item in records(reading, lang, skipped=skipped))


_OBEYED = regex("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""What a terminal would obey or hide, and JSON may hold as it is."""


def _dump(value: Record, indent: int | None = None) -> str:
    """JSON with Chinese as it is, and every invisible character as its escape."""
    written = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return _OBEYED.sub(lambda found: f"\\u{ord(found.group()):04x}", written) + "\n"


def _reading(reading: Reading | NotChecked, lang: Lang, *, skipped: bool) -> Record:
    if isinstance(reading, NotChecked):
        return {"path": reading.path, "mentions": [], "not_checked": reading.why}
    return _about(reading) | {"mentions": list(records(reading, lang, skipped=skipped)), "not_checked": None}


def _about(reading: Reading) -> Record:
    """What an article says of itself; a date or region that was inferred is said to be."""
    context, article = reading.context, reading.article
    inferred = [name for name, slot in (("published", context.published), ("region", context.region)) if _is_inferred(slot)]
    return {
        "path": article.path,
        "published": str(context.published.value) if context.published.value else None,
        "region": context.region.value.name if context.region.value else None,
        "inferred": inferred,
        "encoding": article.encoding,
        "characters": len(article.text),
    }


def _is_inferred(slot: Slot[Any]) -> bool:
    return hasattr(slot, "why") and slot.value is not None


def _article(checked: Checked | NotChecked, lang: Lang) -> Record:
    if isinstance(checked, NotChecked):
        return {
            "path": checked.path,
            "published": None,
            "characters": 0,
            "claims": [],
            "findings": [],
            "not_checked": checked.why,
        }
    article, scored = checked.reading.article, score([checked])
    weights = {row.finding: row.weight for row in scored.rows}
    return _about(checked.reading) | {
        "claims": [_claim(article, judged, lang) for judged in checked.judged],
        "milestones": [_milestone(article, reached, lang) for reached in checked.reached],
        "findings": [_finding(article, finding, weights.get(finding, 0), lang) for finding in checked.findings],
        "score": {"errors": scored.total, "characters": scored.characters, "per_10000": decimal(scored.rate, 2), "passes": scored.passes},
        "not_checked": None,
    }


def _claim(article: Article, judged: Judged, lang: Lang) -> Record:
    claim, verdict = judged.claim, judged.verdict
    evidence = evidence_of(verdict)
    fields = record(article, claim.mention, claim, lang) | {
        "verdict": verdict_name(verdict),
        "why": say(verdict.why, lang),
        "reference": _evidence(evidence, lang) if evidence else None,
        "difference": None if evidence is None or isinstance(verdict, Unchecked) else _difference(judged, evidence),
    }
    if isinstance(verdict, Unchecked):
        fields["reason"] = verdict.reason
    if isinstance(verdict, Weak) and verdict.now:
        fields["revised"] = _evidence(verdict.now, lang)
    if isinstance(verdict, Mismatch):
        fields["firm"] = verdict.firm
        fields["diagnosis"] = _slip(verdict.slips, lang)
    return fields


def _milestone(article: Article, reached: Reached, lang: Lang) -> Record:
    """What is said of a figure besides its amount, with its verdict; `of` is the figure."""
    milestone, verdict = reached
    evidence = evidence_of(verdict)
    return {
        "feat": milestone.feat,
        "span": _span(article, milestone.span),
        "of": _span(article, milestone.claim.span),
        "years": milestone.years or None,
        "since": milestone.since,
        "verdict": verdict_name(verdict),
        "why": say(verdict.why, lang),
        "reference": _evidence(evidence, lang) if evidence else None,
    }


def _evidence(evidence: Evidence, lang: Lang) -> Record:
    """A published value, or a computed one with what it is computed from."""
    return {
        "id": evidence.id,
        "value": evidence.value,
        "low": exact_or_none(evidence.found.low),
        "high": exact_or_none(evidence.found.high),
        "area": evidence.area,
        "period": evidence.period,
        "status": evidence.status,
        "vintage": evidence.published,
        "source": {
            "title": evidence.source.title, "publisher": evidence.source.publisher,
            "published": evidence.source.published, "grade": evidence.source.grade,
        },
        "url": evidence.source.url,
        "formula": say(evidence.formula, lang) if evidence.formula else None,
        "computed_from": [_evidence(part, lang) for part in evidence.inputs],
    }  # fmt: skip


def _difference(judged: Judged, evidence: Evidence) -> Record | None:
    """Ours less the middle of theirs, in our unit, exact; and in percent of theirs, rounded."""
    found = difference(judged.claim.mention, evidence)
    if found is None:
        return None
    return {"value": exact(found.value), "percent": None if found.percent is None else short(found.percent, 4)}


def _finding(article: Article, finding: Finding, weight: int, lang: Lang) -> Record:
    """A finding; `score` counts as the trade's error rate does: one for a wrong figure or fact."""
    problem = finding.problem
    return {
        "rule": finding.rule,
        "severity": problem.severity,
        "message": say(problem.message, lang),
        "span": _span(article, problem.span),
        "related": [_span(article, span) for span in problem.related],
        "also": [say(also, lang) for also in problem.also],
        "expected": problem.expected or None,
        "suggestion": problem.suggestion or None,
        "diagnosis": _slip(problem.slips, lang),
        "evidence": [_premise(premise, lang) for premise in problem.premises],
        "score": str(weight),
    }


def _premise(premise: Premise, lang: Lang) -> Record:
    """What the rule established, and where the text does not state it, what it was taken from."""
    return {"name": premise.name, "standing": premise.standing, "says": say(premise.says, lang), "why": say(premise.why, lang) or None}


def _slip(slips: tuple[Slip, ...], lang: Lang) -> Record | None:
    """The slip that explains it best, with those that explain it as well."""
    if not slips:
        return None
    first, *ties = ({"slip": slip.name, "message": say(slip.text, lang), "corrected": slip.corrected} for slip in slips)
    return {**first, "ties": ties}


def _span(article: Article, span: Span) -> Record:
    line, column = article.place(span.start)
    text = article.text[span.start : span.end]
    return {"start": span.start, "end": span.end, "line": line, "column": column, "text": text}


def _summary(report: Report) -> Record:
    counts = tally(report.articles)
    return {
        "articles": counts.checked + counts.not_checked,
        "checked": counts.checked,
        "not_checked": counts.not_checked,
        "characters": counts.characters,
        "mentions": counts.mentions,
        "claims": counts.claims,
        "verdicts": dict(counts.verdicts),
        "reasons": dict(counts.reasons),
        "findings": dict(counts.severities),
    }
