"""Turtle, N-Triples, N-Quads and TriG, as pyoxigraph streams them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import pyoxigraph as ox

from kg.graph.exports.options import Options
from kg.graph.exports.reading import Build
from kg.graph.vocabulary import PREFIXES


def write_turtle(build: Build, options: Options, out: BinaryIO) -> tuple[str, ...]:
    """All triples of the part in one Turtle file, with the prefixes of the ontology."""
    prefixes = {"id": build.base, **PREFIXES}
    ox.serialize(build.triples(options.part), output=out, format=ox.RdfFormat.TURTLE, prefixes=prefixes)
    return ()


def write_ntriples(build: Build, options: Options, out: BinaryIO) -> tuple[str, ...]:
    """One triple a line."""
    ox.serialize(build.triples(options.part), output=out, format=ox.RdfFormat.N_TRIPLES)
    return ()


def write_nquads(build: Build, options: Options, out: BinaryIO) -> tuple[str, ...]:
    """One triple a line, each in the named graph of its file: `graph` or `evidence` under the build's base."""
    ox.serialize(quads(build, options), output=out, format=ox.RdfFormat.N_QUADS)
    return ()


def write_trig(build: Build, options: Options, out: BinaryIO) -> tuple[str, ...]:
    """The same two named graphs as TriG."""
    prefixes = {"id": build.base, **PREFIXES}
    ox.serialize(quads(build, options), output=out, format=ox.RdfFormat.TRIG, prefixes=prefixes)
    return ()


def quads(build: Build, options: Options) -> Iterator[ox.Quad]:
    """The triples, graph by graph: what is published apart from what says so."""
    base = build.base
    for name in build.parts(options.part):
        graph = ox.NamedNode(base + name)
        for triple in build.triples(name):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, graph)
