"""Bytes that are no character are marked where they stood, by a mark that the text does not hold."""

import pytest

from kg.repair.rejected import decode_marking


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs", "utf-16-le"])
def test_sound_bytes_have_no_marks(encoding):
    assert decode_marking("平原縣".encode(encoding), encoding) == ("平原縣", "", [])


def test_each_rejected_run_is_one_mark():
    text, mark, rejected = decode_marking("平".encode() + b"\xff" + "原".encode() + b"\xe5\xb9", "utf-8")
    assert text == f"平{mark}原{mark}"
    assert rejected == [(3, 4), (7, 9)]


def test_a_lead_byte_takes_no_ascii_character_along():
    text, mark, rejected = decode_marking(b"\xc6\n" + "县".encode("gbk"), "gb18030")
    assert (text, rejected) == (f"{mark}\n县", [(0, 1)])


def test_a_mark_that_the_text_holds_is_not_used():
    text, mark, rejected = decode_marking("县\ufdd0".encode() + b"\xff", "utf-8")
    assert text == f"县\ufdd0{mark}" and mark != "\ufdd0" and rejected == [(6, 7)]
