"""Names in lists that say what they are: works that are opened, lists that a count closes (guideline, "hosts")."""

from __future__ import annotations

import pytest

from kg.mentions.mention import ProjectMention
from kg.mentions.projects import projects
from mentions.articles import case


def names(text: str) -> list[str]:
    return [each.name for each in projects(text, 0, len(text)) if isinstance(each, ProjectMention)]


@pytest.mark.parametrize(("text", "expected"), [
    case("opened", "云帆生态大道、鹤鸣环岛景观道等道路建成通车。", ["云帆生态大道", "鹤鸣环岛景观道"]),
    case("being made", "积极打造云帆大景区、鹤鸣智慧绿谷等一批环境优美的平台。", ["云帆大景区", "鹤鸣智慧绿谷"]),
    case("raised", "云帆双子大厦、鹤鸣文体中心等一批地标性建筑拔地而起。", ["云帆双子大厦", "鹤鸣文体中心"]),
    case("counted without 等", "要开工建设云帆至鹤鸣、蓝谷至青禾以及鹤鸣段扩建3个高速公路项目。",
         ["云帆至鹤鸣", "蓝谷至青禾", "鹤鸣段扩建"]),
])  # fmt: skip
def test_works(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", [
    case("only passed", "车队经过云帆生态大道、鹤鸣环岛景观道等道路。"),
    case("another number than there are", "要开工建设云帆至鹤鸣、蓝谷至青禾5个高速公路项目。"),
    case("two may be one name", "投资建设云帆光伏和储能两个基地项目。"),
])  # fmt: skip
def test_what_is_no_list_of_works(text: str) -> None:
    assert names(text) == []
