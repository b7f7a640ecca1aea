"""Reference files: what they say comes out as observations; what is wrong is refused, all of it together, with its place."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import Fault, Refused
from factcheck.model import Source, Text
from factcheck.names import fold_name
from factcheck.reference import ReferenceSet, default_paths

HEAD = """\
source: {title: 统计公报, publisher: 国家统计局, published: 2026-02-28, url: https://www.stats.gov.cn/, grade: A}
sources:
  s2024: {title: 年鉴, publisher: 统计局, published: 2025-02-28, grade: B+}
indicators:
  gdp:
    name: {zh: 国内生产总值, en: gross domestic product}
    aliases: {zh: [GDP, 经济总量], en: [GDP]}
    unit: 亿元
    kind: flow
    additive: true
    growth_basis: real
  gdp_growth: {name: {zh: 国内生产总值增长}, unit: "%", kind: rate, growth_of: gdp, bounds: [-50, 50]}
"""
GDP = "{indicator: gdp, area: 全国, period: 2024, value: 1348066, status: revised, published: 2025-12-26}"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all tests here, so that the table of units is made once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _cached(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(cache))


def opened(folder: Path, *texts: str) -> ReferenceSet:
    """The set of some files, named a.yaml, b.yaml, …"""
    for name, text in zip("abcdef", texts, strict=False):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return ReferenceSet.open([str(folder)])


def faults(folder: Path, *texts: str) -> tuple[Fault, ...]:
    """What is wrong with some files; fails where nothing is."""
    with pytest.raises(Refused) as caught:
        opened(folder, *texts)
    return caught.value.faults


def observed(row: str) -> str:
    """A file with one observation, in its last line."""
    return f"{HEAD}observations:\n  - {row}\n"


ROW = HEAD.count("\n") + 2
"""The line of that observation."""


# --------------------------------------------------------------------------------------------- what files say

def test_an_observation(tmp_path: Path) -> None:
    """All that a line says, with the unit from its indicator and the source from its file."""
    reference = opened(tmp_path, observed(GDP))
    (found,) = reference.series("gdp", "全国")
    assert found == (
        "gdp", "全国", "2024", "1348066", "亿元", "revised", "2025-12-26",
        Source("统计公报", "国家统计局", "2026-02-28", "https://www.stats.gov.cn/", "A"), "none", False, "",
    )  # fmt: skip
    assert found.id == "gdp/全国/2024@2025-12-26"


def test_what_an_observation_may_say_besides(tmp_path: Path) -> None:
    """Its own unit, source, grade, hedge, exactness and note; published when its source was."""
    row = "{indicator: gdp, area: 贵州省, period: 2024Q1-Q3, value: 1.10, unit: 万亿元, status: official_statement, source: s2024, "
    reference = opened(tmp_path, observed(row + "grade: C+, hedge: gt, exact: true, note: 播报 约数; 见稿}"))
    assert reference.series("gdp", "贵州省") == ((
        "gdp", "贵州省", "2024Q1-Q3", "1.10", "万亿元", "official_statement", "2025-02-28",
        Source("年鉴", "统计局", "2025-02-28", "", "C+"), "gt", True, "播报 约数; 见稿",
    ),)  # fmt: skip


def test_a_series_says_the_same_as_its_lines(tmp_path: Path) -> None:
    """The compact form is a shorter way to write and nothing else, but for the digest of the files."""
    series = "series:\n  - {indicator: gdp, area: 北京市, status: final, source: s2024, values: {2024: 49843.1, 2023: 41610.9}}\n"
    line = "  - {{indicator: gdp, area: 北京市, period: {}, value: {}, status: final, source: s2024}}\n"
    lines = "observations:\n" + line.format(2023, 41610.9) + line.format(2024, 49843.1)
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    one, two = opened(tmp_path / "one", HEAD + series), opened(tmp_path / "two", HEAD + lines)
    assert one.series("gdp", "北京市") == two.series("gdp", "北京市")
    assert [found.value for found in one.series("gdp", "北京市")] == ["41610.9", "49843.1"]
    assert one.digest != two.digest


def test_vintages_lie_in_order(tmp_path: Path) -> None:
    """A series is sorted by period, then by date of publication, however the files have it."""
    rows = [("2024", "2025-12-26"), ("2023", "2024-12"), ("2024", "2025-01-17"), ("2023", "2024-01-17")]
    lines = (f"  - {{indicator: gdp, area: 全国, period: {p}, value: 1, status: final, published: {d}}}\n" for p, d in rows)
    found = opened(tmp_path, HEAD + "observations:\n" + "".join(lines)).series("gdp", "全国")
    assert [(one.period, one.published) for one in found] == sorted(rows)


def test_indicators(tmp_path: Path) -> None:
    """An indicator has all its fields back, a name in one language standing for both."""
    reference = opened(tmp_path, HEAD)
    gdp, growth = reference.indicators()
    assert gdp == reference.indicator("gdp")
    assert gdp[:7] == ("gdp", ("国内生产总值", "gross domestic product"), "亿元", "flow", ("GDP", "经济总量"), True, "real")
    assert growth.name == Text("国内生产总值增长", "国内生产总值增长")
    assert growth.bounds == ("-50", "50")
    assert reference.indicator("no_such") is None
    assert reference.related("gdp", "growth_of") == (growth,)
    assert reference.related("gdp", "share_of") == reference.related("no_such", "growth_of") == ()


def test_names_lead_to_ids(tmp_path: Path) -> None:
    """Names and aliases of both languages are keys, folded; a name that two indicators share leads to both."""
    other = "indicators:\n  grp: {name: {zh: 地区生产总值}, aliases: {zh: [ＧＤＰ]}, unit: 亿元, kind: flow}\n"
    names = opened(tmp_path, HEAD, other).vocabulary.indicators
    assert names["gdp"] == ("gdp", "grp")
    assert names["grossdomesticproduct"] == names["经济总量"] == ("gdp",)


def test_areas(tmp_path: Path) -> None:
    """Areas that have values, and what a file says of an area."""
    text = 'areas: {深圳市: {code: "440300", part_of: 广东省, level: city}}\n' + observed(GDP)
    reference = opened(tmp_path, text)
    assert reference.areas("gdp") == ("全国",)
    assert reference.areas("gdp_growth") == reference.areas("no_such") == ()
    assert reference.area("深圳市") == {"code": "440300", "part_of": "广东省", "level": "city"}
    assert reference.area("火星") == {}
    assert reference.series("gdp", "火星") == reference.series("no_such", "全国") == ()


def test_events(tmp_path: Path) -> None:
    """An event has its names, its date as exact as it is known, and its source."""
    text = HEAD + "events:\n  march: {name: {zh: 红军长征胜利}, aliases: {zh: [长征胜利]}, date: 1936-10, source: s2024}\n"
    (event,) = opened(tmp_path, text).events
    assert (event.id, event.name.zh, event.date, event.aliases) == ("march", "红军长征胜利", "1936-10", ("长征胜利",))
    assert event.source.title == "年鉴"


def test_one_file_defines_and_another_uses(tmp_path: Path) -> None:
    """Files are read as one set, whichever comes first."""
    use = f"source: {{title: x, publisher: y}}\nobservations:\n  - {GDP}\n"
    assert opened(tmp_path, use, HEAD).series("gdp", "全国")[0].unit == "亿元"


def test_suggestions_are_only_likeness(tmp_path: Path) -> None:
    """A misspelt name brings the names like it, a strange one none, and an endless one does no harm."""
    reference = opened(tmp_path, HEAD)
    assert reference.suggest("国内生产总直")[0] == "国内生产总值"
    assert len(reference.suggest("国内生产总值", limit=1)) == 1
    assert reference.suggest("zzzzqqqq") == ()
    assert reference.suggest("x" * 1_000_000) == ()


def test_an_empty_set_knows_nothing() -> None:
    """It answers every question with nothing."""
    empty = ReferenceSet.empty()
    assert not empty.vocabulary.indicators
    assert (empty.events, list(empty.indicators()), empty.series("gdp", "全国"), empty.related("gdp", "share_of")) == ((), [], (), ())


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4), st.sampled_from(["series", "observations"]))
def test_numbers_come_back_as_written(tmp_path_factory: pytest.TempPathFactory, number: Decimal, form: str) -> None:
    """Every digit of a value survives, and so do the zeros that say how exact it is."""
    text = f"{number:f}"
    if len(text.strip("-").replace(".", "")) > 40:
        return
    rest = f"values: {{2024: {text}}}" if form == "series" else f"period: 2024, value: {text}"
    row = f"{form}:\n  - {{indicator: gdp, area: 全国, status: final, {rest}}}\n"
    assert opened(tmp_path_factory.mktemp("x"), HEAD + row).series("gdp", "全国")[0].value == text


@pytest.mark.parametrize(
    ("name", "folded"),
    [("ＧＤＰ", "gdp"), ("Hong Kong", "hongkong"), ("全国　GDP（亿）", "全国gdp(亿)"), ("15—64岁", "15-64岁"), ("“一带”", '"一带"'), ("é", "é")],
)
def test_folding(name: str, folded: str) -> None:
    """Width, case, blanks, dashes and quotes do not tell names apart; all else does. To fold twice changes nothing."""
    assert fold_name(name) == folded == fold_name(folded)


# --------------------------------------------------------------------------------------------- what is refused

VALUES = [
    ("010", "leading zero"), ("1_000", "without separators"), ("'1,234'", "without separators"), ("1:30", "write 12345.67"),
    (".inf", "12345.67"), (".nan", ""), ("1e5", "without an exponent"), ("1.0e+400", "without an exponent"), ("yes", ""), ("~", ""),
    ("''", ""), ("2024-01-31", ""), ("0x1F", ""), ("0b11", ""), ("=", ""), ("<<", ""), ("１２", "half-width"), ("٣", ""),
    ("10**10**10", ""), ("5.2%", 'unit: "%"'), ("2.3万亿", "scale words belong to the unit"), (".5", "0 before the point"),
    ("5.", "point"), ("9" * 41, "larger unit"), ("'1 '", ""), ("--1", ""), ("1.2.3", ""), ("0x" + "f" * 100_000, ""), ("²", ""),
]  # fmt: skip


@pytest.mark.parametrize(("value", "hint"), VALUES)
def test_values_that_are_no_numbers(tmp_path: Path, value: str, hint: str) -> None:
    """Only a plain decimal number is a value; the fault shows what was seen, where, and how to write it."""
    before = "{indicator: gdp, area: 全国, period: 2024, value: "
    (fault,) = faults(tmp_path, observed(f"{before}{value}, status: final}}"))
    assert (fault.path, fault.line, fault.column) == (str(tmp_path / "a.yaml"), ROW, len("  - " + before) + 1)
    assert hint in fault.hint
    assert len(fault.message) < 100


@pytest.mark.parametrize("value", ["0", "-0.3", "+5.20", "12345678901234567890.12345", "9" * 40, '"1.10"'])
def test_values_that_are_numbers(tmp_path: Path, value: str) -> None:
    """Signs, zeros and forty digits are numbers, quoted or not."""
    row = f"{{indicator: gdp, area: 全国, period: 2024, value: {value}, status: final}}"
    assert opened(tmp_path, observed(row)).series("gdp", "全国")[0].value == value.strip('"')


FIELDS = [
    ("period: 2024", "period: ", "2024-13", "no such day"),
    ("period: 2024", "period: ", "--08-13", "a period without a year"),
    ("period: 2024", "period: ", "去年", "no period"),
    ("period: 2024", "period: ", "[2024]", "one value belongs here"),
    ("area: 全国", "area: ", "''", "nothing is written here"),
    ("area: 全国", "area: ", "长" * 257, "longer than 256"),
    ("area: 全国", "area: ", r'"全\n国"', "line ends"),
    ("status: revised", "status: ", "finale", "no status: 'finale'"),
    ("published: 2025-12-26", "published: ", "2025-02-30", "no such day"),
    ("published: 2025-12-26", "published: ", "26.12.2025", "no date"),
    ("published: 2025-12-26", "hedge: ", "circa", "no hedge"),
    ("published: 2025-12-26", "exact: ", "yes", "no flag"),
    ("published: 2025-12-26", "grade: ", "D", "no grade"),
    ("published: 2025-12-26", "unit: ", "亿无", "no unit that is known"),
    ("published: 2025-12-26", "unit: ", "10**10**10", "no unit that is known"),
    ("published: 2025-12-26", "source: ", "s2023", "no source 's2023' in this file"),
    ("published: 2025-12-26", "", "valeu: 3", "unknown key: 'valeu'"),
    ("published: 2025-12-26", "", "note:播报", "unknown key: 'note:播报'"),
    ("indicator: gdp", "indicator: ", "gpd", "no file defines the indicator 'gpd'"),
    ("indicator: gdp", "indicator: ", "G/D", "no id"),
    ("indicator: gdp, ", "", "{", "indicator is missing"),
    ("period: 2024, ", "", "{", "period is missing"),
    ("status: revised, ", "", "{", "status is missing"),
]


@pytest.mark.parametrize(("good", "key", "bad", "message"), FIELDS)
def test_fields_that_are_refused(tmp_path: Path, good: str, key: str, bad: str, message: str) -> None:
    """One wrong field is one fault, at that field, or where the observation begins if something is missing."""
    row = GDP.replace(good, "" if bad == "{" else key + bad)
    (fault,) = faults(tmp_path, observed(row))
    assert (fault.line, fault.column) == (ROW, f"  - {row}".index(key + bad) + len(key) + 1)
    assert message in fault.message


@pytest.mark.parametrize(
    ("bad", "hint"),
    [("status: finale", "final"), ("valeu: 3", "value"), ("source: s2023", "s2024"), ("note:播报", "blank is missing")],
)
def test_slips_of_the_pen_are_explained(tmp_path: Path, bad: str, hint: str) -> None:
    """A word that is nearly right brings the right one."""
    good = "status: revised" if "status" in bad else "published: 2025-12-26"
    assert hint in faults(tmp_path, observed(GDP.replace(good, bad)))[0].hint


WHOLE = [
    ("5", "a reference file is written as key: value"),
    ("- 1", "a reference file is written as key: value"),
    ("<html><body>404</body></html>", "a reference file is written as key: value"),
    ("schema: 1", "unknown key: 'schema'"),
    ("observations: {a: 1}", "observations is a list"),
    ("indicators: [a]", "indicators is written as name: content"),
    ("indicators: {a: 1}", "an indicator is written as key: value"),
    ("source: x", "a source is written as key: value"),
    ("source: {title: x}", "publisher is missing"),
    ("source: {title: x, publisher: y, url: 'javascript:alert(1)'}", "no address"),
    ("source: {title: x, publisher: y, url: 'https://a b'}", "no address"),
    ("observations: [" + GDP + "]", "no source, neither here nor for the whole file"),
    ("indicators: {A-b: {name: {zh: x}, unit: 亿元, kind: flow}}", "no id: 'A-b'"),
    ("indicators: {a: {unit: 亿元, kind: flow}}", "name is missing"),
    ("indicators: {a: {name: {fr: x}, unit: 亿元, kind: flow}}", "unknown key: 'fr'"),
    ("indicators: {a: {name: {zh: x}, kind: flow}}", "unit is missing"),
    ("indicators: {a: {name: {zh: x}, unit: 亿元, kind: flux}}", "no kind: 'flux'"),
    ("indicators: {a: {name: {zh: x}, unit: 亿元, kind: flow, additive: 1}}", "no flag"),
    ("indicators: {a: {name: {zh: x}, unit: 亿元, kind: flow, growth_of: b}}", "no file defines the indicator 'b'"),
    ("indicators: {a: {name: {zh: x}, unit: 亿元, kind: flow, share_of: a}}", "can't be about itself"),
    ("indicators: {a: {name: {zh: x}, unit: 亿元, kind: flow, bounds: [2, 1]}}", "the lower first"),
    ("indicators: {a: {name: {zh: x}, unit: 亿元, kind: flow, bounds: [2]}}", "bounds are two numbers"),
    ("indicators: {a: {name: {zh: x}, aliases: {zh: [X]}, unit: 亿元, kind: flow}}", "a name of this entry already: 'X'"),
    ("indicators: {a: {name: {zh: x}, aliases: {zh: [y, y]}, unit: 亿元, kind: flow}}", "a name of this entry already: 'y'"),
    ("indicators: {a: {name: {zh: x}, aliases: [y], unit: 亿元, kind: flow}}", "aliases is written as key: value"),
    ("events: {a: {name: {zh: x}, date: 1936-10}}", "no source"),
    ("source: {title: x, publisher: y}\nevents: {a: {name: {zh: x}, date: 1936-1}}", "no date"),
    ("areas: {x: {kode: 1}}", "unknown key: 'kode'"),
    ("a: &x 1", "an anchor"),
]


@pytest.mark.parametrize(("text", "message"), WHOLE)
def test_files_that_are_refused(tmp_path: Path, text: str, message: str) -> None:
    """What is no reference file, or wrong in one, is said with a place."""
    found = faults(tmp_path, text)
    assert any(message in fault.message for fault in found)
    assert all(fault.line and fault.column for fault in found)


def test_nothing_is_said_twice(tmp_path: Path) -> None:
    """A second definition is a fault that names the first; a value of another vintage or unit is none."""
    other = GDP.replace("2025-12-26", "2025-01-17"), GDP.replace("status", "unit: 万亿元, status")
    event = "events: {e: {name: {zh: x}, date: 1936}}\n"
    first = event + HEAD + "observations:\n" + "".join(f"  - {row}\n" for row in (GDP, *other))
    assert len(opened(tmp_path, first).series("gdp", "全国")) == 3
    found = faults(tmp_path, first, event + observed(GDP.replace("1348066", "7")))
    assert [(fault.line, fault.message) for fault in found] == [
        (line, f"this {what} stands in {tmp_path / 'a.yaml'}:{line} already")
        for line, what in ((1, "event"), (6, "indicator"), (13, "indicator"), (1 + ROW, "value"))
    ]
    assert {fault.path for fault in found} == {str(tmp_path / "b.yaml")}


def test_a_value_is_a_duplicate_in_either_form(tmp_path: Path) -> None:
    """A series and a line that say the same thing collide, also where one names the indicator's own unit."""
    series = "series:\n  - {indicator: gdp, area: 全国, unit: 亿元, status: final, published: 2025-12-26, values: {2024: 2}}\n"
    (fault,) = faults(tmp_path, observed(GDP) + series)
    assert (fault.line, fault.message) == (ROW + 2, f"this value stands in {tmp_path / 'a.yaml'}:{ROW} already")


def test_all_faults_of_all_files_together(tmp_path: Path) -> None:
    """One run shows everything that is wrong, by path and line, also beside a file that is no YAML."""
    bad = observed("{indicator: gdp, area: '', period: 2024, value: 010, status: finale}")
    found = faults(tmp_path, bad, "unit: %", bad.replace("gdp_growth", "gpd"))
    assert [(Path(fault.path).name, fault.line) for fault in found] == [
        ("a.yaml", ROW), ("a.yaml", ROW), ("a.yaml", ROW), ("b.yaml", 1), ("c.yaml", 5), *[("c.yaml", ROW)] * 3,
    ]  # fmt: skip


def test_a_file_that_cannot_be_read_brings_no_other_faults(tmp_path: Path) -> None:
    """What it may define is not called undefined."""
    found = faults(tmp_path, "indicators: [", f"source: {{title: x, publisher: y}}\nobservations:\n  - {GDP}\n")
    assert {Path(fault.path).name for fault in found} == {"a.yaml"}


WORDS = st.sampled_from(
    ["source", "sources", "indicators", "observations", "series", "events", "areas", "gdp", "name", "zh", "aliases", "unit", "亿元",
     "kind", "flow", "title", "publisher", "values", "2024", "1.5", "period", "value", "status", "final", "true", "bounds", "date", "x"]
)  # fmt: skip
TREES = st.recursive(WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=5), max_leaves=20)


@given(st.dictionaries(WORDS, TREES, max_size=5))
def test_any_file_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, tree: dict[str, Any]) -> None:
    """Whatever is nested in whatever, there is a set or a list of faults with places, and nothing else is raised."""
    try:
        opened(tmp_path_factory.mktemp("x"), json.dumps(tree))
    except Refused as refused:
        assert all(fault.line for fault in refused.faults)


# --------------------------------------------------------------------------------------------- files and folders

def test_a_folder_is_walked(tmp_path: Path) -> None:
    """Files of both endings at any depth are read, drafts and others are not, and links to folders are not followed."""
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "b.yml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "deep" / "self").symlink_to(tmp_path)
    (tmp_path / ".draft.yaml").write_text("no: [")
    (tmp_path / "notes.txt").write_text("no: [")
    assert opened(tmp_path, "source: {title: x, publisher: y}").indicator("gdp")


def test_a_file_by_itself(tmp_path: Path) -> None:
    """A path may be a file of any ending; one that is meant twice is read once."""
    (tmp_path / "a.yaml").write_text(HEAD, encoding="utf-8")
    (tmp_path / "link.yaml").symlink_to("a.yaml")
    reference = ReferenceSet.open([str(tmp_path / "a.yaml"), str(tmp_path), str(tmp_path / "." / "a.yaml")])
    assert len(list(reference.indicators())) == 2


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    """A missing file, a dangling link, a pipe and a folder without reference files are faults, all at once."""
    (tmp_path / "gone.yaml").symlink_to("nowhere")
    (tmp_path / "empty").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(Refused) as caught:
        ReferenceSet.open([str(tmp_path / "missing"), str(tmp_path), str(tmp_path / "empty")])
    named = {Path(fault.path).name for fault in caught.value.faults}
    assert named == {"missing", "gone.yaml", "empty", *(["pipe.yaml"] if hasattr(os, "mkfifo") else [])}


def test_the_digest_is_of_the_content(tmp_path: Path) -> None:
    """Where files lie does not matter, what stands in them does."""
    texts = HEAD, "source: {title: x, publisher: y}"
    digests = []
    for name, order in (("one", texts), ("two", texts[::-1]), ("three", (*texts, "areas: {x: {code: a}}"))):
        (tmp_path / name).mkdir()
        digests.append(opened(tmp_path / name, *order).digest)
    assert digests[0] == digests[1] != digests[2]


def test_cold_and_warm_are_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A set from the cache answers as one that was just read, and so does one without any cache."""

    def answers(reference: ReferenceSet) -> tuple[object, ...]:
        return list(reference.indicators()), reference.series("gdp", "全国"), dict(reference.vocabulary.indicators), reference.digest

    cold = answers(opened(tmp_path, observed(GDP)))
    assert answers(opened(tmp_path)) == cold
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", "")
    assert answers(opened(tmp_path)) == cold


def test_a_warm_start_loads_little(tmp_path: Path) -> None:
    """From the cache a set opens without YAML, units, likeness or the schema."""
    opened(tmp_path, observed(GDP))
    code = (
        "import sys; from factcheck.reference.lookup import ReferenceSet\n"
        f"assert ReferenceSet.open([{str(tmp_path)!r}]).series('gdp', '全国')\nprint(*sys.modules)"
    )
    loaded = set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())
    assert not {"yaml", "pint", "rapidfuzz", "difflib", "dataclasses", "inspect"} & loaded
    assert not {"factcheck.reference.schema", "factcheck.reference.merge", "factcheck.strict_yaml"} & loaded


def test_the_shipped_set_is_whole() -> None:
    """The files that come with the program are found and have no fault."""
    reference = ReferenceSet.open(default_paths())
    assert reference.series("gdp", "全国")
    assert reference.events


GENERATOR = Path(__file__).resolve().parents[2] / "shared" / "hostile" / "gen.py"


@pytest.mark.skipif(not GENERATOR.is_file(), reason="the generator of hostile samples does not lie beside this checkout")
def test_hostile_samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every hostile reference file is refused with a place, and none runs anything."""
    spec = importlib.util.spec_from_file_location("gen", GENERATOR)
    assert spec
    assert spec.loader
    generator = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generator)
    monkeypatch.setattr(generator, "OUT", tmp_path)
    generator.references()
    monkeypatch.chdir(tmp_path)
    samples = [sample["path"] for sample in generator.M if sample["expect"] == "refused"]
    assert len(samples) > 50
    for sample in samples:
        with pytest.raises(Refused) as caught:
            ReferenceSet.open([sample])
        assert caught.value.faults[0].line
    assert not (tmp_path / "pwned").exists()
