"""The body that a post is in, read out of the words before its title."""

from __future__ import annotations

import pytest

from mentions.articles import bodies, body_name, case, path, posts, wrong


@pytest.mark.parametrize(("text", "body", "kind"), [
    case("committee", "平原县委书记李志远说。", "平原县委", "party"),
    case("committee in full", "中共平原县委书记李志远说。", "平原县委", "party"),
    case("committee, level alone", "县委书记李志远说。", "平原县委", "party"),
    case("committee of the city", "市委书记李志远说。", "德州市委", "party"),
    case("committee of the province", "省委书记李志远说。", "山东省委", "party"),
    case("paper", "《云海日报》总编辑李志远说。", "云海日报", "other"),
    case("committee of another county", "江苏省如东县委书记李志远说。", "如东县委", "party"),
    case("government by its head", "平原县县长李志远说。", "平原县人民政府", "government"),
    case("government of a district", "枣庄市市中区区长李志远说。", "市中区人民政府", "government"),
    case("government in full", "平原县人民政府副县长李志远说。", "平原县人民政府", "government"),
    case("government, short", "县政府副县长李志远说。", "平原县人民政府", "government"),
    case("congress", "县人大常委会主任李志远说。", "平原县人大常委会", "congress"),
    case("consultative conference", "平原县政协主席李志远说。", "平原县政协", "congress"),
    case("discipline", "平原县纪委书记李志远说。", "平原县纪委", "congress"),
    case("discipline in a chain",
          "县纪委副书记李志远说。平原县委常委、纪委书记赵明辉说。", "平原县纪委", "congress"),
    case("supervision", "平原县监委主任李志远说。", "平原县监委", "congress"),
    case("court", "平原县人民法院院长李志远说。", "平原县人民法院", "office"),
    case("procuratorate", "县人民检察院检察长李志远说。", "平原县人民检察院", "office"),
    case("bureau", "平原县教育局局长李志远说。", "平原县教育局", "office"),
    case("bureau, level alone", "县教育局局长李志远说。", "平原县教育局", "office"),
    case("bureau of the city", "市科技局局长李志远说。", "德州市科技局", "office"),
    case("bureau whose name holds and", "县工业和信息化局局长李志远说。", "平原县工业和信息化局", "office"),
    case("bureau whose name begins with development", "平原县发展和改革局局长李志远说。", "平原县发展和改革局",
         "office"),
    case("bureau with a long name", "平原县人力资源和社会保障局副局长李志远说。", "平原县人力资源和社会保障局",
         "office"),
    case("bureau whose name holds a stop word", "平原县林业和草原局局长李志远说。", "平原县林业和草原局", "office"),
    case("contracted head", "平原县公安局长李志远说。", "平原县公安局", "office"),
    case("contracted head, level alone", "县财政局长李志远说。", "平原县财政局", "office"),
    case("contracted committee department", "平原县委宣传部长李志远说。", "平原县委宣传部", "office"),
    case("committee department", "县委组织部部长李志远说。", "平原县委组织部", "office"),
    case("committee department in a chain", "平原县委常委、统战部部长李志远说。", "平原县委统战部", "office"),
    case("political-legal committee", "县委政法委书记李志远说。", "平原县委政法委", "office"),
    case("office of the committee", "平原县委办公室主任李志远说。", "平原县委办公室", "office"),
    case("youth league", "团县委书记李志远说。", "平原县团委", "party"),
    case("women", "平原县妇联主席李志远说。", "平原县妇联", "other"),
    case("township committee", "平原县王凤楼镇党委书记李志远说。", "王凤楼镇党委", "party"),
    case("township government", "王凤楼镇镇长李志远说。", "王凤楼镇人民政府", "government"),
    case("street committee", "龙门街道党工委书记李志远说。", "龙门街道党工委", "party"),
    case("street office", "龙门街道办事处主任李志远说。", "龙门街道办事处", "zone"),
    case("zone", "平原经济开发区管委会主任李志远说。", "平原经济开发区管委会", "zone"),
    case("zone's committee", "平原经济开发区党工委书记李志远说。", "平原经济开发区党工委", "party"),
    case("zone, short", "德州高新区管委会副主任李志远说。", "德州高新区管委会", "zone"),
    case("hospital", "平原县人民医院院长李志远说。", "平原县人民医院", "office"),
    case("school", "平原县第一中学校长李志远说。", "平原县第一中学", "other"),
    case("university with an area in its name", "山东蓝谷大学校长李志远说。", "山东蓝谷大学", "other"),
    case("association", "平原县蓝莓协会会长李志远说。", "平原县蓝莓协会", "other"),
    case("national body", "国家发展改革委副主任李志远说。", "国家发展改革委", "other"),
    case("company", "山东蓝谷新材料有限公司董事长李志远说。", "山东蓝谷新材料有限公司", "company"),
    case("company, short", "蓝谷科技总经理李志远说。", "蓝谷科技", "company"),
    case("branch of a bank", "中国建设银行平原支行行长李志远说。", "中国建设银行平原支行", "company"),
    case("national grid of a county", "国网平原县供电公司总经理李志远说。", "国网平原县供电公司", "company"),
    case("trade union", "平原县总工会主席李志远说。", "平原县总工会", "other"),
    wrong("一中 has no ending of a body", "school, short", "平原县一中校长李志远说。", "平原县一中", "other"),
])  # fmt: skip
def test_the_body_before_a_title(text: str, body: str, kind: str) -> None:
    assert bodies(text)[-1:] == [(body, kind)]


@pytest.mark.parametrize(("text", "body"), [
    case("this company", "蓝谷新能源有限公司的项目落户平原县，该公司总经理李志远说。", "蓝谷新能源有限公司"),
    case("the company", "云帆锂电有限公司昨日开工，公司董事长李志远出席。", "云帆锂电有限公司"),
    case("body with a party group before", "平原县残联召开党组会议，党组书记李志远主持。", "平原县残联"),
    case("bureau before", "平原县教育局召开会议，局长李志远出席。", "平原县教育局"),
])  # fmt: skip
def test_a_title_that_names_no_body_takes_the_one_spoken_of(text: str, body: str) -> None:
    assert [name for name, _ in bodies(text)] == [body]


@pytest.mark.parametrize("text", [
    case("a hospital has no director-general", "平原县人民医院召开会议，局长李志远出席。"),
    case("no company before", "会上，该公司总经理李志远说。"),
    case("some department", "有关部门主任李志远说。"),
    case("no body at all", "局长李志远说。"),
    case("a county has no mayor", "平原县市长李志远说。"),
])  # fmt: skip
def test_titles_whose_body_is_not_told(text: str) -> None:
    assert bodies(text) == []


def test_a_department_with_another_area_before_it_is_that_areas() -> None:
    assert bodies("齐河县教育局局长李志远、如东县教育局局长赵明辉到平原县考察。") == [
        ("齐河县教育局", "office"), ("如东县教育局", "office"),
    ]  # fmt: skip


def test_the_area_of_a_zone_is_its_own() -> None:
    (_, post), = posts("平原经济开发区管委会主任李志远说。")  # fmt: skip
    assert post.body.area is not None
    assert path(post.body.area) == "山东省德州市平原县/平原经济开发区"


def test_a_bare_level_takes_what_the_next_post_lies_in() -> None:
    assert bodies("省委常委、南京市委书记李志远说。") == [("江苏省委", "party"), ("南京市委", "party")]


@pytest.mark.parametrize(("text", "body", "kind"), [
    case("former, behind the body", "山东省公安厅蓝谷管理局原局长李志远被查。", "山东省公安厅蓝谷管理局", "office"),
    case("committee of a province in full", "中共江苏省委常委李志远说。", "江苏省委", "party"),
    case("committee of a league", "锡林郭勒盟盟委书记李志远说。", "锡林郭勒盟委", "party"),
    case("committee of a region", "新疆维吾尔自治区喀什地委书记李志远说。", "喀什地区委", "party"),
    case("youth league in full", "共青团平原县委书记李志远说。", "平原县团委", "party"),
    case("youth league, short", "团平原县委书记李志远说。", "平原县团委", "party"),
    case("youth league behind the area", "平原团县委书记李志远说。", "平原县团委", "party"),
    case("leaders of a county", "平原县领导李志远说。", "平原县人民政府", "government"),
    case("work committee of the league", "平原县教育局团工委书记李志远说。", "平原县教育局", "office"),
    case("office for another place", "德州市台湾事务局局长李志远说。", "德州市台湾事务局", "office"),
    case("department of the province", "省财政厅厅长李志远说。", "山东省财政厅", "office"),
    case("ministry", "水利部监督司司长李志远说。", "水利部监督司", "other"),
    case("ministry of China", "中国外交部发言人李志远说。", "外交部", "other"),
    case("rank before the title", "平原县人民武装部上校政委李志远说。", "平原县人民武装部", "office"),
    case("lawyers", "德州蓝谷律师事务所主任李志远说。", "德州蓝谷律师事务所", "company"),
    case("company in 长春", "蓝谷保险公司长春支公司经理李志远说。", "蓝谷保险公司长春支公司", "company"),
])  # fmt: skip
def test_bodies_of_one_kind_written_in_many_ways(text: str, body: str, kind: str) -> None:
    assert bodies(text)[0] == (body, kind)


def test_a_chamber_of_one_place_in_another_belongs_to_where_it_is() -> None:
    body = posts("平原县蓝莓大会。德州市江苏商会会长李志远说。")[0][1].body
    assert (body.name, body.area and body.area.name) == ("德州市江苏商会", "德州市")


def test_leaders_of_the_city_are_of_the_city_not_of_the_firm_before() -> None:
    assert bodies("蓝谷路桥公司总经理李志远，县领导赵明辉参加。")[1] == ("平原县人民政府", "government")


def test_the_former_post_in_a_body_whose_name_begins_with_former() -> None:
    assert [(body_name(p.body), p.tenure) for _, p in posts("前预算管理局局长李志远说。")] == [("预算管理局", "past")]
    assert [p.tenure for _, p in posts("前海蓝谷基金董事长李志远说。")] == ["now"]
