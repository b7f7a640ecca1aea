"""Numerals in every script: what is written reads back as what was meant, with the place of its last digit."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.grammar.numerals import chinese_value
from factcheck.grammar.quantities import numeral_at
from spelling import say, say_in_english

NUMBERS = st.integers(0, 10**16 - 1) | st.integers(0, 10**6) | st.builds(lambda a, b: a * 10**b, st.integers(1, 9999), st.integers(0, 12))


@given(NUMBERS)
@settings(deadline=None)
@example(10)
@example(10_010)
@example(1_0000_0001)
def test_a_number_said_in_chinese_reads_back(number: int) -> None:
    """All of the words are the numeral, and it has the value that was said."""
    words = say(number)
    numeral = numeral_at(words + "元", 0)
    assert numeral is not None
    assert (numeral.value, numeral.end) == (number, len(words))


@given(NUMBERS)
@settings(deadline=None)
def test_the_ways_of_saying_one_number_agree(number: int) -> None:
    """两 for 二 before a scale, and the capitals that money is written in, mean the same."""
    words = say(number)
    spoken = words
    for scale in "百千万亿":
        spoken = spoken.replace(f"二{scale}", f"两{scale}")
    capitals = words.translate(str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟"))
    assert chinese_value(spoken) == chinese_value(capitals) == number


@given(st.integers(1, 10**15 - 1) | st.integers(1, 10_000))
@settings(deadline=None)
def test_a_number_said_in_english_reads_back(number: int) -> None:
    """All of the words are the numeral, and it has the value that was said."""
    words = say_in_english(number)
    numeral = numeral_at(words + " people", 0)
    assert numeral is not None
    assert (numeral.value, numeral.end) == (number, len(words))


@given(st.integers(0, 10**15), st.integers(0, 6), st.sampled_from(["", "万", "亿", "万亿"]))
@settings(deadline=None)
def test_digits_are_exact_with_and_without_commas(number: int, decimals: int, scale: str) -> None:
    """Value, ulp and step of a decimal numeral are what its digits and scale say, however the thousands are parted."""
    digits = f"{number:0{decimals + 1}d}"
    whole, part = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    factor = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]
    for written in {whole, f"{int(whole):,}"}:
        numeral = numeral_at(f"{written}{'.' + part if part else ''}{scale}元", 0)
        assert numeral is not None
        assert numeral.value == Fraction(number, 10**decimals) * factor
        assert numeral.ulp == Fraction(factor, 10**decimals)
        zeros = len(digits) - len(digits.rstrip("0")) if number else 0
        assert numeral.step == numeral.ulp * 10**zeros


@pytest.mark.parametrize(
    ("text", "value", "ulp", "step"),
    [
        ("145.80亿元", "14580000000", "1000000", "10000000"),
        ("3000人", "3000", "1", "1000"),
        ("1万2800元", "12800", "1", "100"),
        ("3亿5千万元", "350000000", "10000000", "10000000"),
        ("三千五百人", "3500", "1", "100"),
        ("一万七千四百亿元", "1740000000000", "100000000", "10000000000"),
        ("十年", "10", "1", "10"),
        ("两亿半元", "250000000", "50000000", "50000000"),
        ("三点五亿元", "350000000", "10000000", "10000000"),
        ("300多万元", "3000000", "10000", "1000000"),
        ("2.4bn yuan", "2400000000", "100000000", "100000000"),
        ("two million people", "2000000", "1000000", "1000000"),
        ("forty people", "40", "1", "10"),
        ("one and a half million people", "1500000", "500000", "500000"),
    ],
)
def test_ulp_and_step_are_read_off_the_digits_as_written(text: str, value: str, ulp: str, step: str) -> None:
    """The ulp is the place of the last written digit, the step that of the last digit that is not zero."""
    numeral = numeral_at(text, 0)
    assert numeral is not None
    assert (numeral.value, numeral.ulp, numeral.step) == (Fraction(value), Fraction(ulp), Fraction(step))


@pytest.mark.parametrize(("text", "low", "high"), [("十几家", 11, 19), ("数百家", 200, 1000), ("三十几万元", 310_000, 390_000), ("七八十万人", 700_000, 800_000), ("十五六个", 15, 16), ("tens of thousands of people", 20_000, 100_000)])
def test_numerals_that_name_an_order_of_size_are_ranges(text: str, low: int, high: int) -> None:
    """They have two ends and no value."""
    numeral = numeral_at(text, 0)
    assert numeral is not None
    assert (numeral.value, numeral.low, numeral.high) == (None, low, high)


@pytest.mark.parametrize("run", ["二百三百", "五六七", "一三", "百千万", "亿万", "十百", "三二一", "万万万"])
def test_runs_that_are_no_one_number_have_no_value(run: str) -> None:
    """Digits side by side that are neither a year nor neighbours, and scales in no possible order."""
    assert chinese_value(run) is None


@pytest.mark.parametrize("text", ["9" * 41, "1" + ",234" * 20, "一" * 41, "0." + "3" * 60])
def test_a_numeral_beyond_the_limit_is_none(text: str) -> None:
    """More than forty digits or characters are no figure of any statistic."""
    numeral = numeral_at(text + "元", 0)
    assert numeral is None or len(str(numeral.value)) <= 40
