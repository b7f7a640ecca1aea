"""Sentences and clauses. A line that breaks inside a sentence is read across; the text itself is never rewritten."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Span
from factcheck.patterns import regex
from factcheck.records import NamedTuple

__all__ = ["Sentence", "clauses", "sentences"]

_STOP = regex(
    r"[。！？!?;；.\n](?:(?<=[。！？!?])[”\"'」』）)]*|(?<=[;；])(?=\n)|(?<=\n)\n*|(?<=[a-z0-9%)\"]\.)(?=\s+[A-Z(]|\s*$)|(?<=[A-Z]{2}\.)(?=\s+[A-Z][a-z]))"
)
_CLAUSE = regex(r"[，；;：:()|]|,(?![0-9]{3}(?![0-9]))|-(?<=\S-)-+")
_PROSE = regex("[，、；。！？]")
_CONTINUES = regex("[，。；]")
_FIGURED = regex("[^()]{0,60}[0-9零一二两三四五六七八九十]")
_BASE = regex("以[^()]{1,16}为100")
_ASIDE = 60
_LONGEST = 1200
_LEAST_PROSE = 16
_LEAST_WRAPPED = 50
_WRAPPED = regex("[a-z]{2,}[ ,.]")
"""How a line goes on that was broken to a width: with a small letter."""
_HEADING = regex(r"[一二三四五六七八九十]{1,3}、")
_OPENS = regex(r"\s*(?:[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.]|[-*•#>|]|图|表|注|左图|右图|本报|记者)")


class Sentence(NamedTuple):
    """A sentence with its paragraph's number. `joined` are the line breaks that it was read across; `headless` is set where
    it starts a paragraph without a stop before it, `tailless` where it ends one without a stop."""

    span: Span
    paragraph: int
    joined: tuple[int, ...] = ()
    tailless: bool = False


def sentences(text: str) -> list[Sentence]:
    """Split folded text. Every character that is no blank lies in exactly one sentence."""
    found: list[Sentence] = []
    for sentence in _split(text):
        found += _pieces(text, sentence) if sentence.span.end - sentence.span.start > _LONGEST else (sentence,)
    return found


def _pieces(text: str, sentence: Sentence) -> Iterator[Sentence]:
    """A sentence beyond any that people write (a text without stops) in pieces that end at a clause, so that work stays linear."""
    start, end = sentence.span
    while end - start > _LONGEST:
        marks = [text.rfind(mark, start, start + _LONGEST) for mark in "；;，,、 "]
        cut = next((at + 1 for at in marks if at > start), start + _LONGEST)
        yield sentence._replace(span=_trimmed(text, start, cut), joined=())
        start = cut
    yield sentence._replace(span=Span(start, end))


def _split(text: str) -> Iterator[Sentence]:
    start = paragraph = 0
    joined: list[int] = []
    for stop in _STOP.finditer(text):
        if stop.group()[0] != "\n":
            if text[start : stop.end()].strip():
                yield Sentence(_trimmed(text, start, stop.end()), paragraph, tuple(joined))
            start, joined = stop.end(), []
            continue
        if not text[start : stop.start()].strip():
            start, paragraph = stop.end(), paragraph + 1
            continue
        if _broken(text, start, stop.start(), stop.end()):
            joined.append(stop.start())
            continue
        yield Sentence(_trimmed(text, start, stop.start()), paragraph, tuple(joined), tailless=True)
        start, joined, paragraph = stop.end(), [], paragraph + 1
    if text[start:].strip():
        yield Sentence(_trimmed(text, start, len(text)), paragraph, tuple(joined), tailless=True)


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def _broken(text: str, start: int, end: int, following: int) -> bool:
    """Whether a line breaks inside a sentence: it is prose without a stop, and what follows opens nothing new.

    A heading has a number, no commas, or is short; a table's cell is shorter still. When in doubt the lines stay apart.
    """
    line_start = text.rfind("\n", start, end) + 1 or start
    line, ahead = text[line_start:end].strip(), text[following : following + 40].split("\n", maxsplit=1)[0]
    if len(line) < _LEAST_PROSE or _HEADING.match(line) or not ahead.strip() or _OPENS.match(ahead) or ahead.startswith((" ", "\u3000")):
        return False
    if line[-1] in "，、" or (len(line) > _LEAST_WRAPPED and _WRAPPED.match(ahead) and line[-1].isascii() and line[-1] not in ".:;!?|"):
        return True
    before = text[max(0, line_start - 200) : line_start].rstrip("\n")
    continues = _CONTINUES.search(text[following : following + 60].split("\n", maxsplit=1)[0])
    return bool(_PROSE.search(line) and continues) and (not before or line[-1] not in '"”」）):：')


def clauses(text: str, sentence: Span) -> list[Span]:
    """The clauses of a sentence: between commas, semicolons, colons, and brackets that hold figures; (GDP) stays a part of its noun."""
    spans, start, aside = [], sentence.start, -1
    for stop in _CLAUSE.finditer(text, sentence.start, sentence.end):
        if stop.group() == "(" and (not _FIGURED.match(text, stop.end()) or _BASE.match(text, stop.end())):
            aside = text.find(")", stop.end(), stop.end() + _ASIDE)
            continue
        if stop.start() == aside or (stop.group() != ")" and stop.start() < aside):
            continue
        spans.append(Span(start, stop.start()))
        start = stop.end()
    spans.append(Span(start, sentence.end))
    return spans
