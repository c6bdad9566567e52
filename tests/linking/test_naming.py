"""Labels: areas and bodies by their official names, with the names that news gives them; sums as news writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import COUNTY, FIRM, PREFECTURE, PROVINCE, ZONE, yuan

from kg.linking.naming import UNITS, amount_label, area_names, body_names
from kg.mentions.mention import Area, Body, BodyKind

REGION = Area("广西壮族自治区", "province", "450000", None)
DISTRICT = Area("市中区", "county", "370402", "370400")
BEIJING_DISTRICT = Area("朝阳区", "county", "110105", "110000")
WITHOUT_PREFECTURE = Area("济源市", "county", "419001", "410000")
TOWN = Area("恩城镇", "township", None, "371426")


@pytest.mark.parametrize(("area", "label", "further"), [
    (PROVINCE, "山东省", ("山东",)),
    (PREFECTURE, "德州市", ("山东省德州市", "德州")),
    (COUNTY, "平原县", ("德州市平原县", "平原")),
    (BEIJING_DISTRICT, "朝阳区", ("北京市朝阳区", "朝阳")),
    (WITHOUT_PREFECTURE, "济源市", ("河南省济源市", "济源")),
    (DISTRICT, "市中区", ("枣庄市市中区",)),  # 市中 is no short form: it could stand in any sentence
    (ZONE, "甲经济开发区", ()),
], ids=lambda value: value.name if isinstance(value, Area) else "")  # fmt: skip
def test_of_areas(area: Area, label: str, further: tuple[str, ...]) -> None:
    assert area_names(area) == (label, further)


@pytest.mark.parametrize(("kind", "name", "area", "label", "short"), [
    # Party committees
    ("party", "委", PROVINCE, "中共山东省委员会", ("山东省委",)),
    ("party", "委", PREFECTURE, "中共德州市委员会", ("德州市委",)),
    ("party", "委", COUNTY, "中共平原县委员会", ("平原县委",)),
    ("party", "委", REGION, "中共广西壮族自治区委员会", ("广西壮族自治区党委",)),
    ("party", "党委", TOWN, "中共恩城镇委员会", ("恩城镇党委",)),
    ("party", "党工委", ZONE, "甲经济开发区党工委", ()),
    ("party", "团委", COUNTY, "共青团平原县委员会", ("共青团平原县委", "团平原县委")),
    # Their departments
    ("office", "委宣传部", PREFECTURE, "中共德州市委宣传部", ("德州市委宣传部",)),
    ("office", "委办公室", COUNTY, "中共平原县委办公室", ("平原县委办公室",)),
    ("office", "委组织部", REGION, "中共广西壮族自治区党委组织部", ("广西壮族自治区党委组织部",)),
    ("office", "委员会办公室", COUNTY, "平原县委员会办公室", ()),
    # Governments
    ("government", "政府", COUNTY, "平原县人民政府", ("平原县政府",)),
    ("government", "人民政府", COUNTY, "平原县人民政府", ("平原县政府",)),
    ("government", "人民政府", TOWN, "恩城镇人民政府", ("恩城镇政府",)),
    # People's congress, CPPCC committee, discipline inspection
    ("congress", "人大常委会", COUNTY, "平原县人民代表大会常务委员会", ("平原县人大常委会",)),
    ("congress", "政协", PREFECTURE, "中国人民政治协商会议德州市委员会", ("德州市政协",)),
    ("congress", "纪委", COUNTY, "中共平原县纪律检查委员会", ("平原县纪委",)),
    ("congress", "监委", COUNTY, "平原县监委", ()),
    # Bureaus, long and short
    ("office", "教育局", COUNTY, "平原县教育局", ()),
    ("office", "科技局", PREFECTURE, "德州市科学技术局", ("德州市科技局",)),
    ("office", "发改委", PROVINCE, "山东省发展和改革委员会", ("山东省发改委",)),
    ("zone", "管委会", ZONE, "甲经济开发区管理委员会", ("甲经济开发区管委会",)),
    # What carries no area
    ("company", "丙公司", None, "丙公司", ()),
    ("other", "国务院", None, "国务院", ()),
])  # fmt: skip
def test_of_bodies(kind: BodyKind, name: str, area: Area | None, label: str, short: tuple[str, ...]) -> None:
    assert body_names(Body(name, kind, area)) == (label, short)


@pytest.mark.parametrize(("one", "other"), [
    (Body("科技局", "office", COUNTY), Body("科学技术局", "office", COUNTY)),
    (Body("政府", "government", COUNTY), Body("人民政府", "government", COUNTY)),
    (Body("委", "party", TOWN), Body("党委", "party", TOWN)),
])  # fmt: skip
def test_of_one_body_under_two_names_are_one(one: Body, other: Body) -> None:
    assert body_names(one)[0] == body_names(other)[0]


def test_of_a_company_do_not_depend_on_where_it_is() -> None:
    assert body_names(Body("丙公司", "company", COUNTY)) == body_names(FIRM)


@pytest.mark.parametrize(("value", "highest", "currency", "label"), [
    (5_080_000_000, 0, "CNY", "50.8亿元"),
    (500_000_000, 0, "CNY", "5亿元"),
    (123_456_789, 0, "CNY", "1.23456789亿元"),  # exact: no label says less than the number
    (100_000_000, 0, "CNY", "1亿元"),
    (99_990_000, 0, "CNY", "9999万元"),
    (12_345, 0, "CNY", "1.2345万元"),
    (9_999, 0, "CNY", "9999元"),
    (3_200_000_000_000, 0, "CNY", "32000亿元"),
    (40_000_000, 0, "USD", "4000万美元"),
    (40_000_000, 0, "CHF", "4000万CHF"),
    (300_000_000, 500_000_000, "CNY", "3亿—5亿元"),
    (80_000_000, 100_000_000, "EUR", "8000万—1亿欧元"),
])  # fmt: skip
def test_of_sums(value: int, highest: int, currency: str, label: str) -> None:
    assert amount_label(yuan(value, highest, currency=currency)) == label


@given(st.integers(1, 10**15))
def test_of_sums_say_exactly_the_sum(value: int) -> None:
    words = amount_label(yuan(value)).removesuffix(UNITS["CNY"])
    zeros = {"亿": 8, "万": 4}.get(words[-1], 0)
    whole, _, decimals = words.rstrip("亿万").partition(".")
    assert int(whole + decimals.ljust(zeros, "0")) == value
