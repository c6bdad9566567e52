"""Which areas an entity belongs to: what the filter "this area and all below it" keeps.

Belonging flows along the relations as the appearance says: a project belongs where its host is, a body to its
jurisdiction, a post where its body is, who holds it where the post is. It never flows through people, companies or
policies to what else they have to do with, since those reach far beyond one county.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from kg.analysis.namespaces import AREA_KINDS
from kg.explorer.appearance import Appearance
from kg.explorer.contents import Contents


def area_parents(contents: Contents) -> dict[str, str]:
    """Area → the area it lies in, "" for one that lies in none; a circle in the graph is cut."""
    kinds = {node.id: node.entity.kind for node in contents.nodes}
    above: dict[str, str] = {node: "" for node, kind in kinds.items() if kind in AREA_KINDS}
    for edge in contents.edges:
        if edge.relation != "containedInPlace" or edge.subject not in above or edge.object not in above:
            continue
        walk = edge.object
        while walk and walk != edge.subject:
            walk = above[walk]
        if not above[edge.subject] and not walk:
            above[edge.subject] = edge.object
    return above


def homes(contents: Contents, look: Appearance) -> dict[str, tuple[str, ...]]:
    """Entity → the areas it belongs to, in the order of the nodes; areas and what belongs nowhere are left out."""
    kinds = {node.id: node.entity.kind for node in contents.nodes}
    side = {name: entry["belongs"] for name, entry in {**look.relations, **look.structure}.items()}
    below: defaultdict[str, list[str]] = defaultdict(list)
    for edge in contents.edges:
        if side[edge.relation] == "object":
            below[edge.subject].append(edge.object)
        elif side[edge.relation] == "subject":
            below[edge.object].append(edge.subject)
    found: dict[str, list[str]] = {node.id: [] for node in contents.nodes}
    for area in (node.id for node in contents.nodes if node.entity.kind in AREA_KINDS):
        seen, waiting = {area}, [area]
        while waiting:
            for node in below.get(waiting.pop(), ()):
                if node not in seen and kinds[node] not in AREA_KINDS:
                    seen.add(node)
                    found[node].append(area)
                    waiting.append(node)
    return {node: tuple(areas) for node, areas in found.items() if areas}


def scopes(parents: Mapping[str, str], belonging: Mapping[str, tuple[str, ...]]) -> dict[str, set[str]]:
    """Area → itself, all areas below it and all that belongs to one of them."""
    found: dict[str, set[str]] = {area: {area} for area in parents}
    for node, areas in [*((area, (area,)) for area in parents), *belonging.items()]:
        for area in areas:
            while area:
                found[area].add(node)
                area = parents[area]
    return found
