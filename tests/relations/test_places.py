"""Which project is meant and where it is: one reference for each project of an article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mentions.articles import case, reading

from kg.relations import places
from kg.relations.places import MOST_COMPARED, ProjectIndex, fuller_names, key_of


def refs(text: str) -> set[tuple[str, str | None]]:
    """(name, area) of each project of a text, after its names are brought together."""
    read = reading(text)
    index = ProjectIndex(read)
    found = [index.ref(project.name) for sentence in read.sentences for project in sentence.projects]
    return {(project.name, project.area.name if project.area else None) for project in found}


@pytest.mark.parametrize(("first", "second"), [
    ("青禾（平原）智能装备产业园项目", "青禾智能装备产业园"), ("“鹤鸣明珠”文旅综合体项目", "鹤鸣明珠文旅综合体"),
    ("云帆锂电池建设项目", "云帆锂电池项目"), ("蓝谷新材料有限公司改性塑料生产项目", "改性塑料生产项目"),
])  # fmt: skip
def test_names_that_must_agree(first: str, second: str) -> None:
    assert key_of(first) == key_of(second)


@pytest.mark.parametrize(("first", "second"), [
    ("云帆锂电池一期项目", "云帆锂电池二期项目"), ("蓝谷一厂项目", "蓝谷二厂项目"), ("云帆锂电池项目",
    "青禾锂电池项目"),
])  # fmt: skip
def test_names_that_must_not(first: str, second: str) -> None:
    assert key_of(first) != key_of(second)


@pytest.mark.parametrize(("text", "expected"), [
    case("with and without the owner", "蓝谷新材料有限公司改性塑料项目开工。改性塑料项目占地300亩。",
         {("蓝谷新材料有限公司改性塑料项目", "平原县")}),
    case("with and without brackets", "青禾（平原）智能装备产业园项目开工。青禾智能装备产业园项目占地300亩。",
         {("青禾（平原）智能装备产业园项目", "平原县")}),
    case("small difference", "蓝谷年产11万吨级改性塑料项目开工。蓝谷年产11万吨改性塑料项目占地300亩。",
         {("蓝谷年产11万吨级改性塑料项目", "平原县")}),
    case("phases are two", "云帆锂电池一期项目竣工。云帆锂电池二期项目开工。",
         {("云帆锂电池一期项目", "平原县"), ("云帆锂电池二期项目", "平原县")}),
    case("capacities are two", "蓝谷年产10万吨改性塑料项目开工。蓝谷年产30万吨改性塑料项目开工。",
         {("蓝谷年产10万吨改性塑料项目", "平原县"), ("蓝谷年产30万吨改性塑料项目", "平原县")}),
    case("a short name that two share stays apart", "云帆锂电池项目开工。青禾锂电池项目开工。",
         {("云帆锂电池项目", "平原县"), ("青禾锂电池项目", "平原县")}),
    case("the most certain place is everybody's", "云帆锂电池项目开工。云帆锂电池项目位于王凤楼镇。",
         {("云帆锂电池项目", "王凤楼镇")}),
])  # fmt: skip
def test_one_reference_for_each_project(text: str, expected: set[tuple[str, str | None]]) -> None:
    assert refs(text) == expected


@pytest.mark.parametrize(("text", "area"), [
    case("an owner's seat is no place", "山东蓝谷集团改性塑料项目开工。", "平原县"),
    case("where the delegation came from is no place", "来自齐河县的考察团参观后，云帆锂电池项目开工。", "平原县"),
    case("who speaks is no place", "德州市委书记李志远宣布，云帆锂电池项目开工。", "平原县"),
    case("the verb of settling decides", "齐河县招商团推介的云帆锂电池项目落户王凤楼镇。", "王凤楼镇"),
    case("the country is no place", "全国首个云帆锂电池项目开工。", "平原县"),
])  # fmt: skip
def test_what_is_not_the_place(text: str, area: str) -> None:
    assert {where for _, where in refs(text)} == {area}


def test_a_park_is_marked() -> None:
    read = reading("青禾智能装备产业园开工。云帆锂电池项目开工。")
    index = ProjectIndex(read)
    found = {p.name: index.ref(p.name).park for s in read.sentences for p in s.projects}
    assert found == {"青禾智能装备产业园": True, "云帆锂电池项目": False}


def test_the_order_of_the_names_changes_nothing() -> None:
    first, second = "蓝谷新材料有限公司改性塑料项目开工。", "改性塑料项目占地300亩。"
    assert refs(first + second) == refs(second + first)


def test_a_project_that_is_not_in_the_article_has_no_place() -> None:
    project = ProjectIndex(reading("平原县召开会议。")).ref("云帆锂电池项目")
    assert (project.name, project.area) == ("云帆锂电池项目", None)


NAMES = st.text("云帆锂电池—一二期1", min_size=1, max_size=12)


@given(st.sets(NAMES | st.tuples(NAMES, NAMES).map("".join), max_size=12))
def test_fuller_names_are_those_of_each_compared_with_each(names: set[str]) -> None:
    expected = {
        short: {n for n in names if n != short and (places._same(n, short) or places._alike(n, short))}
        for short in names
        if len(short) >= 4
    }
    assert fuller_names(names) == {short: longer for short, longer in expected.items() if longer}


def test_a_list_of_thousands_is_not_compared_each_with_each(monkeypatch: pytest.MonkeyPatch) -> None:
    names = {f"云帆{number}万吨锂电池" for number in range(MOST_COMPARED)} | {"丙公司云帆7万吨锂电池"}

    def never(longer: str, short: str) -> bool:
        raise AssertionError("quadratic")

    monkeypatch.setattr(places, "_alike", never)
    assert fuller_names(names) == {"云帆7万吨锂电池": {"丙公司云帆7万吨锂电池"}}
