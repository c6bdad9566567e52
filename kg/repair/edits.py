"""Edits, and the composer that applies them while it keeps the map of positions.

A fixer is a pure function from a text to edits of that text. `Traced` is a text with, for each of its characters, the
code points of the decoded text it comes from; `Traced.apply` gives the next one, and the repairs in terms of the
decoded text. Cost grows with the number of edits and the length of the text, not with their product.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import ge, itemgetter, lt
from typing import NamedTuple

import numpy as np

from kg.repair.article import Repair


class Edit(NamedTuple):
    """Replace `text[start:end]` of the text a fixer was given.

    A text may have one for every few characters: a tuple is made four times as fast as a dataclass.

    `spans` may say for each character of the replacement which part of that text it comes from. Without it a
    replacement of the same length is taken to map one to one, any other one to come from all of `start:end`.
    """

    start: int
    end: int
    replacement: str
    why: str
    certainty: float = 1.0
    spans: tuple[tuple[int, int], ...] | None = None


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

    def apply(self, fixer: str, edits: Iterable[Edit]) -> tuple[Traced, tuple[Repair, ...]]:
        """The text with the edits made, and what was done, by position.

        Edits that change nothing are dropped. Raises OverlappingEdits.

        >>> traced, repairs = Traced.of("優(yōu)勢").apply("pinyin", [Edit(1, 6, "", "inline pinyin")])
        >>> traced.text, traced.starts.tolist(), repairs[0].before
        ('優勢', [0, 6], '(yōu)')
        """
        text = self.text
        changes = [edit for edit in edits if text[edit[0] : edit[1]] != edit[2]]
        if not changes:
            return self, ()
        firsts = [edit[0] for edit in changes]
        if any(map(ge, firsts, firsts[1:])):
            changes.sort(key=itemgetter(0, 1))
        starts, ends, replacements, whys, certainties, _ = zip(*changes, strict=True)
        if any(map(lt, starts[1:], ends)):
            wrong = next(place for place in range(1, len(starts)) if starts[place] < ends[place - 1])
            done = ends[wrong - 1]
            raise OverlappingEdits(f"{fixer}: {changes[wrong]} starts before {done}, where the edit before it ends")
        kept = [text[done:start] for done, start in zip((0, *ends), (*starts, len(text)), strict=True)]
        pieces: list[str] = [""] * (2 * len(kept) - 1)
        pieces[::2], pieces[1::2] = kept, replacements
        firsts, lasts = self._origins(np.array(starts), np.array(ends))
        original = self.original
        before = [original[first:last] for first, last in zip(firsts, lasts, strict=True)]
        done_so = zip(repeat(fixer), firsts, lasts, before, replacements, whys, certainties)
        repairs = tuple(map(tuple.__new__, repeat(Repair), done_so))
        return Traced(original, "".join(pieces), *self._edited_maps(changes, firsts, lasts)), repairs

    def _origins(self, starts: np.ndarray, ends: np.ndarray) -> tuple[list[int], list[int]]:
        """The code points of the decoded text behind each span: where they begin and end; an empty span stands at one
        place.

        Both maps never fall, so the outermost characters decide.
        """
        if self.starts is None or self.ends is None:
            return starts.tolist(), ends.tolist()
        if not len(self.starts):
            return [0] * len(starts), [0] * len(starts)
        inside = np.minimum(starts, len(self.starts) - 1)
        firsts = np.where(starts < len(self.starts), self.starts[inside], self.ends[-1])
        lasts = np.where(starts < ends, self.ends[ends - 1], firsts)
        return firsts.tolist(), lasts.tolist()

    def _edited_maps(
        self, edits: list[Edit], firsts: list[int], lasts: list[int]
    ) -> tuple[np.ndarray | None, np.ndarray | None]:
        """The maps of the edited text: what is cut out goes, what is put in comes from its edit's place."""
        moved = [place for place, edit in enumerate(edits) if edit[5] is not None or len(edit[2]) != edit[1] - edit[0]]
        if not moved:
            return self.starts, self.ends
        starts, ends = self._maps()
        put_starts: list[int] = []
        put_ends: list[int] = []
        for place in moved:
            edit = edits[place]
            if edit[2]:
                inner = self._inner(edit, firsts[place], lasts[place])
                put_starts += inner[0]
                put_ends += inner[1]
        begun = np.array([edits[place][0] for place in moved])
        cut = np.array([edits[place][1] for place in moved]) - begun
        put = np.array([len(edits[place][2]) for place in moved])
        kept = ~_marked(len(starts), begun, cut)
        if not put_starts:
            return starts[kept], ends[kept]
        moved_to = begun - (np.cumsum(cut) - cut) + (np.cumsum(put) - put)
        length = len(starts) + int(put.sum() - cut.sum())
        fresh = _marked(length, moved_to, put)
        return _woven(fresh, starts[kept], put_starts), _woven(fresh, ends[kept], put_ends)

    def _inner(self, edit: Edit, first: int, last: int) -> tuple[list[int], list[int]]:
        """The origins of the characters of one replacement: where they begin and end."""
        if edit.spans is None:
            return [first] * len(edit.replacement), [last] * len(edit.replacement)
        if len(edit.spans) != len(edit.replacement):
            raise ValueError(f"{edit} has {len(edit.spans)} spans for {len(edit.replacement)} characters")
        return self._origins(np.array([span[0] for span in edit.spans]), np.array([span[1] for span in edit.spans]))

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


def _marked(length: int, starts: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Which of so many places lie in spans that do not overlap."""
    marked = np.zeros(length, dtype=bool)
    before = np.cumsum(lengths) - lengths
    marked[np.repeat(starts - before, lengths) + np.arange(int(lengths.sum()))] = True
    return marked


def _woven(put: np.ndarray, kept: np.ndarray, values: list[int]) -> np.ndarray:
    """An array of what was kept, with values put in where `put` is true."""
    woven = np.empty(len(put), dtype=np.uint32)
    woven[put] = values
    woven[~put] = kept
    return woven


def _as_array(values: np.ndarray) -> array:
    packed = array("I")
    packed.frombytes(np.ascontiguousarray(values, dtype=np.uint32).view(np.uint8))  # type: ignore[arg-type]  # a buffer
    return packed
