"""hosts: what is built, being built, signed or planned where (guideline, "hosts")."""

from __future__ import annotations

import pytest
from mentions.articles import case

from relations.claims import claims, said

OF_DEZHOU = "德州日报"


@pytest.mark.parametrize(("text", "area"), [
    case("the county of the article", "云帆锂电池项目开工。", "平原县"),
    case("settles in a township", "云帆锂电池项目落户王凤楼镇。", "王凤楼镇"),
    case("lies in a zone", "云帆锂电池项目位于平原经济开发区，占地300亩。", "平原经济开发区"),
    case("place before it", "王凤楼镇云帆锂电池项目开工。", "王凤楼镇"),
    case("another county", "云帆锂电池项目落户齐河县。", "齐河县"),
    case("held in", "云帆锂电池项目在齐河县开工。", "齐河县"),
    case("run of areas before it", "山东省德州市平原县云帆锂电池项目开工。", "平原县"),
    case("in its own name", "如东县云帆锂电池项目开工。", "如东县"),
    case("the county in its name beats one named before", "平原县抓招商，齐河县云帆锂电池项目开工。", "齐河县"),
    case("a zone that is the project lies in its county", "平原鹤鸣旅游度假区项目开工。", "平原县"),
    case("the township beats the county", "平原县的云帆锂电池项目位于王凤楼镇。", "王凤楼镇"),
    case("that park lies in", "蓝谷新材料产业园开工。该园位于王凤楼镇，占地300亩。", "王凤楼镇"),
    case("who gives is not where", "全县抓项目，由齐河县援建的云帆锂电池项目开工。", "平原县"),
    case("said elsewhere in the article", "云帆锂电池项目开工。会后，大家参观。云帆锂电池项目位于王凤楼镇。",
         "王凤楼镇"),
])  # fmt: skip
def test_where(text: str, area: str) -> None:
    assert {place for place, _ in said("hosts", text)} == {area}


@pytest.mark.parametrize(("text", "expected"), [
    case("each its place", "云帆锂电池项目和蓝谷改性塑料项目分别落户平原县、齐河县。",
         {("平原县", "云帆锂电池项目"), ("齐河县", "蓝谷改性塑料项目")}),
    case("line between two cities", "德州至枣庄高速公路开工建设。",
         {("德州市", "德州至枣庄高速公路"), ("枣庄市", "德州至枣庄高速公路")}),
    case("line with a dash", "平原—齐河高速公路开工建设。", {("平原县", "平原—齐河高速公路"), ("齐河县",
         "平原—齐河高速公路")}),
    case("an area in the name of another is its own", "平原县抓招商，蓝谷改性塑料项目、齐河县云帆锂电池项目开工。",
         {("平原县", "蓝谷改性塑料项目"), ("齐河县", "齐河县云帆锂电池项目")}),
    case("from and to", "云帆城际铁路开工。云帆城际铁路起自德州市某站，终至济南市某站。",
         {("德州市", "云帆城际铁路"), ("济南市", "云帆城际铁路")}),
    case("the sentence goes on about the line", "云帆高速公路开工。线路起于德州市，途经多地，止于济南市，全长90公里。",
         {("德州市", "云帆高速公路"), ("济南市", "云帆高速公路")}),
    case("joins two", "连接德州市、济南市的云帆大桥合龙。", {("德州市", "云帆大桥"), ("济南市", "云帆大桥")}),
    case("joins several", "云帆铁路开工。云帆铁路是连接德州市、济南市、枣庄市等城市的快速通道，全长163公里。",
         {("德州市", "云帆铁路"), ("枣庄市", "云帆铁路")}),
    case("stretches from one to the other", "云帆高铁全面开工。它将从德州市一路延伸到枣庄市，绵延约300公里。",
         {("德州市", "云帆高铁"), ("枣庄市", "云帆高铁")}),
    case("begins where another line ends", "平原县的云帆高铁开工，它自德州市至枣庄市高铁云帆站起，向南前行。",
         {("平原县", "云帆高铁")}),
    case("sends power to another province", "青禾电网宁夏送湖南±800千伏直流输电工程开工建设。",
         {("宁夏回族自治区", "青禾电网宁夏送湖南±800千伏直流输电工程"),
          ("湖南省", "青禾电网宁夏送湖南±800千伏直流输电工程")}),
    case("from a place that is no division", "宁夏鹤潭至浙江绍兴±800千伏直流输电工程开工建设。",
         {("宁夏回族自治区", "宁夏鹤潭至浙江绍兴±800千伏直流输电工程"),
          ("绍兴市", "宁夏鹤潭至浙江绍兴±800千伏直流输电工程")}),
    case("called by a character of each end", "德枣高铁开工建设。届时，德州市、枣庄市将实现一小时到达。",
         {("德州市", "德枣高铁"), ("枣庄市", "德枣高铁")}),
    case("the road beside a bridge joins", "平原县完善云帆大桥南岸的路网，连接德州市、济南市。",
         {("平原县", "云帆大桥")}),
    case("approved by whom", "青禾集团拿下云帆盐湖矿区，云帆锂电池项目已获齐河县发改委立项批复。",
         {("齐河县", "云帆锂电池项目")}),
    case("a station of another line is no place", "平原县建设交通，云帆高铁齐河站开通，鹤鸣机场正式建成投用。",
         {("平原县", "鹤鸣机场")}),
    case("in a whole province, said plainly", "青禾集团看中山东的产业，计划投资5亿元在辽宁建设云帆锂电池基地。",
         {("辽宁省", "云帆锂电池基地")}),
    case("by the short name of a county elsewhere", "由青禾集团实施的玉门“风光储”示范项目建成。",
         {("玉门市", "玉门“风光储”示范项目")}),
    case("where it is built, in a later clause of what is said of it",
         "云帆锂电池项目签约。该项目由青禾集团投资，拟在齐河县建设厂房，年产5万吨。", {("齐河县", "云帆锂电池项目")}),
    case("where it lies, in a later clause", "云帆锂电池项目签约。该项目总投资5亿元，位于齐河县。",
         {("齐河县", "云帆锂电池项目")}),
    case("part of a line", "德州至枣庄高速公路德州至平原段开工建设。",
         {("德州市", "德州至枣庄高速公路德州至平原段"), ("平原县", "德州至枣庄高速公路德州至平原段")}),
    case("a line's short name", "德州至枣庄高速公路开工。德枣高速建设顺利。",
         {("德州市", "德州至枣庄高速公路"), ("枣庄市", "德州至枣庄高速公路")}),
    case("the owner alone, then with what it builds", "青禾云帆锂电池项目签约。青禾云帆项目总投资3亿元。",
         {("平原县", "青禾云帆锂电池项目")}),
    case("list", "青禾智能装备、云帆锂电池隔膜等10个项目在平原县集中开工。",
         {("平原县", "青禾智能装备"), ("平原县", "云帆锂电池隔膜")}),
    case("name without sum and status", "总投资5亿元、正在建设的云帆锂电池项目进展顺利。", {("平原县",
         "云帆锂电池项目")}),
    case("the fullest name stands for all", "山东蓝谷新材料有限公司改性塑料项目开工。改性塑料项目占地300亩。",
         {("平原县", "山东蓝谷新材料有限公司改性塑料项目")}),
    case("name without the verb", "拟建设云帆锂电池项目。", {("平原县",
          "云帆锂电池项目")}),
    case("several areas, as many as counted", "德州、济南两市农村供水保障提升工程全面展开，总投资80亿元。",
         {("德州市", "农村供水保障提升工程"), ("济南市", "农村供水保障提升工程")}),
    case("where its line begins and ends",
         "鹤鸣引水工程开工。引水线路起点为平原县王凤楼镇，终点为济南市章丘区，受水区为沿线6县。",
         {("王凤楼镇", "鹤鸣引水工程"), ("章丘区", "鹤鸣引水工程")}),
])  # fmt: skip
def test_which_projects(text: str, expected: set[tuple[str, str]]) -> None:
    assert said("hosts", text) == expected


@pytest.mark.parametrize("text", [
    case("count", "27个省级重点项目集中开工。"), case("class", "3个千万元级新项目签约。"), case("classes",
         "全县重点项目建设提速。"),
    case("campaign", "“十大攻坚”行动启动。"), case("policy", "平原县蓝莓振兴三年行动计划发布。"),
    case("meeting", "全县重点项目推进会召开。"), case("company", "山东蓝谷新材料有限公司召开年会。"),
    case("visited", "李志远一行到鹤鸣图书馆调研。"), case("slogan", "打造“产城融合高地、首善街区”。"),
    case("what has long been there", "自鹤鸣大桥通车以来，车流不断。"),
    case("improvements", "实施农村饮水提质、校园安全等工程。"), case("ambition", "打造全省蓝莓核心供应基地。"),
    case("trial of a policy", "“先拆后建”试点项目开工。"),
    case("programme of study", "教育局启动科研项目申报。"), case("sport", "县运动会共设男子100米等12个项目。"),
])  # fmt: skip
def test_what_is_no_project(text: str) -> None:
    assert said("hosts", text) == set()


def test_a_tunnel_of_a_line_lies_in_no_end_of_it() -> None:
    text = "平原县至齐河县公路开工。该公路起于平原县，止于齐河县，全长90公里。云帆3号隧道顺利贯通。"
    assert said("hosts", text) == {("平原县", "平原县至齐河县公路"), ("齐河县", "平原县至齐河县公路")}
    assert ("平原县", "平原县云帆3号隧道") in said("hosts", text.replace("云帆3号", "平原县云帆3号"))


def test_without_a_place_nothing_is_said() -> None:
    assert claims("hosts", "云帆锂电池项目开工。", publisher=None) == []


@pytest.mark.parametrize(("text", "modality"), [
    case("being built", "云帆锂电池项目开工。", "asserted"),
    case("signed", "云帆锂电池项目签约落户平原县。", "planned"),
    case("planned", "拟在平原县投资的云帆锂电池项目正在洽谈。", "planned"),
    case("about to begin", "云帆锂电池项目即将开工。", "planned"),
    case("suggested", "可以在平原县设立云帆锂电池项目。", "hoped"),
    case("hoped for", "争取云帆锂电池项目落户平原县。", "hoped"),
    case("stopped", "云帆锂电池项目被叫停。", "denied"),
    case("denied", "云帆锂电池项目落户平原县的消息不实。", "denied"),
])  # fmt: skip
def test_modality(text: str, modality: str) -> None:
    assert {claim.modality for claim in claims("hosts", text)} == {modality}


def test_what_is_hoped_for_or_denied_is_not_published() -> None:
    assert said("hosts", "争取云帆锂电池项目落户平原县。") == set()
    assert said("hosts", "云帆锂电池项目被叫停。") == set()


def test_in_an_article_about_a_city_the_paragraph_tells_the_county() -> None:
    text = "德州市重点项目提速。\n平原县抓招商。云帆锂电池项目开工。\n齐河县抓落地。蓝谷改性塑料项目开工。\n会议结束。"
    assert {("平原县", "云帆锂电池项目"), ("齐河县", "蓝谷改性塑料项目")} <= said("hosts", text, OF_DEZHOU)


def test_phases_are_projects_of_their_own() -> None:
    text = "云帆锂电池一期项目竣工。云帆锂电池二期项目开工。"
    assert {name for _, name in said("hosts", text)} == {"云帆锂电池一期项目", "云帆锂电池二期项目"}


def test_the_words_that_say_it() -> None:
    text = "平原县召开会议。云帆锂电池项目落户王凤楼镇。"
    (claim,) = claims("hosts", text)
    assert claim.subject_span and claim.object_span
    assert text[claim.subject_span.start : claim.subject_span.end] == "王凤楼镇"
    assert text[claim.object_span.start : claim.object_span.end] == "云帆锂电池项目"
    assert text[claim.quote.start : claim.quote.end] == "云帆锂电池项目落户王凤楼镇。"


@pytest.mark.parametrize("text", [
    case("what a town is to become", "平原县将打造成为“百亿级”纺织业大平台、中国云锦智造基地。"),
    case("a policy for a city", "会议要求，平原县大力推进国际著名体育城市建设。"),
    case("what a row of projects consists of",
         "平原县的两个项目计划总投资26亿元，主要建设储能电芯、共享储能电站、产业配套生活基地。"),
    case("a shop that rents there", "平原县同时引进云帆咖啡、鹤鸣书吧等一批商业和功能配套项目落地。"),
    case("one of its kind, unnamed", "平原县抓投产，不久前，一座总投资135亿元的锂离子电池工厂全面投产。"),
    case("a campaign of a season", "平原县夏日消费季暨“国风好物馆”山东项目今天启动。"),
    case("sport", "甲城运动会跳马项目在平原县决出金牌。"),
    case("welfare", "平原县举行云帆妈妈项目培训班。"),
    case("a programme of cooperation", "平原县积极推进云帆互通示范项目合作，加强通道建设。"),
    case("what a place is to be", "平原县围绕建设“云帆之路”重要枢纽，打造物流平台。"),
    case("a rating", "平原县正在加快推动国家9A级旅游景区创建。"),
    case("it speaks as a firm", "平原县的鹤鸣集团、云帆鹤鸣产业园、青禾油脂等企业作会议发言。"),
    case("of the line named before", "平原县加快建设，该高铁三标段工程由蓝谷集团施工。"),
    case("crafts", "云帆月饼制作技艺、鹤鸣麦秆画技艺等非遗项目走进平原县的课堂。"),
    case("a verb and 项目", "平原县坚持瞄准“高端”引项目、育产业。"),
    case("what a line joins", "该线连接规划中的云河至鹤山高速公路终点，沿线途经平原县。"),
])  # fmt: skip
def test_no_named_project_is_built(text: str) -> None:
    assert not claims("hosts", text, "平原县融媒体中心")


@pytest.mark.parametrize(("text", "name"), [
    case("what is done to it", "云帆妈妈项目在平原县开工建设。", "云帆妈妈项目"),
    case("what it makes", "大家走进平原县云帆羊绒衫项目。", "平原县云帆羊绒衫项目"),
    case("a hall for the games", "平原县青禾运动会体育馆改造项目开工。", "平原县青禾运动会体育馆改造项目"),
    case("a date before it", "今年，2019年1月云帆超级工厂落户平原县。", "云帆超级工厂"),
    case("the line that crosses",
         "由蓝谷集团投资建设的平原县云帆铁路鹤鸣特大桥上跨青禾高速4墩浇筑完成。", "平原县云帆铁路鹤鸣特大桥"),
])  # fmt: skip
def test_works_are_kept_beside_what_is_none(text: str, name: str) -> None:
    assert {claim.object.name for claim in claims("hosts", text, "平原县融媒体中心")} == {name}  # type: ignore[union-attr]


@pytest.mark.parametrize(("text", "modality"), [
    case("opened, the next clause plans", "平原县鹤鸣纪念园如期开园迎宾，云帆文化公园将于国庆期间开园。", "asserted"),
    case("it will be opened", "平原县鹤鸣纪念园将于国庆期间如期开园。", "planned"),
    case("once planned, now standing", "2021年开始规划建设的平原县鹤鸣光伏治沙示范园区已初具规模。", "asserted"),
])  # fmt: skip
def test_what_is_reached_goes_before_what_is_planned(text: str, modality: str) -> None:
    assert claims("hosts", text, "平原县融媒体中心")[0].modality == modality


@pytest.mark.parametrize("text", [
    case("goes on by its kind", "鹤鸣机场开工建设。机场位于平原县，距德州市区30公里。"),
    case("where its company invests", "云帆负碳材料制造基地项目签约落户德州。该公司计划在平原县投资15亿元。"),
])  # fmt: skip
def test_the_next_sentence_says_the_finer_place(text: str) -> None:
    assert {claim.subject.name for claim in claims("hosts", text, "德州日报")} == {"平原县"}  # type: ignore[union-attr]
