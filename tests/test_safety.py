"""What must never happen, whatever a file name, a configuration or a reference folder holds: a leak, a value that nobody wrote, a wrong exit code."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import COMMAND, Run
from factcheck.cli.each import rendered
from factcheck.model import Article, NotChecked, Report
from factcheck.period import Period
from factcheck.pipeline import check
from factcheck.reference import ReferenceSet, default_paths
from factcheck.report.as_json import check_json
from factcheck.rules import all_rules

GOOD = "2025年，我国国内生产总值1401879亿元。\n"
BAD = "2025年，我国国内生产总值1401897亿元。\n"
REFERENCE = ReferenceSet.open(default_paths())
ROOT = Path(__file__).parents[1]


def reported(text: str, published: str | None = None) -> str:
    """The JSON of one article, which draws all of it."""
    result = check(Article.of("x.txt", text), REFERENCE, all_rules(), Period.parse(published) if published else None)
    return check_json(Report((result,)), "zh")


# --------------------------------------------------------------------------------------------- one bug stops one article

def _draw(articles: Sequence[Any], room: int = 99) -> str:
    if any(not isinstance(one, NotChecked) and "bad" in one.text for one in articles):
        raise RecursionError("too deep")
    if sum(len(one.text) for one in articles if isinstance(one, Article)) > room:
        raise MemoryError
    return " ".join(one.path if isinstance(one, Article) else f"-{one.path}" for one in articles)


def test_a_bug_while_drawing_leaves_the_others() -> None:
    """What can't be drawn is listed as not checked, and all the others are drawn as they are."""
    some = [Article.of(name, text) for name, text in (("a", "good"), ("b", "bad"), ("c", "fine"))]
    bugs: list[str] = []
    assert rendered(some, _draw, lambda one: one, bugs) == "a -b c"
    assert bugs == ["b"]
    assert rendered(some[:1], _draw, lambda one: one, []) == "a"


@pytest.mark.parametrize("fault", ["RecursionError('too deep')", "MemoryError()", "ValueError('odd')"])
@pytest.mark.parametrize("command", ["check --format json", "check --format jsonl", "check", "extract --format json", "extract --format jsonl", "extract"])
def test_each_command_reports_what_a_bug_while_drawing_leaves(tmp_path: Path, command: str, fault: str) -> None:
    """Whatever is drawn, the articles before and behind the one with the bug are in it, that one is named, and the code is 70."""
    for name in ("a.txt", "bad.txt", "c.txt"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    program = (
        "import sys\nfrom factcheck.model import Article\nplace = Article.place\n"
        f"def broken(article, at):\n    if article.path == 'bad.txt':\n        raise {fault}\n    return place(article, at)\n"
        "Article.place = broken\nfrom factcheck.cli.main import run\nsys.exit(run([*sys.argv[1:], 'a.txt', 'bad.txt', 'c.txt']))"
    )
    done = subprocess.run([sys.executable, "-c", program, *command.split()], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 70
    assert done.stdout.count("1401879") >= 2
    assert all(name in done.stdout for name in ("a.txt", "c.txt"))
    assert f"bad.txt: internal error, please report it: {fault.partition('(')[0]}" in done.stderr
    assert "bad.txt" in done.stdout or command in {"extract", "extract --format jsonl"}  # which list figures and nothing else


def test_too_little_memory_for_all_costs_the_longest() -> None:
    """Each of three articles can be drawn alone; for all at once there is no memory, but for the shorter two there is."""
    some = [NotChecked("x", "no such file"), *(Article.of(name, "0" * size) for name, size in (("a", 3), ("b", 5), ("c", 4)))]
    bugs: list[str] = []
    assert rendered(some, lambda done: _draw(done, 8), lambda one: one, bugs) == "-x a -b c"
    assert bugs == ["b"]


# --------------------------------------------------------------------------------------------- nothing gets out

def test_a_link_out_of_the_reference_folder_is_refused_unread(run: Run, tmp_path: Path) -> None:
    """A link in a folder of reference files that leads out of it is named, and nothing of what it leads to is printed."""
    (tmp_path / "secret").write_text("password: hunter2\n", encoding="utf-8")
    claims = tmp_path / "work" / "claims"
    claims.mkdir(parents=True)
    (claims / "x.yaml").symlink_to(tmp_path / "secret")
    (tmp_path / "work" / "a.txt").write_text(GOOD, encoding="utf-8")
    done = run("--reference", "claims", "a.txt", cwd=tmp_path / "work")
    assert done.returncode == 2
    assert "x.yaml" in done.stderr
    assert "hunter2" not in done.stderr + done.stdout


def test_a_link_to_another_kind_of_file_is_refused_unread(run: Run, tmp_path: Path) -> None:
    """A folder of reference files may hold more than those, the password of a repository, say: a link gives it no other name."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("password: hunter2\n", encoding="utf-8")
    (tmp_path / "x.yaml").symlink_to(tmp_path / ".git" / "config")
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    done = run("--reference", ".", "a.txt")
    assert done.returncode == 2
    assert "x.yaml" in done.stderr
    for named in (".git/config", "x.yaml"):
        (tmp_path / "factcheck.toml").write_text(f'reference = ["{named}"]\n', encoding="utf-8")
        said = run("a.txt")
        assert said.returncode == 2
        assert "hunter2" not in done.stderr + done.stdout + said.stderr + said.stdout


def test_a_link_within_the_reference_folder_is_read(run: Run, tmp_path: Path) -> None:
    """A link to a reference file of the folder is that file."""
    claims = tmp_path / "claims"
    (claims / "kept").mkdir(parents=True)
    shutil.copy(ROOT / "claims" / "reference" / "names.yaml", claims / "kept" / "x.yaml")
    (claims / "x.yaml").symlink_to(claims / "kept" / "x.yaml")
    assert "link" not in run("reference", "validate", "claims").stderr


@pytest.mark.parametrize(("name", "code"), [("factcheck.toml", 2), ("pyproject.toml", 0)])
def test_a_configuration_that_a_link_leads_out_to_is_not_read(run: Run, tmp_path: Path, name: str, code: int) -> None:
    """What is wrong in a configuration is shown; a file elsewhere is no configuration of the project."""
    (tmp_path / "secret.toml").write_text('[tool.factcheck]\npassword = "hunter2"\n', encoding="utf-8")
    work = tmp_path / "work"
    work.mkdir()
    (work / name).symlink_to(tmp_path / "secret.toml")
    (work / "a.txt").write_text(GOOD, encoding="utf-8")
    done = run("a.txt", cwd=work)
    assert done.returncode == code
    assert "hunter2" not in done.stderr + done.stdout


def test_a_file_named_like_an_option_is_a_file_to_the_hook(tmp_path: Path) -> None:
    """The hook's entry ends the options: files named like options are checked, and nothing is written."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (tmp_path / "README.md").write_text("kept\n", encoding="utf-8")
    for name in ("--output=README.md", "--files-from=x.txt", "--exit-zero.md"):
        (tmp_path / name).write_text(BAD, encoding="utf-8")
    before = sorted(path.name for path in tmp_path.iterdir())
    entry = [COMMAND, *hook["entry"].split()[1:]]
    done = subprocess.run([*entry, "--output=README.md", "--files-from=x.txt", "--exit-zero.md"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout.count("1401897") >= 3
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "kept\n"


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_pre_commit_itself_with_hostile_names(tmp_path: Path) -> None:
    """The real pre-commit, with this entry, on a repository with files and folders named like options: blocked, nothing written."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    project = tmp_path / "project"
    project.mkdir()
    local = {**hook, "language": "system", "entry": " ".join([COMMAND, *hook["entry"].split()[1:]])}
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": [local]}]}), encoding="utf-8")
    (project / "README.md").write_text("kept\n", encoding="utf-8")
    (project / "--output=..").mkdir()
    (project / "--output=.." / "evil.md").write_text(BAD, encoding="utf-8")
    (project / "--output=README.md").write_text(BAD, encoding="utf-8")
    for command in (["git", "init", "-q"], ["git", "add", "-A"]):
        subprocess.run(command, cwd=project, check=True)
    before = {path: path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file() and ".git" not in path.parts}
    done = subprocess.run([sys.executable, "-m", "pre_commit", "run", "--all-files"], cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "1401897" in done.stdout
    assert {path: path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file() and ".git" not in path.parts} == before


SAID = ["--publisher", "国家统计局", "--published", "2036-02-28", "--url", "https://example.org", "--source-title", "年度数据"]


def test_the_name_of_an_imported_file_writes_no_value(run: Run, tmp_path: Path) -> None:
    """A line end in a file's name stays within the comment that names the file."""
    name = "x\nobservations: [{indicator: gdp, area: 全国, period: 1930, value: 1}]\n#.csv"
    (tmp_path / name).write_text("指标,1931年,1932年\n国内生产总值(亿元),11.1,12.2\n", encoding="utf-8")
    (tmp_path / "claims").mkdir()
    done = run("reference", "import", name, *SAID, "--area", "全国", "--write", "claims/new.yaml")
    assert done.returncode == 0, done.stderr
    written = yaml.safe_load((tmp_path / "claims" / "new.yaml").read_text(encoding="utf-8"))
    assert [item["values"] for item in written["series"]] == [{1931: 11.1, 1932: 12.2}]
    assert "observations" not in written


def test_the_name_of_a_harvested_file_writes_no_value(run: Run, tmp_path: Path) -> None:
    """Nor in the comments above its figures, and at the end on those without an indicator; nor does a figure that a line breaks."""
    name = "x\n  - {indicator: gdp, area: 全国, period: 1930, value: 1}\n#.txt"
    (tmp_path / name).write_text("2033年全国国内生产总值7401879亿元，风铃指数7%。\n全国风铃产量95380\n万件。\n", encoding="utf-8")
    (tmp_path / "claims").mkdir()
    done = run("reference", "harvest", name, *SAID, "--region", "全国", "--write", "claims/new.yaml")
    assert done.returncode == 0, done.stderr
    draft = (tmp_path / "claims" / "new.yaml").read_text(encoding="utf-8")
    assert "风铃" in draft
    assert [item["period"] for item in yaml.safe_load(draft)["observations"]] == [2033]


def test_configuration_is_shown_as_valid_toml_without_escapes_of_the_screen(run: Run, tmp_path: Path) -> None:
    """What --show-config prints is the configuration again, with ESC, bidirectional marks and line ends written as escapes."""
    hostile = 'a\\u001b]8;;x\\u202e\\nfail-on = \\"never\\"'
    (tmp_path / "factcheck.toml").write_text(f'exclude = ["{hostile}"]\n', encoding="utf-8")
    shown = run("--show-config").stdout
    assert not {"\x1b", "\u202e"} & set(shown)
    assert tomllib.loads(shown)["exclude"] == ['a\x1b]8;;x\u202e\nfail-on = "never"']
    assert tomllib.loads(shown)["fail-on"] == "error"


def test_what_configuration_and_command_line_name_is_shown_as_valid_toml(run: Run, tmp_path: Path) -> None:
    """Names of rules are quoted as values are, and a byte that is no text is shown as none."""
    (tmp_path / "factcheck.toml").write_text('[severity]\n"x\\n[evil]" = "note"\n', encoding="utf-8")
    shown = tomllib.loads(run("--show-config", "--region", "\udcff贵").stdout)
    assert shown["severity"] == {"x\n[evil]": "note"}
    assert shown["region"] == "\ufffd贵"


def test_json_holds_no_character_that_a_screen_obeys(run: Run, tmp_path: Path) -> None:
    """Control and bidirectional characters of names and texts are escapes in the JSON, and the same characters once it is read."""
    name = "稿\u202e\x85\x7f.txt"
    (tmp_path / name).write_text(BAD.replace("国内", "国内\u202e\u200b"), encoding="utf-8")
    for form in ("json", "jsonl"):
        said = run("--format", form, "--exit-zero", name).stdout
        assert not {"\u202e", "\x85", "\x7f", "\u200b"} & set(said)
        first = json.loads(said.splitlines()[0]) if form == "jsonl" else json.loads(said)["articles"][0]
        assert first["path"] == name


# --------------------------------------------------------------------------------------------- exit codes hold

@pytest.mark.parametrize(("arguments", "code"), [("--published x a.txt", 2), ("--reference no.yaml a.txt", 2), ("missing.txt", 3)])
def test_a_full_standard_error_changes_no_exit_code(tmp_path: Path, arguments: str, code: int) -> None:
    """What can't be said on standard error is still said by the exit code."""
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    done = subprocess.run(f"{COMMAND} {arguments} 2>/dev/full", shell=True, cwd=tmp_path, capture_output=True, check=False)  # noqa: S602 - a fixed line
    assert done.returncode == code


def test_a_closed_standard_input_is_not_checked(tmp_path: Path) -> None:
    """Nothing to read from is not an empty article."""
    done = subprocess.run(f"{COMMAND} --format json - <&-", shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S602 - a fixed line
    assert done.returncode == 3
    assert json.loads(done.stdout)["articles"][0]["not_checked"]


def test_a_standard_input_that_cannot_be_read_is_not_checked(tmp_path: Path) -> None:
    """What can't be read from is no output that can't be written."""
    done = subprocess.run(f"{COMMAND} --format json - 0>out", shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S602 - a fixed line
    assert done.returncode == 3
    assert json.loads(done.stdout)["articles"][0]["not_checked"]


def test_many_findings_are_settled_in_line_with_their_number() -> None:
    """Findings over one figure are folded into one, however many there are."""
    text = "".join(f"全市货物进出口额由8.1亿元增至9.4亿元，增长{rate}%。\n" for rate in range(30, 60))
    found = json.loads(reported(text))["articles"][0]["findings"]
    assert len(found) == 30
