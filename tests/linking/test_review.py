"""Pairs kept apart, as `review.csv` shows them."""

from __future__ import annotations

from typing import get_args

from invented import MAGISTRATE, NEIGHBOUR, ZHANG, claim, each, holds, told, world

from kg.linking import review
from kg.linking.people import Reason
from kg.mentions.mention import Body
from kg.relations.claim import PostRef

NEIGHBOURS_MAGISTRATE = PostRef("县长", Body("人民政府", "government", NEIGHBOUR))


def test_names_both_with_their_posts_and_the_reason() -> None:
    linked = world(told("a", holds(ZHANG, MAGISTRATE)), told("b", holds(ZHANG, NEIGHBOURS_MAGISTRATE)))
    (row,) = review.rows(linked)
    cells = dict(zip(review.COLUMNS, row, strict=True))
    assert (cells["kind"], cells["one_label"], cells["reason"]) == ("person", "张伟", review.REASONS["two-heads"])
    assert {cells["one_about"], cells["other_about"]} == {"平原县政府县长", "齐河县政府县长"}
    assert {cells["one"], cells["other"]} <= linked.entities.keys()


def test_is_empty_where_nothing_was_in_doubt() -> None:
    linked = world(told("a", [*holds(ZHANG, MAGISTRATE), each("hosts")]), told("b", [claim("leads", ZHANG, NEIGHBOUR)]))
    assert list(review.rows(linked)) == []


def test_has_words_for_every_reason() -> None:
    assert set(review.REASONS) == set(get_args(Reason)) - {"", "elsewhere"}
