"""What the shape of a graph says, in one value: what `kg stats` prints and the report shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rdflib import Graph

from kg.analysis.brokers import Broker, brokers, past_ties
from kg.analysis.centrality import Centrality, centrality, pivots
from kg.analysis.communities import Communities, communities
from kg.analysis.entities import Entity, read_entities
from kg.analysis.evidence import Claim
from kg.analysis.namespaces import FRAME
from kg.analysis.network import Component, components, framed_network


@dataclass(frozen=True, slots=True)
class Overview:
    """The network of a graph with its frame: `published` edges are statements, `frame` edges what entities stand in.
    `pivots` is the number of entities from which betweenness is estimated, None where it is exact."""

    entities: int
    published: int
    frame: int
    pivots: int | None
    components: tuple[Component, ...]
    central: tuple[Centrality, ...]
    communities: Communities
    brokers: tuple[Broker, ...]


def overview(graph: Graph, claims: Iterable[Claim], entities: Mapping[str, Entity] | None = None) -> Overview:
    """All figures of the network of `graph`, the union of entities and evidence.

    `claims` are those of the evidence, `entities` those of the graph, where the caller has read them.
    """
    entities = read_entities(graph) if entities is None else entities
    network = framed_network(graph, entities)
    frame = sum(relation in FRAME for _, _, relation in network.edges(keys=True))
    return Overview(
        entities=len(network),
        published=network.number_of_edges() - frame,
        frame=frame,
        pivots=pivots(len(network)),
        components=components(network),
        central=centrality(network),
        communities=communities(network),
        brokers=brokers(network, past_ties(claims), entities),
    )
