"""The composer: edits of one text after another, and the map back to the first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.repair.edits import Edit, OverlappingEdits, Traced


def test_deletion_keeps_the_places_of_what_is_left():
    traced, repairs = Traced.of("優(yōu)勢").apply("x", [Edit(1, 6, "", "why")])
    assert traced.text == "優勢"
    assert (traced.starts.tolist(), traced.ends.tolist()) == ([0, 6], [1, 7])
    assert (repairs[0].start, repairs[0].end, repairs[0].before, repairs[0].after) == (1, 6, "(yōu)", "")


def test_same_length_maps_one_to_one_and_other_lengths_share_their_range():
    traced, _ = Traced.of("書記&nbsp;說").apply("x", [Edit(0, 2, "书记", ""), Edit(2, 8, " ", "")])
    assert list(zip(traced.starts.tolist(), traced.ends.tolist(), strict=True)) == [(0, 1), (1, 2), (2, 8), (8, 9)]


def test_spans_say_where_each_character_comes_from():
    traced, _ = Traced.of("?！皫F城").apply("x", [Edit(0, 4, "。“嶧", "", 0.9, ((0, 2), (1, 3), (2, 4)))])
    assert list(zip(traced.starts.tolist(), traced.ends.tolist(), strict=True)) == [(0, 2), (1, 3), (2, 4), (4, 5)]


def test_repairs_of_later_rounds_speak_of_the_decoded_text():
    first, _ = Traced.of("(yōu)優").apply("x", [Edit(0, 5, "", "")])
    second, repairs = first.apply("y", [Edit(0, 1, "优", "")])
    assert (repairs[0].start, repairs[0].end, repairs[0].before) == (5, 6, "優")
    assert second.text == "优"


def test_edits_that_change_nothing_are_no_repairs():
    traced, repairs = Traced.of("平原县").apply("x", [Edit(0, 2, "平原", "")])
    assert repairs == () and traced.starts is None


def test_two_changes_of_one_place_are_refused():
    with pytest.raises(OverlappingEdits, match="x: "):
        Traced.of("平原县委").apply("x", [Edit(0, 2, "a", ""), Edit(1, 3, "b", "")])


def test_spans_must_fit():
    with pytest.raises(ValueError, match="spans"):
        Traced.of("平原县委").apply("x", [Edit(0, 2, "abc", "", 1.0, ((0, 1),))])


@given(st.text(min_size=1, max_size=40), st.data())
def test_untouched_characters_map_to_themselves(text, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    edits = [
        Edit(a, b, data.draw(st.sampled_from(["", "中", "中国"])), "")
        for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    traced, repairs = Traced.of(text).apply("x", edits)
    starts, ends = traced.arrays()
    assert len(starts) == len(ends) == len(traced.text)
    for character, start, end in zip(traced.text, starts, ends, strict=True):
        covered = any(r.start <= start and end <= r.end for r in repairs)
        assert covered or text[start:end] == character
