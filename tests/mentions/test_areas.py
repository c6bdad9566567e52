"""Areas in the text: full and short names, runs of names, townships, zones, and words that point at an area."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentions.articles import DEZHOU, PINGYUAN, QIHE, RUDONG, SHIZHONG, ZAOZHUANG, areas, case, finder, path, wrong

COUNTY = "山东省德州市平原县"


def found(text: str, home: str | None) -> list[tuple[str, str]]:
    """(words, all names) of each area."""
    return [(mention.surface, path(mention.area)) for mention in areas(text, home)]


@pytest.mark.parametrize(("text", "home", "expected"), [
    case("full name", "在平原县开工", None, [("平原县", COUNTY)]),
    case("run of names", "湖北省宜昌市夷陵区开工", None, [("湖北省宜昌市夷陵区", "湖北省宜昌市夷陵区")]),
    case("run of short names", "江苏如东开工", None, [("江苏如东", "江苏省南通市如东县")]),
    case("run down to the township", "山东省德州市平原县王凤楼镇", None,
         [("山东省德州市平原县王凤楼镇", COUNTY + "王凤楼镇")]),
    case("two areas", "平原县和齐河县开工", None, [("平原县", COUNTY), ("齐河县", "山东省德州市齐河县")]),
    case("short name at home", "平原开工", PINGYUAN, [("平原", COUNTY)]),
    case("short name of a city", "德州、枣庄开工", None, [("德州", "山东省德州市"), ("枣庄", "山东省枣庄市")]),
    case("autonomous prefecture", "延边朝鲜族自治州延吉市", None,
         [("延边朝鲜族自治州延吉市", "吉林省延边朝鲜族自治州延吉市")]),
    case("name that begins with a conjunction", "在和静县开工", None, [("和静县",
         "新疆维吾尔自治区巴音郭楞蒙古自治州和静县")]),
    case("ambiguous name in a run", "枣庄市市中区开工", None, [("枣庄市市中区", "山东省枣庄市市中区")]),
    case("ambiguous name at home", "市中区开工", ZAOZHUANG, [("市中区", "山东省枣庄市市中区")]),
    case("one name, two homes: a district", "朝阳区开工", "110000", [("朝阳区", "北京市朝阳区")]),
    case("one name, two homes: a city", "朝阳开工", "210000", [("朝阳", "辽宁省朝阳市")]),
    case("the head of a city takes its last character", "德州市长李志远", DEZHOU, [("德州", "山东省德州市")]),
    case("but a river street does not", "德州市长江路", DEZHOU, [("德州市", "山东省德州市")]),
    case("district that is a new area", "在浦东新区开工", None, [("浦东新区", "上海市浦东新区")]),
    case("run that is one word of the dictionary",
          "在上海浦东新区开工", None, [("上海浦东新区", "上海市浦东新区")]),
])  # fmt: skip
def test_names_of_the_division_table(text: str, home: str | None, expected: list[tuple[str, str]]) -> None:
    assert found(text, home) == expected


@pytest.mark.parametrize(("text", "home"), [
    case("short name of a county without support", "平原开工", None),
    case("short name of the neighbour's county", "平原辽阔", RUDONG),
    case("ambiguous name without a home", "市中区开工", None),
    case("ambiguous name elsewhere", "鼓楼区开工", DEZHOU),
    case("inside words, city", "要适应城市发展", "420981"),
    case("inside words, plain", "广袤的华北平原上", PINGYUAN),
    case("inside words, idiom", "国家长治久安", "140400"),
    case("inside words, centre", "建设市中心", SHIZHONG),
    case("where it was written", "北京8月8日电", PINGYUAN),
    case("where it was written, by an agency", "新华社济南5月3日电（记者）", PINGYUAN),
    case("township of nowhere", "王凤楼镇开工", None),
    case("township of another county", "王凤楼镇开工", RUDONG),
    case("whole district in a county", "全区上下", PINGYUAN),
    case("whole county in a city", "全县上下", DEZHOU),
    case("class of zones", "国家级新区", PINGYUAN),
    case("nothing", "", PINGYUAN),
])  # fmt: skip
def test_what_names_no_area(text: str, home: str | None) -> None:
    assert found(text, home) == []


@pytest.mark.parametrize(("text", "expected"), [
    case("acting magistrate", "平原县代县长李志远", ["平原县"]),
    case("and the magistrate", "平原县委书记和县长", ["平原县"]),
    case("cities and counties", "市和县两级", []),
    case("invited by the county", "应县政府邀请", []),
    case("with the secretary", "随县委书记到平原县调研", ["平原县"]),
    case("the new magistrate", "平原县迎来新县长", ["平原县"]),
    wrong("老城区 of 洛阳", "old town", "老城区改造", []),
])  # fmt: skip
def test_counties_far_away_whose_name_is_two_words_here(text: str, expected: list[str]) -> None:
    """A county of one character and 县 is elsewhere a word (和, 代, 随) before 县; without support it is not meant."""
    assert [surface for surface, _ in found(text, PINGYUAN)] == expected


@pytest.mark.parametrize(("text", "home"), [("和县召开会议", None), ("和县召开会议", "340500"), ("随县召开会议", None)])
def test_and_where_they_are_meant_they_are_found(text: str, home: str | None) -> None:
    assert [surface for surface, _ in found(text, home)] == [text[:2]]


@pytest.mark.parametrize(("text", "home", "expected"), [
    case("whole county", "全县上下", PINGYUAN, COUNTY),
    case("whole city, of a county", "全市上下", PINGYUAN, "山东省德州市"),
    case("whole city, of a city", "全市上下", DEZHOU, "山东省德州市"),
    case("whole province", "全省上下", PINGYUAN, "山东省"),
    case("our city", "我市开工", PINGYUAN, "山东省德州市"),
    case("this county", "该县开工", PINGYUAN, COUNTY),
    case("here", "当地群众", PINGYUAN, COUNTY),
])  # fmt: skip
def test_words_that_point_at_an_area(text: str, home: str, expected: str) -> None:
    (mention,) = areas(text, home)
    assert mention.relative
    assert path(mention.area) == expected


@pytest.mark.parametrize(("text", "expected"), [
    case("county before", "在齐河县，该县开工", "山东省德州市齐河县"),
    case("township before", "在王凤楼镇，该镇开工", COUNTY + "王凤楼镇"),
    case("the nearer of two", "平原县和齐河县，该县开工", "山东省德州市齐河县"),
])  # fmt: skip
def test_a_pointing_word_means_the_area_named_before_it(text: str, expected: str) -> None:
    last = areas(text, PINGYUAN)[-1]
    assert last.relative and path(last.area) == expected


def test_without_a_home_a_pointing_word_means_nothing() -> None:
    assert areas("全县上下，我市各地，当地群众", None) == []


def test_the_city_of_the_article_is_what_shi_means() -> None:
    """In a paper of 德州 an article about 乐陵市 says 市 of either; the paper's city comes first."""
    by_home, by_paper = finder("371481"), finder("371481", DEZHOU)
    assert by_home.relative("市").name == "乐陵市"  # type: ignore[union-attr]
    assert by_paper.relative("市").name == "德州市"  # type: ignore[union-attr]


PIECES = st.sampled_from(
    ["平原", "平原县", "德州市", "山东省", "枣庄市", "市中区", "孟庄镇", "王凤楼镇", "高新区", "经济开发区", "全县",
    "该市", "长", "街道", "在",
     "，", "。", "和", "5月6日电", "的", "城市", "东", "1", " "]
)  # fmt: skip


@settings(deadline=None)  # the first example loads the dictionary
@given(st.lists(PIECES, max_size=14).map("".join), st.sampled_from([None, PINGYUAN, DEZHOU, QIHE, SHIZHONG]))
def test_mentions_slice_to_their_words_in_order(text: str, home: str | None) -> None:
    last = 0
    for mention in areas(text, home):
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.surface
        last = mention.start + 1 if mention.area.level == "zone" else mention.end


def test_names_side_by_side_that_do_not_lie_in_each_other_are_two_places() -> None:
    assert [m.area.name for m in areas("德州市江苏商会")] == ["德州市", "江苏省"]
    assert [m.area.name for m in areas("福州市江阴工业集中区")][-1] != "江阴市"
