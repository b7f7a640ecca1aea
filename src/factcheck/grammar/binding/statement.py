"""What kind of statement a figure makes: what it is measured against, whether it is forecast, whether it is a share, a streak, an anniversary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.grammar.binding.scene import Bound, Place, Scene, Times
from factcheck.grammar.lexicon import any_of, words
from factcheck.model import Assumed, Basis, Change, Missing, Modality, Slot, Span, Stated, Statement, Text
from factcheck.names import fold_name
from factcheck.patterns import regex
from factcheck.period import Period

__all__ = ["base_of", "basis_of", "economy", "modality_of", "statement_of", "streak_topic"]

_STREAK = regex("连续$")
_BEFORE_STREAK = regex("(?:已|已经|也|均|都)?连续$")
_AGAINST = regex("(?:比|较|与|从|自|than|from|since|over) ?$")
_BASE_BEHIND = regex("(?<![A-Za-z])(?:than|from|since|over|compared with|compared to)(?![A-Za-z])")
_IN_COMPARISON = regex("(?:年?同期)?相比|compared")
_IS = regex("(?:是|为|相当于|等于|达到?)$")
_WHOLE_YEAR = regex("[0-9全今去上当本]年(?=均|平均)")
"""全年均增长 and 2018年平均汇率 are no 年均."""
_SO_MANY_BACK = regex("(?:以来|来|间|期间|年均|平均|(?:累计)?增[长加])(?!自)")
_PAST = regex("(?:过去|近|这|前|最近)的?$")
_TIMES_THAT_OF = regex("that of|of that in|as (?:much|many|large|high|big) as")
_ECONOMY = frozenset(("经济", "国民经济", "economy"))
_NO_BASE = Missing(Text("没有说明基期", "no base is named"))
_CHANGES = frozenset(("growth_rate", "increase_by", "decrease_by", "times"))
_EXPECTED = regex(r" (?:[a-z-]+ ){0,2}(?:forecasts?|projections?|consensus|targets?)(?![a-z])")
"""What makes an English figure an expected one from behind: above the 5.6% yearly forecast."""
_HOME_MONEY = frozenset(("CNY", None))
"""What growth of money is measured in, unless the amount beside it is in another currency."""
_EXPECTING = regex("(?:预计|预测|预期|估计)[，,:：]")
"""Whoever says so expects all that follows in the sentence: 该机构预计，2026年…增长4.8%."""
_PLANNED = regex("拟[按安]")
"""A budget that is to be, beside which all is to be: 增长5%左右，赤字率拟按3%安排."""
_NOISE = regex('[\\s，、“”"]')
_LONGEST_NAME = 12
_TAIL, _ENGLISH_TAIL = 24, 60
_STATEMENTS: dict[str | None, Statement] = {
    "growth_rate": "growth", "share_of": "share", "increase_by": "change", "decrease_by": "change", "times": "change", "contribution": "change",
}  # fmt: skip


def basis_of(
    scene: Scene, place: Place, bound: Bound, change: Change | None, period: Slot[Period], *, fresh: bool
) -> tuple[Basis, ...]:
    """What a change is measured against and at which prices, by the words around it; a list keeps what its first item says."""
    if change not in _CHANGES:
        return ()
    around = _around(scene, place, bound)
    table = words(f"{scene.language}/changes/basis").table
    found = tuple(dict.fromkeys(_bases_in(around, table)))
    named = _named_base(scene, place)
    if named and (base := _against(scene, period.value, named)) and base not in found:
        found = (*found, base)
    last = bound.claim
    if last and not fresh and last.mention.kind == "money" and last.mention.unit not in _HOME_MONEY and place.figure.kind == "percent":
        found = (*found, "foreign_currency")
    if not found and place.moved_behind and place.moved_behind.compared:
        return ("other_base",)
    if not found and place.listed and not fresh and bound.claim:
        return bound.claim.basis
    return found


def _bases_in(around: str, table: Mapping[str, str]) -> Iterator[Basis]:
    """What the words say, each once: `a year` in `from a year earlier` is no average."""
    for word in sorted((word for word in table if word in around), key=len, reverse=True):
        if word in around:
            around = around.replace(word, "\0")
            yield table[word]  # type: ignore[misc]


def _around(scene: Scene, place: Place, bound: Bound) -> str:
    """The words that may say what a change is measured against, also in the clauses before (扣除价格因素，…)."""
    end = place.figure.span.end
    start = bound.claim.span.end if bound.claim else scene.sentence.span.start
    if not scene.latin:
        return _WHOLE_YEAR.sub("", scene.text[start : min(place.limit, end + _TAIL)])
    return scene.text[start : min(place.limit, end + _ENGLISH_TAIL)].lower()


def base_of(
    scene: Scene, place: Place, bound: Bound, change: Change | None, period: Slot[Period], basis: tuple[Basis, ...], *, fresh: bool
) -> Slot[Period]:
    """The earlier time that a change counts from: one that is named (较2019年, 是2012年的), where the movement starts (由2015年的), the
    year before a plan, or what the change just before counts from."""
    if change not in _CHANGES:
        return _NO_BASE
    named = _named_base(scene, place)
    if named:
        return Stated(named.period, named.span) if _against(scene, period.value, named) == "other_base" else _NO_BASE
    if "year_on_year" in basis:
        return _NO_BASE
    if isinstance(period, Stated) and (plan := _before_plan(scene, period)):
        return plan
    if back := _years_back(scene, place, period.value, freely="annual_average" in basis):
        return back
    last = None if fresh or not bound.claim or _named_since(period, bound.claim.mention.span.end) else bound.claim
    carried = last and (last.period.value if last.change == "level_from" else last.base.value or (bound.started and bound.started.value))
    if not carried or _is_year_before(carried, period.value):
        return _NO_BASE
    return Assumed(carried, Text(f"承前：自{carried}起", f"carried on: since {carried}"))


def _named_since(period: Slot[Period], end: int) -> bool:
    """Whether the time of a figure is named behind the figure before: 比1952年增长175倍，其中1979—2018年年均增长9.4%."""
    return isinstance(period, Stated) and period.span is not None and period.span.start >= end


def _before_plan(scene: Scene, period: Stated[Period]) -> Slot[Period] | None:
    """The last year before a plan: 十四五 counts from 2020."""
    span = period.value
    if span.first is None or span.year or not any(time.span == period.span and time.kind != "range" for time in scene.times):
        return None
    return Stated(Period.of_year(span.first.year - 1), period.span) if span.text[4:6] == ".." else None


def _years_back(scene: Scene, place: Place, period: Period | None, *, freely: bool) -> Slot[Period] | None:
    """The year from which so many years lead to the period: 五年来, 过去五年, 十年间; `freely`: also past another time that is named since."""
    figure, text = place.figure.span.start, scene.text
    for other in (other for other in scene.years if other.span.end <= figure):
        start, end = other.span
        years = int(other.value) if other.value is not None and other.value.denominator == 1 else 0
        back = _SO_MANY_BACK.match(text, end) or _PAST.search(text, max(0, start - 3), start)
        past = "；" in text[end:figure] or (not freely and any(end <= time.span.start < figure for time in scene.times))
        base = Period.possible(f"{period.last.year - years:04}") if years and back and not past and period and period.last else None
        if base:
            return Assumed(base, Text(f"{period}之前{other.surface}", f"{other.surface} before {period}"))
    return None


def _named_base(scene: Scene, place: Place) -> Times | None:
    """The time that the words around a figure compare it with."""
    return next((time for time in scene.times if time.kind != "range" and _is_base(scene, place, time)), None)


def _is_base(scene: Scene, place: Place, time: Times) -> bool:
    """Whether a change is measured against a time: 较2019年同期增长, 与2019年相比，…增长, 是2012年的2倍, a 24 percent rise from 2019."""
    text, start, figure = scene.text, time.span.start, place.figure.span
    against = _AGAINST.search(text, max(0, start - 6), start)
    if start < place.start:
        between = any(time.span.end <= other.span.start < figure.start for other in scene.figures)
        return bool(against and _IN_COMPARISON.match(text, time.span.end) and not between)
    if time.span.end > figure.start:
        pattern = _TIMES_THAT_OF if place.figure.unit == "times" else _BASE_BEHIND
        return bool(scene.latin and time.span.end <= place.limit and (pattern.search(text, figure.end, start) or _BASE_BEHIND.search(text, figure.end, start)))
    return bool(against) or bool(_IS.search(text, max(0, start - 6), start) and text.startswith("的", time.span.end) and place.figure.unit == "times")


def _against(scene: Scene, period: Period | None, time: Times) -> Basis | None:
    """Whether a time that a change is measured against is the year before."""
    own = period.last.year if period and period.last else _frame_year(scene)
    base = time.period.year
    if base is None or own is None or base != own - 1:
        return "other_base"
    return "year_on_year" if period and period.last and Period.of_year(own).last == period.last else None


def _is_year_before(base: Period, period: Period | None) -> bool:
    return bool(base.last and period and period.last and base.last.year == period.last.year - 1)


def _frame_year(scene: Scene) -> int | None:
    """The year that the sentence's frame lies in."""
    return scene.frame.year if scene.frame else None


def modality_of(scene: Scene, place: Place, bound: Bound, period: Slot[Period], *, fresh: bool) -> Modality:
    """Forecast or target, by a word in the clause; carried on where the next clause names nothing new."""
    end = place.figure.span.end
    tail = scene.text[end : min(place.clause.end, end + 8)]
    if scene.aimed or "的目标" in tail or "任务" in tail:
        return "target"
    if scene.latin and _EXPECTED.match(scene.text, end, place.clause.end):
        return "forecast"
    if scene.ahead and (said := _ahead(scene, place, period)):
        return said
    if not fresh and bound.claim and bound.forecast != "actual":
        return bound.forecast
    return "forecast" if _future(scene, place) else "actual"


def _ahead(scene: Scene, place: Place, period: Slot[Period]) -> Modality | None:
    """The same by a word before the figure, which few sentences have."""
    text, start, language = scene.text, place.figure.span.start, scene.language
    if any_of("zh/clauses/aims_ahead").search(text, scene.sentence.span.start, start):
        return "target"
    if _EXPECTING.search(text, scene.sentence.span.start, start):
        return "forecast"
    if _PLANNED.search(text, *scene.sentence.span):
        return "target"
    head = _said(text[place.clause.start : start], language)
    if any_of(f"{language}/clauses/aim").search(head):
        return "target"
    expected = any_of(f"{language}/clauses/expect").search(head) or (any_of(f"{language}/clauses/will").search(head) and not _over(scene, period))
    return "forecast" if expected else None


def _said(head: str, language: str) -> str:
    """Words in which others are looked for: in English small and between blanks; without phrases that hold such a word."""
    if language == "en":
        return any_of("en/clauses/not_ahead").sub(" ", f" {head.lower()} ")
    return any_of("zh/clauses/not_ahead").sub("", head)


def _over(scene: Scene, period: Slot[Period]) -> bool:
    """Whether the period that the text states was over when the article appeared: `will exceed` of a year that has passed."""
    now = scene.context.published.value
    return bool(isinstance(period, Stated) and now and now.first and period.value.last and period.value.last < now.first)


def _future(scene: Scene, place: Place) -> bool:
    """Whether the clause speaks of a time after the article's own date."""
    now = scene.context.published.value
    times = [time for time in scene.times if place.clause.start <= time.span.start < place.figure.span.start]
    first = times[-1].period.first if times else None
    return bool(first and now and now.last and first > now.last)


def statement_of(scene: Scene, place: Place, change: Change | None) -> tuple[Statement, int | None]:
    """The kind of statement, and for a streak the place that is held."""
    figure = place.figure
    if figure.kind == "duration" and figure.surface.endswith(("周年", "anniversary")):
        return "anniversary", None
    if figure.kind == "duration" and _STREAK.search(scene.text[max(0, figure.span.start - 3) : figure.span.start]):
        behind = scene.text[figure.span.end : place.clause.end]
        held = words("zh/clauses/streak_words").table
        rank = next((int(rank) for word, rank in held.items() if word in behind), None)
        return ("streak", rank) if rank else ("level", None)
    if figure.kind == "rank":
        return "rank", int(figure.value) if figure.value is not None else None
    if figure.parts:
        return "ratio", None
    return _STATEMENTS.get(change, "level"), None


def economy(scene: Scene, place: Place, name: str, change: Change | None) -> tuple[str, ...]:
    """What grows when the economy does: 经济年均增长6.6%, and 6.6个百分点 by mistake."""
    grows = change == "growth_rate" or (change == "increase_by" and place.figure.unit in {"percentage_point", "percent/year"})
    return scene.vocabulary.indicators.get("gdp", ()) if grows and name.lower() in _ECONOMY else ()


def streak_topic(scene: Scene, place: Place, indicator: Slot[str], ids: tuple[str, ...]) -> tuple[Slot[str], tuple[str, ...]]:
    """What a streak is held in: the noun before 连续, where the vocabulary knows it; 经济 is the economy as a whole."""
    head = _BEFORE_STREAK.sub("", _NOISE.sub("", scene.text[place.clause.start : place.figure.span.start]))
    known = scene.vocabulary.indicators
    span = Span(place.clause.start, place.figure.span.start)
    for size in range(min(_LONGEST_NAME, len(head)), 1, -1):
        name = head[-size:]
        found = known.get(fold_name(name)) or (known.get("gdp") if name in _ECONOMY or name == "经济总量" else None)
        if found:
            return Stated(name, span), found
    return indicator, ids
