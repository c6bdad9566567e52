"""Which area an article is about, and so what 市委 and 全县 mean in it."""

from __future__ import annotations

import pytest

from kg.mentions.mention import Area
from kg.mentions.reading import Reading
from mentions.articles import body_name, case, posts, reading

PAPER, COUNTY_PAPER = "德州日报", "平原县融媒体中心"


def home(read: Reading) -> tuple[str | None, str | None]:
    """(home, city)."""
    division, city = read.home.division, read.home.city
    return division.name if division else None, city.name if city else None


@pytest.mark.parametrize(("text", "publisher", "expected"), [
    case("county by its name", "平原县召开会议。与会者踊跃发言。", None, ("平原县", "德州市")),
    case("county by its short name and its committee", "平原召开会议。平原县委书记李志远出席。", None, ("平原县",
         "德州市")),
    case("city by the paper that reports", "枣庄新闻网讯（枣庄日报记者 孙立新）市里看望德州学院的学生。", None,
         ("枣庄市", "枣庄市")),
    case("county by its publisher", "会议召开。与会者踊跃发言。", COUNTY_PAPER, ("平原县", "德州市")),
    case("district with a name that many have", "枣庄市市中区召开会议。全区上下行动起来。", None, ("市中区", "枣庄市")),
    case("city by its name", "德州市召开会议。全市上下行动起来。", None, ("德州市", "德州市")),
    case("city by its paper", "会议召开。全市上下行动起来。", PAPER, ("德州市", "德州市")),
    case("city with its counties", "德州市召开会议，市委书记李志远出席。平原县、齐河县、禹城市负责人发言。", None,
         ("德州市", "德州市")),
    case("counties of one city, none of them first", "平原县招商引资。齐河县开工项目。禹城市抓好春播。夏津县修路。",
         None,
         ("德州市", "德州市")),
    case("province", "山东省召开会议。全省上下行动起来。", None, ("山东省", None)),
    case("county-level city", "乐陵市召开会议。全市上下行动起来。", None, ("乐陵市", "乐陵市")),
    case("digest of many places has none", "平原县招商。如东县开工。夷陵区春播。延吉市修路。和静县植树。", None, (None,
         None)),
    case("nothing named", "今天天气很好。我们一起去看书。", None, (None, None)),
    case("county of which the agency wrote from its own town", "平原5月6日电 平原县召开会议。全县行动起来。", None,
         ("平原县", "德州市")),
    case("city by the paper that is quoted", "据枣庄日报消息，会议召开。与会者踊跃发言。", None, ("枣庄市", "枣庄市")),
    case("the only place, twice in short", "会议召开。枣庄行动起来。要打响枣庄品牌。", None, ("枣庄市", "枣庄市")),
    case("the only place, once in full, and pointed at", "日报8月6日讯\n全县行动。平原县会议召开。县委要求春播。",
         None,
         ("平原县", "德州市")),
    case("the only place, in short, of whose own affairs is spoken",
         "市委召开会议。市长李志远讲话。要结合枣庄实际，抓好落实。全市行动起来。", None, ("枣庄市", "枣庄市")),
    case("the only place, in short, of which something else is said",
         "市委召开会议。市长李志远讲话。客商来自枣庄。全市行动起来。", None, (None, None)),
    case("national agency",
          "新华社北京5月6日电 平原县召开会议，县委书记李志远出席。平原县将抓好春播。", None, ("平原县", "德州市")),
])  # fmt: skip
def test_home(text: str, publisher: str | None, expected: tuple[str | None, str | None]) -> None:
    assert home(reading(text, publisher)) == expected


@pytest.mark.parametrize(("text", "publisher", "body"), [
    case("county", "平原县召开会议。县委书记李志远出席。", None, "平原县委"),
    case("city, in an article about a county", "平原县签约新项目。市委书记李志远出席。", None, "德州市委"),
    case("city, in its paper", "签约仪式举行。市委书记李志远出席。", PAPER, "德州市委"),
    case("county-level city is a city", "乐陵市召开会议。市委书记李志远出席。", None, "乐陵市委"),
    case("in the city's paper a county-level city is not", "乐陵市签约新项目。市委书记李志远出席。", PAPER, "德州市委"),
    case("district", "枣庄市市中区召开会议。区委书记李志远出席。", None, "市中区委"),
    case("province", "平原县召开会议。省委书记李志远出席。", None, "山东省委"),
    case("only province of a digest", "山东省召开会议，如东县、夷陵区、延吉市、和静县参加。省委书记李志远来。", None,
         "山东省委"),
    case("the only county of two homes", "平原县、上海市嘉定区交流，嘉定区将支援平原县。县委书记李志远出席。", None,
         "平原县委"),
])  # fmt: skip
def test_what_a_bare_committee_means(text: str, publisher: str | None, body: str) -> None:
    assert [body_name(post.body) for _, post in posts(text, publisher)] == [body]


@pytest.mark.parametrize(("text", "publisher"), [
    case("no home", "会议召开。县委书记李志远出席。", None),
    case("digest", "平原县招商。如东县开工。夷陵区春播。延吉市修路。和静县植树。\n县委书记李志远出席。", None),
    case("a city has no county of its own name", "德州市召开会议。全市行动。县委书记李志远出席。", PAPER),
])  # fmt: skip
def test_a_bare_committee_of_nowhere(text: str, publisher: str | None) -> None:
    assert posts(text, publisher) == []


def test_a_name_in_full_counts_as_often_as_it_stands_there() -> None:
    read = reading("平原县召开会议。平原县将抓好春播，齐河县也是。", None)
    assert read.home.named == {"371426": 2, "371425": 1}


@pytest.mark.parametrize("text", ["齐河日报报道，全县召开会议。", "齐河县人民政府门户网站"])
def test_a_papers_name_is_no_place_of_the_article(text: str) -> None:
    """齐河日报 in an article that speaks of 平原 is no evidence for 齐河."""
    read = reading("平原县召开会议。平原县行动起来。\n" + text, None)
    assert home(read)[0] == "平原县"


def test_what_is_relative_resolves_by_the_home() -> None:
    read = reading("平原县召开会议。全县、全市、全省行动起来。", None)
    meant: list[Area] = [m.area for m in read.sentences[1].areas]
    assert [area.name for area in meant] == ["平原县", "德州市", "山东省"]


@pytest.mark.parametrize(("text", "held"), [
    case("the only district by its short name and a township",
         "苏州吴中光福镇召开会议，苏州市委常委李志远出席。光福镇汇报工作。区委常委赵明辉参加。",
         "吴中区委"),
    case("two districts", "苏州吴中、苏州相城召开会议，苏州市委常委李志远出席。光福镇汇报工作。区委常委赵明辉参加。",
         None),
])  # fmt: skip
def test_the_only_district_of_the_city_that_is_named(text: str, held: str | None) -> None:
    found = [body_name(post.body) for name, post in posts(text, None) if name == "赵明辉"]
    assert found == ([held] if held else [])
