"""Whose figure it is, and what a share is of: nearest in the clause, then in the sentence, then carried on, then the article's."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from factcheck.grammar.areas import Hit
from factcheck.grammar.binding.named import local_before, of_places, slot_of
from factcheck.grammar.binding.scene import NO_AREA, Bound, Place, Scene, of_place
from factcheck.grammar.phrases import leftover
from factcheck.model import Area, Assumed, Mention, Missing, Slot, Span, Stated, Text
from factcheck.patterns import regex

__all__ = ["area_of", "owner_of", "subject_of"]

_MADE_IN = regex("(?:产自|来自|出自|落户|源自)$")
_HELD_IN = regex("(?:[占居列为]|领跑|贡献了)$")
_RANKED = regex("首位|第(?![一二三]产业)|前列|平均(?=水平|值|线|数)")
_DOMESTIC: Slot[Area] = Assumed(Area("全国", "156"), Text("“国内”说的是全国", "domestic means the nation"))
_JOINED = regex("[、和与及]|以及| and |, ")
_COMPARED = regex("(?:[高低快慢多少优好]于|高出|超出|低|比|较|对|向|赴|自|与|同)$")
_IN = regex("(?: (?!on |from |than |as |after |amid |by |with )[a-z-]+){0,4} (?:in|across|throughout) (?:the )?")
_ITS_ALL = regex("['’]s | (?:total|output|production)(?![a-z])")
_WHY = regex(" (?:on|from|than|as|after|amid|by|with|against|thanks) ")
_TOWARDS = regex("[对向赴自与同]$")
_WORLD, _OPENING = "WLD", 4
_AFTER_OPENING = regex("(?:统计|显示|公布|获悉|了解|介绍|表示|其中|预计|以来|今年|去年|日前|电|讯|\\s)$")
_AMONG_OTHERS = Text("文章说的是全国，但本段提到别的地方", "the article speaks of the nation, and the paragraph of another place")
_GROWTH_BEHIND = regex("的[^，。；、]{0,8}(?:增幅|增速|涨幅|升幅|降幅|平均水平|水平|平均增速)")
_EXAMPLES = regex("[^，。；、:的]{3,24}(?:、[^，。；:]{1,40})?等")
"""Behind a place inside a list of names that 等 ends: 引进了香港某某加工、河北某某药业等项目."""
_POSSESSOR = regex(r"(?<![A-Za-z])(?:[Tt]he|[Tt]his) (?:[a-z-]{2,16} ){0,2}([a-z]{3,16})['’]s ")
_NATIONS = frozenset(("country", "nation", "economy", "world", "government", "state", "year", "month", "quarter", "week", "day", "decade"))
_WITH = ("以", "用", "凭", "靠", "仅以", "仅用")
"""What a sentence opens with that names its subject only at the end."""
_THEN = regex("(?:当年|同期|全年|当时)$")
"""占当年全国的19.8%."""
_OF = regex(r"\s{0,9}+的\s{0,9}+")
_LIST = 40
_ONLY_ONE = Text("本句只提到这一个地方", "the sentence names only this place")


def area_of(scene: Scene, place: Place, bound: Bound, *, share: bool, noun: str) -> tuple[Slot[Area], Slot[Area], Slot[Area]]:
    """The area, the whole of a share, and the area that carries on."""
    figure = place.figure
    left = [hit for hit in scene.hits if hit.end <= figure.span.start]
    base = next((hit for hit in left if _is_base(scene, hit, (figure,))), None)
    whole = slot_of(scene, base, bound) if base else _whole(scene, place, left, bound) if share else NO_AREA
    partners = _partners(scene, left)
    free = [hit for hit in left if _own_growth(scene, hit, place) or not (hit.setting or hit in partners or _an_example(scene, hit))]
    own = [hit for hit in free if not _is_whole(scene, hit, place, share=share) and not _same(hit, whole)]
    if share and (maker := _maker(scene, place)):
        return maker, whole, bound.area
    coordinated = _coordinated(scene, [hit for hit in left if hit in own or not (hit.setting or hit.whole or hit in partners)])
    if coordinated:
        return Missing(Text(f"并提{'、'.join(coordinated)}", f"several places at once: {', '.join(coordinated)}")), whole, bound.area
    if scene.latin and figure.kind != "rank" and (after := _stated_behind(scene, place, own)):
        return slot_of(scene, after, bound), whole, bound.area
    if own:
        hit = ([hit for hit in own if hit.start >= place.clause.start] or own)[-1]
        slot = slot_of(scene, hit, bound)
        if isinstance(slot, Stated) and _in_passing(scene, place, hit):
            slot = Assumed(slot.value, Text(f"前面的分句提到{hit.name}", f"a clause before names {hit.name}"))
        named = {hit.name for hit in scene.hits if not (hit.whole or hit.setting)}
        worldly = bool(hit.found) and hit.found[0].code == _WORLD and hit.start - scene.sentence.span.start > _OPENING
        carries = len(named) <= 1 and not worldly and not _own_growth(scene, hit, place)
        return slot, whole, slot if carries else bound.area
    slot = _elsewhere(scene, place, bound, noun)
    # where the sentence has come back to the article's own place, what was spoken of before is over
    returned = isinstance(slot, Assumed) and bound.area.value is not None and slot.value != bound.area.value
    return slot, whole, slot if slot is _DOMESTIC or returned else bound.area


def _an_example(scene: Scene, hit: Hit) -> bool:
    """Whether a place only begins one of the names in a list that 等 ends."""
    found = _EXAMPLES.match(scene.text, hit.end, scene.sentence.span.end)
    listed = scene.text[max(scene.sentence.span.start, hit.start - _LIST) : hit.start].rpartition("，")[2]
    return found is not None and "、" in listed + found.group()


def _is_base(scene: Scene, hit: Hit, figures: Iterable[Mention]) -> bool:
    """Whether a place is what a multiple is of: 辽宁生产总值是吉林的2.3倍."""
    of = _OF.match(scene.text, hit.end)
    return of is not None and any(
        figure.unit == "times" and min(span.start for span in (figure.span, *figure.hedge_spans)) == of.end() for figure in figures
    )


def _stated_behind(scene: Scene, place: Place, own: list[Hit]) -> Hit | None:
    """The place right behind an English figure (a 7% fall in Europe and 8% in the US), unless the words before it name one of their own."""
    ends = [figure.span.end for figure in scene.figures if place.clause.start <= figure.span.start < place.start]
    taken = [hit for end in ends if (hit := _right_behind(scene, end))]
    if any(hit.start >= place.clause.start and hit not in taken for hit in own):
        return None
    return _right_behind(scene, place.figure.span.end)


def _right_behind(scene: Scene, end: int) -> Hit | None:
    hit = next((hit for hit in scene.hits if hit.start >= end), None)
    return hit if hit and not hit.setting and hit.found[:1] and hit.found[0].code != _WORLD and _IN.fullmatch(scene.text, end, hit.start) else None


def _near(scene: Scene, place: Place, hit: Hit) -> bool:
    """Whether an English place may be the figure's: not one in a later clause, nor one that says what moved it (on strong sales in Japan)."""
    end = place.figure.span.end
    return hit.start < place.clause.end and not _WHY.search(scene.text, end, max(end, hit.start))


def _owns(scene: Scene, place: Place, hit: Hit) -> bool:
    """Whether a place may be the figure's: of those behind it not one that is only named to say what something is (曾是丹麦的属地)."""
    return hit.start < place.figure.span.start or scene.text[hit.start - 1] not in "是为属归"


def _in_passing(scene: Scene, place: Place, hit: Hit) -> bool:
    """Whether a place stands in an earlier clause that gives no figure and names something else too (贵州某集团发展势头好，…):
    that, and not the place, may be what the figure is of."""
    if hit.start >= place.clause.start:
        return False
    clause = next((c for c in scene.clauses if c.start <= hit.start < c.end), None)
    if clause is None or any(clause.start <= figure.span.start < clause.end for figure in scene.figures):
        return False
    offset = scene.sentence.span.start
    return bool(leftover(scene.blanked[clause.start - offset : clause.end - offset], scene.language))


def _whole(scene: Scene, place: Place, left: list[Hit], bound: Bound) -> Slot[Area]:
    """What a share is of: 全国 or 全球 right before it, or that of the share before in a list."""
    named = [hit for hit in left if hit.start >= place.start and _is_whole(scene, hit, place, share=True)]
    if not named and scene.latin and (hit := _whole_behind(scene, place.figure.span.end)):
        named = [hit]
    if named:
        return slot_of(scene, named[-1], bound)
    return _carried_on(bound.whole.value) if isinstance(bound.whole, Stated) else bound.whole


def _whole_behind(scene: Scene, end: int) -> Hit | None:
    """The place whose all an English share is of: 35 percent of the world total, 12 percent of China's output."""
    hit = of_place(scene, end)
    return hit if hit and _ITS_ALL.match(scene.text, hit.end) else None


@lru_cache(maxsize=256)
def _carried_on(area: Area) -> Slot[Area]:
    return Assumed(area, Text(f"承前：{area.name}", f"carried on: {area.name}"), carried=True)


def _same(hit: Hit, whole: Slot[Area]) -> bool:
    """Whether a place is the very whole of the share."""
    return whole.value is not None and any(found.name == whole.value.name for found in hit.found)


def _partners(scene: Scene, places: list[Hit]) -> list[Hit]:
    """Places that a preposition makes the other side, and those listed with them: 我国对东盟、欧盟、美国进出口."""
    found: list[Hit] = []
    for before, hit in zip([None, *places], places, strict=False):
        between = scene.text[before.end if before else scene.sentence.span.start : hit.start]
        listed = before in found and _JOINED.fullmatch(between)
        if listed or (_TOWARDS.search(between) and not hit.whole and between not in {"与", "同"}):
            found.append(hit)
    return found


def _coordinated(scene: Scene, places: list[Hit]) -> list[str]:
    """Places named in one breath (广东、江苏的经济总量): the figure is of all of them, or of each in turn, never of the last alone."""
    if len(places) < 2 or not _JOINED.fullmatch(scene.text[places[-2].end : places[-1].start]):
        return []
    return [places[-2].name, places[-1].name]


def _maker(scene: Scene, place: Place) -> Slot[Area] | None:
    """The place behind 产自: 全国40%的工业机器人产自广东."""
    for hit in scene.hits:
        if hit.start >= place.figure.span.end and len(hit.found) == 1 and _MADE_IN.search(scene.text[max(0, hit.start - 3) : hit.start]):
            return Stated(Area(hit.found[0].name, hit.found[0].code), Span(hit.start, hit.end))
    return None


def _is_whole(scene: Scene, hit: Hit, place: Place, *, share: bool) -> bool:
    """Whether a place is no subject: the whole of a share (占全国44%, 全国2%的), where a rank is held (居全国首位), what is
    compared with (高于全国0.2个百分点)."""
    before, after = _THEN.sub("", scene.text[max(0, hit.start - 5) : hit.start])[-3:], scene.text[hit.end : hit.end + 4]
    held = _HELD_IN.search(before)
    if _own_growth(scene, hit, place):
        return False
    if _COMPARED.search(before) or _is_base(scene, hit, scene.figures) or (held and (hit.whole or held.group() == "占")):
        return True
    if hit.whole and _RANKED.match(after):
        return True
    if hit.whole and (_deep(scene, hit) or _heads_share(scene, hit)):
        return True
    if not share or not hit.whole:
        return False
    stop = min([place.figure.span.start, *(span.start for span in place.figure.hedge_spans if span.start >= hit.end)])
    between = scene.text[hit.end : stop]
    return len(between) <= 1 or between.startswith("每")


def _own_growth(scene: Scene, hit: Hit, place: Place) -> bool:
    """Whether a figure is the place's own, that another is held against: 高于全国2.8%的整体增幅."""
    own = place.figure.unit == "percent" and hit.end == place.figure.span.start
    return own and _GROWTH_BEHIND.match(scene.text, place.figure.span.end) is not None


def _heads_share(scene: Scene, hit: Hit) -> bool:
    """Whether 全国 opens a share further on in the sentence: 全国1/10的经济总量."""
    figure = next((figure for figure in scene.figures if figure.span.start >= hit.end), None)
    if figure is None or figure.unit not in {"percent", "ratio"} or len(scene.text[hit.end : figure.span.start]) > _OPENING:
        return False
    return scene.text.startswith("的", figure.span.end) or "every_n" in figure.via


def _deep(scene: Scene, hit: Hit) -> bool:
    """Whether 全国 or 全球 stands inside its clause, not at its head: 推动企业开拓全球市场 speaks of no figure of the world."""
    clause = next((c for c in scene.clauses if c.start <= hit.start < c.end), scene.sentence.span)
    offset = scene.sentence.span.start
    head = scene.blanked[clause.start - offset : hit.start - offset].replace("\0", "").strip()
    return len(head) > _OPENING and not _AFTER_OPENING.search(head)


def _elsewhere(scene: Scene, place: Place, bound: Bound, noun: str) -> Slot[Area]:
    """Where no place stands before the figure: the only one in the sentence, the one carried on, the article's own.

    What is named anew in a later sentence is rather the article's own place than the one spoken of before; and a sentence that
    says where something happens does not carry on another place.
    """
    if scene.latin and _of_another(scene, place):
        return NO_AREA
    near = [hit for hit in scene.hits if (_near if scene.latin else _owns)(scene, place, hit)]
    named = {hit.found[0].name: hit.found[0] for hit in near if len(hit.found) == 1 and not hit.whole and not hit.setting}
    if len(named) == 1:
        only = next(iter(named.values()))
        before = any(hit.end <= place.figure.span.start for hit in near if hit.found[:1] == (only,))
        before = before or scene.text.startswith(_WITH, scene.sentence.span.start)  # 以2%的面积、9%的人口，…，广东…
        return Assumed(Area(only.name, only.code), _ONLY_ONE, carried=before)
    region, carried = scene.context.home, bound.area.value
    same = bound.sentence == scene.sentence.span
    elsewhere = any(hit.setting and hit.found and carried and hit.found[0].name != carried.name for hit in scene.hits)
    within = scene.text.startswith("其中", scene.sentence.span.start)
    if carried and not elsewhere and (same or within or not noun or region.value is None):
        return _carried_on(carried)
    if isinstance(region, Assumed):
        if of_places(scene):
            return NO_AREA
        return Assumed(region.value, _AMONG_OTHERS) if local_before(scene, place, region.value) else region
    if noun.startswith(("国内生产总值", "人均国内生产总值")):
        return _DOMESTIC
    if isinstance(region, Stated):
        return Assumed(region.value, Text(f"文章所在地区：{region.value.name}", f"the article's region: {region.value.name}"), carried=True)
    return NO_AREA


def _of_another(scene: Scene, place: Place) -> bool:
    """Whether an English figure is of something that is named only by its kind: the province's GDP is not the country's."""
    owners = _POSSESSOR.findall(scene.text, place.clause.start, place.figure.span.start)
    return bool(owners) and owners[-1].lower() not in _NATIONS


def owner_of(scene: Scene, place: Place, bound: Bound, *, behind: bool) -> str:
    """Whose figure it is within the area: named before the noun, or for the figure before in the sentence and no place anew."""
    if behind or place.phrase.owner:
        return "" if behind else place.phrase.owner
    anew = any(place.start <= hit.start and hit.end <= place.figure.span.start and not hit.setting for hit in scene.hits)
    return "" if anew else bound.owner


def subject_of(area: Slot[Area]) -> Slot[str]:
    """Whose figure it is, as far as places go."""
    if isinstance(area, Missing):
        return area
    return Stated(area.value.name, area.span) if isinstance(area, Stated) else Assumed(area.value.name, area.why)
