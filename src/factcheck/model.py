"""Every noun of the program, frozen. One word for one idea; this page is the glossary.

article    a text as loaded; offsets are code points of `Article.text`, which nobody rewrites
mention    a numeral that was read: where it stands, what it amounts to, in which unit, hedged how
hedge      a word that makes a figure inexact (近, 超, 约, over, about); it decides what is guaranteed and what is typical
unread     a numeral that is no mention, with the reason
claim      a mention bound to what it measures: indicator, subject, area, period
slot       a place in a claim: Stated in the text, Assumed with a reason, or Missing with a reason
indicator  a named statistic (SDMX); observation: its value for an area and a period; status and vintage: which release
milestone  what is said of a figure besides its amount: a record, the first time beyond a mark, so many years in a row
evidence   an observation, or a figure computed from some, as shown to an editor
verdict    what the reference set says of a claim, a closed union
fact       one statistic for one subject and time, with every claim that states it
relation   figures of an article that have to agree: a move (from, to, by, rate), a breakdown (whole, parts), and what else `Graph` holds
premise    what a rule has to establish before it may speak: stated in the text, assumed, or refuted by it
problem    what a rule found; finding: a problem signed with its rule's name
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Generic, Literal, TypeVar

from factcheck.interval import Interval
from factcheck.patterns import regex
from factcheck.period import Period
from factcheck.records import NamedTuple

# --------------------------------------------------------------------------------------------- the text

class Span(NamedTuple):
    """A half-open stretch of code points."""

    start: int
    end: int


class Text(NamedTuple):
    """Words for editors, in both languages."""

    zh: str
    en: str


class Article(NamedTuple):
    """A text as loaded. `encoding` is the one that was found to fit; `front_matter` the keys before the text, if any."""

    path: str
    text: str
    encoding: str = "utf-8"
    front_matter: Mapping[str, str] = MappingProxyType({})
    body: int = 0
    """Where the text proper starts, after any front matter."""
    lines: tuple[int, ...] = (0,)
    """Where each line starts; lines end at LF, CR or CRLF as in an editor."""
    titles: tuple[Span, ...] = ()
    """The headlines that stand in the front matter."""
    summaries: tuple[Span, ...] = ()
    """What else of the front matter is read."""
    items: frozenset[int] = frozenset()
    """Where the lines begin that are items of a list, and whose marks (一、, -, ■) are not read."""

    @classmethod
    def of(cls, path: str, text: str, encoding: str = "utf-8", front_matter: Mapping[str, str] = MappingProxyType({}), body: int = 0) -> Article:
        """An article with its lines found."""
        return cls(path, text, encoding, front_matter, body, tuple(_line_starts(text)))

    def is_read(self, offset: int) -> bool:
        """Whether an offset lies in the text proper, or in a headline or summary before it."""
        return offset >= self.body or any(span.start <= offset < span.end for span in (*self.titles, *self.summaries))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line (from 1), without its end."""
        start = self.lines[number - 1]
        end = self.lines[number] if number < len(self.lines) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


class Hidden(NamedTuple):
    """Characters that nobody sees (zero-width blanks, soft hyphens), and the offset of what stands behind them in the article as read."""

    at: int
    chars: str


_LINE_ENDS = regex("\r\n|\r|\n")


def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in _LINE_ENDS.finditer(text))]


# --------------------------------------------------------------------------------------------- slots

T = TypeVar("T")


class Stated(NamedTuple, Generic[T]):
    """The text says so, at `span`."""

    value: T
    span: Span | None = None


class Assumed(NamedTuple, Generic[T]):
    """The text does not say so here; `why` it is taken to be so. `carried`: the passage carries it on, or whoever runs the check said so:
    no guess, as what the headline or the rest of the article suggests would be."""

    value: T
    why: Text
    carried: bool = False


class Missing(NamedTuple):
    """Nothing says so; `why` it was not assumed. `named`: the text does name one, and nobody knows which (国庆假期)."""

    why: Text
    named: bool = False

    @property
    def value(self) -> None:
        """No value, so that a slot can be asked without asking which it is."""
        return


Slot = Stated[T] | Assumed[T] | Missing
_NOT_SAID = Missing(Text("未说明", "not said"))


# --------------------------------------------------------------------------------------------- what was read

Kind = Literal[
    "quantity", "money", "percent", "percentage_point", "fraction", "multiple", "count", "rank", "ordinal",
    "date", "year", "period", "duration", "range", "temperature", "id", "other",
]  # fmt: skip
Hedge = Literal["none", "approx", "gt", "ge", "lt", "le", "near_below"]
Change = Literal[
    "level", "level_from", "increase_to", "decrease_to", "increase_by", "decrease_by",
    "growth_rate", "times", "share_of", "contribution",
]  # fmt: skip
Direction = Literal["up", "down"]
Modality = Literal["actual", "forecast", "target"]
Basis = Literal["year_on_year", "period_on_period", "annual_average", "cumulative", "other_base", "foreign_currency", "real", "nominal"]
Scope = Literal["sample", "mean", "supposed"]
Statement = Literal["level", "growth", "change", "share", "rank", "streak", "ratio", "anniversary"]


class Mention(NamedTuple):
    """A numeral that was read.

    `value` is exact and in `unit` (scale words resolved: 38.6亿元 is 3860000000 CNY); None for a range, which has `low`
    and `high`. `guaranteed` (D) is what the wording guarantees, `typical` (P) what a reader takes from it, both in `unit`.
    `ulp` is the place of the last written digit, `step` that of the last digit that is not zero.
    """

    span: Span
    surface: str
    kind: Kind
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    ulp: Fraction = Fraction(1)
    step: Fraction = Fraction(1)
    unit: str | None = None
    classifier: str | None = None
    hedge: Hedge = "none"
    hedge_spans: tuple[Span, ...] = ()
    guaranteed: Interval | None = None
    typical: Interval | None = None
    parts: tuple[Fraction, ...] = ()
    period: Period | None = None
    via: tuple[str, ...] = ()


class Unread(NamedTuple):
    """A numeral that is no mention, and why: a word of `REASONS` in grammar, for instance `idiom` or `article`."""

    span: Span
    surface: str
    reason: str


class Area(NamedTuple):
    """A place as named, with its code (GB/T 2260, ISO 3166, 156 the nation, WLD the world) where the vocabulary knows it."""

    name: str
    code: str | None = None


class Cell(NamedTuple):
    """Where in a table a figure stands: the offset at which the table begins, and what heads the row and the column."""

    table: int
    row: str
    column: str


class Claim(NamedTuple):
    """A mention bound to what it measures.

    `sentence` and `clause` are where it stands; `rank` the place that a streak holds; `whole` the area that a share is of;
    `basis` what a change is measured against, and at which prices; `base` the earlier time that it counts from, where that is not
    the year before; `indicator_id` is None unless exactly one indicator has that name.
    """

    mention: Mention
    sentence: Span
    clause: Span
    statement: Statement
    indicator: Slot[str]
    subject: Slot[str]
    area: Slot[Area]
    period: Slot[Period]
    whole: Slot[Area] = _NOT_SAID
    change: Change | None = None
    direction: Direction | None = None
    modality: Modality = "actual"
    indicator_ids: tuple[str, ...] = ()
    rank: int | None = None
    basis: tuple[Basis, ...] = ()
    owner: str = ""
    """Whose figure it is within the area (民营企业, 某电厂); empty where it is the area's own."""
    base: Slot[Period] = _NOT_SAID
    scope: tuple[Scope, ...] = ()
    """How it was counted, where that makes it no count of its period: by a sample, as a mean of so much a day, only supposed to be."""
    cell: Cell | None = None
    """The place of a bare number in a table; its sentence is the row."""

    @property
    def indicator_id(self) -> str | None:
        """The indicator that the reference set knows by this name, if it is one and not several."""
        return self.indicator_ids[0] if len(self.indicator_ids) == 1 else None

    @property
    def span(self) -> Span:
        """Where the figure stands."""
        return self.mention.span


Feat = Literal["high", "low", "above", "below", "years_above", "years_below", "years_up", "years_down", "years_ranked"]


class Milestone(NamedTuple):
    """What is said of a figure besides its amount: that it is a record (`high`, `low`), the first one beyond a mark (`above`, `below`),
    or that it was beyond a mark, went one way, or held its rank, for so many `years` in a row.

    `span` is where the text says so, `claim` the figure that says of what, where and when: the mark itself where there is one. A
    record may be one `since` a year only. `counted` is the number of years, where it is a claim."""

    feat: Feat
    span: Span
    claim: Claim
    years: int = 0
    since: int | None = None
    counted: Claim | None = None


class Vocabulary(NamedTuple):
    """Names that the reference set brings: folded name → ids. One name may have several; then context decides, or nothing."""

    indicators: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Context(NamedTuple):
    """What the article as a whole says of itself: its own date, whose `全省` it is, and the place that its headline names. Never from
    the clock."""

    published: Slot[Period]
    region: Slot[Area]
    headline: Slot[Area] = _NOT_SAID

    @property
    def home(self) -> Slot[Area]:
        """Where the figures are from of which nothing says where: the place of the headline, else the region."""
        return self.region if isinstance(self.headline, Missing) else self.headline


class Reading(NamedTuple):
    """All that was read of one article. Mentions, claims and unread numerals are in the order of the text."""

    article: Article
    context: Context
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]
    milestones: tuple[Milestone, ...] = ()


# --------------------------------------------------------------------------------------------- the reference set

Status = Literal[
    "final", "revised", "preliminary", "superseded", "official_statement", "census", "target", "derived", "secondary"
]  # fmt: skip


class Source(NamedTuple):
    """Where a value was published. `grade` A (an official table read directly) to C (a secondary transcription)."""

    title: str
    publisher: str
    published: str = ""
    url: str = ""
    grade: str = "A"

    @property
    def hard(self) -> bool:
        """Whether a mismatch with it may be an error: grades A to B-."""
        return self.grade[:1] in {"A", "B"}


class Indicator(NamedTuple):
    """A named statistic. `unit` as written in the file (亿元). The `*_of` fields say which other indicator it is about."""

    id: str
    name: Text
    unit: str
    kind: Literal["flow", "stock", "rate", "index", "rank", "event"]
    aliases: tuple[str, ...] = ()
    additive: bool = False
    growth_basis: Literal["real", "nominal", "none"] = "none"
    growth_of: str | None = None
    share_of: str | None = None
    streak_of: str | None = None
    per_head_of: str | None = None
    whole: str | None = None
    denominator: str | None = None
    bounds: tuple[str, str] | None = None
    abroad_of: str | None = None
    """The statistic that this one is for other countries, or in another currency, as international sources count it."""
    index_of: str | None = None
    """The statistic whose growth at constant prices this index gives, year by year."""
    census_of: str | None = None
    """The population, told of the year's end, that this one was by a census, on its own day."""
    parts: tuple[str, ...] = ()
    """The statistics that add up to this one, all of it: 出口 and 进口 of 进出口."""
    balance: tuple[str, str] | None = None
    """The two statistics of which this one is the first less the second: a surplus is exports less imports."""


class Observation(NamedTuple):
    """One official value. `value` is the text of the number in the indicator's unit (or `unit`), trailing zeros kept.

    `hedge` keeps a spoken bound (超1亿千瓦 is 1 with `gt`), `published` is the vintage (2026-02-28, 2026-02 or 2026)."""

    indicator: str
    area: str
    period: str
    value: str
    unit: str
    status: Status
    published: str
    source: Source
    hedge: Hedge = "none"
    exact: bool = False
    note: str = ""

    @property
    def id(self) -> str:
        """Indicator, area, period and vintage: the key of one value."""
        return f"{self.indicator}/{self.area}/{self.period}@{self.published}"


class Event(NamedTuple):
    """Something whose anniversaries are kept: `date` is 1936, 1936-10 or 1949-10-01."""

    id: str
    name: Text
    date: str
    aliases: tuple[str, ...]
    source: Source


# --------------------------------------------------------------------------------------------- judging

class Evidence(NamedTuple):
    """What a claim was held against: an observation, or a figure computed from `inputs` by `formula`.

    `value` is what an editor reads (`1401879 亿元`), `found` the interval in the claim's own unit."""

    id: str
    value: str
    found: Interval
    area: str
    period: str
    status: str
    published: str
    source: Source
    formula: Text | None = None
    inputs: tuple[Evidence, ...] = ()
    note: str = ""


class Slip(NamedTuple):
    """A slip that would explain a mismatch (`digit_changed`, `scale_wan_yi`, …), and the figure that would be right.

    `of` is the period or area whose figure it is instead, where that is the slip."""

    name: str
    text: Text
    corrected: str = ""
    of: str = ""


class Match(NamedTuple):
    """All of the reference lies in what a reader takes from the claim."""

    evidence: Evidence
    why: Text


class Compatible(NamedTuple):
    """Reference and claim meet, but the reference reaches beyond what a reader takes from it."""

    evidence: Evidence
    why: Text


class Coarse(NamedTuple):
    """Right only as a round figure."""

    evidence: Evidence
    why: Text


class Weak(NamedTuple):
    """True to the letter, yet not what a reader would take from it (成立但不贴切); or right once, and revised since to `now`."""

    evidence: Evidence
    why: Text
    now: Evidence | None = None


class Mismatch(NamedTuple):
    """No number fits both. `firm` is False where a slot was assumed or the source is secondary: then it is a warning."""

    evidence: Evidence
    why: Text
    firm: bool
    slips: tuple[Slip, ...] = ()


Reason = Literal["no_reference", "ambiguous", "unbound", "forecast", "not_comparable", "no_period", "not_a_statistic"]


class Unchecked(NamedTuple):
    """Not compared, and why. `nearest` is the official value that came closest to being comparable."""

    reason: Reason
    why: Text
    nearest: Evidence | None = None


Verdict = Match | Compatible | Coarse | Weak | Mismatch | Unchecked


class Judged(NamedTuple):
    """A claim with its verdict."""

    claim: Claim
    verdict: Verdict


class Reached(NamedTuple):
    """A milestone with its verdict."""

    milestone: Milestone
    verdict: Verdict


class Fact(NamedTuple):
    """One statistic for one subject and time, with every claim that states it.

    `value` is what all of them allow, in the unit of the first; it is empty where two of them contradict each other."""

    claims: tuple[Claim, ...]
    value: Interval


class Move(NamedTuple):
    """How one statistic moved, as one passage tells it: from `base` to `now`, `by` so much, by so many percentage `points`, at some
    `rates` (in percent or times).

    `years` lie between the two levels, where both years are known; `led`: words or headings say that the one is compared with the other."""

    now: Claim | None
    base: Claim | None = None
    by: Claim | None = None
    rates: tuple[Claim, ...] = ()
    points: Claim | None = None
    years: int | None = None
    led: bool = False


class Breakdown(NamedTuple):
    """A whole, and all the parts that it falls into (of an `open` list only some), in the order of the partition, and of what `kind` they are (投资).

    `others` are further figures that may be meant by the whole; `rough` says that official classes leave a little over, `likely` that
    nothing but a row of totals says that they are all."""

    whole: Claim
    parts: tuple[Claim, ...]
    others: tuple[Claim, ...] = ()
    rough: bool = False
    partition: str = ""
    kind: str = ""
    likely: bool = False
    open: bool = False


class Mix(NamedTuple):
    """All the shares of one whole in percent, in the order of the partition where it is known: of several figures, or of one a:b:c.

    `kind` is what they are shares of; `contributed` says that they are contributions to a growth, which may be negative."""

    claims: tuple[Claim, ...]
    shares: tuple[Interval, ...]
    partition: str = ""
    kind: str = ""
    contributed: bool = False


class Portion(NamedTuple):
    """A share in percent with the part and the whole that it is of; `said` is what it may have been rounded from."""

    share: Claim
    part: Claim
    whole: Claim
    said: Interval


class Shift(NamedTuple):
    """By how many points each part moved: shares of one whole, which together move by nothing, or what each part lent the growth of
    `whole`, in percent. `slack` is what parts that are told to have stood still may have moved."""

    claims: tuple[Claim, ...]
    whole: Claim | None = None
    slack: Fraction = Fraction(0)


class Balance(NamedTuple):
    """What is left of `gain` when `loss` is taken away."""

    result: Claim
    gain: Claim
    loss: Claim


class Average(NamedTuple):
    """A total with the number of things that it is spread over, and how much `each` of them has."""

    total: Claim
    number: Claim
    each: Claim


class Equal(NamedTuple):
    """One amount told twice in a row, in two units or two currencies: 1.39万公顷（20.85万亩）."""

    first: Claim
    second: Claim


class Graph(NamedTuple):
    """What the figures of one article have to do with each other: its facts, and the relations that bind them."""

    facts: tuple[Fact, ...] = ()
    moves: tuple[Move, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    mixes: tuple[Mix, ...] = ()
    portions: tuple[Portion, ...] = ()
    shifts: tuple[Shift, ...] = ()
    balances: tuple[Balance, ...] = ()
    averages: tuple[Average, ...] = ()
    equals: tuple[Equal, ...] = ()


class Facts(NamedTuple):
    """What a rule may look at: one article's reading, its verdicts, the events of the reference set, and the graph of its figures."""

    reading: Reading
    judged: tuple[Judged, ...] = ()
    events: tuple[Event, ...] = ()
    graph: Graph = Graph()
    indicators: Mapping[str, Indicator] = MappingProxyType({})
    """The indicators that the article's figures are known to measure, by id."""
    reached: tuple[Reached, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    """What stood unseen in the text."""

    def text(self, span: Span) -> str:
        """The words at `span`."""
        return self.reading.article.text[span.start : span.end]


Severity = Literal["error", "warning", "note"]


Standing = Literal["stated", "assumed", "refuted"]


class Premise(NamedTuple):
    """One thing that a problem rests on, for instance that two figures are of the same time: `name` is its word in JSON, `says`
    what it holds, `why` what it was taken from where the text does not state it."""

    name: str
    standing: Standing
    says: Text
    why: Text = Text("", "")


class Problem(NamedTuple):
    """What a rule found: the smallest span that is wrong, the figures that show it, and the value that would fit.

    `premises` is all that the problem rests on: they decide how severe it is at most (`rules.weighed`). `also` is what else fails
    for the same cause, in the words of the rules that would have said so."""

    severity: Severity
    span: Span
    message: Text
    related: tuple[Span, ...] = ()
    expected: str = ""
    suggestion: str = ""
    slips: tuple[Slip, ...] = ()
    also: tuple[Text, ...] = ()
    premises: tuple[Premise, ...] = ()


class Finding(NamedTuple):
    """A problem signed with the name of the rule that found it."""

    rule: str
    problem: Problem


# --------------------------------------------------------------------------------------------- the report

class Checked(NamedTuple):
    """One article with all that was said of it."""

    reading: Reading
    judged: tuple[Judged, ...]
    findings: tuple[Finding, ...]
    reached: tuple[Reached, ...] = ()


class NotChecked(NamedTuple):
    """An input that could not be checked, and why."""

    path: str
    why: str


class Report(NamedTuple):
    """All inputs in order of their paths: checked + not checked = listed. `digest` names the reference set used."""

    articles: tuple[Checked | NotChecked, ...]
    digest: str = ""
