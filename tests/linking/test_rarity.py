"""Namesakes to be expected: common names by the dozen, rare ones hardly."""

from __future__ import annotations

import pytest

from kg.linking.rarity import HOLDERS, is_rare, namesakes


def test_a_common_name_is_expected_in_every_prefecture_and_a_rare_one_hardly_in_a_province() -> None:
    assert namesakes("王军", "prefecture") > 1 > namesakes("宓澄泓", "province") * 50
    assert is_rare("宓澄泓", "province") and not is_rare("张伟", "county")


def test_the_wider_the_area_the_more_there_are() -> None:
    found = [namesakes("李四", width) for width in HOLDERS]
    assert found == sorted(found) and found[0] > 0


def test_a_post_of_many_needs_a_rarer_name() -> None:
    name = "张明远"
    assert is_rare(name, "county") and not is_rare(name, "county", of_many=True)


@pytest.mark.parametrize("name", ["", "张", "安德罗夫", "Smith", "张A", "欧阳一二三"])
def test_what_is_no_chinese_name_is_never_rare(name: str) -> None:
    assert not is_rare(name, "county")
