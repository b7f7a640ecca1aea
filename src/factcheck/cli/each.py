"""One article after the other: where a bug stops one, the others are still done and it is named as not checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from factcheck.cli.complain import bug
from factcheck.model import Article, NotChecked

__all__ = ["each", "rendered"]

_Done = TypeVar("_Done")
_Drawn = TypeVar("_Drawn")


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


def rendered(
    done: Sequence[_Done | NotChecked], render: Callable[[Sequence[_Done | NotChecked]], _Drawn], path_of: Callable[[Any], str], bugs: list[str]
) -> _Drawn:
    """What `render` makes of all articles; those that an internal error stops it at are listed as not checked, and the rest is drawn."""
    try:
        return render(done)
    except Exception:  # noqa: BLE001 - which article it was in is found by drawing each alone
        return render([_drawable(one, render, path_of, bugs) for one in done])


def _drawable(
    one: _Done | NotChecked, render: Callable[[Sequence[_Done | NotChecked]], _Drawn], path_of: Callable[[Any], str], bugs: list[str]
) -> _Done | NotChecked:
    if isinstance(one, NotChecked):
        return one
    try:
        render([one])
    except Exception as error:  # noqa: BLE001 - whatever a bug raises in one article says nothing about the next
        bugs.append(path_of(one))
        return NotChecked(path_of(one), bug(error, path_of(one)))
    return one
