"""From claims to a world: every reference becomes an entity with a stable identifier, equal statements become one.

Claims of one article come with the article; nothing of its text but the quotes is kept. The result does not depend on
the order of the articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg.linking import refs, terms
from kg.linking.acting import full_title
from kg.linking.decisions import NONE, Decisions
from kg.linking.known import scopes_of
from kg.linking.reprints import copies
from kg.linking.scope import Scope
from kg.linking.statements import NO_POST, Statements
from kg.linking.world import Entity, Link, Value, World
from kg.relations.claim import Amount, Claim, Modality, PostRef
from kg.table.rows import ArticleClaims, ArticleInfo, Articles, ArticleSummary, Listed, Segment

# Which segment's post a statement goes by where several name one: what is said to be so before what was or may be.
FIRST_SAID: tuple[Modality, ...] = ("asserted", "planned", "hoped", "past", "denied")
NO_SUMMARY = ArticleSummary("", "", "", "", 0, (), 0)


class Linker:
    """Collects the claims of articles in memory; `world` links them."""

    def __init__(self) -> None:
        self._told: dict[str, ArticleClaims] = {}

    def add(self, article: ArticleInfo, claims: Iterable[tuple[Claim, Segment]]) -> None:
        """Take in the claims of one article, each with the segment that says it."""
        self._told[article.id] = ArticleClaims(article, NO_SUMMARY, tuple(claims))

    def world(self, decisions: Decisions = NONE) -> World:
        """The linked entities and statements of all articles taken in, as decisions have them."""
        return link(Listed(tuple(self._told.values())), decisions)


def link(told: Articles, decisions: Decisions = NONE) -> World:
    """The linked entities and statements of articles, as decisions have them.

    The claims are read twice (three times where there are decisions), one article in memory at a time. What grows in
    memory are entities, and who is who in which article; what segments say is sorted on the disk where it is much.
    """
    articles = dict(sorted((info.id, info) for info, _ in told.heads()))
    copied = copies(articles.values())
    scopes, apart, outcome = scopes_of(told, articles, copied, decisions)
    entities: dict[str, Entity] = {}
    statements = Statements()
    of_posts: dict[tuple[str, str], list[terms.Told]] = defaultdict(list)
    same: dict[terms.Told, terms.Told] = {}  # each value once: a thousand people are seen in office on one day
    for article, claim, segment in told.claims():
        scope = scopes[article]
        subject = _entity(claim.subject, scope, entities)
        if isinstance(claim.object, Amount):
            object_ = _put(refs.amount_entity(claim.object, subject), entities)
        else:
            object_ = _entity(claim.object, scope, entities)
        post = NO_POST
        if claim.in_post is not None:
            held = _entity(claim.in_post, scope, entities)
            acting = full_title(claim.in_post.title) is not None  # who was elected since goes by the full post
            post = FIRST_SAID.index(claim.modality), acting - claim.confidence, held
        statements.add((subject, claim.relation, object_), segment, post)
        if isinstance(claim.object, PostRef):
            said = terms.told_by(claim, articles[article].date)
            of_posts[subject, object_].append(same.setdefault(said, said))
    for id_, label in outcome.labels.items():
        entities[id_] = renamed(entities[id_], label)
    for (person, held), all_said in of_posts.items():
        entities.update((term.id, term) for term in terms.entities(entities, person, held, all_said))
    entities.update(terms.with_full_posts(entities))
    apart = tuple(pair for pair in apart if pair.one in entities and pair.other in entities)
    entities = dict(sorted(entities.items()))
    return World(entities, statements.grouped(), articles, apart, copied, outcome.heeded, outcome.problems)


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
        _put(entity, entities)
    return made[0].id


def _put(entity: Entity, entities: dict[str, Entity]) -> str:
    known = entities.setdefault(entity.id, entity)
    if known is not entity:
        entities[entity.id] = merged(known, entity)
    return entity.id


def merged(known: Entity, new: Entity) -> Entity:
    """One entity of two with the same identifier: all names, all properties; the label that sorts first by length."""
    if known == new:
        return known
    labels = sorted({known.label, new.label}, key=lambda label: (-len(label), label))
    names = sorted({*known.names, *new.names, *labels[1:]} - {labels[0]})
    properties = _joined({*known.properties, *new.properties})
    kind = min(known.kind, new.kind) if {known.kind, new.kind} != {"official", "person"} else "official"
    return replace(known, kind=kind, label=labels[0], names=tuple(names), properties=properties)
