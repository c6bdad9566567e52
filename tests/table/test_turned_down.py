"""Rejections as plain words: what `rejected.csv` holds."""

from __future__ import annotations

import pytest
from hostile import HOSTILE_NAMES
from mentions.articles import article

from kg.mentions.mention import Span
from kg.mentions.reading import read
from kg.mentions.rejection import Rejection, Why
from kg.relations.registry import consider
from kg.table.rows import TurnedDown
from kg.table.turned_down import AROUND, COLUMNS, from_row, row, turned_down

LONG = "天气晴好，大家踊跃发言，" * 20


def of(text: str) -> list[TurnedDown]:
    whole = article(text)
    return [turned_down(whole, each) for each in consider(read(whole))[1]]


def test_has_the_words_and_their_sentence() -> None:
    assert of("大家踊跃发言。平原县副县长李志远出席。") == [
        TurnedDown("leads.not-chief", "invented.txt", 7, "李志远", "平原县副县长", "平原县副县长李志远出席。")
    ]


def test_keeps_of_a_long_sentence_what_stands_around_the_words() -> None:
    (one,) = of(f"{LONG}平原县副县长李志远出席，{LONG}会议开得成功。")
    assert "平原县副县长李志远" in one.quote and len(one.quote) == len("平原县副县长李志远") + 2 * AROUND
    assert one.start == len(LONG) - AROUND


def test_words_outside_the_sentence_do_not_widen_the_quote() -> None:
    """The project that a sum is not given to may stand in the sentence before."""
    text = "云帆锂电池项目落户平原县。签约项目协议总投资额30亿元。"
    (one,) = [each for each in of(text) if each.reason == "invests.group"]
    assert (one.subject, one.quote) == ("云帆锂电池项目", "签约项目协议总投资额30亿元。")


def test_without_words_there_is_the_beginning_of_the_sentence() -> None:
    one = turned_down(article(LONG), Rejection(Why("invests.far"), Span(0, 200)))
    assert one.quote == LONG[:AROUND]


@pytest.mark.parametrize("name", HOSTILE_NAMES, ids=range(len(HOSTILE_NAMES)))
def test_a_row_gives_the_same_back(name: str) -> None:
    one = TurnedDown("project.class", name, 5, name, name, name)
    assert len(row(one)) == len(COLUMNS) and from_row(row(one)) == one
