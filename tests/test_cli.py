"""The installed command, from outside: what it prints where, its exit codes, and what it loads."""

from __future__ import annotations

import json
import os
import pty
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import COMMAND, Run
from factcheck import __version__
from factcheck.cli.app import COMMANDS
from factcheck.cli.main import with_command

GOOD = "2025年，我国国内生产总值1401879亿元。\n"
BAD = "2025年，我国国内生产总值1401897亿元。\n"
PLAIN = "会议在北京举行。\n"
BROKEN = "source: {title: a\nindicators: [\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An article without errors, one with an error, one without figures."""
    for name, text in (("good.txt", GOOD), ("bad.txt", BAD), ("plain.txt", PLAIN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["a.txt"], ["check", "a.txt"]),
        (["check", "a.txt"], ["check", "a.txt"]),
        (["--quiet", "a.txt"], ["check", "--quiet", "a.txt"]),
        (["-"], ["check", "-"]),
        (["./check"], ["check", "./check"]),
        (["--show-config"], ["check", "--show-config"]),
        (["rules"], ["rules"]),
        (["--version"], ["--version"]),
        ([], ["--help"]),
    ],
)
def test_check_is_the_default_command(arguments: list[str], meant: list[str]) -> None:
    """A first word that is no command is an article; a file named as a command is reached by its path."""
    assert with_command(arguments, COMMANDS)[1] == meant


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["good.txt"], 0),
        (["plain.txt"], 0),
        (["bad.txt"], 1),
        (["bad.txt", "--exit-zero"], 0),
        (["bad.txt", "--fail-on", "never"], 0),
        (["bad.txt", "--ignore", "differs-from-reference"], 0),
        (["bad.txt", "--select", "range-reversed,anniversary-miscounts"], 0),
        (["bad.txt", "--reference", "own.yaml"], 0),
        (["bad.txt", "missing.txt"], 3),
        (["missing.txt", "--exit-zero"], 3),
        ([], 2),
        (["check"], 2),
        (["--bogus", "good.txt"], 2),
        (["good.txt", "--format", "sarif"], 2),
        (["good.txt", "--published", "yesterday"], 2),
        (["good.txt", "--published", "2026-02-30"], 2),
        (["good.txt", "--published", "2026Q1"], 2),
        (["good.txt", "--encoding", "rot13"], 2),
        (["good.txt", "--ignore", "no-such-rule"], 2),
        (["good.txt", "--files-from", "missing.lst"], 2),
        (["good.txt", "--reference", "broken.yaml"], 2),
        (["good.txt", "--reference", "missing.yaml"], 2),
        (["good.txt", "--output", "no/such/folder/report.txt"], 4),
        (["--help"], 0),
        (["--version"], 0),
        (["rules"], 0),
        (["explain", "range-reversed"], 0),
        (["explain", "no-such-rule"], 2),
        (["trace", "人口增长5%"], 0),
        (["extract", "bad.txt"], 0),
        (["extract", "missing.txt"], 3),
        (["reference", "list"], 0),
        (["reference", "show", "gdp", "--area", "全国"], 0),
        (["reference", "search", "人口"], 0),
        (["reference", "search", "no such thing"], 2),
        (["reference", "show", "no such thing"], 2),
        (["reference", "validate", "own.yaml"], 0),
        (["reference", "validate", "broken.yaml"], 2),
    ],
)
def test_exit_codes(run: Run, folder: Path, arguments: list[str], code: int) -> None:
    """The contract's exit codes; whatever is not 0 or 1 says why on standard error, and nothing is a traceback."""
    (folder / "broken.yaml").write_text(BROKEN)
    (folder / "own.yaml").write_text(OWN, encoding="utf-8")
    done = run(*arguments)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    if code > 1 and arguments:
        assert done.stderr.startswith("factcheck: ")


OWN = """source: {title: 公报, publisher: 统计局, published: 2026-01-05, url: https://example.org}
indicators:
  quokkas:
    name: {zh: 短尾矮袋鼠数, en: quokkas}
    aliases: {zh: [短尾矮袋鼠]}
    unit: 只
    kind: stock
observations:
  - {indicator: quokkas, area: 全国, period: 2025, value: 12, status: final}
"""


def test_findings_go_to_stdout_and_everything_else_to_stderr(run: Run, folder: Path) -> None:
    """The report is on standard output alone; the missing file is on standard error, and listed in the report as well."""
    done = run("bad.txt", "missing.txt")
    assert "bad.txt:1:15  ✗ 错误  differs-from-reference" in done.stdout
    assert "missing.txt：没有这个文件" in done.stdout
    assert done.stderr.splitlines() == ["factcheck: missing.txt: 没有这个文件", "factcheck: 已检查 2/2"]
    assert folder.exists()


def test_other_files_are_still_checked(run: Run, folder: Path) -> None:
    """One unreadable input takes nothing from the others; text and JSON agree on what was not checked."""
    (folder / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    done = run("--format", "json", "image.txt", "bad.txt", "good.txt")
    report = json.loads(done.stdout)
    assert done.returncode == 3
    assert [article["path"] for article in report["articles"]] == ["bad.txt", "good.txt", "image.txt"]
    assert [article["not_checked"] is None for article in report["articles"]] == [True, True, False]
    assert report["summary"]["findings"]["error"] == 1


def test_a_broken_reference_names_every_fault(run: Run, folder: Path) -> None:
    """All faults of all reference files at once, with path and line; nothing is checked."""
    wrong = OWN.replace("value: 12", "value: 010").replace("kind: stock", "kind: pile")
    (folder / "a.yaml").write_text(wrong, encoding="utf-8")
    (folder / "b.yaml").write_text(wrong.replace("quokkas", "numbats").replace("短尾矮袋鼠", "袋食蚁兽"), encoding="utf-8")
    done = run("bad.txt", "--reference", "a.yaml", "--reference", "b.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    places = [row for row in done.stderr.splitlines() if ".yaml:" in row]
    assert [row.split(".yaml:")[0].split()[-1] for row in places] == ["a", "a", "b", "b"]


def test_standard_input(run: Run) -> None:
    """`-` reads standard input, under the name that --stdin-filename gives."""
    done = run("--stdin-filename", "today.txt", "-", input=BAD)
    assert done.returncode == 1
    assert "today.txt:1:15" in done.stdout


def test_a_folder(run: Run, folder: Path) -> None:
    """A folder is walked, what is left out is counted, and the sums of all articles come last."""
    (folder / "notes.docx").write_bytes(b"PK\x03\x04")
    done = run(".")
    assert done.returncode == 1
    assert "略过 1 个文件：不是 .txt 或 .md" in done.stderr
    assert done.stdout.rstrip().splitlines()[-1].startswith("合计：文章 3；错误 1")


def test_files_from(run: Run, folder: Path) -> None:
    """Paths may come from a list, one a line."""
    (folder / "list").write_text("good.txt\r\nplain.txt\n")
    report = json.loads(run("--files-from", "list", "--format", "json").stdout)
    assert [article["path"] for article in report["articles"]] == ["good.txt", "plain.txt"]


def test_output_is_whole_or_not_there(run: Run, folder: Path) -> None:
    """A report replaces the old one at once; where it can't be written the old one stays and no draft is left."""
    (folder / "report.json").write_text("old")
    assert run("good.txt", "--format", "json", "--output", "report.json").returncode == 0
    assert json.loads((folder / "report.json").read_text(encoding="utf-8"))["schema"] == 1
    report = (folder / "report.json").read_bytes()
    full = subprocess.run(
        ["bash", "-c", f"ulimit -f 0; trap '' XFSZ; exec '{COMMAND}' bad.txt --output report.json"],  # no file may grow
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "FACTCHECK_CACHE_DIR": ""},
    )
    assert (full.returncode, "Traceback" in full.stderr) == (4, False)
    assert (folder / "report.json").read_bytes() == report
    assert sorted(path.name for path in folder.iterdir()) == ["bad.txt", "good.txt", "plain.txt", "report.json"]


def test_output_into_what_is_no_plain_file(run: Run, folder: Path) -> None:
    """A pipe is written to and stays a pipe, a link stays a link: only a plain file is replaced."""
    os.mkfifo(folder / "pipe")
    with subprocess.Popen(["cat", "pipe"], cwd=folder, stdout=subprocess.PIPE) as reader:
        assert run("bad.txt", "--output", "pipe").returncode == 1
        received, _ = reader.communicate(timeout=20)
    assert "differs-from-reference" in received.decode()
    assert stat.S_ISFIFO((folder / "pipe").stat().st_mode)
    (folder / "link").symlink_to("real")
    assert run("bad.txt", "--output", "link").returncode == 1
    assert (folder / "link").is_symlink()
    assert (folder / "real").read_bytes() == received


@pytest.mark.parametrize(
    ("redirect", "code"),
    [("> /dev/full", 4), (">&-", 4), ("| head -c 1", 1), ("> /dev/null 2>&-", 1), ("> /dev/null 2> /dev/full", 1)],
)
def test_standard_output_that_fails(folder: Path, redirect: str, code: int) -> None:
    """A full or closed output is code 4; a reader that goes away is none; none of them is a traceback."""
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; '{COMMAND}' --format json bad.txt {redirect}"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@pytest.mark.parametrize("buffered", [True, False])
@pytest.mark.parametrize("redirect", ["> /dev/full", ">&-"])
def test_help_that_fails(folder: Path, redirect: str, *, buffered: bool) -> None:
    """Help is output too, and fails at whatever moment it is written."""
    done = subprocess.run(
        ["bash", "-c", f"'{COMMAND}' --help {redirect}"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONUNBUFFERED": "" if buffered else "1"},
    )
    assert (done.returncode, "Traceback" in done.stderr) == (4, False)


@pytest.mark.parametrize("encoding", ["ascii", "gbk"])
def test_any_output_encoding(run: Run, folder: Path, encoding: str) -> None:
    """What an encoding can't hold is escaped, marks fall back to ASCII, and JSON is UTF-8 all the same."""
    (folder / "odd.txt").write_text("我国国内生产总值𝟓增长5.0%，2025年国内生产总值1401897亿元\N{SNOWMAN}", encoding="utf-8")
    settings = {"env": {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}}
    done = run("odd.txt", **settings, encoding=encoding)
    assert (done.returncode, done.stderr) == (1, "")
    assert " x " in done.stdout
    assert json.loads(run("odd.txt", "--format", "json", **settings).stdout)["summary"]["findings"]["error"] == 1


def test_names_that_are_no_text(run: Run, folder: Path) -> None:
    """A file name that is no UTF-8, or that has control characters, is shown escaped and goes into JSON unharmed."""
    for name in (b"bad-\xff.txt", b"esc\x1b[31m.txt", b"new\nline.txt"):
        (folder / os.fsdecode(name)).write_text(BAD, encoding="utf-8")
    done = run(".", "--quiet")
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert "bad-\\udcff.txt:1:15" in done.stdout
    paths = [article["path"] for article in json.loads(run(".", "--format", "json").stdout)["articles"]]
    assert {os.fsencode(path) for path in paths} >= {b"./bad-\xff.txt", b"./esc\x1b[31m.txt", b"./new\nline.txt"}


def test_same_bytes(run: Run, folder: Path) -> None:
    """Neither hash seed, locale, time zone nor the state of the cache changes a byte of the report."""
    runs = [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Apia", "LC_ALL": "C", "FACTCHECK_CACHE_DIR": ""},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "FACTCHECK_CACHE_DIR": str(folder / "cache")},
        {"PYTHONHASHSEED": "3", "FACTCHECK_CACHE_DIR": str(folder / "cache")},
    ]
    assert len({run("--format", "json", "bad.txt", "good.txt", env=env).stdout for env in runs}) == 1


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_signals(folder: Path, number: signal.Signals, code: int) -> None:
    """Interrupted and terminated runs end at once, quietly, with nothing half-written."""
    with subprocess.Popen(
        [COMMAND, "--output", "report.txt", "-"], cwd=folder, stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        time.sleep(1.5)  # it waits for its input by now
        process.send_signal(number)
        _, errors = process.communicate(timeout=10)
    assert (process.returncode, errors) == (code, b"")
    assert not list(folder.glob("*report.txt*"))


def test_a_bug_is_70(folder: Path) -> None:
    """A crash asks to be reported in one line; the traceback is there for who asks for it; and it is never code 1."""
    program = "import sys\nfrom factcheck.cli import main\nmain._command = lambda _: 1 / 0\nsys.exit(main.run(['a']))"
    program = program.replace(
        "from factcheck.cli import main", "import factcheck.cli.main\nmain = sys.modules['factcheck.cli.main']"
    )
    quiet, loud = (
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, **extra},
        )
        for extra in ({"FACTCHECK_DEBUG": ""}, {"FACTCHECK_DEBUG": "1"})
    )
    assert quiet.returncode == loud.returncode == 70
    assert quiet.stderr.startswith("factcheck: internal error, please report it: ZeroDivisionError")
    assert ("Traceback" in quiet.stderr, "Traceback" in loud.stderr) == (False, True)


def test_a_bug_in_one_article_leaves_the_others(folder: Path) -> None:
    """The article that a bug stops is listed as not checked; the next ones are checked, and the code is 70."""
    program = (
        "import sys\nfrom factcheck import pipeline\nread = pipeline.read\n"
        "pipeline.read = lambda article, *rest: 1 / 0 if article.path == 'bad.txt' else read(article, *rest)\n"
        "from factcheck.cli.main import run\nsys.exit(run(['bad.txt', 'good.txt', '--format', 'json']))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False)
    listed = json.loads(done.stdout)["articles"]
    assert (done.returncode, [entry["path"] for entry in listed if entry["not_checked"]]) == (70, ["bad.txt"])
    assert [len(entry["claims"]) for entry in listed] == [0, 1]
    assert "bad.txt: internal error, please report it: ZeroDivisionError" in done.stderr


def test_strict_takes_round_numbers_at_their_word(run: Run, folder: Path) -> None:
    """1.3 million for 1.348 million is coarse, and wrong for who asks for it."""
    (folder / "round.txt").write_text("2024年，全国国内生产总值1300000亿元。\n", encoding="utf-8")
    assert (run("round.txt").returncode, run("round.txt", "--strict").returncode) == (0, 1)


HEAVY = {"typer", "rich", "pint", "yaml", "rapidfuzz", "pydantic", "dataclasses", "tomllib", "asyncio", "csv", "html"}


def test_a_piped_run_loads_little(folder: Path) -> None:
    """A warm check of one article imports nothing heavy: each of these costs a good part of the whole run."""
    program = "import sys; from factcheck.cli.main import run; run(['bad.txt']); print(*sys.modules, file=sys.stderr)"
    for _ in range(2):  # the first may have to compile
        done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    assert "factcheck" in loaded
    assert not loaded & HEAVY


def test_a_terminal_sees_colour(folder: Path) -> None:
    """On a terminal the report is coloured, with --no-color or NO_COLOR it is not."""

    def seen(*arguments: str, **environment: str) -> str:
        ours, theirs = pty.openpty()
        variables = {**os.environ, "TERM": "xterm-256color", **environment}
        with subprocess.Popen([COMMAND, "bad.txt", *arguments], cwd=folder, stdout=theirs, env=variables) as process:
            os.close(theirs)
            text = b""
            try:
                while part := os.read(ours, 65536):
                    text += part
            except OSError:  # the other end is closed
                pass
        os.close(ours)
        assert process.returncode == 1
        return text.decode()

    assert "\x1b[1;31m" in seen()
    assert "\x1b[" not in seen("--no-color")
    assert "\x1b[1;31m" not in seen(NO_COLOR="1")


def test_configuration(run: Run, folder: Path) -> None:
    """The nearest file upwards holds; the command line outranks it."""
    (folder / "factcheck.toml").write_text('ignore = ["differs-from-reference"]\nlang = "en"\nexclude = ["sub/*"]\n')
    (folder / "sub").mkdir()
    shutil.copy(folder / "bad.txt", folder / "sub" / "bad.txt")
    assert run("bad.txt", cwd=folder / "sub").returncode == 0
    assert run("bad.txt", "--select", "differs-from-reference").returncode == 0
    assert "Summary: " in run("bad.txt").stdout
    assert "小结" in run("bad.txt", "--lang", "zh").stdout
    assert "left out 1 files: excluded by the configuration" in run(".").stderr
    shown = run("--show-config", cwd=folder / "sub").stdout
    assert f"# {folder}/factcheck.toml" in shown
    assert 'ignore = ["differs-from-reference"]' in shown


def test_a_newsroom_says_how_bad_a_rule_is(run: Run, folder: Path) -> None:
    """A severity in the configuration takes the place of the rule's own, in the report and in the exit code."""
    (folder / "factcheck.toml").write_text('[severity]\ndiffers-from-reference = "note"\n')
    done = run("bad.txt", "--format", "json")
    assert done.returncode == 0
    assert {finding["severity"] for finding in json.loads(done.stdout)["articles"][0]["findings"]} == {"note"}
    assert '[severity]\ndiffers-from-reference = "note"' in run("--show-config").stdout


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("lnag = 'zh'\n", "factcheck.toml:1:1: unknown key 'lnag'"),
        ("lang = 'fr'\n", "factcheck.toml:1:1: lang is one of zh, en"),
        ("select = 3\n", "factcheck.toml:1:1: select is a list of texts"),
        ("reference = ['../..']\n", "lies outside the project"),
        ("reference = ['https://example.org/x.yaml']\n", "does not exist"),
        ("ignore = ['no-such-rule']\n", "there is no rule 'no-such-rule'"),
        ("[severity]\nrange-reversed = 'bad'\n", "factcheck.toml:2:1: the severity of range-reversed is one of error, warning, note"),
        ("severity = 'note'\n", "factcheck.toml:1:1: severity is a table"),
        ("[severity]\nno-such-rule = 'note'\n", "there is no rule 'no-such-rule'"),
        ("[tool.factcheck\n", "factcheck.toml:1:"),
        ("a = " + "[" * 20000, "nested too deeply"),
    ],
)
def test_wrong_configuration_is_refused(run: Run, folder: Path, text: str, message: str) -> None:
    """A wrong configuration is named with its path and line, and nothing is checked."""
    (folder / "factcheck.toml").write_text(text)
    done = run("bad.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_pyproject(run: Run, folder: Path) -> None:
    """`[tool.factcheck]` in pyproject.toml counts; a pyproject.toml without it does not end the search."""
    (folder / "pyproject.toml").write_text("[tool.factcheck]\nfail-on = 'never'\n")
    (folder / "sub").mkdir()
    (folder / "sub" / "pyproject.toml").write_text("[project]\nname = 'factcheck-fan'\n")
    assert run("../bad.txt", cwd=folder / "sub").returncode == 0


def test_own_reference_beside_the_shipped_set(run: Run, folder: Path) -> None:
    """What the configuration names is held beside the shipped set; what --reference names instead of it."""
    (folder / "own.yaml").write_text(OWN, encoding="utf-8")
    (folder / "factcheck.toml").write_text('reference = "own.yaml"\n')
    listed = run("reference", "list").stdout
    assert "\n  quokkas " in listed
    assert "\n  gdp " in listed
    alone = run("reference", "list", "--reference", "own.yaml").stdout
    assert "\n  quokkas " in alone
    assert "\n  gdp " not in alone


def test_extract_lines(run: Run, folder: Path) -> None:
    """Every numeral of the article is a line; offsets slice true."""
    rows = [json.loads(row) for row in run("extract", "--format", "jsonl", "--skipped", "bad.txt").stdout.splitlines()]
    assert [BAD[row["start"] : row["end"]] for row in rows] == [row["surface"] for row in rows] == ["2025年", "1401897亿元"]
    assert folder.exists()


def test_version(run: Run) -> None:
    """The version is the package's."""
    assert run("--version").stdout == f"factcheck {__version__}\n"


def test_as_a_module(folder: Path) -> None:
    """`python -m factcheck` is the same command."""
    done = subprocess.run([sys.executable, "-m", "factcheck", "--version"], capture_output=True, text=True, cwd=folder, check=False)
    assert (done.returncode, done.stdout) == (0, f"factcheck {__version__}\n")


def test_stats(run: Run, folder: Path) -> None:
    """--stats counts on standard error, zeros too."""
    done = run("--stats", "bad.txt")
    assert done.stderr.startswith("factcheck: stats: checked=1 not_checked=0 characters=")
    assert "mismatch=1" in done.stderr
    assert folder.exists()
