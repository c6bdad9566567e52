"""Title, date and publisher from the page's own furniture."""

import pytest

from kg.repair.frontmatter import iso_date
from kg.repair.pipeline import repair
from kg.sources.record import RawRecord

BODY = "4月6日，平原县重点项目集中开工仪式举行，县委书记王某出席并宣布开工，总投资达50亿元。"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2023-04-19 09:39:36", "2023-04-19"),
        ("2023/4/9", "2023-04-09"),
        ("发布时间：2022年1月11日", "2022-01-11"),
        ("20230810", "2023-08-10"),
        ("7月28日", None),
        ("2023-13-45", None),
        (None, None),
    ],
)
def test_iso_date(text, date):
    assert iso_date(text) == date


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"{BODY}来源：北京房山流程编辑：TF031", "北京房山"),
        (f"作者：刘某 来源：枣庄新闻网 2023-04-19\n{BODY}", "枣庄新闻网"),
        (f"{BODY}\n德州新闻网版权与免责声明：\n凡本网注明", "德州新闻网"),
        (f"{BODY}\n更多>> 德州日报近期报纸查看", "德州日报"),
        (f"{BODY}\n◎山东商报·速豹新闻网记者 崔某某", "山东商报"),
        (BODY, None),
    ],
)
def test_publisher(text, publisher):
    assert repair(RawRecord("x", text.encode())).publisher == publisher


def test_the_records_own_data_come_first():
    text = f"来源：枣庄新闻网 2023-04-19\n{BODY}"
    article = repair(RawRecord("x", text.encode(), title="标题", date="2020-01-02T08:00:00", publisher="某报"))
    assert (article.title, article.date, article.publisher) == ("标题", "2020-01-02", "某报")


def test_a_date_of_the_story_is_not_the_date_of_the_article():
    assert repair(RawRecord("x", f"2022年1月7日，会议召开。{BODY}".encode())).date is None
