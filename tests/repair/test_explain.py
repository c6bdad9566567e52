"""The listing of repairs: every repair in it or counted, guesses marked, nothing a terminal would obey."""

from kg.repair.explain import explain
from kg.repair.pipeline import repair
from kg.sources.record import RawRecord


def lines(text, **options):
    return explain(repair(RawRecord("a.txt", text.encode())), **options)


def test_before_and_after_with_reason_and_certainty():
    head, *rest = lines("大家談未來?！皫F城是‘中國石榴之鄉’")
    assert head.startswith("a.txt: utf-8, ")
    (guess,) = [line for line in rest if "a guess" in line]
    assert "?！皫F" in guess and "。“峄" in guess and "% sure" in guess


def test_sound_text_has_nothing_to_list():
    assert lines("平原县委书记王玉东表示。") == ["a.txt: utf-8, nothing to repair"]


def test_control_characters_are_shown_not_sent():
    for line in lines("平\x1b[31m原\u202e县\x07委書(shū)記&#27;[0m", everything=True):
        assert line.isprintable()


def test_the_caller_may_colour():
    listed = lines("書(shū)記說(shuō)", style=lambda text, kind: f"<{kind}>{text}</{kind}>")
    assert "<before>" in listed[1] and "<after>书记说</after>" in listed[1]


def test_routine_repairs_are_counted_and_listed_on_demand():
    assert len(lines("平原  县长")) == 1
    assert "blank-runs 1" in lines("平原  县长")[0]
    assert len(lines("平原  县长", everything=True)) == 2
