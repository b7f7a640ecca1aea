"""An amount in brackets that says the figure before it once more, in another unit or more roughly: 减少22万吨（4.4亿斤）."""

from __future__ import annotations

from fractions import Fraction

from factcheck.grammar.binding.scene import Place, Scene
from factcheck.model import Claim
from factcheck.patterns import regex
from factcheck.units import ratio

__all__ = ["repeated"]

_BRACKET = regex(" ?[（(](?:[约合即]{1,2}|折合约?|相当于|等于|也就是|(?:or|about|around|nearly|equal to|equivalent to) ?)?")
_NEAR = Fraction(1, 20)
"""What is said again is rounded, by no more than so much of it."""


def repeated(scene: Scene, place: Place, last: Claim) -> Claim | None:
    """The claim of the figure before with this amount in place of its own; None where it is no repeat of it."""
    figure, before = place.figure, last.mention
    start = min([figure.span.start, *(span.start for span in figure.hedge_spans if span.start >= before.span.end)])
    if not _BRACKET.fullmatch(scene.text, before.span.end, start) or figure.value is None or not before.value:
        return None
    # 139万人（约0.014亿）: the unit is that of both
    factor = ratio(before.unit, figure.unit) if before.unit and (figure.unit or figure.classifier) else Fraction(1)
    if factor is None or not abs(before.value * factor - figure.value) <= _NEAR * abs(figure.value):
        return None
    if before.hedge != "none" and figure.hedge == "none" and before.guaranteed and before.typical:
        # 跌破10‰（即1%）: the hedge is that of both
        figure = figure._replace(hedge=before.hedge, guaranteed=before.guaranteed.scaled(factor), typical=before.typical.scaled(factor))
    return last._replace(mention=figure, clause=place.clause)
