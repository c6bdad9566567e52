"""Companies before a title with a section, a branch or a board of theirs, or pointed at."""

from __future__ import annotations

import pytest

from mentions.articles import bodies, case


@pytest.mark.parametrize(("text", "found"), [
    case("section of a shop", "云帆量贩店生鲜采购经理李志远说。", [("云帆量贩店", "company")]),
    case("work of a company", "蓝谷有限公司云帆路项目负责人李志远说。", [("蓝谷有限公司", "company")]),
    case("board", "蓝谷有限公司董事长、董事局副主席李志远说。",
         [("蓝谷有限公司", "company"), ("蓝谷有限公司", "company")]),
    case("a part of the company pointed at", "云帆锂电有限公司昨日开工，该公司综合部部长李志远说。",
         [("云帆锂电有限公司综合部", "company")]),
    case("pointed at", "云帆锂电有限公司昨日开工，该公司总经理李志远说。", [("云帆锂电有限公司", "company")]),
])  # fmt: skip
def test_the_company_not_its_part(text: str, found: list[tuple[str, str]]) -> None:
    assert bodies(text) == found
