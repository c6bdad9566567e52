"""Sums of one project: what agrees, what was changed, and what cannot all be true."""

from __future__ import annotations

from itertools import permutations

import pytest

from kg.graph.sums import Compared, Sum, compare, relation, speaks_of_change

MARCH, MAY = "2022-03-01", "2022-05-01"
YI = 100_000_000


def stated(
    yi: float, about: str = "", day: str = MARCH, changed: bool = False, kind: str = "kg:Planned",
    currency: str = "CNY", highest: float = 0, sure: float = 0.9, id_: str = "",
) -> Sum:  # fmt: skip
    low, high = round(yi * YI), round((highest or yi) * YI)
    name = id_ or f"amount/{kind}{currency}{low:015}{about}{day}"
    return Sum(name, kind, currency, low, high, about, sure, day, day, changed)


@pytest.mark.parametrize(("one", "other", "expected"), [
    (stated(5), stated(5), "agreement"),
    (stated(5), stated(6), "conflict"),
    (stated(50.8), stated(51), "agreement"),  # rounded
    (stated(5), stated(5.4), "conflict"),  # 5亿 says more than "some 5": it would be 5.4 or 约5
    (stated(5, "约"), stated(5.2), "agreement"),
    (stated(5, "约"), stated(5.8), "conflict"),
    (stated(5, "超"), stated(5.8), "agreement"),
    (stated(5, "超"), stated(4.8), "conflict"),
    (stated(5, "近"), stated(4.8), "agreement"),
    (stated(5, "近"), stated(5.3), "conflict"),
    (stated(5, "将超过"), stated(5.5), "agreement"),
    (stated(5, highest=6), stated(5.5), "agreement"),  # a range
    (stated(5, highest=6), stated(7), "conflict"),
    (stated(5), stated(8, day=MAY, changed=True), "update"),
    (stated(8), stated(5, day=MAY, changed=True), "update"),  # cut back
    (stated(5, day=MAY), stated(8, changed=True), "conflict"),  # the change comes first
    (stated(5), stated(8, day=MAY), "conflict"),  # later, but nobody speaks of a change
    (stated(5, day=""), stated(8, day=MAY, changed=True), "conflict"),  # no date, no order
])  # fmt: skip
def test_two_sums_agree_or_one_updates_the_other_or_they_conflict(one: Sum, other: Sum, expected: str) -> None:
    assert relation(one, other) == relation(other, one) == expected


@pytest.mark.parametrize(("sums", "total", "conflicts", "updates"), [
    ([stated(5)], 5, 0, 0),
    ([stated(5), stated(6, day=MAY)], None, 1, 0),  # neither: nothing tells which
    ([stated(5), stated(8, day=MAY, changed=True)], 8, 0, 1),
    ([stated(5), stated(8, day=MAY, changed=True), stated(9, day=MAY)], None, 1, 1),
    ([stated(5, "约"), stated(5.2)], 5.2, 0, 0),  # the exact one
    ([stated(5, "约", sure=0.95), stated(5.2, sure=0.6)], 5, 0, 0),  # the sure one
    ([stated(5), stated(6, kind="kg:Signed")], 5, 0, 0),  # another kind
    ([stated(5), stated(1, kind="kg:Annual"), stated(2, kind="kg:Annual")], 5, 0, 0),  # of two years
    ([stated(5), stated(3, kind="kg:Completed"), stated(4, kind="kg:Completed")], 5, 0, 0),  # it grows
    ([stated(5), stated(1, currency="USD")], 5, 0, 0),
    ([stated(1, currency="USD")], None, 0, 0),
    ([stated(6, kind="kg:Signed"), stated(7, kind="kg:Signed")], None, 1, 0),
    ([stated(5), stated(6, kind="kg:Signed"), stated(7, kind="kg:Signed")], 5, 1, 0),  # not about the total
    ([], None, 0, 0),
])  # fmt: skip
def test_a_project_has_a_total_unless_totals_conflict(
    sums: list[Sum], total: float | None, conflicts: int, updates: int
) -> None:
    found = compare(sums)
    assert found.total == (None if total is None else round(total * YI))
    assert (len(found.conflicts), len(found.updates)) == (conflicts, updates)


def test_the_order_changes_nothing() -> None:
    sums = [stated(5), stated(5, "约", MAY), stated(8, day=MAY, changed=True), stated(9, day="")]
    assert len({compare(each) for each in permutations(sums)}) == 1


def test_an_update_names_the_later_sum_first() -> None:
    one, other = stated(5, id_="amount/z"), stated(8, day=MAY, changed=True, id_="amount/a")
    assert compare([one, other]) == Compared((), (("amount/a", "amount/z"),), 8 * YI)


@pytest.mark.parametrize(("words", "changed"), [
    ("乙项目追加投资3亿元", True),
    ("总投资由5亿元调整为8亿元", True),
    ("总投资8亿元，比原计划多3亿元", True),
    ("乙项目总投资8亿元", False),
])  # fmt: skip
def test_words_of_change_are_known(words: str, changed: bool) -> None:
    assert speaks_of_change(words) is changed
