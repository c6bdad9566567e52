"""Edits, and the composer that applies them while it keeps the map of positions.

A fixer is a pure function from a text to edits of that text. `Traced` is a text with, for each of its characters, the
code points of the decoded text it comes from; `Traced.apply` gives the next one, and the repairs in terms of the
decoded text. Cost grows with the number of edits and the length of the text, not with their product.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from kg.repair.article import Repair


@dataclass(frozen=True, slots=True)
class Edit:
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
        ordered = [
            edit
            for edit in sorted(edits, key=lambda edit: (edit.start, edit.end))
            if self.text[edit.start : edit.end] != edit.replacement
        ]
        if not ordered:
            return self, ()
        starts, ends = self._maps()
        texts: list[str] = []
        new_starts: list[np.ndarray] = []
        new_ends: list[np.ndarray] = []
        repairs: list[Repair] = []
        done = 0
        for edit in ordered:
            if edit.start < done:
                raise OverlappingEdits(f"{fixer}: {edit} starts before {done}, where the edit before it ends")
            first, last = _origin(starts, ends, edit.start, edit.end)
            texts += self.text[done : edit.start], edit.replacement
            inner_starts, inner_ends = _inner(edit, starts, ends, first, last)
            new_starts += starts[done : edit.start], inner_starts
            new_ends += ends[done : edit.start], inner_ends
            before = self.original[first:last]
            repairs.append(Repair(fixer, first, last, before, edit.replacement, edit.why, edit.certainty))
            done = edit.end
        texts.append(self.text[done:])
        new_starts.append(starts[done:])
        new_ends.append(ends[done:])
        changed = Traced(self.original, "".join(texts), np.concatenate(new_starts), np.concatenate(new_ends))
        return changed, tuple(repairs)

    def arrays(self) -> tuple[array, array]:
        """The maps as the arrays of an Article (unsigned 32-bit)."""
        starts, ends = self._maps()
        return _as_array(starts), _as_array(ends)

    def _maps(self) -> tuple[np.ndarray, np.ndarray]:
        if self.starts is not None and self.ends is not None:
            return self.starts, self.ends
        identity = np.arange(len(self.original) + 1, dtype=np.uint32)
        return identity[:-1], identity[1:]


def _origin(starts: np.ndarray, ends: np.ndarray, start: int, end: int) -> tuple[int, int]:
    """The code points of the decoded text behind `start:end`; an empty range stands at one place.

    Both maps never fall, so the outermost characters decide.
    """
    if start < end:
        return int(starts[start]), int(ends[end - 1])
    place = int(starts[start]) if start < len(starts) else int(ends[-1]) if len(ends) else 0
    return place, place


def _inner(edit: Edit, starts: np.ndarray, ends: np.ndarray, first: int, last: int) -> tuple[np.ndarray, np.ndarray]:
    """The origins of the characters of one replacement."""
    length = len(edit.replacement)
    if edit.spans is not None:
        origins: Sequence[tuple[int, int]] = [_origin(starts, ends, *span) for span in edit.spans]
        if len(origins) != length:
            raise ValueError(f"{edit} has {len(origins)} spans for {length} characters")
        pairs = np.array(origins, dtype=np.uint32).reshape(-1, 2)
        return pairs[:, 0], pairs[:, 1]
    if length == edit.end - edit.start:
        return starts[edit.start : edit.end], ends[edit.start : edit.end]
    return np.full(length, first, dtype=np.uint32), np.full(length, last, dtype=np.uint32)


def _as_array(values: np.ndarray) -> array:
    packed = array("I")
    packed.frombytes(np.ascontiguousarray(values, dtype=np.uint32).tobytes())
    return packed
