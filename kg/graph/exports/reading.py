"""The triples of a build's folder, in order, as often as wanted, without holding them all."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from itertools import groupby, pairwise
from pathlib import Path
from typing import Literal as OneOf
from typing import NamedTuple, TypeVar

import pyoxigraph as ox

from kg.graph.base import base_of

T = TypeVar("T")
Part = OneOf["graph", "evidence", "all"]
FILES: dict[str, str] = {"graph": "graph.ttl", "evidence": "evidence.ttl"}


class BuildUnreadable(ValueError):
    """A folder that holds no build, or a broken one; the message says how to mend it."""


Value = ox.NamedNode | ox.Literal


class Described(NamedTuple):
    """A subject with its statements: (predicate, object), each once."""

    iri: str
    statements: tuple[tuple[str, Value], ...]

    def all(self, predicate: str) -> list[str]:
        """The texts of all objects under `predicate`, in order."""
        return [value.value for name, value in self.statements if name == predicate]

    def first(self, predicate: str) -> str:
        """The text of the first object under `predicate`, "" if there is none."""
        return next((value.value for name, value in self.statements if name == predicate), "")


class Build:
    """The Turtle files of a build. Files that are not in order (edited, joined by hand) are sorted in memory.

    Raises BuildUnreadable where a file is missing or no Turtle.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._sorted: dict[str, list[ox.Triple] | None] = {}

    @property
    def base(self) -> str:
        """What the IRIs of the build's entities begin with: the prefix `id` of its Turtle."""
        return self._reading("graph", base_of)

    def parts(self, part: Part) -> tuple[str, ...]:
        """The names of the files that make up `part`."""
        return ("graph", "evidence") if part == "all" else (part,)

    def triples(self, part: Part = "all") -> Iterator[ox.Triple]:
        """The triples of `part` by subject; those of a subject as they stand in the file, which a build sorts."""
        streams = [self._file(name) for name in self.parts(part)]
        return streams[0] if len(streams) == 1 else heapq.merge(*streams, key=_subject)

    def subjects(self, part: Part = "all") -> Iterator[Described]:
        """The triples of `part`, subject by subject."""
        for iri, triples in groupby(self.triples(part), key=_subject):
            yield Described(iri, tuple(dict.fromkeys((triple.predicate.value, triple.object) for triple in triples)))

    def _file(self, name: str) -> Iterator[ox.Triple]:
        if name not in self._sorted:
            self._sorted[name] = None if self._is_in_order(name) else sorted(set(self._stream(name)), key=_place)
        kept = self._sorted[name]
        return self._stream(name) if kept is None else iter(kept)

    def _is_in_order(self, name: str) -> bool:
        return all(before <= after for before, after in pairwise(map(_subject, self._stream(name))))

    def _stream(self, name: str) -> Iterator[ox.Triple]:
        path = self.folder / FILES[name]
        parser = self._parse(name)
        try:
            for quad in parser:
                if type(quad.subject) is ox.BlankNode or type(quad.object) is ox.BlankNode:
                    raise BuildUnreadable(f"{path}: holds blank nodes, as no build does. Build again: kg build SOURCES")
                yield quad.triple
        except SyntaxError as error:
            raise BuildUnreadable(f"{path}: no valid Turtle ({error}). Build again: kg build SOURCES") from error

    def _parse(self, name: str) -> ox.QuadParser:
        return self._reading(name, lambda path: ox.parse(path=path, format=ox.RdfFormat.TURTLE))

    def _reading(self, name: str, read: Callable[[Path], T]) -> T:
        path = self.folder / FILES[name]
        try:
            return read(path)
        except SyntaxError as error:
            raise BuildUnreadable(f"{path}: no valid Turtle ({error}). Build again: kg build SOURCES") from error
        except OSError as error:
            raise BuildUnreadable(
                f"{path}: cannot be read ({error.strerror or error}). "
                f"Name the folder of a build with -g, or build: kg build SOURCES -o {self.folder}"
            ) from error


def _subject(triple: ox.Triple) -> str:
    return triple.subject.value


def _place(triple: ox.Triple) -> tuple[str, str, str]:
    return triple.subject.value, triple.predicate.value, str(triple.object)
