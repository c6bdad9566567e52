"""Edits, and the composer that applies them while it keeps the map of positions.

A fixer is a pure function from a text to edits of that text. `Traced` is a text with, for each of its characters, the
code points of the decoded text it comes from; `Traced.apply` gives the next one, and the repairs in terms of the
decoded text. Cost grows with the number of edits and the length of the text, not with their product.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import ge, itemgetter, lt
from typing import NamedTuple, overload

import numpy as np

from kg.repair.repairs import Batch, Repairs


class Edit(NamedTuple):
    """Replace `text[start:end]` of the text a fixer was given.

    `spans` may say for each character of the replacement which part of that text it comes from. Without it a
    replacement of the same length is taken to map one to one, any other one to come from all of `start:end`.
    """

    start: int
    end: int
    replacement: str
    why: str
    certainty: float = 1.0
    spans: tuple[tuple[int, int], ...] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Edits(Sequence[Edit]):
    """Edits of one text in columns, for fixers that make one for every few characters: an `Edit` is made when it is
    asked for.

    They stand in text order, do not overlap, and each changes something. `put` holds the replacements end to end, of
    these `lengths`; `whys` the reason of each, or one for all; `certainties` and `spans` are None where all are as
    `Edit` has them. `mended` is the text with all of them made.
    """

    starts: np.ndarray
    ends: np.ndarray
    put: str
    lengths: np.ndarray
    whys: str | Sequence[str]
    mended: str
    certainties: Sequence[float] | None = None
    spans: Sequence[tuple[tuple[int, int], ...] | None] | None = None

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Edit: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Edit]: ...
    def __getitem__(self, index: int | slice) -> Edit | Sequence[Edit]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        place = range(len(self))[index]
        first = int(self.lengths[:place].sum())
        return Edit(
            int(self.starts[place]),
            int(self.ends[place]),
            self.put[first : first + int(self.lengths[place])],
            self.whys if isinstance(self.whys, str) else self.whys[place],
            1.0 if self.certainties is None else self.certainties[place],
            None if self.spans is None else self.spans[place],
        )


class OverlappingEdits(ValueError):
    """A fixer asked for two changes of the same place."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A text on its way from `original` to clean; `starts` and `ends` are None while it still is `original`."""

    original: str
    text: str
    starts: np.ndarray | None = None
    ends: np.ndarray | None = None

    @classmethod
    def of(cls, original: str) -> Traced:
        return cls(original, original)

    def apply(self, fixer: str, edits: Iterable[Edit]) -> tuple[Traced, Repairs]:
        """The text with the edits made, and what was done, by position.

        Edits that change nothing are dropped. Raises OverlappingEdits.

        >>> traced, repairs = Traced.of("優(yōu)勢").apply("pinyin", [Edit(1, 6, "", "inline pinyin")])
        >>> traced.text, traced.starts.tolist(), repairs[0].before
        ('優勢', [0, 6], '(yōu)')
        """
        columns = edits if isinstance(edits, Edits) else _columns(fixer, self.text, edits)
        if not columns:
            return self, Repairs()
        firsts, lasts = self._origins(columns.starts, columns.ends)
        done = Batch(
            fixer, self.original, firsts, lasts, columns.put, columns.lengths, columns.whys, columns.certainties
        )
        maps = self._edited_maps(columns, firsts, lasts)
        return Traced(self.original, columns.mended, *maps), Repairs((done,))

    def _origins(self, starts: np.ndarray, ends: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The code points of the decoded text behind each span: where they begin and end; an empty span stands at one
        place.

        Both maps never fall, so the outermost characters decide.
        """
        if self.starts is None or self.ends is None:
            return starts, ends
        if not len(self.starts):
            return np.zeros_like(starts), np.zeros_like(starts)
        inside = np.minimum(starts, len(self.starts) - 1)
        firsts = np.where(starts < len(self.starts), self.starts[inside], self.ends[-1])
        return firsts, np.where(starts < ends, self.ends[ends - 1], firsts)

    def _edited_maps(
        self, edits: Edits, firsts: np.ndarray, lasts: np.ndarray
    ) -> tuple[np.ndarray | None, np.ndarray | None]:
        """The maps of the edited text: what is cut out goes, what is put in comes from its edit's place."""
        cut, put = edits.ends - edits.starts, edits.lengths
        moved = cut != put
        if edits.spans is not None:
            moved |= np.fromiter((spans is not None for spans in edits.spans), bool, len(edits))
        if not moved.any():
            return self.starts, self.ends
        cut, put, begun = cut[moved], put[moved], edits.starts[moved]
        starts, ends = self._maps()
        kept = ~_marked(len(starts), begun, cut)
        if not put.any():
            return starts[kept], ends[kept]
        put_starts, put_ends = np.repeat(firsts[moved], put), np.repeat(lasts[moved], put)
        if edits.spans is not None:
            spans = [spans for spans, moves in zip(edits.spans, moved.tolist(), strict=True) if moves]
            told = np.fromiter((each is not None for each in spans), bool, len(spans))
            places = np.fromiter(chain.from_iterable(chain.from_iterable(filter(None, spans))), np.int64)
            inner = np.repeat(told, put)
            put_starts[inner], put_ends[inner] = self._origins(places[::2], places[1::2])
        moved_to = begun - (np.cumsum(cut) - cut) + (np.cumsum(put) - put)
        fresh = _marked(len(starts) + int(put.sum() - cut.sum()), moved_to, put)
        return _woven(fresh, starts[kept], put_starts), _woven(fresh, ends[kept], put_ends)

    def arrays(self) -> tuple[Sequence[int], Sequence[int]]:
        """The maps of an Article: ranges where nothing moved, else arrays (unsigned 32-bit)."""
        if self.starts is None or self.ends is None:
            return range(len(self.original)), range(1, len(self.original) + 1)
        return _as_array(self.starts), _as_array(self.ends)

    def _maps(self) -> tuple[np.ndarray, np.ndarray]:
        if self.starts is not None and self.ends is not None:
            return self.starts, self.ends
        identity = np.arange(len(self.original) + 1, dtype=np.uint32)
        return identity[:-1], identity[1:]


def _columns(fixer: str, text: str, edits: Iterable[Edit]) -> Edits | None:
    """The edits that change a text, in its order, as columns; None where there are none."""
    changes = [edit for edit in edits if text[edit[0] : edit[1]] != edit[2]]
    if not changes:
        return None
    firsts = [edit[0] for edit in changes]
    if any(map(ge, firsts, firsts[1:])):
        changes.sort(key=itemgetter(0, 1))
    starts, ends, replacements, whys, certainties, spans = zip(*changes, strict=True)
    if any(map(lt, starts[1:], ends)):
        wrong = next(place for place in range(1, len(starts)) if starts[place] < ends[place - 1])
        done = ends[wrong - 1]
        raise OverlappingEdits(f"{fixer}: {changes[wrong]} starts before {done}, where the edit before it ends")
    for edit in changes:
        if edit[5] is not None and len(edit[5]) != len(edit[2]):
            raise ValueError(f"{edit} has {len(edit[5])} spans for {len(edit[2])} characters")
    pieces: list[str] = [""] * (2 * len(changes) + 1)
    pieces[::2] = [text[done:start] for done, start in zip((0, *ends), (*starts, len(text)), strict=True)]
    pieces[1::2] = replacements
    return Edits(
        np.array(starts),
        np.array(ends),
        "".join(replacements),
        np.fromiter(map(len, replacements), np.int64, len(replacements)),
        whys,
        "".join(pieces),
        certainties,
        spans if any(spans) else None,
    )


def _marked(length: int, starts: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Which of so many places lie in spans that do not overlap."""
    marked = np.zeros(length, dtype=bool)
    before = np.cumsum(lengths) - lengths
    marked[np.repeat(starts - before, lengths) + np.arange(int(lengths.sum()))] = True
    return marked


def _woven(put: np.ndarray, kept: np.ndarray, values: np.ndarray) -> np.ndarray:
    """What was kept, with values put in where `put` is true."""
    woven = np.empty(len(put), dtype=np.uint32)
    woven[put] = values
    woven[~put] = kept
    return woven


def _as_array(values: np.ndarray) -> array:
    packed = array("I")
    packed.frombytes(np.ascontiguousarray(values, dtype=np.uint32).view(np.uint8))  # type: ignore[arg-type]  # a buffer
    return packed
