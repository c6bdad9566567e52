"""What the evidence says of each published statement, small enough to stand on an edge: how sure, and the first quote.

The first quote is of the earliest article that has a date, and in it the earliest place; places that assert or plan the
statement go before those that deny it, hope for it or tell of the past.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.graph.exports.columns import Value, type_of
from kg.graph.exports.ontology import ontology
from kg.graph.exports.reading import Build, Described
from kg.graph.vocabulary import expand

Statement = tuple[str, str, str]
TYPE, SUBJECT, PREDICATE, OBJECT = map(expand, ("rdf:type", "rdf:subject", "rdf:predicate", "rdf:object"))
CLAIM, DERIVED, MODALITY = map(expand, ("kg:Claim", "prov:wasDerivedFrom", "kg:modality"))
SEGMENT, SOURCE, SELECTOR = map(expand, ("oa:SpecificResource", "oa:hasSource", "oa:hasSelector"))
QUOTE, EXACT = map(expand, ("oa:TextQuoteSelector", "oa:exact"))
IN_TEXT, START = map(expand, ("oa:TextPositionSelector", "oa:start"))
ARTICLE = expand("schema:NewsArticle")
SAYING = (expand("kg:Asserted"), expand("kg:Planned"))
OF_CLAIM: Mapping[str, str] = {
    expand("kg:confidence"): "confidence",
    expand("kg:support"): "support",
    expand("kg:inPost"): "inPost",
}
OF_ARTICLE: Mapping[str, str] = {
    expand("dcterms:identifier"): "article",
    expand("schema:headline"): "headline",
    expand("schema:datePublished"): "datePublished",
    expand("dcterms:publisher"): "publisher",
    expand("schema:url"): "url",
}
NO_DATE = "9"  # after every date


@dataclass(frozen=True, slots=True)
class Place:
    """A segment, as far as it is needed to find the first."""

    article: str
    modality: str
    quote: str
    start: int


def read_quotes(build: Build) -> dict[Statement, dict[str, Value]]:
    """Subject, predicate and object of each claim → the properties of its edge."""
    claims: list[Described] = []
    segments: dict[str, tuple[str, str, list[str]]] = {}
    texts: dict[str, str] = {}
    starts: dict[str, int] = {}
    articles: dict[str, dict[str, Value]] = {}
    for subject in build.subjects("evidence"):
        types = subject.all(TYPE)
        if CLAIM in types:
            claims.append(subject)
        elif SEGMENT in types:
            segments[subject.iri] = subject.first(SOURCE), subject.first(MODALITY), subject.all(SELECTOR)
        elif ARTICLE in types:
            articles[subject.iri] = _properties(subject, OF_ARTICLE)
        elif IN_TEXT in types:
            starts[subject.iri] = int(subject.first(START))
        elif QUOTE in types:
            texts[subject.iri] = subject.first(EXACT)

    def place(segment: str) -> Place:
        source, modality, selectors = segments[segment]
        quote = next((texts[each] for each in selectors if each in texts), "")
        return Place(source, modality, quote, next((starts[each] for each in selectors if each in starts), 0))

    def order(found: Place) -> tuple[bool, str, str, int, str]:
        article = articles.get(found.article, {})
        date, name = article.get("datePublished", ("date", NO_DATE))[1], article.get("article", ("string", ""))[1]
        return found.modality not in SAYING, date, name, found.start, found.quote

    quotes: dict[Statement, dict[str, Value]] = {}
    for claim in claims:
        places = [place(each) for each in claim.all(DERIVED) if each in segments]
        quotes[claim.first(SUBJECT), claim.first(PREDICATE), claim.first(OBJECT)] = {
            "claim": ("string", claim.iri),
            **_properties(claim, OF_CLAIM),
            **(_of_place(min(places, key=order), articles) if places else {}),
        }
    return quotes


def typed(value: ox.NamedNode | ox.Literal) -> Value:
    """A value with its type; IRIs are text."""
    return (type_of(value) if isinstance(value, ox.Literal) else "string"), value.value


def _properties(subject: Described, names: Mapping[str, str]) -> dict[str, Value]:
    return {names[predicate]: typed(value) for predicate, value in subject.statements if predicate in names}


def _of_place(place: Place, articles: Mapping[str, Mapping[str, Value]]) -> dict[str, Value]:
    return {
        "modality": ("string", ontology().name(place.modality)),
        "quote": ("string", place.quote),
        **articles.get(place.article, {}),
    }
