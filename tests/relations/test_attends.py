"""attends: who took part in which meeting (guideline, "attends")."""

from __future__ import annotations

import pytest
from mentions.articles import case

from relations.claims import claims, said

MEETING = "全县蓝莓产业推进大会"


@pytest.mark.parametrize(("text", "who"), [
    case("attends", f"县委书记李志远出席{MEETING}。", {"李志远"}),
    case("presides over and calls", f"县委书记李志远主持召开{MEETING}。", {"李志远"}),
    case("each of a row", f"县委书记李志远，县长赵明辉出席{MEETING}。", {"李志远", "赵明辉"}),
    case("row of bare names", f"{MEETING}召开。县领导李志远、赵明辉、孙海波出席会议。", {"李志远", "赵明辉", "孙海波"}),
    case("in the clause behind", f"{MEETING}召开，县委书记李志远出席并讲话。", {"李志远"}),
    case("in the next sentence", f"5月6日，{MEETING}召开。县委书记李志远出席会议并讲话。", {"李志远"}),
    case("without an object", f"5月6日，{MEETING}召开。县委书记李志远，县长赵明辉出席。", {"李志远", "赵明辉"}),
    case("listens in", f"副县长李志远列席{MEETING}。", {"李志远"}),
    case("from a second hall", f"{MEETING}召开，副县长李志远在分会场参加。", {"李志远"}),
    case("the meeting, said later", f"5月6日，{MEETING}召开。全县种植面积扩大。品种增多。副县长李志远参加会议。",
         {"李志远"}),
    case("speaks there", f"5月6日，{MEETING}召开。会上，县委书记李志远强调，要抓紧。", {"李志远"}),
    case("speaks at it, by its name", f"县委书记李志远在{MEETING}上强调，要抓紧。", {"李志远"}),
    case("two speak at it", f"{MEETING}上，县委书记李志远，县长赵明辉分别介绍情况。", {"李志远", "赵明辉"}),
    case("welcomes the guests", f"{MEETING}召开，县委书记李志远出席并讲话，县长赵明辉致辞。", {"李志远", "赵明辉"}),
    case("speaks in it", f"5月6日，{MEETING}召开。县委书记李志远在会上指出，要抓紧。", {"李志远"}),
    case("presided over by", f"5月6日，{MEETING}召开。会议由县委书记李志远主持。", {"李志远"}),
    case("named behind the verb", f"5月6日，{MEETING}召开。出席会议的县领导还有赵明辉、孙海波等。",
         {"赵明辉", "孙海波"}),
    case("with others behind who have no names",
         f"{MEETING}召开。县长赵明辉，以及各部门主要负责人参加会议。", {"赵明辉"}),
    case("a row of which one has a post elsewhere", f"县委书记李志远讲话。李志远、孙海波一行出席{MEETING}。",
         {"李志远", "孙海波"}),
    case("by a name that has a post elsewhere", f"县委书记李志远表示欢迎。李志远出席{MEETING}。", {"李志远"}),
])  # fmt: skip
def test_who_attends(text: str, who: set[str]) -> None:
    assert said("attends", text) == {(name, MEETING) for name in who}


@pytest.mark.parametrize("text", [
    case("meeting named in passing", f"县委书记李志远学习{MEETING}精神。"),
    case("another event", f"{MEETING}召开。县委书记李志远出席开工仪式。"),
    case("inspection after it", f"{MEETING}召开。会后，县委书记李志远参加调研。"),
    case("a meeting far away", f"{MEETING}召开。全县种植面积扩大。品种增多。县委书记李志远出席。"),
    case("talks", "县委书记李志远与客商举行工作会谈，李志远出席。"),
    case("several meetings", "县委书记李志远出席五场现场会。"),
    case("not the subject", f"记者采访县委书记李志远，出席{MEETING}的客商表示满意。"),
    case("nobody by name", f"县领导出席{MEETING}。"),
    case("does not go", f"县委书记李志远未出席{MEETING}。"),
    case("no meeting", "县委书记李志远出席。"),
    case("in a press conference", "5月6日，平原县召开新闻发布会。县委书记李志远在会上表示，要抓紧。"),
    case("press conference", "县委书记李志远在新闻发布会上表示，要抓紧。"),
    case("a meeting of long ago", f"{'全县蓝莓种植面积扩大。' * 25}在{MEETING}上，县委书记李志远指出，要抓紧。"),
    case("others do something else", f"{MEETING}召开。县委书记李志远调研蓝莓产业，企业代表参加会议。"),
])  # fmt: skip
def test_who_is_not_said_to(text: str) -> None:
    assert said("attends", text) == set()


@pytest.mark.parametrize(("text", "meeting"), [
    case("without a name of its own", "县委书记李志远在平原县主持召开调度会。", "调度会"),
    case("a summit", "县委书记李志远出席平原县蓝莓产业峰会。", "平原县蓝莓产业峰会"),
])  # fmt: skip
def test_other_meetings(text: str, meeting: str) -> None:
    assert said("attends", text) == {("李志远", meeting)}


@pytest.mark.parametrize(("verb", "modality"), [("出席", "asserted"), ("将出席", "planned"), ("未出席", "denied")])
def test_modality(verb: str, modality: str) -> None:
    assert {claim.modality for claim in claims("attends", f"县委书记李志远{verb}{MEETING}。")} == {modality}


def test_the_meeting_is_the_one_that_directs() -> None:
    text = f"5月6日，{MEETING}召开。会议部署“十大攻坚”行动。县委书记李志远出席会议。"
    directing, attended = claims("directs", text), claims("attends", text)
    assert directing and attended
    assert {claim.subject for claim in directing} == {claim.object for claim in attended}


def test_the_words_that_say_it() -> None:
    text = f"5月6日，{MEETING}召开。县委书记李志远出席并讲话。"
    (claim,) = claims("attends", text)
    assert claim.subject_span and claim.object_span
    assert text[claim.subject_span.start : claim.subject_span.end] == "李志远"
    assert text[claim.object_span.start : claim.object_span.end] == MEETING
    assert text[claim.quote.start : claim.quote.end] == f"{MEETING}召开。县委书记李志远出席并讲话。"
