"""The entity network of the invented graph, with answers counted by hand."""

import networkx as nx
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import FOAF, RDF

from kg.analysis.entities import Entity, read_entities
from kg.analysis.namespaces import KG
from kg.analysis.network import components, entity_network, official_centrality, pagerank, published_edges

ID = "https://w3id.org/county-kg/id/"


def test_the_edges_are_the_published_ones(invented):
    edges = published_edges(invented)
    assert len(edges) == 17
    assert (ID + "k1", "builds", ID + "j1") in {(e.subject, e.relation, e.object) for e in edges}
    assert (ID + "k1", "builds", ID + "j4") not in {(e.subject, e.relation, e.object) for e in edges}, "it is denied"


def test_entities_have_their_most_special_kind_and_all_their_names(invented):
    entities = read_entities(invented)
    assert entities[ID + "j2"].kind == "park"
    assert entities[ID + "c1"] == Entity(ID + "c1", "county", "青溪县", ("Qingxi", "青溪"))
    assert list(entities) == sorted(entities)


def test_the_network_carries_entities_and_edges(invented):
    network = entity_network(invented)
    assert isinstance(network, nx.MultiDiGraph)
    assert network.nodes[ID + "o1"]["entity"].label == "林知远"
    assert network[ID + "o1"][ID + "c1"]["leads"]["edge"].relation == "leads"


def test_components_come_largest_first(invented):
    found = components(entity_network(invented))
    sizes = [(c.nodes, c.edges, c.counties) for c in found]
    assert sizes == [(10, 9, 1), (4, 3, 0), (3, 2, 1), (2, 1, 0), (2, 1, 0), (2, 1, 1)]
    assert [entity.label for entity in found[0].leading] == ["青溪县", "竹纤维项目", "林知远"]


def test_components_of_a_size_are_ordered_by_label(invented):
    pairs = [c.leading[0].label for c in components(entity_network(invented)) if c.nodes == 2]
    assert pairs == sorted(pairs)


def test_centrality_of_officials(invented):
    first, second = official_centrality(entity_network(invented))
    assert (first.official.label, first.degree) == ("林知远", 2)
    assert (second.official.label, second.degree) == ("何清", 1)
    assert first.betweenness == 8, "between his post and each of the 8 others of the component"
    assert second.betweenness == 0


def test_betweenness_is_left_out_above_the_limit(invented):
    first, second = official_centrality(entity_network(invented), betweenness_limit=5)
    assert first.betweenness is None
    assert second.betweenness == 0


def test_pagerank_is_that_of_the_undirected_network(invented):
    network = entity_network(invented)
    ranks = pagerank(network)
    assert sum(ranks.values()) == pytest.approx(1, abs=1e-7)
    plain = nx.Graph(network)
    for node, rank in ranks.items():
        around = sum(ranks[other] / plain.degree(other) for other in plain[node])
        assert rank == pytest.approx(0.15 / len(plain) + 0.85 * around, abs=1e-7)


def test_an_empty_graph_has_empty_tables():
    network = entity_network(Graph())
    assert (components(network), official_centrality(network), pagerank(network)) == ((), (), {})


def test_ends_without_a_class_stay_in_the_network():
    graph = Graph()
    graph.add((URIRef(ID + "a"), KG.leads, URIRef(ID + "b")))
    graph.add((URIRef(ID + "a"), RDF.type, FOAF.Person))
    assert {entity.kind for _, entity in entity_network(graph).nodes(data="entity")} == {"person", "other"}
