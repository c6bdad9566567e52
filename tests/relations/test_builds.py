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


@pytest.mark.parametrize(("text", "expected"), [
    case("plans it in a year, a place, for a sum",
         "山东蓝谷新材料有限公司表示，将于2011年在平原县投资20.2亿元建设云帆锂电池项目。", {(COMPANY, PROJECT)}),
    case("founded together", "云帆锂电池项目由青禾公司与位于平原经济开发区的蓝谷钢铁有限公司共同出资成立。",
         {("青禾公司", PROJECT), ("蓝谷钢铁有限公司", PROJECT)}),
    case("the third works of a group", "鹤鸣工厂一期工程是青禾集团在我国设立的第三家工厂。",
         {("青禾集团", "鹤鸣工厂一期工程")}),
    case("by its part", "平原县要建设云帆锂电池项目，项目投建方是青禾集团。", {("青禾集团", PROJECT)}),
    case("by its part, in the next sentence", "云帆锂电池项目开工。建设单位为青禾集团。", {("青禾集团", PROJECT)}),
    case("of whom it is said before", "蓝谷集团成立于2014年，紧跟发展步伐，投资建设云帆锂电池项目。",
         {("蓝谷集团", PROJECT)}),
    case("its head says so", "蓝谷集团董事长李志远介绍，将投资5亿元建设云帆锂电池项目。", {("蓝谷集团", PROJECT)}),
    case("short forms alone, two of them",
         "据了解，云鹤控股、蓝帆创星将选址平原县，聚焦光电子，着力打造云帆锂电池项目。",
         {("云鹤控股", PROJECT), ("蓝帆创星", PROJECT)}),
    case("short form of a full name", "平原县鹤谷储能科技有限公司投产。由鹤谷投资的云帆锂电池项目开工。",
         {("平原县鹤谷储能科技有限公司", PROJECT)}),
    case("short form that is explained",
         "山东蓝谷新材料有限公司（以下简称“蓝谷”）投产。蓝谷计划投资5亿元建设云帆锂电池项目。",
         {(COMPANY, PROJECT)}),
    case("letters", "此次QXL与鹤云科技共同建设云帆锂电池项目。", {("QXL", PROJECT), ("鹤云科技", PROJECT)}),
    case("takes part", "蓝谷集团还参与了云帆锂电池项目的建设。", {("蓝谷集团", PROJECT)}),
    case("signs with the county", "鹤云科技与平原县政府签订了云帆锂电池项目建设的合作协议。", {("鹤云科技", PROJECT)}),
    case("one invests, another builds", "由青禾集团投资建设、蓝帆四局承建的云帆锂电池项目开工。",
         {("青禾集团", PROJECT), ("蓝帆四局", PROJECT)}),
    case("takes part, behind other clauses",
         "蓝谷集团董事长李志远表示，“十二五”期间，蓝谷集团将投资10亿元，还参与了云帆锂电池项目的建设。",
         {("蓝谷集团", PROJECT)}),
    case("gives for it", "如蓝谷集团出资6172万元重点对鹤鸣水库项目的无偿援建。", {("蓝谷集团", "鹤鸣水库项目")}),
    case("its head looks how it goes on", "蓝谷集团董事长李志远，来到平原县，查看云帆锂电池项目建设进展。",
         {("蓝谷集团", PROJECT)}),
    case("that project, by a short name", "云帆锂电池项目开工。该项目由鹤云科技投资建设。", {("鹤云科技", PROJECT)}),
    case("group in brackets", "云帆锂电池项目由山东蓝谷（集团）股份有限公司投资建设。",
         {("山东蓝谷（集团）股份有限公司", PROJECT)}),
    case("both of a row", "蓝谷集团在平原县投资建设云帆锂电池项目和鹤鸣铜箔项目。",
         {("蓝谷集团", PROJECT), ("蓝谷集团", "鹤鸣铜箔项目")}),
    case("several put up the money", "在平原县，青禾集团、蓝谷集团等联合投资，总金额超80亿元的云帆锂电池项目开工。",
         {("青禾集团", PROJECT), ("蓝谷集团", PROJECT)}),
    case("raises money for it", "鹤云科技公告，公司拟募集资金总额不超过5亿元，将用于云帆锂电池项目及智能中台建设项目。",
         {("鹤云科技", PROJECT), ("鹤云科技", "智能中台建设项目")}),
    case("is visited", "采访团走进山东蓝谷新材料有限公司了解云帆锂电池项目。", {(COMPANY, PROJECT)}),
    case("founds the company of the project", "云帆锂电池项目签约。山东蓝谷新材料有限公司负责组建项目公司。",
         {(COMPANY, PROJECT)}),
    case("by whom the company of the project is founded",
         "由青禾集团与平台公司“鹤云建投”共同组建成立平原县“鹤鸣公园”项目公司。",
         {("青禾集团", "平原县“鹤鸣公园”项目"), ("鹤云建投", "平原县“鹤鸣公园”项目")}),
])  # fmt: skip
def test_frames(text: str, expected: set[tuple[str, str]]) -> None:
    assert said("builds", text) == expected


@pytest.mark.parametrize("text", [
    case("the county begins with it", "近年来，平原县以建设云帆锂电池项目为抓手发展产业。"),
    case("people", "当地村民投资建设云帆锂电池项目。"),
    case("money of the state", "市财政投资5亿元建设云帆锂电池项目。"),
    case("the mayor looks how it goes on", "副县长李志远来到蓝谷集团，查看云帆锂电池项目建设进展。"),
    case("a school that helps", "平原县第一小学领办的云帆锂电池项目开工。"),
    case("who makes its equipment", "云帆锂电池项目启动，所需设备由青禾公司建造。"),
    case("a firm of the name elsewhere", "淄博蓝谷电子有限公司清算。2001年，青岛蓝谷在平原县投资建设云帆锂电池项目。"),
    case("a person", "副县长李志远介绍，将投资5亿元建设云帆锂电池项目。"),
    case("another subject comes between", "青禾集团落户平原县，县里投资建设云帆锂电池项目。"),
    case("with the state in the lead", "以政府为主导、以产业培育为目标的云帆锂电池项目开工。"),
    case("what is signed", "平原县签下总投资5亿元的云帆锂电池项目。"),
    case("the shares of it", "蓝谷集团与青禾集团签订云帆锂电池项目公司股权转让协议。"),
    case("who comes", "县领导来到青禾集团，参加云帆锂电池项目开工仪式。"),
    case("a project company, of which no project is told", "青禾集团负责组建项目公司。"),
    case("it supports who builds", "在青禾集团的支持下，平原县投资建设云帆锂电池项目。"),
])  # fmt: skip
def test_frames_without_a_company(text: str) -> None:
    assert said("builds", text) == set()
