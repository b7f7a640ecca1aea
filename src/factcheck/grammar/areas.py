"""Places named in a stretch of text, and the words (全省, 我市) that stand for the article's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.grammar.lexicon import words
from factcheck.patterns import regex
from factcheck.places import Place, anaphora, place_names, places
from factcheck.records import NamedTuple

__all__ = ["NAMED", "Hit", "find_areas", "resolve_region"]


class Hit(NamedTuple):
    """A place as named at [start, end): one place, several that share the name, or none but a `level` for 全省."""

    start: int
    end: int
    name: str
    found: tuple[Place, ...]
    level: str = ""
    setting: bool = False
    """It only says where something happens (在北京举行, 北京1月19日电), or is a part of a name (贵州省统计局)."""

    @property
    def whole(self) -> bool:
        """Whether it is the nation or the world: what shares are of, more often than what is spoken of."""
        return bool(self.found) and self.found[0].level in {"nation", "world"}


@cache
def _index() -> tuple[re.Pattern[str], dict[str, list[str]]]:
    """A pattern for the first two characters of any name, and the names by these, longest first."""
    names: dict[str, list[str]] = {}
    for name in [*place_names(), *anaphora()]:
        names.setdefault(name[:2], []).append(name)
    for rows in names.values():
        rows.sort(key=len, reverse=True)
    first = re.escape("".join(sorted({pair[0] for pair in names})))
    second = re.escape("".join(sorted({pair[1] for pair in names})))
    return regex(f"[{first}](?=[{second}])"), names


_NAME = 12
_WHERE = frozenset("在于赴到从抵访来驻至")
_HEAD = regex("(?:^|[，。；：\\n ])在$")
_TOPIC = regex("[，,]|[0-9]{4}年|地区|市|省|今年|去年|上半年|前三季度")
_DATELINE = regex(r"[ ]?(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日(?:上午|下午|晚)?(?:电|讯|专电)")
_NOT_BEFORE = {"中国": "其"}
"""其中国有企业 names no nation."""
NAMED = "named"
"""The level of a place that no list has."""
_UNLISTED = regex("[，。；、:;,\n ]([\u4e00-\u9fff]{1,3}?(?:自治县|[县旗])|[\u4e00-\u9fff]{2,3}?[区市])")
_NO_NAME = frozenset("全我该各本分两三四五六七八九十每其")
_EXCEPTED = ("外", "以外", "之外")
_DIRECTIONS = frozenset(("中部", "东部", "西部", "东北", "华北", "华东", "华南"))
_ALONE = frozenset("、和与及在对向从由于国我使让比较是为了")
_ROUTE = frozenset({"至", "到", "-"})
_BEST = regex(r"'s (?:[a-z]+-)?(?:[a-z]+est|top|leading|only|first|most [a-z]+) ")
"""The world's second-largest drugmaker: the place only says among whom."""
_BEST_IN = regex("(?:[a-z]+est|leading|top) $")
"""The second-largest US bank: the place only says among whom."""
_TAKES_PLACE = regex("[^，。；0-9]{0,16}(?:开幕|闭幕|揭幕|落幕|举行|举办|召开|启动|登陆|开赛|开馆|开工|成立)")
_MONEY_BEHIND = regex(r"\$| (?:dollars?|yen|pounds?|yuan|won)(?![a-z])")
_PART_OF_NAME = regex("(?:Gulf|Bank|Bay|Sea|Strait|University|Museum) of (?:the )?$")
_HELD = regex("(?:conference|briefing|forum|summit|meeting|event|expo|fair|ceremony|press|held|here) (?:in|at) $")
_NOT_AFTER = {
    "全省": regex("会"), "全区": regex("域"), "全市": regex("场"), "国内": regex("[生外]"),
    "中国": regex("[船电移石联银工建]|人(?![口均])"),
}  # fmt: skip
"""What makes another word of a name: 全省会议, 中国人, but not 中国人口."""


def find_areas(text: str, start: int, end: int) -> list[Hit]:
    """Every place named in [start, end), the longest name at each spot, left to right."""
    pattern, names = _index()
    levels = anaphora()
    hits: list[Hit] = []
    free = start
    for found in pattern.finditer(text, start, end):
        at = found.start()
        rows = names.get(text[at : at + 2]) if at >= free else None
        name = next((n for n in rows if text.startswith(n, at, end) and _whole_word(text, at, n)), None) if rows else None
        if name is None or text[at - 1 : at] == _NOT_BEFORE.get(name, "\0") or _no_place(text, name, at + len(name)) or _only_a_part(text, name, at):
            continue
        free = at + len(name)
        setting = _quoted(text, at, free) or _scene_setting(text, at, free)
        hits.append(Hit(at, free, name, places(name), levels.get(name, ""), setting))
    return _routes(text, _within(text, sorted([*hits, *_unlisted(text, start, end, hits)])))


def _within(text: str, hits: list[Hit]) -> list[Hit]:
    """A place right behind the one that it lies in only says where, if that does: 在山东省枣庄市台儿庄古城开幕."""
    made: list[Hit] = []
    for hit in hits:
        before = made[-1] if made else None
        where = before is not None and before.setting and before.end == hit.start and text[before.start - 1 : before.start] == "在"
        made.append(hit._replace(setting=True) if where and _TAKES_PLACE.match(text, hit.end) else hit)
    return made


def _unlisted(text: str, start: int, end: int, hits: list[Hit]) -> Iterator[Hit]:
    """Counties and districts that no list of ours has, at the head of a clause and before what a place has: 山阴县生产总值."""
    for found in _UNLISTED.finditer(text, max(0, start - 1), end):
        name, (at, behind) = found.group(1), found.span(1)
        free = all(hit.end <= at or hit.start >= behind for hit in hits)
        own = not words("zh/clauses/no_places").ending(text, behind) and name[0] not in _NO_NAME
        if free and own and words("zh/clauses/of_places").starting(text, behind):
            yield Hit(at, behind, name, (), NAMED)


def _routes(text: str, hits: list[Hit]) -> list[Hit]:
    """Places between which a way leads (贵阳至南宁高铁) have no figure of their own."""
    ends = {i for i in range(1, len(hits)) if text[hits[i - 1].end : hits[i].start] in _ROUTE}
    return [hit._replace(setting=True) if i in ends or i + 1 in ends else hit for i, hit in enumerate(hits)]


def _no_place(text: str, name: str, end: int) -> bool:
    """Whether what follows makes it another word (全省会议) or a currency (US$5 billion, Hong Kong dollars)."""
    behind = _MONEY_BEHIND if name.isascii() else _NOT_AFTER.get(name)
    return behind is not None and behind.match(text, end) is not None


def _only_a_part(text: str, name: str, at: int) -> bool:
    """Whether a region's short name tells a part of something else: 非洲大陆中部, 省东部."""
    before = text[at - 1 : at]
    return name in _DIRECTIONS and "一" <= before <= "鿿" and before not in _ALONE


def _quoted(text: str, start: int, end: int) -> bool:
    """Whether a place is a part of a short quoted name (“电动贵州”), not of quoted speech."""
    before, after = text.rfind('"', max(0, start - _NAME), start), text.find('"', end, end + _NAME)
    line = text.rfind("\n", 0, start)
    return before >= 0 and after >= 0 and after - before <= _NAME and text.count('"', max(line + 1, start - 200), start) % 2 == 1


def _scene_setting(text: str, start: int, end: int) -> bool:
    """Whether a place says where something happens (在北京举行, 北京1月19日电) or is a part of a name (贵州省统计局, Gulf of Mexico)."""
    if _DATELINE.match(text, end) or (text[start - 1 : start] == "除" and text.startswith(_EXCEPTED, end)):
        return True
    if _BEST.match(text, end) or _BEST_IN.search(text, max(0, start - 18), start):
        return True
    if text[start - 1 : start] == " " and (_PART_OF_NAME.search(text, max(0, start - 18), start) or _HELD.search(text, max(0, start - 18), start)):
        return True
    if text[start - 1 : start] in _WHERE and not text.endswith("以来", 0, start):
        return not (_HEAD.search(text, max(0, start - 4), start) and _TOPIC.match(text, end))
    return words("zh/clauses/place_names").starting(text, end) is not None


def _whole_word(text: str, at: int, name: str) -> bool:
    """An English name stands as a word of its own."""
    if not name.isascii():
        return True
    after = text[at + len(name) : at + len(name) + 1]
    return not text[at - 1 : at].isalpha() and not (after.isascii() and after.isalnum())


def resolve_region(name: str) -> Place | None:
    """The place of that name: a province before a city where both bear it; None if it is not known."""
    found = places(name)
    order = {"nation": 0, "province": 1, "city": 2}
    return min(found, key=lambda place: order.get(place.level, 3), default=None)
