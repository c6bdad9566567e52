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
    case("subdistrict that the article names before",
         "曹杨新村街道办事处主任赵明辉到平原县考察。街道党工委副书记李志远说。",
         [("曹杨新村街道办事处", "zone"), ("曹杨新村街道党工委", "party")]),
    case("one of two subdistricts",
         "曹杨新村街道办事处主任赵明辉、梅园新村街道办事处主任孙立新到平原县考察。街道党工委副书记李志远说。",
         [("曹杨新村街道办事处", "zone"), ("梅园新村街道办事处", "zone")]),
    case("party group of the government", "平原县委常委、副县长、政府党组副书记李志远说。",
         [("平原县委", "party"), ("平原县人民政府", "government"), ("平原县人民政府", "government")]),
    case("office of the committee", "平原县委常委、办公室主任李志远说。",
         [("平原县委", "party"), ("平原县委办公室", "office")]),
    case("congress of the township behind its head", "平原县王凤楼镇镇长赵明辉，人大主席李志远出席。",
         [("王凤楼镇人民政府", "government"), ("王凤楼镇人大", "congress")]),
    case("member of a township's committee", "平原县王凤楼镇宣传委员李志远说。", [("王凤楼镇党委", "party")]),
    case("director of a scenic area", "云帆湖景区党工委副书记、管委会主任李志远说。",
         [("云帆湖景区", "other"), ("云帆湖景区管委会", "other")]),
    case("zone with a name of its own", "云帆产业转移园管委会主任李志远说。", [("云帆产业转移园管委会", "zone")]),
    case("market, no city", "市场监管局局长李志远说。", [("平原县市场监管局", "office")]),
])  # fmt: skip
def test_the_body_of_an_area(text: str, found: list[tuple[str, str]]) -> None:
    assert bodies(text) == found
