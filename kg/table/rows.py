"""What the table between relations and linking holds: articles without their text, what each says, and what was turned
down in it. Plain values; `columns` makes the schema of the table from them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from kg.mentions.mention import Turn
from kg.relations.claim import Claim, Modality


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """An article as evidence names it. `date` is ISO or None; `sketch` is what finds its copies (`table.sketch`)."""

    id: str
    headline: str | None
    date: str | None
    publisher: str | None
    url: str | None
    sha256: str
    sketch: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Segment:
    """One place in one article that says a statement. Positions: in the repaired text (code points), and in the bytes
    of the record's text as read. `turn`, `since` and `until` are those of the claim."""

    article: str
    start: int
    end: int
    byte_start: int
    byte_end: int
    exact: str
    prefix: str
    suffix: str
    modality: Modality
    confidence: float
    rule: str
    stated_date: str
    subject_words: str
    object_words: str
    turn: Turn = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True, order=True)
class TurnedDown:
    """A candidate that a rule turned down in one place. `reason` is an id of the lexicon `reasons`; `start` is where
    the quote begins in the clean text."""

    reason: str
    article: str
    start: int
    subject: str
    object: str
    quote: str


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One article as it went through the build.

    `characters` counts the code points of the clean text, `zones` those of each kind of zone; `repairs_by_fixer` the
    repairs, of which `guesses` are less than certain; `claims` the claims that the article supports.
    """

    id: str
    title: str
    date: str
    publisher: str
    characters: int
    repairs_by_fixer: tuple[tuple[str, int], ...]
    claims: int
    zones: tuple[tuple[str, int], ...] = ()
    guesses: int = 0


@dataclass(frozen=True, slots=True)
class ArticleClaims:
    """One article without its text: what evidence and the report need of it, its claims with their segments, and what
    was considered and turned down."""

    info: ArticleInfo
    summary: ArticleSummary
    claims: tuple[tuple[Claim, Segment], ...]
    turned_down: tuple[TurnedDown, ...] = ()


class Articles(Protocol):
    """What the later stages read, as often as they want: the articles of a build, what they say, and what was turned
    down in them. In any order; each article once."""

    def heads(self) -> Iterator[tuple[ArticleInfo, ArticleSummary]]: ...

    def claims(self) -> Iterator[tuple[str, Claim, Segment]]: ...

    def turned_down(self) -> Iterator[TurnedDown]: ...


@dataclass(frozen=True, slots=True)
class Listed:
    """Articles that are held in memory."""

    told: Sequence[ArticleClaims]

    def heads(self) -> Iterator[tuple[ArticleInfo, ArticleSummary]]:
        return ((each.info, each.summary) for each in self.told)

    def claims(self) -> Iterator[tuple[str, Claim, Segment]]:
        return ((each.info.id, claim, segment) for each in self.told for claim, segment in each.claims)

    def turned_down(self) -> Iterator[TurnedDown]:
        return (turned_down for each in self.told for turned_down in each.turned_down)
