"""Communities: found where they are plain, named so that a reader knows them."""

import random

import networkx as nx
import pytest

from kg.analysis.communities import communities
from kg.analysis.network import Edge, network_of
from tests.analysis.shapes import TWO_CLIQUES, entities, like, of


def sets(network):
    return {frozenset(entity.iri for entity in one.members) for one in communities(network).found}


def test_two_cliques_are_two_communities():
    assert sets(TWO_CLIQUES) == {frozenset(f"00{i}" for i in range(5)), frozenset(f"00{i}" for i in range(5, 10))}


def test_the_modularity_is_that_of_networkx():
    for network in (TWO_CLIQUES, like(nx.karate_club_graph())):
        known = nx.community.modularity(nx.Graph(network), sets(network))
        assert communities(network).modularity == pytest.approx(known, abs=1e-4)


def test_the_division_is_at_least_as_good_as_that_of_networkx():
    network = like(nx.karate_club_graph())
    louvain = nx.community.louvain_communities(nx.Graph(network), weight=None, seed=0)
    assert communities(network).modularity >= nx.community.modularity(nx.Graph(network), louvain, weight=None) - 1e-4


def test_each_hangs_together():
    network = like(nx.random_labeled_tree(200, seed=5))
    plain = nx.Graph(network)
    assert all(nx.is_connected(plain.subgraph(members)) for members in sets(network))


KINDS = {"云州市": "prefecture", "青溪县": "county", "柳河镇": "township"}
EDGES = (
    Edge("柳河镇", "containedInPlace", "青溪县"),
    *(Edge("青溪县", "hosts", f"项目{number}") for number in "一二三四"),
    Edge("青溪县", "containedInPlace", "云州市"),
    *(Edge("云州市", "hosts", f"园区{number}") for number in "一二"),
    *(Edge("丁一", "holds", f"职务{number}") for number in "一二三"),
    Edge("林知远", "leads", "青溪县"),
)


def of_edges(edges, kinds):
    names = {iri for edge in edges for iri in (edge.subject, edge.object)}
    return network_of(edges, entities(names, {**dict.fromkeys(names, "project"), **kinds}))


class TestNames:
    def test_are_two_areas_the_larger_first_and_who_leads(self):
        people = {"林知远": "official", "丁一": "official"}
        edges = (*EDGES, Edge("丁一", "holds", "柳河镇"))
        names = {one.name for one in communities(of_edges(edges, KINDS | people)).found}
        assert any(name.endswith("青溪县 · 林知远") for name in names), names

    def test_say_a_person_where_none_leads(self):
        edges = (Edge("青溪县", "hosts", "项目"), Edge("何清", "builds", "项目"))
        (one,) = communities(of_edges(edges, KINDS | {"何清": "person"})).found
        assert one.name == "青溪县 · 何清"

    def test_are_of_the_best_connected_where_there_is_no_area(self):
        edges = [Edge("松风集团", "builds", project) for project in ("桥", "路", "厂", "港")]
        (one,) = communities(of_edges(edges, {"松风集团": "company"})).found
        assert one.name == "松风集团 · 厂 · 桥"
        assert (one.edges, one.counties, len(one.members)) == (4, 0, 5)


def test_they_are_the_same_whatever_the_order_and_leave_the_process_s_own_lots_alone():
    edges = list(EDGES)
    first = communities(of_edges(edges, KINDS))
    random.Random(1).shuffle(edges)
    random.seed(7)
    assert communities(of_edges(edges, KINDS)) == first
    drawn = random.random()
    random.seed(7)
    assert random.random() == drawn


def test_without_edges_there_are_none():
    assert communities(nx.MultiDiGraph()).found == ()
    assert communities(of([])).modularity is None
