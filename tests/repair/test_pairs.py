"""Which characters two bytes may be when one or both are lost."""

from kg.repair.pairs import Slot, characters_of, decode_pair

FIRST, SECOND = "县".encode("gbk")


def test_two_bytes_are_one_character():
    assert characters_of(FIRST, SECOND, b"") == ("县",)
    assert decode_pair(b"\xff\xff") == "" and characters_of(0xFF, 0xFF, b"") == ()


def test_a_lost_byte_leaves_those_that_share_the_other():
    for found, byte, place in (
        (characters_of(FIRST, Slot(None), b""), FIRST, 0), (characters_of(Slot(None), SECOND, b""), SECOND, 1),
    ):  # fmt: skip
        assert "县" in found and len(set(found)) == len(found) > 50
        assert {character.encode("gbk")[place] for character in found} == {byte}


def test_pinyin_leaves_those_that_are_read_so():
    first = "書".encode("gbk")[0]
    assert "書" in characters_of(first, Slot("shū"), b"")
    assert set(characters_of(first, Slot("shū"), b"")) < set(characters_of(first, Slot(None), b""))


def test_of_two_lost_bytes_nothing_is_known():
    assert characters_of(Slot(None), Slot(None), b"") == ()
