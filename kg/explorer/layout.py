"""Where drawn things lie: a layout library's positions, with labels moved apart and parts set side by side.

igraph's Kamada-Kawai lays out each connected part, so that the way between two things on the canvas follows the way
between them in the graph. It knows points alone, so boxes that cover each other are then moved apart. The parts are
placed side by side by rectangle-packer. Nothing is random: the same things give the same places, to a whole unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import igraph
import numpy as np
import rpack

Point = tuple[int, int]
Box = tuple[float, float]
"""Width and height of a sign with its label."""

ASPECT = 1.35
"""Width by height of the canvas that is to be filled: a window less the panel at its side."""

RING_EDGES, EVEN_EDGES = (110.0, 170.0), (75.0, 110.0, 160.0)
"""Mean lengths of an edge before boxes are moved apart, each tried, for the tree in rings and for Kamada-Kawai."""

CROSSED = 1.0
"""What edges through labels cost: a drawing with all edges so counts as twice as large. At 4 the tries that are chosen
print smaller by a third on one of three builds."""

FREE = 560.0
"""Height of a drawing that fits a window without being made smaller: below it, room costs nothing."""

GAP = 24
"""Free space between parts."""

ROUNDS = 600
"""Most rounds of moving boxes apart. 100 boxes need 40 to 250."""

PUSH = 0.5
"""How much farther than needed boxes are moved: without it the last overlaps only shrink."""

LARGER = 1.04
"""How much larger each next window is in which the parts are tried."""


def arranged(boxes: Mapping[str, Box], edges: Iterable[tuple[str, str]], aspect: float = ASPECT) -> dict[str, Point]:
    """Thing → the middle of its box, for everything in `boxes`. No two boxes overlap.

    Edges with an end outside `boxes` count for nothing, several between the same two count once.

    >>> places = arranged({"县": (40, 40), "甲": (60, 30), "乙": (60, 30)}, [("县", "甲"), ("县", "乙")])
    >>> sorted(places)
    ['乙', '县', '甲']
    """
    names = list(boxes)
    at = {name: position for position, name in enumerate(names)}
    ends = {(min(at[s], at[o]), max(at[s], at[o])) for s, o in edges if s in at and o in at and s != o}
    whole = igraph.Graph(n=len(names), edges=sorted(ends))
    sizes = np.array([boxes[name] for name in names], dtype=float).reshape(-1, 2)
    parts = []
    for members in sorted(whole.connected_components(), key=lambda members: (-len(members), members)):
        middles = _part(whole.subgraph(members), sizes[members], aspect)
        corner = (middles - sizes[members] / 2).min(axis=0)
        extent = (middles + sizes[members] / 2).max(axis=0) - corner
        parts.append((members, middles - corner, extent))
    places: dict[str, Point] = {}
    for (members, middles, _), (x, y) in zip(parts, _side_by_side([p[2] for p in parts], aspect), strict=True):
        for member, middle in zip(members, middles, strict=True):
            places[names[member]] = (round(x + middle[0]), round(y + middle[1]))
    return {name: places[name] for name in names}


def _part(part: igraph.Graph, sizes: np.ndarray, aspect: float) -> np.ndarray:
    """Middles of the boxes of a connected part: of five tries the one that is small and has few edges over labels.

    A tree drawn in rings suits stars, Kamada-Kawai from there the rest. Beginning with the rings, 13 and 14 edges ran
    through labels of two builds where they were 26 and 20 from a circle.
    """
    if part.vcount() == 1:
        return np.zeros((1, 2))
    ends = np.array(part.get_edgelist())
    far = part.eccentricity()
    middle = min(range(part.vcount()), key=lambda v: (far[v], -part.degree(v), v))
    rings = part.layout_reingold_tilford_circular(root=[middle])
    even = part.layout_kamada_kawai(seed=rings, maxiter=50 * part.vcount())
    tries = []
    for layout, lengths in ((rings, RING_EDGES), (even, EVEN_EDGES)):
        drawn = np.array(layout.coords) * (aspect, 1.0)  # labels are wider than high, and so are windows
        steps = drawn[ends[:, 0]] - drawn[ends[:, 1]]
        mean = np.hypot(steps[:, 0], steps[:, 1]).mean()
        tries += [apart(drawn * (length / mean), sizes) for length in lengths]
    return min(tries, key=lambda middles: _cost(middles, sizes, ends, aspect))


def _cost(middles: np.ndarray, sizes: np.ndarray, ends: np.ndarray, aspect: float) -> float:
    """How large a drawing is, and more for each edge that runs through the box of something else."""
    width, height = (middles + sizes / 2).max(axis=0) - (middles - sizes / 2).min(axis=0)
    along = np.linspace(0.0, 1.0, 24)[:, None, None]
    points = middles[ends[:, 0]] * (1 - along) + middles[ends[:, 1]] * along  # step × edge × axis
    inside = (np.abs(points[:, :, None, :] - middles) < sizes * 0.4).all(axis=3).any(axis=0)  # edge × box
    inside[np.arange(len(ends)), ends[:, 0]] = inside[np.arange(len(ends)), ends[:, 1]] = False
    return round(max(width / aspect, height, FREE) * (1 + CROSSED * inside.sum() / len(ends)), 3)


def apart(middles: np.ndarray, sizes: np.ndarray, rounds: int = ROUNDS) -> np.ndarray:
    """`middles` moved until no two boxes of `sizes` overlap, each pair along the way on which it overlaps by the
    least share.

    What still overlaps after `rounds` is drawn out as a whole until it does not.
    """
    x, y = middles.astype(float).T.copy()
    count = len(x)
    one, other = np.triu_indices(count, 1)
    wide, high = ((sizes[one] + sizes[other]) / 2).T
    for _ in range(rounds):
        right, down = x[one] - x[other], y[one] - y[other]
        over_x, over_y = wide - np.abs(right), high - np.abs(down)
        hit = np.flatnonzero((over_x > 0) & (over_y > 0))
        if not len(hit):
            return np.stack([x, y], axis=1)
        # By share of the box: by length alone, wide boxes would always give way upwards and pile up to a tower.
        sideways = over_x[hit] * high[hit] < over_y[hit] * wide[hit]
        way = np.where(sideways, right[hit], down[hit])  # things at one place part by their order
        push = np.where(way < 0, -1.0, 1.0) * (np.where(sideways, over_x[hit], over_y[hit]) / 2 + PUSH)
        a, b = one[hit], other[hit]
        crowd = np.sqrt(np.maximum(1, np.bincount(a, minlength=count) + np.bincount(b, minlength=count)))
        for place, shift in ((x, np.where(sideways, push, 0.0)), (y, np.where(sideways, 0.0, push))):
            place += (np.bincount(a, shift, minlength=count) - np.bincount(b, shift, minlength=count)) / crowd
    right, down = np.abs(x[one] - x[other]), np.abs(y[one] - y[other])
    hit = (wide > right) & (high > down)
    needed = np.minimum(wide / np.maximum(right, 1e-3), high / np.maximum(down, 1e-3))
    return np.stack([x, y], axis=1) * (1.01 * needed[hit].max() if hit.any() else 1.0)


def _side_by_side(extents: Sequence[np.ndarray], aspect: float) -> list[tuple[int, int]]:
    """The upper left corner of each part in about the smallest window of `aspect` that holds them all."""
    if not extents:
        return []
    rectangles = [(int(width) + GAP, int(height) + GAP) for width, height in extents]
    high = max(
        max(height for _, height in rectangles),
        max(width for width, _ in rectangles) / aspect,
        (sum(width * height for width, height in rectangles) / aspect) ** 0.5,
    )
    while True:  # ends: a window as high as all parts together holds them in a column
        try:
            return rpack.pack(rectangles, max_width=int(high * aspect) + 1, max_height=int(high) + 1)
        except rpack.PackingImpossibleError:
            high *= LARGER
