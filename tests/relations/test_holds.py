"""holds: every post of every named person, at its own body (guideline, "holds")."""

from __future__ import annotations

import pytest
from mentions.articles import case

from kg.relations.claim import Person
from relations.claims import claims, label, said


@pytest.mark.parametrize(("text", "held"), [
    case("one fact for each post", "德州市委副书记、市长李志远出席。", {"德州市委: 市委副书记",
         "德州市人民政府: 市长"}),
    case("deputy", "平原县副县长李志远出席。", {"平原县人民政府: 副县长"}),
    case("member", "平原县委常委、宣传部部长李志远出席。", {"平原县委: 县委常委", "平原县委宣传部: 部长"}),
    case("congress, not the area", "平原县人大常委会副主任李志远出席。", {"平原县人大常委会: 副主任"}),
    case("company", "山东蓝谷新材料有限公司董事长、总经理李志远出席。",
         {"山东蓝谷新材料有限公司: 董事长", "山东蓝谷新材料有限公司: 总经理"}),
    case("party secretary of a company", "蓝谷集团党委书记李志远出席。", {"蓝谷集团: 党委书记"}),
    case("section", "平原县水利局防汛科科长李志远出席。", {"平原县水利局防汛科: 科长"}),
    case("who speaks for a bureau", "平原县商务局负责人李志远说。", {"平原县商务局: 负责人"}),
    case("acting", "德州市代市长李志远出席。", {"德州市人民政府: 代市长"}),
    case("whoever leads also holds", "平原县委书记李志远出席。", {"平原县委: 县委书记"}),
    case("the level that the ladder words", "如东县委书记李志远到平原县考察。", {"如东县委: 县委书记"}),
    case("zone", "平原经济开发区管委会副主任李志远出席。", {"平原经济开发区管委会: 管委会副主任"}),
    case("on secondment", "平原县副县长（挂职）李志远出席。", {"平原县人民政府: 副县长"}),
])  # fmt: skip
def test_holds(text: str, held: set[str]) -> None:
    assert said("holds", text) == {("李志远", post) for post in held}


@pytest.mark.parametrize(("text", "modality"), [
    ("平原县委书记李志远出席。", "asserted"), ("李志远曾任平原县委书记。", "past"), ("拟任平原县教育局局长李志远公示。",
    "planned"),
])  # fmt: skip
def test_modality(text: str, modality: str) -> None:
    assert [claim.modality for claim in claims("holds", text)] == [modality]


@pytest.mark.parametrize(("text", "official"), [
    ("平原县副县长李志远出席。", True), ("平原县人民医院院长李志远出席。", True), ("蓝谷科技总经理李志远出席。", False),
])  # fmt: skip
def test_who_is_an_official(text: str, official: bool) -> None:
    assert [claim.subject for claim in claims("holds", text)] == [Person("李志远", official)]


@pytest.mark.parametrize("text", [
    case("reporter", "记者李志远报道。"), case("villager", "村民李志远说。"), case("no body", "局长李志远出席。"),
    case("no person", "平原县委书记出席。"), case("some department", "相关部门负责人李志远说。"),
])  # fmt: skip
def test_holds_nothing(text: str) -> None:
    assert claims("holds", text) == []


def test_every_one_who_leads_holds_that_post() -> None:
    text = "平原县委书记李志远，县长赵明辉，县人大常委会主任钱文涛，县教育局局长孙立新出席。"
    led = {(label(c.subject), label(c.in_post)) for c in claims("leads", text) if c.in_post}
    assert led <= said("holds", text) and len(led) == 4


def test_the_words_that_say_it() -> None:
    text = "平原县召开会议。平原县副县长李志远出席。"
    (claim,) = claims("holds", text)
    assert claim.subject_span and claim.object_span
    assert text[claim.quote.start : claim.quote.end] == "平原县副县长李志远出席。"
    assert text[claim.subject_span.start : claim.subject_span.end] == "李志远"
    assert text[claim.object_span.start : claim.object_span.end] == "平原县副县长"
