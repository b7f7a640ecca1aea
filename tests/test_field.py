"""The rounds over unseen text: run, judge, table; what readers said outlasts edits elsewhere, and a first run is never replaced."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

FIELD = Path(__file__).with_name("field")
SLIP = "2025年，我国国内生产总值1401897亿元。"
ARTICLES = {
    "slip.txt": f"一份稿子\n\n{SLIP}全市新建公园12个。\n",
    "right.txt": "又一份稿子\n\n2025年，我国国内生产总值1401879亿元。\n",
    "more/none.md": "会议在一处山村举行。\n",
}
CRASHES = """\
import pathlib, subprocess, sys
if any("山村" in path.read_text() for path in pathlib.Path(sys.argv[-1]).iterdir()):
    sys.exit(70)
sys.exit(subprocess.run([sys.argv[1], "check", *sys.argv[2:]]).returncode)
"""


def script(name: str, *words: str | Path) -> str:
    """What one of the scripts prints."""
    done = subprocess.run(
        [sys.executable, FIELD / f"{name}.py", *words], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder of articles."""
    for name, text in ARTICLES.items():
        path = tmp_path / "source" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "source" / "slip.json").write_text('{"published": "2026-03-01", "region": "贵州省"}', encoding="utf-8")
    return tmp_path / "source"


def test_a_round(source: Path, tmp_path: Path) -> None:
    """The slip is shown in its sentence with the article's date, judged by its number, and counted."""
    store, results = ("--store", tmp_path / "store"), ("--results", tmp_path / "results.json")
    assert "{'error': 1}, 1 confirmations" in script("run", source, *store)
    page = script("judge", "source", *store)
    assert "[1] error differs-from-reference · 2026-03-01 · slip.txt · 一份稿子" in page
    assert "| 2025年，我国国内生产总值⟦1401897亿元⟧。全市新建公园12个。" in page
    assert "[2] match confirmation" in page
    script("judge", "source", *store, "--mark", "1=t:digits changed places", "2=true")
    assert "0 of 2 items" in script("judge", "source", *store)
    table = script("table", *store, *results, "--write")
    assert "| 100% of 1 | 100% of 1 |" in table
    assert "| differs-from-reference | error | 1 | 1 | 0 | 0 | 0 | 0 | 100% of 1 |" in table
    written = results[1].read_text(encoding="utf-8")
    assert not any(words in written for words in ("slip.txt", "1401897", "稿子"))


def test_judgements_outlast_edits_and_first_runs_stay(source: Path, tmp_path: Path) -> None:
    """The sentence judged keeps its number and its judgement; figures of the first run are printed as they were."""
    store, results = ("--store", tmp_path / "store"), ("--results", tmp_path / "results.json")
    script("run", source, *store)
    script("judge", "source", *store, "--mark", "1=false:so be it", "2=true")
    first = script("table", *store, *results, "--write")
    before = (tmp_path / "store/runs/source/0001.json").read_bytes()
    (source / "slip.txt").write_text(
        f"另一题目\n\n全县有7个乡镇。\n\n{SLIP}\n\n我国国内生产总值2025年为1401987亿元。\n", encoding="utf-8"
    )
    script("run", source, *store)
    page = script("judge", "source", *store)
    assert "[3] error" in page
    assert "⟦1401897亿元⟧" not in page
    table = script("table", *store, *results)
    assert "Last runs" not in first
    assert table.startswith(first.strip())
    assert "| differs-from-reference | error | 2 | 0 | 1 | 0 | 0 | 1 | 0% of 1 |" in table.partition("Last runs")[2]
    assert (tmp_path / "store/runs/source/0001.json").read_bytes() == before
    script("run", source, *store, "--name", "copy")
    assert "seen in source" in json.loads((tmp_path / "store/runs/copy/0001.json").read_text())["faults"][0]


def test_a_crash_leaves_the_others(source: Path, tmp_path: Path) -> None:
    """Where the command gives nothing at all, the article at fault is found and listed, and the others are reported."""
    (tmp_path / "crashes.py").write_text(CRASHES, encoding="utf-8")
    command = (sys.executable, tmp_path / "crashes.py", Path(sys.executable).with_name("factcheck"))
    said = script("run", source, "--store", tmp_path / "store", "--", *command)
    assert "more/none.md: exit 70" in said
    assert "{'error': 1}, 1 confirmations" in said
