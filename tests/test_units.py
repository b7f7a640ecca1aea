"""Units: the table against pint itself, exactness, what must not convert, and what a warm run imports."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from typing import Any

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import strict_yaml, units

DATA = Path(units.__file__).parent / "data"
WORDS = ("zh/units.yaml", "en/units.yaml")
SIMPLE = sorted(name for _, name in units.surfaces().values() if "/" not in name)
COUNTED = sorted(units.classifiers())

DEFINED = {
    line.partition("=")[0].strip() for line in (DATA / "units.txt").read_text("utf-8").splitlines() if line[:1].isalpha()
}

# Where units.txt means something else than pint by the same name.
OUR_OWN_SENSE = {
    "VA", "acre", "bit", "dB", "decade", "degC", "degF", "grade", "li", "light_year", "month", "point", "quarter", "year",
}  # fmt: skip


def page(name: str) -> Any:
    """Read a data file as lists and dicts."""
    return strict_yaml.plain(strict_yaml.load(name, (DATA / name).read_bytes()))


def lines(name: str) -> Iterator[tuple[str, str]]:
    """Every `word: unit` line of a data file, but for the signs before the numeral, after a stroke and beside another unit."""
    for section, rows in page(name).items():
        if section not in {"prefix", "per", "second", "ambiguous"}:
            yield from rows.items()


def pint_alone() -> Any:
    """Give pint as it comes, in fractions."""
    return pint.UnitRegistry(non_int_type=Fraction)


# ------------------------------------------------------------------------------------------- pint as the oracle


def test_conversions_are_those_of_pint() -> None:
    """Every unit that pint alone knows, and means as we do, converts here as pint converts it, and to nothing else."""
    registry = pint_alone()
    bytes_ = {name for name in SIMPLE if units.ratio(name, "bit")}
    known = sorted({name for name in SIMPLE if name in registry} - DEFINED - bytes_)
    assert len(known) > 60
    sizes = {name: registry.get_base_units(name) for name in known}
    for one, two in combinations(known, 2):
        same = registry.get_dimensionality(one) == registry.get_dimensionality(two)
        assert units.ratio(one, two) == (sizes[one][0] / sizes[two][0] if same else None), (one, two)


def test_units_that_pint_means_otherwise_are_the_ones_we_know_of() -> None:
    """Nothing is defined anew but what is listed above: another pint release that takes one of our names fails here."""
    registry: Any = pint.UnitRegistry(None, non_int_type=Fraction, on_redefinition="raise")
    registry.load_definitions(str(Path(pint.__file__).with_name("default_en.txt")))
    clashes = set()
    for line in (DATA / "units.txt").read_text("utf-8").splitlines():
        if line[:1].isalpha():
            try:
                registry.load_definitions([line])
            except pint.RedefinitionError:
                clashes.add(line.partition("=")[0].strip())
    assert clashes == OUR_OWN_SENSE


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("jin", "t", Fraction(1, 2000)),
        ("dan", "kg", Fraction(50)),
        ("mu", "hectare", Fraction(1, 15)),
        ("mu", "km2", Fraction(1, 1500)),
        ("mu", "m2", Fraction(2000, 3)),
        ("li", "km", Fraction(1, 2)),
        ("zhang", "m", Fraction(10, 3)),
        ("tce", "kWh", Fraction(29307600000, 3600000)),
        ("toe", "tce", Fraction(10, 7)),
        ("oil_barrel", "m3", Fraction(158987294928, 10**12)),
        ("acre", "m2", Fraction(40468564224, 10**7)),
        ("ft", "m", Fraction(3048, 10**4)),
        ("lb", "kg", Fraction(45359237, 10**8)),
        ("troy_ounce", "kg", Fraction(311034768, 10**10)),
        ("metric_horsepower", "W", Fraction(73549875, 10**5)),
        ("CNY/jin", "CNY/kg", Fraction(2)),
        ("jin/mu", "kg/hectare", Fraction(15, 2)),
        ("CNY/mu", "CNY/hectare", Fraction(15)),
        ("km/hour", "m/second", Fraction(5, 18)),
        ("CNY/month", "CNY/year", Fraction(12)),
        ("枚/day", "枚/hour", Fraction(1, 24)),
        ("percent", "ratio", Fraction(1, 100)),
        ("permille", "percent", Fraction(1, 10)),
        ("basis_point", "percentage_point", Fraction(1, 100)),
        ("quarter", "month", Fraction(3)),
        ("decade", "year", Fraction(10)),
        (None, None, Fraction(1)),
    ],
)
def test_sizes_are_exact(source: str | None, target: str | None, expected: Fraction) -> None:
    """Sizes fixed by law or convention come out to the last digit, thirds included."""
    assert units.ratio(source, target) == expected


def test_written_quantities_agree_exactly() -> None:
    """1亿斤 is 5万吨, 15亩 is 1公顷, 1500万亩 is 1万平方公里: what editors convert in their heads."""

    def same(one: str, number: int, two: str, other: int) -> bool:
        (scale, unit, _), (rescale, reunit, _) = (units.read_unit(text) or pytest.fail(text) for text in (one, two))
        factor = units.ratio(unit, reunit)
        return factor is not None and number * scale * factor == other * rescale

    assert same("亿斤", 1, "万吨", 5)
    assert same("万亿斤", 1, "亿吨", 5)
    assert same("亩", 15, "公顷", 1)
    assert same("万亩", 1500, "万平方公里", 1)
    assert same("吉瓦时", 1, "万千瓦时", 100)
    assert same("太瓦时", 1, "亿千瓦时", 10)
    assert same("吉瓦", 1, "万千瓦", 100)
    assert not same("亿斤", 1, "万吨", 50)


# ------------------------------------------------------------------------------------------- what must not convert


def test_no_currency_converts_into_another() -> None:
    """There is no fixed rate: every currency is a dimension of its own, in rates too."""
    money = [name for name in _names_of("money") if name.isupper()]
    assert len(money) > 50
    for one, two in combinations(sorted(set(money)), 2):
        assert units.ratio(one, two) is None
        assert units.ratio(f"{one}/t", f"{two}/t") is None


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("percent", "percentage_point"),
        ("percent", "times"),
        ("percent", "bit"),
        ("percent", None),
        ("person", "person_trip"),
        ("person", None),
        ("year", "day"),
        ("year", "age"),
        ("kW", "kWh"),
        ("kW", "VA"),
        ("t", "DWT"),
        ("t", "GT"),
        ("t", "tCO2e"),
        ("t", "tce"),
        ("degC", "degF"),
        ("枚/day", "辆/day"),
        ("枚", "辆"),
        ("CNY/person", "CNY/year"),
        ("指数", "指数"),
        ("no such unit", "no such unit"),
    ],
)
def test_different_things_do_not_convert(one: str | None, two: str | None) -> None:
    """Pairs that look alike and would make a false comparison."""
    assert units.ratio(one, two) is None
    assert units.ratio(two, one) is None


@given(st.sampled_from([*SIMPLE, *COUNTED]), st.sampled_from([*SIMPLE, *COUNTED]), st.sampled_from(SIMPLE))
def test_ratios_are_consistent(one: str, two: str, per: str) -> None:
    """There and back is 1, in rates too; and a rate converts exactly when its halves do."""
    there, back = units.ratio(one, two), units.ratio(two, one)
    assert (there is None) == (back is None)
    assert there is None or back is None or there * back == 1
    assert units.ratio(f"{one}/{per}", f"{two}/{per}") == there


@given(st.text(max_size=80) | st.text(alphabet="万亿千百元吨/每 pernaluty", max_size=80))
def test_any_text_is_survived(text: str) -> None:
    """What is no unit is None, never an exception; what is one names a unit that exists, or none, with a positive factor."""
    units.unit(text)
    found = units.read_unit(text)
    assert found is None or (found[0] > 0 and (found[1] is None or units.unit(found[1]) is not None))


# ------------------------------------------------------------------------------------------- words


def _names_of(*sections: str) -> Iterator[str]:
    for name in WORDS:
        for section, rows in page(name).items():
            if section in sections:
                yield from (value.rpartition(" ")[2] for value in rows.values())


def test_every_word_means_a_unit() -> None:
    """Every line of the data files leads to a unit of the table, and every factor is positive."""
    for surface, (factor, name) in [*units.denominators().items()]:
        assert units.unit(name) is not None, surface
        assert factor > 0, surface
    assert all(units.unit(name) for name in units.prefixes().values())


def test_no_word_is_in_two_places() -> None:
    """Both languages agree where they share a word; a measure word is no unit; lists of words name words that exist."""
    zh, en = (dict(lines(name)) for name in WORDS)
    assert {word: en[word] for word in zh.keys() & en.keys()} == {word: zh[word] for word in zh.keys() & en.keys()}
    assert not units.classifiers() & units.surfaces().keys()
    assert units.people() <= units.surfaces().keys()
    assert units.ambiguous() <= units.surfaces().keys()
    assert units.vague() <= units.classifiers() | units.people()
    for name in WORDS:
        words = [word for word, _ in lines(name)]
        assert sorted(words) == sorted(set(words)), name
    measure = page("zh/classifiers.yaml")
    assert all(len(words) == len(set(words)) for words in measure.values())


def test_scale_words_are_no_units() -> None:
    """万 and 亿 belong to the numeral: no surface takes one away from it, but for the names of computing speeds."""
    taken = {word for word in units.surfaces() if word.startswith(("十", "百", "千", "万", "亿", "million"))}
    assert {word for word in taken if "亿" not in word} == {
        "千克", "千卡", "千焦", "千瓦", "千瓦小时", "千瓦时", "千瓦·时", "千伏", "千伏安", "千帕", "千赫", "千赫兹", "千米",
        "千克标准煤", "千克标煤", "百帕", "百分点", "百万英热单位", "million British thermal units",
    }  # fmt: skip
    assert all(units.surfaces()[word][1] == "flops" for word in taken if "亿" in word)


@pytest.mark.parametrize(
    ("words", "factor", "name"),
    [
        ("元 元人民币 人民币 块钱 yuan RMB CNY", 1, "CNY"),
        ("美元 dollar dollars US$ USD", 1, "USD"),
        ("欧元 EUR €", 1, "EUR"),
        ("港元 港币 HKD", 1, "HKD"),
        ("日元 yen JPY", 1, "JPY"),
        ("英镑 £", 1, "GBP"),
        ("卢比", 1, "INR"),
        ("角", Fraction(1, 10), "CNY"),
        ("分", Fraction(1, 100), "CNY"),
        ("平方公里 平方千米 km² km2", 1, "km2"),
        ("公顷 hm² ha hectares", 1, "hectare"),
        ("平方米 ㎡ 平米", 1, "m2"),
        ("亩 市亩 mu", 1, "mu"),
        ("分（地）", 1, "fen"),
        ("顷", 1, "qing"),
        ("英亩 acre acres", 1, "acre"),
        ("平方英里", 1, "square_mile"),
        ("克", 1, "g"),
        ("千克 公斤 kg", 1, "kg"),
        ("吨 公吨 t tons tonnes", 1, "t"),
        ("斤 市斤", 1, "jin"),
        ("两", 1, "liang"),
        ("钱", 1, "qian"),
        ("担", 1, "dan"),
        ("磅 pound", 1, "lb"),
        ("盎司", 1, "oz"),
        ("金衡盎司", 1, "troy_ounce"),
        ("载重吨 DWT dwt", 1, "DWT"),
        ("总吨", 1, "GT"),
        ("吨二氧化碳", 1, "t"),
        ("焦耳", 1, "J"),
        ("千瓦时 千瓦小时 度 度电 kWh", 1, "kWh"),
        ("兆瓦时 MWh", 1000, "kWh"),
        ("吉瓦时 GWh", 10**6, "kWh"),
        ("太瓦时 TWh", 10**9, "kWh"),
        ("瓦时", 1, "Wh"),
        ("吨标准煤 吨标煤 tce", 1, "tce"),
        ("千克标准煤", Fraction(1, 1000), "tce"),
        ("吨油当量 toe", 1, "toe"),
        ("大卡", 1, "kcal"),
        ("瓦", 1, "W"),
        ("千瓦 kW kilowatts", 1, "kW"),
        ("兆瓦 MW", 1000, "kW"),
        ("吉瓦 GW gigawatts", 10**6, "kW"),
        ("太瓦", 10**9, "kW"),
        ("千伏安", 1000, "VA"),
        ("马力", 1, "metric_horsepower"),
        ("立方米 方", 1, "m3"),
        ("升 liters", 1, "L"),
        ("桶 barrel barrels", 1, "oil_barrel"),
        ("加仑", 1, "gallon"),
        ("米", 1, "m"),
        ("公里 千米 km", 1, "km"),
        ("厘米", 1, "cm"),
        ("毫米", 1, "mm"),
        ("微米", 1, "um"),
        ("纳米", 1, "nm"),
        ("里 华里 市里", 1, "li"),
        ("丈", 1, "zhang"),
        ("尺", 1, "chi"),
        ("寸", 1, "cun"),
        ("海里", 1, "nautical_mile"),
        ("英里 miles", 1, "mile"),
        ("英尺 feet", 1, "ft"),
        ("英寸", 1, "inch"),
        ("年 周年 载", 1, "year"),
        ("岁", 1, "age"),
        ("个月", 1, "month"),
        ("季度", 1, "quarter"),
        ("天 day", 1, "day"),
        ("小时", 1, "hour"),
        ("分钟", 1, "minute"),
        ("秒", 1, "second"),
        ("℃ 摄氏度", 1, "degC"),
        ("% ％ percent", 1, "percent"),
        ("‰", 1, "permille"),
        ("成 折", 10, "percent"),
        ("基点 个基点 BP bps", 1, "basis_point"),
        ("百分点 个百分点 pp", 1, "percentage_point"),
        ("倍", 1, "times"),
        ("EFLOPS 百亿亿次", 10**18, "flops"),
        ("PFLOPS 千万亿次", 10**15, "flops"),
        ("亿亿次", 10**16, "flops"),
        ("标准机架", 1, "rack"),
        ("标箱 标准箱 TEU 国际标准箱 个标准箱", 1, "TEU"),
        ("人次", 1, "person_trip"),
        ("吨公里", 1, "t_km"),
        ("人公里", 1, "person_km"),
        ("人 名 位 口人 people persons", 1, "person"),
    ],
)
def test_words_of_statistics_are_known(words: str, factor: Fraction | int, name: str) -> None:
    """The words that official statistics and news use for units, each with the unit it means."""
    for word in words.split():
        assert units.surfaces()[word] == (factor, name), word


def test_words_with_blanks_are_known() -> None:
    """English units of several words, in both numbers."""
    for word, name in {
        "per cent": "percent", "percentage points": "percentage_point", "basis points": "basis_point", "metric tons": "t",
        "square kilometers": "km2", "square mile": "square_mile", "short ton": "short_ton", "cubic metres": "m3",
        "kilowatt-hours": "kWh", "pounds sterling": "GBP", "tonnes of coal equivalent": "tce",
    }.items():  # fmt: skip
        assert units.surfaces()[word] == (Fraction(1), name), word


def test_every_currency_of_the_standard_has_its_code() -> None:
    """A currency code is a word for the currency; one that no data file lists is ambiguous, for many are words (ALL, TOP)."""
    for code in ("CNY", "USD", "XOF", "ZMW", "ALL"):
        assert units.surfaces()[code] == (Fraction(1), code)
    assert "ALL" in units.ambiguous()
    assert "USD" not in units.ambiguous()


def test_measure_words_count() -> None:
    """Things are counted by a measure word; people are not among the things."""
    assert set("个家项件台部辆枚只头座条户艘架所间处场次款种类张株棵尾羽颗块片套宗起口届份期把瓶箱袋罐") <= units.classifiers()
    assert {"架次", "辆次", "台（套）", "套（台）", "台/套", "架（台）", "班列"} <= units.classifiers()
    assert not units.classifiers() & units.people()
    assert {"个", "位", "番", "股", "批"} <= units.vague()
    assert not units.vague() & {"亩", "户", "辆"}


def test_signs_of_money_before_a_numeral() -> None:
    """Each sign is one currency."""
    signs = units.prefixes()
    assert {signs[sign] for sign in ("¥", "￥", "RMB", "人民币")} == {"CNY"}
    assert [signs[sign] for sign in ("$", "US$", "£", "€", "HK$")] == ["USD", "USD", "GBP", "EUR", "HKD"]


# ------------------------------------------------------------------------------------------- units of reference files


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("亿元", (10**8, "CNY", None)),
        ("万亿元", (10**12, "CNY", None)),
        ("亿美元", (10**8, "USD", None)),
        ("元", (1, "CNY", None)),
        ("万吨标准煤", (10**4, "tce", None)),
        ("亿千瓦时", (10**8, "kWh", None)),
        ("吉瓦时", (10**6, "kWh", None)),
        ("GWh", (10**6, "kWh", None)),
        ("亿千瓦", (10**8, "kW", None)),
        ("万人", (10**4, "person", None)),
        ("百万人次", (10**6, "person_trip", None)),
        ("元/人", (1, "CNY/person", None)),
        ("元每吨", (1, "CNY/t", None)),
        ("元/万人", (Fraction(1, 10**4), "CNY/person", None)),
        ("升/百公里", (Fraction(1, 100), "L/km", None)),
        ("吨/日", (1, "t/day", None)),
        ("枚/天", (1, "枚/day", None)),
        ("元/头", (1, "CNY/头", None)),
        ("元/平方米/天", (1, "CNY/m2/day", None)),
        ("人/平方公里", (1, "person/km2", None)),
        ("微克/立方米", (1, "ug/m3", None)),
        ("微克每立方米", (1, "ug/m3", None)),
        ("%", (1, "percent", None)),
        ("‰", (1, "permille", None)),
        ("个百分点", (1, "percentage_point", None)),
        ("百分点", (1, "percentage_point", None)),
        ("万辆", (10**4, None, "辆")),
        ("亿块", (10**8, None, "块")),
        ("台/套", (1, None, "台/套")),
        ("家", (1, None, "家")),
        ("起", (1, None, "起")),
        ("指数", (1, None, "指数")),
        ("亿斤", (10**8, "jin", None)),
        ("亿公顷", (10**8, "hectare", None)),
        ("万标箱", (10**4, "TEU", None)),
        ("EFLOPS", (10**18, "flops", None)),
        ("年", (1, "year", None)),
        ("周年", (1, "year", None)),
        ("岁", (1, "age", None)),
        ("倍", (1, "times", None)),
        ("万", (10**4, None, None)),
        ("kWh", (1, "kWh", None)),
        ("CNY/jin", (1, "CNY/jin", None)),
        ("million tons", (10**6, "t", None)),
        ("100 million yuan", (10**8, "CNY", None)),
        ("Billion Yuan", (10**9, "CNY", None)),
        ("USD/bbl", (1, "USD/oil_barrel", None)),
        ("yuan per capita", (1, "CNY/person", None)),
        ("people per square kilometer", (1, "person/km2", None)),
        (" 亿元 ", (10**8, "CNY", None)),
        ("", None),
        ("兆", None),
        ("元/", None),
        ("/人", None),
        ("万/亩", None),
        ("蓬蒿", None),
        ("亿" * 10**6, None),
        ("m**10**10", None),
        ("每/" * 30, None),
        ("元" + "每元/元" * 19, None),
    ],
)
def test_units_of_reference_files(text: str, expected: tuple[Fraction | int, str | None, str | None] | None) -> None:
    """A unit as a person writes it into a reference file, scale words included; anything else is refused, however long."""
    assert units.read_unit(text) == expected


# ------------------------------------------------------------------------------------------- start-up


def test_a_warm_run_imports_neither_pint_nor_yaml(tmp_path: Path) -> None:
    """The first process builds the table with pint; the second finds it kept, answers the same, and has not imported pint."""
    code = (
        "import sys; from factcheck import units as u; print(u.ratio('jin', 't'), len(u.surfaces()), u.read_unit('万辆'),"
        " sorted({'pint', 'yaml', 'dataclasses'} & set(sys.modules)))"
    )
    environment = {**os.environ, "FACTCHECK_CACHE_DIR": str(tmp_path), "PYTHONPATH": str(Path(units.__file__).parents[1])}

    def run() -> str:
        return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True).stdout

    cold, warm = run(), run()
    assert "'pint', 'yaml'" in cold
    assert warm.endswith("[]\n")
    assert warm.rpartition("[")[0] == cold.rpartition("[")[0]
