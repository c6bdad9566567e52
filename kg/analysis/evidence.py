"""The claims of a graph as small values, each with the segments of text that say it.

`read_claims` wants the union of `graph.ttl` and `evidence.ttl`: a claim is published when its triple stands there.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from kg.analysis.entities import first_of, labels_of, values_of
from kg.analysis.namespaces import DCTERMS, FURTHER_RELATIONS, KG, OA, PROV, RDF, RELATIONS, SCHEMA
from kg.graph import vocabulary
from kg.graph.vocabulary import expand, local_name

MODALITIES = tuple(local_name(expand(curie)) for curie in vocabulary.MODALITIES.values())
"""The strongest first. A modality that is not listed comes after them; a segment that states none is "Unstated"."""

_RELATION_OF = {predicate: name for name, predicate in {**RELATIONS, **FURTHER_RELATIONS}.items()}


@dataclass(frozen=True, slots=True)
class Source:
    """An article as evidence shows it. `id` is what the source calls it; dates are texts as in the graph."""

    iri: str
    id: str
    headline: str = ""
    date: str = ""
    publisher: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A place that says a claim: the quote with the text around it, where it stands, and how the claim was read.

    `bytes` is the half-open span in the record's bytes, `characters` that in the repaired text, where stated;
    `subject_words` and `object_words` are the words that name the two sides, where the evidence keeps them.
    """

    iri: str
    source: Source
    exact: str
    prefix: str = ""
    suffix: str = ""
    modality: str = "Unstated"
    confidence: float | None = None
    rule: str = ""
    stated_date: str = ""
    characters: tuple[int, int] | None = None
    bytes: tuple[int, int] | None = None
    subject_words: str = ""
    object_words: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of the evidence. `relation` is its short name, or the predicate's local name where it has none."""

    iri: str
    subject: str
    relation: str
    object: str
    published: bool
    segments: tuple[Segment, ...]
    confidence: float | None = None
    post: str = ""

    @property
    def modality(self) -> str:
        """The strongest modality of the segments."""
        return min((s.modality for s in self.segments), key=modality_order, default="Unstated")


def modality_order(modality: str) -> tuple[int, str]:
    """Where a modality stands in tables."""
    return (MODALITIES.index(modality) if modality in MODALITIES else len(MODALITIES), modality)


def read_claims(graph: Graph) -> tuple[Claim, ...]:
    """All claims of the graph, in the order of their IRIs; the segments of each by article, place and IRI."""
    subjects, predicates = _nodes(graph, RDF.subject), _nodes(graph, RDF.predicate)
    objects, segments = _nodes(graph, RDF.object), _segments(graph)
    evidence = values_of(graph, PROV.wasDerivedFrom)
    confidence, posts = values_of(graph, KG.confidence), values_of(graph, KG.inPost)
    published: defaultdict[Node, set[tuple[Node, Node]]] = defaultdict(set)
    for predicate in set(predicates.values()):
        published[predicate] = set(graph.subject_objects(predicate))
    found = []
    for iri in sorted(str(claim) for claim in graph.subjects(RDF.type, KG.Claim)):
        if iri not in subjects or iri not in predicates or iri not in objects:
            continue
        predicate = predicates[iri]
        found.append(
            Claim(
                iri=iri,
                subject=str(subjects[iri]),
                relation=_RELATION_OF.get(str(predicate), local_name(str(predicate))),
                object=str(objects[iri]),
                published=(subjects[iri], objects[iri]) in published[predicate],
                segments=tuple(
                    sorted((segments[s] for s in evidence.get(iri, ()) if s in segments), key=_segment_order)
                ),
                confidence=_number(first_of(confidence, iri)),
                post=first_of(posts, iri),
            )
        )
    return tuple(found)


def read_sources(graph: Graph) -> dict[str, Source]:
    """The articles of the graph by IRI."""
    ids, headlines = values_of(graph, DCTERMS.identifier), values_of(graph, SCHEMA.headline)
    dates, urls = values_of(graph, SCHEMA.datePublished), values_of(graph, SCHEMA.url)
    publishers = values_of(graph, DCTERMS.publisher)
    known = labels_of(graph, {str(who) for who in graph.objects(None, DCTERMS.publisher) if isinstance(who, URIRef)})
    return {
        iri: Source(
            iri,
            first_of(ids, iri, local_name(iri)),
            first_of(headlines, iri),
            first_of(dates, iri),
            known.get(first_of(publishers, iri), first_of(publishers, iri)),
            first_of(urls, iri),
        )
        for iri in sorted(str(article) for article in graph.subjects(RDF.type, SCHEMA.NewsArticle))
    }


def _segments(graph: Graph) -> dict[str, Segment]:
    sources, selectors = read_sources(graph), values_of(graph, OA.hasSelector)
    exact, prefix, suffix = values_of(graph, OA.exact), values_of(graph, OA.prefix), values_of(graph, OA.suffix)
    start, end = values_of(graph, OA.start), values_of(graph, OA.end)
    byte_selectors = {str(selector) for selector in graph.subjects(RDF.type, OA.DataPositionSelector)}
    modality, rules = values_of(graph, KG.modality), values_of(graph, KG.rule)
    confidence, dates = values_of(graph, KG.confidence), values_of(graph, KG.statedDate)
    subjects, objects = values_of(graph, KG.subjectWords), values_of(graph, KG.objectWords)
    found: dict[str, Segment] = {}
    for iri, articles in values_of(graph, OA.hasSource).items():
        chosen = selectors.get(iri, ())
        quote = next((selector for selector in chosen if selector in exact), "")
        spans = {
            selector in byte_selectors: (int(start[selector][0]), int(end[selector][0]))
            for selector in chosen
            if selector in start and selector in end
        }
        found[iri] = Segment(
            iri=iri,
            source=sources.get(articles[0]) or Source(articles[0], local_name(articles[0])),
            exact=first_of(exact, quote),
            prefix=first_of(prefix, quote),
            suffix=first_of(suffix, quote),
            modality=local_name(first_of(modality, iri, "Unstated")),
            confidence=_number(first_of(confidence, iri)),
            rule=first_of(rules, iri),
            stated_date=first_of(dates, iri),
            characters=spans.get(False),
            bytes=spans.get(True),
            subject_words=first_of(subjects, iri),
            object_words=first_of(objects, iri),
        )
    return found


def _nodes(graph: Graph, predicate: Node) -> dict[str, Node]:
    """Claim → the object of `predicate`; the first in order where a broken graph states several."""
    found: dict[str, Node] = {}
    for claim, value in graph.subject_objects(predicate):
        key = str(claim)
        found[key] = min(value, found.get(key, value), key=lambda node: (isinstance(node, Literal), str(node)))
    return found


def _segment_order(segment: Segment) -> tuple[str, str, tuple[int, int], str]:
    return segment.source.date, segment.source.id, segment.characters or (0, 0), segment.iri


def _number(text: str) -> float | None:
    return float(text) if text else None
