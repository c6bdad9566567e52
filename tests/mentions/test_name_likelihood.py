"""How likely characters are a person's name."""

from __future__ import annotations

import pytest

from kg.mentions.name_likelihood import name_log


@pytest.mark.parametrize(("name", "possible"), [
    ("李志远", True), ("冯可", True), ("欧阳建华", True), ("欧阳可", True),
    ("李", False), ("李志远航船", False), ("的志远", False), ("李x", False), ("", False), ("阿不都", False),
])  # fmt: skip
def test_what_can_be_a_chinese_name(name: str, possible: bool) -> None:
    assert (name_log(name) is not None) == possible


def test_a_common_surname_is_likelier_than_a_rare_one() -> None:
    assert name_log("王志远") > name_log("仉志远")  # type: ignore[operator]
