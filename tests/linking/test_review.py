"""Pairs kept apart, as `review.csv` shows them."""

from __future__ import annotations

from typing import get_args

import pytest
from invented import (
    COUNTY,
    FAR_COUNTY,
    MAGISTRATE,
    NEIGHBOUR,
    POLICY,
    PROJECT,
    ZHANG,
    Told,
    claim,
    each,
    holds,
    told,
    world,
)

from kg.linking import candidates, review
from kg.linking.people import Reason
from kg.mentions.mention import Area, Body
from kg.relations.claim import Company, Meeting, PostRef, Project

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
    known = {*get_args(Reason), *get_args(candidates.Reason)}
    assert set(review.REASONS) == known - {"", "elsewhere"}


def ask(*articles: Told) -> list[tuple[str, str, str]]:
    """(kind, label of one, reason) of each row."""
    rows = [dict(zip(review.COLUMNS, row, strict=True)) for row in review.rows(world(*articles))]
    return [(row["kind"], row["one_label"], row["reason"]) for row in rows]


def hosted(name: str, project: str, area: Area = COUNTY) -> Told:
    return told(name, [claim("hosts", area, Project(project, area))])


def gathered(name: str, day: str | None, title: str = "平原县工业强县工作会议") -> Told:
    return told(name, [claim("directs", Meeting(title, COUNTY, day), POLICY)], None)


def firm(name: str, *companies: str) -> Told:
    claims = [claim("builds", Company(company), PROJECT) for company in companies]
    return told(name, [claim("hosts", COUNTY, PROJECT), *claims])


@pytest.mark.parametrize(("articles", "kind", "reason"), [
    ([hosted("a", "乙能锂电新材料产业园"), hosted("b", "乙能锂电新材料产业园研发中心")], "project", "longer"),
    ([hosted("a", "乙河抽水蓄能电站"), hosted("b", "乙河抽水蓄能电站", NEIGHBOUR)], "project", "places"),
    ([gathered("a", "2022-01-10"), gathered("b", "2022-01-18")], "meeting", "days"),
    ([gathered("a", "2022-01-10"), gathered("b", None)], "meeting", "undated"),
    ([firm("a", "平原县乙能新材料有限公司", "德州乙能新材料有限公司"), firm("b", "乙能新材料")], "company", "several"),
])  # fmt: skip
def test_lists_projects_meetings_and_companies_in_doubt(articles: list[Told], kind: str, reason: str) -> None:
    found = ask(*articles)
    assert {(each[0], each[2]) for each in found} == {(kind, review.REASONS[reason])}


@pytest.mark.parametrize("articles", [
    [hosted("a", "乙能锂电新材料产业园"), hosted("b", "乙能锂电新材料产业园二期")],  # a part of the whole
    [hosted("a", "乙能锂电新材料产业园"), hosted("b", "乙能锂电新材料产业园研发中心", NEIGHBOUR)],
    [hosted("a", "乙河抽水蓄能电站"), hosted("b", "乙河抽水蓄能电站", FAR_COUNTY)],  # of another prefecture
    [gathered("a", "2022-01-10"), gathered("b", "2022-06-18")],
    [gathered("a", "2022-01-10", "县政府常务会议"), gathered("b", "2022-01-17", "县政府常务会议")],  # every week
    [firm("a", "平原县乙能新材料有限公司"), firm("b", "乙能新材料公司")],  # one company: linked
])  # fmt: skip
def test_leaves_out_what_is_sure(articles: list[Told]) -> None:
    assert ask(*articles) == []
