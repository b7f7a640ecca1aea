"""A report as an editor reads it: for each article its findings, what was confirmed, what was not compared and why, the sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.model import Article, Checked, Finding, Judged, NotChecked, Report, Unchecked
from factcheck.report.evidence import evidence_line, evidence_rows, match_rows, nearest_row, place_text, surface_text
from factcheck.report.excerpt import excerpt
from factcheck.report.lines import Line, Look, Piece, colon, flowed, line, listed, mark, row, slot_text
from factcheck.report.score import score, score_lines
from factcheck.report.tally import REASONS, SEVERITIES, VERDICTS, Tally, evidence_of, tally
from factcheck.report.words import say, word
from factcheck.visible import joined

__all__ = ["lines"]


def lines(report: Report, look: Look) -> Iterator[Line]:
    """The whole report, article after article, and the sums of all where there are several."""
    for article in report.articles:
        if isinstance(article, NotChecked):
            yield from _not_checked(article, look)
        elif article.findings or not look.quiet:
            yield from _article(article, look)
    if len(report.articles) > 1:
        yield from _total(report, look)


def _not_checked(article: NotChecked, look: Look) -> Iterator[Line]:
    heading = line(
        Piece(article.path, "path"), "  ", mark("error", look), " ", Piece(word("inputs_not_checked", look.lang), "error")
    )
    yield from (heading, line("    ", article.why), ())


def _article(checked: Checked, look: Look) -> Iterator[Line]:
    yield from _heading(checked, look)
    yield ()
    held = {judged.claim.span: judged for judged in checked.judged if evidence_of(judged.verdict)}
    for finding in checked.findings:
        yield from _finding(checked.reading.article, finding, held.get(finding.problem.span), look)
        yield ()
    if not look.quiet:
        yield from _confirmed(checked, look)
        yield from _not_compared(checked, look)
    if look.score:
        yield from score_lines(checked.reading.article, score([checked]), look)
    counts = tally([checked])
    yield line(Piece(f"{word('sum', look.lang)}{colon(look)}", "label"), _sums(counts, look))
    yield ()


def _heading(checked: Checked, look: Look) -> Iterator[Line]:
    context, encoding = checked.reading.context, checked.reading.article.encoding
    yield line(Piece(checked.reading.article.path, "path"))
    yield row("published", slot_text(context.published, look), look, 2)
    yield row("region", slot_text(context.region, look), look, 2)
    if encoding.lower() not in {"utf-8", "utf8"}:
        yield row("encoding", encoding, look, 2)


def _finding(article: Article, finding: Finding, held: Judged | None, look: Look) -> Iterator[Line]:
    """Where, how bad, by which rule; the words; what is wrong; the evidence, where the claim was `held` against some."""
    problem = finding.problem
    severity = Piece(word(problem.severity, look.lang), problem.severity)
    yield line(
        Piece(f"{article.path}:{place_text(article, problem.span.start)}", "path"),
        "  ", mark(problem.severity, look), " ", severity, "  ", Piece(finding.rule, "rule"),
    )  # fmt: skip
    shown = excerpt(article, problem.span, look.width - 4)
    pad = shown.pad.replace("\u3000", "  ") if look.ascii else shown.pad
    yield line("    ", shown.before, Piece(shown.marked, "figure"), shown.after)
    yield line("    ", pad, Piece(shown.carets, problem.severity))
    yield line("    ", Piece(say(problem.message, look.lang), "strong"))
    if held:
        yield from evidence_rows(article, held, look, say(problem.message, look.lang))
    yield from _advice(article, finding, look)


def _advice(article: Article, finding: Finding, look: Look) -> Iterator[Line]:
    problem = finding.problem
    for span in problem.related:
        yield row("related", f"{place_text(article, span.start)} {joined(article.text[span.start : span.end])}", look)
    for also in problem.also:
        yield row("also", say(also, look.lang), look)
    for slip in problem.slips:  # more than one where they explain it equally well
        yield row("slip", say(slip.text, look.lang), look)
    if problem.expected or problem.suggestion:
        yield row("expected" if problem.expected else "suggestion", problem.suggestion or problem.expected, look)


def _confirmed(checked: Checked, look: Look) -> Iterator[Line]:
    """A line for each claim that was compared and is not shown under a finding already."""
    shown = {finding.problem.span for finding in checked.findings}
    compared = [j for j in checked.judged if not isinstance(j.verdict, Unchecked) and j.claim.span not in shown]
    if compared:
        yield line(Piece(f"{word('confirmed', look.lang)}{colon(look)}{len(compared)}", "heading"))
        for judged in compared:
            yield evidence_line(checked.reading.article, judged, look)
            yield from match_rows(judged, look) if look.explain else ()
        yield ()


def _not_compared(checked: Checked, look: Look) -> Iterator[Line]:
    """Every other claim, grouped by why it was not compared; those that came close with what they came close to."""
    article = checked.reading.article
    unchecked = [(judged, judged.verdict) for judged in checked.judged if isinstance(judged.verdict, Unchecked)]
    if not unchecked:
        return
    yield line(Piece(f"{word('not_compared', look.lang)}{colon(look)}{len(unchecked)}", "heading"))
    for reason in REASONS:
        groups: dict[str, list[Judged]] = {}
        for judged, verdict in unchecked:
            if verdict.reason == reason:
                groups.setdefault(say(verdict.why, look.lang), []).append(judged)
        if groups:
            yield from _reason(article, reason, groups, look)
    yield ()


def _reason(article: Article, reason: str, groups: Mapping[str, Sequence[Judged]], look: Look) -> Iterator[Line]:
    """One reason: a single explanation over all its claims, several beside theirs."""
    count = sum(map(len, groups.values()))
    joint = "、" if look.lang == "zh" else ", "
    single = f"{colon(look)}{next(iter(groups))}" if len(groups) == 1 else ""
    yield line("  ", mark("unchecked", look), " ", Piece(f"{word(reason, look.lang)} {count}", "label"), single)
    for why, group in groups.items():
        items = [_item(article, judged) for judged in group]
        if single:
            yield from flowed(items, joint, look, 6)
        else:
            yield line(" " * 6, joint.join(items), "  ", Piece(why, "faint"))
        yield from (row for judged in group for row in nearest_row(judged, look, 8))


def _item(article: Article, judged: Judged) -> str:
    return f"{article.place(judged.claim.span.start)[0]}:{surface_text(article, judged.claim)}"


def _sums(counts: Tally, look: Look) -> str:
    """`错误 1，警告 0，提示 0；数字 48：相符 5，…，未核对 41（没有参照数据 30，…）`."""
    lang = look.lang
    reasons = listed((f"{word(key, lang)} {counts.reasons[key]}" for key in REASONS if counts.reasons[key]), look)
    verdicts = [f"{word(key, lang)} {counts.verdicts[key]}" for key in VERDICTS if counts.verdicts[key]]
    if reasons:
        verdicts[-1] += f"（{reasons}）" if lang == "zh" else f" ({reasons})"
    parts = [
        listed((f"{word(key, lang)} {counts.severities[key]}" for key in SEVERITIES), look),
        f"{word('figures', lang)} {counts.claims}" + (colon(look) + listed(verdicts, look) if verdicts else ""),
        listed(_others(counts, look), look),
    ]
    return ("；" if lang == "zh" else "; ").join(part for part in parts if part)


def _others(counts: Tally, look: Look) -> Iterable[str]:
    """The numerals that are no claims: read as something else, or not read as figures."""
    numbers = {"other_numerals": counts.mentions - counts.claims, "unread": counts.unread}
    return (f"{word(key, look.lang)} {number}" for key, number in numbers.items() if number > 0)


def _total(report: Report, look: Look) -> Iterator[Line]:
    """The sums of all articles, and the inputs that were not checked."""
    counts = tally(report.articles)
    checked = f"{word('articles', look.lang)} {counts.checked}"
    yield line(
        Piece(f"{word('total', look.lang)}{colon(look)}", "heading"),
        checked,
        "；" if look.lang == "zh" else "; ",
        _sums(counts, look),
    )
    missed = [article for article in report.articles if isinstance(article, NotChecked)]
    if missed:
        heading = f"{word('inputs_not_checked', look.lang)}{colon(look)}{len(missed)}"
        yield line(mark("error", look), " ", Piece(heading, "error"))
        yield from (line("    ", Piece(article.path, "path"), colon(look), article.why) for article in missed)
