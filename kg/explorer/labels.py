"""Labels on the canvas: a name in two lines, the size of its print, the room that a sign and its label take."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from kg.analysis.entities import Entity
from kg.analysis.one_line import one_line
from kg.explorer.appearance import Appearance
from kg.explorer.layout import Box

LINE_WIDTH, LINES = 16, 2
"""A label's size on the canvas: columns a line (a Chinese character takes two) and lines."""

HANGING = frozenset(")]}）】》〉」』”’、，。：；！？…·")
"""Characters that no line begins with."""

MARGIN = 9
"""Free space round a node and its label."""


def label_box(entity: Entity, look: Appearance) -> Box:
    """The room that a sign and the label below it take on the canvas."""
    kind, lines = look.kinds[entity.kind], short_label(entity.label).split("\n")
    print_height = print_size(kind)
    width = max(max(map(display_width, lines)) * print_height / 2, 2 * kind["size"])
    return (width + 2 * MARGIN, 2 * kind["size"] + (0.4 + 1.2 * len(lines)) * print_height + 2 * MARGIN)


def short_label(name: str) -> str:
    """`name` as the canvas shows it: two lines at most, one kind of space, nothing that turns the writing round.

    >>> short_label("泰鼎新材料30万吨白卡纸项目")
    '泰鼎新材料30万\\n吨白卡纸项目'
    """
    text = one_line(name[: 4 * LINE_WIDTH * LINES]) or "?"
    needed = -(-display_width(text) // LINE_WIDTH)
    widest = LINE_WIDTH if needed > LINES else -(-display_width(text) // needed) + 1
    lines, line = [], ""
    for character in text:
        wide = display_width(line)
        if wide + display_width(character) > widest and (character not in HANGING or wide > widest):
            lines.append(line)
            line = ""
        line += character
    lines.append(line)
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], lines[LINES - 1][:-1] + "…"]
    return "\n".join(line.strip() for line in lines)


def print_size(kind: Mapping[str, Any]) -> int:
    """The size of a kind's print on the canvas: areas stand out when the whole is seen from afar."""
    return max(13, round(1.1 * kind["size"]))


def display_width(text: str) -> int:
    """Columns that `text` takes where a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
