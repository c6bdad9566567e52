"""What the IRIs of a build's entities begin with: the prefix `id` that its Turtle declares."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.graph.vocabulary import DEFAULT_BASE


def base_of(file: Path) -> str:
    """The base of a Turtle file; that of the package where it declares none. Raises OSError, SyntaxError."""
    parser = ox.parse(path=file, format=ox.RdfFormat.TURTLE)
    next(parser, None)  # the prefixes stand before the first triple
    return parser.prefixes.get("id", DEFAULT_BASE)
