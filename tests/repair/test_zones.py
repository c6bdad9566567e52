"""Headline, dateline, byline, body, boilerplate: pages with lines, and articles that come as one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.repair.zones import find_zones

SENTENCE = "4月6日，平原县重点项目集中开工仪式举行，县委书记王某出席并宣布开工，总投资达50亿元。"


def parts(text, title=None):
    return [(zone.kind, text[zone.start : zone.end]) for zone in find_zones(text, title)]


def test_a_page_with_lines():
    text = (
        "首页 > 新闻 > 正文\n平原县重点项目开工\n来源：平原新闻网 2023-04-06 09:10\n"
        f"平原新闻网讯 {SENTENCE}\n编辑：李某 责编：赵某\n上一篇：某某"
    )
    assert [kind for kind, _ in parts(text)] == [
        "boilerplate", "headline", "byline", "dateline", "body", "byline", "boilerplate",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tail", "kind"),
    [
        ("来源：北京房山流程编辑：TF031", "byline"),
        ("责编:史某 | 审校:陈某某 | 审核:李某 | 监制:万某某", "byline"),
        ("编辑 白某校对 卢某", "byline"),
        ("返回搜狐，查看更多", "boilerplate"),
        ("(记者 刘某某 通讯员 李某 耿某某)", "byline"),
        ("（记者李某某 田某）", "byline"),
        ("（完）", "boilerplate"),
        ("《光明日报》（2023年08月09日 10版）", "byline"),
        ("沈阳晚报、沈报全媒体记者 吴某 实习生 孟某某", "byline"),
        ("新华社武汉8月17日电", "byline"),
        ("部分图片来源于网络，版权归原作者所有", "boilerplate"),
    ],
)
def test_furniture_at_the_end_of_a_single_line(tail, kind):
    text = SENTENCE * 8 + tail
    assert parts(text) == [("body", SENTENCE * 8), (kind, tail)]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("本报讯（记者 米某 周某某）", [("dateline", "本报讯"), ("byline", "（记者 米某 周某某）")]),
        ("新华社石家庄1月25日电（记者王某）", [("dateline", "新华社石家庄1月25日电"), ("byline", "（记者王某）")]),
        ("枣庄新闻网讯 ", [("dateline", "枣庄新闻网讯")]),
        (
            "平原县重点项目开工大众网见习记者 李某 济宁报道",
            [("headline", "平原县重点项目开工"), ("byline", "大众网见习记者 李某 济宁报道")],
        ),
        ("东方网记者熊某某、柏某某7月28日报道：", [("byline", "东方网记者熊某某、柏某某7月28日报道：")]),
        (
            "原标题：平原县青年风筝邀请赛启动",
            [("boilerplate", "原标题："), ("headline", "平原县青年风筝邀请赛启动")],
        ),
        ("平原县重点项目集中开工仪式举行", [("headline", "平原县重点项目集中开工仪式举行")]),
        ("记者 韩某", [("byline", "记者 韩某")]),
    ],
)
def test_furniture_at_the_beginning_of_a_single_line(head, expected):
    text = head + SENTENCE * 8
    assert parts(text) == [*expected, ("body", SENTENCE * 8)]


@pytest.mark.parametrize(
    "line",
    [
        "德州新闻网版权与免责声明：",
        "免责声明",
        "声明：本文系转载，如有侵权请联系我们删除",
        "①凡本网注明“来源：某某网”的所有作品",
    ],
)
def test_a_notice_ends_the_article(line):
    text = f"{SENTENCE}\n{line}\n平原县委书记王某出席。\n再一行。"
    assert [kind for kind, _ in parts(text)] == ["body", "boilerplate", "boilerplate", "boilerplate"]


@pytest.mark.parametrize(
    "line",
    [
        "今日 首页 - 帮助",
        "文章搜索：",
        "用户名： 密码： [注册][找回密码]",
        "更多>> 德州日报近期报纸查看",
        "本文所在版面导航",
        "·锚定目标勇突破",
        "【第 02 版：要闻·综合】",
        "某某影音|某某福利网站|某某字幕|某某视频2019",
        "版权所有 平原县人民政府 鲁ICP备12345678号",
    ],
)
def test_lines_of_boilerplate(line):
    assert parts(line) == [("boilerplate", line)]


@pytest.mark.parametrize(
    "line",
    [
        "□本报记者 王某 王某某",
        "□本报记者张某某本报通讯员贾某刘某陈某某",
        "◎山东商报·速豹新闻网记者 崔某某 金某某 通讯员 赵某某",
        "作者：刘某某 李某 来源：枣庄新闻网 2023-04-19 09:39:36",
        "编辑：徐某某 责编：马某某",
    ],
)
def test_lines_of_bylines(line):
    assert parts(line) == [("byline", line)]


@pytest.mark.parametrize(
    "sound",
    [
        "记者从市发展改革委获悉，今年全市重点项目开工率达到九成以上。",
        "全县财政收入主要来源：一是工业，二是农业，三是旅游业。",
        "市委编辑出版《平原年鉴》，由县委书记王某作序。",
        "项目总投资5亿元，由市行政审批局审核通过。",
        "据新华社消息，会议强调要抓好落实。",
        "县融媒体中心主任李某负责策划、审核工作，副主任赵某负责校对工作。",
    ],
)
def test_body_stays_body(sound):
    assert parts(sound + SENTENCE) == [("body", sound + SENTENCE)]


def test_subheads_inside_the_text_are_body_and_a_list_has_no_headline():
    assert ("body", "项目出彩 比学赶超") in parts(f"{SENTENCE}\n项目出彩 比学赶超\n{SENTENCE}")
    assert {kind for kind, _ in parts("市长：张某\n副市长：李某")} == {"body"}


def test_the_records_title_is_the_headline():
    assert parts(f"广告\n平原县开工\n{SENTENCE}", "平原县开工")[1] == ("headline", "平原县开工")


def test_places_outside_the_main_text_are_boilerplate():
    text = f"相关公司招聘\n{SENTENCE}"
    assert [zone.kind for zone in find_zones(text, None, ((0, 6),))] == ["boilerplate", "body"]


@given(
    st.lists(
        st.sampled_from(
            ["编辑：李某", SENTENCE, "免责声明", " ", "首页 > 新闻", "平原县开工", "（完）", "|", "本报讯"]
        ),
        max_size=12,
    )
)
def test_zones_are_in_order_and_do_not_overlap_and_cover_every_word(lines):
    text = "\n".join(lines)
    zones = find_zones(text)
    place = 0
    for zone in zones:
        assert place <= zone.start < zone.end <= len(text) and zone.reason
        assert not text[place : zone.start].strip()
        place = zone.end
    assert not text[place:].strip()
