"""Binding: each figure to what it measures, whose it is and when, within the clause first and inherited with a reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from factcheck.grammar.areas import Hit, find_areas
from factcheck.grammar.context import Frames
from factcheck.grammar.lexicon import anaphora, words
from factcheck.grammar.phrases import Phrase, change_of, is_latin, phrase_before, right_noun
from factcheck.grammar.sentences import Sentence, clauses
from factcheck.grammar.tables import Figure
from factcheck.model import (
    Area,
    Assumed,
    Claim,
    Context,
    Mention,
    Missing,
    Modality,
    Period,
    Slot,
    Span,
    Stated,
    Statement,
    Text,
    Vocabulary,
)

__all__ = ["Bound", "Times", "bind", "bind_cells"]

_CLAIMS = {"quantity", "money", "percent", "percentage_point", "fraction", "multiple", "count", "range", "temperature", "duration"}
_LIST_LINK = re.compile(r"[、和与及]|以及| and |, ")
_OF = re.compile("的(?=[^，。；])")
_STREAK = re.compile("连续(?:了|第)?$|(?:consecutive|straight|in a row)")
_AGAINST = re.compile("(?:比|较|与|同|按|以|于)$|(?:than|from|with|over) (?:the )?$")
_ATTACHED = re.compile(r"(?: year-on-year| year on year)?(?: billion| million)? (?:in|of|for|during) (?:the )?")
_YEARLY = re.compile("全年|年度|annual|whole year|full year", re.IGNORECASE)
_OPENING = 12
_STOCK = re.compile("年末|年底|期末|月末|月底|季末")
_MADE_IN = re.compile("(?:产自|来自|出自|落户|源自)$")
_SINCE = re.compile("以来|起|至今")
_UNNAMED = Missing(Text("分句里没有说明指标", "the clause names no indicator"))
_NO_AREA = Missing(Text("没有说明地区", "no area is named"))
_NO_PERIOD = Missing(Text("没有说明时间", "no period is named"))
_IN_SENTENCE = Text("本句只提到这一个地方", "the sentence names only this place")


class Times(NamedTuple):
    """A time read in the text, with its period."""

    span: Span
    period: Period
    kind: str


class Bound(NamedTuple):
    """What carries on from one figure to the next within a paragraph."""

    paragraph: int = -1
    topic: str = ""
    current: str = ""
    span: Span | None = None
    head: str = ""
    sentence: Span | None = None
    area: Slot[Area] = _NO_AREA
    period: Slot[Period] = _NO_PERIOD
    stock: Slot[Period] | None = None
    starts: bool = False
    last: Mention | None = None
    claim: Claim | None = None
    whole: Slot[Area] = _NO_AREA
    forecast: Modality = "actual"
    share: bool = False


class _Scene(NamedTuple):
    """One sentence with all that stands in it."""

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


def bind(
    text: str,
    parts: Sequence[Sentence],
    mentions: Sequence[Mention],
    times: Sequence[Times],
    context: Context,
    frames: Frames,
    vocabulary: Vocabulary,
) -> list[Claim]:
    """Bind every figure of a folded text. `times` are resolved; `frames` is what time the article is about."""
    claims: list[Claim] = []
    bound = Bound()
    m = t = 0
    for sentence in parts:
        while m < len(mentions) and mentions[m].span.start < sentence.span.start:
            m += 1
        while t < len(times) and times[t].span.start < sentence.span.start:
            t += 1
        figures, here = [], []
        while m < len(mentions) and mentions[m].span.start < sentence.span.end:
            figures.append(mentions[m])
            m += 1
        while t < len(times) and times[t].span.start < sentence.span.end:
            here.append(times[t])
            t += 1
        figures = [figure for figure in figures if figure.kind in _CLAIMS]
        if sentence.paragraph != bound.paragraph:
            bound = Bound(sentence.paragraph)
        if not figures and not here:
            bound = bound._replace(topic="", current="", span=None)
            continue
        scene = _scene(text, sentence, figures, here, context, frames, vocabulary)
        found, bound = _sentence(scene, bound)
        claims += found
    return claims


def _scene(
    text: str, sentence: Sentence, figures: list[Mention], times: list[Times], context: Context, frames: Frames, names: Vocabulary
) -> _Scene:
    """Blank out times, places and hedges, so that what is left names things."""
    span = sentence.span
    hits = find_areas(text, *span)
    chars = list(text[span.start : span.end])
    gaps = [*(time.span for time in times), *(Span(hit.start, hit.end) for hit in hits)]
    gaps += [gap for figure in figures for gap in figure.hedge_spans if gap.start < figure.span.start]
    for gap in gaps:
        for i in range(max(0, gap.start - span.start), min(len(chars), gap.end - span.start)):
            chars[i] = "\0"
    blanked = "\0" * 0 + "".join(chars)
    return _Scene(text, blanked, sentence, clauses(text, span), figures, times, hits, context, frames.at(span.start), names)


def _sentence(scene: _Scene, bound: Bound) -> tuple[list[Claim], Bound]:
    """The claims of one sentence, left to right."""
    claims: list[Claim] = []
    bound = bound._replace(starts=False, last=None, claim=None, forecast="actual", whole=_NO_AREA, share=False)
    for index, figure in enumerate(scene.figures):
        clause = next(c for c in scene.clauses if c.end >= figure.span.start and c.start <= figure.span.start) if scene.clauses else scene.sentence.span
        claim, bound = _figure(scene, index, clause, bound)
        claims.append(claim)
    return _respectively(scene, claims), bound


def _figure(scene: _Scene, index: int, clause: Span, bound: Bound) -> tuple[Claim, Bound]:
    """Bind one figure, given what the figures before it leave."""
    figure = scene.figures[index]
    start = max([clause.start, *(f.span.end for f in scene.figures[:index] if f.span.end <= figure.span.start)])
    offset = scene.sentence.span.start
    phrase = phrase_before(scene.blanked, start - offset, figure.span.start - offset)
    phrase = phrase._replace(start=phrase.start + offset, end=phrase.end + offset)
    listed = bool(claims_link(scene, index, start))
    noun, behind = _behind(scene, index, clause, phrase, listed=listed)
    indicator, bound, share = _indicator(scene, figure, noun, phrase, bound, listed=listed, behind=behind)
    contribution = any(word in phrase.head for word in words("zh/changes/contribution").table) and figure.unit == "percentage_point"
    motion = phrase.motion
    if any(scene.text[span.start : span.end].lower() in _reach_words() for span in figure.hedge_spans if span.start < figure.span.start):
        motion = motion._replace(reached=True)
    change, direction = change_of(figure.unit, figure.kind, motion, noun, contribution=contribution, share=share)
    if listed and not noun and bound.claim and bound.claim.mention.unit == figure.unit and change in {"level", "increase_by"} and not motion.direction:
        change, direction = bound.claim.change, bound.claim.direction
    if bound.starts and change in {"level", "increase_by", "decrease_by"} and (motion.arrives or motion.word == "" or motion.direction):
        change, direction = _arrival(bound.last, figure, motion.direction)
    if change == "level_from":
        bound = bound._replace(starts=True)
    elif bound.starts:
        bound = bound._replace(starts=False)
    if any(word in scene.text[max(start, phrase.start - 3) : figure.span.start] for word in words("zh/changes/by_nature").table):
        if change == "level" and figure.unit != "percent" and "就业" not in scene.text[start : figure.span.start]:
            change, direction = "increase_by", "up"
    if figure.kind == "duration":
        change, direction = None, None
    modality = _modality(scene, clause, start, figure, bound, fresh=bool(noun))
    area, whole, bound = _area(scene, figure, start, clause, bound, share=change == "share_of")
    period, bound = _period(scene, figure, clause, indicator, bound, from_=change == "level_from", inherited=not noun)
    name = indicator.value or ""
    ids = _ids(scene.vocabulary, name, figure)
    statement, rank = _statement(scene, figure, change, clause)
    if statement == "streak":
        indicator, ids = _streak_topic(scene, figure, clause, indicator, ids)
    claim = Claim(
        figure, scene.sentence.span, clause, statement, indicator, _subject(area), area, period, whole, change, direction,
        modality, ids, rank,
    )  # fmt: skip
    stock = period if period.value is not None and period.value.stock else None
    return claim, bound._replace(last=figure, forecast=modality, stock=stock, claim=claim)


@cache
def _reach_words() -> frozenset[str]:
    return frozenset([*words("zh/changes/reach").table, *words("en/changes/reach").table])


def claims_link(scene: _Scene, index: int, start: int) -> bool:
    """Whether only 、 or 和 parts the figure from the one before."""
    if not index or scene.figures[index - 1].span.end != start:
        return False
    between = scene.text[start : min([scene.figures[index].span.start, *(s.start for s in scene.figures[index].hedge_spans if s.start >= start)])]
    return bool(re.fullmatch(r"\s*(?:year-on-year|year on year)?(?:[、和与及]|以及|(?:, )?\s?and |, | or |\s)\s*", between))


def _behind(scene: _Scene, index: int, clause: Span, phrase: Phrase, *, listed: bool) -> tuple[str, bool]:
    """The noun phrase that names the figure: before it, or behind it in 2%的国土面积 and 112家华为生态合作伙伴."""
    figure = scene.figures[index]
    limit = scene.figures[index + 1].span.start if index + 1 < len(scene.figures) else scene.sentence.span.end
    limit = min(limit, clause.end)
    text = scene.text
    at = figure.span.end
    for span in figure.hedge_spans:
        if span.start == at:
            at = span.end
    if figure.unit in {"percent", "ratio", "permille"} and text[at : at + 1] == "的" and not phrase.motion.direction:
        noun = re.split(r"[，。；、：！？\n]|(?:产自|来自|出自|是|在|由|已|分布|位于|及(?=全))", text[at + 1 : limit])[0].strip()
        if noun and noun not in words("zh/changes/up").table:
            return noun[:_NOUN_LIMIT], True
    if figure.unit == "ratio" and "every_n" in figure.via:
        inside = re.search(r"[0-9一二三四五六七八九十百千万亿]+[个台部辆件人家只枚]?([^0-9，。、就中里有]{1,8})", text[figure.span.start : limit])
        return (inside.group(1) if inside else ""), True
    latin = is_latin(text, max(scene.sentence.span.start, at - 30), min(scene.sentence.span.end, at + 30))
    if latin and figure.kind in {"count", "quantity"} and (figure.classifier or figure.unit == "person" or figure.unit is None):
        noun = right_noun(text, figure.span.end - len(figure.classifier or ""), limit) if figure.classifier else right_noun(text, at, limit)
        if noun and (not phrase.noun or len(phrase.noun) < len(noun)):
            return noun, True
    if latin and text[at : at + 4] == " of " and figure.unit in {"percent", "ratio"}:
        return phrase.noun or right_noun(text, at + 4, limit), not phrase.noun
    if not latin and figure.kind in {"count", "quantity"} and (figure.classifier or figure.unit == "person"):
        noun = right_noun(text, at, limit)
        if len(noun) > 1 and not (phrase.noun and text[at : at + 1] == "的"):
            return noun, True
    return phrase.noun, False


_NOUN_LIMIT = 24


def _indicator(
    scene: _Scene, figure: Mention, noun: str, phrase: Phrase, bound: Bound, *, listed: bool, behind: bool
) -> tuple[Slot[str], Bound, bool]:
    """Name the indicator: the phrase, the topic before it with a suffix (增速, 占…比重), or the topic alone."""
    share = _is_share(scene, figure, noun, phrase, behind=behind) or (not noun and bound.share and listed)
    same = bound.sentence == scene.sentence.span
    suffix = noun in words("zh/clauses/suffix_nouns").table or noun in words("en/clauses/suffix_nouns").table
    span = Span(phrase.start, max(phrase.end, phrase.start)) if not behind else Span(figure.span.end, figure.span.end + len(noun))
    if noun and (suffix or noun.startswith("占")) and bound.topic:
        full = bound.topic + noun
        bound = bound._replace(current=full, share=share)
        return _inherited(full, bound, same=same), bound, share
    if noun:
        noun = _with_head(noun, bound.topic, figure)
        motion_noun = phrase.motion.word if phrase.motion.noun else ""
        bound = bound._replace(topic=noun, current=noun, span=span, sentence=scene.sentence.span, head=motion_noun, share=share)
        return Stated(noun, span), bound, share
    if phrase.motion.noun and phrase.motion.word and bound.topic:
        full = bound.topic + phrase.motion.word
        return _inherited(full, bound._replace(current=full), same=same), bound._replace(current=full), share
    name = bound.current if figure.unit == "percentage_point" or listed else (bound.topic or bound.current)
    if not name:
        return _UNNAMED, bound, share
    return _inherited(name, bound, same=same), bound, share


def _inherited(name: str, bound: Bound, *, same: bool) -> Slot[str]:
    """A name that stands before in the sentence is stated; one from a sentence before is assumed."""
    if same:
        return Stated(name, bound.span)
    return Assumed(name, Text(f"承前句：{bound.topic}", f"carried on from the sentence before: {bound.topic}"))


def _with_head(noun: str, topic: str, figure: Mention) -> str:
    """第三产业 after …增加值 speaks of its 增加值 too."""
    if not noun.endswith("业") or figure.kind in {"count"}:
        return noun
    head = next((head for head in words("zh/clauses/heads").table if topic.endswith(head)), "")
    return noun + head


def _is_share(scene: _Scene, figure: Mention, noun: str, phrase: Phrase, *, behind: bool) -> bool:
    if figure.unit not in {"percent", "ratio", "permille"} or figure.parts:
        return False
    if "every_n" in figure.via or (behind and figure.unit in {"percent", "ratio"}):
        return True
    around = phrase.head + noun
    low = around.lower()
    if any(word in around for word in words("zh/changes/share").table) or any(word in low for word in words("en/changes/share").table):
        return not phrase.motion.direction
    return "贡献" in around or scene.text[figure.span.end : figure.span.end + 7] == " of GDP"


def _arrival(last: Mention | None, figure: Mention, direction: str | None) -> tuple[str, str]:  # type: ignore[return]
    """The end point of 由A到B: up or down by the word of motion, else by comparing the two."""
    if direction is None and last and last.value is not None and figure.value is not None:
        direction = "down" if figure.value < last.value else "up"
    return ("decrease_to", "down") if direction == "down" else ("increase_to", "up")


def _modality(scene: _Scene, clause: Span, start: int, figure: Mention, bound: Bound, *, fresh: bool) -> Modality:
    """Forecast or target, by a word in the clause; carried on where the next clause names nothing new."""
    head = scene.text[clause.start : figure.span.start]
    tail = scene.text[figure.span.end : clause.end]
    latin = is_latin(scene.text, *scene.sentence.span)
    language = "en" if latin else "zh"
    hay = f" {head.lower()} " if latin else head
    if any((f" {word} " if latin else word) in hay for word in words(f"{language}/clauses/aim").table) or "的目标" in tail[:8] or "任务" in tail[:8]:
        return "target"
    if any((f" {word} " if latin else word) in hay for word in words(f"{language}/clauses/expect").table):
        return "forecast"
    if not fresh and bound.forecast != "actual" and bound.last:
        return bound.forecast
    future = _future(scene, clause, figure)
    return "forecast" if future else "actual"


def _future(scene: _Scene, clause: Span, figure: Mention) -> bool:
    """Whether the clause speaks of a time after the article's own date."""
    now = scene.context.published.value
    times = [time for time in scene.times if clause.start <= time.span.start < figure.span.start]
    first = times[-1].period.first if times else None
    return bool(first and now and now.last and first > now.last)


def _area(scene: _Scene, figure: Mention, start: int, clause: Span, bound: Bound, *, share: bool) -> tuple[Slot[Area], Slot[Area], Bound]:
    """Whose figure it is, and what a share is of. Nearest to the left in the clause, then in the sentence, then carried on."""
    whole = bound.whole if share else _NO_AREA
    left = [hit for hit in scene.hits if hit.end <= figure.span.start]
    own = [hit for hit in left if not (hit.whole and _of_whole(scene, hit, figure, share=share))]
    wholes = [hit for hit in left if hit.start >= start and hit.whole and share]
    if wholes:
        place = wholes[-1].found[0]
        whole = Stated(Area(place.name, place.code), Span(wholes[-1].start, wholes[-1].end))
    elif share and isinstance(whole, Stated):
        whole = Assumed(whole.value, Text(f"承前：{whole.value.name}", f"carried on: {whole.value.name}"))
    bound = bound._replace(whole=whole if share else bound.whole)
    made_in = [hit for hit in scene.hits if hit.start >= figure.span.end and _MADE_IN.search(scene.text[max(0, hit.start - 3) : hit.start])]
    if share and made_in:
        place = made_in[0].found[0] if made_in[0].found else None
        if place:
            return Stated(Area(place.name, place.code), Span(made_in[0].start, made_in[0].end)), whole, bound
    in_clause = [hit for hit in own if hit.start >= clause.start]
    if in_clause or own:
        slot = _slot(scene, (in_clause or own)[-1])
        if slot:
            named = {hit.name for hit in scene.hits if not hit.whole}
            return slot, whole, bound._replace(area=slot) if len(named) <= 1 else bound
    local = {hit.found[0].name: hit for hit in scene.hits if hit.found and not hit.whole and len(hit.found) == 1}
    if len(local) == 1 and not own:
        place = next(iter(local.values())).found[0]
        return Assumed(Area(place.name, place.code), _IN_SENTENCE), whole, bound
    if isinstance(bound.area, Stated):
        name = bound.area.value.name
        return Assumed(bound.area.value, Text(f"承前：{name}", f"carried on: {name}")), whole, bound
    if bound.area.value is not None:
        return bound.area, whole, bound
    region = scene.context.region
    if isinstance(region, Stated):
        return Assumed(region.value, Text(f"文章所在地区：{region.value.name}", f"the article's region: {region.value.name}")), whole, bound
    return (region if region.value is not None else _NO_AREA), whole, bound


def _of_whole(scene: _Scene, hit: Hit, figure: Mention, *, share: bool) -> bool:
    """Whether 全国 here is the whole of a share (占全国44%, 全国2%的) or where a rank is held (居全国首位), not the subject."""
    before, after = scene.text[max(0, hit.start - 3) : hit.start], scene.text[hit.end : hit.end + 2]
    if re.search("[占居列为领跑]$|贡献了$", before) or re.match("首位|第|前列|平均", after):
        return True
    return share and not re.search("[，。；]", scene.text[hit.end : figure.span.start])


def _slot(scene: _Scene, hit: Hit) -> Slot[Area] | None:
    """The place of a hit: one place, or the article's own region for 全省."""
    span = Span(hit.start, hit.end)
    if len(hit.found) == 1:
        return Stated(Area(hit.found[0].name, hit.found[0].code), span)
    if hit.found:
        region = scene.context.region.value
        same = [place for place in hit.found if region and place.name == region.name] or [p for p in hit.found if p.level == "province"]
        place = same[0] if len(same) == 1 else None
        return Stated(Area(place.name, place.code), span) if place else Missing(Text(f"“{hit.name}”不止一处", f"several places are called {hit.name}"))
    region = scene.context.region.value
    if region and _level_fits(region, hit.level):
        return Stated(region, span)
    return Stated(Area(hit.name), span)


def _level_fits(region: Area, level: str) -> bool:
    suffix = {"province": ("省", "市", "区"), "city": ("市", "州", "盟", "地区"), "county": ("县", "市", "区", "旗"), "district": ("区",), "prefecture": ("州",), "region": ("自治区", "区")}
    return region.name.endswith(suffix.get(level, ("",)))


def _subject(area: Slot[Area]) -> Slot[str]:
    match area:
        case Stated(value, span):
            return Stated(value.name, span)
        case Assumed(value, why):
            return Assumed(value.name, why)
        case _:
            return area


def _period(scene: _Scene, figure: Mention, clause: Span, indicator: Slot[str], bound: Bound, *, from_: bool, inherited: bool) -> tuple[Slot[Period], Bound]:
    """When: a time right behind it (2.9% in the fourth quarter), the last before it in the clause, then in the sentence,
    then the one that opened an earlier sentence of the paragraph, then what the article is about."""
    after = next((time for time in scene.times if time.span.start >= figure.span.end and time.span.end <= clause.end), None)
    if after and _ATTACHED.fullmatch(scene.text[figure.span.end : after.span.start]):
        return _stocked(scene, Stated(after.period, after.span), indicator, clause, figure), bound
    before = [t for t in scene.times if t.span.end <= figure.span.start and t.kind != "range" and not _compared(scene, t, from_=from_)]
    in_clause = [time for time in before if time.span.start >= clause.start]
    slot: Slot[Period] = _NO_PERIOD
    yearly = _YEARLY.search(scene.text[clause.start : figure.span.start])
    if from_ and not in_clause and scene.frame and scene.frame.year:
        year = Period.of_year(scene.frame.year - 1)
        slot = Assumed(year, Text(f"变化的起点，推定为上年（{year}）", f"the start of a change: taken to be the year before ({year})"))
    elif before:
        time = (in_clause or before)[-1]
        period = time.period
        if _SINCE.match(scene.text, time.span.end) and ".." not in period.text and len(period.text) <= len("2025-04"):
            period = Period.parse(f"{period.text}..")
        slot = Stated(period, time.span)
        if not from_ and time.span.start - scene.sentence.span.start <= _OPENING:
            bound = bound._replace(period=slot)
    elif inherited and bound.claim and bound.claim.change != "level_from":
        return bound.claim.period, bound
    elif bound.stock is not None and scene.text.startswith("其中", scene.sentence.span.start):
        slot = bound.stock
    elif isinstance(bound.period, Stated) and not yearly:
        slot = Assumed(bound.period.value, Text(f"承前：{bound.period.value}", f"carried on: {bound.period.value}"))
    elif scene.frame is not None:
        frame = Period.of_year(scene.frame.year) if yearly and scene.frame.year else scene.frame
        slot = Assumed(frame, Text(f"按文章所述时间推定：{frame}", f"taken from what the article is about: {frame}"))
    return _stocked(scene, slot, indicator, clause, figure), bound


def _compared(scene: _Scene, time: Times, *, from_: bool) -> bool:
    """Whether a time is only what something is compared with: 比2018年, 与一季度持平, and behind it 由2018年的5.7."""
    head = scene.text[max(0, time.span.start - 9) : time.span.start]
    return bool(_AGAINST.search(head)) or (not from_ and bool(re.search("[由从]$", head)))


def _stocked(scene: _Scene, slot: Slot[Period], indicator: Slot[str], clause: Span, figure: Mention) -> Slot[Period]:
    """A stock is dated at the end of its year: 年末常住人口 of 2022 is 2022-end."""
    period = slot.value
    if period is None or not period.is_year:
        return slot
    name = indicator.value or ""
    stock = _STOCK.search(name) or any(word in name for word in words("zh/clauses/stocks").table) and figure.kind != "percent"
    if not stock and not _STOCK.search(scene.text[clause.start : figure.span.start]):
        return slot
    ended = Period.parse(f"{period.text}-end")
    return Stated(ended, slot.span) if isinstance(slot, Stated) else Assumed(ended, slot.why)


def _ids(vocabulary: Vocabulary, name: str, figure: Mention) -> tuple[str, ...]:
    """The indicators that the reference set knows by exactly this name, over brackets: 地区生产总值（GDP）."""
    if not name or not vocabulary.indicators:
        return ()
    key = re.sub(r"\s", "", name).lower()
    plain = re.sub(r"[（(][^（）()]*[）)]", "", key)
    for candidate in (key, plain, re.sub("占.*$", "", plain), re.sub("(?:全社会|全年|同比|年末)", "", plain)):
        ids = vocabulary.indicators.get(candidate)
        if ids:
            return ids
    return ()


def _statement(scene: _Scene, figure: Mention, change: str | None, clause: Span) -> tuple[Statement, int | None]:
    """What kind of statement it is; for a streak also the place that is held."""
    text = scene.text
    if figure.kind == "duration":
        if figure.surface.endswith(("周年", "anniversary")):
            return "anniversary", None
        if re.search("连续$", text[max(0, figure.span.start - 3) : figure.span.start]):
            around = text[figure.span.end : clause.end]
            for word, rank in words("zh/clauses/streak_words").table.items():
                if word in around:
                    return "streak", int(rank)
            return "streak", None
        return "level", None
    if figure.parts:
        return "ratio", None
    match change:
        case "growth_rate":
            return "growth", None
        case "share_of":
            return "share", None
        case "increase_by" | "decrease_by" | "times" | "contribution":
            return "change", None
        case _:
            return "level", None


def _streak_topic(scene: _Scene, figure: Mention, clause: Span, indicator: Slot[str], ids: tuple[str, ...]) -> tuple[Slot[str], tuple[str, ...]]:
    """What a streak is held in: the noun before 连续, where the vocabulary knows it; 经济 is the economy as a whole."""
    head = re.sub("[\\s，、“”\"]", "", scene.text[clause.start : figure.span.start])
    head = re.sub("(?:已|已经|也|均|都)?连续$", "", head)
    for size in range(min(12, len(head)), 1, -1):
        name = head[-size:]
        found = scene.vocabulary.indicators.get(name.lower())
        if found:
            return Stated(name, Span(clause.start, figure.span.start)), found
        if name in {"经济", "经济总量"} and "gdp" in scene.vocabulary.indicators:
            return Stated("经济总量", Span(clause.start, figure.span.start)), scene.vocabulary.indicators["gdp"]
    return indicator, ids


def _respectively(scene: _Scene, claims: list[Claim]) -> list[Claim]:
    """分别: give the items of a list to the figures of the next in order, with the head that they share."""
    made = list(claims)
    text = scene.text
    for clause in scene.clauses:
        inside = [i for i, claim in enumerate(made) if clause.start <= claim.span.start < clause.end]
        groups = _runs(text, made, inside)
        for group in groups:
            first = made[group[0]]
            name = first.indicator.value
            head = text[clause.start : first.span.start]
            if len(group) < 2 or not name or ("分别" not in head and "respectively" not in text[clause.start : scene.sentence.span.end]):  # noqa: PLR2004
                continue
            items = _items(name, len(group))
            if items:
                for i, item in zip(group, items, strict=True):
                    made[i] = made[i]._replace(
                        indicator=Stated(item, first.indicator.span if isinstance(first.indicator, Stated) else None),
                        change=first.change, direction=first.direction, statement=first.statement,
                        indicator_ids=_ids(scene.vocabulary, item, made[i].mention),
                    )  # fmt: skip
    return made


def _runs(text: str, claims: list[Claim], inside: list[int]) -> list[list[int]]:
    """Figures parted by 、 or 和 only."""
    groups: list[list[int]] = []
    for i in inside:
        if groups:
            between = text[claims[groups[-1][-1]].span.end : claims[i].span.start]
            if re.fullmatch(r"(?:左右|以上)?\s*(?:[、和与及]|以及| and |, and |, )\s*(?:约|近|超)?", between):
                groups[-1].append(i)
                continue
        groups.append([i])
    return groups


_SHARED_HEAD = re.compile("(?:产业)?(?:增加值|产量|总量|比重|占比|总产值|销量|投资|收入|面积|价格|占.*比重)$|业增加值$")
_SHORT = re.compile("^([一二三])([一二三])?([一二三])?产业(.*)$")


def _items(name: str, count: int) -> list[str]:
    """Split 第一、第二产业占比 into 第一产业占比 and 第二产业占比."""
    parts = [part for part in re.split(r"[、和与及]|以及| and |, ", name) if part]
    short = _SHORT.match(name)
    if short and count == sum(bool(g) for g in short.groups()[:3]):
        return [f"第{digit}产业{short.group(4)}" for digit in short.groups()[:3] if digit]
    if len(parts) != count:
        return []
    last = parts[-1]
    shared = re.search("(?:产业|业|行业)?(?:增加值)?(?:占.*(?:比重|比例))$|增加值$|(?:产|销|总)量$|比重$|占比$|总产值$|投资$|收入$|面积$|价格$|速度$", last)
    tail = shared.group() if shared else ""
    return [part if not tail or part.endswith(tail) or tail in part else part.removesuffix("产业" if tail.startswith("产业") else "\0") + tail for part in parts]


def bind_cells(figures: Sequence[Figure], times: Sequence[Times], context: Context, frames: Frames, vocabulary: Vocabulary) -> list[Claim]:
    """Bind the numbers of tables: the row's label names the indicator, a time in the column's heading or above the table dates it."""
    claims = []
    for figure in figures:
        name = figure.label if figure.change != "share_of" else f"{figure.label}{figure.column}"
        dated = [time for time in times if figure.heading.start <= time.span.start < figure.heading.end]
        dated = dated or [time for time in times if figure.table - _ABOVE <= time.span.start < figure.row.start and time.kind != "range"]
        period = _cell_period(dated[-1] if dated else None, frames.at(figure.row.start), stock=figure.stock)
        region = context.region
        area: Slot[Area] = region if region.value is None else Assumed(region.value, Text("表格所在文章的地区", "the region of the table's article"))
        statement: Statement = {"growth_rate": "growth", "share_of": "share"}.get(figure.change, "level")  # type: ignore[assignment]
        claims.append(
            Claim(
                figure.mention, figure.row, figure.row, statement, Stated(name, figure.row), _subject(area), area, period,
                change=figure.change, direction=figure.direction, indicator_ids=_ids(vocabulary, figure.label, figure.mention),
            )  # fmt: skip
        )
    return claims


_ABOVE = 160


def _cell_period(time: Times | None, frame: Period | None, *, stock: bool) -> Slot[Period]:
    period = time.period if time else frame
    if period is None:
        return _NO_PERIOD
    if stock and period.is_year:
        period = Period.parse(f"{period.text}-end")
    if time:
        return Assumed(period, Text("表头或表题中的时间", "the time in the table's heading"))
    return Assumed(period, Text(f"按文章所述时间推定：{period}", f"taken from what the article is about: {period}"))
