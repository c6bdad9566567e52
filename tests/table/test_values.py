"""Values of the table as JSON: what is written is read back, by declared types alone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.mentions.mention import Span
from kg.relations.claim import Ref
from kg.table.values import NotStorable, from_text, reader, to_text


@dataclass(frozen=True)
class Later:
    """A dataclass of a field of each kind that a later version may add."""

    marks: tuple[int, ...]
    pair: tuple[str, float]
    day: date | None
    span: Span | None
    flag: bool = False


@given(st.from_type(Ref))  # type: ignore[arg-type]
def test_of_every_reference_are_read_back(ref: Ref) -> None:
    assert from_text(Ref, to_text(ref)) == ref


@given(st.from_type(Later))
def test_of_fields_to_come_are_read_back(later: Later) -> None:
    again = from_text(Later, to_text(later))
    assert repr(again) == repr(later)  # NaN is not itself


def test_say_what_they_are() -> None:
    assert json.loads(to_text(Later((1,), ("甲", 0.5), None, Span(1, 2)))) == {
        "is": "Later", "marks": [1], "pair": ["甲", 0.5], "day": None, "span": [1, 2], "flag": False,
    }  # fmt: skip


@pytest.mark.parametrize("declared", [set[str], dict[str, int], object, tuple[int, ...] | Span | str])
def test_of_types_without_a_form_are_refused(declared: object) -> None:
    with pytest.raises(NotStorable):
        reader(declared)


def test_that_have_no_form_are_refused() -> None:
    with pytest.raises(NotStorable, match="frozenset"):
        to_text(frozenset())


@pytest.mark.parametrize("text", ["{", "7", "[]", '{"is":"Person"}', '{"is":"Nobody","name":"甲"}'])
def test_of_another_type_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        from_text(Ref, text)
