"""Plain text: bytes → Article. Nothing is rewritten, so that every offset is one of the file's own characters."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.loaders.files import LIMIT
from factcheck.loaders.reasons import unreadable
from factcheck.model import Article, Span
from factcheck.patterns import regex

__all__ = ["load"]

_MAGIC = ((b"PK\x03\x04", "zip"), (b"%PDF-", "pdf"))
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),  # before UTF-16, whose mark it starts with
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CONTROLS = bytes(range(9)) + bytes(range(14, 32))
_FENCE = regex(r"---[ \t]*+(?:\r\n|\n|\r)")
_LINE = regex(r"([^\r\n]*+)(?:\r\n|\n|\r|\Z)")
_KEY = regex(r"(\w[\w-]{0,63})[ \t]*+:(?=[ \t]|\Z)[ \t]*+(.*)")
_QUOTED = regex(r"(['\"])(.*?)\1(?:[ \t]+#.*)?")
_FRONT_MATTER_LINES = 200
_TITLES = frozenset(("title", "headline", "subtitle", "标题", "副标题", "引题"))
_SUMMARIES = frozenset(("summary", "description", "excerpt", "abstract", "lead", "摘要", "导语"))
"""The keys of front matter whose values are read as text."""


def load(path: str, data: bytes, encoding: str | None = None) -> Article:
    """Decode by byte-order mark, else strictly as UTF-8, else strictly as GB18030, or as `encoding` says.

    Raises Unreadable where it fits none: a wrong guess can turn one digit into another.
    """
    _refuse_foreign(path, data)
    text, found = _decode(path, data, encoding)
    values, body = _front_matter(text)
    article = Article.of(path, text, found, {key: text[slice(*span)] for key, span in values.items()}, body)
    return article._replace(
        titles=tuple(span for key, span in values.items() if key in _TITLES),
        summaries=tuple(span for key, span in values.items() if key in _SUMMARIES),
    )


def _refuse_foreign(path: str, data: bytes) -> None:
    if len(data) > LIMIT:
        raise unreadable(path, "too_big")
    for magic, code in _MAGIC:
        if data.startswith(magic):
            raise unreadable(path, code)


def _decode(path: str, data: bytes, encoding: str | None) -> tuple[str, str]:
    """The text without its byte-order mark, and the encoding that fits."""
    if encoding:
        return _strict(path, data, encoding, "encoding").removeprefix("\ufeff"), encoding
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _without_nul(path, _strict(path, data[len(bom) :], name, "undecodable")), name
    _refuse_controls(path, data)
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError as error:
        return _gb18030(path, data, error.start), "gb18030"


def _without_nul(path: str, text: str) -> str:
    if "\0" in text:
        raise unreadable(path, "not_text", *Article.of(path, text).place(text.index("\0")))
    return text


def _refuse_controls(path: str, data: bytes) -> None:
    nul = data.find(0)
    if nul >= 0:
        raise unreadable(path, "not_text", *_place(data, nul))
    if 4 * (len(data) - len(data.translate(None, _CONTROLS))) > len(data):
        raise unreadable(path, "binary")


def _gb18030(path: str, data: bytes, bad_utf8: int) -> str:
    """The text as GB18030; a fault is shown where it stops being UTF-8, which it more likely is."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        raise unreadable(path, "undecodable", *_place(data, bad_utf8)) from None
    if private := re.search(r"[\ue000-\uf8ff]", text):
        raise unreadable(path, "doubtful", *Article.of(path, text).place(private.start()))
    return text


def _strict(path: str, data: bytes, encoding: str, code: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:  # not every codec says where
        raise unreadable(path, code, *_place(data, getattr(error, "start", 0))) from None


def _place(data: bytes, at: int) -> tuple[int, int]:
    """Line and byte column of a byte, both from 1."""
    return data.count(b"\n", 0, at) + 1, at - data.rfind(b"\n", 0, at)


def _front_matter(text: str) -> tuple[Mapping[str, Span], int]:
    """The `key: value` lines between two `---` at the top, as the keys with where their values stand, and where the text after them
    starts; ({}, 0) if there are none."""
    fence = _FENCE.match(text)
    keys: dict[str, Span] = {}
    at = fence.end() if fence else len(text)
    for _ in range(_FRONT_MATTER_LINES):
        line = _LINE.match(text, at)
        if line is None or line.end() == at:
            break
        at = line.end()
        if line[1].rstrip() in {"---", "..."}:
            return (keys, at) if keys else ({}, 0)
        if key := _KEY.fullmatch(line[1].rstrip()):
            keys[key[1].casefold()] = _unquoted(text, Span(line.start() + key.start(2), line.start() + key.end(2)))
    return {}, 0


def _unquoted(text: str, span: Span) -> Span:
    """Where a scalar stands without its quotes, or without the comment after it."""
    value = text[span.start : span.end]
    if quoted := _QUOTED.fullmatch(value):
        return Span(span.start + 1, span.start + quoted.end(2))
    return Span(span.start, span.start + len(value.split(" #", 1)[0].rstrip()))
