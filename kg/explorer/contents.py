"""What the page holds: nodes, edges, claims and articles of a graph as plain values, ready for JSON.

Every published edge and every structural one (an area in its parent, a post in its body) becomes an edge of the page;
claims that are not published appear on the cards of their ends alone. Ids are short and follow the order of the IRIs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rdflib import Graph, Literal, URIRef

from kg.analysis.entities import Entity, further_words, labels_of, read_entities, values_of
from kg.analysis.evidence import Claim, Segment, Source, read_claims
from kg.analysis.marking import marked_quote
from kg.analysis.namespaces import KG, ORG, RDF
from kg.analysis.network import Edge, published_edges
from kg.explorer.appearance import Appearance

TERM_DATES = {"first": KG.firstSeen, "last": KG.lastSeen, "from": KG.startDate, "to": KG.endDate}


@dataclass(frozen=True, slots=True)
class PageNode:
    """An entity of the page. `facts` are (key of the appearance, texts); `terms` are terms of office."""

    id: str
    entity: Entity
    facts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    terms: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PageEdge:
    """An edge of the page: ends are node ids, `claims` positions in `Contents.claims`; structural edges have none.

    `post` is the node id of the post in which somebody leads, where a claim says so.
    """

    id: str
    subject: str
    relation: str
    object: str
    claims: tuple[int, ...] = ()
    segments: int = 0
    post: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """All that the page shows. `claims` and `articles` are ready for JSON."""

    nodes: tuple[PageNode, ...]
    edges: tuple[PageEdge, ...]
    claims: tuple[Mapping[str, Any], ...]
    articles: tuple[Mapping[str, str], ...]


def read_contents(graph: Graph, look: Appearance) -> Contents:
    """The contents of the page for `graph`, the union of entities and evidence."""
    entities = {iri: entity for iri, entity in read_entities(graph).items() if entity.kind in look.kinds}
    edges = [e for e in _edges(graph, look) if e.subject in entities and e.object in entities]
    claims = [c for c in read_claims(graph) if c.subject in entities and c.object in entities]
    ids = {iri: f"n{position}" for position, iri in enumerate(entities)}
    of_edge: defaultdict[Edge, list[int]] = defaultdict(list)
    for position, claim in enumerate(claims):
        if claim.published:
            of_edge[Edge(claim.subject, claim.relation, claim.object)].append(position)
    facts, terms = _facts(graph, entities, look), _terms(graph, ids)
    sources = {s.source.iri: s.source for claim in claims for s in claim.segments}
    article_at = {iri: position for position, iri in enumerate(sorted(sources))}
    further = further_words(graph)
    names = {iri: (entity.label, *entity.names, *further.get(iri, ())) for iri, entity in entities.items()}
    return Contents(
        nodes=tuple(PageNode(ids[i], e, facts.get(i, ()), terms.get(i, ())) for i, e in entities.items()),
        edges=tuple(
            PageEdge(
                id=f"e{position}",
                subject=ids[edge.subject],
                relation=edge.relation,
                object=ids[edge.object],
                claims=tuple(of_edge.get(edge, ())),
                segments=sum(len(claims[at].segments) for at in of_edge.get(edge, ())),
                post=next((ids[claims[at].post] for at in of_edge.get(edge, ()) if claims[at].post in ids), ""),
            )
            for position, edge in enumerate(edges)
        ),
        claims=tuple(_claim(claim, ids, names, article_at) for claim in claims),
        articles=tuple(_article(sources[iri]) for iri in sorted(sources)),
    )


def _edges(graph: Graph, look: Appearance) -> tuple[Edge, ...]:
    shown = {**look.relations, **look.structure}
    return published_edges(graph, {name: entry["predicate"] for name, entry in shown.items()})


def _facts(
    graph: Graph, entities: Mapping[str, Entity], look: Appearance
) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """IRI → its literal facts, in the order of the appearance; numbers with thousands set off."""
    stated = {
        key: [(str(s), o) for s, o in graph.subject_objects(URIRef(entry["predicate"])) if str(s) in entities]
        for key, entry in look.facts.items()
    }
    labels = labels_of(graph, {str(o) for pairs in stated.values() for _, o in pairs if isinstance(o, URIRef)})
    found: defaultdict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for key, pairs in stated.items():
        texts: defaultdict[str, set[str]] = defaultdict(set)
        for subject, value in pairs:
            texts[subject].add(labels.get(str(value)) or _text(value))
        for subject, values in texts.items():
            found[subject].append((key, tuple(sorted(values))))
    return {subject: tuple(values) for subject, values in found.items()}


def _text(value: object) -> str:
    if isinstance(value, Literal) and isinstance(plain := value.toPython(), int) and not isinstance(plain, bool):
        return f"{plain:,}"
    return str(value)


def _terms(graph: Graph, ids: Mapping[str, str]) -> dict[str, tuple[Mapping[str, str], ...]]:
    """Person → the terms of office, each a post's node id with the dates that are known, the earliest first."""
    members, posts = values_of(graph, ORG.member), values_of(graph, KG.post)
    dates = {key: values_of(graph, predicate) for key, predicate in TERM_DATES.items()}
    found: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for term in sorted(str(term) for term in graph.subjects(RDF.type, ORG.Membership)):
        post = next((ids[iri] for iri in posts.get(term, ()) if iri in ids), None)
        if post is None:
            continue
        stated = {key: values[term][0] for key, values in dates.items() if term in values}
        for member in members.get(term, ()):
            found[member].append({"post": post, **stated})
    return {
        member: tuple(sorted(terms, key=lambda term: (term.get("from", term.get("first", "")), term["post"])))
        for member, terms in found.items()
    }


def _claim(
    claim: Claim, ids: Mapping[str, str], names: Mapping[str, tuple[str, ...]], article_at: Mapping[str, int]
) -> dict[str, Any]:
    return _without_blanks(
        iri=claim.iri,
        s=ids[claim.subject],
        r=claim.relation,
        o=ids[claim.object],
        published=claim.published,
        modality=claim.modality,
        confidence=claim.confidence,
        post=ids.get(claim.post, ""),
        articles=len({segment.source.iri for segment in claim.segments}),
        segments=[_segment(s, names[claim.subject], names[claim.object], article_at) for s in claim.segments],
    )


def _segment(
    segment: Segment, subject: tuple[str, ...], target: tuple[str, ...], article_at: Mapping[str, int]
) -> dict[str, Any]:
    return _without_blanks(
        article=article_at[segment.source.iri],
        prefix=segment.prefix,
        runs=marked_quote(segment, subject, target),
        suffix=segment.suffix,
        modality=segment.modality,
        confidence=segment.confidence,
        rule=segment.rule,
        date=segment.stated_date,
        bytes=segment.bytes,
    )


def _article(source: Source) -> dict[str, str]:
    return _without_blanks(
        id=source.id, headline=source.headline, date=source.date, publisher=source.publisher, url=source.url
    )


def _without_blanks(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in ("", None)}


def degrees(contents: Contents) -> Counter[str]:
    """Node id → edges of the page at it; claimed edges count thrice, since they are what readers come for."""
    found: Counter[str] = Counter({node.id: 0 for node in contents.nodes})
    for edge in contents.edges:
        weight = 3 if edge.claims else 1
        found[edge.subject] += weight
        found[edge.object] += weight
    return found
