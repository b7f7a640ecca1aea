"""`factcheck extract`: only what was read, every mention, held against nothing."""

from collections.abc import Sequence

from factcheck import pipeline
from factcheck.cli import options
from factcheck.cli.complain import BUG
from factcheck.cli.each import each, rendered
from factcheck.cli.inputs import Inputs, articles
from factcheck.cli.output import deliver, look
from factcheck.cli.settings import published_period, settings
from factcheck.model import NotChecked, Reading
from factcheck.reference import ReferenceSet
from factcheck.report.lines import Look

__all__ = ["extract"]


def extract(
    *,
    paths: options.Paths = None,
    form: options.Form = "text",
    output: options.Output = None,
    reference: options.References = None,
    published: options.Published = None,
    region: options.Region = None,
    skipped: options.Skipped = False,
    lang: options.LangOption = None,
    encoding: options.Encoding = None,
    stdin_filename: options.StdinFilename = "-",
    files_from: options.FilesFrom = None,
    quiet: options.Quiet = False,
) -> int:
    """List every figure of articles with what it measures, where and when."""
    chosen = settings(reference=reference, region=region, lang=lang)
    period = published_period(published)
    names = ReferenceSet.open(chosen.reference)  # for the names of indicators alone
    found = articles(Inputs(paths or [], files_from, encoding, stdin_filename, chosen.lang, quiet), chosen.config)
    bugs: list[str] = []
    readings = list(each(found, lambda article: pipeline.extract(article, names, period, chosen.region), bugs))
    style = look(chosen.lang, output)
    text = rendered(readings, lambda some: _rendered(some, form, style, skipped=skipped), lambda one: one.article, bugs)
    deliver(text, output, encoding=None if form == "text" else "utf-8")
    if bugs:
        return BUG
    return 0 if all(isinstance(reading, Reading) for reading in readings) else 3


def _rendered(readings: Sequence[Reading | NotChecked], form: str, style: Look, *, skipped: bool) -> str:
    """Render for whoever reads it; only what that needs is imported."""
    if form == "text":
        from factcheck.report.mentions import lines
        from factcheck.report.plain import draw

        return "".join(draw(lines(reading, style, skipped=skipped)) for reading in readings if isinstance(reading, Reading))
    from factcheck.report.as_json import extract_json, extract_jsonl

    return (extract_json if form == "json" else extract_jsonl)(readings, style.lang, skipped=skipped)
