"""What is considered and turned down: each reason with a text that calls it forth, and the words that it names."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from mentions.articles import MIXED, OF_PINGYUAN, TODAY, reading

from kg.lexicons import load
from kg.mentions.mention import Span
from kg.relations.registry import EXTRACTORS, consider, extract

ROOT = Path(__file__).resolve().parents[2]
OF_STATEMENTS = "statement."  # of claims that stand in the evidence alone: see tests/analysis/test_explain.py
KINDS = {"person", "project"}  # what is turned down before it can be in a relation
HELD = "平原县召开全县蓝莓产业推进大会。"
LANDED = "云帆锂电池项目落户平原县。"

# What nothing but the publisher could tell: which county the text is about.
OF_NO_COUNTY = {"holds.no-body", "hosts.no-area", "announces.no-area", "targets.no-holder"}
# reason, text, subject words, object words
CASES = [
    ("leads.company", "蓝谷新材料有限公司董事长李志远出席。", "李志远", "蓝谷新材料有限公司董事长"),
    ("leads.not-chief", "平原县副县长李志远出席。", "李志远", "平原县副县长"),
    ("leads.discipline", "平原县委纪检组组长李志远出席。", "李志远", "平原县委纪检组组长"),
    ("leads.unit", "平原县教育局办公室主任李志远出席。", "李志远", "平原县教育局办公室主任"),
    ("leads.team", "李庄村队队长李志远出席。", "李志远", "李庄村队队长"),
    ("holds.no-body", "局长李志远出席会议。", "李志远", "局长"),
    ("holds.fiction", "该剧讲述了平原县县长李志远的故事。", "李志远", "平原县县长"),
    ("holds.leader", "平原县领导李志远出席会议。", "李志远", "平原县领导"),
    ("person.words", "与会领导和嘉宾参观了农博会展馆。", "和嘉宾", "与会领导"),
    ("project.class", "平原县推进省级重点产业项目建设。", "省级重点产业项目", ""),
    ("project.predicate", "蓝谷电站今天开工，这是我国首个变速抽水蓄能工程。", "变速抽水蓄能工程", ""),
    ("project.counted", "平原县开工建设3座抽水蓄能电站。", "抽水蓄能电站", ""),
    ("project.passed-by", "新路依托云帆枢纽，服务全县。", "云帆枢纽", ""),
    ("project.not-built", "李志远参观了蓝谷科技馆。", "蓝谷科技馆", ""),
    ("project.campaign", "平原县实施“鹤鸣畅达工程”“碧水安澜工程”。", "鹤鸣畅达工程", ""),
    ("project.place-of-event", "公益展在鹤鸣步行街启动。", "鹤鸣步行街", ""),
    ("project.slogan", "平原县为“共建蓝谷人才培养基地”揭牌。", "蓝谷人才培养基地", ""),
    ("project.zone", "平原县加快建设平原工业园区。", "平原工业园区", ""),
    ("hosts.part", "云帆锂电池项目开工，主要建设内容包括蓝谷研发中心。", "", "蓝谷研发中心"),
    ("hosts.no-work", "平原县举行云帆妈妈项目培训班。", "", "云帆妈妈项目"),
    ("hosts.no-area", "云帆锂电池项目开工。", "", "云帆锂电池项目"),
    ("invests.partial", "云帆锂电池项目今年完成投资2亿元。", "云帆锂电池项目", "今年完成投资2亿元"),
    ("invests.counted", "云帆锂电池项目开工，全县推进20个重点项目，总投资30亿元。", "云帆锂电池项目", "总投资30亿元"),
    ("invests.another-subject", "云帆锂电池项目开工，蓝谷集团将总投资3亿元。", "云帆锂电池项目", "总投资3亿元"),
    ("invests.no-investment", "云帆锂电池项目贷款投资3亿元。", "云帆锂电池项目", "投资3亿元"),
    ("invests.row", "云帆锂电池项目、蓝谷新材料项目总投资5亿元。", "蓝谷新材料项目", "项目总投资5亿元"),
    ("invests.spent", f"{LANDED}去年全县已完成总投资5亿元。", "云帆锂电池项目", "总投资5亿元"),
    ("invests.group", f"{LANDED}签约项目协议总投资额30亿元。", "云帆锂电池项目", "总投资额30亿元"),
    (
        "invests.far",
        f"{LANDED}{'天气晴好，大家踊跃发言，气氛热烈。' * 18}该项目总投资5亿元。",
        "云帆锂电池项目",
        "项目总投资5亿元",
    ),
    ("invests.no-project", "全县交通建设总投资30亿元。", "", "总投资30亿元"),
    (
        "directs.source",
        "会议强调，要贯彻落实全省蓝莓产业大会精神，推进“十大攻坚”行动。",
        "全省蓝莓产业大会",
        "“十大攻坚”行动",
    ),
    ("directs.weak", "平原县召开新闻发布会，介绍蓝莓振兴三年行动计划。", "新闻发布会", "介绍蓝莓振兴三年行动计划"),
    ("directs.in-passing", "他说，去年的全国蓝莓产业大会部署了“十大攻坚”行动。", "全国蓝莓产业大会", "“十大攻坚”行动"),
    ("directs.no-name", "会议部署“十大攻坚”行动。", "会议", "“十大攻坚”行动"),
    ("directs.part-of-name", "平原县召开“蓝莓振兴”工作推进会。", "“蓝莓振兴”工作推进会", "“蓝莓振兴”"),
    ("directs.business", f"{HELD}会议审议《人事任免方案》。", "会议", "《人事任免方案》"),
    ("directs.of-meeting", f"{HELD}会议的主题是“十大攻坚”行动。", "会议", "“十大攻坚”行动"),
    ("directs.far", f"{HELD}会议中，{'大家统一思想，提高认识，' * 15}部署“十大攻坚”行动。", "会议", "“十大攻坚”行动"),
    ("directs.spirit", f"{HELD}会议传达了《平原县蓝莓振兴方案》精神。", "会议", "《平原县蓝莓振兴方案》"),
    ("directs.no-verb", f"{HELD}会议介绍“十大攻坚”行动。", "会议", "“十大攻坚”行动"),
    ("directs.soft-verb", f"{HELD}会议部署工作，传达了“十大攻坚”行动。", "会议", "“十大攻坚”行动"),
    (
        "directs.words-between",
        "平原县召开全县蓝莓产业推进大会，部署近期各项工作和任务并由李志远介绍了“十大攻坚”行动。",
        "全县蓝莓产业推进大会",
        "“十大攻坚”行动",
    ),
    (
        "directs.not-passed",
        "平原县召开全县蓝莓产业推进大会，落实《平原县蓝莓振兴方案》。",
        "全县蓝莓产业推进大会",
        "《平原县蓝莓振兴方案》",
    ),
    ("directs.means", f"{HELD}会议要求，要以开展“实干年”活动为契机。", "会议", "“实干年”活动"),
    (
        "directs.before-meeting",
        "平原县开展“十大攻坚”行动，并召开全县蓝莓产业推进大会。",
        "全县蓝莓产业推进大会",
        "“十大攻坚”行动",
    ),
    ("builds.common-word", "紧跟发展步伐，投资建设云帆锂电池项目。", "紧跟发展步伐", ""),
    ("builds.no-by", "云帆锂电池项目落户，蓝谷新材料有限公司建设住房。", "蓝谷新材料有限公司", "云帆锂电池项目"),
    ("builds.no-verb", "蓝谷新材料有限公司参观云帆锂电池项目建设现场。", "蓝谷新材料有限公司", "云帆锂电池项目"),
    ("announces.kind", "全县有省级高中教育项目3个。", "", "全县有省级高中教育项目3个"),
    ("announces.no-verb", "会上有两项工程。", "", "两项工程"),
    ("announces.one", "一个重要节点工程开工。", "", "一个重要节点工程"),
    ("announces.ordinal", "全县人均30个项目开工。", "", "30个项目"),
    ("announces.no-area", "集中开工重点项目30个。", "", "集中开工重点项目30个"),
    (
        "announces.link",
        "今年以来，全县粮食丰收，农民十分满意，生活一天比一天好。相关链接：全县签约30个产业项目。",
        "",
        "30个产业项目",
    ),
    ("targets.forecast", "平原县蓝谷电站投产后，力争年产值达到20亿元。", "", "力争年产值达到20亿元。"),
    ("targets.reached", "力争工业总产值突破600亿元，已完成投资300亿元。", "", "已完成投资300亿元。"),
    ("targets.past-year", "力争到2020年工业总产值突破600亿元。", "", "力争到2020年工业总产值突破600亿元。"),
    ("targets.form", "力争让200家企业满意而归。", "", "力争让200家企业满意而归。"),
    ("targets.no-indicator", "争取省级补助资金2亿元。", "", "争取省级补助资金2亿元。"),
    ("targets.no-holder", "力争工业总产值突破600亿元。", "", "力争工业总产值突破600亿元。"),
]


def rejections(text: str, publisher: str | None = OF_PINGYUAN) -> list[tuple[str, str, str]]:
    """(reason, subject words, object words) of all that a text's rules turn down."""
    read = reading(text, publisher, TODAY)

    def words(span: Span | None) -> str:
        return read.article.text[span.start : span.end] if span else ""

    return [(each.why, words(each.subject), words(each.object)) for each in consider(read)[1]]


@pytest.mark.parametrize(("reason", "text", "subject", "object_"), CASES, ids=[one[0] for one in CASES])
def test_turned_down(reason: str, text: str, subject: str, object_: str) -> None:
    assert (reason, subject, object_) in rejections(text, None if reason in OF_NO_COUNTY else OF_PINGYUAN)


@pytest.mark.parametrize("text", [
    "平原县委书记李志远出席。",
    "云帆锂电池项目落户平原县，总投资5亿元，由蓝谷新材料有限公司投资建设。",
    f"{HELD}会议部署“十大攻坚”行动。",
    "平原县集中开工项目17个，总投资21.2亿元。",
    "平原县谋划储备省级重点项目27个。",
    "平原县力争到2025年工业总产值突破600亿元。",
])  # fmt: skip
def test_what_is_claimed_is_not_turned_down(text: str) -> None:
    assert list(extract(reading(text))) and rejections(text) == []


class TestReasons:
    """The list of reasons and the code say the same."""

    def test_every_reason_that_the_code_gives_is_in_the_list_and_the_other_way_round(self) -> None:
        listed = {reason for reason in load("reasons")["en"] if not reason.startswith(OF_STATEMENTS)}
        assert set(reasons_in_code()) == listed and len(listed) >= 40

    def test_every_reason_is_in_both_languages(self) -> None:
        assert list(load("reasons")["zh"]) == list(load("reasons")["en"])

    def test_every_reason_has_a_case(self) -> None:
        assert [one[0] for one in CASES] == [
            reason for reason in load("reasons")["en"] if not reason.startswith(OF_STATEMENTS)
        ]

    def test_a_reason_begins_with_a_relation_or_a_kind_of_thing(self) -> None:
        assert {reason.partition(".")[0] for reason in reasons_in_code()} <= {*EXTRACTORS, *KINDS}


def reasons_in_code() -> Iterator[str]:
    """Every id that the package makes a Why of."""
    for file in (ROOT / "kg").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Why":
                (reason,) = node.args
                assert isinstance(reason, ast.Constant), f"{file.name}:{node.lineno}: a reason is written out"
                yield reason.value


@settings(max_examples=100, deadline=None)
@given(MIXED)
def test_the_words_of_a_rejection_stand_in_the_article(text: str) -> None:
    read = reading("平原县今天召开会议部署重点工作。" + text)
    for each in consider(read)[1]:
        for span in (each.quote, each.subject, each.object):
            assert span is None or 0 <= span.start < span.end <= len(read.article.text), each
        assert each.subject or each.object
