"""Words over a gap: the same costs as those of the whole text with each candidate in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.repair.gaps import over_gap
from kg.repair.language import backward, cost, forward, normal, single

LETTERS = "平原县委书记工信局长表示投资项目建设8月年，。”A"


@given(st.text(LETTERS, max_size=5), st.text(LETTERS, max_size=5), st.sets(st.sampled_from(LETTERS), min_size=1))
def test_the_costs_are_those_of_the_whole_text(left, right, candidates):
    left, right = normal(left), normal(right)
    plain = frozenset(normal(one) for one in candidates)
    alone, through = over_gap(left, right, plain)
    assert through.keys() <= plain
    for one in plain:
        least = min(alone + single(one), through.get(one, float("inf")))
        assert least == pytest.approx(cost(left + one + right))


@given(st.text(LETTERS, max_size=12))
def test_forward_and_backward_meet(text):
    text = normal(text)
    assert forward(text)[-1] == pytest.approx(backward(text)[0])


def test_a_candidate_without_a_word_is_not_named():
    assert "尺" not in over_gap("工信", "局长", frozenset("局尺"))[1]


def test_units_make_words_with_figures():
    assert (
        over_gap("8", "25日", frozenset("月"))[1] == {}
        and "月" in over_gap(normal("8"), normal("25日"), frozenset("月"))[1]
    )
