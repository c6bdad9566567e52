"""Brokers between counties: who is one, who is not, between which and how many."""

import networkx as nx
import pytest

from kg.analysis.brokers import brokers, past_ties
from kg.analysis.evidence import read_claims
from kg.analysis.network import Edge, framed_network, network_of
from tests.analysis.shapes import entities

KINDS = {
    **dict.fromkeys(("甲县", "乙县", "丙县"), "county"),
    "云州市": "prefecture",
    "松风集团": "company",
    "工业倍增计划": "policy",
    **dict.fromkeys(("甲桥", "乙路", "丙厂"), "project"),
    **dict.fromkeys(("甲县会议", "乙县会议"), "meeting"),
    "甲县委": "body",
    "甲县委书记": "post",
}


def network(*edges):
    made = [Edge(*edge) for edge in edges]
    return network_of(made, entities({iri for e in made for iri in (e.subject, e.object)}, KINDS))


def rows(network, past=(), further=None):
    return [(b.entity.label, b.pairs, [c.label for c in b.counties]) for b in brokers(network, past, further or {})]


COMPANY = (
    ("甲县", "hosts", "甲桥"), ("乙县", "hosts", "乙路"), ("丙县", "hosts", "丙厂"),
    ("松风集团", "builds", "甲桥"), ("松风集团", "builds", "乙路"), ("松风集团", "builds", "丙厂"),
)  # fmt: skip


def test_a_company_that_builds_in_three_counties_is_between_three_pairs():
    found = rows(network(*COMPANY))
    assert found[0] == ("松风集团", 3, ["丙县", "乙县", "甲县"])
    assert [row[1] for row in found[1:]] == [2, 2, 2], "each project carries the two paths of its own county"


def test_an_official_who_leads_two_counties():
    assert rows(network(("林知远", "leads", "甲县"), ("林知远", "leads", "乙县"))) == [("林知远", 1, ["乙县", "甲县"])]


def test_a_past_office_is_a_tie():
    now = network(("林知远", "leads", "甲县"), ("何清", "leads", "乙县"))
    assert rows(now) == []
    assert rows(now, [Edge("林知远", "leads", "乙县")]) == [("林知远", 1, ["乙县", "甲县"])]


def test_a_past_office_of_someone_who_has_none_now():
    once = [Edge("丁一", "leads", "甲县"), Edge("丁一", "leads", "乙县"), Edge("丁一", "leads", "不详")]
    now = network(("林知远", "leads", "甲县"), ("何清", "leads", "乙县"))
    assert rows(now, once) == []
    assert rows(now, once, entities(["丁一"])) == [("丁一", 1, ["乙县", "甲县"])]


def test_the_division_joins_no_counties():
    joined = network(("甲县", "containedInPlace", "云州市"), ("乙县", "containedInPlace", "云州市"))
    assert rows(joined) == []
    above = network(
        ("甲县", "containedInPlace", "云州市"), ("乙县", "containedInPlace", "云州市"), ("林知远", "leads", "云州市")
    )
    assert rows(above) == []


def test_what_a_county_s_frame_holds_is_part_of_it():
    found = rows(network(
        ("甲县委书记", "postIn", "甲县委"), ("甲县委", "jurisdiction", "甲县"),
        ("林知远", "holds", "甲县委书记"), ("林知远", "leads", "乙县"),
    ))  # fmt: skip
    assert found == [("林知远", 1, ["乙县", "甲县"])], "not the post, nor the committee"


def test_a_policy_that_two_counties_take_up():
    found = rows(network(
        ("甲县会议", "organizer", "甲县"), ("乙县会议", "organizer", "乙县"),
        ("甲县会议", "directs", "工业倍增计划"), ("乙县会议", "directs", "工业倍增计划"),
    ))  # fmt: skip
    assert found == [("工业倍增计划", 1, ["乙县", "甲县"])]


def test_two_ways_share_a_pair():
    both = [(who, "leads", county) for who in ("林知远", "何清") for county in ("甲县", "乙县")]
    assert [(name, pairs) for name, pairs, _ in rows(network(*both))] == [("何清", 0.5), ("林知远", 0.5)]


def test_the_figure_is_the_betweenness_of_networkx_over_counties():
    mixed = network(*COMPANY, ("林知远", "leads", "甲县"), ("林知远", "leads", "丙县"), ("何清", "leads", "丙县"))
    counties = [iri for iri, entity in mixed.nodes(data="entity") if entity.kind == "county"]
    known = nx.betweenness_centrality_subset(nx.Graph(mixed), counties, counties)
    found = {b.entity.iri: b.pairs for b in brokers(mixed)}
    assert found
    assert found == {iri: pytest.approx(known[iri], abs=1e-3) for iri in found}
    assert {iri for iri, score in known.items() if score and iri not in counties} == set(found)


def test_dead_ends_change_no_figure():
    """Posts, offices and projects hang on every county: the figures are those of networkx on all of it."""
    edges = [*COMPANY, ("林知远", "leads", "甲县"), ("林知远", "leads", "丙县")]
    for county in ("甲县", "乙县", "丙县"):
        edges += [(f"{county}人{n}", "holds", f"{county}职{n}") for n in "一二三"]
        edges += [(f"{county}职{n}", "postIn", f"{county}局") for n in "一二三"]
        edges += [(f"{county}局", "jurisdiction", county)]
    edges += [("何清", "leads", "甲县"), ("何清", "holds", "乙县职二"), ("一人", "holds", "独职")]
    whole = network(*edges)
    counties = ["甲县", "乙县", "丙县"]
    known = nx.betweenness_centrality_subset(nx.Graph(whole), counties, counties)
    found = {b.entity.iri: b.pairs for b in brokers(whole)}
    assert found == {iri: pytest.approx(known[iri], abs=1e-3) for iri in found}
    assert {"松风集团", "林知远", "何清"} <= set(found)


def test_past_ties_are_the_claims_of_the_past(invented):
    assert past_ties(read_claims(invented)) == ()
    claims = [c for c in read_claims(invented) if c.modality == "Denied"]
    assert claims and past_ties(claims) == ()


def test_the_invented_graph_has_none_but_the_policy_and_its_meetings(invented):
    assert [b.entity.label for b in brokers(framed_network(invented))] == []
