"""Names that share their end are each a name (guideline, "hosts")."""

from __future__ import annotations

import pytest

from kg.mentions.mention import ProjectMention
from kg.mentions.projects import projects
from mentions.articles import case


def names(text: str) -> list[str]:
    return [each.name for each in projects(text, 0, len(text)) if isinstance(each, ProjectMention)]


@pytest.mark.parametrize(("text", "expected"), [
    case("counted", "高标准推进云帆、平原、齐河三个国家实验室建设。",
         ["云帆国家实验室", "平原国家实验室", "齐河国家实验室"]),
    case("lines", "云上—山东、鹤东—湖南等特高压工程相继开工。", ["云上—山东特高压工程", "鹤东—湖南特高压工程"]),
    case("two areas", "建成平原和齐河青禾光伏电站。", ["平原青禾光伏电站", "齐河青禾光伏电站"]),
])  # fmt: skip
def test_each_is_a_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", [
    case("counted things that cannot be told apart", "建设平原三个物流园。"),
    case("lines of no kind", "云上—山东、鹤东—湖南等航线相继开通。"),
])  # fmt: skip
def test_what_shares_no_end(text: str) -> None:
    assert names(text) == []
