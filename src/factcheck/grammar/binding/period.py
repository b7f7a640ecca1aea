"""When: a time right behind a figure, the last before it, the one that opened an earlier sentence, what the article is about."""

from __future__ import annotations

import re

from factcheck.grammar.binding.scene import HELD, NO_PERIOD, UNKNOWN_TIME, UNKNOWN_YEAR, Bound, Place, Scene, Times
from factcheck.grammar.binding.scope import stretch_in
from factcheck.grammar.binding.time_behind import leads_to, loosely, of_other, touching
from factcheck.grammar.lexicon import words
from factcheck.model import Assumed, Context, Mention, Missing, Slot, Span, Stated, Text
from factcheck.patterns import regex
from factcheck.period import Period

__all__ = ["contrasted", "period_of", "streak_period", "tied_time"]

_AGAINST = regex("(?:比|较|与|同|按|以|于)$|(?:than|from|with|over|compared to|that (?:of|in)) (?:the )?$")
_FROM = regex("[由从]$")
_STARTING = ("由", "从", "自", "from ")
_AS_MUCH = regex("(?:为|是|相当于|等于|达到?)$")
_IS = regex("(?:这一|这个|该|其)?(?:数字|数据|数值|规模|比例|比重)?(?:还|只|仅|则)?(?:是|为|有)(?:[约近超])?(?=[0-9])|仅为?(?=[0-9])")
_WAS = regex("(?:同期|同月|同季)?(?:仅?为|是|则为)(?=[0-9])")
_TIED = regex(r"(?:\([^()\n]{1,40}\))?的")
_MEASURED_BY = regex("(?:高于|低于|快于|慢于|好于)[^，。；、]{0,6}$")
_BEFORE = ("上年", "去年同期", "上年同期")
_NEAR, _BACK = 4, 9
_SPANNING = regex("(?:over|in|during|for|within) (?:the )?(?:past|last|previous|next|coming) [a-z0-9]{1,8} (?:years|decades|months|quarters)", re.IGNORECASE)
_COMPARED = regex(r"(?<![A-Za-z])(?:compared (?:with|to)|versus|against|than(?! (?:doubl|tripl|halv|quadrupl)))(?![A-Za-z])", re.IGNORECASE)
_YEARLY = regex("全年|年度|annual|whole year|full year", re.IGNORECASE)
_STOCK = regex("年末|年底|期末|月末|月底|季末")
_SINCE_BEFORE = regex("since $", re.IGNORECASE)
_BETWEEN = regex(r"(?:between|from|during|over|in|throughout|the|period) \(?$", re.IGNORECASE)
_BY_RATE = regex("[按以][^，。；、]{0,10}(?:汇率|价格?)")
"""年末 in it says at what rate money was changed, and not when."""
_SINCE = regex('"?(?:年初|开年|开春)?(?:以来|起|至今)')
_OVER_YEARS = regex("[，,]?(?:年均|年平均|平均|期间|累计|间|五年|三年)")
_EACH_YEAR = regex("(?<![0-9全今去上当本])年(?:均|平均)|平均每年|年复合|累计(?:增长|增加|提高|上升|下降|减少|降低)")
_SAME_PART = regex("同期|同月|同季|同一时期")
_NOW = regex("目前|如今|当前|现在|截至|截止")
_VIEW = regex("[^，。；、]{0,8}(?:来?看|而言|来说)(?=[，,：:])")
"""Behind a time 从 leads to, that it is looked at and not where something starts: 从12月当月看."""
_UNTIL = regex("截至|截止|到$")
_OPENING, _SPRING = 12, 4
_LONGEST_SINCE = len("2025-04")


def period_of(scene: Scene, place: Place, name: str, bound: Bound, *, from_: bool, inherited: bool) -> tuple[Slot[Period], Bound]:
    """The period of a figure that measures `name`; `from_`: it is where a change starts; `inherited`: its words name nothing new."""
    slot, bound = _found(scene, place, bound, from_=from_, inherited=inherited)
    return _stocked(scene, place, slot, name), bound


def _found(scene: Scene, place: Place, bound: Bound, *, from_: bool, inherited: bool) -> tuple[Slot[Period], Bound]:
    after = next((time for time in scene.times if time.span.start >= place.figure.span.end and time.span.end <= place.clause.end), None)
    if own := _own(scene, place, bound, after, from_=from_):
        return own, bound
    over = [t for t in scene.times if t.span.end <= place.figure.span.start and _dates(scene, place, t)]
    before = [t for t in over if not (_compared(scene, t, from_=from_) or _of_last_year(scene, t, place.figure.span))]
    if any(gap.start < place.figure.span.start and all(time.span.start < gap.start for time in before) for gap in _gaps(scene)):
        return UNKNOWN_YEAR, bound
    if not from_ and (stretch := _stretch(scene, place, before)):
        opens = not any(figure.span.start < stretch.start for figure in scene.figures)
        return UNKNOWN_TIME, bound._replace(period=UNKNOWN_TIME) if opens else bound
    return _before(scene, place, bound, before, after, from_=from_, inherited=inherited)


def _own(scene: Scene, place: Place, bound: Bound, after: Times | None, *, from_: bool) -> Slot[Period] | None:
    """The time that is tied to the very figure, or that of what it is compared with."""
    if at := touching(scene, place.figure.span, after):
        return Stated(at.period, at.span)
    if scene.latin and _COMPARED.search(place.phrase.head):
        return of_other(scene, place, after)
    own = tied_time(scene, place)
    if own:
        return Stated(own.period, own.span)
    return bound.claim.period if from_ and bound.claim and place.listed and bound.claim.change == "level_from" else None


def _before(
    scene: Scene, place: Place, bound: Bound, before: list[Times], after: Times | None, *, from_: bool, inherited: bool
) -> tuple[Slot[Period], Bound]:
    """The last of the times that stand before a figure and date it; where there is none, the one behind it or carried on."""
    span, clause = place.figure.span, place.clause
    starts = max(scene.text.rfind(word, clause.start, span.start) for word in _STARTING) if from_ else -1
    in_clause = [time for time in before if time.span.start >= max(clause.start, starts)]
    if scene.latin and after and not in_clause and (loosely(scene, span.end, after) or leads_to(scene, place, after)):
        return Stated(after.period, after.span), bound
    if scene.latin and not in_clause and _SPANNING.search(scene.text, clause.start, clause.end):
        return UNKNOWN_YEAR, bound
    if from_ and not in_clause:
        return _started(bound), bound
    if before:
        open_ = before if inherited else [time for time in before if not _aside(scene, time)]
        return _named(scene, (in_clause or open_ or before)[-1], bound, from_=from_, near=bool(in_clause) or inherited)
    return _carried(scene, place, bound, inherited=inherited), bound


def _stretch(scene: Scene, place: Place, before: list[Times]) -> Span | None:
    """The holiday, weekend or the like that a figure is of: the last time named before it; in English anywhere in its sentence."""
    if scene.latin:
        return stretch_in(scene, *scene.sentence.span)
    start = max((time.span.end for time in before), default=scene.sentence.span.start)
    return stretch_in(scene, start, place.figure.span.start)


def _gaps(scene: Scene) -> list[Span]:
    """The times of which nobody knows the year, but for those that something is only compared with: 比上年同期."""
    return [gap for gap in scene.undated if not _AGAINST.search(scene.text, max(0, gap.start - _BACK), gap.start)]


def _aside(scene: Scene, time: Times) -> bool:
    """Whether a time only says of when one more figure is (…，2024年是2.3万元；): what is named next is not of that time."""
    return _IS.match(scene.text, time.span.end) is not None


def _of_last_year(scene: Scene, time: Times, figure: Span) -> bool:
    """Whether a time says when an earlier figure was, to compare with (上年同期为136亿元，同比…): nothing else is of then."""
    was = scene.text.startswith(_BEFORE, time.span.start) and _WAS.match(scene.text, time.span.end) is not None
    was = was or (contrasted(scene, time.span.start) and _aside(scene, time))
    return was and any(time.span.end <= f.span.start < figure.start for f in scene.figures)


def contrasted(scene: Scene, at: int) -> bool:
    """Whether 而 opens what stands there, so that it is only told to compare with: 而2023年为15万亿元."""
    return scene.text[at - 1 : at] == "而"


def _opens_alone(scene: Scene, time: Times) -> bool:
    """Whether a time is all that its clause says (2025年末，全省…), or 截至 stands before it: then it is of all that follows."""
    alone = any(clause.start <= time.span.start and not scene.text[clause.start : time.span.start].strip() and clause.end == time.span.end for clause in scene.clauses)
    return alone or bool(_UNTIL.search(scene.text, max(0, time.span.start - 3), time.span.start))


def _started(bound: Bound) -> Slot[Period]:
    """When a change starts whose clause does not say so: as the one before it in the sentence, and else nobody knows."""
    if bound.started is None:
        return NO_PERIOD
    return Assumed(bound.started.value, Text(f"与上一变化的起点同期：{bound.started.value}", f"as where the change before starts: {bound.started.value}"))


def _named(scene: Scene, time: Times, bound: Bound, *, from_: bool, near: bool) -> tuple[Slot[Period], Bound]:
    """A time of the sentence. 以来 leaves it open at the end; one that opens the sentence holds for those that follow.

    年末 of an earlier clause dates that clause's stock; of what a later clause names it says the year only, unless the clause is
    nothing but the time, or 截至 opened it."""
    period = time.period
    if _SAME_PART.match(scene.text, time.span.end) and period.is_year and period.year:
        part = _part_before(scene, time, bound)
        same = part.in_year(period.year) if part else None
        return (Stated(same, time.span) if same else UNKNOWN_TIME), bound
    if period.stock and period.year and not near and not _opens_alone(scene, time):
        period = Period.of_year(period.year) if len(period.text) == len("2024-end") else period
    told = scene.text.endswith("以来", time.span.start, time.span.end)
    since = told or _SINCE.match(scene.text, time.span.end) or (scene.latin and _SINCE_BEFORE.search(scene.text, max(0, time.span.start - 6), time.span.start))
    if since and ".." not in period.text and len(period.text) <= _LONGEST_SINCE:
        period = period.onwards()
    elif since and time.kind != "range" and period.first and period.year is None:
        period = Period.of_year(period.first.year).onwards()
    slot: Slot[Period] = Stated(period, time.span)
    opens = not from_ and not scene.text.startswith(_BEFORE, time.span.start) and time.span.start - scene.sentence.span.start <= _OPENING
    return slot, bound._replace(period=slot) if opens else bound


def _part_before(scene: Scene, time: Times, bound: Bound) -> Period | None:
    """The part of a year that 去年同期 is the same part of: the last that the sentence names before it, else the one carried on."""
    before = [one.period for one in scene.times if one.span.end <= time.span.start]
    last = before[-1] if before else bound.period.value
    return last if last and last.year and not last.is_year else None


def _carried(scene: Scene, place: Place, bound: Bound, *, inherited: bool) -> Slot[Period]:
    if inherited and bound.claim and bound.claim.change != "level_from":
        return bound.claim.period
    if bound.stock is not None and scene.text.startswith("其中", scene.sentence.span.start):
        return bound.stock
    yearly = _YEARLY.search(scene.text, place.clause.start, place.figure.span.start)
    if isinstance(bound.period, Missing) and bound.period.named and not yearly and not _NOW.search(scene.text, *scene.sentence.span):
        return bound.period
    if isinstance(bound.period, Stated) and not yearly:
        return Assumed(bound.period.value, Text(f"承前：{bound.period.value}", f"carried on: {bound.period.value}"), carried=True)
    if scene.frame is None:
        return _whole_year(scene) if yearly else NO_PERIOD
    frame = Period.of_year(scene.frame.year) if yearly and scene.frame.year else scene.frame
    return Assumed(frame, Text(f"按文章所述时间推定：{frame}", f"taken from what the article is about: {frame}"))


def _whole_year(scene: Scene) -> Slot[Period]:
    """The year that 全年 means where nothing says which: until spring the last, and from then on this one, which is not over."""
    now = scene.context.published.value
    first = now.first if now and now.first == now.last else None
    if first is None:
        return NO_PERIOD
    year = Period.of_year(first.year - 1 if first.month <= _SPRING else first.year)
    return Assumed(year, Text(f"稿件{first.month}月发表，“全年”推定为{year}年", f"the whole year is taken to be {year}, by the article's date"))


def _dates(scene: Scene, place: Place, time: Times) -> bool:
    """Whether a time dates a figure: a range of years does only with 年均 and the like behind it or before the figure (图1 2015-2019年 is
    a caption), the day of a dateline (1月19日电) never; in English it does behind a word for it (between 2015 and 2020)."""
    if scene.text.startswith(("电", "讯"), time.span.end):
        return False
    if time.kind != "range" or _OVER_YEARS.match(scene.text, time.span.end) or _from_to(scene.text, time.span):
        return True
    if _EACH_YEAR.search(scene.text, max(time.span.end, place.start), place.figure.span.start):
        return True
    return scene.latin and _BETWEEN.search(scene.text, max(0, time.span.start - 12), time.span.start) is not None


def _from_to(text: str, span: Span) -> bool:
    """Whether a range of years is a clause of its own with 从: 从1978年到2016年，…减少7.4亿人."""
    return text[span.start - 1 : span.start] in {"从", "自"} and text[span.end : span.end + 1] in {"，", ","}


def _compared(scene: Scene, time: Times, *, from_: bool) -> bool:
    """Whether a time is only what something is compared with: 比2018年, 与一季度持平, and behind it 由2018年的5.7."""
    head = scene.text[max(0, time.span.start - 9) : time.span.start]
    if _MEASURED_BY.search(head) or scene.text.startswith(("水平", "的水平"), time.span.end):
        return True
    if scene.text.startswith("的", time.span.end) and _AS_MUCH.search(head) and _multiplied(scene, time):
        return True
    since = _SINCE.match(scene.text, time.span.end) or time.kind == "range" or _VIEW.match(scene.text, time.span.end)
    return bool(_AGAINST.search(head)) or (not from_ and not since and bool(_FROM.search(head)))


def _multiplied(scene: Scene, time: Times) -> bool:
    """Whether what follows a time is a multiple or a share of what was then: 为1952年的3.9倍."""
    figure = next((figure for figure in scene.figures if figure.span.start >= time.span.end), None)
    return figure is not None and figure.span.start - time.span.end <= _NEAR and figure.unit in {"times", "percent"}


def tied_time(scene: Scene, place: Place) -> Times | None:
    """The time that something is compared with and that is tied to the very figure: 比2010年的3.10人减少0.48人, 与2010年普查的72万人相比."""
    figure = place.figure
    held = scene.text.startswith(HELD, figure.span.end)
    near = (time for time in reversed(scene.times) if place.start <= time.span.start and time.span.end <= figure.span.start)
    if held and (time := next(near, None)):
        return time
    for time in scene.times:
        if time.span.end > figure.span.start:
            return None
        stop = min([figure.span.start, *(span.start for span in figure.hedge_spans if span.start >= time.span.end)])
        tied = time.kind != "range" and _TIED.fullmatch(scene.text, time.span.end, stop)
        if tied and _compared(scene, time, from_=True) and not _multiplied(scene, time):
            return time
    return None


def _stocked(scene: Scene, place: Place, slot: Slot[Period], name: str) -> Slot[Period]:
    """A stock is dated at the end of its year: 年末常住人口 of 2022 is 2022-end."""
    period = slot.value
    if period is None or not period.is_year:
        return slot
    stock = _STOCK.search(name) or (place.figure.kind != "percent" and any(word in name for word in words("zh/clauses/stocks").table))
    if not stock and not _STOCK.search(_BY_RATE.sub("", scene.text[place.clause.start : place.figure.span.start])):
        return slot
    ended = Period.parse(f"{period.text}-end")
    return Stated(ended, slot.span) if isinstance(slot, Stated) else Assumed(ended, slot.why if isinstance(slot, Assumed) else Text("", ""))


def streak_period(slot: Slot[Period], figure: Mention, *, context: Context) -> Slot[Period]:
    """连续36年 up to 2024 covers 1989..2024. A year that is not over when the article appears is not counted: the slot stays."""
    period, now, years = slot.value, context.published.value, figure.value
    if figure.unit != "year" or not years or period is None or not period.is_year or period.year is None:
        return slot
    if now and now.first and period.year >= now.first.year:
        return slot
    span = Period.possible(f"{period.year - int(years) + 1:04}..{period.year:04}")
    if span is None:
        return slot
    return Assumed(span, Text(f"截至{period}的{figure.surface}", f"the {years} years up to {period}"))
