"""Observations → a reference file that a person can read: its source, then a line for each value or series."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from factcheck.model import Observation, Source
from factcheck.patterns import regex
from factcheck.reference.lookup import ReferenceSet
from factcheck.visible import visible

__all__ = ["draft", "flow", "remark", "scalar"]

_PLAIN = regex(r"[0-9A-Za-z_\u00c0-\U0010ffff.+-][^,\[\]{}#&*!|>'\"%@`\\\x00-\x1f\x7f-\x9f\u2028\u2029]*")
_UNSEEN = regex("[\x7f-\x9f\u2028\u2029]")
"""What ends a line in YAML though not in JSON, or has no shape."""
_SEVERAL = 2
_NONE: Mapping[Observation, str] = MappingProxyType({})


def scalar(text: str) -> str:
    """A text as YAML writes it, quoted where it must be."""
    safe = _PLAIN.fullmatch(text) and ": " not in text and not text.endswith(":") and text == text.strip() and not text.startswith(("- ", "-\t", "--- "))
    if safe and text not in {"-", "---", "..."}:
        return text
    return _UNSEEN.sub(lambda found: f"\\u{ord(found.group()):04x}", json.dumps(text, ensure_ascii=False))


def remark(text: str) -> str:
    """A comment of one line, whatever the text holds: what ends a line is written as its escape."""
    return f"# {visible(text)}\n"


def flow(entries: Mapping[str, object]) -> str:
    """A mapping in one line; what is empty is left out."""
    return "{" + ", ".join(f"{key}: {_content(value)}" for key, value in entries.items() if value) + "}"


def _content(value: object) -> str:
    return flow(value) if isinstance(value, Mapping) else scalar(str(value))


def draft(observations: Iterable[Observation], source: Source, known: ReferenceSet, comment: str, said: Mapping[Observation, str] = _NONE) -> str:
    """A file of these observations, which all have the one source; those of which something is `said` stand under that."""
    single, series = _parted(observations, said)
    text = f"{remark(comment)}source: {_source(source)}\n"
    if single:
        lines = ((f"  {remark(said[one])}" if one in said else "") + f"  - {_observation(one, source, known)}\n" for one in single)
        text += "observations:\n" + "".join(lines)
    if series:
        text += "series:\n" + "".join(f"  - {_series(group, source, known)}\n" for group in series)
    return text


def _source(source: Source) -> str:
    return flow(source._asdict())


def _parted(observations: Iterable[Observation], said: Mapping[Observation, str]) -> tuple[list[Observation], list[list[Observation]]]:
    """Those that stand alone, and those that share all but period and value."""
    groups: dict[Observation, list[Observation]] = {}
    for one in sorted(observations, key=lambda one: (one.indicator, one.area, one.period)):
        groups.setdefault(one if one in said else one._replace(period="", value=""), []).append(one)
    return [group[0] for group in groups.values() if len(group) < _SEVERAL], [g for g in groups.values() if len(g) >= _SEVERAL]


def _observation(one: Observation, source: Source, known: ReferenceSet) -> str:
    common = _common(one, source, known)
    head = {key: common.pop(key) for key in ("indicator", "area")}
    return flow({**head, "period": one.period, "value": one.value, **common})


def _series(group: Sequence[Observation], source: Source, known: ReferenceSet) -> str:
    return flow({**_common(group[0], source, known), "values": {one.period: one.value for one in group}})


def _common(one: Observation, source: Source, known: ReferenceSet) -> dict[str, str]:
    """What a line says beside period and value; what its indicator and its file say already is left out."""
    indicator = known.indicator(one.indicator)
    return {
        "indicator": one.indicator,
        "area": one.area,
        "unit": "" if indicator and indicator.unit == one.unit else one.unit,
        "status": one.status,
        "published": "" if one.published == source.published else one.published,
        "hedge": "" if one.hedge == "none" else one.hedge,
        "exact": "true" if one.exact else "",
        "note": one.note,
    }
