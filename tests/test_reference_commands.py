"""`factcheck reference list, search, show, validate`: what a person sees of the set, and every fault of a file at once."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from conftest import Run
from factcheck.reference import areas
from factcheck.report.grid import aligned, spark
from factcheck.visible import cells

OWN = """\
source: {title: 动物普查公报, publisher: 动物统计局（某通讯社转发）, published: 2026-01-05, url: https://example.org/2025}
sources:
  older: {title: 旧公报, publisher: 动物学会, published: 2025-01-06, grade: C}
indicators:
  quokkas: {name: {zh: 短尾矮袋鼠数, en: quokkas}, aliases: {zh: [矮袋鼠]}, unit: 万只, kind: stock, bounds: [0, 100]}
  quokka_births: {name: {zh: 短尾矮袋鼠出生数}, unit: 只, kind: flow}
observations:
  - {indicator: quokkas, area: 贵州省, period: 2022, value: 1, status: final, source: older, published: 2023-01-05}
  - {indicator: quokkas, area: 贵州省, period: 2023, value: 30000, unit: 只, status: superseded, source: older, published: 2024-01-05}
  - {indicator: quokkas, area: 贵州省, period: 2023, value: 2, status: revised}
  - {indicator: quokkas, area: 贵州省, period: 2025, value: 8, status: preliminary, hedge: gt, note: 抽样推算}
  - {indicator: quokka_births, area: 全国, period: 2025Q1, value: 12, status: final}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with one reference file in a subject of its own."""
    (tmp_path / "set" / "animals").mkdir(parents=True)
    (tmp_path / "set" / "animals" / "quokkas.yaml").write_text(OWN, encoding="utf-8")
    return tmp_path


def test_list_by_subject(run: Run, own: Path) -> None:
    """Under each file that defines them: id, name, unit, area, years, number of values; then the sum."""
    done = run("reference", "list", "--reference", "set")
    assert done.stdout.splitlines() == [
        "animals/quokkas  2 个指标，5 个数值",
        "  quokkas        短尾矮袋鼠数      万只  贵州省  2022-2025  4",
        "  quokka_births  短尾矮袋鼠出生数  只      全国  2025       1",
        "2 个指标，5 个数值",
    ], own


def test_list_by_publisher_and_words(run: Run, own: Path) -> None:
    """Under a publisher stand its own values only, whoever passed them on; words choose among names, publishers and subjects."""
    rows = run("reference", "list", "--reference", "set", "--by", "publisher", "--lang", "en", "quokkas").stdout.splitlines()
    assert [row for row in rows if not row.startswith(" ")] == [
        "动物统计局  2 indicators, 3 values", "动物学会  1 indicators, 2 values", "2 indicators, 5 values",
    ], own  # fmt: skip
    assert run("reference", "list", "--reference", "set", "出生").stdout.splitlines()[-1] == "1 个指标，1 个数值"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("矮袋鼠",), ["同名 quokkas"]),
        (("袋鼠", "出生"), ["含此词 quokka_births"]),
        (("短尾矮袋鼠的出生",), ["相近 quokka_births", "相近 quokkas"]),
    ],
)
def test_search(run: Run, own: Path, words: tuple[str, ...], found: list[str]) -> None:
    """What has the name exactly, else what contains all words, else what looks alike, and it says which."""
    done = run("reference", "search", *words, "--reference", "set")
    rows = [" ".join(row.split()[:2]) for row in done.stdout.splitlines()]
    assert set(found) <= set(rows), own
    assert rows[0].split()[0] == found[0].split()[0]


def test_search_for_nothing_like_it(run: Run) -> None:
    """No suggestion is better than a bad one."""
    done = run("reference", "search", "xyzxyz")
    assert (done.returncode, done.stdout) == (2, "")


def test_show_says_where_each_value_came_from(run: Run, own: Path) -> None:
    """Each value in its order with status, vintage, source, grade, address, file and line; the years as blocks, a gap as a blank."""
    done = run("reference", "show", "quokkas", "--reference", "set")
    assert [row.rstrip() for row in done.stdout.splitlines()] == [
        "短尾矮袋鼠数  quokkas  万只  stock  animals/quokkas",
        "  别名      矮袋鼠",
        "  贵州省  2022-2025  ▁▂ █",
        "    2022    1 万只  最终核实数  2023-01-05  [1]  set/animals/quokkas.yaml:8",
        "    2023  30000 只  已被修订    2024-01-05  [1]  set/animals/quokkas.yaml:9",
        "    2023    2 万只  修订数      2026-01-05  [2]  set/animals/quokkas.yaml:10",
        "    2025   >8 万只  初步数      2026-01-05  [2]  set/animals/quokkas.yaml:11  抽样推算",
        "  [1] C  《旧公报》，动物学会，2025-01-06，转引",
        "  [2] A  《动物普查公报》，动物统计局（某通讯社转发），2026-01-05，https://example.org/2025",
    ], own


def test_show_one_area_and_period(run: Run, own: Path) -> None:
    """An area by any of its names; a year takes in its parts; what there is not is said."""
    rows = run("reference", "show", "quokkas", "--area", "贵州", "--period", "2023", "--reference", "set").stdout
    assert re.findall(r"^ {4}(\S+) +(\S+)", rows, re.MULTILINE) == [("2023", "30000"), ("2023", "2")], own
    assert "2025Q1" in run("reference", "show", "quokka_births", "--period", "2025", "--reference", "set").stdout
    assert run("reference", "show", "quokkas", "--area", "云南", "--reference", "set").returncode == 2


def test_show_of_many_areas_is_a_line_each(run: Run) -> None:
    """An indicator of the shipped set with more than a few areas is shown area by area, with its latest year."""
    rows = run("reference", "show", "gdp").stdout.splitlines()
    assert any(re.search(r"^  广东省 +\S+-\S+ +\d+ +[▁-█ ]+ +\S+ 亿元  20\d\d", row) for row in rows)


def test_show_suggests(run: Run) -> None:
    """A name that nothing has leads to those like it."""
    assert "did you mean forest_cover" in run("reference", "show", "森林覆盖").stderr


BAD = OWN + """\
  - {indicator: quokkas, area: 吉林, period: 2024, value: 1, status: final}
  - {indicator: quokkas, area: 全国, period: 2024, value: 101, status: final}
  - {indicator: quokas, area: 全国, period: 2024, value: 1, status: final}
  - {indicator: quokkas, area: 全国, period: 2023, value: 1e5, status: final}
  - {indicator: quokkas, area: 全国, period: 2021, value: 5, unit: 只, status: final}
  - {indicator: quokkas, area: 全国, period: 2021, value: 5, status: final}
  - {indicator: quokkas, area: 全国, period: 2020, value: 5, status: final, published: 2019-03}
  - {indicator: quokkas, area: 全国, period: 2024, value: 9, status: final}
  - {indicator: quokkas, area: 全国, period: 2019, value: 5, unit: 匹马, status: final}
"""
FAULTS = {
    13: "an area that is not known: 吉林",
    14: "101 万只 is outside the bounds [0, 100] of quokkas",
    15: "no file defines the indicator 'quokas'",
    16: "no number: '1e5'",
    18: "5 万只, but bad.yaml:17 has 5 只",
    19: "published 2019-03, before 2020 began",
    20: "this value stands in bad.yaml:14 already",
    21: "no unit that is known: '匹马'",
}


def test_validate_names_all_faults_at_once(run: Run, tmp_path: Path) -> None:
    """What can't be read, what is not defined, what contradicts and what can't be, in one go, each with place, excerpt and caret."""
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    done = run("reference", "validate", "bad.yaml")
    found = dict(re.findall(r"^(?:factcheck: )?bad\.yaml:(\d+):\d+: (.+)$", done.stderr, re.MULTILINE))
    assert done.returncode == 2
    assert {int(line): message for line, message in found.items()} == FAULTS
    assert "    hint: write 吉林省 or 吉林市" in done.stderr
    shown = done.stderr.splitlines()
    for at, row in enumerate(shown):
        if row.strip() == "^":
            column = int(re.findall(r":(\d+): ", next(r for r in reversed(shown[:at]) if "bad.yaml:" in r and "- {" not in r))[0])
            assert cells(row) - 1 == 4 + cells(shown[at - 1][4 : 4 + column - 1])


def test_validate_with_what_it_is_used_with(run: Run, tmp_path: Path) -> None:
    """A file of values alone is held beside the shipped set, whose indicators it uses; alone it is not enough."""
    row = "{indicator: forest_cover, area: 贵州省, period: 2025, value: 63.3, status: final}"
    (tmp_path / "own.yaml").write_text(f"source: {{title: 公报, publisher: 林业局, published: 2026-03-01}}\nobservations:\n  - {row}\n")
    assert run("reference", "validate", "own.yaml").stdout == "ok: 0 indicators, 1 observations, 0 events\n"
    assert "no file defines" in run("reference", "validate", "--alone", "own.yaml").stderr


def test_areas_by_any_name() -> None:
    """Official, short and English names and codes lead to the name that reference files use; a shared one to each."""
    assert areas.named("贵州") == areas.named("Guizhou") == areas.named("520000") == ("贵州省",)
    assert areas.named("中国") == areas.named("156") == areas.named("CHN") == (areas.NATION,)
    assert areas.named("吉林") == ("吉林省", "吉林市")
    assert areas.named("火星") == ()


def test_columns_and_blocks() -> None:
    """Columns are measured in cells; a series without a slope is level, and a gap is a blank."""
    drawn = ["".join(piece.text for piece in line) for line in aligned([("甲", "1", "x"), ("ab", "22", "y")], right=(1,), indent=0)]
    assert drawn == ["甲   1  x  ", "ab  22  y  "]
    assert spark([Fraction(1), None, Fraction(8)]) == "▁ █"
    assert spark([Fraction(5), Fraction(5)]) == "▄▄"
    assert spark([Fraction(0), Fraction(7)], ascii_only=True) == ".@"
    assert spark([None]) == ""
