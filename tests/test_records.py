"""Records: the same as what `typing.NamedTuple` makes."""

from __future__ import annotations

import pickle
import typing

import pytest

from factcheck import records
from factcheck.model import Span


class Ours(records.NamedTuple):
    """A record of ours."""

    first: int
    second: str = "b"
    """What a field says of itself is no field."""

    def both(self) -> str:
        """A method."""
        return f"{self.first}{self.second}"


class Theirs(typing.NamedTuple):
    """A record of theirs."""

    first: int
    second: str = "b"

    def both(self) -> str:
        """A method."""
        return f"{self.first}{self.second}"


@pytest.mark.parametrize("values", [(1,), (1, "c")])
def test_a_record_is_a_named_tuple(values: tuple[typing.Any, ...]) -> None:
    """Fields, defaults, methods, equality, copies and words are those of the standard library's."""
    ours, theirs = Ours(*values), Theirs(*values)
    assert tuple(ours) == tuple(theirs) == ours
    assert (ours._fields, ours._field_defaults, ours.both()) == (theirs._fields, theirs._field_defaults, theirs.both())
    assert repr(ours._replace(first=2)) == repr(theirs._replace(first=2)).replace("Theirs", "Ours")
    assert typing.get_type_hints(Ours) == typing.get_type_hints(Theirs)
    assert Ours.__doc__ == "A record of ours."


def test_a_record_is_frozen_and_travels() -> None:
    """No field can be set, none left out, and a record survives pickling."""
    with pytest.raises(AttributeError):
        Ours(1).first = 2  # type: ignore[misc]
    with pytest.raises(TypeError):
        Ours()  # type: ignore[call-arg]
    assert pickle.loads(pickle.dumps(Span(1, 2))) == Span(1, 2)  # noqa: S301
