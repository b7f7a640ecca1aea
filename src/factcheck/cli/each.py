"""One article after the other: where a bug stops one, the others are still done and it is named as not checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from factcheck.cli.complain import bug
from factcheck.model import Article, NotChecked

__all__ = ["each"]

_Done = TypeVar("_Done")


def each(
    articles: Iterable[Article | NotChecked], do: Callable[[Article], _Done], bugs: list[str]
) -> Iterator[_Done | NotChecked]:
    """What `do` makes of each article; the paths of those that an internal error stopped are added to `bugs`."""
    for article in articles:
        if isinstance(article, NotChecked):
            yield article
            continue
        try:
            yield do(article)
        except Exception as error:  # noqa: BLE001 - whatever a bug raises in one article says nothing about the next
            bugs.append(article.path)
            yield NotChecked(article.path, bug(error, article.path))

