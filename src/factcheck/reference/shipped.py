"""Where the reference set that comes with the program lies."""

from __future__ import annotations

import os

__all__ = ["default_paths"]

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_PLACES = (
    os.path.join(_PACKAGE, "claims", "reference"),  # packed into the wheel
    os.path.join(os.path.dirname(os.path.dirname(_PACKAGE)), "claims", "reference"),  # a checkout, or installed from one
)


def default_paths() -> tuple[str, ...]:
    """The one folder of the shipped set. Only these two places are looked at, so that nobody else's files are taken for it."""
    return next(((place,) for place in _PLACES if os.path.isdir(place)), ())
