"""Where an article's headline stands: the short lines before the text, which end without a full stop."""

from __future__ import annotations

from factcheck.model import Article, Span

__all__ = ["headline"]

_LONGEST = 60
_LINES = 3
"""At most a line above (引题), the headline, and one below (副题)."""
_ENDS = "。；，：、.;,:…"


def headline(article: Article) -> Span:
    """The span of the headline; an empty one where the article begins with its text, or is nothing but one line.

    A headline in the front matter is the headline, whatever the text begins with."""
    if article.titles:
        return article.titles[0]
    start = at = article.body
    text, end, taken = article.text, article.body, 0
    while taken < _LINES and at < len(text):
        stop = text.find("\n", at)
        line = text[at : stop if stop >= 0 else len(text)].strip()
        if line and (len(line) > _LONGEST or line.endswith(tuple(_ENDS))):
            break
        if not line and taken:
            break
        if stop < 0:  # nothing comes below it: no headline but all of the text
            return Span(article.body, article.body)
        if line:
            start = at if not taken else start
            end, taken = stop, taken + 1
        at = stop + 1
    return Span(start, end)
