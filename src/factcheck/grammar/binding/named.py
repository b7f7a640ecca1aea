"""Which place a name means, and what other places the words around a figure speak of."""

from __future__ import annotations

from factcheck.grammar.areas import NAMED, Hit, find_areas
from factcheck.grammar.binding.scene import NO_AREA, Bound, Place, Scene
from factcheck.grammar.lexicon import words
from factcheck.model import Area, Assumed, Missing, Slot, Span, Stated, Text
from factcheck.patterns import regex

__all__ = ["field_of", "local_before", "of_places", "slot_of"]

_SOME_PLACES = regex("(?:[一两二三四五六七八九十几数多]|[0-9]{1,3})个?(?:县|市|区|乡|镇|村|旗|州|社区|地区|城市)")
_SMALL = frozenset(("city", "county"))
_SMALL_PLACE = regex("(?:[省市州县区旗]|走进|来到|位于|地处)[\u4e00-\u9fff]{1,8}[村乡镇县](?![域级民户振办])")
_CITY = regex("(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,3}[市县])(?![场值民级面域])")
_NO_NAME = frozenset("全我该各本分两三四五六七八九十每其")
_PARAGRAPH = 300
_LEVELS = {
    "province": ("省", "市", "区"), "city": ("市", "州", "盟", "地区"), "county": ("县", "市", "区", "旗"),
    "district": ("区",), "prefecture": ("州",), "region": ("自治区", "区"),
}  # fmt: skip


def slot_of(scene: Scene, hit: Hit, bound: Bound) -> Slot[Area]:
    """The place of a hit: one place, the likelier of several where the article's region decides, its own region for 全省."""
    span = Span(hit.start, hit.end)
    region = scene.context.region.value
    if len(hit.found) == 1:
        return Stated(Area(hit.found[0].name, hit.found[0].code), span)
    if hit.found:
        same = [found for found in hit.found if region and found.name == region.name]
        found = same or [found for found in hit.found if found.level in {"province", "nation"}]
        if len(found) == 1:
            area = Area(found[0].name, found[0].code)
            why = Text(f"“{hit.name}”一般指{area.name}，但不止一处", f"{hit.name} mostly means {area.name}, but not only")
            return Stated(area, span) if same else Assumed(area, why)
        return Missing(Text(f"“{hit.name}”不止一处", f"several places are called {hit.name}"))
    if hit.level == NAMED:
        return Stated(Area(hit.name), span)
    suffixes = _LEVELS.get(hit.level, ("",))
    named = next((area for area in (scene.context.headline.value, region) if area and area.name.endswith(suffixes)), None)
    own = Stated(named, span) if named else None
    if named and not hit.name.startswith("该"):
        other = _other_before(scene, hit, named, suffixes)
        return Missing(Text(f"“{hit.name}”也许指{other}", f"{hit.name} may be {other}")) if other else Stated(named, span)
    earlier = [Area(h.found[0].name, h.found[0].code) for h in scene.hits if h.end <= hit.start and h.found and h.found[0].name.endswith(suffixes)]
    before = earlier[-1] if earlier else bound.area.value
    if before and before.code and before.name.endswith(suffixes):
        return Assumed(before, Text(f"“{hit.name}”承前指{before.name}", f"{hit.name} is {before.name}, named before"), carried=True)
    return own or Stated(Area(hit.name), span)


def _other_before(scene: Scene, hit: Hit, region: Area, suffixes: tuple[str, ...]) -> str:
    """The place of that level that the paragraph speaks of before 全省, where it is not the article's own."""
    start = max(scene.text.rfind("\n", 0, hit.start) + 1, hit.start - _PARAGRAPH)
    named = [found.found[0].name for found in find_areas(scene.text, start, hit.start) if len(found.found) == 1 and not found.setting]
    alike = [name for name in named if name.endswith(suffixes)]
    return alike[-1] if alike and region.name not in named else ""


def field_of(scene: Scene, place: Place) -> Slot[Area]:
    """Among whom a rank or a streak is held: 居全国第一, 领跑全国."""
    inside = [hit for hit in scene.hits if place.clause.start <= hit.start < place.clause.end and hit.whole]
    near = min(inside, key=lambda hit: abs(hit.start - place.figure.span.start), default=None)
    return slot_of(scene, near, Bound()) if near else NO_AREA


def of_places(scene: Scene) -> bool:
    """Whether the sentence speaks of places that no list of ours has: 山上的几个村, 甲、乙两县."""
    return _SOME_PLACES.search(scene.text, *scene.sentence.span) is not None


def local_before(scene: Scene, place: Place, region: Area) -> bool:
    """Whether the paragraph of an article on the nation has come to a small place before the figure: a city, a village, one of no list."""
    if region.code != "156":
        return False
    end = place.figure.span.start
    start = max(scene.text.rfind("\n", 0, end) + 1, end - _PARAGRAPH)
    if _SMALL_PLACE.search(scene.text, start, end) or any(_is_name(found.group(1)) for found in _CITY.finditer(scene.text, start, end)):
        return True
    return any(hit.found and hit.found[0].level in _SMALL and not hit.setting for hit in find_areas(scene.text, start, end))


def _is_name(word: str) -> bool:
    """Whether a word in 市 or 县 may name a place: not 城市, 超市, 各县."""
    return not words("zh/clauses/no_places").ending(word, len(word)) and word[0] not in _NO_NAME
