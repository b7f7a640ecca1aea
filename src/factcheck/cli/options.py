"""The options that several commands share, with their help in both languages."""

from collections.abc import Callable
from typing import Annotated, Literal

import typer

from factcheck.config import FailOn, Lang

__all__ = [
    "Encoding",
    "ExitZero",
    "FailOnOption",
    "FilesFrom",
    "Form",
    "Ignore",
    "LangOption",
    "NoColor",
    "Output",
    "Paths",
    "Published",
    "Quiet",
    "References",
    "Region",
    "ScoreOption",
    "Select",
    "ShowConfig",
    "Skipped",
    "Stats",
    "StdinFilename",
    "Strict",
    "typed",
]

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH…", show_default=False, help="文件、文件夹，或 -（标准输入）· files, folders, or - for standard input"
    ),
]
Form = Annotated[Literal["text", "json", "jsonl"], typer.Option("--format", help="输出格式 · the output's format")]
Output = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="写入文件 · write to a file, whole or not at all")
]
References = Annotated[
    list[str] | None,
    typer.Option(
        "--reference",
        metavar="PATH",
        show_default=False,
        help="参照数据，替代自带的；可多次 · reference files instead of the shipped set",
    ),
]
Published = Annotated[
    str | None, typer.Option("--published", metavar="DATE", help="文章的日期，如 2026-06-18 · the article's own date")
]
Region = Annotated[
    str | None, typer.Option("--region", metavar="NAME", help="“全省”“全市”指哪里，如 贵州省 · whose “the province” it is")
]
Encoding = Annotated[str | None, typer.Option("--encoding", metavar="NAME", help="文件的编码 · the files' encoding")]
StdinFilename = Annotated[
    str, typer.Option("--stdin-filename", metavar="NAME", help="标准输入的名称 · what to call standard input")
]
FilesFrom = Annotated[
    str | None,
    typer.Option("--files-from", metavar="FILE", help="从文件读取路径，一行一个 · read paths from a file, one a line"),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="只报问题 · findings only, no progress")]
LangOption = Annotated[
    Lang | None, typer.Option("--lang", show_default=False, help="报告的语言（默认 zh）· the report's language")
]
Select = Annotated[
    list[str] | None, typer.Option("--select", metavar="RULE", show_default=False, help="只用这些规则 · only these rules")
]
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="RULE", show_default=False, help="不用这些规则 · not these rules")
]
FailOnOption = Annotated[
    FailOn | None,
    typer.Option("--fail-on", show_default=False, help="何种问题使退出码为 1（默认 error）· what makes the exit code 1"),
]
Strict = Annotated[bool, typer.Option("--strict", help="整数不当约数：80亿 不再容许 78.6亿 · take round numbers at their word")]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="有问题也以 0 退出 · exit 0 in spite of findings")]
ScoreOption = Annotated[bool, typer.Option("--score", help="按《报纸编校差错率计算方法》折合差错 · errors by the press's own measure")]
ExplainMatch = Annotated[bool, typer.Option("--explain-match", help="相符的也列出证据 · the evidence of what is confirmed")]
Stats = Annotated[bool, typer.Option("--stats", help="在标准错误输出统计 · counts on standard error")]
ShowConfig = Annotated[bool, typer.Option("--show-config", help="显示生效的配置后退出 · show the settings in force and exit")]
NoColor = Annotated[bool, typer.Option("--no-color", help="不用颜色 · no colour, as with NO_COLOR")]
Skipped = Annotated[bool, typer.Option("--skipped", help="也列出不作数字读的 · list numerals that are no figures too")]

_BY_PARAMETER = {
    "paths": Paths, "form": Form, "output": Output, "reference": References, "published": Published, "region": Region,
    "select": Select, "ignore": Ignore, "fail_on": FailOnOption, "exit_zero": ExitZero, "strict": Strict,
    "lang": LangOption, "encoding": Encoding, "stdin_filename": StdinFilename, "files_from": FilesFrom,
    "quiet": Quiet, "score": ScoreOption, "explain_match": ExplainMatch, "stats": Stats, "show_config": ShowConfig, "no_color": NoColor,
}  # fmt: skip


def typed(command: Callable[..., int]) -> Callable[..., int]:
    """The command with an option for each parameter that is one; so the main job itself does without typer."""
    command.__annotations__ = {name: _BY_PARAMETER.get(name, kind) for name, kind in command.__annotations__.items()}
    return command
