"""Blanks that a page sets between digits and Chinese characters: 前 10 月全国吸收外资 6000 亿元. The reader sees no word end there."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.patterns import regex
from factcheck.text.edits import Edit

__all__ = ["blanks"]

_HAN = "\u4e00-\u9fff"
_N = "[0-9一二三四五六七八九十]"
_ANY = regex(f" (?<=[0-9%{_HAN}] )(?=[0-9{_HAN}])")
_IN_TIMES = regex(
    f" (?:(?<={_N} )(?=个?[月季])|(?<=[0-9] )(?=[年日])|(?<=[前头第] )(?={_N})|(?<=月 )(?=[份末底]|[0-9]{{1,2}} ?日)"
    f"|(?<=年 )(?=[末底初]|全年|[前头第上下] ?[0-9一二三四半]|{_N}{{1,2}} ?(?:[-–—~～至到] ?{_N}{{1,2}} ?)?[月季])"
    f"|(?<=[上下] )(?=半 ?年)|(?<=半 )(?=年)|(?<=季 )(?=度)|(?<=[0-9一二三月年] )(?=[至到] ?{_N}{{1,4}} ?[月年季])|(?<=[至到] )(?={_N}{{1,4}} ?[月年季])"
    f"|(?<=[0-9] )(?=[多余][{_HAN}]))"
)
"""Inside a time, and before 多, a blank parts nothing, however the rest is set."""
_PIECE = regex("[^。！？；\n|\t]{4,400}")
_BETWEEN = regex(f" (?:(?<=[{_HAN}] )(?=[0-9])|(?<=[0-9%] )(?=[{_HAN}]))")
_TIGHT = regex(f"[{_HAN}][0-9]|[0-9%][{_HAN}]")
_ROW = regex("[0-9%] [0-9]|  ")
_RUNNING = regex(f"[0-9] [{_HAN}]|[，、：]")


def blanks(text: str, start: int) -> list[Edit]:
    """What is left out from `start` on: blanks inside times, and all of them where every digit of a sentence is set off so."""
    if not _ANY.search(text, start):
        return []
    places = {found.start() for found in _IN_TIMES.finditer(text, start)}
    places.update(at for piece in _PIECE.finditer(text, start) for at in _of_piece(text, *piece.span()))
    return [Edit(at, at + 1) for at in sorted(places)]


def _of_piece(text: str, start: int, end: int) -> Iterator[int]:
    """The blanks between digits and characters of a sentence, if it is no row of a table and has no digit that touches a character."""
    found = [blank.start() for blank in _BETWEEN.finditer(text, start, end)]
    if found and _RUNNING.search(text, start, end) and not (_TIGHT.search(text, start, end) or _ROW.search(text, start, end)):
        yield from found
