"""Text that XML cannot hold, or that some of its readers change."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kg.graph.exports.xml_text import changes, xml_file, xml_text


def through_xml(text: str) -> str:
    out = io.BytesIO()
    with xml_file(out) as file, file.element("a"):
        file.write(text)
    return etree.fromstring(out.getvalue()).text or ""


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=50))
def test_any_text_comes_back_as_it_was_or_is_told(text: str) -> None:
    told = changes()
    back = through_xml(xml_text(text, "here", told))
    assert (back == text) == (told.count == 0)
    assert len(back) == len(text)


@pytest.mark.parametrize("line_end", ["\u0085", "\u2028", "\r", "\r\n"])
def test_line_ends_of_xml_1_1_are_references(line_end: str) -> None:
    out = io.BytesIO()
    with xml_file(out) as file, file.element("a"):
        file.write(f"甲{line_end}乙")
    assert line_end.strip("\n").encode() not in out.getvalue()
    assert etree.fromstring(out.getvalue()).text == f"甲{line_end}乙"


@pytest.mark.parametrize("length", range(8180, 8195))
def test_a_line_end_that_is_cut_between_two_writes_is_whole(length: int) -> None:
    text = "a" * length + "\u2028甲\u0085" * 3000
    assert through_xml(text) == text


def test_pictures_are_told_once_a_text() -> None:
    told = changes()
    assert [xml_text(text, str(place), told) for place, text in enumerate(("a", "\x00\x1f", "\uffff", "␛"))] == [
        "a", "␀␟", "\ufffd", "␛",
    ]  # fmt: skip
    assert told.remarks()[0].startswith("2 texts: ") and told.remarks()[0].endswith("(first: 1)")
