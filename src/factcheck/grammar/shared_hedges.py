"""One hedge over a list: 分别突破2万亿元、1.8万亿元 says of both that they are more."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.grammar.calendar import Shape
from factcheck.grammar.dispatch import Token
from factcheck.hedging import bounds
from factcheck.model import Hedge, Mention
from factcheck.patterns import regex

__all__ = ["with_shared_hedges"]

_LINK = regex(" ?(?:[、和与及]|以及) ?|,? and |, ")
_BREAK = regex("[，。；;!?\n]|[.] ")
_VERBS: frozenset[Hedge] = frozenset(("gt", "ge", "lt", "le"))
"""Hedges that are verbs (超过, 不足) and so hold for all of a list; 约 and 近 only for the next figure, unless 分别 stands before them."""
_NEAR, _FAR = 40, 200


def with_shared_hedges(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a text; a figure that goes on a list without a hedge of its own has that of the one before it."""
    made: list[Token] = []
    shared: Mention | None = None
    """The last figure with a hedge, while its list goes on."""
    for token in tokens:
        last = made[-1] if made else None
        if shared and last is not None and isinstance(token, Mention) and _goes_on(text, last, token) and _for_all(text, shared, token):
            made.append(_hedged(token, shared.hedge))
            continue
        shared = token if isinstance(token, Mention) and token.value is not None and _before(token) else None
        made.append(token)
    return made


def _before(figure: Mention) -> bool:
    """Whether a hedge stands before a figure and decides."""
    return figure.hedge != "none" and any(span.end <= figure.span.start for span in figure.hedge_spans) and not any(
        span.start >= figure.span.end for span in figure.hedge_spans
    )


def _goes_on(text: str, last: Token, figure: Mention) -> bool:
    """Whether a figure follows another of its unit in a list, without a hedge of its own."""
    if isinstance(last, Shape) or not isinstance(last, Mention) or figure.hedge != "none" or figure.hedge_spans or figure.value is None:
        return False
    same = (last.kind, last.unit, last.classifier) == (figure.kind, figure.unit, figure.classifier)
    return same and _LINK.fullmatch(text, last.span.end, figure.span.start) is not None


def _for_all(text: str, first: Mention, figure: Mention) -> bool:
    """Whether the hedge of the first is said of the whole list."""
    start = min(span.start for span in first.hedge_spans)
    head = _BREAK.split(text[max(0, start - _NEAR) : start])[-1]
    if "分别" in head or "分别" in text[start : first.span.start]:
        return True
    if "," in text[first.span.end : figure.span.start] or " and " in text[first.span.end : figure.span.start]:
        return "respectively" in _BREAK.split(text[figure.span.end : figure.span.end + _FAR])[0]
    return first.hedge in _VERBS


def _hedged(figure: Mention, hedge: Hedge) -> Mention:
    guaranteed, typical = bounds(figure.value or Fraction(0), figure.ulp, figure.step, hedge)
    return figure._replace(hedge=hedge, guaranteed=guaranteed, typical=typical, via=(*figure.via, "shared_hedge"))
