"""How central each entity of a network stands: its edges, its PageRank, its betweenness. Computed by igraph."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

import networkx as nx

from kg.analysis.entities import Entity, by_label
from kg.analysis.network import undirected

if TYPE_CHECKING:
    import igraph as ig

EXACT_LIMIT = 5_000
"""Entities up to which betweenness is exact. Measured on one core of a small machine, random networks with 1.15 edges
an entity: 5,000 in 1.5 s, 10,000 in 6 s, 20,000 in 34 s, 40,000 in 232 s."""

MOST_PIVOTS, FEWEST_PIVOTS, VISITS = 1_000, 50, 50_000_000
"""Above the limit, betweenness is estimated from the shortest paths that begin at some entities, the pivots (Brandes
and Pich, Centrality Estimation in Large Networks, 2007): a thousand, or fewer where the network has more than 50,000
entities, so that the time does not grow with it. Measured on the same networks with a thousand: 20,000 in 2 s, 40,000
in 5 s; of the 50 entities with the highest exact figure 45 to 48 were among the 50 with the highest estimate."""

SEED = 20_240_101
"""Of all that is drawn by lot in the analysis: the same graph gives the same figures."""
DAMPING = 0.85

Measure = Literal["pagerank", "edges", "betweenness"]
MEASURES: tuple[Measure, ...] = get_args(Measure)


@dataclass(frozen=True, slots=True)
class Centrality:
    """How central an entity stands in a network read without directions.

    `edges` counts its edges. `pagerank` sums to 1 over the network. `betweenness` counts the pairs of entities whose
    shortest path runs through it (in part, where they have several shortest paths).
    """

    entity: Entity
    edges: int
    pagerank: float
    betweenness: float


def centrality(network: nx.MultiDiGraph, exact_limit: int = EXACT_LIMIT) -> tuple[Centrality, ...]:
    """Every entity of the network, by PageRank, the most central first.

    Directions are not read: an official's own edges all point away, so that no rank would reach them.
    """
    graph = undirected(network)
    ranks = graph.pagerank(directed=False, damping=DAMPING) if len(network) else []
    between = betweenness(graph, exact_limit)
    rows = (
        Centrality(entity, network.degree(iri), round(rank, 10), round(pairs, 3))
        for (iri, entity), rank, pairs in zip(network.nodes(data="entity"), ranks, between, strict=True)
    )
    return ranked(rows, "pagerank")


def ranked(rows: Iterable[Centrality], by: Measure) -> tuple[Centrality, ...]:
    """`rows` by a measure, the highest first; equals by their other measures, then label and IRI."""
    others = [measure for measure in MEASURES if measure != by]
    return tuple(sorted(rows, key=lambda row: (*(-getattr(row, each) for each in (by, *others)), by_label(row.entity))))


def pivots(entities: int, exact_limit: int = EXACT_LIMIT) -> int | None:
    """From how many entities betweenness is estimated in a network of so many; None where it is exact.

    >>> pivots(5_000), pivots(5_001), pivots(500_000), pivots(50_000_000)
    (None, 1000, 100, 50)
    """
    if entities <= exact_limit:
        return None
    return min(entities, MOST_PIVOTS, max(FEWEST_PIVOTS, VISITS // entities))


def betweenness(graph: ig.Graph, exact_limit: int = EXACT_LIMIT) -> list[float]:
    """The betweenness of each vertex, not normalised: exact up to `exact_limit` vertices, above it estimated from
    pivots, always the same ones."""
    plain = graph.copy().simplify()
    count = plain.vcount()
    number = pivots(count, exact_limit)
    if number is None:
        return plain.betweenness(directed=False)
    sources = sorted(random.Random(SEED).sample(range(count), number))
    return [found * count / number for found in plain.betweenness(directed=False, sources=sources)]
