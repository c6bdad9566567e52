"""What an export is asked for, and what it has to say afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.graph.exports.reading import Part


@dataclass(frozen=True, slots=True)
class Options:
    """`part` of the build is exported; `colours` gives a class's short name the colour (#rrggbb) it is drawn in."""

    part: Part
    colours: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Changes:
    """Texts that a format cannot hold as they are: how many were changed, and where the first of them stood."""

    what: str
    count: int = 0
    first: str = ""

    def note(self, where: str) -> None:
        self.count += 1
        self.first = self.first or where

    def remarks(self) -> tuple[str, ...]:
        """What to tell the user: nothing, or one sentence."""
        if not self.count:
            return ()
        texts = "1 text" if self.count == 1 else f"{self.count:,} texts"
        return (f"{texts}: {self.what} (first: {self.first})",)
