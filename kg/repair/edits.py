"""Edits, and the composer that applies them while it keeps the map of positions.

A fixer is a pure function from a text to edits of that text. `Traced` is a text with, for each of its characters, the
code points of the decoded text it comes from; `Traced.apply` gives the next one, and the repairs in terms of the
decoded text. Cost grows with the number of edits and the length of the text, not with their product.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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
        ordered = sorted(
            [edit for edit in edits if text[edit.start : edit.end] != edit.replacement],
            key=lambda edit: (edit.start, edit.end),
        )
        if not ordered:
            return self, ()
        origins = self._origins([(edit.start, edit.end) for edit in ordered])
        texts: list[str] = []
        repairs: list[Repair] = []
        done = 0
        for edit, (first, last) in zip(ordered, origins, strict=True):
            if edit.start < done:
                raise OverlappingEdits(f"{fixer}: {edit} starts before {done}, where the edit before it ends")
            texts += text[done : edit.start], edit.replacement
            before = self.original[first:last]
            repairs.append(Repair(fixer, first, last, before, edit.replacement, edit.why, edit.certainty))
            done = edit.end
        texts.append(text[done:])
        starts, ends = self._edited_maps(ordered, origins)
        return Traced(self.original, "".join(texts), starts, ends), tuple(repairs)

    def _origins(self, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """The code points of the decoded text behind each span; an empty one stands at one place.

        Both maps never fall, so the outermost characters decide.
        """
        if self.starts is None or self.ends is None:
            return list(spans)
        if not len(self.starts):
            return [(0, 0)] * len(spans)
        places = np.array(spans, dtype=np.int64).reshape(-1, 2)
        inside = np.minimum(places[:, 0], len(self.starts) - 1)
        firsts = np.where(places[:, 0] < len(self.starts), self.starts[inside], self.ends[-1])
        lasts = np.where(places[:, 0] < places[:, 1], self.ends[places[:, 1] - 1], firsts)
        return list(zip(firsts.tolist(), lasts.tolist(), strict=True))

    def _edited_maps(
        self, edits: list[Edit], origins: list[tuple[int, int]]
    ) -> tuple[np.ndarray | None, np.ndarray | None]:
        """The maps of the edited text: what is cut out goes, what is put in comes from its edit's place."""
        moved = [
            (edit, origin)
            for edit, origin in zip(edits, origins, strict=True)
            if edit.spans is not None or len(edit.replacement) != edit.end - edit.start
        ]
        if not moved:
            return self.starts, self.ends
        starts, ends = self._maps()
        kept = np.ones(len(starts), dtype=bool)
        places: list[int] = []  # in the old text, where the characters below are put in
        put: list[tuple[int, int]] = []
        for edit, origin in moved:
            kept[edit.start : edit.end] = False
            if edit.replacement:
                put += self._inner(edit, origin)
                places += [edit.end] * len(edit.replacement)
        if not put:
            return starts[kept], ends[kept]
        before = np.concatenate(([0], np.cumsum(kept)))[places]  # how many kept characters stand before each
        pairs = np.array(put, dtype=np.uint32)
        return np.insert(starts[kept], before, pairs[:, 0]), np.insert(ends[kept], before, pairs[:, 1])

    def _inner(self, edit: Edit, origin: tuple[int, int]) -> list[tuple[int, int]]:
        """The origins of the characters of one replacement."""
        if edit.spans is None:
            return [origin] * len(edit.replacement)
        if len(edit.spans) != len(edit.replacement):
            raise ValueError(f"{edit} has {len(edit.spans)} spans for {len(edit.replacement)} characters")
        return self._origins(edit.spans)

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


def _as_array(values: np.ndarray) -> array:
    packed = array("I")
    packed.frombytes(np.ascontiguousarray(values, dtype=np.uint32).tobytes())
    return packed
