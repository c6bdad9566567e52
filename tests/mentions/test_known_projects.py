"""A facility that one sentence builds is a project where others only name it."""

from __future__ import annotations

import pytest

from kg.mentions.known_projects import without_area
from mentions.articles import case, reading


def found(text: str) -> list[tuple[str, ...]]:
    return [tuple(p.name for p in sentence.projects) for sentence in reading(text).sentences]


@pytest.mark.parametrize(("text", "expected"), [
    case("built elsewhere", "鹤鸣大桥建成通车。清晨，鹤鸣大桥上车流不断。", [("鹤鸣大桥",), ("鹤鸣大桥",)]),
    case("with its area elsewhere", "鹤鸣大桥建成通车。清晨，平原县鹤鸣大桥上车流不断。",
         [("鹤鸣大桥",), ("平原县鹤鸣大桥",)]),
    case("gone on about", "首航客机飞抵鹤鸣机场。机场占地200公顷，总投资28亿元。", [("鹤鸣机场",), ()]),
    case("built nowhere", "客机飞抵鹤鸣机场。机场上有人迎接。", [(), ()]),
    case("of another place", "平原县轨道交通11号线开工。乘客换乘齐河县轨道交通11号线。",
         [("平原县轨道交通11号线",), ()]),
])  # fmt: skip
def test_where_it_is_only_named(text: str, expected: list[tuple[str, ...]]) -> None:
    assert found(text) == expected


def test_what_is_a_project_is_not_turned_down_as_well() -> None:
    article = reading("鹤鸣大桥建成通车。清晨，鹤鸣大桥上车流不断。")
    assert [each.why for sentence in article.sentences for each in sentence.turned_down] == []


def test_a_name_that_would_be_too_short_keeps_its_area() -> None:
    assert without_area("平原县鹤鸣大桥") == "鹤鸣大桥"
    assert without_area("平原大桥") == "平原大桥"
