"""The entity network of a graph, and what its shape says: components, and the centrality of officials.

The network holds what is published: the triple itself stands in the graph. Claims that are only in the evidence
(denied, hoped for, past) are no edges. Every function is pure and returns sorted tuples of frozen values; equals are
ordered by label, then IRI, so that the same graph gives the same tables.
"""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx
import numpy as np
from rdflib import Graph, URIRef

from kg.analysis.entities import Entity, by_label, labels_of, read_entities
from kg.analysis.namespaces import AREA_KINDS, PERSON_KINDS, RELATIONS

BETWEENNESS_LIMIT = 1000
"""Nodes of a component above which betweenness is not computed: networkx needs time in nodes × edges. Measured on one
core of a small machine with 1.3 edges a node: 1,000 nodes 3 s, 1,500 nodes 6 s, 3,000 nodes 28 s."""

PAGERANK_DAMPING = 0.85
PAGERANK_PRECISION = 1e-10


@dataclass(frozen=True, slots=True)
class Edge:
    """A published edge. `relation` is the short name of `RELATIONS`; the ends are IRIs."""

    subject: str
    relation: str
    object: str


@dataclass(frozen=True, slots=True)
class Component:
    """Entities that hang together: how many, and which of them have the most edges."""

    nodes: int
    edges: int
    counties: int
    leading: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Centrality:
    """How central an official stands.

    `betweenness` counts the pairs of entities whose shortest path runs through the official (in part, where they have
    several shortest paths); it is None where the official's component is above the limit.
    `degree` counts published edges; PageRank and betweenness read the network without directions, since an official's
    own edges all point away.
    """

    official: Entity
    degree: int
    pagerank: float
    betweenness: float | None


def published_edges(graph: Graph, relations: dict[str, str] | None = None) -> tuple[Edge, ...]:
    """The published edges of `relations` (those of the network if not given) between things with an IRI, sorted."""
    edges = {
        Edge(str(subject), relation, str(target))
        for relation, predicate in (RELATIONS if relations is None else relations).items()
        for subject, target in graph.subject_objects(URIRef(predicate))
        if isinstance(subject, URIRef) and isinstance(target, URIRef)
    }
    return tuple(sorted(edges, key=lambda edge: (edge.subject, edge.relation, edge.object)))


def entity_network(graph: Graph) -> nx.MultiDiGraph:
    """The network: nodes are IRIs with their `entity`, edges have the relation as key and carry their `edge`."""
    edges = published_edges(graph)
    entities = read_entities(graph)
    ends = {iri for edge in edges for iri in (edge.subject, edge.object)}
    labels = labels_of(graph, ends.difference(entities))
    network = nx.MultiDiGraph()
    for iri in sorted(ends):
        network.add_node(iri, entity=entities.get(iri) or Entity(iri, "other", labels[iri]))
    for edge in edges:
        network.add_edge(edge.subject, edge.object, key=edge.relation, edge=edge)
    return network


def components(network: nx.MultiDiGraph, leading: int = 3) -> tuple[Component, ...]:
    """The weakly connected components, the largest first, each with its `leading` best connected entities.

    Areas stand before others of the same degree, because they are what a reader knows the component by.
    """
    entities: dict[str, Entity] = dict(network.nodes(data="entity"))
    degree: dict[str, int] = dict(network.degree())
    found = []
    for members in nx.weakly_connected_components(network):
        ordered = sorted(
            members, key=lambda iri: (-degree[iri], entities[iri].kind not in AREA_KINDS, by_label(entities[iri]))
        )
        found.append(
            Component(
                nodes=len(members),
                edges=sum(degree[iri] for iri in members) // 2,
                counties=sum(entities[iri].kind == "county" for iri in members),
                leading=tuple(entities[iri] for iri in ordered[:leading]),
            )
        )
    return tuple(sorted(found, key=lambda part: (-part.nodes, -part.edges, [by_label(e) for e in part.leading])))


def official_centrality(network: nx.MultiDiGraph, betweenness_limit: int = BETWEENNESS_LIMIT) -> tuple[Centrality, ...]:
    """Every official and other person of the network, by PageRank, the most central first."""
    entities: dict[str, Entity] = dict(network.nodes(data="entity"))
    people = [iri for iri in network if entities[iri].kind in PERSON_KINDS]
    if not people:
        return ()
    rank = pagerank(network)
    between = _betweenness(network, set(people), betweenness_limit)
    found = [Centrality(entities[iri], network.degree(iri), rank[iri], between.get(iri)) for iri in people]
    return tuple(sorted(found, key=lambda row: (-row.pagerank, -row.degree, by_label(row.official))))


def pagerank(network: nx.MultiDiGraph) -> dict[str, float]:
    """IRI → PageRank over the network without directions, rounded to 10 places. The ranks sum to 1.

    Power iteration in numpy: networkx would need scipy for the same figures.
    """
    nodes = list(network)
    if not nodes:
        return {}
    index = {iri: position for position, iri in enumerate(nodes)}
    ends = np.array([(index[s], index[o]) for s, o in network.edges()], dtype=np.int64).reshape(-1, 2)
    sources = np.concatenate([ends[:, 0], ends[:, 1]])
    targets = np.concatenate([ends[:, 1], ends[:, 0]])
    out = np.bincount(sources, minlength=len(nodes)).astype(float)
    rank = np.full(len(nodes), 1 / len(nodes))
    for _ in range(200):
        flow = np.divide(rank, out, out=np.zeros_like(rank), where=out > 0)
        spread = np.bincount(targets, weights=flow[sources], minlength=len(nodes)) + rank[out == 0].sum() / len(nodes)
        following = PAGERANK_DAMPING * spread + (1 - PAGERANK_DAMPING) / len(nodes)
        moved = float(np.abs(following - rank).sum())
        rank = following
        if moved < PAGERANK_PRECISION:
            break
    return {iri: round(float(rank[position]), 10) for iri, position in index.items()}


def _betweenness(network: nx.MultiDiGraph, people: set[str], limit: int) -> dict[str, float]:
    """Betweenness of `people`, component by component; components of more than `limit` nodes are left out."""
    plain = nx.Graph()
    plain.add_nodes_from(network)
    plain.add_edges_from((s, o) for s, o in network.edges() if s != o)
    found: dict[str, float] = {}
    for members in nx.connected_components(plain):
        here = people & members
        if not here or len(members) > limit:
            continue
        part = nx.Graph()
        part.add_nodes_from(sorted(members))
        part.add_edges_from(sorted(tuple(sorted(edge)) for edge in plain.subgraph(members).edges()))
        scores = nx.betweenness_centrality(part, normalized=False)
        found.update({iri: round(scores[iri], 6) for iri in here})
    return found
