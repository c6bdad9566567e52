"""Townships of the division table (甲县乙镇, 丙街道), found by the county before them or the article's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.gazetteer.divisions import Division, Gazetteer, only
from kg.mentions import triggers
from kg.mentions.area_names import area_of
from kg.mentions.mention import AreaMention

TOWNSHIP = re.compile(r"(?:街道|镇|乡|苏木)")
LONG_NAME = 4  # characters of a township's name before 街道 or 镇 from which it is hardly another's too
OF_TOWNSHIP = re.compile("党|办事处|纪|人大")


def with_townships(
    text: str, start: int, end: int, found: list[AreaMention], near: Sequence[Division], gazetteer: Gazetteer
) -> list[AreaMention]:
    """`found`, the areas of a sentence in order, with the townships of the table added: those of the county just
    named, else of the divisions `near`."""
    matches = list(triggers.finditer("townships", TOWNSHIP, text, start, end))
    if not matches:
        return found
    out = list(found)
    for match in matches:
        before = [m for m in found if m.end <= match.start() and m.area.code]
        adjacent = next((m for m in before if m.end >= match.start() - 6), None)
        circles = [gazetteer.by_code(m.area.code) for m in reversed(before) if m.area.code]
        circles += near
        for length in (2, 3, 4, 1, 5, 6):
            left = match.start() - length
            if left < start:
                continue
            name = text[left : match.end()]
            if not gazetteer.is_name(name):
                continue
            township = next((t for c in circles if (t := gazetteer.township(name, c))), None)
            if township is None and length >= LONG_NAME and OF_TOWNSHIP.match(text, match.end()):
                township = only(gazetteer.named(name))  # 曹杨新村街道党工委: one in the country
            if township is None:
                continue
            if adjacent is not None and adjacent.end == left:
                left = adjacent.start
                out = [m for m in out if m is not adjacent]
            out = [m for m in out if m.end <= left or m.start >= match.end()]
            out.append(AreaMention(left, match.end(), text[left : match.end()], area_of(township)))
            break
    out.sort(key=lambda m: m.start)
    return out
