"""References to entities: which one a reference means, what else it needs, and what keys it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from invented import (
    BATCH,
    BUREAU,
    COMMITTEE,
    COUNTY,
    FAR_COUNTY,
    FIRM,
    GOVERNMENT,
    LI,
    MAGISTRATE,
    MEETING,
    NEIGHBOUR,
    PARK,
    POLICY,
    PREFECTURE,
    PROJECT,
    PROVINCE,
    SECRETARY,
    TARGET,
    ZHANG,
    ZONE,
    properties,
    yuan,
)  # fmt: skip

from kg.linking.identifiers import identifier
from kg.linking.refs import amount_entity, entities_of
from kg.linking.scope import Scope
from kg.linking.world import Entity, Link
from kg.linking.zones import area_id
from kg.mentions.mention import Area, Body
from kg.relations.claim import Company, Person, PostRef, Project

TOWN = Area("恩城镇", "township", "371426102000", "371426")
VILLAGE = Area("甲村", "village", None, "371426")


def entities(ref: object) -> list[Entity]:
    return entities_of(ref, Scope("a.txt"))


def body_id(body: Body) -> str:
    return own(body).id


def own(ref: object) -> Entity:
    return entities(ref)[0]


@pytest.mark.parametrize(("ref", "kind", "label"), [
    (ZHANG, "official", "张伟"),
    (Person("王五", official=False), "person", "王五"),
    (COUNTY, "area", "平原县"),
    (COMMITTEE, "public_body", "中共平原县委员会"),
    (BUREAU, "public_body", "平原县教育局"),
    (FIRM, "company", "丙公司"),
    (Company("丙公司"), "company", "丙公司"),
    (SECRETARY, "post", "平原县委书记"),
    (MAGISTRATE, "post", "平原县政府县长"),
    (PostRef("局长", BUREAU), "post", "平原县教育局局长"),
    (PROJECT, "project", "乙新材料生产基地"),
    (PARK, "park", "乙产业园"),
    (MEETING, "meeting", "甲县委经济工作会议"),
    (POLICY, "policy", "工业倍增计划"),
    (BATCH, "batch", "平原县集中开工项目（17个）"),
    (TARGET, "target", "平原县工业总产值600.5亿元（2022年）"),
], ids=lambda value: type(value).__name__)  # fmt: skip
def test_come_first_with_their_kind_and_label(ref: object, kind: str, label: str) -> None:
    assert (own(ref).kind, own(ref).label) == (kind, label)


def test_bring_what_they_need() -> None:
    everything = [ZHANG, COUNTY, SECRETARY, PostRef("经理", FIRM), PROJECT, MEETING, POLICY, BATCH, TARGET, FIRM]
    for ref in everything:
        found = {entity.id for entity in entities(ref)}
        needed = {value.id for entity in entities(ref) for _, value in entity.properties if isinstance(value, Link)}
        assert {name for name in needed if not name.startswith("kg:")} <= found, ref


def test_of_something_unknown_raise() -> None:
    with pytest.raises(TypeError, match="str is no reference"):
        entities("平原县")


class TestAreas:
    def test_of_the_table_go_by_their_code(self) -> None:
        assert (area_id(COUNTY), area_id(TOWN)) == ("area/371426", "area/371426102000")
        assert properties(own(COUNTY), "skos:notation") == ["371426"]

    def test_that_the_table_lacks_go_by_what_they_lie_in_and_their_name(self) -> None:
        assert area_id(ZONE) == identifier("area", "371426", "甲经开区")
        assert area_id(ZONE) != area_id(replace(ZONE, parent="371425"))
        assert properties(own(ZONE), "skos:notation") == []

    @pytest.mark.parametrize("area", [TOWN, ZONE, VILLAGE, COUNTY])
    def test_lie_in_one_another_up_to_the_province(self, area: Area) -> None:
        chain = entities(area)
        for inner, outer in pairwise(chain):
            assert properties(inner, "schema:containedInPlace") == [Link(outer.id)]
        assert chain[-1].label == "山东省" and properties(chain[-1], "schema:containedInPlace") == []

    def test_lie_where_the_table_says_whatever_the_mention_says(self) -> None:
        assert entities(replace(COUNTY, parent="370400")) == entities(COUNTY)


class TestBodies:
    def test_of_one_name_in_two_areas_are_two(self) -> None:
        assert body_id(COMMITTEE) != body_id(Body("委", "party", NEIGHBOUR))

    def test_have_the_area_as_jurisdiction(self) -> None:
        assert properties(own(BUREAU), "kg:jurisdiction") == [Link("area/371426")]
        assert properties(own(Body("国务院", "other")), "kg:jurisdiction") == []

    def test_written_short_and_in_full_are_one(self) -> None:
        assert body_id(Body("科技局", "office", COUNTY)) == body_id(Body("科学技术局", "office", COUNTY))

    def test_a_company_is_one_as_employer_and_as_builder(self) -> None:
        assert own(FIRM) == own(Company("丙公司"))


class TestPosts:
    @pytest.mark.parametrize("post", [SECRETARY, PostRef("经理", FIRM)])
    def test_are_in_a_body_never_in_an_area(self, post: PostRef) -> None:
        (body,) = properties(own(post), "org:postIn")
        assert isinstance(body, Link)
        (named,) = [entity for entity in entities(post) if entity.id == body.id]
        assert named.kind in ("public_body", "company")

    def test_share_a_role_across_bodies(self) -> None:
        far = PostRef("县委书记", Body("委", "party", NEIGHBOUR))
        assert own(SECRETARY).id != own(far).id
        assert properties(own(SECRETARY), "org:role") == properties(own(far), "org:role")

    def test_of_one_title_in_one_body_are_one(self) -> None:
        assert own(SECRETARY) == own(PostRef("县委书记", Body("委", "party", COUNTY)))


class TestProjects:
    @pytest.mark.parametrize("area", [TOWN, ZONE, VILLAGE])
    def test_in_a_county_and_in_a_part_of_it_are_one(self, area: Area) -> None:
        assert own(replace(PROJECT, area=area)).id == own(PROJECT).id

    @pytest.mark.parametrize("area", [NEIGHBOUR, FAR_COUNTY, PREFECTURE, PROVINCE, None])
    def test_of_one_name_elsewhere_are_others(self, area: Area | None) -> None:
        assert own(replace(PROJECT, area=area)).id != own(PROJECT).id

    def test_with_and_without_the_word_for_project_are_one(self) -> None:
        assert own(Project("乙新材料生产基地项目", COUNTY)).id == own(PROJECT).id

    def test_have_the_name_without_their_area_as_another(self) -> None:
        assert own(Project("平原县锂电产业园项目", COUNTY)).names == ("锂电产业园项目",)
        assert own(Project("平原县医院", COUNTY)).names == ()  # 医院 would be the name of a hundred others


class TestAmounts:
    def test_of_two_projects_are_two(self) -> None:
        assert amount_entity(yuan(5), "project/1").id != amount_entity(yuan(5), "project/2").id

    @pytest.mark.parametrize("other", [
        yuan(6), yuan(5, 8), yuan(5, kind="signed"), yuan(5, currency="USD"),
    ], ids=["value", "range", "kind", "currency"])  # fmt: skip
    def test_that_differ_are_two(self, other: object) -> None:
        assert amount_entity(yuan(5), "project/1").id != amount_entity(other, "project/1").id  # type: ignore[arg-type]

    def test_said_with_about_and_without_are_one(self) -> None:
        assert amount_entity(yuan(5), "project/1").id == amount_entity(yuan(5, about="约"), "project/1").id

    def test_say_value_currency_and_kind(self) -> None:
        amount = amount_entity(yuan(500_000_000, about="约"), "project/1")
        assert dict(amount.properties) == {
            "schema:value": 500_000_000, "schema:currency": "CNY", "kg:amountKind": Link("kg:Planned"),
            "kg:approximation": "约",
        }  # fmt: skip

    def test_of_a_range_have_both_ends_and_the_lower_as_value(self) -> None:
        found = dict(amount_entity(yuan(300, 500), "project/1").properties)
        assert [found[f"schema:{name}"] for name in ("value", "minValue", "maxValue")] == [300, 300, 500]


class TestBatches:
    def test_have_a_count_and_a_total_of_their_own(self) -> None:
        batch, total = entities(BATCH)[:2]
        assert properties(batch, "kg:projectCount") == [17]
        assert properties(batch, "kg:batchInvestment") == [Link(total.id)]
        assert (total.kind, dict(total.properties)["schema:value"]) == ("amount", 2_120_000_000)

    def test_may_lack_either(self) -> None:
        assert properties(own(replace(BATCH, count=None)), "kg:projectCount") == []
        assert properties(own(replace(BATCH, total=None)), "kg:batchInvestment") == []

    @pytest.mark.parametrize("change", [
        {"count": 18}, {"count": None}, {"total": None}, {"total": yuan(5)}, {"area": NEIGHBOUR}, {"label": "签约项目"},
        {"total": yuan(2_120_000_000, currency="USD")},
    ], ids=str)  # fmt: skip
    def test_that_differ_are_two(self, change: dict[str, object]) -> None:
        assert own(replace(BATCH, **change)).id != own(BATCH).id  # type: ignore[arg-type]


class TestMeetingsAndTargets:
    def test_a_meeting_goes_by_name_organiser_and_date(self) -> None:
        others = [replace(MEETING, **change) for change in ({"date": None}, {"area": NEIGHBOUR}, {"name": "乙会议"})]
        assert len({own(meeting).id for meeting in [MEETING, *others]}) == 4
        assert properties(own(MEETING), "schema:organizer") == [Link("area/371426")]

    def test_a_target_of_a_body_a_firm_or_a_project_is_theirs(self) -> None:
        holders: list[Area | Body | Company | Project] = [COUNTY, GOVERNMENT, Company("丙公司"), PROJECT]
        found = [own(replace(TARGET, holder=holder)) for holder in holders]
        assert len({target.id for target in found}) == len(holders)
        assert [target.label.partition("工业")[0] for target in found] == [own(holder).label for holder in holders]

    @pytest.mark.parametrize(("words", "value"), [("600", 600), ("600.5", 600.5), ("1,200", 1200), ("二十", 20)])
    def test_the_value_of_a_target_is_a_number(self, words: str, value: float) -> None:
        assert properties(own(replace(TARGET, value=words)), "schema:value") == [value]

    def test_a_target_without_year_or_unit_has_none(self) -> None:
        bare = own(replace(TARGET, year=None, unit=""))
        assert properties(bare, "kg:byYear") == properties(bare, "schema:unitText") == []


def test_people_of_one_name_go_by_their_key() -> None:
    one, other = (entities_of(ZHANG, Scope("a.txt", {("a.txt", "张伟"): key}))[0] for key in "甲乙")
    assert one.id != other.id and one.label == other.label
    assert own(LI).id == own(Person("李四", official=False)).id  # an official elsewhere, a manager here: one person
