"""The JSON Schema of reference files, for editors: made from the same patterns and choices by which our own loader reads.

What no schema of JSON can say stays with the loader: units, ids that nothing defines, values that stand twice.
"""

from __future__ import annotations

import json
from typing import Any, get_args

from factcheck.model import Hedge, Status
from factcheck.reference import values

__all__ = ["FILE", "json_schema"]

FILE = "schema.json"
"""What it is called beside the shipped files, whose first lines point to it."""

Schema = dict[str, Any]


def json_schema() -> str:
    """The schema as text, draft 2020-12."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "factcheck 参照数据 · reference data",
        **_fields(
            source=_said(_SOURCE, "本文件数值的来源 · the source of this file's values"),
            sources=_said(_named(_SOURCE, {"minLength": 1}), "其他来源，按代号 · other sources by key, for values that say source: KEY"),
            indicators=_said(_named(_INDICATOR, _KEYS), "指标，按代号 · statistics by id"),
            areas=_said(_named(_AREA, _NAME), "自带区划之外的地区 · areas that factcheck does not know"),
            events=_said(_named(_EVENT, _KEYS), "纪念年份的事件 · events whose anniversaries are kept"),
            observations=_said({"type": "array", "items": _OBSERVATION}, "一行一个数值 · one value a line"),
            series=_said({"type": "array", "items": _SERIES}, "同一指标同一地区的多个数值 · many values of one indicator and area"),
        ),
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _fields(*required: str, **fields: Schema) -> Schema:
    """A mapping of these keys and no others."""
    return {"type": "object", "additionalProperties": False, "required": list(required), "properties": fields}


def _named(content: Schema, keys: Schema) -> Schema:
    return {"type": "object", "propertyNames": keys, "additionalProperties": content}


def _said(schema: Schema, description: str) -> Schema:
    return {**schema, "description": description}


def _choice(words: tuple[str, ...], description: str) -> Schema:
    return {"enum": list(words), "description": description}


def _text(longest: int, **more: Any) -> Schema:  # noqa: ANN401
    """One line without blanks around it."""
    return {"type": "string", "minLength": 1, "maxLength": longest, "pattern": r"^\S(.*\S)?$", **more}


_KEYS: Schema = {"pattern": f"^{values.IDENTIFIER}$", "maxLength": values.MAX_NAME}
_NAME, _PROSE = _text(values.MAX_NAME), _text(values.MAX_PROSE)
_CODE: Schema = {"anyOf": [_NAME, {"type": "integer"}]}
_ID: Schema = {"type": "string", **_KEYS}
_YEAR: Schema = {"type": "integer", "minimum": 1000, "maximum": 9999}
_NUMBER: Schema = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{values.NUMBER}$"}]}
_DATE: Schema = {"anyOf": [_YEAR, {"type": "string", "pattern": f"^{values.DATE}$"}]}
_PERIODS = f"^({values.PERIOD}|{values.CONSTANT})$"
_PERIOD: Schema = {"anyOf": [_YEAR, {"type": "string", "pattern": _PERIODS}]}
_UNIT = _said(_text(60), '单位：亿元、万人、"%"（要加引号）· the unit; "%" needs its quotes')
_PUBLISHED = _said(_DATE, "发布日期，即版本 · when it was published: its vintage")
_GRADE = _choice(get_args(values.Grade), "A 直接读自官方；C 转引，只提示不判错 · A read directly; C secondary, never refutes")

_SOURCE = _fields(
    "title", "publisher",
    title=_PROSE, publisher=_PROSE, published=_PUBLISHED, grade=_GRADE,
    url={"type": "string", "maxLength": values.MAX_PROSE, "pattern": f"^{values.URL}$"},
)  # fmt: skip
_NAMES: Schema = {**_fields(zh=_NAME, en=_NAME), "minProperties": 1}
_ALIASES = _fields(zh={"type": "array", "items": _NAME}, en={"type": "array", "items": _NAME})
_INDICATOR = _fields(
    "name", "unit", "kind",
    name=_NAMES, aliases=_ALIASES, unit=_UNIT,
    kind=_choice(get_args(values.Kind), "flow 一段时间的量；stock 时点的量 · flow over a period, stock at a point, rate, index, rank, event"),
    additive=_said({"type": "boolean"}, "各地区之和即总数 · the areas add up to the whole"),
    growth_basis=_choice(get_args(values.Basis), "公布的增速按不变价还是现价 · official growth is at constant or current prices"),
    growth_of=_said(_ID, "是哪个指标的增速 · the indicator whose growth this is"),
    share_of=_said(_ID, "是哪个指标的占比 · the indicator whose share this is"),
    streak_of=_said(_ID, "是哪个指标的连续年数 · the indicator whose streak this is"),
    per_head_of=_said(_ID, "是哪个指标的人均数 · the indicator of which this is per head"),
    index_of=_said(_ID, "是哪个指标按不变价的指数 · the indicator whose volume index this is"),
    census_of=_said(_ID, "是哪个人口指标的普查时点数 · the population of which this is the census's count"),
    abroad_of=_said(_ID, "是哪个指标的国际口径 · the indicator of which this is the counterpart abroad"),
    parts=_said({"type": "array", "items": _ID, "minItems": 2}, "由哪些指标相加而成 · the indicators that add up to it"),
    balance=_said({"type": "array", "items": _ID, "minItems": 2, "maxItems": 2}, "前者减后者 · the first less the second"),
    whole=_said(_NAME, "占哪里的比重 · the area of which it is a share"),
    denominator=_said(_NAME, "分母 · what it is divided by"),
    bounds=_said({"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2}, "可能的范围 · the plausible range"),
)  # fmt: skip
_AREA = _fields(code=_CODE, part_of=_NAME, level=_NAME)
_EVENT = _fields("name", "date", name=_NAMES, aliases=_ALIASES, date=_DATE, source=_NAME, grade=_GRADE)
_COMMON: dict[str, Schema] = {
    "indicator": _said(_ID, "指标的代号 · the indicator's id"),
    "area": _said(_NAME, "地区的全名 · the area's full name"),
    "unit": _UNIT,
    "status": _choice(get_args(Status), "初步、最终、已被修订…… · what kind of figure it is"),
    "published": _PUBLISHED,
    "source": _said(_NAME, "sources 里的代号 · a key of sources"),
    "grade": _GRADE,
    "hedge": _choice(get_args(Hedge), "原文的“超、约、近” · a bound as spoken"),
    "exact": _said({"type": "boolean"}, "不是舍入的数 · not a rounded figure"),
    "note": _PROSE,
}
_OBSERVATION = _fields("indicator", "area", "period", "value", "status", **_COMMON, period=_PERIOD, value=_NUMBER)
_SERIES = _fields(
    "indicator", "area", "values", "status", **_COMMON,
    values={"type": "object", "minProperties": 1, "propertyNames": {"pattern": _PERIODS}, "additionalProperties": _NUMBER},
)  # fmt: skip
