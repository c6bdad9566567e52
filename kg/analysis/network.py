"""The entity network of a graph: what is published, the frame it stands in, and the pieces that hang together.

The network holds what is published: the triple itself stands in the graph. Claims that are only in the evidence
(denied, hoped for, past) are no edges. Every function is pure and returns sorted tuples of frozen values; equals are
ordered by label, then IRI, so that the same graph gives the same tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx
from rdflib import Graph, URIRef

from kg.analysis.entities import Entity, by_label, labels_of, read_entities
from kg.analysis.namespaces import AREA_KINDS, FRAME, RELATIONS

if TYPE_CHECKING:
    import igraph as ig


@dataclass(frozen=True, slots=True)
class Edge:
    """A published edge. `relation` is the short name of `RELATIONS` or `FRAME`; the ends are IRIs."""

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


def published_edges(graph: Graph, relations: dict[str, str] | None = None) -> tuple[Edge, ...]:
    """The published edges of `relations` (those of the network if not given) between things with an IRI, sorted."""
    edges = {
        Edge(str(subject), relation, str(target))
        for relation, predicate in (RELATIONS if relations is None else relations).items()
        for subject, target in graph.subject_objects(URIRef(predicate))
        if isinstance(subject, URIRef) and isinstance(target, URIRef)
    }
    return tuple(sorted(edges, key=_in_order))


def framed_network(graph: Graph, entities: Mapping[str, Entity] | None = None) -> nx.MultiDiGraph:
    """The network of what is published, with its frame: posts in bodies, bodies of areas, areas within areas, phases of
    wholes. Nodes are IRIs with their `entity`, edges have the relation as key and carry their `edge`.

    The published statements alone fall into hundreds of pieces (two officials of a county share no edge: each holds
    a post of their own); the frame joins what belongs together. Only edges of it between entities are taken.

    `entities` are those of the graph, where the caller has read them.
    """
    edges = published_edges(graph)
    known = _with_others(graph, edges, read_entities(graph) if entities is None else entities)
    frame = (edge for edge in published_edges(graph, FRAME) if edge.subject in known and edge.object in known)
    return network_of((*edges, *frame), known)


def network_of(edges: Iterable[Edge], entities: Mapping[str, Entity]) -> nx.MultiDiGraph:
    """The network of `edges`, whose ends are all in `entities`; nodes and edges in the order of their IRIs."""
    ordered = sorted(edges, key=_in_order)
    network = nx.MultiDiGraph()
    for iri in sorted({iri for edge in ordered for iri in (edge.subject, edge.object)}):
        network.add_node(iri, entity=entities[iri])
    for edge in ordered:
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


def undirected(network: nx.MultiDiGraph) -> ig.Graph:
    """`network` as an igraph graph without directions, for what igraph does a hundred times faster.

    Vertex `i` is the `i`-th node of the network; parallel edges stay, loops go.
    """
    import igraph as ig  # takes matplotlib with it where that is installed: a second that only this needs

    position = {iri: number for number, iri in enumerate(network)}
    return ig.Graph(len(position), [(position[s], position[o]) for s, o in network.edges() if s != o])


def _with_others(graph: Graph, edges: Iterable[Edge], entities: Mapping[str, Entity]) -> dict[str, Entity]:
    """`entities`, and the ends of `edges` that are of no known class, as entities of the kind "other"."""
    unknown = {iri for edge in edges for iri in (edge.subject, edge.object)}.difference(entities)
    labels = labels_of(graph, unknown) if unknown else {}
    return {**entities, **{iri: Entity(iri, "other", label) for iri, label in labels.items()}}


def _in_order(edge: Edge) -> tuple[str, str, str]:
    return edge.subject, edge.relation, edge.object
