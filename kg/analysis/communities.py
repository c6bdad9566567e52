"""Communities: groups of entities with more ties among themselves than chance would give, each with a name.

Found by the Leiden method (Traag, Waltman and van Eck, From Louvain to Leiden, 2019) for modularity, as igraph does it;
unlike Louvain's, its communities hang together. The seed is fixed, and the network is read without directions.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from kg.analysis.centrality import SEED
from kg.analysis.entities import Entity, by_label
from kg.analysis.namespaces import AREA_KINDS, PERSON_KINDS
from kg.analysis.network import undirected

if TYPE_CHECKING:
    import igraph as ig

BETWEEN_NAMES = " · "
NAMED_AREAS, NAMED_PEOPLE, NAMED_OTHERS = 2, 1, 3


@dataclass(frozen=True, slots=True)
class Community:
    """Entities that hang together closely. `members` stand by their ties within, the best connected first.

    `naming` are those that it is known by: its two best connected areas, the larger first, and who leads one of them,
    else its best connected person; where it has no area, its three best connected entities.
    """

    members: tuple[Entity, ...]
    naming: tuple[Entity, ...]
    edges: int
    counties: int

    @property
    def name(self) -> str:
        """What a reader knows the community by, such as 德州市 · 齐河县 · 孙某."""
        return BETWEEN_NAMES.join(entity.label for entity in self.naming)


@dataclass(frozen=True, slots=True)
class Communities:
    """The communities, the largest first, and the modularity of the division (0: no better than chance, near 1: clear).

    `modularity` is None where there is no edge."""

    found: tuple[Community, ...]
    modularity: float | None


def communities(network: nx.MultiDiGraph) -> Communities:
    """The communities of a network; an entity belongs to one. Parallel edges count as often as they are there."""
    graph = undirected(network)
    if not graph.ecount():
        return Communities((), None)
    with _seeded():
        division = graph.community_leiden(objective_function="modularity", n_iterations=-1)
    entities = [entity for _, entity in network.nodes(data="entity")]
    leads = {(edge.subject, edge.object) for _, _, edge in network.edges(data="edge") if edge.relation == "leads"}
    found = [_community(graph, members, entities, leads) for members in division]
    ordered = sorted(found, key=lambda one: (-len(one.members), -one.edges, [by_label(e) for e in one.naming]))
    return Communities(tuple(ordered), round(division.modularity, 4))


def _community(graph: ig.Graph, members: list[int], entities: list[Entity], leads: set[tuple[str, str]]) -> Community:
    inside = graph.induced_subgraph(members)
    ties = dict(zip(members, inside.degree(), strict=True))
    ordered = [entities[v] for v in sorted(members, key=lambda v: (-ties[v], by_label(entities[v])))]
    return Community(
        members=tuple(ordered),
        naming=_naming(ordered, leads),
        edges=inside.ecount(),
        counties=sum(entity.kind == "county" for entity in ordered),
    )


def _naming(ordered: list[Entity], leads: set[tuple[str, str]]) -> tuple[Entity, ...]:
    areas = [entity for entity in ordered if entity.kind in AREA_KINDS][:NAMED_AREAS]
    people = [entity for entity in ordered if entity.kind in PERSON_KINDS]
    if not areas:
        return tuple(ordered[:NAMED_OTHERS])
    heads = [person for area in areas for person in people if (person.iri, area.iri) in leads]
    areas.sort(key=lambda entity: AREA_KINDS.index(entity.kind))
    return (*areas, *(heads or people)[:NAMED_PEOPLE])


@contextmanager
def _seeded() -> Iterator[None]:
    """igraph draws from one generator for the whole process: ours while it is used, Python's own again after it."""
    import igraph as ig

    ig.set_random_number_generator(random.Random(SEED))
    try:
        yield
    finally:
        ig.set_random_number_generator(random)
