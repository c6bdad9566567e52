"""What decisions come to in this build: which mentions are parted, which ids are joined, what is renamed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.sources.record import Problem


@dataclass(frozen=True, slots=True)
class Decided:
    """`parted`: (article, id) → the id of the part that the mentions in that article are. `kept`: ids that linking
    would give up for another, and that stay. `joined`: id → the id that stands for it. `labels`: id → its new name.
    `heeded` counts the lines that were followed; `problems` says why others were not."""

    parted: Mapping[tuple[str, str], str] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    joined: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    heeded: int = 0
    problems: tuple[Problem, ...] = ()

    def part(self, article: str, made: str, alone: str = "") -> str:
        """The id, before any merge, of what linking would call `made` in an article, and the mention alone `alone`."""
        return alone if alone in self.kept else self.parted.get((article, made), made)

    def final(self, article: str, made: str, alone: str = "") -> str:
        """The id of what linking would call `made` in an article, and the mention alone `alone`."""
        part = self.part(article, made, alone)
        return self.joined.get(part, part)


NOTHING = Decided()
