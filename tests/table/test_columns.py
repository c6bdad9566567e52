"""The schema is made from the dataclasses: every field has its column, and every row comes back as it was."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import EACH_RELATION, each, told

from kg.relations.claim import Claim
from kg.table.columns import ARTICLE, CLAIM, FILES, INFO, SEGMENT, SUMMARY, TURNED_DOWN, Columns, described
from kg.table.rows import ArticleInfo, ArticleSummary, Segment, TurnedDown

HELD = {Claim: CLAIM, Segment: SEGMENT, ArticleInfo: INFO, ArticleSummary: SUMMARY, TurnedDown: TURNED_DOWN}


@pytest.mark.parametrize(("cls", "columns"), HELD.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_hold_every_field(cls: type, columns: Columns) -> None:
    assert [column.field for column in columns.columns] == [field.name for field in fields(cls)]


def test_are_told_apart_in_each_file() -> None:
    for file, columns in FILES.items():
        names = [column.name for column in columns]
        assert len(names) == len(set(names)) and ARTICLE[file] in names
    assert len(list(described())) == sum(map(len, FILES.values()))


@pytest.mark.parametrize("relation", EACH_RELATION)
def test_give_back_a_claim_of_each_relation(relation: str) -> None:
    ((claim, segment),) = told("a", [each(relation)]).claims
    assert CLAIM.value(CLAIM.cells(claim)) == claim
    assert SEGMENT.value(SEGMENT.cells(segment)) == segment


@given(st.one_of(*map(st.from_type, (Segment, ArticleInfo, ArticleSummary, TurnedDown))))
def test_give_back_every_value(value: object) -> None:
    columns = HELD[type(value)]
    assert repr(columns.value(columns.cells(value))) == repr(value)  # NaN is not itself
