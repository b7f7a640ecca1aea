"""Loading: bytes to an article whose offsets are true, files to bytes, and what is refused with a reason."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import grammar
from factcheck.errors import Unreadable
from factcheck.loaders import LIMIT, REASONS, Excluded, Found, load, read, walk
from factcheck.model import Vocabulary

SENTENCE = "2025年全省地区生产总值2.3万亿元，同比增长5.2%。"


def code_of(data: bytes, encoding: str | None = None) -> str:
    with pytest.raises(Unreadable) as caught:
        load("a.txt", data, encoding)
    return caught.value.faults[0].code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-32"])
def test_same_text_from_every_encoding(encoding: str) -> None:
    """A byte-order mark, UTF-8 and GB18030 all give the text itself, without the mark."""
    assert load("a.txt", SENTENCE.encode(encoding)).text == SENTENCE


@pytest.mark.parametrize(("encoding", "said"), [("utf-8", "utf-8"), ("gb18030", "gb18030"), ("utf-16", "utf-16-le")])
def test_encoding_is_recorded(encoding: str, said: str) -> None:
    """The article says which encoding fitted."""
    assert load("a.txt", SENTENCE.encode(encoding)).encoding == said


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("GDP 增长5\0.2%".encode(), "not_text"),
        ("\ufeff增长5\0.2%".encode(), "not_text"),
        (bytes(range(1, 9)) * 4, "binary"),
        (SENTENCE.encode() + SENTENCE.encode("gbk"), "undecodable"),
        (SENTENCE.encode()[:-1] + b"\xe3\x80", "undecodable"),
        (("增長百分之五點二，總值一千億元。" * 8).encode("big5"), "doubtful"),
        (b"PK\x03\x04rest of a document", "zip"),
        (b"%PDF-1.7", "pdf"),
        (b"5" * (LIMIT + 1), "too_big"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str) -> None:
    """Nothing is guessed: a wrong encoding can turn one digit into another."""
    assert code_of(data) == code


def test_named_encoding_is_the_only_one_tried() -> None:
    """`--encoding` decides; what does not fit it is refused, at its line."""
    assert load("a.txt", "總值一千億元".encode("big5"), "big5").text == "總值一千億元"
    with pytest.raises(Unreadable) as caught:
        load("a.txt", b"5%\n\xff", "utf-8")
    assert (caught.value.faults[0].code, caught.value.faults[0].line) == ("encoding", 2)


def test_empty_is_an_article_without_figures() -> None:
    """An empty file is read; there is just nothing in it."""
    assert load("a.txt", b"").text == load("a.txt", b"\xef\xbb\xbf").text == ""


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60))
def test_text_is_never_rewritten(text: str) -> None:
    """Line ends, blanks and all else stay as they are; every offset has a line and a column that lead back to it."""
    try:
        article = load("a.txt", text.encode())
    except Unreadable as error:
        assert error.faults[0].code == "binary"
        return
    assert article.text == text.removeprefix("\ufeff")
    for offset in range(len(article.text)):
        line, column = article.place(offset)
        assert article.lines[line - 1] + column - 1 == offset


@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No bytes crash the loader; a refusal has one of the known reasons."""
    try:
        load("a.txt", data)
    except Unreadable as error:
        assert error.faults[0].code in REASONS


def test_front_matter() -> None:
    """The keys at the top are read, and the text proper starts after them, offsets counted from the file's start."""
    article = load("a.md", "---\r\nPublished: 2026-06-18 # day\r\nregion: '贵州省'\r\ntags:\r\n  - a\r\n---\r\n正文5%".encode())
    assert dict(article.front_matter) == {"published": "2026-06-18", "region": "贵州省", "tags": ""}
    assert article.text[article.body :] == "正文5%"


def test_headline_in_front_matter_is_read() -> None:
    """The headline and the summary of front matter are text: their figures are claims where they stand, those of other keys are not."""
    text = "---\ntitle: '年货节销售额超50亿元' # 3稿\nweight: 10\ndescription: 销售额48.6亿元\ndate: 2026-02-01\n---\n年货节期间销售额48.6亿元。\n"
    article = load("a.md", text.encode())
    assert [text[slice(*span)] for span in (*article.titles, *article.summaries)] == ["年货节销售额超50亿元", "销售额48.6亿元"]
    reading = grammar.read(article, Vocabulary())
    assert [(claim.mention.surface, article.place(claim.span.start)[0]) for claim in reading.claims] == [("50亿元", 2), ("48.6亿元", 4), ("48.6亿元", 7)]
    assert [mention.surface for mention in reading.mentions] == ["50亿元", "48.6亿元", "48.6亿元"]



@pytest.mark.parametrize(
    "text", ["---\n增长5%\n---\n正文", "---\nkey: value\n没有结束", "正文\n---\na: b\n---\n", "---\n", "--- \n\n---\n"]
)
def test_a_rule_is_no_front_matter(text: str) -> None:
    """A line of dashes alone does not hide any text."""
    article = load("a.md", text.encode())
    assert (article.body, dict(article.front_matter)) == (0, {})


def test_folder(tmp_path: Path) -> None:
    """A folder is its .txt and .md files in the order of their bytes; what is left out is named, with the rule."""
    for name in ("b.txt", "a.md", "B.TXT", "c.docx", ".hidden.txt", "sub/d.txt", ".git/e.txt", "skip/f.txt", "x.txt/inner.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("5%")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "self").symlink_to(".")
    (tmp_path / "self.txt").symlink_to(".")
    (tmp_path / "loop1").symlink_to("loop2")
    (tmp_path / "loop2").symlink_to("loop1")
    (tmp_path / "gone.txt").symlink_to("nowhere")
    (tmp_path / "out.txt").symlink_to("/etc/hostname")
    (tmp_path / "in.txt").symlink_to("b.txt")
    entries = walk([str(tmp_path)], lambda path: "/skip/" in path)
    names = [os.path.relpath(entry.path, tmp_path) for entry in entries if isinstance(entry, Found)]
    assert names == ["B.TXT", "a.md", "b.txt", "in.txt", "sub/d.txt", "x.txt/inner.txt"]
    left_out = {os.path.relpath(entry.path, tmp_path): entry.code for entry in entries if isinstance(entry, Excluded)}
    assert left_out == {
        "c.docx": "other_format",
        "skip/f.txt": "pattern",
        "pipe.txt": "special",
        "out.txt": "outside",
        "self": "other_format",
        "self.txt": "linked_folder",
        "loop1": "other_format",
        "loop2": "other_format",
    }
    refused = [entry.faults[0].code for entry in entries if isinstance(entry, Unreadable)]
    assert refused == ["dangling"]


def test_folder_without_articles_is_named(tmp_path: Path) -> None:
    """A folder in which nothing can be checked is no clean folder."""
    (tmp_path / "a.pdf").write_text("5%")
    (refused,) = [entry for entry in walk([str(tmp_path)], lambda _: False) if isinstance(entry, Unreadable)]
    assert refused.faults[0].code == "no_articles"


def test_a_deep_folder_is_walked(tmp_path: Path) -> None:
    """Depth is no limit: there is no recursion."""
    deep = tmp_path.joinpath(*["d"] * 300)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("5%")
    assert [type(entry) for entry in walk([str(tmp_path)], lambda _: False)] == [Found]


def test_reading_refuses_what_would_hang(tmp_path: Path) -> None:
    """A pipe nobody writes to, a device without end, a folder, a name with a NUL, a file over the limit: each has its reason."""
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "huge").open("wb") as huge:
        huge.truncate(LIMIT + 1)
    codes = []
    for path in (tmp_path / "pipe", "/dev/zero", tmp_path, "a\0b", tmp_path / "huge", tmp_path / "none", "/etc/hostname/x"):
        with pytest.raises(Unreadable) as caught:
            read(str(path))
        codes.append(caught.value.faults[0].code)
    assert codes == ["special", "special", "special", "missing", "too_big", "missing", "missing"]
