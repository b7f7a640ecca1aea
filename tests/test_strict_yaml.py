"""The strict YAML loader: text stays text, hostile files are refused with their place, any bytes survive."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck import strict_yaml
from factcheck.errors import Fault, Refused
from factcheck.strict_yaml import Mapping, Scalar, Sequence, load, plain


def faults(text: str | bytes) -> tuple[Fault, ...]:
    """What is found wrong; fails where nothing is."""
    with pytest.raises(Refused) as caught:
        load("x.yaml", text.encode() if isinstance(text, str) else text)
    return caught.value.faults


def test_scalars_stay_text_with_their_places() -> None:
    """A node says what stands in the file and where, lines and columns from 1 and in characters."""
    root = load("x.yaml", "贵州省: [010, 'a''b']\n".encode())
    assert root == Mapping(
        ((Scalar("贵州省", 1, 1), Sequence((Scalar("010", 1, 7), Scalar("a'b", 1, 12, quoted=True)), 1, 6)),), 1, 1
    )


@pytest.mark.parametrize(
    "text", ["010", "1:30", "no", "1.10", "1e5", "~", "0x1F", ".inf", "2024-02-30", "1_000", "=", "<<", "null", "100%", "-0.30"]
)
def test_nothing_is_guessed(text: str) -> None:
    """What YAML takes for octal, sexagesimal, truth, dates or nothing is the text that it is."""
    assert plain(load("x.yaml", f"value: {text}".encode())) == {"value": text}


def test_plain_forgets_places() -> None:
    """Lists and mappings come out as Python's own, in the order of the file."""
    assert plain(load("x.yaml", b"b: [1, {c: 2}]\na:\n  - x\n")) == {"b": ["1", {"c": "2"}], "a": ["x"]}


REFUSED = [
    ("unit: %", 1, 7, "cannot start any token", 'quote it: unit: "%"'),
    ("- {id: x, unit: %, kind: rate}", 1, 17, "cannot start any token", 'quote it: unit: "%"'),
    ("a: @x", 1, 4, "cannot start any token", 'quote it: a: "@x"'),
    ("a: *重点", 1, 5, "did not find expected alphabetic", 'quote it: a: "*重点"'),
    ("a: 1\nb: *x", 2, 4, "an alias: *x", "write the value out"),
    ("a: &x 1", 1, 4, "an anchor: &x", "leave it out"),
    ("&a [1]", 1, 1, "an anchor: &a", ""),
    ("a: !!python/object/apply:os.system [x]", 1, 4, "a tag: 'tag:yaml.org,2002:python", "leave it out"),
    ("a: !Env HOME", 1, 4, "a tag: '!Env'", ""),
    ("a: ! x", 1, 4, "a tag: '!'", ""),
    ("%TAG ! tag:x,2000:\n---\na: 1", 1, 1, "a %TAG directive", ""),
    ("b:\n  <<: {a: 1}", 2, 3, "a merge key: <<", "write the keys out"),
    ("a: 1\nb: 2\na: 3", 3, 1, "the key 'a' stands here twice", "first in line 1"),
    ("? [a]\n: 1", 1, 3, "a key that is a list or mapping", ""),
    ("{{a: 1}: 2}", 1, 2, "a key that is a list or mapping", ""),
    ("a: 1\n---\nb: 2", 2, 1, "a second document", "take out the line ---"),
    ("a:\n\tb: 1", 2, 1, "cannot start any token", "blanks"),
    ("a: [1", 2, 1, "did not find expected ',' or ']'", "close the bracket"),
    ('a: "x', 1, 6, "unexpected end of stream", "close the quote"),
    ("a: b: c", 1, 5, "mapping values are not allowed", "quoted"),
    ("a：1\nb: 2", 2, 2, "mapping values are not allowed", "not as ："),
    ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x", 2, 2, "not YAML", "merge conflict"),
    ("a: x\0", 1, 5, "cannot be seen: U+0000", "delete it"),
    ("a: x\x85b: 2", 1, 5, "cannot be seen: U+0085", "delete it"),
    ("a: 1\n\ufeffb: 2", 2, 1, "cannot be seen: U+FEFF", "delete it"),
    ("a: 中\u202e文", 1, 5, "cannot be seen: U+202E", "delete it"),
    ('a: "\\u200b"', 1, 4, "an escape of a character that cannot be seen: U+200B", ""),
    ('a: "\\ud800"', 1, 7, "invalid Unicode character escape", ""),
    ("%YAML 9.9\n---\na: 1", 1, 1, "incompatible YAML", "leave the %YAML line out"),
    ("", 1, 1, "there is nothing in this file", ""),
    ("# only a comment\n", 1, 1, "there is nothing in this file", ""),
]


@pytest.mark.parametrize(("text", "line", "column", "message", "hint"), REFUSED)
def test_refused_with_place_and_hint(text: str, line: int, column: int, message: str, hint: str) -> None:
    """The first fault names the place, what is wrong there and, where something usually mends it, what does."""
    first = faults(text)[0]
    assert (first.path, first.line, first.column) == ("x.yaml", line, column)
    assert message in first.message
    assert hint in first.hint
    assert first.code == "yaml"


def test_bytes_that_are_not_utf8() -> None:
    """The place of the first bad byte is counted in characters; GB18030 is told apart from nothing."""
    (fault,) = faults("a: 1\n年".encode() + b"\xff")
    assert (fault.line, fault.column, fault.message) == (2, 2, "not UTF-8: byte 0xFF")
    assert "UTF-8" in fault.hint
    assert faults("名: 值".encode("gb18030"))
    assert faults("a: 1".encode("utf-16"))


def test_a_mark_at_the_start_is_no_fault() -> None:
    """Windows editors write a byte order mark; it is no part of the first key."""
    assert plain(load("x.yaml", "\ufeffa: 1".encode())) == {"a": "1"}


def test_many_faults_are_found_together() -> None:
    """What does not break the syntax is all reported at once, in the order of the file."""
    found = faults("a: &x 1\nb: *x\nb: !t 2\n<<: 3\n")
    assert [(fault.line, fault.message.split(":")[0]) for fault in found] == [
        (1, "an anchor"), (2, "an alias"), (3, "the key 'b' stands here twice"), (3, "a tag"), (4, "a merge key"),
    ]  # fmt: skip


def test_a_file_of_another_kind_ends_soon() -> None:
    """Ten thousand anchors make no ten thousand messages."""
    assert len(faults("- &x 1\n" * 10_000)) == strict_yaml.MAX_FAULTS


def test_an_excerpt_shows_the_line_without_what_it_hides() -> None:
    """No control character reaches whoever prints the fault, and the caret's column stays true."""
    (fault,) = faults("a: \x1b[31mred")
    assert fault.excerpt == "a: \ufffd[31mred"
    assert str(fault).splitlines()[2] == "    " + "   ^"


def test_a_long_line_is_cut() -> None:
    """An excerpt has 120 characters at most, and shows what stands around the caret however far to the right that is."""
    assert len(faults("a: &x " + "1" * 5000)[0].excerpt) == 120
    (fault,) = faults("a: " + "1" * 5000 + ": 2")
    excerpt, caret = str(fault).splitlines()[1:3]
    assert len(fault.excerpt) < 120
    assert excerpt[caret.index("^") :] == ": 2"


def test_the_caret_stands_under_full_width_text() -> None:
    """What stands before it is as wide in the line of the caret: a full-width blank under a full-width character."""
    (fault,) = faults("{名称: 总值gdp, 单位: &x 亿元}")
    assert str(fault).splitlines()[1:3] == ["    {名称: 总值gdp, 单位: &x 亿元}", "     　　  　　     　　  ^"]


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", "")])
def test_depth_ends_at_sixteen(opening: str, closing: str) -> None:
    """Sixteen levels are read, the seventeenth is refused."""
    load("x.yaml", (opening * 16 + "1" + closing * 16).encode())
    assert faults(opening * 17 + "1" + closing * 17)[0].message == "nested deeper than 16 levels"


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "[" * 100_000 + "]" * 100_000, "? " * 100_000])
def test_hostile_depth_is_refused(text: str) -> None:
    """What crashes the composer of the C library is refused by its events."""
    assert faults(text)


def test_bombs_do_not_go_off() -> None:
    """References that would multiply to 10⁹ values are refused where the first one stands."""
    laughs = "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 10))
    merges = "a0: &a0 {k: 1}\n" + "".join(f"a{i}: &a{i} {{<<: [{', '.join([f'*a{i - 1}'] * 10)}]}}\n" for i in range(1, 9))
    assert faults(laughs)[0].line == 1
    assert faults(merges)[0].line == 1


def test_limits_of_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte or one value too many is refused; what is just within the limit is read."""
    monkeypatch.setattr(strict_yaml, "MAX_BYTES", 100)
    load("x.yaml", b"a: " + b"1" * 97)
    assert "larger than" in faults(b"a: " + b"1" * 98)[0].message
    monkeypatch.setattr(strict_yaml, "MAX_NODES", 12)
    load("x.yaml", b"[1, 2, 3, 4, 5, 6, 7]")
    assert "more than 12 values" in faults("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]")[0].message


SEEN = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp"), exclude_characters="\ufffe\uffff"), max_size=8)
TREES = st.recursive(SEEN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SEEN, inner, max_size=4), max_leaves=12)


@given(TREES)
def test_what_is_written_reads_back(tree: Any) -> None:
    """JSON is YAML: any tree of quoted texts comes back as it was."""
    assert plain(load("x.yaml", json.dumps(tree, ensure_ascii=False).encode())) == tree


HOSTILE = st.text(st.sampled_from("[]{}:,-?&*!|>%@`'\"#~\n\t \r\\a中0\0\ufeff.<=/"), max_size=60).map(str.encode) | st.binary(max_size=60)


@given(HOSTILE)
@example(b"a: !<%ED%A0%80> x")
@example(b'"\\U7fffffff"')
def test_any_bytes_survive(data: bytes) -> None:
    """Whatever the bytes, there is a node or a fault with a place; nothing else is raised."""
    try:
        load("x.yaml", data)
    except Refused as refused:
        assert all(fault.line > 0 and fault.column > 0 and fault.path == "x.yaml" for fault in refused.faults)


@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML was built without libyaml: there is only one parser")
@given(HOSTILE)
def test_both_parsers_refuse_and_read_alike(data: bytes) -> None:
    """Where the C library reads a file, Python's own parser reads the same from it."""
    try:
        expected = load("x.yaml", data)
    except Refused:
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader")
        try:
            assert plain(load("x.yaml", data)) == plain(expected)
        except Refused as refused:  # it is the stricter one in a few corners
            assert refused.faults[0].message.startswith("not YAML")


@pytest.mark.parametrize("text", [row[0] for row in REFUSED])
def test_refused_without_the_c_library(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Python's own parser, where there is no other, refuses the same files, in words of its own."""
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert faults(text)
