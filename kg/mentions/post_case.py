"""One title, the words before it, and what its readers may look at: what `organisations` and `free_bodies` share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from kg.mentions.areas import AreaFinder
from kg.mentions.chunks import Chunk
from kg.mentions.mention import Area, AreaMention, Body
from kg.mentions.once import once
from kg.mentions.titles import Title


class Refusal(Enum):
    REFUSED = "the words name no body"


REFUSED = Refusal.REFUSED


@dataclass(frozen=True)
class Case:
    """One title with its chunk, and what the readers may look at. `previous` is the body of the post before it in the
    same chain (县委副书记、县长), `row` that of the person before it in the same row (副主任张某、秘书长李某)."""

    text: str
    chunk: Chunk
    title: Title
    areas: Sequence[AreaMention]
    finder: AreaFinder
    previous: Body | None
    row: Body | None

    @once
    def words(self) -> str:
        return self.text[self.chunk.start : self.chunk.end]

    @once
    def inside(self) -> list[AreaMention]:
        return [m for m in self.areas if m.start >= self.chunk.start and m.end <= self.chunk.end]

    @once
    def before(self) -> list[AreaMention]:
        """The areas named before the chunk, the nearest first."""
        return [m for m in reversed(self.areas) if m.end <= self.chunk.start]

    @property
    def base(self) -> Body | None:
        return self.previous or self.row

    def area(self, level: str) -> Area | None:
        """What a level word means here: the area of the post before, else what the area of the post behind lies in,
        else the one that the sentence or article gives."""
        return (
            area_of_body(self.previous, level, self.finder)
            or self._around_next(level)
            or self.finder.relative(level, self.before[:3])
        )

    def _around_next(self, level: str) -> Area | None:
        """The wider area of the post behind: 省委常委、甲市委书记 is of the province that 甲市 lies in."""
        if self.text[self.title.end : self.title.end + 1] != "、":
            return None
        behind = next((m.area for m in self.areas if m.start == self.title.end + 1 and not m.relative), None)
        wider = None if behind is None else area_of_body(Body("", "other", behind), level, self.finder)
        return wider if wider is not None and behind is not None and wider.code != behind.code else None


Answer = Body | Refusal | None


def area_of_body(body: Body | None, level: str, finder: AreaFinder) -> Area | None:
    """The area of a body, or one that it lies in, if it has the level."""
    if body is None or body.area is None or body.area.code is None:
        return None
    found = finder.relative(level, [AreaMention(0, 0, "", body.area)])
    if found is None or found.code is None:
        return None
    own = finder.gazetteer.by_code(body.area.code)
    return found if finder.gazetteer.within(own, finder.gazetteer.by_code(found.code)) else None
