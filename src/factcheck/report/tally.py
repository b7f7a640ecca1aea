"""Counting what was found: the same numbers for people, for programs and for the exit code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import assert_never, get_args

from factcheck.model import (
    Checked,
    Coarse,
    Compatible,
    Evidence,
    Match,
    Mismatch,
    NotChecked,
    Reason,
    Severity,
    Unchecked,
    Verdict,
    Weak,
)
from factcheck.records import NamedTuple

__all__ = ["REASONS", "SEVERITIES", "VERDICTS", "Tally", "evidence_of", "tally", "verdict_name"]

VERDICTS = ("match", "compatible", "coarse", "weak", "mismatch", "unchecked")
REASONS: tuple[str, ...] = get_args(Reason)
SEVERITIES: tuple[str, ...] = get_args(Severity)


class Tally(NamedTuple):
    """Articles listed = checked + not checked; claims = the verdicts' sum; unchecked = the reasons' sum."""

    checked: int
    not_checked: int
    characters: int
    mentions: int
    claims: int
    unread: int
    verdicts: Mapping[str, int]
    reasons: Mapping[str, int]
    severities: Mapping[str, int]


def verdict_name(verdict: Verdict) -> str:
    """The contract's word for a verdict."""
    match verdict:
        case Match():
            return "match"
        case Compatible():
            return "compatible"
        case Coarse():
            return "coarse"
        case Weak():
            return "weak"
        case Mismatch():
            return "mismatch"
        case Unchecked():
            return "unchecked"
        case _: assert_never(verdict)  # fmt: skip


def evidence_of(verdict: Verdict) -> Evidence | None:
    """What a claim was held against, for one that was not, what came closest."""
    return verdict.nearest if isinstance(verdict, Unchecked) else verdict.evidence


def tally(articles: Iterable[Checked | NotChecked]) -> Tally:
    """What was found in these articles, with a zero for what was not."""
    listed = tuple(articles)
    checked = [article for article in listed if isinstance(article, Checked)]
    verdicts = [judged.verdict for article in checked for judged in article.judged]
    return Tally(
        checked=len(checked),
        not_checked=len(listed) - len(checked),
        characters=sum(len(article.reading.article.text) for article in checked),
        mentions=sum(len(article.reading.mentions) for article in checked),
        claims=len(verdicts),
        unread=sum(len(article.reading.unread) for article in checked),
        verdicts=_counts(VERDICTS, map(verdict_name, verdicts)),
        reasons=_counts(REASONS, (verdict.reason for verdict in verdicts if isinstance(verdict, Unchecked))),
        severities=_counts(SEVERITIES, (finding.problem.severity for article in checked for finding in article.findings)),
    )


def _counts(keys: Iterable[str], found: Iterable[str]) -> dict[str, int]:
    counted = Counter(found)
    return {key: counted[key] for key in keys}
