"""The cache is never wrong and never an error; reading never hangs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck import store

VALUE: store.JSON = {"names": ["国内生产总值", "GDP"], "count": 2, "none": None}


class Build:
    """A builder that counts how often it was asked."""

    def __init__(self, value: object = VALUE) -> None:
        self.value, self.calls = value, 0

    def __call__(self) -> object:
        """The value, once more."""
        self.calls += 1
        return self.value


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of each test's own, not there yet."""
    place = tmp_path / "cache"
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(place))
    return place


needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")


def entries(folder: Path) -> list[str]:
    """All that lies in the cache."""
    return sorted(os.listdir(folder)) if folder.is_dir() else []


def test_built_once() -> None:
    """The second time the value is found, and it is the same one."""
    build = Build()
    first, second = (store.compiled("x", [("a", b"1")], build) for _ in range(2))
    assert first == second == VALUE
    assert build.calls == 1


def test_built_and_found_are_the_same_to_the_type() -> None:
    """A tuple is a list already when it is built, so that no caller sees whether there was a cache."""
    first, second = (store.compiled("x", [], Build({"rows": (1, 2)})) for _ in range(2))
    assert first == second == {"rows": [1, 2]}


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("y", [("a", b"1"), ("b", b"2")]),
        ("x", [("a", b"1"), ("b", b"3")]),
        ("x", [("a", b"1"), ("c", b"2")]),
        ("x", [("b", b"2"), ("a", b"1")]),
        ("x", [("a", b"1")]),
        ("x", [("a", b""), ("1b", b"2")]),
        ("x", [("a", b"1b2")]),
        ("xa", [("", b"1"), ("b", b"2")]),
    ],
)
def test_any_change_builds_anew(name: str, parts: list[tuple[str, bytes]]) -> None:
    """A name, a part's name, its bytes, the order and where one piece ends and the next begins all count."""
    store.compiled("x", [("a", b"1"), ("b", b"2")], Build("old"))
    assert store.compiled(name, parts, Build("new")) == "new"


def test_a_new_version_builds_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of the program does not trust what this one compiled."""
    store.compiled("x", [], Build("old"))
    monkeypatch.setattr(store, "__version__", factcheck.__version__ + "+1")
    assert store.compiled("x", [], Build("new")) == "new"


def test_a_changed_builder_builds_anew(tmp_path: Path) -> None:
    """A developer who edits the code that compiles need not empty the cache."""

    def builder(source: str) -> Callable[[], Any]:
        module = tmp_path / "builder.py"
        module.write_text(source)
        space: dict[str, Any] = {}
        exec(compile(source, module, "exec"), space)  # noqa: S102  (the code is this test's)
        build: Callable[[], Any] = space["build"]
        return build

    assert store.compiled("x", [], builder("def build(): return 1")) == 1
    assert store.compiled("x", [], builder("def build(): return 2")) == 2


def test_what_is_remembered_is_recalled(folder: Path) -> None:
    """A value kept by hand comes back for the same parts alone, and damage forgets it."""
    assert store.recalled("x", [("a", b"1")]) is None
    store.remember("x", [("a", b"1")], VALUE)
    assert store.recalled("x", [("a", b"1")]) == VALUE
    assert store.recalled("x", [("a", b"2")]) is None
    entry = folder / entries(folder)[0]
    entry.write_bytes(entry.read_bytes() + b" ")
    assert store.recalled("x", [("a", b"1")]) is None


def test_damage_is_a_miss(folder: Path) -> None:
    """Whatever bit is flipped and wherever the file ends, the value is right."""
    store.compiled("x", [], Build())
    entry = folder / entries(folder)[0]
    whole = entry.read_bytes()
    flipped = (whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :] for at in range(len(whole)))
    cut = (whole[:at] for at in range(len(whole)))
    for damaged in (*flipped, *cut, b"cos\nsystem\n(S'false'\ntR.", whole + b" "):
        entry.write_bytes(damaged)
        build = Build()
        assert store.compiled("x", [], build) == VALUE
        assert build.calls == 1
        assert entry.read_bytes() == whole


def test_an_entry_of_another_key_is_a_miss(folder: Path) -> None:
    """A whole entry under a name that is not its own would be a wrong value."""
    store.compiled("x", [("a", b"1")], Build("one"))
    (one,) = entries(folder)
    store.compiled("x", [("a", b"2")], Build("two"))
    (two,) = set(entries(folder)) - {one}
    os.replace(folder / one, folder / two)
    assert store.compiled("x", [("a", b"2")], Build("two")) == "two"


@pytest.mark.parametrize("step", ["os.makedirs", "os.open", "open", "os.fstat", "os.replace", "os.unlink", "os.scandir"])
def test_a_failing_disk_is_no_error(folder: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Whichever step the disk refuses, the value is right and no draft is left."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        where, _, name = step.rpartition(".")
        patch.setattr(os if where else store, name, fail, raising=bool(where))
        assert store.compiled("x", [], Build()) == VALUE
    assert all(name.endswith(".json") for name in entries(folder))


def test_a_torn_write_is_no_entry(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupted write leaves neither half an entry nor a draft, and the interruption goes on."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        store.compiled("x", [], Build())
    assert entries(folder) == []


def test_a_file_where_the_folder_should_be(folder: Path) -> None:
    """Nothing can be kept there, and nothing is wrong."""
    folder.write_text("mine")
    build = Build()
    assert [store.compiled("x", [], build) for _ in range(2)] == [VALUE, VALUE]
    assert build.calls == 2
    assert folder.read_text() == "mine"


@needs_pipes
def test_a_pipe_where_the_entry_should_be(folder: Path) -> None:
    """A pipe under the entry's name does not block; it is replaced."""
    store.compiled("x", [], Build())
    entry = folder / entries(folder)[0]
    entry.unlink()
    os.mkfifo(entry)
    assert store.compiled("x", [], Build()) == VALUE
    assert entry.is_file()


def test_no_cache_where_none_is_wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty FACTCHECK_CACHE_DIR writes nothing anywhere."""
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", "")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    build = Build()
    assert [store.compiled("x", [], build) for _ in range(2)] == [VALUE, VALUE]
    assert build.calls == 2
    assert entries(tmp_path) == []


@pytest.mark.parametrize(
    ("xdg", "place"), [("{tmp}/xdg", "xdg/factcheck"), ("", "home/.cache/factcheck"), ("relative", "home/.cache/factcheck")]
)
def test_the_users_cache_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, xdg: str, place: str) -> None:
    """XDG_CACHE_HOME if it is absolute, as its specification asks, else ~/.cache; for nobody else to read."""
    monkeypatch.delenv("FACTCHECK_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", xdg.format(tmp=tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    store.compiled("x", [], Build())
    assert len(entries(tmp_path / place)) == 1
    assert (tmp_path / place).stat().st_mode & 0o077 == 0


def test_old_entries_go(folder: Path) -> None:
    """Of one name the newest eight stay; entries of a name that only begins alike are not touched."""
    store.compiled("x-y", [], Build())
    (other,) = entries(folder)
    for number in range(12):
        store.compiled("x", [("a", b"%d" % number)], Build(number))
        os.utime(max(folder.iterdir(), key=lambda file: file.stat().st_mtime_ns), ns=(number, number + 1))
    kept = [name for name in entries(folder) if name != other]
    assert len(kept) == 8
    assert other in entries(folder)
    for number in (11, 10, 5):
        assert store.compiled("x", [("a", b"%d" % number)], Build("built anew")) == number


def test_many_processes_share_one_cache(folder: Path) -> None:
    """Processes that write one entry at once all get the value, and leave one whole entry."""
    code = "from factcheck import store\nprint(len(store.compiled('x', [], lambda: ['y' * 1000] * 500)))"
    runs = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) for _ in range(4)]
    assert [run.communicate()[0] for run in runs] == [b"500\n"] * 4
    assert len(entries(folder)) == 1


def test_entries_are_json(folder: Path) -> None:
    """Nothing in the cache can run: a digest and JSON."""
    store.compiled("x", [], Build())
    signature, value = (folder / entries(folder)[0]).read_text().split("\n")
    assert len(bytes.fromhex(signature)) == 32
    assert json.loads(value) == VALUE


def test_the_module_loads_little() -> None:
    """It is imported on every run, so it brings nothing along that a run may not need."""
    code = "import sys; from factcheck import store; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"tempfile", "pickle", "yaml", "pathlib", "dataclasses", "inspect", "random"} & set(loaded)


def test_reading_a_file(tmp_path: Path) -> None:
    """All its bytes, up to the limit and not one more."""
    file = tmp_path / "a"
    file.write_bytes(b"12345")
    assert store.read_bytes(str(file), 5) == b"12345"
    with pytest.raises(OSError, match="larger than 4 bytes"):
        store.read_bytes(str(file), 4)
    file.write_bytes(b"")
    assert store.read_bytes(str(file), 0) == b""


@needs_pipes
def test_reading_what_is_no_file(tmp_path: Path) -> None:
    """A folder, a pipe without a writer, a device without an end and nothing at all are refused at once."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(IsADirectoryError):
        store.read_bytes(str(tmp_path), 5)
    for path in (str(tmp_path / "pipe"), "/dev/zero"):
        with pytest.raises(OSError, match="not a regular file"):
            store.read_bytes(path, 5)
    with pytest.raises(FileNotFoundError):
        store.read_bytes(str(tmp_path / "gone"), 5)


@pytest.mark.skipif(not os.path.exists("/proc/self/maps"), reason="only Linux has files whose size is not what they hold")
def test_reading_a_file_whose_size_lies() -> None:
    """A size of 0 is not believed."""
    assert len(store.read_bytes("/proc/self/maps", 2**24)) > 1000
    with pytest.raises(OSError, match="larger"):
        store.read_bytes("/proc/self/maps", 1000)
