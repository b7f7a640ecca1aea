"""What a verdict says to an editor: our figure, the official one, and how they lie to each other."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck.interval import Interval
from factcheck.model import Evidence, Hedge, Mention, Text
from factcheck.reference.fit import Fit, Said
from factcheck.written import decimal, read_written, short

__all__ = ["agreed", "between", "cite", "fitted", "listed", "mentioned", "released", "replaced", "when"]

_ZH: dict[Hedge, str] = {
    "none": "{}", "approx": "约{}", "gt": "超{}", "ge": "{}以上", "lt": "不到{}", "le": "不超过{}", "near_below": "近{}",
}  # fmt: skip
_EN: dict[Hedge, str] = {
    "none": "{}", "approx": "about {}", "gt": "over {}", "ge": "at least {}", "lt": "under {}", "le": "at most {}",
    "near_below": "nearly {}",
}  # fmt: skip
_FEW = 4
_SHORT: dict[Fit, Text] = {
    "match": Text("相符", "they agree"),
    "coarse": Text("作为整数相符", "right as a round figure"),
    "cut": Text("舍去尾数后相符，未四舍五入", "right but for its last digits, cut off and not rounded"),
    "mismatch": Text("不符", "they differ"),
}


def mentioned(mention: Mention) -> Text:
    """Our figure with its hedge; one inside the numeral (300多万) stands there already."""
    inside = mention.hedge != "none" and not mention.hedge_spans
    zh, en = ("{}", "{}") if inside else (_ZH[mention.hedge], _EN[mention.hedge])
    return Text(zh.format(mention.surface), en.format(mention.surface))


def cite(evidence: Evidence, mention: Mention) -> Text:
    """The official figure with its period and publisher, and in the scale in which ours is written."""
    figure = evidence.formula or Text(evidence.value.replace(" ", ""), evidence.value)
    same = "" if evidence.formula else _in_our_scale(evidence, mention)
    zh = "，".join(word for word in (f"合{same}" if same else "", when(evidence).zh, evidence.source.publisher) if word)
    en = ", ".join(word for word in (f"or {same}" if same else "", when(evidence).en, evidence.source.publisher) if word)
    return Text(f"官方{figure.zh}（{zh}）", f"official {figure.en} ({en})")


def when(evidence: Evidence) -> Text:
    """The period of a figure; nothing for what does not change."""
    if evidence.period == "constant":
        return Text("", "")
    return Text(f"{evidence.period}年" if len(evidence.period) == 4 else evidence.period, evidence.period)


def fitted(mention: Mention, evidence: Evidence, reading: Said, found: Fit) -> Text:
    """How the two lie to each other; where they merely meet, with both ranges."""
    ours, official = mentioned(mention), cite(evidence, mention)
    if found in _SHORT:
        relation = _SHORT[found]
    elif found == "compatible":
        theirs, usual = between(evidence.found, mention), between(reading.typical, mention)
        relation = Text(f"可以相容：官方数{theirs}，文中{usual}", f"compatible: official {theirs}, here {usual}")
    elif reading.guaranteed == reading.typical:
        relation = Text("官方只给出界限，不能印证", "the official figure is only a bound, and no proof")
    else:
        usual = between(reading.typical, mention)
        relation = Text(f"字面成立但不贴切：读者通常理解为{usual}", f"true to the letter, but a reader takes {usual}")
    return Text(f"{ours.zh}：{official.zh}，{relation.zh}", f"{ours.en}: {official.en}; {relation.en}")


def replaced(mention: Mention, old: Evidence, new: Evidence) -> Text:
    """The figure was right until it was revised."""
    ours = mentioned(mention)
    zh = f"{ours.zh}：与修订前的数据一致，原数{released(old).zh}，现为{released(new).zh}"
    return Text(zh, f"{ours.en}: fits what was official before a revision, {released(old).en}; now {released(new).en}")


def agreed(first: Text, others: Sequence[Text]) -> Text:
    """A finding with what else says so."""
    return Text("；".join([first.zh, *(other.zh for other in others)]), "; ".join([first.en, *(other.en for other in others)]))


def listed(figures: Sequence[Evidence]) -> Text:
    """The official values of several periods."""
    zh = "、".join(f"{figure.value.replace(' ', '')}（{when(figure).zh}）" for figure in figures)
    return Text(zh, ", ".join(f"{figure.value} ({when(figure).en})" for figure in figures))


def between(interval: Interval, mention: Mention) -> str:
    """A range in the scale in which our figure is written."""
    written = read_written(mention)
    ratio = mention.unit == "ratio"
    factor = Fraction(100) if ratio else 1 / written.scale if written else Fraction(1)
    tail = "%" if ratio else written.after if written else ""
    ends = [None if end is None else _short(end * factor) for end in (interval.low, interval.high)]
    if ends[0] is None or ends[1] is None:
        sign = ("≥", ">")[interval.low_open] if ends[0] else ("≤", "<")[interval.high_open]
        return f"{sign}{ends[0] or ends[1]}{tail}"
    return f"{ends[0]}～{ends[1]}{tail}"


def _short(value: Fraction) -> str:
    """All decimals of a number that has few; five digits of any other."""
    number = decimal(value, _FEW)
    return short(value, len(number) if Fraction(number) == value else 5)


def released(evidence: Evidence) -> Text:
    """A value with the date of its publication."""
    value = evidence.value.replace(" ", "")
    if not evidence.published:
        return Text(value, evidence.value)
    return Text(f"{value}（{evidence.published}发布）", f"{evidence.value} (published {evidence.published})")


def _in_our_scale(evidence: Evidence, mention: Mention) -> str:
    """The official figure in our scale word and with our digits; nothing where it is written so already, or is a bound."""
    written, found = read_written(mention), evidence.found
    if written is None or found.low is None or found.high is None or evidence.value.partition(" ")[2] in {"", written.after}:
        return ""
    return written.place((found.low + found.high) / 2)
