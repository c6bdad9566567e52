"""inspects: which official went where on duty (guideline, "inspects")."""

from __future__ import annotations

import pytest
from mentions.articles import case

from kg.mentions.mention import Area, Body
from kg.relations.claim import Company, Project
from relations.claims import claims, said


@pytest.mark.parametrize(("text", "what"), [
    case("a township", "县委书记李志远到王凤楼镇调研。", {"王凤楼镇"}),
    case("in a township", "县委书记李志远在王凤楼镇调研时强调，要抓紧。", {"王凤楼镇"}),
    case("a project", "县委书记李志远一行来到云帆锂电池项目现场，实地察看进展。", {"云帆锂电池项目"}),
    case("looks at a project", "县委书记李志远调研云帆锂电池项目建设。", {"云帆锂电池项目"}),
    case("a company", "县委书记李志远走访蓝谷新材料有限公司。", {"蓝谷新材料有限公司"}),
    case("a body of the county", "县委书记李志远前往县教育局，看望干部职工。", {"平原县教育局"}),
    case("a body named with and", "县委书记李志远考察平原县数字化运行和治理中心。", {"平原县数字化运行和治理中心"}),
    case("a row", "县委书记李志远先后来到云帆锂电池项目、蓝谷新材料有限公司、县教育局等地，实地察看。",
         {"云帆锂电池项目", "蓝谷新材料有限公司", "平原县教育局"}),
    case("behind what cannot be read", "县委书记李志远先后来到滨江广场、云帆锂电池项目，走访慰问。",
         {"云帆锂电池项目"}),
    case("a school, not its township", "县委书记李志远到王凤楼镇中心小学调研。", {"王凤楼镇中心小学"}),
    case("visits with a name in quotation marks", "县委书记李志远到县教育局开展“八一”慰问活动。", {"平原县教育局"}),
    case("leads a delegation", "县委书记李志远率代表团赴齐河县考察。", {"齐河县"}),
])  # fmt: skip
def test_what_is_inspected(text: str, what: set[str]) -> None:
    assert said("inspects", text) == {("李志远", thing) for thing in what}


@pytest.mark.parametrize("text", [
    case("the area of something else", "县委书记李志远到王凤楼镇田间地头调研。"),
    case("what is looked at is no thing", "县委书记李志远调研招商引资工作。"),
    case("units that are not named", "县委书记李志远走访慰问驻军部队。"),
    case("a class", "县委书记李志远调研各重点企业。"),
    case("one of many that have no name", "县委书记李志远深入到工会户外劳动者服务站，走访慰问职工。"),
    case("no official", "云帆有限公司总经理李志远到王凤楼镇考察。"),
    case("nobody by name", "县委书记到王凤楼镇调研。"),
    case("is to go", "县委书记李志远将到王凤楼镇调研。"),
    case("with another", "记者同县委书记李志远到王凤楼镇调研。"),
    case("a journey without a look", "县委书记李志远到王凤楼镇任职。"),
])  # fmt: skip
def test_what_is_not(text: str) -> None:
    assert said("inspects", text) == set()


def test_all_of_a_row_of_officials_go() -> None:
    text = "县委书记李志远，县长赵明辉到王凤楼镇调研。"
    assert said("inspects", text) == {("李志远", "王凤楼镇"), ("赵明辉", "王凤楼镇")}


@pytest.mark.parametrize(("text", "pairs"), [
    case("several to several", "县委书记李志远，县长赵明辉分别到王凤楼镇、恩城镇调研。", set()),
    case("several to one", "县委书记李志远，县长赵明辉分别到王凤楼镇调研。",
         {("李志远", "王凤楼镇"), ("赵明辉", "王凤楼镇")}),
    case("one to several", "县委书记李志远分别到王凤楼镇、恩城镇调研。",
         {("李志远", "王凤楼镇"), ("李志远", "恩城镇")}),
])  # fmt: skip
def test_who_went_where_must_be_said(text: str, pairs: set[tuple[str, str]]) -> None:
    assert said("inspects", text) == pairs


@pytest.mark.parametrize(("place", "kind"), [
    ("王凤楼镇", Area), ("云帆锂电池项目现场", Project), ("蓝谷新材料有限公司", Company), ("县教育局", Body),
    ("平原县第六河村", Area),
])  # fmt: skip
def test_what_kind_of_thing_it_is(place: str, kind: type) -> None:
    (claim,) = claims("inspects", f"县委书记李志远来到{place}，实地察看。")
    assert isinstance(claim.object, kind)


def test_the_words_that_say_it() -> None:
    text = "平原县召开会议。县委书记李志远到王凤楼镇调研。"
    (claim,) = claims("inspects", text)
    assert claim.subject_span and claim.object_span
    assert text[claim.subject_span.start : claim.subject_span.end] == "李志远"
    assert text[claim.object_span.start : claim.object_span.end] == "王凤楼镇"
    assert text[claim.quote.start : claim.quote.end] == "县委书记李志远到王凤楼镇调研。"


def test_a_name_with_its_particle_is_whole() -> None:
    text = "县委书记李志远来到蓝谷星河之眼02地块项目，走访慰问。"
    assert said("inspects", text) == {("李志远", "蓝谷星河之眼02地块项目")}
