"""batch (kg:announces): projects counted together, with their total (guideline, "batch")."""

from __future__ import annotations

import pytest
from mentions.articles import case

from kg.relations.claim import Batch
from relations.claims import claims


def batches(text: str, publisher: str | None = "平原县融媒体中心") -> list[tuple[str, int | None, int | None]]:
    """(area, count, total) of each batch."""
    found = [claim.object for claim in claims("announces", text, publisher)]
    return [(b.area.name, b.count, b.total.value if b.total else None) for b in found if isinstance(b, Batch)]


@pytest.mark.parametrize(("text", "count", "total"), [
    case("count behind, then the total", "全县集中开工项目17个，总投资21.2亿元。", 17, 2_120_000_000),
    case("this time", "此次集中开工重点项目17个，总投资21.2亿元。", 17, 2_120_000_000),
    case("count before", "平原县集中签约17个项目，总投资21.2亿元。", 17, 2_120_000_000),
    case("total before", "总投资21.2亿元的17个重点项目集中开工。", 17, 2_120_000_000),
    case("signed sums", "青禾智能装备、云帆锂电池等17个项目签约，合同金额21.2亿元。", 17, 2_120_000_000),
    case("a fuller word before the number", "全县更新改造项目共计17个，已划定范围900亩，匡算总投资规模21.2亿元。",
         17, 2_120_000_000),
    case("several fields", "全县举行推进活动，涉及能源、教育卫生等领域项目17个、总投资21.2亿元。", 17, 2_120_000_000),
    case("fields between", "全县17个项目集中签约，涉及5个领域、3个乡镇，总投资21.2亿元。", 17, 2_120_000_000),
    case("in rounds", "全县向银行推送了3批17个项目，总投资21.2亿元。", 17, 2_120_000_000),
    case("one of three rounds", "“签约一批”项目17个，总投资21.2亿元。", 17, 2_120_000_000),
    case("a phrase between the total's count and 项目",
         "全县报来总投资约21.2亿元的17个准备推介给民间资本的投资项目。", 17, 2_120_000_000),
    case("schools", "全县17个教育项目全面开工，总投资21.2亿元。", 17, 2_120_000_000),
    case("agreements", "大会签署了17个合作协议，协议投资规模约21.2亿元。", 17, 2_120_000_000),
    case("works", "全县17座抽水蓄能电站启动建设，总投资21.2亿元。", 17, 2_120_000_000),
    case("these works", "全县17座变电站启动建设。这批总投资21.2亿元的工程明年投产。", 17, 2_120_000_000),
    case("the projects go on", "全县首批17个重大项目开工。项目聚焦城市更新等领域，总投资约21.2亿元。",
         17, 2_120_000_000),
    case("these so many", "另有17个安置房项目年内可交付。这17个安置房项目总投资约21.2亿元。", 17, 2_120_000_000),
    case("so far, of what is signed", "全县目前已签约17个项目，累计投资超21.2亿元。", 17, 2_120_000_000),
    case("nearly", "全县近17个制造业重点项目加快建设，总投资超21.2亿元。", 17, 2_120_000_000),
    case("ten thousands", "全县增发国债1.7万个项目全部开工，总投资21.2亿元。", 17_000, 2_120_000_000),
    case("the parts that add up", "全县17个教育项目开工。其中小学项目5个、中学项目12个，计划总投资近21.2亿元。",
         17, 2_120_000_000),
    case("in Chinese characters", "全县签约项目二十三个，总投资30亿元。", 23, 3_000_000_000),
    case("total in the next sentence", "此次签约项目共17个，涉及多个领域。总投资约21.2亿元。", 17, 2_120_000_000),
    case("项目 of the count and of the total", "17个支撑项目总投资21.2亿元。", 17, 2_120_000_000),
    case("total before, with a remark", "总投资21.2亿元（人民币，下同）的17个重点项目集中开工。", 17, 2_120_000_000),
    case("said twice", "全县17个外资项目集中签约，总投资21.2亿元。此次签约的17个项目涉及多个领域。", 17, 2_120_000_000),
    case("said twice, the total rounded", "全县签约17个项目，总投资超过21亿元。17个重点项目签约，总投资21.2亿元。",
         17, 2_120_000_000),
    case("with 余", "全县签约项目20余个，总投资30亿元。", 20, 3_000_000_000),
    case("without a total", "全县集中开工项目17个。", 17, None),
    case("plan for a year", "今年，全县计划实施重点项目151个。", 151, None),
    case("revenue is no total", "全县集中开工项目17个，销售收入21.2亿元。", 17, None),
    case("this year's part is no total", "今年，全县实施重点项目151个，年度计划投资80亿元。", 151, None),
])  # fmt: skip
def test_counted_projects(text: str, count: int, total: int | None) -> None:
    assert ("平原县", count, total) in batches(text)
    assert [row for row in batches(text) if row[2] is not None] == [("平原县", count, total)][: total is not None]


@pytest.mark.parametrize("text", [
    case("ordinal", "全县第3个项目开工。"), case("one", "全县一个项目开工。"), case("laboratory tests",
         "县医院开展检测项目32项。"),
    case("permits", "全县取消审批项目27项。"), case("services", "推出便民服务项目27个。"),
    case("no projects", "全县新增企业27个。"), case("no count", "全县集中开工一批项目。"),
    case("of several cities", "支持济南、德州等城市723个改造项目开工。"), case("fields", "重点支持8个领域项目建设。"),
    case("of places", "全省16个州市发布推出了本州市的重点招商项目。"), case("shows", "共设置了14个交流展示项目。"),
    case("training", "开设培训项目27个。"), case("heritage", "全县有非遗项目27个。"),
    case("sport", "运动会共有12个项目比赛。"),
    case("shown at a fair", "全县展出并推介20个项目，文博会展示与交易5个项目。"),
    case("in a slogan", "实施“五大行动、八项环保工程”建设。"),
    case("works without a total", "全县有17座变电站。"),
    case("a single work's sum behind", "全县17座变电站稳定运行。总投资21.2亿元的蓝谷大桥即将完工。"),
    case("who is served", "向40个重点工程项目派出人员协助检查。"),
    case("firms and projects", "干部联系2万余个重点企业和重点项目。"),
    case("research", "团队主持10余项国家级科研项目。"),
    case("two that were named", "争取了蓝谷光伏发电和鹤鸣综合体两个重点项目落户。"),
    case("those just named", "两项工程投产后，用水更有保障。"),
])  # fmt: skip
def test_what_is_no_batch(text: str) -> None:
    assert batches(text) == []


@pytest.mark.parametrize(("text", "publisher", "area"), [
    case("the county of the article", "此次集中开工项目17个。", "平原县融媒体中心", "平原县"),
    case("the city of the article", "此次集中开工项目17个。", "德州日报", "德州市"),
    case("the area before", "在齐河县，17个项目集中开工。", "德州日报", "齐河县"),
    case("the area right before the count", "齐河县签约17个项目。", "德州日报", "齐河县"),
    case("the area that it is signed with", "6月底，29家央企与山东签约64个项目。", "德州日报", "山东省"),
    case("the area of the count's own words", "省投资促进局推出全省重点招商项目161个。", "德州日报", "山东省"),
    case("areas of the names that the count closes",
         "今年山东省要开工建设德州至枣庄、齐河县至平原县等6个高速公路项目。", "德州日报", "山东省"),
    case("the area right before the verb", "齐河县集中开工项目17个。", "德州日报", "齐河县"),
])  # fmt: skip
def test_whose_projects(text: str, publisher: str, area: str) -> None:
    assert [where for where, _, _ in batches(text, publisher)] == [area]


def test_two_areas_in_one_sentence() -> None:
    text = "德州市集中开工项目37个，平原县开工项目5个。"
    assert batches(text, "德州日报") == [("德州市", 37, None), ("平原县", 5, None)]


def test_breakdowns_are_parts_of_the_whole() -> None:
    found = claims("announces", "全县集中开工17个项目，总投资21.2亿元，其中9个工业项目、8个农业项目。")
    assert [claim.rule for claim in found][:1] == ["batch.counted"]
    assert {claim.rule for claim in found[1:]} <= {"batch.part"}
    assert found[0].object.count == 17  # type: ignore[union-attr]


def test_a_count_repeated_with_its_total_is_one_batch() -> None:
    text = "平原县17个重点项目集中开工\n5月6日，平原县17个重点项目集中开工，总投资21.2亿元。"
    assert batches(text).count(("平原县", 17, 2_120_000_000)) == 1


def test_a_named_project_of_the_list_does_not_get_the_total() -> None:
    assert claims("invests", "云帆锂电池项目等17个项目集中开工，总投资21.2亿元。") == []


def test_the_words_that_say_it() -> None:
    text = "平原县召开会议。此次集中开工项目17个，总投资21.2亿元。"
    (claim,) = claims("announces", text)
    assert claim.object_span
    words = text[claim.object_span.start : claim.object_span.end]
    assert "17个" in words and "21.2亿元" in words


def test_two_rows_that_a_count_closes_are_two_batches() -> None:
    text = "全县签约青禾智能装备、云帆锂电池等10个项目。全县竣工蓝谷改性塑料、鹤鸣食品加工等10个项目。"
    assert batches(text) == [("平原县", 10, None)] * 2


def test_a_batch_without_a_count_has_a_total() -> None:
    assert batches("平原县一批重点项目全面开工，总投资83亿元。") == [("平原县", None, 8_300_000_000)]
    assert batches("平原县一批重点项目全面开工，进展顺利。") == []


@pytest.mark.parametrize(("text", "total"), [
    case("some, the total before", "总投资超过50亿元的一批项目在平原县启动。", 5_000_000_000),
    case("some of a total", "一批总投资超50亿元项目在平原县启动。", 5_000_000_000),
    case("by what is done with them", "全县今年面向民间资本推介的重大项目总投资不低于50亿元。", 5_000_000_000),
    case("names and more", "蓝谷新材料、鹤鸣食品等重点项目集中开工，总投资50亿元。", 5_000_000_000),
])  # fmt: skip
def test_a_total_without_a_count(text: str, total: int) -> None:
    assert batches(text) == [("平原县", None, total)]


@pytest.mark.parametrize(("text", "expected"), [
    case("the nation by name", "今年一季度，全国新开工11项重大水利工程。", [("中国", 11, None)]),
    case("a ministry approves, behind its name", "国家发展改革委共审批核准固定资产投资项目130个，总投资1.08万亿元。",
         [("中国", 130, 1_080_000_000_000)]),
    case("a ministry", "记者从国家发展改革委了解到，共支持11个设备更新项目，带动总投资超84亿元。",
         [("中国", 11, 8_400_000_000)]),
    case("examples of several provinces",
         "国家发展改革委表示，在山东德州、河北廊坊等地，5座抽水蓄能电站启动建设，总投资近40亿元。",
         [("中国", 5, 4_000_000_000)]),
    case("a region by name", "双城经济圈规划明确重点项目59个、总投资约52亿元。",
         [("成渝地区双城经济圈", 59, 5_200_000_000)]),
    case("the place behind them", "5月6日，17个项目在齐河县集中开工。", [("齐河县", 17, None)]),
])  # fmt: skip
def test_whose_projects_an_article_of_no_area_counts(text: str, expected: list[tuple[str, int, int | None]]) -> None:
    assert batches(text, None) == expected


def test_a_total_behind_two_counts_is_of_neither() -> None:
    text = "全县10个重点项目开工，4个合作项目签约，项目总投资51亿元。"
    assert batches(text) == [("平原县", 10, None), ("平原县", 4, None)]


@pytest.mark.parametrize(("words", "name"), [
    case("signed", "今年全县已签约项目17个", "签约项目"),
    case("verbs before it", "全县推出招商资源项目17个", "招商资源项目"),
    case("about so many", "全县优选17个左右标杆性项目开工", "标杆性项目"),
    case("how large", "全县开工10亿元以上重大项目17个", "10亿元以上重大项目"),
    case("new generation", "加快建设新一代信息技术等重点产业项目17个", "新一代信息技术等重点产业项目"),
])  # fmt: skip
def test_what_they_are_called(words: str, name: str) -> None:
    (claim,) = claims("announces", words + "。")
    assert isinstance(claim.object, Batch)
    assert claim.object.label == name


@pytest.mark.parametrize(("text", "publisher", "found"), [
    case("a fair's projects are its province's, not its venue's",
         "8月17日，第3届云帆博览会在山东德州举行，共计338个项目集中签约，协议投资额40亿元。", "德州日报",
         [("山东省", 338, 4_000_000_000)]),
    case("a province's fair in one of its cities",
         "今天，第四届山东国际贸易洽谈会在德州闭幕。本届洽谈会共签约271个项目。", "德州日报", [("山东省", 271, None)]),
    case("who gives aid", "5月3日，由济南市对口援建的20多个项目集中开工。", "平原县融媒体中心", []),
    case("an area inside the name of what is built",
         "云帆公司在平原县投资建设山东高端电力智能装备和储能两个百亿级基地项目。", "平原县融媒体中心",
         [("平原县", 2, None)]),
    case("one sum behind two counts", "今年，全县安排重点交通项目16项，重大前期项目8项，总投资75亿元。",
         "平原县融媒体中心", [("平原县", 16, None), ("平原县", 8, None)]),
    case("a count with its own sum",
         "今年，全县安排重点交通项目16项，总投资70亿元，前期水利项目8项，总投资5亿元。", "平原县融媒体中心",
         [("平原县", 16, 7_000_000_000), ("平原县", 8, 500_000_000)]),
])  # fmt: skip
def test_whose_projects_are_counted(text: str, publisher: str, found: list[tuple[str, int, int | None]]) -> None:
    assert batches(text, publisher) == found


def test_a_region_over_provinces_is_no_province() -> None:
    text = (
        "记者从四川省发展改革委获悉，成渝地区双城经济圈重点项目清单印发。双城经济圈规划明确了建设任务。"
        "从建设批次看，清单中有完工项目80个、总投资26亿元。双城经济圈办公室将抓实项目落地。"
    )
    assert batches(text, "四川在线") == [("成渝地区双城经济圈", 80, 2_600_000_000)]
    assert batches("记者从四川省发展改革委获悉，全省完工项目80个、总投资26亿元。", "四川在线") == [
        ("四川省", 80, 2_600_000_000)
    ]


def test_links_at_the_foot_are_no_part_of_the_article() -> None:
    body = "全县集中开工项目17个。" + "各部门加强服务，保障建设进度，群众十分满意。" * 5
    assert batches(body + "相关链接：7月，平原县签约13个产业项目。") == [("平原县", 17, None)]
    assert ("平原县", 13, None) in batches(body + "7月，平原县签约13个产业项目。")


def test_a_fair_is_of_whom_it_is_held_by_not_of_the_organiser() -> None:
    text = "本次活动由山东省人民政府主办，平原县人民政府承办，共签约项目17个，总投资21.2亿元。"
    text += "其中，现场签约项目11个，签约金额12亿元。"
    assert [row[0] for row in batches(text)] == ["山东省", "山东省"]


def test_beyond_a_region_is_the_whole_nation() -> None:
    text = "平原县学校重建项目完工。不只是京津冀，增发国债1.7万个项目全部开工，总投资4800亿元。"
    assert batches(text) == [("中国", 17_000, 480_000_000_000)]


def test_the_sum_behind_two_counts_is_neithers() -> None:
    text = "全县10个重点项目开工，4个与一流企业合资合作的项目签约落地，项目总投资预计将达到21.2亿元。"
    assert [(count, total) for _, count, total in batches(text)] == [(10, None), (4, None)]


def test_the_province_that_acts_is_whose_projects_are_counted() -> None:
    text = "平原县融媒体中心讯。平原县的蓝莓红了。山东精心组织招商，成效显著，推进重点项目17个。"
    assert batches(text) == [("山东省", 17, None)]


def test_groups_of_a_contest_are_no_projects() -> None:
    assert batches("全县签约活动分为制造和服务2个项目组。") == []
