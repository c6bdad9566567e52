"""Brokers between counties: who and what ties counties together that would be further apart, or apart, without it.

The measure is betweenness between counties: of all pairs of counties, how many have their shortest path through the
entity (in part, where there are several). That is the betweenness of Freeman (A Set of Measures of Centrality Based on
Betweenness, 1977) over a given set of sources and targets (Brandes, On Variants of Shortest-Path Betweenness
Centrality and their Generic Computation, 2008), here the counties.

Three things make it say what a reader asks:

- The division of China is no tie: that two counties lie in one prefecture makes no one a broker. What lies within a
  county (its towns, its bodies, their posts) is joined to it; nothing joins counties to the areas above them but
  statements.
- What is stated of the past is a tie here: who led one county and now leads another joins them.
- An entity that the frame puts into one county (its committee, a post in that, its town, a meeting that it called)
  is a part of that county, and an area is what is joined: neither is a broker.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import networkx as nx

from kg.analysis.entities import Entity, by_label
from kg.analysis.evidence import Claim
from kg.analysis.namespaces import AREA_KINDS, FRAME
from kg.analysis.network import Edge, network_of, undirected

ABOVE_COUNTIES = ("province", "prefecture")


@dataclass(frozen=True, slots=True)
class Broker:
    """An entity between counties. `pairs` of counties have their shortest path through it; `counties` are those that
    such a path begins at, by label."""

    entity: Entity
    pairs: float
    counties: tuple[Entity, ...]


def brokers(
    network: nx.MultiDiGraph, past: Iterable[Edge] = (), further: Mapping[str, Entity] = MappingProxyType({})
) -> tuple[Broker, ...]:
    """The brokers of a framed network, who stands between the most pairs of counties first.

    `past` are ties that once were (see `past_ties`); those with an end that is neither in the network nor in `further`
    entities are left out.
    """
    ties = _ties(network, past, further)
    entities: dict[str, Entity] = dict(ties.nodes(data="entity"))
    within = _counties_within(network)
    candidates = [iri for iri, entity in entities.items() if _may_broker(entity, within)]
    graph = undirected(ties).simplify()
    position = {iri: number for number, iri in enumerate(ties)}
    counties = [iri for iri, entity in entities.items() if entity.kind == "county"]
    if not candidates or len(counties) < 2:
        return ()
    places = [position[iri] for iri in candidates]
    targets = [position[iri] for iri in counties]
    pairs = dict.fromkeys(candidates, 0.0)
    joined: dict[str, list[Entity]] = {}
    for county in counties:  # igraph counts half a pair from each of its ends
        scores = graph.betweenness(places, directed=False, sources=[position[county]], targets=targets)
        for iri, score in zip(candidates, scores, strict=True):
            if score > 0:
                pairs[iri] += score
                joined.setdefault(iri, []).append(entities[county])
    found = (
        Broker(entities[iri], round(pairs[iri], 3), tuple(sorted(ends, key=by_label))) for iri, ends in joined.items()
    )
    return tuple(sorted(found, key=lambda one: (-one.pairs, -len(one.counties), by_label(one.entity))))


def past_ties(claims: Iterable[Claim]) -> tuple[Edge, ...]:
    """The edges of claims that tell of the past, as their strongest modality: who once led what, or held which post."""
    return tuple(
        Edge(claim.subject, claim.relation, claim.object)
        for claim in claims
        if claim.modality == "Past" and not claim.published
    )


def _ties(network: nx.MultiDiGraph, past: Iterable[Edge], further: Mapping[str, Entity]) -> nx.MultiDiGraph:
    """The network without the division above counties and without its dead ends: what is left of each piece are the
    ways between counties."""
    entities: dict[str, Entity] = {**further, **dict(network.nodes(data="entity"))}
    now = (
        edge
        for _, _, edge in network.edges(data="edge")
        if not (edge.relation == "containedInPlace" and entities[edge.object].kind in ABOVE_COUNTIES)
    )
    once = (edge for edge in past if edge.subject in entities and edge.object in entities)
    ties = network_of((*now, *once), entities)
    counties = {iri for iri, entity in ties.nodes(data="entity") if entity.kind == "county"}
    ties.remove_nodes_from(_dead_ends(nx.Graph(ties), counties))
    return ties


def _dead_ends(ties: nx.Graph, counties: set[str]) -> set[str]:
    """All that hangs on the rest by one tie and leads to no county: no path between counties runs through it. Nearly
    every post does, so that what is left is small, and a thousand counties take seconds."""
    neighbours = {iri: set(ties[iri]) - {iri} for iri in ties}
    gone: set[str] = set()
    waiting = [iri for iri, around in neighbours.items() if len(around) < 2 and iri not in counties]
    while waiting:
        iri = waiting.pop()
        gone.add(iri)
        for other in neighbours[iri]:
            neighbours[other].discard(iri)
            if len(neighbours[other]) == 1 and other not in counties and other not in gone:
                waiting.append(other)
    return gone


def _counties_within(network: nx.MultiDiGraph) -> Mapping[str, frozenset[str]]:
    """Entity → the counties that the frame puts it into, and itself where it is one."""
    frame = nx.DiGraph((s, o) for s, o, relation in network.edges(keys=True) if relation in FRAME)
    found: dict[str, set[str]] = {}
    for iri, entity in network.nodes(data="entity"):
        if entity.kind == "county":
            for inner in (iri, *(nx.ancestors(frame, iri) if iri in frame else ())):
                found.setdefault(inner, set()).add(iri)
    return {iri: frozenset(counties) for iri, counties in found.items()}


def _may_broker(entity: Entity, within: Mapping[str, frozenset[str]]) -> bool:
    return entity.kind not in AREA_KINDS and len(within.get(entity.iri, ())) != 1
