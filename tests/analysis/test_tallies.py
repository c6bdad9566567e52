"""Projects, money and policies of the invented graph, counted by hand."""

from rdflib import Graph, URIRef

from kg.analysis.namespaces import SCHEMA
from kg.analysis.tallies import meetings_by_policies, projects_by_area

ID = "https://w3id.org/county-kg/id/"


def rows(graph, level):
    return [(t.area.label, t.code, t.projects, t.stated, t.invests_cny) for t in projects_by_area(graph, level)]


def test_counties_have_the_projects_of_their_townships(invented):
    assert rows(invented, "county") == [
        ("青溪县", "990121", 3, 2, 1_500_000_000),
        ("白石县", "990122", 1, 1, 120_000_000),
        ("滨江区", "980102", 1, 1, 20_000_000),
        ("东湖区", "990202", 1, 0, 0),
    ]


def test_prefectures_have_those_of_their_counties_and_their_own(invented):
    assert rows(invented, "prefecture") == [
        ("安和市", "990100", 5, 4, 1_625_050_000),
        ("明珠市", "980000", 1, 1, 20_000_000),
        ("长宁市", "990200", 1, 0, 0),
    ]


def test_a_phase_counts_where_its_whole_states_no_sum(invented):
    graph = Graph() + invented
    graph.remove((URIRef(ID + "j2"), None, None))
    assert rows(graph, "county")[0][:4] == ("青溪县", "990121", 2, 2)
    assert rows(graph, "county")[0][4] == 800_000_000


def test_a_circle_of_areas_ends(invented):
    graph = Graph() + invented
    graph.add((URIRef(ID + "p1"), SCHEMA.containedInPlace, URIRef(ID + "c1")))
    assert rows(graph, "county")[0][2] >= 3


def test_meetings_by_policies(invented):
    first, second = meetings_by_policies(invented)
    assert (first.meeting.label, first.date) == ("青溪县委经济工作会议", "2030-01-02")
    assert [policy.label for policy in first.policies] == ["工业倍增计划", "河湖长制"]
    assert (second.meeting.label, second.date, len(second.policies)) == ("东湖区动员大会", "", 1)
