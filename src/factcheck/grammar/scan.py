"""One pass over the text: at every numeral the productions are asked in order, and the first that reads it takes it.

What none of them reads is kept with a reason, one of `REASONS`: no numeral is lost.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.grammar.bare import bare
from factcheck.grammar.calendar import Shape
from factcheck.grammar.dispatch import NUMERAL_FIRST, Token, readers
from factcheck.grammar.english import run_of_words
from factcheck.grammar.fold import Text2
from factcheck.grammar.malformed import CHINESE, run_at
from factcheck.grammar.quantities import numeral_at
from factcheck.grammar.shared_hedges import with_shared_hedges
from factcheck.model import Span, Unread
from factcheck.patterns import regex

__all__ = ["REASONS", "Token", "scan"]

REASONS = {
    "no_unit": "nothing says what it counts",
    "bare_scale": "scale words alone (百亿级), without a hedge that makes them an amount",
    "article": "一 before a measure word: 一位采购商",
    "word": "part of a word or a fixed name",
    "idiom": "part of an idiom",
    "place_name": "part of the name of a place",
    "weekday": "a day of the week",
    "slogan": "one of several digits in step: 八增长两收窄",
    "number_word": "an English number word that counts nothing named",
    "table_unit": "the unit in a heading: (100 million yuan)",
    "malformed": "separators or invisible characters that fit no way to write a number",
    "too_long": "longer than any figure of a text: more than 40 digits or characters",
    "script": "digits of another script, or a sign for a number (①, ½, Ⅷ)",
}
"""Why a numeral is no mention."""

_SCALE = "dozen|hundred|thousand|million|billion|trillion"
_ENGLISH = (
    r"(?<=[tT])(?:wo|hree|en|welve|hirteen|wenty|hirty|hird|enth|ens|housands|his(?= (?:year|month)))|(?<=[aA])n? "
    rf"(?:half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|{_SCALE}|few(?= (?:{_SCALE})))|(?<=[oO])ne|(?<=[sS])(?:ix|even|ixteen|eventeen|ixty|"
    rf"eventy|econd|ixth|eventh|cores|everal(?= (?:{_SCALE})))|(?<=[fF])(?:our|ive|ifteen|ourteen|orty|ifty|irst|ourth|ifth|iscal|inal(?=[ -]quarter))|"
    r"(?<=[eE])(?:ight|leven|ighteen|ighty|ighth)|(?<=[nN])(?:ine|ineteen|inety|inth|ext(?= (?:year|month)))|(?<=[lL])ast(?= (?:year|month))|(?<=[hH])(?:alf|undreds)|"
    r"(?<=[JFMASOND])(?:an|anuary|eb|ebruary|ar|arch|pr|pril|ay|un|une|ul|uly|ug|ugust|ep|ept|eptember|ct|ctober|ov|ovember|ec|ecember)|"
    r"(?<=[dD])ozens|(?<=[mMbB])illions|(?<=[zZ])ero|(?<=[dD])oubl(?:ed|ing)|"
    r"(?<=[tT])r(?:ipl|ebl)(?:ed|ing)|(?<=[qQ])uadrupl(?:ed|ing)|(?<=[hH])alv(?:ed|ing)|(?<=[qQ])uarter(?= [1-4])|(?<=F)Y|(?<=H)[12]|(?<=Q)[1-4]"
)
_NOT_LATIN = (
    r"(?<=第)(?= ?[0-9一二三四五六七八九十])|(?<=[几数])(?=[十百千万亿])|(?<=[今去明前后同当上本次])年|(?<=[上下])半年"
    r"|(?<=[前头])(?=[0-9一二三四五六七八九十两]{1,2}个?[季月])|(?<=半)(?=[年天月小个数公斤吨里])|(?<=[过近超逾]半)|(?<=翻)(?=番|倍)"
    r'|(?<=")(?=[十一二三四五六七八九]{1,2}五")|(?<=每)(?=[^，。;!?\n]{0,8}?[0-9一二两三四五六七八九十百千万])'
    r"|(?<=[壹贰叁肆伍陆柒捌玖])(?=[拾佰仟万亿元圆角分])"
)
_ANCHOR = regex(
    rf"[0-9{CHINESE}壹贰叁肆伍陆柒捌玖第每几数半翻今去明前后头同当上本次下\"A-Zabdefhijlmnoqstwz](?<![A-Za-z0-9][A-Za-z])"
    rf"(?:(?<=[0-9{CHINESE}])|(?<=[A-Za-z])(?:(?:{_ENGLISH})(?:(?![A-Za-z])|(?=fold(?![a-z])))|ttps?://|ww\.)|(?<=[^A-Za-z0-9{CHINESE}])(?:{_NOT_LATIN}))"
)
_OTHER_DIGITS = regex(
    "[²³¹¼-¾⁰⁴-⁹₀-₉⅐-↉①-⒛⓪-⓿❶-➓㈠-㈩㊀-㊉\u0660-\u0669\u06f0-\u06f9\u07c0-\u07c9\u0966-\u096f\u09e6-\u09ef\u0a66-\u0a6f\u0ae6-\u0aef"
    "\u0b66-\u0b6f\u0be6-\u0bef\u0c66-\u0c6f\u0ce6-\u0cef\u0d66-\u0d6f\u0de6-\u0def\u0e50-\u0e59\u0ed0-\u0ed9\u0f20-\u0f29\u1040-\u1049"
    "\u1090-\u1099\u17e0-\u17e9\u1810-\u1819\u1946-\u194f\u19d0-\u19d9\u1a80-\u1a89\u1a90-\u1a99\u1b50-\u1b59\u1bb0-\u1bb9\u1c40-\u1c49"
    "\u1c50-\u1c59\ua620-\ua629\ua8d0-\ua8d9\ua900-\ua909\ua9d0-\ua9d9\ua9f0-\ua9f9\uaa50-\uaa59\uabf0-\uabf9\U00010000-\U0010ffff]++"
)
"""Signs for numbers and digits of other scripts; of those beyond the first 65,536 characters the emoji are sorted out later."""
_LONGEST = 40


def scan(source: Text2) -> list[Token]:
    """Every numeral of the text, read or not, in order and without overlap."""
    read_over = bare(source)
    seen = read_over.text if read_over else source
    tokens = with_shared_hedges(seen.folded, _scan(seen))
    return [read_over.put_back(token) for token in tokens] if read_over else tokens


def _scan(source: Text2) -> list[Token]:
    tokens: list[Token] = []
    dated: Shape | None = None
    at = 0
    while found := _ANCHOR.search(source.folded, at):
        free, at = at, found.start() + 1
        for read in _at(source, found.start(), free):
            token = _with_month(source, read, dated) if isinstance(read, Shape) and read.via == "bare_day" else read
            dated = token if isinstance(token, Shape) and token.template.startswith("{y}-") and "{m}" not in token.template else dated
            tokens.append(token)
            at = max(at, _end(token))
    return _with_other_digits(source, tokens)


def _end(token: Token) -> int:
    return token.end if isinstance(token, Shape) else token.span.end


def _start(token: Token) -> int:
    return token.start if isinstance(token, Shape) else token.span.start


def _at(source: Text2, at: int, free: int) -> Iterator[Token]:
    """What stands at one anchor; nothing may reach back before `free`, the end of what is taken already."""
    for reader in readers(source.folded, at):
        read = reader(source, at)
        if isinstance(read, list):
            if read and _start(read[0]) >= free:
                yield from read
                return
        elif read and _start(read) >= free:
            yield read
            return
    yield from _left_over(source, at)


# --------------------------------------------------------------------------------------------- what is left

def _with_month(source: Text2, day: Shape, dated: Shape | None) -> Shape:
    """A bare day in the month of the date before it in its paragraph; without one its month is left open."""
    if dated is None or "\n" in source.folded[dated.end : day.start]:
        return day
    month = dated.template[len("{y}-") :][:2]
    return day._replace(template=day.template.replace("{m}", month), year=dated.year, relation=dated.relation)


def _left_over(source: Text2, at: int) -> Iterator[Unread]:
    """A numeral that no production reads, so that it is not lost. Words that only may open a time are no numerals."""
    text = source.folded
    numeral = numeral_at(text, at)
    if text[at] in NUMERAL_FIRST:
        end = numeral.end if numeral else run_at(text, at)
        reason = "too_long" if end - at > _LONGEST else "bare_scale" if numeral and numeral.bare else "no_unit"
        yield Unread(Span(at, end), source.plain[at:end], reason)
    elif text[at].isascii() and (end := numeral.end if numeral else run_of_words(text, at)) > at:
        yield Unread(Span(at, end), source.plain[at:end], "number_word" if numeral else "too_long")


def _with_other_digits(source: Text2, tokens: list[Token]) -> list[Token]:
    """The digits of other scripts as well, wherever no token covers them."""
    merged: list[Token] = []
    waiting = iter(tokens)
    token = next(waiting, None)
    for found in _OTHER_DIGITS.finditer(source.folded):
        if not any(map(str.isnumeric, found.group())):
            continue
        start, end = found.span()
        while token and _end(token) <= start:
            merged.append(token)
            token = next(waiting, None)
        if token is None or _start(token) >= end:
            merged.append(Unread(Span(start, end), source.plain[start:end], "script"))
    return [*merged, *([token] if token else ()), *waiting]
