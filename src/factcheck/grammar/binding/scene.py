"""One sentence with all that stands in it, and what carries on from one figure to the next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from factcheck.grammar.areas import Hit, find_areas
from factcheck.grammar.behind import Behind, motion_behind
from factcheck.grammar.binding.wider import widened
from factcheck.grammar.lexicon import any_of
from factcheck.grammar.phrases import Phrase, is_latin, phrase_of
from factcheck.grammar.sentences import Sentence, clauses
from factcheck.model import Area, Claim, Context, Mention, Missing, Modality, Slot, Span, Stated, Text, Vocabulary
from factcheck.patterns import regex
from factcheck.period import Period
from factcheck.records import NamedTuple

__all__ = ["HELD", "NO_AREA", "NO_PERIOD", "UNKNOWN_TIME", "UNKNOWN_YEAR", "Bound", "Place", "Scene", "Times", "of_place", "place_of", "plain_runs", "scene_of"]

LINK = regex(r"\s*(?:year-on-year|year on year)?(?:[、和与及/]|以及|(?:, )?\s?and |, | or |\s)\s*")
LINK_HEDGED = regex(r"(?:左右|以上)?\s*(?:[、和与及]|以及| and |, and |, )\s*(?:约|近|超)?")
HELD = ("相比", "比较")
"""Behind a figure these say that the next is held against it: 与2010年的72.5万人相比."""
_OF = regex(" of (?:the )?")
NO_AREA = Missing(Text("没有说明地区", "no area is named"))
NO_PERIOD = Missing(Text("没有说明时间", "no period is named"))
UNKNOWN_TIME = Missing(Text("说的是一年中的某一段，不知起止", "a stretch within a year is meant, of which the days are not known"), named=True)
UNKNOWN_YEAR = Missing(Text("说了时间，不知是哪一年", "a time is named, and nobody knows of which year"), named=True)


class Times(NamedTuple):
    """A time read in the text, with its period."""

    span: Span
    period: Period
    kind: str


class Bound(NamedTuple):
    """What carries on from one figure to the next within a paragraph.

    `topic` is the indicator named last, `current` the same with what was said of it since (增速, 占…比重), `starts` whether the
    figure before was the starting point of a change, `started` when such a change started, `stock` the period of a stock just named, `share` whether shares are listed,
    `owner` whose figures they are within the area."""

    paragraph: int = -1
    topic: str = ""
    current: str = ""
    span: Span | None = None
    sentence: Span | None = None
    area: Slot[Area] = NO_AREA
    period: Slot[Period] = NO_PERIOD
    stock: Slot[Period] | None = None
    whole: Slot[Area] = NO_AREA
    starts: bool = False
    started: Stated[Period] | None = None
    share: bool = False
    forecast: Modality = "actual"
    claim: Claim | None = None
    owner: str = ""

    def afresh(self) -> Bound:
        """What of it holds in a new sentence of the paragraph."""
        return self._replace(starts=False, started=None, claim=None, forecast="actual", whole=NO_AREA, share=False, owner="")


class Scene(NamedTuple):
    """One sentence. `blanked` is its text with times, places and hedges blanked out, so that what is left names things."""

    text: str
    blanked: str
    sentence: Sentence
    clauses: list[Span]
    figures: list[Mention]
    times: list[Times]
    hits: list[Hit]
    context: Context
    frame: Period | None
    vocabulary: Vocabulary
    language: str
    """Whose words the sentence is read with, `zh` or `en`."""
    undated: Sequence[Span] = ()
    """Times of which nobody knows the year."""
    aimed: bool = False
    """Whether it is an item of a list of targets."""
    ahead: bool = True
    """Whether a word in it may speak of what is to come."""
    years: Sequence[Mention] = ()
    """The stretches of years that it tells (五年来)."""
    sampled: bool = False
    """Whether the article's title speaks of a sample."""

    @property
    def latin(self) -> bool:
        """Whether it is English."""
        return self.language == "en"


class Place(NamedTuple):
    """Where a figure stands: in which clause, from where its own words begin, and what they say."""

    figure: Mention
    clause: Span
    start: int
    phrase: Phrase
    listed: bool
    """Whether only 、 or 和 parts it from the figure before."""
    limit: int
    """Where the words behind it end: the next figure or the end of the clause."""
    moved_behind: Behind | None = None
    """In English, the noun behind it that says how it moves: a 3.8 percent increase in exports."""


def scene_of(
    text: str,
    sentence: Sentence,
    figures: list[Mention],
    times: list[Times],
    undated: list[Span],
    context: Context,
    frame: Period | None,
    names: Vocabulary,
) -> Scene:
    """Find the places of a sentence and blank out what names nothing. `undated`: times of which nobody knows the year."""
    span = sentence.span
    hits = find_areas(text, *span)
    owners = [*(time.span for time in times), *(Span(hit.start, hit.end) for hit in hits)]
    gaps = [*undated, *(Span(start, end + 2 * text.startswith("'s ", end)) for start, end in owners)]
    gaps += [gap for figure in figures for gap in figure.hedge_spans if gap.start < figure.span.start]
    language = "en" if is_latin(text, *span) else "zh"
    ahead = language == "en" or _ahead(text, span)
    parts, blanked = clauses(text, span), _blanked(text, span, gaps)
    years = [figure for figure in figures if figure.kind == "duration" and figure.unit == "year"]
    return Scene(text, blanked, sentence, parts, figures, times, hits, context, frame, names, language, undated, ahead=ahead, years=years)


def _ahead(text: str, span: Span) -> bool:
    return any(any_of(f"zh/clauses/{section}").search(text, *span) for section in ("aims_ahead", "aim", "expect", "will"))


def _blanked(text: str, span: Span, gaps: Sequence[Span]) -> str:
    """The text of a span with NUL where gaps are."""
    chars = list(text[span.start : span.end])
    for gap in gaps:
        first, last = max(0, gap.start - span.start), min(len(chars), gap.end - span.start)
        chars[first:last] = "\0" * max(0, last - first)
    return "".join(chars)


def place_of(scene: Scene, index: int) -> Place:
    """Where the figure of that index stands."""
    figure, text = scene.figures[index], scene.text
    clause = _clause_at(scene, figure.span.start)
    before = min(_end_of(scene.figures[index - 1]), figure.span.start) if index else 0
    start = max(clause.start, before)
    offset = scene.sentence.span.start
    head = _beside(text, figure, scene.blanked[start - offset : figure.span.start - offset])
    phrase = phrase_of(head, scene.language)
    phrase = widened(scene.vocabulary, text, start, scene.hits, phrase.shifted(start))
    following = scene.figures[index + 1].span.start if index + 1 < len(scene.figures) else scene.sentence.span.end
    limit = min(following, clause.end)
    behind = motion_behind(scene.blanked, figure.span.end - offset, limit - offset) if scene.latin else None
    return Place(figure, clause, start, phrase, _listed(text, figure, start, before), limit, behind)


def _beside(text: str, figure: Mention, head: str) -> str:
    """The words before a figure, without what it is held beside: 常住人口与2010年普查的72.5万人相比 leaves 常住人口."""
    if not text.startswith(HELD, figure.span.end):
        return head
    return head[: max(map(head.rfind, ("与", "同", "和", "跟")))] if any(word in head for word in "与同和跟") else head


def of_place(scene: Scene, end: int) -> Hit | None:
    """The place that an English figure is of, right behind it: 12 percent of China's output."""
    hit = next((hit for hit in scene.hits if hit.start >= end), None)
    return hit if hit and _OF.fullmatch(scene.text, end, hit.start) else None


def _clause_at(scene: Scene, at: int) -> Span:
    """The clause that an offset lies in; the sentence where it lies between two."""
    index = bisect_left(scene.clauses, at, key=lambda clause: clause.end)
    found = scene.clauses[index] if index < len(scene.clauses) else scene.sentence.span
    return found if found.start <= at else scene.sentence.span


def _end_of(figure: Mention) -> int:
    return max(span.end for span in (figure.span, *figure.hedge_spans)) if figure.hedge_spans else figure.span.end


def _listed(text: str, figure: Mention, start: int, before: int) -> bool:
    """Whether only 、 or 和 stands between `before`, the end of the figure before, and a figure or its hedge."""
    stop = min([figure.span.start, *(span.start for span in figure.hedge_spans if span.start >= start)])
    return before > 0 and LINK.fullmatch(text, before, stop) is not None


def plain_runs(text: str, spans: Sequence[Span]) -> list[list[int]]:
    """Indices of figures that only 、 or 和 parts, run by run."""
    runs: list[list[int]] = []
    for index, span in enumerate(spans):
        linked = runs and LINK_HEDGED.fullmatch(text, spans[index - 1].end, span.start)
        runs[-1].append(index) if linked else runs.append([index])
    return runs
