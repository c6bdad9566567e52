"""What `kg diff` finds between two graphs: of each change one case, and that what did not change is no change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from invented import (
    BUREAU,
    COUNTY,
    EACH_RELATION,
    LI,
    MAGISTRATE,
    PROJECT,
    SECRETARY,
    ZHANG,
    Told,
    claim,
    each,
    holds,
    of_kind,
    told,
    world,
    yuan,
)  # fmt: skip

from kg.analysis.changes import Change, changes
from kg.analysis.snapshot import Snapshot, snapshot
from kg.graph.triples import TripleMaker
from kg.graph.vocabulary import DEFAULT_BASE
from kg.linking.world import World
from kg.relations.claim import PostRef, Project

PRINCIPAL = PostRef("局长", BUREAU)
AMOUNTS = (yuan(500_000_000), yuan(800_000_000))


def taken(linked: World, base: str = DEFAULT_BASE) -> Snapshot:
    return snapshot(TripleMaker(linked, base).graph(), base)


def found(old: Iterable[Told], new: Iterable[Told]) -> list[Change]:
    return list(changes(taken(world(*old)), taken(world(*new))))


def short(found: Iterable[Change]) -> list[tuple[str, str, str, str, str]]:
    return [(each.what, each.kind, each.subject, each.before, each.after) for each in found]


EVERYTHING = [told("a", [each(relation) for relation in EACH_RELATION])]


def test_nothing_changed() -> None:
    assert found(EVERYTHING, EVERYTHING) == []


def test_the_base_of_iris_is_no_change() -> None:
    linked = world(*EVERYTHING)
    assert changes(taken(linked), taken(linked, "https://example.org/id/")) == ()


def test_more_articles_that_say_the_same_are_no_change() -> None:
    assert found(EVERYTHING, [*EVERYTHING, told("b", [each("invests"), each("hosts")])]) == []


class TestEntities:
    def test_come_and_go_with_their_claims(self) -> None:
        one, other = [told("a", [each("hosts")])], [told("a", [claim("hosts", COUNTY, Project("丙能电厂", COUNTY))])]
        assert short(found(one, other)) == [
            ("added", "project", "丙能电厂", "", "丙能电厂"),
            ("removed", "project", "乙新材料生产基地", "乙新材料生产基地", ""),
            ("claim added", "hosts", "平原县", "", "丙能电厂"),
            ("claim removed", "hosts", "平原县", "乙新材料生产基地", ""),
        ]

    def test_are_renamed(self) -> None:
        old = world(*EVERYTHING)
        (id_,) = (entity.id for entity in old.entities.values() if entity.label == PROJECT.name)
        renamed = replace(old.entities[id_], label="乙新材料基地")
        new = replace(old, entities={**old.entities, id_: renamed})
        assert short(changes(taken(old), taken(new))) == [
            ("relabelled", "project", "乙新材料基地", "乙新材料生产基地", "乙新材料基地")
        ]

    def test_are_merged_with_all_that_is_said_of_them(self) -> None:
        """A project that lies in the prefecture, until an article says in which county."""
        wide = replace(COUNTY, name="德州市", level="prefecture", code="371400", parent="370000")
        general = Project("乙河抽水蓄能电站", wide)
        old = [told("a", [claim("invests", general, AMOUNTS[0]), claim("builds", EACH_RELATION["builds"][0], general)])]
        new = [*old, told("b", [claim("hosts", COUNTY, Project("乙河抽水蓄能电站", COUNTY))])]
        merged = [change for change in found(old, new) if change.what != "added"]
        assert short(merged) == [
            ("merged", "project", "乙河抽水蓄能电站", "乙河抽水蓄能电站", "乙河抽水蓄能电站"),
            ("claim added", "hosts", "平原县", "", "乙河抽水蓄能电站"),
        ]
        assert merged[0].before_id != merged[0].after_id == merged[0].subject_id
        parted = [change for change in found(new, old) if change.what == "split"]
        assert [(change.before_id, change.after_id) for change in parted] == [(merged[0].after_id, merged[0].before_id)]


class TestOffices:
    @pytest.mark.parametrize(("old", "new", "before", "after"), [
        ([ZHANG], [LI], "张伟", "李四"),
        ([ZHANG], [ZHANG, LI], "", "李四"),
        ([ZHANG, LI], [LI], "张伟", ""),
    ])  # fmt: skip
    def test_change_hands(self, old: list[object], new: list[object], before: str, after: str) -> None:
        def said(people: list[object]) -> list[Told]:
            return [told("a", [one for who in people for one in holds(who, SECRETARY)])]  # type: ignore[arg-type]

        (change,) = (each for each in found(said(old), said(new)) if each.what == "office")
        assert (change.subject, change.before, change.after) == ("平原县委书记", before, after)
        assert change.subject_id.startswith("post/")
        assert [bool(change.before_id), bool(change.after_id)] == [bool(before), bool(after)]

    def test_that_ended_are_told_with_the_day(self) -> None:
        linked = world(told("a", holds(ZHANG, SECRETARY)))
        (term,) = (entity for entity in linked.entities.values() if entity.kind == "term")
        ended = replace(term, properties=(*term.properties, ("kg:endDate", "2022-03-01")))
        over = replace(linked, entities={**linked.entities, term.id: ended})
        (change,) = changes(taken(linked), taken(over))
        assert (change.what, change.before, change.after) == ("office", "张伟 (–2022-03-01)", "")

    def test_that_only_one_graph_knows_do_not(self) -> None:
        old, new = [told("a", holds(ZHANG, SECRETARY))], [told("a", holds(ZHANG, SECRETARY, MAGISTRATE))]
        assert {change.what for change in found(old, new)} == {"added", "claim added"}

    def test_of_a_person_whose_id_changed_do_not(self) -> None:
        """A person's id is made from the least of the bodies that are known: a second post may change it."""
        old, new = ([told("a", holds(LI, *posts))] for posts in ((SECRETARY,), (SECRETARY, MAGISTRATE, PRINCIPAL)))
        ids = [{entity.id for entity in of_kind(world(*each), "official")} for each in (old, new)]
        assert ids[0] != ids[1]
        assert {change.what for change in found(old, new)} == {"added", "claim added"}
        assert not any(change.kind in ("official", "person") for change in found(old, new))


class TestAmounts:
    def test_of_a_project_change(self) -> None:
        old, new = ([told("a", [claim("invests", PROJECT, amount)])] for amount in AMOUNTS)
        assert short(found(old, new)) == [("amounts", "project", "乙新材料生产基地", "5亿元", "8亿元")]

    def test_of_another_kind_are_others(self) -> None:
        old = [told("a", [claim("invests", PROJECT, AMOUNTS[0])])]
        new = [told("a", [claim("invests", PROJECT, yuan(500_000_000, kind="completed"))])]
        (change,) = found(old, new)
        assert (change.before, change.after) == ("5亿元", "5亿元 (Completed)")

    def test_of_a_project_that_is_new_are_no_change(self) -> None:
        assert "amounts" not in {change.what for change in found([told("a", [each("holds")])], EVERYTHING)}
