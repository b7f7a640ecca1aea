"""What holds in a run: the command line before the configuration before the defaults."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from factcheck.config import Config, FailOn, Lang, load_config
from factcheck.errors import Fault, Refused, UsageError
from factcheck.patterns import regex
from factcheck.period import Period
from factcheck.records import NamedTuple
from factcheck.reference import default_paths
from factcheck.rules import Rule, all_rules, select
from factcheck.visible import visible

__all__ = ["Settings", "chosen_rules", "published_period", "settings", "show"]


class Settings(NamedTuple):
    """The options that both sources may set."""

    config: Config
    reference: tuple[str, ...]
    region: str | None
    lang: Lang
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: FailOn


def settings(
    *,
    reference: Sequence[str] | None = None,
    region: str | None = None,
    lang: Lang | None = None,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    fail_on: FailOn | None = None,
) -> Settings:
    """The options given, filled up from the nearest configuration file. Raises Refused where that is wrong."""
    config = load_config(os.getcwd())
    return Settings(
        config,
        tuple(reference) if reference else (*default_paths(), *map(os.path.relpath, config.reference)),
        region or config.region,
        lang or config.lang,
        tuple(_split(select)) or config.select,
        (*config.ignore, *_split(ignore)),
        fail_on or config.fail_on,
    )


def chosen_rules(chosen: Settings) -> tuple[Rule, ...]:
    """The rules to apply. An id that no rule has is a fault of whoever wrote it."""
    rules, config = all_rules(), chosen.config
    try:
        select(rules, config.select, config.ignore, config.severity)
    except UsageError as error:
        raise Refused(Fault(str(config.path), str(error))) from None
    return select(rules, chosen.select, chosen.ignore, config.severity)


def published_period(date: str | None) -> Period | None:
    """The article's date as given: a day, a month or a year."""
    if date is None:
        return None
    try:
        period = Period.parse(date)
    except ValueError as error:
        raise UsageError(f"--published: {error}") from None
    if period.first is None or len(date) not in {4, 7, 10} or not date[-1].isdigit() or "Q" in date or "H" in date:
        raise UsageError(f"--published: no date: {date!r} (write 2026-06-18)")
    return period


def show(chosen: Settings) -> str:
    """The settings as they would stand in a configuration file."""
    lists = {"reference": chosen.reference, "select": chosen.select, "ignore": chosen.ignore, "exclude": chosen.config.exclude}
    texts = {"region": chosen.region or "", "lang": chosen.lang, "fail-on": chosen.fail_on}
    rows = [f"# {visible(chosen.config.path or 'no configuration file')}"]
    rows += [f"{key} = [{', '.join(map(_quoted, values))}]" for key, values in lists.items()]
    rows += [f"{key} = {_quoted(value)}" for key, value in texts.items()]
    if chosen.config.severity:
        rows += ["", "[severity]", *(f"{rule if _BARE.fullmatch(rule) else _quoted(rule)} = {_quoted(value)}" for rule, value in chosen.config.severity.items())]
    return "\n".join(rows) + "\n"


_BARE = regex("[A-Za-z0-9_-]+")


def _quoted(text: str) -> str:
    """A basic string of TOML, with what a screen would obey as its escapes."""
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(char: str) -> str:
    """As TOML writes it; what is no character, a byte of the command line that fits no encoding, it can't write at all."""
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    if char in '\\"':
        return f"\\{char}"
    return char if char.isprintable() else f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def _split(values: Iterable[str] | None) -> list[str]:
    """`--select a,b --select c` names three."""
    return [part.strip() for value in values or () for part in value.split(",") if part.strip()]
