"""Counterparts abroad, volume indices and places in the world: what they confirm, and how little they contradict."""

from __future__ import annotations

import pytest

from factcheck.model import Match, Mismatch, Unchecked
from judging import HEAD, claim, judged, reference, said

HEAD_ = HEAD.replace(
    "observations:\n",
    """\
  output_usd: {name: {zh: 总产出（美元）, en: output in dollars}, unit: 亿美元, kind: flow, additive: true, growth_basis: real, abroad_of: output}
observations:
""",
)
KNOWN = reference(
    """
output 全国 2025 1400000 final 2026-02
output_usd 全国 2025 200000 final 2026-03
output_usd 甲国 2025 300000.5 final 2026-03
output_usd 乙国 2025 40000 final 2026-03
output_usd 丙国 2025 30000 final 2026-03
output_usd 世界 2025 600000 final 2026-03
output_index 全国 2024 1000.0 final 2026-02
output_index 全国 2025 1052.0 final 2026-02
output_growth 丁省 2024 5.1 preliminary 2025-01
output 丁省 2024 900 superseded 2025-01
output 丁省 2024 930 revised 2026-01
""",
    HEAD_,
)


@pytest.mark.parametrize(
    ("figure", "area", "expected"),
    [
        ("30.00万亿美元", "甲国", "match"),
        ("28.5万亿美元", "甲国", "not_comparable"),
        ("3.00万亿美元", "甲国", "mismatch"),
        ("20万亿美元", "全国", "match"),
        ("140万亿元", "全国", "match"),
        ("30万亿元", "甲国", "no_reference"),
    ],
)
def test_other_countries_and_other_currencies(figure: str, area: str, expected: str) -> None:
    """The indicator's own figures where it has any of that area and unit, else its counterpart's; what is near it is not contradicted."""
    assert said(judged(claim(figure, area=area), KNOWN)) == expected


def test_a_figure_from_abroad_is_no_ground_for_an_error() -> None:
    """Sources abroad differ: what is far from one of them is worth a warning."""
    verdict = judged(claim("3.00万亿美元", area="甲国"), KNOWN)
    assert isinstance(verdict, Mismatch)
    assert not verdict.firm


def test_a_share_of_the_world() -> None:
    """From the counterpart's own levels, so that no two currencies are divided."""
    verdict = judged(claim("33.3%", area="全国", statement="share", whole="世界"), KNOWN)
    assert isinstance(verdict, Match)
    assert "200000÷600000=33.33%" in verdict.why.zh


@pytest.mark.parametrize(("place", "area", "expected"), [("2", "全国", "match"), ("1", "全国", "mismatch"), ("3", "乙国", "match"), ("4", "丙国", "no_reference")])
def test_a_place_in_the_world_is_proved(place: str, area: str, expected: str) -> None:
    """What the world's total leaves for all others, 29999.5, is less than 乙国 has, so that none of them comes before it; not so with 丙国."""
    known = reference("".join(f"output_usd {row} final 2026-03\n" for row in ROWS), HEAD_)
    assert said(judged(claim(place, area=area, statement="rank", whole="世界"), known)) == expected


ROWS = ("全国 2025 200000", "甲国 2025 300000.5", "乙国 2025 40000", "丙国 2025 29000", "世界 2025 600000")


def test_growth_at_constant_prices_from_an_index() -> None:
    """1052.0 after 1000.0: 5.2 percent, and neither 6 percent nor growth at current prices."""
    five = judged(claim("5.2%", area="全国", statement="growth", direction="up"), KNOWN)
    assert isinstance(five, Match)
    assert "1052.0÷1000.0−1" in five.why.zh
    assert said(judged(claim("6.2%", area="全国", statement="growth", direction="up"), KNOWN)) == "mismatch"
    assert said(judged(claim("5.2%", area="全国", statement="growth", direction="up", basis=("nominal",)), KNOWN)) == "no_reference"


def test_growth_may_have_moved_with_a_census() -> None:
    """After the level was revised, a rate near the first one may be the revised one; before that, and far from it, none is."""
    near, far = (claim(figure, area="丁省", period="2024", statement="growth", direction="up") for figure in ("5.6%", "8.6%"))
    later = judged(near, KNOWN)
    assert isinstance(later, Unchecked)
    assert "增速可能也已修订" in later.why.zh
    assert said(judged(near, KNOWN, "2025-06-01")) == "mismatch"
    assert said(judged(far, KNOWN)) == "mismatch"
