"""`factcheck reference import`: statistics as others publish them → a reference file, after a dry run that shows what would change."""

import os
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.output import look
from factcheck.cli.reference import growing
from factcheck.cli.reference.known import deliver_lines
from factcheck.cli.settings import settings
from factcheck.errors import Fault, Refused
from factcheck.reference.comparison import compared
from factcheck.reference.importers import Given, read
from factcheck.reference.importers.read import MAX_BYTES
from factcheck.reference.mapping import mapped
from factcheck.store import read_bytes

__all__ = ["import_"]

File = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help="CSV、国家数据导出、xlsx/xls、JSON-stat、SDMX、世界银行 CSV、datapackage.json · CSV, NBS export, xlsx/xls, JSON-stat, SDMX, WDI, data package",
    ),
]
IndicatorName = Annotated[str, typer.Option("--indicator", metavar="NAME", help="文件没写时：指标 · where the file names none")]
AreaName = Annotated[str, typer.Option("--area", metavar="NAME", help="文件没写时：地区 · where the file names none")]
PeriodText = Annotated[str, typer.Option("--period", metavar="PERIOD", help="文件没写时：时期 · where the file names none")]
UnitText = Annotated[str, typer.Option("--unit", metavar="UNIT", help="文件没写时：单位 · where the file names none")]
StatusText = Annotated[str, typer.Option("--status", metavar="STATUS", help="final, revised, preliminary, census …")]
Sheet = Annotated[str, typer.Option("--sheet", metavar="NAME", help="只读一个工作表 · one worksheet only")]
Drop = Annotated[
    list[str] | None,
    typer.Option("--drop", metavar="COLUMN", show_default=False, help="这一列不区分数值，可多次 · a column that parts no values; repeatable"),
]


def import_(
    *,
    file: File,
    source_title: growing.Title = None,
    publisher: growing.Publisher = None,
    published: growing.Published = None,
    url: growing.Url = None,
    grade: growing.Grade = "B",
    status: StatusText = "final",
    indicator: IndicatorName = "",
    area: AreaName = "",
    period: PeriodText = "",
    unit: UnitText = "",
    sheet: Sheet = "",
    drop: Drop = None,
    encoding: options.Encoding = None,
    write: growing.Write = None,
    files: options.References = None,
    lang: options.LangOption = None,
) -> int:
    """Show what a file of statistics would change in the set; with --write, write it as a reference file."""
    chosen = settings(reference=files, lang=lang)
    given = Given(indicator, area, period, unit, sheet, encoding or "", tuple(drop or ()))
    found = read(file, _bytes(file), given)
    said = {"title": source_title, "publisher": publisher, "published": published, "url": url}
    source = growing.sourced(said, dict(found.about), grade)
    grown = growing.growth(chosen)
    taken, left = mapped(found.rows, grown.known, source, growing.status(status))
    changes = compared(taken, grown.merged)
    deliver_lines(growing.proposed(changes, [*found.skipped, *left], source, look(chosen.lang, None)))
    if not taken:
        raise Refused(Fault(file, "no value of this file fits the reference set", hint="the reasons stand above"))
    comment = f"Imported from {os.path.basename(file)}"
    return growing.finished(write, changes, growing.Draft(source, comment), grown, chosen, own=files or chosen.config.reference)


def _bytes(path: str) -> bytes:
    try:
        return read_bytes(path, MAX_BYTES)
    except OSError as error:
        raise Refused(Fault(path, f"can't be read: {error.strerror or error}")) from None
