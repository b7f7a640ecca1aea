"""One cause, one finding: of problems that rest on the same figure the first says all that fails because of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.model import Finding, Problem, Span

__all__ = ["settled"]

_FIRST = "differs-from-reference"
"""What an official source contradicts is wrong, whatever else doesn't fit it."""
_ORDER = {"error": 0, "warning": 1, "note": 2}


def settled(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings in the order given, those folded into others left out.

    Two relations that fail over one common figure have, as far as the text can tell, one cause. Notes accuse nobody and stay.
    """
    kept: list[Finding] = []
    accused: dict[Span, int] = {}
    touched: dict[Span, int] = {}
    for finding in sorted(findings, key=_strength):
        problem = finding.problem
        note = problem.severity == "note"
        at = None if note else _cause(problem, accused, touched)
        if at is None:
            at = len(kept)
            kept.append(finding)
        else:
            kept[at] = kept[at]._replace(problem=_folded(kept[at].problem, problem))
        if not note:
            accused.setdefault(kept[at].problem.span, at)
            for span in _spans(problem):
                touched[span] = min(at, touched.get(span, at))
    place = {finding.problem.span: index for index, finding in reversed(list(enumerate(findings)))}
    return tuple(sorted(kept, key=lambda finding: place[finding.problem.span]))


def _strength(finding: Finding) -> tuple[bool, bool, int, bool]:
    """What an official source says first, then errors before warnings; of two, what knows the one figure that would be right."""
    severity = finding.problem.severity
    return severity == "note", finding.rule != _FIRST, _ORDER[severity], not finding.problem.suggestion


def _cause(problem: Problem, accused: dict[Span, int], touched: dict[Span, int]) -> int | None:
    """The first finding kept that accuses one of the figures the problem rests on, or rests on the one that it accuses."""
    places = [accused[span] for span in _spans(problem) if span in accused]
    places += [touched[problem.span]] if problem.span in touched else []
    return min(places, default=None)


def _spans(problem: Problem) -> frozenset[Span]:
    return frozenset((problem.span, *problem.related))


def _folded(one: Problem, other: Problem) -> Problem:
    """The first problem with the words and figures of the other; as bad as the worse of the two."""
    related = _once((*one.related, other.span, *other.related), one.span)
    severity = min(one.severity, other.severity, key=_ORDER.__getitem__)
    return one._replace(severity=severity, related=related, also=(*one.also, other.message, *other.also))


def _once(spans: Iterable[Span], but: Span) -> tuple[Span, ...]:
    return tuple(span for span in dict.fromkeys(spans) if span != but)
