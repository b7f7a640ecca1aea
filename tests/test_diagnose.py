"""The slip that explains a mismatch: it is named, and the figure is written as it should be."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.model import Mismatch, Slip
from judging import HEAD, claim, judged, reference

KNOWN = reference("""
output 甲省 2022 9000.5 final 2024-01
output 甲省 2023 11111 superseded 2024-02
output 甲省 2023 11222 final 2025-02
output 甲省 2024 12345 final 2025-02
output 甲省 2025 14580 final 2026-02
output 乙省 2025 13337 final 2026-02
output_growth 甲省 2025 -3.2 final 2026-02
exports 甲省 2025 4720 final 2026-02
imports 甲省 2025 3860 final 2026-02
people 甲省 2024 4500 final 2025-02
people 甲省 2025 4620 final 2026-02
urban 甲省 2024 60.0 final 2025-02
urban 甲省 2025 65.0 final 2026-02
fields 甲省 2025 1500 final 2026-02
""")


def slips(figure: str, **more: Any) -> tuple[Slip, ...]:
    """What is said of a figure that must not fit."""
    verdict = judged(claim(figure, **more), KNOWN)
    assert isinstance(verdict, Mismatch)
    assert all(all(slip.text) for slip in verdict.slips)
    return verdict.slips


@pytest.mark.parametrize(
    ("figure", "name", "corrected", "more"),
    [
        ("1.458万元", "scale_wan_yi", "1.458万亿元", {}),
        ("1.458亿元", "scale_wan_yi", "1.458万亿元", {}),
        ("14580万亿元", "scale_wan_yi", "14580亿元", {}),
        ("1.458 billion yuan", "scale_wan_yi", "1.458 trillion yuan", {}),
        ("1458亿元", "decimal_shift", "14580亿元", {}),
        ("145800亿元", "decimal_shift", "14580亿元", {}),
        ("14.58万亿元", "decimal_shift", "1.46万亿元", {}),
        ("15480亿元", "digits_swapped", "14580亿元", {}),
        ("14850亿元", "digits_swapped", "14580亿元", {}),
        ("1580亿元", "digit_dropped", "14580亿元", {}),
        ("145580亿元", "digit_doubled", "14580亿元", {}),
        ("14780亿元", "digit_changed", "14580亿元", {}),
        ("12345亿元", "neighbouring_period", "14580亿元", {}),
        ("11111亿元", "neighbouring_period", "14580亿元", {}),
        ("9000.5亿元", "neighbouring_period", "14580.0亿元", {}),
        ("13337亿元", "other_area", "14580亿元", {}),
        ("3860亿元", "sibling_indicator", "4720亿元", {"name": "exports"}),
        ("3.2%", "direction", "", {"statement": "growth", "direction": "up"}),
        ("14600亿元", "hedge_side", "近14600亿元", {"hedge": "gt"}),
        ("14500亿元", "hedge_side", "超14500亿元", {"hedge": "near_below"}),
        ("4620万人", "increase_to_by", "", {"name": "people", "statement": "change", "direction": "up", "basis": ("year_on_year",)}),
        ("120万人", "increase_to_by", "", {"name": "people", "change": "increase_to", "direction": "up"}),
        ("2150亿元", "currency", "14580亿元", {}),
    ],
)
def test_a_slip_is_named_and_the_figure_put_right(figure: str, name: str, corrected: str, more: dict[str, Any]) -> None:
    """Each kind of slip is found in a figure made by it; the correction keeps our scale word and our digits."""
    found = {slip.name: slip.corrected for slip in slips(figure, **more)}
    assert name in found
    assert found[name] == corrected


def test_a_unit_that_would_make_it_right() -> None:
    """1500万公顷 for 1500万亩: right in the other unit."""
    names = [slip.name for slip in slips("1500万公顷", name="fields")]
    assert names[0] == "unit"


def test_percent_for_percentage_points() -> None:
    """From 60% to 65% is 5 points and 8.3%: who writes 5% has probably left out the points."""
    growth = '  urban_growth: {name: {zh: 城镇化率增长}, unit: "%", kind: rate, growth_of: urban}\nobservations:'
    rows = "urban 甲省 2024 60.0 final 2025\nurban 甲省 2025 65.0 final 2026\nurban_growth 甲省 2025 8.3 final 2026"
    known = reference(rows, HEAD.replace("observations:", growth))
    verdict = judged(claim("5.0%", "urban", statement="growth", direction="up"), known)
    assert isinstance(verdict, Mismatch)
    assert "percentage_point" in [slip.name for slip in verdict.slips]


def test_at_most_three_and_the_likeliest_first() -> None:
    """A swapped pair is likelier than a wrong digit, and a list of guesses is no help."""
    found = [slip.name for slip in slips("15480亿元")]
    assert found[0] == "digits_swapped"
    assert len(found) <= 3


@pytest.mark.parametrize("figure", ["3亿元", "88888亿元", "5.7万亿元"])
def test_a_figure_far_from_all_is_left_alone(figure: str) -> None:
    """Nothing is made up: where no slip leads to the official figure, none is named."""
    assert slips(figure) == ()


def test_a_figure_in_words_has_no_slips_of_the_pen() -> None:
    """Digits are compared only where digits stand."""
    one = claim("14850亿元")
    verdict = judged(one._replace(mention=one.mention._replace(surface="一万四千八百五十亿元")), KNOWN)
    assert isinstance(verdict, Mismatch)
    assert not {slip.name for slip in verdict.slips} & {"digits_swapped", "digit_changed", "scale_wan_yi", "decimal_shift"}


@pytest.mark.parametrize(
    ("figure", "names", "more"),
    [
        ("5.6%", [], {"statement": "growth", "direction": "down"}),
        ("3.9%", ["digit_changed"], {"statement": "growth", "direction": "down"}),
        ("2.9%", ["last_digit"], {"statement": "growth", "direction": "down"}),
        ("14530亿元", ["digit_changed"], {}),
        ("1500万公顷", ["unit"], {"name": "fields"}),
        ("12345亿元", ["neighbouring_period"], {}),
        ("1458亿元", ["decimal_shift", "digit_dropped"], {}),
    ],
)
def test_only_slips_of_the_likeliest_kind_are_named(figure: str, names: list[str], more: dict[str, Any]) -> None:
    """What explains a figure better leaves no room for the rest; several of one kind are shown as a tie."""
    assert [slip.name for slip in slips(figure, **more)] == names
