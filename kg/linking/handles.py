"""Under which ids a thing may have been known: those by which a decision finds it again after the input has changed.

The id of a person is made from the least of the bodies and articles that name him; another article can bring a lesser
one. Every id that any of his mentions would have had alone still leads to him, and so it is with projects, meetings,
policies and companies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.linking import refs
from kg.linking.bodies import body_id, canonical
from kg.linking.identifiers import identifier, plain
from kg.linking.meetings import form_of
from kg.linking.people import Known
from kg.linking.people import Mention as Named
from kg.linking.projects import key_of_one
from kg.linking.scope import Scope
from kg.linking.zones import area_id
from kg.mentions.mention import Area, Body
from kg.relations.claim import Company, Meeting, Person, Policy, Project

FAMILIES = {"official": "person", "person": "person", "project": "project", "park": "project"}


@dataclass(slots=True)
class Handles:
    """`things`: id in this build → its family (person, project, meeting, policy, public_body, company, area). `named`:
    (article, plain name) → ids. `told`: id → the articles that name it. `alone`: (article, id) → the ids that its
    mentions there would have had without the others. `known`: each of these → the ids that it leads to."""

    things: dict[str, str] = field(default_factory=dict)
    known: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    named: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    told: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    alone: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))


def handles_of(
    mentions: Iterable[tuple[str, object]], scopes: Mapping[str, Scope], people: Mapping[Named, Known]
) -> Handles:
    """The handles of all things that articles name, as linking alone makes them."""
    found = Handles()
    for article, ref in dict.fromkeys(mentions):
        if not isinstance(ref, (Person, Project, Meeting, Policy, Company, Body, Area)):
            continue
        entity = refs.entities_of(ref, scopes[article])[0]
        found.things[entity.id] = FAMILIES.get(entity.kind, entity.kind)
        found.told[entity.id].add(article)
        for name in (ref.name, entity.label, *entity.names):
            found.named[article, plain(name)].add(entity.id)
        for alone in _alone(article, ref, people):
            found.known[alone].add(entity.id)
            found.alone[article, entity.id].add(alone)
    return found


def _alone(article: str, ref: object, people: Mapping[Named, Known]) -> Iterator[str]:
    """The ids that one mention could have had without the others."""
    if isinstance(ref, Person):
        posts = people[article, ref.name].posts if (article, ref.name) in people else frozenset()
        keys = {f"article:{article}", *(post.body for post in posts if post.body)}
        yield from (identifier("person", ref.name, key) for key in sorted(keys))
    elif isinstance(ref, Project):
        yield identifier("project", *key_of_one(ref))
    elif isinstance(ref, Meeting):
        key = form_of(ref), area_id(ref.area) if ref.area else "", ref.date or ""
        yield from (identifier("meeting", *key), identifier("meeting", *key, article))
    elif isinstance(ref, Policy):
        yield identifier("policy", ref.name, f"article:{article}")
    elif isinstance(ref, Company):
        yield body_id(Body(ref.name, "company"), article)
    elif isinstance(ref, Body):
        yield body_id(ref if ref.kind == "company" else canonical(ref), article)
