"""The facts as rows: one for each place that says a statement, published or not."""

from __future__ import annotations

import pytest
from invented import BATCH, EACH_RELATION, Told, claim, each, told, world, yuan

from kg.graph.facts import COLUMNS, rows
from kg.relations.claim import Modality


def facts(*articles: Told) -> list[dict[str, str]]:
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows(world(*articles))]


def fact(relation: str, modality: Modality = "asserted", confidence: float = 0.9) -> dict[str, str]:
    (row,) = facts(told("a", [each(relation, modality, confidence)]))
    return row


NUMBERS = ("value", "currency", "count", "unit", "year")


@pytest.mark.parametrize(("relation", "subject", "object_", "numbers"), [
    ("leads", "张伟", "平原县", ("", "", "", "", "")),
    ("holds", "张伟", "平原县委书记", ("", "", "", "", "")),
    ("hosts", "平原县", "乙新材料生产基地", ("", "", "", "", "")),
    ("invests", "乙新材料生产基地", "5亿元", ("500000000", "CNY", "", "", "")),
    ("directs", "甲县委经济工作会议", "工业倍增计划", ("", "", "", "", "")),
    ("builds", "丙公司", "乙新材料生产基地", ("", "", "", "", "")),
    ("announces", "平原县", "平原县集中开工项目（17个）", ("2120000000", "CNY", "17", "", "")),
    ("targets", "平原县", "平原县工业总产值600.5亿元（2022年）", ("600.5", "", "", "亿元", "2022")),
])  # fmt: skip
def test_of_each_relation(relation: str, subject: str, object_: str, numbers: tuple[str, ...]) -> None:
    row = fact(relation)
    assert (row["relation"], row["subject"], row["object"]) == (relation, subject, object_)
    assert tuple(row[name] for name in NUMBERS) == numbers


def test_cover_each_relation() -> None:
    assert {row["relation"] for row in facts(told("a", map(each, EACH_RELATION)))} == set(EACH_RELATION)


def test_say_where_they_come_from() -> None:
    row = fact("leads")
    assert {name: row[name] for name in ("post", "article", "date", "quote", "rule", "confidence", "object_id")} == {
        "post": "平原县委书记", "article": "a", "date": "2022-01-10", "quote": "a的第0句话说。", "rule": "test.rule",
        "confidence": "0.9", "object_id": "area/371426",
    }  # fmt: skip


@pytest.mark.parametrize(("modality", "confidence", "published"), [
    ("asserted", 0.9, "yes"), ("asserted", 0.2, "no"), ("planned", 0.9, "no"), ("denied", 0.9, "no"),
    ("hoped", 0.9, "no"), ("past", 0.9, "no"),
])  # fmt: skip
def test_say_whether_they_are_published(modality: Modality, confidence: float, published: str) -> None:
    row = fact("leads", modality, confidence)
    assert (row["modality"], row["published"]) == (modality, published)


def test_are_one_for_each_place() -> None:
    found = facts(told("b", [each("hosts"), each("hosts", "denied")]), told("a", [each("hosts")], None))
    assert [(row["article"], row["date"], row["modality"]) for row in found] == [
        ("a", "", "asserted"), ("b", "2022-01-10", "asserted"), ("b", "2022-01-10", "denied"),
    ]  # fmt: skip


def test_without_a_number_leave_its_cell_empty() -> None:
    bare = claim("announces", BATCH.area, type(BATCH)("签约项目", BATCH.area, None, None))
    (row,) = facts(told("a", [bare]))
    assert [row[name] for name in NUMBERS] == [""] * 5


def test_of_a_foreign_sum_name_its_currency() -> None:
    (row,) = facts(told("a", [claim("invests", EACH_RELATION["invests"][0], yuan(40_000_000, currency="USD"))]))
    assert (row["object"], row["value"], row["currency"]) == ("4000万美元", "40000000", "USD")
