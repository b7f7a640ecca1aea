"""列举数目与所列不符 / A count contradicts its list.

“八个大字”引出的话要有八个字，“四张王牌”前面要列四样，“三条措施：”后面要有三条；以“等”收尾的列举不算。
Eight characters are eight, four trumps are four, and three measures are three; a list that is left open is no contradiction.

错：展台上，“创新、开放、共赢”七个大字十分醒目。
错：当地手握茶叶、竹木、文旅、水电五张“王牌”。
错：坚持“稳中求进、以进促稳、先立后破”四项原则，打造“生态”“文旅”“数字”四张名片。
错：三个镇（东山镇、西河镇、南湖镇、北岭镇）受灾。
错：会议明确三条措施：降成本、稳岗位、扩市场、促消费。
错：茶博会由品茗大会、投资论坛、茶旅线路和民俗展演五大部分组成。
错：赛事设公开、团体、趣味骑行4个项目。
错：主要有三个特点：一是总量扩大。二是结构优化。
 下一步将继续努力。
对：主要有两个特点：一是总量扩大。二是结构优化。
 下一步将继续努力，主要有三个方面：一是抓项目。二是抓服务。
对：展台上，“实干兴邦”四个大字十分醒目。
对：当地手握茶叶、竹木、文旅、水电四张“王牌”，推出教育、医疗、养老等五个领域的举措。
对：坚持“稳中求进、以进促稳、先立后破”三项原则，三个镇（东山镇、西河镇、南湖镇）受灾，全市12个县区：东部4个、西部8个。
对：茶博会由品茗大会、投资论坛、茶旅线路和民俗展演四大部分组成，设公开、团体、趣味骑行3个项目。
对：由东山、西河、南湖镇派出的两个工作组组成联合检查组。
对：今年新建公园、广场、绿地10处，引进教师、医生、护士25名。
wrong: The plan has three measures: lower costs, keep jobs, widen markets, train staff and spur spending.
wrong: Three cities, Beijing, Shanghai, Guangzhou and Shenzhen, will take part.
wrong: It will close four mines, in Kent, Fife and Durham.
wrong: Four provinces (Guizhou, Yunnan, Sichuan) were hit by floods.
right: Four cities, Beijing, Shanghai, Guangzhou and Shenzhen, will take part. Two people, a man and his wife, were hurt.
right: It will close three mines, in Kent, Fife and Durham.
right: He named two reasons: first, the cost, and second, the delay.
right: The plan has three measures: lower costs, keep jobs, and widen markets.
right: The plan has two areas: trade, research and development.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Facts, Mention, Problem, Severity, Span, Text
from factcheck.patterns import regex
from factcheck.records import NamedTuple
from factcheck.rules._enumerated import enumerated
from factcheck.rules._facts import ends_with, mentions_in, sentence_at
from factcheck.rules._premises import given, stated
from factcheck.rules._words import words

__all__ = ["check"]

RESTS_ON = ("counted", "all_parts")

_MOST = 20
_ALIKE = 3
_LONGEST = 120
_CHARACTERS = regex(r"个?大?字(?![眼数母体典词号])")
_QUOTED = regex(r"[“「]([^“”「」]{1,40})[”」](?:、|和|与)?")
_LAST_QUOTE = regex(r"(?:[“「][^“”「」]{1,40}[”」](?:、|和|与)?){1,6}(?:这|短短|的|，短短|，这)?$")
_NAMED_LATER = regex(r"个?大?字(?:：|——)([“「][^“”「」]{1,40}[”」])(?![、和与“「])")
_HAN = regex("[一-鿿〇]")
_OTHER = regex(r"[0-9A-Za-z…０-９Ａ-Ｚａ-ｚ]")
_STOPS = regex(r"[，。；：！？“”（）()《》…\n,;:!?]")
_AND = regex("[和与及]|以及")
_COLON = regex(r"[^，。；：、！？\n,;:.!?]{0,10}[：:] ?")
_EN_COLON = regex(r"[^,;:.!?\n]{0,24}: ")
_NOUN_ENDS = regex("[，。；：、！？）（的\n ]")
_EN_JOINT = regex(", (?:and |or )?")
_EN_AND = regex(" (?:and|or|&) ")
_OPEN = regex("等|……|such as|etc|and so on|among")
_ONE_QUOTE = regex(r"[“「]([^“”「」\n]{4,80})[”」]$")
_QUOTES = regex(r"(?:[“「][^“”「」、\n]{1,20}[”」][、和]?){3,9}$")
_BRACKET = regex(r"[^，。；：、（()）\n]{0,8}[（(]([^（()）\n]{5,80})[）)]")
_PARTLY = regex("包括|其中|[不未]?含|以及")
_TAKES = regex("(?:由|[建开下分共]?设(?:有|置|立)?|分[为成])[^、]{1,12}$")
"""A verb whose object a list is, before the first item."""
_MADE_UP = regex("[^，。；、\n]{0,8}(?:组成|构成)")
_MORE = regex("[各每均]|分别|[的]$")
_NAME = r"[A-Z][A-Za-z'’-]+(?: [A-Z][A-Za-z'’-]+){0,3}"
_EN_NAMES = regex(rf"(?:, (?:in |at )?| \(|, namely )((?:{_NAME}, ){{1,8}}{_NAME}(?:,? and {_NAME})?)(?=[,.;)]|$)")
_EN_BETWEEN = regex(",? and |, ")
_ENUMERATED = regex(r"(?:first|second|one),? ", re.IGNORECASE)
_OFF = 2
"""A count is mistaken by one or two; one further off counts something else than the list."""


class List(NamedTuple):
    """A list with its span, and how many items it may be said to have: 和 may join two items or stand within one."""

    span: Span
    least: int
    most: int


def check(facts: Facts) -> Iterator[Problem]:
    """Counted characters, items listed before their number, and items behind a colon."""
    for mention in facts.reading.mentions:
        if mention.value is None or mention.hedge != "none" or not 2 <= mention.value <= _MOST or mention.value.denominator != 1:
            continue
        if mention.kind == "count" or mention.via == ("set",):
            yield from _counted(facts, mention)


def _counted(facts: Facts, mention: Mention) -> Iterator[Problem]:
    if _CHARACTERS.match(facts.reading.article.text, mention.span.end - mention.surface.endswith("个")):
        characters = _characters(facts, mention)
        if characters and mention.value not in range(characters.least, characters.most + 1):
            yield _problem(mention, characters, "error", Text("引文有{}个字", "the words quoted have {} characters"))
        return
    listed = _before(facts, mention) or _quoted(facts, mention) or _behind(facts, mention) or _named(facts, mention) or _points(facts, mention)
    if listed and mention.value not in range(listed.least, listed.most + 1):
        yield _problem(mention, listed, "warning", Text("所列为{}项", "{} items are listed"))


def _points(facts: Facts, mention: Mention) -> List | None:
    """一是…二是… behind the number of points."""
    found = enumerated(facts, mention)
    return _nearly(mention, List(found[0], found[1], found[1])) if found else None


def _problem(mention: Mention, listed: List, severity: Severity, words_: Text) -> Problem:
    number = str(listed.least) if listed.least == listed.most else f"{listed.least}～{listed.most}"
    zh = f"数目与所列不符：文中为“{mention.surface}”，{words_.zh.format(number)}；数目或列举必有一误"
    en = f"{mention.surface}, but {words_.en.format(number)}: the count or the list is wrong"
    complete = given("all_parts", "所列或不完整", "the list may be incomplete", holds=severity == "error")
    return Problem(severity, mention.span, Text(zh, en), (listed.span,), expected=number, premises=(stated("counted"), complete))


# --------------------------------------------------------------------------------------------- “……”八个大字

def _characters(facts: Facts, mention: Mention) -> List | None:
    """The characters in the quotation marks beside a number of characters, without punctuation; of several quotes all or the last."""
    text = facts.reading.article.text
    later = _NAMED_LATER.match(text, mention.span.end - mention.surface.endswith("个"))
    start = max(0, mention.span.start - _LONGEST)
    quotes = None if later else _LAST_QUOTE.search(text[start : mention.span.start])
    if not later and not quotes:
        return None
    piece = later.group(1) if later else quotes.group() if quotes else ""
    at = later.start(1) if later else start + quotes.start() if quotes else 0
    sizes = [len(_HAN.findall(quote)) for quote in _QUOTED.findall(piece)]
    if not sizes or _OTHER.search(piece):
        return None
    span = Span(at, at + len(piece))
    if len(sizes) > 1 and mention.value in {sum(sizes), sizes[-1], *sizes}:
        return None
    return List(span, sum(sizes), sum(sizes))


# --------------------------------------------------------------------------------------------- 甲、乙、丙三个城市

def _before(facts: Facts, mention: Mention) -> List | None:
    """Items right before their number, if a noun that gathers them stands behind it and each of them is but a name."""
    start = max(_line(facts, mention), _end_before(facts, mention))
    head = facts.text(Span(start, mention.span.start))
    head = head.removesuffix(ends_with(head, words("zh/sums_up")))
    items = _STOPS.split(head)[-1].split("、")
    if len(items) < 3 or ends_with(head, words("zh/open_ends")):
        return None
    if not _taken(facts, mention, items) and not (_gathers(facts, mention) and _names(items)):
        return None
    return List(Span(start + len(head) - len("、".join(items)), start + len(head)), len(items), len(items) + _joints(items[-1:]))


def _taken(facts: Facts, mention: Mention, items: list[str]) -> bool:
    """Whether a verb takes the list, and its number sums up all of it: 由甲、乙和丙三部分组成, 设甲、乙、丙3个项目."""
    takes = _TAKES.search(items[0])
    if not takes or not all(items) or _joints(items[:-1]) or any(_OPEN.search(item) or _MORE.search(item) for item in items):
        return False
    made_up = _MADE_UP.match(facts.reading.article.text, mention.span.end) is not None
    return made_up if takes.group().startswith("由") else mention.classifier == "个" and _gathers(facts, mention, "zh/set_up")


def _names(items: list[str]) -> bool:
    """Whether the items look alike: 在贵州、云南、四川新建三个… and 甲、乙和丙、丁两个… say more than their list."""
    sizes = [len(item) for item in items[1:-1]]
    alike = max(sizes) - min(sizes) <= _ALIKE and min(sizes) - 1 <= len(items[-1]) <= max(sizes)
    return all(items) and alike and not _joints(items[:-1]) and not any(_OPEN.search(item) for item in items)


def _quoted(facts: Facts, mention: Mention) -> List | None:
    """Items in quotation marks right before their number: “甲、乙、丙”三项原则, “甲”“乙”“丙”三张名片. Their number is a word, not digits."""
    head = facts.text(Span(max(_line(facts, mention), mention.span.start - _LONGEST), mention.span.start))
    one, several = _ONE_QUOTE.search(head), _QUOTES.search(head)
    found = several or one
    if found is None or not _HAN.match(mention.surface) or not _gathers(facts, mention, "zh/set_nouns"):
        return None
    items = _QUOTED.findall(found.group()) if several else found.group(1).split("、")
    if len(items) < 3 or not all(items) or _OPEN.search(found.group()) or _OTHER.search(found.group()):
        return None
    return _nearly(mention, List(Span(mention.span.start - len(head) + found.start(), mention.span.start), len(items), len(items)))


def _nearly(mention: Mention, listed: List) -> List | None:
    """A list that may be that of the count."""
    return listed if mention.value is not None and listed.least - _OFF <= mention.value <= listed.most + _OFF else None


def _line(facts: Facts, mention: Mention) -> int:
    return max(sentence_at(facts, mention.span.start).start, mention.span.start - _LONGEST)


def _end_before(facts: Facts, mention: Mention) -> int:
    """Where the numeral before ends: a list does not reach across another number."""
    before = mentions_in(facts, Span(mention.span.start - _LONGEST, mention.span.start))
    return before[-1].span.end if before else 0


def _gathers(facts: Facts, mention: Mention, nouns: str = "zh/countable") -> bool:
    """Whether a noun like 城市 or 领域 follows in the same breath; a noun of one character must be all of it (三个县)."""
    behind = facts.reading.article.text[mention.span.end : mention.span.end + 12]
    noun = _NOUN_ENDS.split(behind)[0]
    return any(word == noun if len(word) == 1 else word in noun for word in words(nouns))


def _joints(items: list[str]) -> int:
    """How many items may hide behind 和, 与 and 及."""
    return sum(len(_AND.findall(item)) for item in items)


# --------------------------------------------------------------------------------------------- 三条措施：甲、乙、丙

def _behind(facts: Facts, mention: Mention) -> List | None:
    """Items behind a colon, up to the end of the sentence; none where the same count comes again (a headline that runs into the text)."""
    text, sentence = facts.reading.article.text, sentence_at(facts, mention.span.start)
    latin = mention.surface.isascii()
    colon = (_EN_COLON if latin else _COLON).match(text, mention.span.end)
    if not colon or colon.end() >= sentence.end:
        return None
    span = Span(colon.end(), sentence.end)
    piece = facts.text(span).rstrip("。！？.!? \n")
    counted = any(other.classifier and other.classifier == mention.classifier for other in mentions_in(facts, span))
    if _OPEN.search(piece) or piece[:1] in '“"「' or mention.surface in piece or counted or (latin and _ENUMERATED.match(piece)):
        return None
    return _english(span, piece) if latin else _chinese(span, piece)


def _named(facts: Facts, mention: Mention) -> List | None:
    """Names in brackets or between commas right behind what they are counted as: 三个镇（东山镇、西河镇、南湖镇）, two cities, Rome and Oslo."""
    text = facts.reading.article.text
    if not mention.surface.isascii():
        found = _BRACKET.match(text, mention.span.end)
        items = found.group(1).split("、") if found else []
        if not found or len(items) < 3 or min(map(len, items)) < 2 or _OPEN.search(found.group(1)) or _PARTLY.search(found.group()) or _OTHER.search(found.group(1)):
            return None
        return _nearly(mention, List(Span(*found.span(1)), len(items), len(items) + _joints(items)))
    names = _EN_NAMES.match(text, mention.span.end)
    if names is None:
        return None
    size = len(_EN_BETWEEN.split(names.group(1)))
    paired = any(word in names.group(1) for word in words("en/paired"))
    return _nearly(mention, List(Span(*names.span(1)), size - paired, size))


def _chinese(span: Span, piece: str) -> List | None:
    """甲；乙；丙, or 甲、乙、丙 without any other stop, so that nothing but the list stands there."""
    piece = piece.replace(";", "；")
    if "；" in piece:
        items = piece.split("；")
        return List(span, len(items), len(items) + _joints(items[-1:])) if all(items) and "、" not in items[0] else None
    items = piece.split("、")
    if len(items) < 2 or ("，" in piece or "：" in piece) or len(items[-1]) > max(map(len, items[:-1])) + 4:
        return None
    return List(span, len(items), len(items) + _joints(items))


def _english(span: Span, piece: str) -> List | None:
    """a; b; c, or a, b and c: the last `and` may join two items or stand within one."""
    if ";" in piece:
        items = [item for item in piece.split(";") if item.strip()]
        return List(span, len(items), len(items))
    items = _EN_JOINT.split(piece)
    if len(items) < 2:
        return None
    oxford = ", and " in piece or ", or " in piece
    return List(span, len(items), len(items) + (0 if oxford else len(_EN_AND.findall(items[-1]))))
