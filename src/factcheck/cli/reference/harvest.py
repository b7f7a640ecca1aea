"""`factcheck reference harvest`: an official text → drafts of observations with their sentences, for a person to review."""

import os
from collections.abc import Sequence
from typing import Annotated

import typer

from factcheck import pipeline
from factcheck.cli import options
from factcheck.cli.output import look
from factcheck.cli.reference import growing
from factcheck.cli.reference.known import deliver_lines
from factcheck.cli.settings import published_period, settings
from factcheck.errors import Refused, Unreadable, UsageError
from factcheck.harvest import Left, harvest
from factcheck.loaders import load, read
from factcheck.model import Article, Observation, Reading
from factcheck.reference.areas import area_name
from factcheck.reference.comparison import compared
from factcheck.reference.drafts import flow, remark
from factcheck.reference.importers import Skipped
from factcheck.reference.mapping import Mapped, one_each

__all__ = ["harvest_"]

File = Annotated[str, typer.Argument(metavar="TEXT", help="公报、新闻稿的文本 · the text of a communiqué")]
StatusText = Annotated[str, typer.Option("--status", metavar="STATUS", help="文中没有说明时的状态 · of what the text does not qualify")]


def harvest_(
    *,
    file: File,
    source_title: growing.Title = None,
    publisher: growing.Publisher = None,
    published: growing.Published = None,
    url: growing.Url = None,
    grade: growing.Grade = "A",
    status: StatusText = "official_statement",
    region: options.Region = None,
    encoding: options.Encoding = None,
    write: growing.Write = None,
    files: options.References = None,
    lang: options.LangOption = None,
) -> int:
    """Draft what an official text says of its own place, each figure with its sentence; with --write, as a file to review."""
    chosen = settings(reference=files, region=region, lang=lang)
    source = growing.sourced({"title": source_title, "publisher": publisher, "published": published, "url": url}, {}, grade)
    grown = growing.growth(chosen)
    reading = pipeline.extract(_article(file, encoding), grown.known, published_period(source.published), chosen.region)
    home = _home(reading)
    gleaned, left = harvest(reading, grown.known, source, home, growing.status(status))
    taken, twice = one_each(Mapped(one.observation, one.place) for one in gleaned)
    changes = compared(taken, grown.merged)
    skipped = [*(Skipped(one.place, one.what, one.why) for one in left), *twice]
    deliver_lines(growing.proposed(changes, skipped, source, look(chosen.lang, None)))
    said = {one.observation: f"待审 {one.place} {one.sentence}" for one in gleaned}
    comment = f"待审 · TO REVIEW: drafted from {os.path.basename(file)}, figures of {home}; hold each against its sentence, then delete this line"
    draft = growing.Draft(source, comment, said, _appendix(left))
    return growing.finished(write, changes, draft, grown, chosen, own=files or chosen.config.reference)


def _article(path: str, encoding: str | None) -> Article:
    try:
        return load(path, read(path), encoding)
    except Unreadable as error:
        raise Refused(*error.faults) from None


def _home(reading: Reading) -> str:
    """Whose figures they are. A text of no known place has none that are surely its own."""
    region = reading.context.region.value
    if region is None:
        raise UsageError("whose figures are these? say --region 全国, --region 贵州省 …")
    return area_name(region)


def _appendix(left: Sequence[Left]) -> str:
    """What the set has no indicator for, as comments: a name to define, then lines to take in."""
    names: dict[str, str] = {}
    for one in left:
        if one.draft is not None:
            head = remark(flow({"name": {"zh": one.name}, "unit": one.draft.unit}))
            names[one.name] = names.get(one.name, head) + remark(f"  待审 {one.place} {one.what}") + remark(f"  - {_line(one.draft)}")
    title = "\n# 库中没有的指标：先定义，再收录 · not in the set: define the indicator with an id and a kind, then take its values in\n"
    return title + "".join(names.values()) if names else ""


def _line(draft: Observation) -> str:
    """The value as it would stand in the file."""
    hedge = "" if draft.hedge == "none" else draft.hedge
    known = {"area": draft.area, "period": draft.period, "value": draft.value, "unit": draft.unit, "status": draft.status, "hedge": hedge}
    return flow({"indicator": "?", **known})
