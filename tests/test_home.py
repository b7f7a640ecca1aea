"""Whose figures they are of which nothing says whose: the place of the headline comes before the paper's own region."""

from __future__ import annotations

import pytest

from factcheck.grammar import read
from factcheck.model import Article, Missing, Vocabulary
from factcheck.period import Period

STORY = "2025年，溪山县实现生产总值212.6亿元。其中，第一产业增加值28.4亿元。\n\n全县常住人口38.6万人，比全省少得多。\n\n旅游总收入41.8亿元。\n"


def areas(headline: str) -> list[str | None]:
    """The places of the story's figures under a headline, for a paper of Guizhou."""
    text = f"{headline}\n\n{STORY}"
    found = read(Article.of("a.txt", text), Vocabulary(), Period.parse("2026-03-10"), "贵州省")
    return [claim.area.value and claim.area.value.name for claim in found.claims if claim.span.start > len(headline)]


def test_the_place_of_the_headline_is_that_of_the_article() -> None:
    """全县, and what no sentence places, are of the county that the headline opens with."""
    assert areas("溪山县去年经济增长6.3%") == areas("溪山县政府工作报告") == ["溪山县"] * 4


def test_without_it_the_region_is_the_papers() -> None:
    """A headline without a place leaves such figures to the region given."""
    assert areas("县域经济再上台阶")[-1] == "贵州省"


def test_a_provinces_paper_on_a_city() -> None:
    """Where an article calls a city without a name its own, its figures are not those of the paper's province."""
    text = "2025年，全市实现生产总值212.6亿元。财政收入18.4亿元。\n\n年末全市常住人口38.6万人。\n\n旅游总收入41.8亿元。\n"
    found = read(Article.of("a.txt", text), Vocabulary(), Period.parse("2026-03-10"), "贵州省")
    assert {claim.area.value and claim.area.value.name for claim in found.claims} == {"全市"}


@pytest.mark.parametrize("headline", ["上半年全市工业增长5%", "开发区建设提速", "各地区生产总值公布", "山区道路300公里", "新区落户企业20家", "甲县乙县携手发展"])
def test_words_that_end_as_places_do_are_none(headline: str) -> None:
    """全市, 开发区 and the like at the head of a headline name no place, nor do two places."""
    article = Article.of("a.txt", f"{headline}\n\n正文第一句。\n")
    assert isinstance(read(article, Vocabulary()).context.headline, Missing)
