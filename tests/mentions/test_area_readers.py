"""Bodies of an area that the words before a title name or point at."""

from __future__ import annotations

import pytest

from mentions.articles import bodies, case


@pytest.mark.parametrize(("text", "found"), [
    case("leader", "平原县领导李志远说。", [("平原县人民政府", "government")]),
    case("short name with the level in the title", "乐陵副市长李志远说。", [("乐陵市人民政府", "government")]),
    case("garrison", "德州市委常委、军分区政委李志远说。", [("德州市委", "party"), ("德州市军分区", "office")]),
    case("contracted head", "县财政局长李志远说。", [("平原县财政局", "office")]),
    case("level word", "市科技局局长李志远说。", [("德州市科技局", "office")]),
    case("zone with a name of its own", "云帆产业转移园管委会主任李志远说。", [("云帆产业转移园管委会", "zone")]),
    case("market, no city", "市场监管局局长李志远说。", [("平原县市场监管局", "office")]),
])  # fmt: skip
def test_the_body_of_an_area(text: str, found: list[tuple[str, str]]) -> None:
    assert bodies(text) == found
