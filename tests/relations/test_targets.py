"""targets: numbers to be reached (guideline, "targets")."""

from __future__ import annotations

import pytest
from mentions.articles import case

from kg.relations.claim import Target
from relations.claims import claims, label

Row = tuple[str, str, str, str, int | None]


def targets(text: str, publisher: str | None = "平原县融媒体中心") -> list[Row]:
    """(who, indicator, value, unit, year) of each target."""
    found = [claim.object for claim in claims("targets", text, publisher)]
    return [(label(t.holder), t.indicator, t.value, t.unit, t.year) for t in found if isinstance(t, Target)]


@pytest.mark.parametrize(("text", "expected"), [
    case("strives, by a year", "力争到2025年，全县工业总产值突破600亿元。", ("工业总产值", "600", "亿元", 2025)),
    case("by a year", "到2025年，全县工业总产值达到600亿元。", ("工业总产值", "600", "亿元", 2025)),
    case("by the end of a year", "到2025年底，全县工业总产值达到600亿元。", ("工业总产值", "600", "亿元", 2025)),
    case("ensures", "确保全年固定资产投资增长10%。", ("固定资产投资增长", "10", "%", 2023)),
    case("growth", "今年，全县力争规上工业增加值增长8%以上。", ("规上工业增加值增长", "8", "%", None)),
    case("a level to be held", "力争到2025年全县粮食产量稳定在50万吨以上。", ("粮食产量", "50", "万吨", 2025)),
    case("separator", "力争到2025年，工业总产值突破1,200亿元。", ("工业总产值", "1200", "亿元", 2025)),
    case("fraction", "力争到2025年，工业总产值突破600.5亿元。", ("工业总产值", "600.5", "亿元", 2025)),
    case("companies", "到2025年，全县规模以上工业企业达到150家。", ("规模以上工业企业", "150", "家", 2025)),
    case("verb and number first", "到2025年，力争引进30家高新技术企业。", ("高新技术企业", "30", "家", 2025)),
])  # fmt: skip
def test_a_number_to_be_reached(text: str, expected: tuple[str, str, str, int | None]) -> None:
    assert targets(text) == [("平原县", *expected)]


def test_several_in_one_sentence_share_the_year() -> None:
    text = "力争到2025年，工业总产值达到600亿元，规模以上工业企业达到150家，粮食产量稳定在50万吨。"
    assert [row[1:] for row in targets(text)] == [
        ("工业总产值", "600", "亿元", 2025), ("规模以上工业企业", "150", "家", 2025), ("粮食产量", "50", "万吨", 2025),
    ]  # fmt: skip


def test_growth_without_an_indicator_is_that_of_the_clause_before() -> None:
    text = "到2025年，实现地区生产总值500亿元，年均增长8%。"
    assert [row[1:] for row in targets(text)] == [
        ("地区生产总值", "500", "亿元", 2025), ("地区生产总值年均增长", "8", "%", 2025),
    ]  # fmt: skip


@pytest.mark.parametrize("text", [
    case("achieved in a year", "2022年，全县工业总产值达到350.19亿元。"),
    case("achieved so far", "截至目前，全县工业总产值已达350亿元。"),
    case("grew", "全县工业总产值同比增长8%。"),
    case("year that is over", "力争到2021年，全县工业总产值达到600亿元。"),
    case("output of a project", "云帆锂电池项目建成后，年产值可达10亿元。"),
    case("forecast", "分析师预计，到2025年市场规模将达到600亿元。"),
    case("investment of a project", "力争年内开工的云帆锂电池项目总投资10亿元。"),
    case("no number", "力争到2025年，全县工业总产值再上台阶。"),
    case("no indicator", "力争到2025年达到600亿元。"),
    case("exhortation", "要确保安全生产。"),
    case("no intent", "全县工业总产值600亿元。"),
])  # fmt: skip
def test_what_is_no_target(text: str) -> None:
    assert targets(text) == []


def test_the_indicator_of_what_is_achieved_is_that_of_the_target() -> None:
    text = "2022年，全县工业总产值达到350亿元，力争到2025年突破600亿元。"
    assert [row[1:] for row in targets(text)] == [("工业总产值", "600", "亿元", 2025)]


def test_what_is_achieved_before_a_target_is_none() -> None:
    assert "350" not in [row[2] for row in targets("2022年，全县工业总产值达到350亿元，力争到2025年突破600亿元。")]


@pytest.mark.parametrize(("text", "publisher", "holder"), [
    case("county", "力争到2025年，全县工业总产值突破600亿元。", "平原县融媒体中心", "平原县"),
    case("city", "力争到2025年，全市工业总产值突破600亿元。", "德州日报", "德州市"),
    case("county in an article about the city", "齐河县力争到2025年工业总产值突破600亿元。", "德州日报",
          "齐河县"),
    case("company", "蓝谷新材料有限公司力争到2025年销售收入突破10亿元。", "平原县融媒体中心", "蓝谷新材料有限公司"),
    case("company with an area in its name",
          "山东蓝谷新材料有限公司力争到2025年销售收入突破10亿元。", "平原县融媒体中心", "山东蓝谷新材料有限公司"),
])  # fmt: skip
def test_who_is_to_reach_it(text: str, publisher: str, holder: str) -> None:
    assert [row[0] for row in targets(text, publisher)] == [holder]


@pytest.mark.parametrize("text", [
    case("company", "蓝谷新材料有限公司力争到2025年销售收入突破10亿元。"),
    case("county", "齐河县力争到2025年销售收入突破10亿元。"),
    case("whole county", "全县力争到2025年销售收入突破10亿元。"),
])  # fmt: skip
def test_the_indicator_leaves_out_who_is_to_reach_it(text: str) -> None:
    assert [row[1] for row in targets(text)] == ["销售收入"]


def test_the_words_that_say_it() -> None:
    text = "平原县召开会议。力争到2025年，工业总产值突破600亿元。"
    (claim,) = claims("targets", text)
    assert claim.object_span
    assert text[claim.object_span.start : claim.object_span.end] == "工业总产值突破600亿元"
    assert text[claim.quote.start : claim.quote.end] == "力争到2025年，工业总产值突破600亿元。"


@pytest.mark.parametrize(("text", "holder"), [
    case("explained short name", "云帆钢铁公司(下称“云钢”)开工。2025年云钢将实现500万吨产能。", "云钢"),
    case("part of a full name", "山东云帆新材股份有限公司开工。云帆新材力争到2025年销售收入突破10亿元。", "云帆新材"),
    case("listed", "今年年初，云帆铸管(000000.SZ)收购了两个厂，并计划在山东再增加300万吨新产能。", "云帆铸管"),
    case("by its trade", "蓝谷钢铁目前产能为700万吨，计划“十四五”期间将产能提升至1000万吨。", "蓝谷钢铁"),
    case("whole city, whoever speaks", "陵城区有关负责人表示，争取2025年实现全市玉米种植面积10万亩以上。", "德州市"),
    case("a plan's area", "《山东省能源发展规划》提出，到2025年，形成3300万千瓦左右的调节能力。", "山东省"),
    case("an official speaks", "平原县委书记李云帆把目标定在力争五年内财政收入突破100亿元。", "平原县"),
])  # fmt: skip
def test_who_is_named_by_a_short_name(text: str, holder: str) -> None:
    assert [row[0] for row in targets(text)] == [holder]


@pytest.mark.parametrize("text", [
    case("a firm that is not named", "该公司近日表示，“十四五”期间，其水泥产能将突破1600万吨。"),
])  # fmt: skip
def test_another_subject_does_not_make_it_the_areas(text: str) -> None:
    assert targets(text) == []


@pytest.mark.parametrize("text", [
    case("target price", "该行维持评级，目标价降至5.9元。"),
    case("range of years", "2022年5月19日至2023年7月20日，股票区间跌幅为0.11%。"),
    case("since", "平原县法院自2018年9月以来至2023年6月办理的案件共465件。"),
    case("grew to a year's figure", "全县收入从2012年的95亿元增长至2021年的150亿元。"),
    case("a year behind 于, 将 for 把", "平原县于2022年将该小区纳入计划，修缮总面积为62000平方米。"),
    case("an aim with no number, then what was done", "锚定农田目标任务，多方筹资34亿元。"),
    case("ensured safety, then things counted", "平原县确保安全度汛，做好准备，形成预案，对积水点12处、道路6条巡查。"),
    case("money to be spent", "今年平原县将投入约10亿元，用于养老服务。"),
])  # fmt: skip
def test_other_news_has_no_targets(text: str) -> None:
    assert targets(text) == []


@pytest.mark.parametrize(("text", "expected"), [
    case("goal behind the number", "冲刺全年开工100万平方米目标任务。", ("全年开工", "100", "万平方米", 2023)),
    case("fall", "到2025年，全县近视率年均下降1%。", ("近视率年均下降", "1", "%", 2025)),
    case("counted in ten thousands", "到2025年，充电桩保有量将达到60万个。", ("充电桩保有量", "60", "万个", 2025)),
    case("this year, will", "今年底将完成6.1公里河道生态修复。", ("河道生态修复", "6.1", "公里", 2023)),
    case("by the end of a plan", "到“十四五”末，新建厂房200万平方米。", ("新建厂房", "200", "万平方米", 2025)),
    case("the number of today first", "目前工业产值达到150亿元，规划是200亿元。", ("工业产值", "200", "亿元", None)),
])  # fmt: skip
def test_further_ways_to_say_it(text: str, expected: tuple[str, str, str, int | None]) -> None:
    assert targets(text) == [("平原县", *expected)]


def test_what_another_is_brought_to_is_that_ones_target() -> None:
    text = "云帆钢铁集团计划向鹤鸣焦煤投资4亿元，到2025年将其年产能扩大至1500万吨，销售收入达到700亿元。"
    assert [row[:4] for row in targets(text)] == [
        ("鹤鸣焦煤", "年产能", "1500", "万吨"), ("鹤鸣焦煤", "销售收入", "700", "亿元"),
    ]  # fmt: skip
    assert not targets("云帆钢铁集团计划，到2025年将其年产能扩大至1500万吨。")


@pytest.mark.parametrize(("text", "holder"), [
    case("an alliance", "“十四五”期间，山东省云帆产业联盟将培育5家上市公司。", "山东省云帆产业联盟"),
    case("the nation", "到2030年，中国将建设100个云帆专业。", "中国"),
    case("the nation's figure", "今年，全国农村自来水普及率将提升至88%。", "中国"),
    case("one who reports on the nation", "张云帆在报告中提到，中国将采取行动，至2035年碳排放下降30%。", "中国"),
    case("the firm of the sentence before",
         "云帆建材股份有限公司是一家水泥企业。\n该公司近日表示，“十四五”期间，其水泥产能将突破1600万吨。",
         "云帆建材股份有限公司"),
    case("a zone that no table lists", "今年，蓝谷新区年度投资预计超20亿元。", "蓝谷新区"),
    case("a rank in the nation", "力争2025年，营商环境评价进入全国前20位。", "平原县"),
])  # fmt: skip
def test_further_holders(text: str, holder: str) -> None:
    assert [row[0] for row in targets(text)] == [holder]


@pytest.mark.parametrize(("text", "expected"), [
    case("by its plan", "“十四五”期间，平原县将新建30所学校。", [("学校", "30", "所", 2025)]),
    case("this year", "今年，平原县将全力推进学校更新，补充配置电脑30万台。", [("补充配置电脑", "30", "万台", 2023)]),
    case("next year", "明年，全县计划改造50公里公路。", [("公路", "50", "公里", 2024)]),
    case("what is moved", "今年全县将推动200家工业企业数字化转型。", [("工业企业数字化转型", "200", "家", 2023)]),
    case("demanded", "平原县要求今年新核准的项目，民营企业股权比例不低于10%。",
         [("新核准的项目民营企业股权比例", "10", "%", 2023)]),
    case("a range", "到2025年，水利建设总投资规模达到15亿~20亿元。", [("水利建设总投资规模", "15", "亿元", 2025)]),
    case("from one level to another", "到2025年，全县骨架道路建成率将从现在的90%提升到95%以上。",
         [("骨架道路建成率", "95", "%", 2025)]),
    case("expected of an industry", "预计全县建材行业到2025年，总产值达到63亿元，石灰产能15万吨。",
         [("建材行业总产值", "63", "亿元", 2025), ("石灰产能", "15", "万吨", 2025)]),
    case("behind a semicolon", "到2025年，全县力争建成端口70万个；建成5G基站12万个，普及率达70%。",
         [("端口", "70", "万个", 2025), ("5G基站", "12", "万个", 2025), ("普及率", "70", "%", 2025)]),
    case("the years of the plan", "“十四五”期间投资加大。今后三年全县计划完成15万户改建任务。",
         [("改建任务", "15", "万户", 2025)]),
    case("units of goods", "到2025年，全县墙体材料产能达到5亿标砖。", [("墙体材料产能", "5", "亿标砖", 2025)]),
])  # fmt: skip
def test_ways_of_the_genre(text: str, expected: list[tuple[str, str, str, int | None]]) -> None:
    assert [row[1:] for row in targets(text)] == expected


@pytest.mark.parametrize("text", [
    case("what a work can do", "“十四五”期间将改造24处灌区，可以增加灌溉面积19万亩。"),
    case("when a work is to open", "工程预计今年底投入运行，每年输送电量超30亿千瓦时。"),
    case("whom it serves", "改造预计今年10月底完成，惠及小区居民698户。"),
    case("the weather", "今年，平原县最高气温将达到37度。"),
    case("not to exceed", "交警提醒，连续驾驶不要超过4小时。"),
    case("a festival is no company", "本届云帆节全年计划开展35项活动。"),
    case("a number of a list is no company", "二是五年内拟投入超过10亿元，重点支持研发。"),
    case("projects counted are a batch", "今年，全县计划实施重点项目151个，年度计划投资120亿元。"),
    case("a market", "预计到2025年全县市场规模达到60亿元。"),
])  # fmt: skip
def test_further_news_without_targets(text: str) -> None:
    assert targets(text) == []


def test_a_number_to_be_removed_keeps_its_verb() -> None:
    (claim,) = claims("targets", "到2030年，平原县将全面解决新增26.65万人农村饮水不安全问题。", "平原县融媒体中心")
    assert claim.object.indicator.startswith("解决")  # type: ignore[union-attr]


@pytest.mark.parametrize("text", [
    case("how far a road is", "平原县蓝莓路工程进度已完成约40%，预计今年底可完成75%。"),
    case("a yield of what is told before", "今年，平原蓝莓保持良好态势，整体产量预计将达到8.5万吨。"),
    case("what so many projects bring in", "今年，全县将有25个重大项目投产，总投资215亿元，年底预计实现产值93亿元。"),
])  # fmt: skip
def test_a_number_that_is_not_the_areas(text: str) -> None:
    assert targets(text) == []


def test_a_number_of_an_industry_names_it() -> None:
    text = "预计平原县建材行业到2025年，工业总产值达到635亿元，水泥产能6500万吨。"
    assert [row[1] for row in targets(text)] == ["建材行业工业总产值", "水泥产能"]


def test_a_row_of_numbers_is_of_the_whole_that_its_first_names() -> None:
    text = "山东省教育厅要求，到2025年，全省创建试验区3个，防控试点县30个，示范学校500所。"
    assert [(row[0], row[2]) for row in targets(text)] == [("山东省", "3"), ("山东省", "30"), ("山东省", "500")]


def test_who_demands_holds_the_target_whoever_reports_it() -> None:
    text = "山东省教育厅要求，到2025年，创建示范学校500所。"
    assert [row[0] for row in targets(text)] == ["山东省"]
