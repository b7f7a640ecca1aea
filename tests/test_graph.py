"""The graph of an article's figures: which claims state one fact, which figures tell of one movement, and one finding for one cause."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from factcheck.grammar import read
from factcheck.interval import Interval
from factcheck.model import Article, Finding, Graph, Problem, Span, Text, Vocabulary
from factcheck.period import Period
from factcheck.rules import graph, settled
from factcheck.rules._arithmetic import power, root

SAID = Text("", "")


def of(text: str) -> Graph:
    """The graph of a text of June 2026."""
    return graph(read(Article.of("text", text), Vocabulary({"gdp": ("gdp",), "国内生产总值": ("gdp",)}), Period.parse("2026-06-18")))


def test_one_fact_under_two_names() -> None:
    """Two names of one indicator, and a round figure beside a precise one, state one fact, which is what both allow."""
    found = of("2025年全国GDP超140万亿元。2025年，全国国内生产总值为140.2万亿元。2024年全国GDP为134.8万亿元。")
    assert [[claim.mention.surface for claim in fact.claims] for fact in found.facts] == [["140万亿元", "140.2万亿元"], ["134.8万亿元"]]
    assert not found.facts[0].value.empty()


def test_a_fact_with_two_values_is_empty() -> None:
    """Where no number fits both claims, nothing is left of the fact."""
    assert of("2025年全国GDP为140.2万亿元。2025年，全国国内生产总值为142.0万亿元。").facts[0].value.empty()


def test_another_owner_place_or_time_is_another_fact() -> None:
    """A firm's figure, another city's, and another year's are not one fact."""
    assert len(of("2025年甲市出口额50亿元。2025年甲市民营企业出口额30亿元。2024年甲市出口额40亿元。2025年乙县出口额5亿元。").facts) == 4


def test_a_movement_keeps_to_its_statistic() -> None:
    """From, to, by and rate of one thing are one movement; the next noun begins another."""
    move, *rest = of("旅客由1200万人增至1500万人，增加300万人，增长25%，收入80亿元。").moves
    assert [claim.mention.surface for claim in (move.base, move.now, move.by, *move.rates) if claim] == ["1200万人", "1500万人", "300万人", "25%"]
    assert not rest


def parts(text: str) -> list[list[str]]:
    """The surfaces of each breakdown of a text, its whole first."""
    return [[claim.mention.surface for claim in (found.whole, *found.parts)] for found in of(text).breakdowns]


def test_parts_are_found_by_their_names() -> None:
    """All parts of one whole, in any order and with other figures between; another statistic's total is not their whole."""
    text = "全市固定资产投资200亿元，房地产投资90亿元。第三产业投资100亿元，增长3%；第一产业投资20亿元；第二产业投资80亿元。"
    assert parts(text) == [["200亿元", "20亿元", "80亿元", "100亿元"]]
    assert parts("外贸进出口810亿元，其中出口520亿元，进口290亿元。") == [["810亿元", "520亿元", "290亿元"]]


def test_what_names_no_whole_is_no_breakdown() -> None:
    """Parts without their whole, a part missing, averages, and wholes of another place or time are left alone."""
    assert not parts("全市房地产投资90亿元。第一产业投资20亿元，第二产业投资80亿元，第三产业投资100亿元。")
    assert not parts("外贸进出口810亿元，其中出口520亿元。")
    assert not parts("居民人均收入3万元，其中城镇居民人均收入4万元，农村居民人均收入2万元。")
    assert not parts("2025年甲市进出口810亿元。2024年乙县出口520亿元，进口290亿元。")


def test_parts_behind_a_marker_are_of_the_figure_before_it() -> None:
    """Men and women, town and country, of the same people, whatever these are called."""
    assert parts("全县户籍人口12万人。其中，城镇人口5万人，乡村人口7万人；男性6万人，女性6万人。") == [["12万人", "5万人", "7万人"], ["12万人", "6万人", "6万人"]]


def test_a_row_of_totals_sums_up_its_table() -> None:
    """Each column of amounts is a breakdown of its own; an average at the foot of a column is no sum."""
    table = "县区 | 企业（家） | 产值（亿元）\n东山县 | 120 | 35.2\n西河县 | 80 | 20.1\n合计 | 200 | 55.3\n"
    assert parts(table) == [["200", "120", "80"], ["55.3", "35.2", "20.1"]]
    assert not parts("县区 | 人均收入（元）\n东山县 | 35200\n西河县 | 20100\n合计 | 29300\n")


def test_shares_of_one_whole_are_a_mix() -> None:
    """a:b:c of a known partition, one share for each part, and contributions in a row; a ratio of other things is none."""
    found = of("三次产业结构为6.6:61.8:31.6。男女性别比为105:100。城镇人口占54%，乡村人口占46%。三次产业对经济增长的贡献率分别为1%、52%和47%。").mixes
    assert [(mix.partition, len(mix.shares), mix.contributed) for mix in found] == [("三次产业", 3, False), ("城乡", 2, False), ("三次产业", 3, True)]
    assert not of("城镇家庭有车的占62%，农村家庭有车的占41%。").mixes


def test_a_share_names_its_part_and_its_whole() -> None:
    """Part and whole are told before the share that names both; a share of the world is none of them."""
    (found,) = of("年末常住人口3856万人。其中，城镇常住人口2114万人，占年末常住人口的比重为54.82%。").portions
    assert [claim.mention.surface for claim in (found.part, found.whole, found.share)] == ["2114万人", "3856万人", "54.82%"]
    assert not of("我国总人口14.1亿人，约占全球总人口的18%。").portions


def test_what_is_left_is_a_balance() -> None:
    """A surplus belongs to the exports and imports before it, and to no others."""
    (found,) = of("出口额520亿元，对美国出口额90亿元，进口额290亿元，贸易顺差230亿元。").balances
    assert [claim.mention.surface for claim in (found.gain, found.loss, found.result)] == ["520亿元", "290亿元", "230亿元"]


def test_an_average_needs_its_very_total_and_number() -> None:
    """What was carried on so many days is averaged over them; an area that was only watered is not what bore the yield."""
    (found,) = of("春运40天，铁路发送旅客953万人次，日均发送23.8万人次。").averages
    assert [claim.mention.surface for claim in found] == ["953万人次", "40天", "23.8万人次"]
    assert not of("灌溉面积16万亩，粮食单产428公斤，总产8081万公斤。").averages


def problem(at: int, *related: int, severity: str = "error") -> Finding:
    """A finding of a rule of that place, which accuses one figure and rests on others."""
    return Finding(f"rule-{at}", Problem(severity, Span(at, at + 1), SAID, tuple(Span(one, one + 1) for one in related)))  # type: ignore[arg-type]


def test_one_cause_gives_one_finding() -> None:
    """What fails over an accused figure is told with it; what only shares a witness, or is a note, is not."""
    kept = settled((problem(1, 2, 3), problem(2, 1), problem(5, 3), problem(6, 1, severity="note")))
    assert [finding.problem.span.start for finding in kept] == [1, 5, 6]
    assert len(kept[0].problem.also) == 1


def test_the_stronger_problem_speaks() -> None:
    """An error takes in a warning that stands before it, and what an official source says comes first of all."""
    kept = settled((problem(1, 4, severity="warning"), problem(4, 1)))
    assert [(finding.problem.span.start, finding.problem.severity) for finding in kept] == [(4, "error")]
    official = Finding("differs-from-reference", Problem("error", Span(9, 10), SAID))
    assert [finding.rule for finding in settled((problem(4, 9), official))] == ["differs-from-reference"]


def test_one_amount_in_two_units() -> None:
    """What a bracket or 折合 says again in another unit is one amount; what a bracket says of something else is not."""
    found = of("新建果园1.39万公顷（20.85万亩），隧道长12.5公里，折合12500米，造林3000公顷（其中竹林4万亩），出口额1158亿元（约合162亿美元）。").equals
    assert [(equal.first.mention.surface, equal.second.mention.surface) for equal in found] == [
        ("1.39万公顷", "20.85万亩"), ("12.5公里", "12500米"), ("1158亿元", "162亿美元"),
    ]  # fmt: skip


def test_two_named_years_are_a_movement() -> None:
    """Levels of two years in two sentences are one movement, dated; those of two things, or with no year, are none."""
    move, *rest = of("2015年园区税收712亿元。2024年达到5367亿元，年均增长25%。2025年园区用电量5亿千瓦时。").moves
    assert (move.base and move.base.mention.surface, move.now and move.now.mention.surface, move.years) == ("712亿元", "5367亿元", 9)
    assert not rest


@given(st.fractions(min_value=-50, max_value=400, max_denominator=100), st.integers(min_value=2, max_value=30))
def test_yearly_rates_compound(rate: Fraction, years: int) -> None:
    """The yearly rate of a growth over so many years is the rate that it was compounded from, to a millionth."""
    whole = power(Interval.point(rate), years)
    back = root(whole, years) if whole else None
    assert back is not None
    assert back.low is not None
    assert abs(back.low - rate) < Fraction(1, 10**6)


def test_a_figure_in_a_table_knows_its_row_and_column() -> None:
    """What heads row and column, bare years in headings as times, and a growth of the later of two years."""
    text = "指标（单位：亿元、%） | 2025 | 2024 | 增长\n出口额 | 120.5 | 110.2 | 9.3\n进口额 | 80.1 | 78.4 | 2.2"
    claims = read(Article.of("text", text), Vocabulary(), Period.parse("2026-06-18")).claims[:3]
    assert [(claim.cell.row, claim.cell.column) for claim in claims if claim.cell] == [("出口额", "2025"), ("出口额", "2024"), ("出口额", "增长")]
    assert [(claim.mention.unit, claim.change, claim.period.value and claim.period.value.text) for claim in claims] == [
        ("CNY", "level", "2025"), ("CNY", "level", "2024"), ("percent", "growth_rate", "2025")]  # fmt: skip


def test_columns_of_a_table_are_facts_of_their_own() -> None:
    """People of the towns and of the villages of one county are two facts, though one label and one year hold for both."""
    table = "2024年各县人口\n县区 | 城镇（万人） | 乡村（万人）\n东山县 | 12.5 | 20.2\n西河县 | 8.1 | 18.4\n"
    assert [len(fact.claims) for fact in of(table).facts] == [1, 1, 1, 1]
