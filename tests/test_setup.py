"""What a new user follows: README's commands are the ones that are run, and nothing that there is goes unsaid."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from factcheck.cli.app import COMMANDS
from factcheck.cli.reference import reference
from factcheck.config import Config

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SETUP = re.compile(r"^<!-- setup: (\w+) -->\n```sh\n(.+)\n```$", re.MULTILINE)


def ci(folder: Path, readme: str) -> subprocess.CompletedProcess[str]:
    """Run `.ci/run` in a project that has nothing but this README.md."""
    (folder / ".ci").mkdir(exist_ok=True)
    shutil.copy(ROOT / ".ci" / "run", folder / ".ci" / "run")
    (folder / "README.md").write_text(readme)
    return subprocess.run(["bash", folder / ".ci" / "run"], capture_output=True, text=True, check=False)


def test_readme_has_the_two_commands() -> None:
    """One shell line each, to run and to test, each in a block of its own under its mark."""
    assert [name for name, _ in SETUP.findall(README)] == ["run", "test"]
    assert README.count("<!-- setup:") == 2


def test_ci_runs_exactly_what_readme_says(tmp_path: Path) -> None:
    """The lines that .ci/run starts are README's own, in order, and each must pass."""
    block = "# x\n<!-- setup: {} -->\n```sh\n{}\n```\ntext\n"
    passed = ci(tmp_path, block.format("run", "echo one > ran") + block.format("test", "echo two >> ran"))
    assert (passed.returncode, (tmp_path / "ran").read_text()) == (0, "one\ntwo\n")
    assert ci(tmp_path, block.format("run", "false") + block.format("test", "true")).returncode != 0
    assert ci(tmp_path, block.format("run", "true") + block.format("test", "false")).returncode != 0
    assert ci(tmp_path, block.format("run", "true")).returncode != 0
    assert ci(tmp_path, block.format("run", "true") + block.format("test", "true\ntrue")).returncode != 0


def test_the_name_is_ours() -> None:
    """The distribution `factcheck` belongs to somebody else: it is neither claimed nor recommended."""
    assert PROJECT["project"]["name"] != "factcheck"
    assert PROJECT["project"]["scripts"] == {"factcheck": "factcheck.cli:main"}
    texts = [path.read_text(encoding="utf-8") for path in ROOT.glob("*.md")]
    assert not any(re.search(r"pip install (-\S+ )*'?factcheck\b", text) for text in texts)


def test_core_dependencies() -> None:
    """Five and no more."""
    names = {re.split(r"[<>=]", requirement)[0] for requirement in PROJECT["project"]["dependencies"]}
    assert names == {"typer", "rich", "pyyaml", "pint", "rapidfuzz"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    """README names every command that there is."""
    assert f"`factcheck {command}" in README


def test_every_part_of_reference_is_documented() -> None:
    """And every subcommand."""
    names = [command.name or command.callback.__name__ for command in reference.registered_commands if command.callback]
    assert len(names) > 1
    assert all(f"{name}`" in README for name in names)


def test_every_key_of_the_configuration_is_documented() -> None:
    """README's example names every key and every table."""
    keys = [field.replace("_", "-") for field in Config._fields if field != "path"]
    assert [key for key in keys if not re.search(rf"\b{key} = |^\[{key}\]", README, re.MULTILINE)] == []


def test_every_exit_code_is_documented() -> None:
    """README names the contract's exit codes."""
    said = README.partition("Exit codes:")[2].partition("\n\n")[0]
    assert all(re.search(rf"\b{code}\b", said) for code in (0, 1, 2, 3, 4, 70, 130, 143))


def test_readme_checks_articles_that_exist() -> None:
    """The articles of the first command are there."""
    line = dict(SETUP.findall(README))["run"]
    articles = re.findall(r"claims/articles/\S+", line)
    assert articles
    assert all((ROOT / article).is_file() for article in articles)


def test_hook() -> None:
    """The hook takes text and Markdown, in one process, and starts a command that exists."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert (hook["id"], hook["language"], hook["require_serial"]) == ("factcheck", "python", True)
    assert hook["entry"].split()[1] in COMMANDS
    assert [bool(re.search(hook["files"], name)) for name in ("稿件.txt", "a/b.md", "a.py", "txt")] == [
        True,
        True,
        False,
        False,
    ]
