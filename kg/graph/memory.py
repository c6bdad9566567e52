"""A world as an rdflib graph: what Python users get, over Oxigraph's store (twenty times rdflib's own in queries)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import oxrdflib
import pyoxigraph as ox
import rdflib
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from kg.graph.query import open_store
from kg.graph.triples import TripleMaker
from kg.graph.vocabulary import DEFAULT_BASE, PREFIXES
from kg.linking.world import World


def rdflib_graph(world: World, base: str = DEFAULT_BASE) -> rdflib.Graph:
    """Entities, published statements and evidence in one graph, with the prefixes of the ontology bound."""
    store = ox.Store()
    maker = TripleMaker(world, base)
    identifier = rdflib.URIRef(base)
    name = ox.NamedNode(base)
    store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object, name) for t in {*maker.graph(), *maker.evidence()})
    graph = rdflib.Graph(store=oxrdflib.OxigraphStore(store=store), identifier=identifier, bind_namespaces="none")
    graph.bind("id", base)
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri)
    return graph


def read_graph(build: str | Path | Iterable[str | Path]) -> rdflib.Graph:
    """The graph of a build's folder (all its .ttl files), of one file or of several. Raises StoreUnreadable."""
    store = open_store(build).local
    graph = rdflib.Graph(
        store=oxrdflib.OxigraphStore(store=store), identifier=DATASET_DEFAULT_GRAPH_ID, bind_namespaces="none"
    )
    graph.bind("id", DEFAULT_BASE)
    for prefix, iri in PREFIXES.items():
        graph.bind(prefix, iri)
    return graph
