"""Projects called by their trade alone: one where the words around them speak of one (guideline, "hosts")."""

from __future__ import annotations

import pytest

from kg.mentions.mention import ProjectMention
from kg.mentions.projects import projects
from mentions.articles import case


def names(text: str) -> list[str]:
    first = text.index("。") + 1
    return [each.name for each in projects(text, 0, first) if isinstance(each, ProjectMention)]


@pytest.mark.parametrize(("text", "expected"), [
    case("its sum before it", "投资90亿元的医药化工项目打下地桩。", ["医药化工项目"]),
    case("what it comes to", "蓝谷集团等联合投资，总金额超80亿元的石化项目加速推进。", ["石化项目"]),
    case("put in for it", "投入28亿元用于变速箱产能扩建项目。", ["变速箱产能扩建项目"]),
    case("its sum behind it", "平原县集中供水项目总投资约为3亿元。", ["平原县集中供水项目"]),
    case("a company that puts its money in", "蓝谷公司拟投资城市更新改造项目。", ["城市更新改造项目"]),
    case("money raised for two", "募集资金将用于算力大模型建设项目及智能中台建设项目。",
         ["算力大模型建设项目", "智能中台建设项目"]),
    case("the next sentence goes on about it", "大家了解绿色能源高端装备示范基地项目。据了解，该项目总投资11亿元。",
         ["绿色能源高端装备示范基地项目"]),
    case("said to be the largest", "鹤中引水工程是我省规模最大的水资源配置工程。", ["鹤中引水工程"]),
    case("of as many areas as counted", "甘肃、青海两省区农村供电提升工程全面展开。", ["农村供电提升工程"]),
])  # fmt: skip
def test_one_of_its_kind(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", [
    case("no sum", "推进精细化工项目。"),
    case("nothing goes on about it", "大家了解绿色能源高端装备示范基地项目。会后座谈。"),
    case("someone of it speaks", "大家了解绿色能源高端装备示范基地项目。该项目负责人介绍情况。"),
    case("many", "投资5亿元的老旧小区改造项目开工。"),
    case("service", "投入100万元用于乡村支教服务项目。"),
    case("campaign, of counted areas", "甘肃、青海两省区农村供电提升工程广受好评。"),
    case("class", "全县重点建设项目总投资500亿元。"),
])  # fmt: skip
def test_a_class(text: str) -> None:
    assert names(text) == []
