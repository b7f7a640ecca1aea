"""An independent implementation agrees: cn2an, another library, spells and reads whole Chinese numerals."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck.grammar.numerals import chinese_value
from spelling import say

cn2an = pytest.importorskip("cn2an", reason="cn2an is not installed: pip install -e .[dev]")
NUMBERS = st.integers(1, 10**16 - 1) | st.integers(1, 10**5)


@given(NUMBERS, st.sampled_from(["low", "up"]))
@settings(deadline=None)
def test_what_the_oracle_spells_is_read(number: int, style: str) -> None:
    """Both of its spellings, everyday and capitals, have the value that it was given."""
    assert chinese_value(cn2an.an2cn(number, style)) == number


@given(NUMBERS)
@settings(deadline=None)
def test_what_is_read_the_oracle_reads_alike(number: int) -> None:
    """Our own spelling of a number means the same to both."""
    assert cn2an.cn2an(say(number), "normal") == chinese_value(say(number)) == number


@given(st.text("零一二三四五六七八九十百千万亿", min_size=1, max_size=8))
@settings(deadline=None, max_examples=500)
def test_where_both_read_a_run_they_agree(run: str) -> None:
    """A run that the oracle's strict mode takes for a number has the same value here, if it has one."""
    assume("亿十" not in run)  # of 一亿十万 the oracle drops the 十万, while it reads 一亿一十万 as we do
    try:
        theirs = cn2an.cn2an(run, "strict")
    except ValueError:
        return
    assert chinese_value(run) in {theirs, None}
