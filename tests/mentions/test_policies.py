"""Policies: titles in 《》, quotations, and noun phrases that end like a plan (guideline, "directs")."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.mentions.policies import policies
from mentions.articles import case


def found(text: str) -> list[tuple[str, str]]:
    return [(policy.name, policy.form) for policy in policies(text, 0, len(text))]


@pytest.mark.parametrize(("text", "name", "form"), [
    case("plan", "审议通过《平原县蓝莓振兴三年行动计划》。", "平原县蓝莓振兴三年行动计划", "title"),
    case("opinion", "印发《关于加快蓝莓产业发展的实施意见》。", "关于加快蓝莓产业发展的实施意见", "title"),
    case("regulation", "学习《平原县蓝莓保护条例》。", "平原县蓝莓保护条例", "title"),
    case("draft", "审议《平原县蓝莓保护办法（草案）》。", "平原县蓝莓保护办法（草案）", "title"),
    case("plan with its years", "印发《平原县蓝莓振兴行动计划（2023—2025年）》。",
          "平原县蓝莓振兴行动计划（2023—2025年）", "title"),
    case("title with a quotation", "印发《“蓝莓杯”大赛方案》。", "“蓝莓杯”大赛方案", "title"),
    case("quoted campaign", "实施“十大攻坚”行动。", "十大攻坚行动", "quoted"),
    case("quoted strategy", "实施“五个翻番”战略。", "五个翻番战略", "quoted"),
    case("quoted alone", "落实“五个翻番”。", "五个翻番", "quoted"),
    case("quoted activity", "开展“我为蓝莓代言”主题活动。", "我为蓝莓代言主题活动", "quoted"),
    case("phrase", "全面实施蓝莓振兴三年行动计划。", "蓝莓振兴三年行动计划", "phrase"),
    case("phrase behind a verb", "启动蓝莓倍增计划。", "蓝莓倍增计划", "phrase"),
    case("phrase behind a particle", "研究全县的蓝莓产业发展规划。", "蓝莓产业发展规划", "phrase"),
    case("phrase of two heads", "印发蓝莓振兴行动计划实施方案。", "蓝莓振兴行动计划实施方案", "phrase"),
    case("an adverb that begins the name", "确保全面振兴新突破三年行动胜利。", "全面振兴新突破三年行动", "phrase"),
    case("a level of alarm", "启动四级应急响应。", "四级应急响应", "system"),
    case("a class that is counted", "审议3项详细规划。", "3项详细规划", "class"),
    case("phrase behind carry out", "全面推行湖长责任制。", "湖长责任制", "phrase"),
    case("a programme behind another head", "编制蓝莓走廊发展战略规划。", "蓝莓走廊发展战略规划", "system"),
    case("title with a title inside", "审议《落实《蓝莓保护条例》实施方案》。", "落实《蓝莓保护条例》实施方案",
         "title"),
    case("title with its year", "发布《蓝莓产业创新行动2023》。", "蓝莓产业创新行动2023", "title"),
    case("title by its articles", "出台《平原县稳经济二十条》。", "平原县稳经济二十条", "title"),
    case("rules", "审议《平原县政府工作规则》。", "平原县政府工作规则", "title"),
    case("document by its matter", "表决通过关于推进蓝莓产业发展的决定。", "关于推进蓝莓产业发展的决定", "document"),
    case("a decision taken", "作出了推进蓝莓振兴、建设强县的决定。", "推进蓝莓振兴、建设强县的决定", "document"),
    case("quotation that goes on to its head", "推进“蓝莓办”百日攻坚行动。", "蓝莓办百日攻坚行动", "quoted"),
    case("quotation that is counted", "抓好“房源、资金、服务”三个统筹。", "房源、资金、服务三个统筹", "quoted"),
    case("quotation with what it is, not its name", "按照“一年恢复、三年提升”的总体思路。", "一年恢复、三年提升",
         "quoted"),
    case("system", "落实领导带班制度。", "领导带班制度", "system"),
    case("strictest system", "实施最严格的耕地红线保护制度。", "最严格的耕地红线保护制度", "system"),
    case("campaign", "持续深入打好污染防治攻坚战。", "污染防治攻坚战", "system"),
    case("campaign with a row", "打好蓝天、碧水、净土保卫战。", "蓝天、碧水、净土保卫战", "system"),
    case("自 begins a word", "实施自贸试验区提升战略。", "自贸试验区提升战略", "system"),
    case("后 inside a name", "编制灾后恢复重建方案。", "灾后恢复重建方案", "system"),
    case("spelt out before its name", "抓好“优化服务、净化环境”“二化”行动。", "二化行动", "quoted"),
    case("two characters and a span of years", "研究蓝莓三年行动计划。", "蓝莓三年行动计划", "phrase"),
    case("by number", "打造五大功能区。", "五大功能区", "phrase"),
])  # fmt: skip
def test_named_policies(text: str, name: str, form: str) -> None:
    assert found(text) == [(name, form)]


@pytest.mark.parametrize("text", [
    case("newspaper", "阅读《平原日报》。"), case("film", "观看电影《蓝莓之恋》。"), case("exhortation",
         "要加快推进项目建设。"),
    case("thought", "学习习近平新时代中国特色社会主义思想。"), case("spirit", "贯彻“某某精神”。"),
    case("a class", "制定实施方案。"), case("a class, key work", "抓好重点工作。"), case("a class of campaigns",
         "开展专项整治行动。"),
    case("what is called so", "简称“蓝莓办”。"), case("verb", "行动迅速。"), case("adjective", "行动不便的老人。"),
    case("leading group", "成立专项行动领导小组。"),
    case("what has no name of its own", "开展开放相关试点工作。"), case("what one does oneself", "化成自发行动。"),
    case("a system of no name", "建立健全长效机制。"), case("figure of speech", "守好“责任田”。"),
    case("a sentence that is quoted", "他说“我们种蓝莓已经三十多年了，从来没有像今年这样高兴过，真的很高兴呢”。"),
    case("what goes on behind the head", "完善蓝莓保护机制建设。"), case("a campaign's stage", "总结前阶段创建工作。"),
    case("one who takes part", "他是行动者。"), case("nothing", ""),
])  # fmt: skip
def test_what_names_no_policy(text: str) -> None:
    assert found(text) == []


def test_several_in_one_sentence_in_order() -> None:
    text = "审议《平原县蓝莓保护办法》，部署“十大攻坚”行动，启动蓝莓倍增计划。"
    assert [name for name, _ in found(text)] == ["平原县蓝莓保护办法", "十大攻坚行动", "蓝莓倍增计划"]


def test_a_phrase_inside_a_title_is_not_found_again() -> None:
    assert len(found("审议通过《平原县蓝莓振兴三年行动计划实施方案》。")) == 1


NO_MARKS = str.maketrans("", "", "《》“”")
PIECES = st.sampled_from([
    "“", "”", "《", "》", "十大攻坚", "行动", "三年行动计划", "战略", "方案", "实施", "蓝莓", "的", "，", "、",
    "全面", "平原县",
])  # fmt: skip


@settings(deadline=None)  # the first example loads the dictionary
@given(st.lists(PIECES, max_size=12).map("".join))
def test_policies_slice_to_their_names_in_order(text: str) -> None:
    last = 0
    for policy in policies(text, 0, len(text)):
        assert last <= policy.start < policy.end <= len(text)
        surface = text[policy.start : policy.end]
        assert policy.name.translate(NO_MARKS) == surface.translate(NO_MARKS)
        last = policy.start
