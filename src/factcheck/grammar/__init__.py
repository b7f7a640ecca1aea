"""Reading: an article's text to mentions, claims and, with a reason, the numerals that are neither."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from factcheck.grammar.binding import Times, bind, bind_cells
from factcheck.grammar.calendar import Shape
from factcheck.grammar.context import context_of, default_year, frames_of
from factcheck.grammar.fold import fold
from factcheck.grammar.milestones import milestones_of
from factcheck.grammar.quantities import Text2
from factcheck.grammar.scan import Token, scan
from factcheck.grammar.sentences import Sentence, sentences
from factcheck.grammar.tables import Figure, read_tables
from factcheck.model import Article, Context, Mention, Reading, Span, Unread, Vocabulary
from factcheck.patterns import regex
from factcheck.period import Day, Period

__all__ = ["read"]

_HALF_YEAR = 183
_AGAINST = regex("[比较与同由从]$|(?:same (?:period|month|quarter|time)(?: of| in)?|compared (?:to|with)|than|over|from) (?:the )?$")
_AS_MUCH = regex("(?:为|是|相当于)$")
_OPEN_MONTH = regex(r"\{y\}-\{m\}-([0-9]{2})")
_DAY = regex(r"^\{y\}-[0-9]{2}-[0-9]{2}")


def read(article: Article, vocabulary: Vocabulary, published: Period | None = None, region: str | None = None) -> Reading:
    """Read every numeral of an article; `published` and `region` are what the user says of it, and outrank the text."""
    text = _without_front_matter(article, fold(article.text))
    figures, headings = read_tables(article.text, text)
    cells = {figure.mention.span.start: figure for figure in figures}
    tokens = [_cell(token, cells, headings) for token in scan(Text2(article.text, text)) if article.is_read(_start(token))]
    shapes = [token for token in tokens if isinstance(token, Shape)]
    context = context_of(article, text, shapes, published, region)
    year = default_year(article, text, context.published, shapes)
    parts = sentences(text)
    periods = dict(_resolved(text, shapes, parts, context, year))
    mentions = [_mention(article.text, token, periods) for token in tokens if not isinstance(token, Unread)]
    times = [Times(Span(s.start, s.end), p, s.kind) for s in shapes if (p := periods.get(s.start)) and not _only_compared(text, s)]
    frames = frames_of(article, text, year, ((*time.span, time.kind, time.period) for time in times))
    in_text = [mention for mention in mentions if mention.via != ("table_cell",)]
    claims = list(bind(text, parts, in_text, times, context, frames._replace(items=article.items), vocabulary))
    claims += bind_cells([cells[m.span.start] for m in mentions if m.via == ("table_cell",)], times, context, frames, vocabulary)
    claims.sort(key=lambda claim: claim.span)
    unread = tuple(token for token in tokens if isinstance(token, Unread))
    spans = tuple(part.span for part in parts)
    milestones = tuple(milestones_of(text, claims, mentions))
    return Reading(article, context, spans, tuple(mentions), tuple(claims), unread, milestones)


def _without_front_matter(article: Article, text: str) -> str:
    """The text as long as it was, with blanks for what of the front matter is not read; each headline and summary is a line."""
    if not article.body:
        return text
    blanks, at = [], 0
    for span in sorted((*article.titles, *article.summaries)):
        blanks += [_blank(text[at : span.start]), text[span.start : span.end]]
        at = span.end
    return "".join((*blanks, _blank(text[at : article.body]), text[article.body :]))


def _blank(text: str) -> str:
    """Blanks, and the line ends of a text where they are."""
    return "".join(char if char in "\r\n" else " " for char in text)


def _cell(token: Token, cells: dict[int, Figure], headings: frozenset[int]) -> Token:
    """A bare number that stands in a table is what its row and column say; one in a heading may be a year."""
    if isinstance(token, Shape):
        return token
    if isinstance(token, Unread) and token.span.start in headings and token.span.end - token.span.start == len("2025"):
        return Shape(token.span.start, token.span.end, "year", "{y}", int(token.surface), via="year_heading")
    figure = cells.get(token.span.start) or cells.get(token.span.start - 1)
    if figure is None or figure.mention.span.end != token.span.end:
        return token
    bare = isinstance(token, Unread) or token.kind in {"ordinal", "year"} or token.unit == figure.mention.unit
    return figure.mention if bare else token


def _only_compared(text: str, shape: Shape) -> bool:
    """Whether 上年 is what something is compared with (比上年增长, 以上年为100, 上年=100), and dates nothing."""
    return shape.relation == "previous" and (text[shape.start - 1 : shape.start] in set("比较与同按以") or text[shape.end : shape.end + 1] == "=")


def _start(token: Token) -> int:
    return token.start if isinstance(token, Shape) else token.span.start


def _mention(text: str, token: Mention | Shape, periods: dict[int, Period]) -> Mention:
    """A time as a mention; a range of years keeps its ends."""
    if isinstance(token, Mention):
        return token
    span = Span(token.start, token.end)
    period = periods.get(token.start)
    mention = Mention(span, text[token.start : token.end], token.kind, period=period, via=(token.via,))
    if token.kind == "range" and period and period.first and period.last:
        return mention._replace(low=_whole(period.first.year), high=_whole(period.last.year), unit="year")
    if token.kind == "year" and period and period.is_year:
        return mention._replace(value=_whole(int(period.text)))
    return mention


def _whole(number: int) -> Fraction:
    return Fraction(number)


def _resolved(
    text: str, shapes: Iterable[Shape], parts: list[Sentence], context: Context, frame: int | None
) -> Iterator[tuple[int, Period]]:
    """Fill in each time's year: as stated, from the article's own, from the year last named in its sentence, or none."""
    now = context.published.value
    first = now.first if now else None
    today = first if now and now.first == now.last else None
    last_year: int | None = None
    sentence = 0
    named_in = -1
    for bare in shapes:
        shape = _in_month(bare, today) if "{m}" in bare.template else bare
        while sentence + 1 < len(parts) and parts[sentence + 1].span.start <= shape.start:
            sentence += 1
        year = shape.year
        if shape.via == "relative_month":
            if month := _month_away(shape, first):
                yield shape.start, month
            continue
        if year is None and shape.relation in {"same", "next", "previous"}:
            elsewhere = last_year is None or (named_in != sentence and frame is not None)
            base = frame if elsewhere and shape.relation == "previous" else last_year
            year = None if base is None else base + {"same": 0, "next": 1, "previous": -1}[shape.relation]
        elif year is None and shape.relation is not None:
            year = first.year + int(shape.relation) if first else None
        elif year is None:
            year = _year_of(shape, last_year if named_in == sentence else None, first, frame)
        period = shape.resolved(year)
        if period:
            named = shape.year is not None or shape.relation is not None
            if year is not None and named and shape.relation != "previous" and not _against(text, shape):
                last_year, named_in = year, sentence
            yield shape.start, period


def _in_month(shape: Shape, now: Day | None) -> Shape:
    """A bare day in the month of the article's own date, unless it were still to come."""
    day = _OPEN_MONTH.match(shape.template)
    if now is None or day is None or int(day.group(1)) > now.day:
        return shape
    return shape._replace(template=shape.template.replace("{m}", f"{now.month:02}"), year=now.year)


def _against(text: str, shape: Shape) -> bool:
    """Whether a year is only what something is held against or starts from: 上年 behind it is not the year before it."""
    return bool(_AGAINST.search(text, max(0, shape.start - 24), shape.start)) or (
        text.startswith("的", shape.end) and bool(_AS_MUCH.search(text, max(0, shape.start - 3), shape.start))
    )


def _month_away(shape: Shape, now: Day | None) -> Period | None:
    """Last month, this month and the next, counted from the article's own."""
    if now is None or shape.relation is None:
        return None
    year, month = divmod(now.year * 12 + now.month - 1 + int(shape.relation[:-1]), 12)
    return Period.possible(f"{year:04}-{month + 1:02}")


def _nearest(now: Day, month: int) -> int:
    """The year that brings a month within half a year of the article's own date."""
    if (month - now.month) * 30 > _HALF_YEAR:
        return now.year - 1
    return now.year + 1 if (now.month - month) * 30 > _HALF_YEAR + 30 else now.year


def _just_ended(period: Period | None, now: Day) -> bool:
    """Whether a month or quarter ended so shortly before the article that it is news: whatever else the article is about."""
    if period is None or period.last is None or period.is_year or period.stock:
        return False
    return period.last <= now and (now.year - period.last.year) * 12 + now.month - period.last.month <= 1


def _year_of(shape: Shape, last_year: int | None, now: Day | None, frame: int | None) -> int | None:
    """The year of a time without one: the year last named in its sentence; for a day the nearest to the article's date; for a part of the
    year that has just ended this one; else the year that the article is about, unless that part were still to come."""
    if last_year is not None:
        return last_year
    if now is None:
        return None
    if shape.kind == "date" and _DAY.search(shape.template):
        return _nearest(now, int(shape.template[4:6]))
    year = now.year if _just_ended(shape.resolved(now.year), now) else frame or now.year
    period = shape.resolved(year)
    if period and period.first and (period.first > now or (period.last and period.last > now and (".." in period.text or "-Q" in period.text))):
        return year - 1
    return year
