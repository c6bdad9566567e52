"""Bodies of the state, which belong to no area."""

from __future__ import annotations

import pytest

from mentions.articles import bodies, case


@pytest.mark.parametrize(("text", "found"), [
    case("department of a ministry", "水利部监督司司长李志远说。", [("水利部监督司", "other")]),
    case("State Council", "国务院副总理李志远说。", [("国务院", "other")]),
    case("state", "国家副主席李志远说。", [("中华人民共和国", "other")]),
    case("discipline of the centre", "中央纪委副书记李志远说。", [("中央纪委", "other")]),
    case("every area has one", "平原县召开会议，统计局局长李志远说。", [("平原县统计局", "office")]),
])  # fmt: skip
def test_a_body_of_the_state(text: str, found: list[tuple[str, str]]) -> None:
    assert bodies(text) == found
