"""The commands of `factcheck reference`, put together; each is a module of this package."""

import typer

from factcheck.cli.reference.harvest import harvest_
from factcheck.cli.reference.import_ import import_
from factcheck.cli.reference.list import list_
from factcheck.cli.reference.schema import schema
from factcheck.cli.reference.search import search
from factcheck.cli.reference.show import show
from factcheck.cli.reference.validate import validate

__all__ = ["reference"]

reference = typer.Typer(no_args_is_help=True)
reference.command("list", help="列出指标，可按主题或发布者 · list the indicators, by subject or publisher")(list_)
reference.command("search", help="按名称找指标 · find indicators by name")(search)
reference.command("show", help="一个指标的官方数值和出处 · the official values of an indicator and where they came from")(show)
reference.command("validate", help="检查 YAML 文件，一次列出全部问题 · check YAML files; all faults at once")(validate)
reference.command("schema", help="给编辑器用的 JSON Schema · the JSON Schema for editors")(schema)
reference.command("import", help="从统计文件导入，先列出变化 · import statistics; shows first what would change")(import_)
reference.command("harvest", help="从公报的文本起草数值，供人审核 · draft values from a communiqué, for review")(harvest_)
