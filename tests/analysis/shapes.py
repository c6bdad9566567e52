"""Networks whose answers are known: paths, stars, cliques with a bridge, and entities to name their nodes."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx
from rdflib import Graph

from kg.analysis.entities import Entity, read_entities
from kg.analysis.network import Edge, network_of, published_edges


def of(
    pairs: Iterable[tuple[str, str]], kinds: dict[str, str] | None = None, relation: str = "holds"
) -> nx.MultiDiGraph:
    """The network of these edges; a node is a person of its own name where `kinds` does not say otherwise."""
    edges = [Edge(str(subject), relation, str(target)) for subject, target in pairs]
    return network_of(edges, entities({iri for edge in edges for iri in (edge.subject, edge.object)}, kinds))


def entities(names: Iterable[str], kinds: dict[str, str] | None = None) -> dict[str, Entity]:
    return {name: Entity(name, (kinds or {}).get(name, "person"), name) for name in names}


def without_frame(graph: Graph) -> nx.MultiDiGraph:
    """The network of what a graph publishes, which falls into more pieces than the framed one."""
    return network_of(published_edges(graph), read_entities(graph))


def like(graph: nx.Graph) -> nx.MultiDiGraph:
    """The network of a networkx graph."""
    return of((f"{s:03d}", f"{t:03d}") for s, t in graph.edges())


PATH = like(nx.path_graph(5))
STAR = like(nx.star_graph(6))
TWO_CLIQUES = like(nx.barbell_graph(5, 0))
