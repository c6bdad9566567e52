"""The Youth League and the small parties in an area."""

from __future__ import annotations

import pytest

from mentions.articles import bodies, case


@pytest.mark.parametrize(("text", "found"), [
    case("league by level", "团县委书记李志远说。", [("平原县团委", "party")]),
    case("league behind an area", "平原团县委书记李志远说。", [("平原县团委", "party")]),
    case("small party by level", "民建市委主委李志远说。", [("民建德州市委员会", "other")]),
    case("small party of nowhere", "民建某市委主委李志远说。", []),
])  # fmt: skip
def test_the_body_of_a_league_or_party(text: str, found: list[tuple[str, str]]) -> None:
    assert bodies(text) == found
