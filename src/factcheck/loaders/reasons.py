"""Why an input can't be read: one word for programs, a sentence for people in either language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from factcheck.errors import Fault, Unreadable
from factcheck.model import Text

__all__ = ["REASONS", "unreadable"]

REASONS: Mapping[str, Text] = MappingProxyType(
    {
        "missing": Text("没有这个文件", "no such file"),
        "no_input": Text("标准输入已经关闭", "standard input is closed"),
        "denied": Text("没有读取权限", "permission denied"),
        "failed": Text("读取失败", "can't be read"),
        "dangling": Text("链接指向不存在的文件", "a link to a file that does not exist"),
        "loop": Text("链接绕回自身", "a link that leads back to itself"),
        "special": Text("不是普通文件（管道、设备或套接字）", "no regular file (a pipe, device or socket)"),
        "too_big": Text("超过 16 MiB 的上限", "more than the limit of 16 MiB"),
        "no_articles": Text("文件夹里没有 .txt 或 .md 文件", "no .txt or .md file in this folder"),
        "not_text": Text("不是文本：含有 NUL 字节", "not text: it holds a NUL byte"),
        "binary": Text("不是文本：多为控制字符", "not text: it is mostly control characters"),
        "zip": Text("是压缩包或 Word、Excel 文档，请另存为纯文本", "a zip, Word or Excel file; save it as plain text"),
        "pdf": Text("是 PDF，请另存为纯文本", "a PDF; save it as plain text"),
        "undecodable": Text(
            "既不是 UTF-8，也不是 GB18030；可用 --encoding 指明编码",
            "neither UTF-8 nor GB18030; name the encoding with --encoding",
        ),
        "doubtful": Text(
            "按 GB18030 读出了造字区字符，可能是 Big5；请用 --encoding 指明编码",
            "as GB18030 it has private-use characters and may be Big5; name the encoding with --encoding",
        ),
        "encoding": Text("与 --encoding 指明的编码不符", "not in the encoding named with --encoding"),
        "outside": Text("链接指向文件夹之外", "a link out of the folder"),
        "linked_folder": Text("指向文件夹的链接", "a link to a folder"),
        "other_format": Text("不是 .txt 或 .md", "neither .txt nor .md"),
        "pattern": Text("配置中的 exclude 排除了它", "excluded by the configuration"),
    }
)


def unreadable(path: str, code: str, line: int = 0, column: int = 0) -> Unreadable:
    """An input that is not read, for one of `REASONS`."""
    return Unreadable(Fault(path, REASONS[code].en, line, column, code=code))
