"""`factcheck extract`: only what was read, every mention, held against nothing."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from factcheck import pipeline
from factcheck.cli import options
from factcheck.cli.inputs import Inputs, articles
from factcheck.cli.output import deliver, look
from factcheck.cli.settings import published_period, settings
from factcheck.model import Article, Reading
from factcheck.reference import ReferenceSet
from factcheck.report.lines import Look

__all__ = ["extract"]


def extract(
    *,
    paths: options.Paths = None,
    form: Annotated[Literal["text", "json", "jsonl"], typer.Option("--format", help="输出格式 · the output's format")] = "text",
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
    readings = [
        pipeline.extract(article, names, period, chosen.region) if isinstance(article, Article) else article for article in found
    ]
    text = _text(readings, look(chosen.lang, output), skipped=skipped) if form == "text" else _json(readings, form, chosen.lang, skipped=skipped)
    deliver(text, output, encoding=None if form == "text" else "utf-8")
    return 0 if all(isinstance(reading, Reading) for reading in readings) else 3
