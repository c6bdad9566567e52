"""Posts of other states, of cities abroad, of parties, missions and international bodies: kg/mentions/abroad.py."""

from __future__ import annotations

import pytest

from mentions.articles import body_name, case, posts


def held(text: str) -> list[tuple[str, str, str]]:
    """(name, title, body) of each post held now, in an article of no known place."""
    return [(name, post.title, body_name(post.body)) for name, post in posts(text, None) if post.tenure == "now"]


@pytest.mark.parametrize(("text", "expected"), [
    case("newly in office", "柬埔寨新任首相洪玛达表示。", [("洪玛达", "首相", "柬埔寨政府")]),
    case("the state's full name", "应塔吉克斯坦共和国总统拉赫曼邀请，代表团出访。",
         [("拉赫曼", "总统", "塔吉克斯坦政府")]),
    case("behind a post in its party", "新加坡人民行动党秘书长、政府总理李志远会见客人。",
         [("李志远", "秘书长", "新加坡人民行动党"), ("李志远", "总理", "新加坡政府")]),
    case("the one country of the sentence", "塔吉克斯坦总统拉赫曼、外长穆赫里多等热情迎接。",
         [("拉赫曼", "总统", "塔吉克斯坦政府"), ("穆赫里多", "外长", "塔吉克斯坦政府")]),
    case("two countries before it: of which is not said", "法国总统杜邦在德国同总理举行会谈，外长马丁陪同。",
         [("杜邦", "总统", "法国政府")]),
    case("a verb behind the name", "乌克兰总统泽连多提出计划。", [("泽连多", "总统", "乌克兰政府")]),
    case("guards of a president", "尼日尔发生政变，总统卫队司令出面。", []),
    case("China's own", "国务院总理李志远出席。", [("李志远", "总理", "国务院")]),
])  # fmt: skip
def test_states(text, expected):
    assert held(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    case("a known city", "会见美国旧金山市市长布里多。", [("布里多", "市长", "旧金山市政府")]),
    case("governor, with the party", "密歇根州民主党州长玛格特·惠尔多宣布。",
         [("玛格特·惠尔多", "州长", "密歇根州政府")]),
    case("in a country", "加拿大耶洛奈夫市长丽贝卡·阿尔多呼吁做好准备。",
         [("丽贝卡·阿尔多", "市长", "耶洛奈夫市政府")]),
    case("behind a verb", "此举遭到华盛顿市长鲍尔多的反对。", [("鲍尔多", "市长", "华盛顿市政府")]),
    case("no city known", "某港口城市曼多市市长李志远出席。", []),
])  # fmt: skip
def test_cities(text, expected):
    assert held(text) == expected


def test_a_city_abroad_is_an_area_of_no_code():
    ((_, post),) = posts("纽约市长亚当多出席。", None)
    assert (post.body.area.name, post.body.area.level, post.body.area.code) == ("纽约", "country", None)


@pytest.mark.parametrize(("text", "expected"), [
    case("known", "国民党主席李志远表示。", [("李志远", "主席", "国民党")]),
    case("officer of its group", "国民党团首席副书记长李志远说。", [("李志远", "首席副书记长", "国民党团")]),
    case("known, behind other words", "造成交通堵塞国民党团总召李志远说。", [("李志远", "总召", "国民党团")]),
    case("what it is", "韩国最大在野党明日民主党党首李志远接受调查。", [("李志远", "党首", "明日民主党")]),
    case("of a country", "德国绿野党主席马尔多表示。", [("马尔多", "主席", "德国绿野党")]),
    case("no party by its name", "执政联盟某党主席李志远表示。", []),
])  # fmt: skip
def test_parties(text, expected):
    assert held(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    case("in full", "法国外交部长安妮·科尔多否认。", [("安妮·科尔多", "部长", "法国外交部")]),
    case("by one character", "美商务部长雷尔多说。", [("雷尔多", "部长", "美国商务部")]),
    case("of two fields", "圭亚那外交和国际合作部长休·多德参加会见。",
         [("休·多德", "部长", "圭亚那外交和国际合作部")]),
    case("of the only other country named", "加拿大发生野火。应急准备部长哈尔多·萨尔说，已经开始。",
         [("哈尔多·萨尔", "部长", "加拿大应急准备部")]),
    case("of one of two countries", "加拿大和美国发生野火。应急准备部长哈尔多·萨尔说，已经开始。", []),
    case("behind a post in the state", "新加坡副总理兼经济政策统筹部长李志远出席。",
         [("李志远", "副总理", "新加坡政府"), ("李志远", "部长", "新加坡政府")]),
    case("once", "意大利前工业部长卡尔多·文蒂表示。", []),
    case("secretary of a state's department", "英国国防大臣李志远说。", [("李志远", "大臣", "英国政府")]),
    case("head of a state's state", "印度马哈尔邦首席部长埃克纳·辛德说。", []),
])  # fmt: skip
def test_ministries(text, expected):
    assert held(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    case("embassy", "中国驻法国大使李志远出席。", [("李志远", "大使", "中国驻法国大使馆")]),
    case("embassy, with a section", "韩国驻华使馆环境官公使参赞李润远出席。",
         [("李润远", "公使参赞", "韩国驻华大使馆")]),
    case("who was there before", "美国前驻法国大使约翰·史密斯说。", []),
    case("of the United Nations", "联合国秘书长古尔雷斯致贺信。", [("古尔雷斯", "秘书长", "联合国")]),
    case("its conference", "联合国贸易和发展会议副秘书长莫尔诺致辞。",
         [("莫尔诺", "副秘书长", "联合国贸易和发展会议")]),
    case("organisation with 与", "经济合作与发展组织秘书长科尔多致辞。",
         [("科尔多", "秘书长", "经济合作与发展组织")]),
    case("deputy head, two characters", "世界贸易组织副总干事希尔致辞。", [("希尔", "副总干事", "世界贸易组织")]),
    case("federation of a sport", "国际篮联秘书长安德里·扎多表示。", [("安德里·扎多", "秘书长", "国际篮联")]),
    case("member states are nobody", "出席上海合作组织成员国元首理事会会议。", []),
])  # fmt: skip
def test_missions_and_international_bodies(text, expected):
    assert held(text) == expected
