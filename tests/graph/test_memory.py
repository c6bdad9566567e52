"""The rdflib graph that Python users get: the same triples as the Turtle files, with the prefixes bound."""

from __future__ import annotations

import pytest
from invented import EACH_RELATION, each, told, world
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic

from kg.graph.memory import rdflib_graph
from kg.graph.triples import TripleMaker
from kg.graph.vocabulary import DEFAULT_BASE, PREFIXES
from kg.graph.write import turtle
from kg.linking.world import World


@pytest.fixture(scope="module")
def linked() -> World:
    return world(told("a", map(each, EACH_RELATION)), told("b", [each("builds", "denied"), each("hosts", "planned")]))


def alike(graph: Graph) -> Graph:
    """The graph with plain strings as rdflib's parsers give them: they are xsd:string, and only Oxigraph says so."""
    plain = Graph()
    for subject, predicate, value in graph:
        if isinstance(value, Literal) and str(value.datatype) == PREFIXES["xsd"] + "string":
            value = Literal(str(value))
        plain.add((subject, predicate, value))
    return plain


def files(linked: World, base: str) -> Graph:
    """What another program reads out of both files."""
    maker = TripleMaker(linked, base)
    graph = Graph()
    for part in (maker.graph(), maker.evidence()):
        graph.parse(data=turtle(part, base), format="turtle")
    return graph


@pytest.mark.parametrize("base", [DEFAULT_BASE, "https://example.org/county/", "urn:x:"])
def test_is_isomorphic_to_the_files(linked: World, base: str) -> None:
    assert isomorphic(alike(rdflib_graph(linked, base)), files(linked, base))


def test_survives_turtle(linked: World) -> None:
    graph = rdflib_graph(linked)
    assert isomorphic(alike(graph), alike(Graph().parse(data=graph.serialize(format="turtle"), format="turtle")))


def test_answers_queries_without_prefixes_declared(linked: World) -> None:
    query = "SELECT ?who ?where { ?p kg:leads/schema:name ?where ; schema:name ?who }"
    assert [tuple(map(str, row)) for row in rdflib_graph(linked).query(query)] == [("张伟", "平原县")]  # type: ignore[arg-type]


def test_binds_the_prefixes_of_the_ontology_and_no_others(linked: World) -> None:
    bound = {prefix: str(iri) for prefix, iri in rdflib_graph(linked).namespaces()}
    assert bound == {"id": DEFAULT_BASE, **PREFIXES}


def test_can_be_added_to(linked: World) -> None:
    graph = rdflib_graph(linked)
    size = len(graph)
    graph.add((URIRef(DEFAULT_BASE + "x"), URIRef(PREFIXES["schema"] + "name"), URIRef(DEFAULT_BASE + "y")))
    assert len(graph) == size + 1 and len(rdflib_graph(linked)) == size


def test_of_nothing_is_empty() -> None:
    assert len(rdflib_graph(world())) == 0
