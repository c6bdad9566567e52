"""Edits and repairs in columns are what they would be one by one."""

import pytest

from kg.repair import pinyin, t2s
from kg.repair.article import Repair
from kg.repair.edits import Edit, Edits, Traced
from kg.repair.repairs import Repairs, by_fixer, guesses

REMARKS = "樂(lè)陵市委書(shū)記李某說(shuō)，優(yōu)勢(shì)產(chǎn)業(yè)\n會(huì)議"
SCRIPT = "樂陵市委書記李某說，優勢產業會議"


@pytest.mark.parametrize(("find", "text"), [(pinyin.find_remarks, REMARKS), (t2s.find, SCRIPT)])
def test_edits_in_columns_do_what_they_do_one_by_one(find, text):
    before, _ = Traced.of("\u200b" + text).apply("invisible", [Edit(0, 1, "", "why")])
    columns = find(before.text)
    assert isinstance(columns, Edits) and len(columns) > 3
    one_by_one = list(columns)
    assert all(isinstance(edit, Edit) and text[edit.start : edit.end] != edit.replacement for edit in one_by_one)
    (quick, done), (slow, also_done) = before.apply("x", columns), before.apply("x", one_by_one)
    assert quick.text == slow.text == columns.mended
    assert [list(each) for each in quick.arrays()] == [list(each) for each in slow.arrays()]
    assert done == also_done and all(type(repair) is Repair for repair in done)


def test_edits_in_columns_are_a_sequence():
    columns = t2s.find(SCRIPT)
    assert columns[-1] == list(columns)[-1] and columns[1:3] == list(columns)[1:3]
    assert next(edit.replacement for edit in reversed(columns)) == "优势产业会议"
    with pytest.raises(IndexError):
        columns[len(columns)]


def test_repairs_are_counted_without_being_made():
    traced, done = Traced.of(REMARKS).apply("pinyin", pinyin.find_remarks(REMARKS))
    _, more = traced.apply("byte-shift", [Edit(0, 1, "甲", "a guess", 0.4), Edit(1, 2, "乙", "sure")])
    stood = Repair("decode", 0, 1, "\ufffd", "\ufffd", "bytes ff are no utf-8", 0.0)
    repairs = Repairs([(stood,), *done.batches, *more.batches])
    assert by_fixer(repairs) == by_fixer(tuple(repairs)) == {"decode": 1, "pinyin": 8, "byte-shift": 2}
    assert guesses(repairs) == guesses(tuple(repairs)) == 2
    assert len(repairs) == len(list(repairs)) == 11 and repairs[0] == stood and repairs[-1].after == "乙"


def test_repairs_are_equal_when_what_they_hold_is():
    _, done = Traced.of(SCRIPT).apply("traditional", t2s.find(SCRIPT))
    assert done == tuple(done) and done == Repairs([tuple(done)]) and hash(done) == hash(tuple(done))
    assert done != Repairs() and Repairs() == () and not Repairs()
