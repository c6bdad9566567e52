"""Which project is meant: one reference for each project of an article."""

from __future__ import annotations

import pytest
from mentions.articles import case, reading

from kg.relations.project_index import ProjectIndex
from relations.claims import project_refs


@pytest.mark.parametrize(("text", "expected"), [
    case("with and without the owner", "蓝谷新材料有限公司改性塑料项目开工。改性塑料项目占地300亩。",
         {("蓝谷新材料有限公司改性塑料项目", "平原县")}),
    case("with and without brackets", "青禾（平原）智能装备产业园项目开工。青禾智能装备产业园项目占地300亩。",
         {("青禾（平原）智能装备产业园项目", "平原县")}),
    case("small difference", "蓝谷年产11万吨级改性塑料项目开工。蓝谷年产11万吨改性塑料项目占地300亩。",
         {("蓝谷年产11万吨级改性塑料项目", "平原县")}),
    case("phases are two", "云帆锂电池一期项目竣工。云帆锂电池二期项目开工。",
         {("云帆锂电池一期项目", "平原县"), ("云帆锂电池二期项目", "平原县")}),
    case("capacities are two", "蓝谷年产10万吨改性塑料项目开工。蓝谷年产30万吨改性塑料项目开工。",
         {("蓝谷年产10万吨改性塑料项目", "平原县"), ("蓝谷年产30万吨改性塑料项目", "平原县")}),
    case("a short name that two share stays apart", "云帆锂电池项目开工。青禾锂电池项目开工。",
         {("云帆锂电池项目", "平原县"), ("青禾锂电池项目", "平原县")}),
    case("the most certain place is everybody's", "云帆锂电池项目开工。云帆锂电池项目位于王凤楼镇。",
         {("云帆锂电池项目", "王凤楼镇")}),
])  # fmt: skip
def test_one_reference_for_each_project(text: str, expected: set[tuple[str, str | None]]) -> None:
    assert project_refs(text) == expected


def test_a_park_is_marked() -> None:
    read = reading("青禾智能装备产业园开工。云帆锂电池项目开工。")
    index = ProjectIndex(read)
    found = {p.name: index.ref(p.name).park for s in read.sentences for p in s.projects}
    assert found == {"青禾智能装备产业园": True, "云帆锂电池项目": False}


def test_the_order_of_the_names_changes_nothing() -> None:
    first, second = "蓝谷新材料有限公司改性塑料项目开工。", "改性塑料项目占地300亩。"
    assert project_refs(first + second) == project_refs(second + first)


def test_a_project_that_is_not_in_the_article_has_no_place() -> None:
    project = ProjectIndex(reading("平原县召开会议。")).ref("云帆锂电池项目")
    assert (project.name, project.area) == ("云帆锂电池项目", None)
