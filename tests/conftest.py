"""What the tests share: the installed command in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
COMMAND = str(Path(sys.executable).with_name("factcheck"))


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the installed `factcheck` in an empty folder; keyword arguments go to subprocess.run."""

    def start(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONUTF8": "1", "COLUMNS": "100"} | dict(options.pop("env", None) or {})  # type: ignore[call-overload]
        settings: dict[str, object] = {
            "cwd": tmp_path,
            "capture_output": True,
            "text": True,
            "encoding": "utf-8",
            "timeout": 120,
        }
        return subprocess.run([COMMAND, *arguments], env=environment, check=False, **settings | options)  # type: ignore[call-overload,no-any-return]

    return start
