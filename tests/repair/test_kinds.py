"""Counts of characters by kind: ASCII, those that every article is full of, other ones; Chinese among them."""

import pytest

from kg.repair.kinds import common_share, kinds


@pytest.mark.parametrize(("text", "expected"), [
    ("", (0, 0, 0, 0)), ("A5\n", (3, 0, 0, 0)), ("县委", (0, 0, 2, 2)), ("，。", (0, 0, 2, 0)),
    ("饕餮é", (0, 3, 0, 2)), ("\U0001f600", (0, 2, 0, 0)),
])  # fmt: skip
def test_kinds(text, expected):
    assert kinds(text) == expected


@pytest.mark.parametrize("text", ["县委书记在会上说，要抓好项目建设。", "縣委書記在會上說，要發展經濟。"])
def test_both_scripts_are_common(text):
    assert common_share(text) > 0.5
    assert common_share(text.encode("utf-8").decode("gb18030", "replace")) < common_share(text) / 2


def test_ascii_has_no_share():
    assert common_share("plain text") == common_share("") == 0.0
