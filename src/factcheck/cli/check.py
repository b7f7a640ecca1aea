"""`factcheck check`, the main job: read the articles, check every figure, report, and say by exit code how it went."""

from collections.abc import Sequence

from factcheck import pipeline
from factcheck.cli.complain import BUG, complain
from factcheck.cli.each import each, rendered
from factcheck.cli.inputs import Inputs, articles
from factcheck.cli.output import deliver, is_terminal, look
from factcheck.cli.settings import chosen_rules, published_period, settings, show
from factcheck.config import FailOn, Lang
from factcheck.model import Article, Checked, NotChecked, Report
from factcheck.reference import ReferenceSet
from factcheck.report.lines import Look
from factcheck.report.tally import SEVERITIES, Tally, tally

__all__ = ["check", "exit_code"]


def check(
    *,
    paths: list[str] | None = None,
    form: str = "text",
    output: str | None = None,
    reference: list[str] | None = None,
    published: str | None = None,
    region: str | None = None,
    strict: bool = False,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    fail_on: FailOn | None = None,
    exit_zero: bool = False,
    lang: Lang | None = None,
    encoding: str | None = None,
    stdin_filename: str = "-",
    files_from: str | None = None,
    quiet: bool = False,
    score: bool = False,
    explain_match: bool = False,
    stats: bool = False,
    show_config: bool = False,
    no_color: bool = False,
) -> int:
    """Check the figures of articles against official statistics and against each other."""
    chosen = settings(reference=reference, region=region, lang=lang, select=select, ignore=ignore, fail_on=fail_on)
    if show_config:
        deliver(show(chosen), output)
        return 0
    period, rules = published_period(published), chosen_rules(chosen)
    official = ReferenceSet.open(chosen.reference)
    found = articles(Inputs(paths or [], files_from, encoding, stdin_filename, chosen.lang, quiet), chosen.config)
    bugs: list[str] = []

    def checked(article: Article) -> Checked:
        return pipeline.check(article, official, rules, period, chosen.region, strict=strict)

    def drawn(done: Sequence[Checked | NotChecked]) -> tuple[Report, str]:
        report = Report(tuple(done), official.digest)
        return report, _drawn(report, form, look(chosen.lang, output, quiet=quiet, score=score, explain=explain_match), coloured=coloured)

    coloured = is_terminal(output) and not no_color
    report, text = rendered(tuple(each(found, checked, bugs)), drawn, lambda one: one.reading.article, bugs)
    deliver(text, output, encoding=None if form == "text" else "utf-8")
    counts = tally(report.articles)
    if stats:
        complain(_stats(counts))
    return BUG if bugs else exit_code(counts, "never" if exit_zero else chosen.fail_on)


def exit_code(counts: Tally, fail_on: FailOn) -> int:
    """3 where something was not checked, else 1 where there are findings at or above `fail_on`, else 0."""
    if counts.not_checked:
        return 3
    counted = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on != "never" else ()
    return 1 if any(counts.severities[severity] for severity in counted) else 0


def _drawn(report: Report, form: str, style: Look, *, coloured: bool) -> str:
    """Render for whoever reads it; only what that needs is imported."""
    if form != "text":
        from factcheck.report.as_json import check_json, check_jsonl

        return (check_json if form == "json" else check_jsonl)(report, style.lang)
    from factcheck.report.layout import lines

    if coloured:
        from factcheck.report.terminal import paint

        return paint(lines(report, style))
    from factcheck.report.plain import draw

    return draw(lines(report, style))


def _stats(counts: Tally) -> str:
    """All counts in one line, zeros too."""
    flat: dict[str, int] = {
        "checked": counts.checked,
        "not_checked": counts.not_checked,
        "characters": counts.characters,
        "mentions": counts.mentions,
        "claims": counts.claims,
        "unread": counts.unread,
        **counts.verdicts,
        **counts.reasons,
        **counts.severities,
    }
    return "stats: " + " ".join(f"{key}={count}" for key, count in flat.items())
