"""Sentences: where they end, in which zones they are looked for, and which paragraph they stand in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.mentions.sentences import pieces, sentences
from kg.repair.article import READ_ZONES
from mentions.articles import article, case


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in pieces(text, 0, len(text))]


@pytest.mark.parametrize(("text", "expected"), [
    case("full stops", "甲县开会。乙县开工！", ["甲县开会。", "乙县开工！"]),
    case("question", "谁来建？公司来建。", ["谁来建？", "公司来建。"]),
    case("semicolon", "甲县开会；乙县开工。", ["甲县开会；", "乙县开工。"]),
    case("closing quotation", "他说：“要抓好。”会议结束。", ["他说：“要抓好。”", "会议结束。"]),
    case("closing bracket", "甲县开会（详见二版）。乙县开工。", ["甲县开会（详见二版）。", "乙县开工。"]),
    case("line break", "甲县开会\n乙县开工", ["甲县开会", "乙县开工"]),
    case("several marks", "真的吗？！真的。", ["真的吗？！", "真的。"]),
    case("space around", "  甲县开会。  \n 乙县开工。", ["甲县开会。", "乙县开工。"]),
    case("decimal point", "总投资3.5亿元。", ["总投资3.5亿元。"]),
    case("comma", "甲县开会，乙县开工。", ["甲县开会，乙县开工。"]),
    case("no end", "甲县开会", ["甲县开会"]),
    case("only marks", "。。。", ["。。。"]),
    case("nothing", "", []),
    case("blank", " \n\n\t", []),
])  # fmt: skip
def test_where_a_sentence_ends(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_lines_are_paragraphs() -> None:
    read = article("平原县召开会议。与会者发言。\n会后，齐河县考察团到访。")
    first, second, third = (sentence.paragraph for sentence in sentences(read))
    assert first == second < third


def test_the_headline_is_marked() -> None:
    read = article("平原签约新项目\n5月6日，平原县召开会议，签约新项目。")
    assert [sentence.headline for sentence in sentences(read)] == [True, False]


def test_bylines_and_boilerplate_have_no_sentences() -> None:
    read = article("平原签约新项目\n本报讯 5月6日，平原县签约新项目。\n编辑：李志远\n版权所有 平原日报社")
    text = "".join(read.text[s.start : s.end] for s in sentences(read))
    assert "李志远" not in text and "版权" not in text and "签约" in text


@given(st.text(st.sampled_from("甲县，。！？；”’」)）\n\t 3.5"), max_size=60))
def test_sentences_are_trimmed_ordered_and_end_where_a_mark_does(text: str) -> None:
    last = 0
    for start, end, _ in pieces(text, 0, len(text)):
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        last = end


@given(st.text(st.sampled_from("平原县开工项目，。！\n编辑：来源记者李志远本报讯5月6日"), min_size=4, max_size=120))
def test_every_sentence_lies_in_a_zone_that_is_read(text: str) -> None:
    read = article("平原县今天召开会议部署工作，" + text)
    zones = [(zone.start, zone.end) for zone in read.zones if zone.kind in READ_ZONES]
    for sentence in sentences(read):
        assert any(start <= sentence.start and sentence.end <= end for start, end in zones)
