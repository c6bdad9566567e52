"""What the drawings of the page hold, and where it lies: the start, and one for each area with all below it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.analysis.entities import Entity
from kg.explorer.appearance import Appearance
from kg.explorer.areas import area_parents, homes, scopes
from kg.explorer.contents import Contents, degrees
from kg.explorer.labels import MARGIN, label_box
from kg.explorer.layout import Point, arranged

DRAWN_AT_START = 72
"""Nodes of a drawing. On a window of 1400 × 900 the print of this many is about 9 px high; of 240 it was 6 px."""

EACH_HUB = 9
"""Neighbours that a hub brings along before the next hub has its turn."""

DETAILS = ("post", "amount", "body", "target")
"""Kinds that are drawn only where there is room after all others."""

FIRST_KINDS = ("official", "project", "park", "meeting", "policy", "company", "batch")
"""Kinds that a hub brings along, in turn: one of each, then the second of each."""

FEWEST = 2
"""Entities that an area needs, itself among them, for a drawing of its own."""


@dataclass(frozen=True, slots=True)
class Views:
    """The drawings: area's node id ("" for the start) → node id → place of its sign."""

    places: Mapping[str, Mapping[str, Point]]
    parents: Mapping[str, str]
    homes: Mapping[str, tuple[str, ...]]


def drawn_views(contents: Contents, look: Appearance, most: int = DRAWN_AT_START) -> Views:
    """The start, and a drawing for each area that holds anything, each of at most `most` nodes.

    Everything is drawn where there is room. Else the entities with the most edges, each with some of what it has an
    edge to and the areas above it; so a reader sees some counties whole, not every county in part.
    """
    parents, belonging = area_parents(contents), homes(contents, look)
    sketch = _Sketch.of(contents, parents)
    entities, edges = sketch.entities, sketch.neighbours
    places = {"": _places(look, entities, edges, sketch.chosen(entities, most))}
    for area, scope in scopes(parents, belonging).items():
        if len(scope) >= FEWEST:
            places[area] = _places(look, entities, edges, sketch.chosen(scope, most, area))
    return Views(places, parents, belonging)


@dataclass(frozen=True, slots=True)
class _Sketch:
    """What choosing asks again and again."""

    entities: Mapping[str, Entity]
    neighbours: Mapping[str, tuple[str, ...]]
    degree: Counter[str]
    parents: Mapping[str, str]

    @staticmethod
    def of(contents: Contents, parents: Mapping[str, str]) -> _Sketch:
        neighbours: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for edge in contents.edges:
            neighbours[edge.subject][edge.object] = None
            neighbours[edge.object][edge.subject] = None
        return _Sketch(
            {node.id: node.entity for node in contents.nodes},
            {node: tuple(others) for node, others in neighbours.items()},
            degrees(contents),
            parents,
        )

    def prominence(self, node: str) -> tuple[int, str, str]:
        entity = self.entities[node]
        return (-self.degree[node], entity.label, entity.iri)

    def chosen(self, within: Iterable[str], most: int, root: str = "") -> tuple[str, ...]:
        """At most `most` of the nodes `within`, in the order of the nodes; `root` (an area) is among them."""
        scope = set(within)
        if len(scope) > most:
            scope = set(self._hubs(scope, most, root))
        return tuple(node for node in sorted(scope, key=lambda node: (len(node), node)))

    def _hubs(self, scope: set[str], most: int, root: str) -> Iterable[str]:
        shown = {node for node in scope if self.entities[node].kind not in DETAILS}
        chosen: dict[str, None] = {root: None} if root else {}
        hubs = sorted((n for n in shown if any(o in shown for o in self.neighbours.get(n, ()))), key=self.prominence)
        for hub in (root, *hubs) if root else hubs:
            beside = (n for n in self.neighbours.get(hub, ()) if n in shown and self.parents.get(n) != hub)
            for node in (hub, *list(self._in_turn(beside))[:EACH_HUB]):
                line = [node]
                while (above := self.parents.get(line[-1], "")) and above in scope:
                    line.append(above)
                if len(chosen) + sum(step not in chosen for step in line) <= most:
                    chosen.update(dict.fromkeys(line))
        for node in sorted(scope - chosen.keys(), key=self.prominence):
            if len(chosen) < most and any(other in chosen for other in self.neighbours.get(node, ())):
                chosen[node] = None
        return chosen

    def _in_turn(self, nodes: Iterable[str]) -> Iterator[str]:
        """`nodes` by kind in turn: the first of each kind, then the second of each."""
        turn: Counter[str] = Counter()
        ordered = []
        for node in sorted(nodes, key=self.prominence):
            kind = self.entities[node].kind
            rank = FIRST_KINDS.index(kind) if kind in FIRST_KINDS else len(FIRST_KINDS)
            turn[kind] += 1
            ordered.append((turn[kind], rank, len(ordered), node))
        return (node for *_, node in sorted(ordered))


def _places(
    look: Appearance, entities: Mapping[str, Entity], neighbours: Mapping[str, tuple[str, ...]], drawn: tuple[str, ...]
) -> dict[str, Point]:
    boxes = {node: label_box(entities[node], look) for node in drawn}
    middles = arranged(boxes, [(node, other) for node in drawn for other in neighbours.get(node, ())])
    # vis-network places the sign; the label hangs below it.
    return {
        node: (x, round(y - boxes[node][1] / 2 + MARGIN + look.kinds[entities[node].kind]["size"]))
        for node, (x, y) in middles.items()
    }
