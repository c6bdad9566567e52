"""The JSON-LD context: the ontology's terms as short keys. Made from the ontology, kept as `ontology/context.jsonld`.

    python -m kg.graph.exports.context > ontology/context.jsonld    # after a change of the ontology

A property whose values are things is of type `@id`, so that its values are plain strings; where they are individuals of
the ontology itself (a modality, a kind of amount) it is `@vocab`, and they are short names too. Where
text is tagged as Chinese, that is the property's language. Dates and decimals carry their datatype here, as JSON's own
numbers would come back as doubles. There is nothing in it that JSON-LD 1.0 does not have.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from kg.graph.exports.ontology import Ontology, ontology
from kg.graph.resources import ontology_text
from kg.graph.vocabulary import DEFAULT_BASE, PREFIXES, expand

CONTEXT = "context.jsonld"
IN_CHINESE = frozenset(
    map(
        expand,
        (
            "rdfs:label", "skos:altLabel", "skos:prefLabel", "schema:headline", "kg:subjectWords", "kg:objectWords",
        ),
    )
)  # fmt: skip
DATES = frozenset(map(expand, ("schema:datePublished", "schema:startDate", "schema:endDate", "kg:statedDate")))
OF_TERMS = frozenset(map(expand, ("rdf:predicate", "kg:modality", "kg:amountKind")))
NATIVE = frozenset({expand("xsd:integer"), expand("xsd:string")})  # what JSON's numbers and strings are without a type


@dataclass(frozen=True, slots=True)
class Term:
    """A key of the context: what its plain strings are, an `@id`, a `@vocab`, a datatype or a language."""

    name: str
    type: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """The context: the document as it is embedded, and its terms by IRI."""

    document: Mapping[str, Any]
    terms: Mapping[str, Term]


def make_context(terms: Ontology) -> dict[str, Any]:
    """The document of the context for an ontology: prefixes, then classes, individuals and properties."""
    context: dict[str, Any] = {"id": base_prefix(DEFAULT_BASE), **PREFIXES}
    for iri in (*terms.classes, *terms.individuals):
        context[terms.name(iri)] = _curie(iri)
    for iri in terms.properties:
        context[terms.name(iri)] = _definition(terms, iri)
    return {"@context": context}


def base_prefix(base: str) -> str | dict[str, Any]:
    """The definition of the prefix `id`. JSON-LD 1.1 wants to be told that it is one where the base ends otherwise than
    IRIs do; 1.0, which some stores still read, takes every term for one, and does not know the word.

    >>> base_prefix("https://example.org/id/"), base_prefix("https://example.org/id-")
    ('https://example.org/id/', {'@id': 'https://example.org/id-', '@prefix': True})
    """
    return base if base.endswith((":", "/", "?", "#", "[", "]", "@")) else {"@id": base, "@prefix": True}


def _definition(terms: Ontology, iri: str) -> str | dict[str, str]:
    curie = _curie(iri)
    if iri in OF_TERMS:
        return {"@id": curie, "@type": "@vocab"}
    if terms.properties[iri] == "ObjectProperty":
        return {"@id": curie, "@type": "@id"}
    if iri in IN_CHINESE:
        return {"@id": curie, "@language": "zh"}
    datatype = expand("xsd:date") if iri in DATES else terms.ranges.get(iri, "")
    if datatype and datatype not in NATIVE:
        return {"@id": curie, "@type": _curie(datatype)}
    return curie


def _curie(iri: str) -> str:
    prefix, namespace = next((name, space) for name, space in PREFIXES.items() if iri.startswith(space))
    return f"{prefix}:{iri.removeprefix(namespace)}"


@cache
def context() -> Context:
    """The context that comes with the package.

    >>> context().terms["https://w3id.org/county-kg/ontology#leads"]
    Term(name='leads', type='@id', language='')
    """
    document = json.loads(ontology_text(CONTEXT))["@context"]
    terms = {}
    for name, definition in document.items():
        if name.startswith("@") or name in PREFIXES or name == "id":
            continue
        told = definition if isinstance(definition, dict) else {"@id": definition}
        kind = told.get("@type", "")
        terms[expand(told["@id"])] = Term(
            name, kind if kind.startswith("@") or not kind else expand(kind), told.get("@language", "")
        )
    return Context(MappingProxyType(document), MappingProxyType(terms))


def render(document: Mapping[str, Any]) -> str:
    """The document as text, a term a line."""
    lines = [f"    {json.dumps(name)}: {json.dumps(value)}" for name, value in document["@context"].items()]
    return '{\n  "@context": {\n' + ",\n".join(lines) + "\n  }\n}\n"


if __name__ == "__main__":
    sys.stdout.write(render(make_context(ontology())))
