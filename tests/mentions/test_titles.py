"""Titles: what stands before a head belongs to it, and which words only look like titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.mentions.titles import Title, titles
from mentions.articles import case


def found(text: str) -> list[Title]:
    return list(titles(text, 0, len(text)))


@pytest.mark.parametrize(("text", "words"), [
    case("chain", "县委副书记、县长李志远", ["副书记", "县长"]),
    case("party group", "党组书记、局长", ["党组书记", "局长"]),
    case("deputy of a party group", "党组副书记", ["党组副书记"]),
    case("party work committee", "党工委书记、管委会主任", ["党工委书记", "主任"]),
    case("discipline", "纪委书记", ["纪委书记"]),
    case("first deputy", "常务副县长", ["常务副县长"]),
    case("executive deputy", "执行副总裁", ["执行副总裁"]),
    case("acting", "代县长，代理市长", ["代县长", "代理市长"]),
    case("first secretary", "第一书记", ["第一书记"]),
    case("secretary-general", "副秘书长、秘书长", ["副秘书长", "秘书长"]),
    case("ranks", "二级调研员，一级巡视员，三级主任科员", ["二级调研员", "一级巡视员", "三级主任科员"]),
    case("company", "董事长、总经理", ["董事长", "总经理"]),
    case("company, longer title first", "首席技术官、独立董事", ["首席技术官", "独立董事"]),
    case("court and procuratorate", "院长，检察长", ["院长", "检察长"]),
    case("chairman of an autonomous region", "自治区主席", ["自治区主席"]),
    case("no title", "全县干部群众", []),
    case("trade union", "总工会主席", ["主席"]),
])  # fmt: skip
def test_titles_of_a_text(text: str, words: list[str]) -> None:
    assert [title.words for title in found(text)] == words


@pytest.mark.parametrize("text", [
    "主任会议", "县长热线", "市长信箱", "书记处", "县长办公会", "局长令", "县长级", "局长们", "书记职务",
    "常委会", "委员会", "书记大会", "市长质量奖", "河长制", "委员会长江科学院", "水利部长江水利委员会",
    "鹤鸣镇长江村",
])  # fmt: skip
def test_words_that_only_begin_like_a_title(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "kind", "deputy"), [
    case("head of an area", "县长", "head_of_area", False),
    case("deputy head of an area", "副县长", "head_of_area", True),
    case("acting head of an area", "代县长", "head_of_area", False),
    case("chief", "局长", "chief", False),
    case("deputy chief", "常务副局长", "chief", True),
    case("secretary", "书记", "chief", False),
    case("member of a standing committee", "常委", "member", False),
    case("member of a party group", "党组成员", "member", False),
    case("secretary-general leads nothing", "秘书长", "other", False),
    case("section head", "科长", "other", False),
    case("assistant", "总经理助理", "company", True),
    case("rank", "调研员", "rank", False),
    case("company", "总经理", "company", False),
    case("deputy in a company", "副总经理", "company", True),
    case("leader without a post", "县领导", "leader", False),
])  # fmt: skip
def test_kind_of_a_title(text: str, kind: str, deputy: bool) -> None:
    (title,) = found(text)
    assert (title.kind, title.deputy) == (kind, deputy)


@pytest.mark.parametrize(("text", "parts"), [
    case("all three", "党组副书记", ("党组", "副", "书记")),
    case("unit and head", "党委书记", ("党委", "", "书记")),
    case("modifier and head", "常务副市长", ("", "常务副", "市长")),
    case("head alone", "镇长", ("", "", "镇长")),
])  # fmt: skip
def test_parts_of_a_title(text: str, parts: tuple[str, str, str]) -> None:
    (title,) = found(text)
    assert (title.unit, title.modifier, title.head) == parts


def test_only_the_asked_for_stretch_is_read() -> None:
    text = "县长李志远、局长赵明辉"
    assert [title.words for title in titles(text, 5, len(text))] == ["局长"]


@given(st.text(st.sampled_from("党组委县市长副书记常务代理局主任会议员、，李总工纪"), max_size=30))
def test_titles_slice_to_their_words_and_stand_in_order(text: str) -> None:
    last = 0
    for title in titles(text, 0, len(text)):
        assert last <= title.start < title.end <= len(text)
        assert text[title.start : title.end] == title.words
        last = title.end
