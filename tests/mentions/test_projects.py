"""Projects by name; classes, slogans and facilities that are only visited are none (guideline, "hosts")."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lexicons import load
from kg.mentions.mention import ProjectMention
from kg.mentions.project_names import clean_name, has_proper_name, is_specific
from kg.mentions.project_words import name_start
from kg.mentions.projects import projects
from mentions.articles import case, wrong

FIRST_VERB = "a verb that can stand inside names is taken into the name where it begins the object"

GOES_ON = "项目 before 计划, 负责, 造价, 运营, 质量, 管理, 部, 站 is never read as the end of a name"


def names(text: str) -> list[str]:
    return [project.name for project in named(text)]


def named(text: str) -> list[ProjectMention]:
    return [each for each in projects(text, 0, len(text)) if isinstance(each, ProjectMention)]


@pytest.mark.parametrize(("text", "expected"), [
    case("subject", "蓝谷新材料产业园项目开工。", ["蓝谷新材料产业园项目"]),
    case("behind the sum", "总投资5亿元的蓝谷新材料产业园项目开工。", ["蓝谷新材料产业园项目"]),
    case("behind a status", "正在建设的鹤鸣大桥全长3公里。", ["鹤鸣大桥"]),
    case("behind first lot", "首批开工的云帆锂电池项目总投资10亿元。", ["云帆锂电池项目"]),
    case("behind a verb", "重点建设云帆锂电池隔膜项目。", ["云帆锂电池隔膜项目"]),
    case("behind a place", "在平原县建设云帆锂电池隔膜项目。", ["云帆锂电池隔膜项目"]),
    case("phase", "蓝谷新材料产业园一期项目开工。", ["蓝谷新材料产业园一期项目"]),
    case("phase at the end", "云帆锂电池项目二期开工。", ["云帆锂电池项目二期"]),
    case("phase in brackets", "青禾智能装备产业园（二期）项目竣工。", ["青禾智能装备产业园（二期）项目"]),
    case("place in brackets", "引进青禾（平原）智能装备产业园项目。", ["青禾（平原）智能装备产业园项目"]),
    case("capacity", "蓝谷年产30万吨改性塑料项目签约。", ["蓝谷年产30万吨改性塑料项目"]),
    case("capacity in letters", "云帆年产10GWh锂电池项目落户平原县。", ["云帆年产10GWh锂电池项目"]),
    case("owner in the name", "山东蓝谷新材料有限公司年产5万吨尼龙切片项目投产。",
         ["山东蓝谷新材料有限公司年产5万吨尼龙切片项目"]),
    case("quotation in the name", "“鹤鸣明珠”文旅综合体项目签约。", ["“鹤鸣明珠”文旅综合体项目"]),
    case("hospital", "平原县人民医院新院区项目开工。", ["平原县人民医院新院区项目"]),
    case("road between two places", "平原至齐河快速通道项目开工建设。", ["平原至齐河快速通道项目"]),
    case("motorway between two cities", "德州至枣庄高速公路开工建设。", ["德州至枣庄高速公路"]),
    case("verbs inside the name", "平原县鹤鸣水库除险加固工程开工。", ["平原县鹤鸣水库除险加固工程"]),
    case("power station", "平原抽水蓄能电站项目主体工程完工。", ["平原抽水蓄能电站项目"]),
    case("two sums", "鹤鸣大桥项目总投资3亿元，云帆锂电池项目总投资5亿元。", ["鹤鸣大桥项目", "云帆锂电池项目"]),
    case("behind a sum and a verb", "蓝谷公司投资5亿元建设云帆锂电池项目。", ["云帆锂电池项目"]),
    case("behind intends to build", "拟建设云帆锂电池项目。", ["云帆锂电池项目"]),
    case("behind plans to build", "计划建设云帆锂电池项目。", ["云帆锂电池项目"]),
    case("behind is to build", "要建设云帆锂电池项目。", ["云帆锂电池项目"]),
    case("behind a company that builds", "蓝谷公司建设云帆锂电池项目。", ["云帆锂电池项目"]),
    case("before its plan", "云帆锂电池项目计划总投资5亿元。", ["云帆锂电池项目"]),
    case("before who answers for it", "云帆锂电池项目负责人李志远说，进展顺利。", ["云帆锂电池项目"]),
    wrong(GOES_ON, "before its cost", "云帆锂电池项目造价5亿元。", ["云帆锂电池项目"]),
    case("with what belongs to it", "云帆3GW光伏组件及配套项目开工。",
          ["云帆3GW光伏组件及配套项目"]),
    case("behind a sum without 的", "总投资12.06亿元云帆锂电池隔膜项目年底建成。", ["云帆锂电池隔膜项目"]),
    case("motorway in the name", "鹤鸣路-云帆高速辅道快速化项目开工。", ["鹤鸣路-云帆高速辅道快速化项目"]),
    case("bridge across", "鹤鸣一路跨云帆河桥项目开工。", ["鹤鸣一路跨云帆河桥项目"]),
    case("two places closed by 项目", "鹤鸣智能建造基地和云帆综合养护中心项目开工。",
         ["鹤鸣智能建造基地和云帆综合养护中心项目"]),
    case("letters between spaces", "云帆 G60 智算中心项目开工。", ["云帆 G60 智算中心项目"]),
    case("first of its kind", "全省首个合成生物产业园落户平原县。", ["合成生物产业园"]),
    case("as in a row is no example", "随着鹤鸣高铁、如云鹤城际铁路的开工建设，", ["鹤鸣高铁", "如云鹤城际铁路"]),
    case("class before it", "国家重大外资项目——鹤鸣轻烃综合利用项目开工。", ["鹤鸣轻烃综合利用项目"]),
    case("extension of a line", "轨交47号线西延伸开工。", ["轨交47号线西延伸"]),
    case("school", "鹤鸣镇云帆中学校建成投用。", ["鹤鸣镇云帆中学校"]),
    case("a rare word first", "建设特膜研发中心。", ["特膜研发中心"]),
    case("one area is enough", "山东省平原县鹤鸣公园项目开工。", ["平原县鹤鸣公园项目"]),
    case("class of a visit", "来到帮包项目鹤鸣冷链集配中心项目现场。", ["鹤鸣冷链集配中心项目"]),
    case("a row goes on behind a comma", "平原县水毁公路恢复重建工程，以及鹤鸣河修复项目完工。",
         ["平原县水毁公路恢复重建工程", "鹤鸣河修复项目"]),
    case("opened on time", "鹤鸣纪念园如期开园迎宾。", ["鹤鸣纪念园"]),
    case("a particle in the name", "来到蓝谷星河之眼02地块项目现场。", ["蓝谷星河之眼02地块项目"]),
    case("an adverb that is a name's", "35千伏猛鹿云帆光伏电站成功并网。", ["35千伏猛鹿云帆光伏电站"]),
    case("stage of building, further on", "云鹤湖铁路昨天（3月2日）全线开始铺轨。", ["云鹤湖铁路"]),
    case("stage of its main body", "云鹤湖机场航站楼主体结构全面完成。", ["云鹤湖机场航站楼"]),
    case("site", "在平原高铁云帆段的建设工地，工人正在加固桥墩。", ["平原高铁云帆段"]),
    case("set up as a plant", "在平原县建立鹤鸣制造基地。", ["鹤鸣制造基地"]),
    case("its building", "集团参与了乌鹤铁路的建设。", ["乌鹤铁路"]),
    case("invested in", "云帆公司在平原县投资创立亚洲创新科技中心。", ["亚洲创新科技中心"]),
    case("called in short", "云帆至鹤鸣高速公路平原段（以下简称云鹤高速平原段）开通运营。",
         ["云帆至鹤鸣高速公路平原段"]),
    case("line and bridge", "在平原至齐河高速铁路鹤鸣河特大桥的建设现场，工人正在加固。",
         ["平原至齐河高速铁路", "鹤鸣河特大桥"]),
    case("line of a bridge", "云鹤高速公路重点控制性工程——青禾河特大桥日前顺利合龙。",
         ["云鹤高速公路", "青禾河特大桥"]),
    case("line of a station", "云鹤高铁的起点站——平原火车南站主体结构全面完成。", ["云鹤高铁", "平原火车南站"]),
    case("project and its part", "平原鹤鸣国际机场三期扩建工程T3航站楼主体结构顺利合拢。",
         ["平原鹤鸣国际机场三期扩建工程"]),
    case("one of its sum", "在平原县，云帆集团投资90亿元的医药化工项目打下第一根地桩。", ["医药化工项目"]),
    case("one of its sum at a place", "在山东平原，一座总投资35亿元的锂离子电池工厂全面投产。", ["锂离子电池工厂"]),
    case("size before a soft end", "云帆120万吨乙烯绿色低碳示范工程建成投产。", ["云帆120万吨乙烯绿色低碳示范工程"]),
    case("school of a name", "鹤鸣实验学校建成投用。", ["鹤鸣实验学校"]),
    case("who helps is not built", "云帆中学领办的鹤鸣学校新校区开工。", ["鹤鸣学校新校区"]),
    case("joined processes", "建设20万吨碳捕集与循环利用项目。", ["20万吨碳捕集与循环利用项目"]),
    case("waterworks in quotation marks", "“引鹤济云”工程开工建设。", ["“引鹤济云”工程"]),
    case("branch of a hospital", "合作建设鹤鸣肿瘤医院分院。", ["鹤鸣肿瘤医院分院"]),
    case("works of a town",
          "平原县城区供热管网改造工程完工。",
          ["平原县城区供热管网改造工程"]),
])  # fmt: skip
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    case("row with endings", "蓝谷改性塑料项目、青禾智能装备产业园、云帆锂电池隔膜项目集中开工。",
         ["蓝谷改性塑料项目", "青禾智能装备产业园", "云帆锂电池隔膜项目"]),
    case("row without endings", "青禾智能装备、云帆锂电池隔膜、蓝谷改性塑料等10个项目集中开工。",
         ["青禾智能装备", "云帆锂电池隔膜", "蓝谷改性塑料"]),
    case("row without a count", "签约仪式上，青禾云谷、云帆新能源、蓝谷生物等项目签约。",
         ["青禾云谷", "云帆新能源", "蓝谷生物"]),
    case("row behind a verb", "重点抓好青禾智能装备、云帆锂电池隔膜等项目。", ["青禾智能装备", "云帆锂电池隔膜"]),
    case("two names with and", "蓝谷改性塑料项目和云帆锂电池项目开工。", ["蓝谷改性塑料项目", "云帆锂电池项目"]),
    case("one name with and", "蓝谷创新及成果转化基地项目开工。", ["蓝谷创新及成果转化基地项目"]),
    case("row of fields", "先进制造、生物医药等12个项目签约。", []),
    case("row of places", "平原、齐河、禹城等12个项目签约。", []),
])  # fmt: skip
def test_rows_of_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", [
    case("count", "27个省级重点项目集中开工。"), case("count of a size", "3个千万元级新项目签约。"),
    case("count behind", "招商引资项目27个。"), case("class of a city", "全市重点项目建设提速。"),
    case("class of a named city", "德州市重点项目建设提速。"), case("lot", "一批亿元以上项目落地。"),
    case("large ones", "重大项目加快推进。"), case("trade", "钢铁项目开工。"), case("this one", "该项目总投资5亿元。"),
    case("sum of the project", "项目总投资5亿元。"), case("livelihood", "实施民生工程。"), case("volunteers",
         "青年志愿服务项目启动。"),
    case("heritage", "省级非遗项目名录公布。"), case("sport", "男子100米项目决赛举行。"), case("research",
         "科研项目申报启动。"),
    case("part of the work", "完成了土方回填工程。"), case("meeting about projects", "平原县召开重点项目推进会。"),
    case("ceremony", "全县重点项目集中开工仪式举行。"), case("campaign", "实施“五抓一保”工程。"),
    case("trade of study", "他学的是土木工程专业。"), case("engineer", "项目工程师李志远说。"), case("department",
         "项目部负责人说。"),
    case("class of homes", "农房改善项目是民生工程。"), case("programme", "实施仪器设备更新提质项目。"),
    case("counted behind", "文旅康养项目37个。"), case("campaign before a verb", "开展好“十百千万”工程。"),
    case("campaign in quotation marks", "实施“西站枢纽工程”“碧水安澜工程”。"),
    case("verb before it", "进一步拓宽项目建设绿色通道。"), case("one of many", "这是首批风电光伏基地外送工程之一。"),
    case("where a line begins", "全长41公里，西起鹤鸣工业园区开工。"),
    case("figure of speech", "打造内陆开放综合枢纽。"), case("offices", "加大了引进跨国公司地区总部和研发中心的力度。"),
    case("place of an event", "公益展在鹤鸣步行街启动。"),
    case("class of a province", "承建的河南省高速公路进展顺利。"),
    case("kind of goods", "主要生产建筑机械、土方机械等工程类产品。"),
    case("crossroads", "来到出口与330国道交界处项目。"),
    case("manager", "丙电公司二级项目经理李志远介绍。"), case("charity", "丁慈会圆梦项目捐赠物资。"),
    case("plan", "依托平原县三年行动计划项目。"), case("campaign for hospitals", "实施“千县工程”县医院提升行动。"),
    case("fund", "得到鹤鸣基金项目的资助。"), case("slogan of numbers", "打造一园区三基地。"),
    case("one that is not named", "鹤鸣市一工业园发生火灾。"),
    case("a soft end", "参加减碳降本增效示范工程。"), case("counted by their sum", "总投资30亿元的化工项目5个。"),
    case("school of no name", "寄宿制学校建成投用。"),
    case("through train", "游客可换乘景区直通车。"), case("members", "多家环鹤鸣公园艺文群落成员单位响应。"),
    case("level of building", "体会鹤鸣综合体的建设水平。"), case("office", "成立鹤鸣服务中心。"),
    case("another is built", "鹤鸣公园举行云帆新品投产发布会。"), case("since", "鹤鸣大桥通车以来车流不断。"),
    case("schools that are visited", "入选名单的队伍走进鹤鸣中学、云帆幼儿园、青禾幼儿园等地，积极宣讲。"),
    case("first of its kind", "该工程是省内首次连续正穿机场施工。"),
    case("class of streets", "历史文化街区打造提速。"),
    case("slogan", "打造“产城融合高地、首善街区”。"), case("highland", "打造产业高地、幸福家园。"),
])  # fmt: skip
def test_what_is_no_project(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "visited", ["参观了青禾智能装备产业园", "到鹤鸣图书馆调研", "视察鹤鸣大桥", "走访鹤鸣医院", "来到鹤鸣文化中心"]
)
def test_a_facility_that_is_only_visited_is_no_project(visited: str) -> None:
    assert names(f"李志远一行{visited}。") == []


@pytest.mark.parametrize("built", [
    "鹤鸣大桥开工。", "鹤鸣大桥正式通车。", "建设鹤鸣大桥。", "鹤鸣大桥于5月6日竣工。", "鹤鸣大桥全长3公里。",
    "鹤鸣大桥将开工建设。",
])  # fmt: skip
def test_a_facility_that_is_built_or_opened_is_one(built: str) -> None:
    assert names(built) == ["鹤鸣大桥"]


@pytest.mark.parametrize(("name", "specific"), [
    ("云帆锂电池项目", True), ("青禾智能装备产业园", True), ("蓝谷30万吨改性塑料项目", True), ("“鹤鸣明珠”文旅项目",
    True),
    ("省级重点产业项目", False), ("招商引资项目", False), ("德州市重点项目", False), ("“五抓一保”项目", False),
    ("27个项目", False),
    ("国际会展中心", False), ("煤电基地", False), ("平原县城区供热管网改造工程", False),
    ("土建工程", False), ("产业园", False), ("5亿元项目", False), ("科研项目", False), ("青禾（项目", False),
])  # fmt: skip
def test_which_names_say_which_project(name: str, specific: bool) -> None:
    assert is_specific(name) == specific


def test_what_stands_before_a_name_makes_general_words_a_name() -> None:
    assert is_specific("国际会展中心", built=True) and not is_specific("酵母生产基地", built=True)
    assert is_specific("酵母生产基地", built=True, begun=True)


@pytest.mark.parametrize(("name", "proper"), [
    ("云帆锂电池项目", True), ("30万吨改性塑料项目", True), ("“鹤鸣明珠”文旅项目", True), ("平原县供水工程", True),
    ("农房改善项目", False), ("文旅康养项目", False), ("智算中心", False),
])  # fmt: skip
def test_what_makes_a_name_proper(name: str, proper: bool) -> None:
    assert has_proper_name(name) == proper


@pytest.mark.parametrize(("raw", "name"), [
    ("首批云帆锂电池项目", "云帆锂电池项目"), ("该云帆锂电池项目", "云帆锂电池项目"), ("全省首个云帆锂电池项目",
    "云帆锂电池项目"),
    ("云帆锂电池项目（以下简称“云帆项目”）", "云帆锂电池项目"), ("1.云帆锂电池项目", "云帆锂电池项目"),
    ("2023年度云帆锂电池项目", "云帆锂电池项目"), ("总投资5亿元云帆锂电池项目", "云帆锂电池项目"),
    ("“7·31”云帆锂电池项目", "云帆锂电池项目"),
    ("云帆锂电池项目项目", "云帆锂电池项目"), ("一期云帆锂电池项目", "一期云帆锂电池项目"), ("云帆锂电池项目",
    "云帆锂电池项目"),
])  # fmt: skip
def test_what_a_name_leaves_out(raw: str, name: str) -> None:
    assert clean_name(raw) == name


@pytest.mark.parametrize(("text", "start"), [
    ("全力加快青禾智造产业园二期", "青禾智造产业园二期"), ("重点打造鹤鸣小镇", "鹤鸣小镇"), ("签约了云帆锂电池项目",
    "云帆锂电池项目"),
    ("位于平原县的云帆锂电池项目", "云帆锂电池项目"), ("其中，云帆锂电池项目", "云帆锂电池项目"),
    ("推动鹤鸣水库除险加固工程", "鹤鸣水库除险加固工程"),
])  # fmt: skip
def test_where_a_name_begins(text: str, start: str) -> None:
    assert text[name_start(text, 0, len(text)) :] == start


LEXICON = load("projects")
PIECES = st.sampled_from(
    [*LEXICON["heads"][:20], *LEXICON["verbs_before"][:40], *LEXICON["phases"], "项目", "工程", "云帆", "鹤鸣",
    "平原县", "和", "、", "等",
     "10个", "（", "）", "“", "”", "，", "的", "总投资5亿元", "年产30万吨"]
)  # fmt: skip


@settings(deadline=None)  # the first example loads the dictionary
@given(st.lists(PIECES, max_size=10).map("".join))
def test_names_stand_in_the_text_in_order_without_overlap(text: str) -> None:
    last = 0
    for project in named(text):
        assert last <= project.start < project.end <= len(text)
        assert clean_name(text[project.start : project.end]) == clean_name(project.name)
        last = project.end
