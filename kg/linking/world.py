"""What linking yields: entities with stable identifiers, and statements with the segments that say them.

Plain values without RDF: the graph stage turns them into triples. `Entity.id` is the end of its IRI (area/371426).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from kg.sources.record import Problem
from kg.table.rows import ArticleInfo, Segment

Kind = Literal[
    "area", "official", "person", "public_body", "company", "post", "role", "term", "project", "park", "amount",
    "meeting", "policy", "batch", "target", "indicator",
]  # fmt: skip
Value = str | int | float | date


@dataclass(frozen=True, slots=True)
class Link:
    """The value of a property that is another entity."""

    id: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing: its kind, one label, few further names, and its properties in the words of the ontology (CURIEs)."""

    id: str
    kind: Kind
    label: str
    names: tuple[str, ...] = ()
    properties: tuple[tuple[str, Value | Link], ...] = ()
    subkind: str = ""


@dataclass(slots=True)
class Statement:
    """A subject, predicate and object with all segments that say it. `in_post` is the post through which one leads."""

    subject: str
    predicate: str
    object: str
    segments: set[Segment] = field(default_factory=set)
    in_post: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Apart:
    """Two entities of one name that might be one, by their ids, and why they stay apart."""

    kind: str
    name: str
    one: str
    other: str
    reason: str


@dataclass(frozen=True, slots=True)
class World:
    """All entities by id, all statements by (subject, predicate, object), the articles they come from, the pairs of one
    name that linking kept apart though they might be one, the copied articles, each with the first of its copies, how
    many decisions were followed, and why others were not."""

    entities: dict[str, Entity]
    statements: Mapping[tuple[str, str, str], Statement]
    articles: dict[str, ArticleInfo]
    apart: tuple[Apart, ...] = ()
    copies: Mapping[str, str] = field(default_factory=dict)
    heeded: int = 0
    problems: tuple[Problem, ...] = ()
