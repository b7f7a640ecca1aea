"""The article's own date and region: from the options, its front matter or dateline, or inferred from its text and said to be."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from factcheck.grammar.areas import find_areas, resolve_region
from factcheck.grammar.calendar import Shape
from factcheck.headline import headline
from factcheck.model import Area, Article, Assumed, Context, Missing, Slot, Stated, Text
from factcheck.patterns import regex
from factcheck.period import Period
from factcheck.records import NamedTuple

__all__ = ["Frames", "context_of", "default_year", "frames_of"]

_DATELINE = regex(
    r"(?:发布时间|发布日期|时间|日期|来源|讯|电|Published|Updated|date)[^\n]{0,24}?((?:19|20)[0-9]{2})[-年/.](1[0-2]|0?[1-9])[-月/.](3[01]|[12][0-9]|0?[1-9])",
    re.IGNORECASE,
)
_ALONE = regex(r"^\s*[(]?((?:19|20)[0-9]{2})[-年/.](1[0-2]|0?[1-9])[-月/.](3[01]|[12][0-9]|0?[1-9])日?[)]?\s*$", re.MULTILINE)
_UNKNOWN = regex(r"(?:[0-9]{4}年)?([\u4e00-\u9fff]{2,10}?[省市县区州旗])(?=[0-9国上下一])")
_UNKNOWN_HEAD = regex(
    r"(?:[0-9]{4}年)?((?:(?![上下前后全半年月季各某本该这新老税发城乡市县区])[\u4e00-\u9fff]){1,4}(?:市|县|(?<![地山])区|州|旗))(?=[0-9国上下一去今全前季实经生：:，,]|(?:人民)?政府工作|的?[^\n]{0,8}[0-9])"
)
_WITHIN = regex(r"([\u4e00-\u9fff]{1,4}?[市县区旗])(?=[0-9国上下一])")
"""A place without a code behind the one that it lies in: 青岛市胶南市2009年."""
_AHEAD = regex("[明后]年|将是")
_HEAD = 400
_PAST = regex("过去一年|(?<![一二两三四五六七八九十])一年来|(?:20[0-9]{2}|19[0-9]{2})年工作回顾|工作回顾|The past year|In the past year|last year")
_WHOLE, _CURRENT = regex("(?<![去上]年)全年"), regex("今年(?:第?一季度|前|以来|[0-9一二三四五六])")
_SECTIONS = regex("^[ \u3000]*(?:一、 ?)?综 ?合[ \u3000]*$", re.MULTILINE)
"""How a communiqué of a year begins, whatever it calls 今年."""
_NATIONAL = regex("国务院|国家统计局|我国|全国人民代表大会|全国政协|National Bureau of Statistics|State Council|China")
_OF_NATION = regex("(?:[0-9]{4}年)?(?:[上下]半年|[一二三四前1-4]{1,2}季度)?(?:全国|我国)(?!第|首|最|人大|政协|两会|百)")
_OWN = regex("[全我]([县市区州旗省])(?![域场])")
_OFTEN = 3
_TWICE = 2
_LESSER = "市县州旗"
_PROVINCES = ("省", "自治区")
_HELD_AGAINST = regex("[比较与同](?:之?前)?$")
_REPORT_MONTHS = 4
_TITLE, _OPENS = 160, 2
_REPORT_HEAD = 3000
_REPORT = regex("公报|报告|情况|分析|运行|公告|Communiqu|Report|National Bureau")
_REVIEW = regex("工作回顾|各位代表|现在，我代表")


def context_of(article: Article, text: str, shapes: Iterable[Shape], published: Period | None, region: str | None) -> Context:
    """Date and region of an article; `text` is its folded text, `shapes` the times read in it."""
    where, named = _region(article, text, region), _headline(article, text)
    return Context(_published(article, text, shapes, published), where, named if named.value else _smaller(article, text, where) or named)


def _smaller(article: Article, text: str, region: Slot[Area]) -> Slot[Area] | None:
    """The city or county that an article of a province's paper speaks of as its own, whatever it is called: 全市, 我县."""
    if not isinstance(region, Stated) or not region.value.name.endswith(_PROVINCES):
        return None
    own = Counter(found.group(1) for found in _OWN.finditer(text, article.body))
    level, often = max(((level, own[level]) for level in _LESSER), key=lambda row: row[1])
    if often < _TWICE or often <= own["省"]:
        return None
    return Assumed(Area(f"全{level}"), Text(f"文中自称“全{level}”", f"the text calls its own place 全{level}"))


def _headline(article: Article, text: str) -> Slot[Area]:
    """The one place that the headline opens with: what the article is about, whoever prints it."""
    span = headline(article)
    title = text[span.start : span.end].strip()
    hits = [hit for hit in find_areas(title, 0, len(title)) if not (hit.whole or hit.setting)]
    names = {hit.found[0] for hit in hits if len(hit.found) == 1}
    unknown = _UNKNOWN_HEAD.match(title)
    if unknown and not names:
        return _of_headline(Area(unknown.group(1)))
    if len(names) == 1 and len(hits) == 1 and hits[0].start <= _OPENS:
        place = names.pop()
        within = _WITHIN.match(title, hits[0].end)
        return _of_headline(Area(within.group(1)) if within else Area(place.name, place.code))
    return Missing(Text("标题没有说明地区", "the headline names no place"))


def _of_headline(area: Area) -> Slot[Area]:
    return Assumed(area, Text(f"标题说的是{area.name}", f"the headline names {area.name}"))


def _published(article: Article, text: str, shapes: Iterable[Shape], given: Period | None) -> Slot[Period]:
    if given:
        return Stated(given)
    named = article.front_matter.get("published") or article.front_matter.get("date")
    if named:
        try:
            return Stated(Period.parse(named.strip()[:10]))
        except ValueError:
            pass
    found = _DATELINE.search(text, article.body, article.body + _HEAD) or _ALONE.search(text, article.body, article.body + _HEAD)
    if found:
        year, month, day = map(int, found.groups())
        try:
            return Stated(Period.parse(f"{year}-{month:02}-{day:02}"))
        except ValueError:
            pass
    return _inferred(shapes, text)


def _inferred(shapes: Iterable[Shape], text: str) -> Slot[Period]:
    """The year that the text calls its own: “十五五”开局之年 is 2026. Only if all that say so agree."""
    years = Counter(
        shape.year for shape in shapes if shape.via == "plan_year" and shape.year and not _AHEAD.search(text, max(0, shape.start - 8), shape.start)
    )
    if len(years) == 1:
        year = next(iter(years))
        why = Text(f"文中称本年为五年规划的某一年，推定为{year}年", f"the text calls its own year one of a five-year plan: taken to be {year}")
        return Assumed(Period.of_year(year), why)
    return Missing(Text("文中没有发稿日期，也推不出年份", "no date is given, and none can be inferred"))


def _region(article: Article, text: str, given: str | None) -> Slot[Area]:
    named = given or article.front_matter.get("region")
    if named:
        place = resolve_region(named)
        return Stated(Area(place.name, place.code) if place else Area(named))
    title = _title(article, text)[:80]
    local = [hit for hit in find_areas(title, 0, len(title)) if hit.found and not hit.whole and not hit.setting]
    if local and "公报" in title + text[article.body : article.body + 120]:
        place = local[0].found[0]
        return Assumed(Area(place.name, place.code), Text(f"标题说的是{place.name}", f"the title names {place.name}"))
    if _OF_NATION.match(title) and not local:
        return Assumed(Area("全国", "156"), Text("标题说的是全国", "the title speaks of the nation"))
    unknown = _UNKNOWN.match(title)
    if unknown:
        return Assumed(Area(unknown.group(1)), Text(f"标题说的是{unknown.group(1)}", f"the title names {unknown.group(1)}"))
    own = Counter(found.group(1) for found in _OWN.finditer(text, article.body))
    if own and not local and own.most_common(1)[0][1] >= _OFTEN:
        name = f"全{own.most_common(1)[0][0]}"
        return Assumed(Area(name), Text(f"文中自称“{name}”", f"the text calls its own place {name}"))
    if not local and _NATIONAL.search(text, article.body, article.body + 1200):
        return Assumed(Area("全国", "156"), Text("文章说的是全国", "the article speaks of the nation"))
    return Missing(Text("没有指明地区（可用 --region）", "no region is given (see --region)"))


class Frames(NamedTuple):
    """What time the article is about, by offset: a figure without a time of its own is read against the last frame before it."""

    starts: tuple[int, ...]
    periods: tuple[Period | None, ...]
    items: frozenset[int] = frozenset()
    """Where items of lists begin, which belong to the heading above them."""

    def at(self, offset: int) -> Period | None:
        """The frame in force at an offset."""
        return self.periods[bisect_right(self.starts, offset) - 1] if self.starts else None


def default_year(article: Article, text: str, published: Slot[Period], shapes: Iterable[Shape]) -> int | None:
    """The year that a report is about where its sentences name none: that of its title, or the year before a report of spring.

    None where neither says so: the year in which an article appears is not over, so its figures are of no whole year.
    """
    title = _title(article, text)
    start = text.find(title, _opening(article))
    named = next((s for s in shapes if start <= s.start < start + len(title) and s.year and s.kind in {"year", "period"}), None)
    first = published.value.first if published.value else None
    dated = published.value and len(published.value.text) > len("2026")
    reviewing = _PAST.search(text) or "政府工作报告" in text or bool(_WHOLE.search(text) and (_SECTIONS.search(text) or not _CURRENT.search(text)))
    spring = bool(first and dated and first.month <= _REPORT_MONTHS and reviewing)
    opens = named is not None and (named.start - start <= 1 or _REPORT.search(title))
    if named and opens and not (spring and first and named.year == first.year):
        return named.year
    return first.year - 1 if first and spring else None


def frames_of(article: Article, text: str, year: int | None, times: Iterable[tuple[int, int, str, Period]]) -> Frames:
    """The default year, the time in the title, and in reports the time that opens a paragraph. `times`: start, end, kind, period."""
    title = _title(article, text)
    title_start = text.find(title, _opening(article)) if title else article.body
    report = bool(_REPORT.search(title)) or bool(_REVIEW.search(text, article.body, article.body + _REPORT_HEAD))
    found: list[tuple[int, Period | None]] = [(0, Period.of_year(year) if year else None)]
    for start, end, kind, period in times:
        if kind not in {"year", "period"} or period.stock or ".." in period.text:
            continue
        if _HELD_AGAINST.search(text, max(0, start - 3), start):
            continue
        in_title = not found[1:] and not period.is_year and title_start <= start < title_start + len(title)
        opens = report and not text[text.rfind("\n", 0, start) + 1 : start].strip(" 一二三四五六七八九十、()-") and text[end : end + 1] in set("，,年是全我工")
        reviewed = text[end : end + 4].startswith(("工作回顾", "的工作", "工作"))
        if in_title or opens or reviewed:
            found.append((0 if in_title else start, period))
    found.sort(key=lambda row: row[0])
    return Frames(tuple(row[0] for row in found), tuple(row[1] for row in found))


def _title(article: Article, text: str) -> str:
    return text[_opening(article) :].lstrip().split("\n", 1)[0][:_TITLE].rstrip()


def _opening(article: Article) -> int:
    """Where the headline of the front matter stands, or else the text."""
    return article.titles[0].start if article.titles else article.body
