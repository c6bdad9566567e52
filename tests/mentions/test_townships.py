"""Townships and streets of the division table, behind their county, at home, or of a name found once."""

from __future__ import annotations

import pytest

from mentions.articles import DEZHOU, PINGYUAN, SHIZHONG, areas, case, path

COUNTY = "山东省德州市平原县"


@pytest.mark.parametrize(("text", "home", "expected"), [
    case("township at home", "王凤楼镇开工", PINGYUAN, COUNTY + "王凤楼镇"),
    case("township behind its county", "如东县洋口镇开工", PINGYUAN, "江苏省南通市如东县洋口镇"),
    case("township in its city", "恩城镇开工", DEZHOU, COUNTY + "恩城镇"),
    case("township of one of several names", "孟庄镇开工", SHIZHONG, "山东省枣庄市市中区孟庄镇"),
    case("street", "龙门街道开工", PINGYUAN, COUNTY + "龙门街道"),
    case("street office", "龙门街道办事处开会", PINGYUAN, COUNTY + "龙门街道"),
])  # fmt: skip
def test_a_township_is_found_with_the_division_it_lies_in(text: str, home: str, expected: str) -> None:
    assert [path(mention.area) for mention in areas(text, home)] == [expected]


def test_a_township_takes_the_county_before_it_into_its_words() -> None:
    assert [mention.surface for mention in areas("在如东县洋口镇开工", PINGYUAN)] == ["如东县洋口镇"]
