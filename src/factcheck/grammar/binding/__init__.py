"""Binding: each figure to what it measures, whose it is and when, within the clause first and inherited with a reason."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeVar

from factcheck.grammar.binding.again import repeated
from factcheck.grammar.binding.area import area_of, owner_of, subject_of
from factcheck.grammar.binding.cells import bind_cells
from factcheck.grammar.binding.headings import Heading, heading_over
from factcheck.grammar.binding.indicator import indicator_of, noun_of
from factcheck.grammar.binding.known import indicator_ids
from factcheck.grammar.binding.lists import respectively
from factcheck.grammar.binding.moves import listed_start, moved
from factcheck.grammar.binding.named import field_of
from factcheck.grammar.binding.partial import completed
from factcheck.grammar.binding.period import contrasted, period_of, streak_period, tied_time
from factcheck.grammar.binding.scene import Bound, Scene, Times, place_of, scene_of
from factcheck.grammar.binding.scope import sampled, scope_of
from factcheck.grammar.binding.statement import base_of, basis_of, economy, modality_of, statement_of, streak_topic
from factcheck.grammar.context import Frames
from factcheck.grammar.firms import chinese_firms, firm_of, goes_on
from factcheck.grammar.phrases import is_latin
from factcheck.grammar.sentences import Sentence
from factcheck.model import Assumed, Claim, Context, Mention, Missing, Slot, Stated, Text, Vocabulary
from factcheck.period import Period

__all__ = ["Times", "bind", "bind_cells"]

T = TypeVar("T", Mention, Times)
_FIGURES = frozenset(
    ("quantity", "money", "percent", "percentage_point", "fraction", "multiple", "count", "range", "temperature", "duration", "rank")
)
_OF_FIRM = Missing(Text("是企业的数字，不是某地的", "a firm's figure, not a place's"))
_TIMES = frozenset(("date", "year", "period"))


def bind(
    text: str,
    parts: Sequence[Sentence],
    mentions: Sequence[Mention],
    times: Sequence[Times],
    context: Context,
    frames: Frames,
    vocabulary: Vocabulary,
) -> Iterator[Claim]:
    """Bind every figure of a folded text. `times` are resolved; `frames` is what time the article is about."""
    bound = Bound()
    heading: Heading | None = None
    firm: Slot[str] | None = None
    trade: Claim | None = None
    title = sampled(text, parts[0].span, "en" if is_latin(text, *parts[0].span) else "zh") if parts else False
    figures = _by_sentence(parts, [mention for mention in mentions if _is_figure(mention)])
    named = _by_sentence(parts, times)
    undated = _by_sentence(parts, [mention for mention in mentions if mention.kind in _TIMES and mention.period is None])
    for sentence, here, dated, gaps in zip(parts, figures, named, undated, strict=True):
        if sentence.paragraph != bound.paragraph:
            bound, trade = Bound(sentence.paragraph), None
        now, item = context.published.value, sentence.span.start in frames.items
        heading = heading_over(text, sentence, heading, dated, now and now.last, figures=bool(here), item=item)
        latin = is_latin(text, *sentence.span)
        whose = firm_of(text, sentence.span, here[0].span.start if here else sentence.span.end, firm) if latin else None
        firm = whose or firm
        if not here and not dated:
            bound = bound._replace(topic="", current="", span=None) if bound.current else bound
            continue
        frame = heading.period if heading and heading.period else frames.at(sentence.span.start)
        scene = scene_of(text, sentence, here, dated, [gap.span for gap in gaps], context, frame, vocabulary)
        claims, bound = _sentence(scene._replace(aimed=heading is not None, sampled=title), bound.afresh())
        firms = [] if latin or not here else chinese_firms(text, sentence.span, [time.span for time in dated])
        claims, trade = completed(list(respectively(scene, claims)), trade, vocabulary, scene.language)
        yield from (_owned(claim, _nearest(firms, claim) if firms else whose) for claim in claims)


def _nearest(firms: Sequence[Stated[str]], claim: Claim) -> Stated[str] | None:
    """The last firm named before a figure in its sentence, if the figure is still the firm's."""
    index = bisect_left(firms, claim.span.start, key=lambda firm: firm.span.start if firm.span else 0)
    return firms[index - 1] if index and goes_on(claim, firms[index - 1]) else None


def _owned(claim: Claim, firm: Slot[str] | None) -> Claim:
    """A claim of no place that is said is the firm's that the sentence speaks of."""
    if firm is None or isinstance(claim.area, Stated) or (isinstance(claim.area, Assumed) and not isinstance(firm, Stated)):
        return claim
    return claim._replace(subject=firm, area=claim.area if isinstance(claim.area, Missing) else _OF_FIRM)


def _is_figure(mention: Mention) -> bool:
    """Whether it measures something: a time does not, and a range of ages names who is counted (0—14岁人口)."""
    return mention.kind in _FIGURES and mention.period is None and not (mention.kind == "range" and mention.unit == "age")


def _by_sentence(parts: Sequence[Sentence], things: Sequence[T]) -> list[list[T]]:
    """What stands in each sentence; both in the order of the text."""
    found: list[list[T]] = []
    index = 0
    for sentence in parts:
        here: list[T] = []
        while index < len(things) and things[index].span.start < sentence.span.end:
            if things[index].span.start >= sentence.span.start:
                here.append(things[index])
            index += 1
        found.append(here)
    return found


def _sentence(scene: Scene, bound: Bound) -> tuple[list[Claim], Bound]:
    """The claims of one sentence, left to right, and what carries on."""
    claims: list[Claim] = []
    outside: Bound | None = None
    for index, figure in enumerate(scene.figures):
        if _aside(scene, figure):
            outside = outside or bound
        elif outside is not None:
            bound, outside = outside, None
        claim, bound = _figure(scene, index, bound)
        claims.append(claim)
    return claims, bound


def _aside(scene: Scene, figure: Mention) -> bool:
    """Whether a figure stands in brackets: what it speaks of does not carry on behind them."""
    first, last = scene.sentence.span.start, figure.span.start
    return scene.text.rfind("(", first, last) > scene.text.rfind(")", first, last)


def _figure(scene: Scene, index: int, bound: Bound) -> tuple[Claim, Bound]:
    """Bind one figure, given what the figures before it leave."""
    place = place_of(scene, index)
    figure = place.figure
    last = bound
    if last.claim and (again := repeated(scene, place, last.claim)):
        return again, bound
    noun, behind = noun_of(scene, place)
    indicator, bound, share = indicator_of(scene, place, noun, bound, behind=behind)
    change, direction = moved(scene, place, noun, last, share=share)
    tied = change == "level" and tied_time(scene, place) is not None
    if tied:
        change, direction = "level_from", None
    share = change == "share_of"
    area, whole, carried = area_of(scene, place, last, share=share, noun=noun)
    period, bound = period_of(scene, place, indicator.value or "", bound, from_=change == "level_from", inherited=not noun)
    modality = modality_of(scene, place, bound, period, fresh=bool(noun))
    owner = owner_of(scene, place, last, behind=behind)
    ids = indicator_ids(scene.vocabulary, owner + (indicator.value or "")) or economy(scene, place, owner + (indicator.value or ""), change)
    statement, rank = statement_of(scene, place, change)
    if statement in {"rank", "streak"}:
        whole = field_of(scene, place)
    if statement == "streak":
        indicator, ids = streak_topic(scene, place, indicator, ids)
        period = streak_period(period, figure, context=scene.context)
    scope = scope_of(scene, place, last, change, indicator.value or "")
    basis = basis_of(scene, place, last, change, period, fresh=bool(noun))
    base = base_of(scene, place, last, change, period, basis, fresh=bool(noun))
    claim = Claim(
        figure, scene.sentence.span, place.clause, statement, indicator, subject_of(area), area, period, whole, change, direction,
        modality, ids, rank, basis, owner, base, scope,
    )  # fmt: skip
    starts = last.starts if listed_start(place, last) else change == "level_from" and not tied
    return claim, bound._replace(
        area=carried, whole=whole if share else last.whole, claim=claim, forecast=modality, starts=starts,
        started=period if starts and isinstance(period, Stated) else bound.started,
        stock=_stock(scene, period, last), owner=owner,
    )  # fmt: skip


def _stock(scene: Scene, period: Slot[Period], last: Bound) -> Slot[Period] | None:
    """The time of the stock that 其中 may speak of next; one that is only told to compare with leaves the one before."""
    if isinstance(period, Stated) and period.span and contrasted(scene, period.span.start):
        return last.stock
    return period if period.value is not None and period.value.stock else None
