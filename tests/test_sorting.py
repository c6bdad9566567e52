"""Rows in order, in memory and on the disk: the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sorting import SortedRows

ROWS = st.lists(st.tuples(st.text(max_size=3), st.integers(), st.tuples(st.floats(allow_nan=False), st.text())))


@given(ROWS, st.integers(1, 5))
def test_are_the_same_wherever_they_are_sorted(rows: list[tuple[object, ...]], held: int) -> None:
    kept = SortedRows(held)
    for row in rows:
        kept.add(row)
    assert list(kept) == list(kept) == sorted(rows)  # type: ignore[type-var]
    assert kept.is_spilled == (len(rows) >= held)


def test_are_read_by_several_at_a_time() -> None:
    kept = SortedRows(2)  # 500 runs, of which sixty-four become one
    for number in range(999):
        kept.add((number * 7 % 999,))
    assert [one for pair in zip(kept, kept, strict=True) for one in pair] == [(n // 2,) for n in range(1998)]


def test_are_taken_until_they_are_read() -> None:
    kept = SortedRows()
    assert list(kept) == []
    with pytest.raises(ValueError, match="read already"):
        kept.add((1,))
