"""The article as it is read, and the way back to the article as loaded."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, TypeVar, cast, get_args

from factcheck.interval import Interval
from factcheck.model import Area, Article, Cell, Hidden, Mention, Premise, Reading, Slip, Span, Text, Unread, Verdict
from factcheck.period import Period
from factcheck.records import NamedTuple
from factcheck.text.blanks import blanks
from factcheck.text.characters import has_odd, hidden, like_others
from factcheck.text.edits import Edit, Origin, edited
from factcheck.text.marks import apart, emphasis, marks

__all__ = ["View", "plain", "view"]

T = TypeVar("T")


class View(NamedTuple):
    """An article as it is `read`, and as `loaded`; the steps from the one to the other; the list numbers that were left out, as
    mentions, and where nothing to be seen stood."""

    read: Article
    loaded: Article
    steps: tuple[Origin, ...] = ()
    labels: tuple[Mention, ...] = ()
    hidden: tuple[Hidden, ...] = ()

    def put_back(self, found: T) -> T:
        """What was found in the article as read, at its place in the article as loaded, with the list numbers among it."""
        return found if self.read is self.loaded else cast("T", _PutBack(self)(found))


def view(article: Article) -> View:
    """The article without odd characters, list numbers, marks and blanks between digits and Chinese characters. Most have none of them, and are read as they are."""
    odd = has_odd(article.text)
    text = like_others(article.text) if odd else article.text
    steps: list[Origin] = []
    unseen = hidden(text) if odd else []
    text = _taken(text, unseen, steps)
    body = _ahead(steps, article.body)
    text = _taken(text, emphasis(text, body), steps)
    body = _ahead(steps, article.body)
    found = marks(text, body)
    labels = [_label(article, steps, mark.label, mark.number) for mark in found if mark.label]
    before = len(steps)
    text = _taken(text, apart(text, body, found), steps)
    text = _taken(text, blanks(text, _ahead(steps, article.body)), steps)
    if not steps and text == article.text:
        return View(article, article)
    gaps = tuple(Hidden(_ahead(steps, edit.start), article.text[edit.start : edit.end]) for edit in unseen if not edit.new)
    items = frozenset(_ahead(steps[before:], mark.end) for mark in found if mark.opens and not mark.heads)
    return View(_article(article, text, steps)._replace(items=items), article, tuple(steps), tuple(labels), gaps)


def _taken(text: str, edits: list[Edit], steps: list[Origin]) -> str:
    """The text with the edits made, if there are any, which are one step more."""
    if not edits:
        return text
    text, origin = edited(text, sorted(edits))
    steps.append(origin)
    return text


def _ahead(steps: list[Origin], offset: int) -> int:
    for step in steps:
        offset = step.ahead(offset)
    return offset


def _back(steps: Iterable[Origin], span: Span) -> Span:
    """`steps`: the last one first."""
    for step in steps:
        span = step.back(span)
    return span


def _label(article: Article, steps: list[Origin], span: Span, number: int) -> Mention:
    """A list number as the mention that it is."""
    place = _back(reversed(steps), span)
    return Mention(place, article.text[place.start : place.end], "ordinal", Fraction(number), via=("list_number",))


def _article(article: Article, text: str, steps: list[Origin]) -> Article:
    """The article with another text, and all its places in that."""
    matter = {key: plain(value) for key, value in article.front_matter.items()}
    read = Article.of(article.path, text, article.encoding, matter, _ahead(steps, article.body))
    titles, summaries = (tuple(Span(_ahead(steps, start), _ahead(steps, end)) for start, end in spans) for spans in (article.titles, article.summaries))
    return read._replace(titles=titles, summaries=summaries)


def plain(words: str) -> str:
    """A few words of an article as they are read: a figure, a date."""
    words = edited(like_others(words), hidden(words))[0] if has_odd(words) else words
    return words.replace("*", "").replace("`", "")


# --------------------------------------------------------------------------------------------- the way back

_PLACELESS = frozenset((str, int, bool, type(None), Fraction, Period, Interval, Area, Text, Slip, Premise, *get_args(Verdict)))
"""What says nothing of places in the text."""


class _PutBack:
    """Puts anything made of records at its place in the article as loaded; what is met twice stays one thing."""

    def __init__(self, seen: View) -> None:
        self._seen, self._steps = seen, seen.steps[::-1]
        self._known: dict[int, Any] = {}

    def __call__(self, found: Any) -> Any:  # noqa: ANN401  (a record of any kind)
        if type(found) in _PLACELESS or not isinstance(found, tuple):
            return found
        if isinstance(found, Span):
            return _back(self._steps, found)
        if id(found) not in self._known:
            self._known[id(found)] = tuple(map(self, found)) if type(found) is tuple else self._record(found)
        return self._known[id(found)]

    def _record(self, found: Any) -> Any:  # noqa: ANN401
        if found is self._seen.read:
            return self._seen.loaded
        put = type(found)._make(map(self, found))
        if isinstance(put, (Mention, Unread)):
            return put._replace(surface=self._seen.loaded.text[put.span.start : put.span.end])
        if isinstance(put, Cell):
            return put._replace(table=_back(self._steps, Span(put.table, put.table)).end)
        if isinstance(put, Reading):
            return put._replace(mentions=tuple(sorted((*put.mentions, *self._seen.labels), key=_start)))
        return put


def _start(mention: Mention) -> int:
    return mention.span.start
