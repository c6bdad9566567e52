"""The entity network of the invented graph, with answers counted by hand."""

import networkx as nx
from rdflib import Graph, URIRef
from rdflib.namespace import FOAF, RDF

from kg.analysis.entities import Entity, read_entities
from kg.analysis.namespaces import KG
from kg.analysis.network import Edge, components, framed_network, network_of, published_edges, undirected
from tests.analysis.shapes import without_frame

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
    network = framed_network(invented)
    assert isinstance(network, nx.MultiDiGraph)
    assert network.nodes[ID + "o1"]["entity"].label == "林知远"
    assert network[ID + "o1"][ID + "c1"]["leads"]["edge"].relation == "leads"


def test_components_come_largest_first(invented):
    found = components(without_frame(invented))
    sizes = [(c.nodes, c.edges, c.counties) for c in found]
    assert sizes == [(10, 9, 1), (4, 3, 0), (3, 2, 1), (2, 1, 0), (2, 1, 0), (2, 1, 1)]
    assert [entity.label for entity in found[0].leading] == ["青溪县", "竹纤维项目", "林知远"]


def test_components_of_a_size_are_ordered_by_label(invented):
    pairs = [c.leading[0].label for c in components(without_frame(invented)) if c.nodes == 2]
    assert pairs == sorted(pairs)


def test_the_frame_joins_what_belongs_together(invented):
    network = framed_network(invented)
    assert (ID + "g1", ID + "c1", "jurisdiction") in network.edges(keys=True)
    assert (ID + "w1", ID + "c2", "containedInPlace") in network.edges(keys=True)
    assert (ID + "j2a", ID + "j2", "isPartOf") in network.edges(keys=True)
    published = {(e.subject, e.object, e.relation) for e in published_edges(invented)}
    assert published < set(network.edges(keys=True))
    found = components(network)
    assert [(c.nodes, c.counties) for c in found] == [(21, 3), (4, 0), (3, 1)]
    assert found[0].leading[0].label == "青溪县"


def test_for_igraph_it_has_no_loops_and_no_directions():
    people = {iri: Entity(iri, "person", iri) for iri in "abc"}
    edges = (Edge("a", "holds", "b"), Edge("b", "leads", "a"), Edge("c", "leads", "c"))
    graph = undirected(network_of(edges, people))
    assert (graph.vcount(), graph.get_edgelist()) == (3, [(0, 1), (0, 1)])
    assert not graph.is_directed()


def test_an_empty_graph_has_empty_tables():
    network = framed_network(Graph())
    assert (len(network), components(network)) == (0, ())


def test_ends_without_a_class_stay_in_the_network():
    graph = Graph()
    graph.add((URIRef(ID + "a"), KG.leads, URIRef(ID + "b")))
    graph.add((URIRef(ID + "a"), RDF.type, FOAF.Person))
    assert {entity.kind for _, entity in framed_network(graph).nodes(data="entity")} == {"person", "other"}
