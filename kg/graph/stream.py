"""The Turtle of a world without holding its triples: written subject by subject, the bytes those of `write.turtle`.

Entities and statements come in order of their ids, so the graph is written as it is made. Evidence comes by statement
and is written by claim, segment and selector: the Turtle of each subject is made at once and sorted, on the disk where
it is much.
"""

from __future__ import annotations

from itertools import groupby, islice, takewhile
from operator import attrgetter, itemgetter
from typing import BinaryIO

from pyoxigraph import RdfFormat, serialize

from kg.graph.triples import TripleMaker
from kg.graph.write import place, prefixes
from kg.sorting import SortedRows

AT_ONCE = 1000  # statements or articles whose Turtle is made in one call
END = " .\n"  # of a subject; a line break in a literal is escaped
subject_of = attrgetter("subject.value")


def write_graph(maker: TripleMaker, out: BinaryIO) -> None:
    """Write the entities and published statements. Raises OSError if `out` does."""
    ordered = (triple for own in maker.by_subject() for triple in sorted({*own}, key=place))
    serialize(ordered, output=out, format=RdfFormat.TURTLE, prefixes=prefixes(maker.base))


def write_evidence(maker: TripleMaker, out: BinaryIO) -> None:
    """Write the claims, their segments, and the articles. Raises OSError if `out` does."""
    blocks = SortedRows()
    header, parts = "", maker.said()
    while some := list(islice(parts, AT_ONCE)):
        ordered = sorted({triple for part in some for triple in part}, key=place)
        text = serialize(ordered, format=RdfFormat.TURTLE, prefixes=prefixes(maker.base)).decode()  # type: ignore[union-attr]
        header = "".join(takewhile(lambda line: line.startswith("@prefix "), text.splitlines(keepends=True)))
        start = len(header)
        for iri, _ in groupby(ordered, key=subject_of):
            end = text.index(END, start) + len(END)
            blocks.add((iri, text[start:end]))
            start = end
    out.write(header.encode())
    for iri, own in groupby(blocks, key=itemgetter(0)):
        said = {text for _, text in own}  # the same selector, where two statements have one quote
        if len(said) > 1:
            raise AssertionError(f"two segments have one IRI and say different things: {iri}")
        out.write(said.pop().encode())
