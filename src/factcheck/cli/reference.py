"""`factcheck reference`: what the reference set holds, and whether files of one's own are right."""

from collections.abc import Iterator
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import deliver
from factcheck.cli.settings import settings
from factcheck.errors import UsageError
from factcheck.model import Indicator, Observation
from factcheck.names import fold_name
from factcheck.reference import ReferenceSet
from factcheck.report.words import say

__all__ = ["reference"]

reference = typer.Typer(no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="INDICATOR", help="指标的代号、名称或别名 · an indicator's id, name or alias")]
AreaName = Annotated[str | None, typer.Option("--area", metavar="NAME", help="只看一个地区 · one area only")]
Files = Annotated[list[str], typer.Argument(metavar="PATH…", help="YAML 文件或文件夹 · YAML files or folders")]


@reference.command("list", help="列出所有指标 · list all indicators")
def list_(*, files: options.References = None, lang: options.LangOption = None) -> int:
    """List all indicators: id, unit, how many areas, name."""
    chosen = settings(reference=files, lang=lang)
    known = ReferenceSet.open(chosen.reference)
    rows = (f"{one.id}\t{one.unit}\t{len(known.areas(one.id))}\t{say(one.name, chosen.lang)}\n" for one in known.indicators())
    deliver("".join(rows), None)
    return 0


@reference.command(help="一个指标的全部官方数值 · all official values of an indicator")
def show(*, indicator: Name, area: AreaName = None, files: options.References = None, lang: options.LangOption = None) -> int:
    """Show an indicator with its values, each with status, date and source."""
    chosen = settings(reference=files, lang=lang)
    known = ReferenceSet.open(chosen.reference)
    found = _named(known, indicator)
    deliver("".join(f"{row}\n" for one in found for row in _shown(known, one, area)), None)
    return 0


@reference.command(help="检查 YAML 文件是否正确 · check that YAML files are right")
def validate(*, paths: Files) -> int:
    """Name every fault of the files at once, or say how much they hold. Refused ends with exit code 2."""
    found = ReferenceSet.open(paths)
    values = sum(len(found.series(one.id, area)) for one in found.indicators() for area in found.areas(one.id))
    deliver(f"ok: {sum(1 for _ in found.indicators())} indicators, {values} observations, {len(found.events)} events\n", None)
    return 0


def _named(known: ReferenceSet, name: str) -> list[Indicator]:
    """The indicators of that id or name; where there is none, a suggestion."""
    ids = known.vocabulary.indicators.get(fold_name(name), ()) or (name,)
    found = [one for key in ids if (one := known.indicator(key))]
    if not found:
        like = ", ".join(known.suggest(name))
        raise UsageError(
            f"there is no indicator {name!r}" + (f"; did you mean {like}?" if like else " (see factcheck reference list)")
        )
    return found


def _shown(known: ReferenceSet, one: Indicator, area: str | None) -> Iterator[str]:
    yield f"{one.id}  {one.name.zh} / {one.name.en}  {one.unit}  {one.kind}"
    for name in known.areas(one.id):
        if area is None or area == name:
            yield from (_row(observation) for observation in known.series(one.id, name))


def _row(one: Observation) -> str:
    value = f"{one.value} {one.unit}" + ("" if one.hedge == "none" else f" ({one.hedge})")
    return f"{one.area}\t{one.period}\t{value}\t{one.status}\t{one.published}\t{one.source.title}\t{one.source.url}"
