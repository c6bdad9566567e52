"""Counties named in short by a word that has other meanings: read where the words around demand an area."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.gazetteer.divisions import load
from kg.mentions import triggers
from kg.mentions.told_names import stems
from mentions.articles import case, reading


def named(text: str) -> list[tuple[str, str]]:
    """(words, area) of each county that the article names or that a word of it points at."""
    found = [m for sentence in reading(text, publisher=None).sentences for m in sentence.areas]
    return [(m.surface, m.area.name) for m in found if m.area.level == "county"]


@pytest.mark.parametrize(("text", "expected"), [
    case("behind what it lies in", "记者从上海宝山获悉，云帆产业园开工。项目进展顺利。", [("上海宝山", "宝山区")]),
    case("behind a city", "宁波江北今年开工30个项目。进展顺利。", [("宁波江北", "江北区")]),
    case("again, of one", "宁波江北开工30个项目。江北今年还将开工云帆产业园。",
         [("宁波江北", "江北区"), ("江北", "江北区")]),
    case("again, of one with its full name", "宁波市江北区开工。在江北，李志远走访企业。",
         [("宁波市江北区", "江北区"), ("江北", "江北区")]),
    case("behind a word that asks for an area", "上海市宝山区开工。记者从宝山获悉。",
         [("上海市宝山区", "宝山区"), ("宝山", "宝山区")]),
])  # fmt: skip
def test_an_area(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize("text", [
    case("never said", "江北今年还将开工云帆产业园。"),
    case("elsewhere", "杭州江北今年开工30个项目。进展顺利。"),
    case("an airport", "上海金山国际机场扩建。进展顺利。"),
    case("an office of another kind", "湖北公安机关开展行动。进展顺利。"),
    case("across two words", "山东高密度开发。进展顺利。"),
    case("a verb", "南昌新建医院三座。进展顺利。"),
    case("a mountain of the province", "山东泰山队获胜。进展顺利。"),
])  # fmt: skip
def test_no_area(text: str) -> None:
    assert named(text) == []


def test_a_word_that_nothing_demands_stays_a_word() -> None:
    assert named("沈阳市和平区开工。人们爱好和平，为和平而来。") == [("沈阳市和平区", "和平区")]


def test_the_only_county_that_the_news_come_from_is_home() -> None:
    text = "上海云帆产业园开工。上海早报记者从上海宝山获悉，上海云帆产业园一期封顶。"
    home = reading(text, publisher=None).home.division
    assert home is not None and home.name == "宝山区"


@given(st.lists(st.sampled_from([*stems()[:40], "宁波", "上海", "江北区", "从", "获悉", "，", "今年"]), max_size=8))
def test_names_come_in_order_without_overlaps(pieces: list[str]) -> None:
    found = triggers.scan("".join(pieces)).divisions
    assert all(before[2] <= behind[1] for before, behind in itertools.pairwise(found))


def test_no_stem_is_a_name_of_its_own() -> None:
    assert not {*stems()} & {surface for surface, _ in load().surfaces()}
