"""A world as RDF triples, in two lots: entities with their direct statements, and the evidence for these.

The direct triple of a statement, and the term of office of a holding, are made only if some article asserts it (or
plans it, where a plan counts) with enough confidence; all else stands in the evidence alone. There are no blank nodes:
every claim, segment and selector has an IRI made from what it says.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, Triple

from kg.graph.sums import Sum, compare, speaks_of_change
from kg.graph.vocabulary import (
    AREA_CLASSES,
    CLASSES,
    DEFAULT_BASE,
    LEAST_CONFIDENCE,
    MODALITIES,
    PREDICATES,
    PUBLISHED_WHEN_PLANNED,
    TURNS,
    expand,
)
from kg.linking.world import Entity, Link, Statement, World
from kg.table.rows import ArticleInfo, Segment

HIGHEST_CONFIDENCE = 0.99
NO_COPIES: Mapping[str, str] = MappingProxyType({})


@cache
def term(curie: str) -> NamedNode:
    return NamedNode(expand(curie))


def text(words: str, language: str = "zh") -> Literal:
    return Literal(words, language=language)


def literal(value: object, prop: str = "") -> Literal:
    """The literal of a property's value: whole numbers as xsd:integer, others as xsd:decimal, days as xsd:date."""
    if prop == "kg:byYear":
        return Literal(str(value), datatype=term("xsd:gYear"))
    if prop == "schema:startDate":
        return Literal(str(value), datatype=term("xsd:date"))
    if prop in ("kg:startDate", "kg:endDate"):
        return time(str(value))
    if isinstance(value, date):
        return Literal(value.isoformat(), datatype=term("xsd:date"))
    if isinstance(value, bool):
        return Literal(value)
    if isinstance(value, int):
        return Literal(str(value), datatype=term("xsd:integer"))
    if isinstance(value, float):
        return _decimal(value)
    return Literal(str(value))


@lru_cache(maxsize=1 << 12)
def _decimal(value: float) -> Literal:
    return Literal(f"{value:.6f}".rstrip("0").rstrip("."), datatype=term("xsd:decimal"))


def time(words: str) -> Literal:
    """The literal of an ISO day, month or year.

    >>> str(time("2021-06"))
    '"2021-06"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'
    """
    return Literal(words, datatype=term(("xsd:gYear", "xsd:gYearMonth", "xsd:date")[words.count("-")]))


def is_published(statement: Statement) -> bool:
    """Whether the direct triple of a statement stands in the graph."""
    wanted = {"asserted", "planned"} if statement.predicate in PUBLISHED_WHEN_PLANNED else {"asserted"}
    return any(s.modality in wanted and s.confidence >= LEAST_CONFIDENCE for s in statement.segments)


def confidence(segments: Iterable[Segment], copies: Mapping[str, str] = NO_COPIES) -> float:
    """How sure all segments together make a claim: each article counts once, with its best segment, and copies of one
    text together; articles are taken as independent (1 − Π(1 − c)), and nothing is surer than 0.99."""
    best: dict[str, float] = defaultdict(float)
    for segment in segments:
        if segment.modality in ("asserted", "planned"):
            telling = copies.get(segment.article, segment.article)
            best[telling] = max(best[telling], segment.confidence)
    if not best:
        return max((s.confidence for s in segments), default=0.0)
    doubt = 1.0
    for value in best.values():
        doubt *= 1.0 - value
    return round(min(HIGHEST_CONFIDENCE, 1.0 - doubt), 3)


def tellings_of(statement: Statement, world: World) -> set[str]:
    """The articles that say a statement each for itself: of copies of one text the first, which is its publisher's."""
    said = {s.article for s in statement.segments if s.modality in ("asserted", "planned")}
    return {world.copies.get(article, article) for article in said}


def _person_and_post(term_of_office: Entity) -> tuple[str, str]:
    properties = dict(term_of_office.properties)
    person, post = properties["org:member"], properties["kg:post"]
    assert isinstance(person, Link) and isinstance(post, Link)
    return person.id, post.id


class TripleMaker:
    """Makes the triples of a world under one base IRI."""

    def __init__(self, world: World, base: str = DEFAULT_BASE) -> None:
        self.world, self.base = world, base

    def node(self, identifier: str) -> NamedNode:
        return NamedNode(self.base + identifier)

    def graph(self) -> Iterator[Triple]:
        """The entities and the published statements."""
        return (triple for own in self.by_subject() for triple in own)

    def by_subject(self) -> Iterator[list[Triple]]:
        """The triples of the graph, those of one entity together, in order of the entities' ids."""
        terms: set[tuple[str, str]] = set()
        stated: dict[str, list[Sum]] = defaultdict(list)
        for statement in filter(is_published, self.world.statements.values()):
            if statement.predicate == "holds":
                terms.add((statement.subject, statement.object))
            elif statement.predicate == "invests":
                stated[statement.subject].append(self._sum(statement))
        sums: dict[str, list[Triple]] = defaultdict(list)
        for triple in self._sums(stated):
            sums[triple.subject.value].append(triple)  # type: ignore[union-attr]
        published = groupby(filter(is_published, self.world.statements.values()), key=attrgetter("subject"))
        subject, statements = next(published, ("", iter(())))
        for entity in self.world.entities.values():
            node = self.node(entity.id)
            own = sums.pop(node.value, [])
            if entity.kind != "term" or _person_and_post(entity) in terms:
                own += self._entity(entity)
            if subject == entity.id:
                own += (Triple(node, term(PREDICATES[s.predicate]), self.node(s.object)) for s in statements)
                subject, statements = next(published, ("", iter(())))
            yield own

    def _sums(self, stated: Mapping[str, list[Sum]]) -> Iterator[Triple]:
        """The stated total in yuan of each project that has one, and which of its sums conflict or were updated."""
        for project, sums in stated.items():
            compared = compare(sums)
            if compared.total is not None:
                yield Triple(self.node(project), term("kg:investsCNY"), literal(compared.total))
            for one, other in compared.conflicts:
                yield Triple(self.node(one), term("kg:conflictsWith"), self.node(other))
                yield Triple(self.node(other), term("kg:conflictsWith"), self.node(one))
            for later, earlier in compared.updates:
                yield Triple(self.node(later), term("kg:updates"), self.node(earlier))

    def _sum(self, statement: Statement) -> Sum:
        properties = dict(self.world.entities[statement.object].properties)
        kind, value = properties["kg:amountKind"], properties["schema:value"]
        assert isinstance(kind, Link) and isinstance(value, int)
        highest = properties.get("schema:maxValue", value)
        assert isinstance(highest, int)
        segments = [s for s in statement.segments if s.modality in ("asserted", "planned")]
        days = sorted(self.world.articles[s.article].date or "" for s in segments)
        return Sum(
            statement.object, kind.id, str(properties["schema:currency"]), value, highest,
            str(properties.get("kg:approximation", "")), confidence(segments, self.world.copies), days[0], days[-1],
            any(speaks_of_change(s.exact) for s in segments),
        )  # fmt: skip

    def _entity(self, entity: Entity) -> Iterator[Triple]:
        node = self.node(entity.id)
        kind = (AREA_CLASSES[entity.subkind],) if entity.kind == "area" else CLASSES[entity.kind]
        for name in kind:
            yield Triple(node, term("rdf:type"), term(name))
        yield Triple(node, term("rdfs:label"), text(entity.label))
        yield Triple(node, term("schema:name"), Literal(entity.label))
        if entity.kind == "role":
            yield Triple(node, term("skos:prefLabel"), text(entity.label))
        for name in entity.names:
            yield Triple(node, term("skos:altLabel"), text(name))
        for prop, value in entity.properties:
            if isinstance(value, Link):
                target = term(value.id) if value.id.startswith("kg:") else self.node(value.id)
                yield Triple(node, term(prop), target)
            else:
                yield Triple(node, term(prop), literal(value, prop))

    def evidence(self) -> Iterator[Triple]:
        """The claims with their segments, and the articles."""
        return (triple for own in self.said() for triple in own)

    def said(self) -> Iterator[Iterable[Triple]]:
        """The triples of the evidence, those of one article or one claim together."""
        yield from map(self._article, self.world.articles.values())
        yield from map(self._claim, self.world.statements.values())

    def _article_node(self, identifier: str) -> NamedNode:
        return self.node(f"article/{digest(identifier)}")

    def _article(self, article: ArticleInfo) -> Iterator[Triple]:
        node = self._article_node(article.id)
        yield Triple(node, term("rdf:type"), term("schema:NewsArticle"))
        yield Triple(node, term("dcterms:identifier"), Literal(article.id))
        yield Triple(node, term("kg:sha256"), Literal(article.sha256))
        if article.headline:
            yield Triple(node, term("schema:headline"), text(article.headline))
        if article.date:
            yield Triple(node, term("schema:datePublished"), Literal(article.date, datatype=term("xsd:date")))
        if article.publisher:
            yield Triple(node, term("dcterms:publisher"), Literal(article.publisher))
        if article.url:
            yield Triple(node, term("schema:url"), Literal(article.url))
        first = self.world.copies.get(article.id, article.id)
        if first != article.id:
            yield Triple(node, term("kg:copyOf"), self._article_node(first))

    def _claim(self, statement: Statement) -> Iterator[Triple]:
        node = self.node("claim/" + digest(statement.subject, statement.predicate, statement.object))
        yield Triple(node, term("rdf:type"), term("kg:Claim"))
        yield Triple(node, term("rdf:subject"), self.node(statement.subject))
        yield Triple(node, term("rdf:predicate"), term(PREDICATES[statement.predicate]))
        yield Triple(node, term("rdf:object"), self.node(statement.object))
        yield Triple(node, term("kg:confidence"), literal(confidence(statement.segments, self.world.copies)))
        tellings = tellings_of(statement, self.world)
        publishers = {self.world.articles[each].publisher for each in tellings} - {None}
        yield Triple(node, term("kg:support"), literal(len(tellings)))
        yield Triple(node, term("kg:publishers"), literal(len(publishers)))
        if statement.in_post is not None:
            yield Triple(node, term("kg:inPost"), self.node(statement.in_post))
        for segment in sorted(statement.segments):
            key = digest(statement.subject, statement.predicate, statement.object, *map(str, (
                segment.article, segment.start, segment.end, segment.rule, segment.modality,
                segment.subject_words, segment.object_words)),
                *filter(None, (segment.turn, segment.since, segment.until)))  # fmt: skip
            yield Triple(node, term("prov:wasDerivedFrom"), self.node("segment/" + key))
            yield from self._segment(segment, key)

    def _segment(self, segment: Segment, key: str) -> Iterator[Triple]:
        node = self.node("segment/" + key)
        yield Triple(node, term("rdf:type"), term("oa:SpecificResource"))
        yield Triple(node, term("oa:hasSource"), self._article_node(segment.article))
        yield Triple(node, term("kg:modality"), term(MODALITIES[segment.modality]))
        yield Triple(node, term("kg:confidence"), literal(segment.confidence))
        yield Triple(node, term("kg:rule"), Literal(segment.rule))
        if segment.stated_date:
            yield Triple(node, term("kg:statedDate"), Literal(segment.stated_date, datatype=term("xsd:date")))
        if segment.turn:
            yield Triple(node, term("kg:turn"), term(TURNS[segment.turn]))
        if segment.since:
            yield Triple(node, term("kg:statedStart"), time(segment.since))
        if segment.until:
            yield Triple(node, term("kg:statedEnd"), time(segment.until))
        if segment.subject_words:
            yield Triple(node, term("kg:subjectWords"), text(segment.subject_words))
        if segment.object_words:
            yield Triple(node, term("kg:objectWords"), text(segment.object_words))
        place = digest(segment.article, str(segment.start), str(segment.end))
        quote, position, raw = (self.node(f"selector/{place}-{kind}") for kind in ("quote", "text", "bytes"))
        for selector in (quote, position, raw):
            yield Triple(node, term("oa:hasSelector"), selector)
        yield Triple(quote, term("rdf:type"), term("oa:TextQuoteSelector"))
        yield Triple(quote, term("oa:exact"), Literal(segment.exact))
        if segment.prefix:
            yield Triple(quote, term("oa:prefix"), Literal(segment.prefix))
        if segment.suffix:
            yield Triple(quote, term("oa:suffix"), Literal(segment.suffix))
        yield Triple(position, term("rdf:type"), term("oa:TextPositionSelector"))
        yield Triple(position, term("oa:start"), literal(segment.start))
        yield Triple(position, term("oa:end"), literal(segment.end))
        yield Triple(raw, term("rdf:type"), term("oa:DataPositionSelector"))
        yield Triple(raw, term("oa:start"), literal(segment.byte_start))
        yield Triple(raw, term("oa:end"), literal(segment.byte_end))


def digest(*parts: str) -> str:
    """A short name for what `parts` say, for IRIs of claims, segments and articles."""
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=8).hexdigest()
