"""Text read one byte out of step, back to the bytes of the original."""

from kg.repair.pairs import Slot
from kg.repair.steps import known, parse, without_pinyin

DAMAGED = "倍增干勁?!彪\ue269菔泄ば啪志珠L孟凡軍"


def test_a_region_that_never_comes_back_into_step_is_none():
    assert parse("好?", 1) is None


def test_a_region_ends_where_the_step_is_right_again():
    region = parse(DAMAGED, 4)
    assert DAMAGED[region.start : region.end].startswith("?") and DAMAGED[region.end :] == "孟凡軍"
    assert [slot for slot, _, _ in region.bytes if isinstance(slot, Slot)] == [Slot(None)]


def test_what_is_known_needs_no_guess():
    assert known(parse(DAMAGED, 4)) == "”滕州市工信局局長"


def test_pinyin_tells_how_a_lost_character_reads():
    region = parse("出了事?tīng)?zhēng)一流", 3)
    assert [slot.reading for slot, _, _ in region.bytes if isinstance(slot, Slot)] == ["tīng", "zhēng"]


def test_pinyin_is_no_context():
    assert without_pinyin("樂陵市委書(shū)記") == "樂陵市委書記"
