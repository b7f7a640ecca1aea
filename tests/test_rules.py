"""Every rule: that its file keeps to the form, that its own examples say the truth about it, and what it says of real articles."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import UsageError
from factcheck.model import Article, Checked, Finding, Problem, Span, Text
from factcheck.period import Period
from factcheck.pipeline import check
from factcheck.reference import ReferenceSet, default_paths
from factcheck.rules import Example, Rule, _words, all_rules, select, weighed
from factcheck.rules._docs import read_doc, read_options
from factcheck.rules._premises import SAYS, assumed, refuted, stated

RULES = all_rules()
FOLDER = Path(__file__).parents[1] / "src" / "factcheck" / "rules"
EXAMPLES = [pytest.param(rule, example, id=f"{rule.id}: {example.text[:40]}") for rule in RULES for example in rule.examples]
SHARED = Path(__file__).parents[2] / "shared"
SEED = SHARED / "seeds" / "000_2845115161f2390a.txt"
needs_seed = pytest.mark.skipif(not SEED.exists(), reason="the sample article is not part of the project: ../shared is absent")


@cache
def reference() -> ReferenceSet:
    """The shipped set."""
    return ReferenceSet.open(default_paths())


def checked(text: str, published: str | None = None, region: str | None = None, rules: tuple[Rule, ...] = RULES) -> Checked:
    """What all rules say of a text."""
    return check(Article.of("example.txt", text), reference(), rules, Period.parse(published) if published else None, region)


def run(example: Example) -> tuple[Finding, ...]:
    """What all rules say of an example."""
    return checked(example.text, example.options.get("published"), example.options.get("region")).findings


def said(result: Checked, severity: str) -> list[tuple[str, str]]:
    """Rule and words of the findings of a severity."""
    text = result.reading.article.text
    found = (finding for finding in result.findings if finding.problem.severity == severity)
    return [(finding.rule, text[finding.problem.span.start : finding.problem.span.end]) for finding in found]


# --------------------------------------------------------------------------------------------- the rules' own words

@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_examples_hold(rule: Rule, example: Example) -> None:
    """A wrong example is found by its rule and no other finds an error in it; a right one is left alone by all of them."""
    findings = run(example)
    if example.verdict == "right":
        assert not findings
    else:
        assert rule.id in {finding.rule for finding in findings}
        assert {finding.rule for finding in findings if finding.problem.severity == "error"} <= {rule.id}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_keeps_to_the_form(rule: Rule) -> None:
    """A rule has a title and a reason in both languages, examples of both kinds, and nothing that registers or names it."""
    source = (FOLDER / f"{rule.id.replace('-', '_')}.py").read_text(encoding="utf-8")
    doc = rule.doc
    assert rule.title == doc.title
    assert doc.title.zh
    assert doc.title.en.isascii()
    assert doc.reason.zh
    assert doc.reason.en.isascii()
    kinds = {(example.lang, example.verdict) for example in rule.examples}
    wanted = {("zh", "wrong"), ("zh", "right"), ("en", "wrong"), ("en", "right")}
    assert wanted <= kinds
    assert rule.id not in source
    assert not [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and ast.unparse(node.func) == "print"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_what_it_rests_on(rule: Rule) -> None:
    """What a rule finds in its own examples rests on exactly the premises that it names, each known and none refuted."""
    assert rule.rests_on
    assert set(rule.rests_on) <= set(SAYS)
    wrong = [example for example in rule.examples if example.verdict == "wrong"]
    found = [finding.problem for example in wrong for finding in run(example) if finding.rule == rule.id]
    assert found
    for problem in found:
        assert tuple(premise.name for premise in problem.premises) == rule.rests_on
        doubtful = sum(premise.standing == "assumed" for premise in problem.premises)
        assert problem.severity in {"warning" if doubtful else "error", "note"}


def test_premises_decide_how_severe_a_problem_is() -> None:
    """All stated: as the rule says; one assumed: a warning at most; two assumed, or one refuted: nothing."""
    sure, doubtful, wrong = stated("calendar"), assumed("year_known", "推得", "assumed"), refuted("same_time", "不同", "another")
    error = Problem("error", Span(0, 1), Text("错", "wrong"))
    severities = [
        found and found.severity
        for premises in ((sure, sure), (sure, doubtful), (doubtful, doubtful), (sure, wrong))
        for found in [weighed(error._replace(premises=premises))]
    ]
    assert severities == ["error", "warning", None, None]
    note = weighed(error._replace(severity="note", premises=(sure, doubtful)))
    assert note
    assert note.severity == "note"


def test_the_folder_is_the_catalogue() -> None:
    """Every public file of the folder is a rule, in order of the names, and no helper is one."""
    files = sorted(path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_"))
    assert [rule.id for rule in RULES] == [name.replace("_", "-") for name in files]


def test_a_docstring_is_read_as_data() -> None:
    """Titles, reasons, examples of several paragraphs and options come out of a docstring as they stand there."""
    doc = read_doc("标题 / A title.\n\n中文理由。\nAn English reason.\n\n错：一段。\n 又一段。〔published=2026-06-18 region=贵州省〕\nright: A text.\n")
    assert (doc.title, doc.reason) == (("标题", "A title"), ("中文理由。", "An English reason."))
    wrong, right = doc.examples
    assert (wrong.lang, wrong.verdict, wrong.text) == ("zh", "wrong", "一段。\n\n又一段。")
    assert dict(wrong.options) == {"published": "2026-06-18", "region": "贵州省"}
    assert (right.lang, right.verdict, right.text, dict(right.options)) == ("en", "right", "A text.", {})


def test_a_text_without_options_has_none() -> None:
    """Brackets that are no options at the end of a text are left in it."""
    assert read_options("普通的话。") == ("普通的话。", {})


def test_a_title_needs_both_languages() -> None:
    """A rule that says what it is in one language only is a bug, and told so."""
    with pytest.raises(ValueError, match="中文 / English"):
        read_doc("Only English.\n")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_section_of_words_is_used(lang: str) -> None:
    """No word of `rules.yaml` stands there for nothing, and every step of a chain says which chain and which step."""
    source = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py"))
    content = _words._content()[lang]
    assert content
    assert [section for section in content if f'"{lang}/{section}"' not in source] == []
    assert all(re.fullmatch(r"[a-z]+ [1-9]", step) for step in content.get("stages", {}).values())


# --------------------------------------------------------------------------------------------- choosing rules

def test_rules_are_chosen_and_left_out() -> None:
    """`only` and `ignore` go by id; with neither, all rules run."""
    names = {"part-exceeds-whole", "range-reversed"}
    assert select(RULES) == RULES
    assert {rule.id for rule in select(RULES, only=names)} == names
    assert {rule.id for rule in select(RULES, ignore=names)} == {rule.id for rule in RULES} - names
    assert [rule.id for rule in select(RULES, names, ["range-reversed"])] == ["part-exceeds-whole"]


@pytest.mark.parametrize(("name", "meant"), [("part-exceed-whole", "part-exceeds-whole"), ("range_reversed", "range-reversed")])
def test_an_unknown_rule_is_refused_with_the_likeliest(name: str, meant: str) -> None:
    """A slip in a rule's id is refused, and the message says which one may have been meant."""
    with pytest.raises(UsageError, match=f"did you mean '{meant}'"):
        select(RULES, ignore=[name])


def test_an_unknown_rule_like_none_is_refused() -> None:
    """An id like no other gets no silly suggestion."""
    with pytest.raises(UsageError, match="factcheck rules"):
        select(RULES, only=["xyz"])


# --------------------------------------------------------------------------------------------- what holds of all of them

def test_running_the_rules_loads_nothing_heavy() -> None:
    """Loading all rules and running them imports no YAML, no difflib, no pint; their docstrings stay unread."""
    words = "from factcheck.rules import all_rules\nfrom factcheck.model import *\nimport sys\n"
    work = "r = Reading(Article.of('', ''), Context(Missing(Text('', '')), Missing(Text('', ''))), (), (), (), ())\n"
    loop = "[list(rule.check(Facts(r))) for rule in all_rules()]\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", words + work + loop], capture_output=True, text=True, check=True)
    assert not {"yaml", "pint", "rapidfuzz", "difflib", "rich", "dataclasses", "inspect"} & set(done.stdout.split())


def test_the_order_of_the_rules_is_irrelevant() -> None:
    """No rule depends on another: in any order they find the same."""
    text = "\n\n".join(example.text for rule in RULES for example in rule.examples)
    found = checked(text, "2026-06-18").findings
    assert len({finding.rule for finding in found}) > len(RULES) / 2
    for rules in (RULES[::-1], RULES[3:] + RULES[:3]):
        assert checked(text, "2026-06-18", rules=rules).findings == found


def _snippets() -> list[str]:
    """Pieces of the rules' own examples, to be put together at random."""
    texts = [example.text for rule in RULES for example in rule.examples]
    return sorted({text[start : start + 6] for text in texts for start in range(0, len(text), 6)})


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*_snippets(), "\n", "。", "”", "“", "、", "：", "其中", "周年", "连续", "0年"]), max_size=40))
def test_any_text_is_survived(pieces: list[str]) -> None:
    """Whatever the words, no rule raises, and what it marks is there and not empty."""
    text = "".join(pieces)
    for finding in checked(text, "2026-06-18").findings:
        for span in (finding.problem.span, *finding.problem.related):
            assert 0 <= span.start < span.end <= len(text)


def test_messages_are_said_in_both_languages() -> None:
    """Every finding of the examples speaks Chinese in one message and English in the other."""
    found = [finding.problem.message for rule in RULES for example in rule.examples for finding in run(example)]
    assert len(found) >= len(RULES)
    for message in found:
        assert any("一" <= char <= "鿿" for char in message.zh)
        assert any(len(word) > 1 and word.isascii() and word.isalpha() for word in message.en.split())


# --------------------------------------------------------------------------------------------- real articles

SLIPS = (
    ("2%的国土面积、9%的人口", "2%的国土面积、6%的人口", "differs-from-reference", "6%"),
    ("经济连续37年领跑全国", "经济连续27年领跑全国", "differs-from-reference", "27年"),
    ("创造出全国1/10的经济总量", "创造出全国1/5的经济总量", "differs-from-reference", "1/5"),
    ("开工217个", "开工417个", "part-exceeds-whole", "417个"),
    ("红军长征胜利90周年", "红军长征胜利91周年", "anniversary-miscounts", "91周年"),
)
"""Five errors put into the sample article: before, after, the rule that must find it, and the words it must mark."""


def seed() -> str:
    """The sample article as it was printed."""
    return SEED.read_text(encoding="utf-8")


@needs_seed
def test_the_sample_article_has_no_error() -> None:
    """Not one figure of a printed article that is right is called an error."""
    assert not said(checked(seed(), "2026-06-18", "贵州省"), "error")


@needs_seed
@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip[1])
def test_each_error_is_found_alone(slip: tuple[str, str, str, str]) -> None:
    """One error put into the sample article is found, and nothing else is called one."""
    before, after, rule, words = slip
    assert seed().count(before) == 1
    assert said(checked(seed().replace(before, after), "2026-06-18", "贵州省"), "error") == [(rule, words)]


@needs_seed
def test_five_errors_are_found_and_no_more() -> None:
    """Five errors together are exactly the five errors found, in the order of the text."""
    text = seed()
    for before, after, *_ in SLIPS:
        text = text.replace(before, after)
    found = said(checked(text, "2026-06-18", "贵州省"), "error")
    assert sorted(found) == sorted((rule, words) for _, _, rule, words in SLIPS)


TRUE_ERRORS = {"page_liupanshui_2016_communique": [("unit-unlike-siblings", "82.25元"), ("unit-conversion-wrong", "10.84万亩")]}
"""Errors that printed documents do have: a branch of farming in 元 among others in 亿元; 1.39万公顷 are 20.85万亩."""


def documents() -> Iterator[Path]:
    """The annotated documents, where they are at hand."""
    yield from sorted((SHARED / "corpus" / "dev" / "texts").glob("*.txt"))


@pytest.mark.skipif(not list(documents()), reason="the annotated documents are not part of the project: ../shared is absent")
def test_real_documents_have_no_errors_but_true_ones() -> None:
    """Reports and communiqués that agree with themselves are left alone; the errors that they have are found."""
    for path in documents():
        meta = json.loads((path.parents[1] / "gold" / f"{path.stem}.jsonl").read_text(encoding="utf-8").split("\n", 1)[0])
        found = said(checked(path.read_text(encoding="utf-8"), meta["published"], meta["home"]), "error")
        assert found == TRUE_ERRORS.get(path.stem, []), path.stem
