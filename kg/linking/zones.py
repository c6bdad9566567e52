"""The name by which a development zone or village is one under all its names: 廊坊经开区, 廊坊经济技术开发区."""

from __future__ import annotations

import re
from functools import cache

from kg.gazetteer.divisions import Division, coded
from kg.gazetteer.divisions import load as load_gazetteer
from kg.lexicons import alternation, load
from kg.linking.identifiers import identifier, plain
from kg.mentions.mention import Area

LEAST_LEFT = 3  # characters that must be left when the area before them is taken off


def area_id(area: Area) -> str:
    """area/371426 for a division with a code; a hash of parent and name for zones, villages and what has no code."""
    if area.code is not None and coded(area.code):
        return f"area/{area.code}"
    return identifier("area", area.parent or "", zone_form(area))


def zone_form(area: Area) -> str:
    """The name of a zone or village without the areas that it lies in, its ending short.

    >>> zone_form(Area("廊坊经济技术开发区", "zone", None, "131000")), zone_form(Area("经开区", "zone", None, "131000"))
    ('经开区', '经开区')
    """
    name = plain(area.name)
    if area.parent is not None:
        gazetteer = load_gazetteer()
        parent = gazetteer.by_code(area.parent)
        for division in (*reversed(gazetteer.ancestors(parent)), parent):
            name = without(name, names_of(division), LEAST_LEFT)
    words: dict[str, str] = load("linking")["zone_words"]  # type: ignore[assignment]
    name = re.sub(alternation(words), lambda match: words[match[0]], name)
    return re.sub(r"^国家级?(?=.{3})", "", name)


@cache
def names_of(division: Division) -> tuple[str, ...]:
    """The full name and the short forms of a division, longest first."""
    return tuple(sorted({division.name, *load_gazetteer().short_forms(division)}, key=lambda n: (-len(n), n)))


def without(name: str, heads: tuple[str, ...], least: int) -> str:
    """`name` without the first of `heads` that it begins with, if at least `least` characters are left."""
    head = next((head for head in heads if name.startswith(head) and len(name) - len(head) >= least), "")
    return name[len(head) :]
