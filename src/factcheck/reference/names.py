"""How names are compared: `ＧＤＰ`, `GDP` and `gdp` are one name, and so are `Hong Kong` and `HongKong`."""

from __future__ import annotations

__all__ = ["fold_name"]

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_TABLE = {**_LOWER, **{wide: _LOWER.get(code, code) for wide, code in _WIDE.items()}, **dict.fromkeys(map(ord, " \t\u00a0\u3000"))}


def fold_name(name: str) -> str:
    """The key of a name: ASCII in lower case, full-width ASCII as half-width, no blanks."""
    return name.translate(_TABLE)
