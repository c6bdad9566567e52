"""Where a project lies by the words around it, and what is no place of it."""

from __future__ import annotations

import pytest
from mentions.articles import case

from relations.claims import project_refs


@pytest.mark.parametrize(("text", "area"), [
    case("an owner's seat is no place", "山东蓝谷集团改性塑料项目开工。", "平原县"),
    case("where the delegation came from is no place", "来自齐河县的考察团参观后，云帆锂电池项目开工。", "平原县"),
    case("who speaks is no place", "德州市委书记李志远宣布，云帆锂电池项目开工。", "平原县"),
    case("the verb of settling decides", "齐河县招商团推介的云帆锂电池项目落户王凤楼镇。", "王凤楼镇"),
    case("the country is no place", "全国首个云帆锂电池项目开工。", "平原县"),
])  # fmt: skip
def test_what_is_not_the_place(text: str, area: str) -> None:
    assert {where for _, where in project_refs(text)} == {area}
