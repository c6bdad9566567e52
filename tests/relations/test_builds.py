"""builds: which company is said to build, invest in or own a named project (guideline, "builds")."""

from __future__ import annotations

import pytest
from mentions.articles import case

from relations.claims import claims, said

COMPANY, PROJECT = "山东蓝谷新材料有限公司", "云帆锂电池项目"
FIRST_VERB = "the verb between company and project is taken into the project's name"


@pytest.mark.parametrize("text", [
    case("built by", "云帆锂电池项目由山东蓝谷新材料有限公司投资建设。"),
    case("contracted to", "云帆锂电池项目由山东蓝谷新材料有限公司承建。"),
    case("in the next sentence", "云帆锂电池项目开工。该项目由山东蓝谷新材料有限公司投资建设。"),
    case("company first", "山东蓝谷新材料有限公司建设的云帆锂电池项目开工。"),
    case("company invests in", "山东蓝谷新材料有限公司投资的云帆锂电池项目开工。"),
    case("company, sum and project", "山东蓝谷新材料有限公司投资5亿元的云帆锂电池项目开工。"),
    case("company, sum, verb, project", "山东蓝谷新材料有限公司投资5亿元建设云帆锂电池项目。"),
    case("announces", "山东蓝谷新材料有限公司5日宣布，经过一年奋战，重点项目——云帆锂电池项目投产。"),
    case("the company, of the sentence before", "山东蓝谷新材料有限公司发布公告。公司拟投资建设云帆锂电池项目。"),
    case("company, verb, project", "山东蓝谷新材料有限公司建设云帆锂电池项目。"),
])  # fmt: skip
def test_who_builds(text: str) -> None:
    assert said("builds", text) == {(COMPANY, PROJECT)}


@pytest.mark.parametrize(("text", "expected"), [
    case("two together", "云帆锂电池项目由蓝谷新材料有限公司和云帆能源有限公司共同投资建设。",
         {("蓝谷新材料有限公司", PROJECT), ("云帆能源有限公司", PROJECT)}),
    case("the project begins with the company", "蓝谷新材料有限公司年产5万吨尼龙切片项目投产。",
         {("蓝谷新材料有限公司", "蓝谷新材料有限公司年产5万吨尼龙切片项目")}),
    case("group", "云帆锂电池项目由蓝谷集团承建。", {("蓝谷集团", PROJECT)}),
    case("group with limited liability",
          "云帆锂电池项目由青禾建设集团有限公司承建。", {("青禾建设集团有限公司", PROJECT)}),
    case("by a short name", "云帆智算中心项目开工，项目由鹤鸣天成负责统一规划建设运营。",
         {("鹤鸣天成", "云帆智算中心项目")}),
    case("who gives", "由青禾集团捐资建设的鹤鸣小学建成。", {("青禾集团", "鹤鸣小学")}),
    case("signed with the county", "平原县与青禾集团今日举行签约仪式，云帆锂电池项目落户平原县。",
         {("青禾集团", "云帆锂电池项目")}),
    case("the project begins with its name", "鹤鸣云帆科技有限公司召开年会。鹤鸣云帆零部件研发项目开工。",
         {("鹤鸣云帆科技有限公司", "鹤鸣云帆零部件研发项目")}),
    case("a branch is not the whole", "鹤鸣云帆（重庆）有限公司召开年会。鹤鸣云帆零部件研发项目开工。", set()),
])  # fmt: skip
def test_which_companies(text: str, expected: set[tuple[str, str]]) -> None:
    assert said("builds", text) == expected


@pytest.mark.parametrize("text", [
    case("its head was there", "山东蓝谷新材料有限公司董事长李志远参加云帆锂电池项目开工仪式。"),
    case("came to see", "山东蓝谷新材料有限公司参观云帆锂电池项目。"),
    case("lends", "山东蓝谷新材料有限公司向云帆锂电池项目提供贷款。"),
    case("supplies", "山东蓝谷新材料有限公司为云帆锂电池项目供货。"),
    case("the government builds", "平原县政府建设的云帆锂电池项目开工。"),
    case("a bureau builds", "云帆锂电池项目由平原县交通运输局组织实施。"),
    case("no project", "山东蓝谷新材料有限公司投资5亿元。"),
    case("no company", "云帆锂电池项目由该公司投资建设。"),
    case("lately is no part of a name", "特丙拉近日宣布，将建设“同类第一个”数据中心。"),
    case("built by whom is asked", "云帆锂电池项目开工，山东蓝谷新材料有限公司到场祝贺。"),
])  # fmt: skip
def test_who_does_not(text: str) -> None:
    assert said("builds", text) == set()


def test_who_builds_is_asserted_even_where_the_project_is_planned() -> None:
    (claim,) = claims("builds", "拟建的云帆锂电池项目由山东蓝谷新材料有限公司投资建设。")
    assert claim.modality == "asserted"


def test_a_stopped_project_is_denied() -> None:
    assert said("builds", "由山东蓝谷新材料有限公司建设的云帆锂电池项目被叫停。") == set()


def test_the_words_that_say_it() -> None:
    text = "平原县召开会议。云帆锂电池项目由山东蓝谷新材料有限公司投资建设。"
    (claim,) = claims("builds", text)
    assert claim.subject_span and claim.object_span
    assert text[claim.subject_span.start : claim.subject_span.end] == COMPANY
    assert text[claim.object_span.start : claim.object_span.end] == PROJECT


def test_a_verb_before_a_company_to_be_is_no_name() -> None:
    assert not claims("builds", "双方就在平原县合作建设锂业公司项目签约。", "平原县融媒体中心")
