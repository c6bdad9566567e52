"""What a graph says of one thing, and why: the things of a name, their claims with every quote, and what tells two
things of one name apart.

Of a large graph only the neighbourhood of the thing is read: `about` copies its claims, their segments and articles
into a small graph, which `read_claims` reads like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from kg.analysis.entities import Entity, further_words, kinds_of, labels_of, read_entities
from kg.analysis.evidence import Claim, modality_order, read_claims
from kg.analysis.namespaces import DCTERMS, KG, OA, ORG, PERSON_KINDS, PROV, RDF, RDFS, SCHEMA, SKOS, relation_order
from kg.graph.nearest import nearest
from kg.graph.vocabulary import PUBLISHED_WHEN_PLANNED
from kg.repair.t2s import to_simplified

NAMED_BY = (RDFS.label, SKOS.altLabel, SCHEMA.name)
LANGUAGES = ("zh", None, "zh-hant", "en")
APART = (
    ("code", SKOS.notation), ("within", SCHEMA.containedInPlace), ("of", KG.jurisdiction), ("post in", ORG.postIn),
    ("organised by", SCHEMA.organizer), ("date", SCHEMA.startDate), ("indicator", KG.indicator), ("by", KG.byYear),
    ("part of", SCHEMA.isPartOf), ("yuan", KG.investsCNY), ("projects", KG.projectCount),
    ("now", DCTERMS.isReplacedBy), ("acting for", KG.actingFor),
)  # fmt: skip
APART_INVERSE = (
    ("in", KG.hosts), ("sum of", KG.invests), ("held by", ORG.holds), ("formerly", DCTERMS.isReplacedBy),
)  # fmt: skip
# Of a term of office: what is stated, then when its holder was seen in it.
TERM_DATES = (("since", KG.startDate), ("until", KG.endDate), ("over by", KG.overBy))


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim in words: the labels of its two sides and of the post, and the names by which a quote may call them.
    `why` is the reason (lexicon `reasons`) for which it is not published; "" where it is."""

    claim: Claim
    subject: Entity
    object: Entity
    post: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One thing: what it is, what tells it apart from others of its name, and all claims about it, the published ones
    first."""

    entity: Entity
    apart: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]


def base_of(graph: Graph) -> str:
    """What the IRIs of a build's entities begin with: the namespace of the prefix `id`, "" where none is bound."""
    return str(dict(graph.namespaces()).get("id", ""))


def find(graph: Graph, name: str) -> tuple[str, ...]:
    """The IRIs of the things called `name`, sorted: a label, another name, an IRI, or the end of one, with `id:` before
    it or without. Where nothing is called so, what the name is in simplified characters is tried."""
    local = name.removeprefix("id:")
    for iri in (name, base_of(graph) + local):
        if _is_iri(iri) and (URIRef(iri), RDF.type, None) in graph:
            return (iri,)
    for form in dict.fromkeys((name, name.strip(), to_simplified(name.strip()))):
        literals = [Literal(form, lang=language) for language in LANGUAGES]
        found = {str(s) for prop in NAMED_BY for literal in literals for s in graph.subjects(prop, literal)}
        if known := sorted(iri for iri in found if _kind(graph, iri)):
            return tuple(known)
    return ()


def near_names(graph: Graph, name: str) -> tuple[str, ...]:
    """Names of the graph that are most like `name`, the likest first."""
    names = {n for e in read_entities(graph).values() if e.kind != "amount" for n in (e.label, *e.names)}
    return nearest(to_simplified(name.strip()), names)


def explain(graph: Graph, iri: str) -> Explanation:
    """All that the graph says of the thing `iri`."""
    small = about(graph, iri)
    entities = read_entities(small)
    entity = entities.get(iri) or Entity(iri, "other", labels_of(small, [iri])[iri])
    claims = read_claims(small)
    posts = labels_of(small, {claim.post for claim in claims if claim.post})
    further = further_words(small)
    facts = [
        Fact(
            claim,
            _named(entities, claim.subject, further),
            _named(entities, claim.object, further),
            posts.get(claim.post, ""),
            why_not(claim),
        )
        for claim in claims
    ]
    return Explanation(entity, _apart(small, entity), tuple(sorted(facts, key=_order)))


def why_not(claim: Claim) -> str:
    """The reason for which a claim stands in the evidence alone; "" for a published one."""
    if claim.published:
        return ""
    modality = claim.modality
    if modality == "Asserted" or (modality == "Planned" and claim.relation in PUBLISHED_WHEN_PLANNED):
        return "statement.unsure"
    return {
        "Planned": "statement.planned",
        "HopedFor": "statement.hoped",
        "Past": "statement.past",
        "Denied": "statement.denied",
    }.get(modality, "statement.unsure")


def about(graph: Graph, iri: str) -> Graph:
    """The part of `graph` that speaks of one thing: its own triples, its claims and those that it is the post of, with
    their segments, articles and both sides."""
    small, node = Graph(), URIRef(iri)
    claims = {s for prop in (RDF.subject, RDF.object, KG.inPost) for s in graph.subjects(prop, node)}
    sides: set[Node] = {node}
    for _, inverse in APART_INVERSE:
        sides.update(graph.subjects(inverse, node))
        small += graph.triples((None, inverse, node))
    sides.update(graph.objects(node, ORG.holds))
    for side in (ORG.member, KG.post):
        sides.update(graph.subjects(side, node))
    for claim in claims:
        own = list(graph.predicate_objects(claim))
        small += ((claim, prop, value) for prop, value in own)
        triple = {prop: value for prop, value in own}
        sides.update(value for prop, value in own if prop in (RDF.subject, RDF.object, KG.inPost))
        direct = (triple.get(RDF.subject), triple.get(RDF.predicate), triple.get(RDF.object))
        if None not in direct and direct in graph:
            small.add(direct)  # type: ignore[arg-type]
        for segment in (value for prop, value in own if prop == PROV.wasDerivedFrom):
            small += _copied(graph, segment, (OA.hasSource, OA.hasSelector))
    for side in sides:
        small += _copied(graph, side, (ORG.role, ORG.member, KG.post, *(prop for _, prop in APART)))
    return small


def _copied(graph: Graph, node: Node, further: tuple[Node, ...]) -> Iterator[tuple[Node, Node, Node]]:
    """The triples of a node, and those of what it points at by one of the properties `further`."""
    for prop, value in graph.predicate_objects(node):
        yield node, prop, value
        if prop in further and isinstance(value, URIRef):
            yield from ((value, *rest) for rest in graph.predicate_objects(value))


def _is_iri(text: str) -> bool:
    """Whether `text` can be an IRI that a store may be asked for: it has a scheme and no character that none may have.

    >>> _is_iri("https://w3id.org/county-kg/id/area/371426"), _is_iri("平原县"), _is_iri("javascript:<a>")
    (True, False, False)
    """
    return "://" in text and not any(c in '<>"{}|\\^`' or c <= " " for c in text) and text.isprintable()


def _kind(graph: Graph, iri: str) -> str:
    own = Graph()
    own += ((URIRef(iri), RDF.type, value) for value in graph.objects(URIRef(iri), RDF.type))
    return kinds_of(own).get(iri, "")


def _named(entities: dict[str, Entity], iri: str, further: dict[str, tuple[str, ...]]) -> Entity:
    entity = entities.get(iri) or Entity(iri, "other", iri)
    return Entity(iri, entity.kind, entity.label, (*entity.names, *further.get(iri, ())))


def _apart(graph: Graph, entity: Entity) -> tuple[tuple[str, str], ...]:
    node = URIRef(entity.iri)
    found: list[tuple[str, str]] = []
    stated: list[tuple[str, Iterable[Node]]] = [(word, graph.objects(node, prop)) for word, prop in APART]
    stated += [(word, graph.subjects(prop, node)) for word, prop in APART_INVERSE]
    if entity.kind in PERSON_KINDS:
        stated.append(("posts", graph.objects(node, ORG.holds)))
    for word, values in stated:
        nodes = sorted(values, key=str)
        labels = labels_of(graph, [str(value) for value in nodes if isinstance(value, URIRef)])
        if nodes:
            found.append((word, "、".join(labels.get(str(value), str(value)) for value in nodes)))
    terms = sorted(words for side in (ORG.member, KG.post) for words in _terms(graph, node, side))
    return (*found, *(("term", words) for words in terms))


def _terms(graph: Graph, node: Node, side: Node) -> Iterator[str]:
    """The terms of office of a person (`side` is org:member) or in a post (kg:post) that have a date, each in words."""
    other = KG.post if side == ORG.member else ORG.member
    for term in graph.subjects(side, node):
        dates = [f"{word} {day}" for word, prop in TERM_DATES for day in graph.objects(term, prop)]
        seen = sorted({str(day) for prop in (KG.firstSeen, KG.lastSeen) for day in graph.objects(term, prop)})
        dates += ["seen " + " to ".join(seen)] if seen else []
        labels = labels_of(graph, [str(value) for value in graph.objects(term, other)])
        if dates and labels:
            yield f"{'、'.join(labels.values())} ({', '.join(dates)})"


def _order(fact: Fact) -> tuple[object, ...]:
    """The published first, then by how strongly it is said; the relations in the order of tables; the surest first."""
    claim = fact.claim
    return (
        not claim.published, modality_order(claim.modality), relation_order(claim.relation),
        -(claim.confidence or 0.0), fact.subject.label, fact.object.label, claim.iri,
    )  # fmt: skip
