"""What stands before a figure: how it moves, and the noun phrase that is left when everything else is taken away."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck import units
from factcheck.grammar.english_phrases import movers, name_in, owned, reported
from factcheck.grammar.lexicon import Words, words
from factcheck.grammar.unit_words import per_word
from factcheck.model import Direction
from factcheck.patterns import regex
from factcheck.records import NamedTuple

__all__ = ["Motion", "Phrase", "is_latin", "leftover", "phrase_of"]

_GAP = "\0"
_LEFT = " \0×■●▪◆，、；：:;,。./\n\"'|·•-#*（）()［]《》"
_LEFT_BUT_BRACKETS = "".join(char for char in _LEFT if char not in "（）()")
_RIGHT = " \0，、；：:;,\n\"'|-（("
_TAKEN = ("clauses/verbs", "hedges/before", "clauses/aim", "clauses/expect")
_DROPPED_ENDS = ("连续", "比", "较", "与", "由", "从", "自", "的", "按", "和", "及", "是", "对", "以", "其中", "分别", "每", "一")
_TAILS = ("到", "至", "为", "了")
_HAN, _LATIN = regex("[\u4e00-\u9fff]+"), regex("[A-Za-z]+")
_MOST_WORDS = 24
_LONGEST_PER = 6
_PIECES = regex(r"[^\w]+")
_LIST_NUMBER = regex(r"[0-9]{1,2}[.、](?![0-9])")
_FOOTNOTE = regex(r"\[[0-9]{1,3}\]?")
_AGAINST = regex(
    "(?<=\0)(?:第[一二三四五六七八九十]{1,2}次)?\0*(?:人口|经济|农业)?普查(?:数据|结果)?(?:时|的)?(?=\0|$)"
    "|按[^，。；、\n]{1,18}?(?:计算|折算|核算|测算|推算)|(?:与|同|和|跟)[^，。；、\n]{1,20}?相比较?"
    "|(?:高于|快于|好于|多于|高出|低于|慢于|少于)[^，。；、\n0-9]{2,16}$|比(?![重例率价值])[^，。；、\n0-9]{2,16}[高低快慢多少]$"
    "|(?<![占同环对别之构业年可])[比较](?![重例率价值快高大为])[^，。；、\n0-9]{2,14}(?=(?:净|略有?|有所|大幅|明显)?"
    "(?:增长|增加|提高|上升|上涨|扩大|下降|减少|降低|回落|缩小|下跌|增产|减产|偏[多少高低])了?$)"
)
"""What a figure is reckoned by or held against, whatever it may be."""
_NTH = "|(?:已经?)?连续第[0-9一二三四五六七八九十]{1,4}(?:年度?|个?月|个?季度)"
_CENSUS = regex("普查(?:数据|结果)?(?:时|的)?$")
_COMPARED = frozenset("高低快慢多少")
_LESS = ("低", "慢", "少")
_BY = regex("(?<![A-Za-z])(?:by|to|from)(?![A-Za-z])")
_NEW_LINE = regex(r"\n\s*(?=\0)")
"""A line that opens with a time or a place says something new: what is above it is a heading without a stop."""
_OF_PLACE = regex(r"[a-z -]{2,40} of (?:the )?\0+ ?[a-z -]{2,40}")
"""What goes on behind a place in English: share of the world's output."""
_OPEN_BRACKET = regex("[（(][^（）()]*$")


class Motion(NamedTuple):
    """How a figure moves, by the words before it. `arrives`: an end point (增加到); `reached`: 达到, 突破; `starts`: 由, 从."""

    direction: Direction | None = None
    arrives: bool = False
    reached: bool = False
    starts: bool = False
    noun: bool = False
    word: str = ""


class Phrase(NamedTuple):
    """The noun phrase before a figure as its [start, end) and as words, and the motion between it and the figure.

    `owner` is what stands before it, parted by a time or a place, and names whose it is: 民营企业 of 民营企业2025年出口额."""

    noun: str
    start: int
    end: int
    motion: Motion
    head: str
    owner: str = ""

    def shifted(self, by: int) -> Phrase:
        """The same phrase in a text that begins so much earlier."""
        return Phrase(self.noun, self.start + by, self.end + by, self.motion, self.head, self.owner)


def is_latin(text: str, start: int, end: int) -> bool:
    """Whether a stretch is English: more Latin letters than twice the Chinese characters."""
    if not _LATIN.search(text, start, end):
        return False
    piece = text[start:end]
    chinese = sum(map(len, _HAN.findall(piece)))
    return chinese * 3 < len(piece) and sum(map(len, _LATIN.findall(piece))) > 2 * chinese


@lru_cache(maxsize=4096)
def phrase_of(head: str, language: str) -> Phrase:
    """Take what stands before a figure, with times, places and hedges blanked out with NUL, apart into noun and motion.

    It is short and often the same (，增长), within an article and from one to the next.
    """
    cleaned = _without_comparisons(head, language)
    size, motion = _strip_right(cleaned, language)
    first = _strip_left(cleaned[:size], language)
    noun = cleaned[first:size]
    apart = first
    shared = cleaned.rfind("占", first, size) if language == "zh" else -1
    if shared >= 0 and cleaned[shared + 1 : shared + 2] not in set("地用领有据"):
        apart = cleaned.rfind(_GAP, first, len(cleaned[:shared].rstrip(_LEFT))) + 1
        noun = cleaned[first:shared].strip(_LEFT).rpartition(_GAP)[2] + "占" + cleaned[shared + 1 : size].replace(_GAP, "").lstrip("的")
    elif language == "en" and _OF_PLACE.fullmatch(noun):
        noun = noun.replace(_GAP, "")
    elif _GAP in noun:
        last = noun.rfind(_GAP) + 1
        tail_first = last + _strip_left(noun[last:], language)
        if noun[tail_first:].strip(_LEFT):
            first, noun = first + tail_first, noun[tail_first:]
            apart = first
    owner = leftover(cleaned[:apart], language) if cleaned[:apart].strip(_LEFT).lower() not in words(f"{language}/clauses/openers").table else ""
    if language == "en":
        owner = "" if reported().search(cleaned, 0, apart) else owner
        owner += leftover(noun[: subject.start()], language) if (subject := owned().search(noun)) else ""
    whole, noun = noun, _inner(noun, language)
    if language == "en" and reported().search(whole, 0, max(0, whole.rfind(noun))):
        owner = ""
    if language == "en" and _BY.search(cleaned, size) and (moved := _last(movers(), noun)):
        noun, way = noun[moved.end() :], words("en/changes/movers").table[moved.group(1).lower()]
        motion = motion if motion.direction else motion._replace(direction=_direction(way))
    return Phrase(noun.strip(_LEFT_BUT_BRACKETS if noun.endswith((")", "）")) else _LEFT), first, size, motion, head, owner)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(text):  # noqa: B007 the last is wanted
        pass
    return found


def leftover(text: str, language: str) -> str:
    """What names something in a text whose times and places are blanked out: all but openers, verbs and particles."""
    pieces = []
    for piece in _PIECES.split(_NEW_LINE.split(text)[-1]):
        size = _strip_right(piece, language)[0]
        pieces.append(_inner(piece[_strip_left(piece[:size], language) : size].strip(_LEFT), language))
    return "".join(pieces)


@cache
def _comparisons(language: str) -> re.Pattern[str]:
    table = sorted(words(f"{language}/clauses/comparisons").table, key=len, reverse=True)
    flags = re.IGNORECASE if language == "en" else 0
    more = r"|for (?:a|the) [a-z0-9]{2,10} (?:consecutive|straight|successive) (?:year|quarter|month)" if language == "en" else _NTH
    return regex(("|".join(map(re.escape, table)) or r"(?!)") + more, flags)


def _without_comparisons(head: str, language: str) -> str:
    """Blank out what a change is measured against, keeping the length."""
    head = _comparisons(language).sub(lambda found: _GAP * len(found.group()), head)
    return _AGAINST.sub(_held_against, head) if language == "zh" else head


def _held_against(found: re.Match[str]) -> str:
    """Nothing in its place but, where it says so, that the figure is more or less: 比全国平均高, 低于全国平均."""
    size = len(found.group())
    if _CENSUS.search(found.group()) or found.group()[0] in "按与同和跟较" or (found.group()[0] == "比" and found.group()[-1] not in _COMPARED):
        return _GAP * size
    less = found.group().startswith(_LESS) or found.group().endswith(_LESS)
    return _GAP * (size - 1) + ("降" if less else "升")


def _ending(head: str, size: int, language: str, table: Words) -> str | None:
    """The longest word of the table that ends at `size`; in English a whole one, in whatever case."""
    if language == "zh":
        return table.ending(head, size)
    low = head[max(0, size - table.longest - 1) : size].lower()
    for first in range(size > table.longest, len(low)):
        if low[first:] in table.table and not low[first - 1 : first].isalnum():
            return low[first:]
    return None


@cache
def _ends(language: str) -> frozenset[str]:
    """What the words that `_strip_right` takes end in."""
    sections = (*_TAKEN, "changes/nouns", "changes/reach", "changes/up", "changes/down")
    lasts = {last for section in sections for last in words(f"{language}/{section}").lasts}
    if language == "zh":
        lasts |= {word[-1] for word in units.denominators()}
    return frozenset(lasts | {last.upper() for last in lasts} | {end[-1] for end in (*_DROPPED_ENDS, *_TAILS)})


def _strip_right(head: str, language: str) -> tuple[int, Motion]:
    """Where the noun phrase ends, and the first word of motion met on the way back from the figure."""
    size, motion, shared, expected = len(head), Motion(), False, False
    ends, whole = _ends(language), words(f"{language}/clauses/whole_nouns")
    for _ in range(_MOST_WORDS):
        size = len(head[:size].rstrip(_RIGHT))
        if not size or head[size - 1] not in ends or whole.ending(head, size):
            break
        word, found = _motion(head, size, language) if not (motion.direction or shared) else ("", None)
        if found:
            size -= len(word)
            motion = found._replace(
                arrives=found.arrives or motion.arrives, reached=found.reached or motion.reached, starts=motion.starts or found.starts
            )
            if found.noun or expected:
                motion = motion._replace(noun=True)
                break
            continue
        taken = _taken(head, size, language)
        if taken is None:
            break
        motion = motion if motion.direction else _marked(motion, taken, language)
        shared = shared or taken.endswith("占")  # 增加的占62% is a share
        expected = taken in words(f"{language}/clauses/expect").table  # 增长预期 is a noun
        size -= len(taken)
    return size, motion


def _taken(head: str, size: int, language: str) -> str | None:
    """The verb, adverb or particle that ends at `size` and names nothing."""
    word = next((found for part in _TAKEN if (found := _ending(head, size, language, words(f"{language}/{part}")))), None)
    if word is None and language == "zh":
        word = _per(head, size) or next((end for end in _DROPPED_ENDS if head.endswith(end, 0, size)), None)
    return word


def _per(head: str, size: int) -> str | None:
    """每吨, 每千瓦时 right before a price."""
    at = head.rfind("每", max(0, size - _LONGEST_PER), size)
    per = per_word(head, at + 1) if at >= 0 else None
    return head[at:size] if per and at + 1 + per.length == size else None


def _marked(motion: Motion, word: str, language: str) -> Motion:
    """What such a word still says: 到 that the figure is an end point, 由 that it is a start, 达 that it was reached."""
    if word in {"到", "至", "to"}:
        return motion._replace(arrives=True)
    if word in {"由", "从", "from"}:
        return motion._replace(starts=True)
    if word in words(f"{language}/changes/reach").table:
        return motion._replace(reached=True)
    return motion


def _motion(head: str, size: int, language: str) -> tuple[str, Motion | None]:
    """The word of motion that ends at `size`, with 到, 至 or 为 behind it: 增长, 提高到, 涨幅."""
    nouns = words(f"{language}/changes/nouns")
    word = _ending(head, size, language, nouns)
    if word and language == "zh":
        return "", Motion(_direction(nouns.table[word]), noun=True, word=word)
    reach = _ending(head, size, language, words(f"{language}/changes/reach"))
    if reach:
        return reach, Motion(None, reached=True)
    for tail in (*_TAILS, "") if language == "zh" else ("",):
        if tail and not head.endswith(tail, 0, size):
            continue
        at = size - len(tail)
        for direction in ("up", "down"):
            word = _ending(head, at, language, words(f"{language}/changes/{direction}"))
            if word and not _part_of_word(head, at, word):
                arrives = tail in {"到", "至", "为"} or word.endswith(" to")
                return word + tail, Motion(_direction(direction), arrives=arrives, word=word)
    return "", None


def _direction(word: str) -> Direction:
    return "up" if word == "up" else "down"


def _part_of_word(head: str, at: int, word: str) -> bool:
    """Whether a short word of motion is only the end of another word (公升, 至少)."""
    before = head[at - len(word) - 1 : at - len(word)]
    return bool(before) and before in words("zh/clauses/word_heads").table.get(word, "")


def _strip_left(head: str, language: str) -> int:
    """Where the noun phrase begins: behind conjunctions, adverbs and blanks."""
    table = words(f"{language}/clauses/openers")
    first = 0
    while first < len(head):
        number = _LIST_NUMBER.match(head, first)
        if number or head[first] in _LEFT:
            first = number.end() if number else first + 1
            continue
        word = _starting(head, first, language, table)
        if word is None or first + len(word) > len(head):
            break
        if first + len(word) == len(head) and language == "zh" and len(word) > 1 and head[first:] in words("zh/clauses/suffix_nouns").table:
            break
        if _bound(head, first, word, language):
            break
        first += len(word)
    return first


def _bound(head: str, first: int, word: str, language: str) -> bool:
    """Whether an opener is in truth the beginning of a longer noun: 总产值, 新增就业, 从业人员."""
    after = head[first + len(word) : first + len(word) + 1]
    return language == "zh" and bool(after) and after in words("zh/clauses/word_tails").table.get(word, "")


def _starting(head: str, first: int, language: str, table: Words) -> str | None:
    if language == "zh":
        return table.starting(head, first)
    low = head[first : first + table.longest].lower()
    for size in range(len(low), 0, -1):
        if low[:size] in table.table and not head[first + size : first + size + 1].isalnum():
            return low[:size]
    return None


def _inner(noun: str, language: str) -> str:
    """Take out verbs inside (第一产业实现增加值), all before a word that opens the name (the bureau said exports), and a bracket left open."""
    if language == "zh":
        for word in words("zh/clauses/inner_verbs").table:
            noun = noun.replace(word, "")
    else:
        noun = name_in(noun)
        noun = "" if noun.lower().strip() in words("en/clauses/openers").table else noun
    noun = _FOOTNOTE.sub("", noun).replace('"', "") if "[" in noun or '"' in noun else noun
    noun = _OPEN_BRACKET.sub("", noun) if "(" in noun or "（" in noun else noun
    if language == "en":
        return " ".join(noun.replace(_GAP, "").replace("()", "").split())
    return "".join(noun.replace(_GAP, "").split())
