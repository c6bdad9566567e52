"""Which company a short name means."""

from __future__ import annotations

import pytest
from mentions.articles import reading

from kg.relations.company_names import names_of


@pytest.mark.parametrize(
    ("full", "meant"),
    [
        ("云帆电器有限公司", "云帆电器有限公司"),
        ("云帆电器（集团）有限公司", "云帆电器（集团）有限公司"),
        ("云帆电器（平原）有限公司", "云帆电器"),
        ("云帆电器(山东)有限公司", "云帆电器"),
    ],
)
def test_a_daughter_is_not_called_by_the_name_of_her_mother(full: str, meant: str) -> None:
    text = f"云帆电器在平原县开建鹤鸣产业基地。{full}2001年成立。"
    assert names_of(reading(text)).forms["云帆电器"] == meant
