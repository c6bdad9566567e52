"""How the explorer shows kinds, relations and facts, and its words in Chinese and English: `appearance.json`, checked.

The file is data: a new kind, relation or fact is a line there. Its schema is this module; an unknown or missing key
stops the loading with the place named.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

SHAPES = frozenset({"dot", "square", "diamond", "triangle", "triangleDown", "star", "hexagon"})
SIDES = frozenset({"subject", "object", "neither"})
"""Of a relation: the end that belongs to the area to which the other end belongs."""
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_ENTRIES: dict[str, dict[str, type]] = {
    "kinds": {"zh": str, "en": str, "colour": str, "line": str, "shape": str, "size": int},
    "relations": {
        "predicate": str,
        "belongs": str,
        "zh": str,
        "en": str,
        "inverse_zh": str,
        "inverse_en": str,
        "colour": str,
    },
    "structure": {"predicate": str, "belongs": str, "zh": str, "en": str, "inverse_zh": str, "inverse_en": str},
    "facts": {"predicate": str, "zh": str, "en": str},
    "modalities": {"zh": str, "en": str},
    "words": {"zh": str, "en": str},
}


class AppearanceError(ValueError):
    """The appearance file is not as its schema says."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """The checked contents of the file, section by section, in the file's order."""

    kinds: Mapping[str, Mapping[str, Any]]
    relations: Mapping[str, Mapping[str, Any]]
    structure: Mapping[str, Mapping[str, Any]]
    facts: Mapping[str, Mapping[str, Any]]
    modalities: Mapping[str, Mapping[str, Any]]
    words: Mapping[str, Mapping[str, Any]]


def parse_appearance(text: str) -> Appearance:
    """The appearance that the JSON `text` describes; AppearanceError names the first entry that is wrong."""
    sections = json.loads(text)
    if set(sections) != set(_ENTRIES):
        raise AppearanceError(f"sections must be {sorted(_ENTRIES)}, not {sorted(sections)}")
    for section, schema in _ENTRIES.items():
        if not sections[section]:
            raise AppearanceError(f"{section}: is empty; it needs at least one entry")
        for name, entry in sections[section].items():
            _check(f"{section}.{name}", entry, schema)
    return Appearance(**{section: MappingProxyType(entries) for section, entries in sections.items()})


@cache
def appearance() -> Appearance:
    """The appearance that comes with the package."""
    return parse_appearance(files("kg.explorer").joinpath("appearance.json").read_text(encoding="utf-8"))


def _check(place: str, entry: Mapping[str, Any], schema: Mapping[str, type]) -> None:
    if set(entry) != set(schema):
        raise AppearanceError(f"{place}: keys must be {sorted(schema)}, not {sorted(entry)}")
    for key, kind in schema.items():
        if not isinstance(entry[key], kind) or not entry[key]:
            raise AppearanceError(f"{place}.{key}: must be a {kind.__name__} that is not empty, not {entry[key]!r}")
    for key in ("colour", "line"):
        if key in schema and not _COLOUR.fullmatch(entry[key]):
            raise AppearanceError(f"{place}.{key}: must be like #0a1b2c, not {entry[key]!r}")
    if "shape" in schema and entry["shape"] not in SHAPES:
        raise AppearanceError(f"{place}.shape: must be one of {sorted(SHAPES)}, not {entry['shape']!r}")
    if "belongs" in schema and entry["belongs"] not in SIDES:
        raise AppearanceError(f"{place}.belongs: must be one of {sorted(SIDES)}, not {entry['belongs']!r}")
