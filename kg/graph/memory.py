"""A world, or the files of a build, as an rdflib graph: what Python users get.

It stands over Oxigraph's store, which answers queries twenty times as fast as rdflib's own.
"""

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
    name = ox.NamedNode(base)
    store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object, name) for t in {*maker.graph(), *maker.evidence()})
    return _over(store, rdflib.URIRef(base), base)


def read_graph(build: str | Path | Iterable[str | Path]) -> rdflib.Graph:
    """The graph of a build's folder (all its .ttl files), of one file or of several. Raises StoreUnreadable."""
    store = open_store(build)
    return _over(store.local, DATASET_DEFAULT_GRAPH_ID, store.base)


def _over(store: ox.Store, identifier: rdflib.URIRef, base: str) -> rdflib.Graph:
    """The graph `identifier` of a store, with the prefixes of the ontology bound."""
    graph = rdflib.Graph(store=oxrdflib.OxigraphStore(store=store), identifier=identifier, bind_namespaces="none")
    for prefix, iri in {"id": base, **PREFIXES}.items():
        graph.bind(prefix, iri)
    return graph
