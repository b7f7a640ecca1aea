"""How names are compared: `ＧＤＰ`, `GDP` and `gdp` are one name, so are `Hong Kong` and `HongKong`, `“新三样”` and `"新三样"`."""

from __future__ import annotations

__all__ = ["fold_name"]

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_BLANKS = dict.fromkeys(map(ord, " \t\u00a0\u3000"))
_SIGNS = {**dict.fromkeys(map(ord, "—–－−"), "-"), **dict.fromkeys(map(ord, "“”「」『』＂"), '"')}
_TABLE = {**_LOWER, **{wide: _LOWER.get(code, code) for wide, code in _WIDE.items()}, **_BLANKS, **_SIGNS}


def fold_name(name: str) -> str:
    """The key of a name: ASCII in lower case and half-width, one dash, one quotation mark, no blanks.

    An article's text is folded to the same signs before it is read.
    """
    return name.translate(_TABLE)
