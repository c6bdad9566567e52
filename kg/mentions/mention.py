"""The typed spans that the mentions stage finds, and the places, bodies and posts that they mean.

Spans are half-open and count code points of the clean text of one article.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

AreaLevel = Literal["country", "province", "prefecture", "county", "township", "village", "zone"]
Turn = Literal["", "begins", "ends"]  # of a term of office
BodyKind = Literal["party", "government", "congress", "office", "zone", "company", "other"]


class Span(NamedTuple):
    """Half-open positions in the clean text. A tuple, as others of this stage are that an article has hundreds of: it
    is made in a third of the time."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article: its span, the number of its paragraph, and whether it is the headline."""

    start: int
    end: int
    paragraph: int
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """An area that a mention means. `code` is the division table's, None for zones and villages, which the table does
    not list; `parent` the code of the division it lies in."""

    name: str
    level: AreaLevel
    code: str | None
    parent: str | None


@dataclass(frozen=True, slots=True)
class AreaMention:
    """A place where the text names an area, or points at it (全县); `relative` says which."""

    start: int
    end: int
    surface: str
    area: Area
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation that a post is in or that acts: the area it belongs to, and its name without that area's.

    `name` is as written, long departments not spelled out; `area` is None for companies and national bodies.
    """

    name: str
    kind: BodyKind
    area: Area | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """A post: its title in the words of the ladder (县委书记, 副局长), the body it is in, whether it is the chief post,
    and whether it is held now, was held, or is to be held. `turn` tells that the words say how the term begins or ends
    (任命, 免去), `turn_at` where the words that say so begin."""

    title: str
    body: Body
    chief: bool
    tenure: Literal["now", "past", "future"]
    start: int
    end: int
    turn: Turn = ""
    turn_at: int = -1


@dataclass(frozen=True, slots=True)
class Holding:
    """A person and the posts that one place in the text gives them. `rule` names how the place says so."""

    name: str
    start: int
    end: int
    posts: tuple[Post, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class AmountMention:
    """A sum of money: lowest and highest value in units of `currency` (equal unless a range), and the words before it
    that say what kind of sum it is (`总投资`), with `approximation` (约, 超, …)."""

    start: int
    end: int
    value: int
    highest: int
    currency: str
    cue: str
    cue_start: int
    approximation: str


@dataclass(frozen=True, slots=True)
class ProjectMention:
    """A named project or park: the span of its name and the name, cleaned."""

    start: int
    end: int
    name: str
    head: str


@dataclass(frozen=True, slots=True)
class CompanyMention:
    """A company by its full or short name."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class MeetingMention:
    """A meeting: span, name as written, and the area that organises it where the article tells."""

    start: int
    end: int
    name: str
    area: Area | None
    generic: bool


@dataclass(frozen=True, slots=True)
class PolicyMention:
    """A policy that is named: quoted, in book-title marks, or as a proper noun phrase."""

    start: int
    end: int
    name: str
    form: Literal["title", "document", "quoted", "phrase", "system", "class"]
