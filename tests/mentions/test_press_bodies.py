"""Papers and magazines as the bodies of their editors."""

from __future__ import annotations

import pytest

from mentions.articles import bodies, case


@pytest.mark.parametrize(("text", "found"), [
    case("paper in brackets", "《云海日报》总编辑李志远说。", [("云海日报", "other")]),
    case("paper without", "云海日报总编辑李志远说。", [("云海日报", "other")]),
    case("publisher", "《云海时光》杂志社社长李志远说。", [("云海时光杂志社", "other")]),
    case("no paper", "《云海往事》总编辑李志远说。", []),
    case("a book has an author", "《云海往事》主编李志远说。", []),
])  # fmt: skip
def test_who_edits_what(text: str, found: list[tuple[str, str]]) -> None:
    assert bodies(text) == found
