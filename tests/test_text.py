"""The text as it is read: what is left out of it or exchanged in it, and the way back to the article as loaded."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Article, Span
from factcheck.pipeline import check
from factcheck.reference import ReferenceSet
from factcheck.rules import all_rules
from factcheck.text import plain, view
from factcheck.text.edits import Edit, edited
from factcheck.text.marks import marks

ODD = "\u200b\u00ad\ufeff\u2060\u200d\u00a0\u3000１．％，ﬁ㎏①一二3.、 -*>#\r\n。（）年月亿元增长5%\u0645\U0001f468"


def read(text: str) -> str:
    """A text as it is read."""
    return view(Article.of("a.txt", text)).read.text


@pytest.mark.parametrize(
    ("text", "as_read"),
    [
        ("生产\u200b总值14\u00ad018\ufeff97亿元", "生产总值1401897亿元"),
        ("１４０，１８７．９亿元，增长５．０％", "140,187.9亿元，增长5.0%"),
        ("比上年\u00a0增长\u20095%", "比上年 增长 5%"),
        ("\u3000\u3000全省增长5%", "\u3000\u3000全省增长5%"),
        ("全省\u3000增长5%\uff0c", "全省 增长5%，"),
        ("增⻓5%，⼈⼝83万", "增长5%，人口83万"),
        ("ﬁve percent, 20㎏", "five percent, 20kg"),
        ("a\r\nb\rc\u2028d", "a \nb\nc\nd"),
        ("Ｏｕｔｐｕｔ　ｒｏｓｅ，５％", "Output rose,5%"),
        ("1. 甲\n2. 乙\n\n3. 丙", "甲\n 乙\n\n丙"),
        ("## 标题\n正文", "标题\n 正文"),
        ("> **要点**：_5%_、*增长*", "要点：_5%_、增长"),
        ("5*3*2", "5*3*2"),
        ("| 1. | **2** |", "| 1. | 2 |"),
        ("plain text 5%", "plain text 5%"),
    ],
)
def test_a_text_is_read_so(text: str, as_read: str) -> None:
    """Odd characters are left out or exchanged, marks are left out, and all else stays."""
    assert read(text) == as_read


def test_a_plain_text_is_left_alone() -> None:
    """Without any odd character or mark the article is the very same, and nothing has to be put back."""
    article = Article.of("a.txt", "　　全省生产总值增长5.2%，比上年提高0.3个百分点。\n\nOutput rose 5% (2025).")
    seen = view(article)
    assert seen.read is seen.loaded is article
    assert seen.put_back(article) is article


def test_front_matter_keeps_its_marks() -> None:
    """Lists and keys before the text are no marks; its dates are read without what nobody sees."""
    text = "---\ntags:\n- a\n- b\npublished: 2026\u200b-03-01\n---\n1. 全省增长5%。"
    article = Article.of("a.txt", text, front_matter={"published": "2026\u200b-03-01"}, body=text.index("1."))
    seen = view(article).read
    assert seen.text == "---\ntags:\n- a\n- b\npublished: 2026-03-01\n---\n全省增长5%。"
    assert (seen.front_matter["published"], seen.text[seen.body :]) == ("2026-03-01", "全省增长5%。")


def test_edits_keep_the_way_back() -> None:
    """What stands in the edited text is found where it was; what lies between two characters is theirs."""
    text, origin = edited("ab--cd", [Edit(2, 4), Edit(5, 5, "xy")])
    assert text == "abcxyd"
    assert [origin.back(Span(at, at + 1)) for at in range(6)] == [(0, 1), (1, 2), (4, 5), (5, 6), (5, 6), (5, 6)]
    assert origin.back(Span(1, 3)) == (1, 5)
    assert origin.back(Span(2, 2)) == (2, 4)
    assert [origin.ahead(at) for at in (0, 2, 4, 5)] == [0, 2, 2, 5]


def test_numbers_in_doubt_are_taken_from_their_neighbours() -> None:
    """5G开通 behind 4. is the fifth item's, 1.5G is no item; months that follow each other are no numbers of a list unless one stood before."""
    def labels(text: str) -> list[int]:
        return [mark.number for mark in marks(text, 0) if mark.label]

    assert labels("4.全省投产。\n5.5G网络开通。") == [4, 5]
    assert labels("1.5G网络开通。") == []
    assert labels("6.1至4月投资增长。") == [6]
    assert labels("7.2025 年投资增长。") == [7]
    assert labels("1、2月份增长。") == []
    assert labels("3、出口下降。\n4、5月份增长。") == [3, 4]
    assert labels("It grew by\n12. The next year it fell.") == []
    assert labels("1. Sales rose.\n2. Exports fell.") == [1, 2]


def test_plain_words() -> None:
    """A figure without what a page adds to it."""
    assert plain("１.２\u200b**亿元**") == "1.2亿元"


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from(ODD), max_size=60))
def test_all_that_is_found_is_where_it_says(text: str) -> None:
    """Whatever odd characters stand where: surfaces are slices of the text as loaded, in order, and findings lie within it."""
    article = Article.of("a.txt", text)
    result = check(article, ReferenceSet.empty(), all_rules())
    assert result.reading.article is article
    tokens = [(one.span, one.surface) for one in result.reading.mentions] + [(one.span, one.surface) for one in result.reading.unread]
    ends = 0
    for span, surface in sorted(tokens):
        assert text[span.start : span.end] == surface
        assert ends <= span.start < span.end
        ends = span.end
    for finding in result.findings:
        assert all(0 <= span.start <= span.end <= len(text) for span in (finding.problem.span, *finding.problem.related))


def test_every_digit_is_kept() -> None:
    """Numbers of lists are labels, not lost."""
    text = "1. 增长５%\n②下降3%；（三）持平。\n4️⃣ 其他"
    result = check(Article.of("a.txt", text), ReferenceSet.empty(), ())
    assert [one.surface for one in result.reading.mentions] == ["1.", "５%", "②", "3%", "三）", "4️⃣"]


def test_looking_for_marks_is_linear() -> None:
    """Eight times as many marks take about eight times as long."""
    def taken(size: int) -> float:
        article = Article.of("a.txt", "".join(f"{n % 90}.{n % 89} 全省\n1、2月份\n（2）\u200b一、（①" for n in range(size)))
        return min(_timed(article) for _ in range(3))

    def _timed(article: Article) -> float:
        start = perf_counter()
        view(article)
        return perf_counter() - start

    assert taken(4000) < 16 * taken(500) + 0.05
