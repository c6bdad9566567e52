"""Statements out of the segments that say them: grouped in order, in memory or, where they are many, on the disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from itertools import groupby
from operator import attrgetter, itemgetter

from kg.linking.world import Statement
from kg.sorting import SortedRows
from kg.table.rows import Segment

Key = tuple[str, str, str]
Post = tuple[int, float, str]  # how little a claim says that its post is held, how unsure it is, the post
NO_POST: Post = (9, 0.0, "")  # behind every other
_cells = attrgetter(*(field.name for field in fields(Segment)))
_key = itemgetter(0, 1, 2)


class Statements:
    """Collects what segments say; `grouped` makes statements of it."""

    def __init__(self, rows: SortedRows | None = None) -> None:
        self._rows = SortedRows() if rows is None else rows

    def add(self, key: Key, segment: Segment, post: Post = NO_POST) -> None:
        """Take in that a segment says the statement of a key, and through which post."""
        self._rows.add((*key, post, *_cells(segment)))

    def grouped(self) -> Mapping[Key, Statement]:
        """All statements, by key."""
        if self._rows.is_spilled:
            return OnDisk(self._rows)
        return {(each.subject, each.predicate, each.object): each for each in _statements(self._rows)}


class OnDisk(Mapping[Key, Statement]):
    """Statements in order of their keys, read from the disk again each time; to look one up reads up to it."""

    def __init__(self, rows: SortedRows) -> None:
        self._rows = rows
        self._size: int | None = None

    def __iter__(self) -> Iterator[Key]:
        return (key for key, _ in groupby(self._rows, key=_key))

    def __len__(self) -> int:
        if self._size is None:
            self._size = sum(1 for _ in self)
        return self._size

    def __getitem__(self, key: Key) -> Statement:
        for each in _statements(self._rows):
            if (each.subject, each.predicate, each.object) == key:
                return each
        raise KeyError(key)

    def values(self) -> Iterator[Statement]:  # type: ignore[override]
        return _statements(self._rows)

    def items(self) -> Iterator[tuple[Key, Statement]]:  # type: ignore[override]
        return (((each.subject, each.predicate, each.object), each) for each in _statements(self._rows))


def _statements(rows: SortedRows) -> Iterator[Statement]:
    """The statements in order. The post of each is the least: rows of one key stand in the order of their posts."""
    for key, own in groupby(rows, key=_key):
        statement = Statement(*key)
        for row in own:
            if statement.in_post is None and row[3] != NO_POST:
                statement.in_post = row[3][2]
            statement.segments.add(Segment(*row[4:]))
        yield statement
