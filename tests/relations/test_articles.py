"""Whole invented articles and all that they say: nothing more may be published, nothing less."""

from __future__ import annotations

import pytest

from kg.relations.registry import EXTRACTORS
from relations.claims import said

CEREMONY = """平原县重点项目集中开工
本报讯（记者 孙立新）5月16日，平原县举行重点项目集中开工仪式。德州市委常委、平原县委书记李志远宣布开工，\
县委副书记、县长赵明辉致辞，县人大常委会主任钱文涛、县政协主席周启航出席，县委常委、常务副县长吴晓澜主持仪式。
此次集中开工项目17个，总投资86.5亿元。其中，云帆锂电池隔膜项目总投资25亿元，位于平原经济开发区，由山东云帆新能源有限公司投资建设，\
主要建设6条生产线，建成后年产值可达30亿元。
蓝谷改性塑料项目落户王凤楼镇，总投资12.6亿元，占地300亩。山东蓝谷新材料有限公司董事长冯可说，项目将于明年投产。
据了解，今年平原县计划实施重点项目151个，年度计划投资120亿元。力争到2025年，全县工业总产值突破600亿元，规模以上工业企业达到150家。
编辑：郑一鸣
"""
CONFERENCE = """德州市委蓝莓产业会议召开
5月16日，德州市委蓝莓产业会议召开。市委书记李志远出席会议并讲话，市委副书记、市长赵明辉主持会议。
会议指出，2022年，全市地区生产总值达到3600亿元，同比增长4.5%。会议强调，要深入实施“十大攻坚”行动，要加快转型、优化服务。
会议审议通过了《德州市蓝莓产业高质量发展三年行动计划》。会议要求，各级各部门要学习贯彻全省经济工作会议精神，坚持稳中求进。
平原县、齐河县、禹城市主要负责同志作了发言。
"""
FACTS: dict[str, dict[str, set[tuple[str, str]]]] = {
    CEREMONY: {
        "leads": {("李志远", "平原县"), ("赵明辉", "平原县"), ("钱文涛", "平原县人大常委会"), ("周启航", "平原县政协")},
        "holds": {
            ("李志远", "德州市委: 市委常委"), ("李志远", "平原县委: 县委书记"), ("赵明辉", "平原县委: 县委副书记"),
            ("赵明辉", "平原县人民政府: 县长"), ("钱文涛", "平原县人大常委会: 主任"), ("周启航", "平原县政协: 主席"),
            ("吴晓澜", "平原县委: 县委常委"), ("吴晓澜", "平原县人民政府: 常务副县长"), ("冯可",
            "山东蓝谷新材料有限公司: 董事长"),
        },
        "hosts": {("平原经济开发区", "云帆锂电池隔膜项目"), ("王凤楼镇", "蓝谷改性塑料项目")},
        "invests": {("云帆锂电池隔膜项目", "2500000000 CNY"), ("蓝谷改性塑料项目", "1260000000 CNY")},
        "builds": {("山东云帆新能源有限公司", "云帆锂电池隔膜项目")},
        "announces": {("平原县", "17: 8650000000 CNY"), ("平原县", "151: None")},
        "targets": {("平原县", "工业总产值 600亿元 2025"), ("平原县", "规模以上工业企业 150家 2025")},
    },
    CONFERENCE: {
        "leads": {("李志远", "德州市"), ("赵明辉", "德州市")},
        "holds": {("李志远", "德州市委: 市委书记"), ("赵明辉", "德州市委: 市委副书记"), ("赵明辉",
        "德州市人民政府: 市长")},
        "directs": {
            ("德州市委蓝莓产业会议", "十大攻坚行动"), ("德州市委蓝莓产业会议", "德州市蓝莓产业高质量发展三年行动计划"),
        },
        "attends": {("李志远", "德州市委蓝莓产业会议"), ("赵明辉", "德州市委蓝莓产业会议")},
    },
}  # fmt: skip


@pytest.mark.parametrize("text", FACTS, ids=["ceremony", "conference"])
@pytest.mark.parametrize("relation", EXTRACTORS)
def test_all_that_an_article_says(text: str, relation: str) -> None:
    assert said(relation, text, "德州日报") == FACTS[text].get(relation, set())


def test_the_order_of_the_paragraphs_changes_no_fact() -> None:
    """All but the first: it says which county the article is about."""
    head, meeting, *rest, byline = CEREMONY.strip().split("\n")
    turned = "\n".join([head, meeting, *reversed(rest), byline])
    for relation in EXTRACTORS:
        assert said(relation, turned, "德州日报") == FACTS[CEREMONY].get(relation, set())


def test_a_repeated_article_says_the_same() -> None:
    body = CONFERENCE.strip()
    for relation in EXTRACTORS:
        assert said(relation, body + "\n" + body, "德州日报") == FACTS[CONFERENCE].get(relation, set())


def test_a_short_paragraph_that_begins_with_a_full_date_is_read() -> None:
    text = "平原县召开会议\n2023年5月6日，平原县县长李志远出席全县工作会议。\n与会者踊跃发言，会议开得成功。"
    assert said("leads", text) == {("李志远", "平原县")}
