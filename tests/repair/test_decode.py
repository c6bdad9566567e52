"""Bytes to text: every encoding of this genre, declared or not, gives the same text; nothing is lost in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.repair.decode import decode

SIMPLIFIED = "平原县委书记王某表示，今年全县将推进重点项目建设，总投资50亿元。会议强调，要抓好落实。"
TRADITIONAL = "平原縣委書記王某表示，今年全縣將推進重點項目建設，總投資50億元。會議強調，要抓好落實。"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_every_encoding_gives_the_same_text(encoding):
    assert decode(SIMPLIFIED.encode(encoding)).text == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16"])
def test_traditional_too(encoding):
    assert decode(TRADITIONAL.encode(encoding)).text == TRADITIONAL


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "gb2312", "gb18030", "big5"])
@pytest.mark.parametrize("declared", ["utf-8", "gbk", "gb2312", "big5", "iso-8859-1", ""])
def test_a_declaration_helps_and_a_wrong_one_does_no_harm(encoding, declared):
    body = TRADITIONAL if encoding == "big5" else SIMPLIFIED
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={declared}"></head>{body}</html>'
    assert decode(page.encode(encoding), "html").text == page


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5", "utf-16", "utf-16-be"])
def test_every_character_knows_its_bytes(encoding):
    content = TRADITIONAL.encode(encoding)
    decoded = decode(content)
    assert decoded.byte_starts[-1] == len(content)
    for place, character in enumerate(decoded.text):
        piece = content[decoded.byte_starts[place] : decoded.byte_starts[place + 1]]
        assert piece.decode(decoded.encoding) == character


def test_bytes_that_are_no_character_are_kept_and_reported():
    content = "平原县".encode() + b"\xff\xfe" + "委书记".encode()
    decoded = decode(content)
    assert decoded.text == "平原县\ufffd\ufffd委书记"
    assert [(repair.start, repair.why) for repair in decoded.repairs] == [
        (3, "bytes ff are no utf-8"),
        (4, "bytes fe are no utf-8"),
    ]
    assert content[decoded.byte_starts[3] : decoded.byte_starts[5]] == b"\xff\xfe"


def test_a_replacement_character_of_the_record_itself_is_no_repair():
    assert decode("平原县\ufffd委".encode()).repairs == ()


def test_the_noncharacter_used_inside_is_harmless():
    decoded = decode("平原县\ufdd0委".encode() + b"\xff")
    assert decoded.text.startswith("平原县") and decoded.byte_starts[-1] == len("平原县\ufdd0委".encode()) + 1


def test_a_cut_off_file_is_read_to_its_end():
    content = SIMPLIFIED.encode("gbk")[:-1]
    assert decode(content).text == SIMPLIFIED[:-1] + "\ufffd"


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=60))
def test_gb18030_round_trip(text):
    content = ("的县委书记，" * 20 + text).encode("gb18030")
    decoded = decode(content)
    assert decoded.byte_starts[-1] == len(content)
    assert decoded.text.endswith(text)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(junk):
    from kg.repair.errors import NotReadable

    try:
        decoded = decode("平原县".encode() + junk)
    except NotReadable:
        return
    assert len(decoded.byte_starts) == len(decoded.text) + 1
    assert list(decoded.byte_starts) == sorted(decoded.byte_starts)
    assert decoded.byte_starts[-1] == 9 + len(junk)


@pytest.mark.parametrize(
    ("first", "second"), [("utf-8", "gbk"), ("gbk", "utf-8"), ("utf-8", "big5"), ("utf-8-sig", "gbk")]
)
def test_a_file_of_lines_in_two_encodings_is_read_line_by_line(first, second):
    text, other = (SIMPLIFIED + "\n") * 3, TRADITIONAL if second == "big5" else SIMPLIFIED
    content = text.encode(first) + (other + "\n").encode(second) + SIMPLIFIED[:9].encode(first.removesuffix("-sig"))
    decoded = decode(content)
    assert decoded.text == text + other + "\n" + SIMPLIFIED[:9]
    assert decoded.byte_starts[-1] == len(content) and len(decoded.byte_starts) == len(decoded.text) + 1
    place = len(text) + 3
    piece = content[decoded.byte_starts[place] : decoded.byte_starts[place + 1]]
    assert piece.decode(second) == other[3]
    assert {repair.why.split(",")[0] for repair in decoded.repairs} & {
        "a line in gb18030", "a line in utf-8", "a line in big5hkscs",
    }  # fmt: skip


def test_bytes_beside_a_line_in_another_encoding_are_reported_too():
    content = f"{SIMPLIFIED}\n".encode() + f"{SIMPLIFIED}\n".encode("gbk") + "平原".encode() + b"\xff"
    decoded = decode(content)
    assert decoded.text == f"{SIMPLIFIED}\n{SIMPLIFIED}\n平原\ufffd"
    assert decoded.repairs[-1].why == "bytes ff are no utf-8" and decoded.repairs[-1].start == len(decoded.text) - 1
