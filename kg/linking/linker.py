"""From claims to a world: every reference becomes an entity with a stable identifier, equal statements become one.

Claims of one article come with the article; nothing of its text but the quotes is kept. The result does not depend on
the order of the articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg.linking import refs, terms
from kg.linking.decisions import NONE, Decisions
from kg.linking.known import scopes_of
from kg.linking.reprints import copies
from kg.linking.scope import Scope
from kg.linking.world import Entity, Link, Statement, Value, World
from kg.relations.claim import Amount, Claim, Modality, PostRef
from kg.table.rows import ArticleInfo, Articles, Segment

# Which segment's post a statement goes by where several name one: what is said to be so before what was or may be.
FIRST_SAID: tuple[Modality, ...] = ("asserted", "planned", "hoped", "past", "denied")


class Linker:
    """Collects the claims of articles; `world` links them."""

    def __init__(self) -> None:
        self._articles: dict[str, ArticleInfo] = {}
        self._claims: list[tuple[str, Claim, Segment]] = []

    def add(self, article: ArticleInfo, claims: Iterable[tuple[Claim, Segment]]) -> None:
        """Take in the claims of one article, each with the segment that says it."""
        self._articles[article.id] = article
        self._claims.extend((article.id, claim, segment) for claim, segment in claims)

    def world(self, decisions: Decisions = NONE) -> World:
        """The linked entities and statements of all articles taken in, as decisions have them."""
        copied = copies(self._articles.values())
        scopes, apart, outcome = scopes_of(self._claims, self._articles, copied, decisions)
        entities: dict[str, Entity] = {}
        statements: dict[tuple[str, str, str], Statement] = {}
        told: dict[tuple[str, str], list[terms.Told]] = defaultdict(list)
        posts: dict[tuple[str, str, str], list[tuple[int, float, str]]] = defaultdict(list)
        for article, claim, segment in sorted(self._claims, key=lambda c: (c[0], c[2], c[1].relation)):
            subject = _entity(claim.subject, scopes[article], entities)
            if isinstance(claim.object, Amount):
                amount = refs.amount_entity(claim.object, subject)
                entities[amount.id] = amount if amount.id not in entities else merged(entities[amount.id], amount)
                object_ = amount.id
            else:
                object_ = _entity(claim.object, scopes[article], entities)
            key = (subject, claim.relation, object_)
            statement = statements.setdefault(key, Statement(*key))
            statement.segments.add(segment)
            if claim.in_post is not None:
                post = _entity(claim.in_post, scopes[article], entities)
                posts[key].append((FIRST_SAID.index(claim.modality), -claim.confidence, post))
            if isinstance(claim.object, PostRef):
                told[subject, object_].append(terms.told_by(claim, self._articles[article].date))
        for key, choices in posts.items():
            statements[key].in_post = min(choices)[2]
        for id_, label in outcome.labels.items():
            entities[id_] = renamed(entities[id_], label)
        for (person, held), said in told.items():
            entities.update((term.id, term) for term in terms.entities(entities, person, held, said))
        entities.update(terms.with_full_posts(entities))
        tables = (dict(sorted(each.items())) for each in (entities, statements, self._articles))
        apart = tuple(pair for pair in apart if pair.one in entities and pair.other in entities)
        return World(*tables, apart, copied, outcome.heeded, outcome.problems)  # type: ignore[arg-type]


def link(told: Articles, decisions: Decisions = NONE) -> World:
    """The linked entities and statements of articles, as decisions have them."""
    linker = Linker()
    linker._articles = {info.id: info for info, _ in told.heads()}
    linker._claims = list(told.claims())
    return linker.world(decisions)


def _joined(properties: set[tuple[str, Value | Link]]) -> tuple[tuple[str, Value | Link], ...]:
    """All properties of two entities, of a sum one word that makes it approximate: 约5亿元 here and 近5亿元 there."""
    ordered = sorted(properties, key=repr)
    first = next((each for each in ordered if each[0] == "kg:approximation"), None)
    return tuple(each for each in ordered if each[0] != "kg:approximation" or each == first)


def renamed(entity: Entity, label: str) -> Entity:
    """The entity under a new label; the old one stays among its names."""
    names = sorted({entity.label, *entity.names} - {label})
    return replace(entity, label=label, names=tuple(names))


def _entity(ref: object, scope: Scope, entities: dict[str, Entity]) -> str:
    made = refs.entities_of(ref, scope)
    for entity in made:
        known = entities.get(entity.id)
        entities[entity.id] = entity if known is None else merged(known, entity)
    return made[0].id


def merged(known: Entity, new: Entity) -> Entity:
    """One entity of two with the same identifier: all names, all properties; the label that sorts first by length."""
    if known == new:
        return known
    labels = sorted({known.label, new.label}, key=lambda label: (-len(label), label))
    names = sorted({*known.names, *new.names, *labels[1:]} - {labels[0]})
    properties = _joined({*known.properties, *new.properties})
    kind = min(known.kind, new.kind) if {known.kind, new.kind} != {"official", "person"} else "official"
    return replace(known, kind=kind, label=labels[0], names=tuple(names), properties=properties)
