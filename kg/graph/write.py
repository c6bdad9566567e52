"""Writing Turtle: sorted, with fixed prefixes, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import RdfFormat, Triple, serialize

from kg.graph.vocabulary import DEFAULT_BASE, PREFIXES


def turtle(triples: Iterable[Triple], base: str = DEFAULT_BASE) -> bytes:
    """The triples as Turtle, sorted and without repetitions, so that equal graphs give equal bytes."""

    def place(triple: Triple) -> tuple[str, str, str]:
        return triple.subject.value, triple.predicate.value, str(triple.object)  # type: ignore[union-attr]

    ordered = sorted({*triples}, key=place)
    return serialize(ordered, format=RdfFormat.TURTLE, prefixes={"id": base, **PREFIXES})  # type: ignore[return-value]


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a kill at any moment leaves the old one or the new one, never a part of one."""
    with writing_whole(path) as file:
        file.write(content)


@contextmanager
def writing_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write to bit by bit, which is there as a whole when the block ends, and not at all if it fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        with unfinished.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:  # a full disk, Ctrl-C: the part that was written goes, whatever stopped it goes on
        unfinished.unlink(missing_ok=True)
        raise
