"""Copies of one text find one another, whatever their number and order."""

from __future__ import annotations

import random

import pytest
from copies import ANOTHER, REPORT, WEEKS

from kg.linking import reprints
from kg.linking.reprints import copies
from kg.table.rows import ArticleInfo
from kg.table.sketch import sketch_of_text

TEXT, OTHER = sketch_of_text(REPORT), sketch_of_text(ANOTHER)


def article(name: str, sketch: str, date: str | None = "2022-03-06") -> ArticleInfo:
    return ArticleInfo(name, None, date, None, None, "0" * 64, sketch)


def test_the_first_by_date_stands_for_all_and_who_has_no_copy_is_not_named() -> None:
    told = [article("a", TEXT, None), article("c", TEXT, "2022-03-05"), article("b", TEXT), article("d", OTHER)]
    assert copies(told) == {"a": "c", "b": "c", "c": "c"}


def test_what_has_no_sketch_has_no_copy() -> None:
    assert copies([article("a", ""), article("b", "")]) == {}


@pytest.mark.parametrize(("date", "copied"), [("2022-04-05", True), ("2022-04-07", False), (None, True)])
def test_a_copy_comes_within_a_month(date: str | None, copied: bool) -> None:
    assert bool(copies([article("a", TEXT), article("b", TEXT, date)])) == copied


def test_the_order_of_articles_changes_nothing() -> None:
    texts = [REPORT, REPORT[40:], "甲报讯" + REPORT, ANOTHER, ANOTHER[:500], *WEEKS]
    told = [article(str(n), sketch_of_text(text)) for n, text in enumerate(texts)]
    expected = copies(told)
    assert expected == {"0": "0", "1": "0", "2": "0", "3": "3", "4": "3"}
    for seed in range(5):
        assert copies(random.Random(seed).sample(told, len(told))) == expected


def test_a_thousand_texts_of_one_form_are_compared_with_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time grows with the number of articles, not with its square."""
    calls = 0

    def counted(*_: object) -> bool:
        nonlocal calls
        calls += 1
        return False

    monkeypatch.setattr(reprints, "alike_bins", counted)
    copies(article(f"{n:04}", TEXT) for n in range(1000))
    assert calls <= 1000 * reprints.BANDS * reprints.COMPARED
