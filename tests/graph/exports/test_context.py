"""The JSON-LD context says what the ontology says."""

from __future__ import annotations

import json

from rdflib import OWL, RDF, Graph

from kg.graph.exports.context import CONTEXT, context, make_context, render
from kg.graph.exports.ontology import ontology, parse_ontology
from kg.graph.resources import ontology_text

KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


def test_is_made_from_the_ontology_as_it_is_now() -> None:
    assert ontology_text(CONTEXT) == render(make_context(ontology())), (
        "the ontology was changed: python -m kg.graph.exports.context > ontology/context.jsonld"
    )


def test_has_a_term_for_every_property_class_and_individual() -> None:
    graph = Graph().parse(data=ontology_text(), format="turtle")
    declared = {
        str(term) for kind in (*KINDS, OWL.Class, OWL.NamedIndividual) for term in graph.subjects(RDF.type, kind)
    }
    declared = {term for term in declared if term.startswith("http")}  # not the unions, which have no name
    assert len(declared) > 100
    assert declared <= context().terms.keys()


def test_is_read_by_rdflib_with_the_same_meaning() -> None:
    terms = [(term.name, iri) for iri, term in context().terms.items()]
    document = {**json.loads(ontology_text(CONTEXT)), "@id": "id:x", **{name: [] for name, _ in terms}}
    document |= {name: {"@id": "id:y"} for name, _ in terms}
    graph = Graph().parse(data=json.dumps(document), format="json-ld")
    assert {str(predicate) for predicate in graph.predicates()} == {iri for _, iri in terms}


def test_gives_no_name_twice() -> None:
    names = list(ontology().names.values())
    assert len(names) == len(set(names))


def test_tells_two_vocabularies_with_one_local_name_apart() -> None:
    found = parse_ontology(
        "@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix kg: <https://w3id.org/county-kg/ontology#> ."
        "@prefix schema: <https://schema.org/> . schema:a a owl:Class . kg:a a owl:Class ."
    )
    assert list(found.names.values())[:2] == ["a", "schemaA"]
    assert found.name("https://w3id.org/county-kg/ontology#a") == "a"
