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
            yield _given_up(article, error, bugs)


def rendered(
    done: Sequence[_Done | NotChecked], render: Callable[[Sequence[_Done | NotChecked]], _Drawn], article_of: Callable[[Any], Article], bugs: list[str]
) -> _Drawn:
    """What `render` makes of all articles; those that an internal error stops it at are listed as not checked, and the rest is drawn."""
    try:
        return render(done)
    except Exception:  # noqa: BLE001 - which article it was in is found by drawing each alone
        return _fitting([_drawable(one, render, article_of, bugs) for one in done], render, article_of, bugs)


def _drawable(
    one: _Done | NotChecked, render: Callable[[Sequence[_Done | NotChecked]], _Drawn], article_of: Callable[[Any], Article], bugs: list[str]
) -> _Done | NotChecked:
    if isinstance(one, NotChecked):
        return one
    try:
        render([one])
    except Exception as error:  # noqa: BLE001 - whatever a bug raises in one article says nothing about the next
        return _given_up(article_of(one), error, bugs)
    return one


def _fitting(
    left: list[_Done | NotChecked], render: Callable[[Sequence[_Done | NotChecked]], _Drawn], article_of: Callable[[Any], Article], bugs: list[str]
) -> _Drawn:
    """What can be drawn alone, drawn together; where there is no memory for that, without the longest article, then the next."""
    while True:
        try:
            return render(left)
        except MemoryError as error:
            sizes = [-1 if isinstance(one, NotChecked) else len(article_of(one).text) for one in left]
            longest = sizes.index(max(sizes))
            if sizes[longest] < 0:
                raise
            left[longest] = _given_up(article_of(left[longest]), error, bugs)


def _given_up(article: Article, error: Exception, bugs: list[str]) -> NotChecked:
    bugs.append(article.path)
    return NotChecked(article.path, bug(error, article.path))
