"""What belongs to an area and all below it."""

import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import ORG, RDF

from kg.analysis.namespaces import KG, SCHEMA
from kg.explorer.appearance import appearance
from kg.explorer.areas import area_parents, homes, scopes
from kg.explorer.contents import read_contents

ID = Namespace("https://w3id.org/county-kg/id/")


def scope_of(graph: Graph, area: str) -> set[str]:
    contents = read_contents(graph, appearance())
    names = {node.id: node.entity.iri.rsplit("/", 1)[-1] for node in contents.nodes}
    found = scopes(area_parents(contents), homes(contents, appearance()))
    return {names[node] for node in found[next(node for node, name in names.items() if name == area)]}


def test_a_county_keeps_its_projects_money_leaders_posts_and_companies(invented):
    assert scope_of(invented, "c1") == {"c1", "j1", "j2", "j2a", "a1", "b1", "a2", "t1", "o1", "g1", "s1", "k1"}


def test_a_prefecture_keeps_what_lies_below_it(invented):
    found = scope_of(invented, "f1")
    assert {"c1", "c2", "w1", "j3", "j6", "o1"} <= found
    assert not found & {"p1", "c3", "j4", "o2"}


@pytest.fixture
def meeting(invented):
    graph = Graph() + invented
    graph.add((ID.m1, SCHEMA.organizer, ID.g1))
    return graph


def test_a_meeting_belongs_to_the_area_of_its_organiser_and_its_policies_too(meeting):
    assert {"m1", "y1", "y2"} <= scope_of(meeting, "c1")


def test_nothing_belongs_through_a_policy_or_a_person(meeting):
    meeting.add((ID.m2, SCHEMA.location, ID.c3))
    meeting.add((ID.o1, ORG.holds, ID.s9))
    for triple in ((ID.s9, RDF.type, ORG.Post), (ID.g9, RDF.type, KG.PublicBody), (ID.s9, ORG.postIn, ID.g9)):
        meeting.add(triple)
    meeting.add((ID.g9, KG.jurisdiction, ID.c3))
    assert "m2" not in scope_of(meeting, "c1"), "although both meetings direct one policy"
    assert not {"s9", "g9"} & scope_of(meeting, "c1"), "a post elsewhere of somebody who leads here"
    assert "o1" in scope_of(meeting, "c3")


def test_an_area_in_a_circle_has_a_scope(invented):
    graph = Graph() + invented
    graph.add((URIRef(ID + "p1"), SCHEMA.containedInPlace, URIRef(ID + "c1")))
    assert "j1" in scope_of(graph, "c1")
