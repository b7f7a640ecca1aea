"""Records: `typing.NamedTuple`, made without reading the annotations.

To Python they are the same frozen tuples, and to a type checker the very same class. Only `typing` compiles each annotation when a class is
made, which nobody here ever looks at: for all the nouns of a run that is a tenth of its start.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any  # noqa: TID251 - to a checker NamedTuple is the class of the standard library

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple  # noqa: TID251
else:
    _MADE = frozenset(("__annotations__", "__classcell__", "__module__", "__qualname__"))

    class _Maker(type):
        """Turns the body of a class into a tuple class with its fields, defaults, methods and docstring."""

        def __new__(cls, name: str, _: tuple[type, ...], body: dict[str, Any]) -> type:
            fields = body.get("__annotations__", {})
            made = namedtuple(name, fields, defaults=[body[field] for field in fields if field in body], module=body["__module__"])  # noqa: PYI024
            made.__annotations__ = fields
            for key, value in body.items():
                if key not in fields and key not in _MADE:
                    setattr(made, key, value)
            return made

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
