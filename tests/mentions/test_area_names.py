"""Names of divisions that stand next to each other, before their meaning is decided."""

from __future__ import annotations

import pytest

from kg.gazetteer.divisions import load
from kg.mentions.area_names import area_of, division_names, is_dateline, named_runs
from kg.mentions.mention import Area
from mentions.articles import case


@pytest.mark.parametrize(("text", "runs"), [
    case("one name", "在平原县开工", [("平原县",)]),
    case("a run", "湖北省宜昌市夷陵区开工", [("湖北省", "宜昌市", "夷陵区")]),
    case("two runs", "平原县和齐河县开工", [("平原县",), ("齐河县",)]),
    case("the head of a city takes its last character", "德州市长李志远", [("德州市",)]),
    case("part of a street's name", "德州市平原路开工", [("德州市",)]),
    case("a word of two others", "要适应城市发展", []),
    case("nothing", "", []),
])  # fmt: skip
def test_runs_of_names(text: str, runs: list[tuple[str, ...]]) -> None:
    assert [run.surfaces for run in named_runs(text, 0, len(text))] == runs


def test_a_head_leaves_his_city_its_name_without_the_level() -> None:
    (run,) = named_runs("德州市长李志远", 0, 7)
    assert "德州市长李志远"[run.start : run.end] == "德州"


@pytest.mark.parametrize(("text", "dateline"), [
    ("北京8月8日电", True), ("北京电 （记者", True), ("北京报道", True), ("北京8月8日召开", False), ("北京", False),
])  # fmt: skip
def test_where_an_article_was_written(text: str, dateline: bool) -> None:
    assert is_dateline(text, 2) == dateline


def test_names_of_a_part_do_not_reach_over_its_edge() -> None:
    text = "在平原县开工。" * 40  # an article, not a name
    assert [(start, end) for _, start, end in division_names(text, 0, 7)] == [(1, 4)]
    assert [(start, end) for _, start, end in division_names(text, 0, 3)] == [(1, 3)]


def test_the_area_of_a_division() -> None:
    assert area_of(load().by_code("371426")) == Area("平原县", "county", "371426", "371400")


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("市长陈海东赴平原县调研，陈海东指出", [("平原县",)]),
        ("市长到海东考察", [("海东",)]),
        ("书记任海东的名单", [("海东",)]),
    ],
)
def test_a_given_name_is_no_place(text: str, runs: list[tuple[str, ...]]) -> None:
    assert [run.surfaces for run in named_runs(text, 0, len(text))] == runs
