"""The ontology and what is stated, in one OWL file (as Turtle), for Protégé and other programs on the OWL API.

`graph.ttl` alone opens there too, but as annotations: without its declaration the OWL API does not know a property
for one, and an ontology that is open beside it does not count. In one file every statement is a fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

import pyoxigraph as ox

from kg.graph.exports.options import Options
from kg.graph.exports.reading import Build
from kg.graph.resources import ontology_text
from kg.graph.vocabulary import PREFIXES


def write_owl(build: Build, options: Options, out: BinaryIO) -> tuple[str, ...]:
    """The triples of the ontology, then those of the part."""
    prefixes = {"id": build.base, **PREFIXES}
    triples = chain(ontology_triples(), build.triples(options.part))
    ox.serialize(triples, output=out, format=ox.RdfFormat.TURTLE, prefixes=prefixes)
    return ()


def ontology_triples() -> Iterator[ox.Triple]:
    """The ontology's triples in its order, its blank nodes numbered: a parser names them anew each time."""
    names: dict[ox.BlankNode, ox.BlankNode] = {}
    for quad in ox.parse(ontology_text(), format=ox.RdfFormat.TURTLE):
        ends = [
            names.setdefault(end, ox.BlankNode(f"b{len(names)}")) if isinstance(end, ox.BlankNode) else end
            for end in (quad.subject, quad.object)
        ]
        yield ox.Triple(ends[0], quad.predicate, ends[1])
