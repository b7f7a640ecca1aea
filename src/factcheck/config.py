"""Configuration: `factcheck.toml`, or `[tool.factcheck]` in `pyproject.toml`; the nearest file upwards.

reference = ["claims"]     files or folders of the project's own, checked against beside the shipped set
region    = "贵州省"        whose 全省, 我省 and 全市 it is
lang      = "zh"           or "en"
select    = ["…"]          only these rules
ignore    = ["…"]          all rules but these
fail-on   = "error"        or "warning", "note", "never"
exclude   = ["archive/*"]  files that a walk through a folder leaves out, relative to the configuration

[severity]                 how bad what a rule finds is, whatever the rule says: "error", "warning" or "note"
range-reversed = "warning"
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal, get_args

from factcheck.errors import Fault, Refused
from factcheck.model import Severity
from factcheck.patterns import regex
from factcheck.records import NamedTuple
from factcheck.store import lies_inside

__all__ = ["REFERENCE_ENDINGS", "Config", "FailOn", "Lang", "load_config"]

REFERENCE_ENDINGS = (".yaml", ".yml")

Lang = Literal["zh", "en"]
FailOn = Literal["error", "warning", "note", "never"]

_LIMIT = 2**20
_CHOICES: Mapping[str, tuple[str, ...]] = {"lang": get_args(Lang), "fail-on": get_args(FailOn)}
_LISTS = ("reference", "select", "ignore", "exclude")
_SEVERITY = "severity"
_KEYS = (*_LISTS, "region", *_CHOICES, _SEVERITY)
_AT = regex(r"\(at line (\d{1,9}), column (\d{1,9})\)")


class Config(NamedTuple):
    """What a project has settled. `path` is the file that says so, None without one; `reference` are paths from where we are."""

    path: str | None = None
    reference: tuple[str, ...] = ()
    region: str | None = None
    lang: Lang = "zh"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: FailOn = "error"
    exclude: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = MappingProxyType({})


def load_config(start: str) -> Config:
    """The configuration that holds in the folder `start`. Raises Refused with every fault of the file."""
    for folder in _upwards(os.path.abspath(start)):
        for name in ("factcheck.toml", "pyproject.toml"):
            path = os.path.join(folder, name)
            text = _text(folder, path)
            table = _table(path, text) if "factcheck" in text or (name == "factcheck.toml" and os.path.isfile(path)) else None
            if table is not None:
                return _config(path, text, table)
    return Config()


def _upwards(folder: str) -> Iterator[str]:
    """A folder and all that hold it."""
    while True:
        yield folder
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above


def _text(folder: str, path: str) -> str:
    """The file's text, empty if there is no such file. One that a link out of the folder leads to is not read: what is wrong in it is shown."""
    if not os.path.isfile(path):
        return ""
    if os.path.islink(path) and not lies_inside(folder, path):
        return _led_out(path)
    try:
        with open(path, "rb") as file:
            data = file.read(_LIMIT + 1)
        if len(data) > _LIMIT:
            raise Refused(Fault(str(path), "more than the limit of 1 MiB"))
        return data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(Fault(str(path), f"can't be read: {error}")) from None


def _led_out(path: str) -> str:
    """Another tool's `pyproject.toml` may be anywhere; a `factcheck.toml` is a configuration that nobody could trust."""
    if os.path.basename(path) == "pyproject.toml":
        return ""
    raise Refused(Fault(str(path), "a link out of its folder", hint="copy the file"))


def _table(path: str, text: str) -> Mapping[str, Any] | None:
    """Our table, None in a `pyproject.toml` that has none."""
    import tomllib

    try:
        found: Any = tomllib.loads(text)
    except RecursionError:
        raise Refused(Fault(str(path), "nested too deeply")) from None
    except ValueError as error:  # TOMLDecodeError, or an integer of too many digits
        at = _AT.search(str(error))
        line, column = map(int, at.groups()) if at else (0, 0)
        raise Refused(Fault(str(path), _AT.sub("", str(error)).strip(), line, column)) from None
    tools = found.pop("tool", None)
    ours = tools.get("factcheck") if isinstance(tools, dict) else None
    if os.path.basename(path) == "pyproject.toml":
        return _named(ours)
    return {**found, **(_named(ours) or {})}  # a factcheck.toml may have pyproject.toml's header; it says the same


def _named(ours: object) -> Mapping[str, Any] | None:
    return ours if ours is None or isinstance(ours, dict) else {"tool.factcheck": ours}


def _config(path: str, text: str, table: Mapping[str, Any]) -> Config:
    values: dict[str, Any] = {"path": path}
    faults = []
    for key, value in table.items():
        message = _wrong(path, key, value)
        if key == _SEVERITY:
            faults += [_fault(path, text, rule, message) for rule, message in _wrong_severities(value)]
            values[key] = value
        elif message:
            faults.append(_fault(path, text, key, message))
        elif key in _LISTS:
            items = tuple(value) if isinstance(value, list) else (value,)
            values[key] = tuple(os.path.join(os.path.dirname(path), item) for item in items) if key == "reference" else items
        else:
            values[key.replace("-", "_")] = value
    if faults:
        raise Refused(*faults)
    return Config(**values)


def _wrong(path: str, key: str, value: object) -> str:
    """What is wrong with a key and its value, empty if nothing."""
    if key not in _KEYS:
        return f"unknown key {key!r}"
    if key == _SEVERITY:
        return ""
    if key in _CHOICES and value not in _CHOICES[key]:
        return f"{key} is one of {', '.join(_CHOICES[key])}"
    items: list[Any] = value if isinstance(value, list) and key in _LISTS else [value]
    if not all(isinstance(item, str) and item and "\0" not in item for item in items):
        return f"{key} is a list of texts" if key in _LISTS else f"{key} is a text"
    return next((message for item in items if key == "reference" and (message := _strays(os.path.dirname(path), item))), "")


def _wrong_severities(table: object) -> Iterator[tuple[str, str]]:
    """The keys of the table of severities whose values are none."""
    if not isinstance(table, dict):
        yield _SEVERITY, f"{_SEVERITY} is a table: [severity], and a line for each rule"
        return
    for rule, value in table.items():
        if value not in get_args(Severity):
            yield rule, f"the severity of {rule} is one of {', '.join(get_args(Severity))}"


def _strays(root: str, item: str) -> str:
    """Data alone may not reach out of the project; the command line may."""
    target = os.path.join(root, item)
    if not lies_inside(root, target):
        return f"reference {item!r} lies outside the project; name it with --reference"
    if not os.path.exists(target):
        return f"reference {item!r} does not exist"
    named = os.path.isdir(target) or os.path.realpath(target).lower().endswith(REFERENCE_ENDINGS)
    return "" if named else f"reference {item!r} is no reference file: they end in .yaml"


def _fault(path: str, text: str, key: str, message: str) -> Fault:
    """The fault at the line where the key stands, with the keys that there are."""
    from difflib import get_close_matches

    lines = text.splitlines()
    line = next((n for n, row in enumerate(lines, 1) if row.strip().strip("\"'").startswith(key)), 0) if key else 0
    near = get_close_matches(key, _KEYS, 1)
    hint = f"did you mean {near[0]!r}?" if near and key not in _KEYS else f"the keys are {', '.join(sorted(_KEYS))}"
    return Fault(str(path), message, line, 1 if line else 0, lines[line - 1] if line else "", hint)
