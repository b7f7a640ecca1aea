"""The article's own date and region: from the options, its front matter or dateline, or inferred from its text and said to be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from factcheck.grammar.areas import find_areas, resolve_region
from factcheck.grammar.calendar import Shape
from factcheck.model import Area, Article, Assumed, Context, Missing, Period, Slot, Stated, Text

__all__ = ["context_of", "frame_year"]

_DATELINE = re.compile(
    r"(?:发布时间|发布日期|时间|日期|来源|讯|电|Published|Updated|date)[^\n]{0,24}?((?:19|20)[0-9]{2})[-年/.](0?[1-9]|1[0-2])[-月/.](0?[1-9]|[12][0-9]|3[01])",
    re.IGNORECASE,
)
_ALONE = re.compile(r"^\s*[(]?((?:19|20)[0-9]{2})[-年/.](0?[1-9]|1[0-2])[-月/.](0?[1-9]|[12][0-9]|3[01])日?[)]?\s*$", re.MULTILINE)
_HEAD = 400
_PAST = re.compile("过去一年|一年来|(?:20[0-9]{2}|19[0-9]{2})年工作回顾|工作回顾|The past year|In the past year|last year")
_NATIONAL = re.compile("国务院|国家统计局|我国|全国人民代表大会|全国政协|National Bureau of Statistics|State Council|China")
_REPORT_MONTHS = 4


def context_of(article: Article, text: str, shapes: Iterable[Shape], published: Period | None, region: str | None) -> Context:
    """Date and region of an article; `text` is its folded text, `shapes` the times read in it."""
    return Context(_published(article, text, shapes, published), _region(article, text, region))


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
        shape.year for shape in shapes if shape.via == "plan_year" and shape.year and not re.search("[明后]年|将是", text[max(0, shape.start - 8) : shape.start])
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
    title = text[article.body :].lstrip().split("\n", 1)[0][:80]
    local = [hit for hit in find_areas(title, 0, len(title)) if hit.found and not hit.whole]
    if local and "公报" in title + text[article.body : article.body + 120]:
        place = local[0].found[0]
        return Assumed(Area(place.name, place.code), Text(f"标题说的是{place.name}", f"the title names {place.name}"))
    unknown = re.match(r"(?:[0-9]{4}年)?([\u4e00-\u9fff]{2,10}?[省市县区州旗])(?=[0-9国上下一])", title)
    if unknown:
        return Assumed(Area(unknown.group(1)), Text(f"标题说的是{unknown.group(1)}", f"the title names {unknown.group(1)}"))
    if not local and _NATIONAL.search(text, article.body, article.body + 1200):
        return Assumed(Area("全国", "156"), Text("文章说的是全国", "the article speaks of the nation"))
    return Missing(Text("没有指明地区（可用 --region）", "no region is given (see --region)"))


def frame_year(article: Article, text: str, published: Slot[Period]) -> int | None:
    """The year that a report is about where its sentences name none: that of its title, or the year before a report of spring."""
    title = text[article.body :].lstrip().split("\n", 1)[0][:60]
    found = re.match(r"[^0-9]{0,12}((?:19|20)[0-9]{2})年", title)
    if found:
        return int(found.group(1))
    first = published.value.first if published.value else None
    if first is None:
        return None
    if published.value and published.value.text != f"{first.year}" and first.month <= _REPORT_MONTHS:
        if _PAST.search(text) or "政府工作报告" in text[:600] or "全年" in text:
            return first.year - 1
    return first.year
