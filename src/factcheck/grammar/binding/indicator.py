"""What a figure measures: the noun phrase before it, or behind it in 2%的国土面积, or the topic before with a suffix."""

from __future__ import annotations

from factcheck.grammar.behind import right_noun
from factcheck.grammar.binding.ahead import noun_ahead
from factcheck.grammar.binding.english_noun import english_noun
from factcheck.grammar.binding.scene import Bound, Place, Scene
from factcheck.grammar.binding.wider import partner_before, without_partner
from factcheck.grammar.lexicon import words
from factcheck.grammar.phrases import leftover
from factcheck.model import Assumed, Mention, Missing, Slot, Span, Stated, Text
from factcheck.names import fold_name
from factcheck.patterns import regex

__all__ = ["EACH", "GROWTH", "indicator_of", "noun_of"]

_LONGEST = 24
_UNNAMED = Missing(Text("分句里没有说明指标", "the clause names no indicator"))
_SHARED_NOUN_ENDS = regex(r"[，。；、：！？\n]|(?:产自|来自|出自|是|在|由|已|了|分布|位于|承载|养活|创造|贡献|支撑|实现|及(?=全))")
_COUNTED = regex(r"[0-9一二三四五六七八九十百千万亿]+[个台部辆件人家只枚]?([^0-9，。、就中里有]{1,8})")
_CLASSES = regex("(?:级|及?以上|及?以下)?的?(?:[大强]?(?:镇|县|市|区|园区|企业|项目|产业|集群|城市|乡|村|俱乐部|产业链|街道))")
GROWTH = regex(
    "的(?:正|负|同比|环比|较快|较高|高速|中高速|平均|年均|两位数|快速|恢复性)?(增长|增速|增幅|涨幅|升幅|下降|降幅|跌幅|负增长)"
    "|(?:以上|左右)的?(?:增长速度|增长率|增速|增幅)"
)
"""What 7%的 leads to where it says no more than how something grew."""
EACH = regex(" (?:per|a) share")
"""Behind an amount in English: what was earned for each share."""
_CLASSIFYING = Missing(Text("数字只用来归类后面的名词", "the figure only classes the noun behind it"))
_OWNER_ALONE, _OWNED = ("'s", "’s"), regex("['’]s ")
"""Acme's grew 88 percent: what it was is told before."""
_MARKET = regex(" of (?:GDP|(?:the )?(?:[a-z]+ ){0,3}(?:market|total))(?![a-z])")
_OF_IT = regex("(?:其中|当中)[，,]?\\0?$|of (?:which|them|whom),? ?$")
"""Right before a percentage that nothing else names: it is a part of what stands before (其中90%投向)."""
_PARTS = ("成", "半", "半数")
"""What a part of things ends in where they come right behind it: 六成行业."""


def noun_of(scene: Scene, place: Place) -> tuple[str, bool]:
    """The noun phrase that names the figure, and whether it stands behind it."""
    figure, text = place.figure, scene.text
    at = next((span.end for span in figure.hedge_spans if span.start == figure.span.end), figure.span.end)
    share = figure.unit in {"percent", "ratio", "permille"}
    if GROWTH.match(text, at):
        return place.phrase.noun, False
    if share and text[at : at + 1] == "的" and not place.phrase.motion.direction:
        noun = _known(scene, text[at + 1 : place.limit]) or _SHARED_NOUN_ENDS.split(text[at + 1 : place.limit])[0].strip()
        if noun and noun not in words("zh/changes/up").table:
            return noun[:_LONGEST], True
    if figure.kind == "rank" and text.startswith("大", at):
        return _known(scene, text[at + 1 : place.limit]) or place.phrase.noun, True
    if share and not place.phrase.noun and figure.surface.endswith(_PARTS):
        noun = right_noun(text, at, place.limit, scene.language)
        return (noun, True) if len(noun) > 1 else (noun_ahead(scene, place), False)
    if "every_n" in figure.via:
        inside = _COUNTED.search(text[figure.span.start : place.limit])
        return (inside.group(1) if inside else ""), True
    if scene.latin:
        return english_noun(scene, place, at)
    if figure.kind in {"count", "quantity"} and (figure.classifier or figure.unit == "person"):
        noun = right_noun(text, at, place.limit, scene.language)
        if len(noun) > 1 and not (place.phrase.noun and text[at : at + 1] == "的"):
            return noun, True
    noun = place.phrase.noun or noun_ahead(scene, place)
    done = scene.text[figure.span.start - 1 : figure.span.start] == "了" and not place.phrase.motion.reached
    behind = _measured(scene, place, at) if figure.kind == "quantity" and (done or not noun) else ("", False)
    return behind if behind[0] else (noun, False)


def _measured(scene: Scene, place: Place, at: int) -> tuple[str, bool]:
    """What stands right behind a quantity that no word before it names, or a verb before it does to: 150亩小麦, 流转了300亩土地."""
    noun = "" if place.phrase.motion.direction else right_noun(scene.text, at, place.limit, scene.language)
    return (noun, True) if len(noun) > 1 and noun[0] != "的" else ("", False)


def _known(scene: Scene, text: str) -> str:
    """The longest name that the vocabulary knows at the beginning of a text."""
    known = scene.vocabulary.indicators
    return next((text[:size] for size in range(min(_LONGEST, len(text)), 1, -1) if fold_name(text[:size]) in known), "")


def indicator_of(scene: Scene, place: Place, noun: str, bound: Bound, *, behind: bool) -> tuple[Slot[str], Bound, bool]:
    """The indicator, what carries on, and whether the figure is a share."""
    figure, phrase = place.figure, place.phrase
    if figure.kind in {"money", "quantity"} and _CLASSES.match(scene.text, figure.span.end):
        return _CLASSIFYING, bound, False
    share = _is_share(scene, place, noun, behind=behind) or (not noun and bound.share and place.listed)
    same = bound.sentence == scene.sentence.span
    if noun.endswith(_OWNER_ALONE) and bound.topic and phrase.motion.direction:
        noun = f"{noun} {_OWNED.split(bound.topic)[-1]}"
    if noun and bound.topic and (noun.startswith("占") or noun in words(f"{scene.language}/clauses/suffix_nouns").table):
        bound = bound._replace(current=_suffixed(scene, bound.topic, noun), share=share)
        return _carried(bound.current, bound, same=same), bound, share
    if noun:
        noun = _with_head(noun, bound.topic, figure)
        span = Span(figure.span.end, figure.span.end + len(noun)) if behind else Span(phrase.start, max(phrase.end, phrase.start))
        bound = bound._replace(topic=noun, current=noun, span=span, sentence=scene.sentence.span, share=share)
        return Stated(noun, span), bound, share
    if bound.topic and not scene.latin and (partner := partner_before(scene.text, place.start, figure.span.start, scene.hits)):
        name = scene.text[partner.start : partner.end] + without_partner(bound.topic)
        bound = bound._replace(topic=name, current=name, sentence=scene.sentence.span)
        return _carried(name, bound, same=same), bound, share
    if phrase.motion.noun and bound.topic:
        bound = bound._replace(current=_suffixed(scene, bound.topic, phrase.motion.word))
        return _carried(bound.current, bound, same=same), bound, share
    if scene.latin and bound.topic and (each := EACH.match(scene.text, figure.span.end)) and not bound.topic.endswith("share"):
        return _carried(bound.topic + each.group(), bound, same=same), bound, share
    return _inherited(scene, place, bound, same=same), bound, share


def _inherited(scene: Scene, place: Place, bound: Bound, *, same: bool) -> Slot[str]:
    """What a figure without words of its own measures: what was spoken of before, unless it counts or is something else."""
    figure = place.figure
    adjoins = same and (place.listed or place.start == figure.span.start)  # 1.2万户3.9万人
    if (not adjoins and _counts_other(figure, bound, same=same)) or _no_rate(figure, bound):
        return _UNNAMED
    name = bound.current if figure.unit == "percentage_point" or place.listed else (bound.topic or bound.current)
    if not name and scene.latin and scene.text.startswith(" of ", figure.span.end):
        name = right_noun(scene.text, figure.span.end + len(" of "), place.limit, scene.language)
    if name and same and not place.listed and not scene.latin and (between := _between(scene, place, bound)):
        return Assumed(name, Text(f"其间的分句说到“{between}”", f"a clause between speaks of {between}"))
    return _carried(name, bound, same=same) if name else _UNNAMED


def _between(scene: Scene, place: Place, bound: Bound) -> str:
    """What a clause without a figure names between the figure before and the clause of this one: 出口增长6%，进口继续平稳，增长1%."""
    last = bound.claim.mention.span.end if bound.claim else place.clause.start
    offset = scene.sentence.span.start
    inside = [clause for clause in scene.clauses if last <= clause.start and clause.end <= place.clause.start]
    names = (leftover(scene.blanked[clause.start - offset : clause.end - offset], scene.language) for clause in inside)
    return next((name for name in names if len(name) > 1), "")


def _no_rate(figure: Mention, bound: Bound) -> bool:
    """Whether it is money, and what was spoken of a rate: 不良率0.95%，较二季度的4564亿元."""
    last = bound.claim
    return figure.kind == "money" and last is not None and last.mention.unit == "percent" and last.change == "level"


def _counts_other(figure: Mention, bound: Bound, *, same: bool) -> bool:
    """Whether a count names nothing and is not what was spoken of: 户 and 人 of a village are not what was counted in the sentence before."""
    counted = (figure.classifier or figure.unit) if figure.classifier or figure.unit == "person" else None
    if counted is None:
        return False
    last = bound.claim.mention if bound.claim else None
    return not same if last is None else last.kind in {"count", "quantity"} and counted not in {last.classifier, last.unit}


def _suffixed(scene: Scene, topic: str, noun: str) -> str:
    """The topic with what is said of it: 粮食产量 and 增速; GDP and growth rate, two words."""
    return f"{topic} {noun}" if scene.latin else topic + noun


def _carried(name: str, bound: Bound, *, same: bool) -> Slot[str]:
    """A name that stands before in the sentence is stated; one from a sentence before is assumed."""
    if same:
        return Stated(name, bound.span)
    return Assumed(name, Text(f"承前句：{bound.topic}", f"carried on from the sentence before: {bound.topic}"))


def _with_head(noun: str, topic: str, figure: Mention) -> str:
    """第三产业 after …增加值 speaks of its 增加值 too."""
    if not noun.endswith("业") or figure.kind not in {"money", "percent", "percentage_point"}:
        return noun
    return noun + next((head for head in words("zh/clauses/heads").table if topic.endswith(head)), "")


def _is_share(scene: Scene, place: Place, noun: str, *, behind: bool) -> bool:
    figure = place.figure
    if figure.unit not in {"percent", "ratio", "permille"} or figure.parts:
        return False
    if "every_n" in figure.via or (behind and figure.unit != "permille"):
        return True
    around = (place.phrase.head + noun).lower()
    if any(word in around for word in words(f"{scene.language}/changes/share").table):
        return not place.phrase.motion.direction
    if not noun and _OF_IT.search(place.phrase.head):
        return not place.phrase.motion.direction
    return "贡献" in around or _MARKET.match(scene.text, figure.span.end) is not None
