"""`factcheck trace`: how one sentence was read, step by step."""

from typing import Annotated

import typer

from factcheck import pipeline
from factcheck.cli import options
from factcheck.cli.output import deliver, look
from factcheck.cli.settings import published_period, settings
from factcheck.model import Article
from factcheck.reference import ReferenceSet
from factcheck.report.plain import draw
from factcheck.report.trace import lines

__all__ = ["trace"]

Sentence = Annotated[str, typer.Argument(metavar="SENTENCE", help="一句话，加引号 · a sentence, in quotes")]


def trace(
    *,
    sentence: Sentence,
    reference: options.References = None,
    published: options.Published = None,
    region: options.Region = None,
    lang: options.LangOption = None,
) -> int:
    """Show how a sentence was read: each figure, its bounds, where each slot comes from, and the verdict."""
    chosen = settings(reference=reference, region=region, lang=lang)
    article = Article.of("-", sentence)
    official = ReferenceSet.open(chosen.reference)
    checked = pipeline.check(article, official, (), published_period(published), chosen.region)
    deliver(draw(lines(checked.reading, checked.judged, look(chosen.lang, None))), None)
    return 0
