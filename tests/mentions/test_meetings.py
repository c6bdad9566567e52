"""Meetings by name; 会议 alone is the one spoken of before."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.mentions.meetings import meetings
from kg.mentions.mention import MeetingMention
from mentions.articles import PINGYUAN, areas, case, finder


def found(text: str) -> list[MeetingMention]:
    home = finder(PINGYUAN)
    return list(meetings(text, 0, len(text), home.mentions(text, 0, len(text)), home))


@pytest.mark.parametrize(("text", "name", "organiser"), [
    case("by the county", "平原县委经济工作会议召开。", "平原县委经济工作会议", "平原县"),
    case("by the level", "李志远主持召开县政府常务会议。", "县政府常务会议", "平原县"),
    case("of the whole city", "全市项目建设现场推进会举行。", "全市项目建设现场推进会", "德州市"),
    case("behind who holds it and when", "5月6日，平原县召开全县蓝莓产业推进大会。", "全县蓝莓产业推进大会", "平原县"),
    case("with a remark in brackets", "县委常委会（扩大）会议召开。", "县委常委会（扩大）会议", "平原县"),
    case("with a quotation", "平原县“十大攻坚”动员大会召开。", "平原县“十大攻坚”动员大会", "平原县"),
    case("behind at", "李志远在全县蓝莓产业座谈会上说。", "全县蓝莓产业座谈会", "平原县"),
    case("behind who took part", "李志远出席全县蓝莓产业座谈会并讲话。", "全县蓝莓产业座谈会", "平原县"),
    case("behind what is done with it", "贯彻落实全市经济工作会议精神。", "全市经济工作会议", "德州市"),
    case("without an organiser", "蓝莓产业发展座谈会召开。", "蓝莓产业发展座谈会", None),
    case("two things that one meeting is about", "全市古城保护与利用工作推进会召开。",
         "全市古城保护与利用工作推进会", "德州市"),
    case("name that begins with 日", "日照市蓝莓产业推进会召开。", "日照市蓝莓产业推进会", "日照市"),
    case("of one year", "2023年度全县蓝莓产业推进会召开。", "2023年度全县蓝莓产业推进会", None),
    case("a quotation that holds a preposition", "全县深化“在平原看见未来”主题实践推进会召开。",
         "全县深化“在平原看见未来”主题实践推进会", "平原县"),
    case("two in one", "平原县优化营商环境暨蓝莓产业发展大会召开。", "平原县优化营商环境暨蓝莓产业发展大会", "平原县"),
    case("with its place in brackets", "第八届中国（德州）蓝莓投资大会开幕。", "第八届中国（德州）蓝莓投资大会", None),
    case("two in one, each with a head", "全县蓝莓产业推进会暨“十大攻坚”动员大会召开。",
         "全县蓝莓产业推进会暨“十大攻坚”动员大会", "平原县"),
    case("of a year by number",
         "李志远主持召开县蓝莓委员会2023年第六次会议。", "县蓝莓委员会2023年第六次会议", "平原县"),
    case("without the last word", "平原县委八届六次全体（扩大）召开。", "平原县委八届六次全体（扩大）", "平原县"),
    case("coordination", "全县蓝莓专班协调会召开。", "全县蓝莓专班协调会", "平原县"),
    case("party congress", "中国共产党平原县第十四次代表大会召开。", "中国共产党平原县第十四次代表大会", None),
])  # fmt: skip
def test_names(text: str, name: str, organiser: str | None) -> None:
    (meeting,) = found(text)
    assert (meeting.name, meeting.area.name if meeting.area else None, meeting.generic) == (name, organiser, False)


@pytest.mark.parametrize(("text", "name", "organiser"), [
    case("committee", "平原县委常委会8日召开会议。", "平原县委常委会会议", "平原县"),
    case("committee, behind a byline", "（记者甲）8日，县委常委会召开会议。", "县委常委会会议", "平原县"),
    case("office of a province", "山东省农业农村厅召开领导干部会议。", "山东省农业农村厅领导干部会议", "山东省"),
    case("a numbered one, held by a committee", "平原县安委会召开的2024年第二次全体（扩大）会议。",
         "平原县安委会2024年第二次全体（扩大）会议", "平原县"),
    case("of a new committee", "平原县专家咨询委员会正式成立，并召开第一次会议。",
         "平原县专家咨询委员会第一次会议", "平原县"),
    case("a name of its own stays", "齐河县近日召开蓝莓产业推进会。", "蓝莓产业推进会", "齐河县"),
    case("several topics", "平原县召开信访、环保、禁毒等重点工作推进会议。",
         "信访、环保、禁毒等重点工作推进会议", "平原县"),
    case("a row inside the name", "平原县召开全县营商环境暨蓝莓发展、作风建设大会。",
         "全县营商环境暨蓝莓发展、作风建设大会", "平原县"),
    case("分析 inside a name", "平原县召开商务指标分析调度会议。", "商务指标分析调度会议", "平原县"),
    case("组织 inside a name", "世界蓝莓组织联合会全体大会开幕。", "世界蓝莓组织联合会全体大会", None),
])  # fmt: skip
def test_who_holds_it(text: str, name: str, organiser: str | None) -> None:
    (meeting,) = found(text)
    assert (meeting.name, meeting.area.name if meeting.area else None, meeting.generic) == (name, organiser, False)


def test_a_place_where_it_is_held_is_not_who_holds_it() -> None:
    (meeting,) = found("专家在平原县召开蓝莓产业推进会。")
    assert meeting.area is None


def test_a_session_of_a_congress_is_named_with_it() -> None:
    text = "平原县第十五届人民代表大会第三次会议开幕。"
    assert found(text)[-1].name == "平原县第十五届人民代表大会第三次会议"


@pytest.mark.parametrize(
    "text", ["会议强调，要抓好落实。", "大会审议了报告。", "李志远在座谈会上说。", "此次会议要求抓好落实。"]
)
def test_a_bare_word_is_generic(text: str) -> None:
    assert [meeting.generic for meeting in found(text)] == [True]


NO_MEETINGS = [
    "会议室里坐满了人。", "人民大会堂前。", "会议厅外。", "运动会开幕。", "社会发展。", "机会难得。", "协会成立。",
    "蓝莓委员会议事规则。", "大会组委会成立。", "下载会议软件。",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_MEETINGS)
def test_what_is_no_meeting(text: str) -> None:
    assert found(text) == []


PIECES = st.sampled_from([
    "全县", "平原县", "县委", "经济工作", "会议", "大会", "推进会", "座谈会", "召开", "，", "“", "”", "（扩大）",
    "在", "5月6日", "的", "和",
])  # fmt: skip


@settings(deadline=None)  # the first example loads the dictionary
@given(st.lists(PIECES, max_size=10).map("".join))
@example("县委召开会议")
def test_meetings_slice_to_their_names(text: str) -> None:
    """The span holds the name, or, where the one who holds the meeting is named before the verb, its end: the rest of
    the name then stands right before the verb of holding (县委召开会议: 县委会议)."""
    for meeting in found(text):
        assert 0 <= meeting.start < meeting.end <= len(text)
        words = text[meeting.start : meeting.end]
        assert meeting.name.endswith(words)
        owner = meeting.name.removesuffix(words)
        assert not owner or text[: meeting.start].removesuffix("召开").endswith(owner)


def test_areas_are_given_not_looked_for() -> None:
    text = "平原县委经济工作会议召开。"
    (meeting,) = meetings(text, 0, len(text), areas(text), finder())
    assert meeting.area is not None and meeting.area.name == "平原县"


@pytest.mark.parametrize("text", [
    case("with a remark in brackets", "李志远主持召开县政府党组(扩大)会议和常务会议。"),
    case("joined", "李志远主持召开县政府党组会议和常务会议。"),
])  # fmt: skip
def test_two_meetings_are_not_one(text: str) -> None:
    first, second = found(text)
    assert first.name.startswith("县政府党组") and first.name.endswith("会议") and second.name == "常务会议"
