"""Companies by their full names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.mentions.companies import companies
from mentions.articles import case, wrong

ENDS_EARLY = "集团 inside …集团有限公司 ends the name"


def names(text: str) -> list[str]:
    return [company.name for company in companies(text, 0, len(text))]


@pytest.mark.parametrize(("text", "expected"), [
    case("limited company", "该项目由山东蓝谷新材料有限公司投资建设。", ["山东蓝谷新材料有限公司"]),
    case("joint-stock company", "山东蓝谷新材料股份有限公司签约。", ["山东蓝谷新材料股份有限公司"]),
    case("limited liability company", "青禾智能装备有限责任公司签约。", ["青禾智能装备有限责任公司"]),
    case("group", "蓝谷集团与平原县签约。", ["蓝谷集团"]),
    case("company by a short name", "来到青禾公司调研。", ["青禾公司"]),
    case("brackets in the name", "与云帆（山东）能源科技有限公司签约。", ["云帆（山东）能源科技有限公司"]),
    case("what it is said to be stays out", "最大的纤维生产基地德州蓝谷纤维有限公司投产。",
         ["德州蓝谷纤维有限公司"]),
    case("row", "蓝谷新材料有限公司、云帆能源有限公司签约。", ["蓝谷新材料有限公司", "云帆能源有限公司"]),
    case("two with and", "蓝谷新材料有限公司和云帆能源有限公司签约。", ["蓝谷新材料有限公司", "云帆能源有限公司"]),
    case("group whose first character is a verb", "下一步，建鹤集团将投资5亿元。", ["建鹤集团"]),
    case("group in brackets", "山东蓝谷（集团）股份有限公司签约。", ["山东蓝谷（集团）股份有限公司"]),
    case("behind 该项目的", "承建该项目的鹤鸣建设公司进场。", ["鹤鸣建设公司"]),
    case("what part it has stays out", "施工总承包单位中国鹤鸣第二工程局有限公司进场。",
         ["中国鹤鸣第二工程局有限公司"]),
    case("business management is a name", "山东企业管理有限公司签约。", ["山东企业管理有限公司"]),
    case("group with limited liability", "由青禾建设集团有限公司承建。", ["青禾建设集团有限公司"]),
    case("group with stock", "由青禾建设集团股份有限公司承建。", ["青禾建设集团股份有限公司"]),
    wrong(ENDS_EARLY, "branch of a group", "青禾集团有限公司平原分公司揭牌。", ["青禾集团有限公司平原分公司"]),
])  # fmt: skip
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", [
    case("this one", "该公司董事长说。"), case("the company", "公司董事长说。"), case("listed one",
         "一家上市公司落户。"),
    case("many", "多家公司参与。"), case("class", "国有公司改革。"), case("reform", "股份制改革。"),
         case("run like one", "公司化运作。"),
    case("schools in groups", "集团化办学。"), case("branches", "子公司、分公司。"), case("companies",
         "龙头企业带动。"),
])  # fmt: skip
def test_what_names_no_company(text: str) -> None:
    assert names(text) == []


PIECES = st.sampled_from([
    "蓝谷", "云帆", "山东", "新材料", "有限", "公司", "股份", "集团", "，", "、", "由", "与", "（", "）", "的", "化",
])  # fmt: skip


@settings(deadline=None)  # the first example loads the dictionary
@given(st.lists(PIECES, max_size=12).map("".join))
def test_names_slice_to_their_words_in_order(text: str) -> None:
    last = 0
    for company in companies(text, 0, len(text)):
        assert last <= company.start < company.end <= len(text)
        assert text[company.start : company.end] == company.name
        last = company.end
