"""Works that are called by what is done to a thing, and plants by what they make (guideline, "hosts")."""

from __future__ import annotations

import pytest

from kg.mentions.mention import ProjectMention
from kg.mentions.projects import projects
from mentions.articles import case


def names(text: str) -> list[str]:
    return [each.name for each in projects(text, 0, len(text)) if isinstance(each, ProjectMention)]


@pytest.mark.parametrize(("text", "expected"), [
    case("begun", "很快，苍鹤棚户区启动改造工程。", ["苍鹤棚户区改造工程"]),
    case("going on", "观鹤桥商圈正在进行扩容升级。", ["观鹤桥商圈扩容升级"]),
    case("going on, behind", "鹤河生态综合治理正在进行。", ["鹤河生态综合治理"]),
    case("allowed", "云帆错盐湖综合开发利用已于7月获县发改委立项批复。", ["云帆错盐湖综合开发利用"]),
    case("pushed on", "推进鹤鸣大厦的整体更新。", ["鹤鸣大厦整体更新"]),
    case("capacity", "集团还将就地建设年产50万吨的合金铸件企业。", ["年产50万吨的合金铸件企业"]),
    case("capacity behind a sum", "总投资5亿元的年产30万套轴承生产线投产。", ["年产30万套轴承生产线"]),
])  # fmt: skip
def test_works(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", [
    case("class", "加快老旧小区改造。"), case("class that is begun", "城市居民小区启动改造工程。"),
    case("great river", "大力推进黄河生态保护修复。"), case("no word of building", "鹤鸣大厦更新了招牌。"),
    case("campaign", "开展“千县工程”县医院改造。"), case("what others make", "全县有年产50万吨的铸件企业。"),
])  # fmt: skip
def test_what_is_no_work(text: str) -> None:
    assert names(text) == []
