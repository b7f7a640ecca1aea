"""Reading holds for any text: nothing crashes, nothing is lost, and every span is true."""

from __future__ import annotations

import importlib
import inspect
import re
import re._constants as constants  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.grammar import read
from factcheck.grammar.fold import Text2, fold
from factcheck.grammar.scan import REASONS, scan
from factcheck.model import Article, Mention, Span, Unread, Vocabulary

DIGITS = "0123456789０１２３４５６７８９"
CHINESE = "零〇一二两三四五六七八九十百千万亿"
OTHERS = "壹贰叁拾佰仟廿卅几数半多余来兆億萬兩٥५༥𝟓²½①Ⅷ"
UNITS = "元亩斤吨里米度分成倍番折点时号级岁位人个年月日季％%‰℃"
MARKS = "，。、；：！？,.;:!?/-—–~～至到比每第前近约超上下()（）[]【】〔〕“”\"'$£€¥￥+−＋ \u3000\u00a0\n\r\t\0\u200b\u200d\ufeff\u0301\u20e3\ud800\udfff😀"
LATIN = "aAbBeEfgGhHkKmMnQtTvVxyYz"
ALPHABET = st.sampled_from(DIGITS + CHINESE + OTHERS + UNITS + MARKS + LATIN)
PIECES = st.sampled_from(
    "2025年 6月16日 17日 1—7月 前三季度 “十四五” 同比 增长 5.2% １２．３％ 由 到 从 1,234.5 0.5个百分点 三分之一 1/3 "
    "七八十万 数百 几十亿元 二十几 上万元 一个半月 两亿半 零下30℃ -5 3:2 10:30 每3部 就有1部 GB/T COVID-19 5G 〔2024〕5号 "
    "$5bn US$ RMB £ million percent 3.2m one-third dozens of hundreds of thousands Q3 FY2025 the 1990s June 30, a.m. "
    "9999999999999999999999999999999999999999999 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三 "
    "1.2.3.4 12,34 １，２３４ 万 亿 级 号 ， 。 、 \n".split(" ")
)
TEXTS = st.text(ALPHABET, max_size=60) | st.lists(PIECES | ALPHABET, max_size=25).map("".join)


def tokens(text: str) -> list[Mention | Unread]:
    """All that was read of a text, in order."""
    reading = read(Article.of("any", text), Vocabulary())
    return sorted([*reading.mentions, *reading.unread], key=lambda token: token.span)


def numerals(text: str) -> set[int]:
    """Where the characters stand that are numerals whatever is around them."""
    return {at for at, c in enumerate(fold(text)) if c in CHINESE or c.isdecimal()}


@given(TEXTS)
@settings(max_examples=600, deadline=None)
@example("零下")
@example("1" + ",234" * 20)
@example("٥٫٢٪ 二〇" + "一" * 50)
def test_every_numeral_is_read_or_has_a_reason(text: str) -> None:
    """Each digit and each Chinese numeral of any text lies in a mention or in a skip whose reason is one of the known ones."""
    found = tokens(text)
    covered = {at for token in found for at in range(*token.span)}
    assert numerals(text) <= covered, sorted(numerals(text) - covered)
    assert {token.reason for token in found if isinstance(token, Unread)} <= set(REASONS)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_spans_are_true_in_order_and_apart(text: str) -> None:
    """Each surface is the text at its span; no two overlap; hedges lie outside the figure that they hedge."""
    found = tokens(text)
    for token in found:
        start, end = token.span
        assert 0 <= start < end <= len(text)
        assert token.surface == text[start:end]
    for before, after in pairwise(found):
        assert before.span.end <= after.span.start
    for mention in found:
        if isinstance(mention, Mention):
            assert all(hedge.end <= mention.span.start or mention.span.end <= hedge.start or hedge.end <= mention.span.end for hedge in mention.hedge_spans)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_what_is_guaranteed_holds_what_is_typical(text: str) -> None:
    """No figure's typical interval reaches out of the one that its wording guarantees, which is never empty."""
    for token in tokens(text):
        if isinstance(token, Mention) and token.guaranteed and token.typical:
            outer, inner = token.guaranteed, token.typical
            assert not outer.empty(), token
            assert outer.low is None or (inner.low is not None and outer.low <= inner.low), token
            assert outer.high is None or (inner.high is not None and inner.high <= outer.high), token


HALF = str.maketrans("０１２３４５６７８９％．", "0123456789%.")
PHRASES = st.lists(
    st.sampled_from(["增长５．２％，", "总值１２３４亿元。", "２０２５年", "１—７月，", "３０００多家企业、", "约４５．９万吨；", "比重２０—３４％，", "占１／３，", "第３位。"]),
    min_size=1,
    max_size=8,
).map("".join)


@given(PHRASES)
@settings(deadline=None)
def test_full_width_digits_mean_what_half_width_ones_mean(text: str) -> None:
    """A text and the same one with half-width digits give the same kinds, values, units and hedges at the same places."""
    wide, half = tokens(text), tokens(text.translate(HALF))
    assert [_meaning(token) for token in wide] == [_meaning(token) for token in half]


def _meaning(token: Mention | Unread) -> object:
    if isinstance(token, Unread):
        return token.span, token.reason
    return token.span, token.kind, token.value, token.low, token.high, token.unit, token.classifier, token.hedge, token.period


@given(TEXTS)
@settings(deadline=None)
def test_folding_keeps_every_offset(text: str) -> None:
    """The folded text is as long as the text itself, and folding it again changes nothing."""
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(st.lists(PIECES, min_size=1, max_size=12))
@settings(deadline=None)
def test_sentences_do_not_change_each_other(pieces: list[str]) -> None:
    """What stands on a line of its own is read the same with another line below it."""
    line = "".join(piece for piece in pieces if piece != "\n")
    alone = scan(Text2(line, fold(line)))
    both = line + "\n\n产值5亿元。"
    together = [token for token in scan(Text2(both, fold(both))) if _start(token) < len(line)]
    assert alone == together


def _start(token: object) -> int:
    span = getattr(token, "span", None)
    return span.start if isinstance(span, Span) else token.start  # type: ignore[attr-defined]


def test_the_reasons_are_documented() -> None:
    """Every reason that the code gives for a skip stands in the table, and every entry of the table is given somewhere."""
    source = "".join(path.read_text(encoding="utf-8") for path in (Path(__file__).parents[1] / "src/factcheck/grammar").glob("*.py"))
    for reason in REASONS:
        assert len(re.findall(rf'"{reason}"', source)) > 1, reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("百亿投资", "bare_scale"),
        ("一位采购商", "article"),
        ("进一步扩大", "word"),
        ("瞬息万变", "idiom"),
        ("七星关区", "place_name"),
        ("星期三", "weekday"),
        ("四升三降", "slogan"),
        ("one of us", "number_word"),
        ("(100 million yuan)", "table_unit"),
        ("增长5\u200b.2%", "malformed"),
        ("9" * 60 + "元", "too_long"),
        ("一" * 60 + "元", "too_long"),
        ("①", "script"),
        ("共计104.7。", "no_unit"),
    ],
)
def test_a_skip_says_why(text: str, reason: str) -> None:
    """One example for every reason."""
    assert [token.reason for token in tokens(text) if isinstance(token, Unread)][:1] == [reason]


def read_off(text: str) -> list[str]:
    """The surfaces of the amounts in a text."""
    return [token.surface for token in tokens(text) if isinstance(token, Mention) and token.unit]


@pytest.mark.parametrize("text", ["全镇一百03户脱贫", "全镇二百零5户脱贫", "全县三万5千人参保", "二十5名学员结业", "全国十四亿1千万人"])
def test_a_numeral_that_changes_script_has_no_value(text: str) -> None:
    """It counts something, but neither half of it is the number."""
    mentions = read(Article.of("", text), Vocabulary()).mentions
    assert [(mention.via, mention.value, mention.low, mention.unit) for mention in mentions] == [(("malformed",), None, None, None)]


def test_a_figure_across_the_end_of_a_line_is_one() -> None:
    """Prose that a page sets in lines of one width may break inside a figure, between digits too; the spans are those of the page."""
    assert read_off("年末全省城镇人口达到了18260\n万人，比上年末增加了二百三\n十万人。") == ["18260\n万人", "二百三\n十万人"]
    assert read_off("全省公路的货物周转量已达12\n345吨公里。") == ["12\n345吨公里"]


def test_lines_of_a_table_are_not_joined() -> None:
    """Cells below each other, and a heading above its text, end where they end."""
    assert all("\n" not in surface for surface in read_off("城镇人口 18260\n乡村人口 9\n合计 27\n万人"))
    assert all("\n" not in surface for surface in read_off("新增就业人数超过30\n10月，全省新增就业31万人，高于上年同期的29万人。"))


READING = (
    "attached calendar clock dispatch english english_calendar fold glosses identifiers implied labels malformed marks numerals quantities ranges "
    "ratios scan shares unit_words vague wraps year_parts"
).split()


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern that reads numerals: at the top of a module, or made on demand by a function without arguments."""
    for module in READING:
        for name, value in vars(importlib.import_module(f"factcheck.grammar.{module}")).items():
            made = value() if hasattr(value, "cache_info") and not inspect.signature(value).parameters else value
            for one in made.values() if isinstance(made, dict) else (made,):
                if isinstance(one, re.Pattern):
                    yield f"{module}.{name}", one


def unbounded(tree: Any) -> Iterator[object]:
    """The repeats of a parsed pattern that have no limit and give back what they took."""
    for operator, argument in tree:
        if str(operator) in {"MAX_REPEAT", "MIN_REPEAT"} and argument[1] is constants.MAXREPEAT:
            yield argument
        for part in argument if isinstance(argument, tuple | list) else (argument,):
            for sub in part if isinstance(part, list) else (part,):
                if isinstance(sub, parser.SubPattern):
                    yield from unbounded(sub)


@pytest.mark.parametrize(("name", "pattern"), list(patterns()), ids=lambda value: value if isinstance(value, str) else "")
def test_no_pattern_can_run_away(name: str, pattern: re.Pattern[str]) -> None:
    """No repeat is without a limit but a possessive one: what a pattern looks at is bounded, so that reading is linear."""
    assert list(unbounded(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))) == [], name
