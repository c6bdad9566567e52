"""Rows in order, however many: what does not fit into memory is sorted on the disk.

Rows are plain tuples of strings, numbers and tuples. Up to a limit they are sorted where they are; beyond it, runs of
that many go to files that nobody else sees and that end with the process, whatever ends it.
"""

from __future__ import annotations

import heapq
import pickle
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO, Any

HELD = 30_000  # rows in memory: some 50 MB of claims
WRITTEN = 200  # rows of a run that are in memory while runs are merged
MOST_OPEN = 64  # files of one size
Row = tuple[Any, ...]


class SortedRows:
    """Takes rows in any order with `add`, and gives them sorted, as often as wanted. Once read, it takes no more."""

    def __init__(self, held: int = HELD) -> None:
        self._held = held
        self._rows: list[Row] = []
        self._runs: list[list[IO[bytes]]] = []
        self._is_sorted = False

    def add(self, row: Row) -> None:
        """Take in a row. Raises ValueError after the first reading, and OSError if the disk is full."""
        if self._is_sorted:
            raise ValueError("rows were read already")
        self._rows.append(row)
        if len(self._rows) >= self._held:
            self._write()

    @property
    def is_spilled(self) -> bool:
        """Whether there are more rows than are held in memory."""
        return bool(self._runs)

    def _write(self) -> None:
        self._rows.sort()
        self._keep(_written(self._rows), 0)
        self._rows = []

    def _keep(self, run: IO[bytes], level: int) -> None:
        """Keep a run of a level. As many as may be open of one level become one of the next."""
        if level == len(self._runs):
            self._runs.append([])
        self._runs[level].append(run)
        if len(self._runs[level]) == MOST_OPEN:
            whole = _written(heapq.merge(*map(_read, self._runs[level])))
            self._runs[level] = []
            self._keep(whole, level + 1)

    def __iter__(self) -> Iterator[Row]:
        if not self._is_sorted:
            if self._runs and self._rows:
                self._write()
            self._rows.sort()
            self._is_sorted = True
        if not self._runs:
            return iter(self._rows)
        return heapq.merge(*(_read(run) for level in self._runs for run in level))


def _written(rows: Iterable[Row]) -> IO[bytes]:
    """A file of rows, some at a time, which is there as long as somebody reads it."""
    run = tempfile.TemporaryFile()  # noqa: SIM115 - it is read as long as the rows are
    waiting = iter(rows)
    while some := list(islice(waiting, WRITTEN)):
        pickle.dump(some, run, protocol=pickle.HIGHEST_PROTOCOL)
    run.flush()
    return run


def _read(run: IO[bytes]) -> Iterator[Row]:
    """The rows of a run; each reader keeps its own place, so that several can read at a time."""
    place = 0
    while True:
        run.seek(place)
        try:
            rows = pickle.load(run)
        except EOFError:
            return
        place = run.tell()
        yield from rows
