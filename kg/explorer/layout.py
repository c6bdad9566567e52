"""Positions for the drawn entities: circles packed round the entity that they belong to.

A force layout of such a graph is a tangle. Here every entity belongs to the one through which it is best reached
(projects, leaders and meetings to their area, areas to the area above, amounts to their project), and each sits in
the middle of a disc that holds what belongs to it: counties lie in their prefecture as on a map, edges stay short.
The packing is the front chain of Wang, Wang, Dai and Wang (CHI 2006), which d3 also uses. The same forest gives the
same positions: nothing is random and nothing depends on the order of the input.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle with its centre and radius."""

    x: float
    y: float
    r: float


def spanning_forest(
    parents: Mapping[str, str], neighbours: Mapping[str, Iterable[str]], order: Callable[[str], tuple]
) -> dict[str, tuple[str, ...]]:
    """Entity → what belongs to it, over everything in `neighbours`; "" holds the tops of the trees.

    `parents` says it for the areas ("" for a top). The rest grows in breadth from all of them at once, the first by
    `order` first; what none of them reaches grows from its own first.

    >>> spanning_forest({"市": "", "县": "市"},
    ...     {"市": [], "县": ["项目"], "项目": ["县", "金额"], "金额": ["项目"], "会议": []}, lambda n: (n,))
    {'': ('市', '会议'), '市': ('县',), '县': ('项目',), '项目': ('金额',)}
    """
    children: dict[str, list[str]] = {"": []}
    seen = set(parents)
    for child in sorted(parents, key=order):
        children.setdefault(parents[child], []).append(child)

    def grow(wave: list[str]) -> None:
        while wave:
            following = []
            for parent in wave:
                found = sorted((n for n in set(neighbours.get(parent, ())) if n not in seen), key=order)
                if found:
                    seen.update(found)
                    children.setdefault(parent, []).extend(found)
                    following += found
            wave = following

    grow(sorted(parents, key=order))
    for rest in sorted((n for n in neighbours if n not in seen), key=order):
        if rest not in seen:
            seen.add(rest)
            children[""].append(rest)
            grow([rest])
    return {parent: tuple(found) for parent, found in children.items()}


def packed_positions(children: Mapping[str, Sequence[str]], radius: Callable[[str], float]) -> dict[str, Point]:
    """Entity → its place, rounded to whole units, the whole centred on the origin.

    `children` is a forest as `spanning_forest` makes it; `radius` the room that an entity needs for itself and its
    label.
    """
    positions: dict[str, Point] = {}
    discs: dict[str, tuple[tuple[str, Disc], ...]] = {}
    sizes: dict[str, float] = {}
    for entity in _children_first(children):
        below = sorted(children.get(entity, ()), key=lambda child: (-sizes[child], child))
        own = [radius(entity)] if entity else []
        packed = pack([*own, *(sizes[child] for child in below)])
        around = enclosing(packed)
        shift = (around.x, around.y)
        placed = [Disc(d.x - shift[0], d.y - shift[1], d.r) for d in packed]
        names = ([entity] if entity else []) + below
        discs[entity] = tuple(zip(names, placed, strict=True))
        sizes[entity] = around.r
    waiting: list[tuple[str, float, float]] = [("", 0.0, 0.0)]
    while waiting:
        entity, x, y = waiting.pop()
        for name, disc in discs[entity]:
            if name == entity:
                positions[name] = (round(x + disc.x), round(y + disc.y))
            else:
                waiting.append((name, x + disc.x, y + disc.y))
    return positions


def pack(radii: Sequence[float]) -> list[Disc]:
    """Discs of these radii, none overlapping, the first in the middle, each as near to it as the ones before allow."""
    discs = [Disc(0.0, 0.0, r) for r in radii[:1]]
    if len(radii) > 1:
        discs.append(Disc(radii[0] + radii[1], 0.0, radii[1]))
    if len(radii) > 2:
        discs.append(_tangent(discs[1], discs[0], radii[2]))
    after, before = {0: 1, 1: 2, 2: 0}, {1: 0, 2: 1, 0: 2}
    a, b = 0, 1
    for new in range(3, len(radii)):
        disc = _tangent(discs[a], discs[b], radii[new])
        while (clash := _first_clash(discs, after, before, (a, b), disc)) is not None:
            hit, is_ahead = clash
            a, b = (a, hit) if is_ahead else (hit, b)
            after[a], before[b] = b, a
            disc = _tangent(discs[a], discs[b], radii[new])
        discs.append(disc)
        after[a], before[new], after[new], before[b] = new, a, b, new
        a, b = _nearest_pair(discs, after, new)
    return discs


def enclosing(discs: Sequence[Disc]) -> Disc:
    """A disc round all of `discs`, within some percent of the smallest (Bădoiu and Clarkson's walk to the farthest)."""
    if len(discs) < 2:
        return discs[0] if discs else Disc(0.0, 0.0, 0.0)
    x = (min(d.x - d.r for d in discs) + max(d.x + d.r for d in discs)) / 2
    y = (min(d.y - d.r for d in discs) + max(d.y + d.r for d in discs)) / 2
    reach = lambda d: math.hypot(d.x - x, d.y - y) + d.r  # noqa: E731
    best = (max(map(reach, discs)), x, y)
    for step in range(4, 60):
        far = max(discs, key=reach)
        x, y = x + (far.x - x) / step, y + (far.y - y) / step
        best = min(best, (max(map(reach, discs)), x, y))
    return Disc(best[1], best[2], best[0])


def _tangent(a: Disc, b: Disc, r: float) -> Disc:
    """The disc of radius `r` that touches `a` and `b`, on the outer side of the chain a → b."""
    dx, dy = b.x - a.x, b.y - a.y
    distance = math.hypot(dx, dy)
    dx, dy = dx / distance, dy / distance
    to_a, to_b = a.r + r, b.r + r
    along = (distance * distance + to_a * to_a - to_b * to_b) / (2 * distance)
    off = math.sqrt(max(0.0, to_a * to_a - along * along))
    return Disc(a.x + along * dx + off * dy, a.y + along * dy - off * dx, r)


def _nearest_pair(discs: Sequence[Disc], after: Mapping[int, int], start: int) -> tuple[int, int]:
    """The pair of neighbours in the chain whose touching point lies nearest to the middle."""
    best, shortest, node = start, math.inf, start
    while True:
        a, b = discs[node], discs[after[node]]
        share = a.r + b.r
        distance = math.hypot((a.x * b.r + b.x * a.r) / share, (a.y * b.r + b.y * a.r) / share)
        if distance < shortest - 1e-9:
            best, shortest = node, distance
        node = after[node]
        if node == start:
            return best, after[best]


def _first_clash(
    discs: Sequence[Disc], after: Mapping[int, int], before: Mapping[int, int], gap: tuple[int, int], disc: Disc
) -> tuple[int, bool] | None:
    """The disc of the chain that `disc` overlaps, the nearest to the gap, and whether it lies ahead of the gap."""
    a, b = gap
    ahead, back = after[b], before[a]
    way_ahead, way_back = discs[b].r, discs[a].r
    while True:
        if way_ahead <= way_back:
            if _overlap(discs[ahead], disc):
                return ahead, True
            way_ahead += discs[ahead].r
            ahead = after[ahead]
        else:
            if _overlap(discs[back], disc):
                return back, False
            way_back += discs[back].r
            back = before[back]
        if ahead == after[back]:
            return None


def _overlap(a: Disc, b: Disc) -> bool:
    return math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r - 1e-6


def _children_first(children: Mapping[str, Sequence[str]]) -> list[str]:
    """Every entity after all that belong to it, "" last."""
    ordered, waiting = [], [""]
    while waiting:
        entity = waiting.pop()
        ordered.append(entity)
        waiting.extend(children.get(entity, ()))
    return ordered[::-1]
