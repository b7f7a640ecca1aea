"""The report's own words, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from factcheck.config import Lang
from factcheck.model import Text

__all__ = ["MARKS", "STATEMENTS", "WORDS", "say", "word"]

MARKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"error": ("✗", "x"), "warning": ("!", "!"), "note": ("·", "-"), "ok": ("✓", "v"), "unchecked": ("·", "-")}
)
"""A mark, and what stands for it where the output can't hold it."""

WORDS: Mapping[str, Text] = MappingProxyType(
    {
        # severities
        "error": Text("错误", "error"),
        "warning": Text("警告", "warning"),
        "note": Text("提示", "note"),
        # verdicts
        "match": Text("相符", "match"),
        "compatible": Text("相容", "compatible"),
        "coarse": Text("约数相符", "coarse"),
        "weak": Text("成立但不贴切", "weak"),
        "mismatch": Text("不符", "mismatch"),
        "unchecked": Text("未核对", "unchecked"),
        # why a claim was not compared
        "no_reference": Text("没有参照数据", "no reference"),
        "ambiguous": Text("有歧义", "ambiguous"),
        "unbound": Text("不知说的是什么", "unbound"),
        "forecast": Text("预测或目标", "forecast or target"),
        "not_comparable": Text("口径不可比", "not comparable"),
        "no_period": Text("不知是哪一时期", "no period"),
        "not_a_statistic": Text("不是统计指标", "not a statistic"),
        # the lines under a finding
        "ours": Text("文中", "article"),
        "official": Text("官方", "official"),
        "nearest": Text("最近", "nearest"),
        "difference": Text("相差", "differs"),
        "computed": Text("算法", "formula"),
        "from": Text("取自", "inputs"),
        "source": Text("来源", "source"),
        "ranges": Text("区间", "ranges"),
        "grade": Text("等级", "grade"),
        "slip": Text("疑为", "slip"),
        "expected": Text("应为", "expected"),
        "suggestion": Text("建议", "suggest"),
        "related": Text("另见", "see"),
        "also": Text("同因", "also"),
        # headings
        "confirmed": Text("有官方数据可对的", "Held against official statistics"),
        "not_compared": Text("没有核对的", "Not compared"),
        "sum": Text("小结", "Summary"),
        "score": Text("折合差错（《报纸编校差错率计算方法》）", "Errors by the press's own measure"),
        "in_headline": Text("标题", "headline"),
        "characters": Text("字", "characters"),
        "in_10000": Text("万分之", "in 10,000: "),
        "passes": Text("合格（不超过万分之3）", "passes (at most 3)"),
        "fails": Text("不合格（超过万分之3）", "fails (more than 3)"),
        "total": Text("合计", "Total"),
        "inputs_not_checked": Text("没有检查", "not checked"),
        "articles": Text("文章", "articles"),
        "figures": Text("数字", "figures"),
        "published": Text("文章日期", "date"),
        "region": Text("本地", "home region"),
        "unknown": Text("不详", "unknown"),
        "encoding": Text("编码", "encoding"),
        "line": Text("行", "line "),
        "other_numerals": Text("日期、序号等", "dates, ordinals and the like"),
        "unread": Text("不作数字读", "numerals that are no figures"),
        # what a value is
        "final": Text("最终核实数", "final"),
        "revised": Text("修订数", "revised"),
        "preliminary": Text("初步数", "preliminary"),
        "superseded": Text("已被修订", "superseded"),
        "official_statement": Text("官方表述", "official statement"),
        "census": Text("普查数", "census"),
        "target": Text("目标", "target"),
        "derived": Text("推算", "derived"),
        "secondary": Text("转引", "secondary source"),
        "constant": Text("不随时间变", "constant"),
        "aliases": Text("别名", "aliases"),
        # how a sentence was read
        "kind": Text("类别", "kind"),
        "value": Text("数值", "value"),
        "hedge": Text("程度", "hedge"),
        "guaranteed": Text("保证", "guarantees"),
        "typical": Text("通常指", "suggests"),
        "via": Text("读法", "read by"),
        "statement": Text("说法", "statement"),
        "indicator": Text("指标", "indicator"),
        "subject": Text("主体", "subject"),
        "area": Text("地区", "area"),
        "period": Text("时期", "period"),
        "whole": Text("整体", "whole"),
        "base": Text("基期", "base"),
        "modality": Text("语气", "modality"),
        "verdict": Text("核对", "verdict"),
        "stated": Text("文中写明", "stated"),
        "assumed": Text("推断", "assumed"),
        "missing": Text("缺", "missing"),
        "skipped": Text("不作数字读", "not a figure"),
    }
)

STATEMENTS: Mapping[str, Text] = MappingProxyType(
    {
        "level": Text("水平", "level"),
        "growth": Text("增速", "growth"),
        "change": Text("增减", "change"),
        "share": Text("占比", "share"),
        "rank": Text("位次", "rank"),
        "streak": Text("连续", "streak"),
        "ratio": Text("比例", "ratio"),
        "anniversary": Text("周年", "anniversary"),
    }
)


def say(text: Text, lang: Lang) -> str:
    """The words in one language."""
    return text.zh if lang == "zh" else text.en


def word(key: str, lang: Lang) -> str:
    """One of our own words; a key that we have no word for, as it is."""
    found = WORDS.get(key) or STATEMENTS.get(key)
    return say(found, lang) if found else key
