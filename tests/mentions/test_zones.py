"""Development zones: with the area before them, with a name of their own, or the article's own."""

from __future__ import annotations

import pytest

from mentions.articles import PINGYUAN, areas, case, path

COUNTY = "山东省德州市平原县"


@pytest.mark.parametrize(("text", "home", "expected"), [
    case("zone behind its county", "平原经济开发区开工", PINGYUAN, COUNTY + "/平原经济开发区"),
    case("zone of the city", "德州高新区开工", PINGYUAN, "山东省德州市/德州高新区"),
    case("bare zone is the home's", "高新区开工", PINGYUAN, COUNTY + "/平原高新区"),
    case("zone with a name of its own", "临港新片区开工", "310000", "上海市/临港新片区"),
])  # fmt: skip
def test_a_zone_and_where_it_lies(text: str, home: str, expected: str) -> None:
    assert [path(mention.area) for mention in areas(text, home)] == [expected]


def test_only_a_bare_zone_points_at_its_area() -> None:
    assert [mention.relative for mention in areas("高新区开工", PINGYUAN)] == [True]
    assert [mention.relative for mention in areas("德州高新区开工", PINGYUAN)] == [False]


def test_a_zone_of_farming_is_built_and_no_area() -> None:
    assert areas("现代农业示范区开工", PINGYUAN) == []


@pytest.mark.xfail(strict=True, reason="the way back from a zone's ending reaches into the area before it")
def test_a_zone_does_not_overlap_the_area_before_it() -> None:
    first, second = areas("山东省东平原县高新区", None)
    assert first.end <= second.start
