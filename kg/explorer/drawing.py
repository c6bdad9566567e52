"""Which entities are drawn at first, and where every entity lies."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from kg.analysis.namespaces import AREA_KINDS
from kg.explorer.appearance import Appearance
from kg.explorer.contents import Contents, degrees
from kg.explorer.layout import Point, packed_positions, spanning_forest

DRAWN_AT_START = 240
"""Nodes drawn at first. More than some hundreds of labels nobody reads, and vis-network slows down with them."""

DETAILS = ("post", "amount", "target", "indicator")
"""Kinds that are drawn at first only where there is room after all others."""

LINE_WIDTH, LINES = 16, 2
"""A label's size on the canvas: columns a line (a Chinese character takes two) and lines."""

MARGIN = 7
"""Free space round a node and its label."""

WIDER = 1.4
"""Positions are drawn out sideways: labels are wider than high, and so are screens."""

_UNDRAWABLE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]+")


def start_nodes(contents: Contents, most: int = DRAWN_AT_START) -> tuple[str, ...]:
    """The node ids drawn at first, at most `most`, in the order of the nodes: everything where there is room.

    Else the entities with the most edges, each with what it has an edge to (but no details) and the areas above; so a
    reader sees some counties whole, not every county in part.
    """
    if len(contents.nodes) <= most:
        return tuple(node.id for node in contents.nodes)
    degree, parents = degrees(contents), area_parents(contents)
    shown = {node.id: node.entity for node in contents.nodes if node.entity.kind not in DETAILS}
    neighbours: dict[str, set[str]] = {node: set() for node in shown}
    for edge in contents.edges:
        if edge.claims and edge.subject in shown and edge.object in shown:
            neighbours[edge.subject].add(edge.object)
            neighbours[edge.object].add(edge.subject)

    def prominence(node: str) -> tuple:
        return (-degree[node], shown[node].label, shown[node].iri)

    chosen: dict[str, None] = {}
    for hub in sorted((node for node in shown if neighbours[node]), key=prominence):
        for node in (hub, *sorted(neighbours[hub], key=prominence)):
            line = [node]
            while above := parents.get(line[-1], ""):
                line.append(above)
            if len(chosen) + sum(step not in chosen for step in line) <= most:
                chosen.update(dict.fromkeys(line))
    return tuple(node.id for node in contents.nodes if node.id in chosen)


def positions(contents: Contents, look: Appearance, drawn: Iterable[str] | None = None) -> dict[str, Point]:
    """Where the nodes in `drawn` (all, if not given) lie on the canvas."""
    kept = {node.id for node in contents.nodes} if drawn is None else set(drawn)
    nodes = {node.id: node.entity for node in contents.nodes if node.id in kept}
    neighbours: dict[str, list[str]] = {iri: [] for iri in nodes}
    for edge in contents.edges:
        if edge.subject in nodes and edge.object in nodes:
            neighbours[edge.subject].append(edge.object)
            neighbours[edge.object].append(edge.subject)
    degree = degrees(contents)
    depth = {kind: -rank for rank, kind in enumerate(AREA_KINDS)}

    def order(node: str) -> tuple:
        entity = nodes[node]
        return (depth.get(entity.kind, 1), -degree[node], entity.label, entity.iri)

    labels = {node: short_label(entity.label).split("\n") for node, entity in nodes.items()}

    def label_height(node: str) -> float:
        return (0.5 + 1.2 * len(labels[node])) * print_size(look.kinds[nodes[node].kind])

    def room(node: str) -> float:
        kind = look.kinds[nodes[node].kind]
        wide = max(map(display_width, labels[node])) * print_size(kind) / 2 / WIDER
        return max(wide, 2 * kind["size"] + label_height(node)) / 2 + MARGIN

    parents = {area: above if above in nodes else "" for area, above in area_parents(contents).items() if area in nodes}
    packed = packed_positions(spanning_forest(parents, neighbours, order), room)
    # The label hangs below the sign: the sign goes up, so that both together stand in the middle of their disc.
    return {node: (round(WIDER * x), round(y - label_height(node) / 2)) for node, (x, y) in packed.items()}


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


def short_label(name: str) -> str:
    """`name` as the canvas shows it: two lines at most, one kind of space, nothing that turns the writing round.

    >>> short_label("泰鼎新材料30万吨白卡纸项目")
    '泰鼎新材料30万\\n吨白卡纸项目'
    """
    text = _UNDRAWABLE.sub(" ", name[: 4 * LINE_WIDTH * LINES]).strip() or "?"
    needed = -(-display_width(text) // LINE_WIDTH)
    widest = LINE_WIDTH if needed > LINES else -(-display_width(text) // needed) + 1
    lines, line = [], ""
    for character in text:
        if display_width(line + character) > widest:
            lines.append(line)
            line = ""
        line += character
    lines.append(line)
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], lines[LINES - 1][:-1] + "…"]
    return "\n".join(line.strip() for line in lines)


def print_size(kind: Mapping[str, Any]) -> int:
    """The size of a kind's print on the canvas: areas stand out when the whole is seen from afar."""
    return max(12, round(1.4 * kind["size"]))


def display_width(text: str) -> int:
    """Columns that `text` takes where a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
