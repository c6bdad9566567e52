"""Names of persons: found where a post makes one expected, and not where ordinary words are likelier."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.mentions.people import name_at, name_before
from mentions.articles import case


def behind(post: str, rest: str) -> str | None:
    """The name that is read behind a post."""
    text = post + rest
    found = name_at(text, len(post))
    return text[found.start : found.end] if found else None


@pytest.mark.parametrize(("rest", "name"), [
    case("two characters", "冯可出席会议", "冯可"),
    case("two characters at the end of the clause", "冯可，", "冯可"),
    case("three characters", "李志远主持会议", "李志远"),
    case("three characters and a verb of one", "李志远说", "李志远"),
    case("three characters at the end of the text", "李志远", "李志远"),
    case("before a bracket", "李志远（左二）", "李志远"),
    case("before a comma of a row", "李志远、赵明辉", "李志远"),
    case("before and", "李志远和赵明辉", "李志远"),
    case("compound surname, one given character", "欧阳可出席", "欧阳可"),
    case("compound surname, two given characters", "欧阳建华出席", "欧阳建华"),
    case("compound surname that is a verb too", "司徒文涛表示", "司徒文涛"),
    case("of Japan", "小川正平说", "小川正平"),
    case("in Latin letters", "John Smith表示", "John Smith"),
    case("middle dot", "买买提·阿不都，", "买买提·阿不都"),
    case("middle dot of another width", "买买提•阿不都，", "买买提•阿不都"),
    case("middle dot before a speech verb", "买买提·阿不都表示", "买买提·阿不都"),
    case("middle dot before says", "买买提·阿不都说", "买买提·阿不都"),
    case("middle dot before a clause",
          "买买提·阿不都出席会议", "买买提·阿不都"),
    case("middle dot before a place",
          "买买提·阿不都在会上说", "买买提·阿不都"),
    case("surname that is a word, and", "和志远出席", "和志远"),
    case("surname that is a word, towards", "向文涛主持", "向文涛"),
])  # fmt: skip
def test_a_name_behind_a_post(rest: str, name: str) -> None:
    assert behind("平原县委书记", rest) == name


@pytest.mark.parametrize(("post", "rest"), [
    case("verb of speech", "县委书记", "强调，要抓好落实"),
    case("verb of demand", "县长", "要求各部门抓好落实"),
    case("hotline", "县长", "热线开通"),
    case("meeting", "县人大常委会主任", "会议召开"),
    case("office meeting", "县长", "办公会议研究"),
    case("comma", "县委书记", "，县长"),
    case("the next post", "县委书记", "、县长李志远"),
    case("and", "书记", "和县长一起调研"),
    case("appointment behind", "县委书记", "任命大会召开"),
    case("term of office", "县委书记", "任期届满"),
    case("should", "县委书记", "应当带头"),
    case("whole county", "县委书记", "全面负责"),
    case("nothing", "县委书记", ""),
    case("one character", "县委书记", "李"),
    case("latin", "县委书记", "ABC"),
    case("digits", "县委书记", "2023年"),
    case("to another state's", "大使", "向菲副外长表明立场"),
])  # fmt: skip
def test_no_name_behind_a_post(post: str, rest: str) -> None:
    assert behind(post, rest) is None


def test_a_word_that_is_spoken_of_as_a_person_is_a_name() -> None:
    """富民 is no name by itself; an article that says 富民表示 knows somebody who is called so."""
    assert behind("局长", "富民参加会议") is None
    assert behind("局长", "富民参加会议。富民表示，会后再谈。") == "富民"


def test_the_reading_does_not_reach_over_its_stop() -> None:
    text = "县委书记李志远"
    found = name_at(text, 4, 6)
    assert found is not None and found.end <= 6
    assert name_at(text, 7) is None
    assert name_at(text, 4, 4) is None


@pytest.mark.parametrize(("words", "name"), [
    case("at the start", "李志远", "李志远"),
    case("behind a verb", "会议决定任命李志远", "李志远"),
    case("behind a comma", "近日，李志远", "李志远"),
    case("two characters", "任命冯可", "冯可"),
    case("compound surname", "选举欧阳建华", "欧阳建华"),
])  # fmt: skip
def test_a_name_before_an_appointment(words: str, name: str) -> None:
    found = name_before(words, 0, len(words))
    assert found is not None and words[found.start : found.end] == name


@pytest.mark.parametrize("words", ["同志", "项目经过", "会议通过", "李", "他", "该同志", "2023", "全县干部"])
def test_no_name_before_an_appointment(words: str) -> None:
    assert name_before(words, 0, len(words)) is None


def test_comrade_makes_a_name_of_a_word() -> None:
    """宁波 is a city; 宁波同志 is a person."""
    assert name_before("宁波", 0, 2) is None
    assert name_before("宁波", 0, 2, sure=True) is not None


SOME = st.text(st.sampled_from("李志远赵王欧阳建华·•出席说和，。、（）书记任12ab "), max_size=14)


@settings(deadline=None)  # the first example loads the dictionary
@given(SOME, st.integers(0, 14))
def test_a_name_is_a_run_of_chinese_characters_inside_the_text(text: str, start: int) -> None:
    found = name_at(text, min(start, len(text)))
    if found is not None:
        assert start <= found.start < found.end <= len(text)
        assert not set(text[found.start : found.end]) & set("，。、（）12ab ")


@settings(deadline=None)  # the first example loads the dictionary
@given(SOME)
def test_a_name_before_ends_where_it_was_asked_to(text: str) -> None:
    found = name_before(text, 0, len(text))
    assert found is None or (found.end == len(text) and found.start >= 0)


@pytest.mark.parametrize(("rest", "name"), [
    case("says, behind a comma", "李志称，工程已完工", "李志"),
    case("has said", "李志曾表示，", "李志"),
    case("addressed by the surname again", "孙可孙女士介绍", "孙可"),
    case("foreign name without a dot", "安德罗夫表示", "安德罗夫"),
    case("foreign name that begins like a Chinese one", "马尔卡诺娃在会上说", "马尔卡诺娃"),
    case("foreign name and a day", "米尔塔日前表示", "米尔塔"),
    case("dotted name and an adverb", "玛尔塔·科瓦奇也表示", "玛尔塔·科瓦奇"),
    case("dotted name and a verb", "玛尔塔·科瓦奇发文称", "玛尔塔·科瓦奇"),
    case("dotted name and a rank", "伊万·佩特连科海军少将", "伊万·佩特连科"),
    case("dotted name and what is his", "玛尔塔·科瓦奇的家族", "玛尔塔·科瓦奇"),
    case("dotted name with a rare last character", "艾尔·森超，", "艾尔·森超"),
    case("a rare third character that is no word here", "石志寰发来贺信", "石志寰"),
    case("not a word that goes on", "李志团队完成", "李志"),
    case("compound surname", "司徒志远先生", "司徒志远"),
    case("her husband's surname and her own", "刘陈志英涉嫌受贿", "刘陈志英"),
    case("rare surname, two characters", "端宏出席", "端宏"),
    case("rare surname, three characters", "千志远会见客商", "千志远"),
    case("a first character of foreign names", "阿宏出席", "阿宏"),
    case("Tibetan name of two parts", "旦增罗布在会上说", "旦增罗布"),
    case("Tibetan name of one part", "尼玛，", "尼玛"),
])  # fmt: skip
def test_where_a_name_ends(rest: str, name: str) -> None:
    assert behind("商务部发言人", rest) == name


@pytest.mark.parametrize("rest", [
    case("kept back", "李某介绍"), case("kept back, two characters", "李某某介绍"), case("a mister", "李先生告诉记者"),
    case("a village", "江村入选"), case("going to a city", "来渝签约"), case("one of", "之一阿马·科瓦奇说"),
    case("honest work", "廉洁从业准则"),
])  # fmt: skip
def test_what_only_points_at_somebody_is_no_name(rest: str) -> None:
    assert behind("该局局长", rest) is None


def test_a_number_ends_a_name() -> None:
    assert behind("环境局局长", "孔志寰1日会见记者") == "孔志寰"
