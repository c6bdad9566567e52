"""What is found under a name, and what is said of it."""

from __future__ import annotations

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDFS, SKOS

from kg.analysis.entities import Entity
from kg.analysis.explain import Fact, base_of, explain, find, near_names
from kg.graph.memory import rdflib_graph
from kg.lexicons import load

ID = "https://w3id.org/county-kg/id/"


def said(facts: tuple[Fact, ...]) -> list[tuple[str, str, str, str]]:
    return [(fact.subject.label, fact.claim.relation, fact.object.label, fact.why) for fact in facts]


class TestFind:
    @pytest.mark.parametrize("name", ["青溪县", "青溪", "Qingxi", " 青溪县 ", "青溪縣", ID + "c1"])
    def test_by_label_other_name_traditional_form_and_iri(self, invented: Graph, name: str) -> None:
        assert find(invented, name) == (ID + "c1",)

    @pytest.mark.parametrize("name", [
        "青溪县委书", "", "<script>", "https://a b/", "javascript:alert(1)", "id:", "http://x/y", "\x1b[2J",
    ])  # fmt: skip
    def test_of_no_name_is_nothing(self, invented: Graph, name: str) -> None:
        assert find(invented, name) == ()

    def test_by_the_end_of_an_iri_under_the_base_of_the_build(self) -> None:
        from invented import MEETING, POLICY, claim, told, world

        graph = rdflib_graph(world(told("a.txt", [claim("directs", MEETING, POLICY)])), "https://example.org/x/")
        assert base_of(graph) == "https://example.org/x/"
        assert find(graph, "id:area/371426") == find(graph, "area/371426") == ("https://example.org/x/area/371426",)

    def test_several_of_one_name(self, invented: Graph) -> None:
        graph = Graph() + invented
        graph.add((URIRef(ID + "o3"), SKOS.altLabel, graph.value(URIRef(ID + "o1"), RDFS.label)))
        assert find(graph, "林知远") == (ID + "o1", ID + "o3")

    def test_what_is_no_thing_of_the_graph_is_not_found(self, invented: Graph) -> None:
        """A role and an article have labels as well."""
        assert find(invented, "县委书记") == ()


class TestNearNames:
    def test_stand_the_likest_first(self, invented: Graph) -> None:
        assert near_names(invented, "青溪产业园三期") == ("青溪产业园二期", "青溪产业园")
        assert near_names(invented, "溪县委") == ("青溪县委", "青溪县", "青溪县委书记")

    def test_of_a_traditional_form_are_those_of_the_simplified(self, invented: Graph) -> None:
        assert near_names(invented, "青溪縣城")[0] == "青溪县"

    def test_of_nothing_like_it_are_none(self, invented: Graph) -> None:
        assert near_names(invented, "xyz") == () and near_names(Graph(), "青溪县") == ()


class TestExplain:
    def test_an_area(self, invented: Graph) -> None:
        county = explain(invented, ID + "c1")
        assert county.entity == Entity(ID + "c1", "county", "青溪县", ("Qingxi", "青溪"))
        assert county.apart == (("code", "990121"), ("within", "安和市"))
        assert said(county.facts) == [("林知远", "leads", "青溪县", ""), ("青溪县", "hosts", "竹纤维项目", "")]
        assert county.facts[0].post == "青溪县委书记"
        assert [segment.exact for segment in county.facts[0].claim.segments] == [
            "青溪县委书记林知远出席开工仪式", "林知远主持",
        ]  # fmt: skip

    def test_a_person_with_the_posts(self, invented: Graph) -> None:
        assert explain(invented, ID + "o1").apart == (
            ("posts", "青溪县委书记"),
            ("term", "青溪县委书记 (seen 2030-01-02 to 2030-05-06)"),
        )

    def test_a_project_with_where_it_is(self, invented: Graph) -> None:
        assert explain(invented, ID + "j2a").apart == (
            ("part of", "青溪产业园"), ("yuan", "300000000"), ("in", "青溪县"),
        )  # fmt: skip

    def test_a_post_with_what_is_led_through_it(self, invented: Graph) -> None:
        post = explain(invented, ID + "s1")
        assert ("post in", "中共青溪县委员会") in post.apart and ("held by", "林知远") in post.apart
        assert said(post.facts) == [("林知远", "leads", "青溪县", "")]

    def test_what_is_denied_comes_with_the_reason(self, invented: Graph) -> None:
        assert said(explain(invented, ID + "k1").facts) == [("松风集团", "builds", "东湖码头", "statement.denied")]

    def test_a_thing_without_facts(self, invented: Graph) -> None:
        assert explain(invented, ID + "p1").facts == ()


@pytest.mark.parametrize(("modality", "confidence", "relation", "why"), [
    ("asserted", 0.9, "leads", ""),
    ("asserted", 0.3, "leads", "statement.unsure"),
    ("planned", 0.9, "leads", "statement.planned"),
    ("planned", 0.9, "hosts", ""),
    ("planned", 0.3, "hosts", "statement.unsure"),
    ("hoped", 0.9, "hosts", "statement.hoped"),
    ("past", 0.9, "leads", "statement.past"),
    ("denied", 0.9, "hosts", "statement.denied"),
])  # fmt: skip
def test_why_a_claim_is_not_published(modality: str, confidence: float, relation: str, why: str) -> None:
    from invented import each, told, world

    graph = rdflib_graph(world(told("a.txt", [each(relation, modality, confidence)])))  # type: ignore[arg-type]
    (county,) = find(graph, "平原县")
    assert [fact.why for fact in explain(graph, county).facts if fact.claim.relation == relation] == [why]
    assert not why or why in load("reasons")["en"]
