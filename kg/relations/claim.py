"""A claim: one statement that one place in an article makes, before anything is linked across articles.

Its subject and object are references: small values that say what the article says. Equal values mean the same thing
within the article; the linking stage makes entities of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.mentions.mention import Area, Body, Span, Turn

Modality = Literal["asserted", "planned", "hoped", "denied", "past"]


@dataclass(frozen=True, slots=True)
class Person:
    """A named person; `official` if the post that the claim gives is in a public body."""

    name: str
    official: bool = True


@dataclass(frozen=True, slots=True)
class PostRef:
    """A post: its title and the body it is in."""

    title: str
    body: Body


@dataclass(frozen=True, slots=True)
class Project:
    """A project or park by its name in the article; `area` is the most specific area that the article gives it."""

    name: str
    area: Area | None
    park: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum in units of `currency`; `highest` differs from `value` for a range."""

    value: int
    highest: int
    currency: str
    kind: str
    approximation: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting by its fullest name in the article, with the area that organises it and its date as far as known."""

    name: str
    area: Area | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy by its name, without quotation marks."""

    name: str


@dataclass(frozen=True, slots=True)
class Company:
    """A company by its name in the article."""

    name: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Projects counted together: what they are called, how many, and their total if the text gives one."""

    label: str
    area: Area
    count: int | None
    total: Amount | None


@dataclass(frozen=True, slots=True)
class Target:
    """A number to be reached: the indicator, the value and unit as in the text, the year where stated."""

    indicator: str
    value: str
    unit: str
    year: int | None
    holder: Area | Body | Company | Project


Ref = Person | PostRef | Area | Body | Project | Amount | Meeting | Policy | Company | Batch | Target


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement. `quote` is the run of the clean text that says it (a sentence, or two that belong together);
    `subject_span` and `object_span` are the words inside or near it that name the two sides, where they do.

    Of a post, `turn` tells that the words say how the term begins (任命) or ends (免去); `since` and `until` are the
    first and last day of the term, where those words state them: an ISO day, month or year, "" where they do not."""

    relation: str
    subject: Ref
    object: Ref
    quote: Span
    subject_span: Span | None
    object_span: Span | None
    modality: Modality
    rule: str
    confidence: float
    stated_date: str | None = None
    in_post: PostRef | None = None
    turn: Turn = ""
    since: str = ""
    until: str = ""

    def __post_init__(self) -> None:
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence {self.confidence} of a {self.relation} claim is not between 0 and 1")
        if self.quote.start >= self.quote.end:
            raise ValueError(f"a {self.relation} claim without words that say it")
