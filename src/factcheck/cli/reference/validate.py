"""`factcheck reference validate`: every fault of reference files at once, or how much they hold."""

import os
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.complain import complain
from factcheck.cli.output import deliver
from factcheck.cli.settings import settings
from factcheck.errors import Refused
from factcheck.reference import load
from factcheck.reference.audit import audit
from factcheck.reference.merge import gather, in_order

__all__ = ["validate"]

Files = Annotated[list[str], typer.Argument(metavar="PATH…", help="YAML 文件或文件夹 · YAML files or folders")]
Alone = Annotated[
    bool, typer.Option("--alone", help="不与自带的和配置中的参照数据一起检查 · not together with the shipped set and the project's own")
]


def validate(*, paths: Files, alone: Alone = False, files: options.References = None) -> int:
    """Name every fault of the files at once, or say how much they hold. Refused ends with exit code 2."""
    own = load.files(paths)
    mine = {os.path.realpath(path) for path, _ in own}
    beside = [] if alone else [file for file in load.files(settings(reference=files).reference) if os.path.realpath(file[0]) not in mine]
    merged, faults = gather([*own, *beside])
    faults = [fault for fault in in_order({*faults, *audit(merged)}) if os.path.realpath(fault.path) in mine]
    if faults:
        raise Refused(*faults)
    drafts = {path: count for path, data in own if (count := data.count("\n  # 待审 ".encode()))}
    for path, count in drafts.items():
        complain(f"{path}: {count} 个数值待审 · values to review: hold each against its sentence, then delete the comment")
    parts = (merged.indicators, merged.observations, merged.events)
    counts = [sum(os.path.realpath(found.page.path) in mine for found in part) for part in parts]
    deliver("ok: {} indicators, {} observations, {} events\n".format(*counts), None)
    return 0
