"""The words before a title that belong to it, and what ends like an organisation."""

from __future__ import annotations

import pytest

from kg.mentions.chunks import body_ends, chunk_before
from mentions.articles import areas, case, wrong


@pytest.mark.parametrize(("text", "chunk"), [
    case("stops at a verb", "会议任命平原县教育局", "平原县教育局"),
    case("stops at a particle", "来自平原的蓝谷公司", "蓝谷公司"),
    case("stops at and", "市财政局和市教育局", "市教育局"),
    wrong("和县 is a word of the dictionary", "stops at and before a county", "县财政局和县教育局", "县教育局"),
    case("goes on over and in a department", "县工业和信息化局", "县工业和信息化局"),
    case("goes on over a stop word in an area", "济宁市任城区教育局", "济宁市任城区教育局"),
    case("stops at a caption", "平原县水利局供图平原县教育局", "平原县教育局"),
    case("stops at a caption in a bracket", "（平原县水利局供图）平原县教育局", "平原县教育局"),
    case("stops at what is said of a body", "盟友至今一直拒绝承认前教育局", "前教育局"),
    case("stops at a date", "5月6日平原县教育局", "平原县教育局"),
])  # fmt: skip
def test_the_way_back_from_a_title(text: str, chunk: str) -> None:
    found = chunk_before(text, 0, len(text), areas(text))
    assert text[found.start : found.end] == chunk


@pytest.mark.parametrize(("name", "ends"), [
    ("蓝谷新材料股份有限公司", "company"), ("云帆锂电", ""), ("教育局", "body"), ("人民医院", "body"),
    ("蓝谷研究中心", "body"), ("蓝谷合作社", "company"), ("深入分析", ""), ("国务院", "body"), ("", ""),
])  # fmt: skip
def test_what_ends_like_an_organisation(name: str, ends: str) -> None:
    assert body_ends(name) == ends
