"""What stood in lost bytes: chosen by words, by the article, by marks that are open."""

import pytest

from kg.repair.filling import before_region, fill
from kg.repair.language import Context
from kg.repair.steps import parse


def filled(text):
    start = text.index("?")
    return fill(parse(text, start), text, Context(text))


@pytest.mark.parametrize(("text", "chosen"), [
    ("出了事?tīng)?zhēng)一流", "爭"), ("“談未來?！皫F城是", "。“嶧"),
    ("倍增干勁?!彪\ue269菔泄ば啪志珠L孟凡軍", "。”滕州市工信局局長"),
])  # fmt: skip
def test_filled(text, chosen):
    assert filled(text).text == chosen


def test_a_guess_says_how_sure_it_is_and_among_how_many():
    found = filled("談未來?！皫F城是")
    assert 0 < found.certainty < 1 and found.candidates > 1
    assert len(found.spans) == len(found.text)


def test_what_comes_before_is_given_without_pinyin():
    text = "樂陵市委書(shū)記說?"
    assert before_region(text, text.index("說")) == "樂陵市委書記"
