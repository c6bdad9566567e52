"""One file for Protégé: the ontology and the graph."""

from __future__ import annotations

from rdflib import OWL, RDF, Graph
from rdflib.compare import isomorphic

from kg.graph.exports.reading import Build
from kg.graph.resources import ontology_text

from .builds import exported


def test_holds_the_ontology_and_the_graph(build: Build) -> None:
    whole = Graph().parse(data=exported(build, "owl"), format="turtle")
    graph = Graph().parse(build.folder / "graph.ttl")
    assert set(graph) < set(whole)
    assert isomorphic(whole - graph, Graph().parse(data=ontology_text(), format="turtle"))


def test_declares_every_property_that_the_graph_has(build: Build) -> None:
    whole = Graph().parse(data=exported(build, "owl", "all"), format="turtle")
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    declared = {term for kind in kinds for term in whole.subjects(RDF.type, kind)}
    own = {predicate for predicate in whole.predicates() if str(predicate).startswith(("https://", "http://purl"))}
    assert len(own) > 20 and own <= declared


def test_the_same_build_gives_the_same_bytes(build: Build) -> None:
    assert exported(build, "owl") == exported(Build(build.folder), "owl")
