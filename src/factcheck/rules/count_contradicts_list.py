"""列举数目与所列不符 / A count contradicts its list.

“八个大字”引出的话要有八个字，“四张王牌”前面要列四样，“三条措施：”后面要有三条；以“等”收尾、套着别的列举、说不准是不是那几样的不算，“六部门：”说的是谁，不是几条。
Eight characters are eight, four trumps are four, and three measures are three; a list that is left open, holds another, or may be of
something else is no contradiction, and six ministries with a colon say who speaks.

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
对：六部门：整治虚假广告、规范收费行为、畅通投诉渠道、公布典型案例。
wrong: The plan has three measures: lower costs, keep jobs, widen markets, train staff and spur spending.
wrong: Three cities, Beijing, Shanghai, Guangzhou and Shenzhen, will take part.
wrong: It will close four mines, in Kent, Fife and Durham.
wrong: Four provinces (Guizhou, Yunnan, Sichuan) were hit by floods.
right: Four cities, Beijing, Shanghai, Guangzhou and Shenzhen, will take part. Two people, a man and his wife, were hurt.
right: It will close three mines, in Kent, Fife and Durham.
right: He named two reasons: first, the cost, and second, the delay.
right: The plan has three measures: lower costs, keep jobs, and widen markets.
right: The plan has two areas: trade, research and development.
right: Three of the five plants, in Kent, Fife and Durham, will close. Two towns, Ashby, where she was born, and Corby, were hit.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Facts, Mention, Problem, Severity, Span, Text
from factcheck.patterns import regex
from factcheck.records import NamedTuple
from factcheck.rules._enumerated import enumerated
from factcheck.rules._facts import ends_with, mentions_in, sentence_at
from factcheck.rules._lists import Items, are_named, chinese, english, english_names
from factcheck.rules._premises import given, stated
from factcheck.rules._words import words

__all__ = ["check"]

RESTS_ON = ("counted", "all_parts")

_MOST = 20
_LONGEST = 120
_CHARACTERS = regex(r"个?大?字(?![眼数母体典词号])")
_QUOTED = regex(r"[“「]([^“”「」]{1,40})[”」](?:、|和|与)?")
_LAST_QUOTE = regex(r"(?:[“「][^“”「」]{1,40}[”」](?:、|和|与)?){1,6}(?:这|短短|的|，短短|，这)?$")
_NAMED_LATER = regex(r"个?大?字(?:：|——)([“「][^“”「」]{1,40}[”」])(?![、和与“「])")
_HAN = regex("[一-鿿〇]")
_OTHER = regex(r"[0-9A-Za-z…０-９Ａ-Ｚａ-ｚ]")
_STOPS = regex(r"[，。；：！？“”（）()《》…\n,;:!?]")
_COLON = regex(r"([^，。；：、！？《》“”（）\n,;:.!?]{1,10})[：:] ?")
_EN_COLON = regex(r"(?: [a-z-]{1,16}){0,3}: ")
_CLOSED = regex(r"[。！？.!?]")
_NOUN_ENDS = regex("[，。；：、！？）（的\n ]")
_AND_MORE = regex("[零一二两三四五六七八九十0-9]")
"""三省一市: more is counted than the noun names."""
_ONE_QUOTE = regex(r"[“「]([^“”「」\n]{4,80})[”」]$")
_QUOTES = regex(r"(?:[“「][^“”「」、\n]{1,20}[”」][、和]?){3,9}$")
_BRACKET = regex(r"([^，。；、（()）\n]{0,8})[（(]([^（()）\n]{5,80})[）)]")
_PARTLY = regex("[不未]?含|以及")
_TAKES = regex("(?:由|[建开下分共]?设(?:有|置|立)?|分[为成])[^、]{1,12}$")
"""A verb whose object a list is, before the first item."""
_MADE_UP = regex("[^，。；、\n]{0,8}(?:组成|构成)")
_MORE = regex("[各每均]|分别|[的]$")
_OF_MORE = regex(
    r"\b(?:of (?:the|its|their|his|her|our|your|my|all|these|those)|(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|some|most|all|each|any"
    r"|both|none|many|half) of)(?: [a-z]+)?(?: |$)$",
)
"""Three of its five plants: the names may be those of the three."""
_NAME = r"[A-Z][A-Za-z'’-]+(?: [A-Z][A-Za-z'’-]+){0,3}"
_GOES_ON = "(?:and|or|plus|as well|with|including|among) "
_EN_NAMES = regex(rf"(?:, (?:in |at )?| \(|, namely )((?:{_NAME}, ){{1,8}}{_NAME}(?:,? and {_NAME})?)(?=[.;)]|, (?!{_GOES_ON})[a-z]|$)")
_EN_BETWEEN = regex(",? and |, ")
_GOES_ON_HERE = regex(r"[^。！？：:；;\s][ \u3000]*\n\s*$|[”」][、和与及]$")
_NEAR = 12
_SPREAD = 3
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
    if listed and _nearly(mention, listed) and mention.value not in range(listed.least, listed.most + 1):
        yield _problem(mention, listed, "warning", Text("所列为{}项", "{} items are listed"))


def _nearly(mention: Mention, listed: List) -> bool:
    """Whether a list may be that of the count."""
    return mention.value is not None and listed.least - _OFF <= mention.value <= listed.most + _OFF


def _points(facts: Facts, mention: Mention) -> List | None:
    """一是…二是… behind the number of points."""
    found = enumerated(facts, mention)
    return List(found[0], found[1], found[1]) if found else None


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
    piece = _STOPS.split(head)[-1]
    items = None if ends_with(head, words("zh/open_ends")) else chinese(piece)
    if items is None or _AND_MORE.match(facts.reading.article.text, mention.span.end) or not _summed_up(facts, mention, items):
        return None
    first = start + len(head) - len(piece)
    return None if _cut_off(facts, first) else List(Span(first, start + len(head)), items.least, items.most)


def _cut_off(facts: Facts, start: int) -> bool:
    """Whether a list begins with its line while the line before goes on, so that its first items may stand there or another one joins it."""
    before = facts.reading.article.text[:start].rstrip("“「")[-_NEAR:]
    return _GOES_ON_HERE.search(before) is not None


def _summed_up(facts: Facts, mention: Mention, items: Items) -> bool:
    """Whether the number sums up the whole list: a verb takes the list (由甲、乙和丙三部分组成, 设甲、乙、丙3个项目), or its noun gathers
    items that look alike; 在贵州、云南、四川新建三个… and 甲、乙和丙、丁两个… say more than their list."""
    takes = _TAKES.search(items.words[0])
    if takes and not any(_MORE.search(item) for item in items.words):
        made_up = _MADE_UP.match(facts.reading.article.text, mention.span.end) is not None
        return made_up if takes.group().startswith("由") else mention.classifier == "个" and _gathers(facts, mention, "zh/set_up")
    sizes = [len(item) for item in items.words[1:]]
    alike = max(sizes) - min(sizes) <= _SPREAD
    return alike and (_gathers(facts, mention, "zh/countable") or _gathers(facts, mention, "zh/place_nouns"))


def _quoted(facts: Facts, mention: Mention) -> List | None:
    """Items in quotation marks right before their number: “甲、乙、丙”三项原则, “甲”“乙”“丙”三张名片. Their number is a word, not digits."""
    head = facts.text(Span(max(_line(facts, mention), mention.span.start - _LONGEST), mention.span.start))
    several = _QUOTES.search(head)
    found = several or _ONE_QUOTE.search(head)
    if found is None or not _HAN.match(mention.surface) or not _gathers(facts, mention, "zh/set_nouns"):
        return None
    items = chinese("、".join(_QUOTED.findall(found.group())) if several else found.group(1))
    if items is None or _OTHER.search(found.group()):
        return None
    first = mention.span.start - len(head) + found.start()
    return None if _cut_off(facts, first) else List(Span(first, mention.span.start), items.least, items.most)


def _line(facts: Facts, mention: Mention) -> int:
    return max(sentence_at(facts, mention.span.start).start, mention.span.start - _LONGEST)


def _end_before(facts: Facts, mention: Mention) -> int:
    """Where the numeral before ends: a list does not reach across another number."""
    before = mentions_in(facts, Span(mention.span.start - _LONGEST, mention.span.start))
    return before[-1].span.end if before else 0


def _gathers(facts: Facts, mention: Mention, nouns: str) -> bool:
    """Whether a noun like 城市 or 领域 follows in the same breath; a noun of one character must be all of it (三个县)."""
    behind = facts.reading.article.text[mention.span.end : mention.span.end + 12]
    noun = _NOUN_ENDS.split(behind)[0]
    return any(word == noun if len(word) == 1 else word in noun for word in words(nouns))


# --------------------------------------------------------------------------------------------- 三条措施：甲、乙、丙

def _behind(facts: Facts, mention: Mention) -> List | None:
    """Items between a colon and the end of the sentence. What speaks has none (六部门：), nor a headline that runs into its text."""
    text, sentence = facts.reading.article.text, sentence_at(facts, mention.span.start)
    latin = mention.surface.isascii()
    colon = (_EN_COLON if latin else _COLON).match(text, mention.span.end)
    if not colon or colon.end() >= sentence.end or not _CLOSED.match(text, sentence.end - 1):
        return None
    span = Span(colon.end(), sentence.end - 1)
    piece = facts.text(span)
    if piece[:1] in {"“", '"', "「"} or mention.surface in piece or mentions_in(facts, span) or _part(facts, mention):
        return None
    items = english(piece) if latin else chinese(piece)
    told = items and (_english_told(mention, colon.group(), items) if latin else _chinese_told(colon.group(1), items))
    return List(span, items.least, items.most) if items and told else None


def _chinese_told(noun: str, items: Items) -> bool:
    """Whether the items are those of the noun: measures and aims of one build, or names of what it is."""
    told = any(noun.endswith(word) for nouns in ("zh/set_nouns", "zh/countable") for word in words(nouns))
    return items.alike if told else are_named(items.words, noun)


def _english_told(mention: Mention, noun: str, items: Items) -> bool:
    """The same of `three measures: ` and `the five companies: `."""
    last = f"{mention.surface}{noun}".rstrip(": ").rsplit(" ", 1)[-1]
    return english_names(items.words) or (items.alike and last in words("en/told_nouns"))


def _part(facts: Facts, mention: Mention) -> bool:
    """Whether only some of what is counted are spoken of: two of the four winners, A and B."""
    return _OF_MORE.search(facts.reading.article.text, max(0, mention.span.start - 24), mention.span.start) is not None


def _named(facts: Facts, mention: Mention) -> List | None:
    """Names in brackets or between commas right behind what they are counted as: 三个镇（东山镇、西河镇、南湖镇）, two cities, Rome and Oslo."""
    return _english_named(facts, mention) if mention.surface.isascii() else _in_brackets(facts, mention)


def _in_brackets(facts: Facts, mention: Mention) -> List | None:
    found = _BRACKET.match(facts.reading.article.text, mention.span.end)
    items = chinese(found.group(2)) if found and not _PARTLY.search(found.group()) else None
    if not found or items is None or min(map(len, items.words)) < 2 or _OTHER.search(found.group(2)) or not _chinese_told(found.group(1), items):
        return None
    return List(Span(*found.span(2)), items.least, items.most)


def _english_named(facts: Facts, mention: Mention) -> List | None:
    found = _EN_NAMES.match(facts.reading.article.text, mention.span.end)
    items = _EN_BETWEEN.split(found.group(1)) if found else []
    if not found or not english_names(items) or _part(facts, mention):
        return None
    paired = any(word in found.group(1) for word in words("en/paired"))
    return List(Span(*found.span(1)), len(items) - paired, len(items))
