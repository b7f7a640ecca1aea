"""`factcheck reference import`: each format comes out as the same rows; what does not fit is named; nothing is half-written."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Run
from factcheck.errors import DataError, Refused
from factcheck.reference.drafts import flow, scalar
from factcheck.reference.importers import Given, Imported, Row, read
from factcheck.reference.importers.layouts import split_unit
from factcheck.reference.importers.periods import read_period
from factcheck.strict_yaml import load, plain

IMPORTS = Path(__file__).parent / "imports"
NOTHING = Given()

NBS_NATION = """\
数据库：年度数据
时间：最近3年
指标,2024年,2023年,2022年
国内生产总值(亿元),1348066.2,"1,294,271.7",1234029.4
年末总人口(万人),140828,140967,
注：国内生产总值按现价计算。
数据来源：国家统计局
"""
NBS_PROVINCES = """\
数据库：分省年度数据
指标：地区生产总值(亿元)
时间：最近2年
地区,2024年,2023年
北京市,49843.1,47353.7
吉林省,14361.22,13942.7
数据来源：国家统计局
"""
NBS_PLACE = "数据库：分省年度数据\n地区：北京市\n时间：最近2年\n指标,2024年,2023年\n地区生产总值(亿元),49843.1,47353.7\n"
NBS_TIMES = "数据库：分省年度数据\n指标：地区生产总值(亿元)\n时间,北京市,吉林省\n2024年,49843.1,14361.22\n"
WDI = """"Data Source","World Development Indicators",

"Last Updated Date","2026-10-10",

"Country Name","Country Code","Indicator Name","Indicator Code","2022","2023",
"France","FRA","GDP (current US$)","NY.GDP.MKTP.CD","2779092236505.86","3030904089930.9",
"""
SDMX_CSV = """\
DATAFLOW,FREQ,REF_AREA,SERIES,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS
WB:WDI(1.0),A: Annual,FRA: France,GDP (current US$),_T: Total,2023,3030.904,USD: US dollar,9: Billions,A
WB:WDI(1.0),A: Annual,FRA: France,GDP (current US$),F: Female,2023,1,USD: US dollar,9: Billions,A
"""
JSON_STAT = {
    "version": "2.0", "class": "dataset", "label": "Forests", "source": "FAO", "updated": "2026-09-01T00:00:00Z", "href": "https://example.org/fao",
    "id": ["geo", "time", "metric"], "size": [2, 2, 1], "role": {"time": ["time"], "geo": ["geo"], "metric": ["metric"]},
    "dimension": {
        "geo": {"category": {"index": ["FR", "DE"], "label": {"FR": "France", "DE": "Germany"}}},
        "time": {"category": {"index": {"2023": 1, "2022": 0}}},
        "metric": {"category": {"index": ["f"], "label": {"f": "森林覆盖率（FAO）"}, "unit": {"f": {"label": "%"}}}},
    },
    "value": [32.32, 32.50, None, 32.7],
}  # fmt: skip
TIDY = "指标,地区,年份,数值,单位\n能源消费总量,全国,2024,596000,万吨标准煤\n"


def rows(text: str, given: Given = NOTHING) -> Imported:
    """What a CSV says."""
    return read("x.csv", text.encode(), given)


def said(found: Imported) -> list[tuple[str, ...]]:
    """All of each row but its place."""
    return [row[:5] for row in found.rows]


# --------------------------------------------------------------------------------------------- formats

def test_nbs_of_the_nation() -> None:
    """The database is of the nation; units stand in brackets; the publisher below; an empty cell is named."""
    found = rows(NBS_NATION)
    assert said(found)[:2] == [("国内生产总值", "全国", "2024年", "1348066.2", "亿元"), ("国内生产总值", "全国", "2023年", "1,294,271.7", "亿元")]
    assert [(skip.place, skip.what) for skip in found.skipped] == [("x.csv:5:4", "年末总人口, 全国, 2022年")]
    assert found.about == {"title": "年度数据", "publisher": "国家统计局"}


@pytest.mark.parametrize("text", [NBS_PROVINCES, NBS_PLACE, NBS_TIMES])
def test_nbs_by_province(text: str) -> None:
    """Places, indicators or times down the side; what is not in the table stands above it."""
    assert said(rows(text))[0] == ("地区生产总值", "北京市", "2024年", "49843.1", "亿元")


@pytest.mark.parametrize(
    "data",
    [
        NBS_NATION.encode("utf-8-sig"),
        NBS_NATION.encode("gb18030"),
        NBS_NATION.encode("utf-16"),
        NBS_NATION.replace(",", "\t").replace("1\t294\t271.7", "1,294,271.7").encode(),
    ],
)
def test_encodings(data: bytes) -> None:
    """UTF-8 with its mark, GB18030 and UTF-16 are told apart; tabs part as well as commas."""
    assert said(read("x.csv", data, NOTHING)) == said(rows(NBS_NATION))


def test_world_bank() -> None:
    """Countries and indicators with their codes in a line, years across; the date and the title above."""
    found = rows(WDI)
    assert said(found)[1] == ("GDP (current US$): NY.GDP.MKTP.CD", "France: FRA", "2023", "3030904089930.9", "US$")
    assert found.about == {"title": "World Development Indicators", "published": "2026-10-10"}


def test_sdmx_csv() -> None:
    """One observation a line, powers of ten by a column; what is of a part only is left out, unless its column parts nothing."""
    found = rows(SDMX_CSV)
    assert said(found) == [("GDP (current US$)", "FRA: France", "2023", "3030.904", "billion 美元")]
    assert [skip.why.partition(" (")[0] for skip in found.skipped] == ["of a part only: SEX is F: Female"]
    assert len(rows(SDMX_CSV, Given(dropped=("SEX",))).rows) == 2


def test_json_stat() -> None:
    """Dimensions by their roles, categories in the order of their index, numbers to the last digit as written."""
    found = read("x.json", json.dumps(JSON_STAT).encode(), NOTHING)
    assert said(found) == [
        ("f: 森林覆盖率（FAO）", "FR: France", "2022", "32.32", "%"), ("f: 森林覆盖率（FAO）", "FR: France", "2023", "32.5", "%"),
        ("f: 森林覆盖率（FAO）", "DE: Germany", "2023", "32.7", "%"),
    ]  # fmt: skip
    assert found.about == {"title": "Forests", "publisher": "FAO", "published": "2026-09-01", "url": "https://example.org/fao"}
    assert said(read("x.json", json.dumps(JSON_STAT).replace("32.5,", "32.50,").encode(), NOTHING))[1][3] == "32.50"


def test_data_package(tmp_path: Path) -> None:
    """The files that it describes, under the titles of their fields; its first source is the source."""
    fields = [{"name": "v", "title": "指标"}, {"name": "地区"}, {"name": "t", "title": "年份"}, {"name": "n", "title": "数值"}, {"name": "单位"}]
    package = {"title": "能源", "sources": [{"title": "国家能源局", "path": "https://www.nea.gov.cn/"}], "resources": [{"path": "a.csv", "schema": {"fields": fields}}]}
    (tmp_path / "a.csv").write_text("v,地区,t,n,单位\n" + TIDY.split("\n", 1)[1])
    found = read(str(tmp_path / "datapackage.json"), json.dumps(package).encode(), NOTHING)
    assert said(found) == said(rows(TIDY)) == [("能源消费总量", "全国", "2024", "596000", "万吨标准煤")]
    assert found.about == {"title": "能源", "publisher": "国家能源局", "url": "https://www.nea.gov.cn/"}
    hostile = [{"path": path} for path in ("../a.csv", "https://example.org/a.csv", "/etc/passwd", "missing.csv", "a.csv\0", ".")]
    for resource in [*hostile, {"path": "a.csv", "encoding": "punycode"}, {"path": "a.csv", "encoding": "no\0such"}]:
        with pytest.raises(Refused):
            read(str(tmp_path / "datapackage.json"), json.dumps({"resources": [resource]}).encode(), NOTHING)


def test_what_the_file_does_not_say() -> None:
    """Is taken from the command line; what the file says itself holds."""
    found = rows("地区,数值\n北京市,1\n", Given("gdp", "上海市", "2024", "亿元"))
    assert said(found) == [("gdp", "北京市", "2024", "1", "亿元")]


# --------------------------------------------------------------------------------------------- spreadsheets

def xlsx(*lines: tuple[str | float, ...], sheet: bytes = b"", **more: bytes) -> bytes:
    """A workbook of one sheet, as small as it can be."""
    ns = "http://schemas.openxmlformats.org"
    cell = '<c r="{0}{1}" t="inlineStr"><is><t>{2}</t></is></c>'.format
    number = '<c r="{0}{1}"><v>{2!r}</v></c>'.format
    body = "".join(
        f'<row r="{i}">' + "".join((cell if isinstance(c, str) else number)("ABCDEFG"[j], i, c) for j, c in enumerate(line)) + "</row>"
        for i, line in enumerate(lines, 1)
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{ns}/package/2006/content-types"/>'.encode(),
        "_rels/.rels": f'<Relationships xmlns="{ns}/package/2006/relationships"><Relationship Id="r1" Type="{ns}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'.encode(),
        "xl/workbook.xml": f'<workbook xmlns="{ns}/spreadsheetml/2006/main" xmlns:r="{ns}/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>'.encode(),
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{ns}/package/2006/relationships"><Relationship Id="r1" Type="{ns}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'.encode(),
        "xl/worksheets/sheet1.xml": sheet or f'<worksheet xmlns="{ns}/spreadsheetml/2006/main"><sheetData>{body}</sheetData></worksheet>'.encode(),
        **more,
    }
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def test_xlsx() -> None:
    """A workbook says the same as its CSV, numbers with the digits that they have and no others."""
    found = read("x.xlsx", xlsx(("指标：地区生产总值(亿元)",), ("地区", "2024年", "2023年"), ("北京市", 49843.1, 47353.0)), NOTHING)
    assert said(found) == [("地区生产总值", "北京市", "2024年", "49843.1", "亿元"), ("地区生产总值", "北京市", "2023年", "47353", "亿元")]
    assert found.rows[0].place == "x.xlsx[表]:3:2"


def test_xls() -> None:
    """The older format too: the export of the NBS as its site gave it."""
    found = read("x.xls", (IMPORTS / "provinces.xls").read_bytes(), NOTHING)
    assert said(found)[0] == ("地区生产总值", "北京市", "2024年", "49843.1", "亿元")
    assert found.about["publisher"] == "国家统计局"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (xlsx(("a", "b"), **{"xl/x": b"\0" * 2**26}), "inflates to more than"),
        (xlsx(("a", "b"), **{"xl/x": b"\0" * 2**24}), "times its size"),
        (xlsx(sheet=b'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'), "16384 columns"),
        (xlsx(sheet="<worksheet/>".encode("utf-16")), "not in UTF-8"),
        (xlsx(("a", "b"))[:-40], "damaged workbook"),
        (b"PK\x03\x04" + b"x" * 100, "damaged workbook"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 600, "no spreadsheet that can be read"),
        ((IMPORTS / "provinces.xls").read_bytes()[:2000], "no spreadsheet that can be read"),
    ],
)
def test_hostile_workbooks(data: bytes, why: str) -> None:
    """Bombs, cells far out and damaged archives are refused before they fill memory."""
    with pytest.raises(Refused, match=why):
        read("x.xlsx", data, NOTHING)


def test_damaged_workbooks() -> None:
    """Whatever a few wrong bytes make of a workbook, it is read or refused: native code that panics takes nothing along."""
    chance = random.Random(7)
    for whole in [(IMPORTS / "provinces.xls").read_bytes()] * 20 + [xlsx(("地区", "2024年"), ("北京市", 1.5))] * 20:
        data = bytearray(whole)
        for _ in range(8):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(DataError):
            read("x", bytes(data), NOTHING)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no table"),
        (b"\x00\x01\x02", "no text"),
        ("增长".encode("gb18030") + b"\xff", "neither UTF-8 nor GB18030"),
        (b"a,b\n1,2\n", "no table whose heading is known"),
        ('地区,2024年\n"北京市,1\n'.encode(), "no CSV"),
        (b"{}", "neither a JSON-stat dataset nor a data package"),
        (b"{" * 100_000, "nested too deeply|no JSON"),
        (b"[" * 100_000, "nested too deeply|no JSON"),
        (b'{"id": ["a"], "size": [9], "dimension": {"a": {"category": {"index": ["x"]}}}, "value": [1]}', "no JSON-stat dataset"),
        (b'{"id": 5, "size": [9], "dimension": {}, "value": [1]}', "no JSON-stat dataset"),
        (b'{"resources": [{"path": ["a", "b"]}]}', "a resource without one file"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><x/>', "XML with entities"),
        (b"<html><body>404</body></html>", "no SDMX-ML"),
    ],
)
def test_what_is_no_table(data: bytes, why: str) -> None:
    """Each is refused with what it is instead."""
    with pytest.raises(Refused, match=why):
        read("x", data, NOTHING)


@given(st.one_of(st.binary(max_size=200), st.text(alphabet='指标地区年份数值单位2024,：:"\n\t;{}[]<>', max_size=200).map(str.encode)))
def test_any_bytes(data: bytes) -> None:
    """Whatever a file holds, it is read or refused."""
    with suppress(DataError):
        read("x", data, NOTHING)


def test_sdmx_ml() -> None:
    """A data message by sdmx1, where that is installed."""
    pytest.importorskip("sdmx", reason="the extra [sdmx] is not installed")
    found = read("x.xml", (IMPORTS / "generic.xml").read_bytes(), NOTHING)
    assert said(found)[0] == ("GDP (current US$)", "FRA", "2022", "2779.092", "billion 美元")


def test_extras_that_are_missing(tmp_path: Path) -> None:
    """Without an extra its formats are refused, with the command that installs it."""
    for name in ("sdmx", "python_calamine"):
        (tmp_path / f"{name}.py").write_text("raise ImportError('not here')")
    (tmp_path / "x.xlsx").write_bytes(xlsx(("a", "b")))
    for file, extra in ((str(IMPORTS / "generic.xml"), "sdmx"), ("x.xlsx", "excel")):
        code = f"import sys; from factcheck.cli.main import run; sys.exit(run(['reference', 'import', {file!r}]))"
        paths = os.pathsep.join([str(tmp_path), *sys.path])
        environment = {**os.environ, "PYTHONPATH": paths}
        done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert f"pip install 'newsroom-factcheck[{extra}]'" in done.stderr


# --------------------------------------------------------------------------------------------- words

@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2023", "2023"), ("2023年", "2023"), ("2023.0", "2023"), ("2020 [YR2020]", "2020"), ("2023年度", "2023"),
        ("2023年1-3月", "2023Q1"), ("2023年1-6月", "2023H1"), ("2023年1-9月累计", "2023Q1-Q3"), ("2023年1-12月", "2023"),
        ("2023年1-7月", "2023-01..2023-07"), ("2023年第一季度", "2023Q1"), ("2023年2季度", "2023Q2"), ("2023-Q3", "2023Q3"), ("2023Q4", "2023Q4"),
        ("2023年5月", "2023-05"), ("2023M05", "2023-05"), ("2023-05", "2023-05"), ("2023/5", "2023-05"), ("2023年12月份", "2023-12"),
        ("2023-S1", "2023H1"), ("2023H2", "2023H2"), ("2023年上半年", "2023H1"), ("2023年前三季度", "2023Q1-Q3"), ("2023年末", "2023-end"),
        ("2023-05-01", "2023-05-01"), ("constant", "constant"),
        ("最近10年", None), ("2023-13", None), ("202305", None), ("1-6月", None), ("2023-01-01 (date)", None), ("北京市", None), ("12023", None), ("", None),
    ],
)  # fmt: skip
def test_periods(text: str, period: str | None) -> None:
    """As statistics write them; what names no year, or may be read in two ways, is none."""
    assert read_period(text) == period


@pytest.mark.parametrize(
    ("name", "split"),
    [
        ("国内生产总值(亿元)", ("国内生产总值", "亿元")), ("失业率（%）", ("失业率", "%")), ("GDP growth (annual %)", ("GDP growth (annual %)", "%")),
        ("国内生产总值（GDP）", ("国内生产总值（GDP）", "")), ("指数(上年=100)", ("指数(上年=100)", "")), ("人口", ("人口", "")),
    ],
)  # fmt: skip
def test_units_in_names(name: str, split: tuple[str, str]) -> None:
    """A unit in brackets is one; anything else in them is a part of the name."""
    assert split_unit(name) == split


@given(st.text(alphabet=st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp")), min_size=1).filter(lambda text: text == text.strip()))
def test_what_is_written_reads_back(text: str) -> None:
    """Any text in one line is the same after it was written as YAML and read."""
    assert plain(load("x.yaml", f"- {{a: {scalar(text)}, b: {flow({'c': text})}}}".encode())) == [{"a": text, "b": {"c": text}}]


# --------------------------------------------------------------------------------------------- the command

SOURCE = ("--source-title", "年鉴", "--publisher", "统计局", "--published", "2026-10-01", "--url", "https://example.org/2026")
OWN = """\
# 自己的数据
source: {title: 旧公报, publisher: 统计局, published: 2025-01-05, url: "https://example.org/2025"}
indicators:
  quokkas: {name: {zh: 短尾矮袋鼠数}, unit: 万只, kind: stock, bounds: [0, 100]}
observations:
  - {indicator: quokkas, area: 贵州省, period: 2023, value: 2.0, status: final}  # 见公报第三节
  # 下面一行是初步数
  - {indicator: quokkas, area: 云南省, period: 2023, value: 3, status: preliminary}

series:
  - indicator: quokkas
    area: 广西壮族自治区
    status: final
    values: {2021: 5, 2022: 6, 2023: 7}
"""
NEW = """\
地区,2022年,2023年,2024年
贵州省,1,2.1,2.5
云南,2,3.0,4
广西,6,8,9
吉林,1,1,1
火星,..,1,1
"""
GROWN = """\
# yaml-language-server: $schema=../schema.json
# Imported from new.csv
source: {title: 年鉴, publisher: 统计局, published: 2026-10-01, url: https://example.org/2026, grade: B}
series:
  - {indicator: quokkas, area: 云南省, status: final, values: {2022: 2, 2023: 3.0, 2024: 4}}
  - {indicator: quokkas, area: 广西壮族自治区, status: final, values: {2023: 8, 2024: 9}}
  - {indicator: quokkas, area: 贵州省, status: final, values: {2022: 1, 2023: 2.1, 2024: 2.5}}
"""
FLAGS = ("--indicator", "短尾矮袋鼠数", "--unit", "万只")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a reference file of its own and a table to import."""
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "own.yaml").write_text(OWN, encoding="utf-8")
    (tmp_path / "factcheck.toml").write_text('reference = "claims"\n')
    (tmp_path / "new.csv").write_text(NEW, encoding="gb18030")
    return tmp_path


def test_dry_run(run: Run, project: Path) -> None:
    """Nothing is written; what would change is shown with both values, dates and places, and what does not fit with the reason."""
    done = run("reference", "import", "new.csv", *FLAGS, *SOURCE)
    assert done.returncode == 0
    assert [row.strip() for row in done.stdout.splitlines()] == [
        "# 年鉴 | 统计局 | 2026-10-01 | https://example.org/2026 | B",
        "更新，库中旧值作为已被修订保留 (2)",
        "~ quokkas  贵州省  2023  2.0 万只 (2025-01-05, claims/own.yaml:6) → 2.1 万只  new.csv:2:3",
        "~ quokkas  广西壮族自治区  2023  7 万只 (2025-01-05, claims/own.yaml:14) → 8 万只  new.csv:4:3",
        "新增 (5)",
        "+ quokkas  贵州省  2022  1 万只  new.csv:2:2",
        "+ quokkas  贵州省  2024  2.5 万只  new.csv:2:4",
        "+ quokkas  云南省  2022  2 万只  new.csv:3:2",
        "+ quokkas  云南省  2024  4 万只  new.csv:3:4",
        "+ quokkas  广西壮族自治区  2024  9 万只  new.csv:4:4",
        "更精确 (1)",
        "+ quokkas  云南省  2023  3 万只 (2025-01-05, claims/own.yaml:8) → 3.0 万只  new.csv:3:3",
        "库中已有 (1)",
        "= quokkas  广西壮族自治区  2022  6 万只  new.csv:4:2",
        "没有采用 (6)",
        "- 3 × 吉林 is the name of several areas · 几个地区同名: 吉林省、吉林市  new.csv:5:2  短尾矮袋鼠数, 吉林, 2022年, 1",
        "- 2 × no area of exactly this name · 没有这个名称的地区: 火星  new.csv:6:3  短尾矮袋鼠数, 火星, 2023年, 1",
        "- 1 × no value in the cell · 单元格没有数值  new.csv:6:2  短尾矮袋鼠数, 火星, 2022年",
    ]
    assert sorted(os.listdir(project)) == ["claims", "factcheck.toml", "new.csv"]


def test_written(run: Run, project: Path) -> None:
    """The release has a file of its own; what it supersedes keeps its line, its comment and its date, and a series is parted."""
    (project / "schema.json").write_text("{}")
    done = run("reference", "import", "new.csv", *FLAGS, *SOURCE, "--write", "claims/2026.yaml")
    assert (done.returncode, done.stderr.splitlines()) == (0, ["factcheck: wrote claims/2026.yaml", "factcheck: wrote claims/own.yaml"])
    assert (project / "claims" / "2026.yaml").read_text() == GROWN
    own = (project / "claims" / "own.yaml").read_text()
    assert "  - {indicator: quokkas, area: 贵州省, period: 2023, value: 2.0, status: superseded}  # 见公报第三节\n  # 下面一行是初步数\n" in own
    assert "  - {indicator: quokkas, area: 广西壮族自治区, status: final, values: {2021: 5, 2022: 6}}\n" in own
    assert "  - {indicator: quokkas, area: 广西壮族自治区, status: superseded, values: {2023: 7}}\n" in own
    assert own.startswith(OWN.partition("observations:")[0])
    assert run("reference", "validate", "claims").returncode == 0
    again = run("reference", "import", "new.csv", *FLAGS, *SOURCE, "--write", "claims/again.yaml")
    assert "nothing to write" in again.stderr
    assert not (project / "claims" / "again.yaml").exists()


def test_an_older_release_and_a_contradiction(run: Run, project: Path) -> None:
    """What came out before is written as superseded; another value of the same date is not written, and the exit code says so."""
    same = [*SOURCE[:4], "--published", "2025-01-05", *SOURCE[6:]]
    done = run("reference", "import", "new.csv", *FLAGS, *same, "--write", "claims/2025.yaml")
    assert "与库中同日数值矛盾，不写入 (2)" in done.stdout
    assert done.returncode == 3
    assert "2.1" not in (project / "claims" / "2025.yaml").read_text()
    older = [*SOURCE[:4], "--published", "2024-01-05", *SOURCE[6:]]
    assert run("reference", "import", "new.csv", *FLAGS, *older, "--write", "claims/2024.yaml").returncode == 0
    assert "{indicator: quokkas, area: 贵州省, period: 2023, value: 2.1, status: superseded}" in (project / "claims" / "2024.yaml").read_text()


def test_nothing_half_written(run: Run, project: Path) -> None:
    """A value out of bounds, a file that exists, a folder that does not: refused, and no file is touched."""
    (project / "out.csv").write_text("地区,2025年\n贵州省,101\n云南省,5\n")
    arguments = ("reference", "import", "out.csv", *FLAGS, *SOURCE, "--write")
    assert "outside the bounds" in run(*arguments, "claims/2026.yaml").stderr
    assert run(*arguments, "claims/own.yaml").returncode == 2
    assert run(*arguments, "claims/2026.txt").returncode == 2
    assert run(*arguments, "no/such/2026.yaml").returncode == 2
    (project / "out.csv").write_text("地区,2025年\n云南省,5\n")
    assert run(*arguments, "no/such/2026.yaml").returncode == 4
    assert os.listdir(project / "claims") == ["own.yaml"]
    assert (project / "claims" / "own.yaml").read_text() == OWN


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("new.csv", *FLAGS), "give --source-title, --publisher, --published, --url"),
        (("new.csv", *FLAGS, *SOURCE, "--published", "soon"), "--published: no date"),
        (("new.csv", *FLAGS, *SOURCE, "--url", "javascript:x"), "--url: no address"),
        (("new.csv", *FLAGS, *SOURCE, "--status", "true"), "--status: no status"),
        (("new.csv", *FLAGS, *SOURCE, "--grade", "Z"), "--grade: no grade"),
        (("new.csv", *SOURCE), "no value of this file fits"),
        (("missing.csv", *SOURCE), "can't be read"),
        (("claims", *SOURCE), "can't be read"),
        (("new.csv", *FLAGS, *SOURCE, "--encoding", "no-such"), "there is no encoding"),
    ],
)
def test_refused(run: Run, project: Path, arguments: tuple[str, ...], message: str) -> None:
    """No source, no file, no sense: exit code 2, and what to give."""
    done = run("reference", "import", *arguments)
    assert (done.returncode, message in done.stderr) == (2, True), (project, done.stderr)


def test_the_shipped_set_is_left_alone(run: Run, tmp_path: Path) -> None:
    """A later value beside the shipped one decides by its date; the shipped file stays as it is, and that is said."""
    (tmp_path / "new.csv").write_text("指标,地区,年份,数值,单位\n森林覆盖率,全国,2024,26,%\n")
    done = run("reference", "import", "new.csv", *SOURCE, "--write", "new.yaml")
    assert "is not the project's own" in done.stderr
    assert "reference = ['new.yaml']" in done.stderr
    assert run("reference", "validate", "new.yaml").returncode == 0


def test_row_is_what_importers_pass_on() -> None:
    """The nouns are those of SDMX, in the contract's order."""
    assert Row._fields[:5] == ("indicator", "area", "period", "value", "unit")
