"""What the repair stage yields: the clean text of one article, with all that was done to it.

Positions are half-open and count code points. `Zone.start` and `.end` index the clean text; `Repair.start` and `.end`
index the decoded text, before any repair. Text that was read wrongly can always be traced: `Article.bytes_of` gives
the place in the record's bytes of any span of the clean text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

ZoneKind = Literal["headline", "dateline", "byline", "body", "boilerplate"]
READ_ZONES: frozenset[str] = frozenset({"headline", "dateline", "body"})


class Zone(NamedTuple):
    """A run of the clean text, and what part of the page it is. Zones do not overlap and stand in text order."""

    kind: ZoneKind
    start: int
    end: int
    reason: str


class Repair(NamedTuple):
    """One thing undone: which fixer, where in the decoded text, what stood there and stands now, why, how sure.

    `certainty` is 1.0 where the damage determines the repair, less where several repairs fit and context chose.
    """

    fixer: str
    start: int
    end: int
    before: str
    after: str
    why: str
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Article:
    """A repaired article. `text` is simplified Chinese; `original` the decoded text that repairs index.

    `starts[i]` and `ends[i]` say which code points of `original` the clean character `text[i]` comes from; an
    inferred character has an empty or shared range. `byte_starts` gives for each code point of `original` its first
    byte in the record's content, with one closing entry.
    """

    id: str
    text: str
    original: str
    starts: Sequence[int]
    ends: Sequence[int]
    byte_starts: Sequence[int]
    zones: tuple[Zone, ...]
    repairs: Sequence[Repair]
    encoding: str
    sha256: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    publisher: str | None = None

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of `original` that `text[start:end]` comes from."""
        if start >= end:
            raise ValueError(f"empty span {start}:{end} in article {self.id}")
        return self.starts[start], self.ends[end - 1]  # both maps never fall

    def bytes_of(self, start: int, end: int) -> tuple[int, int]:
        """The bytes of the record's content that `text[start:end]` comes from."""
        first, last = self.original_span(start, end)
        return self.byte_starts[first], self.byte_starts[last]
