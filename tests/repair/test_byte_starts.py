"""The first byte of each character: by the lengths of characters, else by feeding a decoder byte after byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.repair import byte_starts
from kg.repair.byte_starts import ByteStarts
from kg.repair.rejected import decode_marking

ENCODINGS = ["utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "utf-32-le"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=st.text(st.sampled_from("平原縣委,a50。\n")))
def test_each_character_begins_where_the_one_before_it_ends(encoding, text):
    starts = ByteStarts(text, text.encode(encoding), encoding, 0, "", [])
    assert len(starts) == len(text) + 1
    assert list(starts) == [len(text[:place].encode(encoding)) for place in range(len(text) + 1)]


@given(st.lists(st.sampled_from(["平原县".encode(), b"a", b"\xff", b"\xe5\xb9", "\U0001f600".encode()]), max_size=9))
def test_the_slow_way_finds_the_same(pieces):
    content = b"".join(pieces)
    text, sentinel, rejected = decode_marking(content, "utf-8")
    slow = byte_starts._stepped_starts(content, "utf-8", 0, rejected)
    assert list(ByteStarts(text, content, "utf-8", 0, sentinel, rejected)) == list(slow)


def test_a_skipped_mark_is_counted():
    assert list(ByteStarts("县委", b"\xef\xbb\xbf" + "县委".encode(), "utf-8", 3, "", [])) == [3, 6, 9]
