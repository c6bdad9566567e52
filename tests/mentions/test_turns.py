"""Which words say that a term of office begins or ends, with its date: and which only say what somebody is."""

from __future__ import annotations

import pytest

from kg.relations.claim import Claim
from kg.relations.registry import extract
from mentions.articles import reading

GOVERNMENT, COMMITTEE = "人民政府", "委"


def turns(text: str, date: str = "2023-08-16") -> list[tuple[str, str, str, str, str]]:
    """(name, title, turn, since, until) of each post in a text, in order; posts without a turn left out."""
    return [
        (claim.subject.name, claim.object.title, claim.turn, claim.since, claim.until)  # type: ignore[union-attr]
        for claim in held(text, date)
        if claim.turn
    ]


def held(text: str, date: str = "2023-08-16") -> list[Claim]:
    return [claim for claim in extract(reading(text, date=date)) if claim.relation == "holds"]


@pytest.mark.parametrize(("text", "name", "title", "since"), [
    ("8月15日，平原县第九届人民代表大会第三次会议选举李志远为平原县县长。", "李志远", "县长", "2023-08-15"),
    ("8月15日，平原县人大常委会会议决定任命李志远为平原县副县长。", "李志远", "副县长", "2023-08-15"),
    ("8月15日召开的县人大常委会会议，任命李志远为平原县教育局局长。", "李志远", "局长", "2023-08-15"),
    ("2021年6月，李志远当选平原县县长。", "李志远", "县长", "2021-06"),
    ("去年2月，李志远出任平原县委书记。", "李志远", "县委书记", "2022-02"),
    ("今年5月，李志远调任平原县委书记。", "李志远", "县委书记", "2023-05"),
    ("2015年，李志远任平原县县长。", "李志远", "县长", "2015"),
    ("日前，市委决定：李志远同志任平原县委书记。", "李志远", "县委书记", ""),
    ("近日，李志远当选平原县县长。", "李志远", "县长", ""),
    ("李志远接任平原县委书记。", "李志远", "县委书记", ""),
    ("8月15日，新任平原县委书记李志远调研企业。", "李志远", "县委书记", ""),  # the day of the visit
    ("新当选的平原县县长李志远表示感谢。", "李志远", "县长", ""),
    ("8月15日，县十九届人大常委会举行第十一次会议。会议经过表决，决定任命李志远为平原县代理县长。",
     "李志远", "代理县长", "2023-08-15"),
])  # fmt: skip
def test_begins(text: str, name: str, title: str, since: str) -> None:
    assert (name, title, "begins", since, "") in turns(text)


@pytest.mark.parametrize("text", [
    "平原县委书记李志远主持会议。", "李志远任平原县县长。", "现任平原县县长李志远出席。", "李志远，现任平原县县长。",
    "李志远曾任平原县县长。", "时任平原县县长李志远出席。", "李志远再次当选平原县县长。", "李志远继续担任平原县县长。",
    "提名李志远为平原县县长。", "李志远拟任平原县委书记。", "平原县原县长李志远去世。",
    "2015年至2017年，李志远任平原县县长期间，项目开工。",
    "2016年，李志远任平原县代县长、县长。",  # one after the other, not both in 2016
])  # fmt: skip
def test_neither_begins_nor_ends(text: str) -> None:
    assert turns(text) == []


@pytest.mark.parametrize(("text", "name", "title", "until"), [
    ("8月15日，会议决定免去李志远的平原县副县长职务。", "李志远", "副县长", "2023-08-15"),
    ("会议决定免去李志远同志平原县教育局局长职务。", "李志远", "局长", ""),
    ("8月15日，县人大常委会会议接受李志远辞去平原县县长职务的请求。", "李志远", "县长", "2023-08-15"),
    ("今年5月12日，李志远辞去平原县县长职务。", "李志远", "县长", "2023-05-12"),
    ("8月15日，市委决定：赵明辉同志任平原县委书记，李志远同志不再担任平原县委书记职务。", "李志远", "县委书记",
     "2023-08-15"),
    ("李志远卸任平原县委书记。", "李志远", "县委书记", ""),
    ("平原县县长李志远因病医治无效，于2023年3月5日在德州去世。", "李志远", "县长", "2023-03-05"),
    ("平原县县长李志远被免职。", "李志远", "县长", ""),
    ("2021年6月，李志远被免去平原县县长职务。", "李志远", "县长", "2021-06"),
    ("今年5月，平原县副县长李志远调任齐河县县长。", "李志远", "副县长", "2023-05"),
    ("市委决定：李志远同志任平原县委书记，不再担任平原县县长职务。", "李志远", "县长", ""),
    ("李志远同志任平原县委书记，免去其齐河县县长职务。", "李志远", "县长", ""),
    ("向因公殉职的平原县副县长李志远致敬。", "李志远", "副县长", ""),
])  # fmt: skip
def test_ends(text: str, name: str, title: str, until: str) -> None:
    assert (name, title, "ends", "", until) in turns(text)
    for claim in held(text):
        if claim.turn == "ends":
            assert claim.modality == "past"


@pytest.mark.parametrize("text", [
    "李志远请求辞去平原县县长职务。", "李志远将不再担任平原县县长。", "有人建议免去李志远的平原县县长职务。",
    "李志远并未辞去平原县县长职务。", "平原县县长李志远看望因公牺牲的民警家属。",
    "平原县县长李志远慰问退休干部。", "会议免去了不合理的收费。",
])  # fmt: skip
def test_does_not_end(text: str) -> None:
    assert not [turn for turn in turns(text) if turn[2] == "ends"]


def test_all_posts_that_are_left_end() -> None:
    text = "8月15日，省委决定：免去李志远同志的平原县委书记、常委、委员职务。"
    assert [(title, until) for _, title, _, _, until in turns(text)] == [
        ("县委书记", "2023-08-15"), ("县委常委", "2023-08-15"), ("县委委员", "2023-08-15"),
    ]  # fmt: skip


def test_two_who_resign_together() -> None:
    text = "8月15日，会议接受李志远、赵明辉辞去平原县副县长职务的请求。"
    assert {name for name, *_ in turns(text)} == {"李志远", "赵明辉"}


def test_who_is_appointed_and_who_goes_in_one_sentence() -> None:
    text = "8月15日，会议决定任命赵明辉为平原县教育局局长，决定免去李志远的平原县教育局局长职务。"
    assert turns(text) == [
        ("赵明辉", "局长", "begins", "2023-08-15", ""), ("李志远", "局长", "ends", "", "2023-08-15"),
    ]  # fmt: skip


def test_the_date_of_the_meeting_is_not_that_of_another_decision() -> None:
    text = "8月15日，县人大常委会举行会议。县政府任免工作人员，任命李志远为平原县教育局局长。"
    assert turns(text) == [("李志远", "局长", "begins", "", "")]
